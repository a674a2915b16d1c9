"""What people work on now, from what they looked at and from the journal."""

from showcase.catalogue import edits
from showcase.catalogue.kinds import Subject
from showcase.catalogue.recent import list_recent
from tests.factories import make_organisation, make_person, make_product


def test_what_was_seen_comes_first_then_what_was_edited_last(database):
    with database.transaction() as session:
        first = make_organisation(session, "Công ty Đèn Sao Mai")
    with database.transaction() as session:
        second = make_organisation(session, "Đại học Ngày Mới")
        person = make_person(session)
    with database.transaction() as session:
        edits.update_organisation(session, first, {"email": "mai@sample.example"})

    with database.reading() as session:
        edited = list_recent(session)
        seen = list_recent(session, [(Subject.ORGANISATION, second)])

    assert (edited[0].kind, edited[0].id) == (Subject.ORGANISATION, first)
    assert {hit.id for hit in edited} == {first, second, person}
    assert [hit.id for hit in seen][:2] == [second, first]
    assert len({hit.id for hit in seen}) == len(seen) == 3
    assert edited[0].title == "Công ty Đèn Sao Mai"


def test_what_is_deleted_is_left_out_and_the_list_is_short(database):
    with database.transaction() as session:
        organisation = make_organisation(session)
        products = [make_product(session, organisation, f"Đèn {number}") for number in range(12)]
    with database.transaction() as session:
        edits.delete_product(session, products[-1])

    with database.reading() as session:
        found = list_recent(session, [(Subject.PRODUCT, products[-1])], limit=5)

    assert len(found) == 5
    assert products[-1] not in {hit.id for hit in found}


def test_an_event_nobody_worked_on_has_nothing_recent(database):
    with database.reading() as session:
        assert list_recent(session) == []
