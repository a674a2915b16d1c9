pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Showcase
import Theme

// What the camera sees, and a mark at each corner of a code it has found. Without a graphics card, which a VideoOutput
// needs, small pictures are shown one after the other.
Item {
    id: view

    required property Scanner scanner

    readonly property bool plain: GraphicsInfo.api === GraphicsInfo.Software
    readonly property size whole: plain ? Qt.size(picture.implicitWidth, picture.implicitHeight) : Qt.size(output.sourceRect.width, output.sourceRect.height)
    // The picture covers the view, and is cut at two sides.
    readonly property real grown: whole.width > 0 ? Math.max(width / whole.width, height / whole.height) : 0

    function at(corner: point): point {
        return Qt.point(width / 2 + (corner.x - 0.5) * whole.width * grown, height / 2 + (corner.y - 0.5) * whole.height * grown);
    }

    clip: true
    Component.onCompleted: {
        if (plain)
            scanner.seeing.watch();
        else
            scanner.seeing.showIn(output);
    }
    Component.onDestruction: scanner.seeing.unwatch()

    VideoOutput {
        id: output

        anchors.fill: parent
        visible: !view.plain
        fillMode: VideoOutput.PreserveAspectCrop
    }
    Image {
        id: picture

        anchors.fill: parent
        visible: view.plain
        fillMode: Image.PreserveAspectCrop
        cache: false
        asynchronous: false
        source: view.plain && view.scanner.seeing.frames > 0 ? "image://camera/" + view.scanner.seeing.frames : ""
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

                    readonly property point place: view.at(modelData)

                    x: place.x - width / 2
                    y: place.y - height / 2
                    width: 18 * Theme.px
                    height: width
                    radius: width / 2
                    color: Theme.lantern
                }
            }
        }
    }
}
