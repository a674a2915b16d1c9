"""The large scenes: the city at dusk and by day, and the quiet grounds of other pages."""

from collections.abc import Callable
from math import exp
from typing import Final

from PySide6.QtCore import QRectF

from showcase.qt import inks
from showcase.qt.scenes import city, land, water
from showcase.qt.scenes.light import DAY, DUSK, MINT, WHOLE, drum, lantern, lights
from showcase.qt.scenes.pen import Chance, Pen

_BELOW_WORDS: Final = (*WHOLE[:6], *(band._replace(ink=max(1, band.ink)) for band in WHOLE[6:]))
"""A drum whose lightest ink ends with its first comb: words in lantern stand on what is farther out."""


def _hill(t: float, high: float, middle: float, wide: float) -> float:
    """Return how much a hill of towers adds at a share of the way."""
    return high * exp(-((t - middle) ** 2) / wide)


def dusk(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the poster of the night: the lantern over Hanoi."""
    _dusk(pen, w, h, lambda x, y, radius: lantern(pen, x, y, radius, 3))


def fact(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the same night with a number of lights, `seed`, in the lantern's place."""
    _dusk(pen, w, h, lambda x, y, radius: lights(pen, x, y, radius, seed), counted=True)


def _dusk(pen: Pen, w: float, h: float, sun: Callable[[float, float, float], None], *, counted: bool = False) -> None:
    """Draw in the proportions of a portrait poster, or with the city at the right of a wide one.

    What is counted in the lantern's place stands free: higher, and over a lower city.
    """
    wide = w > h
    scale = h / (1080 if wide else 1920)
    pen.painter.save()
    pen.painter.scale(scale, scale)
    w, h = w / scale, h / scale
    unit = 1500.0 if wide else 1920.0
    far, near = (664.0, 822.0) if wide else (h * 0.62, h * 0.752)
    sun_x, sun_y, radius = (w * 0.74, 400.0, 310.0) if wide else (w * 0.6, h * 0.4735, 0.32 * min(w, 1080.0))
    if counted:
        radius = 250.0 if wide else 280.0
        sun_x, sun_y = (w * 0.74, 290.0) if wide else (w / 2, h * 0.415)
    tower = (w * 0.59, 120.0, near + 46) if wide else (w * 0.185, 150.0, near + 66)

    def level(t: float) -> float:
        if counted:
            return 0.36
        return 0.28 if wide and t < 0.54 else 1.0  # behind the words

    pen.rect(0, 0, w, h, inks.NIGHT)
    drum(pen, sun_x, sun_y, radius, DUSK, WHOLE if wide or counted else _BELOW_WORDS)
    sun(sun_x, sun_y, radius)

    def behind(t: float) -> float:
        return level(t) * unit * (0.07 + _hill(t, 0.10, 0.3, 0.03) + _hill(t, 0.09, 0.82, 0.02))

    def before(t: float) -> float:
        return level(t) * unit * (0.045 + _hill(t, 0.085, 0.14, 0.02) + _hill(t, 0.075, 0.64, 0.035))

    city.skyline(pen, -20, w + 20, far, 7, behind, city.Towers("#0D4936", narrow=34, wide=70))
    look = city.Towers(inks.PINE, "#1B6E52", 40, 84, (0, 1, 3, 4, 5, 7, 8), inks.LEAF, 0.35)
    city.skyline(pen, -10, w + 20, far, 23, before, look)
    pen.rect(0, far - unit * 0.028, w, unit * 0.03, inks.PINE)
    pen.rect(0, far, w, near - far, "#0A3A2C")
    water.glitter(pen, sun_x, far + 18, far + unit * 0.06, radius * 0.8, 5, inks.EMBER, step=15)
    river = QRectF(0, far + 14, w, near - 60 - far)
    water.ripples(pen, river, 3, (inks.PINE, "#1B6A4D"), step=15, length=(30, 120), width=2.4)
    spans = 2.35 * w / 1080 if not wide else 4.1
    bridge = city.Bridge(spans, unit * 0.06, unit * 0.02, inks.MINT, "#2B8460", unit * 0.036, phase=-0.32)
    city.bridge(pen, 0, w, far - 2, bridge)
    city.train(pen, w * (0.45 if wide else 0.30), far - 5, 4, inks.PAPER, inks.PINE, 62, 26)
    _front(pen, w, h, near, (sun_x, radius), tower, 1240.0 if wide else 1920.0)
    pen.painter.restore()


def _front(
    pen: Pen,
    w: float,
    h: float,
    near: float,
    sun: tuple[float, float],
    tower: tuple[float, float, float],
    unit: float,
) -> None:
    """Draw the houses of the near bank, the lake before them, and the Turtle Tower with its reflection."""
    row = city.Street(city.DUSK, unit * 0.055, unit * 0.118, lit=0.5, shop="#0A3326")
    city.houses(pen, -30, w + 10, near, 12, row)
    chance = Chance(99)
    x = 10.0
    while x < w + 40:
        size, dark = 26 + chance() * 22, inks.PINE if chance() < 0.5 else inks.MOSS
        city.tree(pen, x, near + 6, size, dark, inks.LEAF, inks.NIGHT)
        x += 64 + chance() * 120
    pen.rect(0, near - 4, w, 10, inks.NIGHT)
    pen.rect(0, near + 6, w, h - near, inks.FOREST)
    water.glitter(pen, sun[0], near + 24, near + h * 0.08, sun[1] * 0.92, 8, inks.EMBER, step=18)
    lake = QRectF(0, near + 18, w, h * 0.07)
    water.ripples(pen, lake, 17, (inks.PINE, "#11543D"), step=22, length=(40, 190), width=3, density=0.7)
    at, wide, isle = tower
    pen.painter.save()
    pen.painter.setClipRect(QRectF(at - wide, isle + 8, 2 * wide, wide * 0.8))
    pen.painter.translate(0, 2 * isle + 8)
    pen.painter.scale(1, -1)
    city.turtle_tower(pen, at, isle, wide, inks.PINE, inks.FOREST, inks.PINE)
    pen.painter.restore()
    for step in range(int(wide * 0.8 / 13)):
        pen.rect(at - wide * 0.75, isle + 16 + step * 13, wide * 1.5, 6, inks.FOREST)
    pen.ellipse(at, isle + 4, wide * 1.02, 17, inks.MOSS)
    pen.ellipse(at, isle + 1, wide * 0.9, 11, inks.LEAF)
    city.tree(pen, at - wide * 0.72, isle + 2, 34, inks.MOSS, inks.SPROUT, inks.FOREST)
    city.tree(pen, at + wide * 0.76, isle + 2, 28, inks.LEAF, inks.JADE, inks.FOREST)
    city.turtle_tower(pen, at, isle, wide, inks.STRAW, inks.FOREST, inks.RICE)


def day(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the same city by day: a header over a page, or a stage beside it; the title stands at the top left."""
    tall = h > w
    scale = w / (840 if tall else 1080)
    pen.painter.save()
    pen.painter.scale(scale, scale)
    w, h = w / scale, h / scale
    base = h - 8
    radius, sun_x = (214.0, w * 0.67) if tall else (min(150.0, h * 0.27), w * 0.77)
    left = w * (0.45 if tall else 0.40)
    pen.rect(0, 0, w, h, inks.PAPER)
    drum(pen, sun_x, base - radius * (1.4 if tall else 1), radius, DAY)
    lantern(pen, sun_x, base - radius * (1.4 if tall else 1), radius, 2.5)

    def behind(t: float) -> float:
        return 90 + _hill(t, 110, 0.42, 0.02) + _hill(t, 110, 0.93, 0.008)

    def before(t: float) -> float:
        return 70 + _hill(t, 80, 0.2, 0.012) + _hill(t, 90, 0.62, 0.014)

    city.skyline(pen, -20, w + 20, base, 7, behind, city.Towers(inks.MINT, narrow=30, wide=62))
    city.skyline(pen, -10, w + 20, base, 31, before, city.Towers(inks.JADE, "#B5DFC9", 36, 70, (0, 1, 3, 4, 5, 7)))
    deck = base - 66
    pen.rect(0, base - 34, w, 40, inks.JADE)
    lake = QRectF(0, base - 28, left + 40, 26)
    water.ripples(pen, lake, 3, (inks.MINT, inks.SPROUT), step=9, length=(24, 80), width=2)
    high = 110.0 if tall else 80.0
    look = city.Bridge(1.3 if tall else 1.62, high, 28, inks.LEAF, inks.MOSS, 58, 4.5, 2, phase=-0.36, deck=6)
    city.bridge(pen, -4, left + 60, deck, look)
    city.train(pen, w * 0.10, deck - 3, 4, inks.FOREST, inks.MINT, 46, 20)
    heights = (100.0, 210.0) if tall else (70.0, 150.0)
    row = city.Street(city.DAY, *heights, 48, 78, 0.25)
    city.houses(pen, left, w + 10, base, 18 if tall else 12, row)
    chance = Chance(8 if tall else 5)
    x = left - 30
    while x < w + 40:
        size, dark = 20 + chance() * 16, inks.LEAF if chance() < 0.5 else inks.MOSS
        city.tree(pen, x, base + 3, size, dark, inks.JADE, inks.FOREST)
        x += 60 + chance() * 110
    pen.rect(0, base - 4, w, 13, inks.FOREST)
    pen.painter.restore()


def bud(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a lotus that has not opened yet, for where nothing was found."""
    scale = w / 1080
    pen.painter.save()
    pen.painter.scale(scale, scale)
    w, h = 1080.0, h / scale
    line = h * 0.59
    pen.rect(0, 0, w, h, inks.MINT)
    drum(pen, 760, line, 120, MINT)
    lantern(pen, 760, line, 120, 2.4)
    pen.rect(0, line, w, h, inks.JADE)
    water.ripples(pen, QRectF(0, line + 14, w, h - line - 24), 3, (inks.MINT, inks.SPROUT), step=15, length=(50, 220))
    water.glitter(pen, 760, line + 14, line + 0.25 * h, 110, 4, inks.GLOW, step=15)
    for x, down, across, notch, ink, vein in (
        (150, 0.62, 150, 0.4, inks.LEAF, inks.MOSS),
        (380, 0.4, 86, 2.6, inks.MOSS, inks.PINE),
        (900, 0.74, 170, 2.4, inks.LEAF, inks.MOSS),
        (640, 0.84, 104, 0.2, inks.MOSS, inks.PINE),
    ):
        water.leaf(pen, x, line + down * (h - line), across, across * 0.34, ink, vein, notch)
    foot = line + 6
    pen.polyline(((470, h - 4), (478, (h + foot) / 2), (500, foot)), inks.MOSS, 9)
    for angle, ink in ((-0.16, inks.STRAW), (0.2, inks.RICE), (0.02, inks.PAPER)):
        shape = water.petal(500, foot, 150, 32, angle)
        pen.path(shape, ink)
        pen.outline(shape, inks.MOSS, 3)
    pen.rect(0, h - 10, w, 10, inks.FOREST)
    pen.painter.restore()


def rings(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a lantern in its drum on night: the ground of a number that runs out."""
    pen.rect(0, 0, w, h, inks.NIGHT)
    drum(pen, w / 2, h / 2, min(w, h) * 0.31, DUSK)
    lantern(pen, w / 2, h / 2, min(w, h) * 0.22)  # the number stands on it


def earth(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw terraces at night: ground that nobody is asked to touch."""
    pen.rect(0, 0, w, h, inks.FOREST)
    bands = (inks.PINE, "#115039", "#0F4634", "#0D402F", inks.FOREST)
    lines = (inks.MOSS, inks.PINE, "#125440", "#104A38", inks.PINE)
    land.terraces(pen, w, h * 0.12, h, 4, bands, lines, swing=h * 0.1)


def hills(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw contour lines on pine: a quiet ground."""
    pen.rect(0, 0, w, h, inks.PINE)
    land.contours(pen, w, h, 11 + seed, "#186A4F")


def ground(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw contour lines on dew: the land that halls stand on."""
    pen.rect(0, 0, w, h, inks.DEW)
    land.contours(pen, w, h, 5 + seed, "#CFE7D6", levels=14, cell=20)
