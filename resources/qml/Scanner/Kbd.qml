pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The key that does the same.
Rectangle {
    id: kbd

    property string key: ""
    property color ink: Theme.title

    visible: key !== ""
    implicitWidth: Math.max(28 * Theme.px, name.implicitWidth + 18 * Theme.px)
    implicitHeight: 30 * Theme.px
    radius: 6 * Theme.px
    color: "transparent"
    border.width: Math.max(1, 2 * Theme.px)
    border.color: ink

    Line {
        id: name

        anchors.centerIn: parent
        text: kbd.key
        high: 18
        bold: true
        color: kbd.ink
        Accessible.ignored: true
    }
}
