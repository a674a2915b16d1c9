"""The icon of each kind of place on a floor, the same on every plan."""

from collections.abc import Mapping
from typing import Final

from showcase.catalogue.kinds import PlaceKind

ICONS: Final[Mapping[PlaceKind, str]] = {
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
