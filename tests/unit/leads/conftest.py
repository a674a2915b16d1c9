"""An event with people, badges and two exhibitors, and the stations that are made for it."""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from showcase.catalogue.queries import get_event
from showcase.leads.capture import Capture
from showcase.leads.clock import Ticker
from showcase.leads.kinds import Channel, Method, QuestionKind
from showcase.leads.office import Wanted, acknowledge, merge_station, prepare_station, update_station
from showcase.leads.records import Form, Option, Question, RatingWord
from showcase.leads.station import Station, make_station, open_station
from showcase.people import edits as people
from showcase.people.entities import SigningKey
from showcase.people.kinds import Purpose
from showcase.people.records import BadgeRecord
from showcase.qr.keys import generate
from showcase.qr.payload import BadgePayload, find_token
from showcase.qr.signing import Signer
from showcase.store.database import Database
from tests.factories import make_organisation, make_person, make_product
from tests.leadpacks import NASTY, NOTE


class FakeTicker(Ticker):
    """Clocks that stand until they are moved."""

    def __init__(self) -> None:
        self.moment = dt.datetime.now(dt.UTC).replace(microsecond=0)
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

    def set_clock(self, **time: float) -> None:
        self.moment += dt.timedelta(**time)


@dataclass
class Summit:
    """An event, its key, and what is made of it."""

    database: Database
    folder: Path
    signer: Signer
    organisation: Any = None
    products: list[Any] = field(default_factory=list)
    other: Any = None
    opened: list[Station] = field(default_factory=list)
    names: Iterator[int] = field(default_factory=itertools.count)

    def badge(self, *, consents: tuple[str, ...] = (Purpose.EXHIBITORS,), **fields: Any) -> BadgeRecord:
        with self.database.transaction() as session:
            person = make_person(session, **fields)
            for purpose in consents:
                people.record_consent(session, person, purpose, given=True)
            return people.issue_badges(session, [person], self.signer)[0]

    def payload(self, badge: BadgeRecord) -> BadgePayload:
        signed = find_token(badge.token)
        assert signed is not None
        return signed.payload

    def make(self, **wanted: Any) -> Path:
        path = self.folder / f"station {next(self.names)}.station"
        with self.database.transaction() as session:
            prepared = prepare_station(session, self.signer, Wanted(**wanted))
            make_station(path, prepared.id, prepared.name, prepared.signed)
        return path

    def open(self, path: Path) -> Station:
        station = open_station(path)
        self.opened.append(station)
        return station

    def capture(self, path: Path, ticker: Ticker | None = None) -> Capture:
        return Capture(self.open(path), ticker=ticker)

    def booth(self, ticker: Ticker | None = None) -> Capture:
        return self.capture(self.make(booth="A12"), ticker)

    def door(self, ticker: Ticker | None = None, **wanted: Any) -> Capture:
        return self.capture(self.make(door="Hall 1", **wanted), ticker)

    def update(self, path: Path) -> None:
        station = self.open(path)
        with self.database.transaction() as session:
            update_station(session, self.signer, station)

    def merge(self, path: Path) -> Any:
        station = self.open(path)
        with self.database.transaction() as session:
            merged = merge_station(session, station)
        acknowledge(station, merged)
        return merged


@pytest.fixture
def ticker() -> FakeTicker:
    return FakeTicker()


@pytest.fixture
def summit(database: Database, tmp_path: Path) -> Iterator[Summit]:
    with database.transaction() as session:
        signer = Signer(generate())
        # Sealing a key with a passphrase takes a while on purpose, and stations never see it.
        session.add(SigningKey(key_id=1, public_key=signer.public_key, sealed_private_key=b"", sealing={}))
        organisation = make_organisation(session, "Mạch Nước", [("H1", "A12")])
        other = make_organisation(session, "Đèn Việt", [("H1", "B07")])
        products = [make_product(session, organisation, name) for name in ("Bản đồ ngập", "Trạm Nước")]
        products.append(make_product(session, other, "Đèn đường"))
        assert get_event(session).token_number is not None
    summit = Summit(database, tmp_path, signer, organisation, products, other)
    yield summit
    for station in summit.opened:
        station.close()


@pytest.fixture
def other_signer() -> Signer:
    return Signer(generate())


@pytest.fixture
def filled(summit, ticker):
    """Return a booth with four leads: one worked on, one who shares nothing, one with a nasty name, one withdrawn."""
    names = [("Nguyễn", "Thị Ánh Tuyết"), ("Ẩn", "Danh"), ("=1+1", "@SUM(A1)"), ("Rút", "Lại")]
    badges = [
        summit.badge(
            family_name=family,
            given_name=given,
            consents=() if family == "Ẩn" else (Purpose.EXHIBITORS, Purpose.EXHIBITORS_PHONE),
            email="tuyet@example.vn",
            phone="+84 24 3999 1234",
            job_title={"vi": "Phó giám đốc", "en": "Deputy director"},
            organisation_name="Trung tâm Chuyển đổi số tỉnh Hoa Giang",
        )
        for family, given in names
    ]
    path = summit.make(booth="A12")
    capture = summit.capture(path, ticker)
    options = (Option("q", {"vi": "Quý này", "en": "This quarter"}), Option("y", {"vi": "Năm 2026", "en": "In 2026"}))
    capture.set_form(
        Form(
            (RatingWord({}, {}),) * 5,
            (
                Question("when", QuestionKind.ONE, {"vi": "Khi nào triển khai?", "en": "When?"}, options),
                Question("why", QuestionKind.TEXT, {"vi": NASTY}),
            ),
        )
    )
    subjects = [capture.read(badge.token, Method.WEDGE, staff="Đặng Ướt").subject for badge in badges]
    capture.rate(subjects[0], 4)
    capture.note(subjects[0], NOTE)
    capture.note(subjects[0], NASTY)
    capture.interest(subjects[0], summit.products[0], on=True)
    capture.answer(subjects[0], "when", "y")
    capture.answer(subjects[0], "why", NASTY)
    capture.consent(subjects[0], Channel.EMAIL, given=True, notice="booth-1", language="vi")
    capture.note(subjects[3], "Chim hoàng yến")
    with summit.database.transaction() as session:
        people.record_consent(session, badges[3].person_id, Purpose.EXHIBITORS, given=False)
    summit.merge(path)
    summit.update(path)
    return capture
