"""Rice terraces that are also the blocks of a lit city: a height field cut into steps, the steps cut into paddies."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from showcase.documents.artwork.contours import Grid, contours, sample, simplified
from showcase.documents.artwork.drawing import Part
from showcase.documents.artwork.field import Field, Ground
from showcase.documents.colours import FOREST, INK, LANTERN, LEAF, WHITE, luminance, mix, ramp
from showcase.documents.page import Point, Shape, Stroke

DISSOLVING: Final = (
    (0.0, mix(FOREST, INK, 0.5)),
    (0.18, FOREST),
    (0.5, LEAF),
    (0.72, "#86C9A8"),
    (0.88, "#D6F1E5"),
    (1.0, WHITE),
)
"""From the horizon to unprinted paper (looks, section 2.1)."""
_TOLERANCE_MM: Final = 0.03
_PER_CELL: Final = 10.5
"""Points in which a contour is walked for one cell of the designed length."""
_DARK: Final = 0.26
"""Luminance under which a shaded paddy is mixed with ink, not with leaf."""


@dataclass(frozen=True, slots=True)
class Look:
    """How terraces are drawn; lengths in mm. `reach` is how far a paddy may go down the slope.

    `lit` is the share of lit paddies, a quarter of it from terrace `lit_until` on; `draw` starts the dice.
    """

    cell: float
    grid: float
    rim: float
    dyke: float
    reach: float
    lit: float = 0.05
    lit_until: int = 9
    draw: int = 11
    stops: tuple[tuple[float, str], ...] = DISSOLVING
    bare: int = 4
    """So many of the last terraces carry no paddies: they are nearly paper."""


class _Slopes(NamedTuple):
    """The ground that paddies lie on, and how they are drawn."""

    field: Field
    grid: Grid
    look: Look


class _Step(NamedTuple):
    """A point on a contour, the point down the slope on the next, and whether the way there was found."""

    near: Point
    far: Point
    found: bool


def terraces(ground: Ground, look: Look, bottom: float) -> Iterator[Part]:
    """Give the terraces from the horizon down to `bottom`, back to front."""
    field = Field(ground)
    margin = 3 * look.grid
    grid = sample(field, (-margin, 0, ground.width + margin, bottom + margin), look.grid)
    walled = grid.walled()
    chance = random.Random(look.draw)  # noqa: S311 - artwork, not secrets
    for level, colour in enumerate(ramp(look.stops, ground.terraces)):
        for line in contours(walled, level):
            yield Shape(colour, simplified(line, _TOLERANCE_MM))
        for line in contours(grid, level):
            yield Stroke(mix(colour, WHITE, 0.2), look.rim, simplified(line, _TOLERANCE_MM))
        if level < ground.terraces - look.bare:
            yield from _paddies(_Slopes(field, grid, look), level, colour, chance)


def _paddies(slopes: _Slopes, level: int, colour: str, chance: random.Random) -> Iterator[Part]:
    """Give the paddies of a terrace that differ from it, then its dykes: one in twenty is lit."""
    look = slopes.look
    lit = look.lit if level < look.lit_until else look.lit / 4
    shade = mix(colour, INK, 0.16) if luminance(colour) < _DARK else mix(colour, LEAF, 0.2)
    dykes: list[Part] = []
    for near, far in _cells(slopes, level, chance):
        draw = chance.random()
        tint = LANTERN if draw < lit else mix(colour, WHITE, 0.2) if draw < lit + 0.1 else shade
        if draw < lit + 0.22:
            yield Shape(tint, (*simplified(near, _TOLERANCE_MM), *reversed(simplified(far, _TOLERANCE_MM))))
        dykes.append(Stroke(mix(colour, WHITE, 0.22), look.dyke, (near[0], far[0])))
    yield from dykes


def _cells(slopes: _Slopes, level: int, chance: random.Random) -> Iterator[tuple[list[Point], list[Point]]]:
    """Cut the strip between two contours into cells: upper and lower edge of each. Wedges are left out."""
    field, grid, look = slopes
    for line in contours(grid, level + 1e-4):
        steps = [_traced(field, point, level + 1, look.reach) for point in _walked(line, look.cell / _PER_CELL)]
        at = int(chance.uniform(0, _PER_CELL))
        while at < len(steps):
            onward = at + max(3, int(chance.uniform(0.55, 1.6) * _PER_CELL))
            cell = steps[at : onward + 1]
            if len(cell) == onward - at + 1 and all(step.found for step in cell):
                near, far = [step.near for step in cell], [step.far for step in cell]
                lower = [math.dist(*pair) for pair in pairwise(far)]
                growth = sum(lower) / max(sum(math.dist(*pair) for pair in pairwise(near)), 1e-9)
                if 0.45 < growth < 2.2 and max(lower) < look.reach * 0.24:
                    yield near, far
            at = onward


def _walked(line: Sequence[Point], step: float) -> Iterator[Point]:
    """Give points at equal distances along a line."""
    run = [0.0, *accumulate(math.dist(*pair) for pair in pairwise(line))]
    piece = 0
    for at in range(int(run[-1] / step) + 1):
        while run[piece + 1] < at * step and piece < len(run) - 2:
            piece += 1
        share = (at * step - run[piece]) / max(run[piece + 1] - run[piece], 1e-9)
        (x0, y0), (x1, y1) = line[piece], line[piece + 1]
        yield x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def _traced(field: Field, start: Point, level: float, reach: float) -> _Step:
    """Follow the slope from a point down to the next contour, in at most twelve Newton steps."""
    x, y = start
    for _ in range(12):
        across, down = field.slope(x, y)
        steep = across * across + down * down + 1e-9
        move = (level - field(x, y)) / steep
        move *= min(1.0, reach * 0.13 / max(abs(move) * math.sqrt(steep), 1e-6))
        x, y = x + across * move, y + down * move
        if abs(move) < 1e-5:
            break
    found = abs(field(x, y) - level) < 0.08 and math.dist((x, y), start) < reach
    return _Step(start, (x, y), found)
