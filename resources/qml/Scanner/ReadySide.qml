pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// How the station stands, and what else can be done.
FocusScope {
    id: side

    required property Scanner scanner

    readonly property Ready ready: scanner.ready
    readonly property real room: width - 96 * Theme.px

    focus: true

    Line {
        x: 48 * Theme.px
        y: 36 * Theme.px
        width: side.room - time.width - 16 * Theme.px
        text: side.ready.owner + (side.ready.owner && side.ready.place ? ", " : "") + side.ready.place
        high: 20
        pitch: 28
        bold: true
        elide: Text.ElideRight
        color: Theme.title
    }
    Digits {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: 48 * Theme.px
        y: 36 * Theme.px
        text: side.scanner.clock
        step: "note"
        color: Theme.quiet
    }
    Fitted {
        id: title

        x: 47 * Theme.px
        y: 78 * Theme.px
        width: side.room
        text: side.scanner.opened ? Texts.say("scanner.ready", {}) : side.scanner.trouble ? Texts.say("scanner.not_ready", {}) : Texts.say("scanner.opening", {})
        most: 62
        lines: 1
        bold: true
        color: Theme.title
    }
    Rectangle {
        id: rule

        x: 48 * Theme.px
        y: 176 * Theme.px
        width: side.room
        height: 2 * Theme.px
        color: Theme.rule
    }
    Row {
        id: count

        visible: side.ready.known
        x: 46 * Theme.px
        y: rule.y + 12 * Theme.px
        height: 100 * Theme.px
        spacing: 20 * Theme.px

        Digits {
            anchors.verticalCenter: parent.verticalCenter
            text: String(side.ready.count)
            step: "big"
            factor: 94 * Theme.px / Theme.size("big")
            bold: true
            color: Theme.title
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter

            Line {
                text: side.ready.countWords
                high: 24
                pitch: 32
            }
            Line {
                text: side.ready.countMore
                high: 20
                pitch: 28
                color: Theme.quiet
            }
        }
    }
    Rectangle {
        id: second

        x: 48 * Theme.px
        y: 302 * Theme.px
        width: side.room
        height: 2 * Theme.px
        color: Theme.rule
    }

    // What somebody must know: the file cannot be used, the clock is doubtful, the hall is full, the list is old.
    Column {
        id: warnings

        x: 48 * Theme.px
        y: second.y + 12 * Theme.px
        width: side.room
        spacing: 8 * Theme.px

        component Warning: Row {
            id: warning

            property string icon: "triangle-alert"
            property string words: ""

            visible: words !== ""
            spacing: 12 * Theme.px

            Icon {
                name: warning.icon
                ink: Theme.dark ? Theme.glow : Theme.amber
                size: 28 * Theme.px
            }
            Line {
                width: side.room - 40 * Theme.px
                text: warning.words
                high: 20
                pitch: 28
                wrapMode: Text.Wrap
                color: Theme.dark ? Theme.glow : Theme.amber
            }
        }

        Warning {
            words: side.ready.clockWords
            icon: "clock"
        }
        Warning {
            words: side.ready.full ? Texts.say("scanner.hall_full", {}) : ""
            icon: "users"
        }
        Warning {
            words: side.scanner.serial.trouble
            icon: "usb"
        }
        Line {
            visible: side.ready.known
            width: side.room
            text: side.ready.listAge
            high: 20
            pitch: 28
            elide: Text.ElideRight
            color: side.ready.listOld ? (Theme.dark ? Theme.glow : Theme.amber) : Theme.quiet
            bold: side.ready.listOld
        }
    }

    // The last three.
    Column {
        id: rows

        visible: !side.scanner.door
        x: 48 * Theme.px
        y: warnings.y + warnings.height + 2 * Theme.px
        width: side.room

        Repeater {
            model: side.ready.recent.slice(0, Math.max(0, Math.floor((foot.y - rows.y - 6 * Theme.px) / (72 * Theme.px))))

            Touch {
                id: row

                required property var modelData

                width: side.room
                height: 72 * Theme.px
                radius: 12 * Theme.px
                text: modelData.name
                Accessible.description: modelData.about
                onClicked: side.scanner.openLead(modelData.subject)

                background: Ground {
                    radius: row.radius
                    down: row.down
                    rest: "transparent"
                    pressed: Theme.down
                }
                contentItem: Item {
                    Rectangle {
                        id: disc

                        anchors.verticalCenter: parent.verticalCenter
                        width: 34 * Theme.px
                        height: width
                        radius: width / 2
                        color: Theme.leaf

                        Icon {
                            anchors.centerIn: parent
                            name: "check"
                            ink: Theme.white
                            size: 24 * Theme.px
                        }
                    }
                    Column {
                        x: 52 * Theme.px
                        width: lit.x - x - 16 * Theme.px
                        anchors.verticalCenter: parent.verticalCenter

                        Line {
                            width: parent.width
                            text: row.modelData.name
                            high: 23
                            pitch: 30
                            bold: true
                            elide: Text.ElideRight
                            color: Theme.text
                        }
                        Line {
                            width: parent.width
                            visible: text !== ""
                            text: row.modelData.about
                            high: 20
                            pitch: 26
                            elide: Text.ElideRight
                            color: Theme.quiet
                        }
                    }
                    Lanterns {
                        id: lit

                        anchors.verticalCenter: parent.verticalCenter
                        x: parent.width - Math.max(84 * Theme.px, met.width + 20 * Theme.px) - width
                        rating: row.modelData.rating
                    }
                    Digits {
                        id: met

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.modelData.time
                        step: "note"
                        color: Theme.quiet
                    }
                    Rectangle {
                        y: parent.height - height
                        width: parent.width
                        height: 2 * Theme.px
                        color: Theme.faintRule
                    }
                }
            }
        }
        Line {
            visible: side.ready.known && side.ready.recent.length === 0
            topPadding: 12 * Theme.px
            width: side.room
            text: Texts.say("scanner.nobody_yet", {})
            high: 22
            pitch: 31
            wrapMode: Text.Wrap
            color: Theme.text
        }
    }
    // In or out, at a door.
    Row {
        visible: side.scanner.door
        x: 48 * Theme.px
        y: foot.y - height - 24 * Theme.px
        spacing: 16 * Theme.px

        Pick {
            width: (side.room - 16 * Theme.px) / 2
            implicitHeight: 92 * Theme.px
            icon_: "log-in"
            letter: 26
            text: Texts.say("scanner.way_in", {})
            on: side.scanner.direction === "in"
            onClicked: side.scanner.pass_("in")
        }
        Pick {
            width: (side.room - 16 * Theme.px) / 2
            implicitHeight: 92 * Theme.px
            icon_: "log-out"
            letter: 26
            text: Texts.say("scanner.way_out", {})
            on: side.scanner.direction === "out"
            onClicked: side.scanner.pass_("out")
        }
    }
    Row {
        id: foot

        x: 48 * Theme.px
        y: parent.height - height - 60 * Theme.px
        spacing: 16 * Theme.px

        Action {
            width: (side.room - 16 * Theme.px) / 2
            icon_: side.scanner.door ? "list" : "search"
            text: side.scanner.door ? Texts.say("scanner.failed_short", {}) : Texts.say("scanner.find_name", {})
            key: "F2"
            onClicked: side.scanner.open(side.scanner.door ? "failed" : "leads")
        }
        Action {
            width: (side.room - 16 * Theme.px) / 2
            style: "filled"
            icon_: "keyboard"
            text: Texts.say("scanner.type_number", {})
            key: "F3"
            onClicked: side.scanner.open("number")
        }
    }
    // What is needed seldom: test, questions, language, light, sound.
    Row {
        id: small

        x: 40 * Theme.px
        y: parent.height - height - 6 * Theme.px
        spacing: 2 * Theme.px

        component Small: Touch {
            id: one

            property string icon_: ""
            property string key: ""
            property string mark: ""

            implicitHeight: 44 * Theme.px
            implicitWidth: parts.implicitWidth + 16 * Theme.px
            Accessible.description: key

            background: Ground {
                radius: one.radius
                down: one.down
                rest: "transparent"
                pressed: Theme.down
            }
            contentItem: Item {
                Row {
                    id: parts

                    anchors.centerIn: parent
                    spacing: 8 * Theme.px

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: name !== ""
                        name: one.icon_
                        ink: Theme.quiet
                        size: 24 * Theme.px
                    }
                    Line {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: text !== ""
                        text: one.mark
                        high: 20
                        color: Theme.quiet
                    }
                }
            }
        }
        Small {
            icon_: "scan-qr-code"
            key: "F1"
            text: Texts.say("scanner.self_test", {})
            mark: Texts.say("scanner.self_test_short", {})
            onClicked: side.scanner.open("test")
        }
        Small {
            visible: !side.scanner.door
            icon_: "message-square-more"
            key: "F4"
            text: Texts.say("scanner.questions", {})
            mark: Texts.say("scanner.questions_short", {})
            onClicked: side.scanner.open("form")
        }
        Small {
            icon_: "user"
            key: "F5"
            text: side.scanner.staff ? Texts.say("scanner.scans_now", {
                name: side.scanner.staff
            }) : Texts.say("scanner.who_scans", {})
            mark: side.scanner.staff.length > 8 ? side.scanner.staff.slice(0, 7) + "…" : side.scanner.staff
            visible: !side.scanner.door || side.scanner.staff !== ""
            onClicked: side.scanner.handOver()
        }
        Small {
            icon_: side.scanner.dark ? "sun" : "moon"
            key: "F8"
            text: side.scanner.dark ? Texts.say("scanner.light", {}) : Texts.say("scanner.dark", {})
            onClicked: side.scanner.darken(!side.scanner.dark)
        }
        Small {
            icon_: side.scanner.loud ? "volume-2" : "volume-x"
            key: "F9"
            text: side.scanner.loud ? Texts.say("scanner.mute", {}) : Texts.say("scanner.unmute", {})
            onClicked: side.scanner.sound(!side.scanner.loud)
        }
        Repeater {
            model: side.scanner.words.interfaces

            Small {
                required property var modelData

                readonly property bool current: side.scanner.words.language === modelData.code

                text: modelData.name
                mark: modelData.code.toUpperCase()
                icon_: current ? "check" : ""
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: current
                onClicked: side.scanner.speak(modelData.code)
            }
        }
    }
}
