"""A scan, from the last key of a scanner to the committed verdict, with 100,000 people and as many scans on file.

The peer is what nothing can be without: checking one Ed25519 signature and committing one row, with the same journal on
the same disk, by turns in the same run. Own time is what the processor works on a scan beyond its work on the peer:
waiting for the disk is the same for both, and what others do on a shared machine is in neither. The second line shows
how long the whole took beside the peer.
"""

import datetime as dt
import random
import sqlite3
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.benchmarks.racing import Bar

_SCANS = 400
_QUICK = 100
EVENT = 77


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bar of a scan at a booth and at a door."""
    people, scans = (5_000, _QUICK) if quick else (100_000, _SCANS)
    with tempfile.TemporaryDirectory() as home:
        for kind in ("booth", "door"):
            ours, peer = _measure(Path(home) / f"{kind}.station", people, kind, scans)
            own = _p95([worked for _, worked in ours]) - _p95([worked for _, worked in peer])
            note = f"{people:,} people, {people:,} scans"
            yield Bar(f"scan: key to committed verdict, {kind}, own p95 ms", own, 15, at_most=True, note=note)
            whole, least = _p95([took for took, _ in ours]), _p95([took for took, _ in peer])
            yield Bar(f"scan: the whole / fsync and signature, {kind}", whole / least, note=f"p95 {whole:.1f} ms")


def _p95(times: list[float]) -> float:
    return 1000 * statistics.quantiles(times, n=20)[-1]


Times = list[tuple[float, float]]
"""Seconds each took, and seconds the processor worked on it."""


def _measure(path: Path, people: int, kind: str, scans: int) -> tuple[Times, Times]:
    """Return the times of scans and of the peer, by turns."""
    from showcase.leads.capture import Capture
    from showcase.leads.kinds import Method, Verdict
    from showcase.leads.station import open_station
    from showcase.leads.wedge import Wedge
    from showcase.qr.payload import BadgePayload, find_token
    from showcase.qr.signing import verify

    chance = random.Random(5)
    signer, badges = fill(path, people, kind)
    station = open_station(path)
    capture, wedge = Capture(station), Wedge()
    expires = int(time.time()) + 86_400
    ours: Times = []
    peer: Times = []
    with closing(_peer_file(path.with_suffix(".peer"))) as plain:
        for turn in range(scans):
            badge = chance.choice(badges)
            token = signer.sign(BadgePayload(1, 1, EVENT, badge.bytes, expires))
            at = 10.0 * turn
            for place, digit in enumerate(token):
                wedge.press(digit, at + place / 1000)
            started, working = time.perf_counter(), time.thread_time()
            reading = wedge.press("\r", at + 0.3)
            assert reading is not None
            outcome = capture.read(reading.text, Method.WEDGE, faults=reading.faults)
            ours.append((time.perf_counter() - started, time.thread_time() - working))
            assert outcome.verdict in {Verdict.VALID, Verdict.SEEN, Verdict.INSIDE}
            started, working = time.perf_counter(), time.thread_time()
            signed = find_token(token)
            assert signed is not None
            assert verify(signed, signer.public_key)
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("INSERT INTO t VALUES (?, ?)", (uuid.uuid4().hex, token))
            plain.execute("COMMIT")
            peer.append((time.perf_counter() - started, time.thread_time() - working))
    station.close()
    return ours, peer


def fill(path: Path, people: int, kind: str):
    """Make a station's file with so many badges and scans; return the signer and the badges."""
    from showcase.leads.entities import LeadFact
    from showcase.leads.facts import write_facts
    from showcase.leads.kinds import CardState, FactKind, Method, StationKind, Verdict
    from showcase.leads.lists import HolderRow, Parts, SignedList, digests_of
    from showcase.leads.plain import About, Manifest
    from showcase.leads.records import Card, EventInfo, Fact
    from showcase.leads.sealing import seal, subject_of
    from showcase.leads.station import make_station, open_station
    from showcase.people.kinds import Role
    from showcase.qr.keys import generate
    from showcase.qr.payload import number_with_check
    from showcase.qr.signing import Signer
    from showcase.store.columns import new_id

    assert LeadFact.__tablename__
    signer = Signer(generate())
    badges = [uuid.uuid4() for _ in range(people)]
    subjects = [subject_of(badge) for badge in badges]
    moment = dt.datetime.now(dt.UTC).replace(microsecond=0) - dt.timedelta(hours=1)
    event = EventInfo(uuid.uuid4(), {"vi": "Hội nghị"}, "Asia/Ho_Chi_Minh", ("vi",), {}, EVENT, None)
    about = About(StationKind(kind), "A12", uuid.uuid4(), {"vi": "Mạch Nước"}, event, None, ())
    holders = []
    for place, badge in enumerate(badges):
        number = number_with_check(f"{place:07}")
        name = f"Nguyễn Thị Bích Ngọc {place}"
        card = Card(
            f"{place:032x}", "Nguyễn", name, name, {"vi": "Phó giám đốc"}, {"vi": "Trung tâm"}, "VN", {},
            Role.DELEGATE, number, "a@example.vn", "", ("vi",),
        )  # fmt: skip
        expires = int(time.time()) + 86_400
        holders.append(HolderRow(subjects[place], number, Role.DELEGATE, expires, CardState.GIVEN, seal(badge, card)))
    parts = Parts(about, {1: signer.public_key}, [], holders, [])
    manifest = Manifest(1, moment, 1, EVENT, digests_of(parts))
    station_id = uuid.uuid4()
    make_station(path, station_id, "A12", SignedList(manifest, signer.sign_list(manifest.content()), parts))
    chance = random.Random(3)
    body = {"role": "delegate"} | ({"move": "in"} if kind == "door" else {})
    facts = []
    for seq in range(1, people + 1):
        place = chance.randrange(people)
        facts.append(
            Fact(
                new_id(),
                about.scope,
                station_id,
                seq,
                int(moment.timestamp() * 1000) + seq,
                FactKind.SCAN,
                subjects[place],
                badges[place],
                Verdict.VALID,
                None,
                moment,
                420,
                seq,
                "r",
                "0",
                Method.WEDGE,
                "A12",
                "",
                body,
            )
        )
    station = open_station(path)
    with station.transaction() as session:
        write_facts(session, facts)
    station.close()
    return signer, badges


def _peer_file(path: Path) -> sqlite3.Connection:
    from showcase.store.database import set_journal

    plain = sqlite3.connect(path, isolation_level=None)
    set_journal(plain)
    plain.execute("CREATE TABLE t (id TEXT PRIMARY KEY, token TEXT)")
    return plain
