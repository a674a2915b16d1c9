"""What a page of the plan was opened for: a booth, a place, or what stands there, and the way to it from here."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from showcase.errors import InputError

if TYPE_CHECKING:
    from showcase.catalogue.records import BoothRecord, OrganisationRecord
    from showcase.catalogue.ways import Way
    from showcase.kiosk.guide import Grounds
    from showcase.text import Texts


@dataclass(frozen=True, slots=True)
class Found:
    """What is looked for.

    Args:
        kind: "booth", "place", "product", "organisation" or "session".
        who: whose it is, or what it is called.
        what: the product, the room, or what else stands under `who`.
        code: of its booth, "" where it has none.
        spot: the id of its booth or place.
        hall: the code of its hall, "" where that is not known.
        hall_name: its name.
        way: from here, None where none is known.
    """

    kind: str
    who: Texts
    what: Texts
    code: str = ""
    spot: uuid.UUID | None = None
    hall: str = ""
    hall_name: Texts | None = None
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """What was touched on the plan: who has the booth, and the way there from here."""

    spot: uuid.UUID
    exhibitors: Sequence[OrganisationRecord]
    way: Way | None


def find(session: Any, grounds: Grounds, subject: str, *, step_free: bool = False) -> Found | None:
    """Return what a subject is and the way to it; None where there is no such thing any more.

    Args:
        session: of the event.
        grounds: what is where.
        subject: "ID" of a booth or a place, or "KIND:ID".
        step_free: the way should have no stairs.
    """
    kind, _, which = subject.rpartition(":")
    try:
        one = uuid.UUID(which)
    except ValueError:
        return None
    found = _FINDERS[kind or "booth"](session, grounds, one) if (kind or "booth") in _FINDERS else None
    if found is None or found.spot is None:
        return found
    return replace(found, way=grounds.way(found.spot, step_free=step_free))


def find_picked(session: Any, grounds: Grounds, spot: uuid.UUID) -> Picked:
    """Return who has a booth that was touched; nobody has a place."""
    from showcase.catalogue.queries import list_booths, list_organisations

    ids = [it.id for booth in list_booths(session, ids=[spot]) for it in booth.exhibitors]
    records = {record.id: record for record in list_organisations(session, ids=ids)} if ids else {}
    return Picked(spot, [records[one] for one in ids if one in records], grounds.way(spot))


def booths_of(session: Any, entries: Sequence[str]) -> frozenset[uuid.UUID]:
    """Return the booths of what is on the short list."""
    from showcase.catalogue.queries import list_organisations, list_products

    lists: dict[str, Any] = {"product": list_products, "organisation": list_organisations}
    found: set[uuid.UUID] = set()
    for kind, read in lists.items():
        ids = [uuid.UUID(entry.partition(":")[2]) for entry in entries if entry.startswith(f"{kind}:")]
        records = read(session, ids=ids) if ids else ()
        found |= {booth.id for record in records for booth in record.booths}
    return frozenset(found)


def _standing(grounds: Grounds, found: Found, booths: Sequence[BoothRecord]) -> Found:
    """Return something with its booth: the one that is reached first, else one that is drawn, else the first."""
    if not booths:
        return found
    near = grounds.nearest([booth.id for booth in booths])
    drawn = {it.id for it in grounds.site.booths if it.rect is not None}
    chosen = next((booth for booth in booths if near and booth.id == near[0]), None)
    chosen = chosen or next((booth for booth in booths if booth.id in drawn), booths[0])
    return replace(found, code=chosen.code, spot=chosen.id, hall=chosen.hall, hall_name=chosen.hall_name)


def _booth(session: Any, grounds: Grounds, one: uuid.UUID) -> Found | None:
    from showcase.catalogue.queries import list_booths

    booths = list_booths(session, ids=[one])
    if not booths:
        return _place(session, grounds, one)
    (booth,) = booths
    exhibitors = [it.name for it in booth.exhibitors]
    named = [name for name in (booth.name, *exhibitors) if any(name.values())]
    found = Found("booth", named[0] if named else {}, named[1] if len(named) > 1 else {})
    return _standing(grounds, found, booths)


def _place(_session: Any, grounds: Grounds, one: uuid.UUID) -> Found | None:
    place = next((it for it in grounds.site.places if it.id == one), None)
    if place is None:
        return None
    hall = next((it for it in grounds.site.halls if it.id == place.hall_id), None)
    hall_code, hall_name = (hall.code, hall.name) if hall else ("", {})
    return Found("place", place.name, {}, "", place.id, hall_code, hall_name)


def _product(session: Any, grounds: Grounds, one: uuid.UUID) -> Found | None:
    from showcase.catalogue.queries import get_product

    try:
        product = get_product(session, one)
    except InputError:
        return None
    return _standing(grounds, Found("product", product.exhibitor.name, product.name), product.booths)


def _organisation(session: Any, grounds: Grounds, one: uuid.UUID) -> Found | None:
    from showcase.catalogue.queries import get_organisation

    try:
        organisation = get_organisation(session, one)
    except InputError:
        return None
    return _standing(grounds, Found("organisation", organisation.name, {}), organisation.booths)


def _session(session: Any, grounds: Grounds, one: uuid.UUID) -> Found | None:
    from showcase.catalogue.queries import list_booths, list_rooms, list_sessions

    talks = list_sessions(session, ids=[one])
    if not talks:
        return None
    (talk,) = talks
    found = Found("session", talk.room_name, talk.title)
    at = grounds.rooms.get(talk.room_id) if talk.room_id else None
    if at is None:
        room = next((it for it in list_rooms(session) if it.id == talk.room_id), None)
        hall = next((it for it in grounds.site.halls if room and it.code == room.hall), None)
        return replace(found, hall=hall.code, hall_name=hall.name) if hall else found
    booths = list_booths(session, ids=[at])
    if booths:
        return _standing(grounds, found, booths)
    place = _place(session, grounds, at)
    return replace(place, kind="session", who=talk.room_name, what=talk.title) if place else found


_FINDERS = {
    "booth": _booth,
    "place": _place,
    "product": _product,
    "organisation": _organisation,
    "session": _session,
}
