pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Somebody who is inside already: since when, by which door, how long ago, and three answers.
FocusScope {
    id: side

    required property Scanner scanner

    readonly property Panel panel: scanner.panel
    readonly property var span: panel.span
    readonly property real room: width - 96 * Theme.px

    signal done

    Connections {
        target: side.scanner
        enabled: side.visible

        function onStruck(key: string): void {
            const answers = ({
                    "1": "left_unseen",
                    "2": "still_inside",
                    "3": "wrong_person"
                });
            if (answers[key])
                side.panel.answer(answers[key]);
        }
    }

    Fitted {
        id: title

        x: 47 * Theme.px
        y: 40 * Theme.px
        width: side.room
        text: side.span.title ?? ""
        most: 48
        leading: 1.25
        lines: 2
        bold: true
        color: Theme.title
    }
    Item {
        id: line

        readonly property real start: 30 * Theme.px
        readonly property real length: width - 60 * Theme.px
        readonly property real axis: 112 * Theme.px

        function at(share: real): real {
            return start + share * length;
        }

        x: 48 * Theme.px
        y: title.y + title.height + 4 * Theme.px
        width: side.room
        height: 184 * Theme.px
        Accessible.role: Accessible.StaticText
        Accessible.name: side.span.lasted ?? ""

        Rectangle {
            x: line.start
            y: line.axis - height / 2
            width: line.length
            height: 4 * Theme.px
            color: Theme.rule
        }
        Repeater {
            model: side.span.marks ?? []

            Item {
                id: mark

                required property var modelData

                x: line.at(modelData.x)
                y: line.axis

                Rectangle {
                    x: -width / 2
                    width: 3 * Theme.px
                    height: 18 * Theme.px
                    color: Theme.rule
                }
                Line {
                    x: -width / 2
                    y: 30 * Theme.px
                    text: mark.modelData.text
                    high: 20
                    color: Theme.quiet
                }
            }
        }
        Rectangle {
            x: line.at(side.span.from ?? 0)
            y: line.axis - height / 2
            width: line.at(side.span.to ?? 0) - x
            height: 16 * Theme.px
            color: Theme.leaf
        }
        Rectangle {
            x: line.at(side.span.from ?? 0) - width / 2
            y: line.axis - height / 2
            width: 36 * Theme.px
            height: width
            radius: width / 2
            color: Theme.leaf

            Rectangle {
                anchors.centerIn: parent
                width: 16 * Theme.px
                height: width
                radius: width / 2
                color: Theme.ground
            }
        }
        Rectangle {
            x: line.at(side.span.to ?? 0) - width / 2
            y: line.axis - height / 2
            width: 31 * Theme.px
            height: width
            rotation: 45
            color: Theme.dark ? Theme.lantern : Theme.night
        }

        component Moment: Column {
            id: moment

            property real share: 0
            property string words: ""
            property string clock: ""
            property real beside: 0 // what has to be left free to the right

            x: Math.max(0, Math.min(line.width - width - beside, line.at(share) - width / 2))
            y: 34 * Theme.px

            Line {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, (line.width - 20 * Theme.px) / 2)
                elide: Text.ElideRight
                text: moment.words
                high: 22
                pitch: 28
                bold: true
                color: Theme.title
            }
            Line {
                anchors.horizontalCenter: parent.horizontalCenter
                text: moment.clock
                high: 20
                pitch: 26
                color: Theme.quiet
            }
        }
        Moment {
            id: came

            share: side.span.from ?? 0
            beside: again.width + 20 * Theme.px
            words: side.span.came ?? ""
            clock: side.span.cameAt ?? ""
        }
        Moment {
            id: again

            // Two moments that are near stand side by side.
            x: Math.max(came.x + came.width + 20 * Theme.px, Math.min(line.width - width, line.at(share) - width / 2))
            share: side.span.to ?? 0
            words: side.span.again ?? ""
            clock: side.span.againAt ?? ""
        }
        Line {
            readonly property real middle: (line.at(side.span.from ?? 0) + line.at(side.span.to ?? 0)) / 2

            x: middle - width / 2
            y: 74 * Theme.px
            visible: x > came.x + came.width + 8 * Theme.px && x + width < again.x - 8 * Theme.px
            text: side.span.lasted ?? ""
            high: 22
            bold: true
            color: Theme.green
        }
    }
    Column {
        x: 48 * Theme.px
        y: line.y + line.height + 14 * Theme.px
        width: side.room
        spacing: 12 * Theme.px

        Answer {
            focus: true
            width: parent.width
            first: true
            icon_: "door-open"
            text: Texts.say("scanner.left_unseen", {})
            more: Texts.say("scanner.left_unseen_more", {})
            key: "1"
            onClicked: side.panel.answer("left_unseen")
        }
        Answer {
            width: parent.width
            icon_: "user"
            text: Texts.say("scanner.still_inside", {})
            more: Texts.say("scanner.still_inside_more", {})
            key: "2"
            onClicked: side.panel.answer("still_inside")
        }
        Answer {
            width: parent.width
            icon_: "pencil"
            text: Texts.say("scanner.wrong_person", {})
            more: Texts.say("scanner.wrong_person_more", {})
            key: "3"
            onClicked: side.panel.answer("wrong_person")
        }
    }
}
