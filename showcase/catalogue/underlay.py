"""A drawing under the plan of a hall: which, where it lies and how faint it is; how it is fitted, turned and measured.

Metres of the hall, no database and no Qt. A drawing keeps its proportion: it is laid by its left, top and width.
"""

import uuid
from dataclasses import dataclass, replace
from math import dist
from typing import Any, Final

from showcase.catalogue.floorplan import Rect

STRENGTH: Final = 0.3
"""How much of its ink a drawing has that was just laid: it is seen, and everything on it is seen better."""
FAINTEST: Final = 0.05
STRONGEST: Final = 0.45
"""The dark edge of a way keeps 3 : 1 on black ink of this strength. Booths and signs cover what lies under them."""
LEAST_M: Final = 0.5
"""No drawing is laid narrower."""
_LARGEST_M: Final = 10_000.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Underlay:
    """A drawing under a hall.

    Args:
        media_id: of the picture that is kept.
        sha256: of its bytes.
        mime: image/png, image/jpeg, or image/svg+xml for one of lines.
        name: of the file that it came from.
        slope: depth by width of the drawing as it was drawn.
        rect: where it lies, turned.
        turn: quarters by which it is turned clockwise, 0 to 3.
        strength: how much of its ink is seen, 0 to 1.
    """

    media_id: uuid.UUID
    sha256: str
    mime: str
    name: str
    slope: float
    rect: Rect
    turn: int = 0
    strength: float = STRENGTH

    def moved(self, dx: float, dy: float) -> "Underlay":
        """Return it elsewhere."""
        return self.at(self.rect.x + dx, self.rect.y + dy, self.rect.width)

    def at(self, x: float, y: float, width: float) -> "Underlay":
        """Return it with this left, top and width; what is no width any more is the least or the largest."""
        width = float(min(_LARGEST_M, max(LEAST_M, width)))
        return replace(self, rect=Rect(_near(x), _near(y), width, width * slope_of(self.slope, self.turn)))

    def scaled(self, factor: float, about: Point) -> "Underlay":
        """Return it larger or smaller, with one point where it was."""
        rect = self.rect
        width = min(_LARGEST_M, max(LEAST_M, rect.width * factor))
        factor = width / rect.width
        return self.at(about[0] - (about[0] - rect.x) * factor, about[1] - (about[1] - rect.y) * factor, width)

    def turned(self) -> "Underlay":
        """Return it turned by a quarter clockwise about its middle."""
        rect, turn = self.rect, (self.turn + 1) % 4
        x, y = rect.x + (rect.width - rect.depth) / 2, rect.y + (rect.depth - rect.width) / 2
        return replace(self, turn=turn).at(x, y, rect.depth)

    def fitted(self, size: tuple[float, float]) -> "Underlay":
        """Return it as large as it fits into a hall, in its middle."""
        rect = fit(self.slope, self.turn, size)
        return self.at(rect.x, rect.y, rect.width)

    def measured(self, one: Point, two: Point, metres: float) -> "Underlay":
        """Return it so large that two of its points are so many metres apart; the first stays where it is."""
        apart = dist(one, two)
        return self.scaled(metres / apart, one) if apart > 0 and metres > 0 else self

    def fields(self) -> dict[str, Any]:
        """Return the fields of the hall that say where it lies and how, as edits take them."""
        return {
            "underlay_x_m": round(self.rect.x, 3),
            "underlay_y_m": round(self.rect.y, 3),
            "underlay_width_m": round(self.rect.width, 3),
            "underlay_turn": self.turn,
            "underlay_strength": round(self.strength, 3),
        }


def slope_of(slope: float, turn: int) -> float:
    """Return depth by width of a drawing as it lies, turned by quarters."""
    return 1 / slope if turn % 2 else slope


def fit(slope: float, turn: int, size: tuple[float, float]) -> Rect:
    """Return where a drawing lies that fits into a hall of this size, in its middle."""
    lying = slope_of(slope, turn)
    width = min(size[0], size[1] / lying)
    return Rect((size[0] - width) / 2, (size[1] - width * lying) / 2, width, width * lying)


def _near(place: float) -> float:
    return float(min(_LARGEST_M, max(-_LARGEST_M, place)))
