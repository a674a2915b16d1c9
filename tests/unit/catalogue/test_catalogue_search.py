from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as events
from sqlalchemy.orm import Session

from showcase.catalogue import edits, queries
from showcase.catalogue.kinds import Subject
from showcase.catalogue.search import match, reindex_all, search
from tests.factories import event_session, make_organisation, make_person, make_product


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def titles(session, typed, *kinds: Subject):
    return [hit.title for hit in search(session, typed, kinds)]


def test_words_are_found_without_accents_and_unfinished(session):
    make_organisation(
        session, "Đại học Điện lực Đà Lạt", name_en="Dalat Power University", booths=[("Bellini", "2001A")]
    )
    for typed in (
        "dien",
        "DIEN luc",
        "Điện",
        "đà lạt",
        "da lat dai h",
        "power",
        "2001a",
        "bellini 2001",
        "“Điện” - lực",
    ):
        assert titles(session, typed, Subject.ORGANISATION) == ["Đại học Điện lực Đà Lạt"], typed
    for typed in ("dienx", "luc luc dai hocc", "", "  ", "***", '"'):
        assert titles(session, typed) == [], typed


def test_the_last_word_only_is_a_prefix(session):
    make_organisation(session, "Sao Mai")
    assert titles(session, "sao m")
    assert not titles(session, "s mai")


def test_the_index_follows_every_edit(session):
    row = make_organisation(session, "Sao Mai", name_en="Dawn")
    make_product(session, row, "Đèn đường")
    person = make_person(session, "Đặng", "Văn Đức", organisation_id=row)
    assert titles(session, "sao mai") == ["Sao Mai", "Đèn đường", "Đặng Văn Đức"]
    edits.update_organisation(session, row, {"name": {"vi": "Sao Hôm"}})
    assert titles(session, "sao mai") == []
    assert titles(session, "sao hom") == ["Sao Hôm", "Đèn đường", "Đặng Văn Đức"]
    assert [hit.id for hit in search(session, "dang van duc", [Subject.PERSON])] == [person]
    edits.assign_booths(session, row, [("H1", "Z42")])  # a bare number may open a sign number too
    assert titles(session, "z42") == ["Sao Hôm", "H1 Z42"]
    edits.delete_organisation(session, row)
    assert titles(session, "sao hom") == ["Đặng Văn Đức"]
    edits.restore_organisation(session, row)
    assert len(titles(session, "sao hom")) == 4
    reindex_all(session)
    assert len(titles(session, "sao hom")) == 4


def test_kinds_are_found_in_the_order_asked(session):
    row = make_organisation(session, "Sao Mai")
    make_product(session, row, "Sao")
    found = search(session, "sao", [Subject.PRODUCT, Subject.ORGANISATION], limit=5)
    assert [hit.kind for hit in found] == [Subject.PRODUCT, Subject.ORGANISATION]
    assert len(search(session, "sao", limit=1)) == 1


def test_lists_filter_by_what_is_typed(session):
    row = make_organisation(session, "Sao Mai")
    make_organisation(session, "Tỉnh Mây Trắng")
    make_product(session, row, "Đèn đường")
    assert [one.name["vi"] for one in queries.list_organisations(session, "may")] == ["Tỉnh Mây Trắng"]
    assert queries.count_products(session, "sao den") == 1
    assert queries.list_products(session, "?!") == []
    assert queries.count_products(session, "  ") == 1


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40) | st.text(alphabet="\"'*()-^:+ANDORNEARđ{}\x00\ud800😀 ", max_size=20))
def test_nothing_that_can_be_typed_fails(session, typed):
    search(session, typed)
    queries.count_organisations(session, typed)
    assert match(typed) == "" or match(typed).endswith("*")


def test_lists_take_a_fixed_number_of_statements(session):
    statements: list[str] = []
    engine = session.get_bind()
    edits.add_topic(session, {"ref": "water", "name": "Nước"})

    def counted(listing) -> int:
        statements.clear()
        assert listing(session)
        return len(statements)

    row = make_organisation(session, "Sao", booths=[("H", "0")], topics=["water"])
    make_product(session, row, topics=["water"])
    events.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    lists = (queries.list_organisations, queries.list_products, queries.list_booths)
    one = [counted(listing) for listing in lists]
    for n in range(1, 30):
        row = make_organisation(session, f"Sao {n}", booths=[("H", str(n))], topics=["water"])
        make_product(session, row, topics=["water"])
    assert [counted(listing) for listing in lists] == one
    assert one <= [5, 8, 3]


def test_pages_follow_each_other(session):
    for n in range(25):
        make_organisation(session, f"Sao {n:02}")
    pages = [queries.list_organisations(session, limit=10, offset=start) for start in (0, 10, 20)]
    assert [len(page) for page in pages] == [10, 10, 5]
    names = [one.name["vi"] for page in pages for one in page]
    assert names == sorted(names)
    assert [one.name["vi"] for one in queries.list_organisations(session, limit=1, descending=True)] == ["Sao 24"]
    assert queries.list_organisations(session, ids=[]) == []


def test_names_are_sorted_as_vietnamese_is(session):
    for name in ("Đá", "Dung", "Đa", "Em", "Dã", "an"):
        make_organisation(session, name)
    assert [one.name["vi"] for one in queries.list_organisations(session)] == ["an", "Dã", "Dung", "Đa", "Đá", "Em"]
