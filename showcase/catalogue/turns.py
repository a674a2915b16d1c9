"""A way in a few steps that can be said: what one faces, how far to what, left or right, through which door."""

import itertools
import math
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import PlaceKind
from showcase.catalogue.wayrecords import Leg, Point, Site, Turn

_SAME: Final = 1e-6
_SHORT: Final = 5.0
"""Metres that are not worth a sentence: out of a booth onto the aisle, or a step aside."""
_NEAR: Final = 6.0
"""Metres from a corner within which a thing marks it."""
_SIGHT: Final = 40.0
"""Metres ahead in which one looks for what one faces."""
_ASIDE: Final = 1.5
"""Metres beside the line of sight at which a thing is still faced."""
_MARKS: Final = frozenset(
    {PlaceKind.ENTRANCE, PlaceKind.STAGE, PlaceKind.DESK, PlaceKind.FOOD, PlaceKind.FIRST_AID, PlaceKind.TOILETS}
)

Mark = tuple[Rect, str | uuid.UUID]
"""Something one recognises, and what a step calls it."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A straight stretch: from where, in which direction (a unit), how far."""

    start: Point
    way: Point
    metres: float

    @property
    def end(self) -> Point:
        return self.start[0] + self.way[0] * self.metres, self.start[1] + self.way[1] * self.metres


def straightened(points: Sequence[Point]) -> list[Point]:
    """Return the ends and corners of a line alone."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) < _SAME:
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = _towards(kept[-2], kept[-1]), _towards(kept[-1], point)
            if math.hypot(ax - bx, ay - by) < _SAME:
                kept.pop()
        kept.append(point)
    return kept


def turns_of(site: Site, legs: Sequence[Leg], ends: frozenset[uuid.UUID]) -> tuple[Turn, ...]:
    """Return the steps of a way.

    Args:
        site: what one sees on the way.
        legs: what is walked. A leg without length is a passage right where one starts, or a goal right behind one.
        ends: the ids of what the way starts and ends at: no landmarks.
    """
    found: list[Turn] = []
    aside = ""
    for leg in legs:
        runs = _without_jogs(_runs(leg.points))
        aside = ""
        if runs:
            steps, aside = _steps(runs, _marks(site, leg.hall_id, ends), first=not found)
            found += steps
        if leg.through is not None:
            found.append(Turn(str(leg.through.kind), landmark=leg.through.id, side=aside))
    return *found, Turn("arrive", side=aside)


def _steps(runs: list[_Run], marks: Sequence[Mark], *, first: bool) -> tuple[list[Turn], str]:
    """Return the steps in one hall, and on which side what one walks to lies at last."""
    aside = ""
    if len(runs) > 1 and runs[-1].metres < _SHORT:
        aside = _side(runs[-2], runs[-1])
        runs = runs[:-1]
    before = None
    if len(runs) > 1 and runs[0].metres < _SHORT:
        before, runs = runs[0], runs[1:]
    steps = []
    if first:
        steps.append(Turn("start", landmark=_faced(runs[0], marks)))
        before = None
    for run, following in itertools.zip_longest(runs, runs[1:]):
        kind = _side(before, run) if before else "straight"
        steps.append(Turn(kind or "straight", run.metres, _at_corner(run, marks) if following else None))
        before = run
    return steps, aside


def _runs(points: Sequence[Point]) -> list[_Run]:
    return [_Run(one, _towards(one, other), math.dist(one, other)) for one, other in itertools.pairwise(points)]


def _without_jogs(runs: Sequence[_Run]) -> list[_Run]:
    """Return the runs with those joined between which one steps aside and walks on as before."""
    kept: list[_Run] = []
    for run in runs:
        kept.append(run)
        if len(kept) > 2 and kept[-2].metres < _SHORT and _goes_on(kept[-3], run):
            before, aside, after = kept[-3:]
            start = before.start[0] + aside.way[0] * aside.metres, before.start[1] + aside.way[1] * aside.metres
            kept[-3:] = [_Run(start, after.way, before.metres + after.metres)]
    return kept


def _side(before: _Run, run: _Run) -> str:
    """Return the hand on which a run goes off another; y points down. "" where it goes on or back."""
    turn = before.way[0] * run.way[1] - before.way[1] * run.way[0]
    return "" if abs(turn) < _SAME else "right" if turn > 0 else "left"


def _goes_on(before: _Run, run: _Run) -> bool:
    """Tell whether a run has the direction of another."""
    return not _side(before, run) and before.way[0] * run.way[0] + before.way[1] * run.way[1] > 0


def _towards(one: Point, other: Point) -> Point:
    metres = math.dist(one, other)
    return (other[0] - one[0]) / metres, (other[1] - one[1]) / metres


def _marks(site: Site, hall_id: uuid.UUID, ends: frozenset[uuid.UUID]) -> list[Mark]:
    booths: Iterator[Mark] = (
        (booth.rect, booth.code)
        for booth in site.booths
        if booth.hall_id == hall_id and booth.rect is not None and booth.id not in ends
    )
    places: Iterator[Mark] = (
        (Rect(place.x, place.y, 0, 0), place.id)
        for place in site.places
        if place.hall_id == hall_id and place.kind in _MARKS and place.id not in ends
    )
    return [*places, *booths]


def _at_corner(run: _Run, marks: Sequence[Mark]) -> str | uuid.UUID | None:
    near = [(_distance(run.end, rect), at) for at, (rect, _called) in enumerate(marks)]
    metres, at = min(near, default=(math.inf, 0))
    return marks[at][1] if metres <= _NEAR else None


def _faced(run: _Run, marks: Sequence[Mark]) -> str | uuid.UUID | None:
    """Return what stands nearest ahead, else what marks the end of the run."""
    ahead = []
    for at, (rect, _called) in enumerate(marks):
        dx, dy = rect.x + rect.width / 2 - run.start[0], rect.y + rect.depth / 2 - run.start[1]
        along = dx * run.way[0] + dy * run.way[1]
        half = abs(run.way[1]) * rect.width / 2 + abs(run.way[0]) * rect.depth / 2
        if 0 < along < _SIGHT and abs(dx * run.way[1] - dy * run.way[0]) < half + _ASIDE:
            ahead.append((along, at))
    return marks[min(ahead)[1]][1] if ahead else _at_corner(run, marks)


def _distance(point: Point, rect: Rect) -> float:
    dx = max(rect.x - point[0], 0.0, point[0] - rect.right)
    dy = max(rect.y - point[1], 0.0, point[1] - rect.bottom)
    return math.hypot(dx, dy)
