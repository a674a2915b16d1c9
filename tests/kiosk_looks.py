"""Judges a screen of the kiosk by numbers: what overlaps, runs out of the screen, or could not be loaded."""

import itertools
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QCoreApplication, QEvent, QMetaObject, QRectF, QUrl
from PySide6.QtQml import QQmlComponent

from showcase.kiosk.running import Running
from tests.fixtures_kiosk import comes
from tests.pausing import pause

_AIR: Final = 0.15
"""Part of a line that has no ink above and below: capitals are 0.74 of the size, and lines 1.1 of it and more."""
_LOADING, _BROKEN = 2, 3
"""Image.Loading, Image.Error"""
# Python has no word for the enumerations of Qt Quick, so QML looks: at each text where its ink is, cut to what can be
# seen of it, and at each picture how far it has come.
_EYE: Final = b"""
import QtQuick

QtObject {
    function look(root: Item, awake: bool, warns: bool): var {
        const texts = [], pictures = [];
        let moves = false;
        function walk(item, clip) {
            // A page that is on its way can be touched when it has come, and when the loop that invites is gone.
            if (item instanceof Loader && item.visible && awake && item.item?.woken)
                moves = true;
            if (item instanceof Loader && item.visible && (item.opacity < 1 || !(item.enabled || warns)))
                moves = true;
            if (!item.visible || item.opacity === 0)
                return;
            if (item.clip) {
                const own = item.mapToItem(root, 0, 0, item.width, item.height);
                clip = {
                    left: Math.max(clip.left, own.x), right: Math.min(clip.right, own.x + own.width),
                    top: Math.max(clip.top, own.y), low: Math.min(clip.low, own.y + own.height), own: true
                };
            }
            if (item instanceof Image && item.source.toString())
                pictures.push({source: item.source.toString(), status: item.status});
            if (item instanceof Text && item.text.trim()) {
                const width = item.contentWidth, height = item.contentHeight;
                const side = item.effectiveHorizontalAlignment, up = item.verticalAlignment;
                const spare = item.width - width, above = item.height - height;
                const x = side === Text.AlignRight ? spare : side === Text.AlignHCenter ? spare / 2 : 0;
                const y = up === Text.AlignBottom ? above : up === Text.AlignVCenter ? above / 2 : item.topPadding;
                const box = item.mapToItem(root, x, y, width, height);
                let left = box.x, top = box.y, right = box.x + box.width, low = box.y + box.height;
                if (clip.own) {
                    left = Math.max(left, clip.left); right = Math.min(right, clip.right);
                    top = Math.max(top, clip.top); low = Math.min(low, clip.low);
                }
                if (right > left && low > top)
                    texts.push({
                        text: item.text, box: [left, top, right - left, low - top],
                        line: box.height / Math.max(1, item.lineCount), size: item.font.pixelSize
                    });
            }
            for (const child of item.children)
                walk(child, clip);
        }
        walk(root, {left: 0, top: 0, right: root.width, low: root.height, own: false});
        return {texts: texts, pictures: pictures, moves: moves};
    }
}
"""


def seen(running: Running) -> dict[str, Any]:
    """Return the texts and the pictures that are on the screen, and whether a page is still on its way."""
    component = QQmlComponent(running.engine)
    component.setData(_EYE, QUrl())
    eye = component.create()
    assert eye is not None, component.errorString()
    told = QMetaObject.invokeMethod(
        eye,
        "look",
        Q_RETURN_ARG("QVariant"),
        Q_ARG("QQuickItem*", running.window.contentItem()),
        Q_ARG(bool, running.kiosk.property("awake")),
        Q_ARG(bool, running.kiosk.property("warns")),
    )
    eye.deleteLater()
    found = told.toVariant() if hasattr(told, "toVariant") else told
    assert isinstance(found, dict)
    return found


def settle(running: Running) -> None:
    """Wait until nothing is read and no picture is loaded any more."""

    def rests() -> bool:
        told = seen(running)
        loading = any(one["status"] == _LOADING for one in told["pictures"])
        return not (loading or told["moves"] or running.kiosk.tasks.busy_at_all)

    assert comes(lambda: not running.kiosk.tasks.busy_at_all)
    pause(1)
    assert comes(rests)
    pause(30)
    running.window.grabWindow()  # what came last is placed with the next picture
    assert comes(rests)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def faults(running: Running) -> list[str]:
    """Say what is not as it should be on the screen."""
    told = seen(running)
    found = [f"{one['source']} is broken" for one in told["pictures"] if one["status"] == _BROKEN]
    texts = [(one["text"], _ink(one)) for one in told["texts"]]
    screen = QRectF(0, 0, running.window.width(), running.window.height()).adjusted(-1, -1, 1, 1)
    found += [f"{text[:60]!r} runs out of the screen: {ink}" for text, ink in texts if not screen.contains(ink)]
    for (text, ink), (other, ink_of_other) in itertools.combinations(texts, 2):
        common = ink.intersected(ink_of_other)
        if common.width() > 2 and common.height() > 2:
            found.append(f"{text[:60]!r} lies on {other[:60]!r}")
    return found


def _ink(told: dict[str, Any]) -> QRectF:
    x, y, width, height = told["box"]
    air = _AIR * told["line"]
    return QRectF(x, y + air, width, height - 2 * air)


def picture(running: Running, file: Path) -> int:
    """Keep a picture of the screen for people to look at; return how many colours a coarse one has."""
    image = running.window.grabWindow()
    file.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(file))
    small = image.scaled(40, 40)
    return len({small.pixel(x, y) for x in range(40) for y in range(40)})
