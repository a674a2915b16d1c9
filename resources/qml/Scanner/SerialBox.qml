pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Theme

// The port of a scanner that does not type: which one, how fast, and what has become of it.
Column {
    id: box

    required property Scanner scanner

    readonly property SerialPort port: scanner.serial
    readonly property var ports: port.ports
    readonly property bool wrong: port.trouble !== ""

    spacing: 8 * Theme.px

    Line {
        width: parent.width
        text: Texts.say("serial.title", {})
        high: 20
        bold: true
        color: Theme.title
    }
    Flow {
        width: parent.width
        spacing: 10 * Theme.px
        visible: box.ports.length > 0

        Repeater {
            model: box.ports.length

            Pick {
                required property int index

                readonly property var modelData: box.ports[index] ?? ({
                        device: "",
                        name: "",
                        on: false
                    })

                implicitHeight: 48 * Theme.px
                letter: 20
                most: box.width
                icon_: "usb"
                text: modelData.name
                on: modelData.on
                onClicked: box.port.choose(modelData.device)
            }
        }
        Action {
            visible: box.port.chosen
            high: 48
            letter: 20
            icon_: "gauge"
            text: Texts.say("serial.rate", {
                rate: String(box.port.rate)
            })
            Accessible.name: Texts.say("serial.next_rate", {}) + ", " + text
            onClicked: box.port.nextRate()
        }
    }
    Line {
        width: parent.width
        text: box.port.sentence
        high: 20
        pitch: 27
        wrapMode: Text.Wrap
        bold: box.wrong
        color: box.wrong ? Theme.wrong : Theme.quiet
        Accessible.role: box.wrong ? Accessible.AlertMessage : Accessible.StaticText
    }
}
