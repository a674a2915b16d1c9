"""Changing what is where on the floor: halls, booths and who has them, places and where they lead."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.checks import Place as At
from showcase.catalogue.entities import Booth, BoothAssignment, Hall, Organisation, Place
from showcase.catalogue.fields import BOOTH, HALL, PLACE
from showcase.catalogue.indexing import languages, refresh_tied
from showcase.catalogue.kinds import PASSAGES, Subject
from showcase.catalogue.search import refresh
from showcase.catalogue.writing import add, find, mark, put_in_order, update
from showcase.errors import InputError
from showcase.text import clean


def add_hall(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a hall and return its id.

    Raises:
        InputError: when a field cannot be taken.
    """
    return add(session, HALL, fields)


def add_booth(session: Session, hall: str, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a booth to the hall with this code ("" for none; made when there is none) and return its id.

    Raises:
        InputError: when a field cannot be taken or the hall has a booth with this code.
    """
    given = {**fields, "hall_id": ensure_hall(session, hall)}
    _claim(session, None, given["hall_id"], given.get("code"))
    return add(session, BOOTH, given)


def update_booth(session: Session, booth_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a booth (`hall_id` moves it); return whether anything was different.

    Raises:
        InputError: when there is no such booth, a field cannot be taken, or the code is in use in the hall.
    """
    booth = find(session, Booth, booth_id)
    _claim(session, booth_id, fields.get("hall_id", booth.hall_id), fields.get("code", booth.code))
    changed = update(session, BOOTH, booth_id, fields)
    if changed:
        _refresh_exhibitors(session, [booth_id])
    return changed


def delete_booth(session: Session, booth_id: uuid.UUID) -> None:
    """Delete a booth; it can be restored.

    Raises:
        InputError: when there is no such booth.
    """
    mark(session, Booth, Subject.BOOTH, booth_id, deleted=True)
    _refresh_exhibitors(session, [booth_id])


def restore_booth(session: Session, booth_id: uuid.UUID) -> None:
    """Take back `delete_booth`.

    Raises:
        InputError: when there is no such booth, or its code was given to another one.
    """
    booth = find(session, Booth, booth_id)
    _claim(session, booth_id, booth.hall_id, booth.code)
    mark(session, Booth, Subject.BOOTH, booth_id, deleted=False)
    _refresh_exhibitors(session, [booth_id])


def assign_booths(session: Session, organisation_id: uuid.UUID, places: Sequence[tuple[str, str]]) -> bool:
    """Give an organisation exactly these booths, in this order; return whether that was different before.

    Args:
        session: of a writing transaction.
        organisation_id: whose booths they are.
        places: (code of the hall or "", code of the booth); halls and booths that do not exist are made.

    Raises:
        InputError: when there is no such organisation or a code cannot be taken.
    """
    find(session, Organisation, organisation_id)
    wanted = list(dict.fromkeys(_ensure_booth(session, hall, code) for hall, code in places))
    mine = BoothAssignment.organisation_id == organisation_id
    present = list(session.scalars(select(BoothAssignment.booth_id).where(mine).order_by(BoothAssignment.position)))
    if wanted == present:
        return False
    session.execute(delete(BoothAssignment).where(mine))
    session.add_all(
        BoothAssignment(organisation_id=organisation_id, booth_id=booth_id, position=position)
        for position, booth_id in enumerate(wanted)
    )
    session.flush()
    refresh(session, Subject.ORGANISATION, [organisation_id])
    refresh(session, Subject.BOOTH, {*wanted, *present})
    return True


def assign_exhibitors(session: Session, booth_id: uuid.UUID, organisations: Sequence[uuid.UUID]) -> bool:
    """Give a booth to exactly these organisations; return whether that was different before.

    An organisation keeps its other booths; this one comes last among them.

    Raises:
        InputError: when there is no such booth or organisation.
    """
    booth = find(session, Booth, booth_id)
    wanted = {find(session, Organisation, it).id for it in organisations}
    here = BoothAssignment.booth_id == booth.id
    present = set(session.scalars(select(BoothAssignment.organisation_id).where(here)))
    if wanted == present:
        return False
    session.execute(delete(BoothAssignment).where(here, BoothAssignment.organisation_id.not_in(wanted)))
    last = func.coalesce(func.max(BoothAssignment.position), -1) + 1
    for organisation in sorted(wanted - present):
        place = session.execute(select(last).where(BoothAssignment.organisation_id == organisation)).scalar_one()
        session.add(BoothAssignment(organisation_id=organisation, booth_id=booth_id, position=place))
    session.flush()
    refresh(session, Subject.ORGANISATION, wanted | present)
    refresh(session, Subject.BOOTH, [booth_id])
    return True


def update_hall(session: Session, hall_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a hall; return whether anything was different.

    Raises:
        InputError: when there is no such hall or a field cannot be taken.
    """
    changed = update(session, HALL, hall_id, fields)
    if changed and "code" in fields:
        for booth in session.scalars(select(Booth).where(Booth.hall_id == hall_id)):
            put_in_order(session, BOOTH, booth)
        session.flush()
    if changed and {"code", "name"} & fields.keys():
        refresh_tied(session, "halls", hall_id)
    return changed


def add_place(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a place and return its id.

    Raises:
        InputError: when a field cannot be taken, or the place cannot lead where it should.
    """
    _check_passage(session, fields)
    return add(session, PLACE, fields)


def update_place(session: Session, place_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a place; return whether anything was different.

    Raises:
        InputError: when there is no such place, a field cannot be taken, or it cannot lead where it should.
    """
    place = find(session, Place, place_id)
    known = {name: getattr(place, name) for name in ("kind", "hall_id", "leads_to_id")}
    _check_passage(session, {**known, **fields})
    return update(session, PLACE, place_id, fields)


def restore_place(session: Session, place_id: uuid.UUID) -> None:
    """Take a place out of the bin.

    Raises:
        InputError: when there is no such place, or its hall was deleted meanwhile.
    """
    place = find(session, Place, place_id)
    hall = find(session, Hall, place.hall_id)
    if hall.deleted_at is not None:
        raise InputError("catalogue.place_without_hall", hall=hall.code)
    place.deleted_at = None
    session.flush()


def _check_passage(session: Session, fields: Mapping[str, Any]) -> None:
    """Refuse a place that leads on and is no passage, or leads to none, or to one in its own hall."""
    leads_to = checks.identity(fields.get("leads_to_id"), At("leads_to_id", "–", ()))
    other = session.get(Place, leads_to) if leads_to else None
    if other is None:  # whether there is such a place at all is asked where it is written
        return
    if not {fields.get("kind"), other.kind} <= PASSAGES:
        raise InputError("catalogue.passage_kind")
    if str(fields.get("hall_id")) == str(other.hall_id):
        raise InputError("catalogue.passage_hall")


def ensure_hall(session: Session, code: str) -> uuid.UUID | None:
    """Return the id of the hall with this code, made when there is none; None for "".

    Raises:
        InputError: when the code cannot be taken.
    """
    if not code.strip():
        return None
    at = At("code", checks.shown(code), languages(session))
    known = session.scalars(select(Hall.id).where(Hall.code == checks.code(code, at))).one_or_none()
    return known or add(session, HALL, {"code": code})


def _ensure_booth(session: Session, hall: str, code: str) -> uuid.UUID:
    return _booth_at(session, ensure_hall(session, hall), code) or add_booth(session, hall, {"code": code})


def _booth_at(session: Session, hall_id: uuid.UUID | None, code: Any) -> uuid.UUID | None:
    """Return the booth with this code in a hall, if there is one that is not deleted."""
    same = Booth.code == (clean(code) if isinstance(code, str) else "")
    statement = select(Booth.id).where(Booth.hall_id == hall_id, same, Booth.deleted_at.is_(None))
    return session.scalars(statement).first()


def _claim(session: Session, booth_id: uuid.UUID | None, hall_id: uuid.UUID | None, code: Any) -> None:
    """Refuse a code that another booth of the hall has."""
    holder = _booth_at(session, hall_id, code)
    if holder is not None and holder != booth_id:
        hall = session.get(Hall, hall_id) if hall_id else None
        raise InputError("catalogue.booth_taken", code=checks.shown(code), hall=hall.code if hall else "–")


def _refresh_exhibitors(session: Session, booths: Sequence[uuid.UUID]) -> None:
    holders = select(BoothAssignment.organisation_id).where(BoothAssignment.booth_id.in_(booths))
    refresh(session, Subject.ORGANISATION, session.scalars(holders).all())
