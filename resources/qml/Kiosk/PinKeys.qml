pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Ten digits, erase and enter, as large as a hand that is in a hurry.
Grid {
    id: keys

    property real key: 16 * Theme.u
    property bool busy: false
    property bool dark: true

    signal pressed(string digit)
    signal erased
    signal entered

    columns: 3
    spacing: 2 * Theme.u

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter"]

        Touch {
            id: button

            required property string modelData
            readonly property bool isDigit: modelData.length === 1
            readonly property bool enters: modelData === "enter"

            width: keys.key
            height: keys.key
            radius: Theme.r1
            dark: keys.dark
            enabled: !keys.busy
            text: isDigit ? modelData : enters ? Texts.say("kioskstaff.enter", {}) : Texts.say("kioskstaff.erase", {})
            onClicked: {
                if (isDigit)
                    keys.pressed(modelData);
                else if (enters)
                    keys.entered();
                else
                    keys.erased();
            }

            background: Ground {
                radius: button.radius
                down: button.down
                rest: {
                    if (button.enters)
                        return Theme.accent;
                    if (Theme.contrast)
                        return Theme.coal;
                    return button.isDigit ? (keys.dark ? Theme.paper : Theme.white) : (keys.dark ? Theme.pine : Theme.rice);
                }
                pressed: Theme.contrast ? Theme.flame : Theme.glow
                border.width: Theme.contrast ? Theme.thin : 0
                border.color: Theme.white
            }
            contentItem: Item {
                Icon {
                    anchors.centerIn: parent
                    visible: name !== ""
                    name: button.isDigit ? "" : button.enters ? "check" : "delete"
                    ink: button.enters ? Theme.accentText : keys.dark || Theme.contrast ? Theme.paper : Theme.forest
                    size: 0.38 * keys.key
                }
                Label {
                    anchors.centerIn: parent
                    visible: button.isDigit
                    text: button.text
                    step: "title"
                    factor: Math.min(1, keys.key / (13 * Theme.u)) / Theme.growth("title")
                    bold: true
                    color: Theme.contrast && !button.down ? Theme.white : Theme.night
                }
            }
        }
    }
}
