"""The poster of the night, the lantern over Hanoi: as one picture, and in the parts of it that move."""

from math import exp, floor
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from showcase.qt import inks
from showcase.qt.scenes import city, water
from showcase.qt.scenes.light import DUSK, WHOLE, drum, lantern, lights, turned_lantern
from showcase.qt.scenes.pen import Pen
from showcase.qt.scenes.quarters import trees

FRAMES: Final = 24
"""Pictures of the lantern from one meridian to the next; after that it looks as before."""
CARS: Final = 4
_CAR: Final = (62.0, 26.0)
_BELOW_WORDS: Final = (*WHOLE[:6], *(band._replace(ink=max(1, band.ink)) for band in WHOLE[6:]))
"""A drum whose lightest ink ends with its first comb: words in lantern stand on what is farther out."""


class Night(NamedTuple):
    """Where things are, in pixels of the drawings: a portrait poster, or a wide one with the city at the right.

    What is counted in the lantern's place stands free: higher, and over a lower city.
    """

    w: float
    h: float
    scale: float
    counted: bool

    @property
    def wide(self) -> bool:
        """Whether it is wider than high."""
        return self.w > self.h

    @property
    def far(self) -> float:
        """The far bank, where the bridge is."""
        return 664.0 if self.wide else self.h * 0.62

    @property
    def near(self) -> float:
        """The near bank, where the houses stand."""
        return 822.0 if self.wide else self.h * 0.752

    @property
    def sun(self) -> tuple[float, float, float]:
        """The middle of the lantern and its radius."""
        if self.counted:
            return (self.w * 0.74, 290.0, 250.0) if self.wide else (self.w / 2, self.h * 0.415, 280.0)
        if self.wide:
            return self.w * 0.74, 400.0, 310.0
        return self.w * 0.6, self.h * 0.4735, 0.32 * min(self.w, 1080.0)

    @property
    def train(self) -> tuple[float, float]:
        """Where the train stands when nothing moves."""
        return self.w * (0.45 if self.wide else 0.30), self.far - 5

    def level(self, share: float) -> float:
        """Return how high towers are at a share of the way: low behind words."""
        if self.counted:
            return 0.36
        return 0.28 if self.wide and share < 0.54 else 1.0


def view(w: float, h: float, *, counted: bool = False) -> Night:
    """Return where things are on a picture of so many pixels."""
    scale = h / (1080 if w > h else 1920)
    return Night(w / scale, h / scale, scale, counted)


def dusk(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the poster of the night: the lantern over Hanoi."""
    _poster(pen, view(w, h))


def evening(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the poster without its train, which crosses the bridge."""
    _poster(pen, view(w, h), with_train=False)


def fact(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the same night with a number of lights, `seed`, in the lantern's place."""
    _poster(pen, view(w, h, counted=True), number=seed)


def train_box(night: Night) -> QRectF:
    """Return what the train takes where it stands, in pixels of the picture."""
    x, y = night.train
    wide, high = _CAR
    scale = night.scale
    return QRectF(x * scale, (y - high) * scale, (CARS * (wide + 4) - 4) * scale, high * scale)


def lantern_box(night: Night) -> QRect:
    """Return the part of the picture in which the turning lantern is seen, in its pixels."""
    x, y, radius = night.sun
    left, top = floor((x - radius) * night.scale), floor((y - radius) * night.scale)
    right, bottom = floor((x + radius) * night.scale) + 1, floor(min(y + radius, night.far) * night.scale) + 1
    return QRect(left, top, right - left, bottom - top)


def paint_train(night: Night) -> QImage:
    """Return the train on nothing."""
    box = train_box(night)
    image, painter = _piece(night, QRect(0, 0, round(box.width()), round(box.height())))
    city.train(Pen(painter), 0, _CAR[1], CARS, inks.PAPER, inks.PINE, *_CAR)
    painter.end()
    return image


def paint_roofs(night: Night) -> QImage:
    """Return what stands before the line the train runs on: the roofs of the near bank, on nothing."""
    box = train_box(night)
    image, painter = _piece(night, QRect(0, floor(box.y()), round(night.w * night.scale), round(box.height()) + 1))
    _front(Pen(painter), night)
    painter.end()
    return image


class Turning:
    """The lantern as it turns, behind the city: what does not move is painted once."""

    def __init__(self, night: Night) -> None:
        self._night = night
        self._box = lantern_box(night)
        self._behind, painter = _piece(night, self._box)
        _sky(Pen(painter), night)
        painter.end()
        self._before, painter = _piece(night, self._box)
        _city(Pen(painter), night)
        _bridge(Pen(painter), night)
        painter.end()

    def frame(self, number: int) -> QImage:
        """Return a picture of FRAMES."""
        image = self._behind.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.save()
        painter.translate(-self._box.x(), -self._box.y())
        painter.scale(self._night.scale, self._night.scale)
        turned_lantern(Pen(painter), *self._night.sun, number / FRAMES, 3)
        painter.restore()
        painter.drawImage(0, 0, self._before)
        painter.end()
        return image


def _piece(night: Night, box: QRect) -> tuple[QImage, QPainter]:
    """Return a part of the picture to paint on, as if the whole were painted."""
    image = QImage(box.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.translate(-box.x(), -box.y())
    painter.scale(night.scale, night.scale)
    return image, painter


def _poster(pen: Pen, night: Night, *, number: int = 0, with_train: bool = True) -> None:
    pen.painter.save()
    pen.painter.scale(night.scale, night.scale)
    _sky(pen, night)
    if night.counted:
        lights(pen, *night.sun, number)
    else:
        lantern(pen, *night.sun, 3)
    _city(pen, night)
    _bridge(pen, night)
    if with_train:
        city.train(pen, *night.train, CARS, inks.PAPER, inks.PINE, *_CAR)
    _front(pen, night)
    pen.painter.restore()


def _sky(pen: Pen, night: Night) -> None:
    pen.rect(0, 0, night.w, night.h, inks.NIGHT)
    drum(pen, *night.sun, DUSK, WHOLE if night.wide or night.counted else _BELOW_WORDS)


def _hill(t: float, high: float, middle: float, wide: float) -> float:
    """Return how much a hill of towers adds at a share of the way."""
    return high * exp(-((t - middle) ** 2) / wide)


def _city(pen: Pen, night: Night) -> None:
    """Draw two rows of towers on the far bank, and the river."""
    unit, w, far = _unit(night), night.w, night.far

    def behind(t: float) -> float:
        return night.level(t) * unit * (0.07 + _hill(t, 0.10, 0.3, 0.03) + _hill(t, 0.09, 0.82, 0.02))

    def before(t: float) -> float:
        return night.level(t) * unit * (0.045 + _hill(t, 0.085, 0.14, 0.02) + _hill(t, 0.075, 0.64, 0.035))

    city.skyline(pen, -20, w + 20, far, 7, behind, city.Towers("#0D4936", narrow=34, wide=70))
    look = city.Towers(inks.PINE, "#1B6E52", 40, 84, (0, 1, 3, 4, 5, 7, 8), inks.LEAF, 0.35)
    city.skyline(pen, -10, w + 20, far, 23, before, look)
    pen.rect(0, far - unit * 0.028, w, unit * 0.03, inks.PINE)
    pen.rect(0, far, w, night.near - far, "#0A3A2C")
    x, _y, radius = night.sun
    water.glitter(pen, x, far + 18, far + unit * 0.06, radius * 0.8, 5, inks.EMBER, step=15)
    river = QRectF(0, far + 14, w, night.near - 60 - far)
    water.ripples(pen, river, 3, (inks.PINE, "#1B6A4D"), step=15, length=(30, 120), width=2.4)


def _unit(night: Night) -> float:
    return 1500.0 if night.wide else 1920.0


def _bridge(pen: Pen, night: Night) -> None:
    unit, spans = _unit(night), 4.1 if night.wide else 2.35 * night.w / 1080
    look = city.Bridge(spans, unit * 0.06, unit * 0.02, inks.MINT, "#2B8460", unit * 0.036, phase=-0.32)
    city.bridge(pen, 0, night.w, night.far - 2, look)


def _front(pen: Pen, night: Night) -> None:
    """Draw the houses of the near bank, the lake before them, and the Turtle Tower with its reflection."""
    w, h, near, unit = night.w, night.h, night.near, 1240.0 if night.wide else 1920.0
    # The reflection ends where the words at the foot begin.
    at, wide, isle, deep = (w * 0.59, 120.0, near + 46, 16.0) if night.wide else (w * 0.185, 150.0, near + 66, 78.0)
    x, _y, radius = night.sun
    row = city.Street(city.DUSK, unit * 0.055, unit * 0.118, lit=0.5, shop="#0A3326")
    city.houses(pen, -30, w + 10, near, 12, row)
    trees(pen, 10, w + 40, near + 6, 99, (inks.PINE, inks.MOSS), inks.LEAF, inks.NIGHT)
    pen.rect(0, near - 4, w, 10, inks.NIGHT)
    pen.rect(0, near + 6, w, h - near, inks.FOREST)
    water.glitter(pen, x, near + 24, near + h * 0.08, radius * 0.92, 8, inks.EMBER, step=18)
    lake = QRectF(0, near + 18, w, h * 0.07)
    water.ripples(pen, lake, 17, (inks.PINE, "#11543D"), step=22, length=(40, 190), width=3, density=0.7)
    pen.painter.save()
    pen.painter.setClipRect(QRectF(at - wide, isle + 8, 2 * wide, deep))
    pen.painter.translate(0, 2 * isle + 8)
    pen.painter.scale(1, -1)
    city.turtle_tower(pen, at, isle, wide, inks.PINE, inks.FOREST, inks.PINE)
    pen.painter.restore()
    for step in range(int(deep / 13)):
        pen.rect(at - wide * 0.75, isle + 16 + step * 13, wide * 1.5, 6, inks.FOREST)
    pen.ellipse(at, isle + 4, wide * 1.02, 17, inks.MOSS)
    pen.ellipse(at, isle + 1, wide * 0.9, 11, inks.LEAF)
    city.tree(pen, at - wide * 0.72, isle + 2, 34, inks.MOSS, inks.SPROUT, inks.FOREST)
    city.tree(pen, at + wide * 0.76, isle + 2, 28, inks.LEAF, inks.JADE, inks.FOREST)
    city.turtle_tower(pen, at, isle, wide, inks.STRAW, inks.FOREST, inks.RICE)
