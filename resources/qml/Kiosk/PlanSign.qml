pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Where a booth is when no plan shows it: its hall as large as the sign that hangs there, and whom to ask.
Item {
    id: sign

    required property var told

    readonly property string large: told.hall || told.code || told.title

    Rectangle {
        anchors.fill: parent
        color: Theme.contrast ? Theme.coal : Theme.night
    }
    Picture {
        visible: !Theme.contrast
        anchors.fill: parent
        scene: "drum"
        theme: "dusk"
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.column)
        spacing: 3 * Theme.u

        Label {
            width: parent.width
            text: sign.large
            step: "sign"
            factor: 1 / Theme.growth("sign")
            bold: true
            color: Theme.accent
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(6 * Theme.u)
        }
        Label {
            visible: text !== ""
            width: parent.width
            text: sign.told.hall_name
            step: "title"
            bold: true
            color: Theme.duskText
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: sign.told.sign
            step: "sub"
            color: Theme.duskText
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: Texts.say("kioskplan.ask", {})
            step: "small"
            color: Theme.duskQuiet
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
}
