pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The programme of a day: what is on now and what is next are told by a word, not by colour alone.
PageBase {
    id: programme

    required property Programme page

    readonly property bool lowered: Theme.reach && Theme.portrait
    readonly property real cardHeight: lowered ? 16.75 * Theme.u * Theme.growth("body") : 18.75 * Theme.u * Math.max(1, Theme.growth("body") * 0.97)
    readonly property real cardGap: (lowered ? 1.5 : 2) * Theme.u
    readonly property real foot: (lowered ? 1.5 : 3) * Theme.u
    readonly property int room: Math.max(1, Math.floor((height - hand.y - list.y - foot + cardGap) / (cardHeight + cardGap)))

    // What is shown decides about the room in turn, so it is told when all has been placed.
    function fit(): void {
        page.fit(room);
    }

    Component.onCompleted: fit()
    onRoomChanged: Qt.callLater(fit)

    Picture {
        visible: !Theme.portrait || programme.lowered
        y: heading.y + heading.height + 5 * Theme.u
        width: programme.stageWidth
        height: Math.max(0, (programme.lowered ? programme.handY - 2 * Theme.u : programme.height) - y)
        scene: "gov"
        seed: 5
    }

    Column {
        id: heading

        x: Theme.margin
        y: 4.5 * Theme.u
        width: (Theme.portrait ? programme.columnWidth : programme.stageWidth - 2 * Theme.margin)
        spacing: Theme.u

        Label {
            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: Texts.say("kioskpages.programme", {})
            step: Theme.portrait ? "display" : "head"
            bold: true
            color: Theme.title
            topPadding: 0.1 * font.pixelSize
            elide: Text.ElideRight
        }
        Label {
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: programme.page.date
            step: "body"
            color: Theme.quiet
            wrapMode: Text.Wrap
        }
    }

    Item {
        id: hand

        x: programme.columnX
        y: programme.lowered ? programme.handY : Theme.portrait ? heading.y + heading.height + 3 * Theme.u : 4.5 * Theme.u
        width: programme.columnWidth

        Flow {
            id: days

            width: parent.width - (paging.visible ? paging.width + 2 * Theme.u : 0)
            spacing: 1.5 * Theme.u

            Repeater {
                model: programme.page.days

                Chip {
                    required property var modelData

                    text: modelData.label
                    selected: programme.page.day === modelData.key
                    onClicked: programme.page.choose(modelData.key)
                }
            }
            Repeater {
                model: programme.lowered ? [] : programme.page.topics.slice(0, Theme.portrait && !Theme.textStep ? 6 : 3)

                Chip {
                    required property var modelData

                    tight: true
                    text: modelData.label
                    selected: programme.page.topic === modelData.key
                    onClicked: programme.page.narrow(modelData.key)
                }
            }
        }
        PagingButtons {
            id: paging

            anchors.right: parent.right
            back: programme.page.first > 0
            on: programme.page.last < programme.page.number
            onTurned: by => programme.page.turn(by)
        }
        Column {
            id: list

            y: Math.max(days.height, paging.visible ? paging.height : 0) + (programme.lowered ? 2.5 : 3) * Theme.u
            width: parent.width
            spacing: programme.cardGap

            Repeater {
                model: programme.page.rows

                ResultCard {
                    id: card

                    required property var modelData

                    width: list.width
                    height: programme.cardHeight
                    opacity: modelData.state === "over" && !Theme.contrast ? 0.6 : 1
                    entry: modelData.said ? Object.assign({}, modelData, {
                        kind: [modelData.said, modelData.kind].filter(Boolean).join(" · ")
                    }) : modelData
                    onClicked: programme.kiosk.visit.open(modelData.page, modelData.subject)

                    Rectangle {
                        visible: card.modelData.state === "now"
                        anchors.right: parent.right
                        y: card.radius
                        width: 1.5 * Theme.u
                        height: parent.height - 2 * card.radius
                        color: Theme.accent
                    }
                }
            }
        }
    }

    Nothing {
        visible: programme.page.empty
        x: programme.columnX
        y: Theme.portrait ? 0.3 * programme.height : 0.25 * programme.height
        width: programme.columnWidth
        text: Texts.say("kioskpages.no_programme", {})
    }
}
