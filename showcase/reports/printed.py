"""What is printed and still true: each thing to print beside what was last printed of it."""

import uuid
from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.queries import get_event
from showcase.documents.entities import PrintItemFact
from showcase.documents.items import Kind, PrintItem
from showcase.documents.queries import list_badge_items, list_card_items, list_sign_items
from showcase.progress import Progress, no_progress
from showcase.reports.records import PrintState

KINDS: Final[dict[Kind, Callable[[Session], list[PrintItem]]]] = {
    "badge": list_badge_items,
    "booth_sign": list_sign_items,
    "product_card": list_card_items,
}
"""Kind of thing that is printed -> what lists it."""


def read_print_states(session: Session, progress: Progress = no_progress) -> tuple[PrintState, ...]:
    """Return what is printed of each kind of which something was printed.

    Everything that was ever printed is made anew as it would be printed now, 10,000 badges in a second or so.

    Raises:
        Cancelled: when progress says so.
    """
    has_address = bool(get_event(session).base_url)
    states = []
    for done, kind in enumerate(KINDS):
        progress(done, len(KINDS))
        printed = _printed(session, kind)
        if printed and (has_address or kind == "badge"):
            states.append(_state(kind, _to_print(session, kind), printed))
    return tuple(states)


def list_changed(session: Session, kind: Kind) -> list[PrintItem]:
    """Return what would say something else now than when it was last printed, as it is to be printed now.

    Raises:
        RefusedError: for signs and cards, when the event has no web address for them to lead to.
    """
    printed = _printed(session, kind)
    return [item for item in _to_print(session, kind) if _is_changed(item, printed)] if printed else []


def _state(kind: Kind, items: Sequence[PrintItem], printed: dict[uuid.UUID, set[str]]) -> PrintState:
    fresh = sum(uuid.UUID(item.subject) not in printed for item in items)
    return PrintState(kind, len(items), fresh, sum(_is_changed(item, printed) for item in items))


def _to_print(session: Session, kind: Kind) -> list[PrintItem]:
    """Return what there is to print; who has no badge has nothing to print."""
    items = KINDS[kind](session)
    return [item for item in items if item.values["token"]] if kind == "badge" else items


def _is_changed(item: PrintItem, printed: dict[uuid.UUID, set[str]]) -> bool:
    hashes = printed.get(uuid.UUID(item.subject))
    return hashes is not None and item.data_hash not in hashes


def _printed(session: Session, kind: Kind) -> dict[uuid.UUID, set[str]]:
    """Return subject -> what its last job printed of it; an exhibitor with two booths has two signs."""
    fact = PrintItemFact
    statement = (
        select(fact.subject_id, fact.job_id, fact.data_hash)
        .where(fact.kind == kind, fact.printed_at.is_not(None))
        .order_by(fact.id)
    )
    jobs: dict[uuid.UUID, uuid.UUID] = {}
    found: dict[uuid.UUID, set[str]] = {}
    for row in session.execute(statement):
        if jobs.get(row.subject_id) != row.job_id:
            jobs[row.subject_id], found[row.subject_id] = row.job_id, set()
        found[row.subject_id].add(row.data_hash)
    return found
