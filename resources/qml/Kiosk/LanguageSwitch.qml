pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The languages by their own names; the page stays.
Row {
    id: languages

    required property Kiosk kiosk

    spacing: 1.5 * Theme.u
    Accessible.role: Accessible.Grouping
    Accessible.name: Texts.say("kiosk.languages", {})

    Repeater {
        model: languages.kiosk.words.languages

        Touch {
            id: name

            required property var modelData

            readonly property bool current: languages.kiosk.words.language === modelData.code

            text: modelData.name
            dark: true
            implicitHeight: Theme.target
            implicitWidth: label.implicitWidth + 7 * Theme.u
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: current
            onClicked: languages.kiosk.speak(modelData.code)

            background: Ground {
                radius: name.radius
                down: name.down
                rest: name.current ? Theme.plinthText : "transparent"
                pressed: Theme.plinthDown
                border.width: name.current ? 0 : Theme.thin
                border.color: Theme.plinthLine
            }
            contentItem: Item {
                Label {
                    id: label

                    anchors.centerIn: parent
                    text: name.text
                    step: "note"
                    factor: 1.083 / Theme.growth("note") // the switch keeps its place on every page
                    bold: name.current || Theme.contrast
                    color: name.current ? (Theme.contrast ? Theme.coal : Theme.forest) : Theme.plinthText
                }
            }
        }
    }
}
