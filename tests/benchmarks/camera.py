"""The camera: from a frame to its text against one default call of zxing-cpp, codes read, processor and memory.

Frames are 1280 by 720, NV12, with codes anywhere, 30 % without one. Both map a frame of QtMultimedia and read its grey
plane; ours meets each frame anew, with no memory of the one before. Run as a module of its own, `camera.py SECONDS
FRAMES` feeds a camera 15 frames a second, a badge a second, with a small picture of each frame, then FRAMES more as
fast as they are read, and prints what both took.
"""

import itertools
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.racing import Bar, in_child
from tests.frames import HEIGHT, WIDTH, any_look, digits, paint_frame, video_frame

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_EMPTY = 0.3
_ROUNDS = 5
_RATE = 15
_SEED = 5
_AT_A_TIME = 60
_Way = Callable[["QVideoFrame"], list[str]]


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of the camera."""
    from PySide6.QtGui import QGuiApplication

    from showcase.qt.capture import load_multimedia

    app = QGuiApplication.instance() or QGuiApplication([])
    load_multimedia()
    yield from _frames(20 if quick else 300, rate=None if quick else 0.99)
    del app
    taken = in_child("camera", *(("2", "100") if quick else ("20", "1000")))
    note = f"{taken['read']} badges read in {taken['seconds']:.0f} s"
    yield Bar("camera: share of a core at 15 frames a second", taken["share"], 0.5, at_most=True, note=note)
    yield Bar("camera: MB more after 1,000 frames", taken["mb"], None if quick else 3, at_most=True)


def _frames(count: int, rate: float | None) -> Iterator[Bar]:
    """Measure both ways on the same frames."""
    ways = {"ours": _ours, "default": _default}
    best: dict[str, list[float]] = {name: [] for name in ways}
    right = dict.fromkeys(ways, 0)
    codes = 0
    frames = _make(count)
    while some := list(itertools.islice(frames, _AT_A_TIME)):
        codes += sum(bool(text) for text, _ in some)
        for name, (times, read) in _by_turns(ways, [frame for _, frame in some]).items():
            best[name] += times
            right[name] += sum(bool(text) and text in told for (text, _), told in zip(some, read, strict=True))
    own, p95 = statistics.fmean(best["ours"]), statistics.quantiles(best["ours"], n=20)[-1]
    peer = statistics.fmean(best["default"])
    note = f"ours {1000 * own:.2f} ms, p95 {1000 * p95:.2f}, default {1000 * peer:.2f}"
    yield Bar("camera: frame to text / default zxing-cpp", own / peer, 0.6, at_most=True, note=note)
    note = f"{right['ours']} and {right['default']} of {codes}"
    yield Bar("camera: codes read / default zxing-cpp", right["ours"] / right["default"], rate, note=note)


def _ours(frame: "QVideoFrame") -> list[str]:
    from showcase.qt.decoding import Decoder
    from showcase.qt.videoframes import grey_plane, mapped

    with mapped(frame):
        return [code.content.decode() for code in Decoder().read(grey_plane(frame))]


def _default(frame: "QVideoFrame") -> list[str]:
    import zxingcpp

    from showcase.qt.videoframes import mapped

    with mapped(frame):
        grey = zxingcpp.ImageView(frame.bits(0), WIDTH, HEIGHT, zxingcpp.ImageFormat.Lum, frame.bytesPerLine(0))
        formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        return [code.text for code in zxingcpp.read_barcodes(grey, formats=formats)]


def _by_turns(ways: Mapping[str, _Way], frames: "list[QVideoFrame]") -> dict[str, tuple[list[float], list[list[str]]]]:
    """Return each way's best time for each frame, and what it read.

    A round goes through all frames before the next, as a camera sends no frame twice: none waits in the processor's
    cache.
    """
    times = {name: [float("inf")] * len(frames) for name in ways}
    read: dict[str, list[list[str]]] = {name: [[] for _ in frames] for name in ways}
    for _ in range(_ROUNDS):
        for place, frame in enumerate(frames):
            for name in random.sample(list(ways), len(ways)):
                started = time.perf_counter()
                read[name][place] = ways[name](frame)
                times[name][place] = min(times[name][place], time.perf_counter() - started)
    return {name: (times[name], read[name]) for name in ways}


def _make(count: int) -> "Iterator[tuple[str, QVideoFrame]]":
    """Give frames with the text of the code in each, or nothing."""
    chance = random.Random(_SEED)
    for _ in range(count):
        text = "" if chance.random() < _EMPTY else digits(chance)
        yield text, video_frame(paint_frame([(text, any_look(chance))] if text else [], chance))


def _rss_mb() -> float:
    return int(Path("/proc/self/status").read_text(encoding="ascii").partition("VmRSS:")[2].split()[0]) / 1024


def _feed(seconds: float, more: int) -> None:
    """Feed a camera and print what it takes."""
    from PySide6.QtCore import QCoreApplication, QEventLoop
    from PySide6.QtGui import QGuiApplication

    from showcase.qt.camera import CodeCamera

    app = QGuiApplication([])
    # A sink takes no frame twice in a row: there are two of each.
    frames = list(
        itertools.chain.from_iterable(zip(*([frame for _, frame in _make(10)] for _ in range(2)), strict=True))
    )
    camera = CodeCamera()
    read: list[bytes] = []
    pictures = 0

    def on_frame() -> None:
        nonlocal pictures
        pictures += 1

    camera.read.connect(read.extend)
    camera.frame.connect(on_frame)
    camera.start()
    assert camera.video_sink is not None
    began, used = time.perf_counter(), time.process_time()
    for number in range(round(seconds * _RATE)):
        camera.video_sink.setVideoFrame(frames[(number // _RATE * 2 + number % 2) % len(frames)])
        while time.perf_counter() < began + (number + 1) / _RATE:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            time.sleep(0.005)
    share = (time.process_time() - used) / (time.perf_counter() - began)
    before, pictures = _rss_mb(), 0
    for number in range(more):
        camera.video_sink.setVideoFrame(frames[number % len(frames)])
        while pictures <= number:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    grown = _rss_mb() - before
    camera.close()
    print(json.dumps({"share": share, "mb": grown, "read": len(set(read)), "seconds": seconds}))


if __name__ == "__main__":
    _feed(float(sys.argv[1]), int(sys.argv[2]))
