"""What stands at the head of a record in the panel: what it is called, its booth or badge, its picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from showcase.office.labels import local
from showcase.office.listings import spaced, word
from showcase.qt.translate import say
from showcase.text import join


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a record. `plate` is its booth or badge, `picture` the SHA-256 of its picture."""

    title: str
    plate: str = ""
    picture: str | None = None
    summary: str = ""


def heading_of(table: str, record: Any) -> Heading:
    """Return the head of a record of a table."""
    return _HEADINGS[table](record)


def _of_booth(record: Any) -> Heading:
    exhibitors = ", ".join(local(it.short_name) or local(it.name) for it in record.exhibitors)
    return Heading(say("office.booth_title", code=record.code), summary=exhibitors or say("office.booth_free"))


def _of_person(record: Any) -> Heading:
    badge = spaced(record.badge.number) if record.badge else ""
    told = join((word("role", record.role), "" if badge else say("office.badge_none")))
    return Heading(record.name, badge, record.photo, told)


def _of_product(record: Any) -> Heading:
    return Heading(local(record.name), _booths(record), record.cover.sha256 if record.cover else None)


_HEADINGS: Final[Mapping[str, Callable[[Any], Heading]]] = {
    "organisations": lambda record: Heading(local(record.name), _booths(record), record.logo),
    "products": _of_product,
    "booths": _of_booth,
    "people": _of_person,
    "sessions": lambda record: Heading(local(record.title), record.room),
    "media": lambda record: Heading(record.original_name, picture=record.sha256),
    "topics": lambda record: Heading(local(record.name)),
}


def _booths(record: Any) -> str:
    return ", ".join(booth.code for booth in record.booths)
