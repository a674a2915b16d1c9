pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Where everything is, or the way from here to one booth: the plan on the stage, the words and deeds for the hand.
PageBase {
    id: plan

    required property Plan page

    // A hall is wider than it is deep: on a wide screen the plan has the most of it.
    columnWidth: (Theme.portrait ? 119 : 96) * Theme.u

    readonly property real codeWidth: (Theme.portrait ? 50 : 38) * Theme.u

    readonly property bool lowered: Theme.reach && Theme.portrait
    readonly property var told: page.told
    readonly property bool looks: page.mode === "hall"
    readonly property bool leads: page.mode === "way" || page.mode === "there" || page.mode === "sign"
    readonly property bool drawn: looks || page.mode === "way" || page.mode === "there"
    readonly property real foot: (Theme.portrait ? 3 : 3.75) * Theme.u

    // Where the parts of a portrait page stand, from above: head, plan, lines, deeds; in reach mode the plan comes lower.
    readonly property Item head: looks ? around : sign
    readonly property Item lines: looks ? card : steps
    readonly property real headEnd: head.y + head.height
    readonly property real deedsY: height - foot - (deeds.visible ? deeds.height : 0)
    readonly property real linesY: {
        if (!Theme.portrait)
            return looks ? height - foot - card.height : Math.max(headEnd + 4 * Theme.u, 34 * Theme.u);
        if (lowered && !looks)
            return headEnd + 2 * Theme.u;
        return deedsY - (deeds.visible ? 3.75 * Theme.u : 0) - lines.height;
    }
    readonly property real stageY: !Theme.portrait ? 0 : lowered && !looks ? linesY + lines.height + 2.75 * Theme.u : headEnd + (looks ? 2.5 : 2) * Theme.u
    readonly property real stageEnd: !Theme.portrait ? height : lowered && !looks ? deedsY - 3 * Theme.u : lowered ? tools.y - 2 * Theme.u : linesY - 2.75 * Theme.u

    // Looking around.
    Column {
        id: around

        visible: plan.looks
        x: Theme.portrait ? Theme.margin : plan.columnX
        y: 4.5 * Theme.u
        width: plan.columnWidth
        spacing: Theme.u

        Label {
            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: Texts.say("kioskplan.title", {})
            step: Theme.portrait ? "display" : "head"
            bold: true
            color: Theme.title
            topPadding: 0.1 * font.pixelSize
            elide: Text.ElideRight
        }
        Label {
            width: parent.width
            text: plan.page.note || [plan.page.place, Texts.say("kioskplan.touch", {})].filter(Boolean).join(". ")
            color: Theme.quiet
            wrapMode: Text.Wrap
        }
        Item {
            visible: !plan.lowered && tabs.number > 1
            width: parent.width
            height: tabs.implicitHeight + 1.5 * Theme.u

            PlanTabs {
                id: tabs

                y: 1.5 * Theme.u
                width: parent.width
                page: plan.page
            }
        }
    }

    // Going somewhere.
    Item {
        id: sign

        visible: plan.leads
        x: Theme.portrait ? Theme.margin : plan.columnX
        y: (Theme.portrait ? 2 : 3) * Theme.u
        width: plan.columnWidth
        height: Math.max(27 * Theme.u, who.height + 2 * who.y)

        Label {
            id: code

            x: -0.75 * Theme.u
            width: plan.codeWidth
            height: 27 * Theme.u
            visible: plan.told.code !== ""
            text: plan.told.code
            step: "sign"
            factor: 1.04 / Theme.growth("sign")
            bold: true
            color: Theme.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(6 * Theme.u)
            verticalAlignment: Text.AlignVCenter
        }
        Column {
            id: who

            x: code.visible ? plan.codeWidth + (Theme.portrait ? 4.5 : 3) * Theme.u : 0
            y: code.visible ? Math.max(1.5 * Theme.u, (27 * Theme.u - height) / 2) : 2.5 * Theme.u
            width: parent.width - x

            Label {
                visible: text !== ""
                width: parent.width
                text: plan.told.title
                step: text.length > 22 ? "title" : "head"
                bold: true
                color: Theme.title
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Balanced {
                visible: text !== ""
                width: parent.width
                text: plan.told.who
                step: text.length > 60 ? "small" : text.length > 42 ? "body" : "lead"
                bold: true
                color: Theme.title
                maximumLineCount: 3
                elide: Text.ElideRight
            }
            Balanced {
                visible: text !== ""
                width: parent.width
                text: plan.told.what
                step: text.length > 60 ? "small" : text.length > 42 || (Theme.textStep && text.length > 20) ? "body" : "lead"
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Row {
                topPadding: 1.5 * Theme.u
                spacing: 1.75 * Theme.u

                Icon {
                    anchors.verticalCenter: distance.verticalCenter
                    visible: plan.told.distance !== ""
                    name: "walk"
                    ink: Theme.title
                    size: 5.75 * Theme.u
                }
                Label {
                    id: distance

                    text: plan.told.distance || [plan.told.hall, plan.told.hall_name].filter(Boolean).join(", ")
                    width: Math.min(implicitWidth, who.width - x)
                    step: "lead"
                    bold: true
                    elide: Text.ElideRight
                }
            }
        }
    }

    // The stage.
    PlanView {
        id: view

        visible: plan.drawn && plan.page.part !== "phone"
        x: 0
        y: plan.stageY
        width: plan.stageWidth
        height: Math.max(0, plan.stageEnd - y)
        page: plan.page
        upright: Theme.portrait
        padTop: (geometry.target && geometry.target.y < 8 ? 13 : !Theme.portrait || geometry.halls.some(hall => hall.above) ? 8 : 4) * Theme.u
        padBottom: (!Theme.portrait ? 12 : plan.page.mode === "way" ? 8 : 6.5) * Theme.u
        buttons: !plan.lowered || !plan.looks
    }
    Loader {
        x: 0
        y: plan.stageY
        width: plan.stageWidth
        height: view.height
        active: plan.page.part === "phone" || plan.page.mode === "sign"
        sourceComponent: plan.page.part === "phone" ? phone : poster
    }

    Component {
        id: poster

        PlanSign {
            told: plan.told
        }
    }
    Component {
        id: phone

        PlanTake {
            told: plan.told
        }
    }

    PlanSteps {
        id: steps

        visible: plan.leads
        x: plan.columnX
        y: plan.linesY
        width: plan.columnWidth
        lines: plan.told.steps
    }
    Row {
        id: deeds

        visible: plan.leads
        x: plan.columnX
        y: plan.deedsY
        spacing: 3 * Theme.u

        readonly property bool both: plan.told.take !== ""
        readonly property real goes: both ? (Theme.portrait ? (plan.columnWidth - spacing) / 2 : 32 * Theme.u) : plan.columnWidth

        SecondaryButton {
            width: deeds.goes
            implicitHeight: 12 * Theme.u
            icon_: "arrow-left"
            text: plan.kiosk.visit.depth > 1 && Theme.portrait ? Texts.say("kioskplan.back", {}) : Texts.say("kiosk.back", {})
            onClicked: plan.kiosk.visit.back()
        }
        PrimaryButton {
            visible: deeds.both
            width: plan.columnWidth - deeds.goes - deeds.spacing
            implicitHeight: 12 * Theme.u
            icon_: plan.page.part === "phone" ? "map" : "qr-code"
            step: "body"
            text: plan.page.part === "phone" ? Texts.say("kioskplan.take_back", {}) : Texts.say("kioskplan.take", {})
            onClicked: plan.page.show(plan.page.part === "phone" ? "" : "phone")
        }
    }

    // For the hand: in reach mode the halls, the lens and the way from booth to booth stand here.
    Row {
        id: tools

        visible: plan.looks && plan.lowered
        x: plan.columnX
        y: card.y - height - 2 * Theme.u
        spacing: Theme.u

        PlanTabs {
            width: plan.columnWidth - steppers.width - parent.spacing
            short_: true
            page: plan.page
        }
        Row {
            id: steppers

            spacing: Theme.u

            RoundButton {
                icon_: "arrow-left"
                text: Texts.say("kioskplan.booth_back", {})
                onClicked: plan.page.step(-1)
            }
            RoundButton {
                icon_: "arrow-right"
                text: Texts.say("kioskplan.booth_on", {})
                onClicked: plan.page.step(1)
            }
            PlanButtons {
                view: view
            }
        }
    }
    PlanLegend {
        visible: plan.looks && (!Theme.portrait || !plan.page.picked)
        x: plan.columnX
        y: Theme.portrait ? card.y : plan.headEnd + 4 * Theme.u
        width: plan.columnWidth
        entries: plan.page.legend
    }
    PlanCard {
        id: card

        visible: plan.looks
        x: plan.columnX
        y: Theme.portrait ? plan.height - plan.foot - height : plan.linesY
        width: plan.columnWidth
        kiosk: plan.kiosk
        page: plan.page
    }

    // Nothing was drawn, and there is nothing to draw.
    Column {
        visible: plan.page.mode === "none"
        x: plan.columnX
        y: Theme.portrait ? 0.26 * plan.height : 0.2 * plan.height
        width: plan.columnWidth
        spacing: 4 * Theme.u

        Icon {
            name: "map"
            ink: Theme.green
            size: 16 * Theme.u
        }
        Label {
            width: parent.width
            text: Texts.say("kioskplan.no_plan", {})
            step: "title"
            bold: true
            color: Theme.title
            wrapMode: Text.Wrap
        }
        Balanced {
            width: parent.width
            text: plan.page.note || Texts.say("kioskplan.no_plan_do", {})
            color: Theme.quiet
        }
        PrimaryButton {
            step: "lead"
            icon_: "layout-grid"
            text: Texts.say("kioskpages.look_around", {})
            onClicked: plan.kiosk.visit.open("ways", "")
        }
    }
}
