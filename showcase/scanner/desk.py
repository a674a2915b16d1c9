"""The station's file at work off the GUI thread: what is asked of it is answered when it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from showcase.errors import FileError, UserError
from showcase.qt.tasks import Task, Tasks

if TYPE_CHECKING:  # the database takes as long to load as the window, and the first picture needs none of it
    from showcase.leads.capture import Capture
    from showcase.leads.clock import Ticker
    from showcase.leads.records import StationInfo
    from showcase.leads.station import Station

T = TypeVar("T")
_SETTINGS: Final = "settings"


class Desk(QObject):
    """One station.

    Signals:
        ready: its file is open, and scans can be noted.
        refused: its file cannot be used; a UserError.
        saved: something was committed, or the file took what it had refused before.
        unsaved: something could not be written; a UserError.
        wrong: somebody asked for what cannot be; a UserError.
    """

    ready = Signal()
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
        self.settings: dict[str, Any] = {}
        self.station: Station | None = None
        self.capture: Capture | None = None

    @Slot()
    def open(self) -> None:
        """Open the file, in practice one beside it in which nothing counts."""
        if self.capture is not None or self._is_opening:
            return
        self._is_opening = True
        self._tasks.run(lambda _progress: self._opened(), self._on_opened, lane="write", failed=self._on_refused)

    @property
    def info(self) -> StationInfo | None:
        """What the station is, once its file is open."""
        return self.station.info if self.station is not None else None

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
        capture = self.capture
        if capture is None:
            return None

        def done(result: T) -> None:
            answer(result)
            self.saved.emit()

        return self._tasks.run(
            lambda _progress: work(capture), done, lane="write", failed=failed or self._on_failed, kept=True
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
        capture = self.capture
        if capture is None:
            return None
        return self._tasks.run(lambda _progress: work(capture), answer, failed=failed or self._on_failed, quiet=True)

    def remember(self, **values: object) -> None:
        """Keep settings of this screen: language, sound, light."""
        self.settings |= values
        station, kept = self.station, dict(self.settings)
        if station is not None:
            self._tasks.run(
                lambda _progress: _keep(station, kept), lambda _none: None, lane="write", failed=self._on_failed
            )

    def close(self) -> None:
        """Put the file away; the tasks have ended."""
        if self.station is not None:
            self.station.close()
            self.station = None
            self.capture = None

    def _opened(self) -> tuple[Station, Capture, Mapping[str, Any]]:
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
                settings = recall(session, _SETTINGS) or {}
            return station, Capture(station, ticker=self._ticker), settings
        except BaseException:
            station.close()
            raise

    def _on_opened(self, opened: tuple[Station, Capture, Mapping[str, Any]]) -> None:
        self._is_opening = False
        self.station, self.capture, settings = opened
        self.settings = {**settings, **self.settings}
        self.ready.emit()

    def _on_refused(self, error: UserError) -> None:
        self._is_opening = False
        self.refused.emit(error)

    def _on_failed(self, error: UserError) -> None:
        (self.unsaved if isinstance(error, FileError) else self.wrong).emit(error)


def _keep(station: Station, settings: Mapping[str, Any]) -> None:
    from showcase.visits.kept import keep

    with station.transaction() as session:
        keep(session, _SETTINGS, dict(settings))
