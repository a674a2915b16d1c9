"""The fascia boards of an event as a workbook for the stand builder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from sqlalchemy.orm import Session

from showcase.documents.fascias import FasciaRow, list_fascias
from showcase.errors import InputError
from showcase.messages import message, sentence
from showcase.text import guarded, pick

_COLUMNS: Final = (
    ("hall", 10),
    ("code", 12),
    ("text", 44),
    ("letters", 12),
    ("name", 60),
    ("size", 12),
    ("look", 70),
)
_HEAD: Final = PatternFill("solid", start_color="0B3D2E")
_LOOK: Final = PatternFill("solid", start_color="FBEBC8")
_HEAD_FONT: Final = Font(bold=True, color="FFFFFF")
_TOP: Final = Alignment(vertical="top", wrap_text=True)


def read_fascias(session: Session) -> list[FasciaRow]:
    """Return a row for each board, by hall and code."""
    return list_fascias(session)


def write_fascias(rows: Sequence[FasciaRow], path: Path, language: str) -> None:
    """Write the rows; those a stand builder would ask about are coloured, and say why."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(message("signage.list_sheet", language))
    sheet.freeze_panes = "C2"
    for number, (_, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    heads = [_cell(sheet, message(f"signage.column_{name}", language), _HEAD) for name, _ in _COLUMNS]
    for cell in heads:
        cell.font = _HEAD_FONT
    sheet.append(heads)
    for row in rows:
        look = " ".join(sentence(InputError(notice.key, **notice.params), language) for notice in row.notices)
        name = pick(row.name, (language,))[1]
        fields = (row.hall, row.code, row.text, row.letters, name, row.size, look)
        sheet.append([_cell(sheet, field, _LOOK if look else None) for field in fields])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(rows) + 1}"
    book.save(path)


def _cell(sheet: Any, value: str | int, fill: PatternFill | None) -> Any:
    cell = WriteOnlyCell(sheet, guarded(value) if isinstance(value, str) else value)
    cell.alignment = _TOP
    if fill:
        cell.fill = fill
    return cell
