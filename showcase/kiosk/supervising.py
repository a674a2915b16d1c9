"""Looks after the kiosk from another process: one that has died, hangs or paints no more is started anew.

The kiosk says on its standard output that it lives: `beat PAINTED DUE`, the number of pictures so far and whether the
screen could show one. A kiosk that keeps failing is not started for ever: a screen that cannot fail takes its place,
and the kiosk is tried once more later on.
Nothing here needs Qt, so that nothing of Qt can take this process down.
"""

import logging
import math
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import IO, Final

from showcase.kiosk.beats import BEAT, RENEW
from showcase.kiosk.notifying import Notifier

_LOOK_S: Final = 1.0
_MOMENT_S: Final = 3.0
_MOST_DOUBLED: Final = 10
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rules:
    """When a child counts as failed, and how often it may.

    Args:
        first_beat_s: how long it may take until it is there; a machine that has just been switched on is slow.
        beat_s: how long it may be silent after that.
        frame_s: how long it may paint nothing while it should.
        most_restarts: after as many within `within_s` the safe screen stands in for it.
        within_s: see there.
        longest_wait_s: waits before a restart double from one second up to this.
        retry_s: how long the safe screen stands before the kiosk is tried again; it doubles while that fails.
        longest_retry_s: up to this.
        dump_s: how long it may write down where it hangs.
        end_s: how long it may take to end when it is asked to.
    """

    first_beat_s: float = 60.0
    beat_s: float = 20.0
    frame_s: float = 60.0
    most_restarts: int = 3
    within_s: float = 600.0
    longest_wait_s: float = 60.0
    retry_s: float = 600.0
    longest_retry_s: float = 3600.0
    dump_s: float = 1.0
    end_s: float = 10.0


class Ended(Enum):
    """How a child came to its end."""

    LEFT = "left"
    RENEW = "renew"
    FAILED = "failed"
    STOOD_IN = "stood in"
    """It was the safe screen, and has stood for as long as it was to."""


class Supervisor:
    """Keeps a screen standing.

    Args:
        kiosk: command of the kiosk.
        safe: command of the screen that stands in for it.
        rules: see there.
        notifier: tells systemd, where that started us.
    """

    def __init__(
        self,
        kiosk: Sequence[str],
        safe: Sequence[str],
        rules: Rules | None = None,
        notifier: Notifier | None = None,
    ) -> None:
        self._kiosk, self._safe = kiosk, safe
        self._rules = rules or Rules()
        self._notifier = notifier or Notifier()
        self._failures: list[float] = []
        self._is_safe = False
        self._retry_s, self._retry_at = self._rules.retry_s, math.inf

    def run(self) -> int:
        """Keep it standing until staff leave it or this process is asked to end; return the exit code."""
        try:
            while True:
                match self._watch(self._safe if self._is_safe else self._kiosk):
                    case Ended.LEFT:
                        return 0
                    case Ended.RENEW:
                        self._try_again(failures=0)
                    case Ended.STOOD_IN:
                        # It has one chance: the next failure soon after brings the safe screen back at once.
                        self._try_again(failures=self._rules.most_restarts)
                    case Ended.FAILED:
                        self._wait(self._after_failure(time.monotonic()))
        except KeyboardInterrupt:  # Ctrl+C, and SIGTERM as the command line hears it
            return 0
        finally:
            self._notifier.stopping()

    def _try_again(self, *, failures: int) -> None:
        """Have the kiosk started next, as one that has failed so often."""
        self._is_safe, self._retry_at = False, math.inf
        self._failures = [time.monotonic()] * failures

    def _after_failure(self, now: float) -> float:
        """Note a failure, and return how long to wait before the next start."""
        rules = self._rules
        recent = [at for at in self._failures if now - at <= rules.within_s]
        if not recent and not self._is_safe:
            self._retry_s = rules.retry_s
        self._failures = [*recent, now]
        number = len(self._failures)
        if number > rules.most_restarts and not self._is_safe:
            _log.error("The kiosk failed %d times: the safe screen stands in for %d s", number, self._retry_s)
            self._is_safe, self._retry_at = True, now + self._retry_s
            self._retry_s = min(2 * self._retry_s, rules.longest_retry_s)
            return 0.0
        return float(min(rules.longest_wait_s, 2 ** min(number - 1, _MOST_DOUBLED)))

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._notifier.alive()
            time.sleep(min(left, _LOOK_S))

    def _watch(self, command: Sequence[str]) -> Ended:
        """Start a child and stay until it has ended, by itself or by force."""
        try:
            child = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment())  # noqa: S603 - our own program
        except OSError as reason:  # no memory, or the program is just being replaced by a newer one
            _log.error("The kiosk cannot be started (%s)", reason)
            return Ended.FAILED
        try:
            return _Watch(child, self._rules, self._notifier, self._retry_at).until_it_ends()
        finally:
            _end(child, self._rules.end_s)


class _Watch:
    """One child, while it lives."""

    def __init__(self, child: subprocess.Popen[bytes], rules: Rules, notifier: Notifier, until: float) -> None:
        self._child, self._rules, self._notifier, self._until = child, rules, notifier, until
        self._said: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._heard_at = self._painted_at = time.monotonic()
        self._painted = -1
        self._has_beaten = False

    def until_it_ends(self) -> Ended:
        """Listen, and end it when it says too little."""
        assert self._child.stdout is not None
        listening = threading.Thread(target=_listen, args=(self._child.stdout, self._said), daemon=True)
        listening.start()
        while self._hear():
            self._notifier.alive()
            now = time.monotonic()
            if now >= self._until:
                return Ended.STOOD_IN
            if wrong := self._wrong(now):
                _log.error("The kiosk %s: it is ended and started anew", wrong)
                _dump(self._child, self._rules.dump_s)
                self._child.kill()
                self._child.wait()
                return Ended.FAILED
        try:
            code = self._child.wait(self._rules.end_s)
        except subprocess.TimeoutExpired:
            # It speaks no more and does not end: whoever looks after it cannot see what it does.
            _log.error("The kiosk closed its output and stays: it is ended and started anew")
            self._child.kill()
            return Ended.FAILED
        if code == 0:
            return Ended.LEFT
        if code == RENEW:
            return Ended.RENEW
        _log.error("The kiosk ended with %d: it is started anew", code)
        return Ended.FAILED

    def _hear(self) -> bool:
        """Take one line, if there is one soon; False when there will be no more."""
        try:
            line = self._said.get(timeout=_LOOK_S)
        except queue.Empty:
            return True
        if line is None:
            return False
        match line.split():
            case [word, painted, due] if word == BEAT.encode() and painted.isdigit():
                self._take(int(painted), due=due == b"1")
        return True

    def _take(self, painted: int, *, due: bool) -> None:
        now = self._heard_at = time.monotonic()
        if painted != self._painted or not due:
            self._painted, self._painted_at = painted, now
        if not self._has_beaten:
            self._has_beaten = True
            self._notifier.ready()

    def _wrong(self, now: float) -> str:
        rules = self._rules
        if now - self._heard_at > (rules.beat_s if self._has_beaten else rules.first_beat_s):
            return "is silent"
        if self._has_beaten and now - self._painted_at > rules.frame_s:
            return "paints no more"
        return ""


def command(words: Sequence[str]) -> list[str]:
    """Return the command that runs this very program with other words."""
    return [sys.executable, "-m", "showcase", *words]


def environment() -> dict[str, str]:
    """Return what a child is to know: where this program lies, and nothing of systemd's, which listens to us alone."""
    home = str(Path(__file__).resolve().parents[2])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    hidden = {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}
    known = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**known, "PYTHONPATH": os.pathsep.join(paths)}


def _listen(stream: IO[bytes], said: "queue.SimpleQueue[bytes | None]") -> None:
    with stream:
        for line in stream:
            said.put(line)
    said.put(None)


def _dump(child: subprocess.Popen[bytes], patience_s: float) -> None:
    """Have a child write to its standard error where each of its threads is; Windows has no way to ask for it."""
    if sys.platform == "win32":
        return
    child.send_signal(signal.SIGUSR1)
    try:
        child.wait(patience_s)
    except subprocess.TimeoutExpired:
        return


def _end(child: subprocess.Popen[bytes], patience_s: float) -> None:
    """Let no child outlive its watch."""
    if sys.platform == "win32":
        # There it can only be ended by force; but it has heard Ctrl+C as well, and puts its things away.
        with suppress(subprocess.TimeoutExpired):
            child.wait(_MOMENT_S)
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(patience_s)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()
