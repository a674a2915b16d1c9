pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Where the screen stands: a hall, and in it one of its booths.
FocusScope {
    id: sheet

    required property Kiosk kiosk

    readonly property SettingUp setting: kiosk.setting
    readonly property string chosen: kiosk.stand.booth
    readonly property int across: Math.max(1, Math.floor((width + 2 * Theme.u) / (20 * Theme.u)))
    readonly property int down: Math.max(1, Math.floor((none.y - grid.y) / (12 * Theme.u)))
    readonly property int perPage: across * down
    readonly property int pages: Math.ceil(setting.booths.length / perPage)
    property int at: Math.max(0, Math.floor(setting.booths.indexOf(chosen) / perPage))

    Column {
        id: head

        width: parent.width
        spacing: 3 * Theme.u

        Label {
            width: parent.width - (paging.visible ? paging.width + 3 * Theme.u : 0)
            text: sheet.setting.booths.length ? Texts.say("kioskstaff.booth_says", {}) : Texts.say("kioskstaff.booth_empty", {})
            step: "body"
            wrapMode: Text.Wrap
        }
        Flow {
            width: parent.width
            spacing: 1.5 * Theme.u

            Repeater {
                model: sheet.setting.halls.length > 1 ? sheet.setting.halls : []

                Chip {
                    required property var modelData

                    icon_: "map"
                    selected: sheet.setting.hall === modelData.code
                    text: modelData.name
                    onClicked: {
                        sheet.setting.chooseHall(modelData.code);
                        sheet.at = 0;
                    }
                }
            }
        }
    }
    PagingButtons {
        id: paging

        anchors.right: parent.right
        visible: sheet.pages > 1
        back: sheet.at > 0
        on: sheet.at < sheet.pages - 1
        onTurned: by => sheet.at += by
    }
    Grid {
        id: grid

        y: head.height + 4 * Theme.u
        columns: sheet.across
        spacing: 2 * Theme.u

        Repeater {
            model: sheet.setting.booths.slice(sheet.at * sheet.perPage, (sheet.at + 1) * sheet.perPage)

            SecondaryButton {
                required property string modelData

                width: (sheet.width + 2 * Theme.u) / sheet.across - 2 * Theme.u
                implicitHeight: 10 * Theme.u
                radius: Theme.r1
                filled: sheet.chosen === modelData
                text: modelData
                step: modelData.length > 6 ? "small" : "lead"
                Accessible.selectable: true
                Accessible.selected: filled
                onClicked: sheet.setting.chooseBooth(modelData)
            }
        }
    }
    SecondaryButton {
        id: none

        anchors.bottom: parent.bottom
        width: parent.width
        implicitHeight: 12 * Theme.u
        filled: sheet.chosen === ""
        icon_: filled ? "check" : ""
        text: Texts.say("kioskstaff.booth_none", {})
        Accessible.selectable: true
        Accessible.selected: filled
        onClicked: sheet.setting.chooseBooth("")
    }
}
