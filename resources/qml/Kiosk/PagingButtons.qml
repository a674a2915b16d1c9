pragma ComponentBehavior: Bound

import QtQuick
import Theme

// On and back through a list, for those who do not drag.
Row {
    id: paging

    property bool back: false
    property bool on: false

    signal turned(int by)

    spacing: 1.5 * Theme.u
    visible: back || on

    RoundButton {
        icon_: "arrow-up"
        possible: paging.back
        rest: Theme.quietTile
        text: Texts.say("kiosk.page_back", {})
        onClicked: paging.turned(-1)
    }
    RoundButton {
        icon_: "arrow-down"
        possible: paging.on
        rest: possible ? Theme.chosen : Theme.quietTile
        ink: possible ? Theme.chosenText : Theme.title
        text: Texts.say("kiosk.page_on", {})
        onClicked: paging.turned(1)
    }
}
