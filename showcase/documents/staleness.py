"""What was never printed, and what would say something else than its last print: by the hash of what it shows."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.indexing import rows_of
from showcase.documents.entities import PrintItemFact
from showcase.documents.items import Kind, PrintItem
from showcase.documents.queries import list_items


@dataclass(frozen=True, slots=True)
class Staleness:
    """The things of one kind that wait for a printer, in the order of their list."""

    unprinted: tuple[PrintItem, ...]
    changed: tuple[PrintItem, ...]


def staleness(session: Session, kind: Kind, base_url: str | None = None) -> Staleness:
    """Return what of a kind was never printed and what changed since: a fixed number of statements.

    Args:
        session: the event.
        kind: of the things.
        base_url: where codes lead to; without one, that of the event.

    Raises:
        RefusedError: for signs and cards when there is no address to lead to.
        InputError: when the address cannot stand in a code.
    """
    return compare(session, kind, list_items(session, kind, base_url))


def compare(session: Session, kind: Kind, items: Sequence[PrintItem]) -> Staleness:
    """Return which of these things, all of a kind, were never printed and which changed since.

    A thing is good when the last job that held its subject printed just this. An exhibitor with several booths has
    several signs, and a job may hold some of them: there any print counts, as which of them still hangs is not known.
    A person without a badge is neither: a badge has to be issued first.
    """
    many = Counter(item.subject for item in items)
    last, ever = _printed(session, kind, [uuid.UUID(subject) for subject in many])
    due = [item for item in items if kind != "badge" or item.values.get("token")]
    return Staleness(
        tuple(item for item in due if item.subject not in last),
        tuple(
            item
            for item in due
            if item.subject in last and item.data_hash not in (ever if many[item.subject] > 1 else last)[item.subject]
        ),
    )


def _printed(
    session: Session, kind: Kind, subjects: Collection[uuid.UUID]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return subject -> the hashes of its good prints: those of its last job, and all."""
    table = PrintItemFact
    good = table.printed_at.is_not(None)
    columns = (table.subject_id, table.job_id, table.data_hash)
    ever: dict[str, set[str]] = defaultdict(set)
    last: dict[str, set[str]] = {}
    jobs: dict[uuid.UUID, uuid.UUID] = {}
    statement = select(*columns).where(table.kind == kind, good).order_by(table.id)
    for row in rows_of(session, statement, table.subject_id, subjects):
        subject = str(row.subject_id)
        ever[subject].add(row.data_hash)
        if jobs.get(row.subject_id) != row.job_id:
            jobs[row.subject_id] = row.job_id
            last[subject] = set()
        last[subject].add(row.data_hash)
    return last, ever
