"""How much of each kind is printed and still true."""

from typing import Final, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.queries import get_event
from showcase.documents.entities import PrintItemFact
from showcase.documents.items import Kind
from showcase.documents.queries import list_items
from showcase.documents.staleness import compare
from showcase.progress import Progress, no_progress
from showcase.reports.records import PrintState

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_WITHOUT_ADDRESS: Final = frozenset({"badge", "hall_plan"})
"""What can be printed before codes have anywhere to lead to."""


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
        if _was_printed(session, kind) and (has_address or kind in _WITHOUT_ADDRESS):
            items = [item for item in list_items(session, kind) if kind != "badge" or item.values["token"]]
            found = compare(session, kind, items)
            states.append(PrintState(kind, len(items), len(found.unprinted), len(found.changed)))
    return tuple(states)


def _was_printed(session: Session, kind: Kind) -> bool:
    fact = PrintItemFact
    good = select(fact.id).where(fact.kind == kind, fact.printed_at.is_not(None)).limit(1)
    return session.execute(good).first() is not None
