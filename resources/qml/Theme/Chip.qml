pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A filter, or a short way in. What is selected has another ground, bold letters and a check.
Touch {
    id: chip

    property string icon_: ""
    property bool selected: false
    property bool tight: false

    readonly property color ink: selected ? Theme.chosenText : down ? Theme.downText : Theme.title

    implicitHeight: Theme.chip
    implicitWidth: label.implicitWidth + (mark.visible ? mark.width + row.spacing : 0) + (tight ? 4.25 : 5.5) * Theme.u
    Accessible.selectable: true
    Accessible.selected: selected

    background: Ground {
        radius: chip.radius
        down: chip.down
        rest: chip.selected ? Theme.chosen : "transparent"
        pressed: Theme.down
        border.width: chip.selected ? 0 : Theme.thin
        border.color: Theme.line
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: (chip.tight ? 1 : 1.25) * Theme.u

            Icon {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: chip.selected ? "check" : chip.icon_
                ink: chip.selected ? Theme.chosenText : chip.down ? Theme.downText : Theme.line
                size: 4 * Theme.u
            }
            Label {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, chip.width - (mark.visible ? mark.width + row.spacing : 0) - 4 * Theme.u)
                elide: Text.ElideRight
                text: chip.text
                step: "small"
                factor: chip.tight ? (Theme.growth("small") > 1 ? 0.87 : 0.93) : 1
                bold: chip.selected || Theme.contrast
                color: chip.ink
            }
        }
    }
}
