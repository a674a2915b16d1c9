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

    implicitHeight: 112 * Theme.px

    Action {
        id: back

        x: 32 * Theme.px
        anchors.verticalCenter: parent.verticalCenter
        high: 56
        letter: 21
        icon_: "arrow-left"
        text: Texts.say("scanner.back", {})
        key: "Esc"
        onClicked: heading.scanner.home()
    }
    Fitted {
        id: title

        x: back.x + back.width + 32 * Theme.px
        anchors.verticalCenter: parent.verticalCenter
        width: beside.x - x - 24 * Theme.px
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
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12 * Theme.px
    }
}
