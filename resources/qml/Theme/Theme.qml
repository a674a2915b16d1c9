pragma Singleton

import QtQuick

// The tokens of the design: colours, the unit, type, lines, motion. Every size on a screen is a multiple of `u`.
//
// `u` is 4 mm on a screen of 43 inches, and 8 px of the drawings. A desk's screen, which is looked at from nearer, sets
// its own. The first properties are set by whoever owns the window; all others follow from them.
QtObject {
    id: theme

    // What the screen and the visit are like.
    property real width: 1080
    property real height: 1920
    property real mm: 0 // pixels of one millimetre, 0 where nobody measured the screen
    property bool contrast: false
    property int textStep: 0 // 0 to 2: how often "larger text" was asked for
    property bool reach: false
    property bool still: false // reduced motion
    property real desk: 0 // the unit of a screen on a desk; 0 is a screen on a wall
    property bool dark: false // a desk in a dark hall

    readonly property bool portrait: height >= width
    readonly property real u: {
        if (desk > 0)
            return desk;
        const fitting = portrait ? Math.min(width / 135, height / 240) : Math.min(width / 240, height / 135);
        return mm > 0 ? Math.min(fitting, 4 * mm) : fitting;
    }
    readonly property real px: 0.15 * u // a pixel of the drawings of a desk's screen
    readonly property real column: 119 * u // one component is designed once, for this width
    // A screen that is larger than 4 mm a unit need has the column in its middle, and all else keeps to its edges.
    readonly property real margin: portrait ? Math.max(8 * u, (width - column) / 2) : 8 * u

    // Inks, by their names in the design.
    readonly property color night: "#062A20"
    readonly property color forest: "#0B3D2E"
    readonly property color pine: "#135C44"
    readonly property color moss: "#17734B"
    readonly property color leaf: "#1F8A5B"
    readonly property color sprout: "#63B98D"
    readonly property color rail: "#569F82"
    readonly property color jade: "#9BD3B6"
    readonly property color mint: "#CFEFE0"
    readonly property color dew: "#E6F4E8"
    readonly property color paper: "#FFF8EC"
    readonly property color rice: "#F5E9D0"
    readonly property color straw: "#E3CFA2"
    readonly property color bamboo: "#B99A5B"
    readonly property color lantern: "#F2A900"
    readonly property color glow: "#FFC847"
    readonly property color ember: "#D88F00"
    readonly property color amber: "#8A5600"
    readonly property color son: "#A92C1C"
    readonly property color ink: "#10201A"
    readonly property color stone: "#4C5F56"
    readonly property color white: "#FFFFFF"
    readonly property color tile: "#0E4D3A" // a key of the tone row, and quiet ground on forest
    readonly property color embers: "#2A6B53" // what is not lit yet, on night

    // The inks of the contrast theme.
    readonly property color coal: "#03100B"
    readonly property color flame: "#FFC21A"

    // Roles: what a screen asks for, so that one switch changes all of it.
    readonly property color ground: contrast ? coal : dark ? night : paper
    readonly property color title: contrast ? white : dark ? paper : forest
    readonly property color text: contrast ? white : dark ? paper : ink
    readonly property color quiet: contrast ? white : dark ? jade : stone
    readonly property color green: contrast ? white : dark ? mint : moss
    readonly property color accent: contrast ? flame : lantern
    readonly property color accentText: contrast ? coal : night
    readonly property color accentDown: contrast ? white : ember
    readonly property color card: contrast ? coal : dark ? forest : white
    readonly property color cardDown: contrast ? flame : dark ? pine : mint
    readonly property color cardDownText: contrast ? coal : dark ? paper : ink
    readonly property color cardLine: contrast ? white : "transparent"
    readonly property color field: dark ? forest : white
    readonly property color fieldLine: contrast ? flame : dark ? jade : forest
    readonly property color fieldText: contrast ? coal : dark ? paper : ink
    readonly property color fieldQuiet: contrast ? coal : dark ? jade : stone
    readonly property color quietTile: contrast ? coal : dark ? forest : rice
    readonly property color line: contrast ? white : dark ? sprout : leaf
    readonly property color chosen: contrast ? white : dark ? mint : forest
    readonly property color chosenText: contrast ? coal : dark ? forest : paper
    readonly property color down: contrast ? flame : dark ? pine : mint
    readonly property color downText: contrast ? coal : dark ? paper : forest
    readonly property color mark: contrast ? flame : mint // behind words that were searched for
    readonly property color markText: contrast ? coal : forest
    readonly property color rule: dark ? pine : straw
    readonly property color faintRule: dark ? tile : rice
    readonly property color wrong: dark ? "#FFB4A6" : son // a sentence about what went wrong
    readonly property color plinth: contrast ? coal : forest
    readonly property color plinthText: contrast ? white : paper
    readonly property color plinthQuiet: contrast ? white : mint
    readonly property color plinthLine: contrast ? white : rail
    readonly property color plinthDown: contrast ? flame : pine
    readonly property color dusk: contrast ? coal : night
    readonly property color duskText: contrast ? white : paper
    readonly property color duskQuiet: contrast ? white : mint
    readonly property color duskSmall: contrast ? white : jade
    readonly property color duskLine: contrast ? white : sprout
    readonly property color focusInner: contrast ? coal : forest
    readonly property color focusOuter: contrast ? flame : lantern

    // Lines and corners.
    readonly property real thin: (contrast ? 5 : 3) * u / 8
    readonly property real thick: (contrast ? 6 : 4) * u / 8
    readonly property real r1: 1.75 * u
    readonly property real r2: 3 * u
    readonly property real r3: 4.5 * u

    // Targets.
    readonly property real target: 8 * u
    readonly property real chip: (contrast ? 9.5 : 8.5) * u
    readonly property real primary: 13.5 * u

    // Motion in milliseconds; with reduced motion everything that enters is a short fade.
    readonly property int wake: still ? 120 : 280
    readonly property int card_: still ? 120 : 260
    readonly property int back: still ? 120 : 200
    readonly property int page: still ? 120 : 180
    readonly property int enter: still ? 120 : 220
    readonly property int leave: still ? 120 : 160
    readonly property int release: still ? 0 : 120
    readonly property int warning: still ? 120 : 300
    readonly property int cross: still ? 120 : 600

    readonly property string family: "Be Vietnam Pro"

    // Size, line and letter spacing of each step, in u and em.
    readonly property var steps: ({
            note: [3, 4.25, -0.005],
            small: [3.5, 4.75, -0.005],
            body: [4.25, 5.75, -0.005],
            lead: [4.75, 6.25, -0.015],
            sub: [6, 7.5, -0.02],
            title: [7.5, 9, -0.02],
            head: [9.375, 11.25, -0.03],
            big: [11.75, 14, -0.03],
            display: [14.625, 17, -0.03],
            poster: [18.25, 20.75, -0.035],
            sign: [22.875, 27, -0.04],
            number: [37.5, 43.75, -0.05]
        })

    // How much larger a step is set: small text grows by what was asked for, a headline by a third of that.
    function growth(step: string): real {
        const asked = [1, 1.15, 1.3][textStep] * (contrast ? 1.08 : 1);
        return steps[step][0] <= 6 ? asked : 1 + (asked - 1) / 3;
    }

    function size(step: string): real {
        return steps[step][0] * u * growth(step);
    }

    function leading(step: string): real {
        return steps[step][1] * u * growth(step);
    }

    function spacing(step: string): real {
        return steps[step][2] * size(step);
    }
}
