"""Artwork drawn by code: skies, terraces, motifs, the mark of the event; plain data that painters draw."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from showcase.documents.artwork import city, motifs
from showcase.documents.artwork.drawing import Drawing, moved
from showcase.documents.artwork.scenes import BADGE_A6, BADGE_CR80, BOOTH_SIGN, draw_foreground, draw_scene
from showcase.documents.artwork.shapes import mark, role_shape
from showcase.documents.colours import WHITE, style_of
from showcase.documents.page import Shape

__all__ = ["NAMES", "VECTOR", "Drawing", "draw", "moved"]

_FEET_MM: Final = 114.0
"""How far down the ground of a sign is painted over the feet of its code, from the top of the drawing."""
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


_DRAWN: Final[Mapping[str, Callable[[str], Drawing]]] = {
    "badge-a6": lambda role: draw_scene(BADGE_A6, style_of(role)),
    "badge-cr80": lambda role: draw_scene(BADGE_CR80, style_of(role)),
    "booth-sign": lambda role: draw_scene(BOOTH_SIGN, style_of(role)),
    "booth-ground": lambda _: draw_foreground(BOOTH_SIGN, _FEET_MM),
    "role-shape": _shape,
    "mark": lambda colour: Drawing(10, 10, tuple(mark(5, 5, 4.9, colour or WHITE))),
    "motif": _motif,
}
NAMES: Final = tuple(_DRAWN)
VECTOR: Final = frozenset({"booth-ground", "role-shape", "mark"})
"""Drawings that are not opaque: the layout puts their outlines on the page instead of a picture."""


@lru_cache(maxsize=64)
def draw(name: str, variant: str = "") -> Drawing:
    """Return an artwork.

    Args:
        name: one of `NAMES`.
        variant: the role of a badge, the topic of a motif, or the colour of the mark.

    Raises:
        KeyError: when there is no such artwork; the schema of templates names them all.
    """
    return _DRAWN[name](variant)
