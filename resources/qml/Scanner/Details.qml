pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What the visitor says of themselves: it stands beside the badge's own words and never changes those.
Sheet {
    id: details

    readonly property Work work: scanner.work

    title: Texts.say("scanner.details_title", {})

    component Detail: Item {
        id: detail

        required property int index
        readonly property var told: details.work.details[index] ?? {
            field: "",
            label: "",
            text: ""
        }

        width: details.room
        height: 60 * Theme.px
        Component.onCompleted: {
            if (index === 0)
                box.begin();
        }

        Line {
            width: 190 * Theme.px
            anchors.verticalCenter: parent.verticalCenter
            text: detail.told.label
            high: 22
            wrapMode: Text.Wrap
            color: Theme.quiet
        }
        Box {
            id: box

            x: 200 * Theme.px
            width: parent.width - x
            high: 60
            name: detail.told.label
            onTyped: words => details.work.typeDetail(detail.told.field, words)
            onEntered: details.work.keep()
            Component.onCompleted: take(detail.told.text)
        }
    }

    Repeater {
        model: details.work.present ? 5 : 0

        Detail {}
    }
    Line {
        width: details.room
        text: Texts.say("scanner.details_note", {})
        high: 20
        pitch: 28
        wrapMode: Text.Wrap
        color: Theme.quiet
    }
}
