"""What was never printed and what changed since: exactly that, whatever is edited."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.edits import assign_booths, set_event
from showcase.catalogue.queries import list_booths
from showcase.documents import edits, queries
from showcase.documents.items import PrintItem
from showcase.documents.staleness import Staleness, staleness
from showcase.documents.template import load_template
from showcase.errors import RefusedError
from showcase.people.edits import get_signer, issue_badges, reissue_badge, revoke_badge, update_person
from showcase.store.database import Database
from tests.factories import make_organisation, make_people, make_person, make_product, record_print

PASSPHRASE = "a long passphrase for tests"
TEMPLATES = {"badge": "badge-a6", "booth_sign": "booth-sign-a4", "product_card": "product-card-a5"}


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        set_event(session, "base_url", "https://sample.example")
        yield session


def print_all(session: Session, kind, only=lambda _item: True, refused=()) -> None:
    items = [item for item in queries.list_items(session, kind) if only(item)]
    fates = {place: {"key": "documents.badge_missing", "params": {}} for place in refused}
    record_print(session, edits.PrintRun(load_template(TEMPLATES[kind]), items, "page", ("vi",)), fates)


def titles(items: tuple[PrintItem, ...]) -> list[str]:
    return [item.title for item in items]


def recode(session: Session, old: str, new: str) -> None:
    (booth,) = [booth for booth in list_booths(session) if booth.code == old]
    editing.change(session, "booths", booth.id, [Change("code", new)])


@pytest.fixture
def hall(session):
    """Return a hall in which everything is printed: one booth, two booths, a booth that two share."""
    one = make_organisation(session, "Một", [("A", "A1")], name_en="One")
    two = make_organisation(session, "Hai", [("A", "A2"), ("A", "A3")], name_en="Two")
    make_organisation(session, "Ba", [("A", "A4")], name_en="Three")
    make_organisation(session, "Bốn", [("A", "A4")], name_en="Four")
    make_product(session, one, "Đèn")
    make_product(session, two, "Bản đồ")
    for kind in ("booth_sign", "product_card"):
        print_all(session, kind)
    return {"one": one, "two": two}


@pytest.mark.parametrize("kind", TEMPLATES)
def test_nothing_there_is_nothing_to_print(session, kind):
    assert staleness(session, kind) == Staleness((), ())


def test_what_was_printed_and_not_touched_is_neither(session, hall):
    for kind in ("booth_sign", "product_card"):
        assert staleness(session, kind) == Staleness((), ())


@pytest.mark.parametrize(
    ("old", "signs", "cards"),
    [("A1", ["A Z9 · Một"], ["Đèn"]), ("A3", ["A Z9 · Hai"], ["Bản đồ"]), ("A4", ["A Z9 · Ba", "A Z9 · Bốn"], [])],
)
def test_another_code_of_a_booth_makes_stale_exactly_what_shows_it(session, hall, old, signs, cards):
    recode(session, old, "Z9")
    found = staleness(session, "booth_sign")
    assert (found.unprinted, sorted(titles(found.changed))) == ((), signs)
    assert titles(staleness(session, "product_card").changed) == cards


def test_what_is_printed_again_is_good_again(session, hall):
    recode(session, "A3", "Z9")
    print_all(session, "booth_sign", lambda item: item.values["code"] == "Z9")
    assert staleness(session, "booth_sign") == Staleness((), ()), "the other sign of the exhibitor still hangs"


def test_a_sign_that_was_printed_over_is_stale_when_its_code_comes_back(session, hall):
    for old, new in (("A1", "Z9"), ("Z9", "A1")):
        recode(session, old, new)
        if new == "Z9":
            print_all(session, "booth_sign")
    assert titles(staleness(session, "booth_sign").changed) == ["A A1 · Một"]


def test_a_change_that_is_taken_back_before_it_was_printed_is_none(session, hall):
    recode(session, "A1", "Z9")
    recode(session, "Z9", "A1")
    assert staleness(session, "booth_sign") == Staleness((), ())


def test_a_new_exhibitor_is_unprinted_and_one_who_left_is_neither(session, hall):
    make_organisation(session, "Năm", [("A", "A5")], name_en="Five")
    assign_booths(session, hall["one"], [])
    found = staleness(session, "booth_sign")
    assert (titles(found.unprinted), found.changed) == (["A A5 · Năm"], ())


def test_the_name_of_the_event_is_on_everything(session, hall):
    set_event(session, "name.vi", "Hội nghị Khác")
    assert len(staleness(session, "booth_sign").changed) == 5
    assert len(staleness(session, "product_card").changed) == 2


def test_signs_without_an_address_are_refused(session, hall):
    set_event(session, "base_url", "")
    with pytest.raises(RefusedError):
        staleness(session, "booth_sign")
    assert len(staleness(session, "booth_sign", "https://other.example").changed) == 5, "their codes lead elsewhere"


def test_a_badge_is_unprinted_until_it_is_printed_and_again_when_it_is_replaced(session):
    signer = get_signer(session, PASSPHRASE)
    people = make_people(session, 3)
    assert staleness(session, "badge") == Staleness((), ()), "nobody has a badge that could be printed"
    badges = issue_badges(session, people, signer)
    assert {item.subject for item in staleness(session, "badge").unprinted} == {str(badge.id) for badge in badges}
    print_all(session, "badge")
    update_person(session, people[0], {"given_name": "Tên Mới"})
    found = staleness(session, "badge")
    assert (found.unprinted, [item.subject for item in found.changed]) == ((), [str(badges[0].id)])
    new = reissue_badge(session, badges[1].id, signer, reason="lost")
    revoke_badge(session, badges[0].id)
    found = staleness(session, "badge")
    assert ([item.subject for item in found.unprinted], found.changed) == ([str(new.id)], ())


def test_what_was_left_out_of_a_job_was_not_printed(session):
    issue_badges(session, [make_person(session)], get_signer(session, PASSPHRASE))
    print_all(session, "badge", refused=[0])
    assert len(staleness(session, "badge").unprinted) == 1


def test_many_things_take_as_many_statements_as_few(session):
    counts = []
    for many in (2, 30):
        for n in range(many):
            make_organisation(session, f"Công ty {many}-{n}", [("A", f"A{many}-{n}")], name_en=f"Company {many}-{n}")
        print_all(session, "booth_sign")
        statements: list[str] = []

        def note(_connection, _cursor, statement, *_rest, kept=statements) -> None:
            kept.append(statement)

        event.listen(session.get_bind(), "before_cursor_execute", note)
        staleness(session, "booth_sign")
        event.remove(session.get_bind(), "before_cursor_execute", note)
        counts.append(len(statements))
    assert counts[0] == counts[1]
