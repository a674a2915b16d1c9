"""The first picture of the kiosk: painted once for a size of screen and kept, so that it stands before all else."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from showcase import __version__
from showcase.paths import cache_folder

AROUND: Final = 8
"""Pixels by which the scene is larger than the screen, as it goes round by four."""
_SIZE: Final = re.compile(r"-(\d+)x(\d+)\.png$")


def place(screen: QSize) -> Path:
    """Return the file of the first picture on a screen; it may not exist yet."""
    size = f"{screen.width() + AROUND}x{screen.height() + AROUND}"
    return cache_folder() / "kiosk" / f"attract-{__version__}-{size}.png"


def keep(file: Path) -> None:
    """Paint the picture of a file; where it cannot be written the next start paints again."""
    from showcase.printing.keptpicture import keep as write
    from showcase.qt.scenes import paint

    found = _SIZE.search(file.name)
    assert found is not None
    write(file, paint("dusk", int(found[1]), int(found[2]), theme="dusk"))
