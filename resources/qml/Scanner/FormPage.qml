import QtQuick
import Showcase

FocusScope {
    required property Scanner scanner
}
