"""Recording print jobs: who printed what from which template, and what became of each item. Facts are only added."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import insert
from sqlalchemy.orm import Session

from showcase import __version__
from showcase.documents.entities import ItemState, JobState, PrintItemFact, PrintJob, PrintJobEvent
from showcase.documents.items import PrintItem
from showcase.documents.template import Template
from showcase.store.columns import new_id, now

TITLE: Final = 255
"""Letters of a title that are kept."""
_TARGET: Final = 1024


@dataclass(frozen=True, slots=True)
class PrintRun:
    """A finished run of the printer.

    Args:
        template: the design.
        items: what was to be printed, in order.
        stock: name of the sheet.
        languages: what was printed, most important first.
        target: the file or the printer.
        station: who printed.
        refused: position of an item that was left out -> {"key": message key, "params": its values}.
        settings: whatever else repeats the run, such as start_slot and blocked slots.
    """

    template: Template
    items: Sequence[PrintItem]
    stock: str
    languages: Sequence[str]
    target: str = ""
    station: str = ""
    refused: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)


def record_print_job(session: Session, run: PrintRun) -> uuid.UUID:
    """Add a proven print job with the fate of each of its items, and return its id."""
    job_id, moment = new_id(), now()
    kind = run.template.kind
    session.add(
        PrintJob(
            id=job_id,
            kind=kind,
            template=run.template.id,
            template_version=run.template.version,
            stock=run.stock,
            languages=list(run.languages),
            settings=dict(run.settings),
            target=run.target[:_TARGET],
            station=run.station[:TITLE],
            program_version=__version__,
            state=JobState.DONE,
            item_count=len(run.items),
        )
    )
    session.flush()
    left_out = len(run.refused)
    session.add(PrintJobEvent(job_id=job_id, state=JobState.DONE, detail={"refused": left_out} if left_out else {}))
    rows = [
        {
            "id": new_id(),
            "job_id": job_id,
            "position": position,
            "kind": kind,
            "subject_id": uuid.UUID(item.subject),
            "title": item.title[:TITLE],
            "data_hash": item.data_hash,
            "state": ItemState.REFUSED if position in run.refused else ItemState.PROVEN,
            "reason": dict(run.refused.get(position, {})),
            "printed_at": None if position in run.refused else moment,
        }
        for position, item in enumerate(run.items)
    ]
    if rows:
        session.execute(insert(PrintItemFact), rows)
    return job_id
