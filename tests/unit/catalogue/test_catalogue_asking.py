"""What a visitor is answered at each key: the best first, every hit within reach, what goes on, what is near."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from showcase.catalogue.asking import Answer, ask
from showcase.catalogue.edits import add_topic
from tests.factories import event_session, make_organisation, make_product


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def names(answer: Answer, language: str = "vi") -> list[str]:
    return [record.name[language] for record in answer.records]


def through(session: Session, typed: str, shown: str = "") -> list[str]:
    """Turn all pages; return what stood on them."""
    seen: list[str] = []
    while part := names(ask(session, typed, shown, offset=len(seen), limit=7)):
        seen += part
    return seen


def test_the_very_accents_come_first(session):
    maker = make_organisation(session, "Xưởng")
    for name in ("Hệ do thị", "Bản đồ thị", "Đỗ thi", "Đô thị"):
        make_product(session, maker, name, name_en="")
    assert names(ask(session, "đô thị"))[0] == "Đô thị"
    assert names(ask(session, "đỗ thi"))[0] == "Đỗ thi"
    assert len(names(ask(session, "do thi"))) == 4


def test_the_best_of_many_comes_first(session):
    maker = make_organisation(session, "Xưởng")
    for number in range(200):
        make_product(session, maker, f"Bản đồ thị {number:03}", name_en="")
    make_product(session, maker, "Đô thị", name_en="")
    assert names(ask(session, "đô thị"))[0] == "Đô thị"


def test_every_hit_is_on_some_page_and_on_one_alone(session):
    maker = make_organisation(session, "Nhà máy")
    wanted = [make_product(session, maker, f"Hộp {n:03}", name_en="") for n in range(130)]
    services = [make_product(session, maker, f"Hộp thuê {n}", name_en="", kind="service") for n in range(9)]
    seen = through(session, "hop")
    assert len(seen) == len(set(seen)) == len(wanted) + len(services) == sum(ask(session, "hop").counts.values())
    assert sorted(through(session, "hop", "service")) == [f"Hộp thuê {n}" for n in range(9)]
    assert len(through(session, "hop", "product")) == 130


def test_topics_are_found_when_something_is_filed_under_them(session):
    add_topic(session, {"ref": "move", "name": {"vi": "Giao thông xanh", "en": "Green mobility"}})
    add_topic(session, {"ref": "none", "name": {"vi": "Giao thông ngầm", "en": "Tunnels"}})
    make_product(session, make_organisation(session, "Xưởng"), "Xe", name_en="", topics=["move"])
    answer = ask(session, "giao thong", "topic")
    assert answer.counts["topic"] == 1
    assert names(answer) == ["Giao thông xanh"]
    assert answer.records[0].products == 1


def test_what_is_nearly_it_is_answered_with_records(session):
    maker = make_organisation(session, "Xưởng")
    make_product(session, maker, "Xe điện bay", name_en="Flying tram")
    make_product(session, maker, "Xe buýt", name_en="Bus")
    answer = ask(session, "flying trom", language="en")
    assert answer.counts == {}
    assert "flying tram" in answer.near
    assert names(answer, "en") == ["Flying tram"]
    assert ask(session, "qqqq").records == []


def test_a_text_without_words_asks_nothing(session):
    assert ask(session, " -- ") == Answer({}, ())
