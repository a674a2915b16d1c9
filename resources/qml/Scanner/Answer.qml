pragma ComponentBehavior: Bound

import QtQuick
import Theme

// One of a few answers, each with what it does and its key.
Touch {
    id: answer

    property string icon_: ""
    property string more: ""
    property string key: ""
    property bool first: false

    readonly property color ink: first ? Theme.chosenText : down ? Theme.downText : Theme.title

    implicitHeight: 94 * Theme.px
    Accessible.description: more + " " + key

    background: Ground {
        radius: answer.radius
        down: answer.down
        rest: answer.first ? Theme.chosen : "transparent"
        pressed: answer.first ? Theme.plinthDown : Theme.down
        border.width: answer.first ? 0 : 3 * Theme.px
        border.color: Theme.title
    }
    contentItem: Item {
        Icon {
            id: icon

            x: 30 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            name: answer.icon_
            ink: answer.first ? (Theme.dark ? Theme.forest : Theme.glow) : answer.ink
            size: 40 * Theme.px
        }
        Column {
            x: 92 * Theme.px
            width: parent.width - x - 100 * Theme.px
            anchors.verticalCenter: parent.verticalCenter

            Line {
                width: parent.width
                text: answer.text
                high: 25
                pitch: 34
                bold: true
                elide: Text.ElideRight
                color: answer.ink
            }
            Line {
                width: parent.width
                text: answer.more
                high: 22
                pitch: 30
                elide: Text.ElideRight
                color: answer.first ? (Theme.dark ? Theme.pine : Theme.mint) : answer.down ? Theme.downText : Theme.quiet
            }
        }
        Kbd {
            anchors.right: parent.right
            anchors.rightMargin: 33 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            key: answer.key
            ink: answer.ink
        }
    }
}
