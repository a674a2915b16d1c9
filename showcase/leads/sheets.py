"""Leads as a workbook and as CSV: every cell is what it says, and none is a formula."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from showcase.leads.fields import Column, Content, Value, columns
from showcase.messages import message
from showcase.text import guarded

_HEAD: Final = PatternFill("solid", start_color="0B3D2E")
_HEAD_FONT: Final = Font(bold=True, color="FFF8EC")
_TOP: Final = Alignment(vertical="top", wrap_text=True)
_WIDTHS: Final = {"notes": 48, "name": 26, "organisation": 30, "job_title": 26, "email": 28, "products": 32}
_WIDTH: Final = 16
_MOST: Final = 32_767
"""Characters that a cell of Excel holds."""
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML has not got (XML 1.0, 2.2)."""


def write_workbook(content: Content, path: Path) -> None:
    """Write the leads, and on a second sheet what each column means."""
    book = Workbook(write_only=True)
    shown = columns(content)
    sheet = book.create_sheet(_title(content))
    sheet.freeze_panes = "D2" if content.practice else "C2"
    for number, column in enumerate(shown, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column.name, _WIDTH)
    sheet.append([_cell(sheet, column.heading, head=True) for column in shown])
    for lead in content.leads:
        sheet.append([_cell(sheet, column.value(lead)) for column in shown])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(shown))}{len(content.leads) + 1}"
    told = book.create_sheet(message("leads.sheet_fields", content.language))
    for letter, width in zip("ABC", (20, 30, 90), strict=True):
        told.column_dimensions[letter].width = width
    for number, row in enumerate(dictionary(content, shown)):
        told.append([_cell(told, text, head=number == 0) for text in row])
    book.save(path)


def _title(content: Content) -> str:
    title = message("leads.sheet_leads", content.language)
    return f"{title} - {message('leads.practice_word', content.language)}" if content.practice else title


def as_csv(content: Content) -> str:
    """Return the leads as CSV (RFC 4180). The headings are names for programs; the dictionary says what they mean."""
    shown = columns(content)
    return _csv(
        [[column.name for column in shown], *([_plain(it.value(lead)) for it in shown] for lead in content.leads)]
    )


def dictionary_as_csv(content: Content) -> str:
    """Return what each column means as CSV."""
    return _csv(dictionary(content, columns(content)))


def dictionary(content: Content, shown: Sequence[Column]) -> list[list[str]]:
    """Return what each column means: name, heading, meaning."""
    heads = [message(f"leads.dictionary_{name}", content.language) for name in ("name", "heading", "meaning")]
    return [heads, *([column.name, column.heading, column.meaning] for column in shown)]


def _csv(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([guarded(text) for text in row] for row in rows)
    return out.getvalue()


def _plain(value: Value) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    return "" if value is None else str(value)


def _cell(sheet: Any, value: Value, *, head: bool = False) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.alignment = _TOP
    if isinstance(value, str):
        # Without its type said, openpyxl takes a text that begins with = for a formula.
        cell.value = _ILLEGAL.sub("", value)[:_MOST]
        cell.data_type = "s"
    else:
        cell.value = value
    if isinstance(value, dt.datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    if head:
        cell.fill, cell.font = _HEAD, _HEAD_FONT
    return cell
