"""Which pages an edition has, and what each shows; how that looks is in the templates."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Final

from showcase.catalogue.records import BoothRecord, OrganisationRecord, ProductRecord, SessionRecord, TopicRecord
from showcase.site import addresses
from showcase.site.addresses import numbered, sign_page
from showcase.site.reading import Catalogue
from showcase.site.wording import Edition
from showcase.text import join

_IN_A_LIST: Final = 48
"""Entries of a list on one page, so that a page stays under 100 KB."""
_SESSION_LETTERS: Final = 12_000
"""Letters of sessions on one page of the programme."""
_ON_HOME: Final = 6
_SESSIONS_ON_HOME: Final = 4


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages that a list is spread over, and which of them this is, from 1."""

    number: int
    names: tuple[str, ...]

    @property
    def previous(self) -> str:
        """The page before, or nothing."""
        return self.names[self.number - 2] if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The page after, or nothing."""
        return self.names[self.number] if self.number < len(self.names) else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an edition.

    Args:
        name: its file, from the folder of its language.
        template: what draws it.
        title: in the tab of the browser, before the name of the event.
        section: which entry of the menu it belongs to.
        values: what the template shows.
    """

    name: str
    template: str
    title: str
    section: str
    values: Mapping[str, Any] = field(default_factory=dict)


def pages(catalogue: Catalogue, edition: Edition) -> Iterator[Page]:
    """Give the pages of an edition. Every edition has the same, so that changing the language keeps the page."""
    products = sorted(catalogue.products, key=lambda product: edition.sort_key(product.name))
    exhibitors = sorted(catalogue.exhibitors.values(), key=lambda exhibitor: edition.sort_key(exhibitor.name))
    yield _home(catalogue, products)
    yield Page(addresses.SEARCH, "search", edition.say("search"), "search")
    yield Page(addresses.TOPICS, "topics", edition.say("topics"), "topics")
    yield from _listing(Page(addresses.PRODUCTS, "products", edition.say("products"), "products"), products)
    yield from _listing(Page(addresses.EXHIBITORS, "exhibitors", edition.say("exhibitors"), "exhibitors"), exhibitors)
    yield from _programme(catalogue, edition)
    topic_pages = addresses.topic_pages(catalogue.topics)
    for topic in catalogue.topics:
        yield from _topic(catalogue, edition, topic, topic_pages[topic.id])
    for booth in catalogue.booths:
        yield from _booth(catalogue, edition, booth)
    for exhibitor in exhibitors:
        yield from _exhibitor(catalogue, edition, exhibitor)
    for product in products:
        yield _product(catalogue, edition, product)


def _home(catalogue: Catalogue, products: Sequence[ProductRecord]) -> Page:
    # What has a picture is shown first; the order is that of the list otherwise.
    shown = sorted(products, key=lambda product: product.cover is None)[:_ON_HOME]
    main_topics = [topic for topic in catalogue.topics if topic.parent_id is None]
    sessions = [session for session in catalogue.sessions if session.status != "cancelled"][:_SESSIONS_ON_HOME]
    return Page(addresses.HOME, "home", "", "home", {"shown": shown, "topics": main_topics, "sessions": sessions})


def _listing(first: Page, entries: Sequence[Any]) -> Iterator[Page]:
    """Give a list as one page or more; the template finds its part of the list as `entries`."""
    parts = [entries[at : at + _IN_A_LIST] for at in range(0, len(entries), _IN_A_LIST)] or [entries]
    yield from _spread(replace(first, values={**first.values, "total": len(entries)}), parts)


def _spread(first: Page, parts: Sequence[Sequence[Any]]) -> Iterator[Page]:
    names = tuple(numbered(first.name, number) for number in range(1, len(parts) + 1))
    for number, part in enumerate(parts, start=1):
        values = {**first.values, "entries": part, "pager": Pager(number, names)}
        yield replace(first, name=names[number - 1], values=values)


def _topic(catalogue: Catalogue, edition: Edition, topic: TopicRecord, name: str) -> Iterator[Page]:
    values = {
        "topic": topic,
        "children": [other for other in catalogue.topics if other.parent_id == topic.id],
        "exhibitors": catalogue.exhibitors_on.get(topic.id, ()),
        "sessions": catalogue.sessions_on.get(topic.id, ()),
    }
    products = catalogue.products_on.get(topic.id, ())
    yield from _listing(Page(name, "topic", edition.plain(topic.name), "topics", values), products)


def _booth(catalogue: Catalogue, edition: Edition, booth: BoothRecord) -> Iterator[Page]:
    exhibitors = [catalogue.exhibitors.get(exhibitor.id, exhibitor) for exhibitor in booth.exhibitors]
    products = [product for exhibitor in exhibitors for product in catalogue.products_of.get(exhibitor.id, ())]
    title = join((booth.code, edition.plain(booth.name)))
    values = {"booth": booth, "exhibitors": exhibitors}
    yield from _listing(Page(sign_page("B", booth.number), "booth", title, "exhibitors", values), products)


def _exhibitor(catalogue: Catalogue, edition: Edition, exhibitor: OrganisationRecord) -> Iterator[Page]:
    products = catalogue.products_of.get(exhibitor.id, ())
    name, title = sign_page("E", exhibitor.number), edition.plain(exhibitor.name)
    yield from _listing(Page(name, "exhibitor", title, "exhibitors", {"exhibitor": exhibitor}), products)


def _product(catalogue: Catalogue, edition: Edition, product: ProductRecord) -> Page:
    others = [other for other in catalogue.products_of[product.exhibitor.id] if other is not product][:3]
    values = {"product": product, "owner": catalogue.exhibitors.get(product.exhibitor.id), "others": others}
    return Page(sign_page("P", product.number), "product", edition.plain(product.name), "products", values)


def _programme(catalogue: Catalogue, edition: Edition) -> Iterator[Page]:
    parts = [[*_by_day(part, edition)] for part in _portions(catalogue.sessions)] or [[]]
    yield from _spread(Page(addresses.PROGRAMME, "programme", edition.say("programme"), "programme"), parts)


def _portions(sessions: Iterable[SessionRecord]) -> Iterator[list[SessionRecord]]:
    """Give sessions in portions for a page each; a text counts in its longest language, so all editions agree."""
    portion: list[SessionRecord] = []
    letters = 0
    for session in sessions:
        longest = max(map(len, session.abstract.values()), default=0)
        if portion and (letters + longest > _SESSION_LETTERS or len(portion) == _IN_A_LIST):
            yield portion
            portion, letters = [], 0
        portion.append(session)
        letters += longest
    if portion:
        yield portion


def _by_day(sessions: Iterable[SessionRecord], edition: Edition) -> Iterator[tuple[dt.date, list[SessionRecord]]]:
    for day, entries in groupby(sessions, lambda session: edition.local(session.starts_at).date()):
        yield day, list(entries)
