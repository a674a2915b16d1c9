pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The halls; the one where the screen stands says so.
Flow {
    id: tabs

    required property Plan page
    property bool short_: false

    readonly property int number: page.halls.length
    readonly property bool brief: short_ || page.halls.reduce((sum, hall) => sum + hall.name.length + 5, 0) * Theme.growth("small") > 74

    spacing: 1.5 * Theme.u

    Repeater {
        model: tabs.page.halls

        Chip {
            required property var modelData

            text: tabs.brief ? modelData.label : modelData.name
            Accessible.name: [modelData.label, modelData.name, modelData.here ? Texts.say("kioskplan.here", {}) : ""].filter(Boolean).join(", ")
            icon_: modelData.here ? "map-pin" : ""
            selected: tabs.page.hall === modelData.key
            onClicked: tabs.page.choose(modelData.key)
        }
    }
}
