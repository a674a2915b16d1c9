pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The languages by their own names; the page stays.
Row {
    id: languages

    required property Kiosk kiosk
    property real room: Infinity // what there is between its neighbours: many languages share it

    readonly property real share: {
        let wished = 0;
        for (let at = 0; at < names.count; at++)
            wished += (names.itemAt(at) as Name)?.wish ?? 0;
        return Math.min(1, (room - (names.count - 1) * spacing) / Math.max(1, wished));
    }

    component Name: Touch {
        property real wish: 0 // how wide it would like to be
    }

    spacing: 1.5 * Theme.u
    Accessible.role: Accessible.Grouping
    Accessible.name: Texts.say("kiosk.languages", {})

    Repeater {
        id: names

        model: languages.kiosk.words.languages

        Name {
            id: name

            required property var modelData

            readonly property bool current: languages.kiosk.words.language === modelData.code

            text: modelData.name
            dark: true
            implicitHeight: Theme.target
            wish: label.implicitWidth + 7 * Theme.u
            implicitWidth: languages.share * wish
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
                    width: Math.min(implicitWidth, name.width - 2 * Theme.u)
                    verticalAlignment: Text.AlignVCenter
                    horizontalAlignment: Text.AlignHCenter
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 8
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
