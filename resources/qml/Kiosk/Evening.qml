pragma ComponentBehavior: Bound

import QtQuick
import Showcase

// What moves over the poster: the lantern turns once in 24 s, the train crosses the bridge once in 40 s.
//
// Both go on twenty times a second: a screen nobody is at need not be painted sixty times.
Item {
    id: evening

    required property Attract loop
    required property bool running

    readonly property real density: Screen.devicePixelRatio
    readonly property size whole: Qt.size(Math.round(width * density), Math.round(height * density))
    readonly property var places: width > 0 && height > 0 ? loop.places(whole.width, whole.height) : null
    readonly property string of_: "?of=" + whole.width + "x" + whole.height
    readonly property int tick: 50

    property int painted: 0 // pictures of the lantern that are there
    property int at: 0 // which picture of the lantern is seen
    property real way: places ? places.train.x / density : 0 // of the train, from the left edge

    function count(): void {
        painted = 0;
        for (let i = 0; i < lanterns.count; i++)
            if ((lanterns.itemAt(i) as Part)?.status === Image.Ready)
                painted++;
    }

    component Part: Image {
        asynchronous: true
        cache: false // what is on the screen need not be kept a second time
        Accessible.ignored: true
    }

    Repeater {
        id: lanterns

        model: evening.places?.frames ?? 0

        Part {
            required property int index

            visible: index === evening.at && evening.painted === evening.places.frames
            x: evening.places.lantern.x / evening.density
            y: evening.places.lantern.y / evening.density
            width: evening.places.lantern.width / evening.density
            height: evening.places.lantern.height / evening.density
            smooth: evening.density % 1 !== 0
            source: "image://moving/lantern/" + index + evening.of_
            onStatusChanged: evening.count()
        }
    }
    Part {
        id: train

        x: evening.way
        y: (evening.places?.train.y ?? 0) / evening.density
        width: implicitWidth / evening.density
        height: implicitHeight / evening.density
        source: evening.places ? "image://moving/train" + evening.of_ : ""
    }
    Part {
        y: Math.floor(evening.places?.train.y ?? 0) / evening.density
        width: implicitWidth / evening.density
        height: implicitHeight / evening.density
        source: evening.places ? "image://moving/roofs" + evening.of_ : ""
    }
    Timer {
        property double last: 0

        interval: evening.tick
        repeat: true
        running: evening.running && evening.visible && evening.places !== null
        onRunningChanged: last = Date.now()
        onTriggered: {
            const now = Date.now();
            const passed = Math.min(now - last, 4 * interval);
            last = now;
            evening.at = (evening.at + 1) % evening.places.frames;
            const length = evening.width + train.width;
            evening.way += length * passed / 40000;
            if (evening.way > evening.width)
                evening.way -= length;
        }
    }
}
