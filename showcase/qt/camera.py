"""A camera that reads codes: QtMultimedia brings the pictures, a thread of its own reads them, the newest one first.

QtMultimedia is imported when a camera is made: it takes time, and it needs libraries that a system without sound may
lack. Then there is no camera, and everything else goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QMetaMethod, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPolygonF

from showcase.qt.capture import Capture, load_multimedia
from showcase.qt.decoding import Sightings
from showcase.qt.framereader import FrameReader, Seen

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink


class CodeCamera(QObject):
    """One camera, the chosen one or whichever is there, and the codes that come into its view.

    It is asked for once and then minded: what is unplugged, taken by another program or falls silent is begun again
    until `stop`.

    Signals:
        read: the contents, as bytes, of the codes newly in view; the same again only after two seconds out of view.
        seen: a QPolygonF for each code in view, in 0 to 1 of the picture; once an empty list when the last one left.
        frame: a small picture, which is made only while somebody is connected.
        state_changed: `state` is another.
        cameras_changed: a camera was plugged in or out.
    """

    read = Signal(list)
    seen = Signal(object)
    frame = Signal(QImage)
    state_changed = Signal()
    cameras_changed = Signal()
    _answered = Signal(object)

    def __init__(self, sink: QVideoSink | None = None, parent: QObject | None = None) -> None:
        """Make a camera that is off.

        Args:
            sink: where its pictures go, when it is not to be its own.
            parent: what it belongs to.
        """
        super().__init__(parent)
        self._is_reading = True
        self._has_outlines = False
        self._sightings = Sightings()
        self._reader = FrameReader(self._answered.emit, self._is_watched)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self.video_sink: QVideoSink | None = None
        self._media = load_multimedia()
        self._capture: Capture | None = None
        if self._media is not None:
            self._capture = Capture(self._media, self)
            self._capture.state_changed.connect(self._on_state_changed)
            self._capture.cameras_changed.connect(self.cameras_changed)
            self._own_sink: QVideoSink = sink or self._media.QVideoSink(self)
            self._use_sink(self._own_sink)

    def _get_state(self) -> str:
        return "none" if self._capture is None else self._capture.state

    if TYPE_CHECKING:
        state: str
    else:
        state = Property(str, _get_state, notify=state_changed)
    """What the camera does.

    "none": there is none, or it is off; "starting"; "running"; "lost": it was unplugged or fell silent, and comes back
    by itself; "refused": the person does not permit it, or another program has it.
    """

    @property
    def is_possible(self) -> bool:
        """Whether this system has the libraries that cameras need."""
        return self._media is not None

    def cameras(self) -> list[tuple[str, str]]:
        """Return the identifier and the name of each camera that is plugged in."""
        return [] if self._capture is None else self._capture.cameras()

    @Slot(str)
    def choose(self, identifier: str) -> None:
        """Use this camera whenever it is there; another one is used while it is not."""
        if self._capture is not None:
            self._capture.choose(identifier)

    @Slot()
    def start(self) -> None:
        """Turn the camera on, now or as soon as there is one."""
        self._is_reading = True
        if self._capture is not None:
            self._capture.start()

    @Slot()
    def stop(self) -> None:
        """Turn the camera off; its thread has ended when this returns."""
        self._is_reading = False
        if self._capture is not None:
            self._capture.stop()
        self._reader.close()
        self._tell_outlines([])

    def close(self) -> None:
        """Turn the camera off for good."""
        self.stop()
        if self._capture is not None and self.video_sink is not None:
            self._capture.show_in(None)
            self.video_sink.videoFrameChanged.disconnect(self._on_frame)
            self.video_sink = None

    def video_output(self, item: QObject) -> None:
        """Show the pictures in a VideoOutput of QML for as long as it lives.

        Where Qt Quick draws in software, a VideoOutput stays empty; `frame` gives pictures to show in its place.
        """
        sink = item.property("videoSink")
        if self._media is not None and isinstance(sink, self._media.QVideoSink):
            self._use_sink(sink)
            sink.destroyed.connect(self._on_output_gone)

    def feed(self, image: QImage) -> None:
        """Take a picture as if the camera had seen it."""
        if self._media is not None and self.video_sink is not None:
            self.video_sink.setVideoFrame(self._media.QVideoFrame(image))

    def _use_sink(self, sink: QVideoSink) -> None:
        if self.video_sink is not None:
            self.video_sink.videoFrameChanged.disconnect(self._on_frame)
        self.video_sink = sink
        # The back end has threads of its own: the frame crosses over to this one without any Python in between.
        sink.videoFrameChanged.connect(self._on_frame)
        if self._capture is not None:
            self._capture.show_in(sink)

    @Slot()
    def _on_output_gone(self) -> None:
        """Go back to the own sink, as that of the item goes with it."""
        if self.video_sink is not None:
            self.video_sink = None
            self._use_sink(self._own_sink)

    @Slot("QVideoFrame")
    def _on_frame(self, frame: QVideoFrame) -> None:
        if self._is_reading and self._capture is not None and frame.isValid():
            self._reader.take(frame)
            self._capture.note_frame()

    @Slot(object)
    def _on_answered(self, answer: Seen | Exception) -> None:
        if isinstance(answer, Exception):
            raise answer
        if not self._is_reading:
            return
        if answer.picture is not None:
            self.frame.emit(answer.picture)
        self._tell_outlines(answer.outlines)
        news = self._sightings.news(answer.contents, answer.at)
        if news:
            self.read.emit(news)

    @Slot()
    def _on_state_changed(self) -> None:
        if self._get_state() != "running":
            self._tell_outlines([])
        self.state_changed.emit()

    def _tell_outlines(self, outlines: list[QPolygonF]) -> None:
        if outlines or self._has_outlines:
            self._has_outlines = bool(outlines)
            self.seen.emit(outlines)

    def _is_watched(self) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(self.frame))
