"""The way in for staff: five touches in a corner, the last one held, and a PIN that is judged off the GUI thread.

Inside they set the screen up, see what is locked, start the kiosk anew, or leave it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from showcase.kiosk.keeping import Keeping
    from showcase.qt.words import Words
    from showcase.visits.guarding import Answer

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

TOUCHES: Final = 5
WITHIN_S: Final = 3.0
HELD_S: Final = 1.0
"""Five touches within three seconds, the last held for one (kiosks that ask for less were opened by chance)."""
_PATIENCE_MS: Final = 30_000
"""Nobody leaves the pad open for the next visitor."""
_INSIDE_MS: Final = 240_000
"""Whoever measures a screen looks for a bank card first."""
VIEWS: Final = ("menu", "booth", "language", "screen", "height", "turn", "hours", "pin", "locks", "counts")
_MOST: Final = 20


@QmlElement
class Staff(QObject):
    """The pad and what it says, and the pages behind it.

    Signals:
        changed: it opened, closed, or says something else.
        entered: somebody who may is inside.
        gone: they have gone back to the visitors.
        leave: the kiosk is to end.
        renew: it is to be started anew.
    """

    changed = Signal()
    entered = Signal()
    gone = Signal()
    leave = Signal()
    renew = Signal()

    def __init__(
        self,
        keeping: Keeping,
        words: Words,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeping, self._words, self._clock = keeping, words, clock
        self._touches: list[float] = []
        self._down_at = 0.0
        self._is_asking = self._is_judging = False
        self._typed = ""
        self._answer: Answer | None = None
        self._view = ""
        self._is_first = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.cancel)
        words.changed.connect(self.changed)

    @Slot(bool)
    def corner(self, down: bool) -> None:
        """Hear a finger that is put on the corner, or taken off."""
        now = self._clock()
        if down:
            self._down_at = now
            self._touches = [*(at for at in self._touches if now - at <= WITHIN_S), now]
            return
        if len(self._touches) >= TOUCHES and now - self._down_at >= HELD_S:
            self._touches.clear()
            self._ask()

    @Slot(str)
    def press(self, digit: str) -> None:
        """Type a digit."""
        self._timer.start(_PATIENCE_MS)
        if not self._is_judging and len(self._typed) < _MOST:
            self._typed += digit
            self._answer = None
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        self._typed = self._typed[:-1]
        self._timer.start(_PATIENCE_MS)
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """Have what was typed judged."""
        if self._typed and not self._is_judging:
            self._is_judging = True
            self._timer.start(_PATIENCE_MS)
            self._keeping.attempt(self._typed, self._on_judged)
            self._typed = ""
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Put the pad and what is behind it away."""
        self._timer.stop()
        self._is_asking, self._typed, self._answer = False, "", None
        was_inside, self._view, self._is_first = self.is_inside, "", False
        self.changed.emit()
        if was_inside:
            self.gone.emit()

    def enter_first(self) -> None:
        """Nobody has set this station up: whoever started it is asked to, without a PIN, as there is none."""
        self._is_first = True
        self._come_in()

    def touched(self) -> None:
        """Somebody is still there."""
        if self._view:
            self._timer.start(_INSIDE_MS)

    @property
    def is_inside(self) -> bool:
        """Whether staff are at the screen."""
        return bool(self._view)

    @Slot(str)
    def show(self, view: str) -> None:
        """Show one of VIEWS; only from inside."""
        if self._view and view in VIEWS:
            self._view = view
            self.changed.emit()

    @Slot()
    def quit(self) -> None:
        """End the kiosk; only from inside."""
        if self._view:
            self.leave.emit()

    @Slot()
    def restart(self) -> None:
        """Have the kiosk started anew; only from inside."""
        if self._view:
            self.renew.emit()

    def _come_in(self) -> None:
        self._view = VIEWS[0]
        self._timer.start(_INSIDE_MS)
        self.changed.emit()
        self.entered.emit()

    def _ask(self) -> None:
        if self._view:
            return
        self._is_asking, self._typed, self._answer = True, "", None
        self._timer.start(_PATIENCE_MS)
        self.changed.emit()

    def _on_judged(self, answer: Answer | None) -> None:
        self._is_judging = False
        if answer is not None and answer.verdict in {"open", "recovered"}:
            self.cancel()
            self._come_in()
            return
        self._answer = answer
        self.changed.emit()

    def _get_says(self) -> str:
        answer = self._answer
        if answer is None:
            return self._words.say("kioskstaff.judging") if self._is_judging else ""
        if answer.wait_s > 0:
            return self._words.say("kioskstaff.locked", n=max(1, round(answer.wait_s / 60)))
        if answer.verdict == "none_set":
            return self._words.say("kioskstaff.none_set")
        return self._words.say("kioskstaff.wrong", n=answer.tries_left)

    asking = Property(bool, lambda self: self._is_asking, notify=changed)
    judging = Property(bool, lambda self: self._is_judging, notify=changed)
    digits = Property(int, lambda self: len(self._typed), notify=changed)
    says = Property(str, _get_says, notify=changed)
    view = Property(str, lambda self: self._view, notify=changed)
    """What is shown inside, one of VIEWS; "" where nobody is."""
    first = Property(bool, lambda self: self._is_first, notify=changed)
