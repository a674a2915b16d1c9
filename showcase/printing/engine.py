"""The Qt engine that paints: one QGuiApplication that needs no screen, and the bundled fonts."""

import os
import sys
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from showcase.paths import resource

FAMILY: Final = "Be Vietnam Pro"
EM: Final = 1000
"""Size in pixels at which fonts are measured and drawn, then scaled: the units per em of the family, so that
nothing is rounded."""

_kept: list[QGuiApplication] = []


def ensure_gui() -> QGuiApplication:
    """Return the running QGuiApplication, or start one that needs no screen.

    Printing paints into files; with a display that does not answer, Qt would end the whole program.
    """
    running = QCoreApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    offscreen = sys.platform == "linux" and "QT_QPA_PLATFORM" not in os.environ
    _kept.append(QGuiApplication(["showcase", *(("-platform", "offscreen") if offscreen else ())]))
    return _kept[0]


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the bundled fonts once and return their file names."""
    ensure_gui()
    files = sorted(resource("fonts").glob("*.ttf"))
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
    return tuple(file.name for file in files)


@cache
def text_font(weight: int) -> QFont:
    """Return the family in a weight at EM pixels, unhinted.

    Ligatures are off: Qt's PDF gives their glyphs no text, so "Chiffre" could not be found or copied.
    """
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(EM)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for tag in ("liga", "clig", "calt", "dlig"):
        font.setFeature(QFont.Tag(tag), 0)
    return font
