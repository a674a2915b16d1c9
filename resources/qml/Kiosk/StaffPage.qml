pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// Behind the PIN: how this screen stands, what is locked, and the way out. All of it is for a hand, and lies over all else.
FocusScope {
    id: frame

    required property Kiosk kiosk

    readonly property Staff staff: kiosk.staff
    readonly property SettingUp setting: kiosk.setting
    readonly property Stand stand: kiosk.stand
    readonly property string view: staff.view
    readonly property bool menu: view === "menu"
    readonly property real side: Theme.portrait ? Math.max(Theme.margin, (width - Theme.column) / 2) : Theme.margin
    // What is done there is done by its own button.
    readonly property bool asks: view === "screen" || (view === "pin" && !setting.code)
    readonly property var sheets: ({
            booth: "SetBooth.qml",
            language: "SetLanguage.qml",
            screen: "SetScreen.qml",
            height: "SetHeight.qml",
            turn: "SetTurn.qml",
            hours: "SetHours.qml",
            pin: "SetPin.qml",
            locks: "LockList.qml",
            counts: "CountsList.qml"
        })

    function load(): void {
        if (view && sheets[view])
            sheet.setSource(Qt.resolvedUrl(sheets[view]), {
                kiosk: frame.kiosk
            });
        else
            sheet.setSource("");
    }

    focus: true
    onViewChanged: load()
    Component.onCompleted: {
        load();
        kiosk.locks.look();
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.u
        color: Theme.ground
    }
    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        id: head

        x: -Theme.u
        y: -Theme.u
        width: parent.width + 2 * Theme.u
        height: (Theme.portrait ? 37 : 20) * Theme.u
        color: Theme.contrast ? Theme.coal : Theme.pine

        Picture {
            anchors.fill: parent
            visible: !Theme.contrast
            scene: "contours"
            theme: "dusk"
        }
        Rectangle {
            anchors.bottom: parent.bottom
            visible: Theme.contrast
            width: parent.width
            height: Theme.thick
            color: Theme.white
        }
        Label {
            id: title

            x: frame.side + Theme.u
            y: (Theme.portrait ? 8 : 5.5) * Theme.u
            width: (Theme.portrait ? parent.width - frame.side - Theme.u : languages.x - 2 * Theme.u) - x
            text: Texts.say("kioskstaff.view_" + (frame.menu && frame.staff.first ? "first" : frame.view || "menu"), {})
            step: "head"
            bold: true
            color: Theme.duskText
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
            maximumLineCount: 1
        }
        LanguageSwitch {
            id: languages

            kiosk: frame.kiosk
            x: Theme.portrait ? title.x : parent.width - width - frame.side - Theme.u
            y: (Theme.portrait ? 24 : 6.5) * Theme.u
        }
    }

    Item {
        id: body

        x: frame.side
        y: head.y + head.height + (Theme.portrait ? 5 : 3.5) * Theme.u
        width: parent.width - 2 * x
        height: foot.y - y - (Theme.portrait ? 4 : 3) * Theme.u

        Grid {
            id: list

            readonly property real tall: Math.min(17 * Theme.u, (parent.height - (rows - 1) * spacing) / rows)

            visible: frame.menu
            flow: Grid.TopToBottom
            rows: Theme.portrait ? 9 : 5
            spacing: 2 * Theme.u

            // The one next thing to do.
            readonly property string next: {
                if (!frame.setting.measured)
                    return "screen";
                if (frame.stand.edge < 0)
                    return "height";
                if (!frame.setting.hasPin)
                    return "pin";
                return frame.kiosk.locks.open > 0 ? "locks" : "";
            }

            component Question: StaffRow {
                required property string view

                wanting: list.next === view

                width: Theme.portrait ? body.width : (body.width - list.spacing) / 2
                height: list.tall
                text: Texts.say("kioskstaff.row_" + view, {})
                onClicked: frame.staff.show(view)
            }

            Question {
                view: "booth"
                icon_: "store"
                value: frame.stand.booth || Texts.say("kioskstaff.booth_none", {})
            }
            Question {
                view: "language"
                icon_: "languages"
                value: frame.setting.languages.find(one => one.code === frame.setting.language)?.name ?? ""
            }
            Question {
                view: "screen"
                icon_: "ruler-dimension-line"
                value: frame.setting.measured ? Texts.say("kioskstaff.screen_inches", {
                    n: Math.round(Math.hypot(Theme.width, Theme.height) / frame.stand.pixelsPerMm / 2.54) / 10
                }) : Texts.say("kioskstaff.screen_none", {})
            }
            Question {
                view: "height"
                icon_: "move-vertical"
                value: frame.stand.edge < 0 ? Texts.say("kioskstaff.height_none", {}) : Texts.say("kioskstaff.height_above", {
                    n: Math.round(frame.stand.edge / 10)
                })
            }
            Question {
                view: "turn"
                icon_: "rotate-cw-square"
                value: frame.stand.turn === 0 ? Texts.say("kioskstaff.turn_none", {}) : Texts.say("kioskstaff.turn_by", {
                    n: frame.stand.turn
                })
            }
            Question {
                view: "hours"
                icon_: "moon"
                value: frame.setting.dimFrom ? Texts.say("kioskstaff.hours_span", {
                    begin: frame.setting.dimFrom,
                    end: frame.setting.dimUntil
                }) : Texts.say("kioskstaff.hours_never", {})
            }
            Question {
                view: "pin"
                icon_: "key-round"
                value: frame.setting.hasPin ? Texts.say("kioskstaff.pin_is_set", {}) : Texts.say("kioskstaff.pin_missing", {})
            }
            Question {
                view: "locks"
                icon_: "shield-check"
                value: {
                    if (!frame.kiosk.locks.looked)
                        return Texts.say("kioskstaff.judging", {});
                    return frame.kiosk.locks.open > 0 ? Texts.say("kioskstaff.locks_open", {
                        n: frame.kiosk.locks.open
                    }) : Texts.say("kioskstaff.locks_closed", {});
                }
            }
            Question {
                view: "counts"
                icon_: "gauge"
                value: Texts.say("kioskstaff.counts_says", {})
            }
        }
        Loader {
            id: sheet

            anchors.fill: parent
            focus: true
            onLoaded: (item as Item).forceActiveFocus()
        }
    }

    Rectangle {
        id: foot

        x: -Theme.u
        y: parent.height - height + Theme.u
        width: parent.width + 2 * Theme.u
        height: 19 * Theme.u
        color: Theme.plinth

        Rectangle {
            visible: Theme.contrast
            width: parent.width
            height: Theme.thick
            color: Theme.white
        }
        Row {
            x: frame.side + Theme.u
            y: 3 * Theme.u
            height: 12 * Theme.u
            visible: frame.menu
            spacing: 2 * Theme.u

            SecondaryButton {
                dark: true
                implicitHeight: parent.height
                icon_: "log-out"
                text: Texts.say("kioskstaff.leave", {})
                step: "small"
                onClicked: frame.staff.quit()
            }
            SecondaryButton {
                dark: true
                implicitHeight: parent.height
                icon_: "refresh-cw"
                text: Texts.say("kioskstaff.renew", {})
                step: "small"
                onClicked: frame.staff.restart()
            }
        }
        SecondaryButton {
            x: frame.side + Theme.u
            y: 3 * Theme.u
            height: 12 * Theme.u
            visible: frame.asks
            dark: true
            icon_: "arrow-left"
            text: Texts.say("kioskstaff.cancel", {})
            onClicked: frame.staff.show("menu")
        }
        PrimaryButton {
            anchors.right: parent.right
            anchors.rightMargin: frame.side + Theme.u
            y: 3 * Theme.u
            height: 12 * Theme.u
            visible: !frame.asks
            step: "body"
            text: frame.menu ? Texts.say("kioskstaff.to_visitors", {}) : Texts.say("kioskstaff.done", {})
            onClicked: {
                if (frame.menu)
                    frame.staff.cancel();
                else
                    frame.staff.show("menu");
            }
        }
    }
}
