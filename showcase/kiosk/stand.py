"""How and where the screen stands, as staff set it up: its millimetres, its turn, its height, its booth, its hours."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from showcase.visits.setup import Setup

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Stand(QObject):
    """What follows from the set-up; what nobody set up is as the kiosk was started.

    Args:
        booth: of the command line.
        pixels_per_mm: of the screen until somebody measured it, 0 for not known.

    Signals:
        changed: something of it is other.
        dimmed: it is dark now, or light again.
    """

    changed = Signal()
    dimmed = Signal()

    def __init__(self, booth: str = "", pixels_per_mm: float = 0.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._started_with = booth, pixels_per_mm
        self.setup = Setup()
        self._is_dim = False

    def take(self, setup: Setup) -> None:
        """Stand as somebody set it up."""
        if setup != self.setup:
            self.setup = setup
            self.changed.emit()

    def look_at(self, clock: dt.time) -> None:
        """Be dim or not, as the time of the day has it."""
        is_dim = self.setup.is_dim(clock)
        if is_dim != self._is_dim:
            self._is_dim = is_dim
            self.dimmed.emit()

    @property
    def booth_code(self) -> str:
        """Where it stands, "" for anywhere."""
        return self.setup.booth or self._started_with[0]

    @property
    def px_per_mm(self) -> float:
        """Pixels of a millimetre, 0 where nobody measured."""
        return self.setup.px_per_mm or self._started_with[1]

    booth = Property(str, lambda self: self.booth_code, notify=changed)
    pixelsPerMm = Property(float, lambda self: self.px_per_mm, notify=changed)
    turn = Property(int, lambda self: self.setup.turn, notify=changed)
    edge = Property(
        int, lambda self: -1 if self.setup.lower_edge_mm is None else self.setup.lower_edge_mm, notify=changed
    )
    """Millimetres from the floor to the lower edge, -1 where nobody measured."""
    dim = Property(bool, lambda self: self._is_dim, notify=dimmed)
