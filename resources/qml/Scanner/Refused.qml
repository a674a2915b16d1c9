pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What to do about a badge that does not count, and not only what is wrong with it.
FocusScope {
    id: side

    required property Scanner scanner

    readonly property Panel panel: scanner.panel
    readonly property real room: width - 96 * Theme.px

    signal done
    signal numberAsked

    Connections {
        target: side.scanner
        enabled: side.visible

        function onStruck(key: string): void {
            if (key === "u")
                side.scanner.undo();
        }
    }

    component Advice: Column {
        id: advice

        property string words: ""

        readonly property list<string> parts: words.split("\n")

        width: (side.room - 24 * Theme.px) / 2

        Line {
            width: parent.width
            text: advice.parts[0]
            high: 26
            pitch: 36
            bold: true
            wrapMode: Text.Wrap
            color: Theme.title
        }
        Line {
            width: parent.width
            text: advice.parts[1] ?? ""
            high: 23
            pitch: 32
            wrapMode: Text.Wrap
            color: Theme.text
        }
    }

    Fitted {
        id: title

        x: 47 * Theme.px
        y: 40 * Theme.px
        width: side.room
        text: side.panel.ask
        most: 48
        leading: 1.25
        lines: 2
        bold: true
        color: Theme.title
    }
    Picture {
        id: picture

        x: 48 * Theme.px
        y: title.y + title.height + 18 * Theme.px
        width: side.room
        height: ways.y - y - 16 * Theme.px
        scene: side.panel.picture
        theme: "day"
        retainWhileLoading: false
    }
    Row {
        id: ways

        x: 48 * Theme.px
        y: foot.y - height - 24 * Theme.px
        spacing: 24 * Theme.px

        Advice {
            words: side.panel.first
        }
        Advice {
            words: side.panel.second
        }
    }
    Row {
        id: foot

        x: 48 * Theme.px
        y: parent.height - height - 44 * Theme.px
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
