"""Minds one camera of QtMultimedia: whichever is chosen or there, begun again when it was unplugged or falls silent."""

from __future__ import annotations

import importlib
import logging
import time
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeVar

from PySide6.QtCore import (
    QCameraPermission,
    QCoreApplication,
    QLoggingCategory,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QCameraDevice, QVideoSink

State = Literal["none", "starting", "running", "lost", "refused"]
_log = logging.getLogger(__name__)
_LOOK_EVERY_MS: Final = 1000
_STALE_S: Final = 3.0
"""Seconds without a picture after which a camera that had one counts as lost, and is begun again."""
_STARTS_WITHIN_S: Final = 8.0
"""Seconds until the first picture; after them another program probably has the camera."""
_NEVER: Final = float("-inf")
_WANTED: Final = QSize(1280, 720)
_LEAST_RATE: Final = 15
_MOST_RATE: Final = 30


def load_multimedia() -> ModuleType | None:
    """Import QtMultimedia, or say in the log why there are no cameras: it needs libraries that a system may lack."""
    # It tells its version, and warns of each optional library that a system has not; cameras do without them.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.ffmpeg.info=false")
    try:
        return importlib.import_module("PySide6.QtMultimedia")
    except ImportError as error:
        _log.info("no cameras: %s", error)
        return None


class Capture(QObject):
    """A camera that is asked for once, and what has become of it.

    Signals:
        state_changed: `state` is another.
        cameras_changed: a camera was plugged in or out.
    """

    state_changed = Signal()
    cameras_changed = Signal()

    def __init__(self, media: Any, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """Make a camera that is off.

        Args:
            media: QtMultimedia, or what stands in for it.
            parent: what it belongs to.
            clock: gives seconds that never go back.
        """
        super().__init__(parent)
        self.state: str = "none"
        self._media = media
        self._clock = clock
        self._chosen = self._in_use = ""
        self._camera: QCamera | None = None
        self._begun_at = self._framed_at = _NEVER
        self._has_framed = self._has_failed = self._is_refused = self._has_asked = False
        self._devices = media.QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._on_cameras_changed)
        self._session = media.QMediaCaptureSession(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.mind)

    def cameras(self) -> list[tuple[str, str]]:
        """Return the identifier and the name of each camera that is plugged in."""
        return [(_identifier(device), device.description()) for device in self._plugged_in()]

    def choose(self, identifier: str) -> None:
        """Use this camera whenever it is there; another one is used while it is not."""
        self._chosen = identifier
        if self._timer.isActive():
            self.mind()

    def show_in(self, sink: QVideoSink | None) -> None:
        """Send the pictures to a sink."""
        self._session.setVideoSink(sink)

    def start(self) -> None:
        """Turn the camera on, now or as soon as there is one."""
        self._timer.start()
        self.mind()

    def stop(self) -> None:
        """Turn the camera off."""
        self._timer.stop()
        self._end()
        self._framed_at = _NEVER
        self._has_framed = self._has_failed = self._is_refused = False
        self._tell()

    def note_frame(self) -> None:
        """Remember that a picture came."""
        self._framed_at = self._clock()
        self._has_framed = True
        self._has_failed = self._is_refused = False
        self._tell()

    @Slot()
    def mind(self) -> None:
        """Bring about what is wanted: the right camera, begun again when it is silent."""
        device = self._pick()
        if device is None:
            if self._camera is not None:
                self._end()
                self._framed_at = _NEVER
            self._is_refused = False
        elif not self._is_permitted():
            self._end()
            self._is_refused = True
        elif self._camera is None or self._in_use != _identifier(device):
            self._has_failed = self._is_refused = False
            self._begin(device)
        elif self._is_silent():
            self._is_refused = self._is_refused or not self._has_framed
            self._begin(device)
        self._tell()

    @Slot()
    def _on_cameras_changed(self) -> None:
        self.cameras_changed.emit()
        if self._timer.isActive():
            self.mind()

    @Slot()
    def _on_error(self) -> None:
        if self._camera is not None and self._camera.error() != self._media.QCamera.Error.NoError:
            _log.info("camera: %s", self._camera.errorString())
            self._has_failed = self._is_refused = True
            self._tell()

    def _plugged_in(self) -> list[QCameraDevice]:
        return list(self._media.QMediaDevices.videoInputs())

    def _pick(self) -> QCameraDevice | None:
        devices = self._plugged_in()
        chosen = [device for device in devices if _identifier(device) == self._chosen]
        default = [device for device in devices if device.isDefault()]
        return next(iter([*chosen, *default, *devices]), None)

    def _is_permitted(self) -> bool:
        """Tell whether the person lets the program use cameras, and ask once where the system has not."""
        app = QCoreApplication.instance()
        if app is None:
            return False
        permission = QCameraPermission()
        status = app.checkPermission(permission)
        if status == Qt.PermissionStatus.Undetermined and not self._has_asked:
            self._has_asked = True
            app.requestPermission(permission, self, lambda _: self.mind())
        return status == Qt.PermissionStatus.Granted

    def _is_silent(self) -> bool:
        is_under_way = self._framed_at > self._begun_at or self._has_failed
        patience = _STALE_S if is_under_way else _STARTS_WITHIN_S
        return self._clock() - max(self._begun_at, self._framed_at) > patience

    def _begin(self, device: QCameraDevice) -> None:
        self._end()
        camera = self._media.QCamera(device, self)
        wanted = best_format(device.videoFormats())
        if wanted is not None:
            camera.setCameraFormat(wanted)
        camera.errorOccurred.connect(self._on_error)
        self._camera, self._in_use, self._begun_at = camera, _identifier(device), self._clock()
        self._session.setCamera(camera)
        camera.start()

    def _end(self) -> None:
        if self._camera is not None:
            self._camera.errorOccurred.disconnect(self._on_error)
            self._camera.stop()
            self._session.setCamera(None)
            self._camera.deleteLater()
            self._camera, self._in_use = None, ""

    def _tell(self) -> None:
        state = self._find_state()
        if state != self.state:
            self.state = state
            self.state_changed.emit()

    def _find_state(self) -> State:
        if self._clock() - self._framed_at < _STALE_S:
            return "running"
        if self._is_refused:
            return "refused"
        if self._has_framed:
            return "lost"
        return "starting" if self._camera is not None else "none"


class Format(Protocol):
    """What QCameraFormat tells of a way in which a camera sends its pictures."""

    def resolution(self) -> QSize:
        """Width and height in pixels."""

    def maxFrameRate(self) -> float:  # noqa: N802 - so it is called there
        """Pictures a second."""


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
