"""What fields find when somebody types: organisations, topics, booths, people, rooms and halls of the open event."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from showcase.office.inspecting.links import Link
from showcase.office.labels import local
from showcase.text import fold, join

if TYPE_CHECKING:
    from showcase.app import App

_MOST: Final = 30


def link_organisation(record: Any) -> Link:
    """Return the link to an organisation or exhibitor."""
    return Link(record.id, local(record.name), f"organisations?id={record.id}")


def link_topic(record: Any) -> Link:
    """Return the link to a topic, which edits know by its ref."""
    return Link(record.ref, local(record.name), f"topics?id={record.id}")


def link_booth(record: Any) -> Link:
    """Return the link to a booth, which edits know by hall and code."""
    hall = local(record.hall_name) or record.hall
    return Link((record.hall, record.code), join((record.code, hall)), f"booths?id={record.id}")


def link_product(record: Any) -> Link:
    """Return the link to a product."""
    return Link(record.id, local(record.name), f"products?id={record.id}")


def link_hall(record: Any) -> Link:
    """Return the link to a hall: where it is drawn."""
    return Link(record.id, local(record.name) or record.code, "plan")


def link_person(record: Any, part: str = "") -> Link:
    """Return the link to a person."""
    return Link(record.id, join((record.name, part)), f"people?id={record.id}")


def link_speaker(record: Any, part: str = "speaker") -> Link:
    """Return the link to a speaker, whom edits know with the part they play."""
    return Link((record.id, part), join((record.name, local(record.organisation), part)), f"people?id={record.id}")


def find_organisations(app: App, typed: str) -> Sequence[Link]:
    """Return organisations by name."""
    from showcase.catalogue.queries import list_organisations
    from showcase.qt.translate import interface

    with app.reading() as session:
        return [
            link_organisation(it) for it in list_organisations(session, typed, limit=_MOST, language=interface.language)
        ]


def find_people(app: App, typed: str) -> Sequence[Link]:
    """Return people by name."""
    return [link_person(person) for person in _people(app, typed)]


def find_speakers(app: App, typed: str) -> Sequence[Link]:
    """Return people by name, to speak in a session."""
    return [link_speaker(person) for person in _people(app, typed)]


def _people(app: App, typed: str) -> Sequence[Any]:
    from showcase.people.queries import list_people
    from showcase.qt.translate import interface

    with app.reading() as session:
        return list_people(session, typed, limit=_MOST, language=interface.language)


def find_booths(app: App, typed: str) -> Sequence[Link]:
    """Return booths by code: those that are free first. A code that is not there yet becomes a new booth."""
    from showcase.catalogue.queries import list_booths, list_halls

    with app.reading() as session:
        booths = list_booths(session, typed, limit=200)
        halls = [hall.code for hall in list_halls(session)]
    links = [link_booth(booth) for booth in sorted(booths, key=lambda booth: bool(booth.exhibitors))][:_MOST]
    if typed and not any(fold(typed) == fold(booth.code) for booth in booths):
        hall, code = _new_place(typed, halls)
        links.append(Link((hall, code), join((f"+ {code}", hall))))
    return links


def _new_place(typed: str, halls: Sequence[str]) -> tuple[str, str]:
    """Return where a booth with a typed code would stand: "B 12" is booth 12 of hall B when there is such a hall."""
    first, _, rest = typed.partition(" ")
    known = {fold(hall): hall for hall in halls}
    if rest.strip() and fold(first) in known:
        return known[fold(first)], rest.strip()
    return (halls[0] if len(halls) == 1 else ""), typed


def find_topics(app: App, typed: str) -> Sequence[Link]:
    """Return topics whose name contains what was typed."""
    from showcase.catalogue.queries import list_topics

    with app.reading() as session:
        return _containing(typed, (link_topic(topic) for topic in list_topics(session)))


def find_parents(app: App, typed: str) -> Sequence[Link]:
    """Return topics that another may stand below."""
    from showcase.catalogue.queries import list_topics

    with app.reading() as session:
        topics = list_topics(session)
    return _containing(typed, (Link(it.id, local(it.name), f"topics?id={it.id}") for it in topics))


def find_halls(app: App, typed: str) -> Sequence[Link]:
    """Return the halls."""
    from showcase.catalogue.queries import list_halls

    with app.reading() as session:
        return _containing(typed, (Link(it.id, join((it.code, local(it.name)))) for it in list_halls(session)))


def find_rooms(app: App, typed: str) -> Sequence[Link]:
    """Return the rooms of the programme."""
    from showcase.catalogue.queries import list_rooms

    with app.reading() as session:
        return _containing(
            typed, (Link(it.id, join((local(it.name) or it.code, it.hall))) for it in list_rooms(session))
        )


def _containing(typed: str, links: Iterable[Link]) -> list[Link]:
    return [link for link in links if fold(typed) in fold(link.text)]


def products_of(app: App, record: Any) -> Sequence[Link]:
    """Return the products of an organisation, or those filed under a topic."""
    from showcase.catalogue.queries import list_products

    key = "organisation_id" if hasattr(record, "seeking") else "topic_id"
    with app.reading() as session:
        return [link_product(it) for it in list_products(session, limit=_MOST, **{key: record.id})]


def people_of(app: App, record: Any) -> Sequence[Link]:
    """Return the people of an organisation."""
    from showcase.people.queries import list_people

    with app.reading() as session:
        return [link_person(it) for it in list_people(session, organisation_id=record.id, limit=_MOST)]


def speakers_of(app: App, session_id: uuid.UUID) -> Sequence[Link]:
    """Return the speakers of a session, with their parts."""
    from showcase.people.queries import list_speakers

    with app.reading() as session:
        return [link_speaker(person, part) for person, part in list_speakers(session, session_id)]


def users_of(app: App, record: Any) -> Sequence[Link]:
    """Return the products, organisations and halls that show a picture."""
    from showcase.catalogue.queries import list_users_of_media

    with app.reading() as session:
        products, organisations, halls = list_users_of_media(session, record.id)
    return [*map(link_product, products), *map(link_organisation, organisations), *map(link_hall, halls)]
