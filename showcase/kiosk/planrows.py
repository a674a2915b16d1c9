"""Writes on whole rows of booths where single codes would be too small: the first and the last code of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from showcase.catalogue.kinds import BoothKind
from showcase.kiosk.planframe import NOTE, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showcase.catalogue.planview import LaidBooth
    from showcase.kiosk.planframe import Frame

_LEAST: Final = 0.72
_APART_M: Final = 0.6
"""Metres between two booths of one row."""


def rows_of(booths: Sequence[LaidBooth]) -> list[list[LaidBooth]]:
    """Return the booths that stand side by side, row by row, each from left to right."""
    rows: list[list[LaidBooth]] = []
    plain = [laid for laid in booths if laid.booth.kind is BoothKind.BOOTH]
    for laid in sorted(plain, key=lambda it: (round(it.rect.y, 1), it.rect.x)):
        last = rows[-1][-1].rect if rows else None
        if last is not None and abs(last.y - laid.rect.y) < _APART_M and 0 <= laid.rect.x - last.right < _APART_M:
            rows[-1].append(laid)
        else:
            rows.append([laid])
    return rows


def paint_rows(painter: QPainter, booths: Sequence[LaidBooth], frame: Frame) -> None:
    """Write "A01 – A08" on each row that has room for it."""
    for row in rows_of(booths):
        first, last = frame.box(row[0].rect), frame.box(row[-1].rect)
        box = first.united(last)
        text = f"{row[0].booth.code} – {row[-1].booth.code}" if len(row) > 1 else row[0].booth.code
        fonts = (frame.font(size, bold=bool(frame.inks.line)) for size in (NOTE, NOTE * _LEAST))
        font = next((it for it in fonts if _fits(text, it, box, frame)), None)
        if font is None:
            continue
        width = QFontMetricsF(font).horizontalAdvance(text) + frame.unit
        plate = QRectF(box.center().x() - width / 2, box.top(), width, box.height())
        inset = 0.3 * frame.unit
        painter.fillRect(plate.adjusted(0, inset, 0, -inset), QColor(frame.inks.free))
        write(painter, plate, text, font, frame.inks.booth_text)


def _fits(text: str, font: QFont, box: QRectF, frame: Frame) -> bool:
    metrics = QFontMetricsF(font)
    return metrics.horizontalAdvance(text) + frame.unit <= box.width() and metrics.capHeight() <= 0.9 * box.height()
