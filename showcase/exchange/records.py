"""What a row of a list says: cells by field, checked values, and the record that one or several rows make."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from showcase.catalogue.checks import NAME_LIMIT, TEXT_LIMIT, Check, Place, line
from showcase.errors import InputError, UserError
from showcase.exchange.columns import TEXT_FIELDS, Columns, Kind, field_name
from showcase.exchange.table import Row, Table
from showcase.exchange.words import find_word, split_list
from showcase.text import fold

Fields = dict[str, Any]
"""Column of the entity -> value. An empty cell says nothing, so its field is not there."""

_LONG: Final = frozenset({"description", "offers", "seeks", "policy"})
"""Text fields that may be long and break their lines."""
_LOST: Final = "\ufffd"
_SUSPECT: Final = re.compile(f"^#|{_LOST}", re.MULTILINE)
"""What a row with a lost text or a failed formula has somewhere."""
_FAILED_FORMULA: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})


@dataclass(slots=True)
class Record:
    """What one row says, or several rows of a list that speak of the same thing.

    `booths` are (hall, code); `topics` are names.
    """

    line: int
    title: str
    ref: str | None
    fields: Fields
    fresh: Mapping[str, Any] = field(default_factory=dict)
    """Fields that only a new one gets."""
    booths: tuple[tuple[str, str], ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    """All keys it may be found by: one for each language of its name, one for an e-mail address."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows of one list into cells."""

    kind: Kind
    columns: Columns
    languages: Sequence[str]
    places: Mapping[str, tuple[tuple[int, str], ...]]
    """Field -> (column, language) of each column that is it."""
    width: int
    """Most cells a row may have: a CSV row with more was cut in the wrong places."""

    @classmethod
    def of(cls, table: Table, kind: Kind, columns: Columns, languages: Sequence[str]) -> "Reader":
        """Return the reader of a list."""
        places: dict[str, list[tuple[int, str]]] = {}
        for match in columns.matches:
            places.setdefault(match.field, []).append((match.column, match.language))
        width = len(columns.heading_row.cells) if table.delimiter else 10**9
        return cls(kind, columns, languages, {name: tuple(found) for name, found in places.items()}, width)

    def cells(self, row: Row) -> "Cells":
        """Return the cells of a row by field.

        Raises:
            InputError: when the row has more cells than there are headings, or a cell lost its text.
        """
        if len(row.cells) > self.width:
            raise InputError("exchange.row_too_long", cells=len(row.cells), columns=self.width)
        cells = Cells(self, row.cells)
        for match in self.columns.matches if _SUSPECT.search("\n".join(row.cells)) else ():
            text = row.cells[match.column] if match.column < len(row.cells) else ""
            if text and (_LOST in text or text in _FAILED_FORMULA):
                key = "exchange.text_lost" if _LOST in text else "exchange.formula_failed"
                raise InputError(key, column=match.heading, value=text[:60])
        return cells


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row by field."""

    reader: Reader
    raw: tuple[str, ...]

    def text(self, name: str) -> str:
        """Return the text of a field, "" when there is none."""
        for column, _ in self.reader.places.get(name, ()):
            if column < len(self.raw) and self.raw[column]:
                return self.raw[column]
        return ""

    def line(self, name: str) -> str:
        """Return the text of a field on one line."""
        return self.text(name).replace("\n", " ")

    def texts(self, name: str) -> dict[str, str]:
        """Return the text of a field in each language that has one."""
        raw, width = self.raw, len(self.raw)
        return {
            language: raw[column]
            for column, language in self.reader.places.get(name, ())
            if column < width and raw[column]
        }

    def words(self, name: str) -> list[str]:
        """Return the parts of a field that holds several."""
        return list(dict.fromkeys(split_list(self.text(name))))

    def choice(self, name: str, choice: str, allowed: str) -> str | None:
        """Return what the word in a field stands for, None when the cell is empty.

        Raises:
            InputError: when the word is not known.
        """
        text = self.line(name)
        if not text:
            return None
        found = find_word(choice, text)
        if found is None:
            raise InputError("exchange.word_unknown", column=field_name(name), value=text[:60], choices=allowed)
        return found

    def country(self) -> str | None:
        """Return the code of the country, None when the cell is empty."""
        text = self.line("country")
        if not text:
            return None
        code = find_word("country", text)
        if code is None:
            raise InputError("exchange.country_unknown", value=text[:60])
        return code


def checked(cells: Cells, title: str, checks: Mapping[str, Check], names: Sequence[str]) -> Fields:
    """Return those of the named fields that a row fills, each as it is kept.

    Raises:
        InputError: when one cannot be taken.
    """
    fields: Fields = {}
    for name in names:
        if name not in cells.reader.places:
            continue
        check = checks[name]
        if name in TEXT_FIELDS:
            texts = cells.texts(name)
            if texts:
                fields[name] = _texts(name, texts, title, check, cells.reader.languages)
        elif text := cells.line(name):
            fields[name] = check(text, Place(name, title, cells.reader.languages))
    return fields


def _texts(name: str, texts: dict[str, str], title: str, check: Check, languages: Sequence[str]) -> Any:
    # Cells were cleaned when they were read: only what may be too long or breaks its line needs the whole check.
    long = name in _LONG
    limit = TEXT_LIMIT if long else NAME_LIMIT
    if all(len(text) <= limit and (long or "\n" not in text) for text in texts.values()):
        return texts
    return check(texts, Place(name, title, languages))


def line_of(text: str, name: str, title: str) -> str:
    """Return a line as it is kept in a field; cells were cleaned when they were read, so it can only be too long.

    Raises:
        InputError: when it is.
    """
    return text if len(text) <= NAME_LIMIT else line(text, Place(name, title, ()))


@lru_cache(maxsize=32_768)
def _folded(text: str) -> str:
    return fold(text)


def key_of(text: str) -> str:
    """Return a text, cleaned as cells are, as names are compared: what `fold` makes of it, sooner."""
    return text.casefold() if text.isascii() else _folded(text)


def require(value: object, name: str) -> None:
    """Refuse a row whose field is empty.

    Raises:
        InputError: when it is.
    """
    if not value:
        raise InputError("exchange.cell_empty", column=field_name(name))


def chosen(fields: Fields, **values: Any) -> Fields:
    """Return the fields with those of the values that say something."""
    return fields | {name: value for name, value in values.items() if value}


Read = Callable[[Cells, int], Record]
"""Makes the record of a row from its cells and its line."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken, and why."""

    line: int
    title: str
    reason: UserError
