pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Two rings outside a shape that has the focus of the keyboard.
Item {
    property real radius: 0
    property bool dark: false // on dark ground the lantern ring alone is seen

    anchors.fill: parent

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.u
        radius: parent.radius + Theme.u
        color: "transparent"
        border.width: Theme.u / 2
        border.color: Theme.focusOuter
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.u / 2
        visible: !parent.dark
        radius: parent.radius + Theme.u / 2
        color: "transparent"
        border.width: Theme.u / 2
        border.color: Theme.focusInner
    }
}
