"""The panel of what preflight found: stop first, then look, and what is good; a click shows the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from showcase.errors import UserError
from showcase.qt.images import paint, pixmap
from showcase.qt.theme import is_dark, px, tokens
from showcase.qt.translate import explain, number, say

if TYPE_CHECKING:
    from showcase.office.jobs import Checked, Finding

WIDTH: Final = 320
_SHOWN: Final = 500
"""Entries at most: nobody reads further, and the counts above tell the rest."""
_SEVERITIES: Final = {"stop": ("circle-x", "err"), "look": ("triangle-alert", "warn"), "good": ("circle-check", "ok")}
_FINDING: Final = int(Qt.ItemDataRole.UserRole)
_TEXT_LEFT: Final = 38


class PreflightPanel(QFrame):
    """The panel.

    Signals:
        sheet_wanted: the number of the item that was chosen.
    """

    sheet_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preflight")
        self.setFixedWidth(WIDTH)
        self._checked: Checked | None = None
        self._running = False
        self._head, self._state = QLabel(), QLabel()
        self._head.setProperty("role", "strong")
        self._state.setProperty("role", "small")
        self._icons = {severity: QLabel() for severity in _SEVERITIES}
        self._counts = {severity: QLabel() for severity in _SEVERITIES}
        self.problems = QListWidget()
        self.problems.setObjectName("problems")
        self.problems.setItemDelegate(_FindingDelegate(self.problems))
        self.problems.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.currentItemChanged.connect(self._on_current)
        self._lay_out()
        self.retranslate()

    def show_running(self) -> None:
        """Say that it is being checked."""
        self._running, self._checked = True, None
        self.retranslate()

    def show_checked(self, checked: Checked | None) -> None:
        """Show what was found, None when nothing is chosen."""
        self._running, self._checked = False, checked
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        found = self._checked
        self._head.setText(say("office.preflight"))
        self.problems.setAccessibleName(say("office.preflight"))
        key = "running" if self._running else "idle" if found is None else "" if found.findings else "clean"
        self._state.setText(say(f"office.preflight_{key}") if key else "")
        self._state.setVisible(bool(key))
        for severity, (name, token) in _SEVERITIES.items():
            count = getattr(found, severity) if found else 0
            shown = found is not None and (count > 0 or severity == "good")
            self._icons[severity].setPixmap(pixmap(name, tokens()[token], 15, self.devicePixelRatioF()))
            self._counts[severity].setText(say(f"office.preflight_{severity}", n=number(count)))
            for widget in (self._icons[severity], self._counts[severity]):
                widget.setVisible(shown)
        self.problems.clear()
        self.problems.setVisible(bool(found and found.findings))
        for finding in found.findings[:_SHOWN] if found else ():
            item = QListWidgetItem(self.problems)
            text = explain(UserError(finding.key, **finding.params))
            item.setText(f"{finding.title}: {text}")
            item.setToolTip(text)
            item.setData(_FINDING, (finding, text))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 6)
        self._head.setWordWrap(True)
        head.addWidget(self._head)
        counts = QHBoxLayout()
        counts.setContentsMargins(14, 0, 14, 8)
        counts.setSpacing(6)
        for severity in _SEVERITIES:
            counts.addWidget(self._icons[severity])
            counts.addWidget(self._counts[severity])
            self._counts[severity].setContentsMargins(0, 0, 10, 0)
        counts.addStretch()
        self._state.setContentsMargins(14, 0, 14, 10)
        self._state.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(counts)
        column.addWidget(self._state)
        column.addWidget(self.problems, 1)
        column.addStretch()

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            finding: Finding = item.data(_FINDING)[0]
            self.sheet_wanted.emit(finding.item)


class _FindingDelegate(QStyledItemDelegate):
    """An entry: icon, name, and the reason in plain words, broken into as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the height that the reason needs."""
        _finding, text = index.data(_FINDING)
        metrics = option.fontMetrics
        wrapped = Qt.TextFlag.TextWordWrap
        box = metrics.boundingRect(0, 0, WIDTH - _TEXT_LEFT - 28, 1000, int(wrapped), text)
        return QSize(WIDTH - 20, px(28) + box.height() + 6)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the entry."""
        finding, text = index.data(_FINDING)
        colours: Any = tokens()
        style: Any = option
        selected = bool(style.state & QStyle.StateFlag.State_Selected)
        ink = colours["hlt"] if selected else colours["text"]
        name, token = _SEVERITIES[finding.severity]
        box = QRectF(style.rect)
        painter.save()
        painter.fillRect(box, QColor(colours["hl"] if selected else colours["base"]))
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(style.rect.bottomLeft(), style.rect.bottomRight())
        mark = colours["hlt"] if selected and is_dark() else colours[token]
        paint(painter, name, mark, QRectF(box.left() + 14, box.top() + 9, 15, 15))
        font = QFont(style.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        room = box.adjusted(_TEXT_LEFT, 7, -12, 0)
        title = painter.fontMetrics().elidedText(finding.title, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), title)
        painter.setFont(style.font)
        painter.setPen(QColor(ink if selected else colours["sub"]))
        painter.drawText(box.adjusted(_TEXT_LEFT, px(27), -12, 0), int(Qt.TextFlag.TextWordWrap), text)
        painter.restore()
