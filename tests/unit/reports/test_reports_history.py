"""The way to complete: a point a day, the pace of two weeks, and what helps most."""

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from showcase.catalogue.edits import add_media, assign_booths, set_event, set_pictures, update_organisation
from showcase.catalogue.queries import get_event, list_organisations
from showcase.documents.edits import PrintRun
from showcase.documents.queries import list_badge_items, list_card_items, list_sign_items
from showcase.documents.staleness import staleness
from showcase.documents.template import load_template
from showcase.people.edits import issue_badges, make_signing_key, update_person
from showcase.people.queries import list_people
from showcase.reports.helping import what_helps
from showcase.reports.history import list_days, record_day, way
from showcase.reports.printed import read_print_states
from showcase.reports.readiness import read_readiness
from showcase.reports.records import Day, PrintState, Share
from tests.factories import (
    event_session,
    make_organisation,
    make_people,
    make_person,
    make_product,
    picture_bytes,
    record_print,
)

TODAY = dt.date(2025, 11, 22)


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def before(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def test_a_day_is_kept_once(session):
    assert record_day(session, TODAY, Share(1, 4))
    assert not record_day(session, TODAY, Share(3, 4))
    assert record_day(session, before(3), Share(0, 4))

    assert list_days(session) == [Day(before(3), 0.0), Day(TODAY, 0.25)]


def test_an_event_that_asks_for_nothing_has_no_day(session):
    assert not record_day(session, TODAY, Share(0, 0))
    assert list_days(session) == []
    assert way([], TODAY, Share(0, 0)).days == ()


def test_one_day_is_no_way(session):
    found = way([], TODAY, Share(1, 2))

    assert found.days == (Day(TODAY, 0.5),)
    assert not found.is_known
    assert found.complete_on is None


def test_today_counts_as_it_is_now_and_not_as_it_was_kept_this_morning():
    found = way([Day(before(1), 0.2), Day(TODAY, 0.2)], TODAY, Share(3, 10))

    assert found.days == (Day(before(1), 0.2), Day(TODAY, 0.3))


@pytest.mark.parametrize(
    ("days", "share", "end"),
    [
        ([(10, 0.4)], Share(6, 10), TODAY + dt.timedelta(days=20)),
        ([(40, 0.0), (10, 0.4)], Share(6, 10), TODAY + dt.timedelta(days=20)),  # what is older than two weeks is past
        ([(40, 0.2)], Share(6, 10), TODAY + dt.timedelta(days=40)),  # nothing newer is known
        ([(3, 0.5)], Share(6, 10), TODAY + dt.timedelta(days=12)),
        ([(10, 0.6)], Share(6, 10), None),
        ([(10, 0.7)], Share(6, 10), None),
        ([(10, 0.5999)], Share(6, 10), None),  # in centuries
        ([(10, 0.4)], Share(10, 10), TODAY),
    ],
)
def test_the_pace_of_two_weeks_tells_the_end(days, share, end):
    kept = [Day(before(ago), known) for ago, known in days]

    assert way(kept, TODAY, share).complete_on == end


# What helps most


def test_an_empty_event_has_nothing_to_do_but_to_begin(session):
    assert what_helps(read_readiness(session)) == []


def test_signs_and_cards_wait_for_the_address_behind_their_codes(session):
    make_product(session, make_organisation(session, "Một", [("A", "A1")]))

    deeds = {deed.name: deed.count for deed in what_helps(read_readiness(session))}

    assert deeds["address"] == 2
    assert not {"print_signs", "print_cards"} & set(deeds)


def test_deeds_lead_to_the_records_they_count(session):
    set_event(session, "base_url", "https://mau.example")
    owner = make_organisation(session, "Một", [("A", "A1")], description={"vi": "x", "en": "x"})
    make_organisation(session, "Hai")
    for number in range(4):
        make_product(session, owner, f"Sản phẩm {number}")
    make_people(session, 3)

    deeds = {deed.name: deed for deed in what_helps(read_readiness(session))}

    assert next(iter(deeds)) in {"texts_products", "pictures"}
    assert (deeds["texts_products"].count, deeds["texts_products"].where) == (4, "products?text:fr")
    assert (deeds["pictures"].count, deeds["pictures"].where) == (4, "products?picture")
    assert (deeds["issue"].count, deeds["issue"].where) == (3, "printing?badges")
    assert (deeds["letters"].count, deeds["letters"].where) == (2, "letters")
    assert (deeds["booths"].count, deeds["booths"].free) == (1, 0)
    assert (deeds["print_signs"].count, deeds["print_signs"].where) == (1, "printing?signs")
    assert "address" not in deeds
    assert "print_cards" not in deeds  # none is ready
    counts = [deed.count for deed in what_helps(read_readiness(session))]
    assert counts == sorted(counts, reverse=True)


# Printed, and still true


@pytest.fixture
def printed(session: Session) -> Session:
    """Return an event of which everything was printed: two badges, three signs, one card."""
    set_event(session, "base_url", "https://mau.example")
    first = make_organisation(session, "Một", [("A", "A1"), ("A", "A2")])
    make_organisation(session, "Hai", [("A", "A3")])
    set_pictures(session, make_product(session, first), [{"media_id": add_media(session, picture_bytes()).id}])
    issue_badges(session, make_people(session, 2), make_signing_key(session, "một cụm mật khẩu dài"))
    for template, items in (
        ("badge-a6", list_badge_items(session)),
        ("booth-sign-a4", list_sign_items(session)),
        ("product-card-a5", list_card_items(session)),
    ):
        record_print(session, PrintRun(load_template(template), items, "page", get_event(session).languages))
    return session


def test_what_was_just_printed_is_true(printed):
    assert read_print_states(printed) == (
        PrintState("badge", 2, 0, 0),
        PrintState("booth_sign", 3, 0, 0),
        PrintState("product_card", 1, 0, 0),
    )


def test_what_changed_since_it_was_printed_is_found(printed):
    update_person(printed, list_people(printed)[0].id, {"given_name": "Tên Mới"})
    make_person(printed)  # has no badge, so nothing to print
    organisation = next(record for record in list_organisations(printed) if record.name["vi"] == "Hai")
    update_organisation(printed, organisation.id, {"name": {"vi": "Hai Mới"}})
    assign_booths(printed, make_organisation(printed, "Ba"), [("A", "A9")])
    make_product(printed, organisation.id, "Mới")

    assert read_print_states(printed) == (
        PrintState("badge", 2, 0, 1),
        PrintState("booth_sign", 4, 1, 1),
        PrintState("product_card", 2, 1, 0),
    )
    assert [item.title for item in staleness(printed, "booth_sign").changed] == ["A A3 · Hai Mới"]
    deeds = {deed.name: deed.count for deed in what_helps(read_readiness(printed), read_print_states(printed))}
    assert (deeds["changed_badges"], deeds["changed_signs"], deeds["print_signs"]) == (1, 1, 1)


def test_what_is_set_back_is_true_again(printed):
    person = list_people(printed)[0]
    update_person(printed, person.id, {"given_name": "Tên Mới"})
    update_person(printed, person.id, {"given_name": person.given_name})

    assert staleness(printed, "badge").changed == ()


def test_signs_are_not_compared_without_an_address(printed):
    set_event(printed, "base_url", "")

    assert [state.kind for state in read_print_states(printed)] == ["badge"]
