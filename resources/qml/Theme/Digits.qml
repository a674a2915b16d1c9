pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A number that changes: each digit in a cell of its own width, as the font has no tabular figures.
Row {
    id: digits

    property string text: ""
    property string step: "small"
    property real factor: 1
    property bool bold: false
    property color color: Theme.text

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Repeater {
        model: digits.text.length

        Label {
            required property int index

            readonly property string sign: digits.text.charAt(index)

            width: /[0-9]/.test(sign) ? 0.66 * font.pixelSize : implicitWidth
            horizontalAlignment: Text.AlignHCenter
            text: sign
            step: digits.step
            factor: digits.factor
            bold: digits.bold
            color: digits.color
            font.letterSpacing: 0
            Accessible.ignored: true
        }
    }
}
