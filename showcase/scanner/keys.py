"""Every key of the window, heard before anybody else: a scanner that types is told from somebody who does.

What a scanner types reaches neither a button nor a field. The first keys of a code may get into a field before they
are known for what they are; they are taken out again. Keys that somebody types alone are passed on.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import Q_ARG, QEvent, QMetaObject, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtQuick import QQuickItem, QQuickWindow

from showcase.leads.wedge import Reading, Wedge, WedgeSetup

HOLD_MS: Final = 90
"""So long a key waits for another before it counts as one that somebody typed."""
_FAST_S: Final = 0.06
_HAND_S: Final = 0.12
"""A pause that no scanner makes among its first keys, and a hand before it reaches for one."""
_MACHINE: Final = 5
"""Keys so near to each other that no hand typed them."""
_TURN_MS: Final = 30
"""Time for the keys that wait behind a busy moment of the window to be heard."""
_AFTER_S: Final = 0.12
"""A second Enter so soon behind a code belongs to it."""
_ENDS: Final = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_COMMAND: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Keys(QObject):
    """Filters the keys of a window.

    Signals:
        read: a Reading of a scanner.
        struck: a character that somebody typed outside of fields.
    """

    read = Signal(object)
    struck = Signal(str)

    def __init__(
        self,
        window: QQuickWindow,
        setup: WedgeSetup | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._wedge = Wedge(setup)
        self._clock = clock
        self._now = clock()
        self._stamp = 0
        self._at = 0.0
        self._last_read = -1.0
        self._fast = 0
        self._held = ""
        self._field: QQuickItem | None = None
        self._before = ("", 0)
        self._swallowed = ""
        self._due = _timer(self, self._on_due)
        self._is_last_look = False
        self._hold = _timer(self, self._on_held)
        self._hold.setInterval(HOLD_MS)

    @Slot(object)
    def use(self, setup: WedgeSetup) -> None:
        """Take another set-up of the scanner."""
        self._wedge.use(setup)

    def close(self) -> None:
        """Hear nothing any more."""
        self._due.stop()
        self._hold.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what a scanner types."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            return self._take(cast("QKeyEvent", event))
        if kind == QEvent.Type.InputMethod and (text := cast("QInputMethodEvent", event).commitString()):
            return self._type(text)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & _COMMAND
        if held and held != _ALT_GR:
            return False
        self._pass_time(event.timestamp())
        key = Qt.Key(event.key())
        if key in _ENDS:
            return self._end(_ENDS[key])
        if key == Qt.Key.Key_Backspace:
            self._hear("\b")
            return self._fast >= _MACHINE
        text = event.text()
        return bool(text) and text.isprintable() and self._type(text)

    def _pass_time(self, stamp: int) -> None:
        """Let the keys' own time pass: the moment a key was pressed counts, not the one it was heard at."""
        now = self._clock()
        gap = now - self._now
        if stamp and self._stamp:
            gap = min(gap, max(0, stamp - self._stamp) / 1000)
        self._now, self._stamp = now, stamp
        self._at += gap
        if gap > _HAND_S and self._fast < _MACHINE:
            self._wedge.reset()  # what was typed by hand a moment ago is no part of the code that begins now
        if self._wedge.due() is None or gap > _FAST_S:
            self._give_back()
            self._fast = 0
            self._field = self._typed_into()
            if self._field is not None:
                self._before = (str(self._field.property("text")), int(self._field.property("cursorPosition")))

    def _type(self, text: str) -> bool:
        """Take characters; return whether nobody else shall hear them."""
        self._fast += len(text)
        self._hold.stop()
        heard = self._hear(text)
        if heard:
            return True
        if self._field is not None:
            if self._fast > _MACHINE:
                self._swallowed += text
                return True
            return False
        if text == " " and self._fast == 1:
            return False  # presses the button that has the focus
        if self._fast == 1:
            self._held = text
            self._hold.start()
        return True

    def _end(self, text: str) -> bool:
        self._hold.stop()
        if self._hear(text) or self._fast > _MACHINE:
            self._give_back()
            self._fast = 0
            return True
        return self._last_read >= 0 and self._at - self._last_read < _AFTER_S

    def _hear(self, text: str) -> bool:
        reading = self._wedge.press(text, self._at)
        due = self._wedge.due()
        self._is_last_look = False
        if due is None:
            self._due.stop()
        else:
            self._due.start(max(1, round((due - self._at) * 1000) + 2))
        return self._tell(reading)

    def _tell(self, reading: Reading | None) -> bool:
        if reading is None:
            return False
        self._last_read = self._at
        self._fast = 0
        self._swallowed = ""
        if self._field is not None:
            self._field.setProperty("text", self._before[0])
            self._field.setProperty("cursorPosition", self._before[1])
            self._field = None
        self.read.emit(reading)
        return True

    @Slot()
    def _on_due(self) -> None:
        """No Enter came; but where the window was busy, keys may have come that it has not heard yet."""
        due = self._wedge.due()
        if due is None:
            return
        if not self._is_last_look:
            self._is_last_look = True
            self._due.start(_TURN_MS)
            return
        self._at = max(self._at, due + 0.001)
        self._now = self._clock()
        if not self._tell(self._wedge.wait(self._at)):
            self._give_back()
            self._fast = 0

    @Slot()
    def _on_held(self) -> None:
        held, self._held = self._held, ""
        if held:
            self.struck.emit(held.lower())

    def _give_back(self) -> None:
        """Let a field have what looked like a scanner's and was none."""
        text, self._swallowed = self._swallowed, ""
        if text and self._field is not None:
            at = int(self._field.property("cursorPosition"))
            QMetaObject.invokeMethod(self._field, "insert", Q_ARG(int, at), Q_ARG(str, text))

    def _typed_into(self) -> QQuickItem | None:
        # Asked for by the window's own method, Python would hold on to each field, and with it to pages that are gone.
        item: QQuickItem | None = self._window.property("activeFocusItem")
        is_field = item is not None and (item.inherits("QQuickTextInput") or item.inherits("QQuickTextEdit"))
        return item if is_field else None


def _timer(parent: QObject, fired: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(fired)
    return timer
