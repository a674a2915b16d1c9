pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// All ways into the lists: every topic, kind of organisation, country and region, each with how much it leads to.
PageBase {
    id: ways

    required property Ways page

    readonly property var groups: [
        {
            label: Texts.say("kiosk.by_topic", {}),
            entries: page.topics
        },
        {
            label: Texts.say("kiosk.by_kind", {}),
            entries: page.kinds
        },
        {
            label: Texts.say("kiosk.by_region", {}),
            entries: page.regions
        },
        {
            label: Texts.say("kiosk.by_country", {}),
            entries: page.countries
        }
    ].filter(group => group.entries.length > 0)
    property int chosen: 0
    readonly property var entries: groups.length ? groups[Math.min(chosen, groups.length - 1)].entries : []
    readonly property real listHeight: height - hand.y - grid.y - 3 * Theme.u
    readonly property int perPage: 2 * Math.max(1, Math.floor((listHeight + grid.rowSpacing) / (11 * Theme.u + grid.rowSpacing)))
    // Few ways share the height, up to what a thumb needs; on each other page they are as high as on the first.
    readonly property int lines: Math.ceil(Math.min(perPage, entries.length) / 2)
    readonly property real rowHeight: Math.max(11 * Theme.u, Math.min(24 * Theme.u, (listHeight + grid.rowSpacing) / Math.max(1, lines) - grid.rowSpacing))
    property int first: 0

    Picture {
        visible: !Theme.portrait || (Theme.reach && Theme.portrait)
        width: ways.stageWidth
        height: Theme.portrait ? ways.handY - 2 * Theme.u : ways.height
        scene: "terrace"
        seed: 5
        quiet: Qt.size(heading.x + heading.width, heading.y + heading.height)
    }
    Column {
        id: heading

        x: Theme.margin
        y: 4.5 * Theme.u
        width: Theme.portrait ? ways.columnWidth : ways.stageWidth - 2 * Theme.margin
        spacing: 2 * Theme.u

        SecondaryButton {
            icon_: "arrow-left"
            implicitHeight: 9 * Theme.u
            text: Texts.say("kiosk.back", {})
            step: "small"
            pictured: !Theme.portrait || Theme.reach
            onClicked: ways.kiosk.visit.back()
        }
        Label {
            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: Texts.say("kiosk.ways", {})
            step: "head"
            bold: true
            color: Theme.title
            wrapMode: Text.Wrap
        }
    }
    Item {
        id: hand

        x: ways.columnX
        y: Theme.reach && Theme.portrait ? ways.handY : Theme.portrait ? heading.y + heading.height + 2.5 * Theme.u : 4.5 * Theme.u
        width: ways.columnWidth

        Flow {
            id: tabs

            width: parent.width - (paging.visible ? paging.width + 2 * Theme.u : 0)
            spacing: 1.5 * Theme.u

            Repeater {
                model: ways.groups

                Chip {
                    required property var modelData
                    required property int index

                    tight: Theme.reach && Theme.portrait
                    text: modelData.label
                    selected: ways.chosen === index
                    onClicked: {
                        ways.chosen = index;
                        ways.first = 0;
                    }
                }
            }
        }
        PagingButtons {
            id: paging

            anchors.right: parent.right
            back: ways.first > 0
            on: ways.first + ways.perPage < ways.entries.length
            onTurned: by => ways.first = Math.max(0, ways.first + by * ways.perPage)
        }
        Grid {
            id: grid

            y: tabs.height + 3 * Theme.u
            columns: 2
            columnSpacing: 3 * Theme.u
            rowSpacing: 1.5 * Theme.u

            Repeater {
                model: ways.entries.slice(ways.first, ways.first + ways.perPage)

                Touch {
                    id: way

                    required property var modelData

                    width: (ways.columnWidth - 3 * Theme.u) / 2
                    height: ways.rowHeight
                    radius: Theme.r2
                    text: modelData.label
                    Accessible.description: modelData.count
                    onClicked: ways.kiosk.visit.open("browse", modelData.subject)

                    background: Ground {
                        radius: way.radius
                        down: way.down
                        rest: Theme.card
                        pressed: Theme.cardDown
                        border.width: Theme.contrast ? Theme.thin : 0
                        border.color: Theme.cardLine
                    }
                    contentItem: Item {
                        Picture {
                            id: motif

                            // Large words need its room.
                            visible: (way.modelData.scene ?? "") !== "" && Theme.textStep === 0 && !Theme.reach
                            x: Theme.contrast ? Theme.thin : 0
                            y: x
                            width: visible ? (Theme.portrait && !Theme.contrast ? 15 : Theme.portrait ? 12 : 10) * Theme.u : 0
                            height: parent.height - 2 * y
                            scene: way.modelData.scene ?? ""
                            seed: way.modelData.seed ?? 0
                            theme: Theme.contrast ? "contrast" : "day"
                            corners: [way.radius, 0, 0, way.radius]
                        }
                        Balanced {
                            x: motif.width + 2.5 * Theme.u
                            width: number.x - x - 2 * Theme.u
                            anchors.verticalCenter: parent.verticalCenter
                            text: way.text
                            step: ways.rowHeight > 14 * Theme.u && Theme.portrait && Theme.textStep === 0 ? "body" : "small"
                            bold: true
                            color: way.down ? Theme.cardDownText : Theme.title
                            wrapMode: Text.WordWrap
                            maximumLineCount: ways.rowHeight > 18 * Theme.u ? 3 : 2
                            elide: Text.ElideRight
                            onTruncatedChanged: {
                                if (truncated)
                                    factor = 0.88;
                            }
                        }
                        Label {
                            id: number

                            anchors.right: parent.right
                            anchors.rightMargin: 3 * Theme.u
                            anchors.verticalCenter: parent.verticalCenter
                            text: way.modelData.count
                            step: "small"
                            color: way.down ? Theme.cardDownText : Theme.green
                        }
                    }
                }
            }
        }
    }

    Nothing {
        visible: ways.page.empty
        x: ways.columnX
        y: Theme.portrait ? 0.3 * ways.height : 0.25 * ways.height
        width: ways.columnWidth
        text: Texts.say("kiosk.nothing_yet", {})
    }
}
