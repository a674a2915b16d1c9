pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Says that there is more above or below; a Flickable is moved with finger, wheel or the focus.
Rectangle {
    id: mark

    required property Flickable view

    parent: view.parent
    visible: view.visible && view.contentHeight > view.height + 1
    x: view.x + view.width - width - 6 * Theme.px
    y: view.y + view.visibleArea.yPosition * view.height
    width: 6 * Theme.px
    height: Math.max(24 * Theme.px, view.visibleArea.heightRatio * view.height)
    radius: width / 2
    color: Theme.dark ? Theme.rail : Theme.bamboo
    Accessible.ignored: true
}
