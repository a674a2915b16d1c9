"""Roles as badges show them: the colour of the sky, the shape of the lantern and the word, always together."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from showcase.documents.artwork.shapes import role_shape
from showcase.documents.colours import ROLE_WORDS, WHITE, mix, style_of
from showcase.qt.translate import interface
from showcase.text import Texts, join

_PLATE: Final = 30
_RINGS: Final = 7


def role_words(role: str, own: Mapping[str, Texts]) -> Texts:
    """Return the words of a role as the badges of the event print them."""
    return {**ROLE_WORDS[role], **own.get(role, {})}


def paint_role(painter: QPainter, role: str, box: QRectF) -> None:
    """Draw the sky of a role with its lantern into a square box."""
    style = style_of(role)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.sky))
    painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(QColor(style.lantern))
    painter.drawPolygon(_shape(style.shape, box.center(), box.height() * 0.24))


def _shape(kind: str, centre: QPointF, r: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in role_shape(kind, centre.x(), centre.y(), r)])


class RolePlate(QWidget):
    """The band of a badge: the role's word on its sky, with the lantern and its rings at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._role, self._words = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_role(self, role: str, own: Mapping[str, Texts]) -> None:
        """Show a role; `own` are the words of the event."""
        words = role_words(role, own)
        spoken = [words.get("vi", ""), words.get(interface.language, "") or words.get("en", "")]
        self._role, self._words = role, join(dict.fromkeys(spoken), "   ")
        self.setAccessibleName(self._words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the size: as high as the word asks for."""
        return QSize(240, max(_PLATE, self.fontMetrics().height() + 12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Draw the band."""
        del event
        if not self._role:
            return
        style, box = style_of(self._role), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.sky))
        painter.drawRoundedRect(box, 3, 3)
        centre, r = QPointF(box.right() - box.height() * 0.6, box.center().y()), box.height() * 0.26
        painter.setClipRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in range(_RINGS, 0, -1):
            painter.setPen(QPen(QColor(mix(mix(style.sky, WHITE, 0.38), style.sky, ring / _RINGS)), 1))
            painter.drawPolygon(_shape(style.shape, centre, r + 4.5 * ring))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.lantern))
        painter.drawPolygon(_shape(style.shape, centre, r))
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(style.on_sky))
        room = box.adjusted(12, 0, -box.height() * 1.4, 0)
        text = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
