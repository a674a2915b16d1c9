"""One badge after another, for days: what the scanner holds in memory does not grow with the number of its visitors.

Every visit comes as key events of the window, a press and a release for each digit, and ends with a verdict from the
disk; most are followed by something that staff do with a lead. At the end the file is asked whether it has them all.

Run as a program, `soak_scanner.py STATION BADGES VISITS LEAKING`, it plays in its own process and prints what it held
as time went by: first as the program is, then while something is kept of each visit, which has to be found.
`SHOWCASE_SOAK_VISITS=N` changes how many visits the long form has.
"""

import ctypes
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from showcase.app import create_file, open_app
from showcase.leads.kinds import FactKind
from showcase.leads.office import Wanted, prepare_station
from showcase.leads.station import make_station
from showcase.people import edits as people
from showcase.people.entities import SigningKey
from showcase.people.kinds import Purpose
from showcase.qr.keys import generate
from showcase.qr.signing import Signer
from showcase.scanner.options import Options
from showcase.scanner.panel import Panel
from showcase.scanner.running import Running
from showcase.scanner.scanner import Scanner
from tests.benchmarks.racing import Bar, in_child
from tests.factories import make_organisation, make_people, make_product
from tests.torture.measuring import memory_mb, objects
from tests.torture.stage import Complaints, say

VISITS: Final = int(os.environ.get("SHOWCASE_SOAK_VISITS", "100000"))
QUICK: Final = 60
LEAKING: Final = 2_000
OFTEN: Final = 20
"""Visits for each badge: a list of leads is as long as there are people, however often they come."""
GROWTH_MB: Final = 20.0
SLOPE_MB: Final = 0.1
OBJECTS: Final = 10.0
"""Objects that a visit of the short form may leave; a verdict on the screen has some hundred."""
_SAMPLES: Final = 100
_WARM: Final = 0.1
"""Part of the visits in which caches fill."""
_ENDED: Final = 50
"""Every so many-th badge is revoked."""
_PATIENCE_S: Final = 60
_LANGUAGES: Final = ("vi", "en", "fr")
_ASKED: Final = ("ngoc", "Đặng", "quoc viet", "zzz", "12")


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give what visits leave behind, and the control that has to fall short."""
    visits = QUICK if quick else VISITS
    with tempfile.TemporaryDirectory(prefix="showcase-torture-") as home:
        station, badges = make_fair(Path(home), QUICK if quick else max(100, visits // OFTEN))
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        environment = {**dict.fromkeys(names, home), "QT_QUICK_BACKEND": "software"}
        counts = str(visits), str(QUICK // 2 if quick else LEAKING)
        told = in_child("../torture/soak_scanner", str(station), str(badges), *counts, environment=environment)
    note = f"{visits:,} visits, {told['facts']:,} facts"
    yield Bar("scanner soak: faults", len(told["faults"]), 0, at_most=True, note="; ".join([note, *told["faults"][:3]]))
    yield Bar("scanner soak: visits that are not in the file", told["lost"], 0, at_most=True, note=note)
    yield from held(told["samples"], quick=quick)
    is_found = any(bar.short for bar in held(told["leaking"], quick=quick))
    yield Bar("scanner soak: an injected leak is found", is_found, 1)


def held(samples: Sequence[dict[str, float]], *, quick: bool) -> Iterator[Bar]:
    """Give the bars of what a run held; a short one counts objects, as memory cannot be measured so finely."""
    warm = samples[int(_WARM * len(samples)) if not quick else len(samples) // 2 :]
    grown, note = warm[-1]["mb"] - warm[0]["mb"], f"{warm[-1]['mb']:.0f} MB held"
    yield Bar("scanner soak: growth, MB", grown, GROWTH_MB, at_most=True, note=note)
    if quick:
        left = statistics.linear_regression([it["visit"] for it in warm], [it["objects"] for it in warm]).slope
        yield Bar("scanner soak: objects left of a visit", left, OBJECTS, at_most=True)
    else:
        slope = statistics.linear_regression([it["visit"] / 1000 for it in warm], [it["mb"] for it in warm]).slope
        yield Bar("scanner soak: growth per 1,000 visits, MB", slope, SLOPE_MB, at_most=True)


def make_fair(home: Path, count: int) -> tuple[Path, Path]:
    """Make an event and a station of a booth; return its file, and one with the tokens of all badges."""
    event, station, badges = home / "summit.showcase", home / "a12.station", home / "badges.json"
    create_file(event, _LANGUAGES, {"name.vi": "Hội nghị Đô thị Mẫu"})
    with closing(open_app(event)) as app, app.transaction() as session:
        signer = Signer(generate())
        session.add(SigningKey(key_id=1, public_key=signer.public_key, sealed_private_key=b"", sealing={}))
        exhibitor = make_organisation(session, "Mạch Nước", [("H1", "A12")], name_en="Water Pulse")
        for name in ("Flood Pulse", "Bản đồ ngập", "Trạm Nước"):
            make_product(session, exhibitor, name, name_en="")
        everybody = make_people(session, count)
        for place, person in enumerate(everybody):
            if place % 3:
                people.record_consent(session, person, Purpose.EXHIBITORS, given=True)
        issued = people.issue_badges(session, everybody, signer)
        for badge in issued[::_ENDED]:
            people.revoke_badge(session, badge.id, reason="lost")
        prepared = prepare_station(session, signer, Wanted(booth="A12"))
        make_station(station, prepared.id, prepared.name, prepared.signed)
    badges.write_text(json.dumps([badge.token for badge in issued]), encoding="ascii")
    return station, badges


class Visitors:
    """People whose badges are scanned one after another, and staff who do something with each lead."""

    def __init__(self, running: Running, tokens: Sequence[str], complaints: Complaints) -> None:
        self.running = running
        self.scanner: Any = running.scanner
        self._tokens = tokens
        self._complaints = complaints
        self._chance = random.Random(7)
        self._last = ""
        self._told = 0
        self.scanned = 0
        self.scanner.panel_.changed.connect(self._on_told)
        self._deeds: Sequence[Callable[[], None]] = (
            self._rate,
            self._note,
            self._choose,
            self._agree,
            self._undo,
            self._search,
            self._look,
            self._mistype,
            self.scanner.home,
        )

    def visit(self) -> None:
        """Scan a badge, and do something."""
        token = self._chance.choice(self._tokens)
        while token == self._last:  # read twice at once it is one scan
            token = self._chance.choice(self._tokens)
        self._last = token
        told = self._told
        self.wedge(token)
        until = time.monotonic() + _PATIENCE_S
        while self._told == told:
            self.wait()
            if time.monotonic() > until:
                self._complaints.note("no verdict came")
                break
        self.scanned += 1
        self.rest()
        if self._chance.random() < 0.7:
            self._chance.choice(self._deeds)()
            self.rest()

    def wedge(self, code: str) -> None:
        """Type a code as a scanner does."""
        for character in code:
            self._press(Qt.Key(ord(character)), character)
        self._press(Qt.Key.Key_Return, "\r")

    def turn(self) -> None:
        """Let Qt do what there is to do, deleting included."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self) -> None:
        """Wait until there is something to do for Qt; the clock of the screen ticks every second at the latest."""
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.turn()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.turn()
        while self.scanner.tasks.busy_at_all:
            self.wait()
        self.turn()

    def _press(self, key: Qt.Key, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(self.running.window, event)

    def _on_told(self) -> None:
        self._told += 1

    def _rate(self) -> None:
        self.scanner.work_.rate(self._chance.randint(1, 5))

    def _note(self) -> None:
        self.scanner.work_.typeNote(f"Gọi lại tuần sau về dự án số {self._chance.randrange(1000)}")
        self.scanner.work_.keep()

    def _choose(self) -> None:
        products = self.scanner.work_.property("products")
        self.scanner.work_.toggleProduct(self._chance.choice(products)["id"])

    def _agree(self) -> None:
        self.scanner.work_.consent(self._chance.choice(("email", "phone", "partners")))

    def _undo(self) -> None:
        self._rate()
        self.rest()
        self.scanner.undo()

    def _search(self) -> None:
        self.scanner.open("leads")
        self.rest()
        self.scanner.leads_.search(self._chance.choice(_ASKED))
        self.scanner.leads_.load()  # no need to wait until somebody has stopped typing

    def _look(self) -> None:
        self.scanner.speak(self._chance.choice(_LANGUAGES))
        self.scanner.darken(self._chance.random() < 0.5)

    def _mistype(self) -> None:
        self.scanner.type("12345678")


def _leak() -> None:
    """Have something left of each visit."""
    left: list[object] = []
    shown = Panel.show

    def show(panel: Panel, *args: Any) -> None:
        left.append((b"\x01" * 10_000, [[place] for place in range(100)]))
        shown(panel, *args)

    Panel.show = show  # type: ignore[method-assign,assignment]


def _play(visitors: Visitors, visits: int) -> list[dict[str, float]]:
    libc = ctypes.CDLL(None)
    samples: list[dict[str, float]] = []
    every = max(1, visits // _SAMPLES)
    for visit in range(1, visits + 1):
        visitors.visit()
        if visit % every == 0:
            found = objects(visitors.running.scanner) if visits < LEAKING else 0
            samples.append({"visit": visit, "mb": memory_mb(libc), "objects": found})
            print(samples[-1], file=sys.stderr, flush=True)
    return samples


def main(path: Path, badges: Path, visits: int, leaking: int) -> None:
    """Play, and print what was held."""
    complaints = Complaints()
    app = QGuiApplication([])
    options = Options(windowed=True, language="vi", still=True, silent=True, blind=True)
    scanner = Scanner(path, options)
    scanner.broken.connect(lambda error: complaints.note(f"broken: {error!r}"))
    running = Running(scanner, QSize(683, 384))
    complaints.listen()
    visitors = Visitors(running, json.loads(badges.read_text(encoding="ascii")), complaints)
    running.show()
    while scanner.desk.capture is None:
        visitors.turn()
    visitors.rest()
    samples = _play(visitors, visits)
    assert scanner.desk.station is not None
    with scanner.desk.station.reading() as session:
        from showcase.leads.facts import list_facts

        facts = list_facts(session)
        scans = [fact for fact in facts if fact.kind is FactKind.SCAN and fact.method == "wedge"]
    number, scanned = len(facts), visitors.scanned
    lost = scanned - len(scans)
    del facts, scans
    _leak()
    leaking_samples = _play(visitors, leaking)
    say({"faults": complaints.lines, "samples": samples, "leaking": leaking_samples, "lost": lost, "facts": number})
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
