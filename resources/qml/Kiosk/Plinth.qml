pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The dark foot of every page, always in one place: where to go, and how to read.
Rectangle {
    id: plinth

    required property Kiosk kiosk

    readonly property Visit visit: kiosk.visit
    readonly property var icons: ({
            home: "house",
            search: "search",
            programme: "calendar-days",
            plan: "map",
            list: "bookmark"
        })

    implicitHeight: (Theme.portrait ? 29 : 16.5) * Theme.u
    color: Theme.plinth
    Accessible.role: Accessible.Grouping
    Accessible.name: Texts.say("kiosk.plinth", {})

    Rectangle {
        visible: Theme.contrast
        width: parent.width
        height: Theme.thick
        color: Theme.white
    }

    Item {
        id: places

        readonly property real step: width / Math.max(1, plinth.visit.sections.length)

        x: (Theme.portrait ? (plinth.width - width) / 2 : 5.5 * Theme.u)
        width: Theme.portrait ? Theme.column + 6 * Theme.u : Math.min(5, plinth.visit.sections.length) * 20.5 * Theme.u
        height: (Theme.portrait ? 15.75 : 16.5) * Theme.u

        Rectangle {
            id: marker

            readonly property int at: plinth.visit.sections.indexOf(plinth.visit.section)

            visible: at >= 0
            x: (at + 0.5) * places.step - width / 2
            width: (Theme.contrast ? 17.5 : 11) * Theme.u
            height: (Theme.contrast ? 1.5 : 0.75) * Theme.u
            color: Theme.accent
            Behavior on x {
                enabled: !Theme.still

                NumberAnimation {
                    duration: Theme.page
                    easing.type: Easing.OutCubic
                }
            }
        }

        Repeater {
            model: plinth.visit.sections

            Touch {
                id: place

                required property string modelData
                required property int index

                readonly property bool current: plinth.visit.section === modelData
                readonly property color ink: current ? Theme.accent : Theme.plinthQuiet

                x: index * places.step
                y: Theme.portrait ? 1.75 * Theme.u : 0
                width: places.step
                height: (Theme.portrait ? 14 : 16.5) * Theme.u
                radius: 2 * Theme.u
                dark: true
                text: Texts.say("kiosk.go_" + modelData, {})
                Accessible.selectable: true
                Accessible.selected: current
                onClicked: plinth.visit.go(modelData)

                background: Ground {
                    radius: place.radius
                    down: place.down
                    rest: "transparent"
                    pressed: Theme.plinthDown
                }
                contentItem: Item {
                    Column {
                        anchors.centerIn: parent
                        spacing: Theme.u

                        Icon {
                            anchors.horizontalCenter: parent.horizontalCenter
                            name: plinth.icons[place.modelData] ?? ""
                            ink: place.down && Theme.contrast ? Theme.coal : place.ink

                            Rectangle {
                                visible: place.modelData === "list" && plinth.visit.kept.length > 0
                                x: parent.width - 1.25 * Theme.u
                                y: -1.25 * Theme.u
                                width: 4.5 * Theme.u
                                height: width
                                radius: height / 2
                                color: Theme.accent

                                Label {
                                    anchors.centerIn: parent
                                    text: plinth.visit.kept.length
                                    step: "note"
                                    factor: 1 / Theme.growth("note")
                                    bold: true
                                    color: Theme.accentText
                                }
                            }
                        }
                        Label {
                            width: place.width - Theme.u
                            horizontalAlignment: Text.AlignHCenter
                            text: place.text
                            step: "note"
                            factor: 1.04 / Theme.growth("note")
                            bold: place.current || Theme.contrast
                            color: place.down && Theme.contrast ? Theme.coal : place.ink
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 8
                        }
                    }
                }
            }
        }
    }

    LanguageSwitch {
        kiosk: plinth.kiosk
        room: Theme.portrait ? Theme.column - aids.width - 3 * Theme.u : aids.x - places.x - places.width - 6 * Theme.u
        anchors.left: Theme.portrait ? parent.left : undefined
        anchors.right: Theme.portrait ? undefined : aids.left
        anchors.leftMargin: (plinth.width - Theme.column) / 2
        anchors.rightMargin: 4 * Theme.u
        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Theme.portrait ? 3.5 : 4.25) * Theme.u
    }
    ReadingAids {
        id: aids

        kiosk: plinth.kiosk
        anchors.right: parent.right
        anchors.rightMargin: Theme.portrait ? (plinth.width - Theme.column) / 2 : Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Theme.portrait ? 3.5 : 4.25) * Theme.u
    }
}
