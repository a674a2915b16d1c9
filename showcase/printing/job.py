"""A print job from items to a proven file: lay out, check, paint, prove, and only then put it in its place."""

import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from showcase import __version__
from showcase.documents.backs import Duplex, check_duplex, with_backs
from showcase.documents.calibration import Placing, moved
from showcase.documents.imposition import impose
from showcase.documents.items import PrintItem
from showcase.documents.layout import lay_out
from showcase.documents.page import Notice, Page, Sheet
from showcase.documents.preflight import check
from showcase.documents.stocks import Stock
from showcase.documents.template import Template
from showcase.errors import RefusedError, UserError
from showcase.printing.files import check_place, plain_errors, written_beside
from showcase.printing.measure import FontMeasure
from showcase.printing.outputs import Painting, page_names, paint_pdf
from showcase.printing.parts import PAGES, Paint, Part, Parts, Shelf
from showcase.printing.pictures import PICTURES, PictureParts, put_in_place
from showcase.printing.printers import Destination
from showcase.printing.profiles import OFFICE, Output
from showcase.printing.proof import Flaw, expected_codes, prove
from showcase.printing.rasters import Pictures, Rasters, no_pictures
from showcase.printing.stamping import Stamp, hash_of, stamp
from showcase.progress import Progress, no_progress

_MEASURE: Final = FontMeasure()
_STEPS: Final = 3
"""Laying out, painting, proving: each counts once for every item."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is the matter with one item: stop (not printed) or look (printed, worth a look).

    `item` is the place of the item in the job and `page` that of its page in the file, both from 0; `page` is None when
    the item is on no page.
    """

    item: int
    subject: str
    title: str
    severity: str
    key: str
    params: dict[str, object] = field(default_factory=dict)
    element: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What came of a print job. `proven` items are those all of whose codes were read back; failed = items - proven.

    `notices` are what happened on the way and is worth knowing. Where a printer was asked for, it was `sent` there and
    has the number `request` in its queue, or it is `unsent` and why; `job` can be sent again then.
    """

    items: int
    pages: int
    proven: int
    failed: int
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...] = ()
    job: uuid.UUID | None = None
    sent: Destination | None = None
    request: str = ""
    unsent: UserError | None = None


class _Laid(NamedTuple):
    """A page and the number of the item it belongs to; an item has a page for each language, or one."""

    item: int
    page: Page


def _nothing() -> None:
    """Hear of nothing."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What stays the same through a job."""

    out: Path
    title: str
    language: str
    pictures: Pictures
    arrange: Callable[[Sequence[Page]], Iterable[Sheet]]
    progress: Progress
    items: int
    stamp: Stamp
    output: Output = OFFICE
    shelf: Shelf | None = None
    painting: Callable[[], None] = _nothing

    def told(self, step: int, steps: int = 1) -> Progress:
        """Return a progress for one of the steps, or for several done together, counted in items."""

        def tell(done: int, total: int) -> None:
            self.progress(self.items * step + steps * self.items * done // max(total, 1), self.items * _STEPS)

        return tell


def print_items(
    items: Sequence[PrintItem],
    template: Template,
    stock: Stock | None,
    languages: Sequence[str],
    out: Path,
    *,
    pictures: Pictures = no_pictures,
    allow_failed: bool = False,
    start_slot: int = 0,
    blocked: frozenset[int] = frozenset(),
    placing: Placing | None = None,
    duplex: Duplex = "",
    output: Output = OFFICE,
    title: str = "",
    job_id: uuid.UUID | None = None,
    shelf: Shelf | None = None,
    painting: Callable[[], None] = _nothing,
    progress: Progress = no_progress,
) -> PrintReport:
    """Print items into a PDF or, when `out` ends in .png, one picture for each page.

    Args:
        items: what to print.
        template: the design.
        stock: the sheet; None for one page each.
        languages: in the order of preference; the first is the document's.
        out: the file; it is replaced only by a proven one.
        pictures: gives the bytes of stored pictures.
        allow_failed: leave out what fails and print the rest; otherwise nothing is written.
        start_slot: first slot of the first sheet that is free.
        blocked: slots that are not to be used.
        placing: how far off the printer is; pages are moved so that they land on their labels.
        duplex: over which edge the printer turns the paper, to print the backs; "" prints fronts only.
        output: what a PDF is made for; pictures are always RGB.
        title: of the document.
        job_id: the job of the event that this is, as the document says in its metadata.
        shelf: where the parts of a job lie until they are put together; by default in a folder that goes at the end.
        painting: is called when all is checked and before anything is painted.
        progress: told in items, three times each; it may cancel.

    Raises:
        RefusedError: an item fails and that is not allowed; its params carry all `problems`.
        InputError: `out` is neither PDF nor PNG, or the name of a folder.
        DiskFull, ReadOnly, MissingFile: the file cannot be written.
        Cancelled: from the progress; nothing is left behind.
    """
    check_place(out)
    template = check_duplex(template, stock, duplex)
    if not items:
        raise RefusedError("printing.nothing_to_print")

    def arrange(pages: Sequence[Page]) -> Iterable[Sheet]:
        return moved(with_backs(impose(pages, stock, start_slot=start_slot, blocked=blocked), duplex), placing)

    name, language, count = title or out.stem, languages[0], len(items)
    mark = Stamp(str(job_id or ""), template.id, template.version, "")
    job = _Job(out, name, language, pictures, arrange, progress, count, mark, output, shelf, painting)
    laid = _laid_out(job, items, template, languages, stock.dpi if stock else 0)
    return _print_good(job, items, laid, _preflight(job, laid), allow_failed=allow_failed)


def _laid_out(
    job: _Job, items: Sequence[PrintItem], template: Template, languages: Sequence[str], dpi: int
) -> list[_Laid]:
    tell = job.told(0)
    sets = template.language_sets(languages)
    laid: list[_Laid] = []
    for number, item in enumerate(items):
        laid += [_Laid(number, lay_out(template, item, _MEASURE, chosen, dpi)) for chosen in sets]
        tell(number + 1, len(items))
    return laid


def _preflight(job: _Job, laid: Sequence[_Laid]) -> dict[int, list[Problem]]:
    """Return what layout and preflight say about each item, and pictures that are not there."""
    problems: dict[int, list[Problem]] = {}
    for (number, page), notices in zip(laid, check([page for _, page in laid]), strict=True):
        found = [_problem(number, page, notice) for notice in notices]
        if any(job.pictures(sha256) is None for sha256 in page.pictures):
            found.append(_problem(number, page, Notice("stop", "printing.picture_missing")))
        if found:
            problems.setdefault(number, []).extend(found)
    return problems


def _problem(item: int, page: Page, notice: Notice, at: int | None = None) -> Problem:
    return Problem(item, page.subject, page.title, notice.severity, notice.key, dict(notice.params), notice.element, at)


def _print_good(
    job: _Job,
    items: Sequence[PrintItem],
    laid: Sequence[_Laid],
    problems: dict[int, list[Problem]],
    *,
    allow_failed: bool,
) -> PrintReport:
    """Paint and prove what has no stop; when something fails the proof, do it once more without that."""
    for turn in range(2):
        stopped = {number for number, found in problems.items() if any(p.severity == "stop" for p in found)}
        good = [one for one in laid if one.item not in stopped]
        if (stopped and not allow_failed) or not good:
            raise _refused(problems)
        sheets = list(job.arrange([one.page for one in good]))
        if turn == 0:
            job.painting()
        put = _put_pictures if job.out.suffix.lower() == ".png" else _put_pdf
        whole = hash_of(item for number, item in enumerate(items) if number not in stopped)
        parts = _split(sheets, good, job.items, PICTURES if put is _put_pictures else PAGES)
        done = put(replace(job, stamp=replace(job.stamp, data_hash=whole)), parts)
        if not done.flaws:
            n = job.items - len(stopped)
            return PrintReport(job.items, len(sheets), n, job.items - n, done.files, _flat(problems), done.notices)
        pages = {one.item: one.page for one in good}
        for flaw in done.flaws:
            number = int(flaw.subject)
            notice = Notice("stop", flaw.key, {"page": flaw.page + 1})
            problems.setdefault(number, []).append(_problem(number, pages[number], notice, flaw.page))
    raise _refused(problems)


class _Done(NamedTuple):
    """What came of writing: the files, or why none is there."""

    files: tuple[Path, ...] = ()
    flaws: Sequence[Flaw] = ()
    notices: tuple[Notice, ...] = ()


def _split(sheets: Sequence[Sheet], laid: Sequence[_Laid], items: int, pages: int) -> list[Part]:
    """Return parts of as many sheets as hold the pages of a part; the two sides of a sheet stay together.

    Codes name their item by its number: several items may have one subject.
    """
    numbers = {id(one.page): str(one.item) for one in laid}
    count = max(2, pages // len(sheets[0].placements) // 2 * 2)
    parts: list[Part] = []
    placed = 0
    for at in range(0, len(sheets), count):
        some = sheets[at : at + count]
        placed += sum(placement.front is None for sheet in some for placement in sheet.placements)
        expected = [expected_codes(sheet, lambda page: numbers[id(page)]) for sheet in some]
        parts.append(Part(some, expected, laid[placed].item if placed < len(laid) else items))
    return parts


def _flat(problems: dict[int, list[Problem]]) -> tuple[Problem, ...]:
    return tuple(problem for number in sorted(problems) for problem in problems[number])


def _refused(problems: dict[int, list[Problem]]) -> RefusedError:
    stops = [problem for problem in _flat(problems) if problem.severity == "stop"]
    n = sum(any(problem.severity == "stop" for problem in found) for found in problems.values())
    reason = RefusedError(stops[0].key, **stops[0].params)
    return RefusedError("printing.items_refused", n=n, title=stops[0].title, reason=reason, problems=_flat(problems))


class _NotProvenError(Exception):
    """Leaves the writing of a file whose codes are not all proven, so that it is not put in its place."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        super().__init__()
        self.flaws = flaws


def _insist(flaws: Sequence[Flaw]) -> None:
    if flaws:
        raise _NotProvenError(flaws)


def _put_pdf(job: _Job, parts: Sequence[Part]) -> _Done:
    """Write a PDF, part by part where it has many pages."""
    lost = False
    try:
        if len(parts) == 1:
            (part,) = parts
            with written_beside(job.out, job.stamp.job) as temporary:
                _painter(job)(temporary, part.sheets, job.told(1))
                stamp(temporary, job.stamp)
                _insist(prove(temporary, part.expected, progress=job.told(2)).flaws)
        else:
            lost = _put_parts(job, parts)
    except _NotProvenError as unproven:
        return _Done(flaws=unproven.flaws)
    return _Done((job.out,), notices=(Notice("look", "prints.worker_lost"),) if lost else ())


def _put_parts(job: _Job, parts: Sequence[Part]) -> bool:
    """Paint, prove and join parts; return whether a process that proves was lost."""
    kind = repr((job.title, job.language, job.output.profile, sha256(job.output.icc).hexdigest(), __version__))
    with _shelf(job) as shelf:
        made = Parts(shelf, kind, _painter(job), lambda file: stamp(file, job.stamp), job.told(1, 2))
        with plain_errors(job.out):
            files, flaws = made.prove(parts)
        _insist(flaws)
        with written_beside(job.out, job.stamp.job) as temporary:
            _insist(made.join(parts, files, temporary))
    return made.lost


def _painter(job: _Job) -> Paint:
    rasters = Rasters(job.pictures, convert=job.output.image)

    def paint(file: Path, sheets: Sequence[Sheet], progress: Progress) -> None:
        paint_pdf(
            file,
            sheets,
            job.pictures,
            title=job.title,
            language=job.language,
            output=job.output,
            rasters=rasters,
            progress=progress,
            total=len(sheets),
        )

    return paint


@contextmanager
def _shelf(job: _Job) -> Iterator[Shelf]:
    """Give the place for parts: that of the job, or one that goes."""
    if job.shelf is not None:
        yield job.shelf
        return
    with tempfile.TemporaryDirectory(prefix="showcase-", ignore_cleanup_errors=True) as folder:
        yield Shelf(Path(folder))


def _put_pictures(job: _Job, parts: Sequence[Part]) -> _Done:
    """Write the pictures, some at a time, prove them, and put them in their places when all are good."""
    painting = Painting(job.pictures)

    def paint(files: Sequence[Path], sheets: Sequence[Sheet], progress: Progress) -> None:
        for number, (file, sheet) in enumerate(zip(files, sheets, strict=True), start=1):
            painting.paint(file, sheet)
            progress(number, len(files))

    with _shelf(job) as shelf, plain_errors(job.out):
        files, flaws = PictureParts(shelf, repr(("png", __version__)), paint, job.told(1, 2)).prove(parts)
        if flaws:
            return _Done(flaws=flaws)
        places = tuple(islice(page_names(job.out, len(files)), len(files)))
        put_in_place(files, places, job.stamp.job, lambda: job.told(1, 2)(1, 1))
    return _Done(places)
