"""The first picture of the office window, against an empty PySide6 window: from the start of the process."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator

from racing import Bar, in_child


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bar of the first picture."""
    best = {"empty": float("inf"), "office": float("inf")}
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_CACHE_HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_STATE_HOME": home,
            "XDG_RUNTIME_DIR": home,
            "SHOWCASE_LANGUAGE": "vi",
        }
        for _ in range(4 if quick else 9):
            for name, fastest in best.items():
                started = time.monotonic()
                painted = in_child("start", name, environment=environment)
                best[name] = min(fastest, painted - started)
    note = f"ours {1000 * best['office']:.0f} ms, empty {1000 * best['empty']:.0f} ms"
    yield Bar("start: office / empty window", best["office"] / best["empty"], 1.5, at_most=True, note=note)


def _show(name: str) -> None:
    """Show a window, print the moment when its first picture stands, and end."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Clock(QApplication):
        """Looks at the time when the first expose event has been handled: by then the window is painted."""

        def notify(self, receiver: QObject, event: QEvent) -> bool:
            handled = super().notify(receiver, event)
            if event.type() is QEvent.Type.Expose and isinstance(receiver, QWindow) and receiver.isExposed():
                print(json.dumps(time.monotonic()), flush=True)
                os._exit(0)
            return handled

    application = Clock(["showcase"])
    if name == "empty":
        window = QMainWindow()
        window.resize(1280, 800)
        window.show()
        application.exec()
    else:
        from showcase.office.window import run

        run(None)


if __name__ == "__main__":
    _show(sys.argv[1])
