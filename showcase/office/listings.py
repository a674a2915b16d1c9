"""The four tables of the catalogue: their columns, and the use cases that fill them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale

from showcase.office.labels import local
from showcase.qt.recordmodel import Column
from showcase.qt.translate import interface, say
from showcase.text import Texts, join, sort_key

if TYPE_CHECKING:
    from showcase.app import App

Order = tuple[str, bool]
"""The word a list is sorted by, "" for its own order, and whether it is turned round."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One table: its name is also that of its texts and of its page.

    Attributes:
        read: (event file, filter, order, offset, limit) -> one page of records.
        count: (event file, filter) -> how many there are.
        tables: the tables of the database it is made of.
    """

    name: str
    icon: str
    columns: tuple[Column, ...]
    read: Callable[[App, str, Order, int, int], list[Any]]
    count: Callable[[App, str], int]
    tables: frozenset[str]


def word(group: str, value: str) -> str:
    """Return the word for a fixed choice, such as ("kind", "company")."""
    return say(f"office.{group}_{value}")


def country_name(code: str | None) -> str:
    """Return the name of a country in the language of the interface."""
    from showcase.documents.lockup import country_name as in_languages  # reads records, which wait for the first event

    return local(in_languages(code)) or code or ""


@cache
def _countries(_language: str) -> tuple[str, ...]:
    """Return the codes of all countries in the order of their names in the language of the interface."""
    from showcase.catalogue.checks import COUNTRIES

    return tuple(sorted(COUNTRIES, key=lambda code: sort_key(country_name(code))))


def spaced(number: str) -> str:
    """Return an 8-digit number as people read it: 4002 0588."""
    return f"{number[:4]} {number[4:]}"


def text_states(texts: tuple[Texts, ...], languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return (language, state) with the state "full", "part" or "none": how many of the texts are there.

    A text that is empty in every language asks nothing of any.
    """
    asked = [text for text in texts if any(text.values())]
    found = []
    for language in languages:
        filled = sum(bool(text.get(language)) for text in asked)
        found.append((language, "none" if not filled else "full" if filled == len(asked) else "part"))
    return tuple(found)


def _view(order: Order, offset: int, limit: int) -> Any:
    """Return the part of a list as the queries take it."""
    view: dict[str, Any] = {"offset": offset, "limit": limit, "descending": order[1]}
    if order[0]:
        view["sort"] = order[0]
    if order[0] == "country":
        view["countries"] = _countries(interface.language)
    return view


def _organisations(app: App, text: str, order: Order, offset: int, limit: int) -> list[Any]:
    from showcase.catalogue.queries import list_organisations

    with app.reading() as session:
        return list(list_organisations(session, text, **_view(order, offset, limit)))


def _count_organisations(app: App, text: str) -> int:
    from showcase.catalogue.queries import count_organisations

    with app.reading() as session:
        return count_organisations(session, text)


def _booths(app: App, text: str, order: Order, offset: int, limit: int) -> list[Any]:
    from showcase.catalogue.queries import list_booths

    with app.reading() as session:
        return list(list_booths(session, text, **_view(order, offset, limit)))


def _count_booths(app: App, text: str) -> int:
    from showcase.catalogue.queries import count_booths

    with app.reading() as session:
        return count_booths(session, text)


def _products(app: App, text: str, order: Order, offset: int, limit: int) -> list[Any]:
    from showcase.catalogue.queries import list_products

    with app.reading() as session:
        return list(list_products(session, text, **_view(order, offset, limit)))


def _count_products(app: App, text: str) -> int:
    from showcase.catalogue.queries import count_products

    with app.reading() as session:
        return count_products(session, text)


def _people(app: App, text: str, order: Order, offset: int, limit: int) -> list[Any]:
    from showcase.people.queries import list_people

    with app.reading() as session:
        return list(list_people(session, text, **_view(order, offset, limit)))


def _count_people(app: App, text: str) -> int:
    from showcase.people.queries import count_people

    with app.reading() as session:
        return count_people(session, text)


def _codes(booths: Any) -> str:
    return ", ".join(booth.code for booth in booths)


def _size(booth: Any) -> str:
    if not (booth.width_m and booth.depth_m):
        return ""
    locale = QLocale(interface.language)
    return f"{locale.toString(booth.width_m, 'f', 1)} × {locale.toString(booth.depth_m, 'f', 1)} m"


def organisation_texts(record: Any) -> tuple[Texts, ...]:
    """Return the texts of an organisation that visitors read."""
    return record.name, record.description, record.offers, record.seeks


def product_texts(record: Any) -> tuple[Texts, ...]:
    """Return the texts of a product that visitors read."""
    return record.name, record.pitch, record.description


ORGANISATIONS: Final = Listing(
    "organisations",
    "building-2",
    (
        Column("office.col_name", lambda r: local(r.name), 0, "name"),
        Column("office.col_kind", lambda r: word("kind", r.kind), 104, "kind", "sub"),
        Column("office.col_country", lambda r: country_name(r.country), 104, "country", "sub"),
        Column("office.col_booth", lambda r: _codes(r.booths), 88, style="strong"),
        Column("office.col_text", lambda _r: "", 96, mark=organisation_texts),
        Column("office.col_seeks", lambda r: join((word("seeks", s) for s in r.seeking), ", "), 122, style="sub"),
        Column("office.col_number", lambda r: spaced(r.number), 92, "number", "number"),
    ),
    _organisations,
    _count_organisations,
    frozenset({"organisations", "booth_assignments", "booths", "event"}),
)
BOOTHS: Final = Listing(
    "booths",
    "map-pin",
    (
        Column("office.col_booth", lambda r: r.code, 120, "code", "strong"),
        Column("office.col_hall", lambda r: local(r.hall_name) or r.hall, 150, style="sub"),
        Column("office.col_exhibitors", lambda r: ", ".join(local(e.name) for e in r.exhibitors), 0),
        Column("office.col_kind", lambda r: word("booth", r.kind), 104, "kind", "sub"),
        Column("office.col_size", _size, 104, style="number"),
        Column("office.col_number", lambda r: spaced(r.number), 92, "number", "number"),
    ),
    _booths,
    _count_booths,
    frozenset({"booths", "halls", "booth_assignments", "organisations"}),
)
PRODUCTS: Final = Listing(
    "products",
    "package",
    (
        Column("office.col_name", lambda r: local(r.name), 0, "name"),
        Column(
            "office.col_organisation",
            lambda r: local(r.exhibitor.short_name) or local(r.exhibitor.name),
            190,
            "exhibitor",
            "sub",
        ),
        Column("office.col_topics", lambda r: ", ".join(local(t.name) for t in r.topics), 150, style="sub"),
        Column("office.col_booth", lambda r: _codes(r.booths), 80, style="strong"),
        Column("office.col_text", lambda _r: "", 96, mark=product_texts),
        Column("office.col_number", lambda r: spaced(r.number), 92, "number", "number"),
    ),
    _products,
    _count_products,
    frozenset({"products", "organisations", "product_topics", "product_media", "booth_assignments", "event"}),
)
PEOPLE: Final = Listing(
    "people",
    "users",
    (
        Column("office.col_name", lambda r: r.name, 0, "name"),
        Column("office.col_role", lambda r: word("role", r.role), 108, "role", "sub"),
        Column("office.col_organisation", lambda r: local(r.organisation), 220, "", "sub"),
        Column("office.col_country", lambda r: country_name(r.country), 104, "country", "sub"),
        Column("office.col_badge", lambda r: spaced(r.badge.number) if r.badge else say("office.badge_none"), 96),
        Column("office.col_printed", lambda r: _printed(r.badge), 98, style="sub"),
    ),
    _people,
    _count_people,
    frozenset({"people", "badges", "badge_events", "organisations"}),
)
LISTINGS: Final = (ORGANISATIONS, BOOTHS, PRODUCTS, PEOPLE)


def _printed(badge: Any) -> str:
    if badge is None or badge.printed_at is None:
        return ""
    return f"{badge.printed_at.astimezone():%d/%m %H:%M}"
