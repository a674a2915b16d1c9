pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The window: the loop that invites, or the page of a visit over its plinth, and what may lie over both.
Window {
    id: window

    required property Kiosk kiosk

    readonly property Visit visit: kiosk.visit
    // A screen that hangs on its side is turned by us; then width and height are those that people see.
    readonly property bool sideways: kiosk.stand.turn % 180 !== 0
    readonly property real seenWidth: sideways ? height : width
    readonly property real seenHeight: sideways ? width : height
    // What no hand is asked to reach. Where somebody measured, the middle of the plinth comes to 95 cm above the floor.
    readonly property real below: {
        if (!Theme.reach || !Theme.portrait)
            return 0;
        if (kiosk.stand.edge < 0 || kiosk.stand.pixelsPerMm <= 0)
            return 25 * Theme.u;
        const wanted = (950 - kiosk.stand.edge) * kiosk.stand.pixelsPerMm - plinth.height / 2;
        return Math.max(0, Math.min(25 * Theme.u, wanted));
    }

    width: 1080
    height: 1920
    color: kiosk.awake ? Theme.ground : Theme.dusk
    title: "Showcase"

    component Told: Binding {
        target: Theme
    }

    Told {
        property: "width"
        value: window.seenWidth
    }
    Told {
        property: "height"
        value: window.seenHeight
    }
    Told {
        property: "mm"
        value: window.kiosk.stand.pixelsPerMm
    }
    Told {
        property: "still"
        value: window.kiosk.still
    }
    Told {
        property: "contrast"
        value: window.visit.contrast
    }
    Told {
        property: "textStep"
        value: window.visit.textStep
    }
    Told {
        property: "reach"
        value: window.visit.reach
    }
    Binding {
        target: Opened
        property: "frame"
        value: scene
    }
    Binding {
        target: Texts
        property: "source"
        value: window.kiosk.words
    }

    property int at: 0 // the place of the section on the plinth
    property var trail: [] // cards whose pages are open: how deep each is, where it was, its picture

    // Go on to another page: in the direction of its place on the plinth, or with the picture of the card that opens it.
    function turn(): void {
        const from = window.visit.sections.indexOf(window.visit.section);
        const back = window.visit.direction < 0;
        page.side = back || (window.visit.direction === 0 && from < window.at) ? -1 : 1;
        window.at = from;
        const last = window.trail[window.trail.length - 1];
        const card = back && last && last.depth === window.visit.depth + 1 ? last : null;
        window.trail = window.trail.filter(one => one.depth <= window.visit.depth);
        if (card && !Theme.still && (page.item as PageBase)?.stage)
            flight.shrink(card.card, card.picture);
        window.load();
        const shown = page.item as PageBase;
        if (shown?.stage && Opened.picture.toString() && window.visit.direction > 0 && !Theme.still) {
            window.trail = window.trail.concat({
                depth: window.visit.depth,
                card: Opened.card,
                picture: Opened.picture
            });
            flight.grow(Opened.card, Opened.picture, shown.stage, shown.cover);
            turning.stop();
            page.shift = 0;
            page.opacity = 0;
            following.restart();
        }
        Opened.clear();
    }

    function load(): void {
        if (window.kiosk.awake && window.visit.file)
            page.setSource(Qt.resolvedUrl(window.visit.file), {
                kiosk: window.kiosk,
                page: window.visit.model
            });
        else
            page.setSource("");
    }

    // Where somebody touched; the light is turned on from there.
    function wake(x: real, y: real, language: string): void {
        if (window.kiosk.awake || disc.visible)
            return;
        disc.light(x, y);
        window.kiosk.wake(language);
    }

    Connections {
        target: window.kiosk

        function onStateChanged(): void {
            if (!window.kiosk.awake) {
                page.setSource("");
                window.trail = [];
            }
        }
    }
    Connections {
        target: window.visit

        function onPageChanged(): void {
            window.turn();
        }
    }

    FocusScope {
        id: scene

        // No part of the picture stays on one spot of the screen for hours: all of it goes round by four pixels.
        property real turn: 0

        x: Math.round((window.width - width) / 2 + 4 * Math.cos(turn))
        y: Math.round((window.height - height) / 2 + 4 * Math.sin(turn))
        width: window.seenWidth + 8
        height: window.seenHeight + 8
        rotation: window.kiosk.stand.turn
        focus: true

        Timer {
            running: window.visible
            interval: 90000 / 24
            repeat: true
            onTriggered: scene.turn = (scene.turn + Math.PI / 12) % (2 * Math.PI)
        }

        Keys.onPressed: event => {
            if (!window.kiosk.awake && !window.kiosk.staff.view) {
                window.wake(window.seenWidth / 2, window.seenHeight / 2, "");
                event.accepted = true;
                return;
            }
            const on = event.key === Qt.Key_Down || event.key === Qt.Key_Right;
            if (on || event.key === Qt.Key_Up || event.key === Qt.Key_Left) {
                const next = (window.activeFocusItem ?? scene).nextItemInFocusChain(on);
                if (next)
                    next.forceActiveFocus(on ? Qt.TabFocusReason : Qt.BacktabFocusReason);
                event.accepted = true;
            }
        }

        Loader {
            id: attract

            anchors.fill: parent
            active: !window.kiosk.awake || disc.visible
            enabled: !window.kiosk.staff.view
            sourceComponent: AttractScene {
                kiosk: window.kiosk
                onWoken: (x, y, language) => window.wake(x, y, language)
            }
        }

        Item {
            id: service

            anchors.fill: parent
            visible: window.kiosk.awake && !disc.visible
            enabled: visible && !window.kiosk.warns && !turning.running && !following.running
            Keys.forwardTo: page.item ? [page.item] : [] // who types with the focus on the plinth types into the page

            Rectangle {
                anchors.fill: parent
                anchors.margins: -Theme.u
                color: Theme.ground
            }
            Loader {
                id: page

                property real shift: 0
                property real drop: 0
                property int side: 1

                x: shift
                y: drop
                width: parent.width
                height: plinth.y
                focus: true
                onLoaded: {
                    (item as Item).forceActiveFocus();
                    if (!disc.visible)
                        turning.restart();
                }
            }
            Plinth {
                id: plinth

                kiosk: window.kiosk
                width: parent.width
                y: parent.height - height - window.below
                Behavior on y {
                    enabled: !Theme.still

                    NumberAnimation {
                        duration: Theme.card_
                        easing.type: Easing.InOutCubic
                    }
                }
            }
            Rectangle {
                visible: window.below > 0
                y: plinth.y + plinth.height
                width: parent.width
                height: parent.height - y + Theme.u
                color: Theme.dusk

                Picture {
                    visible: !Theme.contrast
                    anchors.fill: parent
                    scene: "earth"
                    theme: "dusk"
                }
            }
            // The text follows its picture.
            SequentialAnimation {
                id: following

                PauseAnimation {
                    duration: 60
                }
                ParallelAnimation {
                    NumberAnimation {
                        target: page
                        property: "drop"
                        from: 2 * Theme.u
                        to: 0
                        duration: Theme.card_ - 60
                        easing.type: Easing.OutCubic
                    }
                    NumberAnimation {
                        target: page
                        property: "opacity"
                        from: 0
                        to: 1
                        duration: Theme.card_ - 60
                        easing.type: Easing.OutCubic
                    }
                }
            }
            ParallelAnimation {
                id: turning

                NumberAnimation {
                    target: page
                    property: "shift"
                    from: Theme.still ? 0 : page.side * 6 * Theme.u
                    to: 0
                    duration: window.visit.direction < 0 ? Theme.back : Theme.page
                    easing.type: Easing.OutCubic
                }
                NumberAnimation {
                    target: page
                    property: "opacity"
                    from: 0
                    to: 1
                    duration: window.visit.direction < 0 ? Theme.back : Theme.page
                    easing.type: Easing.OutCubic
                }
            }
        }

        Flight {
            id: flight
        }

        Loader {
            anchors.fill: parent
            active: window.kiosk.warns
            sourceComponent: IdleWarning {
                kiosk: window.kiosk
            }
        }

        // At night, while nobody is there.
        Rectangle {
            anchors.fill: parent
            color: Theme.coal
            opacity: window.kiosk.stand.dim && !window.kiosk.awake ? 0.7 : 0
            visible: opacity > 0
            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.cross
                }
            }
        }

        // The way in for staff: touches in the corner are heard, and go on to what lies under them.
        Item {
            anchors.right: parent.right
            width: Math.max(64, 8 * Theme.u)
            height: width

            PointHandler {
                onActiveChanged: window.kiosk.staff.corner(active)
            }
        }
        Loader {
            anchors.fill: parent
            active: window.kiosk.staff.asking
            focus: active
            sourceComponent: StaffPad {
                staff: window.kiosk.staff
            }
        }

        Loader {
            // Read when it is wanted: the first picture does not wait for it.
            readonly property bool wanted: window.kiosk.staff.view !== ""

            anchors.fill: parent
            focus: wanted
            onWantedChanged: setSource(wanted ? Qt.resolvedUrl("StaffPage.qml") : "", wanted ? {
                kiosk: window.kiosk
            } : {})
        }

        // The light is turned on: paper grows from the finger until it covers the screen; with reduced motion it fades in.
        Rectangle {
            id: disc

            property real full: 0
            property point from: Qt.point(0, 0)

            function light(x: real, y: real): void {
                from = Qt.point(x, y);
                full = 2 * Math.hypot(Math.max(x, window.seenWidth - x), Math.max(y, window.seenHeight - y));
                visible = true;
                growing.restart();
            }

            visible: false
            x: from.x - width / 2
            y: from.y - width / 2
            height: width
            radius: width / 2
            color: Theme.ground

            SequentialAnimation {
                id: growing

                ParallelAnimation {
                    NumberAnimation {
                        target: disc
                        property: "width"
                        from: Theme.still ? disc.full : 0
                        to: disc.full
                        duration: Theme.wake
                        easing.type: Easing.OutCubic
                    }
                    NumberAnimation {
                        target: disc
                        property: "opacity"
                        from: Theme.still ? 0 : 1
                        to: 1
                        duration: Theme.wake
                    }
                }
                ScriptAction {
                    script: disc.visible = false
                }
            }
        }
    }
}
