pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// One thing in full: its picture, what it is, who makes it, and at the foot, for the hand, where it stands.
PageBase {
    id: detail

    required property Detail page

    stage: theatre
    cover: shown

    readonly property var told: page.told
    // It is read aloud where the system has a voice for the language of the screen.
    readonly property bool speaks: page.ready && kiosk.voice.languages.includes(kiosk.words.language)
    readonly property string saying: Texts.say(kiosk.voice.speaking ? "kioskpages.hush" : "kioskpages.listen", {})
    readonly property bool lowered: Theme.reach && Theme.portrait
    readonly property bool roomy: Theme.portrait && !Theme.reach && Theme.textStep === 0
    readonly property real foot: (Theme.portrait ? 4 : 3.75) * Theme.u
    readonly property real actionsHeight: (Theme.portrait ? 25 : 19) * Theme.u
    readonly property real chipsY: height - foot - actionsHeight - 3 * Theme.u - chips.height
    readonly property real least: (detail.lowered ? 30 : 34) * Theme.u
    readonly property real wanted: heading.height + Math.max(parts.wish, 24 * Theme.u) + 10 * Theme.u
    readonly property real stageHeight: Theme.portrait ? Math.max(least, chipsY - wanted) : height

    // The stage: photographs as they are, or the drawn cover of its topic.
    Item {
        id: theatre

        width: detail.stageWidth
        height: detail.stageHeight
        clip: true

        Picture {
            id: shown

            anchors.fill: parent
            visible: detail.page.ready
            picture: detail.told.pictures.length ? detail.told.pictures[detail.page.picture] : ""
            scene: detail.told.scene
            seed: detail.told.seed
            theme: Theme.contrast ? "contrast" : "dusk"
        }
        Rectangle {
            visible: detail.told.logo !== ""
            anchors.centerIn: parent
            width: 40 * Theme.u
            height: width
            radius: Theme.r2
            color: Theme.white

            Picture {
                anchors.fill: parent
                anchors.margins: 3 * Theme.u
                picture: detail.told.logo
                corners: [Theme.r1]
            }
        }
        MouseArea {
            anchors.fill: parent
            enabled: detail.told.pictures.length > 1

            property real from: 0

            onPressed: mouse => from = mouse.x
            onReleased: mouse => {
                if (Math.abs(mouse.x - from) > 8 * Theme.u)
                    detail.page.turn(mouse.x < from ? 1 : -1);
            }
        }
        Row {
            visible: detail.told.pictures.length > 1
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 3 * Theme.u
            spacing: 1.5 * Theme.u

            RoundButton {
                icon_: "arrow-left"
                rest: Theme.chosen
                ink: Theme.chosenText
                text: Texts.say("kioskpages.picture_back", {})
                onClicked: detail.page.turn(-1)
            }
            RoundButton {
                icon_: "arrow-right"
                rest: Theme.chosen
                ink: Theme.chosenText
                text: Texts.say("kioskpages.picture_on", {})
                onClicked: detail.page.turn(1)
            }
        }
    }
    SecondaryButton {
        id: back

        visible: !detail.lowered
        x: Theme.margin
        y: Theme.portrait ? 6 * Theme.u : detail.height - height - 5 * Theme.u
        icon_: "arrow-left"
        text: Texts.say("kiosk.back", {})
        step: "small"
        pictured: true
        onClicked: detail.kiosk.visit.back()
    }
    SecondaryButton {
        visible: detail.speaks && !detail.lowered
        x: Theme.portrait ? detail.columnX + detail.columnWidth - width : back.x + back.width + 2 * Theme.u
        y: back.y
        icon_: detail.kiosk.voice.speaking ? "square" : "volume-2"
        text: detail.saying
        step: "small"
        pictured: !filled
        filled: detail.kiosk.voice.speaking
        onClicked: detail.kiosk.listen()
    }

    Column {
        id: heading

        x: detail.columnX
        y: Theme.portrait ? detail.stageHeight + 4.5 * Theme.u : 3.5 * Theme.u
        width: detail.columnWidth
        spacing: Theme.u

        Label {
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: [detail.told.kind, detail.told.topic].filter(Boolean).join(" · ")
            step: "small"
            bold: true
            color: Theme.green
            elide: Text.ElideRight
        }
        Balanced {
            id: name

            width: parent.width
            Accessible.role: Accessible.Heading
            Accessible.name: text
            text: detail.told.title
            // A long name takes a smaller step rather than a third line; on a wide screen the facts below it are to be seen.
            step: {
                const long = text.length;
                if (Theme.portrait)
                    return long > 60 ? "title" : long > 34 ? "head" : long > 22 ? "big" : "display";
                return long > 60 || (long > 22 && long <= 40 && Theme.growth("sub") > 1) ? "sub" : long > 22 ? "title" : long > 18 ? "head" : "big";
            }
            bold: true
            color: Theme.title
            maximumLineCount: 3
            elide: Text.ElideRight
            topPadding: 0.12 * font.pixelSize
        }
        Balanced {
            visible: text !== "" && (detail.page.part === "" || detail.roomy)
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: detail.told.pitch
            // What fits into one line is not set in two.
            step: text.length > (detail.roomy ? 90 : 36) || (text.length > 36 && text.length <= 46) ? "lead" : "sub"
            color: Theme.text
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Label {
            visible: text !== ""
            width: parent.width
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: detail.told.title_note
            step: "note"
            color: Theme.quiet
        }
    }

    // The part that is chosen; what is longer than its room is moved by the finger or by the buttons.
    WholeRows {
        id: parts

        readonly property real wish: (body.item as Item)?.implicitHeight ?? 0

        x: detail.columnX
        y: heading.y + heading.height + 3 * Theme.u
        width: detail.columnWidth
        height: Math.max(0, detail.chipsY - y - 2.5 * Theme.u)
        length: wish
        content: body.item as Item

        Loader {
            id: body

            width: parts.width
            sourceComponent: detail.page.gone ? gone : detail.page.part === "" ? overview : detail.page.part === "more" ? description : detail.page.part === "phone" ? phone : cards
            onLoaded: parts.begin()
        }
    }

    Component {
        id: overview

        Column {
            spacing: 3 * Theme.u

            Touch {
                id: maker

                visible: !!detail.told.owner
                width: parent.width
                implicitHeight: 14 * Theme.u
                radius: Theme.r2
                text: visible ? detail.told.owner.title + ", " + detail.told.owner.line : ""
                onClicked: detail.kiosk.visit.open("organisation", detail.told.owner.subject)

                background: Ground {
                    radius: maker.radius
                    down: maker.down
                    rest: "transparent"
                    pressed: Theme.down
                }
                contentItem: Item {
                    Picture {
                        id: sign

                        anchors.verticalCenter: parent.verticalCenter
                        width: 12 * Theme.u
                        height: width
                        picture: detail.told.owner?.logo ?? ""
                        scene: picture ? "" : detail.told.scene
                        seed: detail.told.seed
                        corners: [width / 2]
                    }
                    Column {
                        anchors.left: sign.right
                        anchors.leftMargin: 3 * Theme.u
                        anchors.right: on.left
                        anchors.verticalCenter: parent.verticalCenter

                        Label {
                            width: parent.width
                            text: detail.told.owner?.title ?? ""
                            step: "lead"
                            bold: true
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Math.round(0.8 * font.pixelSize)
                            color: maker.down ? Theme.downText : Theme.text
                            elide: Text.ElideRight
                        }
                        Label {
                            width: parent.width
                            text: detail.told.owner?.line ?? ""
                            step: "small"
                            color: maker.down ? Theme.downText : Theme.quiet
                            elide: Text.ElideRight
                        }
                    }
                    Icon {
                        id: on

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        name: "chevron-right"
                        ink: maker.down ? Theme.downText : Theme.green
                        size: 6 * Theme.u
                    }
                }
            }
            // One row for those that turn the page: its rules never stand alone.
            Item {
                visible: detail.told.facts.length > 0
                width: parent.width
                height: figures.height

                Column {
                    id: figures

                    width: parent.width

                    Rectangle {
                        width: parent.width
                        height: Theme.thin
                        color: Theme.contrast ? Theme.white : Theme.straw
                    }
                    Row {
                        id: facts

                        width: parent.width

                        Repeater {
                            model: detail.told.facts

                            Item {
                                id: fact

                                required property var modelData
                                required property int index

                                width: facts.width / detail.told.facts.length
                                height: said.implicitHeight + 4 * Theme.u

                                Rectangle {
                                    visible: fact.index > 0
                                    width: Theme.thin
                                    height: parent.height
                                    color: Theme.contrast ? Theme.white : Theme.straw
                                }
                                Column {
                                    id: said

                                    x: fact.index ? 3 * Theme.u : 0
                                    y: 2 * Theme.u
                                    width: parent.width - x - Theme.u

                                    Label {
                                        width: parent.width
                                        Accessible.role: Accessible.StaticText
                                        Accessible.name: text
                                        text: fact.modelData.value
                                        step: fact.modelData.value.length > 12 ? "lead" : fact.modelData.value.length > 9 ? "sub" : "title"
                                        bold: true
                                        color: Theme.title
                                        elide: Text.ElideRight
                                    }
                                    Label {
                                        width: parent.width
                                        Accessible.role: Accessible.StaticText
                                        Accessible.name: text
                                        text: fact.modelData.label
                                        step: "small"
                                        color: Theme.quiet
                                        wrapMode: Text.Wrap
                                        maximumLineCount: 2
                                        elide: Text.ElideRight
                                    }
                                }
                            }
                        }
                    }
                    Rectangle {
                        width: parent.width
                        height: Theme.thin
                        color: Theme.contrast ? Theme.white : Theme.straw
                    }
                }
            }
            Column {
                width: parent.width
                spacing: Theme.u

                Repeater {
                    model: detail.told.rows

                    Row {
                        id: row

                        required property var modelData

                        width: parent.width
                        spacing: 2 * Theme.u

                        Label {
                            width: 25 * Theme.u
                            Accessible.role: Accessible.StaticText
                            Accessible.name: text
                            text: row.modelData.label
                            step: "small"
                            color: Theme.quiet
                            wrapMode: Text.Wrap
                        }
                        Label {
                            width: parent.width - 27 * Theme.u
                            Accessible.role: Accessible.StaticText
                            Accessible.name: text
                            text: row.modelData.value
                            step: "small"
                            bold: true
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }
    }
    Component {
        id: description

        Column {
            spacing: 2 * Theme.u

            Label {
                visible: text !== ""
                width: parent.width
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                text: detail.told.about_note
                step: "note"
                color: Theme.quiet
            }
            Label {
                width: parent.width
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                text: detail.told.about
                read: true
                wrapMode: Text.Wrap
                topPadding: 0.16 * font.pixelSize
            }
        }
    }
    Component {
        id: cards

        Column {
            id: list

            spacing: (Theme.portrait ? 2 : 1.5) * Theme.u

            Repeater {
                model: detail.told[detail.page.part] ?? []

                ResultCard {
                    required property var modelData

                    width: list.width
                    height: (Theme.portrait || Theme.contrast ? 18.75 : 16.5) * Theme.u * Math.max(1, Theme.growth("body") * 0.97)
                    entry: modelData
                    onClicked: detail.kiosk.visit.open(modelData.page, modelData.subject)
                }
            }
            SecondaryButton {
                visible: detail.page.part === "products" && text !== ""
                width: parent.width
                icon_: "layout-grid"
                step: "lead"
                text: detail.told.all_products
                onClicked: detail.kiosk.visit.open("browse", detail.told.entry)
            }
        }
    }
    Component {
        id: phone

        Item {
            readonly property real side: Math.min(46 * Theme.u, Math.max(parts.height, 30 * Theme.u))

            implicitHeight: Theme.portrait ? 46 * Theme.u : side

            Rectangle {
                id: ground

                width: parent.side
                height: width
                color: Theme.white

                Image {
                    anchors.fill: parent
                    asynchronous: true
                    source: detail.told.take ? "image://qr/" + encodeURIComponent(detail.told.take) : ""
                    sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
                    smooth: false
                    Accessible.role: Accessible.Graphic
                    Accessible.name: Texts.say("kioskpages.take_title", {})
                }
            }
            Column {
                anchors.left: ground.right
                anchors.leftMargin: 4 * Theme.u
                anchors.right: parent.right
                anchors.verticalCenter: ground.verticalCenter
                spacing: 2 * Theme.u

                Label {
                    width: parent.width
                    text: Texts.say("kioskpages.take_title", {})
                    step: "title"
                    bold: true
                    color: Theme.title
                    wrapMode: Text.Wrap
                }
                Label {
                    width: parent.width
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                    text: Texts.say(detail.told.take_opens ? "kioskpages.take_page" : "kioskpages.take_text", {})
                    step: Theme.textStep > 0 ? "small" : "body"
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Component {
        id: gone

        Label {
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: Texts.say("kioskpages.gone", {})
            step: "sub"
            bold: true
            color: Theme.title
            wrapMode: Text.Wrap
        }
    }

    Flow {
        id: chips

        x: detail.columnX
        y: detail.chipsY
        width: detail.columnWidth - (paging.visible ? paging.width + 2 * Theme.u : 0)
        spacing: (Theme.growth("small") > 1 ? 1 : 1.5) * Theme.u

        RoundButton {
            visible: detail.lowered
            implicitWidth: Theme.chip
            icon_: "arrow-left"
            text: Texts.say("kiosk.back", {})
            onClicked: detail.kiosk.visit.back()
        }
        RoundButton {
            visible: detail.speaks && detail.lowered
            implicitWidth: Theme.chip
            icon_: detail.kiosk.voice.speaking ? "square" : "volume-2"
            switches: true
            on: detail.kiosk.voice.speaking
            text: detail.saying
            onClicked: detail.kiosk.listen()
        }
        Repeater {
            model: detail.told.parts.length > 1 ? detail.told.parts : []

            Chip {
                required property var modelData

                tight: true
                text: modelData.label
                selected: detail.page.part === modelData.key
                onClicked: detail.page.choose(modelData.key)
            }
        }
    }
    PagingButtons {
        id: paging

        x: detail.columnX + detail.columnWidth - width
        y: chips.y
        back: parts.back
        on: parts.on
        onTurned: by => parts.move(by)
    }

    Actions {
        x: detail.columnX
        y: detail.height - detail.foot - height
        width: detail.columnWidth
        height: detail.actionsHeight
        visible: detail.page.ready
        kiosk: detail.kiosk
        page: detail.page
    }
}
