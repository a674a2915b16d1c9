pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Something that can be chosen: a product, an answer, an order.
Touch {
    id: pick

    property bool on: false
    property string icon_: "" // while it is not chosen
    property real letter: 22
    property real most: 10000 // as wide as it may get

    readonly property color ink: on ? Theme.chosenText : down ? Theme.downText : Theme.title

    implicitHeight: 56 * Theme.px
    implicitWidth: Math.min(most, row.implicitWidth + 46 * Theme.px)
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on

    background: Ground {
        radius: pick.radius
        down: pick.down
        rest: pick.on ? Theme.chosen : "transparent"
        pressed: Theme.down
        border.width: pick.on ? 0 : 3 * Theme.px
        border.color: Theme.line
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 10 * Theme.px

            Icon {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: pick.on ? "check" : pick.icon_
                ink: pick.on ? (Theme.dark || Theme.contrast ? Theme.chosenText : Theme.glow) : Theme.line
                size: 26 * Theme.px
            }
            Line {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, pick.most - 46 * Theme.px - (mark.visible ? 36 * Theme.px : 0))
                text: pick.text
                high: pick.letter
                bold: pick.on
                elide: Text.ElideRight
                color: pick.ink
            }
        }
    }
}
