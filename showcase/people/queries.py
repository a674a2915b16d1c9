"""Reading people, their badges and their consent: every list is a fixed number of statements, whatever its length."""

import uuid
from collections.abc import Collection, Iterable
from typing import Any, Final, Literal, Unpack

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Media, Organisation
from showcase.catalogue.indexing import Ids, rows_of
from showcase.catalogue.kinds import Subject
from showcase.catalogue.search import count_found, found, words_of
from showcase.catalogue.views import View, by_name, count, narrowed, record_of
from showcase.errors import InputError
from showcase.people import indexing
from showcase.people.entities import Badge, BadgeEvent, Consent, Person, SessionSpeaker, SigningKey
from showcase.people.kinds import BadgeEventKind, BadgeState, NameOrder, Role
from showcase.people.records import BadgeEventRecord, BadgeRecord, ConsentRecord, PersonRecord
from showcase.qr.payload import find_token, looks_like_number
from showcase.text import full_name

__all__ = [
    "count_badges",
    "count_people",
    "find_badge",
    "get_badge",
    "get_person",
    "has_signing_key",
    "indexing",
    "list_badge_events",
    "list_badges",
    "list_consents",
    "list_holders",
    "list_namesakes",
    "list_people",
    "list_public_keys",
    "list_speaker_names",
    "list_speakers",
    "live_badges",
]

_ENDS: Final = {BadgeEventKind.REVOKED: BadgeState.REVOKED, BadgeEventKind.REPLACED: BadgeState.REPLACED}
_NAMESAKES: Final = 50
"""Who contains a name that are looked at."""
_ORDERS: Final = {
    "name": by_name(Person),
    "role": Person.role,
    "organisation": {
        language: func.coalesce(column, Person.organisation_name) for language, column in by_name(Organisation).items()
    },
    "country": Person.country,
    "updated": Person.updated_at,
}


def list_people(
    session: Session,
    text: str = "",
    *,
    role: Role | None = None,
    badge: Literal["live", "none", "unprinted"] | None = None,
    organisation_id: uuid.UUID | None = None,
    **view: Unpack[View],
) -> list[PersonRecord]:
    """Return people with their live badge, by name (or role, organisation, country, updated)."""
    statement = (
        select(Person.__table__, Organisation.name.label("organisation"), Media.sha256.label("photo"))
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .outerjoin(Media, Media.id == Person.photo_id)
    )
    condition = _wanted(session, text, role, badge)
    if organisation_id is not None:
        condition &= Person.organisation_id == organisation_id
    rows = session.execute(narrowed(session, statement, Person, condition, view=view, orders=_ORDERS)).mappings().all()
    badges = live_badges(session, [row["id"] for row in rows])
    return [_person(row, badges.get(row["id"])) for row in rows]


def get_person(session: Session, person_id: uuid.UUID) -> PersonRecord:
    """Return one person, deleted or not.

    Raises:
        InputError: when there is nobody with this id.
    """
    for deleted in (False, True):
        for person in list_people(session, ids=[person_id], deleted=deleted):
            return person
    raise InputError("people.not_there")


def count_people(
    session: Session,
    text: str = "",
    *,
    role: Role | None = None,
    badge: Literal["live", "none", "unprinted"] | None = None,
    **view: Unpack[View],
) -> int:
    """Return how many people a list without limit would hold."""
    if text.strip() and role is None and badge is None and not view.get("deleted"):
        return count_found(session, text, Subject.PERSON)
    return count(session, Person, _wanted(session, text, role, badge), view)


def live_badges(session: Session, people: Ids) -> dict[uuid.UUID, BadgeRecord]:
    """Return the badge that is neither revoked nor replaced of each person who has one."""
    rows = list(rows_of(session, select(Badge.__table__).where(_LIVE), Badge.person_id, people))
    printed = _printed(session, None if people is None else [row.id for row in rows])
    return {row.person_id: _badge(row, BadgeState.ISSUED, printed) for row in rows}


def list_badges(session: Session, person_id: uuid.UUID) -> list[BadgeRecord]:
    """Return all badges a person ever had, the newest first."""
    return _badges(session, Badge.person_id == person_id)


def get_badge(session: Session, badge_id: uuid.UUID) -> BadgeRecord:
    """Return one badge.

    Raises:
        InputError: when there is no badge with this id.
    """
    for badge in _badges(session, Badge.id == badge_id):
        return badge
    raise InputError("people.badge_not_there")


def find_badge(session: Session, text: str) -> BadgeRecord | None:
    """Return the badge whose code or 8-digit number a text is, live or not, with or without blanks in it."""
    said = "".join(text.split())
    signed = find_token(said)
    if signed is not None:
        found = _badges(session, (Badge.id == uuid.UUID(bytes=signed.payload.badge_id)) & (Badge.token == said))
    else:
        found = _badges(session, Badge.number == said) if looks_like_number(said) else []
    return next(iter(found), None)


def list_holders(session: Session, badges: Collection[uuid.UUID]) -> list[uuid.UUID]:
    """Return who was given these badges, everybody once."""
    rows = rows_of(session, select(Badge.person_id), Badge.id, badges)
    return list(dict.fromkeys(row.person_id for row in rows))


def list_namesakes(session: Session, family_name: str, given_name: str, email: str = "") -> list[PersonRecord]:
    """Return who has the same name, without accents and in any order, or the same e-mail: perhaps the same person."""
    name, address = set(words_of(f"{family_name} {given_name}")), email.strip().casefold()
    same: dict[uuid.UUID, PersonRecord] = {}
    if family_name.strip() and given_name.strip():
        for person in list_people(session, f"{family_name} {given_name}", limit=_NAMESAKES):
            if set(words_of(person.name)) == name:
                same[person.id] = person
    if address:
        for person in list_people(session, address, limit=_NAMESAKES):
            if person.email.casefold() == address:
                same[person.id] = person
    return list(same.values())


def count_badges(session: Session) -> int:
    """Return how many badges are live."""
    return session.execute(select(func.count()).select_from(Badge).where(_LIVE)).scalar_one()


def list_badge_events(session: Session, badge_id: uuid.UUID) -> list[BadgeEventRecord]:
    """Return what happened to a badge, in order."""
    statement = select(BadgeEvent.__table__).where(BadgeEvent.badge_id == badge_id).order_by(BadgeEvent.id)
    return [record_of(BadgeEventRecord, row) for row in session.execute(statement).mappings()]


def list_consents(session: Session, person_id: uuid.UUID) -> list[ConsentRecord]:
    """Return somebody's last word on each purpose, by purpose."""
    statement = select(Consent.__table__).where(Consent.person_id == person_id).order_by(Consent.id)
    latest = {row["purpose"]: record_of(ConsentRecord, row) for row in session.execute(statement).mappings()}
    return [latest[purpose] for purpose in sorted(latest)]


def list_speakers(session: Session, session_id: uuid.UUID) -> list[tuple[PersonRecord, str]]:
    """Return the speakers of a session of the programme in their order, each with the part they play."""
    link = SessionSpeaker
    statement = select(link.person_id, link.part).where(link.session_id == session_id).order_by(link.position)
    parts = {row.person_id: row.part for row in session.execute(statement)}
    known = {person.id: person for person in list_people(session, ids=list(parts))}
    return [(known[person_id], part) for person_id, part in parts.items() if person_id in known]


def list_speaker_names(session: Session) -> dict[uuid.UUID, tuple[str, ...]]:
    """Return session of the programme -> the names of its speakers in their order, and nothing else about them."""
    columns = (Person.family_name, Person.given_name, Person.name_order)
    statement = (
        select(SessionSpeaker.session_id, *columns)
        .join(Person, Person.id == SessionSpeaker.person_id)
        .where(Person.deleted_at.is_(None))
        .order_by(SessionSpeaker.session_id, SessionSpeaker.position)
    )
    names: dict[uuid.UUID, tuple[str, ...]] = {}
    for row in session.execute(statement):
        family_first = row.name_order is NameOrder.FAMILY_FIRST
        name = full_name(row.family_name, row.given_name, family_first=family_first)
        names[row.session_id] = (*names.get(row.session_id, ()), name)
    return names


def has_signing_key(session: Session) -> bool:
    """Return whether the event has a key pair yet; it is made when the first badge is issued."""
    return session.execute(select(SigningKey.key_id).limit(1)).first() is not None


def list_public_keys(session: Session) -> dict[int, bytes]:
    """Return key id -> public key, retired keys included: badges signed with them are still good."""
    return {row.key_id: row.public_key for row in session.execute(select(SigningKey.key_id, SigningKey.public_key))}


_LIVE: Final[ColumnElement[bool]] = ~exists().where(BadgeEvent.badge_id == Badge.id, BadgeEvent.kind.in_(list(_ENDS)))
"""A badge that is neither revoked nor replaced."""
_PRINTED: Final[ColumnElement[bool]] = exists().where(
    BadgeEvent.badge_id == Badge.id, BadgeEvent.kind == BadgeEventKind.PRINTED
)


def _wanted(
    session: Session, text: str, role: Role | None, badge: Literal["live", "none", "unprinted"] | None
) -> ColumnElement[bool]:
    condition = found(session, text, Subject.PERSON, Person.search_key)
    if role is not None:
        condition &= Person.role == role
    if badge is not None:
        holders = select(Badge.person_id).where(_LIVE)
        if badge == "unprinted":
            holders = holders.where(~_PRINTED)
        condition &= Person.id.not_in(holders) if badge == "none" else Person.id.in_(holders)
    return condition


def _badges(session: Session, condition: ColumnElement[bool]) -> list[BadgeRecord]:
    statement = select(Badge.__table__).where(condition).order_by(Badge.issued_at.desc(), Badge.id)
    rows = session.execute(statement).all()
    ids = [row.id for row in rows]
    ended = select(BadgeEvent.badge_id, BadgeEvent.kind).where(BadgeEvent.kind.in_(list(_ENDS))).order_by(BadgeEvent.id)
    states = {row.badge_id: _ENDS[row.kind] for row in rows_of(session, ended, BadgeEvent.badge_id, ids)}
    printed = _printed(session, ids)
    return [_badge(row, states.get(row.id, BadgeState.ISSUED), printed) for row in rows]


def _printed(session: Session, badges: Collection[uuid.UUID] | None) -> dict[uuid.UUID, Any]:
    printings = select(BadgeEvent.badge_id, BadgeEvent.at).where(BadgeEvent.kind == BadgeEventKind.PRINTED)
    rows: Iterable[Any] = rows_of(session, printings.order_by(BadgeEvent.id), BadgeEvent.badge_id, badges)
    return {row.badge_id: row.at for row in rows}


def _badge(row: Any, state: BadgeState, printed: dict[uuid.UUID, Any]) -> BadgeRecord:
    return record_of(BadgeRecord, row._asdict(), state=state, printed_at=printed.get(row.id))


def _person(row: Any, badge: BadgeRecord | None) -> PersonRecord:
    line = row["organisation_name"]
    organisation = row["organisation"] or ({"": line} if line else {})
    return record_of(PersonRecord, row, organisation=organisation, badge=badge)
