"""A kiosk that fills a screen nobody sees, in a process of its own; what it complains of is written down."""

import datetime as dt
import json
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from showcase.app import create_file, open_app
from showcase.catalogue.edits import add_media, add_room, add_session, add_topic, set_pictures
from showcase.kiosk.kiosk import Kiosk
from showcase.kiosk.options import Options
from showcase.kiosk.running import Running
from tests.benchmarks.racing import in_child
from tests.factories import make_organisation, make_product, picture_bytes

NOON = dt.datetime(2027, 12, 22, 5, 0, tzinfo=dt.UTC)
PIN = "482915"


def make_summit(path: Path) -> None:
    """Make an event with something on every page: topics, products, pictures, sessions, texts of all lengths."""
    create_file(path, ("vi", "en", "fr"), {"name.vi": "Hội nghị Đô thị Mẫu", "theme.vi": "Đô thị xanh và thông minh"})
    app = open_app(path)
    with app.transaction() as session:
        topics = "abcdefgh"
        for ref in topics:
            add_topic(session, {"ref": ref, "name": {"vi": f"Chủ đề {ref}", "en": f"Topic {ref}"}, "motif": "water"})
        pictures = [add_media(session, picture_bytes(colour=colour)) for colour in ("#0B5FA5", "#F2A900", "#17734B")]
        for number in range(24):
            owner = make_organisation(
                session,
                f"Công ty Đô thị thông minh số {number}",
                [("AB"[number % 2], f"{'AB'[number % 2]}{number}")] if number % 5 else [],
                name_en=f"Smart City Company {number}",
                kind=("company", "city", "university", "agency")[number % 4],
                seeking=[("investment", "pilots", "partners")[number % 3]],
                region=("Hà Nội", "Đà Nẵng", "Huế")[number % 3],
            )
            for place in range(number % 4 + 1):
                product = make_product(
                    session,
                    owner,
                    f"Giải pháp {number}.{place}",
                    name_en=f"Solution {number}.{place}" if place else "",
                    topics=[topics[(number + place) % 8]],
                    description={"vi": "Một câu dài về nước, đèn và đường. " * (3 ** (place + 1))},
                )
                set_pictures(session, product, [{"media_id": picture.id} for picture in pictures[: number % 4]])
        room = add_room(session, {"code": "H1", "name": {"vi": "Hội trường 1", "en": "Main hall"}})
        for hour in range(12):
            add_session(
                session,
                {
                    "title": {"vi": f"Phiên {hour}", "en": f"Session {hour}"},
                    "room_id": room,
                    "starts_at": NOON + dt.timedelta(hours=hour - 3),
                    "ends_at": NOON + dt.timedelta(hours=hour - 2),
                    "topics": [topics[hour % 8]],
                },
            )
    app.close()


class Complaints:
    """What Qt, QML, Python and the log had to say while a kiosk ran."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def note(self, line: str) -> None:
        """Write something down; the first hundred tell enough."""
        if len(self.lines) < 100:
            self.lines.append(line)

    def listen(self) -> None:
        """Hear everything from now on."""
        qInstallMessageHandler(self._on_message)
        sys.excepthook = self._on_exception
        sys.unraisablehook = lambda told: self.note(f"unraisable: {told.exc_value!r}")
        threading.excepthook = lambda told: self.note(f"thread: {told.exc_value!r}")
        handler = logging.Handler(logging.WARNING)
        handler.emit = lambda record: self.note(f"log: {record.getMessage()}")  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            self.note(f"Qt: {text}")

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del kind, trace
        self.note(f"exception: {error!r}")


class Clock:
    """Time that passes when somebody says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Stage:
    """A running kiosk and what is seen of it from outside."""

    def __init__(self, event: Path, complaints: Complaints) -> None:
        self.clock = Clock()
        self.app = QGuiApplication.instance() or QGuiApplication([])
        self.kiosk = Kiosk(
            event,
            Options(language="en", still=True),
            clock=self.clock,
            now=lambda: NOON + dt.timedelta(seconds=self.clock.seconds),
        )
        self.kiosk.broken.connect(lambda error: complaints.note(f"broken: {error!r}"))
        self.running = Running(self.kiosk)
        self.window: QQuickWindow = self.running.window

    @cached_property
    def loaders(self) -> list[QQuickItem]:
        """What loads whole pages and stays; it is there when the first picture stands."""
        stage = self.window.property("stage")
        assert isinstance(stage, QQuickItem)
        return list(_loaders(stage))

    def turn(self, times: int = 1) -> None:
        """Let Qt do what there is to do, deleting included."""
        for _ in range(times):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.turn()
        while self.kiosk.tasks.busy_at_all:
            time.sleep(0.0005)  # the threads that read have Python meanwhile
            self.turn()
        self.turn(2)

    def shown(self) -> set[str]:
        """Return the names of the QML files that are on the screen as whole pages."""
        found = set()
        for loader in self.loaders:
            item = loader.property("item")
            if isinstance(item, QQuickItem) and item.width() > 0 and item.height() > 0:
                found.add(str(item.metaObject().className()).partition("_QML")[0])
        return found

    def awaited(self) -> str:
        """Return the name of the page that has to be on the screen."""
        if not self.kiosk.property("awake"):
            return "AttractScene"
        return str(self.kiosk.visiting().property("file")).removesuffix(".qml")


def _loaders(root: QQuickItem) -> Iterator[QQuickItem]:
    """Give what loads whole pages and stays; what a page loads for itself goes with it."""
    if root.inherits("QQuickLoader"):
        yield root
        return
    for child in root.childItems():
        yield from _loaders(child)


def played(trial: str, *args: object, width: int = 540, height: int = 960) -> Any:
    """Return what a trial prints when it plays on a new event in a process of its own, on a screen of that size."""
    with tempfile.TemporaryDirectory(prefix="showcase-torture-") as home:
        event, screen = Path(home) / "summit.showcase", Path(home) / "screen.json"
        make_summit(event)
        screen.write_text(json.dumps({"screens": [{"name": "hall", "width": width, "height": height}]}))
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        environment = {**dict.fromkeys(names, home), "QT_QUICK_BACKEND": "software"}
        environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        return in_child(f"../torture/{trial}", str(event), *map(str, args), environment=environment)


def say(told: dict[str, Any]) -> None:
    """Print what came of it, and end without tidying up what may be broken."""
    print(json.dumps(told), flush=True)
    sys.stdout.flush()
    os._exit(0)
