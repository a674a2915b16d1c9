"""The look of the office: Fusion with the palette and style sheet of the design, light and dark, and Be Vietnam Pro.

Tokens are those of the design's table of colours; every text on its ground has a contrast of 4.5:1 or more.
"""

import re
import sys
from collections.abc import Mapping
from functools import cache
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from showcase.paths import resource
from showcase.printing.engine import FAMILY, load_font

LIGHT: Final = {
    "window": "#F1EFE8", "panel": "#F7F5F0", "base": "#FFFFFF", "alt": "#FBFAF6", "text": "#10201A", "sub": "#4C5F56",
    "dis": "#9AA39D", "line": "#E4E0D5", "border": "#CFCABC", "field": "#83887F", "strong": "#787D75", "btn": "#FDFCFA",
    "hl": "#CFEFE0", "hlt": "#10201A", "hli": "#E3ECE5", "acc": "#0B3D2E", "acct": "#FFFFFF", "leaf": "#17734B",
    "leafg": "#1F8A5B", "focus": "#17734B", "warn": "#7A5200", "warnbg": "#FFF3D6", "warnl": "#B07A00",
    "err": "#A92C1C", "errbg": "#FBEAE8", "errl": "#C9544F", "ok": "#17734B", "okbg": "#E2F3EA", "inf": "#2B2F77",
    "lant": "#F2A900", "canvas": "#DAD6CB", "scroll": "#C7C2B4", "tip": "#10201A", "tipt": "#FFF8EC",
}  # fmt: skip
DARK: Final = {
    "window": "#161E1A", "panel": "#1A231F", "base": "#101713", "alt": "#141C18", "text": "#E7EFEA", "sub": "#A3B5AB",
    "dis": "#66756D", "line": "#26312B", "border": "#37443D", "field": "#5E7067", "strong": "#75877D", "btn": "#243029",
    "hl": "#1E5440", "hlt": "#F3FBF7", "hli": "#26352E", "acc": "#3FB984", "acct": "#06140E", "leaf": "#6FD3A3",
    "leafg": "#3FB984", "focus": "#6FD3A3", "warn": "#F5C75B", "warnbg": "#362B10", "warnl": "#C99316",
    "err": "#FF9C93", "errbg": "#3B1B1A", "errl": "#E0736B", "ok": "#6FD3A3", "okbg": "#15342A", "inf": "#AEB5F7",
    "lant": "#F2B632", "canvas": "#0A0F0D", "scroll": "#3A4740", "tip": "#E7EFEA", "tipt": "#10201A",
}  # fmt: skip

_WEIGHTS: Final = (400, 600)
"""Weights of the windows; printing loads its own when it paints."""
_SWITCH_S: Final = 0.0005
"""How long a thread that works may keep Python from a window that paints; by default ten times as long, per widget."""
_TEXT: Final = 13
"""Pixels of plain text at 100 %."""
_SIZED: Final = re.compile(r"(font-size|min-height|min-width): (\d+)px")
THEMES: Final = ("system", "light", "dark")
_SCHEMES: Final = {"system": "Unknown", "light": "Light", "dark": "Dark"}
_ROLES: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alt",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "sub",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "strong",
    QPalette.ColorRole.Shadow: "strong",
    QPalette.ColorRole.Button: "btn",
    QPalette.ColorRole.Highlight: "hl",
    QPalette.ColorRole.HighlightedText: "hlt",
    QPalette.ColorRole.Link: "leaf",
    QPalette.ColorRole.Accent: "focus",
    QPalette.ColorRole.BrightText: "err",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "tipt",
}
_DISABLED: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def is_dark() -> bool:
    """Tell whether the office is dark now: as chosen, else as the system is. Some platforms know none."""
    app = QApplication.instance()
    chosen = str(app.property("theme") or "") if app else ""
    if chosen in {"light", "dark"}:
        return chosen == "dark"
    if app is not None and app.property("dark") is None:
        # Until this program sets a palette, the system's tells the same, and spares the first picture the namespace Qt.
        return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark


def text_size() -> int:
    """Return how large texts are set, in percent."""
    app = QApplication.instance()
    return (app.property("text_size") if app else None) or 100


def px(pixels: float, most: int = 0) -> int:
    """Return a length that belongs to text, such as the height of a row, at the size of text; `most` caps it."""
    grown = round(pixels * text_size() / 100)
    return min(grown, most) if most else grown


def tokens() -> Mapping[str, str]:
    """Return the colours of the theme in use."""
    app = QApplication.instance()
    return DARK if app is not None and app.property("dark") else LIGHT


def colour(token: str) -> QColor:
    """Return one colour of the theme in use."""
    return QColor(tokens()[token])


def palette(colours: Mapping[str, str]) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(colours[token]))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["dis"]))
    made.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, QColor(colours["hli"]))
    made.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.HighlightedText, QColor(colours["text"]))
    return made


@cache
def style_sheet(*, dark: bool, percent: int = 100) -> str:
    """Return the style sheet with its tokens replaced, and what belongs to text as large as the text is set."""
    text = dress(resource("styles", "office.qss").read_text(encoding="utf-8"), dark=dark)
    return text if percent == 100 else _SIZED.sub(lambda found: _resize(found, percent), text)


def _resize(found: re.Match[str], percent: int) -> str:
    """Return a size of the style sheet as large as the text is set.

    A control is 28 high with its edge of 1 px, or of 2 px with the focus: it grows by the same in both.
    """
    name, pixels = found[1], int(found[2])
    grown = 28 if name == "min-height" and pixels in {24, 26} else pixels
    return f"{name}: {pixels + round(grown * (percent - 100) / 100)}px"


def dress(text: str, *, dark: bool) -> str:
    """Return a text with the colours of a theme in place of its @tokens."""
    colours: dict[str, str] = {**(DARK if dark else LIGHT), "theme": "dark" if dark else "light"}
    return re.sub(r"@([a-z]+)", lambda found: colours[found.group(1)], text)


def make_application() -> QApplication:
    """Return the application of the windows, in the style that the themes are made for.

    Asking for the style by a word of the command line spares the first picture Python's names of all parts of a style.
    """
    sys.setswitchinterval(_SWITCH_S)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["showcase", "-style", "Fusion"])
    app.setApplicationName("Showcase")
    prepare(app)
    return app


def prepare(app: QApplication) -> None:
    """Give the application its pictures and font, before the first window."""
    QDir.setSearchPaths("styles", [str(resource("styles"))])
    for weight in _WEIGHTS:
        load_font(weight)
    _set_font(app)


def _set_font(app: QApplication) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(px(_TEXT))
    app.setFont(font)


def choose(app: QApplication, theme: str, percent: int = 0) -> None:
    """Use a theme: system, light or dark; and set texts as large as `percent` says, 0 as before."""
    if percent and percent != text_size():
        app.setProperty("text_size", percent)
        _set_font(app)
    before = app.property("theme") or "system"
    app.setProperty("theme", theme)
    if theme != before:
        scheme = QtCore.Qt.ColorScheme[_SCHEMES.get(theme, "Unknown")]
        QGuiApplication.styleHints().setColorScheme(scheme)
    apply(app)


def apply(app: QApplication) -> None:
    """Paint everything in the colours of the theme in use; called again whenever the system changes its own."""
    dark = is_dark()
    app.setPalette(palette(DARK if dark else LIGHT))
    app.setStyleSheet(style_sheet(dark=dark, percent=text_size()))
    app.setProperty("dark", dark)
