"""Ctrl+C and SIGTERM while Qt waits: without this, Python's handlers run only at the next event of the window."""

import signal
from collections.abc import Callable
from functools import partial
from types import FrameType

from PySide6.QtCore import QObject


class Signals(QObject):
    """Calls `ended` on the GUI thread when the process is asked to end, from `listen` on.

    Python writes the number of a signal into a socket (signal.set_wakeup_fd) and Qt wakes up to read it; nothing is
    done inside the handler itself, which may interrupt any line of the program.
    """

    def __init__(self, ended: Callable[[], object]) -> None:
        super().__init__()
        self._ended = ended
        self._put_back: list[Callable[[], object]] = []

    def listen(self) -> None:
        """Hear the signals from now on."""
        import socket  # a window that is still to be painted does not wait for it

        from PySide6.QtCore import QSocketNotifier

        self._read, write = socket.socketpair()
        for end in (self._read, write):
            end.setblocking(False)
        notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)
        wakeup = signal.set_wakeup_fd(write.fileno(), warn_on_full_buffer=False)
        handlers = {number: signal.signal(number, _wake) for number in (signal.SIGINT, signal.SIGTERM)}
        self._put_back = [partial(signal.signal, number, handler) for number, handler in handlers.items()]
        self._put_back += [lambda: signal.set_wakeup_fd(wakeup), lambda: notifier.setEnabled(False)]
        self._put_back += [self._read.close, write.close]

    def close(self) -> None:
        """Give the signals back to who had them."""
        for put_back in self._put_back:
            put_back()
        self._put_back = []

    def _on_signal(self) -> None:
        if {signal.SIGINT, signal.SIGTERM} & set(self._read.recv(64)):
            self._ended()


def _wake(number: int, frame: FrameType | None) -> None:
    """Do nothing: that the signal came stands in the socket."""
    del number, frame
