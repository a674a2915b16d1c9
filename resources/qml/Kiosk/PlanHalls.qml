pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The letters of the halls on tabs at their walls; a tab stays in sight as long as its hall does.
Item {
    id: halls

    required property PlanView view

    Repeater {
        model: halls.view.geometry.halls

        Rectangle {
            id: tab

            required property var modelData

            readonly property bool above: modelData.above || width > 9 * Theme.u
            readonly property real wallX: halls.view.originX + modelData.x * halls.view.scale_
            readonly property real wallY: halls.view.originY + modelData.y * halls.view.scale_

            x: Math.max(0, Math.min(wallX + modelData.w * halls.view.scale_ - width, above ? wallX - 0.44 * Theme.u : wallX + 0.5 * Theme.u - width))
            y: Math.max(0, Math.min(wallY + modelData.h * halls.view.scale_ - height, above ? wallY + 0.44 * Theme.u - height : wallY - 0.44 * Theme.u))
            width: Math.max(7 * Theme.u, code.implicitWidth + 2.5 * Theme.u)
            height: (above ? 7.5 : 9) * Theme.u
            color: Theme.contrast ? Theme.white : Theme.forest

            Label {
                id: code

                anchors.centerIn: parent
                text: tab.modelData.code
                step: "sub"
                factor: 0.96 / Theme.growth("sub")
                bold: true
                color: Theme.contrast ? Theme.coal : Theme.paper
            }
        }
    }
}
