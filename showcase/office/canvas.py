"""Where a sheet is looked at: on the canvas, whole or enlarged, never darkened."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from showcase.qt.translate import say

_MARGIN: Final = 16
_STEP: Final = 1.25
_MOST: Final = 8.0
_LARGEST_PX: Final = 6000
"""Pixels of the longer side at most: 144 MB in memory."""


class Canvas(QScrollArea):
    """One sheet.

    Signals:
        wanted: pixels of the longer side at which the sheet should be painted.
    """

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidgetResizable(False)
        self._label = QLabel()
        self.setWidget(self._label)
        self._zoom = 1.0
        self._ratio = 1.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(60)
        self._timer.timeout.connect(lambda: self.wanted.emit(self.pixels()))
        self.retranslate()

    def retranslate(self) -> None:
        """Say what it is."""
        self.setAccessibleName(say("shell.name_sheet"))

    @property
    def has_sheet(self) -> bool:
        """Tell whether a sheet is shown."""
        return not self._label.pixmap().isNull()

    def pixels(self) -> int:
        """Return how many pixels the longer side of the sheet takes now."""
        room = self.viewport().size()
        width, height = room.width() - 2 * _MARGIN, room.height() - 2 * _MARGIN
        # ratio = width / height of the sheet
        longest = min(width, height * self._ratio) if self._ratio >= 1 else min(height, width / self._ratio)
        return max(64, min(_LARGEST_PX, round(longest * self._zoom * self.devicePixelRatioF())))

    def show_sheet(self, image: QImage) -> None:
        """Show a painted sheet; one of another shape than the last fits at once, and is painted anew for its room."""
        ratio = image.width() / max(1, image.height())
        if abs(ratio - self._ratio) > 0.01:
            self._ratio = ratio
            self._timer.start()
            whole, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(self.pixels(), self.pixels(), whole, smooth)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._label.setPixmap(pixmap)
        self._label.resize(pixmap.deviceIndependentSize().toSize())

    def clear(self) -> None:
        """Show no sheet."""
        self._label.setPixmap(QPixmap())
        self._label.resize(0, 0)

    def show_whole(self) -> None:
        """Show the whole sheet."""
        self._set_zoom(1.0)

    def zoom_in(self) -> None:
        """Show it larger."""
        self._set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Show it smaller, down to the whole sheet."""
        self._set_zoom(self._zoom / _STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Paint the sheet again for the room there is."""
        super().resizeEvent(event)
        self._timer.start()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, 1.0), _MOST)
        self._timer.start()
