"""Who was found at the desk: role, name, organisation, and what their badge is worth, each in two lines."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from showcase.office.labels import local
from showcase.office.listings import spaced, word
from showcase.office.rolemarks import paint_role
from showcase.qt.images import paint
from showcase.qt.theme import is_dark, tokens
from showcase.qt.translate import say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.people.records import PersonRecord

_RECORD: Final = int(Qt.ItemDataRole.UserRole)
_PADDING: Final = 12
_MARK: Final = 30


def badge_state(person: Any) -> tuple[str, str, str]:
    """Return what the badge of somebody is worth: icon, colour and word."""
    if person.deleted_at is not None:
        return "trash-2", "err", say("desk.state_bin")
    if person.badge is None:
        return "circle-dashed", "warn", say("desk.state_none")
    if person.badge.printed_at is None:
        return "printer", "warn", say("desk.state_unprinted")
    return "badge-check", "ok", spaced(person.badge.number)


class PeopleList(QListWidget):
    """The list.

    Signals:
        chosen: the record of the current row, or None.
        taken: Enter or a double click on it.
    """

    chosen = Signal(object)
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("deskpeople")
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda _item, _old: self.chosen.emit(self.current()))
        self.itemActivated.connect(lambda _item: self.taken.emit())

    def show_people(self, people: tuple[PersonRecord, ...], *, choose_first: bool, wish: uuid.UUID | None) -> None:
        """Show others; the one who is wished for is chosen, else the first, or nobody."""
        self.blockSignals(True)
        self.clear()
        for person in people:
            item = QListWidgetItem(self)
            item.setData(_RECORD, person)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, join((person.name, badge_state(person)[2])))
        kept = next((row for row, person in enumerate(people) if person.id == wish), -1)
        self.setCurrentRow(kept if kept >= 0 else 0 if choose_first and people else -1)
        self.blockSignals(False)
        self.chosen.emit(self.current())

    def current(self) -> Any:
        """Return who is chosen, or None."""
        row = self.currentRow()
        return self.item(row).data(_RECORD) if row >= 0 else None

    def step(self, rows: int) -> None:
        """Choose somebody further down or up."""
        if self.count():
            self.setCurrentRow(min(max(0, self.currentRow() + rows), self.count() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - as Qt declares it
        """Choose nobody by coming here alone, as Qt would."""
        row = self.currentRow()
        self.blockSignals(True)
        super().focusInEvent(event)
        self.setCurrentRow(row)
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Draw it again in another language, theme or size."""
        self.doItemsLayout()


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return room for two lines."""
        del index
        return QSize(200, 2 * option.fontMetrics.height() + 18)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one person."""
        colours, box, person = tokens(), option.rect, index.data(_RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours["hl" if selected else "hli"]))
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        mark = QRectF(box.left() + _PADDING, box.center().y() - _MARK / 2, _MARK, _MARK)
        paint_role(painter, person.role, mark)
        name, ink, state = badge_state(person)
        ink = colours["hlt" if selected and is_dark() else ink]
        metrics = option.fontMetrics
        wide = metrics.horizontalAdvance(state)
        right = box.right() - _PADDING
        high = metrics.height()
        top, foot = box.center().y() - high, box.center().y() + 1
        painter.setPen(QColor(ink))
        painter.drawText(right - wide, foot, wide + 2, high, Qt.AlignmentFlag.AlignVCenter, state)
        paint(painter, name, ink, QRectF(right - wide - 19, foot + (high - 14) / 2, 14, 14))
        left = round(mark.right()) + 12
        painter.setPen(QColor(colours["hlt" if selected else "sub"]))
        second = join((word("role", person.role), local(person.organisation)))
        room = right - wide - 30 - left
        painter.drawText(
            left, foot, room, high, Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(second, Qt.TextElideMode.ElideRight, room),
        )  # fmt: skip
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours["hlt" if selected else "text"]))
        wide = right - left
        text = painter.fontMetrics().elidedText(person.name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(left, top, wide, high, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
