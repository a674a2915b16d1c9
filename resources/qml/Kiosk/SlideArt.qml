pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The picture of a slide; the next one comes up over the one before.
Item {
    id: art

    required property Attract loop

    property bool swap: false

    function change(): void {
        swap = !swap;
        const front = swap ? second : first;
        front.slide = loop.slide;
        front.z = 1;
        (swap ? first : second).z = 0;
        rise.target = front;
        rise.restart();
    }

    Component.onCompleted: change()

    component Layer: Item {
        id: layer

        property var slide: ({})

        readonly property string kind: slide.kind ?? ""
        readonly property bool isProduct: kind === "product"

        anchors.fill: parent

        Rectangle {
            anchors.fill: parent
            visible: layer.isProduct || picture.status === Image.Ready
            color: Theme.night
        }
        Picture {
            id: picture

            readonly property real photo: Theme.portrait ? 0.56 * parent.height : parent.height - 26 * Theme.u

            x: layer.isProduct && !Theme.portrait ? 0.44 * parent.width : 0
            width: parent.width - x
            height: layer.isProduct ? photo : parent.height
            picture: layer.slide.picture ?? ""
            scene: layer.isProduct ? layer.slide.scene : layer.kind === "fact" ? "lights" : "dusk"
            seed: layer.isProduct ? layer.slide.seed : layer.kind === "fact" ? art.loop.counts.products ?? 0 : 0
            theme: layer.isProduct ? "day" : "dusk"
        }
    }

    Layer {
        id: first
    }
    Layer {
        id: second
    }
    OpacityAnimator {
        id: rise

        from: 0
        to: 1
        duration: Theme.cross
        easing.type: Easing.InOutSine
    }
}
