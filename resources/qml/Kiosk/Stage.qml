pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// All that the first picture does not need: the loop that invites, or the page of a visit over its plinth, and what may
// lie over both.
FocusScope {
    id: stage

    required property Kiosk kiosk
    required property Window window
    required property size seen // of the screen, as people see it

    readonly property Visit visit: kiosk.visit
    // What no hand is asked to reach. Where somebody measured, the middle of the plinth comes to 95 cm above the floor.
    readonly property real below: {
        if (!Theme.reach || !Theme.portrait)
            return 0;
        if (kiosk.stand.edge < 0 || kiosk.stand.pixelsPerMm <= 0)
            return 25 * Theme.u;
        const wanted = (950 - kiosk.stand.edge) * kiosk.stand.pixelsPerMm - plinth.height / 2;
        return Math.max(0, Math.min(25 * Theme.u, wanted));
    }

    focus: true

    component Told: Binding {
        target: Theme
    }

    Told {
        property: "width"
        value: stage.seen.width
    }
    Told {
        property: "height"
        value: stage.seen.height
    }
    Told {
        property: "mm"
        value: stage.kiosk.stand.pixelsPerMm
    }
    Told {
        property: "still"
        value: stage.kiosk.still
    }
    Told {
        property: "contrast"
        value: stage.visit.contrast
    }
    Told {
        property: "textStep"
        value: stage.visit.textStep
    }
    Told {
        property: "reach"
        value: stage.visit.reach
    }
    Binding {
        target: Opened
        property: "frame"
        value: stage
    }
    Binding {
        target: Texts
        property: "source"
        value: stage.kiosk.words
    }

    Binding {
        target: stage.window
        property: "open" // the loop has no picture of its own yet
        value: attract.active && !(attract.item as AttractScene)?.whole
    }
    Binding {
        target: stage.window
        property: "angle"
        value: stage.kiosk.stand.turn
    }
    Binding {
        target: stage.window
        property: "color" // a page has no ground of its own: that would be painted twice
        value: stage.kiosk.awake ? Theme.ground : Theme.dusk
    }

    property int at: 0 // the place of the section on the plinth
    property var trail: [] // cards whose pages are open: how deep each is, where it was, its picture

    // Go on to another page: in the direction of its place on the plinth, or with the picture of the card that opens it.
    function turn(): void {
        const from = stage.visit.sections.indexOf(stage.visit.section);
        const back = stage.visit.direction < 0;
        page.side = back || (stage.visit.direction === 0 && from < stage.at) ? -1 : 1;
        stage.at = from;
        const last = stage.trail[stage.trail.length - 1];
        const card = back && last && last.depth === stage.visit.depth + 1 ? last : null;
        stage.trail = stage.trail.filter(one => one.depth <= stage.visit.depth);
        if (card && !Theme.still && (page.item as PageBase)?.stage)
            flight.shrink(card.card, card.picture);
        stage.load();
        const shown = page.item as PageBase;
        if (shown?.stage && Opened.picture.toString() && stage.visit.direction > 0 && !Theme.still) {
            stage.trail = stage.trail.concat({
                depth: stage.visit.depth,
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
        if (stage.kiosk.awake && stage.visit.file)
            page.setSource(Qt.resolvedUrl(stage.visit.file), {
                kiosk: stage.kiosk,
                page: stage.visit.model
            });
        else
            page.setSource("");
    }

    // Where somebody touched; the light is turned on from there.
    function wake(x: real, y: real, language: string): void {
        if (stage.kiosk.awake || disc.visible)
            return;
        disc.light(x, y);
        stage.kiosk.wake(language);
    }

    Connections {
        target: stage.kiosk

        function onStateChanged(): void {
            if (!stage.kiosk.awake) {
                page.setSource("");
                stage.trail = [];
            }
        }
    }
    Connections {
        target: stage.visit

        function onPageChanged(): void {
            stage.turn();
        }
    }

    Keys.onPressed: event => {
        if (!stage.kiosk.awake && !stage.kiosk.staff.view) {
            stage.wake(stage.seen.width / 2, stage.seen.height / 2, "");
            event.accepted = true;
            return;
        }
        const on = event.key === Qt.Key_Down || event.key === Qt.Key_Right;
        if (on || event.key === Qt.Key_Up || event.key === Qt.Key_Left) {
            const next = (stage.window.activeFocusItem ?? stage).nextItemInFocusChain(on);
            if (next)
                next.forceActiveFocus(on ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            event.accepted = true;
        }
    }

    Loader {
        id: attract

        anchors.fill: parent
        active: !stage.kiosk.awake || disc.visible
        enabled: !stage.kiosk.staff.view
        sourceComponent: AttractScene {
            kiosk: stage.kiosk
            onWoken: (x, y, language) => stage.wake(x, y, language)
        }
    }

    Item {
        id: service

        anchors.fill: parent
        visible: stage.kiosk.awake && !disc.visible
        enabled: visible && !stage.kiosk.warns && !turning.running && !following.running
        Keys.forwardTo: page.item ? [page.item] : [] // who types with the focus on the plinth types into the page

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

            kiosk: stage.kiosk
            width: parent.width
            y: parent.height - height - stage.below
            Behavior on y {
                enabled: !Theme.still

                NumberAnimation {
                    duration: Theme.card_
                    easing.type: Easing.InOutCubic
                }
            }
        }
        Rectangle {
            visible: stage.below > 0
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
                duration: stage.visit.direction < 0 ? Theme.back : Theme.page
                easing.type: Easing.OutCubic
            }
            NumberAnimation {
                target: page
                property: "opacity"
                from: 0
                to: 1
                duration: stage.visit.direction < 0 ? Theme.back : Theme.page
                easing.type: Easing.OutCubic
            }
        }
    }

    Flight {
        id: flight
    }

    Loader {
        anchors.fill: parent
        active: stage.kiosk.warns
        sourceComponent: IdleWarning {
            kiosk: stage.kiosk
        }
    }

    // At night, while nobody is there.
    Rectangle {
        anchors.fill: parent
        color: Theme.coal
        opacity: stage.kiosk.stand.dim && !stage.kiosk.awake ? 0.7 : 0
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
            onActiveChanged: stage.kiosk.staff.corner(active)
        }
    }
    Loader {
        anchors.fill: parent
        active: stage.kiosk.staff.asking
        focus: active
        sourceComponent: StaffPad {
            staff: stage.kiosk.staff
        }
    }

    Loader {
        // Read when it is wanted: the first picture does not wait for it.
        readonly property bool wanted: stage.kiosk.staff.view !== ""

        anchors.fill: parent
        focus: wanted
        onWantedChanged: setSource(wanted ? Qt.resolvedUrl("StaffPage.qml") : "", wanted ? {
            kiosk: stage.kiosk
        } : {})
    }

    // The light is turned on: paper grows from the finger until it covers the screen; with reduced motion it fades in.
    Rectangle {
        id: disc

        property real full: 0
        property point from: Qt.point(0, 0)

        function light(x: real, y: real): void {
            from = Qt.point(x, y);
            full = 2 * Math.hypot(Math.max(x, stage.seen.width - x), Math.max(y, stage.seen.height - y));
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
