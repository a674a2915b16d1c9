pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The screen is measured with a bank card: the drawing is as large as the card when a millimetre is a millimetre.
StaffSheet {
    id: sheet

    readonly property SettingUp setting: kiosk.setting
    readonly property real most: Math.min(stageWidth - 16 * Theme.u, (stageHeight - 16 * Theme.u) * setting.cardWidth / setting.cardHeight)
    readonly property real least: 6 * Theme.u
    readonly property real guess: (kiosk.stand.pixelsPerMm > 0 ? kiosk.stand.pixelsPerMm : Screen.pixelDensity) * setting.cardWidth
    readonly property real inches: Math.hypot(Theme.width, Theme.height) / (card / setting.cardWidth) / 25.4
    property real card: Math.max(least, Math.min(most, guess)) // how wide it is drawn, in pixels

    function fit(wide: real): void {
        card = Math.max(least, Math.min(most, wide));
    }

    says: Texts.say("kioskstaff.screen_says", {})

    stage: [
        Rectangle {
            x: drawn.x
            width: parent.width - x - 3 * Theme.u
            y: drawn.y
            height: Theme.thin
            color: Theme.contrast ? Theme.white : Theme.straw
        },
        Rectangle {
            x: drawn.x
            width: Theme.thin
            y: drawn.y
            height: parent.height - y - 3 * Theme.u
            color: Theme.contrast ? Theme.white : Theme.straw
        },
        Rectangle {
            id: drawn

            readonly property real mm: width / sheet.setting.cardWidth

            x: 6 * Theme.u
            y: 6 * Theme.u
            width: sheet.card
            height: mm * sheet.setting.cardHeight
            radius: 3.18 * mm
            color: Theme.contrast ? Theme.coal : Theme.forest
            border.width: Theme.contrast ? Theme.thin : 0
            border.color: Theme.white
            Accessible.role: Accessible.Graphic
            Accessible.name: Texts.say("kioskstaff.screen_card", {})

            // The chip stands where ISO/IEC 7816-2 has it.
            Rectangle {
                x: 10 * drawn.mm
                y: 19 * drawn.mm
                width: 12.5 * drawn.mm
                height: 10 * drawn.mm
                radius: 1.5 * drawn.mm
                color: Theme.accent

                Rectangle {
                    anchors.centerIn: parent
                    width: parent.width
                    height: 0.5 * drawn.mm
                    color: Theme.contrast ? Theme.coal : Theme.ember
                }
                Rectangle {
                    anchors.centerIn: parent
                    width: 0.5 * drawn.mm
                    height: parent.height
                    color: Theme.contrast ? Theme.coal : Theme.ember
                }
            }
            Repeater {
                model: 4

                Rectangle {
                    required property int index

                    x: (10 + 17 * index) * drawn.mm
                    y: 35 * drawn.mm
                    width: 13.5 * drawn.mm
                    height: 3 * drawn.mm
                    color: Theme.contrast ? Theme.white : Theme.sprout
                }
            }
            Rectangle {
                x: 10 * drawn.mm
                y: 43.5 * drawn.mm
                width: 30 * drawn.mm
                height: 2.4 * drawn.mm
                color: Theme.contrast ? Theme.white : Theme.embers
            }
        },
        Rectangle {
            id: corner

            objectName: "corner"
            x: drawn.x + drawn.width - width / 2 + 1.5 * Theme.u
            y: drawn.y + drawn.height - height / 2 + 1.5 * Theme.u
            width: 10 * Theme.u
            height: width
            radius: width / 2
            color: pull.active ? Theme.accentDown : Theme.accent

            Icon {
                anchors.centerIn: parent
                name: "move-diagonal-2"
                ink: Theme.accentText
                size: 5 * Theme.u
            }
            DragHandler {
                id: pull

                property real begun: 0

                target: null
                onActiveChanged: begun = sheet.card
                onActiveTranslationChanged: {
                    if (active)
                        sheet.fit(begun + activeTranslation.x);
                }
            }
        }
    ]

    Stepper {
        width: parent.width
        value: Texts.say("kioskstaff.screen_inches", {
            n: Math.round(sheet.inches * 10) / 10
        })
        less: Texts.say("kioskstaff.smaller", {})
        more: Texts.say("kioskstaff.larger", {})
        onMoved: by => sheet.fit(sheet.card + by)
    }
    PrimaryButton {
        width: parent.width
        icon_: "check"
        text: Texts.say("kioskstaff.screen_fits", {})
        step: "sub"
        onClicked: {
            sheet.setting.measure(sheet.card);
            sheet.kiosk.staff.show("menu");
        }
    }
    SecondaryButton {
        width: parent.width
        visible: sheet.setting.measured
        text: Texts.say("kioskstaff.screen_forget", {})
        onClicked: {
            sheet.setting.unmeasure();
            sheet.kiosk.staff.show("menu");
        }
    }
}
