"""How much of each kind is printed and still true."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.queries import get_event
from showcase.documents.entities import PrintItemFact
from showcase.documents.items import Kind
from showcase.documents.kinds import KINDS
from showcase.documents.staleness import compare
from showcase.progress import Progress, no_progress
from showcase.reports.records import PrintState

AWAITED: Final = tuple(kind for kind in KINDS.values() if kind.awaited)
"""What has to be printed for everyone it is about."""


def read_print_states(session: Session, progress: Progress = no_progress) -> tuple[PrintState, ...]:
    """Return what is printed of each kind of which something was printed.

    Everything that was ever printed is made anew as it would be printed now, 10,000 badges in a second or so.

    Raises:
        Cancelled: when progress says so.
    """
    has_address = bool(get_event(session).base_url)
    states = []
    for done, kind in enumerate(AWAITED):
        progress(done, len(AWAITED))
        if _was_printed(session, kind.id) and (has_address or not kind.has_address):
            items = [item for item in kind.items(session) if kind.id != "badge" or item.values["token"]]
            found = compare(session, kind.id, items)
            states.append(PrintState(kind.id, len(items), len(found.unprinted), len(found.changed)))
    return tuple(states)


def _was_printed(session: Session, kind: Kind) -> bool:
    fact = PrintItemFact
    good = select(fact.id).where(fact.kind == kind, fact.printed_at.is_not(None)).limit(1)
    return session.execute(good).first() is not None
