"""kill -9 while a station scans: what was acknowledged is there afterwards, and the file is whole.

A child scans as fast as it can and says the id of each fact when `read` has returned. It is killed at a chance moment.
The controls say the id before the commit, and write without a journal.
"""

import os
import random
import select
import signal
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.torture.figures import SEED, Figure

_PEOPLE = 50
_ROWS = 40_000
"""That are changed at once without a journal."""


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give the figures of killed stations."""
    kills = 5 if quick else 500
    chance = random.Random(SEED)
    for control in (False, True):
        acknowledged = lost = damaged = 0
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.station"
            tokens = make(path, SEED)
            for _ in range(kills):
                said = _killed(path, tokens, chance, early=control)
                kept, whole = _kept(path)
                acknowledged += len(said)
                lost += len(said - kept)
                damaged += not whole
        if control:
            yield Figure("control: said before the commit, then killed", lost, acknowledged, control=True)
        else:
            yield Figure(f"acknowledged scans lost in {kills} kills", lost, acknowledged)
            yield Figure("files damaged by a kill", damaged, kills)
    some = 8 if quick else 50
    yield Figure("control: damaged by a kill, without a journal", _damaged_plainly(some, chance), some, control=True)


def make(path: Path, seed: int) -> list[str]:
    from showcase.qr.payload import BadgePayload
    from tests.benchmarks.scans import EVENT, fill

    signer, badges = fill(path, _PEOPLE, "booth")
    expires = int(time.time()) + 86_400
    tokens = [signer.sign(BadgePayload(1, 1, EVENT, badge.bytes, expires)) for badge in badges]
    random.Random(seed).shuffle(tokens)
    return tokens


def _killed(path: Path, tokens: list[str], chance: random.Random, *, early: bool) -> set[uuid.UUID]:
    """Start a station, kill it while it scans, and return the facts that it has acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _scan(path, tokens, writing, early=early)
    os.close(writing)
    said = b""
    try:
        said += os.read(reading, 16)  # the first scan is done: from now on any moment may be the last
        until = time.monotonic() + chance.uniform(0, 0.25)
        while (left := until - time.monotonic()) > 0:
            if select.select([reading], [], [], left)[0]:
                said += os.read(reading, 65_536)
        if early:  # between word and deed
            said += os.read(reading, 16)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    while rest := os.read(reading, 65_536):
        said += rest
    os.close(reading)
    return {uuid.UUID(bytes=said[at : at + 16]) for at in range(0, len(said) - len(said) % 16, 16)}


def _scan(path: Path, tokens: list[str], writing: int, *, early: bool) -> None:
    """Scan until killed; this is the child, and never returns."""
    from showcase.leads.capture import Capture
    from showcase.leads.kinds import FactKind, Method
    from showcase.leads.station import open_station

    try:
        capture = Capture(open_station(path))
        for turn in range(1_000_000):
            if early:
                with capture._writing() as session:
                    fact = capture._log.add(session, FactKind.REPORT)
                    os.write(writing, fact.id.bytes)
                    time.sleep(0.002)
            else:
                outcome = capture.read(tokens[turn % len(tokens)], Method.WEDGE)
                assert outcome.fact_id is not None
                os.write(writing, outcome.fact_id.bytes)
    finally:
        os._exit(1)


def _kept(path: Path) -> tuple[set[uuid.UUID], bool]:
    """Return the facts that are there, and whether the file is whole."""
    with closing(sqlite3.connect(path)) as plain:
        kept = {uuid.UUID(row[0]) for row in plain.execute("SELECT id FROM lead_facts")}
        whole = plain.execute("PRAGMA quick_check").fetchone() == ("ok",)
        gaps = plain.execute("SELECT max(seq) - count(DISTINCT seq) FROM lead_facts").fetchone() == (0,)
    return kept, whole and gaps


def _damaged_plainly(kills: int, chance: random.Random) -> int:
    """Return how many files are damaged or half written when their writer has no journal and is killed."""
    damaged = 0
    for _ in range(kills):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "plain"
            with closing(sqlite3.connect(path)) as plain, plain:
                plain.execute("CREATE TABLE t (n INTEGER, pad TEXT)")
                plain.executemany("INSERT INTO t VALUES (0, ?)", [("x" * 200,)] * _ROWS)
            child = os.fork()
            if child == 0:
                _write_plainly(path)
            time.sleep(chance.uniform(0.1, 0.3))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            with closing(sqlite3.connect(path)) as plain:
                damaged += plain.execute("SELECT count(DISTINCT n) FROM t").fetchone() != (1,)
    return damaged


def _write_plainly(path: Path) -> None:
    """Write until killed, with nothing to go back to; this is the child, and never returns."""
    try:
        plain = sqlite3.connect(path, isolation_level=None)
        plain.execute("PRAGMA journal_mode=OFF")
        plain.execute("PRAGMA cache_size=10")
        while True:
            plain.execute("UPDATE t SET n = n + 1")
    finally:
        os._exit(1)
