"""The screen that stands in for a kiosk which keeps failing: one painting, without QML, database or movement."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRasterWindow,
    QTransform,
)

from showcase.kiosk import poster
from showcase.kiosk.beats import RENEW
from showcase.kiosk.guard import Guard
from showcase.kiosk.lastgood import LastGood, recall
from showcase.kiosk.pulse import Pulse
from showcase.messages import LANGUAGES, message
from showcase.printing.engine import FAMILY, load_font
from showcase.qt import inks
from showcase.qt.pictures import symbol
from showcase.qt.signals import Signals
from showcase.text import pick

TOUCHES: Final = 5
WITHIN_S: Final = 3.0
_COLUMNS: Final = 135
"""Units across the shorter side of a screen, as in Theme."""
_CORNER_PX: Final = 64
_WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class SafeScreen(QRasterWindow):
    """A window that fills the screen and says where to ask.

    Args:
        good: what is known of the event.
        clock: seconds that only ever grow.

    Signals:
        painted: it is on the screen.
        again: staff want the kiosk to be tried once more: five touches in the corner.
    """

    painted = Signal()
    again = Signal()

    def __init__(self, good: LastGood, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._good, self._clock = good, clock
        self._touches: list[float] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint all of it."""
        del event
        painter = QPainter(self)
        painter.setTransform(self._turned())
        paint(painter, self._seen(), self._good)
        painter.end()
        self.painted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Count the touches in the corner."""
        side = max(_CORNER_PX, 8 * min(self.width(), self.height()) // _COLUMNS)
        at = self._turned().inverted()[0].map(event.position().toPoint())
        if not QRect(self._seen().width() - side, 0, side, side).contains(at):
            self._touches.clear()
            return
        now = self._clock()
        self._touches = [*(one for one in self._touches if now - one <= WITHIN_S), now]
        if len(self._touches) >= TOUCHES:
            self._touches.clear()
            self.again.emit()

    def _seen(self) -> QSize:
        """Return the size that people see: a screen that hangs on its side is turned by us."""
        return self.size().transposed() if self._good.turn % 180 else self.size()

    def _turned(self) -> QTransform:
        """Return where on the screen a point of what people see is."""
        seen, middle = self._seen(), QPointF(self.width() / 2, self.height() / 2)
        turned = QTransform.fromTranslate(middle.x(), middle.y())
        return turned.rotate(self._good.turn).translate(-seen.width() / 2, -seen.height() / 2)


def paint(painter: QPainter, size: QSize, good: LastGood) -> None:
    """Paint the safe screen: the dusk of the first picture where it is kept, the event, and what to do, three times."""
    unit = min(size.width(), size.height()) / _COLUMNS
    whole = QRect(QPoint(0, 0), size)
    painter.fillRect(whole, QColor(inks.NIGHT))
    picture = QImage(str(poster.place(size)))
    if not picture.isNull():
        painter.drawImage(-poster.AROUND // 2, -poster.AROUND // 2, picture)
    is_wide = size.width() > size.height()
    panel = QRect(whole)
    if is_wide:
        panel.setWidth(round(size.width() * 0.56))
    else:
        panel.setTop(round(size.height() * 0.42))
    painter.fillRect(panel, QColor(inks.NIGHT))
    edge = round(8 * unit)
    code_side = round(36 * unit) if good.address else 0
    box = panel.adjusted(edge, edge, -edge, -edge)
    _Column(painter, unit, box, code_side).paint(good)


class _Column:
    """Lines of text from top to bottom, and the code under them."""

    def __init__(self, painter: QPainter, unit: float, box: QRect, code_side: int) -> None:
        self._painter, self._unit, self._box, self._code_side = painter, unit, box, code_side
        self._top = box.top()

    def paint(self, good: LastGood) -> None:
        """Paint what is known; names that are long are made smaller until they fit."""
        _, name = pick(good.name, LANGUAGES)
        _, place = pick(good.place, LANGUAGES)
        self._line(name or "Showcase", 8.5, 700, inks.PAPER, most=3)
        self._line(place, 3.5, 500, inks.MINT, most=2)
        self._top += round(4 * self._unit)
        for language in LANGUAGES:
            self._line(message("kioskstaff.safe_title", language), 4.5, 700, inks.GLOW, most=2)
            self._line(message("kioskstaff.safe_text", language), 3.5, 500, inks.PAPER, most=3)
            self._top += round(2 * self._unit)
        if good.address:
            self._code(good.address)

    def _line(self, text: str, units: float, weight: int, ink: str, *, most: int) -> None:
        if not text:
            return
        font, height, text = self._fitting(text, units, weight, most)
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        box = QRect(self._box.left(), self._top, self._box.width(), height)
        self._painter.drawText(box, _WRAPPED, text)
        self._top += height + round(self._unit)

    def _fitting(self, text: str, units: float, weight: int, most: int) -> tuple[QFont, int, str]:
        """Return the largest font in which a text takes so many lines, its height, and the text, shortened at worst."""
        size = round(units * self._unit)
        least = max(1, size // 2)
        while True:
            font = _font(size, weight)
            metrics = QFontMetrics(font)
            most_high = most * metrics.lineSpacing()
            height = self._height(metrics, text)
            if height <= most_high:
                return font, height, text
            if size <= least:
                break
            size = max(least, round(size * 0.9))
        words = text.split()
        while len(words) > 1 and self._height(metrics, f"{' '.join(words)}…") > most_high:
            words.pop()
        return font, most_high, f"{' '.join(words)}…"

    def _height(self, metrics: QFontMetrics, text: str) -> int:
        return metrics.boundingRect(QRect(0, 0, self._box.width(), 1 << 20), _WRAPPED, text).height()

    def _code(self, address: str) -> None:
        """Paint the code where the texts left room for it; a code that is too small to read is none."""
        room = min(self._code_side, self._box.bottom() - self._top)
        if room < 16 * self._unit:
            return
        image = symbol(address, room)
        top = self._box.bottom() - image.height()
        self._painter.drawImage(self._box.left(), top, image)
        left = image.width() + round(4 * self._unit)
        self._painter.setFont(_font(round(3 * self._unit), 500))
        self._painter.setPen(QColor(inks.MINT))
        beside = QRect(self._box.left() + left, top, self._box.width() - left, image.height())
        shown = address.partition("://")[2] or address
        self._painter.drawText(beside, Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignVCenter, shown)


def _font(size: int, weight: int) -> QFont:
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(max(1, size))
    return font


def run(file: Path) -> int:
    """Show the safe screen until staff want the kiosk back or the process is asked to end; return the exit code."""
    app = cast("QGuiApplication", QGuiApplication.instance() or QGuiApplication(["showcase"]))
    for weight in (500, 700):
        load_font(weight)
    screen = SafeScreen(recall(file))
    guard = Guard(lambda: None)
    app.installEventFilter(guard)
    screen.setCursor(Qt.CursorShape.BlankCursor)
    screen.again.connect(lambda: QCoreApplication.exit(RENEW))
    pulse = Pulse(screen, screen.painted, lambda: QCoreApplication.exit(0), lambda: False)
    signals = Signals(lambda: QCoreApplication.exit(0))
    signals.listen()
    screen.setGeometry(screen.screen().geometry())
    screen.showFullScreen()
    pulse.begin()
    try:
        return app.exec()
    finally:
        pulse.close()
        app.removeEventFilter(guard)
        guard.may_close = True
        screen.close()
        signals.close()
