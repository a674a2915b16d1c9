"""Artwork drawn by code: skies, terraces, motifs, the mark of the event; plain data that painters draw."""

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from showcase.documents.artwork import city, halls, motifs
from showcase.documents.artwork.drawing import Drawing, moved
from showcase.documents.artwork.keeping import drawing_code, kept_drawing
from showcase.documents.artwork.scenes import (
    BADGE_A6,
    BADGE_CR80,
    BOOTH_SIGN,
    REPORT_A4,
    Scene,
    draw_foreground,
    draw_scene,
)
from showcase.documents.artwork.shapes import mark, role_shape
from showcase.documents.colours import LANTERN, WHITE, style_of
from showcase.documents.page import Shape

__all__ = ["NAMES", "VECTOR", "Drawing", "draw", "drawing_code", "moved"]

_FEET_MM: Final = 114.0
_FASCIA_FEET_MM: Final = 258.0
_AISLE_FEET_MM: Final = 446.0
"""How far down the ground of a sign is painted over the feet of its code, from the top of the drawing."""
_ARROW: Final = (
    (12, 1.6),
    (22.2, 11.8),
    (19.1, 14.9),
    (14.2, 10),
    (14.2, 22.4),
    (9.8, 22.4),
    (9.8, 10),
    (4.9, 14.9),
    (1.8, 11.8),
)
"""An arrow that points ahead, in a square of 24."""
TURNS: Final[Mapping[str, int]] = {"ahead": 0, "right": 90, "back": 180, "left": 270}
"""Direction -> degrees clockwise."""
_MOTIFS: Final[Mapping[str, Callable[[], Drawing]]] = {
    "planning": city.planning,
    "data": motifs.data,
    "government": motifs.government,
    "mobility": motifs.mobility,
    "energy": city.energy,
    "water": motifs.water,
    "bamboo": city.bamboo,
}


def _motif(variant: str) -> Drawing:
    """Draw the motif of a topic; any topic without one of its own gets bamboo."""
    return _MOTIFS.get(variant, city.bamboo)()


def _shape(variant: str) -> Drawing:
    style = style_of(variant)
    return Drawing(15, 15, (Shape(style.lantern, role_shape(style.shape, 7.5, 7.5, 5.8)),))


def _mark_of_role(variant: str) -> Drawing:
    """Draw the shape of a role in its own colour, as it stands on paper."""
    style = style_of(variant)
    return Drawing(10, 10, (Shape(style.sky, role_shape(style.shape, 5, 5, 4.1)),))


def _arrow(direction: str) -> Drawing:
    angle = math.radians(TURNS.get(direction, 0))
    across, down = math.cos(angle), math.sin(angle)
    points = ((x - 12, y - 12) for x, y in _ARROW)
    return Drawing(
        24, 24, (Shape(LANTERN, tuple((12 + x * across - y * down, 12 + x * down + y * across) for x, y in points)),)
    )


_SCENES: Final[Mapping[str, Scene]] = {
    "badge-a6": BADGE_A6,
    "badge-a6-landscape": halls.BADGE_A6_LANDSCAPE,
    "badge-cr80": BADGE_CR80,
    "badge-4x3": halls.BADGE_4X3,
    "badge-butterfly": halls.BUTTERFLY,
    "table-tent": halls.TABLE_TENT,
    "booth-sign": BOOTH_SIGN,
    "report-a4": REPORT_A4,
    "fascia": halls.FASCIA,
    "poster": halls.POSTER,
    "rollup": halls.ROLLUP,
    "room": halls.ROOM,
    "sign-a5": halls.SIGN_A5,
    "direction": halls.DIRECTION,
    "aisle": halls.AISLE,
}
_GROUNDS: Final[Mapping[str, tuple[Scene, float]]] = {
    "booth-ground": (BOOTH_SIGN, _FEET_MM),
    "fascia-ground": (halls.FASCIA, _FASCIA_FEET_MM),
    "aisle-ground": (halls.AISLE, _AISLE_FEET_MM),
}
_SMALL: Final[Mapping[str, Callable[[str], Drawing]]] = {
    "role-shape": _shape,
    "role-mark": _mark_of_role,
    "arrow": _arrow,
    "mark": lambda colour: Drawing(10, 10, tuple(mark(5, 5, 4.9, colour or WHITE))),
    "motif": _motif,
}
NAMES: Final = (*_SCENES, *_GROUNDS, *_SMALL)
_LARGE: Final = frozenset({"fascia", "poster", "rollup", "direction", "aisle"})
"""Large sheets that come singly: as pictures one would see their pixels, and they weigh more than as outlines."""
VECTOR: Final = frozenset({*_GROUNDS, "role-shape", "role-mark", "arrow", "mark"}) | _LARGE
"""Drawings of which the layout puts the outlines on the page: they are not opaque, or too large for a picture."""


@lru_cache(maxsize=64)
def draw(name: str, variant: str = "") -> Drawing:
    """Return an artwork.

    Args:
        name: one of `NAMES`.
        variant: the role of a badge, the topic of a motif, the direction of an arrow, or the colour of the mark.

    Raises:
        KeyError: when there is no such artwork; the schema of templates names them all.
    """
    if name in _LARGE:
        return kept_drawing(f"{name}|{variant}", lambda: draw_scene(_SCENES[name], style_of(variant)))
    if name in _SCENES:
        return draw_scene(_SCENES[name], style_of(variant))
    if name in _GROUNDS:
        return kept_drawing(name, lambda: draw_foreground(*_GROUNDS[name]))
    return _SMALL[name](variant)
