pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What an exhibitor adds to a lead, in four touches: each is saved by itself and can be taken back.
FocusScope {
    id: side

    required property Scanner scanner

    readonly property Work work: scanner.work
    readonly property real room: width - 96 * Theme.px
    // Repeaters count, and look up what they show: a delegate that stays keeps its focus while its lead changes.
    readonly property var ratings: work.ratings
    readonly property var things: work.products
    readonly property var asks: work.questions

    signal done

    Connections {
        target: side.scanner
        enabled: side.visible

        function onStruck(key: string): void {
            if (key >= "1" && key <= "5")
                side.work.rate(Number(key));
            else if (key === "n")
                note.begin();
            else if (key === "p" && products.count > 0)
                (products.itemAt(0) as Item).forceActiveFocus(Qt.TabFocusReason);
            else if (key === "q" && questions.count > 0)
                (questions.itemAt(0) as Asked).begin();
            else if (key === "u")
                side.scanner.undo();
        }
    }

    component Asked: Column {
        id: asked

        required property int index

        readonly property var modelData: side.asks[index] ?? ({
                id: "",
                kind: "text",
                text: "",
                answer: "",
                options: []
            })

        function begin(): void {
            if (modelData.kind === "text")
                answer.begin();
            else
                (options.itemAt(0) as Item).forceActiveFocus(Qt.TabFocusReason);
        }

        width: side.room
        spacing: 10 * Theme.px

        Caption {
            text: asked.modelData.text
            key: "Q"
        }
        Flow {
            width: parent.width
            spacing: 12 * Theme.px
            visible: asked.modelData.kind !== "text"

            Repeater {
                id: options

                model: asked.modelData.options.length

                Pick {
                    required property int index

                    readonly property var modelData: asked.modelData.options[index] ?? ({
                            id: "",
                            text: "",
                            on: false
                        })

                    text: modelData.text
                    on: modelData.on
                    icon_: asked.modelData.kind === "many" ? "plus" : ""
                    most: side.room
                    onClicked: side.work.choose(asked.modelData.id, modelData.id)
                }
            }
        }
        Box {
            id: answer

            visible: asked.modelData.kind === "text"
            width: parent.width
            high: 56
            letter: 22
            name: asked.modelData.text
            onTyped: words => side.work.typeAnswer(asked.modelData.id, words)
            onEntered: side.work.keep()
            Component.onCompleted: take(asked.modelData.answer)

            Connections {
                target: side.work

                function onReplaced(): void {
                    answer.take(asked.modelData.answer);
                }
            }
        }
    }

    component Caption: Item {
        id: caption

        property string text: ""
        property string hint: ""
        property string key: ""

        width: side.room
        height: 30 * Theme.px

        Line {
            width: parent.width - right.width - 16 * Theme.px
            text: parent.text
            high: 22
            pitch: 30
            elide: Text.ElideRight
            color: Theme.quiet
        }
        Row {
            id: right

            anchors.right: parent.right
            spacing: 10 * Theme.px

            Line {
                text: caption.hint
                high: 22
                pitch: 30
                color: Theme.quiet
            }
            Kbd {
                key: caption.key
                ink: Theme.quiet
            }
        }
    }

    Connections {
        target: side.work

        function onReplaced(): void {
            note.take(side.work.note);
        }
    }

    Flickable {
        id: frame

        function reveal(item: Item): void {
            const at = item.mapToItem(all, 0, 0).y;
            if (at < contentY)
                contentY = Math.max(0, at - 40 * Theme.px);
            else if (at + item.height > contentY + height)
                contentY = Math.min(contentHeight - height, at + item.height - height + 20 * Theme.px);
        }

        visible: !side.work.withdrawn
        x: 0
        width: parent.width
        height: foot.y - 10 * Theme.px
        contentHeight: all.height + 20 * Theme.px
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        Connections {
            target: side.Window.window

            function onActiveFocusItemChanged(): void {
                let item = side.Window.window.activeFocusItem as Item;
                const focused = item;
                while (item && item !== all)
                    item = item.parent;
                if (item)
                    frame.reveal(focused);
            }
        }

        Column {
            id: all

            x: 48 * Theme.px
            y: 34 * Theme.px
            width: side.room
            spacing: 22 * Theme.px

            Repeater {
                model: side.scanner.panel.notices

                Rectangle {
                    id: advice

                    required property var modelData

                    width: side.room
                    height: told.height + 28 * Theme.px
                    radius: 0
                    color: Theme.dark ? Theme.forest : Theme.rice

                    Row {
                        id: told

                        x: 18 * Theme.px
                        y: 14 * Theme.px
                        spacing: 16 * Theme.px

                        Icon {
                            name: "triangle-alert"
                            ink: Theme.dark ? Theme.glow : Theme.amber
                            size: 30 * Theme.px
                        }
                        Column {
                            Line {
                                width: side.room - 82 * Theme.px
                                text: advice.modelData.name
                                high: 22
                                bold: true
                                wrapMode: Text.Wrap
                                color: Theme.title
                            }
                            Line {
                                width: side.room - 82 * Theme.px
                                text: advice.modelData.advice
                                high: 20
                                pitch: 28
                                wrapMode: Text.Wrap
                                color: Theme.text
                            }
                        }
                    }
                }
            }

            Column {
                spacing: 10 * Theme.px

                Caption {
                    text: {
                        const chosen = side.ratings.find(it => it.chosen);
                        return Texts.say("scanner.interest", {}) + (chosen ? " · " + chosen.word + " · " + chosen.means : "");
                    }
                    hint: side.work.rating ? "" : Texts.say("scanner.keys_1_5", {})
                }
                Row {
                    spacing: 12 * Theme.px

                    Repeater {
                        model: side.ratings.length

                        Touch {
                            id: rate

                            required property int index

                            readonly property var modelData: side.ratings[index] ?? ({
                                    step: 0,
                                    word: "",
                                    means: "",
                                    on: false,
                                    chosen: false
                                })

                            width: (side.room - 48 * Theme.px) / 5
                            height: 112 * Theme.px
                            radius: 20 * Theme.px
                            text: modelData.word
                            Accessible.name: Texts.say("scanner.rate", {
                                rating: modelData.step,
                                word: modelData.word
                            })
                            Accessible.description: modelData.means
                            Accessible.role: Accessible.RadioButton
                            Accessible.checkable: true
                            Accessible.checked: modelData.chosen
                            onClicked: side.work.rate(modelData.step)

                            background: Ground {
                                radius: rate.radius
                                down: rate.down
                                rest: rate.modelData.on ? (Theme.dark ? Theme.pine : Theme.forest) : "transparent"
                                pressed: Theme.down
                                border.width: rate.modelData.chosen ? 4 * Theme.px : rate.modelData.on ? 0 : 3 * Theme.px
                                border.color: rate.modelData.chosen ? Theme.lantern : Theme.line
                            }
                            contentItem: Item {
                                Icon {
                                    anchors.horizontalCenter: parent.horizontalCenter
                                    y: 12 * Theme.px
                                    name: rate.modelData.on ? "lantern" : "lantern-line"
                                    ink: Theme.dark ? Theme.glow : "#8A7442"
                                    size: 50 * Theme.px
                                }
                                Line {
                                    anchors.right: parent.right
                                    anchors.rightMargin: 12 * Theme.px
                                    y: 6 * Theme.px
                                    text: rate.modelData.step
                                    high: 18
                                    pitch: 24
                                    bold: true
                                    color: rate.modelData.on ? Theme.jade : Theme.quiet
                                }
                                Fitted {
                                    x: 4 * Theme.px
                                    y: 62 * Theme.px
                                    width: parent.width - 8 * Theme.px
                                    height: 46 * Theme.px
                                    horizontalAlignment: Text.AlignHCenter
                                    verticalAlignment: Text.AlignVCenter
                                    text: rate.modelData.word
                                    most: 19
                                    leading: 1.1
                                    lines: 2
                                    color: rate.modelData.on ? Theme.paper : Theme.title
                                }
                            }
                        }
                    }
                }
            }
            Column {
                visible: products.count > 0
                spacing: 10 * Theme.px

                Caption {
                    text: Texts.say("scanner.products", {})
                    key: "P"
                }
                Flow {
                    width: side.room
                    spacing: 12 * Theme.px

                    Repeater {
                        id: products

                        model: side.things.length

                        Pick {
                            required property int index

                            readonly property var modelData: side.things[index] ?? ({
                                    id: "",
                                    name: "",
                                    on: false
                                })

                            text: modelData.name
                            on: modelData.on
                            icon_: "plus"
                            most: side.room
                            onClicked: side.work.toggleProduct(modelData.id)
                        }
                    }
                }
            }
            Repeater {
                id: questions

                model: side.asks.length

                Asked {}
            }
            Column {
                spacing: 10 * Theme.px

                Caption {
                    text: Texts.say("scanner.note", {})
                    key: "N"
                }
                Box {
                    id: note

                    width: side.room
                    several: true
                    high: Math.max(84, Math.min(240, (frame.height - note.parent.y) / Theme.px - 88))
                    most: 4000
                    name: Texts.say("scanner.note", {})
                    onTyped: words => side.work.typeNote(words)
                    onEntered: side.done()
                    Component.onCompleted: take(side.work.note)
                }
            }
        }
    }
    ScrollMark {
        view: frame
    }
    // Whoever wants nothing kept is asked nothing more.
    Column {
        visible: side.work.withdrawn
        x: 47 * Theme.px
        y: 40 * Theme.px
        width: side.room
        spacing: 16 * Theme.px

        Fitted {
            width: parent.width
            text: Texts.say("scanner.forgotten_title", {})
            most: 48
            leading: 1.25
            lines: 2
            bold: true
            color: Theme.title
        }
        Line {
            width: parent.width
            text: Texts.say("scanner.forgotten_more", {})
            high: 24
            pitch: 34
            wrapMode: Text.Wrap
            color: Theme.text
        }
    }
    Row {
        id: foot

        x: 48 * Theme.px
        y: parent.height - height - 50 * Theme.px
        spacing: 14 * Theme.px

        Action {
            id: undo

            icon_: "undo-2"
            text: Texts.say("scanner.undo", {})
            key: "U"
            onClicked: side.scanner.undo()
        }
        Action {
            width: side.room - undo.width - 14 * Theme.px
            style: "next"
            text: Texts.say(side.scanner.page === "lead" ? "scanner.done" : "scanner.done_next", {})
            key: "Enter"
            onClicked: side.done()
        }
    }
}
