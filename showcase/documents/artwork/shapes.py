"""The shapes of the roles, the lantern with its echoes in the sky, and the mark of the event."""

import math
from collections.abc import Iterator

from showcase.documents.artwork.drawing import Part
from showcase.documents.colours import WHITE, mix
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
    if kind == "triangle":
        return regular(3, cx, cy + 0.17 * r, 1.32 * r)
    if kind == "square":
        return regular(4, cx, cy, 0.9 * math.sqrt(2) * r, -45)
    if kind == "diamond":
        return regular(4, cx, cy, 1.24 * r)
    if kind == "hexagon":
        return regular(6, cx, cy, 1.1 * r)
    if kind == "star":
        outer, inner = regular(5, cx, cy, 1.3 * r), regular(5, cx, cy, 0.65 * r, -54)
        return tuple(point for pair in zip(outer, inner, strict=True) for point in pair)
    if kind == "half":
        arc = (math.radians(180 + 4 * at) for at in range(46))
        return tuple((cx + 1.28 * r * math.cos(angle), cy + r * (0.56 + 1.28 * math.sin(angle))) for angle in arc)
    if kind == "cross":
        arm, side = 1.08 * r / 3, 0.4 * r
        across = {1: side, 3: 3 * arm}
        return tuple((cx + math.copysign(across[abs(x)], x), cy + math.copysign(across[abs(y)], y)) for x, y in _PLUS)
    return regular(96, cx, cy, r)


def echoes(
    kind: str, centre: Point, r: float, gap: float, count: int, sky: str, lantern: str, width_mm: float, near: float
) -> Iterator[Part]:
    """Give the rings around the lantern, from the farthest inwards, then the lantern.

    Args:
        kind: the shape.
        centre: of the lantern, in mm.
        r: radius of the lantern.
        gap: between rings; it widens outwards.
        count: how many rings.
        sky: the colour they are drawn on.
        lantern: its colour.
        width_mm: of the lines.
        near: share of white in the ring next to the lantern; the last has 5 %.
    """
    for at in range(count, 0, -1):
        tint = mix(mix(sky, WHITE, near), mix(sky, WHITE, 0.05), at / count)
        ring = role_shape(kind, *centre, r + gap * at * (1 + _ECHO_WIDENS * at))
        yield Stroke(tint, width_mm, ring, closed=True)
    yield Shape(lantern, role_shape(kind, *centre, r))


def mark(cx: float, cy: float, r: float, colour: str) -> Iterator[Part]:
    """Give the mark of the event: ring, twelve rays and hub, after the round window of Khuê Văn Các."""
    yield Stroke(colour, 0.18 * r, regular(96, cx, cy, 0.91 * r), closed=True)
    for inner, outer in zip(regular(_RAYS, cx, cy, 0.4 * r), regular(_RAYS, cx, cy, 0.86 * r), strict=True):
        yield Stroke(colour, 0.10 * r, (inner, outer))
    yield Shape(colour, regular(48, cx, cy, 0.3 * r))
