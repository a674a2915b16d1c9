pragma ComponentBehavior: Bound

import QtQuick
import Theme

// Nearer, farther, everything: for those who do not pinch.
Grid {
    id: buttons

    required property PlanView view
    property bool upright: false

    columns: upright ? 1 : 3
    spacing: Theme.u

    RoundButton {
        icon_: "plus"
        rest: Theme.contrast ? Theme.coal : Theme.paper
        line: Theme.contrast ? Theme.white : Theme.forest
        lined: true
        possible: buttons.view.scale_ < 0.99 * buttons.view.most
        text: Texts.say("kioskplan.zoom_in", {})
        onClicked: buttons.view.zoom(1.6, buttons.view.width / 2, buttons.view.height / 2)
    }
    RoundButton {
        icon_: "minus"
        rest: Theme.contrast ? Theme.coal : Theme.paper
        line: Theme.contrast ? Theme.white : Theme.forest
        lined: true
        possible: buttons.view.near
        text: Texts.say("kioskplan.zoom_out", {})
        onClicked: buttons.view.zoom(1 / 1.6, buttons.view.width / 2, buttons.view.height / 2)
    }
    RoundButton {
        icon_: "maximize"
        rest: Theme.contrast ? Theme.coal : Theme.paper
        line: Theme.contrast ? Theme.white : Theme.forest
        lined: true
        possible: buttons.view.near
        text: Texts.say("kioskplan.zoom_reset", {})
        onClicked: buttons.view.all()
    }
}
