pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Nothing found, and the keyboard out of the way: a picture of what is about to open, what is near, one way on.
Item {
    id: empty

    required property PageBase base
    required property Search page

    signal opened(var entry)
    signal begun

    readonly property real room: height - 7 * Theme.u // what the column may be high
    readonly property real cardHeight: 17 * Theme.u * Theme.growth("body")
    readonly property real gap: 2.5 * Theme.u
    readonly property real needed: title.height + told.height + other.height + 2 * gap
    readonly property int cards: Math.max(1, Math.min(3, Math.floor((room - needed) / (cardHeight + gap))))
    readonly property real spare: room - needed - Math.min(cards, page.rows.length) * (cardHeight + gap)
    readonly property bool pictured: !Theme.portrait || spare > 26 * Theme.u

    Picture {
        id: stage

        visible: empty.pictured
        width: empty.base.stageWidth
        height: Theme.portrait ? Math.min(68 * Theme.u, empty.spare - 8 * Theme.u) : empty.height
        scene: "empty"
    }
    Column {
        id: column

        x: empty.base.columnX
        y: Theme.portrait && empty.pictured ? stage.height + 4.5 * Theme.u : 4 * Theme.u
        width: empty.base.columnWidth
        spacing: empty.gap

        Label {
            id: title

            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: Texts.say("kiosksearch.nothing", {
                text: empty.page.asked
            })
            step: Theme.portrait ? "head" : "title"
            bold: true
            color: Theme.title
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            topPadding: 0.1 * font.pixelSize
        }
        Balanced {
            id: told

            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: Texts.say(empty.page.near.length ? "kiosksearch.nothing_near" : empty.page.rows.length ? "kiosksearch.nothing_topics" : "kiosksearch.nothing_at_all", {})
            step: "lead"
            color: Theme.text
        }
        Repeater {
            model: empty.page.rows.slice(0, empty.cards)

            ResultCard {
                required property var modelData

                width: column.width
                height: empty.cardHeight
                entry: modelData
                onClicked: empty.opened(modelData)
            }
        }
        PrimaryButton {
            id: other

            width: parent.width
            icon_: "search"
            step: "lead"
            text: Texts.say("kiosksearch.other", {})
            onClicked: empty.begun()
        }
        Label {
            visible: empty.spare - (Theme.portrait && empty.pictured ? stage.height : 0) > implicitHeight + empty.gap
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Texts.say("kiosksearch.kept", {})
            step: "note"
            color: Theme.quiet
            wrapMode: Text.Wrap
        }
    }
}
