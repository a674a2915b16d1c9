pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The ground of a control: its ink changes at once when it is pressed, and comes back a little slower.
Rectangle {
    id: ground

    property bool down: false
    property color rest: Theme.card
    property color pressed: Theme.down

    color: down ? pressed : rest
    Behavior on color {
        enabled: !ground.down
        ColorAnimation {
            duration: Theme.release
        }
    }
}
