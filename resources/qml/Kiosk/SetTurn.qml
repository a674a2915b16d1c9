pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The picture is turned at once: whoever can read this has it the right way.
StaffSheet {
    id: sheet

    says: Texts.say("kioskstaff.turn_says", {})
    ink: Theme.dusk

    stage: [
        Picture {
            anchors.fill: parent
            visible: !Theme.contrast
            scene: "dusk"
            theme: "dusk"
            corners: [Theme.r2]
        },
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 5 * Theme.u
            spacing: Theme.u

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 13 * Theme.u
                height: width
                color: Theme.dusk

                Icon {
                    anchors.centerIn: parent
                    name: "arrow-up"
                    ink: Theme.accent
                    size: 11 * Theme.u
                }
            }
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: up.implicitWidth + 4 * Theme.u
                height: up.implicitHeight + Theme.u
                color: Theme.dusk

                Label {
                    id: up

                    anchors.centerIn: parent
                    text: Texts.say("kioskstaff.turn_up", {})
                    step: "sub"
                    bold: true
                    color: Theme.duskText
                }
            }
        }
    ]

    SecondaryButton {
        width: parent.width
        implicitHeight: Theme.primary
        icon_: "rotate-cw"
        text: Texts.say("kioskstaff.turn_right", {})
        onClicked: sheet.kiosk.setting.turnBy(90)
    }
    SecondaryButton {
        width: parent.width
        implicitHeight: Theme.primary
        icon_: "rotate-ccw"
        text: Texts.say("kioskstaff.turn_left", {})
        onClicked: sheet.kiosk.setting.turnBy(270)
    }
}
