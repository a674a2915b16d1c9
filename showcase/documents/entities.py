"""What the event file keeps about printing: jobs as facts, the users' templates and the calibration of printers.

Facts hold ids of people, booths and products, never foreign keys: history stays true when the catalogue changes.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, Integer, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from showcase.store.base import Base
from showcase.store.columns import Code, Created, Id, Line, Moment, UtcDateTime, Words, enum_column, now


class JobState(StrEnum):
    """How far a print job is."""

    PLANNED = "planned"
    PAINTING = "painting"
    PROVEN = "proven"
    SENT = "sent"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    """What became of one item of a job."""

    PLANNED = "planned"
    PRINTED = "printed"
    PROVEN = "proven"
    REFUSED = "refused"
    FAILED = "failed"


class PrintJob(Base):
    """One batch: what was printed from which template on which stock."""

    __tablename__ = "print_jobs"

    id: Mapped[Id]
    kind: Mapped[Code]
    template: Mapped[Code]
    template_version: Mapped[int] = mapped_column(Integer)
    stock: Mapped[Code]
    languages: Mapped[Words]
    settings: Mapped[Mapping[str, Any]] = mapped_column(JSON, default=dict)
    target: Mapped[str] = mapped_column(String(1024), default="")
    station: Mapped[Line]
    program_version: Mapped[Line]
    state: Mapped[JobState] = mapped_column(enum_column(JobState), default=JobState.PLANNED)
    item_count: Mapped[int] = mapped_column(Integer, default=0)
    created_at: Mapped[Created]
    updated_at: Mapped[dt.datetime] = mapped_column(UtcDateTime(), default=now, onupdate=now)


class PrintJobEvent(Base):
    """A fact: a job reached a state, or got further in it. Written once, never changed.

    `detail` of a job that is painting has "proven": how many items, from the first on, are on pages that are proven,
    and of the part with the last of them "part" and "sha256": its name and what its bytes add up to. That of a job that
    failed has why ("key", "params"), and "can_go_on" where it may be resumed; of a cancelled one "given_up" where not;
    of one that is proven "file_sha256": what the bytes of its file add up to; of one that was sent, the "printer".
    """

    __tablename__ = "print_job_events"

    id: Mapped[Id]
    job_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("print_jobs.id", ondelete="CASCADE"), index=True)
    state: Mapped[JobState] = mapped_column(enum_column(JobState))
    detail: Mapped[Mapping[str, Any]] = mapped_column(JSON, default=dict)
    at: Mapped[Created]


class PrintPlanFact(Base):
    """A fact: what a job is to print, in order, as it was when the job was planned."""

    __tablename__ = "print_plans"

    job_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("print_jobs.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    subject_id: Mapped[uuid.UUID] = mapped_column(Uuid(), index=True)
    title: Mapped[Line]
    data_hash: Mapped[str] = mapped_column(String(64))


class PrintItemFact(Base):
    """A fact: what one item of a job was made of and what became of it.

    `subject_id` is the badge, exhibitor or product; `data_hash` finds prints that no longer say what the record says.
    What is for a printer has no `printed_at` until that has taken it.
    """

    __tablename__ = "print_items"
    __table_args__ = (
        Index("ix_print_items_subject_id_kind", "subject_id", "kind"),
        UniqueConstraint("job_id", "position"),
    )

    id: Mapped[Id]
    job_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("print_jobs.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(Integer)
    kind: Mapped[Code]
    subject_id: Mapped[uuid.UUID] = mapped_column(Uuid())
    title: Mapped[Line]
    data_hash: Mapped[str] = mapped_column(String(64))
    sheet: Mapped[int | None] = mapped_column(Integer)
    slot: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[ItemState] = mapped_column(enum_column(ItemState))
    reason: Mapped[Mapping[str, Any]] = mapped_column(JSON, default=dict)
    printed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())


class UserTemplate(Base):
    """A template of the organisers, in the format of resources/templates/schema.json."""

    __tablename__ = "user_templates"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(64), unique=True)
    document: Mapped[Mapping[str, Any]] = mapped_column(JSON)
    version: Mapped[int] = mapped_column(Integer, default=1)
    deleted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())
    created_at: Mapped[Created]
    updated_at: Mapped[dt.datetime] = mapped_column(UtcDateTime(), default=now, onupdate=now)


class Calibration(Base):
    """How far off a printer and tray put things: measured = offset + scale x intended, turned by the skew."""

    __tablename__ = "calibrations"
    __table_args__ = (UniqueConstraint("printer", "tray", "stock"),)

    id: Mapped[Id]
    printer: Mapped[str] = mapped_column(String(255))
    tray: Mapped[Line]
    stock: Mapped[Line]
    offset_x_mm: Mapped[float] = mapped_column(Float, default=0.0)
    offset_y_mm: Mapped[float] = mapped_column(Float, default=0.0)
    scale_x: Mapped[float] = mapped_column(Float, default=1.0)
    scale_y: Mapped[float] = mapped_column(Float, default=1.0)
    skew_mrad: Mapped[float] = mapped_column(Float, default=0.0)
    measured_at: Mapped[Moment]
