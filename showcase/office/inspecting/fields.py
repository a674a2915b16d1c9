"""Fields that are edited in place: each shows a value of a record and says when a person has changed it.

A field saves when it is left. What cannot be saved stays as it was typed, marked, with the reason under it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QDateTime, QEvent, QObject, Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from showcase.catalogue.change import Change
from showcase.errors import UserError
from showcase.office.inspecting.controls import set_state, still
from showcase.office.labels import local_time, make_label
from showcase.qt.translate import explain, say

Language = Sequence[str]
_NO_METRES: Final = 0.0


class Field(QWidget):
    """A label, the control, and room for a reason.

    Signals:
        edited: the person has changed it; a `Change`.
        entered: the person pressed Enter in it.
    """

    edited = Signal(object)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.languages: Language = ()
        self._wrong: UserError | None = None
        self._label = make_label("", "label")
        self._reason = make_label("", "wrong")
        self._reason.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        self.column.addWidget(self._label)
        self.build()
        self.column.addWidget(self._reason)

    def build(self) -> None:
        """Make the control."""
        raise TypeError("every field makes its own control")

    def show_value(self, value: Any) -> None:
        """Show what a record holds."""
        raise TypeError(f"every field shows its own values, as {value!r}")

    def value(self) -> Any:
        """Return what stands in the control, as edits take it."""
        raise TypeError("every field has its own values")

    def set_languages(self, languages: Language) -> None:
        """Show texts in these languages; most fields have none."""
        self.languages = languages

    def is_touched(self) -> bool:
        """Tell whether something stands here that is not saved."""
        return self._wrong is not None

    def controls(self) -> list[QWidget]:
        """Return what Tab stops at, from the top: as the layouts have it."""
        found: list[QWidget] = []
        _collect(self.column, found)
        return found

    def take_focus(self) -> None:
        """Put the cursor into the control."""
        for control in self.controls():
            if control.isVisibleTo(self):
                control.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def flush(self) -> None:
        """Say what was typed and not said yet, as when another record is about to be shown."""

    def settle(self, change: Change) -> None:
        """Hear that a change was saved: what stands here is what the record holds, until somebody types on."""

    def show_wrong(self, error: UserError | None) -> None:
        """Say why what was typed cannot be saved, or that all is well."""
        self._wrong = error
        self._reason.setText(explain(error) if error else "")
        self._reason.setVisible(error is not None)

    def retranslate(self) -> None:
        """Say the label again."""
        text = say(f"office.field_{self.name}")
        self._label.setText(text)
        for control in self.findChildren(QWidget):
            if control.focusPolicy() != Qt.FocusPolicy.NoFocus and not control.property("named"):
                control.setAccessibleName(text)
        if self._wrong is not None:
            self._reason.setText(explain(self._wrong))

    def say(self, value: Any, was: Any, language: str = "") -> None:
        """Tell of a change, unless there is none."""
        if value != was:
            self.edited.emit(Change(self.name, value, language, was))


class LineField(Field):
    """One line that is the same in every language."""

    def build(self) -> None:
        """Make the line."""
        self._was = ""
        self.line = QLineEdit()
        self.line.editingFinished.connect(self.flush)
        self.line.returnPressed.connect(self.entered)
        self.column.addWidget(self.line)

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self._was = value or ""
        self.line.setText(self._was)
        self.line.setCursorPosition(0)
        self.show_wrong(None)

    def value(self) -> Any:
        """Return the text."""
        return self.line.text().strip()

    def is_touched(self) -> bool:
        """Tell whether it was typed in."""
        return super().is_touched() or self.value() != self._was

    def settle(self, change: Change) -> None:
        """Take what was saved for what the record holds."""
        self._was = change.value or ""

    def flush(self) -> None:
        """Say what was typed."""
        self.say(self.value(), self._was)

    def show_wrong(self, error: UserError | None) -> None:
        """Mark the line."""
        super().show_wrong(error)
        set_state(self.line, "wrong" if error else "")


class WordsField(LineField):
    """Words with commas between them."""

    def show_value(self, value: Any) -> None:
        """Show the words."""
        super().show_value(", ".join(value or ()))

    def value(self) -> Any:
        """Return the words."""
        return [word.strip() for word in self.line.text().split(",") if word.strip()]

    def is_touched(self) -> bool:
        """Tell whether it was typed in."""
        return self._wrong is not None or self.value() != self._list()

    def settle(self, change: Change) -> None:
        """Take what was saved for what the record holds."""
        self._was = ", ".join(change.value)

    def flush(self) -> None:
        """Say what was typed."""
        self.say(self.value(), self._list())

    def _list(self) -> list[str]:
        return [word for word in self._was.split(", ") if word]


class ChoiceField(Field):
    """One of some words."""

    def __init__(self, name: str, choices: Callable[[], Sequence[tuple[Any, str]]], *, typed: bool = False) -> None:
        self._choices, self._typed = choices, typed
        super().__init__(name)

    def build(self) -> None:
        """Make the box; `typed` ones are long lists that are found by typing."""
        self._was: Any = None
        self.box = QComboBox()
        self.box.setSizePolicy(self.box.sizePolicy().horizontalPolicy(), self.box.sizePolicy().verticalPolicy())
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if self._typed:
            self.box.setEditable(True)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = self.box.completer()
            assert completer is not None  # an editable box has one
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(completer.CompletionMode.PopupCompletion)
        self.box.activated.connect(lambda _place: self.flush())
        self.box.installEventFilter(self)
        self.column.addWidget(self.box)

    def show_value(self, value: Any) -> None:
        """Show a choice."""
        self._was = value
        self._fill()
        self.show_wrong(None)

    def value(self) -> Any:
        """Return the choice."""
        place = self.box.currentIndex()
        if self._typed:
            place = self.box.findText(self.box.currentText(), Qt.MatchFlag.MatchFixedString)
        return self.box.itemData(place) if place >= 0 else self._was

    def flush(self) -> None:
        """Say what was chosen; a word that is no choice becomes the old one again."""
        self.say(self.value(), self._was)
        if self._typed and self.value() == self._was:
            self.box.setCurrentIndex(max(0, self.box.findData(self._was)))

    def retranslate(self) -> None:
        """Say the words again."""
        self._fill()
        super().retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Let the wheel scroll the panel, not change what nobody meant to; say what was typed when it is left."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusOut and self._typed:
            self.flush()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        chosen = self._was
        self.box.blockSignals(True)
        self.box.clear()
        for value, text in self._choices():
            self.box.addItem(text, value)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self.box.blockSignals(False)


class ChecksField(Field):
    """Any of some words."""

    def __init__(self, name: str, choices: Callable[[], Sequence[tuple[str, str]]]) -> None:
        self._choices = choices
        super().__init__(name)

    def build(self) -> None:
        """Make a box for each word, two in a row."""
        self._was: list[str] = []
        self.boxes = {value: QCheckBox() for value, _text in self._choices()}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, box in enumerate(self.boxes.values()):
            box.setProperty("named", True)
            box.clicked.connect(self.flush)
            grid.addWidget(box, place // 2, place % 2)
        self.column.addLayout(grid)

    def show_value(self, value: Any) -> None:
        """Show which are chosen."""
        self._was = list(value or ())
        for name, box in self.boxes.items():
            box.setChecked(name in self._was)
        self.show_wrong(None)

    def value(self) -> Any:
        """Return the chosen ones, in their order."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def flush(self) -> None:
        """Say which are chosen."""
        if set(self.value()) != set(self._was):
            self.say(self.value(), self._was)

    def retranslate(self) -> None:
        """Say the words again."""
        for value, text in self._choices():
            self.boxes[value].setText(text)
        super().retranslate()


class FlagField(Field):
    """Yes or no."""

    def build(self) -> None:
        """Make the box."""
        self._was = False
        self.box = QCheckBox()
        self.box.clicked.connect(self.flush)
        self._label.hide()
        self.column.addWidget(self.box)

    def show_value(self, value: Any) -> None:
        """Show it."""
        self._was = bool(value)
        self.box.setChecked(self._was)
        self.show_wrong(None)

    def value(self) -> Any:
        """Return it."""
        return self.box.isChecked()

    def flush(self) -> None:
        """Say it."""
        self.say(self.value(), self._was)

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.box.setText(say(f"office.field_{self.name}"))


class MetresField(Field):
    """A length in metres, or none."""

    def build(self) -> None:
        """Make the box; its least value stands for none."""
        self._was: float | None = None
        self.box = QDoubleSpinBox()
        self.box.setRange(_NO_METRES, 1000)
        self.box.setDecimals(2)
        self.box.setSingleStep(0.5)
        self.box.setSuffix(" m")
        self.box.setSpecialValueText("–")
        still(self.box, self)
        self.box.editingFinished.connect(self.flush)
        self.column.addWidget(self.box)

    def show_value(self, value: Any) -> None:
        """Show it."""
        self._was = value
        self.box.setValue(value or _NO_METRES)
        self.show_wrong(None)

    def value(self) -> Any:
        """Return it."""
        return self.box.value() or None

    def is_touched(self) -> bool:
        """Tell whether it was changed."""
        return super().is_touched() or self.value() != self._was

    def settle(self, change: Change) -> None:
        """Take what was saved for what the record holds."""
        self._was = change.value

    def flush(self) -> None:
        """Say it."""
        self.say(self.value(), self._was)


class MomentField(Field):
    """A date and time of day, in the time zone of the event."""

    def build(self) -> None:
        """Make the box."""
        self._was: dt.datetime | None = None
        self.box = QDateTimeEdit()
        self.box.setCalendarPopup(True)
        self.box.setDisplayFormat("dd/MM/yyyy HH:mm")
        self.box.setTimeZone(QTimeZone.utc())  # the wall clock of the event is shown as it is
        still(self.box, self)
        self.box.editingFinished.connect(self.flush)
        self.column.addWidget(self.box)

    def show_value(self, value: Any) -> None:
        """Show it."""
        self._was = value
        wall = local_time(value or dt.datetime.now(dt.UTC).replace(minute=0, second=0, microsecond=0))
        self._zone = wall.tzinfo
        self.box.setDateTime(QDateTime(wall.date(), wall.time().replace(tzinfo=None), QTimeZone.utc()))  # type: ignore[call-overload]  # Qt takes Python's dates
        self.show_wrong(None)

    def value(self) -> Any:
        """Return it."""
        shown = self.box.dateTime()
        date, time = shown.date(), shown.time()
        wall = dt.datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=self._zone)
        return wall.astimezone(dt.UTC)

    def is_touched(self) -> bool:
        """Tell whether it was changed."""
        return super().is_touched() or (self._was is not None and self.value() != self._was)

    def settle(self, change: Change) -> None:
        """Take what was saved for what the record holds."""
        self._was = change.value

    def flush(self) -> None:
        """Say it."""
        self.say(self.value(), self._was)


def _collect(layout: QLayout, found: list[QWidget]) -> None:
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        widget = item.widget()
        inner = item.layout() if widget is None else widget.layout()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        elif inner is not None:
            _collect(inner, found)


def order_by_sight(fields: Iterable[Field]) -> QWidget | None:
    """Let Tab go through fields as they stand, and return the last stop; what was made later would else come last."""
    before: QWidget | None = None
    for field in fields:
        for control in field.controls():
            if before is not None:
                QWidget.setTabOrder(before, control)
            before = control
    return before
