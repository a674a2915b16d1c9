pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The plan itself: moved by the finger, drawn nearer by two fingers or by buttons, never lost.
//
// Metres of the sheet become pixels by `scale_` about the point in the middle of the view. A picture of the whole sheet
// always lies below; once the view rests, a sharp one of the part in sight comes over it.
FocusScope {
    id: view

    required property Plan page
    property real padLeft: 8 * Theme.u
    property real padRight: (upright ? 12 : 5) * Theme.u
    property real padTop: 4 * Theme.u
    property real padBottom: 6 * Theme.u
    property bool buttons: true
    property bool upright: true // the buttons stand above each other

    readonly property var geometry: page && page.geometry.focus ? page.geometry : {
        width: 1,
        depth: 1,
        here: null,
        target: null,
        routes: [],
        halls: [],
        focus: [0, 0, 1, 1],
        blocks: [],
        signs: []
    }
    readonly property bool looks: page.mode === "hall" // somebody looks around, and may touch booths
    readonly property real fit: Math.max(0.01, Math.min((width - padLeft - padRight) / geometry.width, (height - padTop - padBottom) / geometry.depth))
    readonly property real comfort: 1.75 * Theme.u * growth // pixels of a metre at which booths are as in the drawings
    readonly property real most: Math.max(fit, 12 * Theme.u)
    readonly property real growth: Theme.growth("note")
    property real scale_: fit
    property real middleX: geometry.width / 2
    property real middleY: geometry.depth / 2
    readonly property real originX: (width + padLeft - padRight) / 2 - middleX * scale_
    readonly property real originY: (height + padTop - padBottom) / 2 - middleY * scale_
    readonly property bool near: scale_ > 1.01 * fit
    property real walked: 1 // how much of the way is drawn

    signal rested // nothing has moved for a moment

    function held(middle: real, length: real, room: real): real {
        const spare = length - room / scale_;
        return spare <= 0 ? length / 2 : Math.max(length / 2 - spare / 2, Math.min(length / 2 + spare / 2, middle));
    }

    function hold(): void {
        middleX = held(middleX, geometry.width, width - padLeft - padRight);
        middleY = held(middleY, geometry.depth, height - padTop - padBottom);
        rest.restart();
    }

    function move(dx: real, dy: real): void {
        touched = true;
        middleX -= dx / scale_;
        middleY -= dy / scale_;
        hold();
    }

    // Draw nearer about a point of the view, which stays where it is.
    function zoom(by: real, x: real, y: real): void {
        touched = true;
        const before = scale_;
        const mx = (x - originX) / before;
        const my = (y - originY) / before;
        scale_ = Math.max(fit, Math.min(most, before * by));
        middleX += (mx - middleX) * (1 - before / scale_);
        middleY += (my - middleY) * (1 - before / scale_);
        hold();
    }

    function reset(): void {
        scale_ = Qt.binding(() => view.fit);
        middleX = geometry.width / 2;
        middleY = geometry.depth / 2;
        rest.restart();
    }

    function all(): void {
        touched = true;
        reset();
    }

    // Begin: everything where it is not much smaller for it, else the part that matters.
    function begin(): void {
        reset();
        const [x, y, w, h] = geometry.focus;
        const wish = Math.min(comfort, (width - padLeft - padRight) / w, (height - padTop - padBottom) / h);
        if (fit >= 0.7 * Math.min(comfort, 1.05 * wish))
            return;
        scale_ = wish;
        middleX = x + w / 2;
        middleY = y + h / 2;
        hold();
        const goal = geometry.target;
        if (goal)
            bring(goal.x, goal.y - 15 * Theme.u / scale_, goal.w, goal.h + 15 * Theme.u / scale_);
    }

    // Show a part of the sheet.
    function bring(x: real, y: real, w: real, h: real): void {
        const px = originX + x * scale_;
        const py = originY + y * scale_;
        middleX -= (Math.min(0, width - padRight - px - w * scale_) + Math.max(0, padLeft - px)) / scale_;
        middleY -= (Math.min(0, height - padBottom - py - h * scale_) + Math.max(0, padTop - py)) / scale_;
        hold();
    }

    function address(x: real, y: real, s: real): string {
        return "image://plan/" + page.drawing + "?x=" + x.toFixed(3) + "&y=" + y.toFixed(3) + "&s=" + (s * Screen.devicePixelRatio).toFixed(4) + "&u=" + (Theme.u * Screen.devicePixelRatio).toFixed(3) + "&g=" + growth.toFixed(3) + "&c=" + (Theme.contrast ? 1 : 0);
    }

    function key(event: KeyEvent): void {
        const dx = event.key === Qt.Key_Right ? 1 : event.key === Qt.Key_Left ? -1 : 0;
        const dy = event.key === Qt.Key_Down ? 1 : event.key === Qt.Key_Up ? -1 : 0;
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            zoom(1.5, width / 2, height / 2);
        else if (event.key === Qt.Key_Minus)
            zoom(1 / 1.5, width / 2, height / 2);
        else if ((dx || dy) && looks)
            event.accepted = page.move(dx, dy);
        else if ((dx || dy) && near)
            move(-dx * 12 * Theme.u, -dy * 12 * Theme.u);
        else
            event.accepted = false;
    }

    clip: true
    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: page.name
    Keys.onPressed: event => {
        event.accepted = true;
        view.key(event);
    }
    onFitChanged: settling.restart()
    onWidthChanged: settling.restart()
    onHeightChanged: settling.restart()

    Connections {
        target: view.page

        function onLaid(): void {
            view.touched = false;
            view.begin();
            if (view.geometry.routes.length && !Theme.still) {
                view.walked = 0;
                walking.restart();
            }
        }

        function onPicked_(): void {
            const picked = view.page.picked;
            if (picked)
                view.bring(picked.x, picked.y, picked.w, picked.h);
        }
    }

    // The view is laid out in several steps; until somebody moved the plan it begins anew.
    property bool touched: false
    Timer {
        id: settling

        interval: 1
        onTriggered: {
            if (view.touched)
                view.hold();
            else
                view.begin();
        }
    }

    NumberAnimation {
        id: walking

        target: view
        property: "walked"
        from: 0
        to: 1
        duration: 300
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.contrast ? Theme.coal : Theme.dew
    }
    Picture {
        visible: !Theme.contrast
        anchors.fill: parent
        scene: "land"
        seed: 5
        theme: "day"
    }

    // The whole sheet, painted at the size in which all of it is seen.
    Image {
        id: whole

        property real pad: 0
        property real at: 1

        // All that it depends on changes at once when a page is laid out: it is painted when that is over.
        readonly property string wanted: view.page.drawing && view.width > 0 && view.height > 0 ? view.address(0, 0, view.fit) : ""

        function paint(): void {
            pad = 9 * Theme.u / view.fit;
            at = view.fit;
            sourceSize = Qt.size(Math.ceil((view.geometry.width + 2 * pad) * at * Screen.devicePixelRatio), Math.ceil((view.geometry.depth + 2 * pad) * at * Screen.devicePixelRatio));
            source = view.address(-pad, -pad, at);
        }

        visible: status === Image.Ready && !sharp.covers
        x: view.originX - pad * view.scale_
        y: view.originY - pad * view.scale_
        width: (view.geometry.width + 2 * pad) * view.scale_
        height: (view.geometry.depth + 2 * pad) * view.scale_
        retainWhileLoading: true
        asynchronous: true
        cache: false
        Accessible.ignored: true
        onWantedChanged: {
            if (wanted)
                laying.restart();
        }
    }
    Timer {
        id: laying

        interval: 1
        onTriggered: whole.paint()
    }

    component Sharp: Image {
        property real fromX: 0
        property real fromY: 0
        property real at: 1

        x: view.originX + fromX * view.scale_
        y: view.originY + fromY * view.scale_
        width: view.width * view.scale_ / at
        height: view.height * view.scale_ / at
        asynchronous: true
        cache: false
        Accessible.ignored: true
    }

    // Two of them: the one in sight stays until the other has been painted.
    Item {
        id: sharp

        property Sharp front: one
        // The sharp one stands for all of it while nothing moves; both at once would show some letters twice.
        readonly property bool covers: front.status === Image.Ready && Math.abs(front.at - view.scale_) < 1e-6 && Math.abs(front.x) < 0.5 && Math.abs(front.y) < 0.5

        function paint(): void {
            const next = front === one ? two : one;
            next.fromX = -view.originX / view.scale_;
            next.fromY = -view.originY / view.scale_;
            next.at = view.scale_;
            next.sourceSize = Qt.size(Math.ceil(view.width * Screen.devicePixelRatio), Math.ceil(view.height * Screen.devicePixelRatio));
            next.source = view.address(next.fromX, next.fromY, next.at);
        }

        function clear(): void {
            one.source = "";
            two.source = "";
        }

        anchors.fill: parent

        Sharp {
            id: one

            visible: status === Image.Ready && sharp.front === one
            onStatusChanged: {
                if (status === Image.Ready)
                    sharp.front = one;
            }
        }
        Sharp {
            id: two

            visible: status === Image.Ready && sharp.front === two
            onStatusChanged: {
                if (status === Image.Ready)
                    sharp.front = two;
            }
        }
    }
    Timer {
        id: rest

        interval: 120
        onTriggered: {
            view.rested();
            if (view.near && view.page.drawing)
                sharp.paint();
            else
                sharp.clear();
        }
    }
    Connections {
        target: view.page

        function onChanged(): void {
            sharp.clear();
            rest.restart();
        }
    }

    PlanHalls {
        anchors.fill: parent
        view: view
    }
    PlanRoute {
        view: view
    }

    // What was touched, by two rings as everything that has the focus.
    FocusRing {
        readonly property var picked: view.page.picked

        visible: !!picked
        anchors.fill: undefined
        x: picked ? view.originX + picked.x * view.scale_ : 0
        y: picked ? view.originY + picked.y * view.scale_ : 0
        width: picked ? picked.w * view.scale_ : 0
        height: picked ? picked.h * view.scale_ : 0
    }

    // For those who hear the screen: every booth by its name.
    Item {
        x: view.originX
        y: view.originY
        scale: view.scale_
        transformOrigin: Item.TopLeft

        Repeater {
            model: view.page.spots

            Item {
                required property var modelData

                x: modelData.x
                y: modelData.y
                width: modelData.w
                height: modelData.h
                Accessible.role: Accessible.Button
                Accessible.name: modelData.name
                Accessible.onPressAction: view.page.pick(modelData.key)
            }
        }
    }

    DragHandler {
        target: null
        onTranslationChanged: delta => view.move(delta.x, delta.y)
    }
    PinchHandler {
        id: pinch

        target: null
        rotationAxis.enabled: false
        onScaleChanged: delta => view.zoom(delta, pinch.centroid.position.x, pinch.centroid.position.y)
        onTranslationChanged: delta => view.move(delta.x, delta.y)
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => view.zoom(event.angleDelta.y > 0 ? 1.2 : 1 / 1.2, event.x, event.y)
    }
    TapHandler {
        enabled: view.looks
        onTapped: point => view.page.touch((point.position.x - view.originX) / view.scale_, (point.position.y - view.originY) / view.scale_, 2.5 * Theme.u / view.scale_)
    }

    Rectangle {
        visible: view.activeFocus && (!view.page.picked || !view.looks)
        anchors.fill: parent
        anchors.margins: Theme.u / 2
        color: "transparent"
        border.width: Theme.u / 2
        border.color: Theme.focusInner

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.u / 2
            color: "transparent"
            border.width: Theme.u / 2
            border.color: Theme.focusOuter
        }
    }

    PlanButtons {
        visible: view.buttons
        anchors.right: parent.right
        anchors.rightMargin: 3 * Theme.u
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2 * Theme.u
        upright: view.upright
        view: view
    }
}
