"""Counts without identity: what happened on the screen, under a random number that goes when the visit is over.

The window notes happenings in memory; a thread that may wait writes them down in batches. When a visit has ended its
happenings become numbers per hour and are deleted in the same transaction, number and exact times with them.
"""

import datetime as dt
import secrets
import threading
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from showcase.store.columns import now
from showcase.visits.entities import Happening, Tally
from showcase.visits.station import Station
from showcase.visits.terms import Search, note_searches

MOST_WAITING: Final = 10_000
"""Happenings kept in memory while the disk refuses; the oldest go first."""
_OVER_AFTER: Final = dt.timedelta(hours=1)
"""A visit without an end, such as one the power cut ended, is over after so long."""
DWELLS_S: Final = (0, 1, 2, 3, 5, 8, 13, 20, 30, 45, 60, 90, 120, 180, 300, 600)
"""Times on a page are counted in these steps, each from its number up to the next."""


class Kind(StrEnum):
    """What can happen."""

    ATTRACT_START = "attract_start"
    """A slide of the attract loop begins; nobody is there."""
    TOUCH_WAKE = "touch_wake"
    SEARCH = "search"
    OPEN = "open"
    QR_SHOWN = "qr_shown"
    EXTEND = "extend"
    TIMEOUT = "timeout"
    EXIT = "exit"
    ERROR = "error"


_ENDS: Final = frozenset({Kind.TIMEOUT, Kind.EXIT})
Cell = tuple[dt.datetime, str, str]
"""Hour in UTC, measure, and what is counted in it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that happened. `subject` is made by `subject`; `visit` is None when nobody is there."""

    kind: Kind
    visit: int | None = None
    subject: str = ""
    language: str = ""
    dwell_ms: int = 0
    depth: int = 0
    source: str = ""
    seq: int = 0
    at: dt.datetime = field(default_factory=now)


def new_visit() -> int:
    """Return the number of a new visit: chance, and nothing else."""
    return secrets.randbits(62)


def subject(kind: str, subject_id: uuid.UUID) -> str:
    """Return how a subject is named in the counts."""
    return f"{kind}:{subject_id.hex}"


class Recorder:
    """Takes notes from the window and writes them down when told to, from a thread that may wait."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._lock = threading.Lock()
        self._waiting: list[Seen] = []
        self._searches: list[Search] = []

    def note(self, seen: Seen) -> None:
        """Note something; this never waits for a disk."""
        with self._lock:
            self._waiting.append(seen)
            del self._waiting[:-MOST_WAITING]

    def note_search(self, visit: int, typed: str, *, found: bool, known: Collection[str] = ()) -> None:
        """Note what was searched for, once, when the visitor opens something, clears the field or leaves.

        Args:
            visit: of whom.
            typed: as typed; what of it may be written down is decided by `terms`.
            found: whether there was a result.
            known: the folded words of it that stand in the catalogue.
        """
        with self._lock:
            self._searches.append(Search(visit, typed, found, frozenset(known)))
            del self._searches[:-MOST_WAITING]

    def flush(self) -> None:
        """Write down what was noted and roll up visits that are over, in one transaction; keep it when that fails.

        Raises:
            FileError: as it says; what was noted is tried again the next time.
        """
        with self._lock:
            seen, self._waiting = self._waiting, []
            searches, self._searches = self._searches, []
        try:
            with self._station.transaction() as session:
                session.add_all(_row(one) for one in seen)
                session.flush()
                note_searches(session, searches, now())
                gone = roll_up(session, now())
        except BaseException:
            with self._lock:
                self._waiting = [*seen, *self._waiting][-MOST_WAITING:]
                self._searches = [*searches, *self._searches][-MOST_WAITING:]
            raise
        if gone:
            self._station.tidy()


def roll_up(session: Session, moment: dt.datetime) -> int:
    """Turn visits that are over into numbers per hour and delete them; return how many happenings went."""
    seen = list(_waiting(session))
    by_visit: defaultdict[int | None, list[tuple[int, Seen]]] = defaultdict(list)
    for row_id, one in seen:
        by_visit[one.visit].append((row_id, one))
    over = [
        pair
        for visit, pairs in by_visit.items()
        if visit is None
        or any(one.kind in _ENDS for _, one in pairs)
        or max(one.at for _, one in pairs) < moment - _OVER_AFTER
        for pair in pairs
    ]
    for (hour, measure, cell), number in tally([one for _, one in over]).items():
        row = session.get(Tally, (hour, measure, cell))
        if row is None:
            session.add(Tally(hour=hour, measure=measure, cell=cell, number=number))
        else:
            row.number += number
    ids = [row_id for row_id, _ in over]
    for start in range(0, len(ids), 500):
        session.execute(delete(Happening).where(Happening.id.in_(ids[start : start + 500])))
    return len(ids)


def read_tallies(session: Session) -> Mapping[Cell, int]:
    """Return every number per hour, with what is not rolled up yet counted in."""
    found = tally([one for _, one in _waiting(session)])
    for row in session.scalars(select(Tally)):
        found[row.hour, row.measure, row.cell] += row.number
    return found


def tally(seen: Sequence[Seen]) -> Counter[Cell]:
    """Count happenings by hour. Each measure is counted by itself, so that no row describes a visit."""
    found: Counter[Cell] = Counter()
    visits: defaultdict[int, list[Seen]] = defaultdict(list)
    for one in seen:
        hour = one.at.astimezone(dt.UTC).replace(minute=0, second=0, microsecond=0)
        found[hour, "kind", one.kind] += 1
        if one.kind in {Kind.OPEN, Kind.QR_SHOWN} and one.subject:
            found[hour, one.kind, one.subject] += 1
        if one.kind is Kind.OPEN and one.dwell_ms > 0:
            step = max(s for s in DWELLS_S if s * 1000 <= one.dwell_ms)
            found[hour, "dwell", str(step)] += 1
        if one.source:
            found[hour, "source", one.source] += 1
        if one.visit is not None:
            visits[one.visit].append(one)
    for happenings in visits.values():
        _count_visit(found, sorted(happenings, key=lambda one: (one.seq, one.at)))
    return found


def _count_visit(found: Counter[Cell], happenings: Sequence[Seen]) -> None:
    """Count the language a visit ended in, and where one that timed out was left."""
    hour = happenings[0].at.astimezone(dt.UTC).replace(minute=0, second=0, microsecond=0)
    spoken = next((one.language for one in reversed(happenings) if one.language), "")
    if spoken:
        found[hour, "language", spoken] += 1
    if happenings[-1].kind is Kind.TIMEOUT:
        last = next((one.kind for one in reversed(happenings) if one.kind not in {Kind.TIMEOUT, Kind.EXTEND}), "")
        found[hour, "left", last or Kind.TOUCH_WAKE] += 1


def _waiting(session: Session) -> Iterable[tuple[int, Seen]]:
    for row in session.scalars(select(Happening)):
        yield (
            row.id,
            Seen(
                Kind(row.kind),
                row.visit,
                row.subject,
                row.language,
                row.dwell_ms,
                row.depth,
                row.source,
                row.seq,
                row.at,
            ),
        )


def _row(one: Seen) -> Happening:
    return Happening(
        at=one.at,
        visit=one.visit,
        seq=one.seq,
        kind=one.kind.value,
        subject=one.subject,
        language=one.language,
        dwell_ms=one.dwell_ms,
        depth=one.depth,
        source=one.source,
    )
