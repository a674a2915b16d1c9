pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Something is under way.
Icon {
    id: spinner

    property bool running: true

    name: "loader-circle"
    RotationAnimator on rotation {
        running: spinner.running && spinner.visible && !Theme.still
        from: 0
        to: 360
        duration: 1200
        loops: Animation.Infinite
    }
}
