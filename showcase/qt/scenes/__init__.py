"""Scenes of the touch screens, painted in flat inks to any size: nothing is a picture that was stretched."""

from typing import Final

from PySide6.QtGui import QColor, QImage, QPainter

from showcase.qt import inks
from showcase.qt.scenes import heroes
from showcase.qt.scenes.motifs import MOTIFS
from showcase.qt.scenes.pen import Pen

_SCENES: Final = {
    "dusk": heroes.dusk,
    "lights": heroes.fact,
    "day": heroes.day,
    "drum": heroes.rings,
    "earth": heroes.earth,
    "contours": heroes.hills,
    "land": heroes.ground,
    "empty": heroes.bud,
    **MOTIFS,
}
SCENES: Final = tuple(_SCENES)


def paint(scene: str, width: int, height: int, *, seed: int = 0, theme: str = "day") -> QImage:
    """Return a scene.

    Args:
        scene: one of SCENES.
        width: in pixels.
        height: in pixels.
        seed: of what is left to chance, so that two products of one topic look different; the number of "lights".
        theme: "day", "dusk" or "contrast"; in contrast there are lines alone.

    Raises:
        KeyError: when there is no such scene, which is a bug.
    """
    draw = heroes.contrast if theme == "contrast" and scene != "drum" else _SCENES[scene]
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.fill(QColor(inks.NIGHT))
    painter = QPainter(image)
    draw(Pen(painter), float(image.width()), float(image.height()), seed if scene == "lights" else seed % 1000)
    painter.end()
    return image
