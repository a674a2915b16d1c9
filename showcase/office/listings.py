"""The tables of the catalogue: their columns, what narrows them, and the use cases that fill them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QLocale

from showcase.office.labels import clock, day, language_name, local, local_time
from showcase.qt.recordmodel import Column
from showcase.qt.translate import interface, say
from showcase.text import Texts, join, sort_key

if TYPE_CHECKING:
    from showcase.app import App


_FLAGS: Final = frozenset({"deleted", "exhibits"})
_BADGES: Final = frozenset({"none", "unprinted", "live"})


class Asked(NamedTuple):
    """What a table shows: what was typed, the filter that is on, the order, and the page.

    Attributes:
        text: what was typed.
        filter: "" for all, "deleted" for the bin, else what records lack, such as "booth" or "text:fr", and of which
            kind or role they are: "booth&kind=city&exhibits".
        sort: the word a list is sorted by, "" for its own order.
        descending: turned round.
        offset, limit: which part.
        only: just the records with these ids.
    """

    text: str = ""
    filter: str = ""
    sort: str = ""
    descending: bool = False
    offset: int = 0
    limit: int = 0
    only: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """One table: its name is also that of its texts, of its page and of its table in the database.

    Attributes:
        columns: what it shows.
        queries: the module with its use cases `list_NAME` and `count_NAME`.
        tables: the tables of the database it is made of.
        filters: what records may lack, in the order of the buttons; "text" stands for a text in any language.
        hidden: headings of columns that are hidden until somebody wants them.
        creates: people add records here (pictures come from files).
        texts: the texts that visitors read.
    """

    name: str
    columns: tuple[Column, ...]
    queries: str
    tables: frozenset[str]
    filters: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    creates: bool = True
    texts: Callable[[Any], tuple[Texts, ...]] | None = None

    def read(self, app: App, asked: Asked) -> list[Any]:
        """Return one page of records."""
        view: dict[str, Any] = {
            **self._narrowed(asked),
            "offset": asked.offset,
            "limit": asked.limit,
            "descending": asked.descending,
            "language": interface.language,
        }
        if asked.sort:
            view["sort"] = asked.sort
        if asked.sort == "country":
            view["countries"] = _countries(interface.language)
        with app.reading() as session:
            return list(self._use_case("list")(session, asked.text, **view))

    def count(self, app: App, asked: Asked) -> int:
        """Return how many records there are, on all pages."""
        with app.reading() as session:
            return int(self._use_case("count")(session, asked.text, **self._narrowed(asked)))

    def _use_case(self, verb: str) -> Callable[..., Any]:
        from importlib import import_module  # the queries bring SQLAlchemy, which the first picture does not wait for

        return getattr(import_module(self.queries), f"{verb}_{self.name}")  # type: ignore[no-any-return]  # found by name

    def _narrowed(self, asked: Asked) -> dict[str, Any]:
        """Return what a filter asks of the use cases: "booth&kind=city&exhibits" becomes three of their arguments."""
        view: dict[str, Any] = {"ids": asked.only} if asked.only else {}
        for part in filter(None, asked.filter.split("&")):
            name, _, value = part.partition("=")
            if value:
                view[name] = value
            elif name in _FLAGS:
                view[name] = True
            else:
                view["badge" if name in _BADGES else "lacking"] = name
        return view


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

    return tuple(sorted(COUNTRIES, key=lambda code: sort_key(country_name(code), interface.language)))


def countries() -> tuple[str, ...]:
    """Return the codes of all countries in the order of their names in the language of the interface."""
    return _countries(interface.language)


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


def tell_states(states: tuple[tuple[str, str], ...]) -> str:
    """Return in words what the marks of the languages show."""
    return ", ".join(f"{language_name(language)}: {say(f'shell.state_{state}')}" for language, state in states)


def _codes(booths: Any) -> str:
    return ", ".join(booth.code for booth in booths)


def _metres(value: float | None) -> str:
    return QLocale(interface.language).toString(value, "f", 1) if value else ""


def _size(booth: Any) -> str:
    return f"{_metres(booth.width_m)} × {_metres(booth.depth_m)} m" if booth.width_m and booth.depth_m else ""


def organisation_texts(record: Any) -> tuple[Texts, ...]:
    """Return the texts of an organisation that visitors read."""
    return record.name, record.description, record.offers, record.seeks


def product_texts(record: Any) -> tuple[Texts, ...]:
    """Return the texts of a product that visitors read."""
    return record.name, record.pitch, record.description


def session_texts(record: Any) -> tuple[Texts, ...]:
    """Return the texts of a session that visitors read."""
    return record.title, record.abstract


def _printed(badge: Any) -> str:
    if badge is None or badge.printed_at is None:
        return ""
    moment = local_time(badge.printed_at)
    return f"{day(moment.date(), short=True)} {clock(moment)}"


def _topics(record: Any) -> str:
    return ", ".join(local(topic.name) for topic in record.topics)


def _seeks(record: Any) -> str:
    return join((word("seeks", entry) for entry in record.seeking), ", ")


def _updated(record: Any) -> str:
    moment = local_time(record.updated_at)
    return f"{day(moment.date(), short=True)} {clock(moment)}"


def _times(record: Any) -> str:
    starts, ends = local_time(record.starts_at), local_time(record.ends_at)
    return f"{day(starts.date(), short=True)}  {clock(starts)}–{clock(ends)}"


_CATALOGUE: Final = "showcase.catalogue.queries"
_LISTINGS: Final = (
    Listing(
        "organisations",
        (
            Column("office.col_name", lambda r: local(r.name), 0, "name"),
            Column("office.col_kind", lambda r: word("kind", r.kind), 104, "kind", "sub"),
            Column("office.col_country", lambda r: country_name(r.country), 104, "country", "sub"),
            Column("office.col_booth", lambda r: _codes(r.booths), 88, style="strong"),
            Column("office.col_text", lambda _r: "", 96, mark=organisation_texts),
            Column("office.col_seeks", _seeks, 122, style="sub"),
            Column("office.col_number", lambda r: spaced(r.number), 92, "number", "number"),
            Column("office.col_topics", _topics, 150, style="sub"),
            Column("office.col_region", lambda r: r.region, 120, style="sub"),
            Column("office.col_email", lambda r: r.email, 180, style="sub"),
            Column("office.col_updated", _updated, 110, "updated", "sub"),
        ),
        _CATALOGUE,
        frozenset({"organisations", "booth_assignments", "booths", "organisation_topics", "topics", "event"}),
        filters=("text", "booth", "picture", "contact"),
        hidden=frozenset({"office.col_topics", "office.col_region", "office.col_email", "office.col_updated"}),
        texts=organisation_texts,
    ),
    Listing(
        "booths",
        (
            Column("office.col_booth", lambda r: r.code, 120, "code", "strong"),
            Column("office.col_hall", lambda r: local(r.hall_name) or r.hall, 150, style="sub"),
            Column("office.col_exhibitors", lambda r: ", ".join(local(e.name) for e in r.exhibitors), 0),
            Column("office.col_kind", lambda r: word("booth", r.kind), 104, "kind", "sub"),
            Column("office.col_size", _size, 104, style="number"),
            Column("office.col_number", lambda r: spaced(r.number), 92, "number", "number"),
        ),
        _CATALOGUE,
        frozenset({"booths", "halls", "booth_assignments", "organisations"}),
        filters=("exhibitor",),
    ),
    Listing(
        "products",
        (
            Column("office.col_name", lambda r: local(r.name), 0, "name"),
            Column(
                "office.col_organisation",
                lambda r: local(r.exhibitor.short_name) or local(r.exhibitor.name),
                190,
                "exhibitor",
                "sub",
            ),
            Column("office.col_topics", _topics, 150, style="sub"),
            Column("office.col_booth", lambda r: _codes(r.booths), 80, style="strong"),
            Column("office.col_text", lambda _r: "", 96, mark=product_texts),
            Column("office.col_number", lambda r: spaced(r.number), 92, "number", "number"),
            Column("office.col_kind", lambda r: word("product", r.kind), 96, "kind", "sub"),
            Column("office.col_pictures", lambda r: str(len(r.pictures) or ""), 70, style="number"),
            Column("office.col_seeks", _seeks, 122, style="sub"),
            Column("office.col_updated", _updated, 110, "updated", "sub"),
        ),
        _CATALOGUE,
        frozenset(
            {"products", "organisations", "product_topics", "product_media", "booth_assignments", "topics", "event"}
        ),
        filters=("text", "picture"),
        hidden=frozenset({"office.col_kind", "office.col_pictures", "office.col_seeks", "office.col_updated"}),
        texts=product_texts,
    ),
    Listing(
        "topics",
        (
            Column("office.col_name", lambda r: local(r.name), 0),
            Column("office.col_text", lambda _r: "", 96, mark=lambda r: (r.name,)),
            Column("office.col_ref", lambda r: r.ref, 160, "ref", "sub"),
            Column("office.col_products", lambda r: str(r.products or ""), 90, style="number"),
        ),
        _CATALOGUE,
        frozenset({"topics", "product_topics", "products", "event"}),
        texts=lambda record: (record.name,),
    ),
    Listing(
        "sessions",
        (
            Column("office.col_time", _times, 150, "time", "strong"),
            Column("office.col_title", lambda r: local(r.title), 0),
            Column("office.col_room", lambda r: local(r.room_name) or r.room, 150, "room", "sub"),
            Column("office.col_topics", _topics, 150, style="sub"),
            Column("office.col_text", lambda _r: "", 96, mark=session_texts),
            Column("office.col_status", lambda r: word("status", r.status), 90, "status", "sub"),
        ),
        _CATALOGUE,
        frozenset({"sessions", "rooms", "session_topics", "session_speakers", "topics", "event"}),
        filters=("text",),
        texts=session_texts,
    ),
    Listing(
        "media",
        (
            Column("office.col_file", lambda r: r.original_name, 0, "name"),
            Column("office.col_alt", lambda r: local(r.alt), 260, style="sub"),
            Column("office.col_text", lambda _r: "", 96, mark=lambda r: (r.alt,)),
            Column("office.col_pixels", lambda r: f"{r.width} × {r.height}", 110, style="number"),
            Column("office.col_bytes", lambda r: f"{round(r.bytes / 1000)} kB", 80, "size", "number"),
            Column("office.col_uses", lambda r: str(r.uses or ""), 80, style="number"),
        ),
        _CATALOGUE,
        frozenset({"media", "product_media", "organisations", "halls", "event"}),
        creates=False,
        texts=lambda record: (record.alt,),
    ),
    Listing(
        "people",
        (
            Column("office.col_name", lambda r: r.name, 0, "name"),
            Column("office.col_role", lambda r: word("role", r.role), 108, "role", "sub"),
            Column("office.col_organisation", lambda r: local(r.organisation), 220, "", "sub"),
            Column("office.col_country", lambda r: country_name(r.country), 104, "country", "sub"),
            Column("office.col_badge", lambda r: spaced(r.badge.number) if r.badge else say("office.badge_none"), 96),
            Column("office.col_printed", lambda r: _printed(r.badge), 98, style="sub"),
            Column("office.col_email", lambda r: r.email, 180, style="sub"),
        ),
        "showcase.people.queries",
        frozenset({"people", "badges", "badge_events", "organisations"}),
        filters=("none", "unprinted"),
        hidden=frozenset({"office.col_email"}),
    ),
)
LISTINGS: Final = {listing.name: listing for listing in _LISTINGS}
"""Name -> listing, in the order of the pages."""
