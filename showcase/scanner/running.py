"""Starts the scanner and runs it until its window is closed."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication

from showcase.bugs import write_report
from showcase.qt import crash
from showcase.qt.picturecache import PictureCache
from showcase.qt.quick import application, end_engine, furnish, load_window, make_engine
from showcase.qt.signals import Signals
from showcase.scanner.keys import Keys
from showcase.scanner.scanner import Options, Scanner
from showcase.scanner.seeing import CameraProvider

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

WINDOW: Final = QSize(1366, 768)
_log = logging.getLogger(__name__)


class Running:
    """A scanner on the screen.

    Args:
        scanner: what it shows.
        size: of its window; None fills the screen.
    """

    def __init__(self, scanner: Scanner, size: QSize | None = None) -> None:
        self.scanner = scanner
        self.engine = make_engine()
        furnish(self.engine, PictureCache(), {"camera": CameraProvider(scanner.seeing_)})
        size = size or QGuiApplication.primaryScreen().size()
        properties = {"scanner": scanner, "width": size.width(), "height": size.height()}
        self.window: QQuickWindow = load_window(self.engine, "Scanner", properties)
        self.keys = Keys(self.window, parent=scanner)
        self.keys.read.connect(scanner.hear)
        scanner.wedgeChanged.connect(self.keys.use)
        self.keys.struck.connect(scanner.struck)
        self._app = QCoreApplication.instance()
        if self._app is not None:
            self._app.installEventFilter(self.keys)

    def show(self) -> None:
        """Show it; what needs the station begins when the first picture stands."""
        self.window.frameSwapped.connect(self.on_painted, Qt.ConnectionType.SingleShotConnection)
        if self.scanner.options.windowed:
            self.window.show()
        else:
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()

    def close(self) -> None:
        """Take it off the screen and put everything away."""
        self.keys.close()
        if self._app is not None:
            self._app.removeEventFilter(self.keys)
        self.scanner.stop()
        self.window.close()
        end_engine(self.engine)
        self.scanner.close()

    def on_painted(self) -> None:
        """Begin what the first picture did not need."""
        self.scanner.start()


def run(path: Path, options: Options) -> int:
    """Show the scanner on a station's file until its window is closed, SIGTERM or Ctrl+C; return the exit code."""
    app = application()
    crash.catch(_report)
    scanner = Scanner(path, options)
    scanner.broken.connect(_report)
    running = Running(scanner, WINDOW if options.windowed else None)
    signals = Signals(lambda: QCoreApplication.exit(0))
    signals.listen()
    running.show()
    try:
        return app.exec()
    finally:
        running.close()
        signals.close()


def _report(error: BaseException) -> None:
    """Whoever scans has a visitor before them: what happened is written down, and the screen goes on."""
    _log.error("This is a bug; the report is %s", write_report(error), exc_info=error)
