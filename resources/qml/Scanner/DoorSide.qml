pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// At a door: how many are inside, and what can be done about somebody who was held back.
FocusScope {
    id: side

    required property Scanner scanner

    readonly property Panel panel: scanner.panel
    readonly property var counts: panel.counts
    readonly property bool hold: panel.kind === "hold"
    readonly property real room: width - 96 * Theme.px

    signal done

    Connections {
        target: side.scanner
        enabled: side.visible

        function onStruck(key: string): void {
            if (side.hold && key === "1")
                side.panel.admit();
            else if (side.hold && key === "2")
                side.done();
            else if (key === "u")
                side.scanner.undo();
        }
    }

    Fitted {
        id: title

        x: 47 * Theme.px
        y: 40 * Theme.px
        width: side.room
        text: {
            if (side.hold)
                return side.panel.act || side.panel.what;
            if (side.panel.answered === "still_inside")
                return Texts.say("scanner.answered_inside", {});
            if (side.panel.answered === "wrong_person")
                return Texts.say("scanner.answered_wrong", {});
            return Texts.say(side.scanner.direction === "in" || side.panel.answered ? "scanner.go_in" : "scanner.goodbye", {});
        }
        most: 48
        leading: 1.25
        lines: 3
        bold: true
        color: Theme.title
    }
    Line {
        id: why

        x: 48 * Theme.px
        y: title.y + title.height + 12 * Theme.px
        width: side.room
        visible: text !== ""
        text: side.hold ? side.panel.what : ""
        high: 24
        pitch: 34
        wrapMode: Text.Wrap
        color: Theme.text
    }
    Rectangle {
        id: rule

        x: 48 * Theme.px
        y: why.y + (why.visible ? why.height : 0) + 22 * Theme.px
        width: side.room
        height: 2 * Theme.px
        color: Theme.rule
    }
    Row {
        id: count

        x: 48 * Theme.px
        y: rule.y + 16 * Theme.px
        spacing: 20 * Theme.px

        Digits {
            text: String(side.counts.inside ?? 0)
            factor: 94 * Theme.px / Theme.size("big")
            step: "big"
            bold: true
            color: Theme.title
        }
        Column {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 14 * Theme.px

            Line {
                text: side.counts.words ?? ""
                high: 24
                pitch: 32
            }
            Line {
                text: side.counts.of ?? ""
                high: 20
                pitch: 28
                color: Theme.quiet
                visible: text !== ""
            }
        }
    }
    // How full it is: a bar, and the words above say it too.
    Rectangle {
        id: bar

        x: 48 * Theme.px
        y: count.y + count.height + 10 * Theme.px
        width: side.room
        height: visible ? 20 * Theme.px : 0
        visible: (side.counts.capacity ?? 0) > 0
        color: Theme.faintRule

        Rectangle {
            width: parent.width * Math.min(1, (side.counts.inside ?? 0) / Math.max(1, side.counts.capacity ?? 1))
            height: parent.height
            color: (side.counts.inside ?? 0) >= (side.counts.capacity ?? 0) ? Theme.lantern : Theme.leaf
        }
    }
    Line {
        x: 48 * Theme.px
        y: bar.y + bar.height + 12 * Theme.px
        width: side.room
        text: side.counts.more ?? ""
        high: 22
        color: Theme.quiet
    }

    Column {
        visible: side.hold
        x: 48 * Theme.px
        y: parent.height - height - 50 * Theme.px
        width: side.room
        spacing: 12 * Theme.px

        Answer {
            focus: side.hold
            width: parent.width
            first: true
            icon_: "log-in"
            text: Texts.say("scanner.admit", {})
            more: Texts.say("scanner.admit_more", {})
            key: "1"
            onClicked: side.panel.admit()
        }
        Answer {
            width: parent.width
            icon_: "hand"
            text: Texts.say("scanner.turn_away", {})
            more: Texts.say("scanner.turn_away_more", {})
            key: "2"
            onClicked: side.done()
        }
    }
    Row {
        visible: !side.hold
        x: 48 * Theme.px
        y: parent.height - height - 50 * Theme.px
        spacing: 14 * Theme.px

        Action {
            id: undo

            icon_: "undo-2"
            text: Texts.say("scanner.undo", {})
            key: "U"
            onClicked: side.scanner.undo()
        }
        Action {
            focus: !side.hold
            width: side.room - undo.width - 14 * Theme.px
            style: "next"
            text: Texts.say("scanner.scan_next", {})
            key: "Enter"
            onClicked: side.done()
        }
    }
}
