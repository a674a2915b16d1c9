"""The shapes of the roles, the lantern with its echoes in the sky, and the mark of the event."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from showcase.documents.artwork.drawing import Part
from showcase.documents.colours import WHITE, RoleStyle, mix
from showcase.documents.page import Point, Shape, Stroke

_PLUS = ((-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1), (1, 3), (-1, 3), (-1, 1), (-3, 1), (-3, -1), (-1, -1))
_ECHO_WIDENS = 0.045
_RAYS = 12


def regular(corners: int, cx: float, cy: float, r: float, turn: float = -90.0) -> tuple[Point, ...]:
    """Return a regular polygon; its first corner lies at `turn` degrees, clockwise from the right."""
    angles = (math.radians(turn + 360 * at / corners) for at in range(corners))
    return tuple((cx + r * math.cos(angle), cy + r * math.sin(angle)) for angle in angles)


def role_shape(kind: str, cx: float, cy: float, r: float) -> tuple[Point, ...]:
    """Return one of the eight shapes, balanced so that each weighs the same at the same r (looks, section 3)."""
    return _SHAPES.get(kind, _circle)(cx, cy, r)


def _circle(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    return regular(96, cx, cy, r)


def _triangle(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    return regular(3, cx, cy + 0.17 * r, 1.32 * r)


def _square(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    return regular(4, cx, cy, 0.9 * math.sqrt(2) * r, -45)


def _diamond(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    return regular(4, cx, cy, 1.24 * r)


def _hexagon(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    return regular(6, cx, cy, 1.1 * r)


def _star(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    points = zip(regular(5, cx, cy, 1.3 * r), regular(5, cx, cy, 0.65 * r, -54), strict=True)
    return tuple(point for pair in points for point in pair)


def _half(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    arc = (math.radians(180 + 4 * at) for at in range(46))
    return tuple((cx + 1.28 * r * math.cos(angle), cy + r * (0.56 + 1.28 * math.sin(angle))) for angle in arc)


def _cross(cx: float, cy: float, r: float) -> tuple[Point, ...]:
    across = {1: 0.4 * r, 3: 1.08 * r}
    return tuple((cx + math.copysign(across[abs(x)], x), cy + math.copysign(across[abs(y)], y)) for x, y in _PLUS)


_SHAPES: Final = {
    "triangle": _triangle,
    "square": _square,
    "diamond": _diamond,
    "hexagon": _hexagon,
    "star": _star,
    "half": _half,
    "cross": _cross,
}


@dataclass(frozen=True, slots=True)
class Lantern:
    """Where the lantern hangs and how its rings are drawn, in mm; they widen outwards.

    `near` is the share of white in the ring next to the lantern; the last has 5 %.
    """

    centre: Point
    r: float
    gap: float
    rings: int
    line: float
    near: float = 0.38


def echoes(lantern: Lantern, style: RoleStyle) -> Iterator[Part]:
    """Give the rings around the lantern, from the farthest inwards, then the lantern, in the shape of the role."""
    near, far = mix(style.sky, WHITE, lantern.near), mix(style.sky, WHITE, 0.05)
    for at in range(lantern.rings, 0, -1):
        r = lantern.r + lantern.gap * at * (1 + _ECHO_WIDENS * at)
        ring = role_shape(style.shape, *lantern.centre, r)
        yield Stroke(mix(near, far, at / lantern.rings), lantern.line, ring, closed=True)
    yield Shape(style.lantern, role_shape(style.shape, *lantern.centre, lantern.r))


def mark(cx: float, cy: float, r: float, colour: str) -> Iterator[Part]:
    """Give the mark of the event: ring, twelve rays and hub, after the round window of Khuê Văn Các."""
    yield Stroke(colour, 0.18 * r, regular(96, cx, cy, 0.91 * r), closed=True)
    for inner, outer in zip(regular(_RAYS, cx, cy, 0.4 * r), regular(_RAYS, cx, cy, 0.86 * r), strict=True):
        yield Stroke(colour, 0.10 * r, (inner, outer))
    yield Shape(colour, regular(48, cx, cy, 0.3 * r))
