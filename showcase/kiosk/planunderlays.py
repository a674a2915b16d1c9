"""The drawings under halls, read once off the GUI thread and kept within a bound; what cannot be read is left out."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor

from showcase.errors import UserError
from showcase.messages import sentence

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.catalogue.underlay import Underlay
    from showcase.kiosk.content import Content
    from showcase.printing.underlays import Drawn

_Key = tuple[str, float, str]
_PIXEL: Final = 4
"""Bytes."""
_SHARE: Final = 2
"""How many drawings as large as one may be are kept: a way leads over two halls."""
_log = logging.getLogger(__name__)


class Underlays:
    """The drawings that plans lie on. A plan is right without them: one that is missing or damaged is logged, once.

    Args:
        content: the event they are kept in.
        limit: bytes that all of them may take.
    """

    def __init__(self, content: Content, limit: int) -> None:
        self._content = content
        self._limit = limit
        self._lock = threading.Lock()
        self._kept: OrderedDict[_Key, Drawn] = OrderedDict()
        self._lacking: set[_Key] = set()
        self._lacking_in: App | None = None

    def get(self, underlay: Underlay, floor: str) -> Drawn | None:
        """Return a drawing as it is seen on a floor of this colour; None where it cannot be had."""
        key, app = (underlay.sha256, underlay.strength, floor), self._content.app
        with self._lock:
            if app is not self._lacking_in:  # another state of the event may have it
                self._lacking.clear()
                self._lacking_in = app
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if key in self._lacking or app is None:
                return None
        drawn = self._read(app, underlay, floor)
        with self._lock:
            if drawn is None:
                self._lacking.add(key)
                return None
            self._kept[key] = drawn
            while len(self._kept) > 1 and self.bytes > self._limit:
                self._kept.popitem(last=False)
        return drawn

    def _read(self, app: App, underlay: Underlay, floor: str) -> Drawn | None:
        from showcase.catalogue.queries import get_media_blob
        from showcase.printing.underlays import Drawn

        try:
            with app.reading() as session:
                data = get_media_blob(session, underlay.sha256)
            if data is not None:
                return Drawn(data, underlay.mime, underlay.strength, QColor(floor), self._limit // _SHARE // _PIXEL)
            _log.error("The drawing under a hall is missing (%s); its plan is shown without it.", underlay.name)
        except UserError as error:
            _log.error("The plan is shown without %s. %s", underlay.name, sentence(error, "en"))
        return None

    @property
    def bytes(self) -> int:
        """How much is kept."""
        return sum(drawn.bytes for drawn in self._kept.values())
