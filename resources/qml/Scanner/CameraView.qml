pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Showcase
import Theme

// What the camera sees, and a frame around each code it has found.
Item {
    id: view

    required property Scanner scanner

    VideoOutput {
        id: output

        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectCrop
        Component.onCompleted: view.scanner.seeing.showIn(output)
    }
    Repeater {
        model: view.scanner.seeing.seen

        Item {
            id: code

            required property var modelData

            Repeater {
                model: code.modelData

                Rectangle {
                    required property point modelData

                    readonly property point at: {
                        const content = output.contentRect;
                        return Qt.point(content.x + modelData.x * content.width, content.y + modelData.y * content.height);
                    }

                    x: at.x - width / 2
                    y: at.y - height / 2
                    width: 18 * Theme.px
                    height: width
                    radius: width / 2
                    color: Theme.lantern
                }
            }
        }
    }
}
