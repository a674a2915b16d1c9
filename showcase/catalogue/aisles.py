"""The free floor of a hall: the lines in the middle of its aisles, and where one steps onto them. No database."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from showcase.catalogue.floorplan import Rect, snapped

BODY: Final = 0.3
"""Half of what a person needs to walk through."""
MIDDLE: Final = 2.0
"""Metres from a booth at which one walks along it where the floor is wide open; half of a wide aisle."""
_WIDE: Final = 2.0
"""Metres of aisle in which a step aside still leaves one near its middle: there the lines of neighbours are one."""
_COMFORT: Final = 1.2
"""Metres in front of a side that make it a front."""
_SQUEEZE: Final = 15.0
"""Metres that people walk further rather than come to a booth by a side that has less before it."""
_TOUCH: Final = 1e-5

Point = tuple[float, float]
Span = tuple[float, float]
Box = tuple[Span, Span]
"""What stands in the way: from where to where on each axis. Axis 0 runs to the right, axis 1 down."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stretch of floor that can be walked: along `axis`, at `at` on the other one.

    `close` tells that it runs closely along booths or a wall, where nobody walks who need not.
    """

    axis: int
    at: float
    low: float
    high: float
    close: bool = False

    def point(self, along: float) -> Point:
        """Return the point so far along it."""
        return (self.at, along) if self.axis else (along, self.at)


@dataclass(frozen=True, slots=True)
class Step:
    """Where one steps from a thing onto the floor: its own points first to last, and the lines through the last.

    `effort` is how many metres people walk further to take another step out.
    """

    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    effort: float = 0.0


class Floor:
    """A hall with what stands in it."""

    def __init__(self, width: float, depth: float, rects: Iterable[Rect]) -> None:
        """Take what stands in a hall of this size; it may overlap and stick out.

        Args:
            width: metres to the right.
            depth: metres down.
            rects: the booths.
        """
        self._size = (width, depth)
        self._boxes: Sequence[Box] = sorted({_box(rect) for rect in rects})

    def lines(self, clearance: float, *, along_booths: bool) -> set[Line]:
        """Return the lines on which one walks this far from everything.

        Args:
            clearance: metres kept free on both sides.
            along_booths: take the lines that just clear the booths too. Whatever can be reached at all is reached
                on them; the middles of aisles alone are fewer and make the better ways.
        """
        width, depth = self._size
        walls: list[Box] = [((-1, 0), (0, depth)), ((0, width), (-1, 0))]
        walls += [((width, width + 1), (0, depth)), ((0, width), (depth, depth + 1))]
        seeds: dict[tuple[int, float, bool], set[Span]] = {}
        for box, axis, sign in itertools.product((*self._boxes, *walls), (0, 1), (-1, 1)):
            edge = box[axis][sign > 0]
            for low, high, gap in self._gaps(box, axis, sign):
                if gap >= 2 * clearance - _TOUCH:
                    middle = edge + sign * min(gap / 2, MIDDLE)
                    places = [(snapped(middle) if gap >= _WIDE else middle, False)]
                    places += [(edge + sign * clearance, True)] if along_booths else []
                    for at, close in places:
                        seeds.setdefault((1 - axis, round(at, 6), close), set()).add((low, high))
        return {
            Line(axis, at, low, high, close)
            for (axis, at, close), spans in seeds.items()
            for low, high in self._free(axis, at, clearance)
            if any(low < end + _TOUCH and start < high + _TOUCH for start, end in spans)
        }

    def narrow(self, least: float, *, walls: bool = True) -> list[Rect]:
        """Return the aisles that are less wide than this; neighbours leave none.

        Args:
            least: metres.
            walls: look between booths and walls too, where it is known where those are.
        """
        found: set[tuple[int, Span, Span]] = set()
        for box, axis, sign in itertools.product(self._boxes, (0, 1), (-1, 1)):
            edge = box[axis][sign > 0]
            wall = self._size[axis] if sign > 0 else 0.0
            for low, high, gap in self._gaps(box, axis, sign):
                if _TOUCH < gap < least - _TOUCH and (walls or abs(edge + sign * gap - wall) > _TOUCH):
                    found.add((axis, (edge, edge + gap) if sign > 0 else (edge - gap, edge), (low, high)))
        joined: list[tuple[int, Span, Span]] = []
        for axis, across, along in sorted(found):
            if joined and joined[-1][:2] == (axis, across) and along[0] <= joined[-1][2][1] + _TOUCH:
                before = joined.pop()[2]
                joined.append((axis, across, (before[0], max(before[1], along[1]))))
            else:
                joined.append((axis, across, along))
        return [_rect(axis, across, along) for axis, across, along in joined]

    def from_point(self, x: float, y: float, clearance: float) -> list[Step]:
        """Return how one steps onto the floor from a point; from one within a booth, by the fronts of the booth."""
        width, depth = self._size
        at = (min(max(x, 0.0), width), min(max(y, 0.0), depth))
        around = [box for box in self._boxes if _near(at, box, 0.0)]
        if around:
            return [step for box in around for step in self._fronts(box, clearance)]
        inner = (_within(at[0], width, clearance), _within(at[1], depth, clearance))
        if any(_near(inner, box, clearance) for box in self._boxes):
            inner = at  # between a booth and a wall one squeezes out as one stands
        faced = [axis for axis in (0, 1) if self._faces(at, axis)]
        lines = []
        for axis in (0, 1):
            low, high = self._reach(inner, axis, clearance)
            if high > low + _TOUCH:
                lines.append(Line(axis, inner[1 - axis], low, high, close=faced == [1 - axis]))
        return [Step((at, (inner[0], at[1]), inner), tuple(lines))]

    def from_booth(self, rect: Rect, clearance: float) -> list[Step]:
        """Return how one steps onto the floor from a booth: from each open side, else from what it stands in."""
        box = _box(rect)
        own = self._fronts(box, clearance)
        if own:
            return own
        over = [other for other in self._boxes if other != box and _overlap(box, other)]
        return [step for other in over for step in self._fronts(other, clearance)]

    def _faces(self, at: Point, axis: int) -> bool:
        """Tell whether a wall or booth is so near that one steps away from it first, not along it."""
        low, high = self._reach(at, axis, 0.0)
        return min(at[axis] - low, high - at[axis]) < _COMFORT

    def _fronts(self, box: Box, clearance: float) -> list[Step]:
        """Return the steps out of a box: on each side from the middle of the longest stretch one can stand before."""
        found: list[Step] = []
        for axis, sign in itertools.product((1, 0), (1, -1)):
            edge, (start, end) = box[axis][sign > 0], box[1 - axis]
            before = edge + sign * clearance
            free = [(max(low, start), min(high, end)) for low, high in self._free(1 - axis, before, clearance)]
            low, high = max(free, key=lambda it: it[1] - it[0], default=(1.0, 0.0))
            if high < low:
                continue
            middle = (low + high) / 2
            reach = self._reach((middle, before) if axis else (before, middle), axis, clearance)
            line = Line(axis, middle, *((edge, reach[1]) if sign > 0 else (reach[0], edge)))
            roomy = line.high - line.low + clearance >= _COMFORT
            found.append(Step((line.point(edge),), (line,), 0.0 if roomy else _SQUEEZE))
        return found

    def _gaps(self, box: Box, axis: int, sign: int) -> list[tuple[float, float, float]]:
        """Return from where to where along a side of a box how many metres are free in front of it."""
        edge, (low, high) = box[axis][sign > 0], box[1 - axis]
        wall = max(self._size[axis] - edge if sign > 0 else edge, 0.0)
        near = [(low, high, wall)]
        for other in self._boxes:
            start, end = max(low, other[1 - axis][0]), min(high, other[1 - axis][1])
            ahead = (other[axis][1] - edge) if sign > 0 else (edge - other[axis][0])
            if start < end - _TOUCH and ahead > _TOUCH:
                gap = (other[axis][0] - edge) if sign > 0 else (edge - other[axis][1])
                near.append((start, end, max(gap, 0.0)))
        near.sort(key=lambda it: it[2])  # the first that reaches into a piece is the nearest
        cuts = sorted({cut for start, end, _gap in near for cut in (start, end)})
        return [
            (a, b, next(gap for start, end, gap in near if start < b - _TOUCH and end > a + _TOUCH))
            for a, b in itertools.pairwise(cuts)
            if b - a > _TOUCH
        ]

    def _free(self, axis: int, at: float, clearance: float) -> list[Span]:
        """Return the stretches of a line that are this far from everything."""
        room = self._size[1 - axis]
        if not clearance - _TOUCH <= at <= room - clearance + _TOUCH:
            return []
        blocked = sorted(
            (box[axis][0] - clearance, box[axis][1] + clearance)
            for box in self._boxes
            if box[1 - axis][0] - clearance + _TOUCH < at < box[1 - axis][1] + clearance - _TOUCH
        )
        free, start = [], clearance
        for low, high in blocked:
            if low >= start - _TOUCH:
                free.append((start, max(low, start)))
            start = max(start, high)
        end = self._size[axis] - clearance
        if end >= start - _TOUCH:
            free.append((start, max(end, start)))
        return free

    def _reach(self, at: Point, axis: int, clearance: float) -> Span:
        """Return how far one walks from a point both ways along an axis.

        What the point is nearer to than the clearance stops one only on the way to it: one may stand at a booth and
        step away from it, or squeeze out between two.
        """
        here, across = at[axis], at[1 - axis]
        low, high = min(here, clearance), max(here, self._size[axis] - clearance)
        for box in self._boxes:
            (near, far), (left, right) = box[axis], box[1 - axis]
            margin = clearance
            if near - clearance + _TOUCH < here < far + clearance - _TOUCH:
                margin = 0.0 if near < here < far else min(BODY, clearance)
            if not left - margin + _TOUCH < across < right + margin - _TOUCH:
                continue
            if near >= here - _TOUCH:
                high = min(high, max(here, near - clearance))
            elif far <= here + _TOUCH:
                low = max(low, min(here, far + clearance))
            else:
                return here, here
        return low, high


def _box(rect: Rect) -> Box:
    return (rect.x, rect.right), (rect.y, rect.bottom)


def _rect(axis: int, on_axis: Span, aside: Span) -> Rect:
    (x, right), (y, bottom) = (on_axis, aside) if axis == 0 else (aside, on_axis)
    return Rect(x, y, right - x, bottom - y)


def _near(at: Point, box: Box, metres: float) -> bool:
    """Tell whether a point lies within so many metres of a box on both axes."""
    return all(low - metres < p < high + metres for p, (low, high) in zip(at, box, strict=True))


def _overlap(one: Box, other: Box) -> bool:
    return all(a[0] < b[1] - _TOUCH and b[0] < a[1] - _TOUCH for a, b in zip(one, other, strict=True))


def _within(at: float, size: float, clearance: float) -> float:
    return min(max(at, clearance), max(size - clearance, size / 2))
