pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Who has the booth that was touched, and the way there.
Item {
    id: card

    required property Kiosk kiosk
    required property Plan page

    readonly property var picked: page.picked
    readonly property real row: 18.75 * Theme.u * Math.max(1, Theme.growth("body") * 0.97)

    implicitHeight: row + 2 * Theme.u + 11.5 * Theme.u

    ResultCard {
        visible: !!card.picked?.card
        width: parent.width
        height: card.row
        entry: card.picked?.card ?? {
            title: "",
            line: "",
            kind: "",
            code: "",
            picture: "",
            scene: "",
            seed: 0
        }
        onClicked: card.kiosk.visit.open(entry.page, entry.subject)
    }
    Rectangle {
        visible: !!card.picked && !card.picked.card
        width: parent.width
        height: card.row
        radius: Theme.r2
        color: Theme.card
        border.width: Theme.contrast ? Theme.thin : 0
        border.color: Theme.cardLine

        Rectangle {
            id: mark

            x: 4 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: 10 * Theme.u
            height: width
            color: Theme.contrast ? Theme.coal : Theme.forest
            border.width: Theme.contrast ? Theme.thin : 0
            border.color: Theme.white

            Icon {
                anchors.centerIn: parent
                name: card.picked?.icon ?? ""
                ink: Theme.contrast ? Theme.white : Theme.paper
                size: 6.25 * Theme.u
            }
        }
        Column {
            anchors.left: mark.right
            anchors.leftMargin: 3 * Theme.u
            anchors.right: parent.right
            anchors.rightMargin: 3 * Theme.u
            anchors.verticalCenter: parent.verticalCenter

            Label {
                width: parent.width
                text: card.picked?.title ?? ""
                bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Label {
                visible: text !== ""
                width: parent.width
                text: card.picked?.line ?? ""
                step: "small"
                color: Theme.quiet
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
    }

    Row {
        y: card.row + 2 * Theme.u
        spacing: 2 * Theme.u

        RoundButton {
            visible: (card.picked?.number ?? 0) > 1
            implicitWidth: 11.5 * Theme.u
            icon_: "arrow-left"
            text: Texts.say("kiosk.page_back", {})
            onClicked: card.page.turn(-1)
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: (card.picked?.number ?? 0) > 1
            text: visible ? card.picked.at + " / " + card.picked.number : ""
            step: "small"
            horizontalAlignment: Text.AlignHCenter
            width: 11 * Theme.u
        }
        RoundButton {
            visible: (card.picked?.number ?? 0) > 1
            implicitWidth: 11.5 * Theme.u
            icon_: "arrow-right"
            text: Texts.say("kiosk.page_on", {})
            onClicked: card.page.turn(1)
        }
    }
    PrimaryButton {
        visible: (card.picked?.way ?? "") !== ""
        anchors.right: parent.right
        y: card.row + 2 * Theme.u
        width: (card.picked?.number ?? 0) > 1 ? parent.width - 42 * Theme.u : parent.width
        implicitHeight: 11.5 * Theme.u
        icon_: "walk"
        step: "body"
        text: Texts.say("kioskplan.show_way", {}) + ", " + (card.picked?.way ?? "")
        onClicked: card.kiosk.visit.open("plan", card.picked.key)
    }
}
