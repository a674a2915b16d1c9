"""A list as rows of text, and the limits on its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.errors import InputError
from showcase.exchange.encodings import repair
from showcase.text import unguarded

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 32_767
"""Characters; a cell of Excel holds no more."""
MAX_CELLS: Final = 2_000_000
"""Cells of the whole list: what keeps a wide and long list within some 350 MB of memory."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its line in the file (a row that spans lines is known by its first) and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it was read.

    `encoding` is "" for XLSX; `guessed` when nothing in the file said which encoding it is in; `delimiter` is ",", ";",
    "|" or "tab", "" for XLSX; `sheet` is the worksheet that was read, `other_sheets` are those with data that were not.
    """

    path: Path
    rows: tuple[Row, ...]
    encoding: str = ""
    guessed: bool = False
    delimiter: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


class Limits:
    """Gathers rows, cleans their cells, and stops at the first that goes over a limit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows: list[Row] = []
        self._cells = 0

    def add(self, line: int, raw: Iterable[str]) -> None:
        """Take a row, without the empty cells at its end; a row without any text is left out.

        Raises:
            InputError: when the row, one of its cells, or the list as a whole is too large.
        """
        cells = [self._cell(line, column, text) if text else "" for column, text in enumerate(raw, 1)]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return
        self._cells += len(cells)
        if len(cells) > MAX_COLUMNS:
            raise InputError("exchange.too_many_columns", file=self.path.name, line=line, limit=MAX_COLUMNS)
        # One more than the limit: the row of headings.
        if len(self.rows) > MAX_ROWS or self._cells > MAX_CELLS:
            raise InputError("exchange.too_many_rows", file=self.path.name, limit=MAX_ROWS)
        self.rows.append(Row(line, tuple(cells)))

    def _cell(self, line: int, column: int, text: str) -> str:
        if len(text) > MAX_CELL:
            raise InputError(
                "exchange.cell_too_long",
                file=self.path.name,
                line=line,
                column=column_name(column),
                count=len(text),
                limit=MAX_CELL,
            )
        # Lists that we wrote, and some that others write, guard what looks like a formula.
        return unguarded(repair(text))


def column_name(column: int) -> str:
    """Return the letters that spreadsheets show for a column, counted from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
