pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// All that the first picture does not need: a page over the status strip, and over both what nobody may overlook.
FocusScope {
    id: stage

    required property Scanner scanner
    required property Window window
    required property real scale_ // a pixel of the drawings
    required property url poster // the picture of the ready page, painted for just this size; or none

    readonly property bool typing: window.activeFocusItem instanceof TextInput || window.activeFocusItem instanceof TextEdit

    focus: true

    component Told: Binding {
        target: Theme
    }

    Told {
        property: "desk"
        value: stage.scale_ * 20 / 3
    }
    Told {
        property: "width"
        value: stage.width
    }
    Told {
        property: "height"
        value: stage.height
    }
    Told {
        property: "still"
        value: stage.scanner.still
    }
    Told {
        property: "dark"
        value: stage.scanner.dark
    }
    Told {
        property: "contrast"
        value: false
    }
    Binding {
        target: Texts
        property: "source"
        value: stage.scanner.words
    }
    Binding {
        target: stage.window
        property: "color"
        value: Theme.ground
    }

    component Key: Shortcut {
        context: Qt.WindowShortcut
    }

    Key {
        sequence: "F1"
        onActivated: stage.scanner.open("test")
    }
    Key {
        sequence: "F2"
        onActivated: stage.scanner.open(stage.scanner.door ? "failed" : "leads")
    }
    Key {
        sequence: "F3"
        onActivated: stage.scanner.open("number")
    }
    Key {
        sequence: "F4"
        enabled: !stage.scanner.door
        onActivated: stage.scanner.open("form")
    }
    Key {
        sequence: "F5"
        onActivated: stage.scanner.handOver()
    }
    Key {
        sequence: "F6"
        enabled: stage.scanner.door
        onActivated: stage.scanner.pass_(stage.scanner.direction === "in" ? "out" : "in")
    }
    Key {
        sequence: "F7"
        onActivated: {
            const known = stage.scanner.words.interfaces.map(it => it.code);
            stage.scanner.speak(known[(known.indexOf(stage.scanner.words.language) + 1) % known.length]);
        }
    }
    Key {
        sequence: "F8"
        onActivated: stage.scanner.darken(!stage.scanner.dark)
    }
    Key {
        sequence: "F9"
        onActivated: stage.scanner.sound(!stage.scanner.loud)
    }
    Key {
        sequences: [StandardKey.Undo]
        enabled: !stage.typing
        onActivated: stage.scanner.undo()
    }
    Key {
        sequences: [StandardKey.Paste]
        enabled: !stage.typing
        onActivated: stage.scanner.paste()
    }
    Key {
        sequences: [StandardKey.Quit]
        onActivated: stage.window.close()
    }

    Connections {
        target: stage.scanner

        function onPageChanged(): void {
            if (page.item)
                (page.item as Item).forceActiveFocus();
            if (stage.scanner.page === "verdict" && !stage.scanner.still)
                entering.restart();
        }
    }
    Connections {
        target: stage.scanner.work

        function onUndone(words: string): void {
            told.say(words);
        }
    }

    Parting {
        id: parting

        width: parent.width
        height: page.height
    }
    // What a verdict looks like is painted before it is needed, its shape first.
    Repeater {
        model: stage.scanner.loaded ? ["check", "ring", "cross", "question", "arrows", "bar", "full", "clock", "unsaved", "plus", "sign", "tick", "known"] : []

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
        model: stage.scanner.loaded ? ["good", "refused", "unknown", "hold", "known"] : []

        Picture {
            required property string modelData

            visible: false
            width: parting.wide
            height: parting.high
            scene: "verdict-" + modelData
            theme: "day"
        }
    }

    Rectangle {
        id: practice

        width: parent.width
        height: visible ? 40 * Theme.px : 0
        visible: stage.scanner.practice
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

        readonly property bool whole: stage.scanner.page === "verdict" && stage.scanner.panel.kind === "unsaved"

        y: practice.height
        width: parent.width
        height: visible ? Math.max(64 * Theme.px, sorrow.height + 24 * Theme.px) : 0
        visible: stage.scanner.trouble !== "" && !whole
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
            text: (stage.scanner.opened ? Texts.say("scanner.unsaved_edit", {}) + " " : "") + stage.scanner.trouble
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
            visible: !stage.scanner.opened
            high: 48
            letter: 20
            dark: true
            text: Texts.say("scanner.try_again", {})
            onClicked: stage.scanner.retry()
        }
    }
    Loader {
        id: page

        y: practice.height + trouble.height
        width: parent.width
        height: strip.y - y
        focus: true
        sourceComponent: {
            switch (stage.scanner.page) {
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

        scanner: stage.scanner
        y: parent.height - height
        width: parent.width
    }
    // A sentence about what cannot be, or what was taken back.
    Rectangle {
        id: told

        property string passing: ""

        readonly property string words: stage.scanner.said || passing

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
        color: stage.scanner.said ? Theme.son : Theme.forest
        border.width: 3 * Theme.px
        border.color: stage.scanner.said ? Theme.paper : Theme.sprout
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
                stage.scanner.drop(drop.urls);
        }
    }

    Component {
        id: ready

        ReadyPage {
            scanner: stage.scanner
            poster: stage.poster
        }
    }
    Component {
        id: verdict

        VerdictPage {
            scanner: stage.scanner
        }
    }
    Component {
        id: leads

        LeadsPage {
            scanner: stage.scanner
        }
    }
    Component {
        id: failed

        FailedPage {
            scanner: stage.scanner
        }
    }
    Component {
        id: test

        TestPage {
            scanner: stage.scanner
        }
    }
    Component {
        id: form

        FormPage {
            scanner: stage.scanner
        }
    }
}
