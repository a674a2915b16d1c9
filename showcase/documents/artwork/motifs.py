"""Motifs of topics, for products without a picture: forest to mint, with one lantern."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from showcase.documents.artwork.contours import contours, sample, simplified
from showcase.documents.artwork.drawing import Drawing, Part, rectangle
from showcase.documents.artwork.field import Field, Ground
from showcase.documents.artwork.shapes import Lantern, echoes, regular
from showcase.documents.colours import FOREST, INK, LANTERN, LEAF, MINT, SIGN, WHITE, mix, ramp
from showcase.documents.page import Point, Shape, Stroke

WIDTH: Final = 154.0
HEIGHT: Final = 90.0
"""The picture of a product card, bleed included."""
PALE: Final = "#86C9A8"
Chance = random.Random


def water() -> Drawing:
    """Draw the rings of three drops that meet."""
    drops = ((107.8, 37.8, 1.0), (30.8, 70.2, 0.9), (55.4, 9.0, 0.8))

    def still(x: float, y: float) -> float:
        """Return minus the distance to the nearest drop in rings, drops melting into each other (smooth minimum)."""
        near = sum(math.exp(-1.1 * math.hypot(x - cx, (y - cy) * 1.25) / 4.6 * scale) for cx, cy, scale in drops)
        return math.log(max(near, 1e-12)) / 1.1

    rings = 15
    stops = ((0.0, mix(FOREST, INK, 0.2)), (0.35, FOREST), (0.68, LEAF), (0.88, PALE), (1.0, MINT))
    grid = sample(still, (-4, -4, WIDTH + 4, HEIGHT + 4), 0.8).walled()
    items: list[Part] = [rectangle(0, 0, WIDTH, HEIGHT, mix(FOREST, INK, 0.35))]
    for at, colour in enumerate(ramp(stops, rings)):
        for line in contours(grid, at - rings):
            points = simplified(line, 0.03)
            items += (Shape(colour, points), Stroke(mix(colour, WHITE, 0.22), 0.18, points, closed=True))
    (x, y, _), *others = drops
    items.append(Shape(LANTERN, regular(64, x, y, 3.1)))
    items += (Shape(WHITE, regular(48, cx, cy, 1.6)) for cx, cy, _ in others)
    return Drawing(WIDTH, HEIGHT, tuple(items))


def data() -> Drawing:
    """Draw a lattice of diamonds that swell with a field; a few are lit."""
    pitch, chance = 5.0, Chance(1)
    hills = ((WIDTH * 0.72, HEIGHT * 0.35, WIDTH * 0.22, HEIGHT * 0.3, 1.0), (38.5, 72.0, 30.8, 22.5, 0.8))
    field = Field(Ground(WIDTH, HEIGHT * 0.1, HEIGHT * 0.9, 1, 1, hills, roughness=1.2))
    items: list[Part] = [rectangle(0, 0, WIDTH, HEIGHT, mix(FOREST, INK, 0.3))]
    for row in range(int(HEIGHT / pitch * 2) + 4):
        y = pitch * (row / 2 - 1)
        for column in range(int(WIDTH / pitch) + 3):
            x = pitch * (column - 1 + (row % 2) / 2)
            swell = min(1.0, max(0.0, 0.12 + 0.62 * field.raw(x, y)))
            colour = mix(mix(FOREST, LEAF, min(1.0, swell * 1.5)), MINT, max(0.0, (swell - 0.55) * 2))
            lit = swell > 0.42 and chance.random() < 0.022
            items.append(Shape(LANTERN if lit else colour, regular(4, x, y, pitch * 0.465 * (0.16 + 0.84 * swell))))
    return Drawing(WIDTH, HEIGHT, tuple(items))


def government() -> Drawing:
    """Draw a floor of tiles: round windows and quarter circles by turns; two windows are lit."""
    pitch, chance = 15.4, Chance(4)
    columns, rows = int(WIDTH / pitch) + 2, int(HEIGHT / pitch) + 2
    left, top = (WIDTH - columns * pitch) / 2, (HEIGHT - rows * pitch) / 2
    items: list[Part] = [rectangle(0, 0, WIDTH, HEIGHT, FOREST)]
    for row in range(rows):
        for column in range(columns):
            x, y = left + (column + 0.5) * pitch, top + (row + 0.5) * pitch
            far = math.hypot(x / WIDTH - 0.7, y / HEIGHT - 0.42)
            side = pitch - 0.7
            tint = mix(FOREST, LEAF, max(0.0, 0.34 - far * 0.4))
            items.append(rectangle(x - side / 2, y - side / 2, side, side, tint))
            colour = mix(MINT, mix(FOREST, LEAF, 0.45), min(1.0, far * 1.5))
            if (row + column) % 2 == 0:
                lit = far < 0.12 or chance.random() < 0.05
                items += _window(x, y, pitch, colour, LANTERN if lit else colour)
            else:
                items += _corners(x, y, side / 2, mix(LEAF, mix(FOREST, LEAF, 0.25), min(1.0, far * 1.4)))
                items.append(Shape(colour, regular(4, x, y, pitch * 0.17)))
    return Drawing(WIDTH, HEIGHT, tuple(items))


def _window(x: float, y: float, pitch: float, colour: str, hub: str) -> Iterator[Part]:
    """Give a round window: ring, rays, hub."""
    yield Stroke(colour, pitch * 0.075, regular(64, x, y, pitch * 0.37), closed=True)
    for inner, outer in zip(regular(12, x, y, pitch * 0.17), regular(12, x, y, pitch * 0.34), strict=True):
        yield Stroke(colour, pitch * 0.04, (inner, outer))
    yield Shape(hub, regular(32, x, y, pitch * 0.115))


def _corners(x: float, y: float, half: float, colour: str) -> Iterator[Part]:
    """Give the four quarter circles of a tile."""
    r = half * 0.86
    for turn in range(4):
        angle = math.radians(45 + 90 * turn)
        cx, cy = x + math.copysign(half, math.cos(angle)), y + math.copysign(half, math.sin(angle))
        arc = (math.radians(180 + 90 * turn + 5 * at) for at in range(19))
        yield Shape(colour, ((cx, cy), *((cx + r * math.cos(a), cy + r * math.sin(a)) for a in arc)))


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Parallel routes along a path, `gap` mm apart, drawn `width` mm wide."""

    path: tuple[Point, ...]
    colours: tuple[str, ...]
    gap: float
    width: float


def mobility() -> Drawing:
    """Draw bundles of routes that turn by 45 degrees; the interchange is lit."""
    gap = 3.1
    greens = tuple(mix(FOREST, LEAF, share) for share in (0.25, 0.4, 0.55, 0.7, 0.85, 1, 0.8, 0.5))
    mints = tuple(mix(LEAF, MINT, share) for share in (0, 0.2, 0.45, 0.7, 0.9, 0.6))
    high, low, wide = HEIGHT * 0.22, HEIGHT * 0.92, WIDTH * 1.1
    rise = HEIGHT * 0.62
    bundles = (
        _Bundle(((-10, high), (30.8, high), (80.08, high + 49.28), (wide, high + 49.28)), greens, gap, gap * 0.62),
        _Bundle(((-10, low), (46.2, low), (46.2 + rise, low - rise), (wide, low - rise)), mints, gap, gap * 0.62),
        _Bundle(((126.28, -10), (126.28, 49.5), (150.9, 74.1), (184.8, 74.1)), (WHITE, MINT, PALE), gap, gap * 0.5),
    )
    items: list[Part] = [rectangle(0, 0, WIDTH, HEIGHT, FOREST)]
    items += (route for bundle in bundles for route in _routes(bundle))
    for x, y in ((126.28, HEIGHT * 0.3), (18.5, high), (24.6, low)):
        items.append(Shape(FOREST, regular(64, x, y, gap * 1.5)))
        items.append(Stroke(WHITE, gap * 0.5, regular(64, x, y, gap * 1.5), closed=True))
    items.append(Shape(LANTERN, regular(96, 46.2 + rise * 0.62, low - rise * 0.62, gap * 2.7)))
    return Drawing(WIDTH, HEIGHT, tuple(items))


def _routes(bundle: _Bundle) -> Iterator[Part]:
    for at, colour in enumerate(bundle.colours):
        beside = (at - (len(bundle.colours) - 1) / 2) * bundle.gap
        yield Stroke(colour, bundle.width, rounded(_offset(bundle.path, beside), 9))


def _offset(path: Sequence[Point], beside: float) -> list[Point]:
    """Return the path moved sideways; corners stay on the bisector."""
    sides = []
    for (x0, y0), (x1, y1) in pairwise(path):
        length = math.hypot(x1 - x0, y1 - y0)
        sides.append(((y0 - y1) / length, (x1 - x0) / length))
    moved = []
    for (x, y), (ax, ay), (bx, by) in zip(path, [sides[0], *sides], [*sides, sides[-1]], strict=True):
        sx, sy = ax + bx, ay + by
        scale = 2 / (sx * sx + sy * sy)
        moved.append((x + sx * beside * scale, y + sy * beside * scale))
    return moved


def rounded(path: Sequence[Point], r: float) -> tuple[Point, ...]:
    """Return the path with its corners rounded (quadratic curves in six pieces)."""
    points = [path[0]]
    for before, corner, after in zip(path, path[1:], path[2:], strict=False):
        reach = min(r, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = _toward(corner, before, reach), _toward(corner, after, reach)
        points += (_bent(start, corner, end, at / 6) for at in range(7))
    return (*points, path[-1])


def _toward(start: Point, end: Point, distance: float) -> Point:
    share = distance / math.dist(start, end)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _bent(start: Point, control: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]


def lantern_sky(centre: Point, r: float, gap: float) -> Iterator[Part]:
    """Give a forest sky with a lantern."""
    yield rectangle(0, 0, WIDTH, HEIGHT, FOREST)
    yield from echoes(Lantern(centre, r, gap, 30, 0.22, 0.34), SIGN)
