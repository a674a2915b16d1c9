pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The four corners of the aim frame.
Item {
    id: aim

    property real arm: 56 * Theme.px
    property real wide: 9 * Theme.px

    Repeater {
        model: 4

        Item {
            id: corner

            required property int index

            readonly property bool east: index % 2 === 1
            readonly property bool south: index > 1

            x: east ? aim.width : 0
            y: south ? aim.height : 0

            Rectangle {
                x: corner.east ? -aim.arm + aim.wide / 2 : -aim.wide / 2
                y: -aim.wide / 2
                width: aim.arm
                height: aim.wide
                color: Theme.lantern
            }
            Rectangle {
                x: -aim.wide / 2
                y: corner.south ? -aim.arm + aim.wide / 2 : -aim.wide / 2
                width: aim.wide
                height: aim.arm
                color: Theme.lantern
            }
        }
    }
}
