"""Starts the scanner and runs it until its window is closed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize

from showcase.qt import crash
from showcase.qt.quick import application, furnish
from showcase.qt.signals import Signals
from showcase.qt.starting import Start
from showcase.scanner.screen import WINDOW, Screen

if TYPE_CHECKING:
    from pathlib import Path

    from showcase.scanner.options import Options
    from showcase.scanner.scanner import Scanner

_log = logging.getLogger(__name__)


class Running:
    """A scanner on the screen.

    Args:
        scanner: what it shows.
        size: of its window; None fills the screen.
        screen: that has its first picture already; without one it is made.
    """

    def __init__(self, scanner: Scanner, size: QSize | None = None, screen: Screen | None = None) -> None:
        from showcase.scanner.keys import Keys

        self.scanner = scanner
        self.screen = screen or Screen(scanner.options, size)
        self.engine, self.window = self.screen.engine, self.screen.window
        self.keys = Keys(self.window, parent=scanner)
        self.keys.read.connect(scanner.hear)
        scanner.wedgeChanged.connect(self.keys.use)
        self.keys.struck.connect(scanner.struck)
        scanner.desk.loaded.connect(self._on_loaded)
        self._app = QCoreApplication.instance()
        if self._app is not None:
            self._app.installEventFilter(self.keys)

    def show(self) -> None:
        """Show it; what needs the station begins when the first picture stands."""
        self.screen.show(self.on_painted)

    def close(self) -> None:
        """Take it off the screen and put everything away."""
        self.keys.close()
        if self._app is not None:
            self._app.removeEventFilter(self.keys)
        self.scanner.stop()
        self.screen.close()
        self.scanner.close()

    def on_painted(self) -> None:
        """Begin what the first picture did not need: the station, and all of the screen."""
        from showcase.qt.picturecache import PictureCache
        from showcase.scanner.seeing import CameraProvider

        self.scanner.start()
        furnish(self.engine, PictureCache(), {"camera": CameraProvider(self.scanner.seeing_)})
        self.screen.furnish(self.scanner)

    def _on_loaded(self) -> None:
        self.scanner.tasks.run(lambda _progress: self.screen.keep_poster(), lambda _kept: None, quiet=True)


def starting(path: Path, options: Options, size: QSize | None = None) -> Start[Screen, Running]:
    """Return the start of a scanner.

    Args:
        path: the station's file.
        options: how it is started.
        size: of its window; None fills the screen.
    """
    screen = Screen(options, size)

    def make() -> Running:
        from showcase.scanner.scanner import Scanner  # it takes longer to read than the first picture to show

        return Running(Scanner(path, options), screen=screen)

    return Start(screen, make)


def run(path: Path, options: Options) -> int:
    """Show the scanner on a station's file until its window is closed, SIGTERM or Ctrl+C; return the exit code."""
    app = application()
    crash.catch(_report)
    start = starting(path, options, WINDOW if options.windowed else None)
    signals = Signals(lambda: QCoreApplication.exit(0))
    signals.listen()
    start.show(lambda running: running.scanner.broken.connect(_report))
    try:
        return app.exec()
    finally:
        start.close()
        signals.close()


def _report(error: BaseException) -> None:
    """Whoever scans has a visitor before them: what happened is written down, and the screen goes on."""
    from showcase.bugs import write_report

    _log.error("This is a bug; the report is %s", write_report(error), exc_info=error)
