"""What stands on the horizon: towers as lattices of lines, and the Long Biên bridge."""

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from showcase.documents.artwork.drawing import Part, rectangle
from showcase.documents.colours import FOREST, INK, LANTERN, LEAF, MINT, mix
from showcase.documents.page import Point, Stroke

Chance = random.Random
_CELL_LINES: Final = 5.2
"""A window is so many times as wide as its lines."""
_CHORD: Final = 2.2
"""How sharply the top chord of the bridge peaks over a pier."""


@dataclass(frozen=True, slots=True)
class Skyline:
    """Towers from left to right; lengths in mm.

    `profile` gives the share of `highest` that towers reach at 0 (left) to 1 (right); `narrow` and `wide` are shares of
    the whole width.
    """

    left: float
    right: float
    foot: float
    highest: float
    line: float
    profile: Callable[[float], float]
    narrow: float = 0.025
    wide: float = 0.0675
    body: str = mix(FOREST, INK, 0.30)
    colour: str = mix(LEAF, MINT, 0.30)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A truss on piers: `spans` of `span` mm from `left`, its deck at `y`; `peak` over piers, `mid` between them."""

    left: float
    y: float
    span: float
    spans: int
    peak: float
    mid: float
    line: float
    deck: float
    colour: str = mix(MINT, LEAF, 0.25)
    panels: int = 12


def bump(middle: float, width: float, height: float) -> Callable[[float], float]:
    """Return a hill for the profile of a skyline."""
    return lambda at: height * math.exp(-(((at - middle) / width) ** 2))


def towers(line: Skyline, chance: Chance) -> Iterator[Part]:
    """Give towers: grids, blinds and braces, some windows lit, some with a mast."""
    x, whole = line.left, line.right - line.left
    while x < line.right:
        width = whole * chance.uniform(line.narrow, line.wide)
        height = line.highest * line.profile((x + width / 2 - line.left) / whole) * chance.uniform(0.45, 1)
        yield from _tower((x, line.foot), width, height, line, chance)
        x += width + whole * chance.choice((0, 0, 0.004, 0.012))


def _tower(foot: Point, width: float, height: float, line: Skyline, chance: Chance) -> Iterator[Part]:
    """Give one tower standing at its left foot."""
    x, y = foot
    yield rectangle(x, y - height, width, height, line.body)
    kind = chance.choice("gggxvhs")
    cell = chance.choice((1.4, 1.8, 2.4)) * line.line * _CELL_LINES
    columns, rows = max(1, round(width / cell)), max(1, round(height / (cell * chance.choice((0.8, 1, 1.6)))))
    if kind == "g":
        for at in range(columns * rows):
            if chance.random() < 0.09:
                wide, high = width / columns, height / rows
                yield rectangle(x + wide * (at % columns), y - high * (at // columns + 1), wide, high, LANTERN)
    columns, rows = {"v": (2 * columns, 1), "h": (1, 2 * rows), "s": (1, 1)}.get(kind, (columns, rows))
    for at in range(columns + 1):
        across = x + width * at / columns
        yield Stroke(line.colour, line.line, ((across, y), (across, y - height)))
    for at in range(rows + 1):
        up = y - height * at / rows
        yield Stroke(line.colour, line.line, ((x, up), (x + width, up)))
    if kind in "xs":
        floors = max(1, round(height / width / 1.1))
        for at in range(floors):
            low, high = y - height * at / floors, y - height * (at + 1) / floors
            yield Stroke(line.colour, line.line, ((x, low), (x + width, high)))
            yield Stroke(line.colour, line.line, ((x + width, low), (x, high)))
    if chance.random() < 0.22:
        yield Stroke(line.colour, line.line, ((x + width / 2, y - height), (x + width / 2, y - height * 1.14)))


def truss(bridge: Bridge) -> Iterator[Part]:
    """Give a cantilever truss: its top chord peaks over every pier; one diagonal a panel leans to the nearer pier."""
    count = bridge.spans * bridge.panels
    step = bridge.span / bridge.panels
    tops = [
        (bridge.left + step * at, bridge.y - bridge.mid - (bridge.peak - bridge.mid) * _rise(at / bridge.panels))
        for at in range(count + 1)
    ]
    floor = bridge.y + bridge.deck
    yield Stroke(bridge.colour, bridge.line, tuple(tops))
    for level in (bridge.y, floor):
        yield Stroke(bridge.colour, bridge.line, ((tops[0][0], level), (tops[-1][0], level)))
    for at, (x, top) in enumerate(tops):
        yield Stroke(bridge.colour, bridge.line, ((x, top), (x, floor)))
        if at < count:
            right = tops[at + 1]
            down = at % bridge.panels < bridge.panels / 2
            ends = ((x, top), (right[0], bridge.y)) if down else ((x, bridge.y), right)
            yield Stroke(bridge.colour, bridge.line, ends)


def _rise(at: float) -> float:
    return float(abs(math.cos(math.pi * at)) ** _CHORD)
