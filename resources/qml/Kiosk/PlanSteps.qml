pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The way in words; the last step is the goal.
Column {
    id: steps

    required property var lines

    spacing: 1.5 * Theme.u
    Accessible.role: Accessible.List

    Repeater {
        model: steps.lines

        Item {
            id: step

            required property var modelData

            width: steps.width
            height: Math.max(sign.height, words.implicitHeight)
            Accessible.role: Accessible.ListItem
            Accessible.name: [modelData.text, modelData.metres].filter(Boolean).join(", ")

            Rectangle {
                id: sign

                width: 10 * Theme.u
                height: width
                color: step.modelData.last ? Theme.accent : Theme.contrast ? Theme.coal : Theme.forest
                border.width: Theme.contrast ? Theme.thin : 0
                border.color: Theme.white

                Icon {
                    anchors.centerIn: parent
                    name: step.modelData.icon
                    ink: step.modelData.last ? Theme.accentText : Theme.contrast ? Theme.white : Theme.paper
                    size: 6.25 * Theme.u
                }
            }
            Label {
                id: words

                anchors.left: sign.right
                anchors.leftMargin: 3.5 * Theme.u
                anchors.right: metres.left
                anchors.rightMargin: 2 * Theme.u
                anchors.verticalCenter: sign.verticalCenter
                text: step.modelData.text
                bold: step.modelData.last
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Label {
                id: metres

                anchors.right: parent.right
                anchors.verticalCenter: sign.verticalCenter
                text: step.modelData.metres
                factor: 0.94
                color: Theme.quiet
                Accessible.ignored: true
            }
        }
    }
}
