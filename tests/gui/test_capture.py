"""A camera that is unplugged, taken, silent or not permitted is begun again; the devices are a test's own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QObject, QSize, Signal

from showcase.qt.capture import Capture, best_format, load_multimedia


@dataclass(frozen=True)
class Format:
    size: tuple[int, int]
    rate: float

    def resolution(self) -> QSize:
        return QSize(*self.size)

    def maxFrameRate(self) -> float:  # noqa: N802
        return self.rate


@dataclass(frozen=True)
class Device:
    name: str
    is_default: bool = False

    def id(self) -> QByteArray:
        return QByteArray(self.name.encode())

    def description(self) -> str:
        return f"Camera {self.name}"

    def isDefault(self) -> bool:  # noqa: N802
        return self.is_default

    def videoFormats(self) -> list[object]:  # noqa: N802
        return []


@dataclass
class Desk:
    """What is plugged in, which cameras were turned on, and the time."""

    devices: list[Device] = field(default_factory=list)
    on: list[str] = field(default_factory=list)
    cameras: list[Any] = field(default_factory=list)
    now: float = 1000.0


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def capture(qtbot, desk: Desk) -> Iterator[Capture]:
    load_multimedia()
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession

    class Devices(QObject):
        videoInputsChanged = Signal()  # noqa: N815

        @staticmethod
        def videoInputs() -> list[Device]:  # noqa: N802
            return desk.devices

    class Camera(QCamera):
        def __init__(self, device: Device, parent: QObject) -> None:
            super().__init__(parent)
            self.name = device.name
            self.failure = QCamera.Error.NoError
            desk.cameras.append(self)

        def start(self) -> None:
            desk.on.append(self.name)

        def stop(self) -> None:
            desk.on.remove(self.name)

        def error(self):
            return self.failure

    seat = SimpleNamespace(QMediaDevices=Devices, QCamera=Camera, QMediaCaptureSession=QMediaCaptureSession)
    capture = Capture(seat, clock=lambda: desk.now)
    yield capture
    capture.stop()
    assert desk.on == [], "what was turned on is turned off"
    capture.deleteLater()


def change(capture: Capture, desk: Desk, *names: str) -> None:
    desk.devices = [Device(name) for name in names]
    capture._devices.videoInputsChanged.emit()


def wait(capture: Capture, desk: Desk, seconds: float) -> None:
    """Let time pass, with a look each second."""
    for _ in range(round(seconds)):
        desk.now += 1
        capture.mind()


def fail(desk: Desk) -> None:
    camera = desk.cameras[-1]
    camera.failure = camera.Error.CameraError
    camera.errorOccurred.emit(camera.failure, "Device or resource busy")


def test_a_camera_that_is_there_starts_and_runs(capture: Capture, desk: Desk) -> None:
    desk.devices = [Device("a")]
    states: list[str] = []
    capture.state_changed.connect(lambda: states.append(capture.state))
    capture.start()
    capture.note_frame()
    assert states == ["starting", "running"]
    assert capture.cameras() == [("a", "Camera a")]
    capture.stop()
    assert states == ["starting", "running", "none"]


def test_one_that_is_plugged_in_later_starts_by_itself(qtbot, capture: Capture, desk: Desk) -> None:
    capture.start()
    assert capture.state == "none"
    with qtbot.waitSignal(capture.cameras_changed):
        change(capture, desk, "a")
    assert (capture.state, desk.on) == ("starting", ["a"])


def test_unplugged_and_back(capture: Capture, desk: Desk) -> None:
    change(capture, desk, "a")
    capture.start()
    capture.note_frame()
    change(capture, desk)
    assert (capture.state, desk.on) == ("lost", []), "at once"
    wait(capture, desk, 30)
    assert capture.state == "lost"
    change(capture, desk, "a")
    assert desk.on == ["a"]
    capture.note_frame()
    assert capture.state == "running"


def test_another_camera_helps_out_until_the_chosen_one_is_back(capture: Capture, desk: Desk) -> None:
    change(capture, desk, "a", "b")
    capture.choose("b")
    capture.start()
    assert desk.on == ["b"]
    change(capture, desk, "a")
    assert desk.on == ["a"]
    change(capture, desk, "a", "b")
    assert desk.on == ["b"]
    capture.choose("a")
    assert desk.on == ["a"]


def test_without_a_choice_it_is_the_default_one(capture: Capture, desk: Desk) -> None:
    desk.devices = [Device("a"), Device("b", is_default=True)]
    capture.start()
    assert desk.on == ["b"]


def test_one_that_another_program_has_is_tried_again(capture: Capture, desk: Desk) -> None:
    change(capture, desk, "a")
    capture.start()
    fail(desk)
    assert capture.state == "refused"
    wait(capture, desk, 4)
    assert (capture.state, len(desk.cameras)) == ("refused", 2)
    capture.note_frame()
    assert capture.state == "running"


def test_one_that_never_sends_a_picture_counts_as_refused(capture: Capture, desk: Desk) -> None:
    change(capture, desk, "a")
    capture.start()
    wait(capture, desk, 8)
    assert (capture.state, len(desk.cameras)) == ("starting", 1), "some take their time"
    wait(capture, desk, 1)
    assert (capture.state, len(desk.cameras)) == ("refused", 2)
    wait(capture, desk, 7)
    assert len(desk.cameras) == 2, "it gets as long again"


def test_one_that_falls_silent_is_begun_again(capture: Capture, desk: Desk) -> None:
    change(capture, desk, "a")
    capture.start()
    desk.now += 1
    capture.note_frame()
    wait(capture, desk, 2)
    assert (capture.state, len(desk.cameras)) == ("running", 1)
    wait(capture, desk, 2)
    assert (capture.state, len(desk.cameras)) == ("lost", 2)
    desk.now += 1
    capture.note_frame()
    wait(capture, desk, 2)
    assert (capture.state, len(desk.cameras)) == ("running", 2)


def test_one_that_is_not_permitted_is_refused_until_it_is(
    capture: Capture, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import QCoreApplication, Qt

    asked: list[Any] = []
    answer = [Qt.PermissionStatus.Undetermined]
    monkeypatch.setattr(QCoreApplication, "checkPermission", lambda *_: answer[0])
    monkeypatch.setattr(QCoreApplication, "requestPermission", lambda *args: asked.append(args[-1]))
    change(capture, desk, "a")
    capture.start()
    wait(capture, desk, 3)
    assert (capture.state, desk.on, len(asked)) == ("refused", [], 1), "the person is asked once"
    answer[0] = Qt.PermissionStatus.Denied
    wait(capture, desk, 3)
    assert capture.state == "refused"
    answer[0] = Qt.PermissionStatus.Granted
    asked[0](None)
    assert (capture.state, desk.on) == ("starting", ["a"])


def test_a_camera_that_is_off_stays_off(capture: Capture, desk: Desk) -> None:
    change(capture, desk, "a")
    capture.choose("a")
    assert (capture.state, desk.on) == ("none", [])


def test_the_format_is_near_720_lines_and_fast_enough() -> None:
    small, wanted, large, slow = (
        Format((640, 480), 30),
        Format((1280, 720), 30),
        Format((1920, 1080), 30),
        Format((1280, 720), 5),
    )
    assert best_format([small, large, slow, wanted]) == wanted
    assert best_format([small, large, slow]) == large
    assert best_format([small, slow]) == small
    assert best_format([slow]) == slow
    assert best_format([]) is None
