pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Results above, the field and the keyboard for the hand below: one block, so that neither covers the other.
PageBase {
    id: search

    required property Search page

    readonly property real cardHeight: 18.75 * Theme.u * Math.max(1, Theme.growth("body") * 0.97)
    readonly property real cardGap: 2 * Theme.u
    readonly property real resultsWidth: Theme.portrait ? search.columnWidth : search.stageWidth - Theme.margin - 2 * Theme.u
    readonly property int room: Math.max(1, Math.floor((results.height - results.head + cardGap) / (cardHeight + cardGap)))

    // What is shown decides about the room in turn, so it is told when all has been placed.
    function fit(): void {
        page.fit(room);
    }

    Component.onCompleted: fit()
    onRoomChanged: Qt.callLater(fit)

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            search.page.press("backspace", "");
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            search.page.press("search", "");
        else if (event.text.length === 1 && event.key !== Qt.Key_Tab)
            search.page.key(event.text);
        else
            return;
        event.accepted = true;
    }

    Item {
        id: results

        visible: !search.page.rests
        readonly property real head: heading.height + (chips.visible ? chips.height + 2 * Theme.u : 0) + (near.visible ? near.height + 2 * Theme.u : 0) + 2.5 * Theme.u

        x: Theme.margin
        y: 4 * Theme.u
        width: search.resultsWidth
        height: (Theme.portrait ? block.y : search.height) - y - 2 * Theme.u
        clip: false

        Row {
            id: heading

            width: parent.width
            spacing: 3 * Theme.u

            Label {
                id: title

                width: Math.min(implicitWidth, parent.width)
                Accessible.role: Accessible.Heading
                Accessible.name: text
                text: search.page.nothing ? Texts.say("kiosksearch.nothing", {
                    text: search.page.asked
                }).replace("\n", " ") : search.page.number > 0 ? Texts.say("kiosksearch.results", {
                    n: search.page.number
                }) : Texts.say("kiosksearch.title", {})
                step: search.page.nothing ? "title" : "head"
                bold: true
                color: Theme.title
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                topPadding: 0.1 * font.pixelSize
            }
            Balanced {
                visible: width > 30 * Theme.u && !search.page.nothing && Theme.portrait
                width: parent.width - title.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: Text.AlignRight
                text: Texts.say("kiosksearch.hint", {})
                step: "note"
                color: Theme.quiet
                maximumLineCount: 3
            }
        }
        Flow {
            id: chips

            y: heading.height + 2 * Theme.u
            width: parent.width
            visible: search.page.chips.length > 0
            spacing: 1.5 * Theme.u

            Repeater {
                model: search.page.chips

                Chip {
                    required property var modelData

                    tight: true
                    text: modelData.label
                    selected: search.page.shown === modelData.key
                    onClicked: search.page.show(modelData.key)
                }
            }
        }
        Balanced {
            id: near

            y: heading.height + Theme.u
            visible: search.page.nothing
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: Texts.say(search.page.near.length ? "kiosksearch.nothing_near" : search.page.rows.length ? "kiosksearch.nothing_topics" : "kiosksearch.nothing_at_all", {})
            step: "body"
            color: Theme.text
        }
        Column {
            id: list

            y: results.head
            width: parent.width
            spacing: search.cardGap

            Repeater {
                model: search.page.rows

                ResultCard {
                    required property var modelData

                    width: list.width
                    height: search.cardHeight
                    entry: modelData
                    onClicked: search.kiosk.visit.open(modelData.page, modelData.subject)
                }
            }
        }

        // Nothing typed yet, or little found: the subjects there are.
        Column {
            id: subjects

            readonly property bool second: search.page.rows.length > 0

            visible: search.page.topics.length > 0 && (!second || results.height - y > 24 * Theme.u)
            y: results.head + (second ? list.height + 4 * Theme.u : 0)
            width: parent.width
            spacing: 2.5 * Theme.u

            Label {
                text: subjects.second ? Texts.say("kiosksearch.or_topics", {}) : Texts.say("kiosk.by_topic", {})
                step: "body"
                color: Theme.quiet
            }
            Flow {
                // As many rows as there is room for; long names take one each.
                readonly property real rowHeight: Theme.chip + spacing
                readonly property real room: results.height - subjects.y - 10 * Theme.u

                width: parent.width
                height: Math.min(implicitHeight, Math.max(1, Math.floor((room + spacing) / rowHeight)) * rowHeight - spacing)
                clip: height < implicitHeight
                spacing: 1.75 * Theme.u

                Repeater {
                    model: search.page.topics.slice(0, Theme.textStep ? 6 : 12)

                    Chip {
                        required property var modelData

                        width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
                        text: modelData.label
                        onClicked: search.kiosk.visit.open("browse", modelData.subject)
                    }
                }
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: search.page.rests
        sourceComponent: SearchEmpty {
            base: search
            page: search.page
            onOpened: entry => search.kiosk.visit.open(entry.page, entry.subject)
            onBegun: {
                search.page.clear();
                search.forceActiveFocus();
            }
        }
    }

    Rectangle {
        id: block

        visible: !search.page.rests
        readonly property real inner: 3.75 * Theme.u

        x: Theme.portrait ? 0 : search.columnX - 4 * Theme.u
        y: Theme.portrait ? search.height - height : 0
        width: Theme.portrait ? search.width : search.width - x
        height: Theme.portrait ? keyboard.y + keyboard.height + 2.5 * Theme.u : search.height
        color: Theme.plinth

        Rectangle {
            visible: Theme.contrast
            width: parent.width
            height: Theme.thick
            color: Theme.white
        }
        Rectangle {
            id: field

            x: block.inner
            y: 2.5 * Theme.u
            width: parent.width - 2 * block.inner
            height: 12.5 * Theme.u
            radius: height / 2
            color: Theme.field
            border.width: Theme.thick
            border.color: Theme.accent
            Accessible.role: Accessible.EditableText
            Accessible.name: line.text || Texts.say("kiosk.search_hint", {})

            RoundButton {
                x: 1.5 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                implicitWidth: 9.5 * Theme.u
                icon_: "arrow-left"
                rest: Theme.contrast ? Theme.white : Theme.mint
                ink: Theme.contrast ? Theme.coal : Theme.forest
                text: Texts.say("kiosk.back", {})
                onClicked: search.kiosk.visit.back()
            }
            Item {
                x: 13.5 * Theme.u
                width: parent.width - 26 * Theme.u
                height: parent.height
                clip: true

                Label {
                    id: line

                    // The end of a long line stays in sight, as that is where it is written.
                    x: Math.min(0, parent.width - implicitWidth - Theme.u)
                    anchors.verticalCenter: parent.verticalCenter
                    text: search.page.text
                    step: "lead"
                    factor: 1 / Theme.growth("lead")
                    color: Theme.fieldText
                }
                Label {
                    visible: line.text === ""
                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.u
                    width: parent.width
                    text: Texts.say("kiosk.search_hint", {})
                    step: "body"
                    factor: 1 / Theme.growth("body")
                    color: Theme.fieldQuiet
                    elide: Text.ElideRight
                }
                Rectangle {
                    x: line.x + line.implicitWidth + 0.25 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.max(2, 0.4 * Theme.u)
                    height: 6 * Theme.u
                    color: Theme.leaf
                }
            }
            RoundButton {
                anchors.right: parent.right
                anchors.rightMargin: 1.5 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                visible: search.page.text !== ""
                implicitWidth: 9.5 * Theme.u
                icon_: "x"
                rest: Theme.contrast ? Theme.white : Theme.rice
                ink: Theme.contrast ? Theme.coal : Theme.stone
                text: Texts.say("kiosksearch.clear", {})
                onClicked: search.page.clear()
            }
        }
        Item {
            id: endings

            x: block.inner
            y: field.y + field.height + 1.75 * Theme.u
            width: parent.width - 2 * block.inner
            height: Theme.target

            Row {
                width: parent.width - turning.width - 2 * Theme.u
                spacing: 1.5 * Theme.u
                clip: true

                Repeater {
                    model: search.page.nothing ? search.page.near : search.page.endings

                    Touch {
                        id: ending

                        required property string modelData

                        implicitHeight: Theme.target
                        implicitWidth: words.implicitWidth + 5 * Theme.u
                        dark: true
                        text: modelData
                        onClicked: search.page.take(modelData)

                        background: Ground {
                            radius: ending.radius
                            down: ending.down
                            rest: Theme.contrast ? Theme.coal : Theme.pine
                            pressed: Theme.contrast ? Theme.flame : Theme.moss
                            border.width: Theme.contrast ? Theme.thin : 0
                            border.color: Theme.white
                        }
                        contentItem: Label {
                            id: words

                            horizontalAlignment: Text.AlignHCenter
                            verticalAlignment: Text.AlignVCenter
                            text: ending.text
                            step: "small"
                            factor: 1 / Theme.growth("small")
                            color: Theme.contrast ? (ending.down ? Theme.coal : Theme.white) : Theme.glow
                        }
                    }
                }
            }
            Row {
                id: turning

                anchors.right: parent.right
                spacing: 1.5 * Theme.u
                visible: search.page.first > 0 || search.page.last < search.page.number

                RoundButton {
                    dark: true
                    icon_: "arrow-up"
                    possible: search.page.first > 0
                    rest: Theme.contrast ? Theme.coal : Theme.pine
                    text: Texts.say("kiosk.page_back", {})
                    onClicked: search.page.turn(-1)
                }
                RoundButton {
                    dark: true
                    icon_: "arrow-down"
                    possible: search.page.last < search.page.number
                    rest: Theme.contrast ? Theme.white : Theme.paper
                    ink: Theme.contrast ? Theme.coal : Theme.forest
                    text: Texts.say("kiosk.page_on", {})
                    onClicked: search.page.turn(1)
                }
            }
        }
        Keyboard {
            id: keyboard

            roomAbove: y - field.y - field.height - Theme.u
            x: block.inner
            y: endings.y + endings.height + 2 * Theme.u
            width: parent.width - 2 * block.inner
            keyHeight: Theme.portrait ? (search.page.keys.length > 4 ? 11 : 13.8) * Theme.u : Math.min(19.5 * Theme.u, (search.height - y - 2.5 * Theme.u - (search.page.keys.length - 1) * rowGap) / Math.max(1, search.page.keys.length))
            toneHeight: Theme.portrait ? 9.75 * Theme.u : keyHeight
            page: search.page
        }
    }
}
