"""The scanner with 100,000 people: its first picture and being ready, against a bare QML window with a camera.

Ready is when it says so: the file is a scanner's and can be written, keys are heard, and what is scanned from then on
is judged and committed in its order. That is tried: a scanner types in that moment, and its verdict has to come. When
that was is noted as well: what judges is loaded after "ready", and only a scan in that very moment waits for it.

Run as a module of its own, `scanner.py STATION WIDTH HEIGHT`, it shows the scanner and prints when its first picture
stood, when it was ready and when the scan was judged; `scanner.py bare WIDTH HEIGHT` shows a window with a camera's
picture and a word.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.racing import Bar, in_child

_ROUNDS = 7
_PEOPLE = 100_000
_SIZE = ("1366", "768")
_PATIENCE_S = 60
_BARE = """
import QtQuick
import QtMultimedia
Window {
    width: %d; height: %d; visible: true
    CaptureSession { camera: Camera { active: true } videoOutput: picture }
    VideoOutput { id: picture; anchors.fill: parent }
    Text { anchors.centerIn: parent; text: "ready" }
}
"""


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of the scanner's window; quick has none."""
    if quick:
        return
    from tests.benchmarks.scans import fill

    with tempfile.TemporaryDirectory() as home:
        environment = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), home)
        environment["QT_QUICK_BACKEND"] = "software"
        station = Path(home) / "booth.station"
        fill(station, _PEOPLE, "booth")
        in_child("scanner", str(station), *_SIZE, environment=environment)  # its pictures and tones are kept now
        in_child("scanner", "bare", *_SIZE, environment=environment)
        best = dict.fromkeys(("bare", "painted", "ready", "judged"), float("inf"))
        for _ in range(_ROUNDS):
            started = time.monotonic()
            bare = in_child("scanner", "bare", *_SIZE, environment=environment)
            best["bare"] = min(best["bare"], bare["painted"] - started)
            started = time.monotonic()
            seen = in_child("scanner", str(station), *_SIZE, environment=environment)
            for name in ("painted", "ready", "judged"):
                best[name] = min(best[name], seen[name] - started)
    note = f"ours {1000 * best['painted']:.0f} ms, bare {1000 * best['bare']:.0f} ms"
    painted, ready = best["painted"] / best["bare"], best["ready"] / best["bare"]
    yield Bar("scanner: first picture / bare QML with a camera", painted, 1.5, at_most=True, note=note)
    note = f"{1000 * best['ready']:.0f} ms, {_PEOPLE:,} people; a scan then judged after {1000 * best['judged']:.0f} ms"
    yield Bar("scanner: ready / bare QML with a camera", ready, 3.0, at_most=True, note=note)


def _show(path: Path, width: int, height: int) -> None:
    """Show the scanner as the program does; print when its picture stood, when it was ready, and when what a scanner
    typed in that moment was judged and on disk.
    """
    from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
    from PySide6.QtGui import QKeyEvent

    from showcase.qt.quick import application
    from showcase.scanner.options import Options
    from showcase.scanner.running import starting

    app = application()
    start = starting(path, Options(windowed=True, language="vi"), QSize(width, height))
    seen: dict[str, float] = {}

    def painted() -> None:
        seen["painted"] = time.monotonic()

    def scan() -> None:
        # A badge that nobody issued: what comes of it is a fact like any other.
        for digit in [*("7" * 221), "\r"]:
            key = Qt.Key.Key_Return if digit == "\r" else Qt.Key.Key_7
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, digit)
                QCoreApplication.sendEvent(start.screen.window, event)

    def look() -> None:
        if start.running is None:
            return
        scanner = start.running.scanner
        if scanner.property("opened") and "ready" not in seen:
            seen["ready"] = time.monotonic()
            scan()
        if scanner.property("page") == "verdict" and not scanner.property("trouble"):
            seen.setdefault("judged", time.monotonic())
            if not scanner.tasks.busy_at_all:
                app.quit()

    start.screen.window.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)
    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(_PATIENCE_S * 1000, app.quit)
    start.show(lambda _running: None)
    app.exec()
    timer.stop()
    print(json.dumps(seen), flush=True)
    start.close()


def _show_bare(width: int, height: int) -> None:
    """Show a window of QML with a camera's picture, and print when it stood."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData((_BARE % (width, height)).encode())
    (window,) = engine.rootObjects()
    assert isinstance(window, QQuickWindow)

    def painted() -> None:
        print(json.dumps({"painted": time.monotonic()}), flush=True)
        app.quit()

    window.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)
    app.exec()
    del engine


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _show_bare(int(sys.argv[2]), int(sys.argv[3]))
    else:
        _show(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
