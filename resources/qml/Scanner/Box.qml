pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A field that is typed into: one line, or several.
FocusScope {
    id: box

    property string text: ""
    property string placeholder: ""
    property string name: "" // for those who hear the screen
    property bool several: false
    property real high: 64
    property real letter: 23
    property string icon_: ""
    property int most: 500
    property bool digits: false
    readonly property bool typing: edit.activeFocus || line.activeFocus

    signal typed(string text)
    signal entered

    // Take another text without saying that somebody typed it.
    function take(words: string): void {
        if (several && edit.text !== words)
            edit.text = words;
        else if (!several && line.text !== words)
            line.text = words;
    }
    function begin(): void {
        if (several)
            edit.forceActiveFocus();
        else
            line.forceActiveFocus();
    }
    function current(): string {
        return several ? edit.text : line.text;
    }

    implicitHeight: high * Theme.px
    onTextChanged: take(text)
    Component.onCompleted: take(text)

    Rectangle {
        anchors.fill: parent
        radius: box.several ? 16 * Theme.px : height / 2
        color: Theme.field
        border.width: (box.typing ? 4 : 3) * Theme.px
        border.color: box.typing ? Theme.accent : Theme.fieldLine
    }
    Icon {
        id: icon

        visible: box.icon_ !== ""
        x: 22 * Theme.px
        anchors.verticalCenter: parent.verticalCenter
        name: box.icon_
        ink: Theme.fieldQuiet
        size: 28 * Theme.px
    }
    Line {
        x: inner.x
        y: box.several ? 14 * Theme.px : (box.height - height) / 2
        width: inner.width
        visible: box.current() === "" && line.preeditText === "" && edit.preeditText === ""
        text: box.placeholder
        high: box.letter
        elide: Text.ElideRight
        color: Theme.fieldQuiet
        Accessible.ignored: true
    }
    Item {
        id: inner

        x: icon.visible ? 64 * Theme.px : 22 * Theme.px
        width: parent.width - x - 22 * Theme.px
        height: parent.height

        TextInput {
            id: line

            anchors.fill: parent
            visible: !box.several
            enabled: visible
            activeFocusOnTab: visible
            focus: visible
            verticalAlignment: TextInput.AlignVCenter
            clip: true
            maximumLength: box.most
            font.family: Theme.family
            font.weight: Font.Medium
            font.pixelSize: Math.max(1, Math.round(box.letter * Theme.px))
            color: Theme.fieldText
            selectionColor: Theme.lantern
            selectedTextColor: Theme.night
            selectByMouse: true
            inputMethodHints: box.digits ? Qt.ImhDigitsOnly : Qt.ImhNone
            validator: box.digits ? onlyDigits : null
            Accessible.name: box.name || box.placeholder
            onTextEdited: box.typed(text)
            onAccepted: box.entered()

            RegularExpressionValidator {
                id: onlyDigits

                regularExpression: /[0-9 ]*/
            }
        }
        Flickable {
            id: frame

            anchors.fill: parent
            anchors.topMargin: 12 * Theme.px
            anchors.bottomMargin: 10 * Theme.px
            visible: box.several
            contentHeight: edit.contentHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            function follow(at: rect): void {
                if (at.y < contentY)
                    contentY = at.y;
                else if (at.y + at.height > contentY + height)
                    contentY = at.y + at.height - height;
            }

            TextEdit {
                id: edit

                width: frame.width
                height: Math.max(frame.height, contentHeight)
                enabled: box.several
                activeFocusOnTab: box.several
                focus: box.several
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                font.family: Theme.family
                font.weight: Font.Medium
                font.pixelSize: Math.max(1, Math.round(box.letter * Theme.px))
                color: Theme.fieldText
                selectionColor: Theme.lantern
                selectedTextColor: Theme.night
                selectByMouse: true
                Accessible.name: box.name || box.placeholder
                onCursorRectangleChanged: frame.follow(cursorRectangle)
                onTextChanged: if (activeFocus)
                    box.typed(text)
                Keys.onPressed: event => {
                    // Tab goes on and Enter is done; Shift and Enter is a new line.
                    if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
                        const next = edit.nextItemInFocusChain(event.key === Qt.Key_Tab);
                        if (next)
                            next.forceActiveFocus(event.key === Qt.Key_Tab ? Qt.TabFocusReason : Qt.BacktabFocusReason);
                        event.accepted = true;
                    } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !(event.modifiers & Qt.ShiftModifier)) {
                        box.entered();
                        event.accepted = true;
                    }
                }
            }
        }
    }
    TapHandler {
        onTapped: box.begin()
    }
}
