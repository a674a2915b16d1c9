"""The landscapes of badges and signs: one ground each, under the sky of a role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from showcase.documents.artwork.drawing import Drawing, Part, rectangle
from showcase.documents.artwork.field import Ground
from showcase.documents.artwork.shapes import Lantern, echoes, mark
from showcase.documents.artwork.terraces import Look, terraces
from showcase.documents.colours import WHITE, RoleStyle
from showcase.documents.page import Point, Shape, Stroke


@dataclass(frozen=True, slots=True)
class Scene:
    """A landscape: its size with bleed, its ground, its lantern, and where the mark of the event stands (x, y, r).

    `city` stands on the horizon, from the back to the front.
    """

    width: float
    height: float
    ground: Ground
    look: Look
    lantern: Lantern
    mark: tuple[float, float, float] | None = None
    city: tuple[Part, ...] = ()

    @property
    def dissolves(self) -> bool:
        """Tell whether the terraces end in unprinted paper; others run to the edge."""
        return self.look.stops[-1][1] == WHITE

    @property
    def sky_ends(self) -> float:
        """How far down the sky is painted: behind the first terraces."""
        return self.ground.horizon + min(self.ground.depth / 2, 40.0)


# Looks, section 7: ground, cell, grid and lantern of each.
BADGE_A6: Final = Scene(
    111,
    62,
    Ground(
        width=111,
        horizon=33,
        depth=26,
        terraces=15,
        seed=11,
        hills=(
            (8, 42, 17, 10, 0.34),
            (46, 47, 15, 6, 0.18),
            (92, 40, 20, 8, 0.36),
            (70, 37, 9, 4, 0.12),
            (108, 58, 20, 8, 0.2),
            (26, 60, 20, 5, 0.14),
        ),
    ),
    Look(cell=4.2, grid=0.5, rim=0.12, dyke=0.10, reach=12, lit=0.07, draw=5),
    Lantern((86.5, 19.4), 8.8, 2.3, 23, 0.20),
    (16, 21, 4.9),
)
BADGE_CR80: Final = Scene(
    91.6,
    20,
    Ground(
        width=91.6,
        horizon=12.2,
        depth=5.3,
        terraces=9,
        seed=5,
        hills=((6, 15, 12, 3, 0.3), (40, 17, 12, 2.5, 0.2), (80, 13.5, 16, 3, 0.25), (60, 14, 8, 2, 0.15)),
    ),
    Look(cell=3.2, grid=0.3, rim=0.10, dyke=0.08, reach=12, lit=0.07, lit_until=5, draw=5, bare=2),
    Lantern((79.5, 7.5), 3.0, 1.25, 22, 0.14),
    (10.5, 7.8, 2.45),
)
BOOTH_SIGN: Final = Scene(
    303,
    150,
    Ground(
        width=303,
        horizon=111,
        depth=29,
        terraces=15,
        seed=10,
        hills=(
            (16, 130, 44, 16, 0.26),
            (140, 146, 40, 12, 0.22),
            (230, 128, 30, 12, 0.2),
            (290, 120, 30, 12, 0.3),
            (195, 117, 22, 8, 0.12),
        ),
        roughness=0.5,
    ),
    Look(cell=9, grid=0.9, rim=0.25, dyke=0.20, reach=24, lit=0.06, draw=9),
    Lantern((306, 52), 38, 5.6, 36, 0.35, 0.34),
)

REPORT_A4: Final = Scene(
    210,
    86,
    Ground(
        width=210,
        horizon=55,
        depth=24,
        terraces=13,
        seed=31,
        hills=(
            (14, 70, 40, 13, 0.32),
            (110, 78, 30, 8, 0.2),
            (188, 65, 40, 11, 0.3),
            (150, 62, 20, 6, 0.12),
        ),
    ),
    Look(cell=6.5, grid=0.7, rim=0.16, dyke=0.13, reach=16, lit=0.06, draw=7),
    Lantern((180, 27), 11, 3.4, 44, 0.25),
)


def draw_scene(scene: Scene, style: RoleStyle) -> Drawing:
    """Draw sky, lantern, ground and mark."""
    items: list[Part] = [rectangle(0, 0, scene.width, scene.sky_ends, style.sky)]
    for ring in echoes(scene.lantern, style):
        if isinstance(ring, Stroke):
            closed = (*ring.points, ring.points[0])
            items += (Stroke(ring.colour, ring.width_mm, line) for line in _lines_above(closed, scene.sky_ends))
        else:
            items.append(ring)
    items += scene.city
    items += _ground(scene)
    if scene.mark:
        items += mark(*scene.mark, style.on_sky)
    return Drawing(scene.width, scene.height, tuple(items))


def draw_foreground(scene: Scene, depth: float) -> Drawing:
    """Draw the first `depth` mm of the ground alone: it is painted over the feet of what stands on it."""
    items: list[Part] = []
    for item in _ground(scene):
        if isinstance(item, Shape):
            points = _polygon_above(item.points, depth)
            items += [Shape(item.colour, points)] if len(points) > 2 else []
        else:
            items += (Stroke(item.colour, item.width_mm, line) for line in _lines_above(item.points, depth))
    return Drawing(scene.width, depth, tuple(items))


@cache
def _ground(scene: Scene) -> tuple[Part, ...]:
    """Return the terraces of a scene down to unprinted paper; every role stands on the same."""
    if not scene.dissolves:
        return tuple(terraces(scene.ground, scene.look, scene.height))
    bottom = scene.ground.horizon + scene.ground.depth * 1.15
    made = tuple(terraces(scene.ground, scene.look, min(bottom, scene.height)))
    paper = rectangle(-5, bottom, scene.width + 10, scene.height - bottom + 5, WHITE)
    return (*made, paper) if bottom < scene.height else made


def _polygon_above(points: Sequence[Point], y: float) -> tuple[Point, ...]:
    """Return the part of a polygon that lies above a height (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for start, end in pairwise((*points, points[0])):
        if start[1] <= y:
            kept.append(start)
        if (start[1] <= y) != (end[1] <= y):
            kept.append(_crossing(start, end, y))
    return tuple(kept)


def _lines_above(points: Sequence[Point], y: float) -> Iterator[tuple[Point, ...]]:
    """Give the parts of a line that lie above a height."""
    line: list[Point] = []
    for start, end in pairwise(points):
        if start[1] <= y and not line:
            line = [start]
        if (start[1] <= y) != (end[1] <= y):
            line.append(_crossing(start, end, y))
        if end[1] <= y:
            line.append(end)
        elif len(line) > 1:
            yield tuple(line)
            line = []
    if len(line) > 1:
        yield tuple(line)


def _crossing(start: Point, end: Point, y: float) -> Point:
    share = (y - start[1]) / (end[1] - start[1])
    return start[0] + (end[0] - start[0]) * share, y
