pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// A list to look through: its title, chips that narrow it, as many cards as there is room for, and buttons to go on.
PageBase {
    id: browse

    required property Browse page

    readonly property bool lowered: Theme.reach && Theme.portrait
    readonly property real cardHeight: lowered ? 16.75 * Theme.u * Theme.growth("body") : 18.75 * Theme.u * Math.max(1, Theme.growth("body") * 0.97)
    readonly property real cardGap: (lowered ? 1.5 : 2) * Theme.u
    readonly property real foot: (lowered ? 1.5 : Theme.portrait ? 3 : 2.5) * Theme.u
    readonly property int room: Math.max(1, Math.floor((height - list.y - hand.y - foot + cardGap) / (cardHeight + cardGap)))

    // What is shown decides about the room in turn, so it is told when all has been placed.
    function fit(): void {
        page.fit(room);
    }

    Component.onCompleted: fit()
    onRoomChanged: Qt.callLater(fit)

    // Landscape, and the part above the hand in reach mode, have a stage: the picture of the subject.
    Picture {
        visible: !Theme.portrait || browse.lowered
        width: browse.stageWidth
        height: browse.lowered ? browse.handY - 2 * Theme.u : browse.height
        scene: browse.page.scene
        seed: 3
        quiet: Qt.size(heading.x + heading.width, heading.y + heading.height)
    }

    Column {
        id: heading

        x: Theme.margin
        y: 4.5 * Theme.u
        width: (Theme.portrait ? browse.columnWidth : browse.stageWidth - 2 * Theme.margin)
        spacing: 2 * Theme.u

        Row {
            spacing: 2.5 * Theme.u

            SecondaryButton {
                icon_: "arrow-left"
                implicitHeight: 9 * Theme.u
                text: Texts.say("kiosk.back", {})
                step: "small"
                pictured: !Theme.portrait || browse.lowered
                onClicked: browse.kiosk.visit.back()
            }
            SecondaryButton {
                icon_: "layout-grid"
                implicitHeight: 9 * Theme.u
                text: Texts.say("kiosk.ways_short", {})
                step: "small"
                pictured: !Theme.portrait || browse.lowered
                onClicked: browse.kiosk.visit.open("ways", "")
            }
        }
        Label {
            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: browse.page.title
            step: "head"
            bold: true
            color: !Theme.portrait || browse.lowered ? browse.onScene : Theme.title
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }

    readonly property color onScene: Theme.contrast ? Theme.white : ["energy", "gov", "build", "terrace"].includes(page.scene) ? Theme.forest : Theme.paper

    Item {
        id: hand

        x: browse.columnX
        y: browse.lowered ? browse.handY : Theme.portrait ? heading.y + heading.height + 2.5 * Theme.u : 4.5 * Theme.u
        width: browse.columnWidth

        Flow {
            id: chips

            width: parent.width - (paging.visible ? paging.width + 2 * Theme.u : 0)
            spacing: (browse.lowered ? 1 : 1.5) * Theme.u

            Repeater {
                model: browse.page.chips

                Chip {
                    required property var modelData

                    tight: browse.lowered
                    text: modelData.label
                    selected: browse.page.shown === modelData.key
                    onClicked: browse.page.show(modelData.key)
                }
            }
            Label {
                visible: browse.page.chips.length === 0 && browse.page.number > 0
                text: Texts.say("kiosk.chip_all", {
                    n: browse.page.number
                })
                step: "small"
                height: Theme.chip
                verticalAlignment: Text.AlignVCenter
                color: Theme.quiet
            }
        }
        PagingButtons {
            id: paging

            anchors.right: parent.right
            back: browse.page.first > 0
            on: browse.page.last < browse.page.number
            onTurned: by => browse.page.turn(by)
        }
        Column {
            id: list

            y: Math.max(chips.height, paging.visible ? paging.height : 0) + (browse.lowered ? 2.5 : 3) * Theme.u
            width: parent.width
            spacing: browse.cardGap

            Repeater {
                model: browse.page.rows

                ResultCard {
                    required property var modelData

                    width: list.width
                    height: browse.cardHeight
                    entry: modelData
                    onClicked: browse.kiosk.visit.open(modelData.page, modelData.subject)
                }
            }
        }
    }

    // Nothing here yet is said, with a way on.
    Nothing {
        visible: browse.page.empty
        x: browse.columnX
        y: Theme.portrait ? 0.3 * browse.height : 0.25 * browse.height
        width: browse.columnWidth
        text: Texts.say("kiosk.nothing_here", {})

        PrimaryButton {
            anchors.horizontalCenter: parent.horizontalCenter
            text: Texts.say("kiosk.ways", {})
            step: "lead"
            onClicked: browse.kiosk.visit.open("ways", "")
        }
    }
}
