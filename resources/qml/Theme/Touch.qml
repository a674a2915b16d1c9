pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Theme

// What all that can be touched has in common: it acts when the finger leaves, by Enter and Space, and shows its focus.
T.AbstractButton {
    id: touch

    property real radius: height / 2
    property bool dark: false

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    focusPolicy: Qt.TabFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: touch.click()
    Keys.onReturnPressed: touch.click()
    Keys.onEnterPressed: touch.click()

    FocusRing {
        visible: touch.visualFocus
        radius: touch.radius
        dark: touch.dark
        z: 1
    }
}
