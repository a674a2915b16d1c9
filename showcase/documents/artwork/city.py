"""Motifs with more to draw: the Đông Sơn sun, bamboo, and a skyline over terraces."""

import math
import random
from collections.abc import Callable, Iterator
from typing import Final

from showcase.documents.artwork.drawing import Drawing, Part, rectangle
from showcase.documents.artwork.field import Ground
from showcase.documents.artwork.motifs import HEIGHT, PALE, WIDTH, lantern_sky
from showcase.documents.artwork.shapes import regular
from showcase.documents.artwork.skyline import Skyline, bump, towers
from showcase.documents.artwork.terraces import Look, terraces
from showcase.documents.colours import FOREST, INK, LANTERN, LEAF, MINT, mix
from showcase.documents.page import Point, Shape, Stroke

_SUN: Final = (WIDTH * 0.66, HEIGHT * 0.52)
_SUN_R: Final = 13.0
_BANDS: Final = (
    ("triangles", 5.2, 56),
    ("ticks", 3.0, 96),
    ("cells", 6.4, 48),
    ("discs", 4.2, 60),
    ("cells", 7.4, 64),
    ("triangles", 7.0, 84),
    ("cells", 8.6, 80),
    ("ticks", 4.0, 180),
    ("cells", 10.0, 96),
    ("discs", 6.0, 100),
    ("cells", 12.0, 110),
    ("triangles", 10.0, 120),
)
"""The rings of the drum from the inside: what, how wide, how many."""
_GAP: Final = 1.1
_HILL: Final = bump(0.32, 0.2, 0.5)
_SKYLINE: Final = Skyline(
    left=-2.0,
    right=WIDTH,
    foot=HEIGHT * 0.72,
    highest=HEIGHT * 0.56,
    line=0.16,
    profile=lambda at: 0.42 + _HILL(at),
    narrow=0.0275,
    wide=0.074,
    body=mix(FOREST, INK, 0.25),
    colour=mix(LEAF, MINT, 0.35),
)


def energy() -> Drawing:
    """Draw the sun of a bronze drum with its rings, cut by the frame."""
    chance = random.Random(1)  # noqa: S311 - artwork, not secrets
    star = zip(regular(14, *_SUN, _SUN_R), regular(14, *_SUN, _SUN_R * 0.42, -90 + 180 / 14), strict=True)
    items: list[Part] = [
        rectangle(0, 0, WIDTH, HEIGHT, FOREST),
        Shape(mix(FOREST, INK, 0.35), regular(96, *_SUN, _SUN_R + 0.8)),
        Shape(LANTERN, tuple(point for pair in star for point in pair)),
    ]
    inner = _SUN_R + 1.6
    for kind, width, count in _BANDS:
        fade = min(1.0, (inner - _SUN_R) / 102)
        items += _RINGS[kind](inner, inner + width, count, fade, chance)
        inner += width + _GAP
    return Drawing(WIDTH, HEIGHT, tuple(items))


def _polar(r: float, turn: float) -> Point:
    angle = math.tau * turn
    return _SUN[0] + r * math.cos(angle), _SUN[1] + r * math.sin(angle)


def _triangles(inner: float, outer: float, count: int, fade: float, chance: random.Random) -> Iterator[Part]:
    del chance
    for at in range(count):
        points = (_polar(inner, at / count), _polar(outer, (at + 0.5) / count), _polar(inner, (at + 1) / count))
        yield Shape(mix(PALE, LEAF, fade), points)


def _ticks(inner: float, outer: float, count: int, fade: float, chance: random.Random) -> Iterator[Part]:
    del chance
    for at in range(count):
        yield Stroke(mix(MINT, LEAF, fade * 0.8), 0.45, (_polar(inner, at / count), _polar(outer, at / count)))


def _discs(inner: float, outer: float, count: int, fade: float, chance: random.Random) -> Iterator[Part]:
    del chance
    for at in range(count):
        ring = regular(24, *_polar((inner + outer) / 2, at / count), (outer - inner) * 0.36)
        yield Stroke(mix(PALE, LEAF, fade), 0.5, ring, closed=True)


def _cells(inner: float, outer: float, count: int, fade: float, chance: random.Random) -> Iterator[Part]:
    del fade
    palette = [*(mix(FOREST, LEAF, share) for share in (0.15, 0.35, 0.55, 0.8, 1)), PALE, MINT]
    for at in range(count):
        lit, tone = chance.random() < 0.035, palette[min(6, int(chance.random() ** 1.6 * 7))]
        turns = [(at + 0.06 + 0.88 * step / 4) / count for step in range(5)]
        edge = (*(_polar(inner, turn) for turn in turns), *(_polar(outer, turn) for turn in reversed(turns)))
        yield Shape(LANTERN if lit else tone, edge)


_Ring = Callable[[float, float, int, float, random.Random], Iterator[Part]]
_RINGS: Final[dict[str, _Ring]] = {"triangles": _triangles, "ticks": _ticks, "discs": _discs, "cells": _cells}


def bamboo() -> Drawing:
    """Draw bamboo before a lantern, the thick stems in front."""
    chance = random.Random(3)  # noqa: S311 - artwork, not secrets
    items: list[Part] = list(lantern_sky((WIDTH * 0.7, HEIGHT * 0.4), 13, 3.2))
    stems, x = [], -2.0
    while x < WIDTH:
        near = chance.random()
        width = 2.0 + 5.2 * near * near
        stems.append((near, x, width))
        x += width + chance.choice((1.2, 2.2, 4.5, 7, 11))
    for near, left, width in sorted(stems):
        dark = near < 0.6
        colour = mix(mix(FOREST, LEAF, 0.35), LEAF, near) if dark else mix(LEAF, PALE, (near - 0.6) * 2.2)
        top, bottom = -chance.uniform(4, 30), HEIGHT + chance.uniform(4, 30)
        items += _stem((left, width), (top, bottom), colour, chance)
        if chance.random() < 0.55:
            y = chance.uniform(0.08, 0.8) * HEIGHT
            items += (_leaf(left, y, near, chance) for _ in range(3))
    return Drawing(WIDTH, HEIGHT, tuple(items))


def _stem(
    across: tuple[float, float], along: tuple[float, float], colour: str, chance: random.Random
) -> Iterator[Part]:
    """Give the pieces of a stem between its knots: `across` is its middle and width, `along` its top and bottom."""
    (x, width), (top, bottom) = across, along
    count = int(4 + (bottom - top) / 22 + chance.random() * 2)
    shares = [chance.uniform(0.8, 1.2) for _ in range(count)]
    y = top
    for share in shares:
        height = (bottom - top) * share / sum(shares)
        above, below = y + 0.45, y + height - 0.45
        half, waist, swell = width / 2, width * 0.46, width * 0.06
        yield Shape(
            colour,
            (
                (x - half, above),
                (x, above - swell),
                (x + half, above),
                (x + waist, below),
                (x, below + swell),
                (x - waist, below),
            ),
        )
        y += height


def _leaf(x: float, y: float, near: float, chance: random.Random) -> Part:
    """Return a leaf that springs from a knot."""
    angle = math.radians(chance.choice((-1, 1)) * chance.uniform(18, 48) + chance.choice((0, 180)))
    length, half = chance.uniform(14, 24), chance.uniform(1.7, 2.4) * 0.75
    light = mix(PALE, MINT, chance.random()) if near > 0.4 else mix(LEAF, PALE, chance.random())
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    outline = [(at / 12, math.sin(math.pi * (at / 12) ** 0.8)) for at in range(13)]
    upper = [(t * length, half * bulge) for t, bulge in outline]
    lower = [(t, -s) for t, s in reversed(upper[1:-1])]
    return Shape(
        light, tuple((x + t * along[0] + s * across[0], y + t * along[1] + s * across[1]) for t, s in (*upper, *lower))
    )


def planning() -> Drawing:
    """Draw a skyline of lattices over terraces, under a lantern."""
    items: list[Part] = list(lantern_sky((WIDTH * 0.72, HEIGHT * 0.36), 12, 3.4))
    items += towers(_SKYLINE, random.Random(5))  # noqa: S311 - artwork, not secrets
    hills = ((15.4, 72.0, 30.8, 9.0, 0.25), (123.2, 76.5, 38.5, 9.0, 0.25))
    stops = ((0.0, mix(FOREST, INK, 0.5)), (0.25, FOREST), (0.7, LEAF), (1.0, PALE))
    ground = Ground(WIDTH, HEIGHT * 0.7, HEIGHT * 0.36, 12, 9, hills)
    items += terraces(ground, Look(6, 0.6, 0.16, 0.13, 16, stops=stops, bare=1), HEIGHT)
    return Drawing(WIDTH, HEIGHT, tuple(items))
