pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The window: a page over the status strip, and over both what nobody may overlook.
Window {
    id: window

    required property Scanner scanner

    // A pixel of the drawings: all of a window of 1366 by 768; one that is larger grows as a whole to one and a half.
    readonly property real scale_: Math.min(width / 1366, height / 768, Math.max(1.5, 0.375 * scanner.pixelsPerMm))
    readonly property bool typing: activeFocusItem instanceof TextInput || activeFocusItem instanceof TextEdit

    width: 1366
    height: 768
    minimumWidth: 683
    minimumHeight: 384
    color: Theme.ground
    title: "Showcase"

    component Told: Binding {
        target: Theme
    }

    Told {
        property: "desk"
        value: window.scale_ * 20 / 3
    }
    Told {
        property: "width"
        value: window.width
    }
    Told {
        property: "height"
        value: window.height
    }
    Told {
        property: "still"
        value: window.scanner.still
    }
    Told {
        property: "dark"
        value: window.scanner.dark
    }
    Told {
        property: "contrast"
        value: false
    }
    Binding {
        target: Texts
        property: "source"
        value: window.scanner.words
    }

    component Key: Shortcut {
        context: Qt.WindowShortcut
    }

    Key {
        sequence: "F1"
        onActivated: window.scanner.open("test")
    }
    Key {
        sequence: "F2"
        onActivated: window.scanner.open(window.scanner.door ? "failed" : "leads")
    }
    Key {
        sequence: "F3"
        onActivated: window.scanner.open("number")
    }
    Key {
        sequence: "F4"
        enabled: !window.scanner.door
        onActivated: window.scanner.open("form")
    }
    Key {
        sequence: "F5"
        onActivated: window.scanner.handOver()
    }
    Key {
        sequence: "F6"
        enabled: window.scanner.door
        onActivated: window.scanner.pass_(window.scanner.direction === "in" ? "out" : "in")
    }
    Key {
        sequence: "F7"
        onActivated: {
            const known = window.scanner.words.interfaces.map(it => it.code);
            window.scanner.speak(known[(known.indexOf(window.scanner.words.language) + 1) % known.length]);
        }
    }
    Key {
        sequence: "F8"
        onActivated: window.scanner.darken(!window.scanner.dark)
    }
    Key {
        sequence: "F9"
        onActivated: window.scanner.sound(!window.scanner.loud)
    }
    Key {
        sequences: [StandardKey.Undo]
        enabled: !window.typing
        onActivated: window.scanner.undo()
    }
    Key {
        sequences: [StandardKey.Paste]
        enabled: !window.typing
        onActivated: window.scanner.paste()
    }
    Key {
        sequences: [StandardKey.Quit]
        onActivated: window.close()
    }

    Connections {
        target: window.scanner

        function onPageChanged(): void {
            if (page.item)
                (page.item as Item).forceActiveFocus();
            if (window.scanner.page === "verdict" && !window.scanner.still)
                entering.restart();
        }
    }
    Connections {
        target: window.scanner.work

        function onUndone(words: string): void {
            told.say(words);
        }
    }

    // What a verdict looks like is painted before it is needed, its shape first.
    Repeater {
        model: window.scanner.opened ? ["check", "ring", "cross", "question", "arrows", "bar", "full", "clock", "unsaved", "plus", "sign", "tick", "known"] : []

        Picture {
            required property string modelData

            visible: false
            width: 200 * Theme.px
            height: width
            scene: "shape-" + modelData
            theme: "day"
        }
    }
    Repeater {
        model: window.scanner.opened ? ["good", "refused", "unknown", "hold", "known"] : []

        Picture {
            required property string modelData

            visible: false
            width: 580 * Theme.px
            height: page.height
            scene: "verdict-" + modelData
            theme: "day"
        }
    }

    Rectangle {
        id: practice

        width: parent.width
        height: visible ? 40 * Theme.px : 0
        visible: window.scanner.practice
        color: Theme.lantern

        Row {
            anchors.centerIn: parent
            spacing: 12 * Theme.px

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "flask-conical"
                ink: Theme.night
                size: 26 * Theme.px
            }
            Line {
                anchors.verticalCenter: parent.verticalCenter
                text: Texts.say("scanner.practice", {})
                high: 21
                bold: true
                color: Theme.night
            }
        }
    }
    // What could not be saved, until something can be: nobody overlooks a band in lacquer red.
    Rectangle {
        id: trouble

        readonly property bool whole: window.scanner.page === "verdict" && window.scanner.panel.kind === "unsaved"

        y: practice.height
        width: parent.width
        height: visible ? Math.max(64 * Theme.px, sorrow.height + 24 * Theme.px) : 0
        visible: window.scanner.trouble !== "" && !whole
        color: Theme.son
        Accessible.role: Accessible.AlertMessage
        Accessible.name: sorrow.text

        Icon {
            x: 32 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            name: "save-off"
            ink: Theme.paper
            size: 36 * Theme.px
        }
        Line {
            id: sorrow

            x: 84 * Theme.px
            width: again.x - x - 20 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            text: (window.scanner.opened ? Texts.say("scanner.unsaved_edit", {}) + " " : "") + window.scanner.trouble
            high: 22
            pitch: 30
            bold: true
            wrapMode: Text.Wrap
            color: Theme.paper
        }
        Action {
            id: again

            anchors.right: parent.right
            anchors.rightMargin: 32 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            width: visible ? implicitWidth : 0
            visible: !window.scanner.opened
            high: 48
            letter: 20
            dark: true
            text: Texts.say("scanner.try_again", {})
            onClicked: window.scanner.retry()
        }
    }
    Loader {
        id: page

        y: practice.height + trouble.height
        width: parent.width
        height: strip.y - y
        focus: true
        sourceComponent: {
            switch (window.scanner.page) {
            case "verdict":
            case "lead":
                return verdict;
            case "leads":
                return leads;
            case "failed":
                return failed;
            case "test":
                return test;
            case "form":
                return form;
            default:
                return ready;
            }
        }
        onLoaded: (item as Item).forceActiveFocus()
    }
    NumberAnimation {
        id: entering

        target: page
        property: "x"
        from: -24 * Theme.px
        to: 0
        duration: 120
        easing.type: Easing.OutCubic
    }
    Strip {
        id: strip

        scanner: window.scanner
        y: parent.height - height
        width: parent.width
    }
    // A sentence about what cannot be, or what was taken back.
    Rectangle {
        id: told

        property string passing: ""

        readonly property string words: window.scanner.said || passing

        function say(sentence: string): void {
            passing = sentence;
            fading.restart();
        }

        visible: words !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        y: strip.y - height - 24 * Theme.px
        width: Math.min(parent.width - 120 * Theme.px, sentence.implicitWidth + 64 * Theme.px)
        height: sentence.height + 32 * Theme.px
        radius: 20 * Theme.px
        color: window.scanner.said ? Theme.son : Theme.forest
        border.width: 3 * Theme.px
        border.color: window.scanner.said ? Theme.paper : Theme.sprout
        Accessible.role: Accessible.AlertMessage
        Accessible.name: told.words

        Line {
            id: sentence

            anchors.centerIn: parent
            width: told.width - 64 * Theme.px
            horizontalAlignment: Text.AlignHCenter
            text: told.words
            high: 23
            bold: true
            wrapMode: Text.Wrap
            color: Theme.paper
        }
        Timer {
            id: fading

            interval: 5000
            onTriggered: told.passing = ""
        }
        TapHandler {
            onTapped: told.passing = ""
        }
    }
    DropArea {
        anchors.fill: parent
        onEntered: drag => {
            drag.accepted = drag.hasUrls;
        }
        onDropped: drop => {
            if (drop.hasUrls)
                window.scanner.drop(drop.urls);
        }
    }

    Component {
        id: ready

        ReadyPage {
            scanner: window.scanner
        }
    }
    Component {
        id: verdict

        VerdictPage {
            scanner: window.scanner
        }
    }
    Component {
        id: leads

        LeadsPage {
            scanner: window.scanner
        }
    }
    Component {
        id: failed

        FailedPage {
            scanner: window.scanner
        }
    }
    Component {
        id: test

        TestPage {
            scanner: window.scanner
        }
    }
    Component {
        id: form

        FormPage {
            scanner: window.scanner
        }
    }
}
