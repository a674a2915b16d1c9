pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A rating as so many lit lanterns of five.
Row {
    id: lanterns

    property int rating: 0
    property real high: 20

    spacing: 2 * Theme.px
    Accessible.role: Accessible.StaticText
    Accessible.name: rating > 0 ? Texts.say("scanner.rated", {
        rating: rating
    }) : ""

    Repeater {
        model: 5

        Icon {
            required property int index

            name: index < lanterns.rating ? "lantern" : "ring"
            ink: Theme.dark ? Theme.rail : Theme.bamboo
            size: lanterns.high * Theme.px
        }
    }
}
