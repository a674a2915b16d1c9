pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A value between two buttons; held down they go on by themselves.
Item {
    id: stepper

    property string value: ""
    property string title: ""
    property string less: ""
    property string more: ""
    property string step: "title"

    signal moved(int by)

    implicitHeight: 11 * Theme.u

    component Step: RoundButton {
        anchors.verticalCenter: parent?.verticalCenter
        implicitWidth: 11 * Theme.u
        rest: Theme.quietTile
        autoRepeat: true
        autoRepeatDelay: 500
        autoRepeatInterval: 60
    }

    Step {
        anchors.left: parent.left
        icon_: "minus"
        text: stepper.less
        onClicked: stepper.moved(-1)
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 24 * Theme.u

        Label {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: stepper.title
            step: "note"
            color: Theme.quiet
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: stepper.value
            step: stepper.step
            bold: true
            color: Theme.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 8
        }
    }
    Step {
        anchors.right: parent.right
        icon_: "plus"
        text: stepper.more
        onClicked: stepper.moved(1)
    }
}
