"""The tables of a station's file. They name what is in the event by its id alone."""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import JSON, BigInteger, LargeBinary, MetaData, String, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from showcase.store.base import NAMING
from showcase.store.columns import UtcDateTime


class StationBase(DeclarativeBase):
    """Base of a station's tables, apart from those of the event."""

    metadata = MetaData(naming_convention=NAMING)


class Kept(StationBase):
    """A thing the station keeps once, by its name: its set-up, what the PIN is checked with, secrets of counting."""

    __tablename__ = "kept"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class Happening(StationBase):
    """Something that happened on the screen. It goes when its visit is rolled up, and its number with it."""

    __tablename__ = "happenings"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime(), index=True)
    visit: Mapped[int | None] = mapped_column(BigInteger(), index=True)
    seq: Mapped[int]
    kind: Mapped[str] = mapped_column(String(24))
    subject: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(12))
    dwell_ms: Mapped[int]
    depth: Mapped[int]
    source: Mapped[str] = mapped_column(String(24))


class Tally(StationBase):
    """How often something was so in an hour: all that remains of visits that are over."""

    __tablename__ = "tallies"

    hour: Mapped[dt.datetime] = mapped_column(UtcDateTime(), primary_key=True)
    measure: Mapped[str] = mapped_column(String(24), primary_key=True)
    cell: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[int]


class Term(StationBase):
    """Folded words that were searched for and may be written down, with how many visits of a day did so."""

    __tablename__ = "terms"

    day: Mapped[dt.date] = mapped_column(primary_key=True)
    term: Mapped[str] = mapped_column(String(160), primary_key=True)
    found: Mapped[bool] = mapped_column(primary_key=True)
    visits: Mapped[int]


class Asked(StationBase):
    """A visit that asked for something not yet written down: what it was is a keyed digest, the visit another."""

    __tablename__ = "asked"

    digest: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    visit: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    found: Mapped[bool]
    day: Mapped[dt.date]


class Airtime(StationBase):
    """What an exhibitor had of the attract loop. `turns` is their place in the queue, the rest is what was shown."""

    __tablename__ = "airtime"

    organisation_id: Mapped[uuid.UUID] = mapped_column(Uuid(), primary_key=True)
    turns: Mapped[int] = mapped_column(default=0)
    slides: Mapped[int] = mapped_column(default=0)
    shown_ms: Mapped[int] = mapped_column(BigInteger(), default=0)
    first_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())
    last_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())
