"""The list under the line of the palette: entries under the heads of their groups."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from showcase.office.finds import Find
from showcase.qt.images import paint
from showcase.qt.theme import is_dark, px, tokens
from showcase.qt.translate import say
from showcase.text import join

Index = QModelIndex | QPersistentModelIndex
FIND: Final = int(Qt.ItemDataRole.UserRole)
"""The entry of a row, None for a head."""
_ROW: Final = 32
_HEAD: Final = 28
_ICON: Final = 16


class FindModel(QAbstractListModel):
    """Heads (texts) and entries."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Find | str] = []

    def show(self, finds: Sequence[Find]) -> None:
        """Show entries, each group under its head."""
        self.beginResetModel()
        self._rows = []
        for group, members in groupby(finds, key=lambda find: find.group):
            self._rows += [say(group), *members]
        self.endResetModel()

    def step(self, row: int, by: int) -> int:
        """Return the row of an entry `by` entries on from a row, going round by single steps; -1 for none."""
        entries = [place for place, entry in enumerate(self._rows) if isinstance(entry, Find)]
        if not entries:
            return -1
        if row not in entries:
            return entries[0]
        place = entries.index(row) + by
        if abs(by) == 1:
            return entries[place % len(entries)]
        return entries[min(max(place, 0), len(entries) - 1)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        """Return the number of rows, heads among them."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let entries be chosen, heads not."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if index.isValid() and isinstance(self._rows[index.row()], Find) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text or the entry of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else join((row.text, row.kind), ", ")
        return row if role == FIND and isinstance(row, Find) else None


class FindDelegate(QStyledItemDelegate):
    """An entry: icon, text, and what it is at the right; or the head of a group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the height of a row."""
        del option
        return QSize(100, px(_ROW if index.data(FIND) else _HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        painter.save()
        box: QRect = option.rect
        find = index.data(FIND)
        if find is None:
            self._paint_head(painter, box, str(index.data()))
        else:
            self._paint_entry(painter, box, find, option.state)
        painter.restore()

    @staticmethod
    def _paint_head(painter: QPainter, box: QRect, text: str) -> None:
        font = QFont(painter.font())
        font.setPixelSize(px(11))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens()["sub"]))
        painter.drawText(box.adjusted(16, 0, -16, -px(5)), Qt.AlignmentFlag.AlignBottom, text)

    @staticmethod
    def _paint_entry(painter: QPainter, box: QRect, find: Find, state: QStyle.StateFlag) -> None:
        colours = tokens()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours["hl" if chosen else "hli"]))
            painter.drawRect(box)
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(colours["leafg"]))
        ink = "hlt" if chosen and is_dark() else "leaf"
        size = px(_ICON)
        paint(painter, find.icon, colours[ink], QRectF(box.left() + 16, box.center().y() + 0.5 - size / 2, size, size))
        metrics = painter.fontMetrics()
        font = QFont(painter.font())
        font.setPixelSize(px(12))
        painter.setPen(QColor(colours["hlt" if chosen else "text"]))
        room = box.adjusted(26 + size, 0, -32 - metrics.horizontalAdvance(find.kind), 0)
        text = metrics.elidedText(find.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(font)
        painter.setPen(QColor(colours["hlt" if chosen else "sub"]))
        painter.drawText(
            box.adjusted(0, 0, -16, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, find.kind
        )
