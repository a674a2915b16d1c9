"""The window of the kiosk with its first picture, which was painted before; all else is read when that one stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication

from showcase.kiosk import poster
from showcase.kiosk.guard import Guard
from showcase.qt import inks
from showcase.qt.quick import end_engine, load_window, make_engine

WINDOW: Final = QSize(1366, 768)


class Screen:
    """What is seen before there is a kiosk, and what the kiosk then comes into.

    Args:
        size: of the window; None fills the screen.
        turn: degrees by which the picture is turned.
        closable: the window may be closed by whoever sits before it.

    Attributes:
        guard: lets through what visitors need.
        poster: the file of its first picture; it may not exist yet.
    """

    def __init__(self, size: QSize | None = None, *, turn: int = 0, closable: bool = False) -> None:
        self._closable = closable
        self.engine = make_engine()
        # Where nobody manages windows, as on a bare X server, a window that fills the screen has to be as large.
        size = size or QGuiApplication.primaryScreen().size()
        self.poster = poster.place(size.transposed() if turn % 180 else size)
        picture = QUrl.fromLocalFile(str(self.poster)) if self.poster.is_file() else QUrl()
        properties = {"angle": turn, "poster": picture, "ink": inks.NIGHT}
        self.window = load_window(self.engine, "Kiosk", {**properties, "width": size.width(), "height": size.height()})
        self.guard = Guard(lambda: None, closable=closable)
        cast("QGuiApplication", QCoreApplication.instance()).installEventFilter(self.guard)

    def show(self, then: Callable[[], object]) -> None:
        """Show it, and call `then` when its first picture stands."""
        self.window.frameSwapped.connect(lambda: QTimer.singleShot(0, then), Qt.ConnectionType.SingleShotConnection)
        if self._closable:
            self.window.show()
        else:
            self.window.setCursor(Qt.CursorShape.BlankCursor)
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()

    def furnish(self, kiosk: QObject) -> None:
        """Have the stage of a kiosk over the picture; the engine has what pictures come from."""
        self.window.setProperty("kiosk", kiosk)
        if self.window.property("stage") is None:
            raise RuntimeError("the stage of the kiosk could not be made")

    def leave(self) -> None:
        """End the event loop: who started the kiosk wants it gone."""
        self.guard.may_close = True
        QCoreApplication.exit(0)

    def close(self) -> None:
        """Take it away."""
        self.guard.may_close = True
        self.window.close()
        end_engine(self.engine)
        cast("QGuiApplication", QCoreApplication.instance()).removeEventFilter(self.guard)
