"""Writing facts down and reading them: the same tables in an event and in a station's file."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.orm import Session

from showcase import __version__
from showcase.leads.clock import Ticker
from showcase.leads.entities import LeadFact, LeadWords
from showcase.leads.kinds import NO_LEADS, FactKind, Method, Verdict
from showcase.leads.records import Fact, StationInfo
from showcase.store.base import Base
from showcase.store.columns import new_id

_FACTS: Final = Base.metadata.tables[LeadFact.__tablename__]
_WORDS: Final = Base.metadata.tables[LeadWords.__tablename__]
_COLUMNS: Final = tuple(column.name for column in _FACTS.columns)
"""In the order of the fields of a `Fact`, whose last one is the words."""
_READ: Final = select(_FACTS, _WORDS.c.words).outerjoin(_WORDS, _WORDS.c.fact_id == _FACTS.c.id)
_OF_SUBJECTS: Final = _READ.where(_FACTS.c.subject.in_(bindparam("subjects", expanding=True)))
_ADD: Final = insert(_FACTS)
_ADD_WORDS: Final = insert(_WORDS)
_OWN: Final = _FACTS.c.station == bindparam("station")
_LAST: Final = select(
    select(func.max(_FACTS.c.tick)).scalar_subquery().label("tick"),
    select(func.max(_FACTS.c.seq)).where(_OWN).scalar_subquery().label("seq"),
    select(_FACTS.c.at).where(_OWN).order_by(_FACTS.c.seq.desc()).limit(1).scalar_subquery().label("at"),
)
_BATCH: Final = 500
MOST_WORDS: Final = 8_000
"""Bytes of a note, or of what a code said."""


class Log:
    """Notes the facts of one station in one run of the program.

    Args:
        station: whose facts they are.
        ticker: the clocks.
    """

    def __init__(self, station: StationInfo, ticker: Ticker) -> None:
        self._station = station
        self._ticker = ticker
        self._run = uuid.uuid4().hex
        self._seq = self._tick = 0
        self.last_at: dt.datetime | None = None

    def begin(self, session: Session) -> None:
        """Look what was noted last; to be called in each transaction before anything is added."""
        last = session.execute(_LAST, {"station": self._station.id}).one()
        self._seq, self._tick, self.last_at = last.seq or 0, last.tick or 0, last.at

    def add(
        self,
        session: Session,
        kind: FactKind,
        *,
        subject: str = "",
        badge_id: uuid.UUID | None = None,
        verdict: Verdict | None = None,
        product_id: uuid.UUID | None = None,
        method: Method | None = None,
        staff: str = "",
        body: Mapping[str, Any] | None = None,
        words: bytes | None = None,
    ) -> Fact:
        """Add a fact to a transaction; it is noted when that ends."""
        moment = self._ticker.now()
        self._seq += 1
        self._tick = max(int(moment.timestamp() * 1000), self._tick + 1)
        fact = Fact(
            id=new_id(),
            scope=self._station.scope,
            station=self._station.id,
            seq=self._seq,
            tick=self._tick,
            kind=kind,
            subject=subject,
            badge_id=badge_id,
            verdict=verdict,
            product_id=product_id,
            at=moment,
            offset_min=self._ticker.offset_min(moment),
            monotonic_ms=self._ticker.monotonic_ms(),
            run=self._run,
            version=__version__,
            method=method,
            place=self._station.place,
            staff=staff,
            body=body or {},
            words=words[:MOST_WORDS] if words is not None else None,
        )
        session.execute(_ADD, _row(fact))
        if fact.words is not None:
            session.execute(_ADD_WORDS, {"fact_id": fact.id, "words": fact.words})
        return fact


def list_facts(
    session: Session,
    *,
    subjects: Collection[str] | None = None,
    scopes: Collection[uuid.UUID] | None = None,
    kinds: Collection[FactKind] | None = None,
) -> list[Fact]:
    """Return facts in no promised order: of some badges, or all of some scopes and kinds."""
    if subjects is not None:
        wanted = list(dict.fromkeys(subjects))
        parts = [wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH)]
        rows = (row for part in parts for row in session.execute(_OF_SUBJECTS, {"subjects": part}))
    else:
        rows = (row for row in session.execute(_READ.where(*_conditions(scopes, kinds))))
    return [_fact(row) for row in rows]


def badges_met(session: Session) -> dict[str, uuid.UUID | None]:
    """Return the subjects that leads may be of, in the order they were met, each with its badge if a fact has it."""
    first = func.min(_FACTS.c.tick)
    statement = (
        select(_FACTS.c.subject, func.max(_FACTS.c.badge_id, type_=_FACTS.c.badge_id.type).label("badge"))
        .where(_FACTS.c.subject != "", _FACTS.c.kind.not_in(list(NO_LEADS)))
        .group_by(_FACTS.c.subject)
        .order_by(first)
    )
    return {row.subject: row.badge for row in session.execute(statement)}


def _conditions(scopes: Collection[uuid.UUID] | None, kinds: Collection[FactKind] | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if scopes is not None:
        conditions.append(_FACTS.c.scope.in_(list(scopes)))
    if kinds is not None:
        conditions.append(_FACTS.c.kind.in_(list(kinds)))
    return conditions


def facts_by_id(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Fact]:
    """Return the facts that are there of some, by id."""
    found: dict[uuid.UUID, Fact] = {}
    for start in range(0, len(ids), _BATCH):
        part = _READ.where(_FACTS.c.id.in_(ids[start : start + _BATCH]))
        found |= {row.id: _fact(row) for row in session.execute(part)}
    return found


def last_fact(session: Session, station: uuid.UUID) -> Fact | None:
    """Return what a station noted last."""
    statement = _READ.where(_FACTS.c.station == station).order_by(_FACTS.c.seq.desc()).limit(1)
    row = session.execute(statement).first()
    return None if row is None else _fact(row)


def write_facts(session: Session, facts: Iterable[Fact]) -> int:
    """Take in facts from elsewhere, those that are here already once more without effect; return how many are new."""
    rows = list(facts)
    before = session.execute(select(func.count()).select_from(LeadFact)).scalar_one()
    for start in range(0, len(rows), _BATCH):
        part = rows[start : start + _BATCH]
        session.execute(insert_new(LeadFact).on_conflict_do_nothing(), [_row(fact) for fact in part])
        words = [{"fact_id": fact.id, "words": fact.words} for fact in part if fact.words is not None]
        if words:
            session.execute(insert_new(LeadWords).on_conflict_do_nothing(), words)
    return session.execute(select(func.count()).select_from(LeadFact)).scalar_one() - before


def _row(fact: Fact) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in _COLUMNS}


def _fact(row: Any) -> Fact:
    return Fact(*row)
