"""What the kiosk keeps of itself: what was looked at, by nobody in particular, and how long each exhibitor was shown.

It is in a file of the station's own and never in the event. Nothing waits for it and nothing fails by it.
"""

from __future__ import annotations

import datetime as dt
import logging
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from showcase.errors import FileError, UserError
from showcase.messages import sentence
from showcase.qt.tasks import Tasks

if TYPE_CHECKING:  # the station's file pulls in SQLAlchemy, which the first picture must not wait for
    from showcase.visits.counting import Recorder
    from showcase.visits.guarding import Answer, Guard
    from showcase.visits.report import Report
    from showcase.visits.setup import Setup
    from showcase.visits.station import Station

NAME: Final = "kiosk"
"""Of a station that stands at no booth."""
_FLUSH_MS: Final = 20_000
"""What is lost at most when the power goes."""
_SUBJECTS: Final[Mapping[str, str]] = {"product": "product", "organisation": "organisation", "talk": "session"}
"""Page -> what its subject is called in the counts."""
_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """What the station's file says of its set-up.

    Args:
        setup: as staff made it.
        has_pin: it has a PIN.
        is_new: nobody has set it up, given it a PIN, or was asked to.
    """

    setup: Setup
    has_pin: bool
    is_new: bool


class Keeping(QObject):
    """Takes notes on the GUI thread and has them written in the lane of writes.

    Signals:
        ready: how often each exhibitor was shown so far is known: id -> slides.
        found: how staff set the station up is known, as a `Found`.
    """

    ready = Signal(object)
    found = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._station: Station | None = None
        self._recorder: Recorder | None = None
        self._guard: Guard | None = None
        self._aired: list[tuple[uuid.UUID, int]] = []
        self._visit: int | None = None
        self._depth = 0
        self._is_opening = False
        self._timer = QTimer(self)
        self._timer.setInterval(_FLUSH_MS)
        self._timer.timeout.connect(self.flush)

    def open(self, event_id: uuid.UUID, name: str, *, asks: bool = False) -> None:
        """Open the station's file of an event, once; `asks` tells whether a new one is to be set up now."""
        if self._is_opening:
            return
        self._is_opening = True
        self._run(lambda: _open(event_id, name or NAME, asks=asks), self._on_opened)

    def begin(self, language: str) -> None:
        """Somebody came; they are a number that nobody can trace, for as long as they stay."""
        from showcase.visits.counting import new_visit

        self._visit, self._depth = new_visit(), 0
        self.note("touch_wake", language=language)

    def end(self, how: str, language: str) -> None:
        """They left, "timeout" or "exit"."""
        self.note(how, language=language)
        self._visit = None
        self.flush()

    def opened(self, page: str, subject: str, language: str) -> None:
        """A page was opened."""
        from showcase.visits.counting import subject as named

        self._depth += 1
        kind = _SUBJECTS.get(page)
        try:
            name = named(kind, uuid.UUID(subject)) if kind else ""
        except ValueError:
            return
        if name:
            self.note("open", subject=name, language=language)

    def searched(self, typed: str, *, found: bool, known: frozenset[str]) -> None:
        """Somebody searched; of what they typed only words of the catalogue, or of many visits, are ever shown."""
        if self._recorder is not None and self._visit is not None and typed.strip():
            self._recorder.note_search(self._visit, typed, found=found, known=known)

    def note(self, kind: str, *, subject: str = "", language: str = "") -> None:
        """Note that something happened."""
        from showcase.visits.counting import Kind, Seen

        if self._recorder is not None:
            self._recorder.note(Seen(Kind(kind), self._visit, subject, language, depth=self._depth))

    def aired(self, organisation: uuid.UUID, shown_ms: int) -> None:
        """An exhibitor was shown in the loop for so long."""
        self._aired.append((organisation, shown_ms))

    def set_up(self, setup: Setup, answer: Callable[[UserError | None], object]) -> None:
        """Keep how staff set the station up, and give what was wrong, or None."""
        self._write_down(lambda station: _save(station, setup), lambda _saved: answer(None), answer)

    def choose_pin(self, typed: str, answer: Callable[[str, UserError | None], object]) -> None:
        """Set the PIN, and give the recovery code or what was wrong."""
        self._write_down(
            lambda station: _set_pin(station, typed), lambda code: answer(code, None), lambda error: answer("", error)
        )

    def count(self, zone: str, day: dt.date | None, answer: Callable[[Report | None], object]) -> None:
        """Give what was counted here, on a day or on all, to who may read it; None where nothing is kept."""
        station = self._station
        if station is None:
            answer(None)
            return
        self.flush()
        self._tasks.run(
            lambda _progress: _counted(station, zone, day),
            answer,
            lane="write",
            failed=lambda _error: answer(None),
            quiet=True,
        )

    def _write_down(
        self, work: Callable[[Station], T], answer: Callable[[T], object], failed: Callable[[UserError], object]
    ) -> None:
        station = self._station
        if station is None:
            failed(FileError("kioskstaff.not_kept"))
        else:
            self._tasks.run(lambda _progress: work(station), answer, lane="write", failed=failed, quiet=True)

    def attempt(self, typed: str, answer: Callable[[Answer | None], object]) -> None:
        """Have a PIN judged, and give what came of it; None where the station's file cannot be read."""
        guard = self._guard
        if guard is None:
            answer(None)
            return
        self._tasks.run(
            lambda _progress: guard.attempt(typed), answer, lane="write", failed=lambda _error: answer(None), quiet=True
        )

    @Slot()
    def flush(self) -> None:
        """Have everything written down that was noted."""
        station, recorder = self._station, self._recorder
        if station is None or recorder is None:
            return
        aired, self._aired = self._aired, []
        self._run(lambda: _write(station, recorder, aired), lambda _none: None)

    def close(self) -> None:
        """Write what is left and put the file away; the tasks have ended."""
        self._timer.stop()
        if self._station is not None and self._recorder is not None:
            try:
                _write(self._station, self._recorder, self._aired)
            except UserError as error:
                self._on_failed(error)
            self._station.close()
            self._station = self._recorder = self._guard = None

    def _on_opened(self, opened: tuple[Station, Recorder, dict[uuid.UUID, int], Found]) -> None:
        from showcase.visits.guarding import Guard

        self._station, self._recorder, shown, found = opened
        self._guard = Guard(self._station)
        self._timer.start()
        self.ready.emit(shown)
        self.found.emit(found)

    def _run(self, work: Callable[[], Any], answer: Callable[[Any], object]) -> None:
        self._tasks.run(lambda _progress: work(), answer, lane="write", failed=self._on_failed, quiet=True)

    @staticmethod
    def _on_failed(error: UserError) -> None:
        _log.warning("%s", sentence(error, "en"))


def _open(event_id: uuid.UUID, name: str, *, asks: bool) -> tuple[Station, Recorder, dict[uuid.UUID, int], Found]:
    from showcase.visits.airtime import shares
    from showcase.visits.counting import Recorder
    from showcase.visits.guarding import has_pin
    from showcase.visits.station import open_station, station_file
    from showcase.visits.stored import has_setup, load_setup

    station = open_station(station_file(event_id, name))
    with station.reading() as session:
        shown = {share.organisation_id: share.slides for share in shares(session)}
        setup, has_one = load_setup(session), has_pin(session)
        is_new = asks and not has_setup(session) and not has_one
    return station, Recorder(station), shown, Found(setup, has_one, is_new and _asked_now(station))


def _asked_now(station: Station) -> bool:
    """Tell whether the station is asked to be set up for the first time; a full disk is no reason to ask visitors."""
    from showcase.visits.stored import ask_once

    try:
        with station.transaction() as session:
            return ask_once(session)
    except UserError:
        return False


def _save(station: Station, setup: Setup) -> None:
    from showcase.visits.stored import save_setup

    with station.transaction() as session:
        save_setup(session, setup)


def _counted(station: Station, zone: str, day: dt.date | None) -> Report:
    from showcase.visits.report import make_report

    with station.reading() as session:
        return make_report([session], zone, day)


def _set_pin(station: Station, typed: str) -> str:
    from showcase.visits.guarding import set_pin

    return set_pin(station, typed)


def _write(station: Station, recorder: Recorder, aired: list[tuple[uuid.UUID, int]]) -> None:
    from showcase.visits.airtime import note_shown

    recorder.flush()
    if aired:
        with station.transaction() as session:
            for organisation, shown_ms in aired:
                note_shown(session, organisation, shown_ms)
