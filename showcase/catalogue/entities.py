"""The tables of the catalogue: event, organisations, booths, products, topics, programme and media.

There are no relationships: queries join what they need, so that no row is ever fetched one by one.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from showcase.catalogue.kinds import (
    BoothKind,
    OrganisationKind,
    PlaceKind,
    ProductKind,
    SessionStatus,
    Subject,
    Variant,
)
from showcase.catalogue.searchkeys import row_id
from showcase.catalogue.underlay import STRENGTH
from showcase.store.base import Base
from showcase.store.columns import Code, Created, Facts, Id, Line, Moment, TextMap, UtcDateTime, Words, enum_column, now


class Edited:
    """What every row that people edit carries: when, how often, and whether it was deleted (it is never taken out)."""

    created_at: Mapped[Created]
    updated_at: Mapped[dt.datetime] = mapped_column(UtcDateTime(), default=now, onupdate=now)
    deleted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> Mapping[str, Any]:
        """Count `version` up at every update, and refuse to write over a row that changed meanwhile."""
        return {"version_id_col": cls.version}


class Sorted:
    """What every row carries that lists show by name: its keys in each language of the interface, kept by the edits."""

    sort_vi: Mapped[str] = mapped_column(Text, default="", index=True)
    sort_en: Mapped[str] = mapped_column(Text, default="", index=True)
    sort_fr: Mapped[str] = mapped_column(Text, default="", index=True)


def search_key_of(subject: Subject) -> Mapped[int]:
    """Declare the row id that a subject has in the search index, made from its id."""

    def key(context: Any) -> int:
        return row_id(subject, context.get_current_parameters()["id"])

    return mapped_column(BigInteger, default=key, index=True)


class Event(Base):
    """The event; the file holds exactly one."""

    __tablename__ = "events"

    id: Mapped[Id]
    name: Mapped[TextMap]
    theme: Mapped[TextMap]
    place: Mapped[TextMap]
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    print_deadline: Mapped[dt.date | None]
    """The last day on which what is missing can still be printed."""
    time_zone: Mapped[Code] = mapped_column(default="Asia/Ho_Chi_Minh")
    languages: Mapped[Words]
    """Languages of the content; the first is the fallback."""
    colours: Mapped[TextMap]
    """Colour token -> #RRGGBB."""
    role_words: Mapped[Mapping[str, Mapping[str, str]]] = mapped_column(JSON, default=dict)
    """Role -> language -> word on the badge."""
    base_url: Mapped[str | None] = mapped_column(Text)
    token_number: Mapped[int] = mapped_column(Integer)
    """Random unsigned 32-bit number that ties badges to this event."""
    lockup: Mapped[TextMap]
    """Two short lines for badges, separated by a line break."""
    facts: Mapped[Mapping[str, Mapping[str, Any]]] = mapped_column(JSON, default=dict, server_default="{}")
    """Place -> number, and by language: words, beside (a figure and a line about it), source."""
    venue: Mapped[Mapping[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    """What signs say about the house: wifi (name, password), desks (how many give out badges)."""
    keep_until: Mapped[dt.date | None]
    """The last day on which what is personal may be kept."""
    updated_at: Mapped[dt.datetime] = mapped_column(UtcDateTime(), default=now, onupdate=now)


class Organisation(Edited, Sorted, Base):
    """A company, province, agency… that takes part."""

    __tablename__ = "organisations"

    id: Mapped[Id]
    ref: Mapped[str | None] = mapped_column(String(255), unique=True)
    name: Mapped[TextMap]
    short_name: Mapped[TextMap]
    kind: Mapped[OrganisationKind] = mapped_column(enum_column(OrganisationKind), default=OrganisationKind.COMPANY)
    country: Mapped[str | None] = mapped_column(String(2))
    region: Mapped[Line]
    description: Mapped[TextMap]
    website: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[Line]
    phone: Mapped[Line]
    offers: Mapped[TextMap]
    seeks: Mapped[TextMap]
    seeking: Mapped[Words]
    funding: Mapped[TextMap]
    """Any of amount, stage, revenue -> text."""
    tags: Mapped[Words]
    logo_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("media.id"))
    number: Mapped[Code] = mapped_column(unique=True)
    exhibits: Mapped[bool] = mapped_column(default=True)
    search_key: Mapped[int] = search_key_of(Subject.ORGANISATION)


class Hall(Edited, Base):
    """A hall or another part of the grounds."""

    __tablename__ = "halls"

    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[TextMap]
    width_m: Mapped[float | None] = mapped_column(Float)
    depth_m: Mapped[float | None] = mapped_column(Float)
    floor: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
    underlay_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("media.id"))
    """The drawing or picture that lies under the plan; where, the fields below tell."""
    underlay_x_m: Mapped[float | None] = mapped_column(Float)
    """Of its left edge as it lies, turned; it may begin outside the hall."""
    underlay_y_m: Mapped[float | None] = mapped_column(Float)
    underlay_width_m: Mapped[float | None] = mapped_column(Float)
    """As it lies, turned; its depth follows from its proportion."""
    underlay_turn: Mapped[int] = mapped_column(default=0, server_default="0")
    """Quarters by which it is turned clockwise."""
    underlay_strength: Mapped[float] = mapped_column(Float, default=STRENGTH, server_default=str(STRENGTH))
    """How much of its ink is seen on the floor, 0 to 1."""


class Booth(Edited, Base):
    """A place on the floor; its code is unique within its hall."""

    __tablename__ = "booths"

    id: Mapped[Id]
    hall_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("halls.id"), index=True)
    code: Mapped[Code] = mapped_column(index=True)
    kind: Mapped[BoothKind] = mapped_column(enum_column(BoothKind), default=BoothKind.BOOTH)
    name: Mapped[TextMap]
    x_m: Mapped[float | None] = mapped_column(Float)
    y_m: Mapped[float | None] = mapped_column(Float)
    width_m: Mapped[float | None] = mapped_column(Float)
    depth_m: Mapped[float | None] = mapped_column(Float)
    number: Mapped[Code] = mapped_column(unique=True)
    sort: Mapped[str] = mapped_column(Text, default="", index=True)
    """How lists are ordered: the code with its numbers padded, so that A2 stands before A10."""
    search_key: Mapped[int] = search_key_of(Subject.BOOTH)


class Place(Edited, Base):
    """A point on the floor that people look for or pass through, in metres from the hall's top left corner."""

    __tablename__ = "places"

    id: Mapped[Id]
    hall_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("halls.id"), index=True)
    kind: Mapped[PlaceKind] = mapped_column(enum_column(PlaceKind))
    name: Mapped[TextMap]
    x_m: Mapped[float | None] = mapped_column(Float)
    y_m: Mapped[float | None] = mapped_column(Float)
    leads_to_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("places.id"))
    """Where a door, stairs or a lift comes out: a place in another hall. Said on one side, it holds both ways."""


class BoothAssignment(Base):
    """An exhibitor has a booth: many to many."""

    __tablename__ = "booth_assignments"

    organisation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True
    )
    booth_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("booths.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int] = mapped_column(default=0)


class Product(Edited, Sorted, Base):
    """A product or service that an organisation shows."""

    __tablename__ = "products"

    id: Mapped[Id]
    ref: Mapped[str | None] = mapped_column(String(255), unique=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisations.id"), index=True)
    kind: Mapped[ProductKind] = mapped_column(enum_column(ProductKind), default=ProductKind.PRODUCT)
    name: Mapped[TextMap]
    pitch: Mapped[TextMap]
    description: Mapped[TextMap]
    stage: Mapped[Line]
    seeking: Mapped[Words]
    policy: Mapped[TextMap]
    facts: Mapped[Facts]
    """Each {"value": {language: text}, "label": {language: text}}."""
    links: Mapped[Facts]
    """Each {"url": text, "label": {language: text}}."""
    tags: Mapped[Words]
    number: Mapped[Code] = mapped_column(unique=True)
    search_key: Mapped[int] = search_key_of(Subject.PRODUCT)


class Topic(Edited, Base):
    """A subject of the event, in a tree."""

    __tablename__ = "topics"

    id: Mapped[Id]
    ref: Mapped[str] = mapped_column(String(255), unique=True)
    parent_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("topics.id"))
    name: Mapped[TextMap]
    icon: Mapped[Line]
    motif: Mapped[Line]
    position: Mapped[int] = mapped_column(default=0)
    search_key: Mapped[int] = search_key_of(Subject.TOPIC)


class OrganisationTopic(Base):
    """An organisation works on a topic."""

    __tablename__ = "organisation_topics"

    organisation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True
    )
    topic_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class ProductTopic(Base):
    """A product belongs to a topic."""

    __tablename__ = "product_topics"

    product_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"), primary_key=True)
    topic_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Media(Edited, Base):
    """A picture, known by the SHA-256 of its stored bytes."""

    __tablename__ = "media"

    id: Mapped[Id]
    sha256: Mapped[Code] = mapped_column(unique=True)
    mime: Mapped[Code]
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int]
    """Length of the full variant."""
    original_name: Mapped[Line]
    alt: Mapped[TextMap]


class MediaBlob(Base):
    """One size of a picture."""

    __tablename__ = "media_blobs"

    media_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("media.id", ondelete="CASCADE"), primary_key=True)
    variant: Mapped[Variant] = mapped_column(enum_column(Variant), primary_key=True)
    mime: Mapped[Code]
    width: Mapped[int]
    height: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class ProductMedia(Base):
    """A picture of a product, in order; the first is its cover."""

    __tablename__ = "product_media"

    product_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"), primary_key=True)
    media_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("media.id"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(default=0)
    caption: Mapped[TextMap]
    focus_x: Mapped[float] = mapped_column(Float, default=0.5)
    """Focal point, 0 at the left and 1 at the right edge."""
    focus_y: Mapped[float] = mapped_column(Float, default=0.5)


class Room(Edited, Base):
    """A room of the programme."""

    __tablename__ = "rooms"

    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    hall_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("halls.id"))
    name: Mapped[TextMap]
    capacity: Mapped[int | None]


class ProgrammeSession(Edited, Base):
    """A talk, panel or ceremony of the programme."""

    __tablename__ = "sessions"

    id: Mapped[Id]
    ref: Mapped[str | None] = mapped_column(String(255), unique=True)
    room_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("rooms.id"))
    starts_at: Mapped[Moment] = mapped_column(index=True)
    ends_at: Mapped[Moment]
    title: Mapped[TextMap]
    abstract: Mapped[TextMap]
    kind: Mapped[Line]
    language: Mapped[Line]
    status: Mapped[SessionStatus] = mapped_column(enum_column(SessionStatus), default=SessionStatus.PLANNED)
    search_key: Mapped[int] = search_key_of(Subject.SESSION)


class SessionTopic(Base):
    """A session belongs to a topic."""

    __tablename__ = "session_topics"

    session_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    topic_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True, index=True
    )
