pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Details divided by commas, in one line, a little smaller where that helps. Those for which there is no room are left
// out whole: no word is cut while a shorter way to say it is left.
Label {
    id: clauses

    property string whole: ""
    property string core: "" // what says the most in the least room, where that is not what comes first
    property bool placed: false

    function fit(): void {
        if (!placed)
            return;
        const parts = whole.split(", ");
        text = whole;
        while (truncated && parts.length > 1) {
            parts.pop();
            text = parts.length === 1 && core ? core : parts.join(", ");
        }
    }

    elide: Text.ElideRight
    maximumLineCount: 1
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Math.round(0.9 * font.pixelSize)
    Component.onCompleted: {
        placed = true;
        fit();
    }
    onWholeChanged: fit()
    onCoreChanged: fit()
    onWidthChanged: fit()
    onFontChanged: fit()
}
