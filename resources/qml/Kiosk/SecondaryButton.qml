pragma ComponentBehavior: Bound

import QtQuick
import Theme

// What can be done as well: an outline on paper or on night, filled forest on paper, or paper over a picture.
Touch {
    id: button

    property string icon_: ""
    property bool filled: false
    property bool pictured: false // over a picture, which may be light or dark
    property bool busy: false
    property bool stacked: false // the icon over the words
    property string step: "body"

    readonly property color ink: {
        if (pictured)
            return Theme.contrast ? Theme.chosenText : Theme.forest;
        if (filled)
            return Theme.chosenText;
        if (dark)
            return button.down && Theme.contrast ? Theme.downText : Theme.duskText;
        return button.down ? Theme.downText : Theme.title;
    }

    implicitHeight: 11.5 * Theme.u
    implicitWidth: row.implicitWidth + 7 * Theme.u

    background: Ground {
        radius: button.radius
        down: button.down
        rest: button.pictured ? (Theme.contrast ? Theme.chosen : Theme.paper) : button.filled ? Theme.chosen : "transparent"
        pressed: !button.pictured && (button.filled || button.dark) ? Theme.plinthDown : Theme.down
        border.width: button.pictured ? Theme.thin : button.filled ? 0 : Theme.thick
        border.color: button.pictured ? Theme.forest : button.dark ? Theme.duskLine : Theme.title
    }
    contentItem: Item {
        Row {
            id: row

            visible: !button.stacked
            anchors.centerIn: parent
            spacing: 1.5 * Theme.u

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.icon_ !== "" && !button.busy
                name: button.icon_
                ink: button.ink
                size: 5 * Theme.u
            }
            Spinner {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.busy
                ink: button.ink
                size: 5 * Theme.u
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                // A text that grew is fitted to its button rather than cut.
                width: Math.min(implicitWidth, Math.max(8 * Theme.u, button.width - x - 4 * Theme.u))
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 8
                text: button.text
                step: button.step
                bold: true
                color: button.ink
            }
        }
        Column {
            visible: button.stacked
            anchors.centerIn: parent
            width: parent.width - 3 * Theme.u
            spacing: 2.5 * Theme.u

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: button.icon_
                ink: button.ink
                size: 9 * Theme.u
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: button.text
                step: button.step
                factor: 1 / Theme.growth(button.step)
                bold: true
                color: button.ink
                wrapMode: Text.Wrap
            }
        }
    }
}
