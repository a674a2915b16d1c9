pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Something to take along: paper with notches, a line to tear along and a hard edge. What is put in stands on it.
Item {
    id: ticket

    property real tear: 0 // where it would be torn, from the top, or from the left of a wide one; 0 for nowhere
    property bool wide: false
    property color around: Theme.dusk // what shows through the notches
    property color edge: Theme.pine
    default property alias contents: body.data

    readonly property real notch: 4.25 * Theme.u

    Rectangle {
        x: 1.25 * Theme.u
        y: 1.5 * Theme.u
        width: parent.width
        height: parent.height
        radius: Theme.r2
        color: ticket.edge
        visible: !Theme.contrast
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.r2
        color: Theme.paper
    }
    Item {
        id: line

        readonly property real length: ticket.wide ? ticket.height : ticket.width

        visible: ticket.tear > 0
        x: ticket.wide ? ticket.tear : 0
        y: ticket.wide ? 0 : ticket.tear

        Rectangle {
            x: -ticket.notch
            y: -ticket.notch
            width: 2 * ticket.notch
            height: width
            radius: ticket.notch
            color: ticket.around
        }
        Rectangle {
            x: (ticket.wide ? 0 : line.length) - ticket.notch
            y: (ticket.wide ? line.length : 0) - ticket.notch
            width: 2 * ticket.notch + (ticket.wide ? 0 : 2 * Theme.u)
            height: 2 * ticket.notch + (ticket.wide ? 2 * Theme.u : 0)
            radius: ticket.notch
            color: ticket.around
        }
        Repeater {
            model: Math.max(0, Math.floor((line.length - 4 * ticket.notch) / (2.5 * Theme.u)))

            Rectangle {
                required property int index

                readonly property real along: 2 * ticket.notch + index * 2.5 * Theme.u

                x: ticket.wide ? -width / 2 : along
                y: ticket.wide ? along : -height / 2
                width: (ticket.wide ? 0.5 : 1.5) * Theme.u
                height: (ticket.wide ? 1.5 : 0.5) * Theme.u
                color: Theme.straw
            }
        }
    }
    Item {
        id: body

        anchors.fill: parent
    }
}
