"""Reads a scanner at a serial port on a thread of its own; what is busy, unplugged or refused is tried again."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from showcase.leads.bytewedge import ByteWedge
from showcase.scanner.ports import Choice, State, find_device, list_ports, state_of

if TYPE_CHECKING:
    from showcase.leads.wedge import Reading, WedgeSetup

try:
    import termios

    _FAILURES: tuple[type[Exception], ...] = (OSError, termios.error)
except ImportError:  # Windows knows OSError alone
    _FAILURES = (OSError,)

_AGAIN_S: Final = 1.0
"""Seconds until a port is tried again."""
_TURN_S: Final = 0.05
"""Seconds a read waits for a byte: after so long the thread looks whether it shall end."""
_MOST: Final = 4096
"""Bytes of one read."""
_WAITING: Final = 8
"""Codes that wait to be judged; with more the port itself waits, and nothing grows."""
_PATIENCE_S: Final = 2.0


class SerialReader(QObject):
    """A port, read until another is chosen.

    Signals:
        read: a Reading, on the thread of the window; the next one after `go_on`.
        state_changed: `state` is another.
    """

    read = Signal(object)
    state_changed = Signal()
    _arrived = Signal()
    _told = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: State = "off"
        self._listener: _Listener | None = None
        self._setup: WedgeSetup | None = None
        self._is_judging = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def choose(self, choice: Choice | None) -> None:
        """Read this port, or none; what the one before still does is not waited for."""
        before, self._listener = self._listener, None
        if before is not None:
            before.stopping.set()
        self._set("opening" if choice is not None else "off")
        if choice is not None:
            self._listener = _Listener(choice, self._setup, before, arrived=self._arrived.emit, told=self._told.emit)
            self._listener.start()

    def use(self, setup: WedgeSetup) -> None:
        """Take what the scanner puts before and behind each code."""
        self._setup = setup
        if self._listener is not None:
            self._listener.setups.put(setup)

    def close(self) -> None:
        """Read nothing any more; the port is free when this returns, unless the system itself hangs on it."""
        listener = self._listener
        self.choose(None)
        if listener is not None:
            listener.join(_PATIENCE_S)

    def go_on(self) -> None:
        """Hear that what was read last is judged: the next comes."""
        self._is_judging = False
        self._arrived.emit()

    @Slot()
    def _on_arrived(self) -> None:
        if self._listener is None or self._is_judging:
            return
        try:
            reading = self._listener.readings.get_nowait()
        except queue.Empty:
            return
        self._is_judging = True
        self.read.emit(reading)

    @Slot(object, str)
    def _on_told(self, listener: object, state: State) -> None:
        if listener is self._listener:
            self._set(state)

    def _set(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()


class _Listener(threading.Thread):
    """The thread of one choice; it ends soon after `stopping` is set.

    Args:
        choice: which port.
        setup: what the scanner puts before and behind each code.
        before: the thread of the choice before, which may still hold the same port.
        arrived: called when a reading was put into `readings`.
        told: called with this thread and what has become of the port.
    """

    def __init__(
        self,
        choice: Choice,
        setup: WedgeSetup | None,
        before: _Listener | None,
        *,
        arrived: Callable[[], object],
        told: Callable[[object, str], object],
    ) -> None:
        super().__init__(name="showcase-serial", daemon=True)
        self.stopping = threading.Event()
        self.readings: queue.Queue[Reading] = queue.Queue(_WAITING)
        self.setups: queue.SimpleQueue[WedgeSetup] = queue.SimpleQueue()
        self._choice = choice
        self._before = before
        self._wedge = ByteWedge(setup)
        self._arrived = arrived
        self._told = told

    def run(self) -> None:
        """Open the port and read it, again and again."""
        if self._before is not None:
            self._before.join(_PATIENCE_S)
            self._before = None
        while not self.stopping.is_set():
            try:
                self._read_port()
            except _FAILURES as error:
                self._tell(state_of(error))
            self._wedge.reset()
            self.stopping.wait(_AGAIN_S)

    def _read_port(self) -> None:
        import serial  # where no port is chosen it is never loaded

        device = find_device(self._choice, list_ports())
        if device is None:
            self._tell("gone")
            return
        with serial.Serial(device, self._choice.rate, timeout=_TURN_S, exclusive=True) as port:
            self._tell("open")
            while not self.stopping.is_set():
                data = port.read(1)
                if data and (more := port.in_waiting):
                    data += port.read(min(more, _MOST))
                self._take(data)

    def _take(self, data: bytes) -> None:
        while not self.setups.empty():
            self._wedge.use(self.setups.get())
        now = time.monotonic()
        last = None if data else self._wedge.wait(now)
        for reading in self._wedge.feed(data, now) if data else [last] if last else []:
            self._deliver(reading)

    def _deliver(self, reading: Reading) -> None:
        """Hand a code over; where the window is behind, wait for it."""
        while not self.stopping.is_set():
            try:
                self.readings.put(reading, timeout=_TURN_S)
            except queue.Full:
                continue
            self._arrived()
            return

    def _tell(self, state: State) -> None:
        if not self.stopping.is_set():
            self._told(self, state)
