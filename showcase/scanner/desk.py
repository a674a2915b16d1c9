"""The station's file at work off the GUI thread: what is asked of it is answered when it is on disk.

A glance at the file says what it is and that it can be written; from then on scans are taken, in their order. What
judges and commits them is loaded behind that, in the lane of writes: only a scan in that very moment waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from showcase.errors import FileError, UserError
from showcase.leads.glance import SETTINGS, Glance, glance
from showcase.qt.tasks import Task, Tasks

if TYPE_CHECKING:  # the database takes longer to load than the window, and neither picture nor "ready" needs it
    from showcase.leads.capture import Capture
    from showcase.leads.clock import Ticker
    from showcase.leads.records import StationInfo
    from showcase.leads.station import Station

T = TypeVar("T")


class Desk(QObject):
    """One station.

    Attributes:
        info: what the station is, once scans are taken.
        capture: what judges and commits, once it is loaded.
        station: its open file, once it is loaded.

    Signals:
        ready: scans are taken.
        loaded: what judges and commits them is there.
        refused: its file cannot be used; a UserError.
        saved: something was committed, or the file took what it had refused before.
        unsaved: something could not be written; a UserError.
        wrong: somebody asked for what cannot be; a UserError.
    """

    ready = Signal()
    loaded = Signal()
    refused = Signal(object)
    saved = Signal()
    unsaved = Signal(object)
    wrong = Signal(object)

    def __init__(
        self, path: Path, tasks: Tasks, *, practice: bool = False, ticker: Ticker | None = None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._tasks = tasks
        self._practice = practice
        self._ticker = ticker
        self._is_opening = False
        self._in_lane: tuple[Station, Capture, dict[str, Any]] | None = None
        self.settings: dict[str, Any] = {}
        self.info: StationInfo | None = None
        self.station: Station | None = None
        self.capture: Capture | None = None

    @Slot()
    def open(self) -> None:
        """Open the file, in practice one beside it in which nothing counts."""
        if self.info is not None or self._is_opening:
            return
        self._is_opening = True
        if self._practice:  # its file is made first
            self._load()
        else:
            self._tasks.run(
                lambda _progress: glance(self._path, writes=True),
                self._on_glanced,
                lane="write",
                failed=self._on_refused,
            )

    @property
    def staff(self) -> str:
        """Who scans now, "" where nobody said."""
        return str(self.settings.get("me", ""))

    def write(
        self,
        work: Callable[[Capture], T],
        answer: Callable[[T], object],
        failed: Callable[[UserError], object] | None = None,
    ) -> Task[T] | None:
        """Have something noted, and answer when it is on disk. What was asked is done even when the window closes.

        Args:
            work: what to do.
            answer: hears what it returned.
            failed: hears a UserError in place of `unsaved` and `wrong`.
        """
        if self.info is None:
            return None

        def done(result: T) -> None:
            answer(result)
            self.saved.emit()

        return self._tasks.run(
            lambda _progress: work(self._opened()[1]), done, lane="write", failed=failed or self._on_failed, kept=True
        )

    def read(
        self,
        work: Callable[[Capture], T],
        answer: Callable[[T], object],
        failed: Callable[[UserError], object] | None = None,
    ) -> Task[T] | None:
        """Ask for something; a scan never waits for it.

        Args:
            work: what to ask.
            answer: hears what it returned.
            failed: hears a UserError in place of `unsaved` and `wrong`.
        """
        if self.info is None:
            return None
        capture = self.capture
        return self._tasks.run(
            lambda _progress: work(capture or self._opened()[1]),
            answer,
            lane="work" if capture else "write",  # behind what loads it
            failed=failed or self._on_failed,
            quiet=True,
        )

    def remember(self, **values: object) -> None:
        """Keep settings of this screen: language, sound, light."""
        self.settings |= values
        if self.info is not None:
            kept = dict(self.settings)
            self._tasks.run(
                lambda _progress: _keep(self._opened()[0], kept),
                lambda _none: None,
                lane="write",
                failed=self._on_failed,
            )

    def close(self) -> None:
        """Put the file away; the tasks have ended."""
        if self._in_lane is not None:
            self._in_lane[0].close()
        self._in_lane = self.info = self.station = self.capture = None

    def _load(self) -> None:
        """Have what judges and commits loaded before it is needed."""
        self._tasks.run(lambda _progress: self._opened(), self._on_loaded, lane="write", failed=self._on_refused)

    def _opened(self) -> tuple[Station, Capture, dict[str, Any]]:
        """Return the open file and what works on it; in the lane of writes, which is one thread."""
        if self._in_lane is None:
            self._in_lane = self._open_whole()
        return self._in_lane

    def _open_whole(self) -> tuple[Station, Capture, dict[str, Any]]:
        from showcase.leads.capture import Capture
        from showcase.leads.station import begin_practice, open_station
        from showcase.visits.kept import recall

        station = open_station(self._path)
        if self._practice:
            with closing(station):
                practice = begin_practice(station)
            station = practice
        try:
            with station.reading() as session:
                settings = recall(session, SETTINGS) or {}
            return station, Capture(station, ticker=self._ticker), dict(settings)
        except BaseException:
            station.close()
            raise

    @Slot(object)
    def _on_glanced(self, seen: Glance) -> None:
        self._begin(seen.info, dict(seen.settings))
        self._load()

    def _on_loaded(self, opened: tuple[Station, Capture, dict[str, Any]]) -> None:
        self.station, self.capture, settings = opened
        if self.info is None:
            self._begin(self.station.info, settings)
        self.loaded.emit()

    def _begin(self, info: StationInfo, settings: dict[str, Any]) -> None:
        self._is_opening = False
        self.info = info
        self.settings = {**settings, **self.settings}
        self.ready.emit()

    def _on_refused(self, error: UserError) -> None:
        self._is_opening = False
        self.info = None
        self.refused.emit(error)

    def _on_failed(self, error: UserError) -> None:
        (self.unsaved if isinstance(error, FileError) else self.wrong).emit(error)


def _keep(station: Station, settings: dict[str, Any]) -> None:
    from showcase.visits.kept import keep

    with station.transaction() as session:
        keep(session, SETTINGS, settings)
