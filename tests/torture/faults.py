"""A file that is held, a disk that is full or locked, a clock that jumps: nothing is lost, it is said, and it goes on.

The control swallows the error and acknowledges all the same.
"""

import datetime as dt
import os
import random
import resource
import signal
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from tests.torture.figures import SEED, Figure

_NOBODY: Final = 65_534
_ZONE: Final = "Europe/Paris"
_CHANGES: Final = (dt.datetime(2026, 3, 29, 1, tzinfo=dt.UTC), dt.datetime(2026, 10, 25, 1, tzinfo=dt.UTC))
"""When the clocks there go forward, and back."""


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give the figures of faults."""
    from showcase.store import database

    times = 8 if quick else 200
    setattr(database, "_BUSY_S", 0.02)  # noqa: B010 - nobody has to wait here
    faults = {"held by another program": _held, "on a full disk": _full, "on a locked disk": read_only}
    for name, fault in faults.items():
        for control in (False, True):
            lost, unsaid, stuck, tried = _suffered(fault, times, swallow=control)
            if control:
                yield Figure(f"control: error swallowed, file {name}", lost, tried, control=True)
            else:
                yield Figure(f"acknowledged and lost, file {name}", lost, tried)
                yield Figure(f"refused without a sentence, file {name}", unsaid, tried)
                yield Figure(f"not working again, file {name}", stuck, tried)
    yield from _jumps(times)
    yield from _summer_time(times)


def _suffered(
    fault: Callable[[Path], AbstractContextManager[None]], times: int, *, swallow: bool
) -> tuple[int, int, int, int]:
    """Scan through faults and return what was lost, unsaid, stuck, and tried."""
    from showcase.errors import FileError
    from showcase.leads.capture import Capture
    from showcase.leads.kinds import Method
    from showcase.leads.station import open_station
    from tests.torture.killing import make

    acknowledged: set[uuid.UUID] = set()
    unsaid = stuck = tried = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.station"
        tokens = make(path, SEED)
        station = open_station(path)
        capture = Capture(station)

        def scan() -> bool:
            nonlocal unsaid, tried
            tried += 1
            try:
                outcome = capture.read(tokens[tried % len(tokens)], Method.WEDGE)
            except FileError:
                if swallow:
                    acknowledged.add(uuid.uuid4())
                return False
            except Exception:  # noqa: BLE001 - that only FileError is raised is what is tried
                unsaid += 1
                return False
            assert outcome.fact_id is not None
            acknowledged.add(outcome.fact_id)
            return True

        for _ in range(times):
            station._engine.dispose()  # what was opened before may be written to, whatever became of the disk
            with fault(path):
                scan()
            stuck += not scan()
        station.close()
        with closing(sqlite3.connect(path)) as plain:
            kept = {uuid.UUID(row[0]) for row in plain.execute("SELECT id FROM lead_facts")}
    return len(acknowledged - kept), unsaid, stuck, tried


@contextmanager
def _held(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _full(path: Path) -> Iterator[None]:
    """Let no file grow beyond what the station's has already, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.exists()


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """Have the file and its folder be read alone, as on a stick whose switch was moved; root is nobody meanwhile."""
    modes = {it: it.stat().st_mode for it in (path.parent, *path.parent.iterdir())}
    is_root = os.geteuid() == 0
    for it in modes:
        if is_root:
            os.chown(it, _NOBODY, _NOBODY)
        it.chmod(0o555 if it.is_dir() else 0o444)
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for it, mode in modes.items():
            it.chmod(mode)


def _jumps(times: int) -> Iterator[Figure]:
    """Scan genuine badges while the clock jumps by years, days and hours."""
    from showcase.leads.capture import Capture
    from showcase.leads.clock import Ticker
    from showcase.leads.facts import list_facts
    from showcase.leads.folding import in_order
    from showcase.leads.kinds import Method
    from showcase.leads.station import open_station
    from tests.torture.killing import make

    chance = random.Random(SEED)

    class Jumping(Ticker):
        """A clock that somebody keeps setting."""

        ahead = dt.timedelta()

        def now(self) -> dt.datetime:
            return super().now() + self.ahead

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.station"
        tokens = make(path, SEED)
        station, ticker = open_station(path), Jumping()
        capture = Capture(station, ticker=ticker)
        with station.reading() as session:
            before = len(list_facts(session))
        refused = 0
        for turn in range(times):
            ticker.ahead = dt.timedelta(days=chance.choice((0, 1, -1, 30, 900, -9_000)), hours=chance.uniform(-1, 1))
            refused += not capture.read(tokens[turn % len(tokens)], Method.WEDGE).verdict.makes_lead
        with station.reading() as session:
            facts = list_facts(session)
        station.close()
    yield Figure("genuine badges refused while the clock jumps", refused, times)
    yield Figure("scans lost while the clock jumps", times - (len(facts) - before), times)
    ordered = [fact.seq for fact in in_order(facts)]
    yield Figure(
        "scans out of order while the clock jumps",
        sum(a > b for a, b in pairwise(ordered)),
        times,
    )
    by_clock = [fact.seq for fact in sorted(facts, key=lambda fact: fact.at)]
    wrong = sum(a > b for a, b in pairwise(by_clock))
    yield Figure("control: scans in the order of the clock", wrong, times, control=True)


def _summer_time(times: int) -> Iterator[Figure]:
    """Scan through the hours in which clocks go forward and back, where they do."""
    from showcase.leads.capture import Capture
    from showcase.leads.clock import Ticker
    from showcase.leads.facts import list_facts
    from showcase.leads.folding import in_order
    from showcase.leads.kinds import FactKind, Method
    from showcase.leads.station import open_station
    from tests.torture.killing import make

    class Passing(Ticker):
        """A clock that is looked at through two hours."""

        moment = _CHANGES[0]

        def now(self) -> dt.datetime:
            return self.moment

    before = os.environ.get("TZ")
    os.environ["TZ"] = _ZONE
    time.tzset()
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.station"
            tokens = make(path, SEED)
            station, ticker = open_station(path), Passing()
            capture = Capture(station, ticker=ticker)
            refused = 0
            for change in _CHANGES:
                for turn in range(times):
                    ticker.moment = change + dt.timedelta(hours=2 * turn / times - 1)
                    outcome = capture.read(tokens[turn % len(tokens)], Method.WEDGE)
                    refused += not outcome.verdict.makes_lead
            with station.reading() as session:
                run = list_facts(session, kinds=[FactKind.SCAN])
            station.close()
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()
    facts = [fact for fact in in_order(run) if fact.at < max(_CHANGES) + dt.timedelta(hours=2) and fact.run != "r"]
    yield Figure("genuine badges refused as summer time comes and goes", refused, 2 * times)
    yield Figure("scans lost as summer time comes and goes", 2 * times - len(facts), 2 * times)
    wrong = sum(one.at > other.at or one.seq > other.seq for one, other in pairwise(facts))
    yield Figure("scans out of order as summer time comes and goes", wrong, 2 * times)
    zone = ZoneInfo(_ZONE)
    hours = sum(dt.timedelta(minutes=it.offset_min) != it.at.astimezone(zone).utcoffset() for it in facts)
    yield Figure("scans of a wrong hour as summer time comes and goes", hours, 2 * times)
    walls = [(it.at + dt.timedelta(minutes=it.offset_min)).replace(tzinfo=None) for it in facts]
    back = sum(one > other for one, other in pairwise(walls))
    yield Figure("control: scans in the order of clocks on the wall", back, 2 * times, control=True)
