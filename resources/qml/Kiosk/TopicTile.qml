pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A topic: its motif with the name in the quiet zone at the top left.
Touch {
    id: tile

    property string scene: ""
    property int seed: 0
    property string icon_: ""
    property bool small: false // in reach mode: the motif stands at the right

    readonly property bool isLight: ["energy", "gov", "build", "terrace"].includes(scene)
    readonly property color base: ({
            energy: Theme.mint,
            gov: Theme.rice,
            build: Theme.jade,
            terrace: Theme.mint,
            ai: "#0A382B",
            water: Theme.pine,
            lamp: Theme.night
        })[scene] ?? Theme.forest
    readonly property color ink: Theme.contrast ? Theme.white : isLight ? Theme.forest : Theme.paper

    radius: small ? 2.5 * Theme.u : Theme.r2

    background: Ground {
        radius: tile.radius
        down: tile.down
        rest: Theme.contrast ? Theme.coal : tile.base
        pressed: rest
        border.width: Theme.contrast ? Theme.thin : 0
        border.color: tile.down ? Theme.accent : Theme.white

        Picture {
            visible: !Theme.contrast
            anchors.right: parent.right
            height: parent.height
            width: tile.small ? height : parent.width
            scene: tile.scene
            seed: tile.seed
            corners: tile.small ? [0, tile.radius, tile.radius, 0] : [tile.radius]
            quiet: tile.small ? Qt.size(0, 0) : Qt.size(title.x + title.contentWidth + Theme.u, title.y + title.contentHeight)
        }
        Icon {
            visible: Theme.contrast && !tile.small
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 3 * Theme.u
            name: tile.icon_
            ink: Theme.accent
            size: 12 * Theme.u
        }
    }
    contentItem: Item {
        Balanced {
            id: title

            x: (tile.small ? 2.5 : 3.5) * Theme.u
            y: tile.small ? 0.5 * Theme.u : 2.25 * Theme.u
            // Words leave the motif of a small tile free, and the pictogram of a low one.
            width: parent.width - (tile.small ? x + 0.8 * parent.height : 2 * x + (Theme.contrast && !Theme.portrait ? 11 * Theme.u : 0))
            height: tile.small ? parent.height - 2 * y : undefined
            verticalAlignment: tile.small ? Text.AlignVCenter : Text.AlignTop
            fontSizeMode: tile.small ? Text.Fit : Text.FixedSize
            minimumPixelSize: Math.round(0.75 * font.pixelSize)
            text: tile.text
            step: tile.small ? "small" : Theme.textStep > 0 && !Theme.portrait ? "body" : "lead"
            bold: true
            color: tile.ink
            wrapMode: tile.small ? Text.WordWrap : Text.Wrap
            maximumLineCount: tile.small ? 3 : Math.max(1, Math.min(3, Math.floor((tile.height - 3.5 * Theme.u) / lineHeight)))
            elide: Text.ElideRight
            lineHeight: Theme.size(step) * (tile.small ? 1.14 : 1.22)
        }
        Rectangle {
            visible: tile.down
            x: title.x
            y: title.y + title.height + 0.5 * Theme.u
            width: Math.min(title.contentWidth, title.width)
            height: 0.75 * Theme.u
            color: Theme.accent
        }
    }
}
