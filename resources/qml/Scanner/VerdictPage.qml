pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The verdict, and what can be done now. It stays until the next scan.
FocusScope {
    id: page

    required property Scanner scanner

    property string over: "" // "consent" or "details" over a lead's questions

    readonly property Panel panel: scanner.panel
    readonly property Work work: scanner.work
    function finish(): void {
        work.keep();
        if (scanner.page === "lead")
            scanner.open("leads");
        else
            scanner.home();
    }
    function close(): void {
        work.keep();
        over = "";
        side.forceActiveFocus();
    }

    focus: true
    Keys.onReturnPressed: finish()
    Keys.onEnterPressed: finish()
    Keys.onEscapePressed: over ? close() : finish()

    Connections {
        target: page.scanner
        enabled: page.visible

        function onStruck(key: string): void {
            if (page.over !== "")
                return;
            if (key === "c" && page.work.present)
                page.over = "consent";
            else if (key === "t" && page.work.present)
                page.over = "details";
        }
    }

    Connections {
        target: page.work

        function onReplaced(): void {
            page.over = "";
            side.forceActiveFocus();
        }
    }

    Parting {
        id: parting

        anchors.fill: parent
    }
    PanelView {
        scanner: page.scanner
        width: parting.wide
        height: parting.high
        onConsentAsked: page.over = "consent"
        onNameAsked: page.over = "details"
    }
    Loader {
        id: side

        x: parting.rest.x
        y: parting.rest.y
        width: parting.rest.width
        height: parting.rest.height
        focus: page.over === ""
        visible: page.over === ""
        sourceComponent: {
            switch (page.panel.kind) {
            case "lead":
                return page.work.present ? qualify : thing;
            case "refused":
                return refused;
            case "inside":
                return inside;
            case "hold":
            case "passed":
            case "answered":
                return door;
            default:
                return thing;
            }
        }
    }
    Loader {
        x: parting.rest.x
        y: parting.rest.y
        width: parting.rest.width
        height: parting.rest.height
        focus: page.over !== ""
        sourceComponent: page.over === "consent" ? consent : page.over === "details" ? details : null
        // A sheet that begins in its first field has the focus already.
        onLoaded: if (!(item as Item).activeFocus)
            (item as Item).forceActiveFocus()
    }

    Component {
        id: qualify

        Qualify {
            scanner: page.scanner
            onDone: page.finish()
        }
    }
    Component {
        id: refused

        Refused {
            scanner: page.scanner
            onDone: page.finish()
            onNumberAsked: page.scanner.open("number")
        }
    }
    Component {
        id: inside

        Inside {
            scanner: page.scanner
            onDone: page.finish()
        }
    }
    Component {
        id: door

        DoorSide {
            scanner: page.scanner
            onDone: page.finish()
        }
    }
    Component {
        id: thing

        ThingSide {
            scanner: page.scanner
            onDone: page.finish()
            onNumberAsked: page.scanner.open("number")
        }
    }
    Component {
        id: consent

        Consent {
            scanner: page.scanner
            onDone: page.close()
        }
    }
    Component {
        id: details

        Details {
            scanner: page.scanner
            onDone: page.close()
        }
    }
}
