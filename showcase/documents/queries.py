"""What there is to print: badges, signs and cards of an event as items, each list in a fixed number of statements."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy.orm import Session

from showcase.catalogue.ordering import code_order
from showcase.catalogue.queries import get_event, list_organisations, list_products
from showcase.catalogue.records import BoothRecord, EventRecord, OrganisationRecord, ProductRecord
from showcase.documents.colours import ROLE_WORDS
from showcase.documents.items import Kind, PrintItem, Value, badge_names, number_in_groups
from showcase.documents.kinds import KINDS
from showcase.documents.lockup import country_name, event_lines, seeking_words
from showcase.documents.page import Notice
from showcase.documents.parts import base_of, codes_of, icon_of, site_of
from showcase.documents.programme import programme_rows
from showcase.people.kinds import Role
from showcase.people.queries import list_holders, list_people
from showcase.people.records import PersonRecord
from showcase.qr.payload import sign_url
from showcase.text import join, pick

_NOBODY: Final = uuid.UUID(int=0)
_AT_TABLES: Final = frozenset({Role.SPEAKER, Role.VIP, Role.ORGANISER})
"""Roles of those who sit at a table in front of others."""


def list_items(session: Session, kind: Kind, base_url: str | None = None) -> list[PrintItem]:
    """Return what there is to print of a kind; see the function that its entry in the registry names."""
    return KINDS[kind].items(session, base_url)


def list_badges(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a badge of everyone; see `list_badge_items`. Its code leads nowhere, so it needs no address."""
    del base_url
    return list_badge_items(session)


def list_badge_items(session: Session, badges: Collection[uuid.UUID] | None = None) -> list[PrintItem]:
    """Return a badge of everyone, sorted as lists of people are; who has no live badge is stopped by the layout.

    The subject is the badge, or the person where there is none. With `badges`, only who was given one of these.
    """
    event = get_event(session)
    people = list_people(session, ids=None if badges is None else list_holders(session, badges))
    organisations = _employers(session, people)
    aside: dict[str, Value] = {
        "site": site_of(event),
        "wifi": event.venue.get("wifi", {}).get("name", ""),
        "programme": programme_rows(session, event),
    }
    shared = dict(event_lines(event))
    return [
        _badge(person, organisations.get(person.organisation_id or _NOBODY), event, shared, aside) for person in people
    ]


def list_tents(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a table tent of everybody who sits at a table in front of others: speakers, hosts and guests of honour."""
    del base_url
    event = get_event(session)
    people = [person for person in list_people(session) if person.role in _AT_TABLES]
    organisations = _employers(session, people)
    shared = dict(event_lines(event))
    return [
        PrintItem(
            str(person.id),
            "tent",
            person.name,
            {**shared, **_person(person, person.role, organisations.get(person.organisation_id or _NOBODY), event)},
            aside=_speaks(person),
        )
        for person in people
    ]


def _employers(session: Session, people: Sequence[PersonRecord]) -> dict[uuid.UUID, OrganisationRecord]:
    employers = {person.organisation_id for person in people if person.organisation_id}
    return {record.id: record for record in list_organisations(session, ids=employers)} if employers else {}


def _badge(
    person: PersonRecord,
    employer: OrganisationRecord | None,
    event: EventRecord,
    shared: Mapping[str, Value],
    aside: Mapping[str, Value],
) -> PrintItem:
    badge = person.badge
    role = badge.role if badge else person.role
    booths = employer.booths if employer and role is Role.EXHIBITOR else ()
    values: dict[str, Value] = {
        **shared,
        **_person(person, role, employer, event),
        "booth": codes_of(booths),
        "token": badge.token if badge else "",
        "number": number_in_groups(badge.number) if badge else "",
    }
    aside = {**aside, "photo": person.photo or "", **_speaks(person)}
    return PrintItem(str(badge.id if badge else person.id), "badge", person.name, values, aside=aside)


def _speaks(person: PersonRecord) -> dict[str, Value]:
    return {"language": person.languages[0] if person.languages else ""}


def _person(
    person: PersonRecord, role: Role, employer: OrganisationRecord | None, event: EventRecord
) -> dict[str, Value]:
    """Return what badges and tents say about somebody."""
    given, full = badge_names(person.given_name, person.name)
    return {
        "given": given,
        "full": full,
        "job": person.job_title,
        "org": person.organisation,
        "org_short": employer.short_name if employer else "",
        "place": person.place or country_name(person.country),
        "role": role.value,
        "role_word": {**ROLE_WORDS[role], **event.role_words.get(role, {})},
    }


def list_sign_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a sign for each exhibitor and booth, by hall and code, as they are hung.

    Args:
        session: the event.
        base_url: where the codes lead to; without one, that of the event.

    Raises:
        RefusedError: when there is no address to lead to.
        InputError: when the address cannot stand in a code.
    """
    event = get_event(session)
    base = base_of(event, base_url)
    exhibitors = list_organisations(session, exhibits=True)
    places = [(booth, exhibitor) for exhibitor in exhibitors for booth in exhibitor.booths]
    places.sort(key=lambda place: code_order(place[0].hall, place[0].code))
    shared = dict(event_lines(event))
    return [_sign(booth, exhibitor, base, shared) for booth, exhibitor in places]


def list_boothless(session: Session) -> list[Notice]:
    """Return what to say about exhibitors that have no booth, and so no sign."""
    languages = get_event(session).languages
    exhibitors = (exhibitor for exhibitor in list_organisations(session, exhibits=True) if not exhibitor.booths)
    return [
        Notice("look", "documents.booth_missing", {"name": pick(exhibitor.name, languages)[1]})
        for exhibitor in exhibitors
    ]


def _sign(booth: BoothRecord, exhibitor: OrganisationRecord, base: str, shared: Mapping[str, Value]) -> PrintItem:
    values: dict[str, Value] = {
        **shared,
        "code": booth.code,
        "name": exhibitor.name,
        "name_short": exhibitor.short_name,
        "topics": tuple({"word": topic.name, "icon": icon_of(topic)} for topic in exhibitor.topics),
        "url": sign_url(base, "E", exhibitor.number),
    }
    title = join((join((booth.hall, booth.code), " "), pick(exhibitor.name, ())[1]))
    return PrintItem(str(exhibitor.id), "booth_sign", title, values)


def list_card_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a card for each product and service, by name.

    Args:
        session: the event.
        base_url: where the codes lead to; without one, that of the event.

    Raises:
        RefusedError: when there is no address to lead to.
        InputError: when the address cannot stand in a code.
    """
    event = get_event(session)
    base = base_of(event, base_url)
    shared = dict(event_lines(event))
    return [_card(product, base, shared) for product in list_products(session)]


def _card(product: ProductRecord, base: str, shared: Mapping[str, Value]) -> PrintItem:
    cover = product.cover
    topic = next(iter(product.topics), None)
    values: dict[str, Value] = {
        **shared,
        "picture": cover.sha256 if cover else "",
        "picture_focus": (cover.focus_x, cover.focus_y) if cover else (0.5, 0.5),
        "motif": topic.motif if topic else "",
        "topic": topic.name if topic else "",
        "topic_icon": icon_of(topic) if topic else "",
        "name": product.name,
        "pitch": product.pitch,
        "facts": tuple(fact for fact in product.facts if fact.get("value")),
        "seeks": seeking_words(product.seeking),
        "booth": codes_of(product.booths),
        "org": product.exhibitor.name,
        "org_short": product.exhibitor.short_name,
        "url": sign_url(base, "P", product.number),
    }
    return PrintItem(str(product.id), "product_card", pick(product.name, ())[1], values)
