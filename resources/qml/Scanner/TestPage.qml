pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The one-minute test of a scanner: two codes to scan off the screen or off paper, what arrived, what is wrong.
FocusScope {
    id: page

    required property Scanner scanner

    property bool settingUp: false

    readonly property SelfCheck check: scanner.check
    readonly property var codes: check.codes
    readonly property bool upright: Theme.portrait

    focus: true
    Keys.onEscapePressed: scanner.home()

    Heading {
        id: head

        scanner: page.scanner
        width: parent.width
        title: Texts.say("scanner.self_test", {})

        Action {
            high: 56
            letter: 21
            icon_: "printer"
            text: Texts.say("scanner.print_test", {})
            onClicked: page.check.print()
        }
        Action {
            high: 56
            letter: 21
            icon_: "refresh-cw"
            text: Texts.say("scanner.test_again", {})
            onClicked: page.check.restart()
        }
    }
    Row {
        id: cards

        x: 32 * Theme.px
        y: head.height
        spacing: 20 * Theme.px

        Repeater {
            model: page.codes.length

            Rectangle {
                id: card

                required property int index

                readonly property var modelData: page.codes[index] ?? ({
                        name: "",
                        text: "",
                        proves: "",
                        passed: false
                    })

                width: page.upright ? (page.width - 84 * Theme.px) / 2 : 340 * Theme.px
                height: Math.min((page.upright ? 500 : 620) * Theme.px, page.height - head.height - 28 * Theme.px)
                radius: 24 * Theme.px
                color: Theme.white
                border.width: (modelData.passed ? 6 : 3) * Theme.px
                border.color: modelData.passed ? Theme.leaf : Theme.straw

                Line {
                    x: 22 * Theme.px
                    y: 16 * Theme.px
                    text: String(card.index + 1)
                    high: 34
                    bold: true
                    color: Theme.forest
                }
                Icon {
                    anchors.right: parent.right
                    anchors.rightMargin: 18 * Theme.px
                    y: 18 * Theme.px
                    visible: card.modelData.passed
                    name: "circle-check"
                    ink: Theme.leaf
                    size: 44 * Theme.px
                }
                Image {
                    id: code

                    x: (parent.width - width) / 2
                    y: 70 * Theme.px
                    width: 296 * Theme.px
                    height: width
                    sourceSize: Qt.size(Math.floor(width * Screen.devicePixelRatio), Math.floor(height * Screen.devicePixelRatio))
                    asynchronous: true
                    source: width > 1 && card.modelData.text ? "image://qr/" + encodeURIComponent(card.modelData.text) : ""
                    fillMode: Image.Pad
                    Accessible.role: Accessible.Graphic
                    Accessible.name: Texts.say("scanner.test_code", {})
                }
                Line {
                    x: 22 * Theme.px
                    y: code.y + code.height + 8 * Theme.px
                    width: parent.width - 2 * x
                    text: card.modelData.proves
                    high: 21
                    pitch: 29
                    wrapMode: Text.Wrap
                    color: Theme.ink
                }
            }
        }
    }
    Item {
        id: result

        x: page.upright ? cards.x : cards.x + cards.width + 36 * Theme.px
        y: page.upright ? cards.y + cards.height + 28 * Theme.px : head.height
        width: parent.width - x - 40 * Theme.px
        height: parent.height - y

        Fitted {
            id: verdict

            width: parent.width
            text: page.settingUp ? Texts.say("serial.set_up", {}) : page.check.verdict
            most: 44
            leading: 1.25
            lines: 2
            bold: true
            color: page.settingUp ? Theme.title : page.check.passed ? Theme.green : page.check.faults.length > 0 ? Theme.wrong : Theme.title
            Accessible.role: Accessible.AlertMessage
        }
        Flickable {
            id: told

            visible: !page.settingUp
            y: verdict.height + 16 * Theme.px
            width: parent.width
            height: change.y - y - 16 * Theme.px
            contentHeight: found.height + 20 * Theme.px
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: found

                width: parent.width
                spacing: 14 * Theme.px

                Repeater {
                    model: page.check.faults

                    Column {
                        id: fault

                        required property var modelData

                        width: found.width

                        Line {
                            width: parent.width
                            text: fault.modelData.name
                            high: 24
                            pitch: 32
                            bold: true
                            wrapMode: Text.Wrap
                            color: Theme.title
                        }
                        Line {
                            width: parent.width
                            text: fault.modelData.advice
                            high: 22
                            pitch: 30
                            wrapMode: Text.Wrap
                            color: Theme.text
                        }
                    }
                }
                Line {
                    visible: page.check.received_ !== ""
                    width: parent.width
                    text: Texts.say("scanner.received", {})
                    high: 20
                    color: Theme.quiet
                }
                Rectangle {
                    visible: page.check.received_ !== ""
                    width: parent.width
                    height: raw.height + 24 * Theme.px
                    color: Theme.quietTile

                    Line {
                        id: raw

                        x: 16 * Theme.px
                        y: 12 * Theme.px
                        width: parent.width - 2 * x
                        text: page.check.received_
                        high: 20
                        pitch: 28
                        wrapMode: Text.WrapAnywhere
                        maximumLineCount: 9
                        elide: Text.ElideRight
                        color: Theme.text
                    }
                }
            }
        }
        Action {
            id: change

            y: parent.height - height - 28 * Theme.px
            width: parent.width
            high: 56
            letter: 21
            icon_: page.settingUp ? "scan-qr-code" : "settings"
            text: page.settingUp ? Texts.say("serial.to_test", {}) : Texts.say("serial.nothing_comes", {})
            onClicked: page.settingUp = !page.settingUp
        }
        // Where a scanner is that does not type, and what one adds that cannot be set up otherwise.
        Column {
            id: around

            visible: page.settingUp
            y: verdict.height + 20 * Theme.px
            width: parent.width
            spacing: 8 * Theme.px

            SerialBox {
                scanner: page.scanner
                width: parent.width
            }
            Item {
                width: 1
                height: 16 * Theme.px
            }
            Line {
                width: parent.width
                text: Texts.say("scanner.around", {})
                high: 20
                pitch: 27
                wrapMode: Text.Wrap
                color: Theme.quiet
            }
            Row {
                spacing: 12 * Theme.px

                Box {
                    id: prefix

                    width: (around.width - 12 * Theme.px) / 2
                    high: 56
                    letter: 21
                    most: 20
                    name: Texts.say("scanner.prefix", {})
                    placeholder: Texts.say("scanner.prefix", {})
                    onTyped: words => page.check.typeAround(words, suffix.current())
                    Component.onCompleted: take(page.check.prefix)
                }
                Box {
                    id: suffix

                    width: (around.width - 12 * Theme.px) / 2
                    high: 56
                    letter: 21
                    most: 20
                    name: Texts.say("scanner.suffix", {})
                    placeholder: Texts.say("scanner.suffix", {})
                    onTyped: words => page.check.typeAround(prefix.current(), words)
                    Component.onCompleted: take(page.check.suffix)
                }
            }
        }
    }
}
