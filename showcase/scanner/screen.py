"""The window of the scanner with its first picture, which was painted before; all else is read when that one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication

from showcase.qt import inks
from showcase.qt.quick import end_engine, load_window, make_engine
from showcase.scanner import poster

if TYPE_CHECKING:
    from collections.abc import Callable

    from showcase.scanner.options import Options

WINDOW: Final = QSize(1366, 768)
_MOST: Final = 1.5
"""As large a pixel of the drawings is at most where nobody measured the screen."""
_PER_MM: Final = 0.375


class Screen:
    """What is seen before there is a scanner, and what the scanner then comes into.

    Args:
        options: how it is started.
        size: of the window; None fills the screen.
    """

    def __init__(self, options: Options, size: QSize | None = None) -> None:
        self._windowed = options.windowed
        self.engine = make_engine()
        screen = QGuiApplication.primaryScreen()
        self._size = size or screen.size()
        self._most, self._density = max(_MOST, _PER_MM * options.pixels_per_mm), screen.devicePixelRatio()
        self._poster = poster.place(self._size, self._most, self._density)
        picture = QUrl.fromLocalFile(str(self._poster)) if self._poster.is_file() else QUrl()
        properties = {"poster": picture, "ground": inks.PAPER, "strip": inks.FOREST, "night": inks.NIGHT}
        sizes = {"most": self._most, "width": self._size.width(), "height": self._size.height()}
        self.window = load_window(self.engine, "Scanner", properties | sizes)

    def show(self, then: Callable[[], object]) -> None:
        """Show it, and call `then` when its first picture stands."""
        self.window.frameSwapped.connect(lambda: QTimer.singleShot(0, then), Qt.ConnectionType.SingleShotConnection)
        if self._windowed:
            self.window.show()
        else:
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()

    def furnish(self, scanner: QObject) -> None:
        """Have the stage of a scanner over the picture; the engine has what pictures come from."""
        self.window.setProperty("scanner", scanner)
        if self.window.property("stage") is None:
            raise RuntimeError("the stage of the scanner could not be made")

    def keep_poster(self) -> None:
        """Paint the first picture for the next start, where there is none; not on the GUI thread."""
        if not self._poster.is_file():
            poster.keep(self._poster, self._size, self._most, self._density)

    def close(self) -> None:
        """Take it away."""
        self.window.close()
        end_engine(self.engine)
