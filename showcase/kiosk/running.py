"""Starts the kiosk and runs it until somebody who may stops it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, QTimer

from showcase.kiosk import poster
from showcase.kiosk.beats import RENEW
from showcase.kiosk.lastgood import remembered
from showcase.kiosk.screen import WINDOW, Screen
from showcase.qt import crash
from showcase.qt.quick import application, furnish
from showcase.qt.signals import Signals
from showcase.qt.starting import Start

if TYPE_CHECKING:
    from showcase.kiosk.kiosk import Kiosk
    from showcase.kiosk.options import Options
    from showcase.kiosk.pulse import Pulse

_FOR_UNDERLAYS: Final = 2
"""Drawings under halls may take this part of what pictures may."""
_log = logging.getLogger(__name__)


class Running:
    """A kiosk on the screen.

    Args:
        kiosk: what it shows.
        size: of its window; None fills the screen.
        screen: that has its first picture already; without one it is made.
    """

    def __init__(self, kiosk: Kiosk, size: QSize | None = None, screen: Screen | None = None) -> None:
        self.kiosk = kiosk
        self.screen = screen or Screen(size, turn=kiosk.stand_.setup.turn, closable=kiosk.options.windowed)
        self.engine, self.window, self.guard = self.screen.engine, self.screen.window, self.screen.guard
        self.guard.touched = kiosk.touched
        # What QML had of a visit goes with it, and not when its heap happens to be full.
        engine = self.engine
        kiosk.forgotten.connect(lambda: QTimer.singleShot(0, engine.collectGarbage))
        self._pulse: Pulse | None = None

    def show(self) -> None:
        """Show it; what needs the event begins when the first picture stands."""
        self.screen.show(self.on_painted)

    def renew(self) -> None:
        """End the event loop so that the process which looks after the kiosk starts another one."""
        self.guard.may_close = True
        QCoreApplication.exit(RENEW if self.kiosk.options.supervised else 0)

    def leave(self) -> None:
        """End the event loop: who started the kiosk wants it gone."""
        self.screen.leave()

    def close(self) -> None:
        """Take it off the screen and put everything away."""
        if self._pulse is not None:
            self._pulse.close()
        self.kiosk.stop()
        self.screen.close()
        self.kiosk.close()

    def on_painted(self) -> None:
        """Begin what the first picture did not need: the pulse, all of the screen, then the event."""
        if self.kiosk.options.supervised:
            self._beat()
        self._furnish()
        self.kiosk.start()
        file = self.screen.poster
        if not file.is_file():
            self.kiosk.tasks.run(lambda _progress: poster.keep(file), lambda _kept: None, quiet=True)

    def _beat(self) -> None:
        from showcase.kiosk.pulse import Pulse

        kiosk = self.kiosk
        self._pulse = Pulse(
            self.window,
            self.window.frameSwapped,
            self.leave,
            lambda: not (kiosk.is_awake() or kiosk.staff_.is_inside),
        )
        self._pulse.begin()

    def _furnish(self) -> None:
        from showcase.kiosk.moving import MovingProvider
        from showcase.kiosk.pictures import MediaProvider
        from showcase.kiosk.planpictures import PlanProvider
        from showcase.kiosk.planunderlays import Underlays
        from showcase.qt.picturecache import PictureCache, room

        screen = self.window.screen()
        size = screen.size() * screen.devicePixelRatio()
        pictures = PictureCache(room(size.width(), size.height()))
        underlays = Underlays(self.kiosk.content, room(size.width(), size.height()) // _FOR_UNDERLAYS)
        providers = {
            "media": MediaProvider(self.kiosk.content, pictures),
            "moving": MovingProvider(),
            "plan": PlanProvider(self.kiosk.drawings, underlays),
        }
        furnish(self.engine, pictures, providers)
        self.screen.furnish(self.kiosk)


def starting(path: Path | None, options: Options, size: QSize | None = None) -> Start[Screen, Running]:
    """Return the start of a kiosk.

    Args:
        path: the event file, None where there is none yet.
        options: how it is started.
        size: of its window; None fills the screen.
    """
    screen = Screen(size, turn=remembered(path, options.booth).turn, closable=options.windowed)

    def make() -> Running:
        from showcase.kiosk.kiosk import Kiosk  # it takes longer to read than the first picture to show

        return Running(Kiosk(path, options), screen=screen)

    return Start(screen, make)


def run(path: Path | None, options: Options) -> int:
    """Show the kiosk on an event file until its window is closed, SIGTERM or Ctrl+C; return the exit code."""
    app = application()
    crash.catch(_report)
    start = starting(path, options, WINDOW if options.windowed else None)
    signals = Signals(start.screen.leave)
    signals.listen()
    start.show(_listen)
    try:
        return app.exec()
    finally:
        start.close()
        signals.close()


def _listen(running: Running) -> None:
    """Do what staff ask for, and write down what is a bug."""
    running.kiosk.broken.connect(_report)
    running.kiosk.staff_.leave.connect(running.leave)
    running.kiosk.staff_.renew.connect(running.renew)


def _report(error: BaseException) -> None:
    """A kiosk has nobody to tell: what happened is written down, and the screen goes on."""
    from showcase.bugs import write_report

    _log.error("This is a bug; the report is %s", write_report(error), exc_info=error)
