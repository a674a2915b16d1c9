pragma ComponentBehavior: Bound

import QtQuick
import Theme

// What the signs on the plan mean.
Flow {
    id: legend

    required property var entries

    spacing: 2.5 * Theme.u

    Repeater {
        model: legend.entries

        Row {
            id: entry

            required property var modelData

            spacing: 1.25 * Theme.u

            Rectangle {
                width: 5 * Theme.u
                height: width
                visible: entry.modelData.icon !== "here"
                color: Theme.contrast ? (entry.modelData.icon === "mine" ? Theme.white : Theme.coal) : entry.modelData.icon === "mine" ? Theme.pine : Theme.forest
                border.width: Theme.contrast ? Theme.thin : 0
                border.color: Theme.white

                Icon {
                    anchors.centerIn: parent
                    name: entry.modelData.icon === "mine" || entry.modelData.icon === "here" ? "" : entry.modelData.icon
                    ink: Theme.contrast ? Theme.white : Theme.paper
                    size: 3.4 * Theme.u
                }
            }
            Image {
                visible: entry.modelData.icon === "here"
                width: 5 * Theme.u
                height: width
                sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
                asynchronous: true
                source: "image://plan/here" + (Theme.contrast ? "?c=1" : "")
            }
            Label {
                text: entry.modelData.label
                step: "small"
            }
        }
    }
}
