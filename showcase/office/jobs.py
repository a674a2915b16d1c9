"""What the print page asks for: the things to print, a picture of one sheet, the file; runs in threads of the tasks."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from showcase.documents.kinds import KINDS
from showcase.office.signing import with_passphrase
from showcase.progress import Progress
from showcase.qt.translate import explain, number, say

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from showcase.app import App
    from showcase.documents.backs import Duplex
    from showcase.documents.calibrations import CalibrationRecord
    from showcase.documents.items import PrintItem
    from showcase.documents.page import Page, Sheet
    from showcase.documents.records import PrintJobRecord
    from showcase.documents.stocks import Stock
    from showcase.documents.template import Template
    from showcase.errors import UserError
    from showcase.printing.batch import Batch, Which
    from showcase.printing.job import PrintReport
    from showcase.printing.printers import Destination
    from showcase.printing.runs import Resumed

Waiting = Mapping[str, Mapping[str, int] | None]
"""Choice of the page -> how many there are, were never printed, changed since; None without an address for codes."""
_NAMED: Final = 3
"""Items that are named where many changed."""
_CHUNK: Final = 10
"""Pages laid out before others get their turn with the fonts."""


class Turns:
    """Qt's fonts are shared by threads, so one thing is laid out and painted at a time: first what is looked at."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._taken = False
        self._looking = 0

    @contextmanager
    def turn(self, *, look: bool = False) -> Iterator[None]:
        """Wait for a turn and have it; `look` comes before everything that is no `look`."""
        with self._free:
            self._looking += look
            self._free.wait_for(lambda: not self._taken and (look or not self._looking))
            self._looking -= look
            self._taken = True
        try:
            yield
        finally:
            with self._free:
                self._taken = False
                self._free.notify_all()


_turns = Turns()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is to be printed, and which slots of the first sheet are not to be used."""

    batch: Batch
    used: frozenset[int] = frozenset()

    @property
    def sheets(self) -> int:
        """On how many sheets it is printed."""
        pages = len(self.items) * len(self.language_sets)
        return self.sheet_of_page(pages - 1) + self.sides if pages else 0

    @property
    def sides(self) -> int:
        """How many sides of each sheet are printed; a side is shown and counted as a sheet of its own."""
        return 2 if self.batch.choice.duplex else 1

    def sheet_of_page(self, page: int) -> int:
        """Return the number of the sheet that has a page; both are counted from 0."""
        return (page + len(self.used)) // self.per_sheet * self.sides

    def pages_of(self, sheet: int) -> tuple[int, int]:
        """Return the first page of a sheet, and how many it takes."""
        paper = sheet // self.sides
        first = max(0, paper * self.per_sheet - len(self.used))
        return first, (paper + 1) * self.per_sheet - len(self.used) - first

    @property
    def what(self) -> str:
        """What is printed: the word of a kind."""
        return self.batch.choice.what

    @property
    def to(self) -> Destination | None:
        """The printer it is for; None for a file."""
        return self.batch.choice.to

    @property
    def items(self) -> tuple[PrintItem, ...]:
        """The things to print."""
        return self.batch.items

    @property
    def counts(self) -> Mapping[str, int]:
        """How many things there are, were never printed, and changed since."""
        counts = self.batch.counts
        return {"all": counts.total, "unprinted": counts.unprinted, "changed": counts.changed}

    @property
    def per_sheet(self) -> int:
        """How many pages a sheet takes."""
        return max(1, len(self.batch.stock.slots))

    @property
    def language_sets(self) -> Sequence[tuple[str, ...]]:
        """The languages of each page of an item."""
        return self.batch.template.language_sets(self.batch.choice.languages)


@dataclass(frozen=True, slots=True)
class Supplies:
    """The templates, sheets and calibrated printers that there are.

    `broken` designs of the event cannot be used, each for its reason.
    """

    templates: tuple[Template, ...]
    stocks: tuple[Stock, ...]
    broken: tuple[tuple[str, UserError], ...] = ()
    calibrations: tuple[CalibrationRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What is made: pages for a printer, or a PDF.

    Attributes:
        to: the printer that the pages are sent to; None for a PDF.
        profile: what a PDF is made for, and `icc` the colours of its press.
        calibrated: the printer and tray that a PDF will be printed on; a printer that is sent to has its own.
    """

    to: Destination | None = None
    profile: str = "office"
    icc: Path | None = None
    calibrated: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """What preflight says about one item, counted from 0: "stop" (not printed) or "look" (printed, worth a look)."""

    item: int
    title: str
    severity: str
    key: str
    params: dict[str, object] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many items stop, are worth a look and are good, and what was found, stops first."""

    stop: int
    look: int
    good: int
    findings: tuple[Finding, ...]


def supplies(app: App) -> Supplies:
    """Return every template, those of the event among them, every sheet, and every printer that was calibrated."""
    from showcase.documents.calibrations import list_calibrations
    from showcase.documents.designs import list_broken, list_designs
    from showcase.documents.stocks import PAGE, list_stocks

    with app.reading() as session:
        return Supplies(
            tuple(list_designs(session)),
            (PAGE, *list_stocks()),
            tuple(list_broken(session)),
            tuple(list_calibrations(session)),
        )


def prepare(
    app: App,
    what: str,
    *,
    template: str,
    stock: str,
    languages: tuple[str, ...],
    only: frozenset[str] = frozenset(),
    which: Which = "all",
    duplex: Duplex = "",
) -> Prepared:
    """Read the things to print and count their sheets.

    Args:
        app: the open event.
        what: the word of a kind.
        template: the design.
        stock: the sheet.
        languages: what is printed, most important first.
        only: subjects of chosen records, empty for all.
        which: of these, what was never printed or changed since.
        duplex: over which edge the printer turns the paper; "" prints one side.

    Raises:
        RefusedError: signs or cards without a base address.
    """
    from showcase.printing import batch

    choice = batch.Choice(what, template, stock, languages, only=only, which=which, duplex=duplex)
    return Prepared(batch.prepare(app, choice))


def aim(app: App, prepared: Prepared, target: Target) -> Prepared:
    """Return what is prepared as it is made: for a printer, or for what a PDF is for.

    Raises:
        InputError, MissingFile: the ICC profile cannot be used, or the printer is not calibrated any more.
    """
    from showcase.printing import batch
    from showcase.printing.profiles import OFFICE, read_output

    output = OFFICE if target.to else read_output(target.profile, target.icc)
    return replace(prepared, batch=batch.aim(app, prepared.batch, target.to, target.calibrated, output))


def prepare_again(app: App, job: PrintJobRecord, which: Which, first: int = 0) -> Prepared:
    """Read what an earlier job held from an item on, as it is now: all of it, or what changed since it was printed.

    Raises:
        RefusedError: signs or cards without a base address.
        InputError, MissingFile: its template, sheet or a language of it is no longer there.
    """
    from showcase.printing import batch

    return Prepared(batch.prepare(app, batch.choice_again(job, which, first)))


def prepare_badge(app: App, badge: uuid.UUID, design: tuple[str, str]) -> Prepared:
    """Read one badge and nothing else.

    Raises:
        InputError, MissingFile: the template or sheet is no longer there.
    """
    from showcase.printing import batch

    template, stock = design
    return Prepared(batch.prepare_badges(app, batch.Choice("badges", template, stock), [badge]))


def picture_sheet(app: App, prepared: Prepared, number: int, px: int) -> QImage:
    """Paint one sheet, counted from 0, as the file will have it; its longer side has `px` pixels."""
    from showcase.printing.batch import pictures
    from showcase.printing.outputs import preview
    from showcase.printing.rasters import Rasters

    with _turns.turn(look=True):
        return preview(sheet(prepared, number), px, Rasters(pictures(app), limit_dpi=150))


def sheet(prepared: Prepared, number: int) -> Sheet:
    """Lay out one sheet, counted from 0."""
    from showcase.documents.backs import with_backs
    from showcase.documents.imposition import impose

    blocked = prepared.used if number < prepared.sides else frozenset()
    fronts = impose(_pages(prepared, *prepared.pages_of(number)), prepared.batch.stock, blocked=blocked)
    sides = with_backs(fronts, prepared.batch.choice.duplex)
    return next(islice(sides, number % prepared.sides, None))


def _pages(prepared: Prepared, first: int, count: int) -> list[Page]:
    from showcase.documents.layout import lay_out
    from showcase.printing.measure import FontMeasure

    measure, sets = FontMeasure(), prepared.language_sets
    wanted = range(first, min(first + count, len(prepared.items) * len(sets)))
    template, dpi = prepared.batch.template, prepared.batch.stock.dpi
    return [lay_out(template, prepared.items[n // len(sets)], measure, sets[n % len(sets)], dpi) for n in wanted]


def check(app: App, prepared: Prepared, progress: Progress) -> Checked:
    """Lay out every page and say what is wrong, as the job itself will."""
    from showcase.documents import preflight
    from showcase.documents.page import Notice
    from showcase.printing.batch import pictures

    per_item = len(prepared.language_sets)
    pages: list[Page] = []
    for first in range(0, len(prepared.items) * per_item, _CHUNK):
        with _turns.turn():
            pages += _pages(prepared, first, _CHUNK)
        progress(len(pages), len(prepared.items) * per_item)
    find = cache(pictures(app))
    findings: dict[Finding, None] = {}
    for place, (page, notices) in enumerate(zip(pages, preflight.check(pages), strict=True)):
        missing = any(find(sha256) is None for sha256 in page.pictures)
        for notice in (*notices, *([Notice("stop", "printing.picture_missing")] if missing else ())):
            finding = Finding(place // per_item, page.title, notice.severity, notice.key, dict(notice.params))
            findings[finding] = None
    return _summed(len(prepared.items), findings)


def _summed(items: int, findings: Iterable[Finding]) -> Checked:
    ordered = sorted(findings, key=lambda finding: (finding.severity != "stop", finding.item))
    stop = {finding.item for finding in ordered if finding.severity == "stop"}
    look = {finding.item for finding in ordered} - stop
    return Checked(len(stop), len(look), items - len(stop) - len(look), tuple(ordered))


def sheet_of(prepared: Prepared, item: int) -> int:
    """Return the number of the sheet on which an item begins."""
    return prepared.sheet_of_page(item * len(prepared.language_sets))


def print_file(app: App, prepared: Prepared, out: Path, *, allow_failed: bool, progress: Progress) -> PrintReport:
    """Write the file, every code proven, record what was printed, and send it where it is for a printer."""
    from showcase.printing.runs import print_batch, send_printed

    with _turns.turn():
        report = print_batch(
            app, prepared.batch, out, blocked=prepared.used, allow_failed=allow_failed, sends=False, progress=progress
        )
    return send_printed(app, report, prepared.to)


def resume(app: App, job: PrintJobRecord, progress: Progress) -> Resumed:
    """Go on with a job whose process went.

    Raises:
        UserError: as `showcase.printing.runs.resume_job` says.
    """
    from showcase.printing.runs import resume_job, send_printed

    with _turns.turn():
        done = resume_job(app, job.id, progress, sends=False)
    return replace(done, report=send_printed(app, done.report, done.to))


def discard(app: App, job: PrintJobRecord) -> None:
    """Give up a job whose process went.

    Raises:
        RefusedError: it runs, or has ended.
    """
    from showcase.printing.runs import discard_job

    discard_job(app, job.id)


def told(report: PrintReport, file: str, *, changed: Sequence[str] = (), gone: Sequence[str] = ()) -> str:
    """Return what to say of a file that was printed, and of what is new in it since its job was planned."""
    lines = [say("office.printed", proven=number(report.proven), n=report.items, file=file)]
    lines += [say(notice.key, **notice.params) for notice in report.notices]
    if report.sent:
        lines.append(say("printers.sent", printer=report.sent.printer, n=report.sent.copies))
    if report.unsent:
        lines += [explain(report.unsent), say("printers.kept_office")]
    if changed:
        lines.append(say("prints.resumed_changed", n=len(changed), titles="; ".join(changed[:_NAMED])))
    if gone:
        lines.append(say("prints.resumed_gone", n=len(gone), titles="; ".join(gone[:_NAMED])))
    return " ".join(lines)


def count_badgeless(app: App) -> int:
    """Return how many people have no badge yet."""
    from showcase.printing.batch import list_badgeless

    return len(list_badgeless(app))


def issue(app: App, typed: str, progress: Progress) -> int:
    """Issue a badge to everyone who has none, and return how many were issued; `typed` is "" where it is known.

    Raises:
        PassphraseError: when the passphrase is wrong or, for the first badge of an event, too short.
    """
    from showcase.printing.batch import issue_missing, list_badgeless

    return with_passphrase(app, typed, lambda it: len(issue_missing(app, list_badgeless(app), it, progress)))


def waiting(app: App) -> Waiting:
    """Return how much of each awaited kind waits for a printer."""
    from showcase.documents.staleness import compare
    from showcase.errors import UserError

    found: dict[str, Mapping[str, int] | None] = {}
    with app.reading() as session:
        for kind in (kind for kind in KINDS.values() if kind.awaited):
            try:
                items = kind.items(session)
            except UserError:  # no address for the codes, or one that cannot stand in them: the print page asks for it
                found[kind.what] = None
                continue
            stale = compare(session, kind.id, items)
            found[kind.what] = {"all": len(items), "unprinted": len(stale.unprinted), "changed": len(stale.changed)}
    return found


def set_base_url(app: App, url: str) -> None:
    """Keep the address that the codes of signs lead to.

    Raises:
        UserError: when it is no address a code can carry.
    """
    from showcase.catalogue.edits import set_event

    with app.transaction() as session:
        set_event(session, "base_url", url)


def subjects(records: Sequence[Any], what: str) -> frozenset[str]:
    """Return the ids that the items of chosen records carry: a badge's for people, else the record's own."""
    if what == "badges":
        return frozenset(str(record.badge.id) for record in records if record.badge)
    return frozenset(str(record.id) for record in records)
