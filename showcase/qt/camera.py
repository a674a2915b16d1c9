"""A camera that reads codes: QtMultimedia brings the pictures, a thread of its own reads them, the newest one first.

QtMultimedia is imported when a camera is made: it takes time, and it needs libraries that a system without sound may
lack. Then there is no camera, and everything else goes on.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtCore import (
    Property,
    QCameraPermission,
    QCoreApplication,
    QLoggingCategory,
    QMetaMethod,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPolygonF

from showcase.qt.decoding import Sightings
from showcase.qt.framereader import FrameReader, Seen

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QCameraDevice, QVideoFrame, QVideoSink

_log = logging.getLogger(__name__)
_LOOK_EVERY_MS: Final = 1000
_STALE_S: Final = 3.0
"""Seconds without a picture after which a camera that had one counts as lost, and is started again."""
_STARTS_WITHIN_S: Final = 8.0
"""Seconds until the first picture, after which a camera counts as refused: another program has it."""
_WANTED: Final = QSize(1280, 720)
_LEAST_RATE: Final = 15
_MOST_RATE: Final = 30


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
        self._media = _load_multimedia()
        self._state = "none"
        self._is_wanted = False
        self._is_reading = True
        self._chosen = ""
        self._camera: QCamera | None = None
        self._in_use = ""
        self._begun_at = self._framed_at = -_STALE_S
        self._has_framed = self._is_refused = self._has_asked = False
        self._had_outlines = False
        self._sightings = Sightings()
        self._reader = FrameReader(self._answered.emit, self._is_watched)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._mind)
        self.video_sink: QVideoSink | None = None
        if self._media is not None:
            self._own_sink = sink or self._media.QVideoSink(self)
            self._devices = self._media.QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._on_cameras_changed)
            self._session = self._media.QMediaCaptureSession(self)
            self._use_sink(self._own_sink)

    @Property(str, notify=state_changed)
    def state(self) -> str:
        """What the camera is doing.

        "none": there is none, or it is off; "starting"; "running"; "lost": it was unplugged or fell silent, and comes
        back by itself; "refused": by permission, or another program has it.
        """
        return self._state

    @property
    def is_possible(self) -> bool:
        """Whether this system has the libraries that cameras need."""
        return self._media is not None

    def cameras(self) -> list[tuple[str, str]]:
        """Return the identifier and the name of each camera that is plugged in."""
        return [(_identifier(device), device.description()) for device in self._plugged_in()]

    @Slot(str)
    def choose(self, identifier: str) -> None:
        """Use this camera whenever it is there; another one is used while it is not."""
        self._chosen = identifier
        self._mind()

    @Slot()
    def start(self) -> None:
        """Turn the camera on, now or as soon as there is one."""
        self._is_wanted = self._is_reading = True
        self._begun_at = time.monotonic()
        self._timer.start()
        self._mind()

    @Slot()
    def stop(self) -> None:
        """Turn the camera off; its thread has ended when this returns."""
        self._is_wanted = self._is_reading = self._is_refused = self._has_framed = False
        self._framed_at = -_STALE_S
        self._timer.stop()
        self._end_camera()
        self._reader.close()
        self._tell_outlines([])
        self._tell_state()

    def close(self) -> None:
        """Turn the camera off for good."""
        self.stop()
        if self.video_sink is not None:
            self._session.setVideoSink(None)
            self.video_sink.videoFrameChanged.disconnect(self._on_frame)
            self.video_sink = None

    def video_output(self, item: QObject) -> None:
        """Show the pictures in a VideoOutput of QML for as long as it lives."""
        sink = item.property("videoSink")
        if self._media is not None and sink is not None:
            self._use_sink(sink)
            item.destroyed.connect(self._on_output_gone)

    def feed(self, image: QImage) -> None:
        """Take a picture as if the camera had seen it."""
        if self.video_sink is not None and self._media is not None:
            self.video_sink.setVideoFrame(self._media.QVideoFrame(image))

    def _use_sink(self, sink: QVideoSink) -> None:
        if self.video_sink is not None:
            self.video_sink.videoFrameChanged.disconnect(self._on_frame)
        self.video_sink = sink
        # The back end has threads of its own: the frame crosses over to this one without any Python in between.
        sink.videoFrameChanged.connect(self._on_frame)
        self._session.setVideoSink(sink)

    @Slot()
    def _on_output_gone(self) -> None:
        """Go back to the own sink: that of the item went with it, and its connection too."""
        if self.video_sink is not None:
            self.video_sink = None
            self._use_sink(self._own_sink)

    @Slot("QVideoFrame")
    def _on_frame(self, frame: QVideoFrame) -> None:
        if not self._is_reading or not frame.isValid():
            return
        self._framed_at = time.monotonic()
        self._has_framed = True
        self._is_refused = False
        self._reader.take(frame)
        self._tell_state()

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

    def _tell_outlines(self, outlines: list[QPolygonF]) -> None:
        if outlines or self._had_outlines:
            self._had_outlines = bool(outlines)
            self.seen.emit(outlines)

    def _is_watched(self) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(self.frame))

    @Slot()
    def _on_cameras_changed(self) -> None:
        self.cameras_changed.emit()
        self._mind()

    @Slot()
    def _on_error(self) -> None:
        if self._camera is not None and self._camera.error() != self._camera.Error.NoError:
            _log.info("camera: %s", self._camera.errorString())
            self._is_refused = True
            self._tell_state()

    @Slot()
    def _mind(self) -> None:
        """Bring about what is wanted: the right camera, begun again when it is silent."""
        if self._is_wanted and self._media is not None:
            device = self._pick()
            if device is None:
                self._end_camera()
                self._is_refused = False
            elif not self._is_permitted():
                self._is_refused = True
            elif self._camera is None or self._in_use != _identifier(device) or self._is_silent():
                self._end_camera()
                self._begin_camera(device)
        self._tell_state()

    def _is_silent(self) -> bool:
        now = time.monotonic()
        patience = _STALE_S if self._has_framed or self._is_refused else _STARTS_WITHIN_S
        is_silent = now - max(self._begun_at, self._framed_at) > patience
        if is_silent and not self._has_framed:
            self._is_refused = True
        return is_silent

    def _is_permitted(self) -> bool:
        """Tell whether the person lets the program use cameras, and ask once where the system has not."""
        app = QCoreApplication.instance()
        if app is None:
            return False
        permission = QCameraPermission()
        status = app.checkPermission(permission)
        if status == Qt.PermissionStatus.Undetermined and not self._has_asked:
            self._has_asked = True
            app.requestPermission(permission, self, lambda _: self._mind())
        return status == Qt.PermissionStatus.Granted

    def _plugged_in(self) -> list[QCameraDevice]:
        return [] if self._media is None else list(self._media.QMediaDevices.videoInputs())

    def _pick(self) -> QCameraDevice | None:
        devices = self._plugged_in()
        chosen = [device for device in devices if _identifier(device) == self._chosen]
        default = [device for device in devices if device.isDefault()]
        return next(iter([*chosen, *default, *devices]), None)

    def _begin_camera(self, device: QCameraDevice) -> None:
        assert self._media is not None
        camera = self._media.QCamera(device, self)
        wanted = best_format(device.videoFormats())
        if wanted is not None:
            camera.setCameraFormat(wanted)
        camera.errorOccurred.connect(self._on_error)
        self._camera, self._in_use = camera, _identifier(device)
        self._begun_at = time.monotonic()
        self._session.setCamera(camera)
        camera.start()

    def _end_camera(self) -> None:
        if self._camera is not None:
            self._camera.errorOccurred.disconnect(self._on_error)
            self._camera.stop()
            self._session.setCamera(None)
            self._camera.deleteLater()
            self._camera, self._in_use = None, ""

    def _tell_state(self) -> None:
        state = self._find_state()
        if state != "running":
            self._tell_outlines([])
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _find_state(self) -> str:
        if time.monotonic() - self._framed_at < _STALE_S:
            return "running"
        if self._is_refused:
            return "refused"
        if self._has_framed:
            return "lost"
        return "starting" if self._camera is not None else "none"


class Format(Protocol):
    """What QCameraFormat tells of a way in which a camera sends its pictures."""

    def resolution(self) -> QSize: ...  # noqa: D102
    def maxFrameRate(self) -> float: ...  # noqa: D102, N802


_Format = TypeVar("_Format", bound=Format)


def best_format(formats: Sequence[_Format]) -> _Format | None:
    """Return how a camera should send its pictures: at least 15 a second, near 1280 by 720, rather larger than smaller.

    More pixels cost time with every picture, and fewer bring small modules below what can be read.
    """

    def worth(known: _Format) -> tuple[bool, bool, int, float]:
        size = known.resolution()
        is_large = size.width() >= _WANTED.width() and size.height() >= _WANTED.height()
        off = abs(size.width() * size.height() - _WANTED.width() * _WANTED.height())
        return known.maxFrameRate() >= _LEAST_RATE, is_large, -off, min(known.maxFrameRate(), _MOST_RATE)

    return max(formats, key=worth, default=None)


def _identifier(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")


def _load_multimedia() -> ModuleType | None:
    """Import QtMultimedia, or say in the log why there are no cameras."""
    # It tells its version, and warns of each optional library that a system has not; cameras do without them.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.ffmpeg.info=false")
    try:
        from PySide6 import QtMultimedia
    except ImportError as error:
        _log.info("no cameras: %s", error)
        return None
    return QtMultimedia
