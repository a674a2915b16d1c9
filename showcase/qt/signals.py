"""Ctrl+C and SIGTERM while Qt waits: without this, Python's handlers run only at the next event of the window."""

import signal
from collections.abc import Callable
from functools import partial
from types import FrameType

from PySide6.QtCore import QObject


class Signals(QObject):
    """Calls `ended` on the GUI thread when the process is asked to end.

    A signal is noted from the start and answered from `listen` on: Python writes its number into a socket
    (signal.set_wakeup_fd) and Qt wakes up to read it. Nothing is done inside the handler itself: it may interrupt any
    line of the program.
    """

    def __init__(self, ended: Callable[[], object]) -> None:
        super().__init__()
        self._ended = ended
        self._asked = False
        handlers = {number: signal.signal(number, self._note) for number in (signal.SIGINT, signal.SIGTERM)}
        self._put_back: list[Callable[[], object]] = [
            partial(signal.signal, number, handler) for number, handler in handlers.items()
        ]

    def listen(self) -> None:
        """Answer the signals from now on, and one that came already."""
        import socket  # a window that is still to be painted does not wait for it

        from PySide6.QtCore import QSocketNotifier

        self._read, write = socket.socketpair()
        for end in (self._read, write):
            end.setblocking(False)
        notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)
        wakeup = signal.set_wakeup_fd(write.fileno(), warn_on_full_buffer=False)
        self._put_back += [lambda: signal.set_wakeup_fd(wakeup), lambda: notifier.setEnabled(False)]
        self._put_back += [self._read.close, write.close]
        if self._asked:
            self._ended()

    def close(self) -> None:
        """Give the signals back to who had them."""
        for put_back in self._put_back:
            put_back()
        self._put_back = []

    def _on_signal(self) -> None:
        self._read.recv(64)
        if self._asked:
            self._ended()

    def _note(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._asked = True
