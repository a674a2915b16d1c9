"""Erasing people in the event's file: what is personal goes from every table, facts stay whole without it.

That a page of the file or a copy of it holds nothing any more is for `showcase.erasure.copies`.
"""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Hall, Media, MediaBlob, Organisation, ProductMedia
from showcase.catalogue.fields import ORGANISATION, PRODUCT, SESSION
from showcase.catalogue.indexing import languages
from showcase.catalogue.kinds import Subject
from showcase.catalogue.search import refresh
from showcase.catalogue.writing import title_of
from showcase.documents.entities import JobState, PrintItemFact, PrintJob, PrintJobEvent, PrintPlanFact
from showcase.erasure.entities import Erasure
from showcase.erasure.records import Preview, Reason
from showcase.leads.entities import LeadFact, LeadWords, StationList
from showcase.leads.erasing import forget, forget_words
from showcase.leads.sealing import subject_of
from showcase.people.edits import revoke_badge
from showcase.people.entities import Badge, BadgeEvent, Consent, Person, SessionSpeaker
from showcase.people.queries import get_person, live_badges
from showcase.store.columns import now
from showcase.store.forgetting import edits_about, erase_from_history, overwrite, unwatched
from showcase.store.journal import forget as forget_history
from showcase.store.journal import user_name
from showcase.text import fold, full_name

_BATCH: Final = 500
_MANY: Final = 100
"""People from which on the whole history goes: it would be searched for each of them."""
_SHORT: Final = 5
"""Letters of a telephone number or name that say who is meant."""
_MENTIONS: Final = 20


@dataclass(frozen=True, slots=True)
class Traces:
    """What an event knows somebody by.

    Args:
        badges: ids of all badges they were given.
        photos: pictures that nobody else has.
        names: what they are called; a history must not say it.
        marks: what nobody else has: e-mail, telephone number, whole name.
    """

    badges: Sequence[uuid.UUID]
    photos: Sequence[uuid.UUID]
    names: frozenset[str]
    marks: frozenset[str]


def traces_of(session: Session, people: Collection[uuid.UUID]) -> Traces:
    """Return by what an event knows some people, deleted or not."""
    columns = (Person.family_name, Person.given_name, Person.email, Person.phone, Person.photo_id, Person.ref)
    names: set[str] = set()
    marks: set[str] = set()
    photos: set[uuid.UUID] = set()
    for row in _rows(session, select(*columns), Person.id, people):
        whole = {full_name(row.family_name, row.given_name, family_first=first) for first in (True, False)}
        both = bool(row.family_name and row.given_name)
        names |= whole
        marks |= {it for it in (row.email, row.phone, *(whole if both else ())) if len(it) >= _SHORT}
        if row.photo_id is not None:
            photos.add(row.photo_id)
    badges = [row.id for row in _rows(session, select(Badge.id), Badge.person_id, people)]
    return Traces(badges, sorted(photos - _used_elsewhere(session, photos, people)), frozenset(names), frozenset(marks))


def preview(session: Session, person_id: uuid.UUID) -> Preview:
    """Return what erasing somebody would do; backups and copies are counted by `showcase.erasure.copies`.

    Raises:
        InputError: there is nobody with this id.
    """
    person = get_person(session, person_id)
    traces = traces_of(session, [person_id])
    subjects = [subject_of(badge) for badge in traces.badges]
    spoken = select(func.count()).select_from(SessionSpeaker).where(SessionSpeaker.person_id == person_id)
    words = select(func.count()).select_from(LeadWords).join(LeadFact, LeadFact.id == LeadWords.fact_id)
    return Preview(
        name=person.name,
        badges=len(traces.badges),
        sessions=session.execute(spoken).scalar_one(),
        notes=session.execute(words.where(LeadFact.subject.in_(subjects))).scalar_one(),
        edits=len(edits_about(session, [person_id.hex, *(photo.hex for photo in traces.photos)])),
        backups=0,
        left=(),
        mentions=_mentions(session, traces.marks),
    )


def erase(session: Session, people: Collection[uuid.UUID], reason: Reason) -> uuid.UUID:
    """Erase people for good, and return the id of the erasure; it cannot be undone.

    A live badge of theirs is revoked. Facts stay: that a badge was issued, printed, scanned; that consent was given.

    Args:
        session: of a writing transaction.
        people: ids of people; those who are not there, as in a backup from before they came, are passed over.
        reason: why.
    """
    overwrite(session)
    traces = traces_of(session, people)
    for badge in live_badges(session, list(people)).values():
        revoke_badge(session, badge.id)
    gone = {
        "notes": forget(session, [subject_of(badge) for badge in traces.badges]) + forget_words(session, traces.marks),
        "prints": _erase_prints(session, traces.badges),
        "badges": len(traces.badges),
    }
    for part in _parts(traces.badges):
        session.execute(update(BadgeEvent).where(BadgeEvent.badge_id.in_(part)).values(reason=""))
    for part in _parts(list(people)):
        session.execute(update(Consent).where(Consent.person_id.in_(part)).values(source=""))
    with unwatched(session):
        gone["people"] = _erase_rows(session, people, traces.photos)
    gone["pictures"] = len(traces.photos)
    gone["edits"] = _erase_edits(session, people, traces)
    refresh(session, Subject.PERSON, list(people))
    # What is deleted stays in the segments of the index until they are made one.
    session.connection().exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('optimize')")
    erasure = Erasure(
        at=now(),
        user=user_name(),
        reason=reason,
        people=sorted(it.hex for it in people),
        gone=gone,
        lists=session.execute(select(func.coalesce(func.max(StationList.number), 0))).scalar_one(),
        left=[],
    )
    session.add(erasure)
    session.flush()
    return erasure.id


def everybody(session: Session) -> list[uuid.UUID]:
    """Return everybody in the event, the deleted too."""
    return list(session.execute(select(Person.id)).scalars())


def erase_all_words(session: Session) -> int:
    """Delete what is personal in all facts of stations, whosever they are; return of how many."""
    overwrite(session)
    found = session.execute(select(func.count()).select_from(LeadWords)).scalar_one()
    session.execute(delete(LeadWords))
    return found


def _erase_prints(session: Session, badges: Sequence[uuid.UUID]) -> int:
    """Have no print say who was on it. A file that held their badge alone may carry their name in its own."""
    nameless = {"title": "", "data_hash": "", "reason": {}}
    done = 0
    for part in _parts(badges):
        mine = PrintItemFact.subject_id.in_(part)
        done += session.execute(select(func.count()).select_from(PrintItemFact).where(mine)).scalar_one()
        jobs = (
            select(PrintPlanFact.job_id)
            .where(PrintPlanFact.subject_id.in_(part))
            .union(select(PrintItemFact.job_id).where(mine))
        )
        alone = (PrintJob.id.in_(jobs), PrintJob.item_count == 1)
        session.execute(update(PrintJob).where(*alone).values(target="", updated_at=PrintJob.updated_at))
        session.execute(update(PrintItemFact).where(mine).values(nameless))
        planned = PrintPlanFact.subject_id.in_(part)
        told = (
            PrintJobEvent.state == JobState.FAILED,
            PrintJobEvent.job_id.in_(select(PrintPlanFact.job_id).where(planned)),
        )
        session.execute(update(PrintJobEvent).where(*told).values(detail={}))
        session.execute(update(PrintPlanFact).where(planned).values(title="", data_hash=""))
    return done


def _erase_rows(session: Session, people: Collection[uuid.UUID], photos: Sequence[uuid.UUID]) -> int:
    done = 0
    for part in _parts(list(people)):
        session.execute(delete(SessionSpeaker).where(SessionSpeaker.person_id.in_(part)))
        found = session.execute(select(func.count()).select_from(Person).where(Person.id.in_(part))).scalar_one()
        session.execute(delete(Person).where(Person.id.in_(part)))
        done += found
    for part in _parts(photos):
        session.execute(delete(MediaBlob).where(MediaBlob.media_id.in_(part)))
        session.execute(delete(Media).where(Media.id.in_(part)))
    return done


def _erase_edits(session: Session, people: Collection[uuid.UUID], traces: Traces) -> int:
    if len(people) > _MANY:
        forget_history(session)
        return 0
    return erase_from_history(session, [it.hex for it in (*people, *traces.photos)], traces.names)


def _used_elsewhere(session: Session, photos: Collection[uuid.UUID], people: Collection[uuid.UUID]) -> set[uuid.UUID]:
    used = set(_column(session, Organisation.logo_id, photos)) | set(_column(session, ProductMedia.media_id, photos))
    used |= set(_column(session, Hall.underlay_id, photos))
    leaving = set(people)
    statement = select(Person.id, Person.photo_id)
    return used | {row.photo_id for row in _rows(session, statement, Person.photo_id, photos) if row.id not in leaving}


def _mentions(session: Session, marks: Collection[str]) -> list[str]:
    """Return what else of the catalogue says what somebody is called by, by title."""
    wanted = [fold(mark) for mark in marks]
    found = []
    for kept in (ORGANISATION, PRODUCT, SESSION):
        table = kept.table
        for entity in session.scalars(select(table).where(table.deleted_at.is_(None))):
            said = fold(" ".join(str(getattr(entity, column.key)) for column in table.__table__.columns))
            if any(mark in said for mark in wanted):
                found.append(str(title_of(kept, entity, {}, languages(session))))
    return found[:_MENTIONS]


def _column(session: Session, column: Any, wanted: Collection[uuid.UUID]) -> Iterable[uuid.UUID]:
    return (getattr(row, column.key) for row in _rows(session, select(column), column, wanted))


def _rows(session: Session, statement: Any, column: Any, wanted: Collection[uuid.UUID]) -> list[Any]:
    return [row for part in _parts(list(wanted)) for row in session.execute(statement.where(column.in_(part)))]


def _parts(wanted: Sequence[uuid.UUID]) -> Iterable[Sequence[uuid.UUID]]:
    return (wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH))
