pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The loop that invites. Whatever is touched wakes the screen and does nothing else; a language wakes it in it.
FocusScope {
    id: scene

    required property Kiosk kiosk

    readonly property Attract loop: kiosk.attract
    readonly property int pace: loop.pace
    readonly property bool whole: back.whole // until then one sees what lies under it

    signal woken(real x, real y, string language)

    focus: true
    Accessible.role: Accessible.Button
    Accessible.name: Texts.say("kiosk.touch_to_explore", {})
    Accessible.onPressAction: scene.woken(width / 2, height / 2, "")

    Timer {
        interval: scene.pace
        running: scene.visible && !scene.kiosk.awake
        repeat: true
        onTriggered: scene.loop.next()
    }
    Connections {
        target: scene.loop

        function onMoved(): void {
            said.stop();
            texts.opacity = 0;
            back.change();
            progress.restart();
        }
    }

    SlideArt {
        id: back

        anchors.fill: parent
        loop: scene.loop
        running: scene.visible && !scene.kiosk.awake
        onBegun: said.restart()
    }

    SlideText {
        id: texts

        anchors.fill: parent
        loop: scene.loop
    }
    // No animator: one that is begun anew before its first frame may never write what it ends at.
    NumberAnimation {
        id: said

        target: texts
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.cross
        easing.type: Easing.InOutSine
    }

    MouseArea {
        anchors.fill: parent
        onClicked: mouse => scene.woken(mouse.x, mouse.y, "")
    }

    Item {
        id: foot

        readonly property real line: (Theme.portrait ? 17 : 15.5) * Theme.u

        x: Theme.margin
        width: parent.width - 2 * x
        y: parent.height - (Theme.portrait ? 39 : 23.5) * Theme.u
        height: parent.height - y

        Rectangle {
            id: hand

            width: foot.line
            height: width
            radius: width / 2
            color: Theme.lantern

            Icon {
                anchors.centerIn: parent
                name: "pointer"
                size: 0.56 * parent.width
                ink: Theme.night
            }
        }
        Label {
            id: invitation

            anchors.left: hand.right
            anchors.leftMargin: 4 * Theme.u
            y: (Theme.portrait ? -0.25 : 0.25) * Theme.u
            width: Math.min(implicitWidth, (Theme.portrait ? parent.width : languages.x - 4 * Theme.u) - hand.width - 4 * Theme.u)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 8
            text: Texts.say("kiosk.touch_to_explore", {})
            step: "big"
            factor: Theme.portrait ? 0.9 : 0.8
            bold: true
            color: Theme.paper
        }
        Label {
            anchors.left: invitation.left
            anchors.top: invitation.bottom
            anchors.topMargin: -0.5 * Theme.u
            text: (scene.loop.counts.products ?? 0) > 0 ? Texts.say("kiosk.products_shown", {
                n: scene.loop.counts.products
            }) + " " + Texts.say("kiosk.of_exhibitors", {
                n: scene.loop.counts.exhibitors
            }) : ""
            step: Theme.portrait ? "body" : "small"
            color: Theme.mint
        }
        Row {
            id: languages

            // Upright they have the whole width, else half of it at most.
            readonly property real share: ((Theme.portrait ? 1 : 0.5) * foot.width - (repeater.count - 1) * spacing) / Math.max(1, repeater.count)

            anchors.right: parent.right
            y: (Theme.portrait ? 22 : 3) * Theme.u
            spacing: (Theme.portrait ? 3 : 2.5) * Theme.u

            Repeater {
                id: repeater

                model: scene.kiosk.words.languages

                Touch {
                    id: language

                    required property var modelData

                    readonly property bool current: scene.kiosk.words.language === modelData.code

                    text: modelData.name
                    dark: true
                    implicitHeight: 10 * Theme.u
                    implicitWidth: Theme.portrait || repeater.count > 3 ? languages.share : name.implicitWidth + 9.5 * Theme.u
                    onClicked: {
                        const at = mapToItem(scene, width / 2, height / 2);
                        scene.woken(at.x, at.y, modelData.code);
                    }

                    background: Ground {
                        radius: language.radius
                        down: language.down
                        rest: language.current ? Theme.paper : "transparent"
                        pressed: Theme.pine
                        border.width: language.current ? 0 : 3 * Theme.u / 8
                        border.color: Theme.sprout
                    }
                    contentItem: Item {
                        Label {
                            id: name

                            anchors.centerIn: parent
                            width: Math.min(implicitWidth, language.width - 2 * Theme.u)
                            verticalAlignment: Text.AlignVCenter
                            horizontalAlignment: Text.AlignHCenter
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 8
                            text: language.text
                            step: "body"
                            bold: true
                            color: language.current ? Theme.forest : Theme.paper
                        }
                    }
                }
            }
        }
        Row {
            y: (Theme.portrait ? 35.25 : 20.25) * Theme.u
            spacing: 1.5 * Theme.u

            Repeater {
                model: scene.loop.slides.length

                Rectangle {
                    id: bar

                    required property int index

                    width: (foot.width - (scene.loop.slides.length - 1) * 1.5 * Theme.u) / scene.loop.slides.length
                    height: 0.75 * Theme.u
                    color: Theme.embers

                    Rectangle {
                        width: bar.index < scene.loop.at ? parent.width : bar.index > scene.loop.at ? 0 : progress.part * parent.width
                        height: parent.height
                        color: Theme.lantern
                    }
                }
            }
        }
    }

    // The bar grows in steps: a screen nobody is at need not be painted sixty times a second.
    Timer {
        id: progress

        property real part: 0

        function restart(): void {
            part = 0;
        }

        interval: 250
        repeat: true
        running: scene.visible && !scene.kiosk.awake
        onTriggered: part = Math.min(1, part + interval / scene.pace)
    }
}
