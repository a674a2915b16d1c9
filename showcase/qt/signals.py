"""Ctrl+C and SIGTERM while Qt waits: without this, Python's handlers run only at the next event of the window."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


class Signals(QObject):
    """Calls `ended` on the GUI thread when the process is asked to end.

    Python writes the number of a signal into a socket (signal.set_wakeup_fd) and Qt wakes up to read it; nothing is
    done inside the handler itself, which may interrupt any line of the program.
    """

    def __init__(self, ended: Callable[[], object]) -> None:
        super().__init__()
        self._ended = ended
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_signal)
        self._wakeup = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, _wake) for number in (signal.SIGINT, signal.SIGTERM)}

    def close(self) -> None:
        """Give the signals back to who had them."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _on_signal(self) -> None:
        if {signal.SIGINT, signal.SIGTERM} & set(self._read.recv(64)):
            self._ended()


def _wake(number: int, frame: FrameType | None) -> None:
    """Do nothing: that the signal came stands in the socket."""
    del number, frame
