pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Where a booth is when no plan shows it: its hall in the lantern, as large as the sign that hangs there, and whom to ask.
Item {
    id: sign

    required property var told

    readonly property string large: told.hall || told.code || told.title

    Rectangle {
        anchors.fill: parent
        color: Theme.dusk
    }
    Item {
        id: drum

        readonly property real lamp: (Theme.contrast ? 0.65 : 0.435) * width // the lantern, across

        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(2 * Theme.u, (parent.height - height - words.height - 3 * Theme.u) / 2)
        width: Math.max(20 * Theme.u, Math.min(parent.width - 4 * Theme.u, parent.height - words.height - 9 * Theme.u))
        height: width

        Picture {
            visible: !Theme.contrast
            anchors.fill: parent
            corners: [width / 2]
            scene: "drum"
            theme: "dusk"
        }
        Rectangle {
            visible: Theme.contrast
            anchors.centerIn: parent
            width: drum.lamp
            height: width
            radius: width / 2
            color: Theme.accent
        }
        Label {
            anchors.centerIn: parent
            width: 0.82 * drum.lamp
            height: 0.6 * drum.lamp
            text: sign.large
            step: "sign"
            factor: 1 / Theme.growth("sign")
            bold: true
            color: Theme.accentText
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 0.9
            wrapMode: Text.WordWrap
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.round(3 * Theme.u)
            elide: Text.ElideRight
        }
    }
    Column {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        y: drum.y + drum.height + 3 * Theme.u
        width: Math.min(parent.width - 2 * Theme.margin, Theme.column)
        spacing: 2 * Theme.u

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
        Balanced {
            width: parent.width
            text: sign.told.sign
            step: "sub"
            color: Theme.duskText
            horizontalAlignment: Text.AlignHCenter
        }
        Balanced {
            width: parent.width
            text: Texts.say("kioskplan.ask", {})
            step: "small"
            color: Theme.duskQuiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
