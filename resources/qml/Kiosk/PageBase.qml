pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What every page has: a stage to look at, and a column for the hand.
//
// In portrait the column stands under the stage, in landscape at its right. In reach mode the hand part of a portrait
// page is the band of `handHeight` at its foot, and everything above is stage.
FocusScope {
    id: base

    required property Kiosk kiosk

    property real columnWidth: Theme.column
    readonly property real columnX: Theme.portrait ? (width - columnWidth) / 2 : width - Theme.margin - columnWidth
    readonly property real stageWidth: Theme.portrait ? width : width - columnWidth - 2 * Theme.margin
    readonly property real handHeight: 50 * Theme.u
    readonly property real handY: height - handHeight

    // What the picture of a card grows to.
    property Item stage: null
    property Image cover: null

    focus: true
}
