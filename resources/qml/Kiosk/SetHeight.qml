pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// How high the screen hangs, drawn to scale beside somebody who stands and the band that every hand reaches.
StaffSheet {
    id: sheet

    readonly property int edge: kiosk.stand.edge >= 0 ? kiosk.stand.edge : 900
    readonly property real px: kiosk.stand.pixelsPerMm > 0 ? kiosk.stand.pixelsPerMm : Math.min(Theme.width, Theme.height) / 535
    readonly property real scaled: (stageHeight - 12 * Theme.u) / Math.max(2300, edge + Theme.height / px + 50) // pixels of the drawing for a millimetre

    function put(mm: real): void {
        kiosk.setting.lift(Math.round(mm / 10) * 10);
    }

    says: Texts.say("kioskstaff.height_says", {})

    stage: [
        Item {
            id: room

            readonly property real floor: height - 6 * Theme.u

            function up(mm: real): real {
                return floor - mm * sheet.scaled;
            }

            anchors.fill: parent

            Rectangle {
                y: room.up(1100)
                x: 3 * Theme.u
                width: parent.width - 6 * Theme.u
                height: 300 * sheet.scaled
                color: Theme.contrast ? "transparent" : Theme.mint
                border.width: Theme.contrast ? Theme.thin : 0
                border.color: Theme.white

                Label {
                    anchors.right: parent.right
                    anchors.rightMargin: 2 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: 24 * Theme.u
                    horizontalAlignment: Text.AlignRight
                    text: Texts.say("kioskstaff.height_reach", {})
                    step: "note"
                    color: Theme.contrast ? Theme.white : Theme.forest
                    wrapMode: Text.Wrap
                }
            }
            Rectangle {
                y: room.floor
                width: parent.width
                height: parent.height - y
                radius: Theme.r2
                color: Theme.contrast ? Theme.coal : Theme.rice
                border.width: Theme.contrast ? Theme.thin : 0
                border.color: Theme.white
            }

            // Somebody of 1.65 m: head, body, legs.
            Item {
                x: 0.12 * parent.width
                y: room.up(1650)
                width: 460 * sheet.scaled
                height: 1650 * sheet.scaled

                component Part: Rectangle {
                    anchors.horizontalCenter: parent?.horizontalCenter
                    color: Theme.contrast ? Theme.coal : Theme.pine
                    border.width: Theme.contrast ? Theme.thin : 0
                    border.color: Theme.white
                }
                Part {
                    width: 215 * sheet.scaled
                    height: 240 * sheet.scaled
                    radius: width / 2
                }
                Part {
                    y: 280 * sheet.scaled
                    width: 450 * sheet.scaled
                    height: 720 * sheet.scaled
                    radius: 190 * sheet.scaled
                }
                Part {
                    y: 760 * sheet.scaled
                    anchors.horizontalCenterOffset: -92 * sheet.scaled
                    width: 158 * sheet.scaled
                    height: 890 * sheet.scaled
                    radius: 60 * sheet.scaled
                }
                Part {
                    y: 760 * sheet.scaled
                    anchors.horizontalCenterOffset: 92 * sheet.scaled
                    width: 158 * sheet.scaled
                    height: 890 * sheet.scaled
                    radius: 60 * sheet.scaled
                }
            }
            Rectangle {
                id: shown

                x: 0.56 * parent.width - width / 2
                y: room.up(sheet.edge) - height
                width: Theme.width / sheet.px * sheet.scaled
                height: Theme.height / sheet.px * sheet.scaled
                radius: 0.75 * Theme.u
                color: Theme.dusk
                border.width: Theme.thick
                border.color: drag.active ? Theme.accent : Theme.contrast ? Theme.white : Theme.night

                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 0.3 * parent.height - height / 2
                    width: 0.5 * Math.min(parent.width, parent.height)
                    height: width
                    radius: width / 2
                    color: Theme.accent
                }
                DragHandler {
                    id: drag

                    property int begun: 0

                    target: null
                    onActiveChanged: begun = sheet.edge
                    onActiveTranslationChanged: {
                        if (active)
                            sheet.put(begun - activeTranslation.y / sheet.scaled);
                    }
                }
            }
            Rectangle {
                x: shown.x + shown.width / 2 - width / 2
                y: shown.y + shown.height
                width: Theme.thick
                height: Math.max(0, room.floor - y)
                color: Theme.contrast ? Theme.white : Theme.amber
            }
            Rectangle {
                x: shown.x + shown.width / 2 + Theme.u
                y: Math.min(room.floor - height, (shown.y + shown.height + room.floor - height) / 2)
                width: told.implicitWidth + 2 * Theme.u
                height: told.implicitHeight
                color: Theme.card

                Label {
                    id: told

                    anchors.centerIn: parent
                    text: Texts.say("kioskstaff.height_cm", {
                        n: Math.round(sheet.edge / 10)
                    })
                    step: "body"
                    bold: true
                    color: Theme.contrast ? Theme.white : Theme.amber
                }
            }
        }
    ]

    Stepper {
        width: parent.width
        value: Texts.say("kioskstaff.height_cm", {
            n: Math.round(sheet.edge / 10)
        })
        less: Texts.say("kioskstaff.lower", {
            n: 1
        })
        more: Texts.say("kioskstaff.higher", {
            n: 1
        })
        onMoved: by => sheet.put(sheet.edge + 10 * by)
    }
    Row {
        width: parent.width
        spacing: 2 * Theme.u

        Repeater {
            model: [-10, 10]

            SecondaryButton {
                required property int modelData

                width: (parent.width - 2 * Theme.u) / 2
                text: Texts.say(modelData < 0 ? "kioskstaff.lower" : "kioskstaff.higher", {
                    n: 10
                })
                step: "small"
                onClicked: sheet.put(sheet.edge + 10 * modelData)
            }
        }
    }
}
