pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The short list as a ticket: its stops in walking order, and behind the tear one code to take all of it along. Upright it
// is torn across, on a wide screen down.
PageBase {
    id: list

    required property ShortList page

    readonly property bool lowered: Theme.reach && Theme.portrait
    readonly property bool large: Theme.textStep > 0 || Theme.contrast
    readonly property bool wide: !Theme.portrait
    // Where stops are low or words are large, the code stands beside the words.
    readonly property bool beside: wide || large
    readonly property real ticketX: wide ? Theme.margin : list.columnX
    readonly property real ticketY: heading.y + heading.height + 3 * Theme.u
    readonly property real ticketWidth: wide ? width - 2 * Theme.margin : columnWidth
    readonly property real ticketHeight: wide ? height - ticketY - 5 * Theme.u : deeds.y - ticketY - 4 * Theme.u
    readonly property real stub: 80 * Theme.u // of a wide ticket: what is taken along
    readonly property real codeSide: Math.min(51 * Theme.u, (wide ? 0.54 : 0.44) * ticketHeight)
    readonly property real tear: wide ? ticketWidth - stub : ticketHeight - codeSide - 6 * Theme.u
    readonly property real stopsHeight: wide ? ticketHeight - Theme.u : tear
    readonly property real stopHeight: (Theme.portrait ? 18.75 : 16.5) * Theme.u * Math.max(1, Theme.growth("body") * 0.97)
    readonly property int room: Math.max(1, Math.floor((stopsHeight - 4 * Theme.u) / stopHeight))

    // What is shown decides about the room in turn, so it is told when all has been placed.
    function fit(): void {
        page.fit(room);
    }

    Component.onCompleted: fit()
    onRoomChanged: Qt.callLater(fit)

    Rectangle {
        anchors.fill: parent
        color: Theme.contrast ? Theme.coal : Theme.pine
    }
    Picture {
        visible: !Theme.contrast
        anchors.fill: parent
        scene: "contours"
        theme: "dusk"
    }

    Column {
        id: heading

        x: Theme.margin
        y: (list.wide ? 3.5 : 4.5) * Theme.u
        width: list.wide ? (paging.visible ? paging.x : deeds.x) - x - 3 * Theme.u : list.columnWidth
        spacing: Theme.u

        Label {
            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: Texts.say("kioskpages.list_title", {})
            step: list.wide ? "head" : text.length > 14 ? "big" : "display"
            bold: true
            color: Theme.duskText
            wrapMode: Text.Wrap
            topPadding: 0.1 * font.pixelSize
        }
        Label {
            visible: list.page.number > 0
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: Texts.say("kioskpages.stops", {
                n: list.page.number
            }) + ", " + (list.page.walk || Texts.say("kioskpages.walking_order", {}))
            step: "body"
            color: Theme.duskQuiet
            wrapMode: Text.Wrap
        }
    }
    PagingButtons {
        id: paging

        x: list.wide ? deeds.x - width - 4 * Theme.u : parent.width - Theme.margin - width
        y: list.wide ? deeds.y + (deeds.height - height) / 2 : heading.y + heading.height - height
        back: list.page.first > 0
        on: list.page.last < list.page.number
        onTurned: by => list.page.turn(by)
    }

    Ticket {
        visible: list.page.number > 0
        x: list.ticketX
        y: list.ticketY
        width: list.ticketWidth
        height: list.ticketHeight
        tear: list.tear
        wide: list.wide
        around: Theme.contrast ? Theme.coal : Theme.pine
        edge: Theme.forest

        Column {
            id: stops

            x: 4 * Theme.u
            y: 2.5 * Theme.u
            width: (list.wide ? list.tear : parent.width) - 8 * Theme.u

            Repeater {
                model: list.page.rows

                Item {
                    id: stop

                    required property var modelData
                    required property int index

                    width: stops.width
                    height: list.stopHeight

                    Rectangle {
                        visible: stop.index < list.page.rows.length - 1
                        x: number.x + number.width / 2 - width / 2
                        y: number.y + number.height
                        width: 0.75 * Theme.u
                        height: stop.height - number.height
                        color: Theme.straw
                    }
                    Label {
                        visible: text !== "" && Theme.textStep === 0 && stop.index < list.page.rows.length - 1
                        x: 8 * Theme.u
                        y: parent.height - height / 2
                        text: stop.modelData.on
                        step: "note"
                        color: Theme.stone
                    }
                    Rectangle {
                        id: number

                        y: (parent.height - height) / 2
                        width: 6 * Theme.u
                        height: width
                        radius: width / 2
                        color: stop.modelData.place === 1 ? Theme.lantern : Theme.forest

                        Label {
                            anchors.centerIn: parent
                            text: stop.modelData.place
                            step: "note"
                            factor: 1 / Theme.growth("note")
                            bold: true
                            color: stop.modelData.place === 1 ? Theme.night : Theme.paper
                        }
                    }
                    Touch {
                        id: opens

                        x: 8 * Theme.u
                        width: parent.width - x - 10 * Theme.u
                        height: parent.height - 1.5 * Theme.u
                        y: 0.75 * Theme.u
                        radius: Theme.r2
                        text: [stop.modelData.code, stop.modelData.title, stop.modelData.line].filter(Boolean).join(", ")
                        onClicked: list.kiosk.visit.open(stop.modelData.page, stop.modelData.subject)

                        background: Ground {
                            radius: opens.radius
                            down: opens.down
                            rest: "transparent"
                            pressed: Theme.mint
                        }
                        contentItem: Item {
                            Picture {
                                id: thumb

                                anchors.verticalCenter: parent.verticalCenter
                                width: 17.75 * Theme.u
                                height: Math.min(14 * Theme.u, parent.height - (list.wide ? 3.5 : 1) * Theme.u)
                                picture: stop.modelData.logo ? "" : stop.modelData.picture
                                scene: stop.modelData.scene
                                seed: stop.modelData.seed
                                theme: "day"
                                corners: [2 * Theme.u]
                            }
                            Label {
                                id: code

                                visible: list.beside
                                anchors.left: thumb.right
                                anchors.leftMargin: 2.5 * Theme.u
                                anchors.verticalCenter: parent.verticalCenter
                                width: 20 * Theme.u
                                text: stop.modelData.code
                                step: "sub"
                                bold: true
                                color: Theme.forest
                                fontSizeMode: Text.HorizontalFit
                                minimumPixelSize: 8
                            }
                            Column {
                                anchors.left: list.beside ? code.right : thumb.right
                                anchors.leftMargin: 2.5 * Theme.u
                                anchors.right: parent.right
                                anchors.verticalCenter: parent.verticalCenter

                                Label {
                                    visible: !list.beside && text !== ""
                                    width: parent.width
                                    text: stop.modelData.code
                                    step: "sub"
                                    bold: true
                                    color: Theme.forest
                                }
                                Balanced {
                                    id: name

                                    width: parent.width
                                    text: stop.modelData.title
                                    step: "body"
                                    bold: true
                                    color: Theme.ink
                                    maximumLineCount: list.beside ? 2 : 1
                                    elide: Text.ElideRight
                                }
                                Label {
                                    visible: Theme.textStep === 0 && name.lineCount < 2
                                    width: parent.width
                                    text: stop.modelData.line
                                    step: "note"
                                    color: Theme.stone
                                    elide: Text.ElideRight
                                }
                            }
                        }
                    }
                    RoundButton {
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        icon_: "x"
                        rest: Theme.rice
                        ink: Theme.stone
                        text: Texts.say("kioskpages.remove", {
                            name: stop.modelData.title
                        })
                        onClicked: list.kiosk.visit.keep(stop.modelData.entry)
                    }
                }
            }
        }

        Rectangle {
            id: ground

            x: list.wide ? list.tear + (list.stub - width) / 2 : 4 * Theme.u
            y: (list.wide ? 0 : list.tear) + 3.5 * Theme.u
            width: list.codeSide
            height: width
            color: Theme.white

            Image {
                anchors.fill: parent
                asynchronous: true
                source: list.page.take ? "image://qr/" + encodeURIComponent(list.page.take) : ""
                sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
                smooth: false
                Accessible.role: Accessible.Graphic
                Accessible.name: Texts.say("kioskpages.take_title", {})
            }
        }
        Column {
            x: list.wide ? list.tear + 6 * Theme.u : ground.x + ground.width + 4 * Theme.u
            y: list.wide ? ground.y + ground.height + 2 * Theme.u : ground.y + (ground.height - height) / 2
            width: parent.width - x - 4 * Theme.u
            spacing: (list.wide ? 0.75 : 1.5) * Theme.u

            Label {
                width: parent.width
                text: list.wide ? Texts.say("kioskpages.take_title", {}).replace("\n", " ") : Texts.say("kioskpages.take_title", {})
                step: Theme.portrait && !list.large ? "title" : "sub"
                bold: true
                color: Theme.forest
                wrapMode: Text.Wrap
            }
            Balanced {
                visible: !list.large || list.page.held === list.page.number
                width: parent.width
                text: Texts.say("kioskpages.take_text", {})
                step: Theme.portrait && !list.large ? "body" : "small"
                color: Theme.ink
            }
            Label {
                visible: list.page.held < list.page.number
                width: parent.width
                text: Texts.say("kioskpages.list_short", {
                    shown: list.page.held,
                    total: list.page.number
                })
                step: "small"
                bold: true
                color: Theme.amber
                wrapMode: Text.Wrap
            }
            Balanced {
                visible: !list.large && (list.wide || list.page.held === list.page.number)
                width: parent.width
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                text: Texts.say("kioskpages.list_forgets", {})
                step: Theme.portrait ? "small" : "note"
                color: Theme.stone
            }
        }
    }

    Row {
        id: deeds

        visible: list.page.number > 0
        x: list.wide ? list.width - Theme.margin - width : list.columnX
        y: list.wide ? heading.y + (heading.height - height) / 2 : list.height - height - 3.5 * Theme.u
        spacing: 3 * Theme.u

        readonly property real each: list.wide ? 46 * Theme.u : (list.columnWidth - spacing) / 2

        SecondaryButton {
            dark: true
            width: deeds.each
            icon_: "trash-2"
            step: "lead"
            text: Texts.say("kioskpages.empty_list", {})
            onClicked: list.page.clear()
        }
        PrimaryButton {
            width: deeds.each
            implicitHeight: 11.5 * Theme.u
            icon_: "layout-grid"
            step: "lead"
            text: Texts.say("kioskpages.look_around", {})
            onClicked: list.kiosk.visit.open("ways", "")
        }
    }

    Column {
        visible: list.page.empty
        x: list.columnX
        y: Theme.portrait ? 0.26 * list.height : 0.2 * list.height
        width: list.columnWidth
        spacing: 4 * Theme.u

        Icon {
            name: "bookmark"
            ink: Theme.duskSmall
            size: 16 * Theme.u
        }
        Label {
            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: Texts.say("kioskpages.list_empty", {})
            step: "title"
            bold: true
            color: Theme.duskText
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: Texts.say("kioskpages.list_empty_do", {})
            step: "body"
            color: Theme.duskQuiet
            wrapMode: Text.Wrap
        }
        PrimaryButton {
            step: "lead"
            icon_: "layout-grid"
            text: Texts.say("kioskpages.look_around", {})
            onClicked: list.kiosk.visit.open("ways", "")
        }
    }
}
