"""The tables of people, their consent, and their badges.

A person is edited; consents, badges and what happens to badges are facts: rows that are only ever added. They hold ids
without foreign keys, so that a fact can arrive before what it speaks of.
"""

import datetime as dt
import uuid
from collections.abc import Mapping

from sqlalchemy import JSON, ForeignKey, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from showcase.catalogue.entities import Edited, Sorted, search_key_of
from showcase.catalogue.kinds import Subject
from showcase.people.kinds import BadgeEventKind, NameOrder, Role
from showcase.store.base import Base
from showcase.store.columns import Code, Created, Id, Line, Moment, TextMap, UtcDateTime, Words, enum_column


class Person(Edited, Sorted, Base):
    """Somebody who comes to the event."""

    __tablename__ = "people"

    id: Mapped[Id]
    ref: Mapped[str | None] = mapped_column(String(255), unique=True)
    family_name: Mapped[Line]
    given_name: Mapped[Line]
    name_order: Mapped[NameOrder] = mapped_column(enum_column(NameOrder), default=NameOrder.FAMILY_FIRST)
    job_title: Mapped[TextMap]
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    organisation_name: Mapped[Line]
    """Where the person works when that is no organisation of the catalogue."""
    country: Mapped[str | None] = mapped_column(String(2))
    place: Mapped[TextMap]
    role: Mapped[Role] = mapped_column(enum_column(Role), default=Role.VISITOR)
    email: Mapped[Line]
    phone: Mapped[Line]
    languages: Mapped[Words]
    photo_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("media.id"))
    search_key: Mapped[int] = search_key_of(Subject.PERSON)


class SessionSpeaker(Base):
    """Somebody speaks in a session; `part` says as what (speaker, moderator…)."""

    __tablename__ = "session_speakers"

    session_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    part: Mapped[Line]


class Consent(Base):
    """A fact: somebody gave or withdrew consent to one purpose."""

    __tablename__ = "consents"

    id: Mapped[Id]
    person_id: Mapped[uuid.UUID] = mapped_column(index=True)
    purpose: Mapped[Code]
    given: Mapped[bool]
    notice_version: Mapped[Line]
    language: Mapped[Line]
    source: Mapped[Line]
    recorded_at: Mapped[Moment]


class Badge(Base):
    """A fact: a badge was issued to a person. What it is worth now, its events say."""

    __tablename__ = "badges"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    """Random; the same 16 bytes stand in the token."""
    person_id: Mapped[uuid.UUID] = mapped_column(index=True)
    role: Mapped[Role] = mapped_column(enum_column(Role))
    number: Mapped[Code] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(String(221))
    key_id: Mapped[int]
    issued_at: Mapped[Moment]
    expires_at: Mapped[Moment]


class BadgeEvent(Base):
    """A fact: something happened to a badge."""

    __tablename__ = "badge_events"

    id: Mapped[Id]
    badge_id: Mapped[uuid.UUID] = mapped_column(index=True)
    kind: Mapped[BadgeEventKind] = mapped_column(enum_column(BadgeEventKind))
    reason: Mapped[Line]
    replaced_by: Mapped[uuid.UUID | None]
    station: Mapped[Line]
    at: Mapped[Moment]


class SigningKey(Base):
    """A key pair of the event: the public key in the clear, the private key sealed with the organiser's passphrase."""

    __tablename__ = "signing_keys"

    key_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_private_key: Mapped[bytes] = mapped_column(LargeBinary)
    sealing: Mapped[Mapping[str, str | int]] = mapped_column(JSON, default=dict)
    """How the private key is sealed: method, salt, nonce, costs."""
    created_at: Mapped[Created]
    retired_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())
