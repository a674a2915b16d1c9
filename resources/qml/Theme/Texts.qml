pragma Singleton

import QtQuick
import Showcase

// What is written on the screen, said again when the language is another one.
QtObject {
    property Words source: null

    function say(key: string, params: var): string {
        return source ? source.told(source.language, key, params ?? {}) : "";
    }
}
