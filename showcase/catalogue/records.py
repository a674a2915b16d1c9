"""What the catalogue hands out: frozen dataclasses that outlive the transaction they were read in.

Pictures are named by SHA-256; `catalogue.queries.get_media_blob` gives their bytes. Texts are maps language -> text.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from showcase.catalogue.kinds import BoothKind, OrganisationKind, PlaceKind, ProductKind, SessionStatus
from showcase.catalogue.underlay import Underlay
from showcase.text import Texts

KEPT_AFTER: Final = dt.timedelta(days=60)
"""How long after the event what is personal is kept where nobody chose a day."""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """The event. `languages` are those of the content, the fallback first."""

    id: uuid.UUID
    name: Texts
    theme: Texts
    place: Texts
    starts_on: dt.date | None
    ends_on: dt.date | None
    print_deadline: dt.date | None
    time_zone: str
    languages: tuple[str, ...]
    colours: Mapping[str, str]
    role_words: Mapping[str, Texts]
    base_url: str | None
    token_number: int
    lockup: Texts
    updated_at: dt.datetime
    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    venue: Mapping[str, Any] = field(default_factory=dict)
    keep_until: dt.date | None = None

    @property
    def kept_until(self) -> dt.date | None:
        """The last day on which what is personal may be kept: the one chosen, else some weeks after the event."""
        if self.keep_until is not None or self.ends_on is None:
            return self.keep_until
        return self.ends_on + KEPT_AFTER


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic; topics without a parent are the main ones. `products` is filled by `list_topics` only."""

    id: uuid.UUID
    ref: str
    parent_id: uuid.UUID | None
    name: Texts
    icon: str
    motif: str
    position: int
    version: int = 1
    deleted_at: dt.datetime | None = None
    products: int = 0


@dataclass(frozen=True, slots=True)
class HallRecord:
    """A hall, in metres where known."""

    id: uuid.UUID
    code: str
    name: Texts
    width_m: float | None
    depth_m: float | None
    floor: int
    position: int
    underlay: Underlay | None = None


@dataclass(frozen=True, slots=True)
class ExhibitorRecord:
    """As much of an organisation as its booths and products show."""

    id: uuid.UUID
    name: Texts
    short_name: Texts
    kind: OrganisationKind
    country: str | None
    logo: str | None
    number: str


@dataclass(frozen=True, slots=True)
class BoothRecord:
    """A booth. `hall` is the code of its hall, "" without one; `exhibitors` is filled by `list_booths` only."""

    id: uuid.UUID
    code: str
    hall: str
    hall_name: Texts
    hall_id: uuid.UUID | None
    kind: BoothKind
    name: Texts
    number: str
    x_m: float | None
    y_m: float | None
    width_m: float | None
    depth_m: float | None
    version: int
    deleted_at: dt.datetime | None = None
    exhibitors: tuple[ExhibitorRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A point on the floor of a hall, in metres where known; `leads_to_id` is where one comes out in another hall."""

    id: uuid.UUID
    hall_id: uuid.UUID
    hall: str
    kind: PlaceKind
    name: Texts
    x_m: float | None
    y_m: float | None
    leads_to_id: uuid.UUID | None
    version: int
    deleted_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation with its booths in order and its topics. `logo` is the SHA-256 of a picture."""

    id: uuid.UUID
    ref: str | None
    name: Texts
    short_name: Texts
    kind: OrganisationKind
    country: str | None
    region: str
    description: Texts
    website: str
    email: str
    phone: str
    offers: Texts
    seeks: Texts
    seeking: tuple[str, ...]
    funding: Mapping[str, str]
    tags: tuple[str, ...]
    logo: str | None
    number: str
    exhibits: bool
    version: int
    updated_at: dt.datetime
    deleted_at: dt.datetime | None
    booths: tuple[BoothRecord, ...] = ()
    topics: tuple[TopicRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaRecord:
    """A picture: its name is the SHA-256 of its full variant."""

    id: uuid.UUID
    sha256: str
    mime: str
    width: int
    height: int
    bytes: int
    original_name: str
    alt: Texts
    uses: int = 0
    deleted_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """A picture of a product: what it shows there and the point to keep in view (0..1 from the top left)."""

    media_id: uuid.UUID
    sha256: str
    width: int
    height: int
    alt: Texts
    caption: Texts
    focus_x: float
    focus_y: float


@dataclass(frozen=True, slots=True)
class ProductRecord:
    """A product or service, with who shows it and where. The first picture is the cover."""

    id: uuid.UUID
    ref: str | None
    exhibitor: ExhibitorRecord
    kind: ProductKind
    name: Texts
    pitch: Texts
    description: Texts
    stage: str
    seeking: tuple[str, ...]
    policy: Texts
    facts: tuple[Mapping[str, Any], ...]
    links: tuple[Mapping[str, Any], ...]
    tags: tuple[str, ...]
    number: str
    version: int
    updated_at: dt.datetime
    deleted_at: dt.datetime | None
    topics: tuple[TopicRecord, ...] = ()
    pictures: tuple[PictureRecord, ...] = ()
    booths: tuple[BoothRecord, ...] = ()

    @property
    def cover(self) -> PictureRecord | None:
        """The first picture."""
        return self.pictures[0] if self.pictures else None


@dataclass(frozen=True, slots=True)
class RoomRecord:
    """A room of the programme."""

    id: uuid.UUID
    code: str
    hall: str
    name: Texts
    capacity: int | None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session of the programme; times are UTC."""

    id: uuid.UUID
    ref: str | None
    room: str
    room_id: uuid.UUID | None
    starts_at: dt.datetime
    ends_at: dt.datetime
    title: Texts
    abstract: Texts
    kind: str
    language: str
    status: SessionStatus
    version: int
    room_name: Texts
    deleted_at: dt.datetime | None = None
    topics: tuple[TopicRecord, ...] = ()
