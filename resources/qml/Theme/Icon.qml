pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A line icon in one ink.
Image {
    property string name: ""
    property color ink: Theme.text
    property real size: 5.5 * Theme.u

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * Screen.devicePixelRatio), Math.round(size * Screen.devicePixelRatio))
    asynchronous: true
    source: name ? "image://icon/" + name + "/" + String(ink).slice(1) : ""
    Accessible.ignored: true
}
