"""What stands where on the floor, and a way over it: records, and the one read that fills them."""

import uuid
from dataclasses import dataclass

from sqlalchemy.orm import Session

from showcase.catalogue.floorplan import Rect, extent, rect_of
from showcase.catalogue.kinds import BoothKind, PlaceKind
from showcase.catalogue.queries import list_booths, list_halls, list_places
from showcase.catalogue.underlay import Underlay
from showcase.text import Texts

Point = tuple[float, float]
"""Metres from the top left corner of a hall: x to the right, y down."""


@dataclass(frozen=True, slots=True)
class PlanHall:
    """A hall; where its size is not known it is as large as what stands in it."""

    id: uuid.UUID
    code: str
    name: Texts
    width_m: float
    depth_m: float
    floor: int = 0
    underlay: Underlay | None = None


@dataclass(frozen=True, slots=True)
class PlanBooth:
    """A booth, and the name of the first who has it."""

    id: uuid.UUID
    hall_id: uuid.UUID
    code: str
    rect: Rect | None
    exhibitor: Texts | None
    kind: BoothKind


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """A place whose point on the floor is known; `leads_to` is where a passage comes out in another hall."""

    id: uuid.UUID
    hall_id: uuid.UUID
    kind: PlaceKind
    name: Texts
    x: float
    y: float
    leads_to: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Site:
    """All that is drawn and walked on, by the order of the halls and by code."""

    halls: tuple[PlanHall, ...]
    booths: tuple[PlanBooth, ...]
    places: tuple[PlanPlace, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of a way in words.

    Attributes:
        kind: "start" (what one faces), "straight", "left", "right", "door", "stairs", "lift", "hall" or "arrive".
        metres: how far one then walks.
        landmark: the code of a booth or the id of a place that one turns at, walks to or goes through.
        side: "left" or "right" where the goal is on that hand at arrival, else "".
    """

    kind: str
    metres: float = 0.0
    landmark: str | uuid.UUID | None = None
    side: str = ""


@dataclass(frozen=True, slots=True)
class Leg:
    """The part of a way in one hall: at least two points, and the passage by which it leaves to the next."""

    hall_id: uuid.UUID
    points: tuple[Point, ...]
    metres: float
    through: PlanPlace | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How one walks: hall by hall, how far, how long, and in steps."""

    legs: tuple[Leg, ...]
    metres: float
    minutes: int
    turns: tuple[Turn, ...]


def site_of(session: Session) -> Site:
    """Return all halls with what stands in them; booths of no hall and places of no known point are left out."""
    halls, booths, places = list_halls(session), list_booths(session), list_places(session)
    standing = [
        PlanBooth(
            id=booth.id,
            hall_id=booth.hall_id,
            code=booth.code,
            rect=rect_of(booth),
            exhibitor=booth.exhibitors[0].name if booth.exhibitors else None,
            kind=booth.kind,
        )
        for booth in booths
        if booth.hall_id
    ]
    points = [
        PlanPlace(it.id, it.hall_id, it.kind, it.name, it.x_m, it.y_m, it.leads_to_id)
        for it in places
        if it.x_m is not None and it.y_m is not None
    ]
    measured = []
    for hall in halls:
        theirs = [[it for it in things if it.hall_id == hall.id] for things in (booths, places)]
        width, depth = extent(theirs[0], hall.width_m, hall.depth_m, theirs[1])
        measured.append(PlanHall(hall.id, hall.code, hall.name, width, depth, hall.floor, hall.underlay))
    return Site(tuple(measured), tuple(standing), tuple(points))
