"""Touches and keys by chance, as a hall full of children: the kiosk never leaves the screen and always shows a page.

Run as a program, `monkey.py EVENT STEPS SEED [CONTROL]`, it plays in its own process and prints what came of it. With
a control there is a button over the page that no kiosk should have, and the monkey has to find it.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.catalogue.queries import get_event
from showcase.kiosk.keeping import NAME
from showcase.kiosk.pages import PAGES
from showcase.visits.guarding import set_pin
from showcase.visits.station import open_station, station_file
from tests.benchmarks.racing import Bar
from tests.torture.stage import PIN, Complaints, Stage, played, say

STEPS: Final = 20_000
QUICK: Final = 1_500
_PICTURE_EVERY: Final = 100
_PATIENCE_S: Final = 5.0
_LEFT: Final = Qt.MouseButton.LeftButton
_NONE: Final = Qt.KeyboardModifier.NoModifier
_HELD: Final = (
    _NONE,
    _NONE,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
_TEXTS: Final = ("", "", "a", "ệ", "\t", "\x16", "\x00", "\u202e", "e\u0301", "城", "🏮")
"""What a key may say it types: a keyboard that is plugged in can say anything."""
CONTROLS: Final = {"closes": "Qt.exit(0)", "shrinks": "Window.window.showNormal()", "hides": "Window.window.hide()"}
"""What a button does that no kiosk should have."""


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of the monkey, and of the controls that it has to find."""
    steps = QUICK if quick else STEPS
    told = played("monkey", steps, 1)
    note = f"{steps:,} touches and keys, {len(told['pages'])} of {len(PAGES) + 1} pages, {told['visits']} visits"
    yield Bar("kiosk monkey: faults", len(told["faults"]), 0, at_most=True, note=note)
    for fault in told["faults"][:10]:
        sys.stderr.write(f"{fault}\n")
    for control in CONTROLS:
        found = played("monkey", QUICK, 1, control)["faults"]
        yield Bar(f"kiosk monkey: a button that {control} is found", bool(found), 1, note=found[0] if found else "")


class Monkey:
    """A hand that knows nothing.

    Args:
        stage: what it plays with.
        seed: of its chance.
        complaints: where it writes what should not be.
    """

    def __init__(self, stage: Stage, seed: int, complaints: Complaints) -> None:
        self.stage = stage
        self.window = stage.window
        self.complaints = complaints
        self.steps = 0
        self.pages: set[str] = set()
        self.visits = 0
        self._chance = random.Random(seed)
        self._finger = QTest.createTouchDevice()
        self._screen = stage.window.screen().geometry()
        stage.kiosk.forgotten.connect(self._on_forgotten)
        keys = [key for key in Qt.Key if key not in {Qt.Key.Key_unknown, Qt.Key.Key_Any}]
        self._keys = sorted(keys, key=lambda key: key.value)
        self._deeds: dict[Callable[[], None], int] = {
            self._tap: 400,
            self._reach: 240,
            self._key: 120,
            self._type: 100,
            self._swipe: 50,
            self._fingers: 40,
            self._odd: 40,
            self._wait: 10,
            self._corner: 2,
        }

    def step(self) -> None:
        """Do something, then look."""
        (deed,) = self._chance.choices(list(self._deeds), list(self._deeds.values()))
        deed()
        self.steps += 1
        self.stage.clock.seconds += self._chance.expovariate(2)
        self.stage.turn()
        self.look(deed.__name__)

    def look(self, deed: str) -> None:
        """Note what should not be: a window that does not fill the screen, a page that is not the one of the visit."""
        window = self.window
        state = window.windowStates()
        if not (window.isVisible() and state & Qt.WindowState.WindowFullScreen) or window.geometry() != self._screen:
            self.complaints.note(f"step {self.steps}, {deed}: left the screen, {state}, {window.geometry()}")
        awaited, shown = self.stage.awaited(), self.stage.shown()
        self.pages.add(awaited)
        if awaited not in shown:
            self.complaints.note(f"step {self.steps}, {deed}: {awaited} should be shown and is not, only {shown}")
        if self.steps % _PICTURE_EVERY == 0:
            self._look_at_picture()

    def _look_at_picture(self) -> None:
        """A page that stands there and is not painted is none; one that is on its way may take a moment."""
        until = time.monotonic() + _PATIENCE_S
        while self._is_empty():
            self.stage.rest()
            if time.monotonic() > until:
                self.complaints.note(f"step {self.steps}: {self.stage.awaited()} is an empty screen")
                return

    def _is_empty(self) -> bool:
        picture = self.window.grabWindow().scaled(24, 24)
        return len({picture.pixel(x, y) for x in range(24) for y in range(24)}) < 4

    def _on_forgotten(self) -> None:
        self.visits += 1

    def _point(self) -> QPoint:
        return QPoint(self._chance.randrange(self._screen.width()), self._chance.randrange(self._screen.height()))

    def _tap(self) -> None:
        QTest.mouseClick(self.window, _LEFT, _NONE, self._point())

    def _reach(self) -> None:
        """Touch something that can be touched, as a hand does that follows the eye."""
        found = list(_targets(self.window.contentItem()))
        if found:
            item = self._chance.choice(found)
            at = item.mapToScene(item.boundingRect().center()).toPoint()
            QTest.mouseClick(self.window, _LEFT, _NONE, at)

    def _key(self) -> None:
        key, held = self._chance.choice(self._keys), self._chance.choice(_HELD)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.window, QKeyEvent(kind, key, held, self._chance.choice(_TEXTS)))

    def _type(self) -> None:
        moving = (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
        letters = [Qt.Key(code) for code in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)]
        QTest.keyClick(self.window, self._chance.choice((*moving, *letters)))

    def _swipe(self) -> None:
        QTest.mousePress(self.window, _LEFT, _NONE, self._point())
        for _ in range(self._chance.randrange(6)):
            QTest.mouseMove(self.window, self._point())
        QTest.mouseRelease(self.window, _LEFT, _NONE, self._point())

    def _fingers(self) -> None:
        """Put one to three fingers on the screen, move them, take them off."""
        number = self._chance.randint(1, 3)
        for act in ("press", "move", "move", "release"):
            touch = QTest.touchEvent(self.window, self._finger, False)
            for finger in range(number):
                getattr(touch, act)(finger, self._point(), self.window)
            touch.commit()

    def _odd(self) -> None:
        """Do what a mouse and a window manager can, and a finger cannot."""
        match self._chance.randrange(5):
            case 0:
                QTest.mouseClick(self.window, Qt.MouseButton.RightButton, _NONE, self._point())
            case 1:
                QTest.mouseClick(self.window, Qt.MouseButton.MiddleButton, _NONE, self._point())
            case 2:
                QTest.mouseDClick(self.window, _LEFT, _NONE, self._point())
            case 3:
                QTest.wheelEvent(self.window, self._point(), QPoint(0, self._chance.choice((-480, -120, 120, 480))))
            case _:
                self.window.close()

    def _wait(self) -> None:
        """Go away for a while: the screen warns, or forgets."""
        self.stage.clock.seconds += self._chance.choice((30.0, 65.0, 95.0, 125.0, 150.0))
        self.stage.kiosk.tick()

    def _corner(self) -> None:
        """Do what opens the pad for staff."""
        at = QPoint(self._screen.width() - 20, 20)
        for _ in range(4):
            QTest.mouseClick(self.window, _LEFT, _NONE, at)
        QTest.mousePress(self.window, _LEFT, _NONE, at)
        self.stage.clock.seconds += 1.5
        QTest.mouseRelease(self.window, _LEFT, _NONE, at)


def _targets(root: QQuickItem) -> Iterator[QQuickItem]:
    if root.isVisible() and root.isEnabled():
        if root.inherits("QQuickAbstractButton"):
            yield root
        for child in root.childItems():
            yield from _targets(child)


def _lock(event: Path) -> None:
    """Give the station a PIN, so that the pad judges what the monkey types."""
    app = open_app(event, read_only=True)
    with app.reading() as session:
        number = get_event(session).id
    app.close()
    station = open_station(station_file(number, NAME))
    set_pin(station, PIN)
    station.close()


def _add_button(stage: Stage, deed: str) -> QQuickItem:
    """Put a button over the page that does what no kiosk should do."""
    component = QQmlComponent(stage.running.engine)
    source = f"import QtQuick\nimport QtQuick.Window\nMouseArea {{ width: 120; height: 120; onClicked: {deed} }}"
    component.setData(source.encode(), QUrl())
    button = component.create()
    assert isinstance(button, QQuickItem), component.errorString()
    button.setParentItem(stage.window.contentItem())
    button.setPosition(QPoint(200, 300).toPointF())
    return button


def main(event: Path, steps: int, seed: int, control: str = "") -> None:
    """Play, and print what came of it."""
    complaints = Complaints()
    _lock(event)
    stage = Stage(event, complaints)
    complaints.listen()
    stage.kiosk.staff_.leave.connect(stage.running.leave)
    monkey = Monkey(stage, seed, complaints)
    button = _add_button(stage, CONTROLS[control]) if control else None
    timer = QTimer()
    timer.setInterval(0)

    def play() -> None:
        if monkey.steps < steps and not (control and complaints.lines):
            monkey.step()
        else:
            stage.app.exit(1)

    timer.timeout.connect(play)
    stage.running.show()
    stage.rest()
    timer.start()
    if stage.app.exec() != 1:
        complaints.note(f"step {monkey.steps}: the program ended")
    del button
    say({"faults": complaints.lines, "pages": sorted(monkey.pages), "visits": monkey.visits, "steps": monkey.steps})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
