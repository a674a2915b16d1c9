"""Pictures of floor plans for QML, `image://plan/KEY?...`: painted off the GUI thread for the part in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from showcase.qt.providing import PictureProvider
from showcase.qt.shaping import split_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from showcase.kiosk.drawings import Drawings
    from showcase.kiosk.planunderlays import Underlays


class PlanProvider(PictureProvider):
    """Paints parts of plans, and the marks on them: `pin`, `here` and `fan`, with c=1 for the contrast theme.

    The options of a part are the metres at its left and upper edge (x, y), pixels of a metre (s), pixels of the unit
    (u), how much larger the letters are (g) and whether it is in the contrast theme (c).
    """

    def __init__(self, drawings: Drawings, underlays: Underlays) -> None:
        super().__init__()
        self._drawings = drawings
        self._underlays = underlays

    def made(self, name: str, wanted: QSize) -> QImage:
        """Return a part of a plan, or a mark, in the size that is wanted."""
        what, options = split_options(name)
        return self._part(int(what), options, wanted) if what.isdigit() else _marked(what, options, wanted)

    def _part(self, number: int, options: Mapping[str, str], wanted: QSize) -> QImage:
        from showcase.kiosk.planframe import CONTRAST, DAY, Frame
        from showcase.kiosk.planpaint import paint_plan

        drawing = self._drawings.get(number)
        if drawing is None:
            return _empty(wanted)
        frame = Frame(
            left=float(options["x"]),
            top=float(options["y"]),
            scale=float(options["s"]),
            unit=float(options["u"]),
            growth=float(options["g"]),
            inks=CONTRAST if options.get("c") == "1" else DAY,
        )
        return paint_plan(drawing, frame, wanted, self._underlays.get)


def _marked(what: str, options: Mapping[str, str], wanted: QSize) -> QImage:
    from showcase.kiosk.planmarks import paint_mark

    image = _empty(wanted)
    paint_mark(image, what, contrast=options.get("c") == "1")
    return image


def _empty(size: QSize) -> QImage:
    image = QImage(QSize(max(1, size.width()), max(1, size.height())), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
