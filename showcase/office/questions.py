"""The questions about a new event: each with its number, a sentence, its controls, and what is wrong or good so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showcase.errors import UserError
from showcase.messages import LANGUAGES
from showcase.office.controls import ChoiceControl, LineControl
from showcase.office.labels import empty, language_name, make_label
from showcase.qt.theme import px
from showcase.qt.translate import explain, interface, say

_ANSWER: Final = 460


class Question(QFrame):
    """One question; `body` is where its controls stand."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.setProperty("role", "setting")
        self.setProperty("last", number == 5)
        self._name = name
        self._number, self._head, self._help = QLabel(str(number)), make_label("", "lead"), make_label("", "sub")
        self._number.setProperty("role", "number")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note = make_label("", "small")
        self._problem: UserError | None = None
        self._is_touched = False
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._head)
        words.addWidget(self._help)
        words.addStretch()
        self._answer = QWidget()
        column = QVBoxLayout(self._answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.body)
        column.addWidget(self._note)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._answer)
        self._note.hide()

    def touch(self) -> None:
        """Tell what is wrong from now on: nobody is told before there was a chance to answer."""
        self._is_touched = True
        self.show_state(self._problem, "")

    def untouch(self) -> None:
        """Begin anew."""
        self._is_touched = False
        self.show_state(None, "")

    def show_state(self, problem: UserError | None, note: str) -> None:
        """Say what is wrong, or a word about what was answered."""
        self._problem = problem
        wrong = problem is not None and self._is_touched
        self._note.setProperty("role", "wrong" if wrong else "small")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.setText(explain(problem) if wrong and problem else "" if problem else note)
        self._note.setVisible(bool(self._note.text()))

    @property
    def note(self) -> str:
        """What it says now."""
        return self._note.text()

    def retranslate(self) -> None:
        """Say every text again."""
        self._head.setText(say(f"shell.new_{self._name}"))
        self._help.setText(say(f"shell.new_{self._name}_help"))
        self._number.setFixedSize(px(28), px(28))
        self._answer.setFixedWidth(px(_ANSWER, 560))


class LanguagesAnswer(QWidget):
    """Buttons for the languages of the interface, a line for others, and which is the first.

    Signals:
        changed: other languages are chosen, or another is the first.
        left: somebody was here and chose.
    """

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {language: QPushButton() for language in LANGUAGES}
        self.others = LineControl()
        self.first = ChoiceControl(lambda: [(code, language_name(code)) for code in self._chosen()])
        self._others_label, self._first_label = QLabel(), QLabel()
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.clicked.connect(self._on_changed)
            chips.addWidget(button)
        chips.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addLayout(chips, 0, 0, 1, 2)
        for row, (label, control) in enumerate(
            ((self._others_label, self.others), (self._first_label, self.first)), start=1
        ):
            label.setProperty("role", "sub")
            grid.addWidget(label, row, 0)
            grid.addWidget(control, row, 1)
        grid.setColumnStretch(1, 1)
        self.others.left.connect(self._on_changed)
        self.first.left.connect(self.changed)

    def value(self) -> tuple[str, ...]:
        """Return the codes, the first one first."""
        chosen, first = self._chosen(), self.first.value()
        return tuple(sorted(chosen, key=lambda code: code != first))

    def show_value(self, languages: Sequence[str]) -> None:
        """Choose languages."""
        for language, button in self.buttons.items():
            button.setChecked(language in languages)
        self.others.show_value(", ".join(code for code in languages if code not in LANGUAGES))
        self.first.retranslate()
        self.first.show_value(languages[0] if languages else "")

    def retranslate(self) -> None:
        """Say every text again."""
        for language, button in self.buttons.items():
            button.setText(language_name(language))
        self._others_label.setText(say("shell.new_others"))
        self.others.setPlaceholderText(say("shell.new_others_hint"))
        self.others.setAccessibleName(say("shell.new_others"))
        self._first_label.setText(say("shell.new_first"))
        self.first.setAccessibleName(say("shell.new_first"))
        self.first.retranslate()

    def _chosen(self) -> list[str]:
        others = self.others.value().replace(";", ",").split(",")
        codes = [language for language, button in self.buttons.items() if button.isChecked()]
        return list(dict.fromkeys((*codes, *(code.strip() for code in others if code.strip()))))

    def _on_changed(self) -> None:
        self.first.retranslate()
        if self.first.currentIndex() < 0 and self.first.count():
            self.first.setCurrentIndex(0)
        self.changed.emit()
        self.left.emit()


class TextsAnswer(QWidget):
    """One line for each language; what was typed in a language that is taken away comes back with it.

    Signals:
        changed: something was typed.
        left: a line was left.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._kept: dict[str, str] = {}
        self.lines: dict[str, LineControl] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def value(self) -> dict[str, str]:
        """Return the texts by language."""
        return {language: line.value() for language, line in self.lines.items()}

    def show_value(self, texts: Mapping[str, str]) -> None:
        """Show texts."""
        self._kept = dict(texts)
        for language, line in self.lines.items():
            line.show_value(texts.get(language, ""))

    def set_languages(self, languages: Sequence[str]) -> None:
        """Have a line for each of these languages."""
        if list(languages) == list(self.lines):
            return
        self._kept |= self.value()
        empty(self._grid)
        self.lines = {}
        before: QWidget | None = None
        for row, language in enumerate(languages):
            code, line = QLabel(language), LineControl()
            code.setProperty("role", "sub")
            line.show_value(self._kept.get(language, ""))
            line.textEdited.connect(self.changed)
            line.left.connect(self.left)
            self._grid.addWidget(code, row, 0)
            self._grid.addWidget(line, row, 1)
            self.lines[language] = line
            if before is not None:
                QWidget.setTabOrder(before, line)
            before = line
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text again."""
        for language, line in self.lines.items():
            line.setAccessibleName(f"{say(self._key)}, {language_name(language)}")


def preferred() -> tuple[str, ...]:
    """Return the languages of a new event: those of the interface, the one in use first."""
    return tuple(sorted(LANGUAGES, key=lambda language: language != interface.language))
