"""How tables, cells and side entries look: one row line, language marks, counts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from showcase.qt.images import paint
from showcase.qt.recordmodel import ICON as CELL_ICON
from showcase.qt.recordmodel import MARK, STYLE, Column, RecordModel
from showcase.qt.theme import is_dark, px, text_size, tokens

Index = QModelIndex | QPersistentModelIndex
_CHIP: Final = (24, 18)
_PADDING: Final = 8
_SELECTED: Final = "hlt"
_HEAD: Final = 28
_LEAST: Final = 160
"""Pixels that a column without a width has at least."""


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> str:
    """Paint the ground and line of a cell and return the token of its text."""
    colours, state = tokens(), option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    active = bool(state & QStyle.StateFlag.State_Active)
    features = option.features
    alternate = bool(features & QStyleOptionViewItem.ViewItemFeature.Alternate)
    token = ("hl" if active else "hli") if selected else "alt" if alternate else "base"
    painter.fillRect(_rect(option), QColor(colours[token]))
    if not selected:
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(_rect(option).bottomLeft(), _rect(option).bottomRight())
    return _SELECTED if selected and active else "text"


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


class CellDelegate(QStyledItemDelegate):
    """A text cell: plain, strong, second rank or number."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        painter.save()
        token = _ground(painter, option)
        style = index.data(STYLE)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if style == "strong" else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens()["sub" if style == "sub" and token != _SELECTED else token]))
        box = _rect(option).adjusted(_PADDING, 0, -_PADDING, -1)
        drawing = index.data(CELL_ICON)
        if drawing:
            name, ink = drawing
            area = QRectF(box.left(), box.center().y() - 6.5, 14, 14)
            paint(painter, name, tokens()["hlt" if token == _SELECTED and is_dark() else ink], area)
            box.setLeft(box.left() + 20)
        side = Qt.AlignmentFlag.AlignRight if style == "number" else Qt.AlignmentFlag.AlignLeft
        text = str(index.data() or "")
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class MarksDelegate(QStyledItemDelegate):
    """The languages of a record: filled = complete, half filled = partial, dashed = missing.

    Args:
        states: makes (language, state) pairs of what the column marks.
    """

    def __init__(self, states: Callable[[Any], Iterable[tuple[str, str]]], parent: QObject) -> None:
        super().__init__(parent)
        self._states = states

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        painter.save()
        _ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _rect(option)
        wide, high = (px(length) for length in _CHIP)
        x, y = box.left() + _PADDING, box.center().y() - high // 2
        for language, state in self._states(index.data(MARK)):
            if x + wide > box.right():
                break
            mark(painter, QRectF(x, y, wide, high), language, state)
            x += wide + 4
        painter.restore()


def mark(painter: QPainter, box: QRectF, language: str, state: str) -> None:
    """Paint the mark of a language."""
    colours = tokens()
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if state == "full":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours["leaf"]))
        painter.drawRoundedRect(box, 2, 2)
    else:
        painter.setBrush(QColor(colours["warnbg" if state == "none" else "base"]))
        dashed = QPen(QColor(colours["warnl"]), 1, Qt.PenStyle.CustomDashLine)
        dashed.setDashPattern([3, 2])
        painter.setPen(dashed if state == "none" else QColor(colours["leaf"]))
        painter.drawRoundedRect(inner, 2, 2)
        if state == "part":
            half = "#1E5440" if is_dark() else "#8FD0B2"
            painter.fillRect(inner.adjusted(1, inner.height() / 2, -1, -1), QColor(half))
    font = QFont(painter.font())
    font.setPixelSize(px(11))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(colours[{"full": "base", "part": "text", "none": "warn"}[state]]))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, language)


GROUP: Final = int(Qt.ItemDataRole.UserRole) + 10
ICON: Final = int(Qt.ItemDataRole.UserRole) + 11
COUNT: Final = int(Qt.ItemDataRole.UserRole) + 12
NARROW: Final = int(Qt.ItemDataRole.UserRole) + 13


class SideDelegate(QStyledItemDelegate):
    """An entry of the side list: icon, word, count; or the head of a group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the height: 29, group heads 31; heads vanish in the narrow list."""
        del option
        if index.data(GROUP):
            return QSize(44, 9 if index.data(NARROW) else px(31))
        return QSize(44, px(29))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the entry."""
        painter.save()
        if index.data(GROUP):
            self._paint_group(painter, _rect(option), index)
        else:
            self._paint_entry(painter, option, index)
        painter.restore()

    @staticmethod
    def _paint_group(painter: QPainter, box: QRect, index: Index) -> None:
        if index.data(NARROW):
            return
        font = QFont(painter.font())
        font.setPixelSize(px(11))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens()["sub"]))
        painter.drawText(box.adjusted(14, 0, -8, -4), Qt.AlignmentFlag.AlignBottom, str(index.data()))

    @staticmethod
    def _paint_entry(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, box = tokens(), _rect(option)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours["hl" if selected else "hli"]))
        if selected:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(colours["leafg"]))
        text = colours["hlt" if selected else "text"]
        size = side_icon()
        paint(
            painter, str(index.data(ICON)), text, QRectF(box.left() + 14, box.center().y() + 0.5 - size / 2, size, size)
        )
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(QColor(colours["focus"]), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        if index.data(NARROW):
            return
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(text))
        count = str(index.data(COUNT) or "")
        room = box.adjusted(23 + size, 0, -18 - painter.fontMetrics().horizontalAdvance(count), 0)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        font.setPixelSize(px(12))
        painter.setFont(font)
        painter.setPen(QColor(colours["hlt" if selected else "sub"]))
        painter.drawText(box.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


class PlainTable(QTableView):
    """A table of whole rows with a line below each, all of it as large as the text is set.

    Args:
        model: its records.
        columns: as wide as they say; those without a width share what is left.
        row: pixels of a row at 100 %.
        least: pixels that a column without a width gets at least.
    """

    def __init__(self, model: RecordModel, columns: Sequence[Column], row: int, least: int) -> None:
        super().__init__()
        self._row, self._least, self._percent = row, least, 100
        self._sharing = [place for place, column in enumerate(columns) if not column.width]
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        for place, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(place, column.width)
        self.retranslate()

    def retranslate(self) -> None:
        """Be as large as the text is set now; columns that were dragged grow with the others."""
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.setMinimumSectionSize(px(self._row))
        rows.setDefaultSectionSize(px(self._row))
        head.setFixedHeight(px(_HEAD))
        for place in range(head.count()):
            if place not in self._sharing and not self.isColumnHidden(place):
                self.setColumnWidth(place, round(self.columnWidth(place) * text_size() / self._percent))
        self._percent = text_size()
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Share the room; where there is too little the table scrolls."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        head = self.horizontalHeader()
        taken = sum(head.sectionSize(place) for place in range(head.count()) if place not in self._sharing)
        fits = self.viewport().width() - taken >= px(self._least) * len(self._sharing)
        for place in self._sharing:
            mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
            if head.sectionResizeMode(place) != mode:
                head.setSectionResizeMode(place, mode)
            if not fits and head.sectionSize(place) < px(self._least):
                self.setColumnWidth(place, px(self._least))


def plain_table(model: RecordModel, columns: Sequence[Column], row: int, least: int = _LEAST) -> QTableView:
    """Return a table of whole rows, `row` pixels high at 100 %, with columns as wide as they say."""
    return PlainTable(model, columns, row, least)


def side_icon() -> int:
    """Return the size of an icon in the side list."""
    return px(16, 26)
