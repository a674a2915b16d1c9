"""What on a plan can be touched: which booth or place lies under a finger, and which is next for somebody with keys."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Final

from showcase.catalogue.floorplan import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from showcase.catalogue.planview import Sheet

_SIGN_M: Final = 2.0
"""Side of the square that stands for a place where only metres count."""
_ASIDE: Final = 2.0
"""How much more a metre aside counts than one in the direction of an arrow key."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on a sheet, in metres of the sheet."""

    id: UUID
    code: str
    rect: Rect

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.rect.x + self.rect.width / 2, self.rect.y + self.rect.depth / 2


def spots_of(sheet: Sheet) -> list[Spot]:
    """Return all booths in the order of their codes, then all places."""
    booths = [Spot(laid.booth.id, laid.booth.code, laid.rect) for laid in sheet.booths]
    half = _SIGN_M / 2
    return booths + [
        Spot(laid.place.id, "", Rect(laid.x - half, laid.y - half, _SIGN_M, _SIGN_M)) for laid in sheet.places
    ]


def spot_at(spots: Sequence[Spot], x: float, y: float, reach: float) -> Spot | None:
    """Return what lies under a point, or nearest to it within a reach in metres; a sign lies above a booth."""
    near = [(_away(spot.rect, x, y), bool(spot.code), place) for place, spot in enumerate(spots)]
    away, _is_booth, place = min(near, default=(reach + 1, True, 0))
    return spots[place] if away <= reach else None


def spot_beside(spots: Sequence[Spot], at: Spot | None, dx: int, dy: int) -> Spot | None:
    """Return the nearest of what lies in a direction, None at the edge; the first when nothing was chosen yet."""
    if at is None:
        return spots[0] if spots else None
    best: tuple[float, int] | None = None
    for place, spot in enumerate(spots):
        x, y = spot.middle[0] - at.middle[0], spot.middle[1] - at.middle[1]
        ahead, aside = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        if spot.id == at.id or ahead <= 0 or aside > 2 * ahead:
            continue
        best = min(best or (float("inf"), 0), (ahead + _ASIDE * aside, place))
    return spots[best[1]] if best else None


def _away(rect: Rect, x: float, y: float) -> float:
    return hypot(max(rect.x - x, 0, x - rect.right), max(rect.y - y, 0, y - rect.bottom))
