"""An exhibitor's leads opened by LibreOffice and saved again: every letter as it was, and nothing taken for a formula.

The workbook becomes CSV, the CSV a workbook. Cells are compared as text. Of the CSV, what a spreadsheet takes for a
number or a date by itself is left out: a number of a badge, a moment. The control opens the CSV as Windows-1252.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import shutil
import subprocess
import tempfile
import unicodedata
import uuid
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from openpyxl import load_workbook

from tests.torture.figures import SEED, Figure, Skipped

if TYPE_CHECKING:
    from showcase.leads.fields import Content

_WITHIN_S: Final = 300
_UTF8: Final = "76"
_WINDOWS: Final = "1"
"""Numbers of character sets in LibreOffice's filters."""
_CSV: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
"""Commas, double quotes, UTF-8, from the first line, cells as they are and not as they are shown."""
_READ_OTHERWISE: Final = {"badge", "first_at", "last_at", "scans", "rating"}
_SIGNS: Final = "=+-@|%'\"\\;,\t«»„“”‘’–—…₫€°№‰æœßøđĐ漢字한글ไทย"
_VOWELS: Final = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_FRENCH: Final = "àâäçéèêëîïôöùûüÿÀÂÇÉÈÊËÎÏÔÙÛÜŒœ"
_LETTERS: Final = tuple(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES)


def bars(*, quick: bool) -> Iterator[Figure | Skipped]:
    """Give how many cells LibreOffice reads otherwise than they were written."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    names = [f"cells of leads.{kind} that LibreOffice reads otherwise" for kind in ("xlsx", "csv")]
    if program is None:
        yield from (Skipped(name, "LibreOffice is not installed") for name in names)
        return
    with tempfile.TemporaryDirectory(prefix="showcase-torture-") as folder:
        place = Path(folder)
        written, heads = _write(place, 50 if quick else 2_000)
        _convert(program, place, "leads.xlsx", _CSV, "from-workbook")
        yield _compared(names[0], written, _rows_of_csv(place / "from-workbook" / "leads.csv"))
        kept = [at for at, head in enumerate(heads) if head not in _READ_OTHERWISE]
        told = [[row[at] for at in kept] for row in (heads, *written[1:])]
        for name, charset, control in (
            (names[1], _UTF8, False),
            ("control: leads.csv opened as Windows-1252", _WINDOWS, True),
        ):
            _convert(program, place, "leads.csv", "xlsx", charset, f"--infilter=CSV:44,34,{charset},1")
            found = _rows_of_workbook(place / charset / "leads.xlsx")
            yield _compared(name, told, [[row[at] for at in kept] for row in found], control=control)


def _compared(name: str, told: Sequence[list[str]], found: Sequence[list[str]], *, control: bool = False) -> Figure:
    cells = sum(len(row) for row in told)
    if [len(row) for row in told] != [len(row) for row in found]:
        return Figure(name, cells, cells, control=control)
    pairs = zip(chain.from_iterable(told), chain.from_iterable(found), strict=True)
    return Figure(name, sum(one != other for one, other in pairs), cells, control=control)


def _write(folder: Path, count: int) -> tuple[list[list[str]], list[str]]:
    """Write both sheets of made-up leads; return the cells as text, and the names of the columns."""
    from showcase.leads.fields import columns
    from showcase.leads.sheets import as_csv, write_workbook

    content = _content(count)
    write_workbook(content, folder / "leads.xlsx")
    (folder / "leads.csv").write_text(as_csv(content), encoding="utf-8-sig", newline="")
    shown = columns(content)
    rows = [[column.heading for column in shown]]
    rows += [[_text(column.value(lead)) for column in shown] for lead in content.leads]
    return rows, [column.name for column in shown]


def _content(count: int) -> Content:
    from showcase.leads.fields import Content
    from showcase.leads.kinds import CardState, Channel, QuestionKind, StationKind
    from showcase.leads.records import (
        Answer,
        Card,
        EventInfo,
        Form,
        Lead,
        Note,
        Question,
        RatingWord,
        StationInfo,
        Thing,
    )
    from showcase.people.kinds import Role

    chance = random.Random(SEED)
    at = dt.datetime(2025, 12, 13, 2, 42, 7, tzinfo=dt.UTC)
    event = EventInfo(uuid.UUID(int=1), {"vi": _words(chance)}, "Asia/Ho_Chi_Minh", ("vi",), {}, 1, None)
    station = StationInfo(uuid.UUID(int=2), StationKind.BOOTH, "", "A12", uuid.UUID(int=3), {}, event, None, ())
    form = Form((RatingWord({}, {}),) * 5, (Question("why", QuestionKind.TEXT, {"vi": _words(chance)}),))
    products = tuple(Thing("P", str(n), uuid.UUID(int=9 + n), {"vi": _words(chance)}, {}, own=True) for n in range(4))

    def lead(number: int) -> Lead:
        name = _words(chance)
        card = Card(
            str(number), name, _words(chance), name, {"vi": _words(chance)}, {"vi": _words(chance)}, "VN",
            {"vi": _words(chance)}, chance.choice(tuple(Role)), f"{number:08d}", f"a{number}@example.vn",
            f"+84 24 {number:04d}", ("vi",),
        )  # fmt: skip
        notes = (Note(uuid.uuid4(), f"{_words(chance)}\n{_words(chance)}", at, ""),)
        told = {"why": Answer(text=_words(chance))}
        return Lead(
            f"{number:032x}", (), f"{number:08d}", card.role, card, CardState.GIVEN, at, at, 1, (), (_words(chance),),
            number % 6, notes, told, (chance.choice(products).id,), {Channel.EMAIL: True}, {}, withdrawn=False,
        )  # fmt: skip

    return Content(station, form, products, tuple(lead(number) for number in range(count)), "vi", at)


def _words(chance: random.Random) -> str:
    """Return a text of Vietnamese and French letters and of all signs that sheets stumble over, often in front."""
    first = chance.choice((*_SIGNS.replace("\t", ""), "", "", ""))
    letters = chance.choices((*_LETTERS, *_FRENCH, *_SIGNS.replace("\t", ""), " "), k=chance.randint(1, 24))
    return " ".join(f"{first}{''.join(letters)}".split()) or "ỗ"


def _text(value: object) -> str:
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return "" if value is None else str(value)


def _convert(program: str, folder: Path, file: str, wanted: str, out: str, *options: str) -> None:
    """Have LibreOffice convert a file, with a profile of its own so that one that is open is left alone."""
    command = (program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *options)
    subprocess.run(
        [*command, "--convert-to", wanted, "--outdir", str(folder / out), str(folder / file)],
        check=True,
        timeout=_WITHIN_S,
        capture_output=True,
    )


def _rows_of_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def _rows_of_workbook(path: Path) -> list[list[str]]:
    """Return the cells as text; an apostrophe that kept a text from being a formula is taken off."""
    from showcase.text import unguarded

    (sheet, *_) = load_workbook(path).worksheets
    return [[unguarded(_text(cell.value)) for cell in row] for row in sheet.iter_rows()]
