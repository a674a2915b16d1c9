pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A circle with an icon; its name is for those who hear the screen.
Touch {
    id: button

    property string icon_: ""
    property bool on: false // it is a switch that is on
    property bool switches: false
    property bool lined: false // it has an outline on its ground too, as it lies on a picture
    property bool possible: true // while a page comes nothing can be touched, and nothing looks as if it could not
    property color rest: "transparent"
    property color ink: dark ? Theme.plinthText : Theme.title
    property color line: dark ? Theme.plinthLine : Theme.line

    implicitWidth: Theme.target
    implicitHeight: implicitWidth
    checkable: false
    Accessible.checkable: switches
    Accessible.checked: on
    enabled: possible
    opacity: possible ? 1 : 0.4

    background: Ground {
        radius: button.radius
        down: button.down
        rest: button.on ? Theme.accent : button.rest
        pressed: button.dark ? Theme.plinthDown : Theme.down
        border.width: !button.lined && (button.rest.a > 0 || button.on) ? 0 : Theme.thin
        border.color: button.line
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.icon_
            ink: button.on ? Theme.accentText : button.ink
            size: 0.58 * button.width
        }
    }
}
