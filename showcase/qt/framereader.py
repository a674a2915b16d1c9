"""Reads the frames of a camera on a thread of its own; a frame that a newer one overtook is never looked at."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPolygonF

from showcase.qt.decoding import Decoder

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in one frame.

    Args:
        at: when the frame came, in seconds of `time.monotonic`.
        contents: what the codes in view say, each once.
        outlines: the polygon of each, in 0 to 1 of the picture as it is shown.
        picture: a small picture, when one was wanted.
    """

    at: float
    contents: list[bytes]
    outlines: list[QPolygonF]
    picture: QImage | None


class FrameReader:
    """The thread that reads; it begins with the first frame and ends with `close`, and may begin again."""

    def __init__(self, answer: Callable[[Seen | Exception], object], wants_picture: Callable[[], bool]) -> None:
        """Make a reader.

        Args:
            answer: called on the reader's thread with what was seen in a frame, or with a bug.
            wants_picture: asked, on the reader's thread too, whether somebody would look at a small picture.
        """
        self._answer = answer
        self._wants_picture = wants_picture
        self._turn = threading.Condition()
        self._newest: tuple[QVideoFrame, float] | None = None
        self._thread: threading.Thread | None = None
        self._is_closing = False

    def take(self, frame: QVideoFrame) -> None:
        """Have a frame read as soon as the one before is done, unless a newer one comes until then."""
        with self._turn:
            self._newest = frame, time.monotonic()
            self._turn.notify()
        if self._thread is None or not self._thread.is_alive():
            self._is_closing = False
            self._thread = threading.Thread(target=self._run, name="showcase-camera", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the thread, within the time that a frame takes."""
        with self._turn:
            self._is_closing = True
            self._newest = None
            self._turn.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        decoder = Decoder()
        while (newest := self._next()) is not None:
            try:
                seen = self._read(decoder, *newest)
            except Exception as bug:  # noqa: BLE001 - the thread of the window shows it, and the next frame is read
                self._answer(bug)
            else:
                if seen is not None:
                    self._answer(seen)

    def _next(self) -> tuple[QVideoFrame, float] | None:
        with self._turn:
            self._turn.wait_for(lambda: self._is_closing or self._newest is not None)
            newest, self._newest = self._newest, None
            return newest

    def _read(self, decoder: Decoder, frame: QVideoFrame, at: float) -> Seen | None:
        from showcase.qt.videoframes import as_shown, grey_plane, mapped, small_picture

        with mapped(frame) as is_mapped:
            if not is_mapped:
                return None
            found = decoder.read(grey_plane(frame))
            picture = small_picture(frame) if self._wants_picture() else None
        turned = as_shown(frame)
        outlines = [turned.map(QPolygonF([QPointF(x, y) for x, y in code.corners])) for code in found]
        if picture is not None and not turned.isIdentity():
            picture = picture.transformed(turned)
        return Seen(at, [code.content for code in found], outlines, picture)
