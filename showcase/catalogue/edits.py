"""Changing the catalogue. Every edit checks what it is given and refuses it with a sentence that names what and where.

Fields are given as a mapping of attribute names to values; `topics` holds the refs of topics. A text given where a map
of languages is kept is taken for the event's first language.
"""

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.checks import Place as At
from showcase.catalogue.entities import (
    Booth,
    Hall,
    Media,
    Organisation,
    Place,
    Product,
    ProductMedia,
    ProgrammeSession,
    Room,
    Topic,
)
from showcase.catalogue.event import set_event, start_event
from showcase.catalogue.fields import MEDIA, ORGANISATION, PRODUCT, ROOM, SESSION, TOPIC
from showcase.catalogue.indexing import languages, refresh_tied
from showcase.catalogue.kinds import Subject
from showcase.catalogue.media import add_media
from showcase.catalogue.placing import (
    add_booth,
    add_hall,
    add_place,
    assign_booths,
    assign_exhibitors,
    delete_booth,
    ensure_hall,
    restore_booth,
    restore_place,
    update_booth,
    update_hall,
    update_place,
)
from showcase.catalogue.search import refresh_organisation
from showcase.catalogue.writing import TOPICS, Kept, add, find, mark, update
from showcase.errors import InputError, RefusedError
from showcase.store.columns import now
from showcase.text import fold, pick

__all__ = [
    "add_booth",
    "add_hall",
    "add_media",
    "add_organisation",
    "add_place",
    "add_product",
    "add_room",
    "add_session",
    "add_topic",
    "add_topic_by_name",
    "assign_booths",
    "assign_exhibitors",
    "delete_booth",
    "delete_organisation",
    "delete_product",
    "delete_session",
    "delete_topic",
    "delete_unused",
    "ensure_hall",
    "restore_booth",
    "restore_organisation",
    "restore_place",
    "restore_product",
    "restore_session",
    "restore_topic",
    "restore_unused",
    "set_event",
    "set_pictures",
    "set_topics_of",
    "start_event",
    "update_booth",
    "update_hall",
    "update_media",
    "update_organisation",
    "update_place",
    "update_product",
    "update_room",
    "update_session",
    "update_topic",
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
    mark(session, Product, Subject.PRODUCT, product_id, deleted=True)


def restore_product(session: Session, product_id: uuid.UUID) -> None:
    """Take back `delete_product`.

    Raises:
        InputError: when there is no such product.
    """
    mark(session, Product, Subject.PRODUCT, product_id, deleted=False)


def set_topics_of(kept: Kept) -> Callable[[Session, uuid.UUID, Sequence[str]], bool]:
    """Return what files one of a kind under exactly the topics with these refs."""
    return lambda session, row_id, refs: update(session, kept, row_id, {TOPICS: list(refs)})


def add_topic_by_name(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a topic behind the others and return its id; without a ref it gets one made from its name.

    Raises:
        InputError: when a field cannot be taken or its ref is in use.
    """
    count = session.execute(select(func.count()).select_from(Topic)).scalar_one()
    taken = set(session.scalars(select(Topic.ref)))
    name = fields.get("name") or ""
    spelt = pick(name, languages(session))[1] if isinstance(name, Mapping) else name
    ref = stem = re.sub(r"[^a-z0-9]+", "-", fold(spelt)).strip("-")[:60] or "topic"
    while ref in taken:
        ref = f"{stem}-{len(taken)}"
        taken.add(ref)
    return add_topic(session, {"ref": ref, "position": count, **fields})


def add_topic(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add a topic and return its id.

    Raises:
        InputError: when a field cannot be taken or its ref is in use.
    """
    return add(session, TOPIC, fields)


def update_topic(session: Session, topic_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a topic; return whether anything was different.

    Raises:
        InputError: when there is no such topic, a field cannot be taken, or it would stand below itself.
    """
    parent, seen = fields.get("parent_id"), {topic_id}
    while parent is not None:
        if parent in seen:
            raise InputError("catalogue.topic_loop")
        seen.add(parent)
        above = session.get(Topic, parent)
        parent = above.parent_id if above else None
    changed = update(session, TOPIC, topic_id, fields)
    if changed and "name" in fields:
        refresh_tied(session, "topics", topic_id)
    return changed


def update_room(session: Session, room_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change fields of a room of the programme; return whether anything was different.

    Raises:
        InputError: when there is no such room or a field cannot be taken.
    """
    changed = update(session, ROOM, room_id, fields)
    if changed and {"code", "name"} & fields.keys():
        refresh_tied(session, "rooms", room_id)
    return changed


def update_media(session: Session, media_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change what is said of a picture (`alt`); return whether anything was different.

    Raises:
        InputError: when there is no such picture or a field cannot be taken.
    """
    return update(session, MEDIA, media_id, fields)


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
    at = At("caption", pick(product.name, spoken)[1], spoken)
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


def delete_topic(session: Session, topic_id: uuid.UUID) -> None:
    """Delete a topic; what was filed under it stays, and it can be restored.

    Raises:
        InputError: when there is no such topic.
    """
    mark(session, Topic, Subject.TOPIC, topic_id, deleted=True)
    refresh_tied(session, "topics", topic_id)


def restore_topic(session: Session, topic_id: uuid.UUID) -> None:
    """Take back `delete_topic`.

    Raises:
        InputError: when there is no such topic.
    """
    mark(session, Topic, Subject.TOPIC, topic_id, deleted=False)
    refresh_tied(session, "topics", topic_id)


def delete_session(session: Session, session_id: uuid.UUID) -> None:
    """Delete a session of the programme; it can be restored.

    Raises:
        InputError: when there is no such session.
    """
    mark(session, ProgrammeSession, Subject.SESSION, session_id, deleted=True)


def restore_session(session: Session, session_id: uuid.UUID) -> None:
    """Take back `delete_session`.

    Raises:
        InputError: when there is no such session.
    """
    mark(session, ProgrammeSession, Subject.SESSION, session_id, deleted=False)


def delete_unused(
    session: Session, table: type[Hall] | type[Room] | type[Media] | type[Place], row_id: uuid.UUID
) -> None:
    """Delete a hall, room, picture or place that nothing uses; it can be restored.

    Raises:
        InputError: when there is none.
        RefusedError: when booths or places stand in the hall, sessions in the room, or something shows the picture.
    """
    row = find(session, table, row_id)
    uses = sum(session.execute(select(func.count()).where(*where(row_id))).scalar_one() for where in _USES[table])
    if uses:
        raise RefusedError("catalogue.in_use", what=_called(session, row), n=uses)
    row.deleted_at = now()
    session.flush()


def restore_unused(session: Session, table: type[Hall] | type[Room] | type[Media], row_id: uuid.UUID) -> None:
    """Take back `delete_unused`.

    Raises:
        InputError: when there is none.
    """
    find(session, table, row_id).deleted_at = None
    session.flush()


_USES: Final[Mapping[type[Any], Sequence[Callable[[uuid.UUID], Sequence[ColumnElement[bool]]]]]] = {
    Hall: (
        lambda it: (Booth.hall_id == it, Booth.deleted_at.is_(None)),
        lambda it: (Room.hall_id == it, Room.deleted_at.is_(None)),
        lambda it: (Place.hall_id == it, Place.deleted_at.is_(None)),
    ),
    Place: (),
    Room: (lambda it: (ProgrammeSession.room_id == it, ProgrammeSession.deleted_at.is_(None)),),
    Media: (
        lambda it: (
            ProductMedia.media_id == it,
            ProductMedia.product_id == Product.id,
            Product.deleted_at.is_(None),
        ),
        lambda it: (Organisation.logo_id == it, Organisation.deleted_at.is_(None)),
        lambda it: (Hall.underlay_id == it, Hall.deleted_at.is_(None)),
    ),
}
"""What uses a row that may only be deleted when nothing does."""


def _called(session: Session, row: Any) -> str:
    name = pick(row.name if hasattr(row, "name") else row.alt, languages(session))[1]
    return name or getattr(row, "code", "") or getattr(row, "original_name", "")


def _in_order(starts_at: Any, ends_at: Any) -> None:
    at = At("ends_at", "–", ())
    starts, ends = checks.moment(starts_at, at), checks.moment(ends_at, at)
    if starts and ends and ends < starts:
        raise InputError("catalogue.session_ends_first", starts=starts.isoformat(), ends=ends.isoformat())
