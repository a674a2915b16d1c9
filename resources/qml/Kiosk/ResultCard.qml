pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A product, an organisation or a session in a list. `entry` is what `showcase.kiosk.cards` makes.
Touch {
    id: card

    required property var entry

    readonly property real thumb: 22 * Theme.u
    // Pieces of the title, with whether they were searched for. Marked text cannot be cut: a title for which two lines
    // are not enough is shown without.
    readonly property bool markable: title.font.pixelSize > 0 && entry.title.length * 0.56 * title.font.pixelSize < 1.7 * texts.width
    readonly property var marks: down || !markable ? [] : entry.marks ?? []
    readonly property bool twoLines: title.contentHeight > 2 * title.font.pixelSize // marked text does not count its lines

    function plain(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    }

    readonly property color ink: down ? Theme.cardDownText : Theme.text

    implicitHeight: 18.75 * Theme.u
    radius: Theme.r2
    text: [entry.title, entry.line, entry.kind, entry.code].filter(Boolean).join(", ")
    onClicked: if (cover.visible)
        Opened.note(cover)

    background: Ground {
        radius: card.radius
        down: card.down
        rest: Theme.card
        pressed: Theme.cardDown
        border.width: Theme.contrast ? Theme.thin : 0
        border.color: Theme.cardLine

        Picture {
            id: cover

            visible: !card.entry.logo && !Theme.contrast
            width: card.thumb
            height: parent.height
            picture: card.entry.picture
            scene: card.entry.scene
            seed: card.entry.seed
            corners: [card.radius, 0, 0, card.radius]
        }
        Picture {
            visible: !!card.entry.logo && !Theme.contrast
            x: 4 * Theme.u
            y: (parent.height - height) / 2
            width: 14 * Theme.u
            height: width
            picture: card.entry.logo ?? ""
            corners: [2 * Theme.u]
        }
    }
    contentItem: Item {
        Column {
            id: texts

            readonly property real start: Theme.contrast ? 3 * Theme.u : card.thumb + 3.5 * Theme.u

            x: start
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - start - code.width - 6 * Theme.u

            Balanced {
                id: title

                width: parent.width
                text: card.marks.length ? card.marks.map(piece => piece.on ? "<span style='background-color:" + Theme.mark + ";color:" + Theme.markText + "'>" + card.plain(piece.text) + "</span>" : card.plain(piece.text)).join("") : card.entry.title
                plain: card.entry.title
                textFormat: card.marks.length ? Text.RichText : Text.PlainText
                step: "body"
                bold: true
                color: card.ink
                elide: Text.ElideRight
                maximumLineCount: 2
            }
            Clauses {
                width: parent.width
                whole: card.twoLines ? [card.entry.changed, card.entry.titleNote, card.entry.line, card.entry.changed ? "" : card.entry.kind].filter(Boolean).join(", ") : card.entry.line
                core: card.entry.changed || card.entry.room || ""
                step: "small"
                color: card.down ? Theme.cardDownText : Theme.quiet
            }
            Clauses {
                visible: !card.twoLines
                width: parent.width
                whole: [card.entry.kind, card.entry.titleNote].filter(Boolean).join(", ")
                step: "small"
                color: card.down ? Theme.cardDownText : Theme.green
            }
        }
        Label {
            id: code

            anchors.right: parent.right
            anchors.rightMargin: 4 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            text: card.entry.code
            step: "head"
            factor: 0.88
            bold: true
            color: card.down ? Theme.cardDownText : Theme.title
        }
    }
}
