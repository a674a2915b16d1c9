pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// What is never hidden: camera and scanner, or the door; what is saved; and what the screen itself can do.
Rectangle {
    id: strip

    required property Scanner scanner

    readonly property bool verdict: scanner.page === "verdict"
    readonly property color bright: Theme.plinthText

    implicitHeight: 52 * Theme.px
    color: Theme.dark ? Theme.forest : Theme.plinth

    component Part: Row {
        id: part

        property string icon: ""
        property string strong: ""
        property string more: ""

        spacing: 10 * Theme.px
        visible: strong !== "" || more !== ""
        Accessible.role: Accessible.StaticText
        Accessible.name: strong + " " + more

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: name !== ""
            name: part.icon
            ink: Theme.glow
            size: 26 * Theme.px
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: part.strong
            high: 20
            bold: true
            color: strip.bright
            Accessible.ignored: true
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: part.more
            high: 20
            color: Theme.plinthQuiet
            Accessible.ignored: true
        }
    }

    Row {
        id: left

        x: 32 * Theme.px
        height: parent.height
        spacing: 32 * Theme.px

        Part {
            anchors.verticalCenter: parent.verticalCenter
            visible: strip.scanner.door
            icon: "door-open"
            strong: strip.scanner.ready.place
            more: Texts.say(strip.scanner.direction === "in" ? "scanner.checks_in" : "scanner.checks_out", {})
        }
        Part {
            anchors.verticalCenter: parent.verticalCenter
            visible: strip.scanner.door && strip.scanner.ready.known
            strong: String(strip.scanner.ready.count)
            more: (strip.scanner.ready.capacity ? strip.scanner.ready.capacity + " " : "") + Texts.say("scanner.inside_short", {})
        }
        Part {
            anchors.verticalCenter: parent.verticalCenter
            visible: !strip.verdict && !strip.scanner.door && strip.scanner.seeing.state !== "none"
            icon: "camera"
            strong: Texts.say("scanner.camera", {})
            more: strip.scanner.seeing.state === "running" ? Texts.say("scanner.camera_running", {}) : strip.scanner.seeing.state === "lost" ? Texts.say("scanner.camera_lost", {}) : strip.scanner.seeing.state === "refused" ? Texts.say("scanner.camera_refused", {}) : Texts.say("scanner.camera_starting", {})
        }
        Part {
            anchors.verticalCenter: parent.verticalCenter
            visible: !strip.verdict && !strip.scanner.door && strip.scanner.serial.chosen
            icon: "usb"
            strong: Texts.say("serial.strip", {})
            more: strip.scanner.serial.brief
        }
        Part {
            anchors.verticalCenter: parent.verticalCenter
            visible: !strip.verdict && !strip.scanner.door && !strip.scanner.serial.chosen
            icon: "usb"
            strong: Texts.say("scanner.usb", {})
            more: strip.scanner.check.heard ? Texts.say("scanner.usb_heard", {}) : Texts.say("scanner.usb_waits", {})
        }
        Part {
            anchors.verticalCenter: parent.verticalCenter
            visible: strip.verdict && strip.scanner.panel.savedAt !== "" && strip.scanner.trouble === "" && !strip.scanner.door
            icon: "save"
            strong: Texts.say("scanner.saved", {})
            more: Texts.say("scanner.saved_at", {
                time: strip.scanner.panel.savedAt
            })
        }
    }
    Part {
        anchors.right: parent.right
        anchors.rightMargin: 32 * Theme.px
        anchors.verticalCenter: parent.verticalCenter
        icon: strip.scanner.trouble ? "save-off" : strip.verdict && !strip.scanner.door ? "" : "save"
        strong: strip.scanner.trouble ? Texts.say("scanner.unsaved", {}) : strip.verdict && strip.scanner.door && strip.scanner.panel.savedAt ? Texts.say("scanner.saved", {}) : ""
        more: {
            if (strip.scanner.trouble)
                return "";
            if (strip.verdict && strip.scanner.door)
                return strip.scanner.panel.savedAt ? Texts.say("scanner.saved_at", {
                    time: strip.scanner.panel.savedAt
                }) : Texts.say("scanner.just_scan", {});
            if (strip.verdict)
                return Texts.say(strip.scanner.work.present ? "scanner.just_scan_saved" : "scanner.just_scan", {});
            return Texts.say(Theme.portrait ? "scanner.all_saved_short" : "scanner.all_saved", {});
        }
    }
}
