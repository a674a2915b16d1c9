"""How a sheet is seen: which part of it, how large, in which inks and letters; shared by all that paint a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgRenderer

from showcase.paths import resource
from showcase.printing.engine import FAMILY
from showcase.qt import inks

if TYPE_CHECKING:
    from uuid import UUID

    from showcase.catalogue.floorplan import Rect
    from showcase.catalogue.planview import Sheet

DOTS: Final = "…"
NOTE: Final = 3.0
"""Size of the smallest letters in units: the step "note" of the design."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a theme, by what they are for."""

    floor: str
    shade: str
    wall: str
    booth: str
    booth_text: str
    gap: str
    edge: str
    mine: str
    mine_text: str
    service: str
    service_text: str
    service_edge: str
    stage: str
    stage_text: str
    seats: str
    free: str
    line: str = ""
    """Around every booth; "" for none."""


DAY: Final = Inks(
    floor=inks.PAPER,
    shade="#B7D9C4",
    wall=inks.FOREST,
    booth=inks.JADE,
    booth_text=inks.FOREST,
    gap=inks.SPROUT,
    edge=inks.LEAF,
    mine=inks.PINE,
    mine_text=inks.PAPER,
    service=inks.STRAW,
    service_text="#10201A",
    service_edge="#C9B27C",
    stage=inks.FOREST,
    stage_text=inks.PAPER,
    seats=inks.JADE,
    free=inks.MINT,
)
CONTRAST: Final = Inks(
    floor=inks.COAL,
    shade=inks.COAL,
    wall=inks.WHITE,
    booth=inks.COAL,
    booth_text=inks.WHITE,
    gap=inks.COAL,
    edge=inks.COAL,
    mine=inks.WHITE,
    mine_text=inks.COAL,
    service=inks.COAL,
    service_text=inks.WHITE,
    service_edge=inks.COAL,
    stage=inks.COAL,
    stage_text=inks.WHITE,
    seats=inks.WHITE,
    free=inks.COAL,
    line=inks.WHITE,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is painted of a sheet, in one language.

    Args:
        sheet: the plan.
        names: what a booth or a place is called under its code, where there is something to say.
        mine: booths of the short list.
        taken: booths that somebody has.
        here: where the screen stands, which words beside it leave free; None where that is not on the sheet.
    """

    sheet: Sheet
    names: Mapping[UUID, str]
    mine: frozenset[UUID]
    taken: frozenset[UUID]
    here: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a sheet in pixels.

    Args:
        left: metre of the sheet at the left edge.
        top: metre at the upper edge.
        scale: pixels of a metre.
        unit: pixels of the unit of the design.
        growth: how much larger text was asked for, 1 for the usual.
        inks: the theme.
    """

    left: float
    top: float
    scale: float
    unit: float
    growth: float
    inks: Inks

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel of a metre."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def box(self, rect: Rect) -> QRectF:
        """Return the pixels of a part of the sheet."""
        x, y = self.point(rect.x, rect.y)
        return QRectF(x, y, rect.width * self.scale, rect.depth * self.scale)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the letters in a size of units, grown as was asked for."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(size * self.unit * self.growth)))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def write(painter: QPainter, box: QRectF, text: str, font: QFont, ink: str) -> None:
    """Write a line into the middle of a box, its capitals centred."""
    metrics = QFontMetricsF(font)
    x = box.center().x() - metrics.horizontalAdvance(text) / 2
    y = box.center().y() + metrics.capHeight() / 2
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(round(x), round(y), text)


def broken(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """Return a text in at most so many lines of a width; the last ends in dots when there is more."""
    metrics = QFontMetricsF(font)
    rest = text.split()
    made: list[str] = []
    while rest and len(made) < lines:
        line = rest.pop(0)
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}") <= width:
            line = f"{line} {rest.pop(0)}"
        made.append(line)
    if rest:
        made[-1] = f"{made[-1]} {DOTS}"
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in made]


def paragraph(painter: QPainter, box: QRectF, lines: list[str], font: QFont, ink: str) -> None:
    """Write lines under each other into the middle of a box."""
    step = 1.33 * font.pixelSize()
    top = box.center().y() - step * len(lines) / 2
    for place, line in enumerate(lines):
        write(painter, QRectF(box.left(), top + place * step, box.width(), step), line, font, ink)


def paint_icon(painter: QPainter, name: str, box: QRectF, ink: str) -> None:
    """Paint a line icon; its renderer belongs to the thread that paints, so that none is kept."""
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", ink).encode())).render(painter, box)


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
