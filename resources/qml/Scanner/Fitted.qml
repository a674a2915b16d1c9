pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A text that is set smaller, down to half, until its longest word and all of it fit into some lines.
Line {
    id: fitted

    property real most: 66
    property real leading: 1.24
    property int lines: 2

    readonly property real asWide: {
        const words = text.split(/\s+/);
        let longest = 0;
        for (const word of words)
            longest = Math.max(longest, measure.advanceWidth(word));
        const whole = measure.advanceWidth(text);
        // A line that breaks between words is not full.
        return 1.03 * Math.max(longest, lines > 1 ? whole / lines * (whole > width * lines * 0.8 ? 1.12 : 1) : whole);
    }

    high: most * Math.max(0.5, Math.min(1, width / Math.max(1, asWide)))
    pitch: Math.round(leading * high)
    wrapMode: lines > 1 ? Text.Wrap : Text.NoWrap
    maximumLineCount: lines
    elide: Text.ElideRight

    FontMetrics {
        id: measure

        font.family: Theme.family
        font.weight: fitted.bold ? Font.Bold : Font.Medium
        font.pixelSize: Math.max(1, Math.round(fitted.most * Theme.px))
        font.letterSpacing: fitted.most > 40 ? -0.03 * fitted.most * Theme.px : 0
    }
}
