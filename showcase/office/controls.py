"""Controls of the pages of settings and of the new event: each shows a value as text, and says when it is left."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QColorDialog,
    QComboBox,
    QLineEdit,
    QMenu,
    QSpinBox,
    QWidgetAction,
)

from showcase.office.inspecting.controls import Prose
from showcase.office.labels import day
from showcase.qt.images import icon
from showcase.qt.theme import tokens
from showcase.qt.translate import interface, say

Words = Callable[[], Sequence[tuple[str, str]]]
"""The values of a choice with what they are called, said again in another language."""
_NUMBERS: Final = re.compile(r"(\d{1,4})[/.\-\s](\d{1,2})[/.\-\s](\d{1,4})")
_HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")


class LineControl(QLineEdit):
    """One line.

    Signals:
        left: it was left, or Enter was pressed.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self.left)

    def value(self) -> str:
        """Return what stands there."""
        return self.text().strip()

    def show_value(self, value: str) -> None:
        """Show a value from its beginning."""
        self.setText(value)
        self.setCursorPosition(0)

    def retranslate(self) -> None:
        """Say its words again; a line has none."""


class LinesControl(Prose):
    """Two lines or more."""

    def value(self) -> str:
        """Return what stands there."""
        return self.toPlainText().strip()

    def show_value(self, value: str) -> None:
        """Show a value."""
        self.setPlainText(value)

    def retranslate(self) -> None:
        """Say its words again; lines have none."""


class ChoiceControl(QComboBox):
    """One of some values; the wheel of the mouse scrolls the page and changes nothing.

    Signals:
        left: another one was chosen.
    """

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()
        self.activated.connect(lambda _place: self.left.emit())

    def value(self) -> str:
        """Return the value that is chosen."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose a value."""
        self.setCurrentIndex(self.findData(value))

    def retranslate(self) -> None:
        """Say the words again."""
        value = self.value()
        self.clear()
        for choice, word in self._words():
            self.addItem(word, choice)
        self.show_value(value)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - as Qt declares it
        """Leave the wheel to the page."""
        event.ignore()


class NumberControl(QSpinBox):
    """A whole number.

    Signals:
        left: it is another one, and nobody is typing it.
    """

    left = Signal()

    def __init__(self, least: int, most: int, step: int, unit: str) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(lambda _number: self.left.emit())

    def value(self) -> str:  # type: ignore[override]  # every control has its value as text
        """Return the number."""
        return str(super().value())

    def show_value(self, value: str) -> None:
        """Show a number."""
        self.blockSignals(True)
        self.setValue(int(value))
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Give its line the same name."""
        self.lineEdit().setAccessibleName(self.accessibleName())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - as Qt declares it
        """Leave the wheel to the page."""
        event.ignore()


class SwitchControl(QCheckBox):
    """On or off, in words too.

    Signals:
        left: it was switched.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(lambda _on: self.left.emit())
        self.toggled.connect(lambda _on: self.retranslate())
        self.retranslate()

    def value(self) -> str:
        """Return "on" or "off"."""
        return "on" if self.isChecked() else "off"

    def show_value(self, value: str) -> None:
        """Switch it."""
        self.setChecked(value == "on")

    def retranslate(self) -> None:
        """Say it again."""
        self.setText(say("shell.on") if self.isChecked() else say("shell.off"))


class DayControl(LineControl):
    """A day, typed in any usual way or picked in a calendar; its value is ISO 8601, or what could not be read."""

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(lambda: self.show_value(self.value()))
        self._calendar = self.addAction(icon("calendar-days", "sub", 16), QLineEdit.ActionPosition.TrailingPosition)
        self._calendar.triggered.connect(self._pick)
        self.retranslate()

    def value(self) -> str:
        """Return the day."""
        text = self.text().strip()
        read = read_day(text)
        return read.isoformat() if read else text

    def show_value(self, value: str) -> None:
        """Show a day as the language writes it."""
        self.setProperty("shown", value)
        try:
            super().show_value(day(dt.date.fromisoformat(value)))
        except ValueError:
            super().show_value(value)

    def retranslate(self) -> None:
        """Show the day as the language writes it now."""
        self._calendar.setIcon(icon("calendar-days", "sub", 16))
        self._calendar.setText(say("shell.pick_day"))
        self.setPlaceholderText(say("shell.day_hint"))
        self.show_value(str(self.property("shown") or ""))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - as Qt declares it
        """Select all: a day is typed anew rather than mended."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def _pick(self) -> None:
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(interface.language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        read = read_day(self.text())
        if read:
            calendar.setSelectedDate(QDate(read.year, read.month, read.day))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(lambda picked: self._on_picked(picked, menu))
        calendar.activated.connect(lambda picked: self._on_picked(picked, menu))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def _on_picked(self, picked: QDate, menu: QMenu) -> None:
        menu.close()
        self.show_value(picked.toString(Qt.DateFormat.ISODate))
        self.left.emit()


class ColourControl(LineControl):
    """A colour as #RRGGBB, with a swatch that opens the colours of the system."""

    def __init__(self, usual: str) -> None:
        super().__init__()
        self._usual = usual
        self.setPlaceholderText(usual)
        self._swatch = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._swatch.triggered.connect(self._pick)
        self.textChanged.connect(lambda _text: self.retranslate())
        self.retranslate()

    def retranslate(self) -> None:
        """Say what the swatch does, and show the colour."""
        self._swatch.setText(say("shell.pick_colour"))
        drawn = QPixmap(16, 16)
        drawn.fill(QColor(tokens()["strong"]))
        painter = QPainter(drawn)
        painter.fillRect(1, 1, 14, 14, QColor(self._colour()))
        painter.end()
        self._swatch.setIcon(QIcon(drawn))

    def _colour(self) -> str:
        return self.value() if _HEX.fullmatch(self.value()) else self._usual

    def _pick(self) -> None:
        dialog = QColorDialog(QColor(self._colour()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._on_picked)
        dialog.open()

    def _on_picked(self, colour: QColor) -> None:
        self.show_value(colour.name().upper())
        self.left.emit()


Control = LineControl | LinesControl | ChoiceControl | NumberControl | SwitchControl


def read_day(text: str) -> dt.date | None:
    """Return the day that was typed, or None.

    Numbers are taken as the language writes days (month first in English, else day first), where only one way makes a
    day in that way, and the year first when it stands there.
    """
    found = _NUMBERS.fullmatch(text.strip())
    if found:
        return _of_numbers(*(int(part) for part in found.groups()))
    locale = QLocale(interface.language)
    for form in (locale.dateFormat(QLocale.FormatType.LongFormat), "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy"):
        read = locale.toDate(text.strip(), form)
        if read.isValid():
            return dt.date(read.year(), read.month(), read.day())
    return None


def _of_numbers(first: int, second: int, third: int) -> dt.date | None:
    ways = [(third, second, first), (third, first, second)]
    if interface.language == "en":
        ways.reverse()
    for year, month, day_of_month in [(first, second, third)] if first > 31 else ways:
        try:
            return dt.date(year + 2000 if year < 100 else year, month, day_of_month)
        except ValueError:
            continue
    return None
