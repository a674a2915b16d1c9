"""A batch from an event: what is chosen becomes items, the design and the sheet they are printed with."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from showcase.app import App
from showcase.catalogue.queries import get_event, get_media_blob
from showcase.documents import queries
from showcase.documents.backs import Duplex, check_duplex
from showcase.documents.calibration import Placing
from showcase.documents.calibrations import CalibrationRecord, calibration_for
from showcase.documents.designs import find_design
from showcase.documents.edits import TITLE
from showcase.documents.history import list_printed_items
from showcase.documents.imposition import impose
from showcase.documents.items import PrintItem
from showcase.documents.kinds import BY_WHAT, KINDS
from showcase.documents.page import Notice, Page
from showcase.documents.records import PrintedItemRecord, PrintJobRecord
from showcase.documents.staleness import compare
from showcase.documents.stocks import Stock, get_stock
from showcase.documents.template import Template
from showcase.errors import InputError
from showcase.people.edits import issue_badges, take_back_badges
from showcase.people.keys import get_signer
from showcase.people.queries import list_people
from showcase.printing.printers import Destination
from showcase.printing.profiles import OFFICE, Output, Profile, read_output
from showcase.progress import Progress, no_progress

Which = Literal["all", "unprinted", "changed"]
_NO_ICC: Final = sha256(b"").hexdigest()
_ISSUED_AT_ONCE: Final = 50
"""Badges between two looks at whether somebody wants to stop."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be printed.

    Args:
        what: the word of a kind in `showcase.documents.kinds`.
        template, stock: the design and the sheet.
        languages: what is printed, most important first; none: those of the event.
        base_url: where codes lead to; "" is where those of the event do.
        only: the subjects of chosen records, empty for all.
        which: of these, what was never printed or what changed since.
        job: of these, what an earlier job held, in its order, from its item `first` on, counted from 0.
        output: what a PDF is made for.
        printer: the calibrated printer and tray it will be printed on, whose faults are made up for.
        duplex: over which edge of the sheet the printer turns it to print the backs; "" is one side.
        to: the printer that the proven file is sent to; its calibration is used where `printer` names no other.
    """

    what: str
    template: str = ""
    stock: str = "page"
    languages: tuple[str, ...] = ()
    base_url: str = ""
    only: frozenset[str] = frozenset()
    which: Which = "all"
    job: uuid.UUID | None = None
    first: int = 0
    printer: tuple[str, str] = ("", "")
    output: Output = OFFICE
    duplex: Duplex = ""
    to: Destination | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of a kind, how much of it was never printed, how much changed since."""

    total: int
    unprinted: int
    changed: int


@dataclass(frozen=True, slots=True)
class Batch:
    """A choice with its items: everything a preview or a job needs. `choice.languages` are settled.

    `notices` say what is not among the items and perhaps should be, such as exhibitors without a booth. `places` are
    those of the items in an earlier job, where they are chosen by one.
    """

    choice: Choice
    template: Template
    stock: Stock
    items: tuple[PrintItem, ...]
    notices: tuple[Notice, ...] = ()
    counts: Counts = Counts(0, 0, 0)
    placing: Placing | None = None
    places: tuple[int, ...] = ()


def prepare(app: App, choice: Choice) -> Batch:
    """Read the things to print.

    Raises:
        RefusedError: signs or cards without a base address.
        InputError, MissingFile: a template, sheet or language that does not exist or does not fit.
    """
    kind = BY_WHAT[choice.what].id
    template, stock = _design(app, choice)
    with app.reading() as session:
        languages = _languages(choice, get_event(session).languages)
        items = queries.list_items(session, kind, choice.base_url or None)
        stale = compare(session, kind, items)
        choice, placing = _calibrated(choice, calibration_for(session, choice.printer, _sent_to(choice)))
        held = list_printed_items(session, choice.job) if choice.job else None
        is_whole = choice.what == "signs" and not choice.only and not choice.job and choice.which == "all"
        notices = queries.list_boothless(session) if is_whole else []
    by_state = {"all": items, "unprinted": stale.unprinted, "changed": stale.changed}
    notices += _of_stock(stock)
    wanted = [item for item in by_state[choice.which] if not choice.only or item.subject in choice.only]
    places: tuple[int, ...] = ()
    if held is not None:
        kept = {id(item) for item in wanted}
        now = _as_held(items, [fact for fact in held if fact.position >= choice.first])
        places = tuple(place for place, item in now.items() if id(item) in kept)
        wanted = [now[place] for place in places]
    counts = Counts(len(items), len(stale.unprinted), len(stale.changed))
    settled = replace(choice, languages=languages)
    return Batch(settled, template, stock, tuple(wanted), tuple(notices), counts, placing, places)


def aim(app: App, batch: Batch, to: Destination | None, printer: tuple[str, str], output: Output) -> Batch:
    """Return a batch as it is printed elsewhere: on a printer, or into a PDF made for something else.

    Raises:
        InputError: the printer whose faults are to be made up for is not calibrated.
    """
    choice = replace(batch.choice, to=to, printer=printer, output=output)
    with app.reading() as session:
        found = calibration_for(session, choice.printer, _sent_to(choice))
    choice, placing = _calibrated(choice, found)
    return replace(batch, choice=choice, placing=placing)


def _sent_to(choice: Choice) -> tuple[str, str]:
    return (choice.to.printer, choice.to.tray) if choice.to else ("", "")


def _calibrated(choice: Choice, found: CalibrationRecord | None) -> tuple[Choice, Placing | None]:
    """Return a choice with the calibrated printer and tray it is for, and how far off these are."""
    if found is None:
        return replace(choice, printer=("", "")), None
    return replace(choice, printer=(found.printer, found.tray)), found.placing


def prepare_badges(app: App, choice: Choice, badges: Collection[uuid.UUID]) -> Batch:
    """Read these badges and no others: one of 10,000 is there at once.

    Raises:
        InputError, MissingFile: a template, sheet or language that does not exist or does not fit.
    """
    template, stock = _design(app, choice)
    with app.reading() as session:
        languages = _languages(choice, get_event(session).languages)
        items = queries.list_badge_items(session, badges)
    wanted = tuple(item for item in items if uuid.UUID(item.subject) in badges)
    return Batch(replace(choice, languages=languages), template, stock, wanted)


def _design(app: App, choice: Choice) -> tuple[Template, Stock]:
    kind = BY_WHAT[choice.what]
    with app.reading() as session:
        template = find_design(session, choice.template or kind.template)
    if template.kind != kind.id:
        raise InputError("printing.template_kind", template=template.id, default=kind.template)
    stock = get_stock(choice.stock)
    return check_duplex(template, stock, choice.duplex), stock


def _of_stock(stock: Stock) -> list[Notice]:
    unsure = stock.confidence == "C"
    return [Notice("look", "documents.stock_unsure", {"stock": stock.name["en"].partition(":")[0]})] if unsure else []


def _languages(choice: Choice, spoken: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [language for language in choice.languages if language not in spoken]
    if unknown:
        raise InputError("printing.language_unknown", language=unknown[0], languages=", ".join(spoken))
    return choice.languages or spoken


def choice_again(job: PrintJobRecord, which: Which = "all", first: int = 0) -> Choice:
    """Return what chooses what an earlier job held, and prints it as that was printed.

    Args:
        job: the earlier one.
        which: of its items.
        first: the place of the first that is wanted, counted from 0.

    Raises:
        InputError, MissingFile: the ICC profile it was printed with is not there any more, or another.
    """
    kept = job.settings
    printer = kept.get("printer", ())
    name, tray = (printer, "") if isinstance(printer, str) else (*printer, "", "")[:2]
    output = read_output(kept.get("profile", Profile.OFFICE), Path(kept["icc"]) if kept.get("icc") else None)
    if sha256(output.icc).hexdigest() != kept.get("icc_sha256", _NO_ICC):
        raise InputError("prints.icc_other", file=Path(output.icc_file).name)
    return Choice(
        KINDS[job.kind].what,
        job.template,
        job.stock,
        job.languages,
        kept.get("base_url", ""),
        which=which,
        job=job.id,
        first=first,
        printer=(name, tray),
        output=output,
        duplex=kept.get("duplex", ""),
        to=Destination(*kept["to"]) if kept.get("to") else None,
    )


def _as_held(items: Sequence[PrintItem], held: Sequence[PrintedItemRecord]) -> dict[int, PrintItem]:
    """Return place in a job -> what stands there now; of an exhibitor with several signs the one of the same booth.

    What is just the same is found first, then what is called the same, then the only one about the same thing.
    """
    left: dict[str, list[PrintItem]] = defaultdict(list)
    for item in items:
        left[item.subject].append(item)
    many = {subject: len(some) for subject, some in left.items()}
    found: dict[int, PrintItem] = {}
    fits: tuple[Callable[[PrintedItemRecord, PrintItem], bool], ...] = (
        lambda fact, item: item.data_hash == fact.data_hash,
        lambda fact, item: item.title[:TITLE] == fact.title,
        lambda _fact, item: many[item.subject] == 1,
    )
    for fit in fits:
        for fact in held:
            some = left[str(fact.subject_id)]
            chosen = next((item for item in some if fact.position not in found and fit(fact, item)), None)
            if chosen is not None:
                some.remove(chosen)
                found[fact.position] = chosen
    return dict(sorted(found.items()))


def check_sheet(batch: Batch, start_slot: int, blocked: frozenset[int] = frozenset()) -> None:
    """See before any work that the pages go into the slots of the sheet.

    Raises:
        InputError: they are larger, or the sheet has no such slot.
    """
    template = batch.template
    impose(
        [Page("", "", template.width_mm, template.height_mm, template.bleed_mm, ())], batch.stock, start_slot, blocked
    )


def list_badgeless(app: App) -> list[uuid.UUID]:
    """Return who has no badge yet."""
    with app.reading() as session:
        return [person.id for person in list_people(session, badge="none")]


def issue_missing(
    app: App, people: Sequence[uuid.UUID], passphrase: str, progress: Progress = no_progress
) -> list[uuid.UUID]:
    """Issue a badge to each of these people and return the ids of the badges; the first makes the signing key.

    Raises:
        PassphraseError: when the passphrase is wrong or, for the first badge of an event, too short.
        Cancelled: from the progress; then nobody was issued one.
    """
    issued: list[uuid.UUID] = []
    with app.transaction() as session:
        signer = get_signer(session, passphrase)
        for start in range(0, len(people), _ISSUED_AT_ONCE):
            progress(start, len(people))
            batch = issue_badges(session, people[start : start + _ISSUED_AT_ONCE], signer)
            issued += [badge.id for badge in batch]
        progress(len(people), len(people))
    return issued


def take_back(app: App, badges: Sequence[uuid.UUID]) -> None:
    """Remove badges that were issued for a job that then failed, and the signing key when it was made for them."""
    with app.transaction() as session:
        take_back_badges(session, badges)


def pictures(app: App) -> Callable[[str], bytes | None]:
    """Return what gives the bytes of stored pictures."""

    def find(sha256: str) -> bytes | None:
        with app.reading() as session:
            return get_media_blob(session, sha256, "full")

    return find
