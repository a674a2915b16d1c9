"""The kiosk on 10,000 products: its first picture against a bare QML window with one, its first data, a key to results.

And what a frame costs while the loop invites and a visitor looks around, drawn by OpenGL: on a machine without a
graphics card that is llvmpipe, under `xvfb-run`.

Run as a module of its own, `kiosk.py EVENT WIDTH HEIGHT`, it shows the kiosk and prints when its first picture and its
data stood; `kiosk.py bare PICTURE WIDTH HEIGHT` shows one picture in a window; `kiosk.py frames EVENT WIDTH HEIGHT`
prints what each frame took.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.racing import Bar, in_child

_ROUNDS = 5
_TYPED = 200
_SIZE = ("1080", "1920")
_PATIENCE_S = 60
_SETTLING_S = 6
_SLIDES = 8


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of the kiosk; quick has none."""
    if quick:
        return
    with tempfile.TemporaryDirectory() as home:
        environment = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), home)
        environment["QT_QUICK_BACKEND"] = "software"
        event = Path(home) / "products.showcase"
        yield _keys(event)
        in_child("kiosk", str(event), *_SIZE, environment=environment)  # its first picture is painted and kept now
        (poster,) = Path(home).rglob("attract-*.png")
        best = {"bare": float("inf"), "painted": float("inf"), "data": float("inf")}
        for _ in range(_ROUNDS):
            started = time.monotonic()
            bare = in_child("kiosk", "bare", str(poster), *_SIZE, environment=environment)
            best["bare"] = min(best["bare"], bare["painted"] - started)
            started = time.monotonic()
            seen = in_child("kiosk", str(event), *_SIZE, environment=environment)
            for name in ("painted", "data"):
                best[name] = min(best[name], seen[name] - started)
        note = f"ours {1000 * best['painted']:.0f} ms, bare {1000 * best['bare']:.0f} ms"
        yield Bar(
            "kiosk: first picture / bare QML window", best["painted"] / best["bare"], 1.5, at_most=True, note=note
        )
        yield Bar("kiosk: first data / bare QML window", best["data"] / best["bare"], 3.0, at_most=True)
        yield from _frames(event, home)


def _frames(event: Path, home: str) -> Iterator[Bar]:
    """Measure frames on a full HD screen; without a screen there is nothing to measure."""
    if not os.environ.get("DISPLAY"):
        return
    environment = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), home)
    environment |= {"QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "", "QSG_RENDER_LOOP": "basic"}
    for name, size in (("portrait", _SIZE), ("landscape", _SIZE[::-1])):
        took = in_child("kiosk", "frames", str(event), *size, environment=environment)
        for part in ("loop", "visit"):
            note = f"median {took[part + '_median']:.0f} ms of {took[part + '_frames']:.0f} frames"
            note += f", p99 {took[part + '_processor_p99']:.0f} ms of a processor"
            yield Bar(f"kiosk: a frame p99, {part}, {name}, ms", took[part + "_p99"], 33, at_most=True, note=note)


def _keys(event: Path) -> Bar:
    """Measure from a key to the records that are shown, for each key of phrases that find something."""
    from showcase.catalogue.asking import ask
    from showcase.catalogue.queries import list_products
    from showcase.store.opening import create_event
    from tests.benchmarks.searches import fill

    database = create_event(event)
    fill(database, 10_000)
    chance = random.Random(7)
    times: list[float] = []
    with database.reading() as session:
        names = [record.name["vi"] for record in list_products(session, limit=400)]
    while len(times) < _TYPED:
        words = " ".join(chance.choice(names).split()[: chance.randint(1, 3)])
        for end in range(1, len(words) + 1):
            started = time.perf_counter()
            with database.reading() as session:
                ask(session, words[:end], limit=4, language="vi")
            times.append(time.perf_counter() - started)
    database.close()
    p95 = statistics.quantiles(times, n=20)[-1]
    return Bar("kiosk: key to results p95, ms", 1000 * p95, 30, at_most=True, note="10,000 products")


def _show(event: Path, width: int, height: int) -> None:
    """Show the kiosk as the program does, and print when its picture and its data stood."""
    from PySide6.QtCore import QSize, Qt, QTimer
    from PySide6.QtGui import QGuiApplication

    from showcase.kiosk.options import Options
    from showcase.kiosk.running import starting

    app = QGuiApplication([])
    start = starting(event, Options(windowed=True, language="vi"), QSize(width, height))
    seen: dict[str, float] = {}

    def painted() -> None:
        seen["painted"] = time.monotonic()

    def look() -> None:
        if start.running is None:
            return
        kiosk = start.running.kiosk
        if kiosk.attract_.property("counts").get("products"):
            seen.setdefault("data", time.monotonic())
            if not kiosk.tasks.busy_at_all:
                app.quit()

    start.screen.window.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)
    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(_PATIENCE_S * 1000, app.quit)
    start.show(lambda _running: None)
    app.exec()
    print(json.dumps(seen))
    start.close()


class _Worked:
    """How long this thread and one of those that draw for llvmpipe had a processor: what a frame takes on a machine
    that does nothing else. They share a frame evenly.
    """

    def __init__(self) -> None:
        self._others: list[Path] = []

    def seconds(self) -> float:
        if not self._others:
            threads = Path("/proc/self/task").glob("*") if sys.platform == "linux" else ()
            drawing = (it for it in threads if (it / "comm").read_text(encoding="ascii").startswith("llvmpipe"))
            self._others = [it / "schedstat" for it in drawing]
        others = [int(it.read_text(encoding="ascii").split()[0]) / 1e9 for it in self._others]
        return time.thread_time() + (sum(others) / len(others) if others else 0.0)


def _show_frames(event: Path, width: int, height: int) -> None:
    """Run the loop with its slides, then a visit; print what frames took from the end of animations to the screen."""
    from PySide6.QtCore import QEventLoop, QSize, QTimer
    from PySide6.QtGui import QGuiApplication

    from showcase.kiosk.kiosk import Kiosk
    from showcase.kiosk.options import Options
    from showcase.kiosk.running import Running

    app = QGuiApplication([])
    kiosk = Kiosk(event, Options(windowed=True, language="vi"))
    running = Running(kiosk, QSize(width, height))
    worked = _Worked()
    started = busy = 0.0
    took: list[float] = []
    processor: list[float] = []

    def begins() -> None:
        nonlocal started, busy
        started, busy = time.perf_counter(), worked.seconds()

    def ends() -> None:
        took.append(1000 * (time.perf_counter() - started))
        processor.append(1000 * (worked.seconds() - busy))

    def wait(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    running.window.afterAnimating.connect(begins)
    running.window.frameSwapped.connect(ends)
    running.show()
    wait(_SETTLING_S)
    told: dict[str, float] = {}
    for part, play in (("loop", _play_loop), ("visit", _play_visit)):
        took.clear()
        processor.clear()
        play(kiosk, wait)
        told |= {f"{part}_frames": len(took), f"{part}_median": statistics.median(took)}
        told[f"{part}_p99"] = statistics.quantiles(took, n=100)[-1]
        told[f"{part}_processor_p99"] = statistics.quantiles(processor, n=100)[-1]
    print(json.dumps(told))
    running.close()
    del app


def _play_loop(kiosk: Any, wait: Callable[[float], None]) -> None:
    """Let the lantern turn, and go through all slides with their crossing."""
    for _ in range(_SLIDES):
        wait(2)
        kiosk.attract_.next()
    wait(2)


def _play_visit(kiosk: Any, wait: Callable[[float], None]) -> None:
    """Go to and fro by the plinth."""
    kiosk.wake("vi")
    wait(1)
    for section in ("search", "programme", "list", "home") * 5:
        kiosk.visiting().go(section)
        wait(0.5)


def _show_bare(picture: str, width: int, height: int) -> None:
    """Show a window of QML with one picture, and print when it stood."""
    from PySide6.QtCore import Qt, QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    source = QUrl.fromLocalFile(picture).toString()
    engine.loadData(
        f"import QtQuick\nWindow {{ width: {width}; height: {height}; visible: true\n"
        f'Image {{ anchors.fill: parent; source: "{source}" }} }}'.encode()
    )
    (window,) = engine.rootObjects()
    assert isinstance(window, QQuickWindow)

    def painted() -> None:
        print(json.dumps({"painted": time.monotonic()}), flush=True)
        app.quit()

    window.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)
    app.exec()
    del engine


if __name__ == "__main__":
    if sys.argv[1] == "frames":
        _show_frames(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1] == "bare":
        _show_bare(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        _show(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
