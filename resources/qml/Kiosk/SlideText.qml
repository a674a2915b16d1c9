pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The words of a slide.
Item {
    id: texts

    required property Attract loop

    readonly property var slide: loop.slide
    readonly property string kind: slide.kind ?? ""

    // Whose event this is stands over the theme and the programme.
    Item {
        visible: texts.kind === "theme" || texts.kind === "welcome" || texts.kind === "sessions"
        x: Theme.margin
        y: 5.75 * Theme.u
        width: parent.width - 2 * x

        Label {
            width: parent.width * 0.65
            text: texts.loop.about.name
            step: "small"
            bold: true
            color: Theme.mint
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Column {
            anchors.right: parent.right

            Label {
                anchors.right: parent.right
                text: texts.loop.about.place
                step: "small"
                color: Theme.mint
            }
            Label {
                anchors.right: parent.right
                text: texts.loop.about.days
                step: "small"
                color: Theme.mint
            }
        }
    }
    Item {
        visible: texts.kind === "theme" || texts.kind === "welcome"
        x: Theme.margin
        y: (Theme.portrait ? 16.5 : 17.5) * Theme.u
        width: Theme.column

        Label {
            id: headline

            readonly property real size: texts.loop.headline.size * Theme.u

            x: -0.045 * size
            text: texts.loop.headline.text
            step: "poster"
            bold: true
            color: Theme.paper
            font.pixelSize: Math.max(1, Math.round(size))
            font.letterSpacing: -0.033 * size
            lineHeight: 1.09 * size
        }
        Label {
            anchors.top: headline.bottom
            anchors.topMargin: 0.75 * Theme.u
            width: parent.width
            text: texts.loop.headline.under
            step: "title"
            factor: 0.93
            bold: true
            color: Theme.lantern
            wrapMode: Text.Wrap
        }
    }

    // A number that is a picture: one light for each.
    Item {
        visible: texts.kind === "fact"
        x: Theme.margin
        width: parent.width - 2 * x

        Label {
            id: number

            x: -1.5 * Theme.u
            y: 42.75 * Theme.u - height
            text: texts.slide.shown ?? ""
            step: "number"
            factor: Math.min(1, 3.2 / text.length) // what stands beside it has its room
            bold: true
            color: Theme.paper
        }
        Column {
            y: 39.75 * Theme.u
            width: Math.min(parent.width, Theme.column)
            spacing: 0.5 * Theme.u

            Balanced {
                width: parent.width
                text: texts.slide.words ?? ""
                step: "title"
                factor: 0.93
                bold: true
                color: Theme.lantern
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Label {
                width: parent.width
                text: texts.slide.source ?? ""
                step: "note"
                color: Theme.mint
                elide: Text.ElideRight
                maximumLineCount: 1
            }
        }
        Column {
            id: beside

            readonly property int side: Theme.portrait ? Text.AlignRight : Text.AlignLeft

            x: Theme.portrait ? parent.width - width : number.width + 6 * Theme.u
            y: 11 * Theme.u
            width: Theme.portrait ? Math.min(50 * Theme.u, parent.width - number.width - 3 * Theme.u) : 50 * Theme.u

            Label {
                width: parent.width
                horizontalAlignment: beside.side
                text: texts.slide.figure ?? ""
                step: "head"
                bold: true
                color: Theme.paper
                elide: Text.ElideRight
                maximumLineCount: 1
            }
            Label {
                width: parent.width
                horizontalAlignment: beside.side
                text: texts.slide.beside ?? ""
                step: "body"
                factor: 0.94
                color: Theme.mint
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
            }
        }
    }

    // What begins soon.
    Column {
        visible: texts.kind === "sessions"
        x: Theme.margin
        y: (Theme.portrait ? 17 : 18) * Theme.u
        width: Theme.portrait ? Theme.column : 105 * Theme.u
        spacing: 2.5 * Theme.u

        Label {
            x: -0.4 * Theme.u
            text: Texts.say("kiosk.soon", {})
            step: "display"
            bold: true
            color: Theme.paper
        }
        Repeater {
            model: texts.kind === "sessions" ? texts.slide.rows : []

            Row {
                id: session

                required property var modelData

                spacing: 3 * Theme.u

                Digits {
                    width: 19 * Theme.u
                    text: session.modelData.time
                    step: "title"
                    factor: 0.85
                    bold: true
                    color: Theme.lantern
                }
                Column {
                    Label {
                        width: (Theme.portrait ? 97 : 80) * Theme.u
                        text: session.modelData.title
                        step: "sub"
                        factor: 0.85
                        bold: true
                        color: Theme.paper
                        elide: Text.ElideRight
                        maximumLineCount: 1
                    }
                    Label {
                        width: (Theme.portrait ? 97 : 80) * Theme.u
                        text: session.modelData.room
                        elide: Text.ElideRight
                        step: "small"
                        color: Theme.mint
                    }
                }
            }
        }
    }

    // A product and who shows it.
    Item {
        visible: texts.kind === "product"
        x: Theme.margin
        y: Theme.portrait ? 0.56 * parent.height + 4 * Theme.u : 10 * Theme.u
        width: Theme.portrait ? Theme.column : 0.44 * parent.width - 12 * Theme.u

        Column {
            width: parent.width
            spacing: 1.5 * Theme.u

            Label {
                id: owner

                width: parent.width
                text: [texts.slide.owner ?? "", texts.slide.booth ?? "", texts.slide.titleNote ?? ""].filter(Boolean).join(", ")
                step: "lead"
                bold: true
                color: Theme.lantern
                elide: Text.ElideRight
                maximumLineCount: 1
            }
            Label {
                width: parent.width
                text: texts.slide.title ?? ""
                step: "big"
                factor: text.length > 20 ? 0.82 : 1
                bold: true
                color: Theme.paper
                wrapMode: Text.Wrap
                maximumLineCount: Theme.portrait ? 2 : 4
                elide: Text.ElideRight
            }
            Label {
                width: parent.width
                text: texts.slide.pitch ?? ""
                step: "sub"
                factor: 0.8
                color: Theme.mint
                wrapMode: Text.Wrap
                maximumLineCount: Theme.portrait ? 2 : 4
                elide: Text.ElideRight
            }
        }
    }
}
