pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What the work side shows in place of a lead's questions: consent, or what the visitor says of themselves.
FocusScope {
    id: sheet

    required property Scanner scanner

    property string title: ""
    property string back: Texts.say("scanner.back_to_lead", {})
    default property alias content: all.data
    readonly property real room: width - 96 * Theme.px

    signal done

    Keys.onEscapePressed: sheet.done()

    Fitted {
        id: heading

        x: 47 * Theme.px
        y: 34 * Theme.px
        width: sheet.room
        text: sheet.title
        most: 38
        leading: 1.3
        lines: 1
        bold: true
        color: Theme.title
    }
    ScrollMark {
        view: frame
    }
    Flickable {
        id: frame

        y: heading.y + heading.height + 8 * Theme.px
        width: parent.width
        height: foot.y - y - 8 * Theme.px
        contentHeight: all.height + 16 * Theme.px
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        Column {
            id: all

            x: 48 * Theme.px
            y: 8 * Theme.px
            width: sheet.room
            spacing: 12 * Theme.px
        }
    }
    Action {
        id: foot

        x: 48 * Theme.px
        y: parent.height - height - 40 * Theme.px
        width: sheet.room
        style: "next"
        text: sheet.back
        key: "Esc"
        onClicked: sheet.done()
    }
}
