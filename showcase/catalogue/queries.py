"""Reading the catalogue: every list is a fixed number of statements, whatever its length."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, TypeVar, Unpack

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from showcase.catalogue.entities import (
    Booth,
    BoothAssignment,
    Event,
    Hall,
    Media,
    MediaBlob,
    Organisation,
    OrganisationTopic,
    Place,
    Product,
    ProductMedia,
    ProductTopic,
    ProgrammeSession,
    Room,
    SessionTopic,
    Topic,
)
from showcase.catalogue.floorplan import Rect
from showcase.catalogue.indexing import Ids, rows_of
from showcase.catalogue.kinds import OrganisationKind, ProductKind, Subject, Variant
from showcase.catalogue.records import (
    BoothRecord,
    EventRecord,
    ExhibitorRecord,
    HallRecord,
    MediaRecord,
    OrganisationRecord,
    PictureRecord,
    PlaceRecord,
    ProductRecord,
    RoomRecord,
    SessionRecord,
    TopicRecord,
)
from showcase.catalogue.search import count_found, found
from showcase.catalogue.underlay import Underlay, fit, slope_of
from showcase.catalogue.views import View, by_name, collected, count, is_plain, narrowed, one_of, record_of
from showcase.text import fold

R = TypeVar("R")


def get_event(session: Session) -> EventRecord:
    """Return the event."""
    return record_of(EventRecord, session.execute(select(Event.__table__)).mappings().one())


# Organisations

_ORGANISATION_ORDERS: Final = {
    "name": by_name(Organisation),
    "country": Organisation.country,
    "kind": Organisation.kind,
    "number": Organisation.number,
    "updated": Organisation.updated_at,
}


def list_organisations(
    session: Session,
    text: str = "",
    *,
    kind: OrganisationKind | None = None,
    exhibits: bool | None = None,
    **view: Unpack[View],
) -> list[OrganisationRecord]:
    """Return organisations with their booths and topics, by name (or country, kind, number, updated)."""
    statement = select(Organisation.__table__, Media.sha256.label("logo")).outerjoin(
        Media, Media.id == Organisation.logo_id
    )
    if kind is not None:
        statement = statement.where(Organisation.kind == kind)
    if exhibits is not None:
        statement = statement.where(Organisation.exhibits == exhibits)
    condition = found(session, text, Subject.ORGANISATION, Organisation.search_key)
    rows = (
        session.execute(narrowed(session, statement, Organisation, condition, view=view, orders=_ORGANISATION_ORDERS))
        .mappings()
        .all()
    )
    ids = [row["id"] for row in rows]
    booths = booths_of(session, ids)
    topics = topics_of(session, OrganisationTopic.organisation_id, ids)
    return [
        record_of(OrganisationRecord, row, booths=booths.get(row["id"], ()), topics=topics.get(row["id"], ()))
        for row in rows
    ]


def get_organisation(session: Session, organisation_id: uuid.UUID) -> OrganisationRecord:
    """Return one organisation, deleted or not.

    Raises:
        InputError: when there is none with this id.
    """
    return one_of(list_organisations, session, organisation_id)


def count_organisations(
    session: Session,
    text: str = "",
    *,
    kind: OrganisationKind | None = None,
    exhibits: bool | None = None,
    **view: Unpack[View],
) -> int:
    """Return how many organisations a list without limit would hold."""
    if is_plain(text, view) and exhibits is None and kind is None:
        return count_found(session, text, Subject.ORGANISATION)
    condition = found(session, text, Subject.ORGANISATION, Organisation.search_key)
    if kind is not None:
        condition &= Organisation.kind == kind
    if exhibits is not None:
        condition &= Organisation.exhibits == exhibits
    return count(session, Organisation, condition, view)


def exhibitors(session: Session, ids: Ids) -> dict[uuid.UUID, ExhibitorRecord]:
    """Return what booths and products show of organisations, by id."""
    table = Organisation
    columns = (table.id, table.name, table.short_name, table.kind, table.country, table.number)
    statement = select(*columns, Media.sha256.label("logo")).outerjoin(Media, Media.id == table.logo_id)
    return {row.id: ExhibitorRecord(**row._asdict()) for row in rows_of(session, statement, table.id, ids)}


# Halls and booths

_BOOTH_ORDERS: Final = {"code": Booth.sort, "kind": Booth.kind, "number": Booth.number, "updated": Booth.updated_at}
_BOOTHS: Final = select(
    Booth.__table__, func.coalesce(Hall.code, "").label("hall"), Hall.name.label("hall_name")
).outerjoin(Hall, Hall.id == Booth.hall_id)


def list_halls(session: Session) -> list[HallRecord]:
    """Return the halls in their order, each with the drawing under it."""
    media = (Media.sha256, Media.mime, Media.original_name, Media.width, Media.height)
    statement = (
        select(Hall.__table__, *(column.label(f"media_{column.key}") for column in media))
        .outerjoin(Media, Media.id == Hall.underlay_id)
        .where(Hall.deleted_at.is_(None))
        .order_by(Hall.position, Hall.code)
    )
    return [record_of(HallRecord, row, underlay=_underlay(row)) for row in session.execute(statement).mappings()]


def _underlay(row: Mapping[Any, Any]) -> Underlay | None:
    """Return the drawing under a hall; where nobody said where it lies, it fills the hall."""
    if row["media_sha256"] is None:
        return None
    slope, turn, width = row["media_height"] / row["media_width"], row["underlay_turn"], row["underlay_width_m"]
    rect = fit(slope, turn, (row["width_m"] or 30.0, row["depth_m"] or 20.0))
    if width:
        rect = Rect(row["underlay_x_m"] or 0.0, row["underlay_y_m"] or 0.0, width, width * slope_of(slope, turn))
    return Underlay(
        media_id=row["underlay_id"],
        sha256=row["media_sha256"],
        mime=row["media_mime"],
        name=row["media_original_name"],
        slope=slope,
        rect=rect,
        turn=turn,
        strength=row["underlay_strength"],
    )


_PLACE_ORDERS: Final = {"hall": Hall.position, "kind": Place.kind, "updated": Place.updated_at}


def list_places(session: Session, **view: Unpack[View]) -> list[PlaceRecord]:
    """Return the places of the halls, by hall (or kind, updated)."""
    statement = select(Place.__table__, Hall.code.label("hall")).join(Hall, Hall.id == Place.hall_id)
    rows = session.execute(narrowed(session, statement, Place, true(), view=view, orders=_PLACE_ORDERS)).mappings()
    return [record_of(PlaceRecord, row) for row in rows]


def list_booths(session: Session, text: str = "", **view: Unpack[View]) -> list[BoothRecord]:
    """Return booths with their exhibitors, by hall and code (or kind, number, updated)."""
    condition = found(session, text, Subject.BOOTH, Booth.search_key)
    rows = (
        session.execute(narrowed(session, _BOOTHS, Booth, condition, view=view, orders=_BOOTH_ORDERS)).mappings().all()
    )
    assigned = (
        select(BoothAssignment.booth_id, BoothAssignment.organisation_id)
        .join(Organisation, Organisation.id == BoothAssignment.organisation_id)
        .where(Organisation.deleted_at.is_(None))
        .order_by(Organisation.sort_vi)
    )
    pairs = list(rows_of(session, assigned, BoothAssignment.booth_id, [row["id"] for row in rows]))
    known = exhibitors(session, {pair.organisation_id for pair in pairs})
    theirs = collected((pair.booth_id, known[pair.organisation_id]) for pair in pairs)
    return [_booth(row, theirs.get(row["id"], ())) for row in rows]


def get_booth(session: Session, booth_id: uuid.UUID) -> BoothRecord:
    """Return one booth, deleted or not.

    Raises:
        InputError: when there is none with this id.
    """
    return one_of(list_booths, session, booth_id)


def count_booths(session: Session, text: str = "", **view: Unpack[View]) -> int:
    """Return how many booths a list without limit would hold."""
    if is_plain(text, view):
        return count_found(session, text, Subject.BOOTH)
    return count(session, Booth, found(session, text, Subject.BOOTH, Booth.search_key), view)


def booths_of(session: Session, organisations: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[BoothRecord, ...]]:
    """Return the booths of organisations, each in the order they were assigned."""
    statement = (
        _BOOTHS.add_columns(BoothAssignment.organisation_id)
        .join(BoothAssignment, BoothAssignment.booth_id == Booth.id)
        .where(Booth.deleted_at.is_(None))
        .order_by(BoothAssignment.position, Booth.sort)
    )
    rows = rows_of(session, statement, BoothAssignment.organisation_id, organisations)
    return collected((row.organisation_id, _booth(row._asdict())) for row in rows)


def _booth(row: Mapping[Any, Any], exhibitors: Sequence[ExhibitorRecord] = ()) -> BoothRecord:
    return record_of(BoothRecord, row, hall_name=row["hall_name"] or {}, exhibitors=tuple(exhibitors))


# Products

_PRODUCT_ORDERS: Final = {
    "name": by_name(Product),
    "kind": Product.kind,
    "exhibitor": by_name(Organisation),
    "number": Product.number,
    "updated": Product.updated_at,
}


def list_products(
    session: Session,
    text: str = "",
    *,
    organisation_id: uuid.UUID | None = None,
    kind: ProductKind | None = None,
    topic_id: uuid.UUID | None = None,
    **view: Unpack[View],
) -> list[ProductRecord]:
    """Return products with exhibitor, booths, topics and pictures, by name (or kind, exhibitor, number, updated)."""
    # An outer join: each product has an organisation, and SQLite then walks along the order of the products.
    statement = select(Product.__table__).outerjoin(Organisation, Organisation.id == Product.organisation_id)
    if organisation_id is not None:
        statement = statement.where(Product.organisation_id == organisation_id)
    if kind is not None:
        statement = statement.where(Product.kind == kind)
    if topic_id is not None:
        statement = statement.where(
            Product.id.in_(select(ProductTopic.product_id).where(ProductTopic.topic_id == topic_id))
        )
    condition = found(session, text, Subject.PRODUCT, Product.search_key)
    rows = (
        session.execute(narrowed(session, statement, Product, condition, view=view, orders=_PRODUCT_ORDERS))
        .mappings()
        .all()
    )
    ids = [row["id"] for row in rows]
    owners = {row["organisation_id"] for row in rows}
    shown_by = exhibitors(session, owners)
    booths = booths_of(session, owners)
    topics = topics_of(session, ProductTopic.product_id, ids)
    pictures = _pictures(session, ids)
    return [
        record_of(
            ProductRecord,
            row,
            exhibitor=shown_by[row["organisation_id"]],
            booths=booths.get(row["organisation_id"], ()),
            topics=topics.get(row["id"], ()),
            pictures=pictures.get(row["id"], ()),
        )
        for row in rows
    ]


def get_product(session: Session, product_id: uuid.UUID) -> ProductRecord:
    """Return one product, deleted or not.

    Raises:
        InputError: when there is none with this id.
    """
    return one_of(list_products, session, product_id)


def count_products(
    session: Session, text: str = "", *, organisation_id: uuid.UUID | None = None, **view: Unpack[View]
) -> int:
    """Return how many products a list without limit would hold."""
    if is_plain(text, view) and organisation_id is None:
        return count_found(session, text, Subject.PRODUCT)
    condition = found(session, text, Subject.PRODUCT, Product.search_key)
    if organisation_id is not None:
        condition &= Product.organisation_id == organisation_id
    return count(session, Product, condition, view)


def _pictures(session: Session, ids: Ids) -> dict[uuid.UUID, tuple[PictureRecord, ...]]:
    link = ProductMedia
    columns = (
        link.product_id,
        link.caption,
        link.focus_x,
        link.focus_y,
        Media.id.label("media_id"),
        Media.sha256,
        Media.width,
        Media.height,
        Media.alt,
    )
    statement = select(*columns).join(Media, Media.id == link.media_id).order_by(link.position)
    rows = rows_of(session, statement, link.product_id, ids)
    return collected((row.product_id, record_of(PictureRecord, row._asdict())) for row in rows)


# Topics

_TOPIC_ORDERS: Final = {"position": Topic.position, "ref": Topic.ref, "updated": Topic.updated_at}


def list_topics(session: Session, text: str = "", **view: Unpack[View]) -> list[TopicRecord]:
    """Return topics in their order (or by ref, updated), each with how many products are filed under it."""
    alive_product = (ProductTopic.product_id == Product.id) & Product.deleted_at.is_(None)
    products = (
        select(func.count())
        .select_from(ProductTopic)
        .join(Product, alive_product)
        .where(ProductTopic.topic_id == Topic.id)
        .scalar_subquery()
    )
    statement = select(Topic.__table__, products.label("products"))
    condition = found(session, text, Subject.TOPIC, Topic.search_key)
    rows = session.execute(narrowed(session, statement, Topic, condition, view=view, orders=_TOPIC_ORDERS)).mappings()
    return [record_of(TopicRecord, row) for row in rows]


def count_topics(session: Session, text: str = "", **view: Unpack[View]) -> int:
    """Return how many topics a list without limit would hold."""
    if is_plain(text, view):
        return count_found(session, text, Subject.TOPIC)
    return count(session, Topic, found(session, text, Subject.TOPIC, Topic.search_key), view)


def topics_of(
    session: Session, owner: InstrumentedAttribute[uuid.UUID], ids: Ids
) -> dict[uuid.UUID, tuple[TopicRecord, ...]]:
    """Return the topics of the rows that a link table ties them to, in the order of the topics."""
    topic_id = owner.class_.topic_id
    pairs = list(rows_of(session, select(owner.label("owner"), topic_id.label("topic")), owner, ids))
    if not pairs:
        return {}
    linked: dict[uuid.UUID, list[uuid.UUID]] = {}
    for pair in pairs:
        linked.setdefault(pair.topic, []).append(pair.owner)
    statement = select(Topic.__table__).where(Topic.deleted_at.is_(None)).order_by(Topic.position, Topic.id)
    topics = [record_of(TopicRecord, row) for row in session.execute(statement).mappings()]
    return collected((one, topic) for topic in topics for one in linked.get(topic.id, ()))


# Programme

_SESSION_ORDERS: Final = {
    "time": ProgrammeSession.starts_at,
    "room": Room.code,
    "kind": ProgrammeSession.kind,
    "status": ProgrammeSession.status,
    "updated": ProgrammeSession.updated_at,
}


def list_rooms(session: Session) -> list[RoomRecord]:
    """Return the rooms by code."""
    hall = func.coalesce(Hall.code, "").label("hall")
    statement = select(Room.__table__, hall).outerjoin(Hall, Hall.id == Room.hall_id)
    rows = session.execute(statement.where(Room.deleted_at.is_(None)).order_by(Room.code)).mappings()
    return [record_of(RoomRecord, row) for row in rows]


def list_sessions(session: Session, text: str = "", **view: Unpack[View]) -> list[SessionRecord]:
    """Return the sessions of the programme by time (or room, kind, status, updated)."""
    columns = (func.coalesce(Room.code, "").label("room"), Room.name.label("room_name"))
    statement = select(ProgrammeSession.__table__, *columns).outerjoin(Room, Room.id == ProgrammeSession.room_id)
    condition = found(session, text, Subject.SESSION, ProgrammeSession.search_key)
    wanted = narrowed(session, statement, ProgrammeSession, condition, view=view, orders=_SESSION_ORDERS)
    rows = session.execute(wanted).mappings().all()
    topics = topics_of(session, SessionTopic.session_id, [row["id"] for row in rows])
    return [
        record_of(SessionRecord, row, topics=topics.get(row["id"], ()), room_name=row["room_name"] or {})
        for row in rows
    ]


def count_sessions(session: Session, text: str = "", **view: Unpack[View]) -> int:
    """Return how many sessions a list without limit would hold."""
    if is_plain(text, view):
        return count_found(session, text, Subject.SESSION)
    return count(session, ProgrammeSession, found(session, text, Subject.SESSION, ProgrammeSession.search_key), view)


# Media

_MEDIA_ORDERS: Final = {"added": Media.id, "name": Media.original_name, "size": Media.bytes}


def list_media(session: Session, text: str = "", **view: Unpack[View]) -> list[MediaRecord]:
    """Return the pictures with how often each is shown, the oldest first (or by name, size)."""
    shown = (
        select(func.count())
        .select_from(ProductMedia)
        .join(Product, Product.id == ProductMedia.product_id)
        .where(ProductMedia.media_id == Media.id, Product.deleted_at.is_(None))
        .scalar_subquery()
    )
    logos = (
        select(func.count())
        .where(Organisation.logo_id == Media.id, Organisation.deleted_at.is_(None))
        .scalar_subquery()
    )
    halls = select(func.count()).where(Hall.underlay_id == Media.id, Hall.deleted_at.is_(None)).scalar_subquery()
    statement = select(Media.__table__, (shown + logos + halls).label("uses"))
    condition = _media_found(session, text)
    rows = session.execute(narrowed(session, statement, Media, condition, view=view, orders=_MEDIA_ORDERS)).mappings()
    return [record_of(MediaRecord, row) for row in rows]


def list_users_of_media(
    session: Session, media_id: uuid.UUID
) -> tuple[list[ProductRecord], list[OrganisationRecord], list[HallRecord]]:
    """Return the products that show a picture, the organisations whose logo it is, and the halls it lies under."""
    products = select(ProductMedia.product_id).where(ProductMedia.media_id == media_id)
    organisations = select(Organisation.id).where(Organisation.logo_id == media_id)
    return (
        list_products(session, ids=session.scalars(products).all()),
        list_organisations(session, ids=session.scalars(organisations).all()),
        [hall for hall in list_halls(session) if hall.underlay is not None and hall.underlay.media_id == media_id],
    )


def count_media(session: Session, text: str = "", **view: Unpack[View]) -> int:
    """Return how many pictures a list without limit would hold."""
    return count(session, Media, _media_found(session, text), view)


def _media_found(session: Session, text: str) -> ColumnElement[bool]:
    """Pictures are few and have no entry in the index: their names and what they show are looked through."""
    words = fold(text).split()
    if not words:
        return true()
    rows = session.execute(select(Media.id, Media.original_name, Media.alt))
    spelt = ((row.id, fold(" ".join((row.original_name, *row.alt.values())))) for row in rows)
    return Media.id.in_([media_id for media_id, said in spelt if all(word in said for word in words)])


def get_media_blob(session: Session, sha256: str, variant: Variant | str = Variant.FULL) -> bytes | None:
    """Return the bytes of a picture in one size, or None when there is no such picture."""
    statement = select(MediaBlob.data).join(Media, Media.id == MediaBlob.media_id)
    return session.scalars(statement.where(Media.sha256 == sha256, MediaBlob.variant == Variant(variant))).one_or_none()
