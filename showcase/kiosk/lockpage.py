"""The lock self-test on the staff page: asked off the GUI thread, the same lines as `showcase kiosk check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:  # the first picture does not wait for the questions, nor for who can answer them
    from showcase.kiosk.kiosk import Kiosk
    from showcase.kiosk.locks.finding import Finding

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LockPage(QObject):
    """What was found, in the language of the screen.

    Signals:
        changed: it was looked, or the language is another one.
    """

    changed = Signal()

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._found: list[Finding] = []
        self._is_looking = False
        kiosk.words_.changed.connect(self.changed)

    @Slot()
    def look(self) -> None:
        """Ask the machine, and say what it answered."""
        if not self._is_looking:
            self._is_looking = True
            self.changed.emit()
            self._kiosk.tasks.run(lambda _progress: _ask(), self._on_looked, quiet=True)

    def _on_looked(self, found: list[Finding]) -> None:
        self._found, self._is_looking = found, False
        self.changed.emit()

    def _all(self) -> list[Finding]:
        from showcase.kiosk.locks.checking import pin_finding

        return [*self._found, pin_finding(is_set=self._kiosk.setting_.has_pin)] if self._found else []

    def _get_lines(self) -> list[dict[str, Any]]:
        language = self._kiosk.words_.interface()
        return [
            {"state": str(one.state), "title": one.title(language), "says": one.sentence(language)}
            for one in self._all()
        ]

    def _get_says(self) -> str:
        from showcase.kiosk.locks.checking import level

        if not self._found:
            return self._kiosk.words_.say("kioskstaff.judging") if self._is_looking else ""
        return self._kiosk.words_.say(f"kiosklock.level_{level(self._found)}")

    def _get_open(self) -> int:
        from showcase.kiosk.locks.finding import State

        return sum(one.state is State.OPEN for one in self._all())

    lines = Property(list, _get_lines, notify=changed)
    """Every line as {state, title, says}; the state is locked, open or unknown."""
    says = Property(str, _get_says, notify=changed)
    open = Property(int, _get_open, notify=changed)
    looked = Property(bool, lambda self: bool(self._found), notify=changed)


def _ask() -> list[Finding]:
    from showcase.kiosk.locks.checking import check
    from showcase.kiosk.locks.machine import ThisMachine

    return check(ThisMachine())
