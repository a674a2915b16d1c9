"""The fixed choices of the catalogue: kinds, states, what is sought. No database here, so windows may use them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

FACTS: Final = ("1", "2")
"""Places of the event for facts: what the kiosk shows as one light for each."""
MOST_LIGHTS: Final = 3_000
"""The most that a fact may count: more would be drawn too small to be seen one by one."""
MOST_DESKS: Final = 26
"""The most desks that give out badges by letter: one for each."""


class OrganisationKind(StrEnum):
    """What an organisation is."""

    COMPANY = "company"
    PROVINCE = "province"
    CITY = "city"
    AGENCY = "agency"
    UNIVERSITY = "university"
    ASSOCIATION = "association"
    OTHER = "other"


class BoothKind(StrEnum):
    """What a place on the floor is."""

    BOOTH = "booth"
    PAVILION = "pavilion"
    STAGE = "stage"
    SUITE = "suite"
    SERVICE = "service"


class PlaceKind(StrEnum):
    """What people look for, or pass through, on the floor."""

    ENTRANCE = "entrance"
    EXIT = "exit"
    DOOR = "door"
    STAIRS = "stairs"
    LIFT = "lift"
    TOILETS = "toilets"
    STAGE = "stage"
    DESK = "desk"
    KIOSK = "kiosk"
    FIRST_AID = "first_aid"
    FOOD = "food"


PASSAGES: Final = frozenset({PlaceKind.DOOR, PlaceKind.STAIRS, PlaceKind.LIFT})
"""The places that may lead to another hall."""
PLACE_ICONS: Final[Mapping[PlaceKind, str]] = {
    PlaceKind.ENTRANCE: "log-in",
    PlaceKind.EXIT: "log-out",
    PlaceKind.DOOR: "door-open",
    PlaceKind.STAIRS: "stairs",
    PlaceKind.LIFT: "arrow-up-down",
    PlaceKind.TOILETS: "toilet",
    PlaceKind.STAGE: "presentation",
    PlaceKind.DESK: "concierge-bell",
    PlaceKind.KIOSK: "monitor",
    PlaceKind.FIRST_AID: "briefcase-medical",
    PlaceKind.FOOD: "coffee",
}
"""The sign of a place, of resources/icons."""


class ProductKind(StrEnum):
    """Whether it can be held in the hand."""

    PRODUCT = "product"
    SERVICE = "service"


class Seeking(StrEnum):
    """What an exhibitor came to find."""

    INVESTMENT = "investment"
    PILOTS = "pilots"
    PARTNERS = "partners"
    TALENT = "talent"


class SessionStatus(StrEnum):
    """Whether a session of the programme takes place as printed."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Variant(StrEnum):
    """The sizes in which a picture is kept."""

    FULL = "full"
    THUMB = "thumb"


class Subject(StrEnum):
    """What can be searched for, in the order in which it is found."""

    ORGANISATION = "organisation"
    PRODUCT = "product"
    PERSON = "person"
    BOOTH = "booth"
    SESSION = "session"
    TOPIC = "topic"


TABLES: Final[Mapping[Subject, str]] = {
    Subject.ORGANISATION: "organisations",
    Subject.PRODUCT: "products",
    Subject.PERSON: "people",
    Subject.BOOTH: "booths",
    Subject.SESSION: "sessions",
    Subject.TOPIC: "topics",
}
"""The table that keeps each subject."""


class Role(StrEnum):
    """What a person is at the event; it colours the badge."""

    DELEGATE = "delegate"
    SPEAKER = "speaker"
    EXHIBITOR = "exhibitor"
    VISITOR = "visitor"
    PRESS = "press"
    VIP = "vip"
    ORGANISER = "organiser"
    CREW = "crew"
