"""Writing facts down and reading them: the same tables in an event and in a station's file."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import ColumnElement, func, insert, select, true
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.orm import Session

from showcase import __version__
from showcase.leads.clock import Ticker
from showcase.leads.entities import LeadFact, LeadWords
from showcase.leads.kinds import FactKind, Method, Verdict
from showcase.leads.records import Fact, StationInfo
from showcase.store.columns import new_id

_COLUMNS: Final = tuple(column.name for column in LeadFact.__table__.columns)
_NAMES: Final = tuple(field.name for field in fields(Fact))
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
        seq = session.execute(select(func.max(LeadFact.seq)).where(LeadFact.station == self._station.id)).scalar()
        tick = session.execute(select(func.max(LeadFact.tick))).scalar()
        fact = Fact(
            id=new_id(),
            scope=self._station.scope,
            station=self._station.id,
            seq=(seq or 0) + 1,
            tick=max(int(moment.timestamp() * 1000), (tick or 0) + 1),
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
        session.execute(insert(LeadFact), [_row(fact)])
        if fact.words is not None:
            session.execute(insert(LeadWords), [{"fact_id": fact.id, "words": fact.words}])
        return fact


def list_facts(
    session: Session,
    *,
    subjects: Collection[str] | None = None,
    scopes: Collection[uuid.UUID] | None = None,
    kinds: Collection[FactKind] | None = None,
) -> list[Fact]:
    """Return facts in no promised order; all without conditions."""
    condition: ColumnElement[bool] = true()
    if scopes is not None:
        condition &= LeadFact.scope.in_(list(scopes))
    if kinds is not None:
        condition &= LeadFact.kind.in_(list(kinds))
    statement = select(LeadFact.__table__, LeadWords.words).outerjoin(LeadWords, LeadWords.fact_id == LeadFact.id)
    if subjects is None:
        return [_fact(row) for row in session.execute(statement.where(condition)).mappings()]
    wanted = list(dict.fromkeys(subjects))
    found: list[Fact] = []
    for start in range(0, len(wanted), _BATCH):
        part = LeadFact.subject.in_(wanted[start : start + _BATCH])
        found += [_fact(row) for row in session.execute(statement.where(condition, part)).mappings()]
    return found


def find_fact(session: Session, fact_id: uuid.UUID) -> Fact | None:
    """Return one fact."""
    return facts_by_id(session, [fact_id]).get(fact_id)


def facts_by_id(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Fact]:
    """Return the facts that are there of some, by id."""
    statement = select(LeadFact.__table__, LeadWords.words).outerjoin(LeadWords, LeadWords.fact_id == LeadFact.id)
    found: dict[uuid.UUID, Fact] = {}
    for start in range(0, len(ids), _BATCH):
        part = statement.where(LeadFact.id.in_(ids[start : start + _BATCH]))
        found |= {row["id"]: _fact(row) for row in session.execute(part).mappings()}
    return found


def last_fact(session: Session, station: uuid.UUID, kinds: Collection[FactKind] | None = None) -> Fact | None:
    """Return what a station noted last, of some kinds."""
    statement = (
        select(LeadFact.__table__, LeadWords.words)
        .outerjoin(LeadWords, LeadWords.fact_id == LeadFact.id)
        .where(LeadFact.station == station)
        .order_by(LeadFact.seq.desc())
        .limit(1)
    )
    if kinds is not None:
        statement = statement.where(LeadFact.kind.in_(list(kinds)))
    row = session.execute(statement).mappings().first()
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


def last_moment(session: Session, station: uuid.UUID) -> dt.datetime | None:
    """Return when a station noted something last."""
    fact = last_fact(session, station)
    return None if fact is None else fact.at


def _row(fact: Fact) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in _COLUMNS}


def _fact(row: Mapping[Any, Any]) -> Fact:
    return Fact(**{name: row[name] for name in _NAMES})
