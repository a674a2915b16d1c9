pragma ComponentBehavior: Bound

import QtQuick
import Theme

// How many digits are typed, never which.
Row {
    id: dots

    property int digits: 0
    property bool dark: true

    height: 4 * Theme.u
    spacing: 1.5 * Theme.u
    Accessible.role: Accessible.StaticText
    Accessible.name: Texts.say("kioskstaff.typed", {
        n: dots.digits
    })

    Repeater {
        model: Math.max(6, dots.digits)

        Rectangle {
            required property int index

            width: 2.25 * Theme.u
            height: width
            radius: width / 2
            color: index < dots.digits ? (dots.dark || Theme.contrast ? Theme.accent : Theme.forest) : "transparent"
            border.width: Theme.thin
            border.color: index < dots.digits ? color : dots.dark ? Theme.duskLine : Theme.line
        }
    }
}
