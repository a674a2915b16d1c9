pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// One question: a drawing that shows what is meant, and beside or below it what the hand does.
FocusScope {
    id: sheet

    required property Kiosk kiosk
    property string says: ""
    property color ink: Theme.card

    default property alias hand: hand.data
    property alias stage: stage.data
    readonly property bool wide: !Theme.portrait
    readonly property real stageWidth: stage.width
    readonly property real stageHeight: stage.height

    Rectangle {
        id: ground

        width: sheet.wide ? 0.54 * parent.width : parent.width
        height: sheet.wide ? parent.height : parent.height - hand.height - 5 * Theme.u
        radius: Theme.r2
        color: sheet.ink
        border.width: Theme.contrast ? Theme.thin : 0
        border.color: Theme.cardLine

        Item {
            id: stage

            anchors.fill: parent
        }
    }
    Column {
        id: hand

        x: sheet.wide ? ground.width + 6 * Theme.u : 0
        y: sheet.wide ? 0 : parent.height - height
        width: parent.width - x
        spacing: 4 * Theme.u

        Label {
            width: parent.width
            text: sheet.says
            step: "body"
            color: Theme.text
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: sheet.kiosk.setting.wrong
            step: "small"
            bold: true
            color: Theme.contrast ? Theme.white : Theme.son
            wrapMode: Text.Wrap
        }
    }
}
