"""The short list as a ticket: its stops in walking order, and one QR code to take all of them along."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.catalogue.ordering import code_order
from showcase.kiosk.cards import card, session_card
from showcase.kiosk.pages import PageModel
from showcase.kiosk.plansteps import told_metres
from showcase.kiosk.taking import take_list

if TYPE_CHECKING:
    from showcase.catalogue.ways import Way
    from showcase.kiosk.guide import Grounds
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Stop:
    """Something on the list, and the way to it from the stop before, or from here."""

    entry: str
    record: Any
    way: Way | None = None


@QmlElement
class ShortList(PageModel):
    """What the visitor kept: places as one walks to them, else by hall and booth, then sessions by time."""

    changed = Signal()

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._stops: Sequence[_Stop] = ()
        self._is_read = False
        self._first = 0
        self._rows = 4
        self._visit = kiosk.visiting()
        self._visit.keptChanged.connect(self.load)
        kiosk.guide.ready.connect(self.load)

    @Slot()
    def load(self) -> None:
        """Read what is kept."""
        kept = self._visit.entries()
        if not kept:
            self._stop()
            self._on_read(())
            return
        guide = self.kiosk.guide
        self.read(lambda session: _read(session, kept, guide.grounds), self._on_read)

    def close(self) -> None:
        """Hear nothing of the list any more."""
        self._visit.keptChanged.disconnect(self.load)
        self.kiosk.guide.ready.disconnect(self.load)
        super().close()

    @Slot(int)
    def fit(self, rows: int) -> None:
        """Hear how many stops there is room for."""
        if rows > 0 and rows != self._rows:
            self._rows = rows
            self._first = 0
            self.changed.emit()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Go on or back by a number of screens."""
        last = max(0, len(self._stops) - 1) // self._rows * self._rows
        self._first = max(0, min(last, self._first + by * self._rows))
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Take everything off."""
        for entry in self._visit.entries():
            self._visit.keep(entry)

    def _on_read(self, stops: Sequence[_Stop]) -> None:
        self._stops, self._is_read = stops, True
        self.turn(0)

    def _card(self, record: Any) -> dict[str, Any]:
        return session_card(self.kiosk, record) if hasattr(record, "starts_at") else card(self.words, record)

    def _get_rows(self) -> list[dict[str, Any]]:
        shown = self._stops[self._first : self._first + self._rows]
        return [
            self._card(stop.record) | {"entry": stop.entry, "place": place, "on": self._on(place)}
            for place, stop in enumerate(shown, self._first + 1)
        ]

    def _on(self, place: int) -> str:
        """Return how long one walks from a stop to the one after it."""
        way = self._stops[place].way if place < len(self._stops) else None
        return self.words.say("kioskplan.walk_part", minutes=way.minutes) if way else ""

    def _get_walk(self) -> str:
        """Return how long and how far all of it is, "" where no way is known."""
        ways = [stop.way for stop in self._stops if stop.way]
        if not ways:
            return ""
        metres = told_metres(sum(way.metres for way in ways))
        return self.words.say("kioskplan.walk", minutes=sum(way.minutes for way in ways), metres=metres)

    def _taken(self) -> tuple[str, int]:
        cards = [self._card(stop.record) for stop in self._stops]
        # Spaces that are held on the screen would be letters of two bytes in the code.
        entries = [(it["code"], it["title"].replace("\u00a0", " ")) for it in cards]
        return take_list(self.words.say("kioskpages.list_title"), entries)

    rows = Property(list, _get_rows, notify=changed)
    walk = Property(str, _get_walk, notify=changed)
    number = Property(int, lambda self: len(self._stops), notify=changed)
    first = Property(int, lambda self: self._first, notify=changed)
    last = Property(int, lambda self: min(len(self._stops), self._first + self._rows), notify=changed)
    empty = Property(bool, lambda self: self._is_read and not self._stops, notify=changed)
    take = Property(str, lambda self: self._taken()[0], notify=changed)
    held = Property(int, lambda self: self._taken()[1], notify=changed)


def _read(session: Any, kept: Sequence[str], grounds: Grounds | None) -> list[_Stop]:
    from showcase.catalogue.queries import list_organisations, list_products, list_sessions

    lists: dict[str, Any] = {"product": list_products, "organisation": list_organisations, "session": list_sessions}
    ids: dict[str, list[uuid.UUID]] = {kind: [] for kind in lists}
    for entry in kept:
        kind, _, which = entry.partition(":")
        ids[kind].append(uuid.UUID(which))
    found = [
        _Stop(f"{kind}:{record.id}", record)
        for kind, read in lists.items()
        if ids[kind]
        for record in read(session, ids=ids[kind])
    ]
    found.sort(key=lambda stop: _place(stop.record))
    return _walked(found, grounds) if grounds is not None else found


def _walked(stops: Sequence[_Stop], grounds: Grounds) -> list[_Stop]:
    """Return stops in the order in which they are walked to from here; those that no way leads to stay behind them."""
    booths = [[booth.id for booth in getattr(stop.record, "booths", ())] for stop in stops]
    order = grounds.in_order(booths)
    walked = [_at(stops[which], booth, way) for which, booth, way in order]
    reached = {which for which, _booth, _way in order}
    return walked + [stop for which, stop in enumerate(stops) if which not in reached]


def _at(stop: _Stop, booth: uuid.UUID, way: Way | None) -> _Stop:
    """Return a stop with the booth one walks to as its first."""
    booths = sorted(stop.record.booths, key=lambda it: it.id != booth)
    return _Stop(stop.entry, replace(stop.record, booths=tuple(booths)), way)


def _place(record: Any) -> tuple[int, Any, Any]:
    """Return where in the walk something stands: booths by hall and number, then what has none, then sessions."""
    if hasattr(record, "starts_at"):
        return 2, record.starts_at.isoformat(), ""
    if not record.booths:
        return 1, "", ""
    booth = record.booths[0]
    return 0, code_order(booth.hall, booth.code), ""
