"""What an exhibitor takes home: one file with the leads as workbook, CSV and cards, a dictionary, and checksums."""

import datetime as dt
import hashlib
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from showcase.errors import ForeignFile
from showcase.files import written_beside
from showcase.leads.fields import Content
from showcase.leads.finding import Filter
from showcase.leads.kinds import QuestionKind
from showcase.leads.qualifying import Qualifying
from showcase.leads.records import Answer
from showcase.leads.sheets import as_csv, dictionary_as_csv, write_workbook
from showcase.leads.telling import rating_words
from showcase.leads.vcards import as_vcards
from showcase.store.columns import now
from showcase.store.refusals import plain_os_failures
from showcase.text import pick

SUMS: Final = "SHA256SUMS"
_STEM: Final = "leads"
_NAMES: Final = (*(f"{_STEM}.{kind}" for kind in ("xlsx", "csv", "vcf")), "fields.csv")
_SUMMARY: Final = "summary.pdf"
_PRACTICE: Final = "practice"
"""In the names of files of a practice, whatever the language: it is what the station's own file ends in."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first page of the summary says; the leads themselves are in its content.

    Args:
        content: all of it.
        leads: how many.
        named: how many of them have a name.
        by_rating: rating, 0 for none -> how many.
        rating_words: word of each rating, the least first.
        by_day: day -> how many were met first on it.
        by_product: name of the product -> how many are interested, the most first.
        by_answer: question -> answer -> how many; choices only.
        follow_ups: how many agreed to be followed up in some way.
    """

    content: Content
    leads: int
    named: int
    by_rating: Mapping[int, int]
    rating_words: tuple[str, ...]
    by_day: Mapping[dt.date, int]
    by_product: Mapping[str, int]
    by_answer: Mapping[str, Mapping[str, int]]
    follow_ups: int


class Painter(Protocol):
    """Paints the summary. The file it is given does not exist; it is there, and whole, when `paint` returns."""

    def paint(self, summary: Summary, path: Path) -> None:
        """Write a PDF in the language of the summary's content.

        Raises:
            FileError: it cannot be written.
        """


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was written: where, how many leads, how many cards, and the names of the files with their SHA-256."""

    path: Path
    leads: int
    cards: int
    files: Mapping[str, str]


def export_pack(
    capture: Qualifying, path: Path, language: str, *, painter: Painter | None = None, staff: str = ""
) -> PackReport:
    """Write the pack of a station and note that it was written; one that cannot be noted takes nobody's place.

    Args:
        capture: of the station.
        path: the file; what was practised is written beside it, under a name that says so.
        language: of headings and words.
        painter: of the summary; without one there is none.
        staff: who asked for it.

    Raises:
        FileError: it cannot be written, or not be noted; what was there is as it was.
    """

    def note(report: PackReport) -> None:
        capture.note_export(report.path.name, report.leads, report.cards, staff=staff)

    return write_pack(gather(capture, language), path, painter=painter, note=note)


def gather(capture: Qualifying, language: str) -> Content:
    """Return what a pack of a station is made of. Who withdrew is not in it.

    Args:
        capture: of the station.
        language: of headings and words.

    Raises:
        FileError: the station's file cannot be read.
    """
    leads = capture.leads(Filter(sort="first", descending=False))
    form, products = capture.form(), tuple(capture.products())
    return Content(capture.info, form, products, tuple(leads), language, now(), capture.practice)


def write_pack(
    content: Content,
    path: Path,
    *,
    painter: Painter | None = None,
    note: Callable[[PackReport], None] = lambda _report: None,
) -> PackReport:
    """Write the pack, a ZIP file, in place of one that is there.

    Args:
        content: from `gather`.
        path: the file; what was practised is written beside it, under a name that says so.
        painter: of the summary; without one there is none.
        note: is told what was written before it takes its place.

    Raises:
        FileError: it cannot be written, or something else than a ZIP file is there; what was there is as it was.
    """
    if content.practice and _PRACTICE not in path.stem.casefold():
        path = path.with_name(f"{path.stem}-{_PRACTICE}{path.suffix}")
    if path.is_file() and path.stat().st_size and not zipfile.is_zipfile(path):
        raise ForeignFile("leads.pack_place_taken", path=str(path))
    with tempfile.TemporaryDirectory(prefix="showcase-pack-") as folder:
        files = _write_files(content, Path(folder), painter)
        sums = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
        listed = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
        report = PackReport(path, len(content.leads), sum(bool(lead.name) for lead in content.leads), sums)
        with plain_os_failures(path), written_beside(path) as temporary:
            with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
                for file in files:
                    archive.write(file, file.name)
                archive.writestr(SUMS, listed)
            note(report)
    return report


def summarise(content: Content) -> Summary:
    """Return what the first page of the summary says."""
    leads, languages = content.leads, content.languages
    zone = ZoneInfo(content.station.event.time_zone)
    products = {product.id: pick(product.name, languages)[1] for product in content.products}
    liked = Counter(products[it] for lead in leads for it in lead.products if it in products)
    return Summary(
        content=content,
        leads=len(leads),
        named=sum(bool(lead.name) for lead in leads),
        by_rating={rating: sum(lead.rating == rating for lead in leads) for rating in range(6)},
        rating_words=tuple(word for word, _ in rating_words(content.form, content.language)),
        by_day=dict(sorted(Counter(lead.first_at.astimezone(zone).date() for lead in leads).items())),
        by_product=dict(liked.most_common()),
        by_answer=_answers(content),
        follow_ups=sum(any(lead.follow_up.values()) for lead in leads),
    )


def _answers(content: Content) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for question in content.form.questions:
        if question.kind is QuestionKind.TEXT:
            continue
        chosen = Counter(it for lead in content.leads for it in lead.answers.get(question.id, Answer()).options)
        told = {pick(option.text, content.languages)[1]: chosen[option.id] for option in question.options}
        found[pick(question.text, content.languages)[1]] = told
    return found


def _write_files(content: Content, folder: Path, painter: Painter | None) -> list[Path]:
    """Write everything but the checksums and return it in the order in which people look for it."""
    start = f"{_PRACTICE}-" if content.practice else ""
    workbook, table, cards, fields = (folder / f"{start}{name}" for name in _NAMES)
    write_workbook(content, workbook)
    # Excel reads a CSV file as UTF-8 only behind a byte order mark; a card must not have one.
    table.write_text(as_csv(content), encoding="utf-8-sig", newline="")
    cards.write_text(as_vcards(content), encoding="utf-8", newline="")
    fields.write_text(dictionary_as_csv(content), encoding="utf-8-sig", newline="")
    if painter is None:
        return [workbook, table, cards, fields]
    summary = folder / f"{start}{_SUMMARY}"
    painter.paint(summarise(content), summary)
    return [workbook, summary, table, cards, fields]
