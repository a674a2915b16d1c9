"""The Qt engine that paints: one QGuiApplication, offscreen where there is no screen, and the bundled fonts."""

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
    """Return the running QGuiApplication, or start one; without a display it is an offscreen one."""
    running = QCoreApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _kept.append(QGuiApplication(["showcase"]))
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
