"""Motifs of the quarters of a city: streets from above, tube houses by day and under rain, lamps over a road."""

from math import sin
from typing import Final

from PySide6.QtCore import QRectF

from showcase.qt import inks
from showcase.qt.scenes import city, land, water
from showcase.qt.scenes.light import DUSK, LAWN, drum, lantern
from showcase.qt.scenes.pen import Chance, Pen, Quiet

_LARGE: Final = 400


def is_large(w: float, h: float) -> bool:
    """Tell whether a picture has room for what stands behind a motif: it is a stage and not a tile."""
    return min(w, h) >= _LARGE


def trees(
    pen: Pen, left: float, right: float, base: float, seed: int, dark: tuple[str, str], light: str, trunk: str
) -> None:
    """Draw a row of trees along a street or a shore."""
    chance = Chance(seed)
    x = left
    while x < right:
        city.tree(pen, x, base, 26 + chance() * 22, chance.pick(dark), light, trunk)
        x += 64 + chance() * 120


def streets(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw streets from above, and the way through them."""
    pen.rect(0, 0, w, h, "#0A382B")
    land.streets(pen, w, h, 77 + seed, quiet, with_lake=h > 160)


def buildings(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw a row of tube houses before towers."""
    large = is_large(w, h)
    unit = min(h, w * 0.9, 620)
    base = h * (0.8 if large and h > w else 0.97)
    # The highest roof stands four tenths of a house's width over its wall, a water tank 30.
    room = base - quiet.height
    unit = min(unit, max(0.3 * unit, min(room / 0.6, (room - 32) / 0.46)))
    pen.rect(0, 0, w, h, inks.JADE)
    if large:
        radius = 0.22 * min(w, h)
        x, y = quiet.clear(w * (0.7 - 0.06 * (seed % 4)), base - unit * 0.46 - radius * 0.5, radius, w)
        drum(pen, x, y, radius, LAWN)
        lantern(pen, x, y, radius, 3)
    look = city.Towers("#84C6A3", inks.JADE, unit * 0.13, unit * 0.26, (0, 1, 3, 5, 7))
    city.skyline(pen, -10, w + 10, base, 15 + seed, lambda t: unit * (0.5 + 0.12 * sin(t * 7)), look)
    row = city.Street(city.DAY, unit * 0.24, unit * 0.46, unit * 0.19, unit * 0.28, 0.2, inks.PINE)
    if large:
        row = row._replace(narrow=72, wide=128)
    city.houses(pen, -14, w + 4, base, 21 + seed, row)
    if large:
        trees(pen, -10, w + 40, base + 6, 5 + seed, (inks.LEAF, inks.MOSS), inks.JADE, inks.FOREST)
    pen.rect(0, base - h * 0.005, w, max(h * 0.04, 10), inks.FOREST)
    if base < 0.9 * h:
        _lake(pen, w, base + h * 0.03, h, seed)


def _lake(pen: Pen, w: float, shore: float, h: float, seed: int) -> None:
    """Draw the lake before the houses, with a lotus."""
    pen.rect(0, shore, w, h - shore, inks.LEAF)
    box = QRectF(0, shore + 14, w, max(1.0, h - shore - 20))
    water.ripples(pen, box, 3 + seed, (inks.SPROUT, inks.MOSS), step=20, length=(40, 200), density=0.8)
    x, y = w * (0.22 + 0.07 * (seed % 5)), shore + 0.62 * (h - shore)
    water.leaf(pen, x - 120, y + 8, 120, 40, inks.MOSS, inks.PINE, 0.4)
    water.leaf(pen, x + 110, y + 26, 130, 44, inks.MOSS, inks.PINE, 2.6)
    water.lotus(pen, x, y, min(150.0, 0.5 * (h - shore)), inks.JADE, inks.PAPER, inks.MOSS)


def rain(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw a street under rain, with the lantern behind it and water before it."""
    large = is_large(w, h)
    unit = min(h, w)
    edge = h * (0.72 if large else 0.74 if quiet.height < 0.3 * h else 0.84)
    high = min(unit * 0.4, 420.0, edge - quiet.height - 32)
    radius = unit * (0.2 if large else 0.15)
    x, y = quiet.clear(w * 0.74, edge - high - radius * 0.35 if large else h * 0.32, radius, w)
    pen.rect(0, 0, w, h, inks.NIGHT)
    chance = Chance(3 + seed)
    drops = []
    for _ in range(int(min(320, w * h / 6_000))):
        at, down, long = (
            chance() * w * 1.2 - w * 0.05,
            chance() * edge * 0.95,
            min(unit, 600) * (0.03 + 0.05 * chance()),
        )
        drops.append(((at, down), (at - long * 0.32, down + long)))
    if large:
        drum(pen, x, y, radius, DUSK)
    pen.lines(drops, "#185A44", 2.4, blunt=False)
    lantern(pen, x, y, radius, 3 if large else 2)
    narrow, wide = (64.0, 112.0) if large else (min(unit * 0.11, high * 0.5), min(unit * 0.17, high * 0.75))
    high -= 0.42 * wide - 32 if wide > 76 else 0  # a gable is higher than a water tank
    row = city.Street(city.DUSK, high * 0.55, high, narrow, wide, 0.5, "#0A3326")
    if high > 0.1 * unit:  # else the words leave no room for houses
        city.houses(pen, -10, w + 4, edge, 33 + seed, row)
    if large:
        trees(pen, -10, w + 40, edge + 4, 9 + seed, (inks.PINE, inks.MOSS), inks.LEAF, inks.NIGHT)
    pen.rect(0, edge, w, h - edge, inks.PINE)
    box = QRectF(0, edge + unit * 0.03, w, max(1.0, h - edge - unit * 0.03))
    step = max(8.0, min(unit, 600) * 0.035)
    length = (unit * 0.06, unit * 0.3)
    colours = (inks.SPROUT, inks.LEAF, inks.MINT)
    water.ripples(pen, box, 6, colours, step=step, length=length, width=2.6, density=0.9)
    water.glitter(pen, x, edge + 8, h - 6, radius, 9, inks.LANTERN, step=step)


def lamps(pen: Pen, w: float, h: float, seed: int, quiet: Quiet) -> None:
    """Draw street lamps whose light falls on the road; the farther, the smaller."""
    large = is_large(w, h)
    unit = min(h, w)
    road = h * (0.86 if large else 0.92)
    pen.rect(0, 0, w, h, inks.NIGHT)
    heads = []
    for place in range(3):
        size = unit * (0.62 if large else 0.42) * (0.7 + 0.15 * place)
        foot = w * ((0.16 if large else 0.26) + place * 0.24 + 0.02 * (seed % 3))
        heads.append((foot, min(size, max(0.1 * unit, (road - quiet.top(foot) - 6) / 1.3))))
    if large:
        foot, size = heads[-1]
        drum(pen, foot + size * 0.28, road - size, size * 0.26, DUSK)
    look = city.Towers(inks.FOREST, inks.PINE, min(unit * 0.1, 44.0), min(unit * 0.2, 92.0), lit=0.25)
    tall = min(unit * (0.46 if large else 0.34), max(40.0, (road - quiet.height - 70) / 1.35))
    city.skyline(pen, -10, w + 10, road, 5 + seed, lambda t: tall * (0.85 + 0.3 * sin(t * 6 + seed)), look)
    for foot, size in heads if heads[-1][1] > 0.15 * unit else ():  # else the words leave no room for lamps
        _lamp(pen, foot, road, size)
    pen.rect(0, road, w, h - road, inks.PINE)
    pen.rect(0, road + (h - road) * 0.4, w, 3, inks.SPROUT)


def _lamp(pen: Pen, foot: float, road: float, size: float) -> None:
    """Draw a lamp whose lantern hangs at a height over the road, and the light under it."""
    y, head, thick, spread = road - size, foot + size * 0.28, max(3.0, size * 0.022), size * 0.34
    pen.polygon(((head, y + size * 0.06), (head - spread, road), (head + spread, road)), "#1C4420")
    pen.line((foot, road), (foot, y), inks.MINT, thick)
    arm = ((foot, y), (foot + size * 0.05, y - size * 0.13), (foot + size * 0.14, y - size * 0.17))
    pen.polyline((*arm, (head, y - size * 0.17)), inks.MINT, thick)
    lantern(pen, head, y, size * 0.125, max(1.4, size * 0.006), 3)
