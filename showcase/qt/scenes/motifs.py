"""The motifs of topics, for a tile, a thumb or a whole screen: quiet at the top left, where a title may stand."""

from collections.abc import Callable
from math import exp
from typing import Final

from PySide6.QtCore import QRectF

from showcase.qt import inks
from showcase.qt.scenes import city, land, quarters, water
from showcase.qt.scenes.light import DUSK, GRASS, MINT, NARROW, RICE, Inks, drum, lantern
from showcase.qt.scenes.pen import Pen, Quiet
from showcase.qt.scenes.quarters import is_large

_JADE: Final = Inks(inks.JADE, inks.JADE, inks.JADE, inks.JADE)
_STRAW: Final = Inks(inks.STRAW, inks.STRAW, inks.STRAW, inks.STRAW)


def mobility(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw the bridge with a train on it; on a large picture before the city and the lantern."""
    large = is_large(w, h)
    unit = 440.0 if large else min(h, w * 1.2)
    deck = h * (0.72 if large else 0.74 if quiet.height < 0.36 * h else 0.82 if quiet.height < 0.6 * h else 0.9)
    radius = 0.23 * min(w, h)
    x, y = quiet.clear(w * (0.68 - 0.05 * (seed % 4)), deck - radius * 1.25, radius, w)
    pen.rect(0, 0, w, h, inks.FOREST)
    if large:
        drum(pen, x, y, radius, DUSK)
        lantern(pen, x, y, radius, 3)
        _city(pen, w, deck, seed)
    pen.rect(0, deck + 8, w, h, inks.PINE)
    if large:
        water.glitter(pen, x, deck + 30, deck + 30 + 0.6 * (h - deck), radius * 0.8, 5, inks.EMBER, step=18)
    box = QRectF(0, deck + unit * 0.08, w, max(1.0, h - deck - unit * 0.08))
    length = (unit * 0.08, unit * 0.33)
    water.ripples(pen, box, 4 + seed, (inks.SPROUT,), step=max(12, unit * 0.05), length=length, width=2, density=0.8)
    high = min(unit * 0.34, max(20.0, deck - 24 - quiet.height))
    look = city.Bridge(
        max(1.0, w / (unit * 1.4)), high, high * 0.35, inks.SPROUT, inks.MOSS, unit * 0.16,
        max(3, unit * 0.016), max(1.4, unit * 0.008), 10, -0.28 - 0.09 * (seed % 7), max(4, unit * 0.02),
    )  # fmt: skip
    city.bridge(pen, 0, w, deck, look)
    car = min(unit * 0.2, high * 0.6)
    city.train(pen, w * (0.42 - 0.05 * (seed % 5)), deck - 3, 4, inks.LANTERN, inks.FOREST, car, car * 0.425)


def _city(pen: Pen, w: float, base: float, seed: int) -> None:
    """Draw two rows of towers at night, one behind the other, whose heights make two hills."""

    def hills(t: float) -> float:
        return 0.1 + 0.16 * exp(-((t - 0.2) ** 2) / 0.03) + 0.13 * exp(-((t - 0.85) ** 2) / 0.02)

    unit = min(w, base)
    city.skyline(
        pen, -20, w + 20, base, 7 + seed, lambda t: unit * hills(t), city.Towers("#0D4936", narrow=34, wide=70)
    )
    look = city.Towers(inks.PINE, "#1B6E52", 40, 84, (0, 1, 3, 4, 5, 7, 8), inks.LEAF, 0.35)
    city.skyline(pen, -10, w + 20, base, 23 + seed, lambda t: unit * 0.6 * hills(1 - t), look)


def energy(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw the lantern over a field of solar cells."""
    large = is_large(w, h)
    unit = min(h, w)
    horizon = h * ((0.62 if h > w else 0.68) if large else 0.74 if quiet.height < 0.5 * h else 0.82)
    radius = unit * ((0.27 if large else 0.24) - 0.012 * (seed % 5))
    x = w * (0.72 - 0.04 * (seed % 7))
    radius = min(radius, max(0.1 * unit, horizon - quiet.top(x - radius) - 4))
    pen.rect(0, 0, w, h, inks.MINT)
    if large:
        drum(pen, x, horizon, radius, MINT)
    else:
        drum(pen, x, horizon, radius + 9, _JADE, NARROW)
    lantern(pen, x, horizon, radius, 3 if large else 2)
    pen.rect(0, horizon, w, h - horizon, inks.FOREST)
    rows, away = (8, horizon - h * 0.1) if large else (5, horizon - h * 0.16)
    ys = [horizon + (h - horizon) * (row / rows) ** 1.55 for row in range(rows + 1)]

    def across(k: float, y: float) -> float:
        return x + k * w * 0.062 * (y - away) / (h - away) * 2.1

    for row in range(rows):
        top, bottom = ys[row] + 2 + row * 0.8, ys[row + 1] - 2 - row * 0.8
        for k in range(-40, 40):
            if k % 4 == 3 or bottom <= top:
                continue
            cell = (across(k + 0.07, bottom), across(k + 0.07, top), across(k + 0.93, top), across(k + 0.93, bottom))
            corners = ((cell[0], bottom), (cell[1], top), (cell[2], top), (cell[3], bottom))
            pen.polygon(corners, inks.LEAF if (row + k // 4) % 2 else inks.MOSS)


def river(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw a river with a lotus on it; on a large picture under the lantern."""
    large = is_large(w, h)
    unit = min(h, w * 0.75) if large else min(h, w)
    pen.rect(0, 0, w, h, inks.PINE)
    if large:
        radius = 0.2 * min(w, h)
        x, y = quiet.clear(w * (0.62 - 0.06 * (seed % 4)), h * 0.36, radius, w)
        drum(pen, x, y, radius, GRASS)
        lantern(pen, x, y, radius, 3)
    size = min(unit, max(0.4 * unit, (h - quiet.height) / 0.68))
    water.river(pen, w, 0.72 * h, size, 9 + seed, quiet)
    x, size = w * (0.8 - 0.1 * (seed % 3)), 0.68 * unit if large else unit
    foot = h * 0.9 - size * 0.06
    high = min(size * 0.36, max(size * 0.1, foot - quiet.top(x - size * 0.4) - 4))
    water.leaf(pen, x - size * 0.24, h * 0.9 - size * 0.03, size * 0.24, size * 0.085, inks.LEAF, inks.MOSS, 0.4)
    water.leaf(pen, x + size * 0.22, h * 0.9 + size * 0.03, size * 0.26, size * 0.09, inks.MOSS, inks.PINE, 2.6)
    water.lotus(pen, x, foot, high, inks.JADE, inks.PAPER, inks.MOSS)


def government(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw the Turtle Tower on its lake."""
    large = is_large(w, h)
    unit = min(h, w)
    shore = h * ((0.66 if h > w else 0.72) if large else 0.83 if quiet.height < 0.6 * h else 0.9)
    x, wide = w * (0.7 - 0.05 * (seed % 4)), unit * 0.36
    wide = min(wide, max(0.1 * unit, (shore - quiet.top(x - wide * 0.6) - 8) / 1.24))
    pen.rect(0, 0, w, h, inks.RICE)
    if large:
        drum(pen, x, shore - wide * 0.55, wide * 0.72, RICE)
        _wood(pen, w, shore + 4, seed)
    else:
        drum(pen, x, shore - unit * 0.2, unit * 0.25, _STRAW, NARROW)
    pen.rect(0, shore + 4, w, h, inks.JADE)
    box = QRectF(0, shore + unit * 0.06, w, max(1.0, h - shore - unit * 0.06))
    length = (18, unit * 0.25)
    if large:
        _reflected(pen, x, shore + 4, wide)
        water.ripples(pen, box, 3 + seed, (inks.SPROUT, inks.MINT), step=22, length=length, width=3, density=0.8)
        for aside, down, across in ((-0.9, 0.62, 0.2), (-0.55, 0.8, 0.26), (0.8, 0.74, 0.3)):
            at = (x + aside * wide * 1.3, shore + down * (h - shore), across * wide)
            water.leaf(pen, *at, at[2] * 0.34, inks.LEAF, inks.MOSS, 0.4 if aside < 0 else 2.6)
    else:
        step = max(10, unit * 0.05)
        water.ripples(pen, box, 3 + seed, (inks.LEAF,), step=step, length=length, width=2, density=0.8)
    pen.ellipse(x, shore + 4, wide * 1.02, wide * 0.11, inks.LEAF)
    city.tree(pen, x - wide * 0.78, shore + 4, wide * 0.25, inks.LEAF, inks.JADE, inks.FOREST)
    city.tree(pen, x + wide * 0.82, shore + 4, wide * 0.21, inks.MOSS, inks.JADE, inks.FOREST)
    city.turtle_tower(pen, x, shore + 2, wide, inks.FOREST, inks.RICE, inks.PINE)


def _wood(pen: Pen, w: float, base: float, seed: int) -> None:
    """Draw the far shore: towers in the haze, and trees."""
    unit = min(w, base)
    look = city.Towers("#E6DDBC", narrow=40, wide=84)
    city.skyline(pen, -20, w + 20, base, 7 + seed, lambda t: unit * (0.16 + 0.12 * exp(-((t - 0.2) ** 2) / 0.03)), look)
    quarters.trees(pen, -20, w + 40, base, 99 + seed, (inks.SPROUT, inks.JADE), inks.MINT, inks.LEAF)


def _reflected(pen: Pen, x: float, line: float, wide: float) -> None:
    """Draw the tower in the water, cut by bars of water."""
    pen.painter.save()
    pen.painter.setClipRect(QRectF(x - wide, line, 2 * wide, wide * 1.1))
    pen.painter.translate(0, 2 * line)
    pen.painter.scale(1, -1)
    city.turtle_tower(pen, x, line, wide, inks.SPROUT, inks.JADE, inks.SPROUT)
    pen.painter.restore()
    for step in range(int(wide * 1.1 / 18)):
        pen.rect(x - wide * 0.75, line + 10 + step * 18, wide * 1.5, 8, inks.JADE)


def terraces(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw terraces under the lantern."""
    large = is_large(w, h)
    unit = min(h, w)
    swing = unit * 0.09
    top = max(h * 0.42, min(quiet.height + swing, h * 0.75))
    radius = unit * (0.2 if large else 0.15)
    x, y = quiet.clear(w * (0.82 - 0.07 * (seed % 4)), top - swing, radius, w)
    top = max(top, min(y + 0.3 * radius, 0.75 * h))  # the lantern is seen
    pen.rect(0, 0, w, h, inks.MINT)
    if large:
        drum(pen, x, y, radius, MINT)
    lantern(pen, x, y, radius, 3 if large else 2)
    land.terraces(pen, w, top, h * 1.05, 4 + seed, swing=swing)


MOTIFS: Final[dict[str, Callable[[Pen, float, float, int, Quiet], None]]] = {
    "mobility": mobility,
    "energy": energy,
    "water": river,
    "gov": government,
    "ai": quarters.streets,
    "build": quarters.buildings,
    "terrace": terraces,
    "rain": quarters.rain,
    "lamp": quarters.lamps,
}
