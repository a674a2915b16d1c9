"""What a station keeps once, by name, as plain JSON."""

from typing import Any

from sqlalchemy.orm import Session

from showcase.visits.entities import Kept


def recall(session: Session, name: str) -> Any:
    """Return what is kept under a name, or None."""
    row = session.get(Kept, name)
    return None if row is None else row.value


def keep(session: Session, name: str, value: Any) -> None:
    """Keep something under a name, in place of what was there."""
    session.merge(Kept(name=name, value=value))


def forget(session: Session, name: str) -> None:
    """Keep nothing under a name any more."""
    row = session.get(Kept, name)
    if row is not None:
        session.delete(row)
