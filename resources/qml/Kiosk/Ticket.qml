pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Something to take along: paper with notches, a line to tear along and a hard edge. What is put in stands on it.
Item {
    id: ticket

    property real tear: 0 // where it would be torn, from the top; 0 for nowhere
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
        visible: ticket.tear > 0
        y: ticket.tear
        width: parent.width

        Rectangle {
            x: -ticket.notch
            y: -ticket.notch
            width: 2 * ticket.notch
            height: width
            radius: ticket.notch
            color: ticket.around
        }
        Rectangle {
            x: parent.width - ticket.notch
            y: -ticket.notch
            width: 2 * ticket.notch + 2 * Theme.u
            height: 2 * ticket.notch
            radius: ticket.notch
            color: ticket.around
        }
        Row {
            x: 2 * ticket.notch
            spacing: Theme.u

            Repeater {
                model: Math.max(0, Math.floor((ticket.width - 4 * ticket.notch) / (2.5 * Theme.u)))

                Rectangle {
                    y: -height / 2
                    width: 1.5 * Theme.u
                    height: 0.5 * Theme.u
                    color: Theme.straw
                }
            }
        }
    }
    Item {
        id: body

        anchors.fill: parent
    }
}
