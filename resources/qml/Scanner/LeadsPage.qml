pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The leads of this exhibitor: searched as one types, sorted, opened, taken home.
FocusScope {
    id: page

    required property Scanner scanner

    readonly property LeadList leads: scanner.leads
    readonly property var sorts: leads.sorts
    readonly property bool upright: Theme.portrait

    focus: true
    Keys.onEscapePressed: scanner.home()
    Component.onCompleted: search.begin()

    Heading {
        id: head

        scanner: page.scanner
        width: parent.width
        title: page.leads.count

        Action {
            high: 56
            letter: 21
            icon_: "list"
            text: Texts.say("scanner.failed_scans", {})
            onClicked: page.scanner.open("failed")
        }
        Action {
            visible: page.leads.whole > 0
            high: 56
            letter: 21
            style: "next"
            icon_: "download"
            text: Texts.say(page.leads.packing ? "scanner.packing" : "scanner.pack", {})
            onClicked: page.leads.pack()
        }
    }
    Flow {
        id: tools

        x: 32 * Theme.px
        y: head.height
        width: parent.width - 2 * x
        spacing: 12 * Theme.px

        Box {
            id: search

            width: page.upright ? tools.width : 480 * Theme.px
            high: 60
            icon_: "search"
            placeholder: Texts.say("scanner.find", {})
            onTyped: words => page.leads.search(words)
            onEntered: {
                if (list.count > 0)
                    page.scanner.openLead(page.leads.first);
            }
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
        }
        Repeater {
            model: page.sorts.length

            Pick {
                required property int index

                implicitHeight: 60 * Theme.px
                text: page.sorts[index]?.name ?? ""
                on: page.sorts[index]?.on ?? false
                onClicked: page.leads.sortBy(page.sorts[index].id)
            }
        }
        Pick {
            implicitHeight: 60 * Theme.px
            text: Texts.say("scanner.four_or_better", {})
            on: page.leads.least === 4
            onClicked: page.leads.atLeast(4)
        }
    }
    ListView {
        id: list

        x: 32 * Theme.px
        y: tools.y + tools.height + 14 * Theme.px
        width: parent.width - 2 * x
        height: parent.height - y
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        cacheBuffer: 0 // rows that are made ahead are left behind when the list is read anew meanwhile
        model: page.leads.rows
        Keys.onReturnPressed: (currentItem as Found)?.click()
        Keys.onEnterPressed: (currentItem as Found)?.click()

        component Found: Touch {
            id: row

            required property int index
            required property string subject
            required property string name
            required property string about
            required property string noted
            required property string met
            required property int rating
            required property bool agreed

            width: list.width
            height: (page.upright && noted ? 112 : 84) * Theme.px
            radius: 16 * Theme.px
            focusPolicy: Qt.NoFocus
            text: name
            Accessible.description: about
            onClicked: page.scanner.openLead(subject)

            background: Ground {
                radius: row.radius
                down: row.down
                rest: list.activeFocus && row.ListView.isCurrentItem ? Theme.quietTile : "transparent"
                pressed: Theme.down
                border.width: list.activeFocus && row.ListView.isCurrentItem ? 4 * Theme.px : 0
                border.color: Theme.accent
            }
            contentItem: Item {
                Column {
                    x: 20 * Theme.px
                    width: page.upright ? lit.x - x - 16 * Theme.px : 470 * Theme.px
                    anchors.verticalCenter: parent.verticalCenter

                    Line {
                        width: parent.width
                        text: row.name
                        high: 24
                        pitch: 32
                        bold: true
                        elide: Text.ElideRight
                    }
                    Line {
                        width: parent.width
                        visible: text !== ""
                        text: row.about
                        high: 20
                        pitch: 27
                        elide: Text.ElideRight
                        color: Theme.quiet
                    }
                    Line {
                        width: parent.width
                        visible: page.upright && text !== ""
                        text: row.noted.replace(/\n/g, " ")
                        high: 20
                        pitch: 27
                        elide: Text.ElideRight
                    }
                }
                Line {
                    visible: !page.upright
                    x: 510 * Theme.px
                    width: lit.x - x - 20 * Theme.px
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.noted.replace(/\n/g, " ")
                    high: 20
                    pitch: 27
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    color: Theme.text
                }
                Lanterns {
                    id: lit

                    anchors.verticalCenter: parent.verticalCenter
                    x: parent.width - width - 232 * Theme.px
                    rating: row.rating
                }
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    x: parent.width - 212 * Theme.px
                    visible: row.agreed
                    name: "mail"
                    ink: Theme.green
                    size: 26 * Theme.px
                }
                Line {
                    anchors.right: parent.right
                    anchors.rightMargin: 16 * Theme.px
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.met
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

        delegate: Found {}
    }
    ScrollMark {
        view: list
    }
    // Where the pack is, until it is put away.
    Rectangle {
        visible: page.leads.packWords !== ""
        x: 32 * Theme.px
        y: parent.height - height - 24 * Theme.px
        width: parent.width - 2 * x
        height: Math.max(96 * Theme.px, where.height + 36 * Theme.px)
        radius: 24 * Theme.px
        color: Theme.forest
        border.width: 3 * Theme.px
        border.color: Theme.sprout
        Accessible.role: Accessible.AlertMessage
        Accessible.name: where.text

        Icon {
            x: 28 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            name: "package"
            ink: Theme.glow
            size: 44 * Theme.px
        }
        Line {
            id: where

            x: 96 * Theme.px
            width: folder.x - x - 20 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            text: page.leads.packWords
            high: 22
            pitch: 31
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            color: Theme.paper
        }
        Action {
            id: folder

            x: put.x - width - 12 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            high: 56
            letter: 21
            dark: true
            icon_: "folder-open"
            text: Texts.say("scanner.open_folder", {})
            onClicked: page.leads.openFolder()
        }
        Action {
            id: put

            anchors.right: parent.right
            anchors.rightMargin: 24 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            high: 56
            letter: 21
            dark: true
            text: Texts.say("scanner.done", {})
            onClicked: page.leads.putAway()
        }
    }
    Column {
        visible: list.count === 0 && page.scanner.opened
        anchors.horizontalCenter: parent.horizontalCenter
        y: list.y + 60 * Theme.px
        width: 800 * Theme.px
        spacing: 16 * Theme.px

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "lantern-line"
            ink: Theme.dark ? Theme.rail : Theme.bamboo
            size: 120 * Theme.px
        }
        Line {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Texts.say(page.leads.whole > 0 ? "scanner.none_found" : "scanner.nobody_yet", {})
            high: 26
            pitch: 36
            wrapMode: Text.Wrap
            color: Theme.title
        }
    }
}
