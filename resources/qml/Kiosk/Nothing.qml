pragma ComponentBehavior: Bound

import QtQuick
import Theme

// There is nothing yet, and it is said over a picture of something about to open; what leads on may stand below.
Column {
    property alias text: said.text

    spacing: 4 * Theme.u

    Picture {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 60 * Theme.u
        height: 45 * Theme.u
        scene: "empty"
        corners: [Theme.r2]
    }
    Label {
        id: said

        Accessible.role: Accessible.Heading
        Accessible.name: text
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        step: "sub"
        bold: true
        color: Theme.title
        wrapMode: Text.Wrap
    }
}
