"""Taking rows out of the history for good: what edits noted of them goes, and what an edit is called if it names them.

Used to erase people. What is left of an edit can still be undone.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from showcase.store.journal import JournalChange, JournalEntry, label
from showcase.text import fold

_UNNAMED: Final = label("history.erased").stored()


@contextmanager
def unwatched(session: Session) -> Iterator[None]:
    """Change rows without a trace in the history."""
    session.flush()
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("INSERT INTO temp.journal_off VALUES (1)")
    try:
        yield
        session.flush()
    finally:
        driver.execute("DELETE FROM temp.journal_off")


def overwrite(session: Session) -> None:
    """Have what this transaction deletes overwritten with zeros; an event's file does not do so by itself."""
    session.connection().exec_driver_sql("PRAGMA secure_delete=ON")


def edits_about(session: Session, ids: Collection[str]) -> set[int]:
    """Return the numbers of the edits that changed rows with these ids, written as the tables write them."""
    return set(_changes(session, ids).values())


def erase_from_history(session: Session, ids: Collection[str], names: Collection[str]) -> int:
    """Take rows out of the history and return of how many edits.

    Args:
        session: of a writing transaction.
        ids: of the rows, as their tables write them (32 hexadecimal digits); rows that tie them to others go too.
        names: that no edit may carry in what it is called.
    """
    changes = _changes(session, ids)
    for change in changes:
        session.execute(delete(JournalChange).where(JournalChange.id == change))
    touched = set(changes.values())
    kept = set(session.execute(select(JournalChange.entry_id).distinct()).scalars())
    session.execute(delete(JournalEntry).where(JournalEntry.id.in_(touched - kept)))
    wanted = [folded for name in names if (folded := fold(name))]
    for row in session.execute(select(JournalEntry.id, JournalEntry.label)).all():
        if any(name in fold(text) for text in _texts(row.label) for name in wanted):
            session.execute(update(JournalEntry).where(JournalEntry.id == row.id).values(label=_UNNAMED))
    return len(touched)


def _changes(session: Session, ids: Collection[str]) -> dict[int, int]:
    """Return the changes of these rows -> their edit."""
    found: dict[int, int] = {}
    for row_id in ids:
        statement = select(JournalChange.id, JournalChange.entry_id).where(func.instr(JournalChange.key, row_id) > 0)
        found |= {row.id: row.entry_id for row in session.execute(statement)}
    return found


def _texts(kept: Mapping[str, Any]) -> Iterator[str]:
    for value in kept["params"].values():
        if isinstance(value, Mapping):
            yield from _texts(value)
        else:
            yield str(value)
