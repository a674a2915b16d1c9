"""What goes onto the visitor pages: the catalogue and the names of speakers, read once in a few statements."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from showcase.catalogue.queries import (
    get_event,
    list_booths,
    list_media,
    list_organisations,
    list_products,
    list_rooms,
    list_sessions,
    list_topics,
)
from showcase.catalogue.records import (
    BoothRecord,
    EventRecord,
    MediaRecord,
    OrganisationRecord,
    ProductRecord,
    RoomRecord,
    SessionRecord,
    TopicRecord,
)
from showcase.people.queries import list_speaker_names

R = TypeVar("R")
Groups = Mapping[uuid.UUID, Sequence[R]]
"""Id -> what belongs to it."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the pages show. Of people there are the names of speakers, by session, and nothing else."""

    event: EventRecord
    topics: Sequence[TopicRecord]
    booths: Sequence[BoothRecord]
    exhibitors: Mapping[uuid.UUID, OrganisationRecord]
    products: Sequence[ProductRecord]
    sessions: Sequence[SessionRecord]
    rooms: Mapping[str, RoomRecord]
    speakers: Mapping[uuid.UUID, tuple[str, ...]]
    media: Mapping[str, MediaRecord]
    """Picture by its SHA-256."""
    products_of: Groups[ProductRecord]
    products_on: Groups[ProductRecord]
    exhibitors_on: Groups[OrganisationRecord]
    sessions_on: Groups[SessionRecord]


def read_catalogue(session: Session) -> Catalogue:
    """Return what the pages show. An organisation is an exhibitor when it exhibits or owns a product."""
    products = list_products(session)
    owners = {product.exhibitor.id for product in products}
    organisations = list_organisations(session)
    exhibitors = {record.id: record for record in organisations if record.exhibits or record.id in owners}
    sessions = list_sessions(session)
    return Catalogue(
        event=get_event(session),
        topics=list_topics(session),
        booths=list_booths(session),
        exhibitors=exhibitors,
        products=products,
        sessions=sessions,
        rooms={room.code: room for room in list_rooms(session)},
        speakers=list_speaker_names(session),
        media={media.sha256: media for media in list_media(session)},
        products_of=_grouped(products, lambda product: [product.exhibitor.id]),
        products_on=_grouped(products, lambda product: [topic.id for topic in product.topics]),
        exhibitors_on=_grouped(exhibitors.values(), lambda record: [topic.id for topic in record.topics]),
        sessions_on=_grouped(sessions, lambda entry: [topic.id for topic in entry.topics]),
    )


def _grouped(records: Iterable[R], owners: Callable[[R], Iterable[uuid.UUID]]) -> dict[uuid.UUID, list[R]]:
    groups: dict[uuid.UUID, list[R]] = {}
    for record in records:
        for owner in owners(record):
            groups.setdefault(owner, []).append(record)
    return groups
