"""The journal: what every edit changed, row by row, so that it can be undone, done again, and read as history.

Triggers of the writing connection note each row that is added, changed or deleted in the catalogue, whoever writes it:
a form, an import, a cascade. All that one transaction changed is one entry. Undoing takes the rows back in reverse
order and doing again brings them forward; both refuse when a row is no longer as the entry left it.

Facts (badges, consents, prints) are not journalled: they cannot be undone. A row that a fact refers to is never taken
out, it is marked as deleted. (The idea: sqlite.org/undoredo.html.)
"""

import datetime as dt
import getpass
import json
import math
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from sqlalchemy import Integer, String, Text, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.types import JSON

from showcase.errors import RefusedError, UserError
from showcase.progress import Progress, no_progress
from showcase.store.base import Base
from showcase.store.columns import Created, now

TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "events": ("id",),
    "halls": ("id",),
    "media": ("id",),
    "topics": ("id",),
    "organisations": ("id",),
    "booths": ("id",),
    "rooms": ("id",),
    "places": ("id",),
    "people": ("id",),
    "products": ("id",),
    "sessions": ("id",),
    "booth_assignments": ("organisation_id", "booth_id"),
    "organisation_topics": ("organisation_id", "topic_id"),
    "product_topics": ("product_id", "topic_id"),
    "product_media": ("product_id", "media_id"),
    "session_topics": ("session_id", "topic_id"),
    "session_speakers": ("session_id", "person_id"),
}
"""The tables whose rows are journalled, with their primary keys; facts and pictures' bytes are not among them."""
_ONLY_CHANGES: Final = frozenset({"events", "media"})
"""Here rows come and go unnoted: a file has one event, and a picture's bytes stay when it is no longer used."""
_HELD: Final[Mapping[str, str]] = {
    "people": "SELECT 1 FROM badges WHERE person_id = :id UNION ALL SELECT 1 FROM consents WHERE person_id = :id",
    "organisations": (
        "SELECT 1 FROM print_items WHERE subject_id = :id UNION ALL SELECT 1 FROM stations WHERE scope = :id"
    ),
    "products": (
        "SELECT 1 FROM print_items WHERE subject_id = :id UNION ALL SELECT 1 FROM lead_facts WHERE product_id = :id"
    ),
    "booths": "SELECT 1 FROM print_items WHERE subject_id = :id",
}
"""Table -> the facts that refer to its row."""
_KEPT_ENTRIES: Final = 2_000
_KEPT_CHANGES: Final = 400_000
"""Entries and rows that are kept; the oldest go first."""
_UNCOMPARED: Final = frozenset({"version", "updated_at"})
"""Columns that say how often and when, not what."""


TOUCHED: Final = "showcase.touched"
"""Where a session keeps the tables that undoing wrote to past SQLAlchemy."""


class Op(StrEnum):
    """What happened to a row."""

    ADDED = "a"
    CHANGED = "c"
    DELETED = "d"


class JournalEntry(Base):
    """One edit."""

    __tablename__ = "journal_entries"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    label: Mapped[Mapping[str, Any]] = mapped_column(JSON)
    """{"key": message key, "params": {name: text or another such label}}."""
    at: Mapped[Created]
    user: Mapped[str] = mapped_column(String(64), default="")
    """The login name of who did it."""
    undone: Mapped[bool] = mapped_column(default=False, index=True)


class JournalChange(Base):
    """One row of an edit.

    `data` holds the whole row of one that was deleted (and, once undone, of one that was added); of a changed row
    column -> [before, after].
    """

    __tablename__ = "journal_changes"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    entry_id: Mapped[int] = mapped_column(Integer, index=True)
    table_name: Mapped[str] = mapped_column(String(64))
    op: Mapped[str] = mapped_column(String(1))
    key: Mapped[str] = mapped_column(Text)
    """JSON list of the primary key."""
    data: Mapped[str | None] = mapped_column(Text)


@dataclass(frozen=True, slots=True)
class Label:
    """What an edit did, as a message: its key and what fills it, other labels among them."""

    key: str
    params: Mapping[str, "str | int | Label"]

    def stored(self) -> dict[str, Any]:
        """Return the label as JSON keeps it."""
        params = {name: it.stored() if isinstance(it, Label) else it for name, it in self.params.items()}
        return {"key": self.key, "params": params}

    def message(self) -> UserError:
        """Return the label as a message, to be said in the language of a person (`showcase.messages.sentence`)."""
        params = {name: it.message() if isinstance(it, Label) else it for name, it in self.params.items()}
        return UserError(self.key, **params)


def label(key: str, /, **params: str | int | Label) -> Label:
    """Return what an edit did, as a message."""
    return Label(key, params)


def stored_label(kept: Mapping[str, Any]) -> Label:
    """Return a label from how it is kept."""
    params = {name: stored_label(it) if isinstance(it, Mapping) else it for name, it in kept["params"].items()}
    return Label(kept["key"], params)


_EDIT: Final = label("store.edit")
_LABEL: Final = "showcase.label"


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """One edit of the history."""

    id: int
    label: Label
    at: dt.datetime
    user: str
    undone: bool


@dataclass(frozen=True, slots=True)
class RowChange:
    """What an edit did to one row: column -> (before, after) as SQLite keeps them, for a row that was changed."""

    table: str
    key: tuple[str, ...]
    op: Op
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Reversal:
    """What undoing or doing again touched: table -> keys of its rows."""

    entry: EntryRecord
    touched: Mapping[str, frozenset[tuple[str, ...]]]


# Noting


def watch(connection: sqlite3.Connection) -> None:
    """Note in the journal whatever this connection writes from now on."""
    connection.execute("CREATE TEMP TABLE journal_off (off INTEGER)")
    for table, key in TABLES.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for statement in _triggers(table, key, columns):
            connection.execute(statement)


def _triggers(table: str, key: tuple[str, ...], columns: list[str]) -> Iterator[str]:
    if not columns:  # a file that is only now being made
        return
    whole = ", ".join(f"'{column}', OLD.{column}" for column in columns)
    pairs = " UNION ALL ".join(
        f"SELECT '{c}' AS name, OLD.{c} AS was, NEW.{c} AS now_is" if n == 0 else f"SELECT '{c}', OLD.{c}, NEW.{c}"
        for n, c in enumerate(columns)
    )
    differing = f"(SELECT json_group_object(name, json_array(was, now_is)) FROM ({pairs}) WHERE was IS NOT now_is)"  # noqa: S608 - names of columns
    new, old = (f"json_array({', '.join(f'{row}.{column}' for column in key)})" for row in ("NEW", "OLD"))
    yield _trigger(table, "UPDATE", Op.CHANGED, old, differing)
    if table not in _ONLY_CHANGES:
        yield _trigger(table, "INSERT", Op.ADDED, new, "NULL")
        yield _trigger(table, "DELETE", Op.DELETED, old, f"json_object({whole})")


def _trigger(table: str, verb: str, op: Op, key: str, data: str) -> str:
    # An entry gets its number when its transaction ends: all changes without an entry are of the transaction under way.
    return (
        f"CREATE TEMP TRIGGER journal_{table}_{verb.lower()} AFTER {verb} ON main.{table} "  # noqa: S608 - our own names
        "WHEN NOT EXISTS (SELECT 1 FROM temp.journal_off) BEGIN "
        "INSERT INTO journal_changes (entry_id, table_name, op, key, data) "
        f"VALUES ((SELECT coalesce(max(id), 0) + 1 FROM journal_entries), '{table}', '{op}', {key}, {data}); END"
    )


def describe(session: Session, what: Label) -> None:
    """Say what the transaction under way does, as its entry of the history is called; the last word counts."""
    session.info[_LABEL] = what


def close_entry(session: Session) -> None:
    """Make what this transaction changed one entry; what was undone before can then no longer be done again."""
    session.flush()
    number = session.execute(select(func.coalesce(func.max(JournalEntry.id), 0) + 1)).scalar_one()
    unchanged = (JournalChange.entry_id == number, JournalChange.op == Op.CHANGED, JournalChange.data == "{}")
    session.execute(delete(JournalChange).where(*unchanged))
    if session.execute(select(JournalChange.id).where(JournalChange.entry_id == number).limit(1)).first() is None:
        return
    undone = select(JournalEntry.id).where(JournalEntry.undone)
    session.execute(delete(JournalChange).where(JournalChange.entry_id.in_(undone)))
    session.execute(delete(JournalEntry).where(JournalEntry.undone))
    what: Label = session.info.get(_LABEL, _EDIT)
    session.add(JournalEntry(id=number, label=what.stored(), user=user_name(), at=now()))
    session.flush()
    _prune(session, number)


@cache
def user_name() -> str:
    """Return the name of who is logged in, "" where the system tells none."""
    try:
        return getpass.getuser()[:64]
    except (OSError, KeyError, ImportError):
        return ""


def forget(session: Session) -> None:
    """Begin the history here: what was done before can no longer be undone."""
    session.flush()
    session.execute(delete(JournalChange))
    session.execute(delete(JournalEntry))


def _prune(session: Session, newest: int) -> None:
    changes = session.execute(select(func.max(JournalChange.id))).scalar_one() or 0
    first = session.execute(
        select(JournalChange.entry_id).where(JournalChange.id >= changes - _KEPT_CHANGES).order_by(JournalChange.id)
    ).first()
    oldest = max(newest - _KEPT_ENTRIES, (first[0] if first else newest) if changes > _KEPT_CHANGES else 0)
    oldest = min(oldest, newest)  # the newest can always be undone, however large it is
    if oldest > 0 and session.execute(select(JournalEntry.id).where(JournalEntry.id < oldest).limit(1)).first():
        session.execute(delete(JournalChange).where(JournalChange.entry_id < oldest))
        session.execute(delete(JournalEntry).where(JournalEntry.id < oldest))


# Reading


def list_entries(session: Session, *, limit: int | None = None, offset: int = 0) -> list[EntryRecord]:
    """Return the history, the newest first; what was undone is in it until something else is done."""
    statement = select(JournalEntry).order_by(JournalEntry.id.desc()).limit(limit).offset(offset or None)
    return [_record(entry) for entry in session.scalars(statement)]


def list_touched(session: Session, limit: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return table and key of the rows that the newest `limit` changes of rows touched, the newest first, each once."""
    statement = select(JournalChange.table_name, JournalChange.key).order_by(JournalChange.id.desc()).limit(limit)
    rows = session.execute(statement)
    return list(dict.fromkeys((table, tuple(json.loads(key))) for table, key in rows))


def count_entries(session: Session) -> int:
    """Return how many edits the history holds."""
    return session.execute(select(func.count()).select_from(JournalEntry)).scalar_one()


def list_changes(session: Session, entry_id: int, *, limit: int = 200) -> list[RowChange]:
    """Return what an edit did to its rows, at most `limit` of them."""
    statement = select(JournalChange).where(JournalChange.entry_id == entry_id).order_by(JournalChange.id).limit(limit)
    return [
        RowChange(
            change.table_name,
            tuple(json.loads(change.key)),
            Op(change.op),
            {name: (was, now_is) for name, (was, now_is) in json.loads(change.data or "{}").items()}
            if change.op == Op.CHANGED
            else {},
        )
        for change in session.scalars(statement)
    ]


def next_undo(session: Session) -> EntryRecord | None:
    """Return the edit that undoing takes back."""
    return _edge(session, undone=False, newest=True)


def next_redo(session: Session) -> EntryRecord | None:
    """Return the edit that would be done again."""
    return _edge(session, undone=True, newest=False)


def _edge(session: Session, *, undone: bool, newest: bool) -> EntryRecord | None:
    order = JournalEntry.id.desc() if newest else JournalEntry.id
    statement = select(JournalEntry).where(JournalEntry.undone.is_(undone)).order_by(order).limit(1)
    entry = session.scalars(statement).one_or_none()
    return None if entry is None else _record(entry)


def _record(entry: JournalEntry) -> EntryRecord:
    return EntryRecord(entry.id, stored_label(entry.label), entry.at, entry.user, entry.undone)


# Undoing


def undo(session: Session, progress: Progress = no_progress) -> Reversal:
    """Take back the newest edit that was not undone; the search index is the caller's to bring up to date.

    Raises:
        RefusedError: when there is none, or something outside the journal changed what it changed.
    """
    entry = next_undo(session)
    if entry is None:
        raise RefusedError("store.nothing_to_undo")
    return _turn(session, entry, progress, back=True)


def redo(session: Session, progress: Progress = no_progress) -> Reversal:
    """Do the oldest undone edit again; the search index is the caller's to bring up to date.

    Raises:
        RefusedError: when there is none, or something outside the journal changed what it changed.
    """
    entry = next_redo(session)
    if entry is None:
        raise RefusedError("store.nothing_to_redo")
    return _turn(session, entry, progress, back=False)


def _turn(session: Session, entry: EntryRecord, progress: Progress, *, back: bool) -> Reversal:
    session.flush()
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    connection.execute("INSERT INTO temp.journal_off VALUES (1)")
    connection.execute("PRAGMA defer_foreign_keys=ON")
    touched: dict[str, set[tuple[str, ...]]] = {}
    try:
        order = "DESC" if back else "ASC"
        rows = connection.execute(
            f"SELECT id, table_name, op, key, data FROM journal_changes WHERE entry_id = ? ORDER BY id {order}",  # noqa: S608 - one of two words
            (entry.id,),
        ).fetchall()
        for done, (change, table, op, spelt, data) in enumerate(rows):
            if done % 500 == 0:
                progress(done, len(rows))
            key = tuple(json.loads(spelt))
            row = _Row(connection, table, key, entry)
            touched.setdefault(table, set()).add(key)
            match Op(op), back:
                case Op.ADDED, True:
                    whole = row.take_out()
                    connection.execute("UPDATE journal_changes SET data = ? WHERE id = ?", (json.dumps(whole), change))
                case Op.DELETED, False:
                    row.take_out()
                case Op.ADDED, False:
                    row.put(json.loads(data))
                case Op.DELETED, True:
                    row.put(json.loads(data))
                case _:
                    row.set(json.loads(data), back=back)
    finally:
        connection.execute("DELETE FROM temp.journal_off")
    session.execute(update(JournalEntry).where(JournalEntry.id == entry.id).values(undone=back))
    session.expire_all()
    session.info.setdefault(TOUCHED, set()).update(touched)
    return Reversal(entry, {table: frozenset(keys) for table, keys in touched.items()})


class _Row:
    """One row that is taken back or brought forward."""

    def __init__(self, connection: sqlite3.Connection, table: str, key: tuple[str, ...], entry: EntryRecord) -> None:
        self._connection = connection
        self._table = table
        self._key = key
        self._entry = entry
        self._where = " AND ".join(f"{column} = ?" for column in TABLES[table])

    def take_out(self) -> dict[str, Any]:
        """Remove the row, or mark it as deleted when a fact refers to it, and return what it held."""
        whole = self._read()
        if self._is_held():
            if "deleted_at" in whole:
                moment = now().replace(tzinfo=None).isoformat(" ")
                self._write({"deleted_at": moment, "version": whole["version"] + 1})
        else:
            self._connection.execute(f"DELETE FROM {self._table} WHERE {self._where}", self._key)  # noqa: S608
        return whole

    def put(self, whole: dict[str, Any]) -> None:
        """Write the row as it was; one that was only marked as deleted is there still."""
        if "version" in whole:
            whole["version"] += 1
        names, marks = ", ".join(whole), ", ".join("?" * len(whole))
        keys, again = ", ".join(TABLES[self._table]), ", ".join(f"{name} = excluded.{name}" for name in whole)
        try:
            self._connection.execute(
                f"INSERT INTO {self._table} ({names}) VALUES ({marks}) ON CONFLICT ({keys}) DO UPDATE SET {again}",  # noqa: S608
                tuple(whole.values()),
            )
        except sqlite3.IntegrityError as taken:  # something else has its code or ref by now
            raise self._changed() from taken

    def set(self, fields: dict[str, list[Any]], *, back: bool) -> None:
        """Set the changed columns to what they were, or to what they became."""
        whole = self._read()
        new: dict[str, Any] = {}
        for column, (before, after) in fields.items():
            expected, wanted = (after, before) if back else (before, after)
            if column not in _UNCOMPARED and not _same(whole.get(column), expected):
                raise self._changed()
            new[column] = wanted
        if "version" in whole:
            new["version"] = whole["version"] + 1  # it only ever counts up: who holds the row sees that it changed
        self._write(new)

    def _read(self) -> dict[str, Any]:
        cursor = self._connection.execute(f"SELECT * FROM {self._table} WHERE {self._where}", self._key)  # noqa: S608
        row = cursor.fetchone()
        if row is None:
            raise self._changed()
        return {part[0]: value for part, value in zip(cursor.description, row, strict=True)}

    def _write(self, fields: dict[str, Any]) -> None:
        columns = ", ".join(f"{column} = ?" for column in fields)
        self._connection.execute(
            f"UPDATE {self._table} SET {columns} WHERE {self._where}",  # noqa: S608
            (*fields.values(), *self._key),
        )

    def _is_held(self) -> bool:
        facts = _HELD.get(self._table)
        if facts and self._connection.execute(facts, {"id": self._key[0]}).fetchone():
            return True
        return any(
            self._connection.execute(f"SELECT 1 FROM {child} WHERE {column} = ? LIMIT 1", (self._key[0],)).fetchone()  # noqa: S608
            for child, column in _CHILDREN.get(self._table, ())
        )

    def _changed(self) -> RefusedError:
        return RefusedError("store.undo_changed", what=self._entry.label.message())


def _same(value: Any, noted: Any) -> bool:
    """Compare a value with what the journal noted of it; SQLite writes numbers with 15 digits into JSON."""
    if isinstance(value, float) and isinstance(noted, int | float):
        return math.isclose(value, noted, rel_tol=1e-12)
    return bool(value == noted)


_CHILDREN: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "organisations": (("products", "organisation_id"), ("people", "organisation_id")),
    "halls": (("booths", "hall_id"), ("rooms", "hall_id")),
    "rooms": (("sessions", "room_id"),),
    "topics": (("topics", "parent_id"),),
}
"""Table -> the rows that cannot do without its row: they stay only where a fact holds one of them."""
