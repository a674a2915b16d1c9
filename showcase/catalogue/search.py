"""Search as you type: an FTS5 table of folded words, kept by the edits, asked with one fixed statement.

FTS5 folds every Vietnamese letter but đ, so the words are folded in Python, in the index and in the query alike
(measured). Ranking the thousands of hits of a short prefix is what costs, so hits come in the order of their row ids.
A row id is the rank of the subject's kind followed by 59 random bits of its id (`searchkeys`): hits are grouped by
kind, one kind is a range of row ids, and an entry is found again without a scan.
"""

import re
import uuid
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, UnaryExpression, false, text, true
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.operators import custom_op

from showcase.catalogue.kinds import Subject
from showcase.catalogue.searchkeys import EVERYTHING, key_range, row_id
from showcase.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_MAX_WORDS: Final = 8

_FEW: Final = 2_000
"""Hits that are read and sorted within some milliseconds."""
_FIND: Final = """
SELECT kind, subject_id, title FROM search_index
WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?
"""
_WITHIN: Final = "SELECT rowid FROM search_index WHERE search_index MATCH :words AND rowid BETWEEN :low AND :high"
_MANY: Final = f"""
SELECT count(*) = {_FEW} FROM
(SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT {_FEW})
"""  # noqa: S608 - the number is ours
_GET: Final = "SELECT kind, subject_id, title FROM search_index WHERE rowid = ?"
_COUNT: Final = "SELECT count(*) FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?"
_HAS: Final = "SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT 1"
_REMOVE: Final = "DELETE FROM search_index WHERE rowid = ?"
_REMOVE_KIND: Final = "DELETE FROM search_index WHERE rowid BETWEEN ? AND ?"
_PUT: Final = "INSERT INTO search_index (rowid, folded, kind, subject_id, title) VALUES (?, ?, ?, ?, ?)"


class Hit(NamedTuple):
    """Something found, as the index keeps it, with its title in the event's first language.

    A search gives hits for each key that is typed and few of them are opened: the id is made when it is asked for.
    """

    kind_value: str
    id_hex: str
    title: str

    @property
    def kind(self) -> Subject:
        """The kind of the subject."""
        return Subject(self.kind_value)

    @property
    def id(self) -> uuid.UUID:
        """The id of the subject."""
        return uuid.UUID(self.id_hex)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index keeps of one subject: its title and everything it is found by."""

    id: uuid.UUID
    title: str
    texts: Iterable[str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the entries of one kind come from.

    `entries(session, ids)` gives the entries of these ids, or of all; what is deleted gives none.
    `of_organisation(session, id)` names the subjects whose entries carry the name of an organisation.
    """

    entries: Callable[[Session, Collection[uuid.UUID] | None], Iterable[Entry]]
    of_organisation: Callable[[Session, uuid.UUID], Collection[uuid.UUID]] | None = None


SOURCES: Final[dict[Subject, Source]] = {}
"""Filled by the packages that own the tables."""


def words_of(typed: str) -> list[str]:
    """Return the folded words of a text, as the index knows them."""
    return _WORD.findall(fold(typed))


def match(typed: str) -> str:
    """Return the FTS5 query for what was typed, the last word as a prefix; "" when there is no word in it."""
    words = words_of(typed[:500])[:_MAX_WORDS]
    return " ".join(f'"{word[:64]}"' for word in words) + "*" if words else ""


def search(session: Session, typed: str, kinds: Sequence[Subject] = (), limit: int = 20) -> list[Hit]:
    """Return what contains all words typed, the last one perhaps unfinished; nothing for an empty text.

    Args:
        session: of a reading or writing transaction.
        typed: anything at all; marks and quotes are no words.
        kinds: which kinds to find, in this order; all when empty.
        limit: the most hits to return.
    """
    query = match(typed)
    if not query:
        return []
    # A plain cursor, because SQLAlchemy's own results cost as much as the median search.
    cursor = session.connection().connection.cursor()
    hits: list[Hit] = []
    for low, high in [key_range(kind) for kind in kinds] or [EVERYTHING]:
        cursor.execute(_FIND, (query, low, high, limit - len(hits)))
        hits.extend(map(Hit._make, cursor.fetchall()))
        if len(hits) >= limit:
            break
    return hits


def list_hits(session: Session, subjects: Iterable[tuple[Subject, uuid.UUID]]) -> list[Hit]:
    """Return the entries of subjects in their order, without those that are deleted."""
    connection = session.connection()
    rows = (connection.exec_driver_sql(_GET, (row_id(kind, subject),)).first() for kind, subject in subjects)
    return [Hit._make(row) for row in rows if row is not None]


def count_found(session: Session, typed: str, kind: Subject) -> int:
    """Return how many subjects of a kind are found, from the index alone: sixty times as fast as by their rows."""
    query = match(typed)
    if not query:
        return 0
    return int(session.connection().exec_driver_sql(_COUNT, (query, *key_range(kind))).scalar_one())


def known_words(session: Session, typed: str, kinds: Iterable[Subject]) -> frozenset[str]:
    """Return the folded words of a text that some subject of these kinds has, whole."""
    connection, ranges = session.connection(), [key_range(kind) for kind in kinds]
    return frozenset(
        word
        for word in dict.fromkeys(words_of(typed[:500])[:_MAX_WORDS])
        if any(connection.exec_driver_sql(_HAS, (f'"{word[:64]}"', *span)).first() for span in ranges)
    )


def found(session: Session, typed: str, kind: Subject, key: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Return the condition that a row was found by what was typed; every row is when nothing was typed.

    Few hits are looked up by the index of their keys. Many are met soon enough along the order of the list, and to
    look all of them up would read and sort every one: `+` keeps SQLite from it (sqlite.org/optoverview.html).
    """
    if not typed.strip():
        return true()
    query = match(typed)
    if not query:
        return false()
    low, high = key_range(kind)
    many = session.connection().exec_driver_sql(_MANY, (query, low, high)).scalar_one()
    hits = text(_WITHIN).bindparams(words=query, low=low, high=high).columns(rowid=BigInteger())
    return (UnaryExpression(key.expression, operator=custom_op("+")) if many else key).in_(hits)


def refresh(session: Session, kind: Subject, ids: Collection[uuid.UUID]) -> None:
    """Bring the entries of these subjects up to date with their rows."""
    if ids:
        _replace(session, kind, ids)


def refresh_organisation(session: Session, organisation_id: uuid.UUID) -> None:
    """Bring an organisation's entry up to date, and the entries of everything that carries its name."""
    refresh(session, Subject.ORGANISATION, [organisation_id])
    for kind, source in SOURCES.items():
        if source.of_organisation is not None:
            refresh(session, kind, source.of_organisation(session, organisation_id))


def reindex_all(session: Session) -> None:
    """Write the whole index anew, kind by kind."""
    session.flush()
    for kind, source in SOURCES.items():
        session.connection().exec_driver_sql(_REMOVE_KIND, key_range(kind))
        _put(session, kind, source.entries(session, None))


def _replace(session: Session, kind: Subject, ids: Collection[uuid.UUID]) -> None:
    session.flush()
    session.connection().exec_driver_sql(_REMOVE, sorted((row_id(kind, subject),) for subject in ids))
    _put(session, kind, SOURCES[kind].entries(session, ids))


def _put(session: Session, kind: Subject, entries: Iterable[Entry]) -> None:
    # FTS5 writes a new segment whenever a row id is smaller than the one before: sorted, thousands share one.
    rows = sorted(
        (
            row_id(kind, entry.id),
            " ".join(dict.fromkeys(words_of(" ".join(entry.texts)))),
            kind.value,
            entry.id.hex,
            entry.title,
        )
        for entry in entries
    )
    if rows:
        session.connection().exec_driver_sql(_PUT, rows)
