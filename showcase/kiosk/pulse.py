"""The kiosk's side of being looked after: it says from its GUI thread that it lives and how much it has painted."""

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, SignalInstance, Slot

from showcase.kiosk.beats import BEAT, RENEW

_EVERY_MS: Final = 2_000
LIFE_S: Final = 24 * 3600.0
MEMORY: Final = 1536 * 1024 * 1024
_SETTLED_S: Final = 3600.0
"""A kiosk that is too large already when it starts is not started over and over."""


class Window(Protocol):
    """What is painted: a window of Qt Quick, or a plain one."""

    def isExposed(self) -> bool:  # noqa: N802, D102 - Qt's name
        ...

    def update(self) -> None:  # noqa: D102 - Qt's name
        ...


class Pulse(QObject):
    """Beats until the process ends.

    Args:
        window: that is painted.
        painted: its signal that a picture is on the screen.
        leave: ends the program, when nobody listens any more.
        calm: tells whether nobody would notice another start now.
        clock: seconds that only ever grow.
        out: file descriptor of who listens.
    """

    def __init__(
        self,
        window: Window,
        painted: SignalInstance,
        leave: Callable[[], object],
        calm: Callable[[], bool],
        *,
        clock: Callable[[], float] = time.monotonic,
        out: int = 1,
    ) -> None:
        super().__init__()
        self._window, self._signal, self._leave, self._calm = window, painted, leave, calm
        self._clock, self._out = clock, out
        self._born = clock()
        self._painted = 0
        self._is_counting = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.beat)

    def begin(self) -> None:
        """Beat from now on. Who looks after us can have written down where each thread is, without what is in it."""
        if sys.platform != "win32" and sys.__stderr__ is not None:
            faulthandler.register(signal.SIGUSR1, file=sys.__stderr__, all_threads=True)
        self._timer.start()
        self.beat()

    def close(self) -> None:
        """Beat no more."""
        self._timer.stop()
        if sys.platform != "win32":
            faulthandler.unregister(signal.SIGUSR1)

    @Slot()
    def beat(self) -> None:
        """Say that the GUI thread runs, and ask for a picture, so that a page that does not move is no failure."""
        due = self._window.isExposed()
        try:
            os.write(self._out, f"{BEAT} {self._painted} {due:d}\n".encode())
        except OSError:
            self._leave()
            return
        if self._calm() and self._is_worn():
            QCoreApplication.exit(RENEW)
        # One picture for each beat is counted: Python is not called for every one of an animation.
        if not self._is_counting:
            self._is_counting = True
            self._signal.connect(self._on_painted, Qt.ConnectionType.SingleShotConnection)
        if due:
            self._window.update()

    @Slot()
    def _on_painted(self) -> None:
        self._is_counting = False
        self._painted += 1

    def _is_worn(self) -> bool:
        life = self._clock() - self._born
        return life > LIFE_S or (life > _SETTLED_S and memory() > MEMORY)


def memory() -> int:
    """Return the bytes this process holds in memory, 0 where the system does not tell."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return _most_memory() if sys.platform == "darwin" else 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _most_memory() -> int:
    """Return the most bytes this process ever held: macOS tells no more without a library."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _windows_memory() -> int:
    """Return WorkingSetSize of PROCESS_MEMORY_COUNTERS (psapi.h)."""
    import ctypes

    counters = (ctypes.c_size_t * 9)()  # two words of 32 bits stand where the first of these stands
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - it is there on Windows alone
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    found = kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), ctypes.sizeof(counters))
    return int(counters[2]) if found else 0
