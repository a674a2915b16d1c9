"""The screen that says "ready" and proves it: the last three, how many, all saved, and how old the list is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from showcase.leads.kinds import Clock
from showcase.leads.selftest import TEST_CODES
from showcase.scanner.model import Model
from showcase.text import join

if TYPE_CHECKING:
    from showcase.leads.records import Lead, Standing
    from showcase.qt.tasks import Task
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_HOUR = 3600


@QmlElement
class Ready(Model):
    """How the station stands.

    Signals:
        changed: it stands otherwise.
    """

    changed = Signal()

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._standing: Standing | None = None
        self._task: Task[Any] | None = None

    def load(self) -> None:
        """Ask how it stands."""
        if self._task is not None:
            self._task.cancel()
        self._task = self.desk.read(lambda capture: capture.standing(), self._on_standing)

    def _on_standing(self, standing: Standing) -> None:
        self._task = None
        self._standing = standing
        self.changed.emit()

    def _get_place(self) -> str:
        info = self.desk.info
        if info is None:
            return ""
        if self.scanner.is_door():
            return self.words.say("scanner.place_door", place=info.place)
        return self.words.say("scanner.place_booth", place=info.place)

    def _get_owner(self) -> str:
        info = self.desk.info
        if info is None:
            return ""
        return self.pick(info.event.name) if self.scanner.is_door() else self.pick(info.exhibitor)

    def _get_count_words(self) -> str:
        standing = self._standing
        if standing is None:
            return ""
        if standing.door is not None:
            return self.words.say("scanner.people_inside", n=standing.door.inside)
        return self.words.say("scanner.leads_today", n=standing.leads_today)

    def _get_count_more(self) -> str:
        standing = self._standing
        if standing is None:
            return ""
        if standing.door is not None:
            door = standing.door
            words = self.gone_through(door)
            room = self.words.say("scanner.room_for", capacity=door.capacity) if door.capacity is not None else ""
            return join((room, words))
        return self.words.say("scanner.rated_high", n=standing.rated_high_today)

    def _get_count(self) -> int:
        standing = self._standing
        if standing is None:
            return 0
        return standing.door.inside if standing.door is not None else standing.leads_today

    def _get_capacity(self) -> str:
        door = self._standing.door if self._standing else None
        if door is None or door.capacity is None:
            return ""
        return self.words.say("scanner.of_capacity", capacity=door.capacity)

    def _is_full(self) -> bool:
        door = self._standing.door if self._standing else None
        return door is not None and door.capacity is not None and door.inside >= door.capacity

    def _get_recent(self) -> list[dict[str, Any]]:
        return [self._row(lead) for lead in self._standing.recent] if self._standing else []

    def _row(self, lead: Lead) -> dict[str, Any]:
        languages, met = self.scanner.languages(), self.scanner.local(lead.last_at)
        return {
            "subject": lead.subject,
            "name": self.named(lead),
            "about": lead.organisation(languages) or lead.job_title(languages) or self.role_word(lead.role),
            "rating": lead.rating,
            "time": f"{met:%H:%M}" if met.date() == self.scanner.local(self.scanner.now()).date() else f"{met:%d/%m}",
        }

    def _get_list_age(self) -> str:
        standing = self._standing
        if standing is None:
            return ""
        hours = int(standing.list_age.total_seconds() // _HOUR)
        if hours < 1:
            return self.words.say("scanner.list_fresh", number=standing.list_number)
        if hours < 48:
            return self.words.say("scanner.list_hours", number=standing.list_number, n=hours)
        return self.words.say("scanner.list_days", number=standing.list_number, n=hours // 24)

    def _get_clock_words(self) -> str:
        clock = self._standing.clock if self._standing else Clock.GOOD
        return "" if clock is Clock.GOOD else self.words.say(clock.key)

    place = Property(str, _get_place, notify=changed)
    owner = Property(str, _get_owner, notify=changed)
    known = Property(bool, lambda self: self._standing is not None, notify=changed)
    count = Property(int, _get_count, notify=changed)
    countWords = Property(str, _get_count_words, notify=changed)
    countMore = Property(str, _get_count_more, notify=changed)
    capacity = Property(str, _get_capacity, notify=changed)
    full = Property(bool, _is_full, notify=changed)
    recent = Property(list, _get_recent, notify=changed)
    listAge = Property(str, _get_list_age, notify=changed)
    listOld = Property(bool, lambda self: self._standing is not None and self._standing.list_old, notify=changed)
    clockWords = Property(str, _get_clock_words, notify=changed)
    """What is wrong with the clock of this computer; "" when nothing is."""
    testCode = Property(str, lambda _self: TEST_CODES[0].text, constant=True)
