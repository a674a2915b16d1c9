"""A process that looks after another one, for the tests that let the other one die."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PATIENCE_S: Final = 60.0


@contextmanager
def supervised(
    kiosk: Sequence[str], safe: Sequence[str], rules: str = "", **environment: str
) -> Iterator[subprocess.Popen[str]]:
    """Have a supervisor run in a process of its own, with rules of the test, and end it."""
    program = f"""
import logging, signal
from showcase.kiosk.supervising import Rules, Supervisor
def stop(number, frame):
    raise KeyboardInterrupt
signal.signal(signal.SIGTERM, stop)
logging.basicConfig()
raise SystemExit(Supervisor({kiosk!r}, {safe!r}, Rules(longest_wait_s=0.1, {rules})).run())
"""
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE_S)
            process.kill()


def comes(ready: Callable[[], bool]) -> bool:
    """Wait until something is so; return whether it is."""
    until = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def lives(pid: int) -> bool:
    """Tell whether a process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def children(pid: int) -> list[int]:
    """Return the processes that a process started and that are there, on Linux."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
