pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Somebody is called away: the code of their short list, which is about to be erased.
Rectangle {
    id: take

    required property ShortList list

    readonly property color title: Theme.contrast ? Theme.coal : Theme.forest
    readonly property color quiet: Theme.contrast ? Theme.coal : Theme.stone

    enabled: !!list && !list.empty // all of it may have left the catalogue
    color: Theme.contrast ? Theme.white : Theme.paper

    Rectangle {
        id: ground

        anchors.verticalCenter: parent.verticalCenter
        x: y
        width: parent.height - 4 * Theme.u
        height: width
        color: Theme.white

        Image {
            anchors.fill: parent
            asynchronous: true
            source: take.list?.take ? "image://qr/" + encodeURIComponent(take.list.take) : ""
            sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
            smooth: false
            Accessible.role: Accessible.Graphic
            Accessible.name: Texts.say("kiosk.take_list", {})
        }
    }
    Column {
        anchors.left: ground.right
        anchors.leftMargin: (Theme.portrait ? 2.5 : 2) * Theme.u
        anchors.right: parent.right
        anchors.rightMargin: 1.5 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1.5 * Theme.u

        Label {
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: Texts.say("kiosk.take_list", {})
            step: "sub"
            factor: 0.875 / Theme.growth("sub")
            bold: true
            color: take.title
            wrapMode: Text.Wrap
        }
        Balanced {
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: take.list && take.list.held < take.list.number ? Texts.say("kioskpages.list_short", {
                shown: take.list.held,
                total: take.list.number
            }) : Texts.say("kiosk.take_list_do", {})
            step: "small"
            factor: 1 / Theme.growth("small")
            color: take.quiet
            maximumLineCount: 4
        }
    }
}
