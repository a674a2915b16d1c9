"""Which fields of the catalogue can be written, and what may stand in each."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.entities import (
    Booth,
    Hall,
    Media,
    Organisation,
    OrganisationTopic,
    Place,
    Product,
    ProductTopic,
    ProgrammeSession,
    Room,
    SessionTopic,
    Topic,
)
from showcase.catalogue.kinds import (
    BoothKind,
    OrganisationKind,
    PlaceKind,
    ProductKind,
    Seeking,
    SessionStatus,
    Subject,
)
from showcase.catalogue.ordering import code_order, name_orders
from showcase.catalogue.writing import Kept
from showcase.store.journal import Label, label


def _booth_order(session: Session, booth: Any) -> Mapping[str, str]:
    hall = session.get(Hall, booth.hall_id) if booth.hall_id else None
    return {"sort": code_order(hall.code if hall else "", booth.code)}


def _by_name(_session: Session, entity: Any) -> Mapping[str, str]:
    return name_orders(entity.name)


def _kind_of_place(place: Any) -> Label:
    return label(f"catalogue.place_kind_{place.kind}")


ORGANISATION: Final = Kept(
    table=Organisation,
    subject=Subject.ORGANISATION,
    checks={
        "ref": checks.optional_line,
        "name": checks.name,
        "short_name": checks.names,
        "kind": checks.choice(OrganisationKind),
        "country": checks.country,
        "region": checks.line,
        "description": checks.texts,
        "website": checks.website,
        "email": checks.email,
        "phone": checks.phone,
        "offers": checks.texts,
        "seeks": checks.texts,
        "seeking": checks.choices(Seeking),
        "funding": checks.keyed("amount", "stage", "revenue"),
        "tags": checks.words,
        "logo_id": checks.identity,
        "exhibits": checks.flag,
    },
    required=("name",),
    title=("name",),
    numbered=True,
    order=_by_name,
    points={"logo_id": Media},
    topics=(OrganisationTopic, "organisation_id"),
)
PRODUCT: Final = Kept(
    table=Product,
    subject=Subject.PRODUCT,
    checks={
        "ref": checks.optional_line,
        "organisation_id": checks.identity,
        "kind": checks.choice(ProductKind),
        "name": checks.name,
        "pitch": checks.names,
        "description": checks.texts,
        "stage": checks.line,
        "seeking": checks.choices(Seeking),
        "policy": checks.texts,
        "facts": checks.listing(value=checks.names, label=checks.names),
        "links": checks.listing(url=checks.website, label=checks.names),
        "tags": checks.words,
    },
    required=("name", "organisation_id"),
    title=("name",),
    numbered=True,
    order=_by_name,
    points={"organisation_id": Organisation},
    topics=(ProductTopic, "product_id"),
)
HALL: Final = Kept(
    table=Hall,
    subject=None,
    checks={
        "code": checks.code,
        "name": checks.names,
        "width_m": checks.metres,
        "depth_m": checks.metres,
        "floor": checks.count,
        "position": checks.count,
        "underlay_id": checks.identity,
        "underlay_x_m": checks.offset,
        "underlay_y_m": checks.offset,
        "underlay_width_m": checks.breadth,
        "underlay_turn": checks.quarters,
        "underlay_strength": checks.strength,
    },
    required=("code",),
    title=("code",),
    points={"underlay_id": Media},
)
BOOTH: Final = Kept(
    table=Booth,
    subject=Subject.BOOTH,
    checks={
        "hall_id": checks.identity,
        "code": checks.code,
        "kind": checks.choice(BoothKind),
        "name": checks.names,
        "x_m": checks.metres,
        "y_m": checks.metres,
        "width_m": checks.metres,
        "depth_m": checks.metres,
    },
    required=("code",),
    title=("code",),
    numbered=True,
    order=_booth_order,
    points={"hall_id": Hall},
)
PLACE: Final = Kept(
    table=Place,
    subject=None,
    checks={
        "hall_id": checks.identity,
        "kind": checks.choice(PlaceKind),
        "name": checks.names,
        "x_m": checks.metres,
        "y_m": checks.metres,
        "leads_to_id": checks.identity,
    },
    required=("hall_id", "kind"),
    title=("name",),
    unnamed=_kind_of_place,
    points={"hall_id": Hall, "leads_to_id": Place},
)
TOPIC: Final = Kept(
    table=Topic,
    subject=Subject.TOPIC,
    checks={
        "ref": checks.code,
        "parent_id": checks.identity,
        "name": checks.name,
        "icon": checks.line,
        "motif": checks.line,
        "position": checks.count,
    },
    required=("ref", "name"),
    title=("name",),
    points={"parent_id": Topic},
)
ROOM: Final = Kept(
    table=Room,
    subject=None,
    checks={
        "code": checks.code,
        "hall_id": checks.identity,
        "name": checks.names,
        "capacity": checks.count,
    },
    required=("code",),
    title=("code",),
    points={"hall_id": Hall},
)
SESSION: Final = Kept(
    table=ProgrammeSession,
    subject=Subject.SESSION,
    checks={
        "ref": checks.optional_line,
        "room_id": checks.identity,
        "starts_at": checks.moment,
        "ends_at": checks.moment,
        "title": checks.name,
        "abstract": checks.texts,
        "kind": checks.line,
        "language": checks.language,
        "status": checks.choice(SessionStatus),
    },
    required=("title", "starts_at", "ends_at"),
    title=("title",),
    points={"room_id": Room},
    topics=(SessionTopic, "session_id"),
)
MEDIA: Final = Kept(
    table=Media,
    subject=None,
    checks={"alt": checks.names, "original_name": checks.line},
    required=(),
    title=("original_name",),
)
