pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The exhibitor's own words: what a rating is called and means, and what is asked of every visitor.
FocusScope {
    id: page

    required property Scanner scanner

    readonly property FormEdit form: scanner.form
    readonly property real wordRoom: (Theme.portrait ? 220 : 340) * Theme.px

    focus: true
    Keys.onEscapePressed: scanner.home()

    Heading {
        id: head

        scanner: page.scanner
        width: parent.width
        title: Texts.say("scanner.questions", {})

        Action {
            high: 56
            letter: 21
            style: "next"
            icon_: "check"
            text: Texts.say("scanner.save", {})
            key: "Ctrl+S"
            onClicked: page.form.save()
        }
    }
    Shortcut {
        sequences: [StandardKey.Save]
        onActivated: page.form.save()
    }
    ScrollMark {
        view: frame
    }
    Flickable {
        id: frame

        y: head.height
        width: parent.width
        height: parent.height - y
        contentHeight: all.height + 40 * Theme.px
        visible: page.form.loaded
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Connections {
            target: page.Window.window

            function onActiveFocusItemChanged(): void {
                let item = page.Window.window.activeFocusItem as Item;
                const focused = item;
                while (item && item !== all)
                    item = item.parent;
                if (!item)
                    return;
                const at = focused.mapToItem(all, 0, 0).y;
                if (at < frame.contentY)
                    frame.contentY = Math.max(0, at - 30 * Theme.px);
                else if (at + focused.height > frame.contentY + frame.height)
                    frame.contentY = Math.min(frame.contentHeight - frame.height, at + focused.height - frame.height + 30 * Theme.px);
            }
        }

        Column {
            id: all

            x: 32 * Theme.px
            width: parent.width - 2 * x
            spacing: 12 * Theme.px

            Row {
                spacing: 12 * Theme.px

                Line {
                    width: 140 * Theme.px
                    anchors.verticalCenter: parent.verticalCenter
                    text: Texts.say("scanner.who_scans", {})
                    high: 20
                    pitch: 26
                    wrapMode: Text.Wrap
                    color: Theme.quiet
                }
                Box {
                    width: all.width - 152 * Theme.px
                    high: 58
                    most: 200
                    name: Texts.say("scanner.who_scans", {})
                    placeholder: Texts.say("scanner.names", {})
                    onTyped: words => page.form.typeStaff(words)
                    Component.onCompleted: take(page.form.staff)
                }
            }
            Repeater {
                model: page.form.ratings

                Row {
                    id: step

                    required property var modelData

                    spacing: 12 * Theme.px

                    Lanterns {
                        width: 140 * Theme.px
                        anchors.verticalCenter: parent.verticalCenter
                        rating: step.modelData.step
                        high: 26
                    }
                    Box {
                        width: page.wordRoom
                        high: 58
                        most: 200
                        placeholder: step.modelData.usualWord
                        name: Texts.say("scanner.rating_word", {
                            rating: step.modelData.step
                        })
                        onTyped: words => page.form.typeWord(step.modelData.step, words)
                        Component.onCompleted: take(step.modelData.word)
                    }
                    Box {
                        width: all.width - page.wordRoom - 164 * Theme.px
                        high: 58
                        most: 200
                        placeholder: step.modelData.usualMeans
                        name: Texts.say("scanner.rating_means", {
                            rating: step.modelData.step
                        })
                        onTyped: words => page.form.typeMeaning(step.modelData.step, words)
                        Component.onCompleted: take(step.modelData.means)
                    }
                }
            }
            Item {
                width: 1
                height: 8 * Theme.px
            }
            Repeater {
                model: page.form.questions

                Rectangle {
                    id: question

                    required property var modelData

                    width: all.width
                    height: parts.height + 40 * Theme.px
                    radius: 24 * Theme.px
                    color: Theme.card
                    border.width: 2 * Theme.px
                    border.color: Theme.rule

                    Column {
                        id: parts

                        x: 24 * Theme.px
                        y: 20 * Theme.px
                        width: parent.width - 2 * x
                        spacing: 12 * Theme.px

                        Row {
                            spacing: 12 * Theme.px

                            Box {
                                width: parts.width - remove.width - 12 * Theme.px
                                high: 60
                                most: 200
                                placeholder: question.modelData.other || Texts.say("scanner.question", {})
                                name: Texts.say("scanner.question", {})
                                onTyped: words => page.form.typeQuestion(question.modelData.id, words)
                                Component.onCompleted: take(question.modelData.text)
                            }
                            Action {
                                id: remove

                                high: 60
                                letter: 21
                                icon_: "trash-2"
                                text: Texts.say("scanner.remove", {})
                                onClicked: page.form.removeQuestion(question.modelData.id)
                            }
                        }
                        Row {
                            spacing: 12 * Theme.px

                            Repeater {
                                model: question.modelData.kinds

                                Pick {
                                    required property var modelData

                                    text: modelData.name
                                    on: modelData.on
                                    onClicked: page.form.useKind(question.modelData.id, modelData.id)
                                }
                            }
                        }
                        Flow {
                            width: parts.width
                            spacing: 12 * Theme.px

                            Repeater {
                                model: question.modelData.options

                                Row {
                                    id: option

                                    required property var modelData

                                    spacing: 4 * Theme.px

                                    Box {
                                        width: 300 * Theme.px
                                        high: 56
                                        letter: 22
                                        most: 200
                                        placeholder: option.modelData.other || Texts.say("scanner.option", {})
                                        name: Texts.say("scanner.option", {})
                                        onTyped: words => page.form.typeOption(question.modelData.id, option.modelData.id, words)
                                        Component.onCompleted: take(option.modelData.text)
                                    }
                                    Touch {
                                        visible: question.modelData.fewer
                                        implicitWidth: 56 * Theme.px
                                        implicitHeight: 56 * Theme.px
                                        text: Texts.say("scanner.remove", {})
                                        onClicked: page.form.removeOption(question.modelData.id, option.modelData.id)

                                        contentItem: Item {
                                            Icon {
                                                anchors.centerIn: parent
                                                name: "x"
                                                ink: Theme.title
                                                size: 26 * Theme.px
                                            }
                                        }
                                    }
                                }
                            }
                            Pick {
                                visible: question.modelData.more
                                icon_: "plus"
                                text: Texts.say("scanner.add_option", {})
                                onClicked: page.form.addOption(question.modelData.id)
                            }
                        }
                    }
                }
            }
            Action {
                visible: page.form.more
                icon_: "plus"
                text: Texts.say("scanner.add_question", {})
                onClicked: page.form.addQuestion()
            }
        }
    }
}
