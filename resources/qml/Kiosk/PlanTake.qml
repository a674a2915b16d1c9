pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The way as a code for a phone: the steps as plain text, which need no network.
Item {
    id: take

    required property var told

    readonly property bool beside: width > 120 * Theme.u
    readonly property real side: Math.min(64 * Theme.u, height - 8 * Theme.u - (beside ? 0 : 28 * Theme.u), beside ? 0.52 * width : width - 2 * Theme.margin)

    Rectangle {
        anchors.fill: parent
        color: Theme.contrast ? Theme.coal : Theme.dew
    }
    Picture {
        visible: !Theme.contrast
        anchors.fill: parent
        scene: "land"
        seed: 5
        theme: "day"
    }
    Grid {
        anchors.centerIn: parent
        columns: take.beside ? 2 : 1
        columnSpacing: 5 * Theme.u
        rowSpacing: 3 * Theme.u
        verticalItemAlignment: Grid.AlignVCenter

        Rectangle {
            width: take.side
            height: width
            color: Theme.white

            Image {
                anchors.fill: parent
                asynchronous: true
                source: take.told.take ? "image://qr/" + encodeURIComponent(take.told.take) : ""
                sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
                smooth: false
                Accessible.role: Accessible.Graphic
                Accessible.name: Texts.say("kioskpages.take_title", {})
            }
        }
        Column {
            width: take.beside ? Theme.column - take.side - 5 * Theme.u : take.side
            spacing: 2 * Theme.u

            Label {
                width: parent.width
                text: Texts.say("kioskpages.take_title", {}).replace("\n", take.beside ? "\n" : " ")
                step: take.beside && !Theme.textStep ? "title" : "sub"
                bold: true
                color: Theme.title
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                text: Texts.say("kioskplan.take_text", {})
                step: take.beside ? "body" : "small"
                wrapMode: Text.Wrap
            }
        }
    }
}
