"""How an entry in the list of letters looks: who, how much is missing, and whether the letter was edited."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from showcase.office.spots import sized
from showcase.qt.theme import px, tokens

COUNT: Final = int(Qt.ItemDataRole.UserRole) + 1
EDITED: Final = int(Qt.ItemDataRole.UserRole) + 2
_ROW: Final = 48
_EDGE: Final = 14


class LetterDelegate(QStyledItemDelegate):
    """One entry: the name, and under it what is missing."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the height of two lines."""
        del option, index
        return QSize(160, px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the entry."""
        colours, state = tokens(), option.state
        box: QRect = option.rect
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_active = bool(state & QStyle.StateFlag.State_Active)
        painter.save()
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours["hl" if is_chosen and is_active else "hli"]))
        if is_chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(colours["leafg"]))
        painter.setPen(QPen(QColor(colours["line"]), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(_EDGE, 6, -_EDGE, -7)
        ink = "hlt" if is_chosen and is_active else "text"
        painter.setFont(sized(option.font, 13, strong=True))
        painter.setPen(QColor(colours[ink]))
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(sized(option.font, 12))
        painter.setPen(QColor(colours[ink if ink == "hlt" else "sub"]))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, str(index.data(COUNT) or ""))
        right = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, str(index.data(EDITED) or ""))
        painter.restore()
