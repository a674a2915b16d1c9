pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The keyboard of the screen: rows of its language, each as wide as there is room for; accents by a long press.
Item {
    id: board

    required property Search page
    property real keyHeight: 11 * Theme.u
    property real toneHeight: 9.75 * Theme.u
    property real roomAbove: 13 * Theme.u // where accents may stand without hiding what is typed
    property real gap: 1.25 * Theme.u
    property real rowGap: 1.5 * Theme.u

    property var more: [] // what a long press offers
    property string of: ""
    property Touch held: null // the key they belong to
    readonly property var nothing: ({
            action: "",
            text: "",
            label: "",
            more: [],
            wide: 1
        })

    readonly property var rows: page.keys
    readonly property real widest: Math.max(...rows.map(row => isTones(row) ? 0 : wide(row)))
    readonly property real one: (width + gap) / widest

    function wide(row: var): real {
        return row.reduce((sum, key) => sum + key.wide, 0);
    }
    function isTones(row: var): bool {
        return row.length > 0 && row[0].action === "mark";
    }

    function offer(key: Touch, label: string, accents: var): void {
        held = key;
        of = label;
        more = accents;
    }
    function close(): void {
        const focused = offered.activeFocus;
        more = [];
        if (focused)
            held?.forceActiveFocus(Qt.TabFocusReason);
        held = null;
    }

    onRowsChanged: close()

    implicitHeight: rows.reduce((sum, row) => sum + (isTones(row) ? toneHeight : keyHeight) + rowGap, -rowGap)

    Column {
        spacing: board.rowGap
        width: parent.width

        Repeater {
            // Keys are made for places, not for letters: shift changes what they say, and none loses the focus.
            model: board.rows.length

            Row {
                id: row

                required property int index
                readonly property var modelData: board.rows[index] ?? []
                readonly property bool tones: board.isTones(modelData)
                readonly property real step: tones ? (board.width + board.gap) / board.wide(modelData) : board.one

                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: board.gap

                Repeater {
                    model: row.modelData.length

                    Touch {
                        id: key

                        required property int index
                        // A row may go before its keys: another language has fewer.
                        readonly property var modelData: row?.modelData[index] ?? board.nothing
                        readonly property bool marks: row?.tones ?? false
                        property bool isHeld: false
                        readonly property bool typesText: ["letter", "text"].includes(modelData.action)
                        readonly property bool searches: modelData.action === "search"
                        readonly property color ink: Theme.contrast ? (down || searches ? Theme.coal : Theme.white) : down ? Theme.night : searches ? Theme.night : marks ? Theme.glow : typesText ? Theme.ink : Theme.paper

                        width: (row?.step ?? 0) * modelData.wide - board.gap
                        height: marks ? board.toneHeight : board.keyHeight
                        radius: Theme.r1
                        dark: true
                        text: modelData.label
                        autoRepeat: modelData.action === "backspace"
                        focusPolicy: Qt.TabFocus
                        onPressed: isHeld = false
                        onClicked: {
                            if (isHeld)
                                return;
                            board.close();
                            board.page.press(modelData.action, modelData.text);
                        }
                        // A keyboard repeats a key that is held, which is one press here.
                        Keys.onSpacePressed: event => event.accepted = event.isAutoRepeat && !autoRepeat
                        Keys.onReleased: event => event.accepted = event.isAutoRepeat && !autoRepeat

                        // `pressAndHold` would take the letter from a slow finger on a key that has no accents.
                        Timer {
                            running: key.down && key.modelData.more.length > 0
                            interval: 600
                            onTriggered: {
                                key.isHeld = true;
                                board.offer(key, key.modelData.label, key.modelData.more);
                                if (key.visualFocus)
                                    (accents.itemAt(0) as Touch)?.forceActiveFocus(Qt.TabFocusReason);
                            }
                        }

                        background: Ground {
                            radius: key.radius
                            down: key.down
                            rest: Theme.contrast ? (key.searches ? Theme.flame : Theme.coal) : key.searches ? Theme.lantern : key.marks ? Theme.tile : key.typesText ? Theme.paper : key.modelData.action === "shift" && board.page.shifted ? Theme.moss : Theme.pine
                            pressed: Theme.contrast ? Theme.flame : key.typesText || key.marks ? Theme.glow : key.searches ? Theme.ember : Theme.sprout
                            border.width: Theme.contrast ? Theme.thin : 0
                            border.color: Theme.white
                        }
                        contentItem: Item {
                            Icon {
                                anchors.centerIn: parent
                                visible: name !== ""
                                name: key.modelData.action === "shift" ? "arrow-big-up" : key.modelData.action === "backspace" ? "delete" : ""
                                ink: key.ink
                                size: 5 * Theme.u
                            }
                            Label {
                                anchors.centerIn: parent
                                width: parent.width - Theme.u
                                horizontalAlignment: Text.AlignHCenter
                                visible: !["shift", "backspace"].includes(key.modelData.action)
                                text: key.text
                                step: key.text.length > 1 ? "small" : "lead"
                                factor: 1 / Theme.growth(step)
                                bold: key.searches || key.marks
                                color: key.ink
                                fontSizeMode: Text.HorizontalFit
                                minimumPixelSize: 8
                            }
                        }
                    }
                }
            }
        }
    }

    // The accents of a key that was held, over the row of tones, where no finger covers them.
    FocusScope {
        id: offered

        visible: board.more.length > 0
        width: parent.width
        height: Math.min(board.keyHeight + 2 * Theme.u, board.roomAbove)
        y: -height - 0.5 * Theme.u
        Keys.onEscapePressed: board.close()
        Accessible.role: Accessible.Grouping
        Accessible.name: Texts.say("kiosksearch.accents", {
            letter: board.of
        })

        Rectangle {
            anchors.fill: parent
            radius: Theme.r2
            color: Theme.contrast ? Theme.coal : Theme.night
            border.width: Theme.contrast ? Theme.thin : 0
            border.color: Theme.white
        }
        Row {
            anchors.centerIn: parent
            spacing: board.gap

            Repeater {
                id: accents

                model: board.more

                Touch {
                    id: accent

                    required property string modelData

                    width: Math.min(board.one - board.gap, (board.width - 2 * Theme.u) / board.more.length - board.gap)
                    height: offered.height - 1.5 * Theme.u
                    radius: Theme.r1
                    dark: true
                    text: modelData
                    onClicked: {
                        const letter = modelData;
                        board.close();
                        board.page.put(letter);
                    }

                    background: Ground {
                        radius: accent.radius
                        down: accent.down
                        rest: Theme.contrast ? Theme.coal : Theme.tile
                        pressed: Theme.contrast ? Theme.flame : Theme.glow
                        border.width: Theme.contrast ? Theme.thin : 0
                        border.color: Theme.white
                    }
                    contentItem: Label {
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        text: accent.text
                        step: "lead"
                        factor: 1 / Theme.growth("lead")
                        bold: true
                        color: Theme.contrast ? (accent.down ? Theme.coal : Theme.white) : accent.down ? Theme.night : Theme.glow
                    }
                }
            }
        }
    }
}
