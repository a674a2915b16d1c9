"""A visit to the kiosk on a real screen, by real touches and keys of X11; test_kiosk_walks.py runs it as a process.

It starts with the loop that invites and ends when the visit is forgotten. What it finds it writes as JSON for the test
to judge. The canary is typed on the keyboard of the screen and on a real one; afterwards everything that this process
still holds is looked through for it. Its letters stand here backwards, so that the walk itself holds it nowhere.
"""

import datetime as dt
import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQuick import QQuickItem

from showcase.kiosk.kiosk import Kiosk
from showcase.kiosk.options import Options
from showcase.kiosk.running import Running
from tests.fixtures_kiosk import Clock, comes, shows, targets, visit_of
from tests.kiosk_looks import faults, seen, settle
from tests.pausing import pause

NOON: Final = dt.datetime(2027, 12, 22, 5, 0, tzinfo=dt.UTC)
CANARY_BACKWARDS: Final = "wvqzyrana"
"""No word of any language, in letters that Telex leaves alone."""


def plain(text: str) -> str:
    """Return a text without what holds its words together in a line."""
    return text.replace("\u00a0", " ")


class Walk:
    """The kiosk, a finger and a keyboard.

    Args:
        event: the event file.
        screen: where the server keeps the pixels of the screen.
        folder: where pictures of it go.
    """

    def __init__(self, event: Path, screen: Path, folder: Path) -> None:
        self.screen, self.folder = screen, folder
        self.clock = Clock()
        self.app = QGuiApplication(["showcase"])
        self.kiosk = Kiosk(event, Options(language="en", still=True), clock=self.clock, now=lambda: NOON)
        self.running = Running(self.kiosk)
        self.broken: list[str] = []
        self.faults: dict[str, list[str]] = {}
        self.kiosk.broken.connect(lambda error: self.broken.append(repr(error)))
        self.running.show()
        assert comes(lambda: self.kiosk.content.record is not None)
        self.settle()
        self.clock.seconds += 10
        self.kiosk.tick()  # it goes over to a copy of its own
        self.settle()

    def settle(self) -> None:
        """Wait until the screen has come to rest."""
        settle(self.running)

    def touch(self, name: str) -> None:
        """Touch something with the finger of the server."""
        assert comes(lambda: name in targets(self.running)), f"{name} is not among {set(targets(self.running))}"
        item = targets(self.running)[name]
        at = item.mapToGlobal(QPointF(item.width() / 2, item.height() / 2))
        self.hand("mousemove", str(round(at.x())), str(round(at.y())), "click", "1")

    def first(self, beginning: str) -> None:
        """Touch the first thing whose name begins so, whatever holds its words together."""

        def named() -> list[str]:
            return [name for name in targets(self.running) if plain(name).startswith(beginning)]

        assert comes(lambda: bool(named()))
        self.touch(named()[0])

    def hand(self, *words: str) -> None:
        """Move, press and type as xdotool is told to; the program hears it from the server."""
        subprocess.run(["xdotool", *words], check=True)
        self.settle()

    def type(self, text: Iterable[str]) -> None:
        """Touch keys of the keyboard on the screen."""
        for letter in text:
            self.touch("dấu cách" if letter == " " else letter)

    def look(self, name: str) -> None:
        """Keep what the screen of the server shows, and what is wrong with it."""
        self.settle()
        pause(60)
        (self.folder / f"{name}.xwd").write_bytes(self.screen.read_bytes())
        if not self.kiosk.property("warns"):  # what lies under the warning is covered by it
            self.faults[name] = faults(self.running)


def held(walk: Walk, is_it: Callable[[str], bool]) -> list[str]:
    """Return where this process still holds a text: screen, clipboard, objects of Qt, objects of Python."""
    found = [f"the {name}" for name, text in _clipboards() if is_it(text)]
    for one in (walk.running.window, *walk.running.window.findChildren(QObject), *walk.kiosk.findChildren(QObject)):
        found += [f"{one.metaObject().className()}.{name}" for name, text in _properties(one) if is_it(text)]
    for item in _items(walk.running.window.contentItem()):
        found += [f"{item.metaObject().className()}.{name}" for name, text in _properties(item) if is_it(text)]
    gc.collect()
    found += [f"a {type(one).__name__} of Python" for one in gc.get_objects() if any(map(is_it, _strings(one)))]
    return sorted(set(found))


def _clipboards() -> Iterator[tuple[str, str]]:
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield str(mode), clipboard.text(mode)


def _items(root: QQuickItem) -> Iterator[QQuickItem]:
    """Yield every item, whether it is shown or not."""
    yield root
    for child in root.childItems():
        yield from _items(child)


def _properties(one: QObject) -> Iterator[tuple[str, str]]:
    meta = one.metaObject()
    for at in range(meta.propertyCount()):
        kind = str(meta.property(at).typeName())
        if kind in {"QString", "QVariantMap", "QVariantList", "QVariant", "QUrl"}:
            yield str(meta.property(at).name()), str(one.property(str(meta.property(at).name())))
    for name in one.dynamicPropertyNames():
        text = bytes(name.data()).decode()
        with suppress(RuntimeError):  # what Qt keeps for itself is of a kind that Python does not know
            yield text, str(one.property(text))


def _strings(one: object) -> Iterator[str]:
    if isinstance(one, Mapping):
        for key, value in list(one.items()):
            yield from (text for text in (key, value) if isinstance(text, str))
    elif isinstance(one, list | tuple | set | frozenset):
        yield from (text for text in list(one) if isinstance(text, str))


def main(event: Path, screen: Path, folder: Path) -> None:
    """Walk, and say what came of it."""
    walk = Walk(event, screen, folder)
    said: dict[str, Any] = {}
    walk.look("attract")
    middle = walk.running.window.width() // 2
    walk.hand("mousemove", str(middle), "400", "click", "1")
    said["woken"] = [visit_of(walk.running).page, walk.kiosk.words_.spoken]
    walk.touch("Tiếng Việt")
    said["language"] = walk.kiosk.words_.spoken
    walk.look("home")
    walk.touch("Tìm")
    walk.type("do thi thong minh")
    walk.look("results")
    said["typed"] = visit_of(walk.running).typed
    said["found"] = [plain(row["title"]) for row in visit_of(walk.running).model.rows]
    walk.first("Nền tảng đô thị thông minh")
    walk.look("product")
    said["product"] = plain(visit_of(walk.running).model.told["title"])
    walk.first("Gian hàng")
    walk.look("way")
    said["way"] = [visit_of(walk.running).page, visit_of(walk.running).model.mode]
    said["steps"] = [str(one["text"]) for one in seen(walk.running)["texts"]]
    walk.touch("Về trang chi tiết")
    walk.touch("Lưu vào\ndanh sách")
    walk.touch("Danh sách")
    walk.look("list")
    said["list"] = visit_of(walk.running).model.take
    walk.touch("Tìm")
    walk.touch("Xoá hết")
    walk.type(reversed(CANARY_BACKWARDS))
    walk.hand("type", "--delay", "20", " " + CANARY_BACKWARDS[::-1])
    walk.hand("key", "--delay", "20", "ctrl+a", "ctrl+c", "ctrl+x", "Return")
    walk.hand("mousemove", str(middle), "300", "click", "--repeat", "3", "1", "click", "2", "click", "3")
    walk.look("canary")

    def is_it(text: str) -> bool:
        return CANARY_BACKWARDS in text[::-1]

    said["held_while_typing"] = held(walk, is_it)
    walk.clock.seconds += 121
    walk.kiosk.tick()
    said["warned"] = walk.kiosk.property("warns")
    walk.look("warning")
    walk.clock.seconds += 20
    walk.kiosk.tick()
    walk.look("wiped")
    said["wiped"] = not walk.kiosk.property("awake") and shows(walk.running, "Touch to explore")
    walk.running.engine.collectGarbage()
    walk.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    walk.kiosk.keeping.flush()
    walk.settle()
    said["held_after"] = held(walk, is_it)
    said["full_screen"] = walk.running.window.geometry() == walk.running.window.screen().geometry()
    said["faults"] = {name: found for name, found in walk.faults.items() if found}
    said["broken"] = walk.broken
    walk.running.close()
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
