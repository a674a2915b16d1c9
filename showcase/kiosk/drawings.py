"""The plans that are on pages; what paints them is another module, as the first picture has none."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from showcase.kiosk.planframe import Drawing

_KEPT: Final = 6
"""Plans of which a picture may still be asked for: those of the pages one can go back to soonest."""


class Drawings:
    """The plans that are on pages, each by the number it was given; put in by pages, painted by other threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, Drawing] = OrderedDict()
        self._last = 0

    def put(self, drawing: Drawing) -> int:
        """Keep a plan and return its number; the oldest are let go."""
        with self._lock:
            self._last += 1
            self._kept[self._last] = drawing
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._last

    def get(self, number: int) -> Drawing | None:
        """Return a plan, None when it was let go."""
        with self._lock:
            return self._kept.get(number)

    def drop(self, number: int) -> None:
        """Let a plan go."""
        with self._lock:
            self._kept.pop(number, None)
