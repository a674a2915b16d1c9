pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// A PIN, typed twice; then the recovery code, once.
StaffSheet {
    id: sheet

    readonly property SettingUp setting: kiosk.setting
    readonly property bool done: setting.code !== ""
    readonly property real key: Math.min(17 * Theme.u, (stageHeight - 12 * Theme.u) / 4)

    says: {
        if (done)
            return Texts.say("kioskstaff.pin_code", {});
        return setting.again ? Texts.say("kioskstaff.pin_again", {}) : Texts.say("kioskstaff.pin_says", {});
    }
    focus: true
    ink: done ? Theme.card : Theme.contrast ? Theme.coal : Theme.rice
    Component.onCompleted: setting.begin()
    Component.onDestruction: setting.begin()
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9")
            sheet.setting.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            sheet.setting.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.setting.enter();
        else
            return;
        event.accepted = true;
    }

    stage: [
        PinKeys {
            anchors.centerIn: parent
            visible: !sheet.done
            key: sheet.key
            dark: false
            busy: sheet.setting.writing
            onPressed: digit => sheet.setting.press(digit)
            onErased: sheet.setting.erase()
            onEntered: sheet.setting.enter()
        },
        Label {
            anchors.centerIn: parent
            visible: sheet.done
            width: parent.width - 6 * Theme.u
            horizontalAlignment: Text.AlignHCenter
            text: sheet.setting.code
            step: "big"
            bold: true
            color: Theme.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 8
        }
    ]

    PinDots {
        visible: !sheet.done
        dark: false
        digits: sheet.setting.digits
    }
}
