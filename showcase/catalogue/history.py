"""Taking edits back and doing them again, with what search finds following."""

import uuid
from collections.abc import Callable, Collection, Mapping
from typing import Final

from sqlalchemy.orm import Session

from showcase.catalogue.indexing import dependents
from showcase.catalogue.kinds import Subject
from showcase.catalogue.search import refresh, reindex_all
from showcase.progress import Progress, no_progress
from showcase.store import journal
from showcase.store.journal import EntryRecord, Reversal

_MANY: Final = 5_000
"""Rows from which on the whole index is written anew."""


def undo(session: Session, progress: Progress = no_progress) -> EntryRecord:
    """Take back the newest edit that was not undone, and return it.

    Raises:
        RefusedError: when there is none, or what it changed was changed outside the journal.
        Cancelled: from the progress.
    """
    return _follow(session, journal.undo, progress)


def redo(session: Session, progress: Progress = no_progress) -> EntryRecord:
    """Do the oldest undone edit again, and return it.

    Raises:
        RefusedError: when there is none, or what it changed was changed outside the journal.
        Cancelled: from the progress.
    """
    return _follow(session, journal.redo, progress)


def undo_to(session: Session, entry_id: int, progress: Progress = no_progress) -> EntryRecord:
    """Take back an edit and everything after it, or do again everything up to it when it was undone; return it.

    Raises:
        RefusedError: as `undo` and `redo`; nothing is changed then.
        Cancelled: from the progress.
    """
    forward = any(entry.id == entry_id and entry.undone for entry in journal.list_entries(session))
    step = redo if forward else undo
    entry = step(session, progress)
    while entry.id != entry_id:
        entry = step(session, progress)
    return entry


def _follow(session: Session, turn: Callable[[Session, Progress], Reversal], progress: Progress) -> EntryRecord:
    reversal = turn(session, progress)
    if sum(map(len, reversal.touched.values())) > _MANY:
        reindex_all(session)
    else:
        for subject, ids in _tied(session, reversal.touched).items():
            refresh(session, subject, ids)
    return reversal.entry


def _tied(
    session: Session, touched: Mapping[str, frozenset[tuple[str, ...]]]
) -> Mapping[Subject, Collection[uuid.UUID]]:
    """Return whose entries in the index say something of rows that were touched."""
    found: dict[Subject, set[uuid.UUID]] = {}
    for table, keys in touched.items():
        parts = [[uuid.UUID(part) for part in key] for key in keys]
        for subject, ids in dependents(session, table, parts):
            found.setdefault(subject, set()).update(ids)
    return found
