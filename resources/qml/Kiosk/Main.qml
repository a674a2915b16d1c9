import QtQuick

// The window. First it has the picture that was painted before, and nothing else is read; with a kiosk its stage comes
// over that.
Window {
    id: window

    required property int angle // by which the picture is turned, in degrees
    required property url poster
    required property color ink // of the night, until the stage is there
    property QtObject kiosk: null
    property bool open: true // whether the picture is seen; the stage says when it is not

    // A screen that hangs on its side is turned by us; then width and height are those that people see.
    readonly property bool sideways: angle % 180 !== 0
    readonly property size seen: sideways ? Qt.size(height, width) : Qt.size(width, height)
    readonly property Item stage: loader.item as Item

    color: ink
    title: "Showcase"
    onAngleChanged: poster = "" // it was painted for a screen the other way round
    onKioskChanged: loader.setSource(Qt.resolvedUrl("Stage.qml"), {
        kiosk: kiosk,
        window: window,
        seen: Qt.binding(() => window.seen)
    })

    FocusScope {
        id: scene

        // No part of the picture stays on one spot of the screen for hours: all of it goes round by four pixels.
        property real turn: 0

        x: Math.round((window.width - width) / 2 + 4 * Math.cos(turn))
        y: Math.round((window.height - height) / 2 + 4 * Math.sin(turn))
        width: window.seen.width + 8
        height: window.seen.height + 8
        rotation: window.angle
        focus: true

        Timer {
            running: window.visible
            interval: 90000 / 24
            repeat: true
            onTriggered: scene.turn = (scene.turn + Math.PI / 12) % (2 * Math.PI)
        }
        Image {
            anchors.fill: parent
            visible: window.open
            asynchronous: false
            cache: false
            source: window.poster
        }
        Loader {
            id: loader

            anchors.fill: parent
            focus: true
        }
    }
}
