"""A file that is held, a disk that is full, a clock that jumps: nothing is lost, it is said, and it goes on.

The control swallows the error and acknowledges all the same.
"""

import random
import resource
import signal
import sqlite3
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import pairwise
from pathlib import Path

from tests.torture.figures import SEED, Figure


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give the figures of faults."""
    from showcase.store import database

    times = 8 if quick else 200
    setattr(database, "_BUSY_S", 0.02)  # noqa: B010 - nobody has to wait here
    for name, fault in (("held by another program", _held), ("on a full disk", _full)):
        for control in (False, True):
            lost, unsaid, stuck, tried = _suffered(fault, times, swallow=control)
            if control:
                yield Figure(f"control: error swallowed, file {name}", lost, tried, control=True)
            else:
                yield Figure(f"acknowledged and lost, file {name}", lost, tried)
                yield Figure(f"refused without a sentence, file {name}", unsaid, tried)
                yield Figure(f"not working again, file {name}", stuck, tried)
    yield from _jumps(times)


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


def _jumps(times: int) -> Iterator[Figure]:
    """Scan genuine badges while the clock jumps by years, days and hours."""
    import datetime as dt

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
