pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Home: the search field, six topics told apart without reading, and what exhibitors came to find.
PageBase {
    id: home

    required property Home page

    readonly property bool lowered: Theme.reach && Theme.portrait
    readonly property real stageHeight: lowered ? height - 51 * Theme.u : Theme.portrait ? 72.5 * Theme.u : height

    Picture {
        width: home.stageWidth
        height: home.stageHeight
        scene: "day"
        seed: home.lowered || !Theme.portrait ? 18 : 12
    }
    Rectangle {
        y: home.stageHeight - height
        width: home.stageWidth
        height: 1.5 * Theme.u
        color: Theme.contrast ? Theme.white : Theme.forest
    }
    Label {
        x: Theme.margin
        y: 5 * Theme.u
        text: home.kiosk.stand.booth ? Texts.say("kiosk.at_booth", {
            booth: home.kiosk.stand.booth
        }) : home.kiosk.attract.about.place
        step: "note"
        factor: 1.08
        color: Theme.quiet
    }
    Digits {
        x: (Theme.portrait ? home.width : home.stageWidth) - Theme.margin - width
        y: 5 * Theme.u
        text: home.kiosk.clock
        step: "note"
        factor: 1.08
        color: Theme.quiet
    }
    Label {
        id: title

        x: Theme.margin - 0.4 * Theme.u
        y: (Theme.portrait ? 14.25 : 12) * Theme.u
        width: home.stageWidth - x - 2 * Theme.u
        Accessible.role: Accessible.Heading
        Accessible.name: text
        text: Texts.say("kiosk.home_title", {})
        step: home.lowered ? "poster" : "display"
        factor: home.lowered && poster.lineCount < 3 ? 1 : 0.86
        bold: true
        color: Theme.title
        wrapMode: Text.Wrap
    }

    Label {
        id: poster // the title as large as it would like to be

        visible: false
        width: title.width
        text: title.text
        step: title.step
        bold: true
        wrapMode: Text.Wrap
    }

    Item {
        id: hand

        x: home.columnX
        y: Theme.portrait ? (home.lowered ? home.handY + 2 * Theme.u : 75.5 * Theme.u) : 6 * Theme.u
        width: home.columnWidth

        Field {
            id: field

            width: home.lowered ? parent.width - lift.width - 3 * Theme.u : parent.width
            height: (home.lowered ? 12 : 13.5) * Theme.u
            placeholder: Texts.say("kiosk.search_hint", {})
            visible: home.kiosk.visit.sections.includes("search")
            onClicked: home.kiosk.visit.go("search")
        }
        SecondaryButton {
            id: lift

            visible: home.lowered
            anchors.right: parent.right
            height: field.height
            filled: true
            icon_: "arrow-up-from-line"
            text: Texts.say("kiosk.raise", {})
            step: "small"
            onClicked: home.kiosk.visit.lower()
        }

        Item {
            id: mosaic

            // Widths of 5 and 3 columns, then 3 and 5: no two rows line up like a table.
            readonly property real rows: Math.ceil(home.page.tiles.length / across)
            readonly property int across: home.lowered ? 3 : 2
            readonly property real gap: (home.lowered ? 2 : 3) * Theme.u
            readonly property real space: home.lowered ? 31.5 * Theme.u : seeking.y - y - (Theme.portrait ? 6.75 : 2.9) * Theme.u
            readonly property real rowGap: home.lowered ? 2 * Theme.u : (Theme.portrait ? 3 : 2.5) * Theme.u
            readonly property real tall: (space - (rows - 1) * rowGap) / Math.max(1, rows)

            // Large words on a wide screen, and frames, need what a narrow tile has not.
            readonly property bool even: Theme.contrast || (Theme.textStep > 0 && !Theme.portrait)

            function wide(index: int): bool {
                return [true, false, false, true][index % 4];
            }

            y: field.visible ? field.height + (home.lowered ? 3 : Theme.portrait ? 5 : 4) * Theme.u : 0
            width: parent.width

            Repeater {
                model: home.page.tiles

                TopicTile {
                    id: tile

                    required property var modelData
                    required property int index

                    readonly property bool alone: index === home.page.tiles.length - 1 && index % 2 === 0
                    readonly property real column: (mosaic.width - 7 * 3 * Theme.u) / 8
                    readonly property real broad: 5 * column + 12 * Theme.u
                    readonly property real narrow: 3 * column + 6 * Theme.u
                    readonly property real third: (mosaic.width - 2 * mosaic.gap) / 3

                    x: home.lowered ? (index % 3) * (third + mosaic.gap) : index % 2 === 0 ? 0 : mosaic.width - width
                    y: Math.floor(index / mosaic.across) * (mosaic.tall + mosaic.rowGap)
                    width: home.lowered ? third : alone ? mosaic.width : mosaic.even ? (mosaic.width - mosaic.gap) / 2 : mosaic.wide(index) ? broad : narrow
                    height: mosaic.tall
                    small: home.lowered
                    text: modelData.label
                    scene: modelData.scene
                    seed: modelData.seed
                    icon_: modelData.icon
                    onClicked: home.kiosk.visit.open(modelData.page, modelData.subject)
                }
            }
        }
    }

    Nothing {
        visible: home.page.empty && !home.lowered
        parent: hand
        y: field.height + (Theme.portrait ? 14 : 8) * Theme.u
        width: parent.width
        text: Texts.say("kiosk.nothing_yet", {})
    }

    Flow {
        id: seeking

        // What is over is shared out between the chips; where there is no room for all, the word stands above them.
        readonly property real content: {
            let all = seek.implicitWidth;
            for (let i = 0; i < chips.count; i++)
                all += chips.itemAt(i)?.implicitWidth ?? 0;
            return all;
        }

        visible: !home.lowered && home.page.seeking.length > 0
        parent: hand
        y: home.height - hand.y - height - (Theme.portrait ? 3.75 : 2.75) * Theme.u
        width: home.columnWidth
        spacing: {
            const over = Math.floor((width - content) / Math.max(1, chips.count));
            return over >= Theme.u ? over : 1.5 * Theme.u;
        }

        Label {
            id: seek

            width: seeking.content + chips.count * Theme.u > seeking.width ? seeking.width : implicitWidth
            height: chips.count && width < seeking.width ? chips.itemAt(0)?.height ?? 0 : implicitHeight
            verticalAlignment: Text.AlignVCenter
            text: Texts.say("kiosk.seeking", {})
            step: "small"
            factor: Theme.portrait ? 1 : 0.93
            bold: true
            color: Theme.title
        }
        Repeater {
            id: chips

            model: home.page.seeking

            Chip {
                required property var modelData

                tight: true
                text: modelData.label
                icon_: Theme.contrast ? "" : modelData.icon
                onClicked: home.kiosk.visit.open("browse", modelData.subject)
            }
        }
    }
}
