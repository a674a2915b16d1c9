"""Buttons that narrow a table to what is missing, each with its number; one at most is pressed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from showcase.office.flow import Flow
from showcase.office.labels import language_name
from showcase.office.listings import word
from showcase.qt.translate import number, say


class Chips(QWidget):
    """The buttons of one table.

    Args:
        table: the name of the listing.
        names: of its filters; "deleted" is the bin, which shows only while there is something in it.

    Signals:
        chosen: another filter is on, or none.
    """

    chosen = Signal()

    def __init__(self, table: str, names: Sequence[str]) -> None:
        super().__init__()
        self.names = tuple(names)
        self._table = table
        self.current = ""
        self._counts: Mapping[str, int] = {}
        self.buttons = {name: self._make(name) for name in names}
        self._other = self._make("")
        self._other.hide()
        row = Flow(self)
        for button in (*self.buttons.values(), self._other):
            row.addWidget(button)
        self.retranslate()

    def choose(self, name: str) -> None:
        """Press a button, or none; a filter without a button of its own, such as "text:fr", gets one for now."""
        self.current = name
        self.retranslate()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much each would show; a button for nothing is off, not away."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Say every button again."""
        for name, button in self.buttons.items():
            count = self._counts.get(name, 0)
            button.setText(f"{self._word(name)}  {number(count)}")
            button.setChecked(self.current == name)
            button.setEnabled(count > 0 or self.current == name)
            button.setVisible(name != "deleted" or count > 0 or self.current == name)
        is_other = bool(self.current) and self.current not in self.buttons
        self._other.setVisible(is_other)
        self._other.setChecked(is_other)
        self._other.setText(self._word(self.current) if is_other else "")

    @staticmethod
    def _word(name: str) -> str:
        """Return what a filter is called: each of its parts in words."""
        return " · ".join(filter(None, map(_part, name.split("&"))))

    def _make(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setProperty("kind", "chip")
        button.clicked.connect(lambda on: self._on_clicked(name if on else ""))
        return button

    def _on_clicked(self, name: str) -> None:
        self.choose(name)
        self.chosen.emit()


def _part(part: str) -> str:
    name, _, value = part.partition("=")
    if value:
        return word(name, value)
    kind, _, language = name.partition(":")
    said = say(f"office.lacks_{kind}")
    return f"{said}: {language_name(language)}" if language else said
