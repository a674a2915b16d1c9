"""Drawings kept on disk: the large ones take a second to make, and are the same for ever."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from showcase.documents.artwork.drawing import Drawing, Part
from showcase.documents.page import Shape, Stroke
from showcase.paths import cache_folder

_DIGITS: Final = 4
"""Decimals of a millimetre."""


@cache
def drawing_code() -> str:
    """Return a hash of the code that draws, so that nothing that is kept outlives it."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def kept_drawing(name: str, make: Callable[[], Drawing]) -> Drawing:
    """Return a drawing from the disk, or make it and leave it there; a disk that takes nothing is no one's loss."""
    key = hashlib.sha256(f"{drawing_code()}|{name}".encode()).hexdigest()[:32]
    file = cache_folder() / "artwork" / f"{key}.json"
    try:
        return _read(file)
    except (OSError, ValueError, TypeError, KeyError):
        drawing = make()
    with suppress(OSError):
        _write(drawing, file)
    return drawing


def _read(file: Path) -> Drawing:
    held = json.loads(file.read_bytes())
    return Drawing(held["width"], held["height"], tuple(_part(*part) for part in held["parts"]))


def _part(colour: str, width: float | None, closed: bool, numbers: list[float]) -> Part:
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return Shape(colour, points) if width is None else Stroke(colour, width, points, closed)


def _write(drawing: Drawing, file: Path) -> None:
    parts: list[Any] = []
    for item in drawing.items:
        numbers = [round(value, _DIGITS) for point in item.points for value in point]
        line = (None, False) if isinstance(item, Shape) else (item.width_mm, item.closed)
        parts.append((item.colour, *line, numbers))
    held = {"width": drawing.width_mm, "height": drawing.height_mm, "parts": parts}
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(suffix=".json", dir=file.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        json.dump(held, opened, separators=(",", ":"))
    Path(temporary).replace(file)
