"""Reading the catalogue: every list is a fixed number of statements, whatever its length."""

import uuid
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Final, TypedDict, TypeVar, Unpack, cast

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
    Product,
    ProductMedia,
    ProductTopic,
    ProgrammeSession,
    Room,
    SessionTopic,
    Topic,
)
from showcase.catalogue.indexing import Ids, Rows, rows_of
from showcase.catalogue.kinds import OrganisationKind, ProductKind, Subject, Variant
from showcase.catalogue.records import (
    BoothRecord,
    EventRecord,
    ExhibitorRecord,
    HallRecord,
    MediaRecord,
    OrganisationRecord,
    PictureRecord,
    ProductRecord,
    RoomRecord,
    SessionRecord,
    TopicRecord,
)
from showcase.catalogue.search import count_found, found
from showcase.errors import InputError

R = TypeVar("R")


class View(TypedDict, total=False):
    """Which part of a list is wanted, in which order.

    Keys:
        limit, offset: a page of the list; all of it without.
        sort: what it is sorted by, of the words each list names; `descending` turns it round.
        ids: only these.
        deleted: what was deleted instead of what is there.
        countries: codes in the order of the names they are read by, for a list sorted by country.
    """

    limit: int | None
    offset: int
    sort: str
    descending: bool
    ids: Collection[uuid.UUID] | None
    deleted: bool
    countries: Sequence[str]


def narrowed(
    statement: Rows, table: Any, condition: ColumnElement[bool], view: View, orders: Mapping[str, Any]
) -> Rows:
    """Return a statement with the conditions, order and page of a view.

    Raises:
        KeyError: for a sort that the list does not have, which is a bug.
    """
    statement = statement.where(condition, *alive(table, view))
    sort = view.get("sort", next(iter(orders)))
    order = orders[sort]
    if sort == "country" and "countries" in view:
        # Where a code stands in one text is found sooner than among 250 cases, row by row.
        order = func.instr(" ".join(view["countries"]), order)
    statement = statement.order_by(order.desc() if view.get("descending") else order, table.id)
    return statement.limit(view.get("limit")).offset(view.get("offset") or None)


def alive(table: Any, view: View) -> list[ColumnElement[bool]]:
    """Return the conditions of a view that say which rows there are: deleted or not, and which ids."""
    deleted = table.deleted_at.is_not(None) if view.get("deleted") else table.deleted_at.is_(None)
    ids = view.get("ids")
    return [deleted] if ids is None else [deleted, table.id.in_(list(ids))]


def record_of(kind: type[R], row: Mapping[Any, Any], **more: Any) -> R:
    """Return a record filled from the columns of a row that it has, lists made tuples, and from `more`."""
    values = {name: row[name] for name in _names(cast("Hashable", kind)) if name in row and name not in more}
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}, **more)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def get_event(session: Session) -> EventRecord:
    """Return the event."""
    return record_of(EventRecord, session.execute(select(Event.__table__)).mappings().one())


# Organisations

_ORGANISATION_ORDERS: Final = {
    "name": Organisation.sort,
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
    condition = found(text, Subject.ORGANISATION, Organisation.id)
    rows = session.execute(narrowed(statement, Organisation, condition, view, _ORGANISATION_ORDERS)).mappings().all()
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
    return _one(list_organisations, session, organisation_id)


def count_organisations(session: Session, text: str = "", *, exhibits: bool | None = None) -> int:
    """Return how many organisations a list without limit would hold."""
    if text.strip() and exhibits is None:
        return count_found(session, text, Subject.ORGANISATION)
    condition = found(text, Subject.ORGANISATION, Organisation.id)
    if exhibits is not None:
        condition &= Organisation.exhibits == exhibits
    return count(session, Organisation, condition)


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
    """Return the halls in their order."""
    rows = session.execute(select(Hall.__table__).order_by(Hall.position, Hall.code)).mappings()
    return [record_of(HallRecord, row) for row in rows]


def list_booths(session: Session, text: str = "", **view: Unpack[View]) -> list[BoothRecord]:
    """Return booths with their exhibitors, by hall and code (or kind, number, updated)."""
    condition = found(text, Subject.BOOTH, Booth.id)
    rows = session.execute(narrowed(_BOOTHS, Booth, condition, view, _BOOTH_ORDERS)).mappings().all()
    assigned = (
        select(BoothAssignment.booth_id, BoothAssignment.organisation_id)
        .join(Organisation, Organisation.id == BoothAssignment.organisation_id)
        .where(Organisation.deleted_at.is_(None))
        .order_by(Organisation.sort)
    )
    pairs = list(rows_of(session, assigned, BoothAssignment.booth_id, [row["id"] for row in rows]))
    known = exhibitors(session, {pair.organisation_id for pair in pairs})
    theirs = _collected((pair.booth_id, known[pair.organisation_id]) for pair in pairs)
    return [_booth(row, theirs.get(row["id"], ())) for row in rows]


def get_booth(session: Session, booth_id: uuid.UUID) -> BoothRecord:
    """Return one booth, deleted or not.

    Raises:
        InputError: when there is none with this id.
    """
    return _one(list_booths, session, booth_id)


def count_booths(session: Session, text: str = "") -> int:
    """Return how many booths a list without limit would hold."""
    return count_found(session, text, Subject.BOOTH) if text.strip() else count(session, Booth, true())


def booths_of(session: Session, organisations: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[BoothRecord, ...]]:
    """Return the booths of organisations, each in the order they were assigned."""
    statement = (
        _BOOTHS.add_columns(BoothAssignment.organisation_id)
        .join(BoothAssignment, BoothAssignment.booth_id == Booth.id)
        .where(Booth.deleted_at.is_(None))
        .order_by(BoothAssignment.position, Booth.sort)
    )
    rows = rows_of(session, statement, BoothAssignment.organisation_id, organisations)
    return _collected((row.organisation_id, _booth(row._asdict())) for row in rows)


def _booth(row: Mapping[Any, Any], exhibitors: Sequence[ExhibitorRecord] = ()) -> BoothRecord:
    return record_of(BoothRecord, row, hall_name=row["hall_name"] or {}, exhibitors=tuple(exhibitors))


# Products

_PRODUCT_ORDERS: Final = {
    "name": Product.sort,
    "kind": Product.kind,
    "exhibitor": Organisation.sort,
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
    statement = select(Product.__table__).join(Organisation, Organisation.id == Product.organisation_id)
    if organisation_id is not None:
        statement = statement.where(Product.organisation_id == organisation_id)
    if kind is not None:
        statement = statement.where(Product.kind == kind)
    if topic_id is not None:
        statement = statement.where(
            Product.id.in_(select(ProductTopic.product_id).where(ProductTopic.topic_id == topic_id))
        )
    condition = found(text, Subject.PRODUCT, Product.id)
    rows = session.execute(narrowed(statement, Product, condition, view, _PRODUCT_ORDERS)).mappings().all()
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
    return _one(list_products, session, product_id)


def count_products(session: Session, text: str = "", *, organisation_id: uuid.UUID | None = None) -> int:
    """Return how many products a list without limit would hold."""
    if text.strip() and organisation_id is None:
        return count_found(session, text, Subject.PRODUCT)
    condition = found(text, Subject.PRODUCT, Product.id)
    if organisation_id is not None:
        condition &= Product.organisation_id == organisation_id
    return count(session, Product, condition)


def _pictures(session: Session, ids: Ids) -> dict[uuid.UUID, tuple[PictureRecord, ...]]:
    link = ProductMedia
    columns = (
        link.product_id,
        link.caption,
        link.focus_x,
        link.focus_y,
        Media.sha256,
        Media.width,
        Media.height,
        Media.alt,
    )
    statement = select(*columns).join(Media, Media.id == link.media_id).order_by(link.position)
    rows = rows_of(session, statement, link.product_id, ids)
    return _collected((row.product_id, record_of(PictureRecord, row._asdict())) for row in rows)


# Topics


def list_topics(session: Session) -> list[TopicRecord]:
    """Return all topics in their order."""
    rows = session.execute(select(Topic.__table__).order_by(Topic.position, Topic.ref)).mappings()
    return [record_of(TopicRecord, row) for row in rows]


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
    return _collected((one, topic) for topic in list_topics(session) for one in linked.get(topic.id, ()))


# Programme


def list_rooms(session: Session) -> list[RoomRecord]:
    """Return the rooms by code."""
    hall = func.coalesce(Hall.code, "").label("hall")
    statement = select(Room.__table__, hall).outerjoin(Hall, Hall.id == Room.hall_id).order_by(Room.code)
    return [record_of(RoomRecord, row) for row in session.execute(statement).mappings()]


def list_sessions(session: Session, text: str = "", **view: Unpack[View]) -> list[SessionRecord]:
    """Return the sessions of the programme by time."""
    room = func.coalesce(Room.code, "").label("room")
    statement = select(ProgrammeSession.__table__, room).outerjoin(Room, Room.id == ProgrammeSession.room_id)
    condition = found(text, Subject.SESSION, ProgrammeSession.id)
    orders = {"time": ProgrammeSession.starts_at}
    rows = session.execute(narrowed(statement, ProgrammeSession, condition, view, orders)).mappings().all()
    topics = topics_of(session, SessionTopic.session_id, [row["id"] for row in rows])
    return [record_of(SessionRecord, row, topics=topics.get(row["id"], ())) for row in rows]


def count_sessions(session: Session, text: str = "") -> int:
    """Return how many sessions a list without limit would hold."""
    return count_found(session, text, Subject.SESSION) if text.strip() else count(session, ProgrammeSession, true())


# Media


def list_media(session: Session, *, limit: int | None = None, offset: int = 0) -> list[MediaRecord]:
    """Return the pictures, the newest first."""
    statement = select(Media.__table__).order_by(Media.id.desc()).limit(limit).offset(offset or None)
    return [record_of(MediaRecord, row) for row in session.execute(statement).mappings()]


def get_media_blob(session: Session, sha256: str, variant: Variant | str = Variant.FULL) -> bytes | None:
    """Return the bytes of a picture in one size, or None when there is no such picture."""
    statement = select(MediaBlob.data).join(Media, Media.id == MediaBlob.media_id)
    return session.scalars(statement.where(Media.sha256 == sha256, MediaBlob.variant == Variant(variant))).one_or_none()


# What all lists share


def count(session: Session, table: Any, condition: ColumnElement[bool]) -> int:
    """Return how many rows that are not deleted meet a condition."""
    statement = select(func.count()).select_from(table).where(condition, table.deleted_at.is_(None))
    return session.execute(statement).scalar_one()


def _one(listing: Callable[..., list[R]], session: Session, row_id: uuid.UUID) -> R:
    for deleted in (False, True):
        for record in listing(session, ids=[row_id], deleted=deleted):
            return record
    raise InputError("catalogue.not_there")


def _collected(pairs: Iterable[tuple[uuid.UUID, R]]) -> dict[uuid.UUID, tuple[R, ...]]:
    groups: dict[uuid.UUID, list[R]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
