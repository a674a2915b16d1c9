pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The pad for staff: digits as large as a hand that is in a hurry, and what became of the last try.
FocusScope {
    id: pad

    required property Staff staff

    readonly property real key: Math.min(16 * Theme.u, (height - 40 * Theme.u) / 5)

    focus: true
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9")
            pad.staff.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.staff.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            pad.staff.enter();
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.u
        color: Theme.dusk
    }
    MouseArea {
        anchors.fill: parent
    }
    Column {
        anchors.centerIn: parent
        width: 3 * pad.key + 2 * keys.spacing
        spacing: 3 * Theme.u

        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Texts.say("kioskstaff.title", {})
            step: "sub"
            bold: true
            color: Theme.duskText
            wrapMode: Text.Wrap
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            height: 4 * Theme.u
            spacing: 1.5 * Theme.u
            Accessible.role: Accessible.StaticText
            Accessible.name: Texts.say("kioskstaff.typed", {
                n: pad.staff.digits
            })

            Repeater {
                model: Math.max(6, pad.staff.digits)

                Rectangle {
                    required property int index

                    width: 2.25 * Theme.u
                    height: width
                    radius: width / 2
                    color: index < pad.staff.digits ? Theme.accent : "transparent"
                    border.width: Theme.thin
                    border.color: index < pad.staff.digits ? Theme.accent : Theme.duskLine
                }
            }
        }
        Label {
            width: parent.width
            height: 2 * Theme.leading("small")
            horizontalAlignment: Text.AlignHCenter
            text: pad.staff.says
            step: "small"
            color: Theme.duskQuiet
            wrapMode: Text.Wrap
        }
        Grid {
            id: keys

            columns: 3
            spacing: 2 * Theme.u

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter"]

                Touch {
                    id: button

                    required property string modelData
                    readonly property bool isDigit: modelData.length === 1
                    readonly property bool enters: modelData === "enter"

                    width: pad.key
                    height: pad.key
                    radius: Theme.r1
                    dark: true
                    enabled: !pad.staff.judging
                    text: isDigit ? modelData : enters ? Texts.say("kioskstaff.enter", {}) : Texts.say("kioskstaff.erase", {})
                    onClicked: {
                        if (isDigit)
                            pad.staff.press(modelData);
                        else if (enters)
                            pad.staff.enter();
                        else
                            pad.staff.erase();
                    }

                    background: Ground {
                        radius: button.radius
                        down: button.down
                        rest: button.enters ? Theme.accent : Theme.contrast ? Theme.coal : button.isDigit ? Theme.paper : Theme.pine
                        pressed: Theme.contrast ? Theme.flame : Theme.glow
                        border.width: Theme.contrast ? Theme.thin : 0
                        border.color: Theme.white
                    }
                    contentItem: Item {
                        Icon {
                            anchors.centerIn: parent
                            visible: name !== ""
                            name: button.isDigit ? "" : button.enters ? "check" : "delete"
                            ink: button.enters ? Theme.accentText : Theme.paper
                            size: 6 * Theme.u
                        }
                        Label {
                            anchors.centerIn: parent
                            visible: button.isDigit
                            text: button.text
                            step: "title"
                            factor: 1 / Theme.growth("title")
                            bold: true
                            color: Theme.contrast && !button.down ? Theme.white : Theme.night
                        }
                    }
                }
            }
        }
        SecondaryButton {
            anchors.horizontalCenter: parent.horizontalCenter
            dark: true
            text: Texts.say("kioskstaff.cancel", {})
            onClicked: pad.staff.cancel()
        }
    }
}
