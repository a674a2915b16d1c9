pragma ComponentBehavior: Bound

import QtQuick
import Theme

// One question of the staff page with its answer; a touch leads to where it is answered.
Touch {
    id: row

    property string icon_: ""
    property string value: ""
    property bool wanting: false // it waits for an answer

    radius: Theme.r2
    Accessible.name: text + ": " + value

    background: Ground {
        radius: row.radius
        down: row.down
        pressed: Theme.cardDown
        border.width: Theme.contrast ? Theme.thin : 0
        border.color: Theme.cardLine
    }
    contentItem: Item {
        Rectangle {
            id: mark

            x: 2.5 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: 10 * Theme.u
            height: width
            color: row.wanting ? Theme.accent : Theme.contrast ? Theme.coal : Theme.mint

            Icon {
                anchors.centerIn: parent
                name: row.icon_
                ink: row.wanting ? Theme.accentText : Theme.contrast ? Theme.white : Theme.forest
                size: 5.5 * Theme.u
            }
        }
        Column {
            anchors.left: mark.right
            anchors.leftMargin: 3 * Theme.u
            anchors.right: on.left
            anchors.rightMargin: 2 * Theme.u
            anchors.verticalCenter: parent.verticalCenter

            Label {
                width: parent.width
                text: row.text
                step: "lead"
                bold: true
                color: row.down ? Theme.cardDownText : Theme.title
                elide: Text.ElideRight
            }
            Label {
                width: parent.width
                text: row.value
                step: "small"
                color: row.down ? Theme.cardDownText : Theme.quiet
                elide: Text.ElideRight
            }
        }
        Icon {
            id: on

            anchors.right: parent.right
            anchors.rightMargin: 3 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            ink: row.down ? Theme.cardDownText : Theme.line
        }
    }
}
