"""What an event gives a station: read from catalogue, people and badges, numbered and signed."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Booth, BoothAssignment, Hall, Organisation, Product
from showcase.catalogue.queries import get_event
from showcase.catalogue.views import by_name
from showcase.leads.entities import StationList
from showcase.leads.kinds import CardState, StationKind
from showcase.leads.lists import EndedRow, HolderRow, Parts, SignedList, ThingRow, digests_of
from showcase.leads.plain import About, Manifest
from showcase.leads.records import Card, EventInfo
from showcase.leads.sealing import person_of, seal, subject_of
from showcase.people.entities import Badge, BadgeEvent, Consent, Person
from showcase.people.keys import current_key_id
from showcase.people.kinds import BadgeEventKind, BadgeState, NameOrder, Purpose
from showcase.people.queries import list_public_keys
from showcase.progress import Progress, no_progress
from showcase.qr.signing import Signer
from showcase.store.columns import now
from showcase.text import full_name

_ENDS: Final = {BadgeEventKind.REVOKED: BadgeState.REVOKED, BadgeEventKind.REPLACED: BadgeState.REPLACED}
_STEP: Final = 1_000


def event_info(session: Session) -> EventInfo:
    """Return what a station knows of the event."""
    event = get_event(session)
    return EventInfo(
        event.id, event.name, event.time_zone, event.languages, event.role_words, event.token_number, event.base_url
    )


def make_list(session: Session, signer: Signer, about: About, progress: Progress = no_progress) -> SignedList:
    """Return the next list for a station, signed; the event keeps its number.

    Args:
        session: of a writing transaction.
        signer: the event's, unlocked.
        about: what it is for.
        progress: called with badges sealed and their number.
    """
    number = (session.execute(select(func.max(StationList.number))).scalar() or 0) + 1
    holders = list(_holders(session, about.kind, progress))
    ended = _ended(session)
    parts = Parts(about, list_public_keys(session), ended, holders, _things(session, about.scope))
    moment = now().replace(microsecond=0)
    key_id = current_key_id(session)
    manifest = Manifest(number, moment, key_id, about.event.token_number, digests_of(parts))
    session.add(
        StationList(
            number=number,
            issued_at=moment,
            key_id=key_id,
            ended=len(ended),
            withdrawn=sum(row.state is CardState.WITHDRAWN for row in holders),
        )
    )
    session.flush()
    return SignedList(manifest, signer.sign_list(manifest.content()), parts)


def consents(session: Session) -> dict[uuid.UUID, CardState]:
    """Return person -> whether exhibitors who scan their badge may know them; who was never asked is not in it."""
    states: dict[uuid.UUID, CardState] = {}
    statement = (
        select(Consent.person_id, Consent.given).where(Consent.purpose == Purpose.EXHIBITORS.value).order_by(Consent.id)
    )
    for row in session.execute(statement):
        before = states.get(row.person_id)
        if row.given:
            states[row.person_id] = CardState.GIVEN
        elif before in {CardState.GIVEN, CardState.WITHDRAWN}:
            states[row.person_id] = CardState.WITHDRAWN
        else:
            states[row.person_id] = CardState.NOT_GIVEN
    return states


def phone_consents(session: Session) -> set[uuid.UUID]:
    """Return who lets exhibitors have their telephone number as well."""
    statement = (
        select(Consent.person_id, Consent.given)
        .where(Consent.purpose == Purpose.EXHIBITORS_PHONE.value)
        .order_by(Consent.id)
    )
    latest = {row.person_id: row.given for row in session.execute(statement)}
    return {person for person, given in latest.items() if given}


def badge_cards(session: Session, kind: StationKind) -> Iterable[tuple[Any, Card | None, CardState]]:
    """Yield every badge that was ever issued with the card of its holder, as far as a station may have it.

    An exhibitor gets what the visitor agreed to. The doors belong to the organisers: they see name and organisation, as
    they are printed on the badge, and no address.
    """
    states, phones = consents(session), phone_consents(session)
    statement = (
        select(
            Badge.id,
            Badge.number,
            Badge.role,
            Badge.expires_at,
            Badge.person_id,
            Person.family_name,
            Person.given_name,
            Person.name_order,
            Person.job_title,
            Person.organisation_name,
            Person.country,
            Person.place,
            Person.email,
            Person.phone,
            Person.languages,
            Person.deleted_at,
            Organisation.name.label("organisation"),
        )
        .outerjoin(Person, Person.id == Badge.person_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .order_by(Badge.id)
    )
    for row in session.execute(statement):
        gone = row.family_name is None or row.deleted_at is not None
        if gone:
            state = CardState.WITHDRAWN
        elif kind is StationKind.DOOR:
            state = CardState.GIVEN
        else:
            state = states.get(row.person_id, CardState.NOT_GIVEN)
        if state is not CardState.GIVEN:
            yield row, None, state
            continue
        reachable = kind is StationKind.BOOTH
        email = row.email if reachable else ""
        yield row, _card(row, email, row.phone if reachable and row.person_id in phones else ""), state


def _card(row: Any, email: str, phone: str) -> Card:
    line = row.organisation_name
    name = full_name(row.family_name, row.given_name, family_first=row.name_order is NameOrder.FAMILY_FIRST)
    return Card(
        person=person_of(row.person_id),
        family_name=row.family_name,
        given_name=row.given_name,
        name=name,
        job_title=row.job_title,
        organisation=row.organisation or ({"": line} if line else {}),
        country=row.country or "",
        place=row.place,
        role=row.role,
        number=row.number,
        email=email,
        phone=phone,
        languages=tuple(row.languages),
    )


def _holders(session: Session, kind: StationKind, progress: Progress) -> Iterable[HolderRow]:
    total = session.execute(select(func.count()).select_from(Badge)).scalar_one()
    for done, (row, card, state) in enumerate(badge_cards(session, kind)):
        if done % _STEP == 0:
            progress(done, total)
        sealed = seal(row.id, card) if card else None
        yield HolderRow(subject_of(row.id), row.number, row.role, int(row.expires_at.timestamp()), state, sealed)
    progress(total, total)


def _ended(session: Session) -> list[EndedRow]:
    statement = (
        select(BadgeEvent.badge_id, BadgeEvent.kind, BadgeEvent.at)
        .where(BadgeEvent.kind.in_(list(_ENDS)))
        .order_by(BadgeEvent.id)
    )
    rows = {row.badge_id: row for row in session.execute(statement)}
    return [EndedRow(subject_of(badge), _ENDS[row.kind], int(row.at.timestamp())) for badge, row in rows.items()]


def _things(session: Session, scope: uuid.UUID) -> list[ThingRow]:
    """Return what signs stand for; the products of the exhibitor come first and in the order of their names."""
    exhibitors = {
        row.id: row
        for row in session.execute(
            select(Organisation.id, Organisation.name, Organisation.number).where(Organisation.deleted_at.is_(None))
        )
    }
    things = [ThingRow(row.number, "E", row.id, row.name, row.name, row.id == scope, 0) for row in exhibitors.values()]
    products = (
        select(Product.id, Product.number, Product.name, Product.organisation_id)
        .where(Product.deleted_at.is_(None))
        .order_by(by_name(Product)["vi"], Product.id)
    )
    for position, row in enumerate(session.execute(products)):
        names: Mapping[str, str] = exhibitors[row.organisation_id].name if row.organisation_id in exhibitors else {}
        things.append(ThingRow(row.number, "P", row.id, row.name, names, row.organisation_id == scope, position))
    booths = (
        select(Booth.id, Booth.number, Booth.code, Hall.code.label("hall"), Organisation.name, Organisation.id)
        .outerjoin(Hall, Hall.id == Booth.hall_id)
        .outerjoin(BoothAssignment, BoothAssignment.booth_id == Booth.id)
        .outerjoin(Organisation, Organisation.id == BoothAssignment.organisation_id)
        .where(Booth.deleted_at.is_(None))
        .order_by(Booth.sort, BoothAssignment.position)
    )
    seen: set[uuid.UUID] = set()
    for position, booth in enumerate(session.execute(booths)):
        if booth[0] not in seen:
            seen.add(booth[0])
            things.append(
                ThingRow(booth[1], "B", booth[0], {"": booth[2]}, booth[4] or {}, booth[5] == scope, position)
            )
    return things
