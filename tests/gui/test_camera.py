"""Frames through the video sink: read off the window's thread, newest first, and nothing is left when it is closed."""

import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QRectF, QThread, QUrl, Slot
from PySide6.QtGui import QImage, QPolygonF
from PySide6.QtQml import QQmlComponent, QQmlEngine

from showcase.qt.camera import CodeCamera
from showcase.qt.capture import load_multimedia
from showcase.qt.framereader import FrameReader, Seen
from tests.frames import HEIGHT, WIDTH, Look, as_image, digits, paint_frame, video_frame

KINDS = (
    *("NV12", "NV21", "YUV420P", "YV12", "YUV422P", "IMC1", "YUYV", "UYVY", "AYUV", "Y8", "Y16", "P010", "P016"),
    *("BGRA8888", "BGRX8888", "RGBA8888", "RGBX8888", "ARGB8888", "XRGB8888", "ABGR8888", "XBGR8888"),
)


@pytest.fixture
def camera(qtbot) -> Iterator[CodeCamera]:
    camera = CodeCamera()
    camera.start()
    yield camera
    camera.close()
    camera.deleteLater()


@pytest.fixture
def chance() -> random.Random:
    return random.Random(21)


@pytest.fixture
def media(qapp) -> Any:
    return load_multimedia()


def send(camera: CodeCamera, frame: Any) -> None:
    assert camera.video_sink is not None
    camera.video_sink.setVideoFrame(frame)


@pytest.mark.parametrize("kind", KINDS)
def test_a_frame_of_any_format_is_read_and_shown(qtbot, camera: CodeCamera, chance: random.Random, kind: str) -> None:
    text = digits(chance)
    picture = paint_frame([(text, Look(px=4, turn=15))], chance)
    pictures: list[QImage] = []
    camera.frame.connect(pictures.append)
    with qtbot.waitSignal(camera.read) as read:
        send(camera, video_frame(picture, kind))
    assert read.args == [[text.encode()]]
    (small,) = pictures
    assert (small.width(), small.height()) == (WIDTH // 2, HEIGHT // 2)
    right: Any = picture.reduce(2).load()
    for x in range(5, WIDTH // 2, 64):
        for y in range(5, HEIGHT // 2, 64):
            shown, grey = small.pixelColor(x, y), right[x, y]
            assert max(abs(part - grey) for part in (shown.red(), shown.green(), shown.blue())) <= 12


def test_colours_are_those_of_the_frame(qtbot, camera: CodeCamera, media: Any) -> None:
    orange = QImage(640, 360, QImage.Format.Format_RGB32)
    orange.fill(0xF2A900)
    with qtbot.waitSignal(camera.frame) as shown:
        camera.feed(orange)
    assert shown.args[0].pixelColor(100, 100).name() == "#f2a900"
    # The same in YUV, as JPEG has it: Y 172, U 31, V 177.
    frame = media.QVideoFrame(media.QVideoFrameFormat(orange.size(), media.QVideoFrameFormat.PixelFormat.Format_NV12))
    assert frame.map(media.QVideoFrame.MapMode.WriteOnly)
    memoryview(frame.bits(0))[:] = bytes([172]) * len(frame.bits(0))
    memoryview(frame.bits(1))[:] = bytes([31, 177]) * (len(frame.bits(1)) // 2)
    frame.unmap()
    with qtbot.waitSignal(camera.frame) as shown:
        send(camera, frame)
    colour = shown.args[0].pixelColor(100, 100)
    assert abs(colour.red() - 0xF2) < 4
    assert abs(colour.green() - 0xA9) < 4
    assert abs(colour.blue() - 0x00) < 4


def test_a_code_that_stays_in_view_is_told_once_and_framed_always(
    qtbot, camera: CodeCamera, chance: random.Random
) -> None:
    text = digits(chance)
    image = as_image(paint_frame([(text, Look(px=4))], chance))
    empty = as_image(paint_frame([], chance))
    read: list[bytes] = []
    outlines: list[list[QPolygonF]] = []
    camera.read.connect(read.extend)
    camera.seen.connect(outlines.append)
    for _ in range(5):
        with qtbot.waitSignal(camera.seen):
            camera.feed(image)
    with qtbot.waitSignal(camera.seen):
        camera.feed(empty)
    assert read == [text.encode()]
    assert [len(some) for some in outlines] == [1, 1, 1, 1, 1, 0]
    assert QRectF(0, 0, 1, 1).contains(outlines[0][0].boundingRect())


def test_several_codes_in_view_are_told(qtbot, camera: CodeCamera, chance: random.Random) -> None:
    texts = [digits(chance) for _ in range(3)]
    image = as_image(paint_frame([(text, Look(px=3.2)) for text in texts], chance))
    read: list[bytes] = []
    camera.read.connect(read.extend)
    for _ in range(3):
        with qtbot.waitSignal(camera.seen):
            camera.feed(image)
    assert sorted(read) == sorted(text.encode() for text in texts)


@pytest.mark.parametrize(("rotation", "is_mirrored"), [(0, True), (90, False), (90, True), (180, False), (270, False)])
def test_outlines_lie_where_the_picture_is_shown(
    qtbot, camera: CodeCamera, chance: random.Random, media: Any, rotation: int, is_mirrored: bool
) -> None:
    frame = video_frame(paint_frame([(digits(chance), Look(px=4))], chance))
    frame.setRotation(media.QtVideo.Rotation(rotation))
    frame.setMirrored(is_mirrored)
    pictures: list[QImage] = []
    camera.frame.connect(pictures.append)
    with qtbot.waitSignal(camera.seen) as seen:
        send(camera, frame)
    # What is shown is read again, as it is shown: its code has to lie there.
    (shown,) = pictures
    with qtbot.waitSignal(camera.seen) as again:
        camera.feed(shown.scaled(shown.size() * 2))
    (first,), (second,) = seen.args[0], again.args[0]
    one, other = first.boundingRect(), second.boundingRect()
    assert abs(one.center().x() - other.center().x()) < 0.01
    assert abs(one.center().y() - other.center().y()) < 0.01


def test_frames_of_another_thread_cross_over(qtbot, camera: CodeCamera, chance: random.Random) -> None:
    text = digits(chance)
    frame = video_frame(paint_frame([(text, Look(px=4))], chance))
    home = QThread.currentThread()

    threads: list[QThread] = []

    class Listener(QObject):
        @Slot(list)
        def on_read(self, _: list[bytes]) -> None:
            threads.append(QThread.currentThread())

    listener = Listener()
    camera.read.connect(listener.on_read)
    back_end = threading.Thread(target=send, args=(camera, frame))
    with qtbot.waitSignal(camera.read) as read:
        back_end.start()
    back_end.join()
    assert read.args == [[text.encode()]]
    assert threads == [home]


def test_only_the_newest_of_waiting_frames_is_read(qtbot, chance: random.Random) -> None:
    frames = [(text, video_frame(paint_frame([(text, Look(px=4))], chance))) for text in map(str, range(5))]
    load_multimedia()
    told: list[bytes] = []
    is_looking, may_go_on, has_last = threading.Event(), threading.Event(), threading.Event()

    def answer(seen: Seen | Exception) -> None:
        assert isinstance(seen, Seen)
        told.extend(seen.contents)
        is_looking.set()
        may_go_on.wait(30)
        if b"4" in told:
            has_last.set()

    reader = FrameReader(answer, lambda: False)
    reader.take(frames[0][1])
    assert is_looking.wait(30)
    for _, frame in frames[1:]:
        reader.take(frame)
    may_go_on.set()
    assert has_last.wait(30)
    reader.close()
    assert told == [b"0", b"4"]


def test_the_thread_ends_with_stop_and_begins_again(qtbot, camera: CodeCamera, chance: random.Random) -> None:
    def names() -> set[str]:
        return {thread.name for thread in threading.enumerate()}

    image = as_image(paint_frame([(digits(chance), Look(px=4))], chance))
    for _ in range(2):
        camera.start()
        with qtbot.waitSignal(camera.seen):
            camera.feed(image)
        assert "showcase-camera" in names()
        camera.stop()
        assert "showcase-camera" not in names()
        camera.feed(image)
        assert "showcase-camera" not in names(), "what comes after the end is not read"
        assert camera.state == "none"


def test_what_goes_wrong_is_told_and_the_next_frame_is_read(
    qtbot, camera: CodeCamera, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = as_image(paint_frame([(digits(chance), Look(px=4))], chance))
    with monkeypatch.context() as broken:
        broken.setattr("showcase.qt.framereader.Decoder.read", lambda *_: 1 / 0)
        with qtbot.captureExceptions() as exceptions:
            camera.feed(image)
            qtbot.waitUntil(lambda: bool(exceptions))
    assert exceptions[0][0] is ZeroDivisionError
    with qtbot.waitSignal(camera.read):
        camera.feed(image)


def test_a_thousand_frames_leave_the_memory_as_it_was(qtbot, camera: CodeCamera, chance: random.Random) -> None:
    # The sink takes no frame twice in a row.
    frames = [video_frame(paint_frame([(digits(chance), Look(px=4))], chance)) for _ in range(4)]
    pictures = 0

    def on_frame() -> None:
        nonlocal pictures
        pictures += 1

    def run(count: int) -> None:
        nonlocal pictures
        pictures = 0
        for number in range(count):
            send(camera, frames[number % 4])
            qtbot.waitUntil(lambda: pictures > number)  # noqa: B023 - it is called at once

    camera.frame.connect(on_frame)
    run(100)
    before = rss_mb()
    run(1000)
    # One frame alone is 1.4 MB.
    assert rss_mb() - before < 8


def rss_mb() -> float:
    return int(Path("/proc/self/status").read_text(encoding="ascii").partition("VmRSS:")[2].split()[0]) / 1024


def test_a_video_output_shows_the_frames_and_may_go(qtbot, camera: CodeCamera, chance: random.Random) -> None:
    own = camera.video_sink
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(b"import QtMultimedia\nVideoOutput { }", QUrl())
    item = component.create()
    assert item is not None, component.errorString()
    camera.video_output(item)
    assert camera.video_sink is not own
    image = as_image(paint_frame([(digits(chance), Look(px=4))], chance))
    with qtbot.waitSignal(camera.read):
        camera.feed(image)
    assert item.property("videoSink").videoSize().width() == WIDTH
    item.deleteLater()
    qtbot.waitUntil(lambda: camera.video_sink is own)
    other = as_image(paint_frame([(digits(chance), Look(px=4))], chance))
    with qtbot.waitSignal(camera.read):
        camera.feed(other)


def test_without_the_libraries_there_is_no_camera(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    camera = CodeCamera()
    camera.start()
    camera.choose("any")
    camera.feed(QImage(8, 8, QImage.Format.Format_RGB32))
    camera.video_output(QObject())
    assert (camera.state, camera.cameras(), camera.is_possible) == ("none", [], False)
    camera.close()


def test_without_a_back_end_there_is_no_camera_and_no_word_on_the_terminal() -> None:
    script = """
from PySide6.QtGui import QGuiApplication, QImage
app = QGuiApplication([])
from showcase.qt.camera import CodeCamera
camera = CodeCamera()
camera.start()
camera.feed(QImage(64, 64, QImage.Format.Format_RGB32))
app.processEvents()
print(camera.cameras(), camera.is_possible)
camera.close()
"""
    import os

    environment = {**os.environ, "QT_MEDIA_BACKEND": "none", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("[] True", "")
