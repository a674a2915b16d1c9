"""Starts the kiosk and runs it until somebody who may stops it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from showcase.bugs import write_report
from showcase.kiosk import poster
from showcase.kiosk.guard import Guard
from showcase.kiosk.kiosk import Kiosk, Options
from showcase.kiosk.moving import MovingProvider
from showcase.kiosk.pictures import MediaProvider
from showcase.kiosk.planpictures import PlanProvider
from showcase.kiosk.pulse import Pulse
from showcase.kiosk.supervising import RENEW
from showcase.qt import crash
from showcase.qt.picturecache import PictureCache
from showcase.qt.quick import application, end_engine, load_window, make_engine
from showcase.qt.signals import Signals

_WINDOW: Final = QSize(1366, 768)
_log = logging.getLogger(__name__)


class Running:
    """A kiosk on the screen.

    Args:
        kiosk: what it shows.
        size: of its window; None fills the screen.
    """

    def __init__(self, kiosk: Kiosk, size: QSize | None = None) -> None:
        self.kiosk = kiosk
        pictures = PictureCache()
        providers = {
            "media": MediaProvider(kiosk.content, pictures),
            "moving": MovingProvider(),
            "plan": PlanProvider(kiosk.drawings),
        }
        self.engine = make_engine(pictures, providers)
        # Where nobody manages windows, as on a bare X server, a window that fills the screen has to be as large.
        size = size or QGuiApplication.primaryScreen().size()
        self._poster = poster.place(size.transposed() if kiosk.stand_.setup.turn % 180 else size)
        if self._poster.is_file():
            kiosk.attract_.set_poster(QUrl.fromLocalFile(str(self._poster)).toString())
        properties = {"kiosk": kiosk, "width": size.width(), "height": size.height()}
        self.window = load_window(self.engine, "Kiosk", properties)
        self.guard = Guard(kiosk.touched, closable=kiosk.options.windowed)
        cast("QGuiApplication", QCoreApplication.instance()).installEventFilter(self.guard)
        self._pulse: Pulse | None = None
        if kiosk.options.supervised:
            self._pulse = Pulse(
                self.window,
                self.window.frameSwapped,
                self.leave,
                lambda: not (kiosk.is_awake() or kiosk.staff_.is_inside),
            )

    def show(self) -> None:
        """Show it; what needs the event begins when the first picture stands."""
        self.window.frameSwapped.connect(self.on_painted, Qt.ConnectionType.SingleShotConnection)
        if self.kiosk.options.windowed:
            self.window.show()
        else:
            self.window.setCursor(Qt.CursorShape.BlankCursor)
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()

    def renew(self) -> None:
        """End the event loop so that the process which looks after the kiosk starts another one."""
        self.guard.may_close = True
        QCoreApplication.exit(RENEW if self.kiosk.options.supervised else 0)

    def leave(self) -> None:
        """End the event loop: who started the kiosk wants it gone."""
        self.guard.may_close = True
        QCoreApplication.exit(0)

    def close(self) -> None:
        """Take it off the screen and put everything away."""
        self.guard.may_close = True
        if self._pulse is not None:
            self._pulse.close()
        self.kiosk.stop()
        self.window.close()
        end_engine(self.engine)
        cast("QGuiApplication", QCoreApplication.instance()).removeEventFilter(self.guard)
        self.kiosk.close()

    def on_painted(self) -> None:
        """Begin what the first picture did not need."""
        if self._pulse is not None:
            self._pulse.begin()
        self.kiosk.start()
        if not self._poster.is_file():
            self.kiosk.tasks.run(lambda _progress: poster.keep(self._poster), lambda _kept: None, quiet=True)


def run(path: Path | None, options: Options) -> int:
    """Show the kiosk on an event file until its window is closed, SIGTERM or Ctrl+C; return the exit code."""
    app = application()
    crash.catch(_report)
    kiosk = Kiosk(path, options)
    kiosk.broken.connect(_report)
    running = Running(kiosk, _WINDOW if options.windowed else None)
    kiosk.staff_.leave.connect(running.leave)
    kiosk.staff_.renew.connect(running.renew)
    signals = Signals(running.leave)
    signals.listen()
    running.show()
    try:
        return app.exec()
    finally:
        running.close()
        signals.close()


def _report(error: BaseException) -> None:
    """A kiosk has nobody to tell: what happened is written down, and the screen goes on."""
    _log.error("This is a bug; the report is %s", write_report(error), exc_info=error)
