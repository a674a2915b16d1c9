"""The line from when somebody came in to when their badge was scanned again, with a few even marks on it."""

import datetime as dt
from typing import Any, Final

_STEPS: Final = (5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080)
"""Minutes between two marks."""
_MOST: Final = 5
"""Marks, so that their times stand apart."""


def timeline(start: dt.datetime, end: dt.datetime) -> dict[str, Any]:
    """Return where marks and moments stand, from 0 to 1.

    Args:
        start: when they came in, in the event's time.
        end: when the badge was scanned again.
    """
    end = max(start, end)
    step = next((it for it in _STEPS if _count(start, end, it) <= _MOST), _STEPS[-1])
    first, count = _before(start, step), max(2, min(_MOST, _count(start, end, step)))
    whole = (count - 1) * step * 60

    def share(moment: dt.datetime) -> float:
        return min(1.0, (moment - first).total_seconds() / whole)

    marks = [first + dt.timedelta(minutes=step * at) for at in range(count)]
    by_day = step >= _STEPS[-3]
    return {
        "marks": [
            {"x": share(mark), "text": f"{mark:%d/%m}" if by_day else f"{mark.hour}:{mark:%M}"} for mark in marks
        ],
        "from": share(start),
        "to": share(end),
    }


def _count(start: dt.datetime, end: dt.datetime, step: int) -> int:
    return -(-int((end - _before(start, step)).total_seconds()) // (step * 60)) + 1


def _before(moment: dt.datetime, step: int) -> dt.datetime:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    minutes = int((moment - midnight).total_seconds() // 60)
    return midnight + dt.timedelta(minutes=minutes // step * step)
