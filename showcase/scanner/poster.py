"""The first picture of the scanner: painted once for a size of screen and kept, so that it stands before all else."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from showcase import __version__
from showcase.paths import cache_folder

_WIDTH: Final = 760
_BELOW: Final = 152
"""Pixels of the drawings: as wide as ReadyPage.qml has it, and what its foot and the strip take of the height."""
_TALL: Final = 0.95
"""As high as it is at most, in widths."""
_DRAWN: Final = 1.2
"""Pixels of a scene in one of the drawings of a desk's screen."""


def scale(screen: QSize, most: float) -> float:
    """Return how large a pixel of the drawings is: see Main.qml."""
    return min(screen.width() / 1366, screen.height() / 768, most)


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
    high = min(screen.height() - _BELOW * pixel, _TALL * _WIDTH * pixel)
    width, height = round(_WIDTH * pixel * density), round(high * density)
    write(file, paint("hall", width, height, theme="day", density=density * pixel / _DRAWN))
