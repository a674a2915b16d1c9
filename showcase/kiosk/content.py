"""The event the kiosk shows: read off the GUI thread from a copy, and kept as it was when a newer one cannot be opened.

A file that somebody copies over the one that is open, pulls out or locks must not reach the visitor who reads it. So
the first picture has the event as it lies there, and between two visits the kiosk goes over to a copy of its own. The
last good one also stands in when the kiosk starts and the event cannot be opened.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from showcase.errors import FileError, UserError
from showcase.messages import sentence
from showcase.paths import cache_folder
from showcase.qt.tasks import Task, Tasks

if TYPE_CHECKING:  # an open event pulls in SQLAlchemy, which the first picture must not wait for
    from showcase.app import App
    from showcase.catalogue.glance import Glance
    from showcase.catalogue.records import EventRecord

T = TypeVar("T")
AGAIN_S: Final = 5.0
"""How long to wait before a file that could not be opened is tried again."""
_SHARE: Final = 20
"""A copy is made again after this many times as long as it took, so that somebody who writes all day costs little."""
_log = logging.getLogger(__name__)


class _Opened(NamedTuple):
    """An event that was opened, which state of its file that was, and why the file itself could not be had."""

    app: App
    record: EventRecord
    seen: tuple[int, ...]
    lacked: UserError | None = None


class Content(QObject):
    """The event and its record.

    Args:
        path: the event file.
        tasks: to read in.
        station: which screen of this machine it is; each has a copy of its own.
        clock: seconds that only ever grow.

    Attributes:
        is_held: somebody reads, and is not to see the event change under their eyes.

    Signals:
        glanced: what the event says at once is known, as a `Glance`; it is not open yet.
        ready: an event is open, or what it holds is other.
    """

    glanced = Signal(object)
    ready = Signal()

    def __init__(
        self,
        path: Path | None,
        tasks: Tasks,
        parent: QObject | None = None,
        *,
        station: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.app: App | None = None
        self.record: EventRecord | None = None
        self._former: App | None = None
        self._tasks = tasks
        self._station = station
        self._clock = clock
        self._seen: tuple[int, ...] = ()
        self._told = ""
        self._is_opening = self._has_glanced = False
        self._waiting: _Opened | None = None
        self.is_held = False
        self._began = self._again_at = float("-inf")

    def look(self) -> None:
        """Open the event, or copy it anew when the file is another one or was written to."""
        path, now = self.path, self._clock()
        if self._waiting is not None and not self.is_held:
            self._take(self._waiting)
        if path is None or self._is_opening or now < self._again_at:
            return
        if self.app is not None and _state(path) == self._seen:
            return
        if not self._has_glanced:
            self._has_glanced = self._is_opening = True
            self._tasks.run(lambda _progress: _glance(path), self._on_glance, quiet=True)
            return
        self._is_opening, self._began, self._again_at = True, now, now + AGAIN_S
        if self._former is not None:
            self._former.close()
            self._former = None
        copy, is_first = self._copy(path), self.app is None
        task = self._tasks.run(
            lambda _progress: _open_first(path, copy) if is_first else _open_copy(path, copy),
            self._on_opened,
            failed=self._tell,
            quiet=True,
        )
        task.ended.connect(self._on_ended)

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

        return self._tasks.run(read, answer, failed=self._tell, quiet=True)

    def close(self) -> None:
        """Put the event away; the tasks have ended. The copy stays for the next start."""
        for app in (self.app, self._former, self._waiting.app if self._waiting else None):
            if app is not None:
                app.close()
        self.app = self._former = self._waiting = None

    def _copy(self, path: Path) -> Path:
        """Return where a copy comes to stand: of two places the one that is not being read."""
        mark = hashlib.sha256(f"{path.absolute()}\n{self._station}".encode()).hexdigest()[:16]
        places = [cache_folder() / "kiosk" / f"event-{mark}-{turn}.showcase" for turn in "ab"]
        is_read = self.app is not None and self.app.database.path == places[0]
        return places[1] if is_read else places[0]

    @Slot()
    def _on_ended(self) -> None:
        self._is_opening = False

    def _on_glance(self, seen: Glance | None) -> None:
        """Say what is known at once, then open the event."""
        self._is_opening = False
        if seen is not None:
            self.record = seen.event
            self.glanced.emit(seen)
        self.look()

    def _on_opened(self, opened: _Opened) -> None:
        """Take what was opened; while somebody reads, when they have gone."""
        if self.is_held and self.app is not None:
            self._waiting = opened
        else:
            self._take(opened)

    def _take(self, opened: _Opened) -> None:
        # Somebody may be about to read from the one of now: it is put away when the next is made.
        self._former, self.app, self._waiting = self.app, opened.app, None
        self.record, self._seen = opened.record, opened.seen
        if opened.lacked:
            self._tell(opened.lacked)
        else:
            self._told = ""
            self._again_at = self._clock() + (_SHARE * (self._clock() - self._began) if opened.seen else 0)
        self.ready.emit()

    def _tell(self, error: UserError) -> None:
        """Write down what lacked, once: who looks after the screen reads it in the log."""
        words = sentence(error, "en")
        if words != self._told:
            self._told = words
            _log.error("%s", words)


def _glance(path: Path) -> Glance | None:
    from showcase.catalogue.glance import glance

    return glance(path)


def _open_first(path: Path, copy: Path) -> _Opened:
    """Open the event as it lies there, which is fastest; else the newest copy of an earlier start."""
    from showcase.app import open_app

    try:
        return _opened(open_app(path, read_only=True), ())
    except FileError as error:
        copies = copy.parent.glob(f"{copy.stem[:-1]}?.showcase")
        for kept in sorted(copies, key=lambda file: file.stat().st_mtime_ns, reverse=True):
            try:
                return _opened(open_app(kept, read_only=True), (), error)
            except FileError:
                continue
        raise


def _open_copy(path: Path, copy: Path) -> _Opened:
    """Copy the event and open the copy. One that was written over meanwhile is seen as other, and copied again."""
    from showcase.app import open_copy

    seen = _state(path)
    return _opened(open_copy(path, copy), seen)


def _opened(app: App, seen: tuple[int, ...], lacked: UserError | None = None) -> _Opened:
    from showcase.catalogue.queries import get_event

    try:
        with app.reading() as session:
            return _Opened(app, get_event(session), seen, lacked)
    except BaseException:
        app.close()
        raise


def _state(path: Path) -> tuple[int, ...]:
    """Return what tells one state of a file from another: which file, when written, how long, and its journal.

    An empty journal says nothing: whoever opens the file makes one.
    """
    found: list[int] = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            stat = file.stat()
        except OSError:
            found += [0]
        else:
            found += [stat.st_ino, stat.st_mtime_ns, stat.st_size] if stat.st_size else [0]
    return tuple(found)
