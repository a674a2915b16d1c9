"""Shows a window, prints the moment when its first picture stands, and ends: `first_paint.py empty|office`."""

import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class Clock(QObject):
    """Looks at the time when the first expose event has been handled: by then the window is painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Handle an expose event, then end."""
        if event.type() is not QEvent.Type.Expose:
            return False
        watched.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)
        print(time.monotonic(), flush=True)
        os._exit(0)


clock = Clock()


def watch(window: QMainWindow) -> None:
    """Look at the events of the window's surface, which is made now."""
    window.winId()
    window.windowHandle().installEventFilter(clock)


def show_empty() -> None:
    """Show a window without anything in it."""
    application = QApplication(["showcase"])
    window = QMainWindow()
    window.resize(1280, 800)
    watch(window)
    window.show()
    application.exec()


def show_office() -> None:
    """Show the office window as the program does."""
    from showcase.office import window

    class Watched(window.OfficeWindow):
        """The window, watched from before it is shown."""

        def show(self) -> None:
            """Begin to watch."""
            watch(self)
            super().show()

    window.OfficeWindow = Watched  # type: ignore[misc]
    window.run(None)


if __name__ == "__main__":
    {"empty": show_empty, "office": show_office}[sys.argv[1]]()
