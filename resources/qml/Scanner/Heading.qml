pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The head of a page of its own: a way back, what the page is, and what is beside it.
Item {
    id: heading

    required property Scanner scanner

    property string title: ""
    property string more: ""
    default property alias actions: beside.data

    // What the page is goes below where there is no room for it between the buttons.
    readonly property bool below: beside.x - between < 460 * Theme.px && beside.width > 0
    readonly property real between: back.x + back.width + 32 * Theme.px

    implicitHeight: (below ? 176 : 112) * Theme.px

    Action {
        id: back

        x: 32 * Theme.px
        y: 28 * Theme.px
        high: 56
        letter: 21
        icon_: "arrow-left"
        text: Texts.say("scanner.back", {})
        key: "Esc"
        onClicked: heading.scanner.home()
    }
    Fitted {
        id: title

        x: heading.below ? back.x : heading.between
        y: (heading.below ? 132 : 56) * Theme.px - height / 2
        width: (heading.below ? heading.width : beside.x) - x - 24 * Theme.px
        text: heading.title + (heading.more ? "  " : "")
        most: 42
        lines: 1
        bold: true
        color: Theme.title
        Accessible.role: Accessible.Heading
    }
    Row {
        id: beside

        anchors.right: parent.right
        anchors.rightMargin: 32 * Theme.px
        y: 28 * Theme.px
        spacing: 12 * Theme.px
    }
}
