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
        PinDots {
            anchors.horizontalCenter: parent.horizontalCenter
            digits: pad.staff.digits
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
        PinKeys {
            id: keys

            key: pad.key
            busy: pad.staff.judging
            onPressed: digit => pad.staff.press(digit)
            onErased: pad.staff.erase()
            onEntered: pad.staff.enter()
        }
        SecondaryButton {
            anchors.horizontalCenter: parent.horizontalCenter
            dark: true
            text: Texts.say("kioskstaff.cancel", {})
            onClicked: pad.staff.cancel()
        }
    }
}
