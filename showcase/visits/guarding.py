"""The lock on the way out of the kiosk: five tries, then a wait that doubles with each further wrong one.

A try is written to disk before it is judged, so that pulling the plug gives none for free. The wait is kept as the
moment it ends: a clock that is set back never ends it sooner, and makes it begin anew where it would end later than it
can. Within one run of the program a second clock, which nobody can set, must agree.

A PIN that was forgotten is replaced with the recovery code, shown once when the PIN was set; and whoever may run the
program under the station's account can set a new one at any time, because that account can read the file anyway.
"""

import datetime as dt
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy.orm import Session

from showcase.errors import FileError, InputError
from showcase.store.columns import now
from showcase.visits.kept import forget, keep, recall
from showcase.visits.pins import RECOVERY_DIGITS, checked_pin, digits_of, new_recovery_code
from showcase.visits.station import Station

FREE_TRIES: Final = 5
_FIRST_WAIT_S: Final = 60
_LONGEST_WAIT_S: Final = 15 * 60
_MEMORY_KIB: Final = 64 * 1024
"""With the two below the second recommended choice of RFC 9106, section 4: about 0.2 s for each guess."""
_PASSES: Final = 3
_LANES: Final = 4

_PIN: Final = "pin"
_RECOVERY: Final = "recovery"
_TRIES: Final = "tries"

_log = logging.getLogger(__name__)


class Verdict(StrEnum):
    """What came of a try."""

    OPEN = "open"
    RECOVERED = "recovered"
    """The recovery code was right: it opens, is used up, and a new PIN is due."""
    WRONG = "wrong"
    LOCKED = "locked"
    """It was not looked at: the wait is not over."""
    NONE_SET = "none_set"
    """The station has no PIN. That opens nothing; one is set from the station's account."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a try, how many are left before the next wait, and how long that is now."""

    verdict: Verdict
    tries_left: int = 0
    wait_s: float = 0.0


@dataclass(frozen=True, slots=True)
class _Tries:
    """Wrong tries since the last right one, and when the next may be made."""

    wrong: int = 0
    until: dt.datetime | None = None

    def wait_s(self, moment: dt.datetime) -> float:
        """Return how long the lock still holds; a clock that was set back does not make it longer than it was."""
        if self.until is None:
            return 0.0
        return min(max(0.0, (self.until - moment).total_seconds()), float(wait_after(self.wrong)))


def wait_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong tries: none for four, 60 after the fifth, at most 15 minutes."""
    if wrong < FREE_TRIES:
        return 0
    return int(min(_LONGEST_WAIT_S, _FIRST_WAIT_S * 2 ** min(wrong - FREE_TRIES, 8)))


def has_pin(session: Session) -> bool:
    """Tell whether the station has a PIN."""
    return recall(session, _PIN) is not None


def set_pin(station: Station, typed: str) -> str:
    """Set the PIN, unlock, and return a new recovery code, which is kept nowhere in a form that can be read.

    Raises:
        InputError: when the PIN is too short or would be guessed first.
        FileError: when it cannot be written.
    """
    hashed = _hashed(checked_pin(typed))
    code = new_recovery_code()
    hashed_code = _hashed(code)
    with station.transaction() as session:
        keep(session, _PIN, hashed)
        keep(session, _RECOVERY, hashed_code)
        forget(session, _TRIES)
    return code


class Guard:
    """Judges the tries at one station.

    Args:
        station: whose PIN it is.
        clock: the moment it is.
        steady: seconds that nobody can set.
    """

    def __init__(
        self,
        station: Station,
        clock: Callable[[], dt.datetime] = now,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._station = station
        self._clock = clock
        self._steady = steady
        self._steady_until: float | None = None
        self._unwritten = _Tries()
        self._one_by_one = threading.Lock()

    def wait_s(self) -> float:
        """Return how long until a try is looked at; 0 when it may be made now.

        Raises:
            FileError: the file cannot be read.
        """
        with self._station.reading() as session:
            stored = _stored(session)
        return self._wait_s(stored)

    def attempt(self, typed: str) -> Answer:
        """Judge a PIN or recovery code. It takes some tenths of a second: not for the window's thread.

        Raises:
            FileError: the file cannot be read.
        """
        with self._one_by_one:
            try:
                return self._attempt(digits_of(typed))
            except InputError:
                return self._attempt("")

    def _attempt(self, digits: str) -> Answer:
        with self._station.reading() as session:
            hashed = recall(session, _RECOVERY if len(digits) == RECOVERY_DIGITS else _PIN)
            if not has_pin(session):
                return Answer(Verdict.NONE_SET)
        wait_s, tries = self._counted()
        if wait_s > 0:
            return Answer(Verdict.LOCKED, wait_s=wait_s)
        if hashed is not None and _is_right(digits, hashed):
            return self._opened(recovered=len(digits) == RECOVERY_DIGITS)
        return Answer(Verdict.WRONG, max(0, FREE_TRIES - tries.wrong), self._wait_s(tries))

    def _counted(self) -> tuple[float, _Tries]:
        """Count a try as wrong before it is judged, unless the lock holds; return the wait and the count."""
        try:
            with self._station.transaction() as session:
                stored = _stored(session)
                wait_s = self._wait_s(stored)
                if wait_s > 0:
                    # Written anew, so that a wait seen by a clock that was set back ends on that clock.
                    until = self._clock() + dt.timedelta(seconds=wait_s)
                    tries = _Tries(max(stored.wrong, self._unwritten.wrong), until)
                else:
                    tries = self._one_more(max(stored.wrong, self._unwritten.wrong))
                keep(session, _TRIES, _as_json(tries))
        except FileError as reason:
            # A full disk must neither keep the staff in nor give tries for free: they are counted here.
            _log.warning("a try of the PIN could not be written down: %s", reason)
            wait_s = self.wait_s()
            with self._station.reading() as session:
                tries = self._one_more(max(_stored(session).wrong, self._unwritten.wrong))
        if wait_s == 0:
            self._unwritten = tries
            length = wait_after(tries.wrong)
            self._steady_until = self._steady() + length if length else None
        return wait_s, tries

    def _one_more(self, wrong: int) -> _Tries:
        length = wait_after(wrong + 1)
        return _Tries(wrong + 1, self._clock() + dt.timedelta(seconds=length) if length else None)

    def _opened(self, *, recovered: bool) -> Answer:
        self._unwritten, self._steady_until = _Tries(), None
        try:
            with self._station.transaction() as session:
                forget(session, _TRIES)
                if recovered:
                    forget(session, _RECOVERY)
        except FileError as reason:
            _log.warning("a right PIN could not be written down: %s", reason)
        return Answer(Verdict.RECOVERED if recovered else Verdict.OPEN, FREE_TRIES)

    def _wait_s(self, stored: _Tries) -> float:
        steady_s = 0.0 if self._steady_until is None else self._steady_until - self._steady()
        return max(0.0, stored.wait_s(self._clock()), steady_s)


def _stored(session: Session) -> _Tries:
    """Return the tries as kept; what is kept in another shape counts as five wrong ones."""
    value = recall(session, _TRIES)
    if value is None:
        return _Tries()
    try:
        until = value["until"]
        return _Tries(max(0, int(value["wrong"])), None if until is None else dt.datetime.fromisoformat(until))
    except (KeyError, TypeError, ValueError):
        return _Tries(FREE_TRIES)


def _as_json(tries: _Tries) -> dict[str, Any]:
    return {"wrong": tries.wrong, "until": None if tries.until is None else tries.until.isoformat()}


def _hashed(digits: str) -> str:
    kdf = Argon2id(salt=os.urandom(16), length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB)
    return kdf.derive_phc_encoded(digits.encode())


def _is_right(digits: str, hashed: str) -> bool:
    try:
        Argon2id.verify_phc_encoded(digits.encode(), hashed)
    except (InvalidKey, ValueError, TypeError):
        return False
    return True
