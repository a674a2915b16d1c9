pragma Singleton

import QtQuick

// The card that was touched last: its picture, and where it was in the scene, for as long as its page takes to open.
QtObject {
    property Item frame: null // the scene, which may be turned in its window
    property rect card: Qt.rect(0, 0, 0, 0)
    property url picture: ""

    function note(item: Image): void {
        const at = item.mapToItem(frame, 0, 0);
        card = Qt.rect(at.x, at.y, item.width, item.height);
        picture = item.source;
    }

    function clear(): void {
        picture = "";
    }
}
