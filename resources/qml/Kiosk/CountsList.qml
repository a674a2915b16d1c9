pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What visitors searched, opened and did not find, by the day; `showcase kiosk report` has all of it.
FocusScope {
    id: sheet

    required property Kiosk kiosk

    readonly property CountsPage counts: kiosk.counts
    readonly property int number: Math.max(1, counts.lists.length)
    readonly property int columns: Theme.portrait ? 1 : number
    readonly property real rowHeight: 6.5 * Theme.u
    readonly property real listHeight: (height - lists.y - (number / columns - 1) * lists.rowSpacing) * columns / number
    readonly property int room: Math.max(1, Math.floor((listHeight - 17 * Theme.u) / rowHeight))

    Component.onCompleted: counts.look("today")

    Row {
        id: days

        spacing: 1.5 * Theme.u

        Repeater {
            model: sheet.counts.days

            Chip {
                required property var modelData

                text: modelData.label
                selected: sheet.counts.day === modelData.key
                onClicked: sheet.counts.look(modelData.key)
            }
        }
    }
    Label {
        id: says

        x: Theme.portrait ? 0 : days.width + 4 * Theme.u
        y: Theme.portrait ? days.height + 3 * Theme.u : (days.height - height) / 2
        width: parent.width - x
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        text: sheet.counts.says
        step: Theme.portrait ? "sub" : "lead"
        bold: true
        color: Theme.title
        elide: Text.ElideRight
    }
    Grid {
        id: lists

        y: (Theme.portrait ? says.y + says.height : days.height) + 3 * Theme.u
        columns: sheet.columns
        columnSpacing: 5 * Theme.u
        rowSpacing: 2 * Theme.u

        Repeater {
            model: sheet.counts.lists

            Item {
                id: list

                required property var modelData

                width: (sheet.width - (sheet.columns - 1) * lists.columnSpacing) / sheet.columns
                // Upright a short list leaves its room to the air below all of them.
                height: Theme.portrait ? Math.min(sheet.listHeight, rows.y + rows.height + 4 * Theme.u) : sheet.listHeight

                Rectangle {
                    width: parent.width
                    height: Theme.thin
                    color: Theme.contrast ? Theme.white : Theme.straw
                }
                Label {
                    id: title

                    y: 1.5 * Theme.u
                    width: parent.width
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                    text: list.modelData.title
                    step: "lead"
                    bold: true
                    color: Theme.green
                    elide: Text.ElideRight
                }
                Column {
                    id: rows

                    y: title.y + title.height + Theme.u
                    width: parent.width

                    Repeater {
                        model: list.modelData.rows.slice(0, sheet.room)

                        Item {
                            id: line

                            required property var modelData

                            width: rows.width
                            height: sheet.rowHeight
                            Accessible.role: Accessible.StaticText
                            Accessible.name: modelData.name + ": " + modelData.number

                            Label {
                                id: count

                                width: 10 * Theme.u
                                anchors.verticalCenter: parent.verticalCenter
                                horizontalAlignment: Text.AlignRight
                                text: line.modelData.number
                                step: "body"
                                bold: true
                                color: Theme.title
                                fontSizeMode: Text.HorizontalFit
                                minimumPixelSize: 8
                            }
                            Label {
                                x: count.width + 2.5 * Theme.u
                                width: parent.width - x
                                anchors.verticalCenter: parent.verticalCenter
                                text: line.modelData.name
                                step: "body"
                                color: Theme.text
                                elide: Text.ElideRight
                            }
                        }
                    }
                    Label {
                        visible: text !== ""
                        x: list.modelData.rows.length ? 12.5 * Theme.u : 0
                        width: parent.width - x
                        Accessible.role: Accessible.StaticText
                        Accessible.name: text
                        text: list.modelData.none || list.modelData.more
                        step: "small"
                        color: Theme.quiet
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
