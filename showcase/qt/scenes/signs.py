"""The scenes of the contrast theme: lines alone, and one pictogram for each motif."""

from typing import Final

from PySide6.QtGui import QPainterPath

from showcase.qt import inks
from showcase.qt.scenes import city
from showcase.qt.scenes.light import lantern_line, lights
from showcase.qt.scenes.pen import Pen, Quiet

_BOX: Final = 48
"""Pictograms are drawn on a square of so many units, of which the picture has the middle 40."""
_STROKE: Final = 2.6
_Line = tuple[tuple[float, float], ...]
_Round = tuple[float, float, float]


class _Sign:
    """A pictogram: lines through points, circles as (x, y, radius), and curves as quadratic splines."""

    def __init__(self, *lines: _Line, rounds: tuple[_Round, ...] = (), curves: tuple[_Line, ...] = ()) -> None:
        self.lines = lines
        self.rounds = rounds
        self.curves = curves


_SIGNS: Final[dict[str, _Sign]] = {
    "mobility": _Sign(
        ((10, 7), (38, 7), (38, 34), (10, 34), (10, 7)),
        ((10, 21), (38, 21)),
        ((24, 7), (24, 21)),
        ((16, 34), (11, 43)),
        ((32, 34), (37, 43)),
        ((16.5, 28), (17.5, 28)),
        ((30.5, 28), (31.5, 28)),
        ((13.5, 39), (34.5, 39)),
    ),
    "energy": _Sign(
        ((24, 4), (24, 8)),
        ((8, 10), (11, 13)),
        ((40, 10), (37, 13)),
        ((3, 24), (7, 24)),
        ((41, 24), (45, 24)),
        ((10, 30), (38, 30), (44, 44), (4, 44), (10, 30)),
        ((7, 37), (41, 37)),
        ((19.5, 30), (17, 44)),
        ((28.5, 30), (31, 44)),
        curves=(((14, 24), (14, 14), (24, 14)), ((24, 14), (34, 14), (34, 24))),
    ),
    "water": _Sign(
        curves=(
            ((24, 4), (33, 15), (35, 23)),
            ((35, 23), (37, 36), (24, 37)),
            ((24, 37), (11, 36), (13, 23)),
            ((13, 23), (15, 15), (24, 4)),
            ((19, 26), (19, 31), (24, 31)),
            ((5, 44), (9.75, 40), (14.5, 44)),
            ((14.5, 44), (19.25, 48), (24, 44)),
            ((24, 44), (28.75, 40), (33.5, 44)),
            ((33.5, 44), (38.25, 48), (43, 44)),
        )
    ),
    "gov": _Sign(
        ((5, 43), (43, 43)),
        ((9, 43), (9, 31), (39, 31), (39, 43)),
        ((14, 31), (14, 21), (34, 21), (34, 31)),
        ((18.5, 21), (18.5, 14), (29.5, 14), (29.5, 21)),
        ((14, 14), (24, 5), (34, 14), (14, 14)),
        ((20.5, 43), (20.5, 37), (27.5, 37), (27.5, 43)),
    ),
    "ai": _Sign(
        ((12.9, 12.9), (18.8, 18.8)),
        ((35.1, 12.9), (29.2, 18.8)),
        ((12.9, 35.1), (18.8, 29.2)),
        ((35.1, 35.1), (29.2, 29.2)),
        rounds=((24, 24, 7.2), (10, 10, 4), (38, 10, 4), (10, 38, 4), (38, 38, 4)),
    ),
    "build": _Sign(
        ((4, 43), (44, 43)),
        ((8, 43), (8, 21), (17, 13), (26, 21), (26, 43)),
        ((26, 43), (26, 7), (40, 7), (40, 43)),
        ((14, 26), (20, 26)),
        ((14, 34), (20, 34)),
        ((31.5, 15), (34.5, 15)),
        ((31.5, 23), (34.5, 23)),
        ((31.5, 31), (34.5, 31)),
    ),
    "terrace": _Sign(
        curves=(
            ((22.5, 20), (22.5, 8), (33, 8)),
            ((33, 8), (43.5, 8), (43.5, 20)),
            ((4, 23), (14, 15), (24, 21)),
            ((24, 21), (34, 27), (44, 20)),
            ((4, 31), (14, 23), (24, 29)),
            ((24, 29), (34, 35), (44, 28)),
            ((4, 39), (14, 31), (24, 37)),
            ((24, 37), (34, 43), (44, 36)),
        )
    ),
    "rain": _Sign(
        ((14, 34), (11, 43)),
        ((25, 34), (22, 43)),
        ((36, 34), (33, 43)),
        ((13, 28), (35, 28)),
        curves=(
            ((13, 28), (5, 27), (5, 20)),
            ((5, 20), (6, 13), (13.5, 13.5)),
            ((13.5, 13.5), (17, 5), (25, 5.5)),
            ((25, 5.5), (34, 6), (35, 14)),
            ((35, 14), (43, 14), (43, 21)),
            ((43, 21), (43, 28), (35, 28)),
        ),
    ),
    "lamp": _Sign(
        ((12, 43), (12, 12)),
        ((5, 43), (43, 43)),
        ((31, 7), (31, 12)),
        ((25, 12), (37, 12)),
        ((27, 26), (35, 26)),
        ((24, 32), (21, 37)),
        ((31, 32), (31, 37)),
        ((38, 32), (41, 37)),
        curves=(
            ((12, 12), (12, 7), (18, 7)),
            ((18, 7), (24, 7), (31, 7)),
            ((25, 12), (20, 19), (27, 26)),
            ((37, 12), (42, 19), (35, 26)),
        ),
    ),
}


def plain(pen: Pen, w: float, h: float, seed: int) -> None:
    """Leave the ground as it is: what is ornament is not shown."""
    pen.rect(0, 0, w, h, inks.COAL)


def motif(pen: Pen, w: float, h: float, name: str, quiet: Quiet) -> None:
    """Draw the pictogram of a motif in the middle of what words leave."""
    pen.rect(0, 0, w, h, inks.COAL)
    unit = min(w, h - quiet.height)
    _draw(pen, _SIGNS[name], (w / 2, (quiet.height + h) / 2), min(unit * (0.72 if unit < 400 else 0.5), 460.0))


def bud(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a lotus that has not opened yet."""
    pen.rect(0, 0, w, h, inks.COAL)
    sign = _Sign(
        ((4, 40), (44, 40)),
        ((24, 40), (24, 32)),
        curves=(
            ((24, 32), (12, 22), (24, 6)),
            ((24, 6), (36, 22), (24, 32)),
            ((24, 32), (10, 30), (13, 15)),
            ((13, 15), (16, 16), (18.4, 18)),
            ((24, 32), (38, 30), (35, 15)),
            ((35, 15), (32, 16), (29.6, 18)),
            ((9, 45), (24, 45), (39, 45)),
        ),
    )
    _draw(pen, sign, (w / 2, h / 2), min(min(w, h) * 0.7, 460.0))


def bridge(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the bridge with its train before the lantern."""
    pen.rect(0, 0, w, h, inks.COAL)
    unit = min(w, h, 700.0)
    radius = unit * 0.26
    lantern_line(pen, w * 0.78, h - unit * 0.225, radius, inks.FLAME, max(3, unit * 0.0085))
    deck = h - unit * 0.13
    pen.rect(0, deck, w, h - deck, inks.COAL)
    _crossing(pen, w, deck, unit)
    for at, down, long in (
        (0.04, 0.07, 0.11),
        (0.23, 0.09, 0.17),
        (0.48, 0.065, 0.13),
        (0.7, 0.09, 0.14),
        (0.86, 0.07, 0.1),
    ):
        y = deck + unit * down
        pen.line((w * at, y), (w * (at + long), y), inks.WHITE, max(2, unit * 0.007), blunt=False)


def counted(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a number of lights over the bridge."""
    pen.rect(0, 0, w, h, inks.COAL)
    unit = min(w, h)
    lights(pen, w / 2 if h > w else w * 0.74, h * 0.4, unit * 0.26, seed)
    _crossing(pen, w, h * 0.72, min(unit, 900.0))


def _crossing(pen: Pen, w: float, deck: float, unit: float) -> None:
    look = city.Bridge(
        max(1.2, w / (unit * 0.79)), unit * 0.179, unit * 0.069, inks.WHITE, inks.WHITE, unit * 0.107,
        max(3, unit * 0.012), max(2, unit * 0.0052), phase=-0.32, deck=max(5, unit * 0.014),
    )  # fmt: skip
    city.bridge(pen, 0, w, deck, look)
    car = unit * 0.0966
    city.train(pen, w * 0.305, deck - unit * 0.005, 4, inks.FLAME, inks.COAL, car, car * 0.536)


def _draw(pen: Pen, sign: _Sign, middle: tuple[float, float], size: float) -> None:
    scale = size / _BOX
    pen.painter.save()
    pen.painter.translate(middle[0] - size / 2, middle[1] - size / 2)
    pen.painter.scale(scale, scale)
    for line in sign.lines:
        pen.polyline(line, inks.FLAME, _STROKE)
    for x, y, radius in sign.rounds:
        pen.ring(x, y, radius, radius, inks.FLAME, _STROKE)
    for start, control, end in sign.curves:
        path = QPainterPath()
        path.moveTo(*start)
        path.quadTo(*control, *end)
        pen.outline(path, inks.FLAME, _STROKE)
    pen.painter.restore()
