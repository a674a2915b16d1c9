"""Changing people, their consent and their badges.

A badge is never changed: what happens to it is added as an event. Its token is signed and stored when it is issued, so
that printing needs no key.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.checks import Place
from showcase.catalogue.entities import ProgrammeSession
from showcase.catalogue.indexing import languages, rows_of
from showcase.catalogue.kinds import Subject
from showcase.catalogue.numbers import new_number
from showcase.catalogue.queries import get_event
from showcase.catalogue.records import EventRecord
from showcase.catalogue.search import refresh
from showcase.catalogue.writing import add, find, update
from showcase.errors import InputError, RefusedError
from showcase.people.entities import Badge, BadgeEvent, Consent, Person, SessionSpeaker, SigningKey
from showcase.people.fields import PERSON
from showcase.people.keys import current_key_id, get_signer, make_signing_key, unlock_signer
from showcase.people.kinds import ROLE_TYPES, BadgeEventKind, BadgeState, Role
from showcase.people.queries import get_badge, live_badges
from showcase.people.records import BadgeRecord
from showcase.qr.payload import BadgePayload
from showcase.qr.signing import Signer
from showcase.store.columns import new_id, now

__all__ = [
    "add_person",
    "delete_person",
    "get_signer",
    "issue_badges",
    "make_signing_key",
    "record_consent",
    "record_printed",
    "reissue_badge",
    "restore_person",
    "revoke_badge",
    "set_speakers",
    "unlock_signer",
    "update_person",
]

_NO_DATES: Final = dt.timedelta(days=365)


def add_person(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a person and return their id.

    Raises:
        InputError: when a field cannot be taken, or there is no name at all.
    """
    if not any(str(fields.get(part) or "").strip() for part in ("family_name", "given_name")):
        raise InputError("people.name_missing")
    return add(session, PERSON, fields)


def update_person(session: Session, person_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a person; return whether anything was different.

    Raises:
        InputError: when there is no such person, a field cannot be taken, or no name would be left.
    """
    person = _person(session, person_id)
    if not any(str(fields.get(part, getattr(person, part)) or "").strip() for part in ("family_name", "given_name")):
        raise InputError("people.name_missing")
    return update(session, PERSON, person_id, fields)


def delete_person(session: Session, person_id: uuid.UUID) -> None:
    """Delete a person; it can be restored. Their badges stay on record.

    Raises:
        InputError: when there is no such person.
    """
    _person(session, person_id).deleted_at = now()
    session.flush()
    refresh(session, Subject.PERSON, [person_id])


def restore_person(session: Session, person_id: uuid.UUID) -> None:
    """Take back `delete_person`.

    Raises:
        InputError: when there is no such person.
    """
    _person(session, person_id).deleted_at = None
    session.flush()
    refresh(session, Subject.PERSON, [person_id])


def set_speakers(session: Session, session_id: uuid.UUID, speakers: Sequence[tuple[uuid.UUID, str]]) -> None:
    """Give a session of the programme exactly these speakers, in this order: (person, part).

    Raises:
        InputError: when there is no such session or person.
    """
    find(session, ProgrammeSession, session_id)
    spoken = languages(session)
    links = [
        SessionSpeaker(
            session_id=session_id,
            person_id=_person(session, person_id).id,
            position=position,
            part=checks.line(part, Place("part", "–", spoken)),
        )
        for position, (person_id, part) in enumerate(speakers)
    ]
    session.execute(delete(SessionSpeaker).where(SessionSpeaker.session_id == session_id))
    session.add_all(links)
    session.flush()


def record_consent(
    session: Session,
    person_id: uuid.UUID,
    purpose: str,
    *,
    given: bool,
    notice_version: str = "",
    language: str = "",
    source: str = "",
) -> None:
    """Add the fact that somebody gave or withdrew consent to a purpose.

    Raises:
        InputError: when there is no such person, or the purpose is empty.
    """
    where = Place("purpose", "–", languages(session))
    session.add(
        Consent(
            person_id=_person(session, person_id).id,
            purpose=checks.code(purpose, where),
            given=given,
            notice_version=checks.line(notice_version, where),
            language=checks.language(language, where),
            source=checks.line(source, where),
            recorded_at=now(),
        )
    )
    session.flush()


def issue_badges(
    session: Session, person_ids: Collection[uuid.UUID], signer: Signer, expires_at: dt.datetime | None = None
) -> list[BadgeRecord]:
    """Issue a badge to each of these people who has none, and return the new badges in the order of the people.

    Args:
        session: of a writing transaction.
        person_ids: who gets one; whoever has a live badge keeps that, whoever was deleted gets none.
        signer: the event's, unlocked.
        expires_at: when the badges stop to be good; by default the end of the day after the event, or in a year when
            the event has no dates.

    Raises:
        InputError: when `expires_at` has passed.
    """
    wanted = list(dict.fromkeys(person_ids))
    statement = select(Person.id, Person.role).where(Person.deleted_at.is_(None))
    roles = {row.id: row.role for row in rows_of(session, statement, Person.id, wanted)}
    have = live_badges(session, wanted)
    people = [(person_id, roles[person_id]) for person_id in wanted if person_id in roles and person_id not in have]
    return _issue(session, people, signer, expires_at)


def reissue_badge(
    session: Session,
    badge_id: uuid.UUID,
    signer: Signer,
    *,
    reason: str = "",
    station: str = "",
    expires_at: dt.datetime | None = None,
) -> BadgeRecord:
    """Issue a new badge, with a new id and number, in place of a live one that is lost, spoilt or out of date.

    Raises:
        InputError: when there is no such badge, or `expires_at` has passed.
        RefusedError: when it was revoked or replaced already.
    """
    old = _live(session, badge_id)
    role = _person(session, old.person_id).role
    (new,) = _issue(session, [(old.person_id, role)], signer, expires_at)
    _record(session, [badge_id], BadgeEventKind.REPLACED, reason=reason, station=station, replaced_by=new.id)
    return new


def take_back_badges(session: Session, badge_ids: Collection[uuid.UUID]) -> None:
    """Remove badges that were issued a moment ago for a print job that failed, as if they never were.

    What was printed, revoked or replaced meanwhile stays. The signing key goes too when it has signed no other badge:
    its passphrase was chosen for these.
    """
    seen = select(BadgeEvent.badge_id).where(BadgeEvent.kind != BadgeEventKind.ISSUED)
    unseen = select(Badge.id, Badge.person_id).where(Badge.id.not_in(seen))
    badges = [*rows_of(session, unseen, Badge.id, [*badge_ids])]
    for badge in badges:
        session.execute(delete(BadgeEvent).where(BadgeEvent.badge_id == badge.id))
        session.execute(delete(Badge).where(Badge.id == badge.id))
    session.execute(delete(SigningKey).where(SigningKey.key_id.not_in(select(Badge.key_id))))
    refresh(session, Subject.PERSON, [badge.person_id for badge in badges])


def revoke_badge(session: Session, badge_id: uuid.UUID, *, reason: str = "", station: str = "") -> None:
    """Make a live badge worthless.

    Raises:
        InputError: when there is no such badge.
        RefusedError: when it was revoked or replaced already.
    """
    _live(session, badge_id)
    _record(session, [badge_id], BadgeEventKind.REVOKED, reason=reason, station=station)


def record_printed(session: Session, badge_ids: Collection[uuid.UUID], *, station: str = "") -> None:
    """Add the fact that these badges were printed, each time they are."""
    _record(session, badge_ids, BadgeEventKind.PRINTED, station=station)


def _issue(
    session: Session,
    people: Sequence[tuple[uuid.UUID, Role]],
    signer: Signer,
    expires_at: dt.datetime | None,
) -> list[BadgeRecord]:
    if not people:
        return []
    event = get_event(session)
    moment = now()
    expires = _expiry(event, moment, expires_at)
    key_id = current_key_id(session)
    badges: list[BadgeRecord] = []
    for person_id, role in people:
        badge_id = uuid.uuid4()
        payload = BadgePayload(
            key_id=key_id,
            type=ROLE_TYPES[role],
            event=event.token_number,
            badge_id=badge_id.bytes,
            expires=int(expires.timestamp()),
        )
        badges.append(
            BadgeRecord(
                id=badge_id,
                person_id=person_id,
                role=role,
                number=new_number(session),
                token=signer.sign(payload),
                key_id=key_id,
                issued_at=moment,
                expires_at=expires,
                state=BadgeState.ISSUED,
                printed_at=None,
            )
        )
    columns = Badge.__table__.columns.keys()
    session.execute(insert(Badge), [{name: getattr(badge, name) for name in columns} for badge in badges])
    _record(session, [badge.id for badge in badges], BadgeEventKind.ISSUED)
    refresh(session, Subject.PERSON, [person_id for person_id, _ in people])
    return badges


def _expiry(event: EventRecord, moment: dt.datetime, asked: dt.datetime | None) -> dt.datetime:
    """Return a whole second: a token counts no fractions."""
    if asked is not None:
        if asked <= moment:
            raise InputError("people.expires_past", moment=asked.isoformat(" ", "minutes"))
        return asked.astimezone(dt.UTC).replace(microsecond=0)
    if event.ends_on is None:
        return (moment + _NO_DATES).replace(microsecond=0)
    day_after = dt.datetime.combine(event.ends_on, dt.time(), ZoneInfo(event.time_zone)) + dt.timedelta(days=2)
    # A badge issued after the event (a late print, a rehearsal of last year's file) is good for a day.
    return max(day_after.astimezone(dt.UTC), (moment + dt.timedelta(days=1)).replace(microsecond=0))


def _record(
    session: Session,
    badge_ids: Collection[uuid.UUID],
    kind: BadgeEventKind,
    *,
    reason: str = "",
    station: str = "",
    replaced_by: uuid.UUID | None = None,
) -> None:
    at = Place("reason", "–", ())
    shared = {
        "kind": kind,
        "reason": checks.line(reason, at),
        "station": checks.line(station, at),
        "replaced_by": replaced_by,
        "at": now(),
    }
    if badge_ids:
        session.execute(insert(BadgeEvent), [{"id": new_id(), "badge_id": badge, **shared} for badge in badge_ids])


def _live(session: Session, badge_id: uuid.UUID) -> BadgeRecord:
    badge = get_badge(session, badge_id)
    if badge.state is not BadgeState.ISSUED:
        raise RefusedError(f"people.badge_{badge.state}", number=badge.number)
    return badge


def _person(session: Session, person_id: uuid.UUID) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise InputError("people.not_there")
    return person
