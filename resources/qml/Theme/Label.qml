pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A text in one of the steps of the type scale. It is never taken for markup. A name of another script stands where all
// names stand; a text of several lines that is `read` stands as its script wants it.
Text {
    property string step: "body"
    property bool bold: false
    property bool read: false
    property real factor: 1 // of the size, where a text has to fit

    font.family: Theme.family
    font.weight: bold ? Font.Bold : Font.Medium
    font.pixelSize: Math.max(1, Math.round(Theme.size(step) * factor))
    font.letterSpacing: Theme.spacing(step) * factor
    font.hintingPreference: Font.PreferNoHinting
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.leading(step) * factor
    color: Theme.text
    textFormat: Text.PlainText
    horizontalAlignment: read ? undefined : Text.AlignLeft
}
