pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Larger text, more contrast, controls within reach.
Row {
    id: aids

    required property Kiosk kiosk

    readonly property Visit visit: kiosk.visit

    spacing: 1.5 * Theme.u

    RoundButton {
        dark: true
        icon_: "a-large-small"
        switches: true
        on: aids.visit.textStep > 0
        text: Texts.say("kiosk.aid_text", {})
        onClicked: aids.visit.grow()
    }
    RoundButton {
        dark: true
        icon_: "contrast"
        switches: true
        on: aids.visit.contrast
        text: Texts.say("kiosk.aid_contrast", {})
        onClicked: aids.visit.contrasted()
    }
    RoundButton {
        dark: true
        icon_: "arrow-down-to-line"
        switches: true
        on: aids.visit.reach
        text: Texts.say("kiosk.aid_reach", {})
        onClicked: aids.visit.lower()
    }
}
