pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The number that is printed on a badge, for one whose code cannot be read.
FocusScope {
    id: side

    required property Scanner scanner

    readonly property real room: width - 96 * Theme.px

    function add(digit: string): void {
        if (box.current().replace(/ /g, "").length < 8)
            box.take(box.current() + digit);
        box.begin();
    }
    function send(): void {
        const digits = box.current().replace(/ /g, "");
        if (digits.length === 8) {
            side.scanner.type(digits);
            box.take("");
        }
    }

    focus: true
    Component.onCompleted: box.begin()
    Keys.onEscapePressed: side.scanner.home()

    Fitted {
        id: title

        x: 47 * Theme.px
        y: 40 * Theme.px
        width: side.room
        text: Texts.say("scanner.number_title", {})
        most: 44
        leading: 1.25
        lines: 2
        bold: true
        color: Theme.title
    }
    Line {
        id: hint

        x: 48 * Theme.px
        y: title.y + title.height + 10 * Theme.px
        width: side.room
        text: Texts.say("scanner.number_hint", {})
        high: 22
        pitch: 31
        wrapMode: Text.Wrap
        color: Theme.quiet
    }
    Box {
        id: box

        x: 48 * Theme.px
        y: hint.y + hint.height + 18 * Theme.px
        width: side.room
        high: 84
        letter: 40
        digits: true
        most: 9
        focus: true
        name: Texts.say("scanner.number_title", {})
        placeholder: "1234 5678"
        onEntered: side.send()
    }
    Grid {
        id: pad

        x: 48 * Theme.px
        y: box.y + box.height + 16 * Theme.px
        columns: 3
        spacing: 10 * Theme.px

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "<"]

            Touch {
                id: key

                required property string modelData

                width: (side.room - 20 * Theme.px) / 3
                height: Math.min(72 * Theme.px, (foot.y - pad.y - 46 * Theme.px) / 4)
                radius: 14 * Theme.px
                visible: true
                enabled: modelData !== ""
                opacity: enabled ? 1 : 0
                focusPolicy: Qt.NoFocus
                text: modelData === "<" ? Texts.say("scanner.delete", {}) : modelData
                onClicked: modelData === "<" ? box.take(box.current().trim().slice(0, -1)) : side.add(modelData)

                background: Ground {
                    radius: key.radius
                    down: key.down
                    rest: Theme.quietTile
                    pressed: Theme.glow
                }
                contentItem: Item {
                    Line {
                        anchors.centerIn: parent
                        visible: key.modelData !== "<"
                        text: key.modelData
                        high: 30
                        bold: true
                        color: Theme.title
                    }
                    Icon {
                        anchors.centerIn: parent
                        visible: key.modelData === "<"
                        name: "delete"
                        ink: Theme.title
                        size: 32 * Theme.px
                    }
                }
            }
        }
    }
    Row {
        id: foot

        x: 48 * Theme.px
        y: parent.height - height - 50 * Theme.px
        spacing: 14 * Theme.px

        Action {
            id: back

            text: Texts.say("scanner.back", {})
            key: "Esc"
            onClicked: side.scanner.home()
        }
        Action {
            width: side.room - back.width - 14 * Theme.px
            style: "next"
            text: Texts.say("scanner.check_number", {})
            key: "Enter"
            onClicked: side.send()
        }
    }
}
