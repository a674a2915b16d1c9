"""The lantern, which is sun, paper lantern and globe in one, and the bands of a bronze drum around it."""

from collections.abc import Iterator
from math import cos, pi, sin
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from showcase.qt import inks
from showcase.qt.scenes.pen import Pen, Point

GORES: Final = (inks.LANTERN, inks.LANTERN, "#F6B417", "#FABF2C", inks.GLOW)
RIB: Final = "#E79C00"


class Inks(NamedTuple):
    """Four inks of a drum, the nearest first."""

    near: str
    inner: str
    outer: str
    far: str


DUSK: Final = Inks("#1F7152", "#155740", "#0D4332", "#0B3C2D")
DAY: Final = Inks("#EBD7A8", "#F0DFB8", "#F5E8CC", "#F8EED9")
MINT: Final = Inks("#A9D9C0", "#B4DEC8", "#BDE4D0", "#C4E8D6")
GRASS: Final = Inks("#1F7A58", "#1A6E50", "#17664A", "#156046")
LAWN: Final = Inks("#84C6A3", "#8ACAA8", "#90CEAD", "#95D1B1")
RICE: Final = Inks("#E3CFA2", "#E8D7B0", "#ECDDBA", "#F0E2C4")


class Band(NamedTuple):
    """A band of a drum: its kind, how high it is, and from one figure to the next, in pixels of the drawings."""

    kind: str
    height: float = 0
    pitch: float = 24
    ink: int = 0


WHOLE: Final = (
    *(Band("gap", 26), Band("line"), Band("gap", 6), Band("comb", 16, 9), Band("gap", 6), Band("line")),
    *(Band("gap", 4), Band("circles", 28, 30), Band("gap", 4), Band("line"), Band("gap", 10)),
    *(Band("birds", 56, ink=1), Band("gap", 10), Band("line", ink=1), Band("gap", 6), Band("saw", 14, 17, 1)),
    *(Band("line", ink=1), Band("gap", 8), Band("dots", 10, 16, 1), Band("gap", 8), Band("line", ink=1)),
    *(Band("gap", 8), Band("slant", 22, 12, 2), Band("gap", 8), Band("line", ink=2), Band("gap", 8)),
    *(Band("circles", 36, 40, 2), Band("gap", 8), Band("line", ink=2), Band("gap", 12), Band("birds", 72, ink=2)),
    *(Band("gap", 12), Band("line", ink=2), Band("gap", 6), Band("saw", 16, 20, 3), Band("line", ink=3)),
    *(Band("gap", 8), Band("comb", 22, 12, 3), Band("gap", 8), Band("line", ink=3), Band("gap", 10)),
    *(Band("dots", 12, 20, 3), Band("gap", 10), Band("line", ink=3), Band("gap", 10), Band("circles", 44, 48, 3)),
    *(Band("gap", 10), Band("line", ink=3), Band("gap", 10), Band("slant", 28, 14, 3), Band("gap", 10)),
    Band("line", ink=3),
)
"""All bands, from the lantern outwards (looks, section 6)."""
NARROW: Final = (
    *(Band("line"), Band("gap", 5), Band("comb", 11, 10), Band("gap", 5), Band("line"), Band("gap", 5)),
    *(Band("dots", 8, 14), Band("gap", 5), Band("line")),
)
"""What stands around a small lantern or a tower."""
_BIRD: Final = (
    *((-56, 3), (-25, -6)),
    *((-19, -13, -9, -10), (-3, -21, 8, -22), (1, -16, 2, -9)),
    *((12, -6), (22, -30, 50, -44), (58, -40), (42, -22, 40, -4), (84, -14), (80, -6), (90, -5), (81, 0), (89, 6)),
    *((78, 6), (82, 12), (40, 7), (24, 14, 6, 9), (-8, 4, -24, 2)),
)
"""A Lac bird: points, and curves as (control, end), in a box 150 x 60 about its middle, for a band 72 high."""


def lantern(pen: Pen, x: float, y: float, radius: float, rib: float = 2.5, hoops: int = 5) -> None:
    """Draw the lantern: gores from deep to light, ribs between them, hoops around."""
    widths = [radius * cos(pi / 2 * place / len(GORES)) for place in range(len(GORES))]
    for across, ink in zip(widths, GORES, strict=True):
        pen.ellipse(x, y, across, radius, ink)
    for across in widths[1:]:
        pen.ring(x, y, across, radius, RIB, rib)
    pen.line((x, y - radius), (x, y + radius), RIB, rib)
    angles = [pi * place / (hoops + 1) - pi / 2 for place in range(1, hoops + 1)]
    ends = [(y + radius * sin(angle), radius * cos(angle) - rib * 0.6) for angle in angles]
    pen.lines([((x - half, at), (x + half, at)) for at, half in ends], RIB, rib)


def turned_lantern(pen: Pen, x: float, y: float, radius: float, phase: float, rib: float) -> None:
    """Draw the lantern turned by a share of the way from one meridian to the next; at 0 it is as `lantern` draws it."""
    step = 90 / len(GORES)
    pen.circle(x, y, radius, GORES[0])
    edges = [-90 + step * (place + phase) for place in range(2 * len(GORES))]
    for edge in edges:
        pen.path(_rest(x, y, radius, edge), _ink(abs(edge + step / 2), step))
    for edge in edges[0 if phase else 1 :]:
        half = abs(radius * sin(edge * pi / 180))
        path = QPainterPath()
        box = QRectF(x - half, y - radius, 2 * half, 2 * radius)
        path.arcMoveTo(box, 90)
        path.arcTo(box, 90, 180 if edge < 0 else -180)
        pen.outline(path, RIB, rib)
    angles = [pi * place / 6 - pi / 2 for place in range(1, 6)]
    ends = [(y + radius * sin(angle), radius * cos(angle) - rib * 0.6) for angle in angles]
    pen.lines([((x - half, at), (x + half, at)) for at, half in ends], RIB, rib)


def _rest(x: float, y: float, radius: float, edge: float) -> QPainterPath:
    """Return the disc right of a meridian, which is given in degrees from the middle."""
    half = abs(radius * sin(edge * pi / 180))
    path = QPainterPath(QPointF(x, y - radius))
    path.arcTo(QRectF(x - half, y - radius, 2 * half, 2 * radius), 90, 180 if edge < 0 else -180)
    path.arcTo(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), 270, 180)
    path.closeSubpath()
    return path


def _ink(away: float, step: float) -> str:
    """Return the ink of a gore whose middle is so many degrees away from that of the lantern."""
    inks_ = GORES[::-1]
    place = min(max(away / step - 0.5, 0), len(inks_) - 1)
    low = min(int(place), len(inks_) - 2)
    parts = [(int(inks_[low][at : at + 2], 16), int(inks_[low + 1][at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (other - one) * (place - low)):02X}" for one, other in parts)


def lantern_line(pen: Pen, x: float, y: float, radius: float, ink: str, width: float) -> None:
    """Draw the lantern as a line: its edge, a meridian at each side and three hoops."""
    pen.ring(x, y, radius, radius, ink, width)
    pen.ring(x, y, radius * cos(pi / 4), radius, ink, width)
    pen.line((x, y - radius), (x, y + radius), ink, width)
    for place in range(1, 4):
        angle = pi * place / 4 - pi / 2
        half = radius * cos(angle)
        pen.line((x - half, y + radius * sin(angle)), (x + half, y + radius * sin(angle)), ink, width)


def lights(pen: Pen, x: float, y: float, radius: float, number: int) -> None:
    """Draw a number as so many lights in the place of the lantern, by the golden angle; none covers another."""
    angle = pi * (3 - 5**0.5)
    size = radius / 280 * min(2.4, (902 / max(1, number)) ** 0.5)
    for place in range(number):
        away, share = radius * ((place + 0.5) / number) ** 0.5, place / number
        ink = inks.GLOW if share < 0.3 else "#F8B825" if share < 0.68 else inks.LANTERN if share < 0.9 else inks.EMBER
        dot = (6.6 - 2.0 * share) * size
        pen.circle(x + away * cos(place * angle), y + away * sin(place * angle), dot, ink)


def drum(pen: Pen, x: float, y: float, radius: float, colours: Inks, bands: tuple[Band, ...] = WHOLE) -> None:
    """Draw the bands of a drum from a radius outwards."""
    at = radius
    for band in bands:
        ink = colours[band.ink]
        if band.kind == "line":
            pen.ring(x, y, at, at, ink, 3 if band is bands[1] else 2)
        elif band.kind != "gap":
            _FIGURES[band.kind](pen, (x, y), at, band, ink)
        at += band.height


def _around(centre: Point, radius: float, pitch: float) -> Iterator[tuple[float, float, float]]:
    """Give (angle, x, y) of the figures of a band."""
    number = round(2 * pi * radius / pitch)
    for place in range(number):
        angle = place / number * 2 * pi
        yield angle, centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def _at(centre: Point, radius: float, angle: float) -> Point:
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def _comb(pen: Pen, centre: Point, inner: float, band: Band, ink: str) -> None:
    outer = inner + band.height
    angles = [angle for angle, _x, _y in _around(centre, inner + band.height / 2, band.pitch)]
    pen.lines([(_at(centre, inner + 2, angle), _at(centre, outer - 2, angle)) for angle in angles], ink, 2)


def _slant(pen: Pen, centre: Point, inner: float, band: Band, ink: str) -> None:
    middle, outer = inner + band.height / 2, inner + band.height
    lean = band.height / middle * 0.8
    angles = [angle for angle, _x, _y in _around(centre, middle, band.pitch)]
    pen.lines([(_at(centre, inner + 2, angle), _at(centre, outer - 2, angle + lean)) for angle in angles], ink, 2)


def _dots(pen: Pen, centre: Point, inner: float, band: Band, ink: str) -> None:
    for _angle, x, y in _around(centre, inner + band.height / 2, band.pitch):
        pen.circle(x, y, 3, ink)


def _saw(pen: Pen, centre: Point, inner: float, band: Band, ink: str) -> None:
    middle = inner + band.height / 2
    half = band.pitch / middle / 2
    for angle, _x, _y in _around(centre, middle, band.pitch):
        tip = _at(centre, inner + band.height - 1, angle)
        pen.polygon((_at(centre, inner + 1, angle - half), tip, _at(centre, inner + 1, angle + half)), ink)


def _circles(pen: Pen, centre: Point, inner: float, band: Band, ink: str) -> None:
    """Draw circles, each joined to the next by a line from the outside of one to the inside of the other."""
    middle, radius = inner + band.height / 2, band.height * 0.34
    found = list(_around(centre, middle, band.pitch))
    for _angle, x, y in found:
        pen.ring(x, y, radius, radius, ink, 2)
        pen.circle(x, y, radius * 0.3, ink)
    step = 2 * pi / len(found)
    joins = [(_at(centre, middle + radius, a), _at(centre, middle - radius, a + step)) for a, _x, _y in found]
    pen.lines(joins, ink, 2)


def _birds(pen: Pen, centre: Point, inner: float, band: Band, ink: str) -> None:
    bird = _bird()
    for angle, x, y in _around(centre, inner + band.height / 2, band.height * 2.02):
        pen.painter.save()
        pen.painter.translate(x, y)
        pen.painter.rotate(angle * 180 / pi + 90)
        pen.painter.scale(band.height / 72, band.height / 72)
        pen.path(bird, ink)
        pen.painter.restore()


def _bird() -> QPainterPath:
    path = QPainterPath(QPointF(*_BIRD[0]))
    for part in _BIRD[1:]:
        if len(part) == 2:
            path.lineTo(*part)
        else:
            path.quadTo(*part)
    path.closeSubpath()
    return path


_FIGURES: Final = {"comb": _comb, "slant": _slant, "dots": _dots, "saw": _saw, "circles": _circles, "birds": _birds}
