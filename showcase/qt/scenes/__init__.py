"""Scenes of the touch screens, painted in flat inks to any size: nothing is a picture that was stretched."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QColor, QImage, QPainter

from showcase.qt import inks
from showcase.qt.scenes import evening, heroes, signs
from showcase.qt.scenes.hall import hall
from showcase.qt.scenes.motifs import MOTIFS
from showcase.qt.scenes.pen import Pen, Quiet
from showcase.qt.scenes.tickets import TICKETS
from showcase.qt.scenes.verdicts import PANELS, SHAPES

_GROUNDS: Final[dict[str, Callable[[Pen, float, float, int], None]]] = {
    "dusk": evening.dusk,
    "evening": evening.evening,
    "lights": evening.fact,
    "day": heroes.day,
    "drum": heroes.rings,
    "earth": heroes.earth,
    "contours": heroes.hills,
    "land": heroes.ground,
    "empty": heroes.bud,
    "hall": hall,
}
_CONTRAST: Final[dict[str, Callable[[Pen, float, float, int], None]]] = {
    "dusk": signs.bridge,
    "evening": signs.bridge,
    "lights": signs.counted,
    "day": signs.bridge,
    "drum": signs.plain,
    "earth": signs.plain,
    "contours": signs.plain,
    "land": signs.plain,
    "empty": signs.bud,
    "hall": signs.bridge,
}
SAME: Final = {**PANELS, **SHAPES, **TICKETS}
"""Scenes that are the same in contrast."""
SCENES: Final = (*_GROUNDS, *MOTIFS, *SAME)

__all__ = ["SAME", "SCENES", "Quiet", "paint"]


def paint(
    scene: str,
    width: int,
    height: int,
    *,
    seed: int = 0,
    theme: str = "day",
    density: float = 1,
    quiet: Quiet = Quiet(),  # noqa: B008 - a tuple cannot be changed
) -> QImage:
    """Return a scene.

    Args:
        scene: one of SCENES.
        width: in pixels.
        height: in pixels.
        seed: of what is left to chance, so that two products of one topic look different; the number of "lights".
        theme: "day", "dusk" or "contrast"; in contrast there are lines alone.
        density: how many pixels one pixel of the drawings is, so that lines are as thick on a finer screen.
        quiet: where words stand on a motif, in pixels of the drawings.

    Raises:
        KeyError: when there is no such scene, which is a bug.
    """
    bare = scene in SHAPES
    kind = QImage.Format.Format_ARGB32_Premultiplied if bare else QImage.Format.Format_RGB32
    image = QImage(max(1, width), max(1, height), kind)
    image.fill(QColor(0, 0, 0, 0) if bare else QColor(inks.NIGHT))
    painter = QPainter(image)
    painter.scale(density, density)
    pen, w, h = Pen(painter), image.width() / density, image.height() / density
    seed = seed if scene == "lights" else seed % 1000
    if scene in SAME:
        SAME[scene](pen, w, h, seed)
    elif scene in _GROUNDS:
        (_CONTRAST if theme == "contrast" else _GROUNDS)[scene](pen, w, h, seed)
    elif theme == "contrast":
        signs.motif(pen, w, h, scene, quiet)
    else:
        MOTIFS[scene](pen, w, h, seed, quiet)
    painter.end()
    return image
