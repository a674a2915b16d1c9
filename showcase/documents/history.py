"""The print history: the jobs of an event, how far each is, and what each holds."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.catalogue.views import record_of
from showcase.documents.entities import ItemState, JobState, PrintItemFact, PrintJob, PrintJobEvent, PrintPlanFact
from showcase.documents.items import Kind
from showcase.documents.jobfolder import is_running
from showcase.documents.records import UNDER_WAY, PrintedItemRecord, PrintJobEventRecord, PrintJobRecord
from showcase.errors import InputError

_SHORT: Final = 6
"""Letters at the end of an id by which people name a job: those before tell when it was made."""
_TOLD: Final = UNDER_WAY | {JobState.PROVEN, JobState.FAILED, JobState.CANCELLED}
"""States of jobs whose events say more than the job and its items do."""


def list_print_jobs(session: Session, limit: int | None = None, kind: Kind | None = None) -> list[PrintJobRecord]:
    """Return the print jobs of the event, or those of one kind of thing, the newest first."""
    return _jobs(session, *(() if kind is None else (PrintJob.kind == kind,)), limit=limit)


def get_print_job(session: Session, job_id: uuid.UUID) -> PrintJobRecord:
    """Return a job.

    Raises:
        InputError: there is none with this id.
    """
    found = _jobs(session, PrintJob.id == job_id)
    if not found:
        raise InputError("prints.job_unknown", job=short_name(job_id))
    return found[0]


def find_print_job(session: Session, typed: str) -> PrintJobRecord:
    """Return the job that is meant by the end of its id, as `short_name` gives it, or by the whole.

    Raises:
        InputError: there is none, or several end like this.
    """
    wanted = typed.strip().replace("-", "").lower()
    ids = session.execute(select(PrintJob.id)).scalars()
    found = [job_id for job_id in ids if wanted and job_id.hex.endswith(wanted)]
    if len(found) != 1:
        raise InputError("prints.job_several" if found else "prints.job_unknown", job=typed.strip())
    return get_print_job(session, found[0])


def short_name(job_id: uuid.UUID) -> str:
    """Return what people call a job by."""
    return job_id.hex[-_SHORT:]


def list_job_events(session: Session, job_id: uuid.UUID) -> list[PrintJobEventRecord]:
    """Return what happened to a job, in order."""
    statement = select(PrintJobEvent.__table__).where(PrintJobEvent.job_id == job_id).order_by(PrintJobEvent.id)
    return [record_of(PrintJobEventRecord, row) for row in session.execute(statement).mappings()]


def list_printed_items(session: Session, job_id: uuid.UUID) -> list[PrintedItemRecord]:
    """Return what became of each item of a job so far, in order."""
    fact = PrintItemFact
    statement = select(fact.__table__).where(fact.job_id == job_id).order_by(fact.position)
    ended = {row["position"]: record_of(PrintedItemRecord, row) for row in session.execute(statement).mappings()}
    job = get_print_job(session, job_id)
    plan = PrintPlanFact
    for row in session.execute(select(plan.__table__).where(plan.job_id == job_id)).mappings():
        if row["position"] not in ended:
            state = ItemState.PROVEN if row["position"] < job.proven else ItemState.PLANNED
            facts = (row["position"], job.kind, row["subject_id"], row["title"], row["data_hash"])
            ended[row["position"]] = PrintedItemRecord(*facts, state, {}, None)
    return [ended[position] for position in sorted(ended)]


def _jobs(session: Session, *conditions: Any, limit: int | None = None) -> list[PrintJobRecord]:
    left_out = (PrintItemFact.job_id == PrintJob.id, PrintItemFact.state == ItemState.REFUSED)
    refused = select(func.count()).select_from(PrintItemFact).where(*left_out).scalar_subquery()
    statement = select(PrintJob.__table__, refused.label("refused")).where(*conditions)
    rows = session.execute(statement.order_by(PrintJob.id.desc()).limit(limit)).mappings().all()
    told = _how_far(session, [row["id"] for row in rows if row["state"] in _TOLD])
    return [
        record_of(
            PrintJobRecord,
            row,
            **told.get(row["id"], {}),
            is_running=row["state"] in UNDER_WAY and is_running(row["id"]),
        )
        for row in rows
    ]


def _how_far(session: Session, jobs: Collection[uuid.UUID]) -> Mapping[uuid.UUID, Mapping[str, Any]]:
    """Return job -> how many items are proven since it was begun last, why it failed, and whether it may go on."""
    found: dict[uuid.UUID, dict[str, Any]] = defaultdict(lambda: {"proven": 0})
    event = PrintJobEvent
    statement = select(event.job_id, event.state, event.detail).where(event.job_id.in_(jobs)).order_by(event.id)
    for row in session.execute(statement):
        job = found[row.job_id]
        if row.state is JobState.PAINTING:
            job.update(proven=row.detail.get("proven", 0), reason={}, is_open=False)
        elif row.state is JobState.PROVEN:
            job.update(is_proven=True)
        elif row.state is JobState.FAILED:
            job.update(reason=row.detail, is_open=row.detail.get("can_go_on", False))
        elif row.state is JobState.CANCELLED:
            job.update(is_open=not row.detail.get("given_up", False))
    return found
