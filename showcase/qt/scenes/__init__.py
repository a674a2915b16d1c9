"""Scenes of the public screen: grounds with the lantern over them, and the motifs of topics, painted to any size."""

from collections.abc import Mapping
from math import cos, pi, radians, sin, sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
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
_TILES: Final[Mapping[str, str]] = {
    "ai": "#0A382B",
    "lamp": "#062A20",
    "energy": "#CFEFE0",
    "water": "#135C44",
    "gov": "#F5E9D0",
    "build": "#9BD3B6",
    "terrace": "#CFEFE0",
}
"""The ground of a motif, above which its name stands; forest where none is given."""
_FOREST: Final = "#0B3D2E"
_QUIET: Final = 0.52
"""The upper part of a wide motif is left to its name."""
_INKS: Final = ("#F2A900", "#F2A900", "#F6B417", "#FABF2C", "#FFC847")
SCENES: Final = ("dusk", "day", "lights", "drum", "earth", *_MOTIFS)


def paint(scene: str, width: int, height: int, *, seed: int = 0, theme: str = "day") -> QImage:
    """Return a scene.

    Args:
        scene: one of SCENES.
        width: in pixels.
        height: in pixels.
        seed: the number of lights, for "lights"; other scenes leave nothing to chance.
        theme: "day", "dusk" or "contrast".
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(_GROUNDS.get("dusk" if scene in {"dusk", "lights", "drum", "earth"} else theme, "#FFF8EC")))
    if theme == "contrast" and scene != "drum":
        return image
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene in _MOTIFS:
        painter.fillRect(image.rect(), QColor(_TILES.get(scene, _FOREST)))
        quiet = round(height * _QUIET) if width > 1.18 * height else 0
        _motif(painter, _MOTIFS[scene], QRect(0, quiet, width, height - quiet))
    elif scene == "lights":
        _lights(
            painter, QPointF(width * (0.5 if height > width else 0.7), height * 0.46), min(width, height) * 0.3, seed
        )
    elif scene != "earth":
        across = min(width, height) * (0.22 if scene == "drum" else 0.28)
        at = QPointF(width / 2, height / 2) if scene == "drum" else QPointF(width * 0.7, height * 0.55)
        _lantern(painter, at, across)
    painter.end()
    return image


def _lights(painter: QPainter, at: QPointF, radius: float, count: int) -> None:
    """Paint as many lights as there are things, none hidden, each turned from the one before by the golden angle."""
    painter.setPen(Qt.PenStyle.NoPen)
    size = min(radius / 8, radius / sqrt(max(1, count)) * 0.72)
    for index in range(count):
        part = (index + 0.5) / count
        turn = index * pi * (3 - sqrt(5))
        painter.setBrush(QColor(_INKS[4] if part < 0.4 else _INKS[2] if part < 0.75 else _INKS[0]))
        away = radius * sqrt(part)
        painter.drawEllipse(
            at + QPointF(away * cos(turn), away * sin(turn)), size * (1 - 0.3 * part), size * (1 - 0.3 * part)
        )


def _motif(painter: QPainter, name: str, box: QRect) -> None:
    drawing = draw("motif", name)
    width, height = box.width(), box.height()
    scale = max(width / drawing.width_mm, height / drawing.height_mm)
    painter.setClipRect(box)
    painter.translate(
        box.x() + (width - drawing.width_mm * scale) / 2, box.y() + (height - drawing.height_mm * scale) / 2
    )
    painter.scale(scale, scale)
    for item in drawing.items:
        paint_outline(painter, item)


def _lantern(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for index, ink in enumerate(_INKS):
        painter.setBrush(QColor(ink))
        painter.drawEllipse(at, radius * cos(radians(18 * index)), radius)
