"""Read a list, CSV or XLSX, into rows of text within limits; what it means is decided elsewhere."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from showcase.errors import FileError, InputError, MissingFile, UserError
from showcase.exchange.encodings import decode
from showcase.exchange.table import Limits, Table
from showcase.progress import Progress, no_progress

MAX_BYTES: Final = 50_000_000
_DELIMITERS: Final = {",": ",", ";": ";", "\t": "tab", "|": "|"}
_FOREIGN: Final = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"{\\rtf", b"SQLite format 3", b"\x1f\x8b", b"7z\xbc\xaf",
    b"Rar!", b"<", b"\xef\xbb\xbf<",
)  # fmt: skip
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read_table(path: Path, progress: Progress = no_progress) -> Table:
    """Read a list; what the file is, its content says, not its name.

    Args:
        path: CSV in any usual encoding and with any usual delimiter, or XLSX.
        progress: called with (bytes or rows read, total).

    Raises:
        MissingFile, FileError: when there is no such file, or it cannot be read.
        DamagedFile: an XLSX file that is cut off or broken.
        InputError: what is no list, an empty list, or one over the limits.
    """
    path = Path(path)
    data = _read(path)
    if data.startswith(b"PK\x03\x04"):
        from showcase.exchange.workbook import read_workbook  # openpyxl takes 0.2 s to import

        return read_workbook(path, data, progress)
    if data.startswith(_OLD_OFFICE):
        raise InputError("exchange.old_excel", file=path.name)
    if data.lstrip()[:16].startswith(_FOREIGN):
        raise InputError("exchange.not_a_list", file=path.name)
    return _read_csv(path, data, progress)


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("exchange.is_folder", file=path.name)
        if not path.exists():
            raise MissingFile("exchange.missing", file=str(path))
        if not path.is_file():
            raise InputError("exchange.not_a_list", file=path.name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except UserError:
        raise
    except (OSError, ValueError) as problem:  # ValueError: a name that no file can have
        raise FileError("exchange.unreadable", file=str(path)) from problem
    if len(data) > MAX_BYTES:
        raise InputError("exchange.too_big", file=path.name, limit=MAX_BYTES // 1_000_000)
    if not data.strip(b"\0 \t\r\n,;|"):
        raise InputError("exchange.empty", file=path.name)
    return data


def _read_csv(path: Path, data: bytes, progress: Progress) -> Table:
    decoded = decode(data)
    text = decoded.text
    if "\0" in text:
        raise InputError("exchange.not_a_list", file=path.name)
    delimiter, text, skipped = _declared_delimiter(text)
    delimiter = delimiter or _sniff(text)
    limits = Limits(path)
    for line, cells in _records(path, text, delimiter, len(data), progress):
        limits.add(line + skipped, cells)
    if not limits.rows:
        raise InputError("exchange.empty", file=path.name)
    return Table(path, tuple(limits.rows), decoded.encoding, decoded.guessed, _DELIMITERS.get(delimiter, delimiter))


def _declared_delimiter(text: str) -> tuple[str, str, int]:
    """Return (delimiter, rest, lines skipped) for a text that opens with Excel's "sep=;" line."""
    first, _, rest = text.partition("\n")
    first = first.rstrip("\r")
    if first.startswith("sep=") and len(first) == 5:
        return first[4], rest, 1
    return "", text, 0


def _sniff(text: str) -> str:
    """Return the delimiter that parts the first rows into the most equal number of cells."""
    sample = text[:200_000]

    def fit(delimiter: str) -> tuple[float, int]:
        widths = []
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if row:
                widths.append(len(row))
            if len(widths) == 50:
                break
        usual = max(set(widths), key=lambda width: (width > 1, widths.count(width)), default=1)
        return (widths.count(usual) / len(widths) if usual > 1 else 0.0), usual

    csv.field_size_limit(MAX_BYTES)
    return max(_DELIMITERS, key=fit)


def _records(path: Path, text: str, delimiter: str, size: int, progress: Progress) -> Iterator[tuple[int, list[str]]]:
    """Give (first line, cells) of each record."""
    csv.field_size_limit(MAX_BYTES)
    # Not strict, because hand-made lists hold quotes inside of words; only a quote that is never closed is told apart.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=_closes(text, delimiter))
    start = 1
    count = 0
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
            count += 1
            if count % 5_000 == 0:
                progress(min(count, size), size)
    except csv.Error as problem:
        raise InputError("exchange.quote_open", file=path.name, line=start) from problem


def _closes(text: str, delimiter: str) -> bool:
    """Tell whether strict reading complains of nothing but a quote that stays open at the end, if of anything."""
    if '"' not in text:
        return False
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as problem:
        return "end of data" in str(problem)
    return False
