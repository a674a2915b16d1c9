"""The motifs of topics, for a tile, a thumb or a whole screen: quiet at the top left, where a title may stand."""

from math import sin
from typing import Final

from PySide6.QtCore import QRectF

from showcase.qt import inks
from showcase.qt.scenes import city, land, water
from showcase.qt.scenes.light import DUSK, NARROW, Inks, drum, lantern
from showcase.qt.scenes.pen import Chance, Pen

_JADE: Final = Inks(inks.JADE, inks.JADE, inks.JADE, inks.JADE)
_STRAW: Final = Inks(inks.STRAW, inks.STRAW, inks.STRAW, inks.STRAW)


def mobility(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the bridge with a train on it."""
    unit = min(h, w * 1.2)
    deck = h * (0.74 if w > h else 0.62)
    pen.rect(0, 0, w, h, inks.FOREST)
    pen.rect(0, deck + 8, w, h, inks.PINE)
    box = QRectF(0, deck + unit * 0.08, w, h - deck - unit * 0.08)
    water.ripples(
        pen,
        box,
        4 + seed,
        (inks.SPROUT,),
        step=max(12, unit * 0.05),
        length=(unit * 0.08, unit * 0.33),
        width=2,
        density=0.8,
    )
    shift = -0.28 - 0.09 * (seed % 7)
    look = city.Bridge(
        max(1.0, w / (unit * 1.4)), unit * 0.34, unit * 0.12, inks.SPROUT, inks.MOSS, unit * 0.16,
        max(3, unit * 0.016), max(1.4, unit * 0.008), 10, shift, max(4, unit * 0.02),
    )  # fmt: skip
    city.bridge(pen, 0, w, deck, look)
    city.train(pen, w * (0.42 - 0.05 * (seed % 5)), deck - 3, 4, inks.LANTERN, inks.FOREST, unit * 0.2, unit * 0.085)


def energy(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the lantern over a field of solar cells."""
    unit = min(h, w)
    x, horizon = w * (0.72 - 0.04 * (seed % 7)), h * (0.74 if w > h else 0.62)
    radius = unit * (0.24 - 0.012 * (seed % 5))
    pen.rect(0, 0, w, h, inks.MINT)
    drum(pen, x, horizon, radius + 9, _JADE, NARROW)
    lantern(pen, x, horizon, radius, 2)
    pen.rect(0, horizon, w, h - horizon, inks.FOREST)
    rows, away = 5, horizon - h * 0.16
    ys = [horizon + (h - horizon) * (row / rows) ** 1.55 for row in range(rows + 1)]

    def across(k: float, y: float) -> float:
        return x + k * w * 0.062 * (y - away) / (h - away) * 2.1

    for row in range(rows):
        top, bottom = ys[row] + 2 + row * 0.8, ys[row + 1] - 2 - row * 0.8
        for k in range(-20, 20):
            if k % 4 == 3 or bottom <= top:
                continue
            cell = (across(k + 0.07, bottom), across(k + 0.07, top), across(k + 0.93, top), across(k + 0.93, bottom))
            corners = ((cell[0], bottom), (cell[1], top), (cell[2], top), (cell[3], bottom))
            pen.polygon(corners, inks.LEAF if (row + k // 4) % 2 else inks.MOSS)


def river(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a river with a lotus on it."""
    unit = min(h, w)
    pen.rect(0, 0, w, h, inks.PINE)
    water.river(pen, w, h, 9 + seed)
    x = w * (0.8 - 0.1 * (seed % 3))
    water.leaf(pen, x - unit * 0.24, h * 0.9 - unit * 0.03, unit * 0.24, unit * 0.085, inks.LEAF, inks.MOSS, 0.4)
    water.leaf(pen, x + unit * 0.22, h * 0.9 + unit * 0.03, unit * 0.26, unit * 0.09, inks.MOSS, inks.PINE, 2.6)
    water.lotus(pen, x, h * 0.9 - unit * 0.06, unit * 0.36, inks.JADE, inks.PAPER, inks.MOSS)


def government(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the Turtle Tower on its lake."""
    unit = min(h, w)
    x, wide, shore = w * (0.7 - 0.05 * (seed % 4)), unit * 0.36, h * (0.83 if w > h else 0.66)
    pen.rect(0, 0, w, h, inks.RICE)
    drum(pen, x, shore - unit * 0.2, unit * 0.25, _STRAW, NARROW)
    pen.rect(0, shore + 4, w, h, inks.JADE)
    box = QRectF(0, shore + unit * 0.06, w, max(1.0, h - shore - unit * 0.06))
    water.ripples(
        pen, box, 3 + seed, (inks.LEAF,), step=max(10, unit * 0.05), length=(18, unit * 0.25), width=2, density=0.8
    )
    pen.ellipse(x, shore + 4, wide * 1.02, unit * 0.04, inks.LEAF)
    city.tree(pen, x - wide * 0.78, shore + 4, unit * 0.09, inks.LEAF, inks.JADE, inks.FOREST)
    city.tree(pen, x + wide * 0.82, shore + 4, unit * 0.075, inks.MOSS, inks.JADE, inks.FOREST)
    city.turtle_tower(pen, x, shore + 2, wide, inks.FOREST, inks.RICE, inks.PINE)


def streets(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw streets from above, and the way through them."""
    pen.rect(0, 0, w, h, "#0A382B")
    land.streets(pen, w, h, 77 + seed, with_lake=h > 160)


def buildings(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a row of tube houses before towers."""
    unit = min(h, w * 0.9)
    pen.rect(0, 0, w, h, inks.JADE)
    look = city.Towers("#84C6A3", inks.JADE, unit * 0.13, unit * 0.26, (0, 1, 3, 5, 7))
    city.skyline(pen, -10, w + 10, h, 15 + seed, lambda t: unit * (0.5 + 0.12 * sin(t * 7)), look)
    row = city.Street(city.DAY, unit * 0.24, unit * 0.46, unit * 0.19, unit * 0.28, 0.2, inks.PINE)
    city.houses(pen, -14, w + 4, h - h * 0.03, 21 + seed, row)
    pen.rect(0, h - h * 0.035, w, h * 0.04, inks.FOREST)


def terraces(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw terraces under the lantern."""
    unit = min(h, w)
    pen.rect(0, 0, w, h, inks.MINT)
    lantern(pen, w * (0.82 - 0.07 * (seed % 4)), h * 0.4, unit * 0.15, 2)
    land.terraces(pen, w, h * 0.42, h * 1.05, 4 + seed, swing=unit * 0.09)


def rain(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a street under rain, with the lantern behind it and water before it."""
    unit = min(h, w)
    edge = h * 0.74
    pen.rect(0, 0, w, h, inks.NIGHT)
    if unit > 260:
        drum(pen, w * 0.74, h * 0.32, unit * 0.17, DUSK)
    lantern(pen, w * 0.74, h * 0.32, unit * 0.17, 2.4)
    chance = Chance(3 + seed)
    drops = []
    for _ in range(int(min(260, w * h / 6_000))):
        x, y, long = chance() * w * 1.2 - w * 0.05, chance() * edge * 0.95, unit * (0.03 + 0.05 * chance())
        drops.append(((x, y), (x - long * 0.32, y + long)))
    pen.lines(drops, "#185A44", 2.4, blunt=False)
    row = city.Street(city.DUSK, unit * 0.22, unit * 0.4, unit * 0.11, unit * 0.17, 0.5, "#0A3326")
    city.houses(pen, -10, w + 4, edge, 33 + seed, row)
    pen.rect(0, edge, w, h - edge, inks.PINE)
    box = QRectF(0, edge + unit * 0.03, w, max(1.0, h - edge - unit * 0.03))
    colours = (inks.SPROUT, inks.LEAF, inks.MINT)
    water.ripples(
        pen, box, 6, colours, step=max(8, unit * 0.035), length=(unit * 0.06, unit * 0.3), width=2.6, density=0.9
    )
    water.glitter(pen, w * 0.74, edge + 8, h - 6, unit * 0.15, 9, inks.LANTERN, step=max(9, unit * 0.035))


def lamps(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw street lamps whose light falls on the road."""
    unit = min(h, w)
    road = h * 0.92
    pen.rect(0, 0, w, h, inks.NIGHT)
    look = city.Towers(inks.FOREST, inks.PINE, unit * 0.1, unit * 0.2, lit=0.2)
    city.skyline(pen, -10, w + 10, road, 5 + seed, lambda _t: unit * 0.34, look)
    for place in range(3):
        x, high = w * (0.3 + place * 0.24), unit * (0.3 + 0.06 * place)
        y = road - high
        head = x + unit * 0.12
        pen.polygon(((head, y + 10), (x - unit * 0.06, road), (x + unit * 0.3, road)), "#1C4420")
        pen.line((x, road), (x, y), inks.MINT, max(3, unit * 0.012))
        pen.polyline(
            ((x, y), (x + unit * 0.02, y - unit * 0.05), (head, y - unit * 0.06)), inks.MINT, max(3, unit * 0.012)
        )
        lantern(pen, head, y, unit * 0.055, 1.4, 3)
    pen.rect(0, road, w, h - road, inks.PINE)
    pen.rect(0, h * 0.95, w, 3, inks.SPROUT)


MOTIFS: Final = {
    "mobility": mobility,
    "energy": energy,
    "water": river,
    "gov": government,
    "ai": streets,
    "build": buildings,
    "terrace": terraces,
    "rain": rain,
    "lamp": lamps,
}
