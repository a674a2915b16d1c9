pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// "Ready", and the proof of it: the camera's picture or a test code, the last three, all saved, how old the list is.
FocusScope {
    id: page

    required property Scanner scanner
    required property url poster // its picture, painted for just this size; or none

    readonly property Ready ready: scanner.ready
    readonly property bool sees: scanner.seeing.state !== "none"
    readonly property bool asksNumber: scanner.page === "number"
    readonly property real room: work.width - 96 * Theme.px

    focus: true

    Connections {
        target: page.scanner
        enabled: page.visible

        function onStruck(key: string): void {
            if (key === "u")
                page.scanner.undo();
            else if (page.asksNumber && key >= "0" && key <= "9")
                (side.item as NumberSide)?.add(key);
        }
    }

    Parting {
        id: parting

        anchors.fill: parent
        looks: 760 * Theme.px
    }
    Item {
        id: stage

        width: parting.wide
        height: parting.high
        clip: true

        Rectangle {
            anchors.fill: parent
            color: Theme.night
        }
        Picture {
            id: picture_

            // Where there is more height it keeps to the middle, and is not cut to a part of itself.
            y: Math.round((foot.y - height) / 2)
            width: parent.width
            height: Math.min(foot.y, 0.95 * width)
            picture: page.poster
            scene: "hall"
            theme: "day"
            asynchronous: !picture // it stands where the first picture stood
            visible: !camera.visible
        }
        Loader {
            id: camera

            width: parent.width
            height: foot.y
            visible: page.scanner.seeing.state === "running"

            function look(): void {
                if (page.sees && !item)
                    setSource(Qt.resolvedUrl("CameraView.qml"), {
                        scanner: page.scanner
                    });
                else if (!page.sees)
                    source = "";
            }

            Component.onCompleted: look()
        }
        Connections {
            target: page

            function onSeesChanged(): void {
                camera.look();
            }
        }
        // The test code stands in the badge that the picture holds up: it can be scanned as it is.
        Image {
            id: code

            readonly property real scale_: Math.max(stage.width / 760, picture_.height / 616)

            visible: !camera.visible
            x: (stage.width - 760 * scale_) / 2 + 257 * scale_
            y: (foot.y - 616 * scale_) / 2 + 202 * scale_ // of the whole picture, which is in the middle
            width: 246 * scale_
            height: width
            sourceSize: Qt.size(Math.floor(width * Screen.devicePixelRatio), Math.floor(height * Screen.devicePixelRatio))
            asynchronous: true
            source: width > 1 ? "image://qr/" + encodeURIComponent(page.ready.testCode) : ""
            fillMode: Image.Pad
            Accessible.role: Accessible.Graphic
            Accessible.name: Texts.say("scanner.test_code", {})
        }
        Aim {
            x: code.x - 6 * Theme.px + (camera.visible ? code.width / 2 - width / 2 + 6 * Theme.px : 0)
            y: code.y - 6 * Theme.px
            width: code.width + 12 * Theme.px
            height: width
        }
        Rectangle {
            id: foot

            y: parent.height - height
            width: parent.width
            height: 100 * Theme.px
            color: Theme.night

            Fitted {
                anchors.verticalCenter: parent.verticalCenter
                x: 40 * Theme.px
                width: parent.width - 80 * Theme.px
                horizontalAlignment: Text.AlignHCenter
                text: camera.visible ? Texts.say("scanner.aim", {}) : Texts.say("scanner.scan_test", {})
                most: 28
                leading: 1.3
                lines: 2
                bold: true
                color: Theme.paper
            }
        }
        Touch {
            visible: page.scanner.seeing.several
            x: 24 * Theme.px
            y: 24 * Theme.px
            dark: true
            implicitWidth: 64 * Theme.px
            implicitHeight: 64 * Theme.px
            text: Texts.say("scanner.next_camera", {})
            onClicked: page.scanner.seeing.nextCamera()

            background: Ground {
                radius: height / 2
                rest: Theme.night
                pressed: Theme.pine
                border.width: 3 * Theme.px
                border.color: Theme.sprout
            }
            contentItem: Item {
                Icon {
                    anchors.centerIn: parent
                    name: "refresh-cw"
                    ink: Theme.paper
                    size: 30 * Theme.px
                }
            }
        }
    }
    FocusScope {
        id: work

        x: parting.rest.x
        y: parting.rest.y
        width: parting.rest.width
        height: parting.rest.height
        focus: true

        Loader {
            id: side

            anchors.fill: parent
            focus: true
            sourceComponent: page.asksNumber ? numbers : standing
            onLoaded: (item as Item).forceActiveFocus()
        }
    }
    Component {
        id: numbers

        NumberSide {
            scanner: page.scanner
        }
    }
    Component {
        id: standing

        ReadySide {
            scanner: page.scanner
        }
    }
}
