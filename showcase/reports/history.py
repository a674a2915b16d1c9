"""On the way to complete: how much was there on each day, at which pace, and when all of it will be."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from showcase.reports.entities import ReadinessDay
from showcase.reports.records import Day, Share, Way

PACE_DAYS: Final = 14
"""The pace is that of the last two weeks: what was done in a rush at the start says little about the end."""
_FURTHEST: Final = 3_650
"""Days ahead that are still worth naming."""


def record_day(session: Session, day: dt.date, share: Share) -> bool:
    """Keep how much is there on a day, once: what was kept first for a day stays. Return whether it was kept.

    An event that asks for nothing yet has no share, and so no beginning.
    """
    if not share.total:
        return False
    row = insert(ReadinessDay).values(day=day, filled=share.done, asked=share.total)
    kept = session.execute(row.on_conflict_do_nothing().returning(ReadinessDay.day)).first()
    return kept is not None


def list_days(session: Session) -> list[Day]:
    """Return what was kept, in order."""
    statement = select(ReadinessDay.day, ReadinessDay.filled, ReadinessDay.asked).order_by(ReadinessDay.day)
    return [Day(row.day, row.filled / row.asked) for row in session.execute(statement)]


def way(days: Sequence[Day], today: dt.date, share: Share) -> Way:
    """Return the way up to today, of which the share now counts, and when it ends at this pace."""
    past = tuple(day for day in days if day.day < today)
    if not share.total:
        return Way(past, None)
    whole = (*past, Day(today, share.done / share.total))
    return Way(whole, _end(whole))


def _end(days: Sequence[Day]) -> dt.date | None:
    last = days[-1]
    if last.share >= 1:
        return last.day
    recent = [day for day in days if (last.day - day.day).days <= PACE_DAYS] if len(days) > 1 else []
    first = recent[0] if len(recent) > 1 else days[-2] if len(days) > 1 else last
    gained = last.share - first.share
    if gained <= 0:
        return None
    left = math.ceil((1 - last.share) * (last.day - first.day).days / gained - 1e-9)
    return last.day + dt.timedelta(days=left) if left <= _FURTHEST else None
