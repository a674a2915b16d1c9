"""What is handed out about scans and leads: frozen dataclasses that outlive the transaction they were read in."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from showcase.leads.kinds import (
    CardState,
    Channel,
    Clock,
    FactKind,
    Fault,
    Method,
    QuestionKind,
    StationKind,
    Verdict,
)
from showcase.people.kinds import Role
from showcase.text import Texts, pick

DETAIL_FIELDS = ("name", "organisation", "job_title", "email", "phone")
"""What a visitor may say about themselves at a booth."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a station noted.

    Args:
        id: UUIDv7 made at the station.
        scope: whose it is: the exhibitor of a booth, or the area behind a door.
        station: which machine.
        seq: counts the facts of a station from 1, whatever its clock says.
        tick: puts the facts of all stations in one order that keeps each station's own: milliseconds since 1970, but
            above every tick the station has seen.
        kind: what it says.
        subject: of whom, as `showcase.leads.sealing.subject_of` names a badge; "" for nobody.
        badge_id: the badge, when its code was read.
        verdict: of a scan.
        product_id: of an interest.
        at: the station's clock.
        offset_min: of its local time from UTC.
        monotonic_ms: of a clock of the machine that is never set.
        run: of the program, which that clock belongs to.
        version: of the program.
        method: how it was read.
        place: booth or door.
        staff: who did it.
        body: what else it says, without anything personal.
        words: what is personal in it (a note, an address, what a code said), or None when that was erased.
    """

    id: uuid.UUID
    scope: uuid.UUID
    station: uuid.UUID
    seq: int
    tick: int
    kind: FactKind
    subject: str
    badge_id: uuid.UUID | None
    verdict: Verdict | None
    product_id: uuid.UUID | None
    at: dt.datetime
    offset_min: int
    monotonic_ms: int
    run: str
    version: str
    method: Method | None
    place: str
    staff: str
    body: Mapping[str, Any] = field(default_factory=dict)
    words: bytes | None = None

    @property
    def text(self) -> str:
        """What is personal in it, as text."""
        return "" if self.words is None else self.words.decode("utf-8", "replace")

    @property
    def local_day(self) -> dt.date:
        """The day it happened on, where it happened."""
        return (self.at + dt.timedelta(minutes=self.offset_min)).date()


@dataclass(frozen=True, slots=True)
class EventInfo:
    """What a station knows of the event."""

    id: uuid.UUID
    name: Texts
    time_zone: str
    languages: tuple[str, ...]
    role_words: Mapping[str, Texts]
    token_number: int
    base_url: str | None


@dataclass(frozen=True, slots=True)
class StationInfo:
    """A station. `exhibitor` is empty at a door; `roles` are those that a door lets in, empty for all."""

    id: uuid.UUID
    kind: StationKind
    name: str
    place: str
    scope: uuid.UUID
    exhibitor: Texts
    event: EventInfo
    capacity: int | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a visitor lets who scans their badge know. `person` ties the badges of one person together."""

    person: str
    family_name: str
    given_name: str
    name: str
    job_title: Texts
    organisation: Texts
    country: str
    place: Texts
    role: Role
    number: str
    email: str
    phone: str
    languages: tuple[str, ...]


Shown = tuple[Card | None, CardState]
"""What may be shown of somebody."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a lead. It is known by its fact."""

    fact_id: uuid.UUID
    text: str
    at: dt.datetime
    staff: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a question of the exhibitor: a text, or ids of options."""

    text: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """What the facts of one visitor at one exhibitor add up to. `rating` is 0 where nobody gave one."""

    subject: str
    subjects: tuple[str, ...]
    number: str
    role: Role | None
    card: Card | None
    card_state: CardState
    first_at: dt.datetime
    last_at: dt.datetime
    scans: int
    stations: tuple[uuid.UUID, ...]
    staff: tuple[str, ...]
    rating: int
    notes: tuple[Note, ...]
    answers: Mapping[str, Answer]
    products: tuple[uuid.UUID, ...]
    follow_up: Mapping[Channel, bool]
    details: Mapping[str, str]
    withdrawn: bool

    @property
    def name(self) -> str:
        """What the visitor said, else what their card says; "" when neither is known."""
        return self._said("name") or (self.card.name if self.card else "")

    @property
    def email(self) -> str:
        """What the visitor said, else what their card says."""
        return self._said("email") or (self.card.email if self.card else "")

    @property
    def phone(self) -> str:
        """What the visitor said, else what their card says."""
        return self._said("phone") or (self.card.phone if self.card else "")

    def organisation(self, languages: Sequence[str]) -> str:
        """Return where the visitor works, in the first of some languages."""
        return self._said("organisation") or (pick(self.card.organisation, languages)[1] if self.card else "")

    def job_title(self, languages: Sequence[str]) -> str:
        """Return what the visitor does, in the first of some languages."""
        return self._said("job_title") or (pick(self.card.job_title, languages)[1] if self.card else "")

    def _said(self, field_name: str) -> str:
        return self.details.get(field_name, "")


@dataclass(frozen=True, slots=True)
class Thing:
    """What the code of a sign stands for: a product (P), a booth (B) or an exhibitor (E). `own` is this exhibitor's."""

    kind: str
    number: str
    id: uuid.UUID
    name: Texts
    exhibitor: Texts
    own: bool


@dataclass(frozen=True, slots=True)
class Inside:
    """Since when somebody is behind a door, and by which they came."""

    at: dt.datetime
    place: str


@dataclass(frozen=True, slots=True)
class DoorCount:
    """Who is behind the doors of an area. `capacity` is None where nobody set one."""

    inside: int
    capacity: int | None
    entries: int
    exits: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a scan; it is on disk.

    Args:
        verdict: the answer.
        at: when, by this machine's clock.
        fact_id: of the scan, None when there was nothing to note (a test code, a sign).
        subject: of whom, None for what is no badge.
        role: of the badge.
        card: name and contact, as far as the visitor agreed; never with a badge that was refused.
        card_state: whether there is one.
        lead: what is known of the visitor here.
        first_at: when this exhibitor first met the visitor, of a badge that was seen before.
        scans: how often.
        nth_today: which visitor of the day this is, of a new lead.
        ended_at: when the badge was revoked or replaced, or expired.
        product, sign: what a sign's code stands for.
        inside: since when, by which door.
        door: how many are inside now.
        clock: whether the time can be believed.
        list_number, list_age: of the list of revoked badges.
        verified: False for a number that was typed: nobody saw the badge's signature.
        faults: of the scanner.
    """

    verdict: Verdict
    at: dt.datetime
    fact_id: uuid.UUID | None
    subject: str | None
    role: Role | None
    card: Card | None
    card_state: CardState
    lead: Lead | None
    first_at: dt.datetime | None
    scans: int
    nth_today: int | None
    ended_at: dt.datetime | None
    product: Thing | None
    sign: Thing | None
    inside: Inside | None
    door: DoorCount | None
    clock: Clock
    list_number: int
    list_age: dt.timedelta
    verified: bool
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and the lead as it is now; None when nothing is left of it."""

    what: FactKind
    lead: Lead | None


@dataclass(frozen=True, slots=True)
class FailedScan:
    """A scan that came to nothing, with what was read."""

    fact_id: uuid.UUID
    at: dt.datetime
    verdict: Verdict
    raw: bytes | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a station stands. `not_merged` are facts that no office has taken in since the last update."""

    leads_today: int
    rated_high_today: int
    leads: int
    recent: tuple[Lead, ...]
    list_number: int
    list_issued_at: dt.datetime
    list_age: dt.timedelta
    list_old: bool
    clock: Clock
    last_saved_at: dt.datetime | None
    not_merged: int
    door: DoorCount | None


@dataclass(frozen=True, slots=True)
class RatingWord:
    """One step of the rating: a word, and what it means; empty texts are the program's own."""

    word: Texts
    means: Texts


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be answered."""

    id: str
    text: Texts


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an exhibitor's own."""

    id: str
    kind: QuestionKind
    text: Texts
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What an exhibitor asks: five rating words, the least first, and questions in order."""

    ratings: tuple[RatingWord, ...]
    questions: tuple[Question, ...] = ()
