"""Read a worksheet of an XLSX file within limits: the archive's directory is judged before anything is unpacked."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from showcase.errors import DamagedFile, InputError, UserError
from showcase.exchange.encodings import from_font
from showcase.exchange.table import MAX_COLUMNS, Limits, Table
from showcase.progress import Progress

MAX_UNPACKED: Final = 50_000_000
MAX_RATIO: Final = 100
"""Apache POI's limit; a table of numbers packs about 10 to 1."""
MAX_PARTS: Final = 2_000
_MAX_LINE: Final = 1_048_576
_MAX_PADDING: Final = 30_000_000
"""Cells that a worksheet may spread over, empty ones included; a cell in the last column pads its row to it."""
_RATIO_FLOOR: Final = 1_000_000
"""A part below this many bytes harms nobody, however well it packs."""

_BROKEN: Final = (
    zipfile.BadZipFile, EOFError, OSError, KeyError, ValueError, TypeError, IndexError, AttributeError, AssertionError,
    ParseError, NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
"""What zipfile and openpyxl raise on files that are cut off or made up; openpyxl checks little itself.

It reads XML through defusedxml when that is installed, whose refusal of entities is a ValueError too.
"""


def read_workbook(path: Path, data: bytes, progress: Progress) -> Table:
    """Return the first visible worksheet with data.

    Text is taken as text, numbers without a needless ".0", dates as ISO by the workbook's epoch, formulas by the value
    that was last calculated. Of merged cells the first holds the text.

    Raises:
        DamagedFile: a file that is cut off or broken.
        InputError: a file that is no workbook, holds no data, or goes over the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _judge(path, archive)
        return _read(path, data, progress)
    except UserError:
        raise
    except _BROKEN as problem:
        raise DamagedFile("exchange.workbook_damaged", file=path.name) from problem
    except Exception as problem:
        # zlib.error and openpyxl's own exceptions have no common base but Exception.
        if type(problem).__module__.partition(".")[0] in {"zlib", "openpyxl"}:
            raise DamagedFile("exchange.workbook_damaged", file=path.name) from problem
        raise


def _judge(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise InputError("exchange.not_a_list", file=path.name)
    unpacked = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _RATIO_FLOOR and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
    )
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or swollen:
        raise InputError("exchange.bomb", file=path.name)
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("exchange.locked_workbook", file=path.name)


def _read(path: Path, data: bytes, progress: Progress) -> Table:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        chosen: tuple[str, Limits] | None = None
        others: list[str] = []
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            if chosen is not None:
                others += [sheet.title] if _holds_data(sheet) else []
                continue
            limits = _fill(path, sheet, progress)
            chosen = (sheet.title, limits) if limits.rows else None
    finally:
        book.close()
    if chosen is None:
        raise InputError("exchange.empty", file=path.name)
    title, limits = chosen
    return Table(path, tuple(limits.rows), sheet=title, other_sheets=tuple(others))


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    sheet.reset_dimensions()  # what a file says about its own size is often wrong
    yield from enumerate(sheet.iter_rows(), 1)


def _holds_data(sheet: Any) -> bool:
    for line, cells in _rows(sheet):
        if any(cell.value not in {None, ""} for cell in cells):
            return True
        if line > 1_000:
            break
    return False


def _fill(path: Path, sheet: Any, progress: Progress) -> Limits:
    limits = Limits(path)
    fonts: dict[int, str] = {}
    spread = 0
    for line, cells in _rows(sheet):
        spread += len(cells)
        if line > _MAX_LINE or spread > _MAX_PADDING:
            raise InputError("exchange.bomb", file=path.name)
        if len(cells) > MAX_COLUMNS and any(cell.value not in {None, ""} for cell in cells[MAX_COLUMNS:]):
            raise InputError("exchange.too_many_columns", file=path.name, line=line, limit=MAX_COLUMNS)
        limits.add(line, [_text(cell, fonts) for cell in cells[:MAX_COLUMNS]])
        if line % 2_000 == 0:
            progress(line, line + 2_000)
    return limits


def _text(cell: Any, fonts: dict[int, str]) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value if value.isascii() else from_font(value, _font(cell, fonts))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return _time(value)


def _font(cell: Any, fonts: dict[int, str]) -> str:
    """Return the name of a cell's font; cells share a few styles, so it is looked up once for each."""
    style = cell.style_array.fontId
    if style not in fonts:
        fonts[style] = cell.font.name or ""
    return fonts[style]


def _number(value: float, pattern: str) -> str:
    """Write a number as a person reads it: no ".0", and the leading zeros that a format such as 0000000000 shows."""
    if float(value).is_integer() and abs(value) < 1e15:
        whole = str(int(value))
        return whole.zfill(len(pattern)) if pattern and set(pattern) == {"0"} else whole
    return repr(value)


def _time(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.isoformat("minutes") if isinstance(value, dt.time) else str(value)
