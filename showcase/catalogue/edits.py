"""Changing the catalogue. Every edit checks what it is given and refuses it with a sentence that names what and where.

Fields are given as a mapping of attribute names to values; `topics` holds the refs of topics. A text given where a map
of languages is kept is taken for the event's first language.
"""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.checks import Place
from showcase.catalogue.entities import (
    Booth,
    BoothAssignment,
    Hall,
    Media,
    Organisation,
    Product,
    ProductMedia,
    ProgrammeSession,
)
from showcase.catalogue.event import set_event, start_event
from showcase.catalogue.fields import BOOTH, HALL, ORGANISATION, PRODUCT, ROOM, SESSION, TOPIC
from showcase.catalogue.indexing import languages
from showcase.catalogue.kinds import Subject
from showcase.catalogue.media import add_media
from showcase.catalogue.search import refresh, refresh_organisation
from showcase.catalogue.writing import add, find, update
from showcase.errors import InputError
from showcase.store.columns import now
from showcase.text import clean, pick

__all__ = [
    "add_booth",
    "add_hall",
    "add_media",
    "add_organisation",
    "add_product",
    "add_room",
    "add_session",
    "add_topic",
    "assign_booths",
    "delete_booth",
    "delete_organisation",
    "delete_product",
    "ensure_hall",
    "restore_booth",
    "restore_organisation",
    "restore_product",
    "set_event",
    "set_pictures",
    "start_event",
    "update_booth",
    "update_organisation",
    "update_product",
    "update_session",
]


def add_organisation(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add an organisation with a new sign number and return its id.

    Raises:
        InputError: when a field cannot be taken.
    """
    return add(session, ORGANISATION, fields)


def update_organisation(session: Session, organisation_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of an organisation; return whether anything was different.

    Raises:
        InputError: when there is no such organisation or a field cannot be taken.
    """
    changed = update(session, ORGANISATION, organisation_id, fields)
    if changed and {"name", "short_name"} & fields.keys():
        refresh_organisation(session, organisation_id)
    return changed


def delete_organisation(session: Session, organisation_id: uuid.UUID) -> None:
    """Delete an organisation and its products; its booths become free. All of it can be restored.

    Raises:
        InputError: when there is no such organisation.
    """
    organisation = find(session, Organisation, organisation_id)
    moment = now()
    organisation.deleted_at = moment
    products = session.scalars(
        select(Product).where(Product.organisation_id == organisation_id, Product.deleted_at.is_(None))
    )
    for product in products:
        product.deleted_at = moment
    session.flush()
    refresh_organisation(session, organisation_id)


def restore_organisation(session: Session, organisation_id: uuid.UUID) -> None:
    """Take back `delete_organisation`, with the products that went with it.

    Raises:
        InputError: when there is no such organisation.
    """
    organisation = find(session, Organisation, organisation_id)
    together = select(Product).where(
        Product.organisation_id == organisation_id, Product.deleted_at == organisation.deleted_at
    )
    for product in session.scalars(together).all():
        product.deleted_at = None
    organisation.deleted_at = None
    session.flush()
    refresh_organisation(session, organisation_id)


def add_product(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a product of an organisation (`organisation_id`) with a new sign number and return its id.

    Raises:
        InputError: when a field cannot be taken.
    """
    return add(session, PRODUCT, fields)


def update_product(session: Session, product_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a product; return whether anything was different.

    Raises:
        InputError: when there is no such product or a field cannot be taken.
    """
    return update(session, PRODUCT, product_id, fields)


def delete_product(session: Session, product_id: uuid.UUID) -> None:
    """Delete a product; it can be restored.

    Raises:
        InputError: when there is no such product.
    """
    _mark(session, Product, Subject.PRODUCT, product_id, deleted=True)


def restore_product(session: Session, product_id: uuid.UUID) -> None:
    """Take back `delete_product`.

    Raises:
        InputError: when there is no such product.
    """
    _mark(session, Product, Subject.PRODUCT, product_id, deleted=False)


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
    _mark(session, Booth, Subject.BOOTH, booth_id, deleted=True)
    _refresh_exhibitors(session, [booth_id])


def restore_booth(session: Session, booth_id: uuid.UUID) -> None:
    """Take back `delete_booth`.

    Raises:
        InputError: when there is no such booth, or its code was given to another one.
    """
    booth = find(session, Booth, booth_id)
    _claim(session, booth_id, booth.hall_id, booth.code)
    _mark(session, Booth, Subject.BOOTH, booth_id, deleted=False)
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


def add_topic(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a topic and return its id.

    Raises:
        InputError: when a field cannot be taken or its ref is in use.
    """
    return add(session, TOPIC, fields)


def add_room(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a room of the programme and return its id.

    Raises:
        InputError: when a field cannot be taken.
    """
    return add(session, ROOM, fields)


def add_session(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a session of the programme and return its id.

    Raises:
        InputError: when a field cannot be taken, or it ends before it starts.
    """
    _in_order(fields.get("starts_at"), fields.get("ends_at"))
    return add(session, SESSION, fields)


def update_session(session: Session, session_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a session of the programme; return whether anything was different.

    Raises:
        InputError: when there is no such session, a field cannot be taken, or it ends before it starts.
    """
    known = find(session, ProgrammeSession, session_id)
    _in_order(fields.get("starts_at", known.starts_at), fields.get("ends_at", known.ends_at))
    return update(session, SESSION, session_id, fields)


def set_pictures(session: Session, product_id: uuid.UUID, pictures: Sequence[Mapping[str, Any]]) -> None:
    """Give a product exactly these pictures, in this order.

    Args:
        session: of a writing transaction.
        product_id: whose pictures they are.
        pictures: each {"media_id": …} and, where known, "caption", "focus_x", "focus_y" (0..1).

    Raises:
        InputError: when there is no such product or picture.
    """
    product = find(session, Product, product_id)
    spoken = languages(session)
    at = Place("caption", pick(product.name, spoken)[1], spoken)
    links = []
    for position, picture in enumerate(pictures):
        media = find(session, Media, picture["media_id"])
        focus = {axis: min(1.0, max(0.0, float(picture.get(axis, 0.5)))) for axis in ("focus_x", "focus_y")}
        caption = checks.names(picture.get("caption"), at)
        links.append(
            ProductMedia(product_id=product_id, media_id=media.id, position=position, caption=caption, **focus)
        )
    session.execute(delete(ProductMedia).where(ProductMedia.product_id == product_id))
    session.add_all(links)
    session.flush()


def ensure_hall(session: Session, code: str) -> uuid.UUID | None:
    """Return the id of the hall with this code, made when there is none; None for "".

    Raises:
        InputError: when the code cannot be taken.
    """
    if not code.strip():
        return None
    at = Place("code", checks.shown(code), languages(session))
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


def _mark(session: Session, table: type[Any], subject: Subject, row_id: uuid.UUID, *, deleted: bool) -> None:
    find(session, table, row_id).deleted_at = now() if deleted else None
    session.flush()
    refresh(session, subject, [row_id])


def _in_order(starts_at: Any, ends_at: Any) -> None:
    at = Place("ends_at", "–", ())
    starts, ends = checks.moment(starts_at, at), checks.moment(ends_at, at)
    if starts and ends and ends < starts:
        raise InputError("catalogue.session_ends_first", starts=starts.isoformat(), ends=ends.isoformat())
