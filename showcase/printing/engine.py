"""The Qt engine that paints: one QGuiApplication that needs no screen, and the bundled fonts."""

import os
import sys
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from showcase.documents.scripts import FONTS
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
def load_font(weight: int) -> None:
    """Load the family in one of its weights: 400, 500, 600, 700 or 800."""
    ensure_gui()
    (file,) = resource("fonts").glob(f"*_{weight}*.ttf")
    QFontDatabase.addApplicationFontFromData(QByteArray(_flagged(file.read_bytes())))


def _flagged(font: bytes) -> bytes:
    """Return a font whose OS/2 table says "bold" (fsSelection bit 5, not 6) when its weight is 700 or more.

    ExtraBold fonts say "regular" there. Qt's PDF takes that for a font without a bold face and draws every text twice,
    a fortieth of its size apart, as smeared letters that cost twice the time.
    """
    data = bytearray(font)
    tables = int.from_bytes(data[4:6], "big")
    entry = next(at for at in range(12, 12 + 16 * tables, 16) if data[at : at + 4] == b"OS/2")
    table = int.from_bytes(data[entry + 8 : entry + 12], "big")
    if int.from_bytes(data[table + 4 : table + 6], "big") >= 700:
        selection = int.from_bytes(data[table + 62 : table + 64], "big")
        data[table + 62 : table + 64] = (selection & ~0x40 | 0x20).to_bytes(2, "big")
    return bytes(data)


@cache
def fallbacks() -> tuple[str, ...]:
    """Return the families of this computer for the scripts that are not bundled: of each script the best there is.

    Qt would find some family by itself; these are upright, without serifs, and the same for every text of a script.
    """
    ensure_gui()
    there = frozenset(QFontDatabase.families())
    best = (next((family for family in families if family in there), "") for families in FONTS.values())
    return tuple(dict.fromkeys(family for family in best if family))


@cache
def text_font(weight: int) -> QFont:
    """Return the family in a weight at EM pixels, unhinted.

    Ligatures are off: Qt's PDF gives their glyphs no text, so "Chiffre" could not be found or copied.
    """
    load_font(weight)
    font = QFont([FAMILY, *fallbacks()])
    font.setPixelSize(EM)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for tag in ("liga", "clig", "calt", "dlig"):
        font.setFeature(QFont.Tag(tag), 0)
    return font
