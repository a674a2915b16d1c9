"""The clocks of a machine, and whether the one that can be set is to be believed."""

import datetime as dt
import time
from typing import Final

from showcase.leads.kinds import Clock

_SLACK: Final = dt.timedelta(minutes=2)
"""Clocks of two machines that were set by hand differ by so much."""
_LIST_LASTS: Final = dt.timedelta(days=60)
"""No event lasts so long after a list was issued: a clock that says so is wrong, or the list is."""
_BOOT_CLOCK: Final = getattr(time, "CLOCK_BOOTTIME", None)


class Ticker:
    """The clocks of this machine; another one stands in for it where clocks are made to jump."""

    def now(self) -> dt.datetime:
        """Return this moment by the clock that can be set, in UTC."""
        return dt.datetime.now(dt.UTC)

    def offset_min(self, moment: dt.datetime) -> int:
        """Return how many minutes local time is ahead of UTC at a moment."""
        offset = moment.astimezone().utcoffset()
        return round(offset.total_seconds() / 60) if offset else 0

    def monotonic_ms(self) -> int:
        """Return a clock that is never set and, where the system can, runs on while the machine sleeps."""
        # A lid that was closed over lunch must not look like a clock that was set.
        seconds = time.clock_gettime(_BOOT_CLOCK) if _BOOT_CLOCK is not None else time.monotonic()
        return int(seconds * 1000)


class Watch:
    """Tells whether the clock can be believed.

    Args:
        ticker: the clocks.
    """

    def __init__(self, ticker: Ticker) -> None:
        self._ticker = ticker
        self._difference = self._now_difference()

    def state(self, issued_at: dt.datetime, last_at: dt.datetime | None) -> Clock:
        """Return what is known of the clock.

        Args:
            issued_at: of the list of this station.
            last_at: when its last fact was noted.
        """
        moment = self._ticker.now()
        # A fact from a day the clock was far ahead must not make every right time look wrong.
        believed = last_at if last_at is not None and last_at < issued_at + _LIST_LASTS else issued_at
        if moment < max(issued_at, believed) - _SLACK:
            return Clock.BEHIND
        if moment > issued_at + _LIST_LASTS:
            return Clock.AHEAD
        return Clock.JUMPED if abs(self._now_difference() - self._difference) > _SLACK else Clock.GOOD

    def _now_difference(self) -> dt.timedelta:
        epoch = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
        return self._ticker.now() - epoch - dt.timedelta(milliseconds=self._ticker.monotonic_ms())
