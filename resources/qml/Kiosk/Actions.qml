pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Where it stands, as large as a sign; keep it; take it along.
Row {
    id: actions

    required property Kiosk kiosk
    required property Detail page

    readonly property var told: page.told
    readonly property bool kept: kiosk.visit.kept.includes(told.entry)
    readonly property bool leads: told.leads && kiosk.visit.sections.includes("plan")
    readonly property bool stands: told.code !== ""
    readonly property real small: stands ? 26 * Theme.u : (width - spacing) / 2

    spacing: 2 * Theme.u

    Touch {
        id: block

        visible: actions.stands
        width: parent.width - 2 * (actions.small + actions.spacing)
        height: parent.height
        radius: Theme.r3
        enabled: actions.leads
        text: [Texts.say("kioskpages.stands_at", {}), actions.told.code, actions.told.where, actions.told.away, actions.leads ? Texts.say("kioskpages.show_where", {}).replace("\n", " ") : ""].filter(Boolean).join(", ")
        onClicked: actions.kiosk.visit.open("plan", actions.told.entry)

        background: Ground {
            radius: block.radius
            down: block.down
            rest: Theme.accent
            pressed: Theme.accentDown
        }
        contentItem: Item {
            Label {
                id: code

                x: 3.5 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                text: actions.told.code
                step: "display"
                factor: Math.min(1.04, (actions.leads ? 3.7 : 5.2) / Math.max(1, text.length)) / Theme.growth("display")
                bold: true
                color: Theme.accentText
            }
            Column {
                id: side

                anchors.left: code.right
                anchors.leftMargin: 2.5 * Theme.u
                anchors.right: parent.right
                anchors.rightMargin: 1.5 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                spacing: 0.25 * Theme.u

                Label {
                    visible: actions.leads
                    width: parent.width
                    text: Texts.say("kioskpages.show_where", {})
                    step: "lead"
                    factor: 0.94 / Theme.growth("lead")
                    bold: true
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 8
                    color: Theme.accentText
                }
                Label {
                    // A low block has room for one line, and what does not fit into it is told above.
                    visible: text !== "" && !truncated && (Theme.portrait || !actions.told.away)
                    width: parent.width
                    text: actions.told.away && actions.told.hall ? actions.told.hall : actions.told.where
                    step: "small"
                    factor: 1 / Theme.growth("small")
                    color: Theme.accentText
                    wrapMode: maximumLineCount > 1 ? Text.Wrap : Text.NoWrap
                    fontSizeMode: maximumLineCount > 1 ? Text.FixedSize : Text.HorizontalFit
                    minimumPixelSize: Math.round(0.8 * font.pixelSize)
                    maximumLineCount: actions.told.away || !Theme.portrait ? 1 : 2
                    elide: Text.ElideRight
                }
                Label {
                    visible: text !== ""
                    width: parent.width
                    text: actions.told.away
                    step: "small"
                    factor: 1 / Theme.growth("small")
                    color: Theme.accentText
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 8
                }
            }
        }
    }
    Repeater {
        model: ["keep", "phone"]

        Touch {
            id: deed

            required property string modelData
            readonly property bool keeps: modelData === "keep"
            readonly property bool on: keeps ? actions.kept : actions.page.part === "phone"
            readonly property bool strong: keeps !== on
            readonly property color ink: Theme.contrast ? (down || on ? Theme.coal : Theme.white) : strong ? Theme.paper : Theme.forest

            width: actions.small
            height: parent.height
            radius: Theme.r3
            text: Texts.say(keeps ? (on ? "kioskpages.kept" : "kioskpages.keep") : "kioskpages.take", {})
            Accessible.name: text.replace("\n", " ")
            Accessible.checkable: true
            Accessible.checked: on
            onClicked: keeps ? actions.kiosk.visit.keep(actions.told.entry) : actions.page.choose(on ? "" : "phone")

            background: Ground {
                radius: deed.radius
                down: deed.down
                rest: Theme.contrast ? (deed.on ? Theme.flame : Theme.coal) : deed.strong ? Theme.forest : Theme.mint
                pressed: Theme.contrast ? Theme.flame : deed.strong ? Theme.pine : Theme.jade
                border.width: Theme.contrast ? Theme.thin : 0
                border.color: Theme.white
            }
            contentItem: Item {
                Column {
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.u
                    spacing: (Theme.portrait ? 1.5 : 0.75) * Theme.u

                    Icon {
                        anchors.horizontalCenter: parent.horizontalCenter
                        name: deed.keeps ? (deed.on ? "bookmark-check" : "bookmark") : "qr-code"
                        ink: deed.ink
                        size: (Theme.portrait ? 7 : 5.5) * Theme.u
                    }
                    Label {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: deed.text
                        step: "small"
                        factor: 1 / Theme.growth("small")
                        color: deed.ink
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 8
                    }
                }
            }
        }
    }
}
