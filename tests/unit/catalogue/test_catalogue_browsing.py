"""What is looked through by topic, kind, place or wish is counted and listed alike."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from sqlalchemy.orm import Session

from showcase.catalogue.browsing import (
    Wanted,
    count_kinds,
    count_places,
    count_seeking,
    count_shown,
    count_wanted,
    list_owners,
    list_wanted,
)
from showcase.catalogue.edits import add_topic
from showcase.catalogue.kinds import OrganisationKind, Seeking
from tests.factories import event_session, make_organisation, make_product


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as opened:
        yield opened


@pytest.fixture
def made(session: Session) -> SimpleNamespace:
    water = add_topic(session, {"ref": "water", "name": {"vi": "Nước", "en": "Water"}})
    company = make_organisation(
        session, "Anh", kind="company", region="Huế", seeking=["pilots"], topics=["water"], name_en="Anh"
    )
    city = make_organisation(session, "Bình", kind="city", country="JP", region="Kyoto", name_en="Binh")
    make_organisation(session, "Chi", kind="company", exhibits=False, country="FR", name_en="Chi")
    first = make_product(session, company, "Áo", name_en="Ao", kind="service", topics=["water"])
    second = make_product(session, city, "Bơm", name_en="Bom", kind="product", topics=["water"], seeking=["talent"])
    return SimpleNamespace(water=water, company=company, city=city, first=first, second=second)


@pytest.mark.parametrize(
    ("wanted", "counts"),
    [
        (Wanted(), {"product": 1, "service": 1, "organisation": 2}),
        (Wanted(kind=OrganisationKind.CITY), {"product": 1, "organisation": 1}),
        (Wanted(country="VN"), {"service": 1, "organisation": 1}),
        (Wanted(region="Kyoto"), {"product": 1, "organisation": 1}),
        (Wanted(seeking=Seeking.PILOTS), {"service": 1, "organisation": 1}),
        (Wanted(seeking=Seeking.TALENT), {"product": 1}),
        (Wanted(seeking=Seeking.INVESTMENT), {}),
        (Wanted(country="FR"), {}),
    ],
)
def test_counts_are_those_of_the_list(session: Session, made, wanted: Wanted, counts: dict[str, int]) -> None:
    assert count_wanted(session, wanted) == counts
    assert len(list_wanted(session, wanted)) == sum(counts.values())
    for shown, number in counts.items():
        assert len(list_wanted(session, wanted, shown)) == number


def test_of_a_topic_products_come_first_then_organisations(session: Session, made) -> None:
    found = list_wanted(session, Wanted(topic_id=made.water), language="en")
    assert [record.id for record in found] == [made.first, made.second, made.company]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_parts_of_a_list_are_the_list(session: Session, made, limit: int) -> None:
    whole = [record.id for record in list_wanted(session, Wanted(), language="vi")]
    parts = [
        record.id
        for offset in range(0, 8, limit)
        for record in list_wanted(session, Wanted(), offset=offset, limit=limit, language="vi")
    ]
    assert parts == whole
    assert len(whole) == 4


def test_who_does_not_exhibit_is_not_counted(session: Session, made) -> None:
    countries, regions = count_places(session)
    assert countries == {"JP": 1, "VN": 1}
    assert regions == {"Huế": 1, "Kyoto": 1}
    assert count_kinds(session) == {"company": 1, "city": 1}
    assert count_seeking(session) == {"pilots": 2, "talent": 1}
    assert count_shown(session) == {"products": 2, "exhibitors": 2, "countries": 2}
    assert set(list_owners(session)) == {(made.first, made.company), (made.second, made.city)}
