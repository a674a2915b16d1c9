"""The first sheet in small: what is used or damaged on it is clicked away, and pages go where labels are left."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen

from showcase.documents.stocks import Slot, Stock
from showcase.office.spots import Spot, SpotGrid, sized
from showcase.qt.theme import px, tokens
from showcase.qt.translate import number, say

_LONGEST: Final = 190
_WIDEST: Final = 240


class _SlotSpot(Spot):
    """A slot: its number, or hatched when it is used."""

    def __init__(self, place: int, act: Callable[[], object]) -> None:
        super().__init__(act)
        self.place = place
        self.setCheckable(True)

    def draw(self, painter: QPainter) -> None:
        """Paint the label, lighter where it is near, hatched where it is gone."""
        colours = tokens()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(colours["border" if self.isChecked() else "strong"]), 1))
        painter.setBrush(QColor(colours["alt" if self.isChecked() else "leafg" if self.is_near else "base"]))
        painter.drawRoundedRect(box, 2, 2)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(QColor(colours["dis"]), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, 2, 2)
            return
        painter.setPen(QColor(colours["sub"]))
        painter.setFont(sized(self.font(), 11))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(self.place + 1))


class SlotMap(SpotGrid):
    """The slots of the first sheet of a stock; it is empty where a page is a sheet.

    Signals:
        changed: another slot is used, or free again.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stock: Stock | None = None
        self.hide()

    @property
    def used(self) -> frozenset[int]:
        """The slots that are not to be printed on, counted from 0."""
        return frozenset(spot.place for spot in self._all() if spot.isChecked())

    @property
    def has_slots(self) -> bool:
        """Whether the stock has several slots, so that some may be used."""
        return self._stock is not None

    def show_stock(self, stock: Stock | None) -> None:
        """Show the slots of a stock, all free; the stock that is shown already stays as it is."""
        if stock is not None and self._stock is not None and stock.id == self._stock.id:
            return
        for spot in self._all():
            spot.deleteLater()
        self._stock = stock if stock is not None and len(stock.slots) > 1 else None
        rows: dict[float, list[Spot]] = {}
        for place, slot in enumerate(self._stock.slots if self._stock else ()):
            spot = _SlotSpot(place, self._on_clicked)
            spot.setParent(self)
            spot.show()
            rows.setdefault(slot.y_mm, []).append(spot)
        self.set_spots([rows[y] for y in sorted(rows)])
        self.setVisible(self._stock is not None)
        self.retranslate()

    def free_all(self) -> None:
        """Take every slot again: the next sheet is a new one."""
        for spot in self._all():
            spot.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say and place every slot again, as large as the text is set."""
        self.setAccessibleName(say("office.slots"))
        for spot in self._all():
            said = "office.slot_used" if spot.isChecked() else "office.slot_free"
            spot.setAccessibleName(say(said, slot=number(spot.place + 1)))
            spot.setToolTip(spot.accessibleName())
        self.setFixedSize(self.sizeHint())
        if self._stock:
            scale = self.sizeHint().height() / self._stock.height_mm
            for spot in self._all():
                spot.setGeometry(_scaled(self._stock.slots[spot.place], scale).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Paint the sheet under the slots."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(QColor(tokens()["line"]), 1))
        painter.setBrush(QColor(tokens()["panel"]))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the size of the sheet: its longer side has the same length for all."""
        if self._stock is None:
            return QSize(0, 0)
        longest = px(_LONGEST, _WIDEST)
        scale = longest / max(self._stock.width_mm, self._stock.height_mm)
        return QSize(round(self._stock.width_mm * scale), round(self._stock.height_mm * scale))

    def _all(self) -> list[_SlotSpot]:
        return [spot for row in self.spots for spot in row if isinstance(spot, _SlotSpot)]

    def _on_clicked(self) -> None:
        if self._stock and len(self.used) == len(self._stock.slots):  # a sheet without a label left takes nothing
            self.free_all()
        self.retranslate()
        self.changed.emit()


def _scaled(slot: Slot, scale: float) -> QRectF:
    return QRectF(slot.x_mm * scale, slot.y_mm * scale, slot.width_mm * scale, slot.height_mm * scale)
