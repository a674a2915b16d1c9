"""What the reports hand out: frozen dataclasses that outlive the transaction they were read in."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from showcase.catalogue.kinds import OrganisationKind
from showcase.text import Texts

FIELDS: Final[Mapping[str, str]] = {
    "name": "name",
    "booth": "booth",
    "text": "description",
    "picture": "picture",
    "topic": "topic",
    "seeks": "seeks",
    "contact": "contact",
}
"""What every exhibitor should have -> what lists call lacking it. A text counts when it is there in every language."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    done: int
    total: int

    @property
    def left(self) -> int:
        """How many are missing."""
        return self.total - self.done


@dataclass(frozen=True, slots=True)
class Tally:
    """Records by the state of their texts in one language: all of them there, some, none."""

    full: int
    part: int
    none: int

    @property
    def incomplete(self) -> int:
        """How many lack a text."""
        return self.part + self.none


@dataclass(frozen=True, slots=True)
class TextRow:
    """The texts of one kind of records: "organisations", "products", "sessions" or "speakers"."""

    kind: str
    count: int
    languages: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class KindRow:
    """How many exhibitors of one kind there are, and how many of them have each field."""

    kind: OrganisationKind
    count: int
    filled: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is complete, partial and missing in the event.

    Attributes:
        languages: of the content, the fallback first.
        texts: by kind and language; kinds of which there are none are left out.
        kinds: the fields of exhibitors by kind of organisation, in the order of the kinds.
        organisations, people, sessions: how many there are.
        products: of all, those that have a picture and every text in every language.
        products_pictured: of all, those that have a picture.
        badges: of all people, those who have a name, a role and a badge.
        printed: of all live badges, those that were printed once.
        booths: of all places that are given to exhibitors, those that have one.
        placed: of all exhibitors, those that have a booth.
        exhibitors: of all exhibitors, those who would be asked for nothing (see `showcase.reports.missing`).
        required: of all required fields of all records, those that are filled.
        has_address: the event has the web address that signs and cards lead to.
    """

    languages: tuple[str, ...]
    texts: tuple[TextRow, ...]
    kinds: tuple[KindRow, ...]
    organisations: int
    people: int
    sessions: int
    products: Share
    products_pictured: Share
    badges: Share
    printed: Share
    booths: Share
    placed: Share
    exhibitors: Share
    required: Share
    has_address: bool

    @property
    def texts_complete(self) -> Share:
        """Of all records in all languages, those whose texts are complete."""
        tallies = [tally for row in self.texts for tally in row.languages.values()]
        return Share(sum(tally.full for tally in tallies), sum(row.count * len(row.languages) for row in self.texts))

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing in the event yet."""
        return not (self.organisations or self.products.total or self.people or self.sessions or self.booths.total)


@dataclass(frozen=True, slots=True)
class MissingField:
    """A field that an exhibitor would be asked for: its name, and the languages it lacks where it is a text."""

    field: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingProduct:
    """What is missing for one product."""

    id: uuid.UUID
    name: Texts
    fields: tuple[MissingField, ...]


@dataclass(frozen=True, slots=True)
class MissingRecord:
    """What is missing of one exhibitor: for the organisation itself, and for each of its products."""

    id: uuid.UUID
    name: Texts
    country: str | None
    email: str
    fields: tuple[MissingField, ...]
    products: tuple[MissingProduct, ...]

    @property
    def count(self) -> int:
        """How many things are asked for; a text counts once for each language."""
        fields = (*self.fields, *(field for product in self.products for field in product.fields))
        return sum(max(1, len(field.languages)) for field in fields)


@dataclass(frozen=True, slots=True)
class PrintState:
    """What is printed of one kind ("badge", "booth_sign", "product_card", "hall_plan").

    Attributes:
        total: how many there are to print.
        unprinted: how many were never printed.
        changed: how many would say something else now than when they were last printed.
    """

    kind: str
    total: int
    unprinted: int
    changed: int


@dataclass(frozen=True, slots=True)
class Day:
    """How much of what is required was there on a day, 0 to 1."""

    day: dt.date
    share: float


@dataclass(frozen=True, slots=True)
class Way:
    """The way to complete. `days` end with today; with fewer than two there is no line to draw, and no pace.

    Attributes:
        days: one for each day on which the overview was read, in order.
        complete_on: when everything will be there at the pace of the last two weeks; None when there is no such day.
    """

    days: tuple[Day, ...]
    complete_on: dt.date | None

    @property
    def is_known(self) -> bool:
        """Tell whether there is a line to draw."""
        return len(self.days) > 1
