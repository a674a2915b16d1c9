pragma ComponentBehavior: Bound

import QtQuick

// What is longer than its room, moved by the finger or by buttons. At rest no row and no line of text is cut in two.
Item {
    id: whole

    // What is moved: a column whose children, and those of columns in it, are its rows; a row that is longer than the
    // room is parted by its lines.
    property Item content: null
    property real length: 0
    readonly property bool back: flick.contentY > 1
    readonly property bool on: shownTo < length - 1

    // Where each row and each line begins and ends, from above.
    readonly property var rows: content ? rowsOf(content, 0) : []
    // Where the last page begins: with a row of its own.
    readonly property real last: length <= height ? 0 : begins(length - height)
    readonly property real shownTo: {
        const most = flick.contentY + height;
        let end = 0;
        for (const row of rows)
            if (row.end <= most + 1)
                end = Math.max(end, row.end);
        return end > flick.contentY ? end : Math.min(most, length);
    }

    default property alias moved: flick.flickableData

    function rowsOf(item: Item, from: real): list<var> {
        const found = [];
        for (const child of item.children) {
            if (!child.visible || child.height <= 0)
                continue;
            const text = child as Text;
            const top = from + child.y;
            if (text && text.lineCount > 1) {
                const line = text.contentHeight / text.lineCount;
                for (let i = 0; i < text.lineCount; i++)
                    found.push({
                        start: i ? top + text.topPadding + i * line : top,
                        end: top + text.topPadding + (i + 1) * line
                    });
            } else if (child instanceof Column || (child instanceof Row && child.height > height)) {
                found.push(...rowsOf(child, top));
            } else {
                found.push({
                    start: top,
                    end: top + child.height
                });
            }
        }
        return found;
    }

    function begins(from: real): real {
        let start = length;
        for (const row of rows)
            if (row.start >= from - 1)
                start = Math.min(start, row.start);
        return start < length ? start : from;
    }

    function begin(): void {
        flick.contentY = 0;
    }

    function move(by: int): void {
        const to = by > 0 ? begins(shownTo - 1) : begins(flick.contentY - height);
        flick.contentY = Math.max(0, Math.min(last, to));
    }

    Item {
        width: whole.width
        height: flick.moving ? whole.height : Math.max(0, whole.shownTo - flick.contentY)
        clip: true

        Flickable {
            id: flick

            width: whole.width
            height: whole.height
            contentWidth: width
            contentHeight: whole.length
            bottomMargin: Math.max(0, whole.last + height - contentHeight)
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
        }
    }
}
