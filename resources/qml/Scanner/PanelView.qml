pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The verdict in colour, shape and words; who it is, as far as they allow.
Rectangle {
    id: view

    required property Scanner scanner

    signal consentAsked
    signal nameAsked

    readonly property Panel panel: scanner.panel
    readonly property string drum: ({
            good: "good",
            again: "good",
            hold: "hold",
            refused: "refused",
            known: "known"
        })[panel.tone] ?? "unknown"
    readonly property bool hold: panel.tone === "hold"
    readonly property color ink: hold ? Theme.night : Theme.paper
    readonly property bool statement: panel.kind === "refused" || panel.kind === "unsaved" || panel.kind === "thing"
    readonly property bool lead: panel.kind === "lead" && scanner.work.present
    readonly property real edge: 48 * Theme.px
    readonly property real room: width - 2 * edge

    color: ({
            good: Theme.moss,
            hold: Theme.lantern,
            refused: Theme.son,
            known: Theme.forest
        })[drum] ?? Theme.pine
    Accessible.role: Accessible.AlertMessage
    Accessible.name: panel.word + ". " + panel.line + ". " + panel.name

    Picture {
        anchors.fill: parent
        scene: "verdict-" + view.drum
        theme: "day"
        retainWhileLoading: false
    }
    Picture {
        x: 22 * Theme.px
        y: 34 * Theme.px
        width: 200 * Theme.px
        height: width
        scene: "shape-" + view.panel.figure
        theme: "day"
        retainWhileLoading: false
    }
    Fitted {
        id: word

        x: 228 * Theme.px
        y: 78 * Theme.px
        width: parent.width - x - 24 * Theme.px
        height: 76 * Theme.px
        verticalAlignment: Text.AlignBottom
        text: view.panel.word
        most: 62
        lines: 1
        bold: true
        color: view.ink
    }
    Fitted {
        anchors.left: word.left
        anchors.top: word.bottom
        width: word.width
        text: view.panel.line
        most: 26
        leading: 1.3
        lines: 2
        color: view.ink
    }

    // What happened, where nobody is named.
    Column {
        visible: view.statement
        x: view.edge
        y: 262 * Theme.px
        width: view.room
        spacing: 24 * Theme.px

        Fitted {
            width: parent.width
            text: view.panel.kind === "unsaved" ? Texts.say("scanner.unsaved_what", {}) : view.panel.name || view.panel.what
            most: 45
            leading: 1.3
            lines: 5
            bold: true
            color: view.ink
        }
        Line {
            width: parent.width
            visible: text !== ""
            text: view.panel.kind === "unsaved" ? view.scanner.trouble : view.panel.why ? view.panel.why : view.panel.kind === "thing" && view.panel.name && view.panel.organisation !== view.panel.name ? view.panel.organisation : ""
            high: 26
            pitch: 38
            wrapMode: Text.Wrap
            color: view.ink
        }
    }

    Column {
        visible: !view.statement
        x: view.edge
        y: 262 * Theme.px
        width: view.room

        Fitted {
            readonly property bool oneLine: Theme.portrait && text.length < 22

            x: -2 * Theme.px
            width: parent.width
            text: view.panel.name
            most: view.panel.cardWords !== "" || (view.height < 700 * Theme.px && !oneLine) || view.panel.job.length + view.panel.organisation.length > 80 ? 50 : 66
            lines: 2
            bold: true
            color: view.ink
        }
        Item {
            width: 1
            height: 14 * Theme.px
        }
        Line {
            width: parent.width
            visible: text !== ""
            text: [view.panel.job, view.panel.organisation].filter(part => part).join(", ")
            high: 25
            pitch: 35
            wrapMode: Text.Wrap
            maximumLineCount: view.height < 700 * Theme.px ? 2 : 3
            elide: Text.ElideRight
            color: view.ink
        }
        Item {
            width: 1
            height: 24 * Theme.px
        }
        Role {
            word: view.panel.role
            shape: view.panel.roleShape
        }
        Line {
            topPadding: 18 * Theme.px
            width: parent.width
            visible: text !== ""
            text: view.panel.cardWords
            high: 22
            pitch: 31
            wrapMode: Text.Wrap
            color: view.ink
        }
    }

    // Consent, and what the visitor says of themselves: one touch away, and neither is ever ticked beforehand.
    Flow {
        visible: view.lead && !view.scanner.work.withdrawn
        x: view.edge - 16 * Theme.px
        y: parent.height - height - 28 * Theme.px
        width: parent.width - 2 * x
        spacing: 8 * Theme.px

        component Way: Touch {
            id: way

            property string icon_: ""
            property string key: ""
            property bool bare: false // its words are for those who hear the screen

            dark: true
            implicitHeight: 56 * Theme.px
            implicitWidth: Math.min(parts.implicitWidth + 32 * Theme.px, view.width - 64 * Theme.px)
            Accessible.description: key

            background: Ground {
                radius: way.radius
                down: way.down
                rest: "transparent"
                pressed: view.hold ? Theme.ember : Theme.plinthDown
                border.width: 2 * Theme.px
                border.color: view.ink
            }
            contentItem: Item {
                Row {
                    id: parts

                    anchors.verticalCenter: parent.verticalCenter
                    x: 16 * Theme.px
                    spacing: 12 * Theme.px

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: way.icon_
                        ink: view.hold ? Theme.night : Theme.glow
                        size: 28 * Theme.px
                    }
                    Line {
                        readonly property real room: view.width - 298 * Theme.px
                        readonly property bool tight: measure.advanceWidth > room

                        anchors.verticalCenter: parent.verticalCenter
                        width: tight ? room : Math.ceil(measure.advanceWidth) + 1
                        visible: !way.bare
                        text: way.text
                        high: tight ? 20 : 22
                        pitch: tight ? 24 : 30
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        color: view.ink

                        TextMetrics {
                            id: measure

                            font.family: Theme.family
                            font.weight: Font.Medium
                            font.pixelSize: Math.max(1, Math.round(22 * Theme.px))
                            text: way.text
                        }
                    }
                    Kbd {
                        anchors.verticalCenter: parent.verticalCenter
                        key: way.key
                        ink: view.ink
                    }
                }
            }
        }
        Way {
            icon_: view.scanner.work.agreed ? "check" : "circle-dashed"
            key: "C"
            text: view.scanner.work.agreed || Texts.say("scanner.ask_consent", {})
            onClicked: view.consentAsked()
        }
        Way {
            icon_: "user-pen"
            key: "T"
            text: Texts.say("scanner.correct", {})
            bare: true
            onClicked: view.nameAsked()
        }
    }
    Row {
        visible: view.panel.foot !== ""
        x: view.edge
        y: parent.height - height - 44 * Theme.px
        spacing: 14 * Theme.px

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "info"
            ink: view.ink
            size: 30 * Theme.px
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            width: view.room - 44 * Theme.px
            wrapMode: Text.Wrap
            text: view.panel.foot
            high: 22
            color: view.ink
        }
    }
}
