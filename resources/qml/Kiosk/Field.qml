pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The search field. Where it is not being typed into, touching it anywhere leads to where one types.
Touch {
    id: field

    property string value: ""
    property string placeholder: ""
    property bool typing: false

    implicitHeight: 13.5 * Theme.u
    text: value || placeholder
    Accessible.role: Accessible.EditableText

    background: Ground {
        radius: field.radius
        down: field.down
        rest: Theme.field
        pressed: Theme.down
        border.width: Theme.thick
        border.color: field.typing ? Theme.accent : Theme.fieldLine

        Ground {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.rightMargin: 1.5 * Theme.u
            width: 18 * Theme.u
            height: parent.height - 3 * Theme.u
            radius: height / 2
            down: field.down
            rest: Theme.accent
            pressed: Theme.accentDown

            Icon {
                anchors.centerIn: parent
                name: "search"
                ink: Theme.accentText
                size: 6.5 * Theme.u
            }
        }
    }
    contentItem: Item {
        Label {
            x: 5.5 * Theme.u
            width: parent.width - 26 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            text: field.text
            step: "lead"
            font.letterSpacing: 0
            factor: Math.min(1, 0.98 * (parent.width - 26 * Theme.u) / Math.max(1, measure.advanceWidth)) // sizes are whole pixels
            color: field.value ? Theme.fieldText : Theme.fieldQuiet
            elide: Text.ElideRight
            maximumLineCount: 1

            TextMetrics {
                id: measure

                font.family: Theme.family
                font.weight: Font.Medium
                font.pixelSize: Math.max(1, Math.round(Theme.size("lead")))
                text: field.text
            }
        }
    }
}
