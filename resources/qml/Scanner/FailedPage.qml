pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Scans that came to nothing, with what was read: nothing is thrown away.
FocusScope {
    id: page

    required property Scanner scanner

    readonly property LeadList leads: scanner.leads

    focus: true
    Keys.onEscapePressed: scanner.home()

    Heading {
        id: head

        scanner: page.scanner
        width: parent.width
        title: Texts.say("scanner.failed_scans", {})
    }
    ListView {
        id: list

        x: 32 * Theme.px
        y: head.height
        width: parent.width - 2 * x
        height: parent.height - y
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // rows that are made ahead are left behind when the list is read anew meanwhile
        model: page.leads.failed

        delegate: Item {
            id: row

            required property var modelData

            width: list.width
            height: Math.max(76, 48) * Theme.px
            Accessible.role: Accessible.ListItem
            Accessible.name: row.modelData.word + " " + row.modelData.time

            Rectangle {
                id: mark

                x: 12 * Theme.px
                anchors.verticalCenter: parent.verticalCenter
                width: 34 * Theme.px
                height: width
                radius: row.modelData.tone === "refused" ? width / 3.4 : 0
                color: row.modelData.tone === "refused" ? Theme.son : row.modelData.tone === "hold" ? Theme.lantern : Theme.pine

                Icon {
                    anchors.centerIn: parent
                    name: row.modelData.tone === "refused" ? "x" : row.modelData.tone === "hold" ? "hand" : "circle-question-mark"
                    ink: row.modelData.tone === "hold" ? Theme.night : Theme.paper
                    size: 24 * Theme.px
                }
            }
            Line {
                x: 64 * Theme.px
                width: 260 * Theme.px
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.word
                high: 23
                bold: true
                elide: Text.ElideRight
            }
            Column {
                x: 336 * Theme.px
                width: when.x - x - 20 * Theme.px
                anchors.verticalCenter: parent.verticalCenter

                Line {
                    width: parent.width
                    text: row.modelData.raw || Texts.say("scanner.erased", {})
                    high: 20
                    pitch: 27
                    elide: Text.ElideMiddle
                    color: Theme.quiet
                }
                Line {
                    width: parent.width
                    visible: text !== ""
                    text: row.modelData.faults
                    high: 20
                    pitch: 27
                    elide: Text.ElideRight
                    color: Theme.dark ? Theme.glow : Theme.amber
                }
            }
            Line {
                id: when

                anchors.right: parent.right
                anchors.rightMargin: 16 * Theme.px
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.time
                high: 20
                color: Theme.quiet
            }
            Rectangle {
                y: parent.height - height
                width: parent.width
                height: 2 * Theme.px
                color: Theme.faintRule
            }
        }
    }
    ScrollMark {
        view: list
    }
    Line {
        visible: list.count === 0
        anchors.horizontalCenter: parent.horizontalCenter
        y: list.y + 80 * Theme.px
        text: Texts.say("scanner.none_failed", {})
        high: 26
        color: Theme.title
    }
}
