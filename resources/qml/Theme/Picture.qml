pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A picture of the event, or a drawn scene where there is none, cut to its size with its corners painted round.
Image {
    property string picture: "" // as view models give it
    property string scene: ""
    property int seed: 0
    property string theme: Theme.contrast ? "contrast" : "day"
    property list<real> corners: [] // one radius or four, in px, clockwise from the top left

    readonly property real density: Screen.devicePixelRatio
    property size quiet: Qt.size(0, 0) // what words take of a scene at the top left, in px

    readonly property string shape: corners.length ? "r=" + corners.map(r => Math.round(r * density)).join(",") : ""
    readonly property real drawn: 8 / Theme.u // pixels of the drawings in one of ours
    readonly property string how: {
        const told = ["d=" + (density / drawn).toFixed(3)];
        if (quiet.height > 0)
            told.push("q=" + Math.round(quiet.width * drawn) + "," + Math.round(quiet.height * drawn));
        return (shape ? told.concat(shape) : told).join("&");
    }

    sourceSize: Qt.size(Math.round(width * density), Math.round(height * density))
    source: {
        if (width < 1 || height < 1)
            return "";
        if (picture)
            return picture + (shape ? (picture.includes("?") ? "&" : "?") + shape : "");
        return scene ? "image://art/" + scene + "/" + seed + "/" + theme + "?" + how : "";
    }
    asynchronous: true
    retainWhileLoading: true
    Accessible.ignored: true
}
