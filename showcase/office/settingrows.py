"""One setting on the page of settings: what it is, a sentence about it, its control, the way back to its default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showcase.errors import UserError
from showcase.office.controls import ChoiceControl, Control
from showcase.office.inspecting.controls import set_state
from showcase.office.labels import language_name, make_label
from showcase.qt.theme import px
from showcase.qt.translate import explain, say
from showcase.text import fold

_CONTROL: Final = 320


@dataclass(frozen=True, slots=True)
class RowSpec:
    """One setting.

    Attributes:
        name: its name, by which it is found too.
        label: says what it is.
        help: a sentence about it.
        make: key -> what makes its control; a text in several languages has one for each.
        languages: key -> the language of its control, for texts in several.
        usual: key -> what it is until somebody chooses; without it there is no way back.
        reset: key of the words for the way back.
    """

    name: str
    label: Callable[[], str]
    help: Callable[[], str]
    make: Mapping[str, Callable[[], Control]]
    languages: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    reset: str = "shell.reset"


class SettingRow(QFrame):
    """The row of a setting.

    Signals:
        changed: (its keys with the values that they are to have).
    """

    changed = Signal(object)

    def __init__(self, spec: RowSpec) -> None:
        super().__init__()
        self.spec = spec
        self.setProperty("role", "setting")
        self.controls: dict[str, Control] = {key: make() for key, make in spec.make.items()}
        self.reset = QPushButton()
        self.reset.setProperty("kind", "link")
        self.reason = make_label("", "wrong")
        self._values: dict[str, str] = {}
        self._wrong: UserError | None = None
        self._label, self._help = make_label("", "strong"), make_label("", "small")
        self._codes: list[tuple[QLabel, str]] = []
        self._lay_out()
        self.reset.clicked.connect(lambda: self.changed.emit(dict(self.spec.usual)))
        for key, control in self.controls.items():
            control.left.connect(lambda key=key: self._on_left(key))
        self.retranslate()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what is kept; a control in which something else was typed meanwhile stays as it is."""
        for key, control in self.controls.items():
            value = values.get(key, "")
            if control.value() != value and control.value() == self._values.get(key, control.value()):
                control.show_value(value)
            self._values[key] = value
        self.reset.setVisible(any(self._values.get(key) != usual for key, usual in self.spec.usual.items()))

    def show_saved(self, values: Mapping[str, str]) -> None:
        """Show what was kept just now."""
        self.show_wrong(None)
        for key, value in values.items():
            if self.controls[key].value() != value:
                self.controls[key].show_value(value)
            self._values[key] = value

    def show_wrong(self, error: UserError | None, key: str = "") -> None:
        """Say why a value cannot be kept, or that all is well."""
        self._wrong = error
        self.reason.setText(explain(error) if error else "")
        self.reason.setVisible(error is not None)
        for name, control in self.controls.items():
            set_state(control, "wrong" if error is not None and name == key else "")

    def flush(self) -> None:
        """Say what was typed and not said yet."""
        for key in self.controls:
            self._on_left(key)

    def matches(self, typed: str) -> bool:
        """Tell whether the setting has all words that were typed, with or without accents."""
        words = fold(" ".join((self.spec.name, self._label.text(), self._help.text(), *self._words())))
        return all(part in words for part in fold(typed).split())

    def retranslate(self) -> None:
        """Say every text again."""
        self._label.setText(self.spec.label())
        self._help.setText(self.spec.help())
        self._help.setVisible(bool(self._help.text()))
        self.reset.setText(say(self.spec.reset))
        self.reset.setAccessibleName(f"{self.reset.text()}: {self._label.text()}")
        for label, language in self._codes:
            label.setToolTip(language_name(language))
        for key, control in self.controls.items():
            spoken = self.spec.languages.get(key)
            name = self._label.text()
            control.setAccessibleName(f"{name}, {language_name(spoken)}" if spoken else name)
            control.setAccessibleDescription(self._help.text())
            control.retranslate()
        if self._wrong is not None:
            self.reason.setText(explain(self._wrong))
        self._column.setFixedWidth(px(_CONTROL, 480))

    def _words(self) -> list[str]:
        """Return the words of its choices."""
        boxes = [control for control in self.controls.values() if isinstance(control, ChoiceControl)]
        return [box.itemText(place) for box in boxes for place in range(min(box.count(), 20))]

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label)
        words.addWidget(self._help)
        words.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (key, control) in enumerate(self.controls.items()):
            if key in self.spec.languages:
                code = QLabel(self.spec.languages[key])
                code.setProperty("role", "sub")
                self._codes.append((code, self.spec.languages[key]))
                grid.addWidget(code, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(control, place, 1)
        grid.setColumnStretch(1, 1)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.reason)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self._column)
        self.reason.hide()
        self.reset.hide()

    def _on_left(self, key: str) -> None:
        value = self.controls[key].value()
        if value != self._values.get(key, ""):
            self.changed.emit({key: value})
        elif self._wrong is not None:
            self.show_wrong(None)
