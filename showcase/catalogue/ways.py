"""The way on foot between two points of the event: over the aisles, hall by hall, told in steps."""

import itertools
import math
import threading
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from showcase.catalogue.aisles import BODY, Floor, Step
from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import PASSAGES, PlaceKind
from showcase.catalogue.turns import straightened, turns_of
from showcase.catalogue.wayrecords import Leg, PlanBooth, PlanHall, PlanPlace, Point, Site, Turn, Way, site_of

if TYPE_CHECKING:
    from showcase.catalogue.walking import Net, Stretch

__all__ = ["BODY", "Leg", "PlanBooth", "PlanHall", "PlanPlace", "Point", "Routes", "Site", "Turn", "Way", "site_of"]

ROOM: Final = 0.5
"""Metres that a way keeps from booths and walls where there is room."""
_SPEED: Final = 1.2
"""Metres a second through a crowd."""
_SECONDS: Final = {PlaceKind.DOOR: 4.0, PlaceKind.STAIRS: 25.0, PlaceKind.LIFT: 45.0}
"""What a passage takes: a lift has to come first."""
_THRESHOLD: Final = 15.0
"""Metres that people walk further rather than leave a hall: another one is crossed for a good reason only."""
_NETS: Final = ((ROOM, False), (BODY, True))
"""Clearance, and whether to walk closely along booths: good ways first, then every way there is."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What is walked in one hall, and the passages by which it is entered and left."""

    hall_id: uuid.UUID
    points: Sequence[Point]
    entered: PlanPlace | None
    left: PlanPlace | None


@dataclass(frozen=True, slots=True)
class _End:
    """Where a way starts or ends: in which hall, and how one steps onto its floor; `id` is that of a place."""

    hall_id: uuid.UUID
    at: Rect
    steps: Callable[[float], list[Step]]
    id: uuid.UUID | None = None


class Routes:
    """All ways of a site. It takes a moment to build; off the thread of a window it may be asked by several threads."""

    def __init__(self, site: Site) -> None:
        """Derive the aisles of each hall from what stands there, and join them where passages lead on."""
        self._site = site
        self._booths = {booth.id: booth for booth in site.booths}
        self._places = {place.id: place for place in site.places}
        rects: dict[uuid.UUID, list[Rect]] = {hall.id: [] for hall in site.halls}
        for booth in site.booths:
            if booth.rect is not None and booth.hall_id in rects:
                rects[booth.hall_id].append(booth.rect)
        self._floors = {hall.id: Floor(hall.width_m, hall.depth_m, rects[hall.id]) for hall in site.halls}
        self._ends: dict[uuid.UUID, _End] = {}
        self._doors: list[dict[int, PlanPlace]] = []
        self._nets: list[Net] = []
        self._lock = threading.Lock()
        self._net(0)

    def way(self, start: uuid.UUID, goal: uuid.UUID, *, step_free: bool = False) -> Way | None:
        """Return the way from one booth or place to another.

        Args:
            start: the id of a booth or place.
            goal: the id of another.
            step_free: take no stairs.

        Returns:
            The way; it is as long as the way back. Without legs where the two are at the same spot. None where one of
            them has no known place on the floor, or nothing leads from one to the other.
        """
        # The same way is found from both ends: nobody is led back along another aisle.
        first, last = sorted((start, goal))
        ends = self._end(first), self._end(last)
        if ends[0] is None or ends[1] is None:
            return None
        parts = self._walked(ends[0], ends[1], step_free=step_free)
        if parts is None:
            return None
        return self._told(parts if start == first else _reversed(parts), frozenset({start, goal}))

    def way_from(
        self, hall_id: uuid.UUID, x: float, y: float, goal: uuid.UUID, *, step_free: bool = False
    ) -> Way | None:
        """Return the way from a point of a hall to a booth or place, as `way` does."""
        end = self._end(goal)
        if end is None or hall_id not in self._floors:
            return None
        parts = self._walked(self._point(hall_id, x, y), end, step_free=step_free)
        return None if parts is None else self._told(parts, frozenset({goal}))

    def _end(self, which: uuid.UUID) -> _End | None:
        """Return where a way to a booth or place ends, worked out the first time it is asked for."""
        known = self._ends.get(which) or self._find_end(which)
        if known is not None:
            self._ends[which] = known
        return known

    def _find_end(self, which: uuid.UUID) -> _End | None:
        booth, place = self._booths.get(which), self._places.get(which)
        if booth is not None and booth.rect is not None and booth.hall_id in self._floors:
            floor, rect = self._floors[booth.hall_id], booth.rect
            return _End(booth.hall_id, rect, cache(lambda clearance: floor.from_booth(rect, clearance)))
        if place is not None and place.hall_id in self._floors:
            return replace(self._point(place.hall_id, place.x, place.y), id=place.id)
        return None

    def _point(self, hall_id: uuid.UUID, x: float, y: float) -> _End:
        floor = self._floors[hall_id]
        return _End(hall_id, Rect(x, y, 0, 0), cache(lambda clearance: floor.from_point(x, y, clearance)))

    def _walked(self, start: _End, goal: _End, *, step_free: bool) -> list[_Part] | None:
        """Return what is walked hall by hall; nothing where the two are at the same spot."""
        if start.hall_id == goal.hall_id and _same_spot(start.at, goal.at):
            return []
        with self._lock:
            for level in range(len(_NETS)):
                found = self._over(level, start, goal, step_free=step_free)
                if found is not None:
                    doors = self._doors[level]
                    return [
                        _Part(
                            hall_id=it.hall,
                            points=straightened(it.points),
                            entered=None if it is found[0] else doors[it.entered_by],
                            left=None if it is found[-1] else doors[it.left_by],
                        )
                        for it in found
                    ]
        return None

    def _over(self, level: int, start: _End, goal: _End, *, step_free: bool) -> list["Stretch"] | None:
        net, nodes = self._net(level), []
        with ExitStack() as undo:
            for end in (start, goal):
                door = next((node for node, place in self._doors[level].items() if place.id == end.id), None)
                steps = end.steps(net.clearance) if door is None else []
                if door is None and not steps:
                    return None
                nodes.append(net.add(end.hall_id, steps, undo) if door is None else door)
            return net.path(nodes[0], nodes[1], step_free=step_free)

    def _net(self, level: int) -> "Net":
        """Return a graph, built when it is first wanted: most events never need more than the first."""
        from showcase.catalogue.walking import Net  # networkx takes half a second to import

        while len(self._nets) <= level:
            clearance, along_booths = _NETS[len(self._nets)]
            net = Net(self._floors, clearance, along_booths=along_booths)
            self._doors.append(self._joined(net))
            self._nets.append(net)
        return self._nets[level]

    def _joined(self, net: "Net") -> dict[int, PlanPlace]:
        """Join the halls of a graph; return its nodes of the passages."""
        nodes: dict[uuid.UUID, int] = {}
        for place in self._site.places:
            end = self._end(place.id) if place.kind in PASSAGES else None
            steps = end.steps(net.clearance) if end else []
            if steps:
                nodes[place.id] = net.add(place.hall_id, steps, ExitStack())
        for one, node in nodes.items():
            place, other = self._places[one], self._places[one].leads_to
            if other in nodes:
                kinds = {place.kind, self._places[other].kind}
                effort = max(_SECONDS[kind] for kind in kinds) * _SPEED + _THRESHOLD
                net.join(node, nodes[other], effort, steps=PlaceKind.STAIRS in kinds)
        return {node: self._places[it] for it, node in nodes.items()}

    def _told(self, parts: Sequence[_Part], ends: frozenset[uuid.UUID]) -> Way:
        walked = [_leg(part) for part in parts]
        metres = math.fsum(leg.metres for leg in walked)
        waiting = sum(_SECONDS[leg.through.kind] for leg in walked if leg.through)
        return Way(
            legs=tuple(leg for leg in walked if len(leg.points) > 1),
            metres=round(metres, 2),
            minutes=max(1, math.ceil((metres / _SPEED + waiting) / 60)),
            turns=turns_of(self._site, walked, ends),
        )


def _leg(part: _Part) -> Leg:
    metres = math.fsum(math.dist(one, other) for one, other in itertools.pairwise(part.points))
    return Leg(part.hall_id, tuple((round(x, 3), round(y, 3)) for x, y in part.points), round(metres, 2), part.left)


def _reversed(parts: Sequence[_Part]) -> list[_Part]:
    return [_Part(it.hall_id, it.points[::-1], it.left, it.entered) for it in reversed(parts)]


def _same_spot(one: Rect, other: Rect) -> bool:
    """Tell whether two are the same, or one is a point within the other."""
    small, large = sorted((one, other), key=lambda it: it.width)
    within = large.x <= small.x <= large.right and large.y <= small.y <= large.bottom
    return one == other or (small.width == 0 and within)
