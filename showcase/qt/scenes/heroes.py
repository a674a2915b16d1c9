"""The large scenes: the city by day, and the quiet grounds of other pages."""

from math import exp

from PySide6.QtCore import QRectF

from showcase.qt import inks
from showcase.qt.scenes import city, land, water
from showcase.qt.scenes.light import DAY, DUSK, MINT, drum, lantern
from showcase.qt.scenes.pen import Chance, Pen


def _hill(t: float, high: float, middle: float, wide: float) -> float:
    """Return how much a hill of towers adds at a share of the way."""
    return high * exp(-((t - middle) ** 2) / wide)


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
