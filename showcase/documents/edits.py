"""Recording print jobs: what is to be printed, how far it is, and what became of each item. Facts are only added."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from showcase import __version__
from showcase.documents.entities import ItemState, JobState, PrintItemFact, PrintJob, PrintJobEvent, PrintPlanFact
from showcase.documents.items import PrintItem
from showcase.documents.template import Template
from showcase.errors import UserError
from showcase.store.columns import new_id, now

TITLE: Final = 255
"""Letters of a title that are kept."""
_TARGET: Final = 1024
Reason = Mapping[str, Any]
"""Why something was not printed: {"key": message key, "params": its values}."""
NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PrintRun:
    """What is going to be printed.

    Args:
        template: the design.
        items: in order.
        stock: name of the sheet.
        languages: what is printed, most important first.
        target: the file or the printer.
        station: who prints.
        settings: whatever else repeats the run, such as start_slot and blocked slots.
    """

    template: Template
    items: Sequence[PrintItem]
    stock: str
    languages: Sequence[str]
    target: str = ""
    station: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)


def plan_print_job(session: Session, run: PrintRun) -> uuid.UUID:
    """Add a job that is going to be done, with each of its items, and return its id."""
    job_id = new_id()
    session.add(
        PrintJob(
            id=job_id,
            kind=run.template.kind,
            template=run.template.id,
            template_version=run.template.version,
            stock=run.stock,
            languages=list(run.languages),
            settings=dict(run.settings),
            target=run.target[:_TARGET],
            station=run.station[:TITLE],
            program_version=__version__,
            state=JobState.PLANNED,
            item_count=len(run.items),
        )
    )
    session.flush()
    session.add(PrintJobEvent(job_id=job_id, state=JobState.PLANNED))
    rows = [
        {
            "job_id": job_id,
            "position": position,
            "subject_id": uuid.UUID(item.subject),
            "title": item.title[:TITLE],
            "data_hash": item.data_hash,
        }
        for position, item in enumerate(run.items)
    ]
    if rows:
        session.execute(insert(PrintPlanFact), rows)
    return job_id


def record_painting(session: Session, job_id: uuid.UUID, detail: Mapping[str, Any]) -> None:
    """Add the fact that a job paints, or got further: `detail` is as `PrintJobEvent` says."""
    _reach(session, job_id, JobState.PAINTING, detail)


def cancel_print_job(session: Session, job_id: uuid.UUID, *, given_up: bool = False) -> None:
    """Add the fact that somebody stopped a job, or gave it up for good."""
    _reach(session, job_id, JobState.CANCELLED, {"given_up": True} if given_up else NOTHING)


def finish_print_job(
    session: Session,
    job_id: uuid.UUID,
    items: Mapping[int, PrintItem],
    refused: Mapping[int, Reason],
    *,
    file_sha256: str = "",
    is_to_be_sent: bool = False,
) -> None:
    """Add the facts that a job is proven, its file in its place, and done where no printer waits for it.

    Args:
        session: of a writing transaction.
        job_id: the job.
        items: position in the plan -> what was printed there.
        refused: position -> why that was left out.
        file_sha256: what the bytes of the file add up to, so that just this file is sent later.
        is_to_be_sent: it is for a printer: nothing of it counts as printed before that has taken it.
    """
    _add_items(session, job_id, items, refused, printed_at=None if is_to_be_sent else now())
    left_out = {"refused": len(refused)} if refused else {}
    file = {"file_sha256": file_sha256} if file_sha256 else {}
    _reach(session, job_id, JobState.PROVEN, {"proven": len(items), **file})
    if not is_to_be_sent:
        _reach(session, job_id, JobState.DONE, left_out)


def record_sent(session: Session, job_id: uuid.UUID, detail: Mapping[str, Any]) -> list[uuid.UUID]:
    """Add the fact that a printer took the file of a job, and return the subjects that count as printed only now.

    `detail` says which: "printer", and where they are known "tray", "copies" and "request", its number in the queue.
    """
    fact = PrintItemFact
    waiting = (fact.job_id == job_id, fact.state == ItemState.PROVEN, fact.printed_at.is_(None))
    subjects = [*session.execute(select(fact.subject_id).where(*waiting)).scalars()]
    session.execute(update(fact).where(*waiting).values(printed_at=now()))
    _reach(session, job_id, JobState.SENT, detail)
    return subjects


def fail_sending(session: Session, job_id: uuid.UUID, error: UserError) -> None:
    """Add the fact that the printer did not take a job, and why; one that was printed or sent before stays that."""
    job = session.get_one(PrintJob, job_id)
    if job.state in {JobState.DONE, JobState.SENT}:
        return
    _reach(session, job_id, JobState.FAILED, reason_of(error))


def fail_print_job(
    session: Session, job_id: uuid.UUID, error: UserError, refused: Mapping[int, Reason], *, can_go_on: bool = False
) -> None:
    """Add the facts that a job failed, why, and because of which items; nothing of it was printed.

    With `can_go_on` it may be resumed: what becomes of its items is not known yet.
    """
    _add_items(session, job_id, {}, refused)
    _reach(session, job_id, JobState.FAILED, {**reason_of(error), **({"can_go_on": True} if can_go_on else {})})


def reason_of(error: UserError) -> dict[str, Any]:
    """Return an error as facts keep it; `showcase.documents.records.error_of` makes it an error again."""
    return {"key": error.key, "params": {name: _plain(value) for name, value in error.params.items() if _said(value)}}


def _reach(session: Session, job_id: uuid.UUID, state: JobState, detail: Mapping[str, Any] = NOTHING) -> None:
    session.add(PrintJobEvent(job_id=job_id, state=state, detail=dict(detail)))
    job = session.get_one(PrintJob, job_id)
    if job.state is not state:
        job.state = state


def _said(value: object) -> bool:
    """Tell whether a value stands in a sentence; lists of problems do not."""
    return isinstance(value, UserError) or not isinstance(value, Collection) or isinstance(value, str)


def _plain(value: object) -> object:
    if isinstance(value, UserError):
        return reason_of(value)
    return value if isinstance(value, int | float | str) else str(value)


def _add_items(
    session: Session,
    job_id: uuid.UUID,
    items: Mapping[int, PrintItem],
    refused: Mapping[int, Reason],
    *,
    printed_at: dt.datetime | None = None,
) -> None:
    """Add what became of items: those that are proven, and printed where that is so, and those that were refused."""
    kind = session.get_one(PrintJob, job_id).kind
    planned = session.execute(
        select(PrintPlanFact.position, PrintPlanFact.subject_id, PrintPlanFact.title, PrintPlanFact.data_hash)
        .where(PrintPlanFact.job_id == job_id)
        .order_by(PrintPlanFact.position)
    )
    rows = []
    for row in planned:
        item = items.get(row.position)
        if item is None and row.position not in refused:
            continue
        rows.append(
            {
                "id": new_id(),
                "job_id": job_id,
                "position": row.position,
                "kind": kind,
                "subject_id": row.subject_id,
                "title": item.title[:TITLE] if item else row.title,
                "data_hash": item.data_hash if item else row.data_hash,
                "state": ItemState.PROVEN if item else ItemState.REFUSED,
                "reason": {} if item else dict(refused[row.position]),
                "printed_at": printed_at if item else None,
            }
        )
    if rows:
        session.execute(insert(PrintItemFact), rows)
