pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// A code that is no badge, or a scan that could not be saved.
FocusScope {
    id: side

    required property Scanner scanner

    readonly property Panel panel: scanner.panel
    readonly property bool unsaved: panel.kind === "unsaved"
    readonly property real room: width - 96 * Theme.px

    signal done
    signal numberAsked

    Fitted {
        id: title

        x: 47 * Theme.px
        y: 40 * Theme.px
        width: side.room
        text: side.unsaved ? Texts.say("scanner.unsaved_do", {}) : side.panel.act || side.panel.what
        most: 48
        leading: 1.25
        lines: 4
        bold: true
        color: side.unsaved ? Theme.wrong : Theme.title
    }
    Line {
        id: more

        x: 48 * Theme.px
        y: title.y + title.height + 16 * Theme.px
        width: side.room
        text: side.unsaved ? Texts.say("scanner.unsaved_more", {}) : ""
        visible: text !== ""
        high: 24
        pitch: 34
        wrapMode: Text.Wrap
        color: Theme.text
    }
    Picture {
        x: 48 * Theme.px
        y: title.y + title.height + 24 * Theme.px
        width: side.room
        height: foot.y - y - 32 * Theme.px
        visible: !side.unsaved && side.panel.notices.length === 0 && height > 120 * Theme.px
        scene: side.panel.picture
        theme: "day"
        retainWhileLoading: false
    }
    Column {
        x: 48 * Theme.px
        y: more.visible ? more.y + more.height + 20 * Theme.px : title.y + title.height + 20 * Theme.px
        width: side.room
        spacing: 14 * Theme.px

        Repeater {
            model: side.panel.notices

            Column {
                id: fault

                required property var modelData

                width: side.room

                Line {
                    width: parent.width
                    text: fault.modelData.name
                    high: 24
                    bold: true
                    wrapMode: Text.Wrap
                    color: Theme.title
                }
                Line {
                    width: parent.width
                    text: fault.modelData.advice
                    high: 22
                    pitch: 31
                    wrapMode: Text.Wrap
                    color: Theme.text
                }
            }
        }
    }
    Row {
        id: foot

        x: 48 * Theme.px
        y: parent.height - height - 50 * Theme.px
        spacing: 14 * Theme.px

        Action {
            focus: true
            width: side.room - number.width - 14 * Theme.px
            style: "next"
            text: Texts.say("scanner.scan_next", {})
            key: "Enter"
            onClicked: side.done()
        }
        Action {
            id: number

            icon_: "keyboard"
            text: Texts.say("scanner.type_number", {})
            key: "F3"
            onClicked: side.numberAsked()
        }
    }
}
