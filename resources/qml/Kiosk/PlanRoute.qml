pragma ComponentBehavior: Bound

import QtQuick
import Theme

// The way over the plan, drawn once from here to the booth; the disc where one stands, and the pin where one goes.
//
// Every stretch is a rectangle with round ends, as these are smooth under every renderer.
Item {
    id: route

    required property PlanView view

    readonly property var geometry: view.geometry
    readonly property var here: geometry.here
    readonly property var target: geometry.target
    readonly property real thick: 3.25 * Theme.u
    readonly property real thin: 1.875 * Theme.u
    readonly property var stretches: {
        const found = [];
        let before = 0;
        for (const line of geometry.routes)
            for (let place = 1; place < line.length; ++place) {
                const [x1, y1] = line[place - 1];
                const [x2, y2] = line[place];
                const length = Math.hypot(x2 - x1, y2 - y1);
                found.push({
                    x: x1,
                    y: y1,
                    length: length,
                    before: before,
                    angle: Math.atan2(y2 - y1, x2 - x1) * 180 / Math.PI
                });
                before += length;
            }
        return found;
    }
    readonly property real whole: stretches.reduce((sum, one) => sum + one.length, 0)
    readonly property real upto: whole * view.walked

    function px(x: real): real {
        return view.originX + x * view.scale_;
    }

    function py(y: real): real {
        return view.originY + y * view.scale_;
    }

    // How much of what matters a box of the view would cover; what lies outside the view counts most.
    function covered(x: real, y: real, w: real, h: real): real {
        function shared(bx: real, by: real, bw: real, bh: real): real {
            return Math.max(0, Math.min(x + w, bx + bw) - Math.max(x, bx)) * Math.max(0, Math.min(y + h, by + bh) - Math.max(y, by));
        }
        let sum = 100 * (w * h - shared(0, 0, view.width, view.height));
        for (const [bx, by, bw, bh] of geometry.blocks)
            sum += shared(px(bx), py(by), bw * view.scale_, bh * view.scale_);
        for (const [sx, sy, ox, oy] of geometry.signs) {
            const wide = (oy ? 26 : 6) * Theme.u;
            sum += 2 * shared(px(sx) + ox * 4 * Theme.u - wide / 2, py(sy) + (4 * oy - 3) * Theme.u, wide, 6 * Theme.u);
        }
        for (const line of geometry.routes)
            for (let place = 1; place < line.length; ++place) {
                const [x1, y1] = line[place - 1];
                const [x2, y2] = line[place];
                sum += 2 * shared(px(Math.min(x1, x2)) - thick / 2, py(Math.min(y1, y2)) - thick / 2, Math.abs(x2 - x1) * view.scale_ + thick, Math.abs(y2 - y1) * view.scale_ + thick);
            }
        return sum;
    }

    component Stretch: Item {
        id: stretch

        required property var modelData
        property real wide: route.thick
        property color ink: Theme.forest
        property bool arrows: false
        readonly property real walked: Math.max(0, Math.min(modelData.length, route.upto - modelData.before)) * route.view.scale_

        visible: walked > 0
        x: route.px(modelData.x)
        y: route.py(modelData.y)
        rotation: modelData.angle
        transformOrigin: Item.TopLeft

        Rectangle {
            x: -stretch.wide / 2
            y: -stretch.wide / 2
            width: stretch.walked + stretch.wide
            height: stretch.wide
            radius: stretch.wide / 2
            antialiasing: true
            color: stretch.ink
        }
        Repeater {
            model: stretch.arrows ? Math.max(0, Math.floor((stretch.walked - 6.5 * Theme.u) / (5.5 * Theme.u))) : 0

            Icon {
                required property int index

                x: (index + 1) * 5.5 * Theme.u
                y: -height / 2
                size: 2.5 * Theme.u
                name: "chevron-way"
                ink: Theme.contrast ? Theme.coal : Theme.night
            }
        }
    }

    Image {
        readonly property bool starts: route.stretches.length > 0

        visible: starts && !Theme.contrast
        opacity: 0.5 // names lie below it
        x: route.here ? route.px(route.here.x) - width / 2 : 0
        y: route.here ? route.py(route.here.y) - height : 0
        width: 17 * Theme.u
        height: 14 * Theme.u
        sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
        asynchronous: true
        source: "image://plan/fan"
    }
    Repeater {
        model: route.stretches

        Stretch {
            ink: Theme.contrast ? Theme.coal : Theme.forest
        }
    }
    Repeater {
        model: route.stretches

        Stretch {
            wide: route.thin
            ink: Theme.accent
            arrows: true
        }
    }

    // The goal, at least as large as its code, with a pin standing on it.
    Rectangle {
        id: goal

        readonly property real wide: route.target?.code ? Math.max(route.target.w * route.view.scale_ + 0.75 * Theme.u, code.implicitWidth + 1.75 * Theme.u) : 0
        readonly property real high: route.target?.code ? Math.max(route.target.h * route.view.scale_ + 0.75 * Theme.u, 5.5 * Theme.u) : 0

        visible: !!route.target && route.target.code !== ""
        x: route.target ? route.px(route.target.x + route.target.w / 2) - width / 2 : 0
        y: route.target ? route.py(route.target.y + route.target.h / 2) - height / 2 : 0
        width: wide
        height: high
        color: Theme.accent
        border.width: 0.75 * Theme.u
        border.color: Theme.contrast ? Theme.white : Theme.forest

        Label {
            id: code

            anchors.centerIn: parent
            text: route.target?.code ?? ""
            step: "lead"
            factor: 0.82
            bold: true
            color: Theme.accentText
        }
    }
    Image {
        visible: !!route.target
        x: route.target ? route.px(route.target.x + route.target.w / 2) - width / 2 : 0
        y: goal.visible ? goal.y - height + 0.4 * Theme.u : route.target ? route.py(route.target.y) - height : 0
        width: 10.5 * Theme.u
        height: 14.75 * Theme.u
        sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
        asynchronous: true
        source: "image://plan/pin" + (Theme.contrast ? "?c=1" : "")
    }

    Image {
        id: disc

        visible: !!route.here
        x: route.here ? route.px(route.here.x) - width / 2 : 0
        y: route.here ? route.py(route.here.y) - height / 2 : 0
        width: 10.5 * Theme.u
        height: width
        sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
        asynchronous: true
        source: "image://plan/here" + (Theme.contrast ? "?c=1" : "")
    }
    Connections {
        target: route.view

        function onRested(): void {
            label.settle();
        }
    }
    Rectangle {
        id: label

        readonly property real gap: 1.75 * Theme.u
        // Beside, below or above the disc: where it covered the least when the plan last came to rest.
        property int place: 0

        function settle(): void {
            if (!route.here)
                return;
            let least = Infinity;
            for (let turn = 0; turn < 4; ++turn) {
                const covered = route.covered(corner(turn).x, corner(turn).y, width, height) + turn;
                if (covered < least) {
                    least = covered;
                    place = turn;
                }
            }
        }

        function corner(turn: int): point {
            const across = disc.x + (disc.width - width) / 2;
            const level = disc.y + (disc.height - height) / 2;
            return [Qt.point(disc.x + disc.width + gap, level), Qt.point(disc.x - width - gap, level), Qt.point(across, disc.y + disc.height + gap), Qt.point(across, disc.y - height - gap)][turn];
        }

        visible: disc.visible
        x: corner(place).x
        y: corner(place).y
        width: words.implicitWidth + 4 * Theme.u
        height: words.implicitHeight + 2.25 * Theme.u
        color: Theme.contrast ? Theme.white : Theme.forest

        Rectangle {
            x: [0, parent.width, parent.width / 2, parent.width / 2][label.place] - width / 2
            y: [parent.height / 2, parent.height / 2, 0, parent.height][label.place] - height / 2
            width: 2 * Theme.u
            height: width
            rotation: 45
            antialiasing: true
            color: parent.color
        }
        Label {
            id: words

            anchors.centerIn: parent
            text: Texts.say("kioskplan.here", {})
            step: "small"
            factor: 1.03
            bold: true
            color: Theme.contrast ? Theme.coal : Theme.paper
        }
    }
}
