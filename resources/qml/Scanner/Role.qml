pragma ComponentBehavior: Bound

import QtQuick
import Theme

// A square label with the shape and the word of a role: it is read, not touched.
Rectangle {
    id: role

    property string word: ""
    property string shape: ""

    visible: word !== ""
    implicitWidth: row.implicitWidth + 38 * Theme.px
    implicitHeight: 52 * Theme.px
    color: Theme.paper

    Row {
        id: row

        x: 16 * Theme.px
        anchors.verticalCenter: parent.verticalCenter
        spacing: 14 * Theme.px

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: role.shape ? "role-" + role.shape : ""
            ink: Theme.leaf
            size: 32 * Theme.px
        }
        Line {
            anchors.verticalCenter: parent.verticalCenter
            text: role.word
            high: 24
            bold: true
            color: Theme.forest
        }
    }
}
