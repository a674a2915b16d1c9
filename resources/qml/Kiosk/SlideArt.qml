pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The picture of a slide; the next one comes up over the one before.
Item {
    id: art

    required property Attract loop
    property bool running: false // whether what can move does

    // What is said at once does not wait for what moves: that comes when the event was read.
    readonly property bool moves: !Theme.still && loop.whole

    property bool swap: false
    property bool waiting: false // for the picture of the next slide

    readonly property Layer front: swap ? second : first
    readonly property Layer back: swap ? first : second
    // Whether one picture covers all: nothing under it need be drawn.
    readonly property bool whole: !rise.running && front.stands

    signal begun

    // The next slide is on the screen as soon as its picture is there.
    function change(): void {
        swap = !swap;
        front.slide = loop.slide;
        front.opacity = 0;
        front.z = 1;
        back.z = 0;
        waiting = true;
        begin();
    }

    function begin(): void {
        if (!waiting || !front.stands)
            return;
        waiting = false;
        front.visible = true;
        rise.target = front;
        rise.restart();
        begun();
    }

    Component.onCompleted: change()

    component Layer: Item {
        id: layer

        property var slide: ({})

        readonly property string kind: slide.kind ?? ""
        readonly property bool isProduct: kind === "product"
        readonly property bool stands: picture.status !== Image.Loading

        onStandsChanged: if (layer === art.front)
            art.begin()

        anchors.fill: parent

        Rectangle {
            anchors.fill: parent
            visible: layer.isProduct
            color: Theme.night
        }
        Picture {
            id: picture

            readonly property real photo: Theme.portrait ? 0.56 * parent.height : parent.height - 26 * Theme.u

            smooth: Screen.devicePixelRatio % 1 !== 0 // it is painted for its pixels, and cheaper to draw so
            x: layer.isProduct && !Theme.portrait ? 0.44 * parent.width : 0
            width: parent.width - x
            height: layer.isProduct ? photo : parent.height
            picture: layer.slide.picture ?? ""
            scene: layer.isProduct ? layer.slide.scene : layer.kind === "fact" ? "lights" : art.moves ? "evening" : "dusk"
            seed: layer.isProduct ? layer.slide.seed : layer.kind === "fact" ? layer.slide.number : 0
            theme: layer.isProduct ? "day" : "dusk"
        }
    }

    Layer {
        id: first
    }
    Layer {
        id: second
    }
    Loader {
        anchors.fill: parent
        z: 2
        active: art.moves
        opacity: ["theme", "sessions"].includes(art.loop.slide.kind) ? 1 : 0
        visible: opacity > 0
        sourceComponent: Evening {
            loop: art.loop
            running: art.running
        }
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.cross
                easing.type: Easing.InOutSine
            }
        }
    }
    OpacityAnimator {
        id: rise

        from: 0
        to: 1
        duration: Theme.cross
        easing.type: Easing.InOutSine
        // The picture of the slide after this one is painted meanwhile.
        onFinished: {
            art.back.visible = false;
            art.back.slide = art.loop.slides[(art.loop.at + 1) % art.loop.slides.length];
        }
    }
}
