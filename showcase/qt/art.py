"""Drawn pictures for QML, `image://art/SCENE/SEED/THEME`: painted off the GUI thread at the size asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from showcase.qt.providing import PictureProvider
from showcase.qt.shaping import rounded, split_options

if TYPE_CHECKING:  # records take as long to load as half a window, and the first picture needs none
    from showcase.catalogue.records import TopicRecord
    from showcase.qt.picturecache import PictureCache

_BY_WORD: Final[Mapping[str, str]] = {
    "cpu": "ai",
    "key-round": "lamp",
    "tram-front": "mobility",
    "droplets": "water",
    "sun": "energy",
    "building-2": "build",
    "landmark": "gov",
    "triangle-alert": "rain",
    "users": "build",
    "leaf": "terrace",
    "map-pin": "gov",
    "store": "ai",
    "data": "ai",
    "government": "gov",
    "mobility": "mobility",
    "water": "water",
    "energy": "energy",
    "planning": "build",
    "bamboo": "terrace",
}
"""What a topic has for an icon or a motif -> its scene."""
_ANY: Final = "terrace"


def scene_for(topic: TopicRecord) -> str:
    """Return the scene of a topic."""
    return _BY_WORD.get(topic.icon) or _BY_WORD.get(topic.motif) or _ANY


def scene_of(topics: Sequence[TopicRecord]) -> str:
    """Return the scene of something filed under topics: that of the first."""
    return scene_for(topics[0]) if topics else _ANY


class ArtProvider(PictureProvider):
    """Paints scenes. Options stand behind a question mark.

    `r=` are the radii of the corners, see `shaping`; `d=` the pixels of one pixel of the drawings; `q=` the width and
    height that words take at the top left, in pixels of the drawings.
    """

    def __init__(self, cache: PictureCache) -> None:
        super().__init__()
        self._cache = cache

    def made(self, name: str, wanted: QSize) -> QImage:
        """Return a scene in the size that is wanted; the painter is imported with the first, not before it."""
        from showcase.qt.scenes import Quiet, paint

        path, options = split_options(name)
        scene, seed, theme = [*path.split("/"), "0", "day"][:3]
        if wanted.width() <= 1 or wanted.height() <= 1:  # what is just being laid out has no size yet
            return QImage(1, 1, QImage.Format.Format_RGB32)
        width, height = wanted.width(), wanted.height()
        key = f"art/{name}/{width}x{height}"
        image = self._cache.get(key)
        if image is None:
            density, quiet = float(options.get("d", "1")), Quiet(*map(float, options.get("q", "0,0").split(",")))
            image = paint(scene, width, height, seed=int(seed), theme=theme, density=density, quiet=quiet)
            image = rounded(image, options)
            self._cache.put(key, image)
        return image
