pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The language somebody new is spoken to in, and what they will read.
StaffSheet {
    id: sheet

    says: [Texts.say("kioskstaff.language_says", {}), kiosk.setting.voices].filter(Boolean).join("\n")
    ink: Theme.dusk

    stage: [
        Picture {
            anchors.fill: parent
            visible: !Theme.contrast
            scene: "dusk"
            theme: "dusk"
            corners: [Theme.r2]
        },
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 22 * Theme.u
            radius: Theme.r2
            color: Theme.dusk

            Rectangle {
                width: parent.width
                height: Theme.r2
                color: Theme.dusk
            }
            Label {
                anchors.centerIn: parent
                width: parent.width - 8 * Theme.u
                horizontalAlignment: Text.AlignHCenter
                text: Texts.say("kiosk.touch_to_explore", {})
                step: "big"
                bold: true
                color: Theme.duskText
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 8
            }
        }
    ]

    Repeater {
        model: sheet.kiosk.setting.languages

        SecondaryButton {
            required property var modelData

            width: parent?.width ?? 0
            implicitHeight: (Theme.portrait ? 13.5 : 11.5) * Theme.u
            filled: sheet.kiosk.setting.language === modelData.code
            icon_: filled ? "check" : ""
            text: modelData.name
            step: "sub"
            Accessible.selectable: true
            Accessible.selected: filled
            onClicked: sheet.kiosk.setting.speak(modelData.code)
        }
    }
}
