"""Texts in several languages, one under the other: a missing one is marked, and says what visitors see instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from showcase.catalogue.change import Change
from showcase.errors import UserError
from showcase.office.inspecting.controls import Prose, set_state
from showcase.office.inspecting.fields import Field, Language
from showcase.office.labels import empty, language_name, make_label
from showcase.qt.translate import say
from showcase.text import pick

_MARK: Final = 20


class TextsField(Field):
    """A text in all languages of the event.

    Args:
        name: of the field.
        prose: several lines.
        limit: characters that fit where it is shown, 0 for no limit.
    """

    def __init__(self, name: str, *, prose: bool = False, limit: int = 0) -> None:
        self._prose, self._limit = prose, limit
        self.rows: dict[str, _Row] = {}
        super().__init__(name)

    def build(self) -> None:
        """Make the place of the rows; they follow the languages of the event."""
        self._was: Mapping[str, str] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _MARK)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)

    def set_languages(self, languages: Language) -> None:
        """Make a row for each language."""
        if tuple(languages) == tuple(self.languages):
            return
        super().set_languages(languages)
        empty(self._grid)
        self.rows = {language: _Row(self, language, prose=self._prose) for language in languages}
        for place, row in enumerate(self.rows.values()):
            self._grid.addWidget(row.mark, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(row, place, 1)
            for widget in (row.mark, row):  # at once, as the cursor may be put there now
                widget.show()
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show the texts; one that is being typed stays."""
        self._was = dict(value or {})
        for row in self.rows.values():
            row.show_text(self._was.get(row.language, ""))
        self.show_wrong(None)
        self.show_missing()

    def value(self) -> Any:
        """Return the texts that there are."""
        return {language: row.text() for language, row in self.rows.items() if row.text()}

    def is_touched(self) -> bool:
        """Tell whether one of them was typed in."""
        return super().is_touched() or any(row.is_touched() for row in self.rows.values())

    def flush(self) -> None:
        """Say what was typed in each language."""
        for row in self.rows.values():
            row.flush()

    def settle(self, change: Change) -> None:
        """Take what was saved for what the record holds."""
        self.rows[change.language].settle(change.value)

    def show_missing(self) -> None:
        """Mark the languages in which the text is missing while it is there in another."""
        present = {language: row.text() for language, row in self.rows.items() if row.text()}
        instead, text = pick(present, tuple(self.rows))
        for row in self.rows.values():
            row.show_missing(instead, text, missing=bool(present) and not row.text())

    def show_wrong(self, error: UserError | None) -> None:
        """Mark what was typed and not saved."""
        super().show_wrong(error)
        for row in self.rows.values():
            row.show_wrong(wrong=error is not None and row.is_touched())

    def retranslate(self) -> None:
        """Say the label and the marks again."""
        super().retranslate()
        for row in self.rows.values():
            row.call(say(f"office.field_{self.name}"), self._limit)
        self.show_missing()

    def copy(self, row: _Row) -> None:
        """Take the text of another language over, to be translated in place."""
        _instead, text = pick({language: it.text() for language, it in self.rows.items()}, tuple(self.rows))
        row.fill(text)
        row.flush()


class _Row(QWidget):
    """One language: the mark, the text, and what is said when it is missing."""

    def __init__(self, field: TextsField, language: str, *, prose: bool) -> None:
        super().__init__()
        self.language = language
        self._field = field
        self._was = ""
        self._limit = 0
        self.mark = make_label(language, "sub")
        self.mark.setContentsMargins(0, 5, 0, 0)
        self.edit: QLineEdit | Prose = Prose() if prose else QLineEdit()
        self.edit.setProperty("named", True)
        self._told, self._count = QLabel(), QLabel()
        self._told.setProperty("role", "warning")
        self._told.setWordWrap(True)
        self._count.setProperty("role", "small")
        self._copy = QPushButton()
        self._copy.setProperty("kind", "link")
        self._copy.setProperty("named", True)
        self._copy.clicked.connect(lambda: field.copy(self))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.addWidget(self.edit, 0, 0, 1, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._told, 1)
        foot.addWidget(self._count)
        foot.addWidget(self._copy)
        grid.addLayout(foot, 1, 0, 1, 2)
        if isinstance(self.edit, Prose):
            self.edit.left.connect(self.flush)
        else:
            self.edit.editingFinished.connect(self.flush)
            self.edit.returnPressed.connect(field.entered)
        self.edit.textChanged.connect(self._on_typed)

    def text(self) -> str:
        """Return what stands there."""
        return (self.edit.toPlainText() if isinstance(self.edit, Prose) else self.edit.text()).strip()

    def fill(self, text: str) -> None:
        """Put a text there."""
        if isinstance(self.edit, Prose):
            self.edit.setPlainText(text)
        else:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def show_text(self, text: str) -> None:
        """Show what the record holds, unless the person is typing something else here."""
        typing = self.edit.hasFocus() and self.is_touched()
        self._was = text
        if not typing and self.text() != text:
            self.fill(text)

    def is_touched(self) -> bool:
        """Tell whether it was typed in."""
        return self.text() != self._was

    def settle(self, text: str) -> None:
        """Take what was saved for what the record holds."""
        self._was = text

    def flush(self) -> None:
        """Say what was typed."""
        if self.is_touched():
            self._field.edited.emit(Change(self._field.name, self.text(), self.language, self._was))

    def show_missing(self, instead: str, text: str, *, missing: bool) -> None:
        """Mark the row as missing, and say what visitors see instead."""
        self.mark.setProperty("role", "warn" if missing else "sub")
        self.mark.style().unpolish(self.mark)
        self.mark.style().polish(self.mark)
        if self.edit.property("state") != "wrong":
            set_state(self.edit, "missing" if missing else "")
        told = say("office.missing_instead", language=language_name(instead)) if instead else say("office.missing")
        self._told.setText(told if missing else "")
        self._told.setVisible(missing)
        self._copy.setVisible(missing and bool(text))
        self._copy.setText(say("office.copy_from", language=language_name(instead)) if instead else "")
        self._copy.setAccessibleName(f"{self._copy.text()} → {language_name(self.language)}")

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark what cannot be saved."""
        if wrong:
            set_state(self.edit, "wrong")
        elif self.edit.property("state") == "wrong":
            set_state(self.edit, "")

    def call(self, label: str, limit: int) -> None:
        """Say what the text is, to those who cannot see the label."""
        self._limit = limit
        self.edit.setAccessibleName(f"{label}, {language_name(self.language)}")
        self._say_count()

    def _on_typed(self) -> None:
        self._say_count()
        if self.edit.hasFocus():
            set_state(self.edit, "")

    def _say_count(self) -> None:
        self._count.setVisible(self._limit > 0 and self.edit.hasFocus())
        self._count.setText(f"{len(self.text())}/{self._limit}")


class FactsField(Field):
    """Pairs that each have a text in every language, such as figures with what they mean; one pair a line.

    Args:
        name: of the field.
        parts: the two keys of a pair; the one that is the same in every language is not a map.
    """

    def __init__(self, name: str, parts: tuple[str, str], *, plain_first: bool = False) -> None:
        self._parts, self._plain_first = parts, plain_first
        self.rows: dict[str, Prose] = {}
        super().__init__(name)

    def build(self) -> None:
        """Make the place of the rows."""
        self._was: list[Mapping[str, Any]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _MARK)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self._hint = make_label("", "small")
        self.column.addWidget(self._hint)

    def set_languages(self, languages: Language) -> None:
        """Make a row for each language."""
        if tuple(languages) == tuple(self.languages):
            return
        super().set_languages(languages)
        empty(self._grid)
        self.rows = {}
        for place, language in enumerate(languages):
            edit = self.rows[language] = Prose()
            edit.setProperty("named", True)
            edit.left.connect(self.flush)
            mark = make_label(language, "sub")
            mark.setContentsMargins(0, 5, 0, 0)
            self._grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(edit, place, 1)
        self.retranslate()

    def show_value(self, value: Any) -> None:
        """Show the pairs, in each language."""
        self._was = [dict(pair) for pair in value or ()]
        for language, edit in self.rows.items():
            lines = (self._line(pair, language) for pair in self._was)
            edit.setPlainText("\n".join(lines).rstrip("\n"))
        self.show_wrong(None)

    def value(self) -> Any:
        """Return the pairs; line n of every language is pair n."""
        lines = {language: edit.toPlainText().split("\n") for language, edit in self.rows.items()}
        count = max((len(texts) for texts in lines.values()), default=0)
        pairs: list[dict[str, Any]] = []
        for place in range(count):
            halves = {
                language: [half.strip() for half in [*texts[place].split(" = ", 1), ""][:2]]
                for language, texts in lines.items()
                if place < len(texts) and texts[place].strip()
            }
            if halves:
                pairs.append(self._pair(halves))
        return pairs

    def is_touched(self) -> bool:
        """Tell whether it was typed in."""
        return super().is_touched() or self.value() != self._tidy()

    def settle(self, change: Change) -> None:
        """Take what was saved for what the record holds."""
        self._was = change.value

    def flush(self) -> None:
        """Say what was typed."""
        if self.value() != self._tidy():
            self.say(self.value(), self._was)

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self._hint.setText(say(f"office.hint_{self.name}"))
        for language, edit in self.rows.items():
            edit.setAccessibleName(f"{say(f'office.field_{self.name}')}, {language_name(language)}")

    def _line(self, pair: Mapping[str, Any], language: str) -> str:
        first, second = (self._half(pair.get(part), language) for part in self._parts)
        return " = ".join(half for half in (first, second) if half)

    @staticmethod
    def _half(value: Any, language: str) -> str:
        return str(value.get(language, "")) if isinstance(value, Mapping) else str(value or "")

    def _pair(self, halves: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        first = {language: both[0] for language, both in halves.items() if both[0]}
        second = {language: both[1] for language, both in halves.items() if both[1]}
        value: Any = next(iter(first.values()), "") if self._plain_first else first
        return {self._parts[0]: value, self._parts[1]: second}

    def _tidy(self) -> list[dict[str, Any]]:
        """Return the pairs of the record without the parts that are empty."""
        tidied = []
        for pair in self._was:
            first, second = (pair.get(part) for part in self._parts)
            texts = first if not isinstance(first, Mapping) else {k: v for k, v in first.items() if v}
            tidied.append({self._parts[0]: texts, self._parts[1]: {k: v for k, v in (second or {}).items() if v}})
        return tidied
