pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The one next thing to do: lantern, once a screen.
Touch {
    id: button

    property string icon_: ""
    property bool busy: false
    property string step: "title"

    implicitHeight: Theme.primary
    implicitWidth: row.implicitWidth + 8 * Theme.u

    background: Ground {
        radius: button.radius
        down: button.down
        rest: Theme.accent
        pressed: Theme.accentDown
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 2 * Theme.u

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.icon_ !== "" && !button.busy
                name: button.icon_
                ink: Theme.accentText
            }
            Spinner {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.busy
                ink: Theme.accentText
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
                color: Theme.accentText
            }
        }
    }
}
