import QtQuick

// The window. First it has the picture that was painted before, on its grounds, and nothing else is read; with a scanner
// its stage comes over that.
Window {
    id: window

    required property url poster
    required property color ground
    required property color strip
    required property color night
    required property real most // what a pixel of the drawings is at most
    property QtObject scanner: null

    // A pixel of the drawings: all of a window of 1366 by 768, or of 800 by 1400; one that is larger grows as a whole.
    readonly property bool upright: height >= width
    readonly property real scale_: Math.min(width / (upright ? 800 : 1366), height / (upright ? 1400 : 768), most)
    readonly property real page: height - 52 * scale_
    readonly property Item stage: loader.item as Item
    property size first // the size that the picture was painted for

    minimumWidth: 683
    minimumHeight: 384
    color: ground
    title: "Showcase"
    Component.onCompleted: first = Qt.size(width, height)
    onScannerChanged: loader.setSource(Qt.resolvedUrl("Stage.qml"), {
        scanner: scanner,
        window: window,
        scale_: Qt.binding(() => window.scale_),
        poster: Qt.binding(() => window.width === window.first.width && window.height === window.first.height ? window.poster : "")
    })

    Rectangle {
        visible: !window.stage
        width: window.upright ? window.width : 760 * window.scale_
        height: window.upright ? Math.round(window.page - Math.max(716 * window.scale_, 0.54 * window.page)) : window.page
        color: window.night

        Image {
            readonly property real room: parent.height - 100 * window.scale_

            y: Math.round((room - height) / 2)
            width: parent.width
            height: Math.min(room, 0.95 * width)
            asynchronous: false
            source: window.poster
        }
    }
    Rectangle {
        visible: !window.stage
        y: window.height - height
        width: window.width
        height: 52 * window.scale_
        color: window.strip
    }
    Loader {
        id: loader

        anchors.fill: parent
        focus: true
    }
}
