"""What is handed out about people and badges: frozen dataclasses that outlive the transaction they were read in."""

import datetime as dt
import uuid
from dataclasses import dataclass

from showcase.people.kinds import BadgeEventKind, BadgeState, NameOrder, Role
from showcase.text import Texts, full_name


@dataclass(frozen=True, slots=True)
class BadgeRecord:
    """A badge as its events tell. `token` is what its QR code says: 221 digits; `number` is for typing."""

    id: uuid.UUID
    person_id: uuid.UUID
    role: Role
    number: str
    token: str
    key_id: int
    issued_at: dt.datetime
    expires_at: dt.datetime
    state: BadgeState
    printed_at: dt.datetime | None
    """When it was last printed."""


@dataclass(frozen=True, slots=True)
class BadgeEventRecord:
    """Something that happened to a badge."""

    id: uuid.UUID
    badge_id: uuid.UUID
    kind: BadgeEventKind
    reason: str
    replaced_by: uuid.UUID | None
    station: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """Somebody's last word on one purpose."""

    person_id: uuid.UUID
    purpose: str
    given: bool
    notice_version: str
    language: str
    source: str
    recorded_at: dt.datetime


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person with the badge that is live now, if any. `photo` is the SHA-256 of a picture.

    `organisation` is the name of the linked organisation in its languages, else the free line as {"": line}.
    """

    id: uuid.UUID
    ref: str | None
    family_name: str
    given_name: str
    name_order: NameOrder
    job_title: Texts
    organisation_id: uuid.UUID | None
    organisation: Texts
    organisation_name: str
    country: str | None
    place: Texts
    role: Role
    email: str
    phone: str
    languages: tuple[str, ...]
    photo: str | None
    version: int
    updated_at: dt.datetime
    deleted_at: dt.datetime | None
    badge: BadgeRecord | None = None

    @property
    def name(self) -> str:
        """The full name in the order of the person's culture."""
        return full_name(self.family_name, self.given_name, family_first=self.name_order is NameOrder.FAMILY_FIRST)
