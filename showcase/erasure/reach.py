"""Which copies of what is personal are out of reach: they are named, so that somebody can see to them."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.queries import list_organisations
from showcase.documents.entities import ItemState, PrintItemFact, PrintJob
from showcase.erasure.entities import Erasure
from showcase.erasure.records import CopyKind, ErasureRecord, Left, Reason, left_of
from showcase.leads.entities import LeadFact, RegisteredStation
from showcase.leads.kinds import FactKind, StationKind
from showcase.leads.sealing import subject_of
from showcase.store.columns import now
from showcase.text import fold

_BATCH: Final = 500


def out_of_reach(session: Session, badges: Sequence[uuid.UUID], names: Collection[str] = ()) -> list[Left]:
    """Return which copies of what these badges stand for were given away, made or printed.

    Args:
        session: of the event, as it was before anything was erased.
        badges: ids of all badges of some people.
        names: of the people, which a file may be called by; it is told without.
    """
    return [
        *_stations(session, badges),
        *_exhibitors(session, badges),
        *_exports(session, badges, names),
        *_prints(session, badges, names),
    ]


def add_left(session: Session, erasure_id: uuid.UUID, left: Sequence[Left]) -> None:
    """Keep more copies that are out of reach with an erasure."""
    erasure = session.get_one(Erasure, erasure_id)
    erasure.left = [*erasure.left, *(it.stored() for it in left)]
    session.flush()


def list_erasures(session: Session) -> list[ErasureRecord]:
    """Return what was erased, the newest first; a station that was given a list since is within reach again."""
    known = select(RegisteredStation.name, RegisteredStation.place, RegisteredStation.list_number)
    given = {(row.place, row.name): row.list_number for row in session.execute(known)}
    found = []
    for row in session.execute(select(Erasure.__table__).order_by(Erasure.id.desc())):
        left = [left_of(it) for it in row.left]
        still = [it for it in left if it.kind is not CopyKind.STATION or given.get((it.where, it.by), 0) <= row.lists]
        reason = Reason(row.reason)
        found.append(ErasureRecord(row.id, row.at, row.user, reason, len(row.people), row.gone, still, row.finished_at))
    return found


def pending(session: Session) -> list[ErasureRecord]:
    """Return the erasures after which the file and its backups were not yet written anew."""
    return [it for it in list_erasures(session) if it.finished_at is None]


def people_erased(session: Session) -> list[uuid.UUID]:
    """Return the ids of everybody whose erasure is not finished."""
    rows = session.execute(select(Erasure.people).where(Erasure.finished_at.is_(None))).scalars()
    return [uuid.UUID(person) for people in rows for person in people]


def is_all_erased(session: Session) -> bool:
    """Tell whether everybody was erased, and that is not finished."""
    past = select(Erasure.id).where(Erasure.finished_at.is_(None), Erasure.reason == Reason.PAST).limit(1)
    return session.execute(past).first() is not None


def mark_finished(session: Session, left: Sequence[Left]) -> None:
    """Note what is left of everybody who was erased in backups and copies; nothing is: then that is finished."""
    for erasure in session.scalars(select(Erasure).where(Erasure.finished_at.is_(None))):
        others = [it for it in erasure.left if it["kind"] not in {CopyKind.BACKUP, CopyKind.KIOSK}]
        erasure.left = [*others, *(it.stored() for it in left)]
        erasure.finished_at = None if left else now()
    session.flush()


def _stations(session: Session, badges: Sequence[uuid.UUID]) -> Iterator[Left]:
    """Give every station: the list of each holds all badges, with names that a scan opens."""
    if not badges:
        return
    statement = select(RegisteredStation.__table__).order_by(RegisteredStation.place, RegisteredStation.name)
    for row in session.execute(statement):
        yield Left(CopyKind.STATION, row.place, row.list_at, row.name)


def _exhibitors(session: Session, badges: Sequence[uuid.UUID]) -> Iterator[Left]:
    """Give who scanned the badges, with the moment they did so last: their leads may have been exported."""
    last: dict[uuid.UUID, dt.datetime] = {}
    places: dict[uuid.UUID, str] = {}
    subjects = [subject_of(badge) for badge in badges]
    booths = select(RegisteredStation.scope).where(RegisteredStation.kind == StationKind.BOOTH)
    for start in range(0, len(subjects), _BATCH):
        mine = LeadFact.subject.in_(subjects[start : start + _BATCH])
        scans = select(LeadFact.scope, LeadFact.at, LeadFact.place).where(
            mine, LeadFact.kind == FactKind.SCAN, LeadFact.scope.in_(booths)
        )
        for row in session.execute(scans):
            last[row.scope] = max(row.at, last.get(row.scope, row.at))
            places[row.scope] = row.place
    names = {it.id: next(iter(it.name.values()), "") for it in list_organisations(session, ids=list(last))}
    for scope, at in sorted(last.items(), key=lambda it: names.get(it[0], "")):
        yield Left(CopyKind.EXHIBITOR, names.get(scope, ""), at, places[scope])


def _exports(session: Session, badges: Sequence[uuid.UUID], names: Collection[str]) -> Iterator[Left]:
    """Give the packs that were written where one of the badges had been scanned by then."""
    first: dict[uuid.UUID, int] = {}
    subjects = [subject_of(badge) for badge in badges]
    for start in range(0, len(subjects), _BATCH):
        mine = LeadFact.subject.in_(subjects[start : start + _BATCH])
        for row in session.execute(select(LeadFact.scope, LeadFact.tick).where(mine, LeadFact.kind == FactKind.SCAN)):
            first[row.scope] = min(row.tick, first.get(row.scope, row.tick))
    packs = select(LeadFact.scope, LeadFact.tick, LeadFact.at, LeadFact.place, LeadFact.staff, LeadFact.body)
    statement = packs.where(LeadFact.kind == FactKind.EXPORT, LeadFact.scope.in_(list(first))).order_by(LeadFact.at)
    for row in session.execute(statement):
        if row.tick >= first[row.scope]:
            by = f"{row.place} ({row.staff})" if row.staff else row.place
            yield Left(CopyKind.EXPORT, _unnamed(row.body["file"], names), row.at, by)


def _prints(session: Session, badges: Sequence[uuid.UUID], names: Collection[str]) -> Iterator[Left]:
    done: dict[uuid.UUID, Left] = {}
    for start in range(0, len(badges), _BATCH):
        mine = PrintItemFact.subject_id.in_(badges[start : start + _BATCH])
        statement = (
            select(PrintJob.id, PrintJob.target, PrintJob.created_at, PrintJob.station)
            .join(PrintItemFact, PrintItemFact.job_id == PrintJob.id)
            .where(mine, PrintItemFact.state != ItemState.REFUSED)
        )
        for row in session.execute(statement):
            done[row.id] = Left(CopyKind.PRINT, row.target, row.created_at, row.station)
    for it in sorted(done.values(), key=lambda it: it.at):
        yield replace(it, where=_unnamed(it.where, names))


def _unnamed(target: str, names: Collection[str]) -> str:
    """Return where a file is, without its name when that says who was in it."""
    folder, slash, name = target.rpartition("/")
    plain = " ".join(part for part in fold(name).replace("-", " ").replace("_", " ").split())
    if any(set(fold(known).split()) & set(plain.replace(".", " ").split()) for known in names if known):
        return f"{folder}{slash}…"
    return target
