pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Nobody touched the screen for a while: the drum rises, one tick goes out a second, and any touch answers.
FocusScope {
    id: warning

    required property Kiosk kiosk

    readonly property int kept: kiosk.visit.kept.length

    focus: true
    Component.onCompleted: stay.forceActiveFocus(Qt.TabFocusReason)
    Accessible.role: Accessible.Dialog
    Accessible.name: Texts.say("kiosk.still_there", {})

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.u
        color: Theme.night
        opacity: 0.5
    }
    MouseArea {
        anchors.fill: parent
        onClicked: warning.kiosk.stay()
    }

    Item {
        id: rising

        property real shift: Theme.still ? 0 : 12 * Theme.u

        y: shift
        width: parent.width
        height: parent.height
        NumberAnimation on shift {
            running: true
            to: 0
            duration: Theme.warning
            easing.type: Easing.OutCubic
        }
        OpacityAnimator on opacity {
            running: true
            from: 0
            to: 1
            duration: Theme.warning
        }

        // The drum stands over the page; below it is night.
        Rectangle {
            visible: Theme.portrait
            y: 86 * Theme.u
            x: -Theme.u
            width: parent.width + 2 * Theme.u
            height: parent.height - y + 16 * Theme.u
            color: Theme.dusk
        }
        Rectangle {
            visible: !Theme.portrait
            x: drum.x + drum.width / 2
            y: -Theme.u
            width: parent.width - x + Theme.u
            height: parent.height + 16 * Theme.u
            color: Theme.dusk
        }

        Item {
            id: drum

            readonly property real middle: width / 2
            readonly property real lamp: 26.75 * Theme.u // radius of the lantern

            x: Theme.portrait ? (parent.width - width) / 2 : 2 * Theme.u
            y: Theme.portrait ? 5.25 * Theme.u : (parent.height - height) / 2
            width: (Theme.portrait ? 123 : 118) * Theme.u
            height: width

            Rectangle {
                anchors.fill: parent
                radius: width / 2
                color: Theme.dusk
                border.width: 0.75 * Theme.u
                border.color: Theme.contrast ? Theme.white : "#1F7152"
            }
            Picture {
                visible: !Theme.contrast
                anchors.fill: parent
                anchors.margins: 0.75 * Theme.u
                corners: [width / 2]
                scene: "drum"
                theme: "dusk"
            }
            Rectangle {
                visible: Theme.contrast
                anchors.centerIn: parent
                width: 2 * drum.lamp
                height: width
                radius: width / 2
                color: Theme.accent
            }
            Repeater {
                model: 20

                Rectangle {
                    id: tick

                    required property int index

                    readonly property real turn: (index + 0.5) * 18

                    x: drum.middle - width / 2
                    y: drum.middle - drum.lamp - 7.5 * Theme.u
                    width: 2 * Theme.u
                    height: 6.5 * Theme.u
                    radius: width / 2
                    color: index >= 20 - warning.kiosk.left ? (Theme.contrast ? Theme.flame : Theme.glow) : (Theme.contrast ? Theme.coal : "#1B5A45")
                    transform: Rotation {
                        origin.x: Theme.u
                        origin.y: drum.lamp + 7.5 * Theme.u
                        angle: tick.turn
                    }
                }
            }
            Digits {
                id: seconds

                anchors.horizontalCenter: parent.horizontalCenter
                y: drum.middle - 19.5 * Theme.u
                text: warning.kiosk.left
                step: "number"
                factor: 0.707 / Theme.growth("number")
                bold: true
                color: Theme.accentText
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: drum.middle + 11 * Theme.u
                text: Texts.say("kiosk.seconds", {
                    n: warning.kiosk.left
                })
                step: "lead"
                factor: 1.1 / Theme.growth("lead")
                color: Theme.accentText
            }
        }

        Item {
            id: answers

            x: Theme.portrait ? (parent.width - width) / 2 : parent.width - Theme.margin - width
            y: Theme.portrait ? 127.5 * Theme.u : (parent.height - height) / 2
            width: Theme.portrait ? Theme.column : Theme.column - 14 * Theme.u
            height: any.y + any.height

            Label {
                id: question

                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
                Accessible.name: text
                text: Texts.say("kiosk.still_there", {})
                step: "big"
                factor: 0.936
                bold: true
                color: Theme.duskText
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
            }
            Label {
                id: forgotten

                anchors.top: question.bottom
                anchors.topMargin: Theme.u
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                text: warning.kept > 0 ? Texts.say("kiosk.list_forgotten", {
                    n: warning.kept
                }) : Texts.say("kiosk.visit_forgotten", {})
                step: "body"
                factor: 1.06
                color: Theme.duskQuiet
                wrapMode: Text.Wrap
            }
            PrimaryButton {
                id: stay

                anchors.top: forgotten.bottom
                anchors.topMargin: 4 * Theme.u
                width: parent.width
                height: 20 * Theme.u
                dark: true
                text: Texts.say("kiosk.stay", {})
                onClicked: warning.kiosk.stay()
            }
            Loader {
                id: take

                visible: (item as Item)?.enabled ?? false
                anchors.top: stay.bottom
                anchors.topMargin: 5 * Theme.u
                width: parent.width - end.width - 3 * Theme.u
                height: (Theme.portrait ? 47.5 : 41) * Theme.u
                // The type of the list is known when there is one.
                Component.onCompleted: {
                    if (warning.kiosk.parting)
                        setSource(Qt.resolvedUrl("TakeAlong.qml"), {
                            list: warning.kiosk.parting
                        });
                }
            }
            SecondaryButton {
                id: end

                anchors.top: stay.bottom
                anchors.topMargin: (take.visible ? 5 : 6.5) * Theme.u
                anchors.right: parent.right
                width: take.visible ? 31 * Theme.u : parent.width
                height: take.visible ? take.height : 14 * Theme.u
                radius: Theme.r3
                dark: true
                stacked: take.visible
                icon_: "trash-2"
                text: Texts.say("kiosk.end_now", {})
                onClicked: warning.kiosk.end()
            }
            Label {
                id: any

                anchors.top: end.bottom
                anchors.topMargin: (take.visible ? 3 : 5) * Theme.u
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: Texts.say("kiosk.touch_anywhere", {})
                step: "small"
                factor: 1.07
                color: Theme.duskSmall
            }
        }
    }
}
