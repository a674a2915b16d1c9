pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What is locked and what is not, one line each, as `showcase kiosk check` says it.
FocusScope {
    id: sheet

    required property Kiosk kiosk

    readonly property LockPage locks: kiosk.locks
    readonly property int columns: Theme.portrait ? 1 : 2
    readonly property int rows: Math.ceil(locks.lines.length / columns)
    readonly property real tall: Math.min(17.5 * Theme.u, (height - list.y) / Math.max(1, rows))
    readonly property real factor: Math.min(0.93, (tall - 6.25 * Theme.u) / (2 * Theme.leading("small"))) // two lines fit
    readonly property var icons: ({
            locked: "lock",
            open: "lock-open",
            unknown: "circle-question-mark"
        })

    Label {
        id: says

        width: parent.width
        text: sheet.locks.says
        step: "lead"
        bold: true
        color: Theme.title
        wrapMode: Text.Wrap
    }
    Grid {
        id: list

        y: says.height + 2.5 * Theme.u
        flow: Grid.TopToBottom
        rows: Math.max(1, sheet.rows)
        columnSpacing: 5 * Theme.u

        Repeater {
            model: sheet.locks.lines

            Item {
                id: line

                required property var modelData

                readonly property color ink: {
                    if (Theme.contrast)
                        return Theme.white;
                    return modelData.state === "locked" ? Theme.moss : modelData.state === "open" ? Theme.son : Theme.stone;
                }

                width: (sheet.width - (sheet.columns - 1) * list.columnSpacing) / sheet.columns
                height: sheet.tall
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.title + ": " + modelData.says

                Rectangle {
                    width: parent.width
                    height: Theme.thin
                    color: Theme.contrast ? Theme.white : Theme.straw
                }
                Icon {
                    id: icon

                    y: 2.5 * Theme.u
                    name: sheet.icons[line.modelData.state]
                    ink: line.ink
                }
                Label {
                    id: title

                    x: 8 * Theme.u
                    y: Theme.u
                    text: line.modelData.title
                    step: "small"
                    bold: true
                    color: line.ink
                }
                Label {
                    x: title.x
                    y: title.y + title.height
                    width: parent.width - x
                    height: parent.height - y
                    text: line.modelData.says
                    step: "small"
                    factor: sheet.factor
                    color: Theme.text
                    wrapMode: Text.Wrap
                    elide: Text.ElideRight
                }
            }
        }
    }
}
