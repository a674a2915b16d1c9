"""The tables of scans: facts, which events and stations keep alike, and what only one of the two has.

What is personal in a fact lies in a table of its own, so that erasing it leaves the facts whole.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from showcase.leads.kinds import FactKind, Method, StationKind, Verdict
from showcase.people.kinds import Role
from showcase.store.base import NAMING, Base
from showcase.store.columns import Code, Line, Moment, TextMap, UtcDateTime, enum_column


class LeadFact(Base):
    """Something a station noted; rows are only ever added."""

    __tablename__ = "lead_facts"
    __table_args__ = (Index("ix_lead_facts_station_seq", "station", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    scope: Mapped[uuid.UUID] = mapped_column(index=True)
    station: Mapped[uuid.UUID]
    seq: Mapped[int]
    tick: Mapped[int] = mapped_column(BigInteger, index=True)
    kind: Mapped[FactKind] = mapped_column(enum_column(FactKind))
    subject: Mapped[str] = mapped_column(String(32), index=True)
    badge_id: Mapped[uuid.UUID | None]
    verdict: Mapped[Verdict | None] = mapped_column(enum_column(Verdict))
    product_id: Mapped[uuid.UUID | None] = mapped_column(index=True)
    at: Mapped[Moment]
    offset_min: Mapped[int]
    monotonic_ms: Mapped[int] = mapped_column(BigInteger)
    run: Mapped[str] = mapped_column(String(32))
    version: Mapped[str] = mapped_column(String(24))
    method: Mapped[Method | None] = mapped_column(enum_column(Method))
    place: Mapped[Line]
    staff: Mapped[Line]
    body: Mapped[Mapping[str, Any]] = mapped_column(JSON, default=dict)


class LeadWords(Base):
    """What is personal in a fact."""

    __tablename__ = "lead_words"

    fact_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)


class RegisteredStation(Base):
    """A station that was made for this event; facts of others are not taken in."""

    __tablename__ = "stations"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    kind: Mapped[StationKind] = mapped_column(enum_column(StationKind))
    name: Mapped[Line]
    place: Mapped[Line]
    scope: Mapped[uuid.UUID] = mapped_column(index=True)
    """The exhibitor of a booth, or the area behind a door."""
    capacity: Mapped[int | None]
    roles: Mapped[Any] = mapped_column(JSON, default=list)
    """Roles that a door lets in; empty for all."""
    made_at: Mapped[Moment]
    list_number: Mapped[int]
    """Of the list it was given last."""
    list_at: Mapped[Moment]
    merged_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())


class StationList(Base):
    """A list for stations that was signed: which badges are worth nothing, who agreed to what, the catalogue."""

    __tablename__ = "station_lists"

    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    issued_at: Mapped[Moment]
    key_id: Mapped[int]
    ended: Mapped[int]
    """How many badges it says are revoked or replaced."""
    withdrawn: Mapped[int]
    """How many badges it says belong to somebody who withdrew consent."""


class ScannerBase(DeclarativeBase):
    """Base of the tables that only a station's file has."""

    metadata = MetaData(naming_convention=NAMING)


class Holder(ScannerBase):
    """A badge by its digest: what it is, whether its holder agreed to be known, and the sealed card if so."""

    __tablename__ = "holders"

    subject: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[Code] = mapped_column(unique=True)
    role: Mapped[Role] = mapped_column(enum_column(Role))
    expires: Mapped[int] = mapped_column(BigInteger)
    """Seconds since 1970."""
    state: Mapped[str] = mapped_column(String(16))
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class Ended(ScannerBase):
    """A badge that is worth nothing any more."""

    __tablename__ = "ended"

    subject: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[int] = mapped_column(BigInteger)
    """Seconds since 1970."""


class StationThing(ScannerBase):
    """What the code of a sign stands for."""

    __tablename__ = "things"

    number: Mapped[str] = mapped_column(String(8), primary_key=True)
    kind: Mapped[str] = mapped_column(String(1))
    id: Mapped[uuid.UUID]
    name: Mapped[TextMap]
    exhibitor: Mapped[TextMap]
    own: Mapped[bool] = mapped_column(index=True)
    position: Mapped[int]


class Head(ScannerBase):
    """What the facts of a badge add up to, in short, so that counting does not read them all; it can be made again."""

    __tablename__ = "heads"

    subject: Mapped[str] = mapped_column(String(32), primary_key=True)
    person: Mapped[str] = mapped_column(String(32), index=True)
    """Who holds the badge, as their card says; "" where there is none to be seen."""
    scans: Mapped[int]
    day: Mapped[str] = mapped_column(String(10))
    """Local day of the first scan that counts; "" without one."""
    last_tick: Mapped[int] = mapped_column(BigInteger, index=True)
    rating: Mapped[int]
    inside: Mapped[bool]
    entries: Mapped[int]
    exits: Mapped[int]
