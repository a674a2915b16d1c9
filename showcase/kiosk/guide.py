"""Where everything stands, where this screen stands, and the way from here; worked out anew with the content."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from showcase.catalogue.records import BoothRecord, RoomRecord
    from showcase.catalogue.ways import Routes, Site, Way
    from showcase.kiosk.content import Content
    from showcase.kiosk.stand import Stand
    from showcase.text import Texts

_MOST_WAYS: Final = 1000
"""Ways that are kept; the oldest are let go, so that a screen that runs for days does not grow."""


@dataclass(frozen=True)
class Grounds:
    """What is known about the floor. Ways may be asked for by any thread, and are kept.

    Args:
        site: halls, booths and places.
        routes: over the aisles.
        names: what booths and places are called beside their codes.
        taken: booths that somebody has.
        rooms: a room of the programme -> the booth or place where it is.
        here: the booth or place of this screen, None where that is not known.
    """

    site: Site
    routes: Routes
    names: Mapping[uuid.UUID, Texts]
    taken: frozenset[uuid.UUID]
    rooms: Mapping[uuid.UUID, uuid.UUID]
    here: uuid.UUID | None
    _ways: dict[tuple[uuid.UUID, uuid.UUID, bool], Way | None] = field(default_factory=dict)

    def way(self, goal: uuid.UUID, start: uuid.UUID | None = None, *, step_free: bool = False) -> Way | None:
        """Return the way to a booth or place from here, or from another one; None where there is none.

        Without steps it leads where that is wished and can be; else one is better told of stairs than of nothing.
        """
        start = start or self.here
        if start is None or start == goal:
            return None
        key = start, goal, step_free
        if key in self._ways:
            return self._ways[key]
        way = self.routes.way(start, goal, step_free=step_free)
        if way is None and step_free:
            way = self.routes.way(start, goal)
        way = way if way is not None and way.legs else None
        if len(self._ways) >= _MOST_WAYS:
            self._ways.pop(next(iter(self._ways)), None)
        self._ways[key] = way
        return way

    def in_order(self, stops: Sequence[Collection[uuid.UUID]]) -> list[tuple[int, uuid.UUID, Way | None]]:
        """Return in which order some stops are walked to from here, each time the nearest of those that are left.

        Args:
            stops: the booths at which each of them is.

        Returns:
            (which stop, its booth, the way there from the one before, None where they are at one booth); stops that no
            way leads to are left out.
        """
        left, at = dict(enumerate(stops)), self.here
        order: list[tuple[int, uuid.UUID, Way | None]] = []
        while at is not None and left:
            start = at
            near = [(which, *found) for which, booths in left.items() if (found := self._next(booths, start))]
            if not near:
                break
            order.append(min(near, key=lambda it: it[2].metres if it[2] else 0.0))
            at = order[-1][1]
            del left[order[-1][0]]
        return order

    def _next(self, booths: Collection[uuid.UUID], start: uuid.UUID) -> tuple[uuid.UUID, Way | None] | None:
        if start in booths:
            return start, None
        return self.nearest(booths, start)

    def nearest(self, goals: Iterable[uuid.UUID], start: uuid.UUID | None = None) -> tuple[uuid.UUID, Way] | None:
        """Return which of some booths is reached first, and the way to it; None where none can be walked to."""
        ways = [(goal, way) for goal in goals if (way := self.way(goal, start)) is not None]
        return min(ways, key=lambda it: it[1].metres, default=None)


class Guide(QObject):
    """Keeps the grounds of the event that is shown.

    Args:
        content: the event.
        stand: says at which booth the screen stands: its code, or the name of its place; "" where it stands free.
        parent: of this.

    Signals:
        ready: there are grounds, or others than before.
    """

    ready = Signal()

    def __init__(self, content: Content, stand: Stand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._stand = stand
        self._booth = ""
        self.grounds: Grounds | None = None
        content.ready.connect(self.load)
        stand.changed.connect(self._on_stand)

    @Slot()
    def load(self) -> None:
        """Read where everything stands."""
        booth = self._booth = self._stand.booth_code
        self._content.read(lambda session: _read(session, booth), self._on_read)

    @Slot()
    def _on_stand(self) -> None:
        """Work the ways out from elsewhere, when somebody said that the screen stands there."""
        if self.grounds is not None and self._stand.booth_code != self._booth:
            self.load()

    def _on_read(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.ready.emit()


def _read(session: Any, booth: str) -> Grounds:
    from showcase.catalogue.queries import list_booths, list_places, list_rooms
    from showcase.catalogue.ways import Routes, site_of

    site, booths = site_of(session), list_booths(session)
    names = {record.id: _name(record) for record in booths} | {it.id: it.name for it in list_places(session)}
    return Grounds(
        site=site,
        routes=Routes(site),
        names=names,
        taken=frozenset(record.id for record in booths if record.exhibitors),
        rooms=_rooms(list_rooms(session), site, names),
        here=_here(site, names, booth),
    )


def _name(booth: BoothRecord) -> Texts:
    """Return the name of a booth itself, else of the first who has it."""
    if any(booth.name.values()) or not booth.exhibitors:
        return booth.name
    first = booth.exhibitors[0]
    return first.short_name if any(first.short_name.values()) else first.name


def _rooms(rooms: Iterable[RoomRecord], site: Site, names: Mapping[uuid.UUID, Texts]) -> dict[uuid.UUID, uuid.UUID]:
    """Return where rooms are: at the booth with their code, or at what has their name in the same hall."""
    halls = {hall.id: hall.code for hall in site.halls}
    spots = [(it.id, it.code, halls.get(it.hall_id)) for it in site.booths]
    spots += [(it.id, "", halls.get(it.hall_id)) for it in site.places]
    found: dict[uuid.UUID, uuid.UUID] = {}
    for room in rooms:
        called = _folded(room.name)
        same = (
            spot
            for spot, code, hall in spots
            if (not room.hall or hall == room.hall) and (code == room.code or called & _folded(names.get(spot, {})))
        )
        at = next(same, None)
        if at is not None:
            found[room.id] = at
    return found


def _here(site: Site, names: Mapping[uuid.UUID, Texts], booth: str) -> uuid.UUID | None:
    """Return the booth with a code or the kiosk with a name; without either the only kiosk there is."""
    from showcase.catalogue.kinds import PlaceKind

    kiosks = [place.id for place in site.places if place.kind is PlaceKind.KIOSK]
    wanted = booth.strip().casefold()
    if not wanted:
        return kiosks[0] if len(kiosks) == 1 else None
    at = [it.id for it in site.booths if it.code.casefold() == wanted and it.rect is not None]
    at = at or [kiosk for kiosk in kiosks if wanted in _folded(names.get(kiosk, {}))]
    return at[0] if len(at) == 1 else None


def _folded(name: Texts) -> set[str]:
    return {text.strip().casefold() for text in name.values() if text.strip()}
