pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The hours in which the screen is dark while nobody is there: a day from midnight to midnight, a lamp for each half hour.
StaffSheet {
    id: sheet

    readonly property SettingUp setting: kiosk.setting
    readonly property bool dims: setting.minutes.length === 2

    function dark(minute: int): bool {
        if (!dims)
            return false;
        const [begin, end] = setting.minutes;
        return begin < end ? minute >= begin && minute < end : begin > end && (minute >= begin || minute < end);
    }

    says: Texts.say("kioskstaff.hours_says", {})
    ink: Theme.dusk

    stage: [
        Item {
            id: day

            readonly property real step: (width - 16 * Theme.u) / 48

            anchors.fill: parent

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: parent.height / 2 - 26 * Theme.u
                text: sheet.dims ? Texts.say("kioskstaff.hours_span", {
                    begin: sheet.setting.dimFrom,
                    end: sheet.setting.dimUntil
                }) : Texts.say("kioskstaff.hours_never", {})
                step: "big"
                bold: true
                color: Theme.duskText
            }
            Repeater {
                model: 48

                Rectangle {
                    required property int index

                    readonly property bool dark: sheet.dark(30 * index)

                    x: 8 * Theme.u + index * day.step + 0.15 * day.step
                    y: parent.height / 2 - Theme.u
                    width: 0.7 * day.step
                    height: 18 * Theme.u
                    color: dark ? "transparent" : Theme.accent
                    border.width: dark ? Theme.thin : 0
                    border.color: Theme.duskLine
                }
            }
            Repeater {
                model: [0, 6, 12, 18, 24]

                Label {
                    required property int modelData

                    x: 8 * Theme.u + 2 * modelData * day.step - width / 2
                    y: parent.height / 2 + 18.5 * Theme.u
                    text: modelData
                    step: "small"
                    color: Theme.duskQuiet
                }
            }
        }
    ]

    Flow {
        width: parent.width
        spacing: 1.5 * Theme.u

        Chip {
            selected: !sheet.dims
            icon_: "sun"
            text: Texts.say("kioskstaff.hours_never", {})
            onClicked: sheet.setting.dim(false)
        }
        Chip {
            selected: sheet.dims
            icon_: "moon"
            text: Texts.say("kioskstaff.hours_night", {})
            onClicked: {
                if (!sheet.dims)
                    sheet.setting.dim(true);
            }
        }
    }
    Repeater {
        model: ["from", "until"]

        Stepper {
            required property string modelData

            width: parent?.width ?? 0
            visible: sheet.dims
            title: modelData === "from" ? Texts.say("kioskstaff.hours_from", {}) : Texts.say("kioskstaff.hours_until", {})
            value: modelData === "from" ? sheet.setting.dimFrom : sheet.setting.dimUntil
            less: Texts.say("kioskstaff.earlier", {})
            more: Texts.say("kioskstaff.later", {})
            onMoved: by => sheet.setting.shift(modelData, 30 * by)
        }
    }
}
