"""Scenes of the public screen: grounds with the lantern over them, and the motifs of topics, painted to any size."""

from collections.abc import Mapping
from math import cos, radians
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from showcase.documents.artwork import draw
from showcase.printing.rasters import paint_outline

_MOTIFS: Final[Mapping[str, str]] = {
    "ai": "data",
    "lamp": "energy",
    "energy": "energy",
    "mobility": "mobility",
    "water": "water",
    "rain": "water",
    "gov": "government",
    "build": "planning",
    "terrace": "bamboo",
}
_GROUNDS: Final[Mapping[str, str]] = {"day": "#FFF8EC", "dusk": "#062A20", "contrast": "#03100B"}
_INKS: Final = ("#F2A900", "#F2A900", "#F6B417", "#FABF2C", "#FFC847")
SCENES: Final = ("dusk", "day", "lights", "drum", "earth", *_MOTIFS)


def paint(scene: str, width: int, height: int, *, seed: int = 0, theme: str = "day") -> QImage:
    """Return a scene.

    Args:
        scene: one of SCENES.
        width: in pixels.
        height: in pixels.
        seed: of what is left to chance; these scenes leave nothing to it.
        theme: "day", "dusk" or "contrast".
    """
    del seed
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(_GROUNDS.get("dusk" if scene in {"dusk", "lights", "drum", "earth"} else theme, "#FFF8EC")))
    if theme == "contrast" and scene != "drum":
        return image
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene in _MOTIFS:
        _motif(painter, _MOTIFS[scene], width, height)
    elif scene != "earth":
        across = min(width, height) * (0.22 if scene == "drum" else 0.28)
        at = QPointF(width / 2, height / 2) if scene == "drum" else QPointF(width * 0.7, height * 0.55)
        _lantern(painter, at, across)
    painter.end()
    return image


def _motif(painter: QPainter, name: str, width: int, height: int) -> None:
    drawing = draw("motif", name)
    scale = max(width / drawing.width_mm, height / drawing.height_mm)
    painter.translate((width - drawing.width_mm * scale) / 2, (height - drawing.height_mm * scale) / 2)
    painter.scale(scale, scale)
    for item in drawing.items:
        paint_outline(painter, item)


def _lantern(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for index, ink in enumerate(_INKS):
        painter.setBrush(QColor(ink))
        painter.drawEllipse(at, radius * cos(radians(18 * index)), radius)
