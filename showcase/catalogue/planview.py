"""How halls lie on a sheet: turned by quarters so that a walk starts upwards, joined at their doors. Metres; no Qt.

A sheet has its own metres, x to the right and y down, from the top left corner of what lies on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, hypot, sqrt
from typing import TYPE_CHECKING, Final
from uuid import UUID

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import PlaceKind

if TYPE_CHECKING:
    from showcase.catalogue.ways import Leg, PlanBooth, PlanHall, PlanPlace, Site, Way

Point = tuple[float, float]
UP: Final[Point] = (0.0, -1.0)
GAP_M: Final = 2.0
"""Between two halls that are joined."""
OPENING_M: Final = 5.0
"""How wide a door is drawn; so narrow that two of them side by side stay two."""
_NEAR_WALL_M: Final = 3.0
"""How far from a wall a door may have been put and still be in it."""
_STEP_OUT_M: Final = 4.0
"""A first stretch shorter than this only leads out of a booth: nobody calls it the way they face."""
_CELL: Final = (4.0, 3.0)
"""Width and depth of a booth whose place is not known, where such booths are set out in rows."""
_AISLE_M: Final = 3.0
_OPENINGS: Final = frozenset({PlaceKind.DOOR, PlaceKind.ENTRANCE, PlaceKind.EXIT})


@dataclass(frozen=True, slots=True)
class LaidHall:
    """A hall on a sheet.

    Args:
        hall: as it was measured.
        turn: quarters by which it is turned clockwise, 0 to 3.
        x: of its top left corner on the sheet, after turning.
        y: of that corner.
    """

    hall: PlanHall
    turn: int = 0
    x: float = 0.0
    y: float = 0.0

    @property
    def box(self) -> Rect:
        """What it covers on the sheet."""
        width, depth = self.hall.width_m, self.hall.depth_m
        return Rect(self.x, self.y, *((depth, width) if self.turn % 2 else (width, depth)))

    def point(self, x: float, y: float) -> Point:
        """Return where a point of the hall lies on the sheet."""
        width, depth = self.hall.width_m, self.hall.depth_m
        turned = ((x, y), (depth - y, x), (width - x, depth - y), (y, width - x))[self.turn]
        return self.x + turned[0], self.y + turned[1]

    def rect(self, rect: Rect) -> Rect:
        """Return where a part of the hall lies on the sheet."""
        (x1, y1), (x2, y2) = self.point(rect.x, rect.y), self.point(rect.right, rect.bottom)
        return Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


@dataclass(frozen=True, slots=True)
class LaidBooth:
    """A booth on a sheet; `is_placed` is False where its place is not known and it only stands in a row."""

    booth: PlanBooth
    rect: Rect
    is_placed: bool = True


@dataclass(frozen=True, slots=True)
class LaidPlace:
    """A place on a sheet; `outward` points out of the hall where it is in a wall, else it is (0, 0)."""

    place: PlanPlace
    x: float
    y: float
    outward: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a plan shows.

    Args:
        halls: in the order in which one walks through them.
        booths: in the order of their codes.
        places: doors, stairs, toilets and so on.
        walls: lines from one point to another.
        passages: the floor between two halls.
        routes: the way, in one line for each part that can be walked without stairs or a lift.
        width_m: of the sheet.
        depth_m: of the sheet.
    """

    halls: tuple[LaidHall, ...]
    booths: tuple[LaidBooth, ...]
    places: tuple[LaidPlace, ...]
    walls: tuple[tuple[Point, Point], ...]
    passages: tuple[Rect, ...]
    routes: tuple[tuple[Point, ...], ...]
    width_m: float
    depth_m: float

    def booth(self, booth_id: UUID) -> LaidBooth | None:
        """Return a booth that is on it."""
        return next((laid for laid in self.booths if laid.booth.id == booth_id), None)

    def place(self, place_id: UUID) -> LaidPlace | None:
        """Return a place that is on it."""
        return next((laid for laid in self.places if laid.place.id == place_id), None)


def quarters(heading: Point, towards: Point = UP) -> int:
    """Return by how many quarters clockwise a heading has to be turned to point in a direction."""
    turned = _along(heading)
    for turn in range(4):
        if turned == _along(towards):
            return turn
        turned = (-turned[1], turned[0])
    raise AssertionError("four quarters meet every direction")  # pragma: no cover


def heading(points: Sequence[Point]) -> Point:
    """Return the direction in which a walk starts: of its first stretch that is more than the step out of a booth."""
    pairs = list(pairwise(points))
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairs]
    chosen = next((place for place, length in enumerate(lengths) if length >= _STEP_OUT_M), None)
    if chosen is None:
        chosen = max(range(len(lengths)), key=lengths.__getitem__, default=None)
    if chosen is None:
        return UP
    (x1, y1), (x2, y2) = pairs[chosen]
    return _along((x2 - x1, y2 - y1))


def outward(hall: PlanHall, x: float, y: float) -> Point:
    """Return the direction out of a hall through the wall at a point, (0, 0) where no wall is near."""
    away = {(-1.0, 0.0): x, (1.0, 0.0): hall.width_m - x, (0.0, -1.0): y, (0.0, 1.0): hall.depth_m - y}
    nearest = min(away, key=away.__getitem__)
    return nearest if away[nearest] <= _NEAR_WALL_M else (0.0, 0.0)


def lay_hall(site: Site, hall: PlanHall, turn: int = 0) -> Sheet:
    """Return a sheet of one hall. Booths whose place is not known stand in rows, below it or in its stead."""
    booths = [booth for booth in site.booths if booth.hall_id == hall.id]
    homeless = [booth for booth in booths if booth.rect is None]
    if len(homeless) == len(booths) and not any(place.hall_id == hall.id for place in site.places):
        rows, size = _rows(homeless, None)
        hall = replace(hall, width_m=size[0], depth_m=size[1], underlay=None)  # what is drawn is not the hall
        return _sheet(site, [LaidHall(hall)], set_out=rows)
    laid = LaidHall(hall, turn)
    rows, _size = _rows(homeless, laid.box.width)
    below = laid.box.bottom + _AISLE_M
    return _sheet(site, [laid], set_out=[(booth, Rect(r.x, r.y + below, r.width, r.depth)) for booth, r in rows])


def lay_way(site: Site, way: Way) -> Sheet:
    """Return a sheet of the halls of a way, in which it starts upwards and each hall follows where the door leads."""
    halls = {hall.id: hall for hall in site.halls}
    laid: dict[UUID, LaidHall] = {}
    passages: list[tuple[Rect, Point]] = []
    routes: list[list[Point]] = []
    before: tuple[LaidHall, Leg] | None = None
    for leg in way.legs:
        hall = laid.get(leg.hall_id) or _next(halls[leg.hall_id], leg, before, list(laid.values()))
        laid[hall.hall.id] = hall
        points = [hall.point(*point) for point in leg.points]
        passage = _passage(before, hall, leg)
        if passage is None:
            routes.append(points)
        else:
            passages.append(passage)
            routes[-1] += points
        before = hall, leg
    return _sheet(site, list(laid.values()), routes=routes, passages=passages)


def _next(hall: PlanHall, leg: Leg, before: tuple[LaidHall, Leg] | None, laid: Sequence[LaidHall]) -> LaidHall:
    """Return where a hall lies: turned so that one goes on as one came, beside the hall one comes from."""
    if before is None:
        return LaidHall(hall, quarters(heading(leg.points)))
    former, walked = before
    out = _direction_out(former, walked)
    wall = outward(hall, *leg.points[0])
    inward = (-wall[0], -wall[1]) if wall != (0.0, 0.0) else heading(leg.points)
    turned = LaidHall(hall, quarters(inward, out))
    exit_x, exit_y = former.point(*walked.points[-1])
    entry_x, entry_y = turned.point(*leg.points[0])
    here, there = turned.box, former.box
    x = exit_x - entry_x if not out[0] else there.right + GAP_M if out[0] > 0 else there.x - GAP_M - here.width
    y = exit_y - entry_y if not out[1] else there.bottom + GAP_M if out[1] > 0 else there.y - GAP_M - here.depth
    return _clear(replace(turned, x=x, y=y), out, laid)


def _clear(hall: LaidHall, out: Point, laid: Sequence[LaidHall]) -> LaidHall:
    """Return a hall moved on in a direction until it covers no other."""
    for _ in laid:
        hit = next((other.box for other in laid if other.box.overlaps(hall.box)), None)
        if hit is None:
            break
        here = hall.box
        x = hit.right + GAP_M if out[0] > 0 else hit.x - GAP_M - here.width if out[0] < 0 else hall.x
        y = hit.bottom + GAP_M if out[1] > 0 else hit.y - GAP_M - here.depth if out[1] < 0 else hall.y
        hall = replace(hall, x=x, y=y)
    return hall


def _direction_out(hall: LaidHall, leg: Leg) -> Point:
    """Return in which direction of the sheet one leaves a hall."""
    wall = outward(hall.hall, *leg.points[-1])
    last = leg.points[-2:]
    way = wall if wall != (0.0, 0.0) else _along((last[1][0] - last[0][0], last[1][1] - last[0][1]))
    for _ in range(hall.turn):
        way = (-way[1], way[0])
    return way


def _passage(before: tuple[LaidHall, Leg] | None, hall: LaidHall, leg: Leg) -> tuple[Rect, Point] | None:
    """Return the floor between two doors that face each other and its direction; None for stairs and lifts."""
    if before is None:
        return None
    former, walked = before
    ways = former.point(*walked.points[-1]), hall.point(*leg.points[0])
    doors = outward(former.hall, *walked.points[-1]), outward(hall.hall, *leg.points[0])
    if (0.0, 0.0) in doors or (walked.through is not None and walked.through.kind not in _OPENINGS):
        return None
    out, here, there = _direction_out(former, walked), hall.box, former.box
    half = OPENING_M / 2
    if out[0]:
        left, right = (there.right, here.x) if out[0] > 0 else (here.right, there.x)
        return Rect(left, ways[0][1] - half, right - left, OPENING_M), out
    top, bottom = (there.bottom, here.y) if out[1] > 0 else (here.bottom, there.y)
    return Rect(ways[0][0] - half, top, OPENING_M, bottom - top), out


def _sheet(
    site: Site,
    halls: Sequence[LaidHall],
    *,
    set_out: Sequence[tuple[PlanBooth, Rect]] = (),
    routes: Sequence[Sequence[Point]] = (),
    passages: Sequence[tuple[Rect, Point]] = (),
) -> Sheet:
    """Return everything in its place, moved so that the sheet begins at (0, 0)."""
    boxes = [*(hall.box for hall in halls), *(rect for _booth, rect in set_out)]
    dx, dy = -min(box.x for box in boxes), -min(box.y for box in boxes)
    moved = [replace(hall, x=hall.x + dx, y=hall.y + dy) for hall in halls]
    by_id = {hall.hall.id: hall for hall in moved}
    booths = [
        LaidBooth(booth, by_id[booth.hall_id].rect(booth.rect))
        for booth in site.booths
        if booth.hall_id in by_id and booth.rect is not None
    ]
    booths += [
        LaidBooth(booth, Rect(rect.x + dx, rect.y + dy, rect.width, rect.depth), is_placed=False)
        for booth, rect in set_out
    ]
    places = [_laid(by_id[place.hall_id], place) for place in site.places if place.hall_id in by_id]
    floors = [Rect(rect.x + dx, rect.y + dy, rect.width, rect.depth) for rect, _out in passages]
    walls = [wall for hall in moved for wall in _walls(hall, places, floors)]
    walls += [wall for rect, (_rect, out) in zip(floors, passages, strict=True) for wall in _sides(rect, out)]
    return Sheet(
        halls=tuple(moved),
        booths=tuple(booths),
        places=tuple(places),
        walls=tuple(walls),
        passages=tuple(floors),
        routes=tuple(tuple(_tidied([(x + dx, y + dy) for x, y in route])) for route in routes),
        width_m=max(box.right for box in boxes) + dx,
        depth_m=max(box.bottom for box in boxes) + dy,
    )


def _laid(hall: LaidHall, place: PlanPlace) -> LaidPlace:
    out = outward(hall.hall, place.x, place.y) if place.kind in _OPENINGS else (0.0, 0.0)
    for _ in range(hall.turn):
        out = (-out[1], out[0])
    return LaidPlace(place, *hall.point(place.x, place.y), outward=(out[0] + 0.0, out[1] + 0.0))


def _rows(booths: Sequence[PlanBooth], width: float | None) -> tuple[list[tuple[PlanBooth, Rect]], Point]:
    """Return booths in double rows with aisles between, within a width or about square, and the size they take."""
    across, deep = _CELL
    wide = ceil(sqrt(len(booths) * 1.4)) if width is None else int((width - 2 * _AISLE_M) / across)
    columns = max(1, min(len(booths), wide)) if booths else 1
    placed = []
    for place, booth in enumerate(booths):
        row, column = divmod(place, columns)
        y = _AISLE_M + row * deep + row // 2 * _AISLE_M
        placed.append((booth, Rect(_AISLE_M + column * across, y, across, deep)))
    bottom = max((rect.bottom for _booth, rect in placed), default=_AISLE_M + deep)
    return placed, (2 * _AISLE_M + columns * across, bottom + _AISLE_M)


def _walls(hall: LaidHall, places: Sequence[LaidPlace], floors: Sequence[Rect]) -> list[tuple[Point, Point]]:
    """Return the walls of a hall with gaps where doors, entrances and passages are."""
    box = hall.box
    mine = [place for place in places if place.place.hall_id == hall.hall.id and place.outward != (0.0, 0.0)]
    sides: dict[Point, tuple[float, float, float]] = {
        (0.0, -1.0): (box.y, box.x, box.right),
        (0.0, 1.0): (box.bottom, box.x, box.right),
        (-1.0, 0.0): (box.x, box.y, box.bottom),
        (1.0, 0.0): (box.right, box.y, box.bottom),
    }
    walls: list[tuple[Point, Point]] = []
    for out, (level, start, end) in sides.items():
        is_level = out[0] == 0
        half = OPENING_M / 2
        middles = [place.x if is_level else place.y for place in mine if place.outward == out]
        gaps = [(middle - half, middle + half) for middle in middles]
        gaps += [
            (floor.x, floor.right) if is_level else (floor.y, floor.bottom)
            for floor in floors
            if _touches(floor, level, start, end, is_level=is_level)
        ]
        for a, b in _without(start, end, gaps):
            walls.append(((a, level), (b, level)) if is_level else ((level, a), (level, b)))
    return walls


def _touches(floor: Rect, level: float, start: float, end: float, *, is_level: bool) -> bool:
    edges = (floor.y, floor.bottom) if is_level else (floor.x, floor.right)
    middle = floor.x + floor.width / 2 if is_level else floor.y + floor.depth / 2
    return any(abs(edge - level) < 1e-6 for edge in edges) and start <= middle <= end


def _sides(floor: Rect, out: Point) -> list[tuple[Point, Point]]:
    """Return the two walls along a passage."""
    if out[0]:
        return [((floor.x, y), (floor.right, y)) for y in (floor.y, floor.bottom)]
    return [((x, floor.y), (x, floor.bottom)) for x in (floor.x, floor.right)]


def _without(start: float, end: float, gaps: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return what is left of a line when gaps are cut out of it."""
    parts, at = [], start
    for left, right in sorted(gaps):
        if left > at:
            parts.append((at, min(left, end)))
        at = max(at, right)
    if at < end:
        parts.append((at, end))
    return [part for part in parts if part[1] > part[0]]


def _tidied(points: Sequence[Point]) -> list[Point]:
    """Return a line without points that are there twice or lie straight between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) < 1e-6:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _is_straight(a: Point, b: Point, c: Point) -> bool:
    one, two = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
    return abs(one[0] * two[1] - one[1] * two[0]) < 1e-6 and one[0] * two[0] + one[1] * two[1] > 0


def _along(direction: Point) -> Point:
    """Return the direction of the two axes that is nearest."""
    x, y = direction
    if abs(x) >= abs(y) and x:
        return (1.0 if x > 0 else -1.0), 0.0
    return 0.0, (1.0 if y > 0 else -1.0)
