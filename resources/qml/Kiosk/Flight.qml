pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A picture on its way: from a card to the stage of the page the card opens, and back to the same card.
Item {
    id: flight

    property Item stage: null // where it goes, or came from
    property Image cover: null // what the stage shows
    property rect card: Qt.rect(0, 0, 0, 0)
    property rect past: Qt.rect(0, 0, 0, 0) // where the stage was that is gone
    property real part: 0 // 0 is the card, 1 the stage

    readonly property rect end: {
        if (!stage)
            return past;
        const at = stage.parent ? stage.parent.mapToItem(flight.parent, stage.x, stage.y) : Qt.point(0, 0);
        return Qt.rect(at.x, at.y, stage.width, stage.height);
    }

    // The picture grows to the stage of a page that has just been loaded.
    function grow(from: rect, source: url, pageStage: Item, pageCover: Image): void {
        card = from;
        small.source = source;
        large.source = "";
        cover = pageCover;
        stage = pageStage;
        hold.restart();
        growing.restart();
    }

    // The picture of a stage goes back to its card; the stage may be gone before it is there.
    function shrink(to: rect, source: url): void {
        card = to;
        past = end;
        large.source = cover?.source ?? "";
        large.sourceSize = cover?.sourceSize ?? Qt.size(0, 0);
        small.source = source;
        stage = null;
        cover = null;
        hold.stop();
        shrinking.restart();
    }

    visible: growing.running || shrinking.running || hold.running
    clip: true
    x: card.x + (end.x - card.x) * part
    y: card.y + (end.y - card.y) * part
    width: card.width + (end.width - card.width) * part
    height: card.height + (end.height - card.height) * part

    component Fitted: Image {
        anchors.fill: parent
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        Accessible.ignored: true
    }

    Fitted {
        id: small
    }
    Fitted {
        id: large
    }
    Binding {
        target: large
        property: "source"
        value: flight.cover?.source ?? ""
        when: flight.cover !== null
        restoreMode: Binding.RestoreNone
    }
    Binding {
        target: large
        property: "sourceSize"
        value: flight.cover?.sourceSize ?? Qt.size(0, 0)
        when: flight.cover !== null
        restoreMode: Binding.RestoreNone
    }
    Binding {
        target: flight.cover
        property: "opacity"
        value: flight.visible ? 0 : 1 // it is not seen twice
        when: flight.cover !== null
    }
    NumberAnimation {
        id: growing

        target: flight
        property: "part"
        from: 0
        to: 1
        duration: Theme.card_
        easing.type: Easing.InOutCubic
        onFinished: if (flight.cover?.status !== Image.Loading)
            hold.stop()
    }
    NumberAnimation {
        id: shrinking

        target: flight
        property: "part"
        from: 1
        to: 0
        duration: Theme.back
        easing.type: Easing.OutCubic
    }
    Timer {
        id: hold // until the stage has painted its own

        interval: Theme.card_ + 300
    }
}
