import QtQuick
import Theme

// How a page is parted: what one looks at, and what can be done. They stand beside each other; on a screen that stands
// upright, one over the other. Main.qml and poster.py have the same numbers for the first picture.
Item {
    id: parting

    property real looks: 580 * Theme.px // how wide what one looks at is beside the other

    readonly property bool upright: Theme.portrait
    readonly property real high: upright ? Math.max(0, Math.round(height - Math.max(716 * Theme.px, 0.54 * height))) : height
    readonly property real wide: upright ? width : looks
    readonly property rect rest: upright ? Qt.rect(0, high, width, height - high) : Qt.rect(wide, 0, width - wide, height)
}
