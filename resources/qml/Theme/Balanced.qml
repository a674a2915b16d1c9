pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A text of two or three lines that are about as long as each other, so that no word is left alone on the last.
Label {
    id: balanced

    property string plain: "" // what is measured where the text has marks
    property real spare: 0 // how much narrower than its room it is set
    property bool placed: false

    function lines(): int {
        return textFormat === Text.RichText ? Math.round(contentHeight / lineHeight) : lineCount;
    }

    function fits(room: real, most: int): bool {
        probe.width = room;
        return probe.lineCount <= most && probe.contentWidth <= room;
    }

    function balance(): void {
        if (!placed)
            return;
        spare = 0;
        const most = lines();
        const said = plain || text;
        if (most < 2 || most > 3 || truncated || said.includes("\n"))
            return;
        probe.font = font;
        probe.text = said;
        if (!fits(width, most))
            return;
        let least = width / most / 2;
        let room = width;
        for (let step = 0; step < 6; step++) {
            const middle = (least + room) / 2;
            if (fits(middle, most))
                room = middle;
            else
                least = middle;
        }
        spare = Math.max(0, Math.floor(width - room - 1));
    }

    wrapMode: Text.Wrap
    leftPadding: horizontalAlignment === Text.AlignRight ? spare : horizontalAlignment === Text.AlignHCenter ? spare / 2 : 0
    rightPadding: horizontalAlignment === Text.AlignRight ? 0 : horizontalAlignment === Text.AlignHCenter ? spare / 2 : spare
    Component.onCompleted: {
        placed = true;
        balance();
    }
    onTextChanged: balance()
    onPlainChanged: balance()
    onWidthChanged: balance()
    onFontChanged: balance()

    Text {
        id: probe

        visible: false
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
    }
}
