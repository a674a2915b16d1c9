pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What a visitor is asked, in their language; the screen is turned towards them. Nothing is ticked beforehand.
Sheet {
    id: consent

    readonly property Work work: scanner.work

    readonly property var ways: work.channels

    title: work.asking.title
    back: work.asking.done

    Row {
        spacing: 12 * Theme.px

        Repeater {
            model: consent.scanner.words.interfaces

            Pick {
                required property var modelData

                text: modelData.name
                on: consent.work.askedIn === modelData.code
                onClicked: consent.work.askIn(modelData.code)
            }
        }
    }
    Line {
        width: consent.room
        text: consent.work.notice
        high: 21
        pitch: 28
        wrapMode: Text.Wrap
        color: Theme.text
    }
    Repeater {
        model: consent.ways.length

        Touch {
            id: tick

            required property int index

            readonly property var modelData: consent.ways[index] ?? ({
                    id: "",
                    text: "",
                    on: false
                })

            width: consent.room
            height: Math.max(66 * Theme.px, words.height + 14 * Theme.px)
            radius: 20 * Theme.px
            text: modelData.text
            Accessible.role: Accessible.CheckBox
            Accessible.checkable: true
            Accessible.checked: modelData.on
            onClicked: consent.work.consent(modelData.id)

            background: Ground {
                radius: tick.radius
                down: tick.down
                rest: tick.modelData.on ? Theme.chosen : Theme.card
                pressed: Theme.down
                border.width: tick.modelData.on ? 0 : 3 * Theme.px
                border.color: Theme.line
            }
            contentItem: Item {
                Rectangle {
                    x: 20 * Theme.px
                    anchors.verticalCenter: parent.verticalCenter
                    width: 36 * Theme.px
                    height: width
                    radius: 8 * Theme.px
                    color: tick.modelData.on ? Theme.chosenText : "transparent"
                    border.width: 3 * Theme.px
                    border.color: tick.modelData.on ? Theme.chosenText : Theme.title

                    Icon {
                        anchors.centerIn: parent
                        visible: tick.modelData.on
                        name: "check"
                        ink: Theme.chosen
                        size: 28 * Theme.px
                    }
                }
                Line {
                    id: words

                    x: 76 * Theme.px
                    width: parent.width - x - 20 * Theme.px
                    anchors.verticalCenter: parent.verticalCenter
                    text: tick.text
                    high: 21
                    pitch: 28
                    bold: tick.modelData.on
                    wrapMode: Text.Wrap
                    color: tick.modelData.on ? Theme.chosenText : Theme.title
                }
            }
        }
    }
    Action {
        high: 56
        letter: 21
        icon_: "trash-2"
        text: consent.work.asking.forget
        onClicked: {
            consent.work.forget();
            consent.done();
        }
    }
}
