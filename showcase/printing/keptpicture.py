"""A first picture that was painted once and is kept in a file, so that a window has it before all else."""

import os
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage


def keep(file: Path, image: QImage) -> None:
    """Write a picture whole, or not at all; where it cannot be written the next start paints again."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".png", dir=file.parent)
        os.close(handle)
        if image.save(temporary, quality=80):
            Path(temporary).replace(file)
        else:
            Path(temporary).unlink()
    except OSError:
        return
