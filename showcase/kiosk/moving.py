"""What moves in the loop that invites, for QML: `image://moving/PART?of=WIDTHxHEIGHT`, parts of the poster of a size.

PART is "lantern/N", a picture of the turning lantern, "train", or "roofs", which stand before the train.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from showcase.qt.providing import PictureProvider
from showcase.qt.shaping import split_options

if TYPE_CHECKING:  # the painter is imported with the first picture that moves, not before the first picture
    from showcase.qt.scenes.evening import Turning


class MovingProvider(PictureProvider):
    """Paints the parts; what stands behind and before the lantern is painted once for a size."""

    def __init__(self) -> None:
        super().__init__()
        self._turning: tuple[str, Turning] | None = None

    def made(self, name: str, wanted: QSize) -> QImage:  # noqa: ARG002 - a part has its size
        """Return a part as large as it is in the poster."""
        from showcase.qt.scenes.evening import Turning, paint_roofs, paint_train, view

        part, options = split_options(name)
        whole = options["of"]
        width, height = whole.split("x")
        night = view(float(width), float(height))
        if part == "train":
            return paint_train(night)
        if part == "roofs":
            return paint_roofs(night)
        if self._turning is None or self._turning[0] != whole:
            self._turning = whole, Turning(night)
        return self._turning[1].frame(int(part.rpartition("/")[2]))


def places(width: float, height: float) -> dict[str, Any]:
    """Return where the parts of a poster of so many pixels are, and how many pictures the lantern has."""
    from showcase.qt.scenes.evening import FRAMES, lantern_box, train_box, view

    night = view(width, height)
    return {"lantern": lantern_box(night), "train": train_box(night), "frames": FRAMES}
