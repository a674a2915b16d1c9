"""The event the kiosk shows: read off the GUI thread, and kept as it was when a newer one cannot be opened."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from showcase.errors import UserError
from showcase.messages import sentence
from showcase.qt.tasks import Task, Tasks

if TYPE_CHECKING:  # an open event pulls in SQLAlchemy, which the first picture must not wait for
    from showcase.app import App
    from showcase.catalogue.records import EventRecord

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Content(QObject):
    """The event and its record.

    Signals:
        ready: an event is open, or what it holds is other.
    """

    ready = Signal()

    def __init__(self, path: Path | None, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.app: App | None = None
        self.record: EventRecord | None = None
        self._tasks = tasks
        self._seen: tuple[int, ...] = ()
        self._told = ""
        self._is_opening = False

    def look(self) -> None:
        """Open the event, or open it anew when the file is another one or was written to; only between two visits."""
        path = self.path
        if path is None or self._is_opening or (self.app is not None and _state(path) == self._seen):
            return
        self._is_opening = True
        self._tasks.run(lambda _progress: _open(path), self._on_opened, failed=self._on_failed, quiet=True)

    def read(self, work: Callable[[Any], T], answer: Callable[[T], object]) -> Task[T] | None:
        """Call `work` with a session off the GUI thread and give what it returns to `answer`; nothing without an event.

        What cannot be read is logged, and the page stays as it is.
        """
        app = self.app
        if app is None:
            return None

        def read(_progress: object) -> T:
            with app.reading() as session:
                return work(session)

        return self._tasks.run(read, answer, failed=self._on_failed, quiet=True)

    def close(self) -> None:
        """Put the event away; the tasks have ended."""
        if self.app is not None:
            self.app.close()
            self.app = None

    def _on_opened(self, opened: tuple[App, EventRecord, tuple[int, ...]]) -> None:
        former = self.app
        self.app, self.record, self._seen = opened
        self._is_opening = False
        self._told = ""
        if former is not None:
            former.close()
        self.ready.emit()

    def _on_failed(self, error: UserError) -> None:
        """Go on with what is there; whoever looks after the screen reads in the log what it lacked, once."""
        self._is_opening = False
        words = sentence(error, "en")
        if words != self._told:
            self._told = words
            _log.error("%s", words)


def _open(path: Path) -> tuple[App, EventRecord, tuple[int, ...]]:
    from showcase.app import open_app
    from showcase.catalogue.queries import get_event

    seen = _state(path)
    app = open_app(path, read_only=True)
    try:
        with app.reading() as session:
            return app, get_event(session), seen
    except BaseException:
        app.close()
        raise


def _state(path: Path) -> tuple[int, ...]:
    """Return what tells one state of a file from another: which file, when written, how long, and its journal."""
    found: list[int] = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            stat = file.stat()
        except OSError:
            found += [0]
        else:
            found += [stat.st_ino, stat.st_mtime_ns, stat.st_size]
    return tuple(found)
