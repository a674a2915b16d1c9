pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A text in pixels of the drawings.
Label {
    property real high: 22
    property real pitch: Math.round(1.38 * high)

    font.pixelSize: Math.max(1, Math.round(high * Theme.px))
    font.letterSpacing: (high > 40 ? -0.03 : high > 28 ? -0.02 : -0.005) * high * Theme.px
    lineHeight: pitch * Theme.px
}
