"""The programme on the back of a badge: what takes place, never more than a back has room for."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session

from showcase.catalogue import edits
from showcase.catalogue.queries import get_event
from showcase.documents.fields import sample_item
from showcase.documents.items import PrintItem
from showcase.documents.layout import lay_out
from showcase.documents.page import Page, TextLine
from showcase.documents.preflight import check
from showcase.documents.programme import programme_rows
from showcase.documents.template import load_template
from showcase.printing.measure import FontMeasure
from showcase.store.database import Database
from tests.factories import make_people

MEASURE = FontMeasure()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        yield session


def room(session: Session, code: str, seats: int | None) -> uuid.UUID:
    return edits.add_room(session, {"code": code, "name": {"vi": f"Phòng {code}"}, "capacity": seats})


def talks(session: Session, where: uuid.UUID | None, day: int, count: int, title: str, **fields: object) -> None:
    for number in range(count):
        starts = dt.datetime(2027, 12, day, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=40 * number)
        ends = starts + dt.timedelta(minutes=30)
        called = {"vi": f"{title} {number}"}
        edits.add_session(session, {"room_id": where, "starts_at": starts, "ends_at": ends, "title": called, **fields})


def rows(session: Session) -> list[tuple[str, str, str]]:
    """Return day or title, start and room of each row."""

    def spelt(value: Any) -> str:
        return value if isinstance(value, str) else value["vi"]

    found = programme_rows(session, get_event(session))
    return [(spelt(row["day"] or row["title"]), row["start"], spelt(row["room"])) for row in found]


def test_days_stand_above_their_sessions_in_the_time_of_the_place(session):
    main = room(session, "A", 300)
    talks(session, main, 22, 2, "Mở đầu")
    talks(session, main, 23, 1, "Kết thúc")
    talks(session, main, 22, 1, "Huỷ", status="cancelled")
    assert rows(session) == [
        ("Thứ Tư 22.12.2027", "", ""),
        ("Mở đầu 0", "08:00", ""),
        ("Mở đầu 1", "08:40", ""),
        ("Thứ Năm 23.12.2027", "", ""),
        ("Kết thúc 0", "08:00", ""),
    ]


def test_rooms_are_named_where_there_are_several(session):
    talks(session, room(session, "A", 300), 22, 1, "Một")
    talks(session, room(session, "B", 50), 22, 1, "Hai")
    assert rows(session)[1:] == [("Một 0", "08:00", "Phòng A"), ("Hai 0", "08:00", "Phòng B")]


def test_of_a_large_programme_the_main_room_is_shown(session):
    talks(session, room(session, "A", 50), 22, 9, "Nhỏ")
    talks(session, room(session, "B", 300), 22, 6, "Lớn")
    assert [row[0] for row in rows(session)[1:]] == [f"Lớn {number}" for number in range(6)]


def test_an_event_without_a_programme_has_none(session):
    assert rows(session) == []
    make_people(session, 1)
    made = lay_out(load_template("badge-a6"), sample_badge(session), MEASURE, ("vi", "en"))
    assert made.back is not None
    (large,) = (line for line in made.back.items if isinstance(line, TextLine) and line.weight == 800 and line.pt > 45)
    assert large.text == "Minh"


def sample_badge(session: Session) -> PrintItem:
    sample = sample_item("badge")
    shown = programme_rows(session, get_event(session))
    return PrintItem(sample.subject, "badge", sample.title, {**sample.values, "programme": shown})


@pytest.mark.parametrize("name", ["badge-a6", "badge-a6-landscape"])
@pytest.mark.parametrize("days", [1, 2, 3, 4, 5, 7, 12])
def test_however_long_it_is_a_badge_has_room_for_it(session, name, days):
    main = room(session, "A", 300)
    for day in range(days):
        talks(session, main, 10 + day, 14, "Bàn tròn thị trưởng về giao thông không phát thải")
    made = lay_out(load_template(name), sample_badge(session), MEASURE, ("vi", "en"))
    assert check([made]) == [[notice for notice in check([made])[0] if notice.severity == "look"]]
    assert made.back is not None
    assert inks_apart(made.back)


def inks_apart(page: Page) -> bool:
    """Tell whether no line of text reaches into the next below it."""
    lines = [line for line in page.items if isinstance(line, TextLine)]
    boxes = []
    for line in lines:
        above, below = MEASURE.ink_em(line.text, line.weight)
        em = line.pt * 25.4 / 72
        boxes.append(
            (line.x_mm, line.baseline_mm - above * em, line.x_mm + line.width_mm, line.baseline_mm + below * em)
        )
    return not any(
        min(one[2], other[2]) - max(one[0], other[0]) > 0.02 and min(one[3], other[3]) - max(one[1], other[1]) > 0.02
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
    )
