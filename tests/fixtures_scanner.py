"""What every test of the scanner's screens needs: an event, stations made of it, a scanner on a screen, its keys."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from showcase.leads.office import Wanted, prepare_station, update_station
from showcase.leads.station import make_station, open_station
from showcase.people import edits as people
from showcase.people.entities import SigningKey
from showcase.people.kinds import Purpose
from showcase.people.records import BadgeRecord
from showcase.qr.keys import generate
from showcase.qr.signing import Signer
from showcase.scanner.options import Options
from showcase.scanner.running import Running
from showcase.scanner.scanner import Scanner
from showcase.store.database import Database
from tests.factories import make_organisation, make_person, make_product
from tests.fixtures_kiosk import comes, items
from tests.pausing import pause

DESK = QSize(1366, 768)
BOTH = (Purpose.EXHIBITORS, Purpose.EXHIBITORS_PHONE)


@dataclass
class Fair:
    """An event with an exhibitor at booth A12, and its key."""

    database: Database
    folder: Path
    signer: Signer
    products: list[Any] = field(default_factory=list)
    names: Iterator[int] = field(default_factory=itertools.count)

    def badge(self, *, consents: Sequence[str] = BOTH, **fields: Any) -> BadgeRecord:
        with self.database.transaction() as session:
            person = make_person(session, **fields)
            for purpose in consents:
                people.record_consent(session, person, purpose, given=True)
            return people.issue_badges(session, [person], self.signer)[0]

    def revoke(self, badge: BadgeRecord, reason: str = "lost") -> None:
        with self.database.transaction() as session:
            people.revoke_badge(session, badge.id, reason=reason)

    def replace(self, badge: BadgeRecord, reason: str = "lost") -> BadgeRecord:
        with self.database.transaction() as session:
            return people.reissue_badge(session, badge.id, self.signer, reason=reason)

    def station(self, **wanted: Any) -> Path:
        path = self.folder / f"station {next(self.names)}.station"
        with self.database.transaction() as session:
            prepared = prepare_station(session, self.signer, Wanted(**wanted))
            make_station(path, prepared.id, prepared.name, prepared.signed)
        return path

    def update(self, path: Path) -> None:
        station = open_station(path)
        with self.database.transaction() as session:
            update_station(session, self.signer, station)
        station.close()


@pytest.fixture
def fair(database: Database, tmp_path: Path) -> Fair:
    with database.transaction() as session:
        signer = Signer(generate())
        session.add(SigningKey(key_id=1, public_key=signer.public_key, sealed_private_key=b"", sealing={}))
        organisation = make_organisation(session, "Mạch Nước", [("H1", "A12")], name_en="Water Pulse")
        make_organisation(session, "Đèn Việt", [("H1", "B07")])
        products = [
            make_product(session, organisation, name, name_en="")
            for name in ("Flood Pulse", "Bản đồ ngập", "Trạm Nước")
        ]
    return Fair(database, tmp_path, signer, products)


@pytest.fixture
def scan(qtbot, painted_in_software: None) -> Iterator[Callable[..., Running]]:
    """Return what puts a scanner on the screen; nothing may be broken when it goes."""
    running: list[Running] = []
    broken: list[BaseException] = []

    def begin(path: Path, *, size: QSize = DESK, ticker: Any = None, **options: Any) -> Running:
        usual = {"language": "en", "still": True, "silent": True, "blind": True, "windowed": True}
        scanner = Scanner(path, Options(**{**usual, **options}), ticker=ticker)
        scanner.broken.connect(broken.append)
        running.append(Running(scanner, size))
        running[-1].show()
        qtbot.waitUntil(lambda: scanner.desk.capture is not None or bool(scanner.trouble), timeout=30_000)
        still(running[-1])
        return running[-1]

    yield begin
    for one in running:
        one.close()
    assert broken == []


def still(running: Running) -> None:
    """Wait until nothing is under way."""
    assert comes(lambda: not running.scanner.tasks.busy_at_all)
    pause(30)
    assert comes(lambda: not running.scanner.tasks.busy_at_all)


def press(running: Running, key: Qt.Key, text: str = "", held: Any = None) -> None:
    """Press a key, as the system tells it to the window."""
    held = held or Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(running.window, QKeyEvent(kind, key, held, text))


def wedge(running: Running, code: str, *, end: str = "\r") -> None:
    """Type a code as a scanner does."""
    for character in code:
        press(running, Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown, character)
    if end:
        press(running, Qt.Key.Key_Return, end)


def read(running: Running, badge: BadgeRecord | str) -> None:
    """Scan a badge and wait for its verdict."""
    panel = running.scanner.panel_
    seen: list[int] = []
    panel.changed.connect(lambda: seen.append(1))
    wedge(running, badge if isinstance(badge, str) else badge.token)
    assert comes(lambda: bool(seen)), "no verdict came"
    still(running)


def strike(running: Running, character: str) -> None:
    """Press a key that somebody types alone, and wait until it counts."""
    pause(150)
    press(running, Qt.Key(ord(character.upper())), character)
    pause(150)
    still(running)


def enter(running: Running) -> None:
    """Press Enter as somebody does: later than a scanner's own would still come."""
    pause(150)
    press(running, Qt.Key.Key_Return, "\r")


def hand(running: Running, text: str) -> None:
    """Type a text as somebody does who types fast."""
    for character in text:
        pause(75)
        press(running, Qt.Key.Key_unknown, character)


def words(running: Running) -> set[str]:
    """Return every text on the screen."""
    return {str(item.property("text")) for item in items(running.window.contentItem()) if item.property("text")}


def buttons(running: Running) -> dict[str, QQuickItem]:
    """Return what can be touched by its name."""
    touched = (item for item in items(running.window.contentItem()) if item.inherits("QQuickAbstractButton"))
    return {str(item.property("text")): item for item in touched if item.isEnabled()}


def touch(running: Running, name: str) -> None:
    """Touch something in its middle."""
    assert comes(lambda: name in buttons(running)), f"{name} is not among {set(buttons(running))}"
    item = buttons(running)[name]
    at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    still(running)


class Hands:
    """Clocks of a station that stand until they are moved."""

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment
        self.booted = 1_000_000

    def now(self) -> dt.datetime:
        return self.moment

    def offset_min(self, moment: dt.datetime) -> int:
        del moment
        return 420

    def monotonic_ms(self) -> int:
        return self.booted

    def pass_time(self, **time: float) -> None:
        passed = dt.timedelta(**time)
        self.moment += passed
        self.booted += int(passed.total_seconds() * 1000)
