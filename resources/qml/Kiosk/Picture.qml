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
    readonly property string shape: corners.length ? "r=" + corners.map(r => Math.round(r * density)).join(",") : ""

    sourceSize: Qt.size(Math.round(width * density), Math.round(height * density))
    source: {
        if (width < 1 || height < 1)
            return "";
        if (picture)
            return picture + (shape ? (picture.includes("?") ? "&" : "?") + shape : "");
        return scene ? "image://art/" + scene + "/" + seed + "/" + theme + (shape ? "?" + shape : "") : "";
    }
    asynchronous: true
    retainWhileLoading: true
    Accessible.ignored: true
}
