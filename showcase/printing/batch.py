"""A batch from an event: what is chosen becomes items, a proven file, and the facts that say what was printed."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from showcase.app import App
from showcase.catalogue.queries import get_event, get_media_blob
from showcase.documents import edits, queries
from showcase.documents.imposition import impose
from showcase.documents.items import PrintItem
from showcase.documents.page import Notice, Page
from showcase.documents.stocks import Stock, get_stock
from showcase.documents.template import Template, load_template
from showcase.errors import InputError
from showcase.people.edits import issue_badges, record_printed, take_back_badges
from showcase.people.keys import get_signer
from showcase.people.queries import list_people
from showcase.printing.job import PrintReport, print_items
from showcase.progress import Progress, no_progress

KINDS: Final = {"badges": "badge", "signs": "booth_sign", "cards": "product_card"}
"""What can be chosen -> kind of thing that a template prints."""
TEMPLATES: Final = {"badges": "badge-a6", "signs": "booth-sign-a4", "cards": "product-card-a5"}
"""What is printed when no template is named."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be printed. `only` are the subjects of chosen records, empty for all; no languages: the event's."""

    what: str
    template: str = ""
    stock: str = "page"
    languages: tuple[str, ...] = ()
    base_url: str = ""
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Batch:
    """A choice with its items: everything a preview or a job needs. `choice.languages` are settled.

    `notices` say what is not among the items and perhaps should be, such as exhibitors without a booth.
    """

    choice: Choice
    template: Template
    stock: Stock
    items: tuple[PrintItem, ...]
    notices: tuple[Notice, ...] = ()


def prepare(app: App, choice: Choice) -> Batch:
    """Read the things to print.

    Raises:
        RefusedError: signs or cards without a base address.
        InputError, MissingFile: a template, sheet or language that does not exist or does not fit.
    """
    template = load_template(choice.template or TEMPLATES[choice.what])
    if template.kind != KINDS[choice.what]:
        raise InputError("printing.template_kind", template=template.id, default=TEMPLATES[choice.what])
    stock = get_stock(choice.stock)
    notices: list[Notice] = []
    with app.reading() as session:
        spoken = get_event(session).languages
        unknown = [language for language in choice.languages if language not in spoken]
        if unknown:
            raise InputError("printing.language_unknown", language=unknown[0], languages=", ".join(spoken))
        if choice.what == "badges":
            items = queries.list_badge_items(session)
        elif choice.what == "signs":
            items = queries.list_sign_items(session, base_url=choice.base_url or None)
            notices = [] if choice.only else queries.list_boothless(session)
        else:
            items = queries.list_card_items(session, base_url=choice.base_url or None)
    wanted = (item for item in items if not choice.only or item.subject in choice.only)
    return Batch(replace(choice, languages=choice.languages or spoken), template, stock, tuple(wanted), tuple(notices))


def check_sheet(batch: Batch, start_slot: int) -> None:
    """See before any work that the pages go into the slots of the sheet.

    Raises:
        InputError: they are larger, or the sheet has no such slot.
    """
    template = batch.template
    impose([Page("", "", template.width_mm, template.height_mm, template.bleed_mm, ())], batch.stock, start_slot)


def print_batch(
    app: App,
    batch: Batch,
    out: Path,
    *,
    start_slot: int = 0,
    allow_failed: bool = False,
    progress: Progress = no_progress,
) -> PrintReport:
    """Print a batch into a file and record what was printed; see `showcase.printing.job.print_items`."""
    report = print_items(
        batch.items,
        batch.template,
        batch.stock,
        batch.choice.languages,
        out,
        pictures=pictures(app),
        start_slot=start_slot,
        allow_failed=allow_failed,
        progress=progress,
    )
    stops = (problem for problem in report.problems if problem.severity == "stop")
    refused = {problem.item: {"key": problem.key, "params": problem.params} for problem in stops}
    run = edits.PrintRun(
        batch.template,
        batch.items,
        batch.stock.id,
        batch.choice.languages,
        target=str(out),
        refused=refused,
        settings={"start_slot": start_slot} if start_slot else {},
    )
    printed = [item.subject for place, item in enumerate(batch.items) if place not in refused]
    with app.transaction() as session:
        edits.record_print_job(session, run)
        if batch.choice.what == "badges":
            record_printed(session, [uuid.UUID(subject) for subject in printed])
    return report


def list_badgeless(app: App) -> list[uuid.UUID]:
    """Return who has no badge yet."""
    with app.reading() as session:
        return [person.id for person in list_people(session, badge="none")]


def issue_missing(app: App, people: list[uuid.UUID], passphrase: str) -> list[uuid.UUID]:
    """Issue a badge to each of these people and return the ids of the badges; the first makes the signing key.

    Raises:
        PassphraseError: when the passphrase is wrong or, for the first badge of an event, too short.
    """
    with app.transaction() as session:
        return [badge.id for badge in issue_badges(session, people, get_signer(session, passphrase))]


def take_back(app: App, badges: list[uuid.UUID]) -> None:
    """Remove badges that were issued for a job that then failed, and the signing key when it was made for them."""
    with app.transaction() as session:
        take_back_badges(session, badges)


def pictures(app: App) -> Callable[[str], bytes | None]:
    """Return what gives the bytes of stored pictures."""

    def find(sha256: str) -> bytes | None:
        with app.reading() as session:
            return get_media_blob(session, sha256, "full")

    return find
