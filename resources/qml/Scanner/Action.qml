pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Something that can be done, with its key: the one next thing in lantern, others filled or as an outline.
Touch {
    id: action

    property string icon_: ""
    property string key: ""
    property string style: "outline" // "next", "filled" or "outline"
    property real high: 64
    property real letter: 23

    readonly property bool next: style === "next"
    readonly property color ink: {
        if (next)
            return Theme.accentText;
        if (style === "filled")
            return Theme.chosenText;
        if (dark)
            return Theme.duskText;
        return down ? Theme.downText : Theme.title;
    }

    implicitHeight: high * Theme.px
    implicitWidth: row.implicitWidth + 52 * Theme.px
    Accessible.description: key

    background: Ground {
        radius: action.radius
        down: action.down
        rest: action.next ? Theme.accent : action.style === "filled" ? Theme.chosen : "transparent"
        pressed: action.next ? Theme.accentDown : action.style === "filled" || action.dark ? Theme.plinthDown : Theme.down
        border.width: action.style === "outline" ? 3 * Theme.px : 0
        border.color: action.dark ? Theme.duskLine : Theme.title
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 14 * Theme.px

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: action.icon_
                ink: action.ink
                size: 28 * Theme.px
            }
            Line {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, action.width - 28 * Theme.px - (action.icon_ ? 42 * Theme.px : 0) - (action.key ? kbd.width + 14 * Theme.px : 0))
                text: action.text
                high: action.letter * Math.max(0.7, Math.min(1, 0.96 * (action.width - 28 * Theme.px - (action.icon_ ? 42 * Theme.px : 0) - (action.key ? kbd.width + 14 * Theme.px : 0)) / Math.max(1, measure.advanceWidth)))
                elide: Text.ElideRight
                bold: true
                color: action.ink

                TextMetrics {
                    id: measure

                    font.family: Theme.family
                    font.weight: Font.Bold
                    font.pixelSize: Math.max(1, Math.round(action.letter * Theme.px))
                    text: action.text
                }
            }
            Kbd {
                id: kbd

                anchors.verticalCenter: parent.verticalCenter
                key: action.key
                ink: action.ink
            }
        }
    }
}
