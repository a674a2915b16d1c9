"""The first picture of the scanner: painted once for a size of screen and kept, so that it stands before all else."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from showcase import __version__
from showcase.paths import cache_folder

_WIDTH: Final = 760
_STRIP: Final = 52
_FOOT: Final = 100
_ACTS: Final = 716
"""Pixels of the drawings: as wide as ReadyPage.qml has it; heights of strip, foot and what can be done."""
_ACTS_PART: Final = 0.54
"""Of a page that stands upright what can be done has this at least, at the foot: see Parting.qml."""
_TALL: Final = 0.95
"""As high as it is at most, in widths."""
_DRAWN: Final = 1.2
"""Pixels of a scene in one of the drawings of a desk's screen."""


def scale(screen: QSize, most: float) -> float:
    """Return how large a pixel of the drawings is: see Main.qml."""
    wide, high = (800, 1400) if _upright(screen) else (1366, 768)
    return min(screen.width() / wide, screen.height() / high, most)


def place(screen: QSize, most: float, density: float) -> Path:
    """Return the file of the first picture; it may not exist yet.

    Args:
        screen: size of the window.
        most: what a pixel of the drawings is at most.
        density: pixels of the screen in one of the window.
    """
    size = f"{screen.width()}x{screen.height()}@{density:g}-{scale(screen, most):.4f}"
    return cache_folder() / "scanner" / f"hall-{__version__}-{size}.png"


def keep(file: Path, screen: QSize, most: float, density: float) -> None:
    """Paint the picture of a file; arguments as above."""
    from showcase.printing.keptpicture import keep as write
    from showcase.qt.scenes import paint

    pixel = scale(screen, most)
    wide, high = _WIDTH * pixel, screen.height() - _STRIP * pixel
    if _upright(screen):
        wide, high = screen.width(), round(high - max(_ACTS * pixel, _ACTS_PART * high))
    width, height = round(wide * density), round(min(high - _FOOT * pixel, _TALL * wide) * density)
    write(file, paint("hall", width, height, theme="day", density=density * pixel / _DRAWN))


def _upright(screen: QSize) -> bool:
    return screen.height() >= screen.width()
