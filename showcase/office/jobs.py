"""What the print page asks for: the things to print, a picture of one sheet, the file; runs in threads of the tasks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from showcase.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from showcase.app import App
    from showcase.documents.items import PrintItem
    from showcase.documents.page import Page, Sheet
    from showcase.documents.stocks import Stock
    from showcase.documents.template import Template
    from showcase.printing.job import PrintReport

KINDS: Final = {"badges": "badge", "signs": "booth_sign", "cards": "product_card"}
"""Choice of the page -> kind of thing that a template prints."""
_CHUNK: Final = 50
"""Pages laid out before others get their turn with the fonts."""
_painting = threading.Lock()
"""Qt's fonts are shared by threads, so one sheet is laid out and painted at a time."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be printed. `stock` is "" for one per page; `only` are the ids of chosen records, empty for all."""

    what: str
    template: str
    stock: str
    languages: tuple[str, ...]
    base_url: str
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A choice with its items: everything a preview or a job needs."""

    choice: Choice
    template: Template
    stock: Stock | None
    items: tuple[PrintItem, ...]
    sheets: int


@dataclass(frozen=True, slots=True)
class Supplies:
    """The templates and sheets that there are."""

    templates: tuple[Template, ...]
    stocks: tuple[Stock, ...]


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


def supplies() -> Supplies:
    """Return every template and every sheet."""
    from showcase.documents.stocks import list_stocks
    from showcase.documents.template import list_templates

    return Supplies(tuple(list_templates()), tuple(list_stocks()))


def prepare(app: App, choice: Choice) -> Prepared:
    """Read the things to print and count their sheets.

    Raises:
        RefusedError: signs or cards without a base address.
    """
    from showcase.documents.stocks import get_stock
    from showcase.documents.template import load_template

    template = load_template(choice.template)
    stock = get_stock(choice.stock) if choice.stock else None
    items = tuple(_items(app, choice))
    pages = len(items) * len(template.language_sets(choice.languages))
    return Prepared(choice, template, stock, items, -(-pages // per_sheet(stock)))


def per_sheet(stock: Stock | None) -> int:
    """Return how many pages a sheet takes."""
    return len(stock.slots) if stock else 1


def _items(app: App, choice: Choice) -> list[PrintItem]:
    from showcase.documents import queries

    with app.reading() as session:
        if choice.what == "badges":
            items = queries.list_badge_items(session)
        elif choice.what == "signs":
            items = queries.list_sign_items(session, base_url=choice.base_url or None)
        else:
            items = queries.list_card_items(session, base_url=choice.base_url or None)
    if not choice.only:
        return items
    return [item for item in items if item.subject in choice.only]


def pictures(app: App) -> Callable[[str], bytes | None]:
    """Return what gives the bytes of stored pictures."""
    from showcase.catalogue.queries import get_media_blob

    def find(sha256: str) -> bytes | None:
        with app.reading() as session:
            return get_media_blob(session, sha256, "full")

    return find


def picture_sheet(app: App, prepared: Prepared, number: int, px: int) -> QImage:
    """Paint one sheet, counted from 0, as the file will have it; its longer side has `px` pixels."""
    from showcase.printing.outputs import preview
    from showcase.printing.rasters import Rasters

    with _painting:
        return preview(sheet(prepared, number), px, Rasters(pictures(app), limit_dpi=150))


def sheet(prepared: Prepared, number: int) -> Sheet:
    """Lay out one sheet, counted from 0."""
    from showcase.documents.imposition import impose

    size = per_sheet(prepared.stock)
    return next(iter(impose(_pages(prepared, number * size, size), prepared.stock)))


def _pages(prepared: Prepared, first: int, count: int) -> list[Page]:
    from showcase.documents.layout import lay_out
    from showcase.printing.measure import FontMeasure

    measure = FontMeasure()
    sets = prepared.template.language_sets(prepared.choice.languages)
    wanted = range(first, min(first + count, len(prepared.items) * len(sets)))
    return [lay_out(prepared.template, prepared.items[n // len(sets)], measure, sets[n % len(sets)]) for n in wanted]


def check(app: App, prepared: Prepared, progress: Progress) -> Checked:
    """Lay out every page and say what is wrong, as the job itself will."""
    from showcase.documents import preflight
    from showcase.documents.page import Notice, Picture

    per_item = len(prepared.template.language_sets(prepared.choice.languages))
    pages: list[Page] = []
    for first in range(0, len(prepared.items) * per_item, _CHUNK):
        with _painting:
            pages += _pages(prepared, first, _CHUNK)
        progress(len(pages), len(prepared.items) * per_item)
    find = cache(pictures(app))
    findings: dict[Finding, None] = {}
    for number, (page, notices) in enumerate(zip(pages, preflight.check(pages), strict=True)):
        missing = any(isinstance(item, Picture) and find(item.sha256) is None for item in page.items)
        for notice in (*notices, *([Notice("stop", "printing.picture_missing")] if missing else ())):
            finding = Finding(number // per_item, page.title, notice.severity, notice.key, dict(notice.params))
            findings[finding] = None
    return _summed(len(prepared.items), findings)


def _summed(items: int, findings: Iterable[Finding]) -> Checked:
    ordered = sorted(findings, key=lambda finding: (finding.severity != "stop", finding.item))
    stop = {finding.item for finding in ordered if finding.severity == "stop"}
    look = {finding.item for finding in ordered} - stop
    return Checked(len(stop), len(look), items - len(stop) - len(look), tuple(ordered))


def sheet_of(prepared: Prepared, item: int) -> int:
    """Return the number of the sheet on which an item begins."""
    return item * len(prepared.template.language_sets(prepared.choice.languages)) // per_sheet(prepared.stock)


def print_file(app: App, prepared: Prepared, out: Path, *, allow_failed: bool, progress: Progress) -> PrintReport:
    """Write the file, every code proven."""
    from showcase.printing.job import print_items

    with _painting:
        return print_items(
            prepared.items,
            prepared.template,
            prepared.stock,
            prepared.choice.languages,
            out,
            pictures=pictures(app),
            allow_failed=allow_failed,
            progress=progress,
        )


def count_badgeless(app: App) -> int:
    """Return how many people have no badge yet."""
    return len(_badgeless(app))


def _badgeless(app: App) -> list[Any]:
    from showcase.people.queries import list_people

    with app.reading() as session:
        return [person.id for person in list_people(session) if person.badge is None]


def issue(app: App, passphrase: str) -> int:
    """Issue a badge to everyone who has none, and return how many were issued.

    Raises:
        PassphraseError: when the passphrase is wrong or, for the first badge of an event, too short.
    """
    from showcase.people.edits import issue_badges
    from showcase.people.keys import get_signer

    people = _badgeless(app)
    with app.transaction() as session:
        return len(issue_badges(session, people, get_signer(session, passphrase)))


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
