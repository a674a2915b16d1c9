"""Erasing somebody from the window: what will go is said first, and afterwards which copies are out of reach."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from showcase.office.bars import Messages, ProgressPanel
from showcase.office.confirm import Question
from showcase.office.desk import Desk
from showcase.paths import documents_folder
from showcase.qt.translate import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from showcase.app import App
    from showcase.erasure.records import ErasureRecord, Preview
    from showcase.people.records import PersonRecord
    from showcase.progress import Progress


class EraseWork(QObject):
    """Asks whether somebody is to be erased, and does it.

    Args:
        desk: the open event.
        question: where it is asked.
        messages: where it is said what was done and what is left.
        progress: where it is shown how far it is.
        with_stations: erases somebody in stations at hand as well, which needs the passphrase; called with the person,
            the files, and what hears of the erasure.

    Signals:
        done: somebody is erased.
        left: nothing is to be done; the cursor goes back.
    """

    done = Signal()
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        question: Question,
        messages: Messages,
        progress: ProgressPanel,
        with_stations: Callable[[PersonRecord, Sequence[Path], Callable[[ErasureRecord], object]], object],
    ) -> None:
        super().__init__(desk)
        self._with_stations = with_stations
        self._desk, self._question, self._messages, self._progress = desk, question, messages, progress

    def ask(self, person: PersonRecord) -> None:
        """Find out what would go, and ask."""
        self._desk.run(
            lambda app, _progress: _foresee(app, person),
            lambda seen: self._ask(person, seen),
            failed=self._messages.show_error,
        )

    def _ask(self, person: PersonRecord, seen: Preview) -> None:
        from showcase.erasure.telling import tell_preview

        def lines() -> list[str]:
            return list(tell_preview(seen, say))

        self._question.ask(
            (
                lambda: say("erasure.title", name=seen.name),
                lambda: "\n".join((lines()[0], lines()[2])),
                lambda: "\n".join((lines()[1], *lines()[3:])),
                lambda: say("erasure.do"),
                lambda: say("desk.keep"),
            ),
            lambda _reason: self._erase(person, seen.stations),
            self.left.emit,
            danger=True,
        )

    def _erase(self, person: PersonRecord, stations: Sequence[Path]) -> None:
        if stations:
            self._with_stations(person, stations, self._on_erased)
            return
        task = self._desk.run(
            partial(_erase, person=person), self._on_erased, lane="write", failed=self._messages.show_error, kept=True
        )
        if task is not None:
            self._progress.follow(task, lambda: say("erasure.erasing"))

    def _on_erased(self, erased: ErasureRecord) -> None:
        from showcase.erasure.telling import tell_done

        kind = "good" if erased.finished_at else "warn"
        self._messages.show_text(kind, lambda: "\n".join(tell_done(erased, say)))
        self.done.emit()


def _foresee(app: App, person: PersonRecord) -> Preview:
    from showcase.erasure.doing import foresee

    documents = documents_folder()
    folders = dict.fromkeys((app.database.path.parent, documents, documents / "Showcase"))
    return foresee(app.database, person.id, list(folders))


def _erase(app: App, progress: Progress, *, person: PersonRecord) -> ErasureRecord:
    from showcase.erasure.doing import erase_person

    return erase_person(app.database, person.id, progress=progress)
