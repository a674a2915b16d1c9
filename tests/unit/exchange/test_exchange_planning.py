from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from showcase.catalogue import edits
from showcase.catalogue.kinds import OrganisationKind, ProductKind
from showcase.catalogue.queries import list_booths, list_organisations, list_products, list_topics
from showcase.catalogue.search import reindex_all, search
from showcase.errors import Cancelled, InputError
from showcase.exchange.importing import Plan, Verdict, apply, plan
from showcase.exchange.table import Row, Table
from showcase.messages import LANGUAGES, sentence
from showcase.people.edits import delete_person
from showcase.people.kinds import NameOrder, Role
from showcase.people.queries import list_people
from tests.factories import event_session, make_organisation, make_person, make_product
from tests.lists import EXHIBITORS, PEOPLE, PRODUCTS, Rows


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def table(rows: Rows) -> Table:
    return Table(Path("list.csv"), tuple(Row(line, tuple(cells)) for line, cells in enumerate(rows, 1)), delimiter=",")


def take(session: Session, rows: Rows, kind: str = "exhibitors", **options: Any) -> Plan:
    """Plan a list and write it."""
    planned = plan(session, table(rows), kind, **options)
    apply(session, planned)
    return planned


def counts(planned: Plan) -> tuple[int, int, int, int]:
    """Return added, changed, unchanged, rejected."""
    return tuple(planned.count(verdict) for verdict in Verdict)  # type: ignore[return-value]


def reasons(planned: Plan) -> list[tuple[int, str]]:
    """Return (line, key) of the rows that are rejected, each of which has its sentence in every language."""
    rejected = [row for row in planned.rows if row.verdict is Verdict.REJECTED]
    for row in rejected:
        assert row.reason is not None
        assert all(sentence(row.reason, language) for language in LANGUAGES)
    return [(row.line, row.reason.key) for row in rejected if row.reason]


def everything(session: Session) -> list[Any]:
    """Return all that an import may write, times and versions included."""
    session.flush()
    tables = ("organisations", "people", "products", "booths", "halls", "topics", "search_index", "booth_assignments")
    return [session.execute(text(f"SELECT * FROM {name} ORDER BY 1, 2")).all() for name in tables]


def indexed(session: Session) -> set[Any]:
    rows = session.execute(text("SELECT folded, kind, subject_id, title FROM search_index"))
    return {(frozenset(row.folded.split()), *row[1:]) for row in rows}


def test_exhibitors_in_three_languages(session):
    planned = take(session, EXHIBITORS)
    assert counts(planned) == (3, 0, 0, 0)
    lamps, university, society = sorted(list_organisations(session), key=lambda it: it.name["en"])
    assert lamps.name == {"vi": "Công ty Đèn Sao Mai", "en": "Morning Star Lamps", "fr": "Lampes du Matin"}
    assert lamps.description == {"vi": "Đèn biết nghĩ"}
    assert (lamps.ref, lamps.country, lamps.exhibits, lamps.kind) == ("E1", "VN", True, OrganisationKind.COMPANY)
    assert [(booth.hall, booth.code) for booth in lamps.booths] == [("A", "A1"), ("A", "A2")]
    assert university.seeking == ("investment",)
    assert (society.country, society.seeking) == ("FR", ())
    shared = {booth.code: len(booth.exhibitors) for booth in list_booths(session)}
    assert shared == {"A1": 1, "A2": 1, "B7": 2}
    assert [hit.title for hit in search(session, "song em")][:1] == ["Hiệp hội Sông Êm"]
    assert len({lamps.number, society.number, university.number}) == 3


def test_people_with_names_of_their_culture(session):
    take(session, EXHIBITORS)
    assert counts(take(session, PEOPLE, "people")) == (4, 0, 0, 0)
    people = {person.name: person for person in list_people(session)}
    ngoc = people["Nguyễn Thị Bích Ngọc"]
    assert (ngoc.family_name, ngoc.given_name, ngoc.name_order) == ("Nguyễn Thị Bích", "Ngọc", NameOrder.FAMILY_FIRST)
    assert (ngoc.role, ngoc.job_title, ngoc.email) == (Role.SPEAKER, {"vi": "Giám đốc"}, "ngoc@sao-mai.example")
    assert ngoc.organisation["vi"] == "Công ty Đèn Sao Mai"
    moreau = people["Zoé MOREAU"]
    assert (moreau.given_name, moreau.family_name, moreau.country) == ("Zoé", "MOREAU", "FR")
    assert (moreau.role, moreau.organisation["fr"]) == (Role.SPEAKER, "Université du Jour")
    assert (people["Kim Min-jun"].family_name, people["Kim Min-jun"].role) == ("Kim", Role.VIP)
    assert people["Ðặng Văn Ế"].organisation_name == "Báo Ngày Mai"


def test_products_of_their_exhibitors(session):
    take(session, EXHIBITORS)
    assert counts(take(session, PRODUCTS, "products")) == (2, 0, 0, 0)
    lamp, river = sorted(list_products(session), key=lambda it: it.name["en"], reverse=True)
    assert (lamp.exhibitor.name["en"], lamp.kind, lamp.pitch) == (
        "Morning Star Lamps",
        ProductKind.PRODUCT,
        {"vi": "Sáng"},
    )
    assert [link["url"] for link in lamp.links] == ["https://den.example"]
    assert (river.exhibitor.name["vi"], river.kind) == ("Hiệp hội Sông Êm", ProductKind.SERVICE)
    assert [topic.ref for topic in lamp.topics] == ["do-thi-xanh", "nang-luong"] or len(lamp.topics) == 2
    assert {topic.name["vi"] for topic in list_topics(session)} == {"Năng lượng", "Đô thị xanh"}


@pytest.mark.parametrize(("rows", "kind"), [(EXHIBITORS, "exhibitors"), (PEOPLE, "people"), (PRODUCTS, "products")])
def test_the_same_list_again_changes_nothing(session, rows, kind):
    take(session, EXHIBITORS)
    take(session, rows, kind)
    before = everything(session)
    again = take(session, rows, kind)
    assert counts(again) == (0, 0, len(rows) - 1, 0)
    assert not again.writes
    assert everything(session) == before


@pytest.mark.parametrize(("rows", "kind"), [(EXHIBITORS, "exhibitors"), (PEOPLE, "people"), (PRODUCTS, "products")])
def test_the_search_index_is_what_indexing_anew_would_make(session, rows, kind):
    take(session, EXHIBITORS)
    take(session, rows, kind)
    take(session, [rows[0], *[[row[0], *[cell.replace("ê", "ô") for cell in row[1:]]] for row in rows[1:]]], kind)
    written = indexed(session)
    reindex_all(session)
    assert written == indexed(session)


def test_an_empty_cell_keeps_what_is_there(session):
    make_organisation(session, "Sao Mai", booths=[("A", "A1")], phone="024 1", description={"vi": "Đèn"}, ref="E1")
    planned = take(session, [["id", "name", "phone", "booths", "description"], ["E1", "Sao Mai", "", "", ""]])
    (row,) = list_organisations(session)
    assert (row.phone, row.description, [booth.code for booth in row.booths]) == ("024 1", {"vi": "Đèn"}, ["A1"])
    assert counts(planned) == (0, 1, 0, 0)
    assert dict(planned.rows[0].after) == {"name": {"vi": "Sao Mai", "en": "Sao Mai"}}


def test_a_change_says_what_was_and_what_will_be(session):
    take(session, EXHIBITORS)
    rows = [["Mã", "Tên đơn vị", "Gian hàng", "Sảnh"], ["E1", "CÔNG TY ĐÈN SAO MAI", "A2; A9", "A"]]
    planned = take(session, rows)
    (row,) = planned.rows
    assert row.verdict is Verdict.CHANGED
    assert row.before["name"]["vi"] == "Công ty Đèn Sao Mai"
    assert row.after["name"]["vi"] == "CÔNG TY ĐÈN SAO MAI"
    assert row.before["booths"] == (("A", "A1"), ("A", "A2"))
    assert row.after["booths"] == (("A", "A2"), ("A", "A9"))
    changed = next(it for it in list_organisations(session) if it.ref == "E1")
    assert [booth.code for booth in changed.booths] == ["A2", "A9"]
    assert changed.version == 2
    assert [hit.title for hit in search(session, "a9")][:1] == ["CÔNG TY ĐÈN SAO MAI"]


def test_organisations_are_found_without_their_accents(session):
    make_organisation(session, "Công ty Đèn Sao Mai")
    assert counts(take(session, [["Tên đơn vị"], ["CONG TY DEN SAO MAI"]]))[:2] == (0, 1)
    assert len(list_organisations(session)) == 1


def test_what_was_deleted_does_not_come_back_by_itself(session):
    gone = make_organisation(session, "Sao Mai", ref="E1")
    edits.delete_organisation(session, gone)
    assert reasons(take(session, [["id", "name"], ["E1", "Sao Mai"]])) == [(2, "exchange.was_deleted")]


def test_rows_that_cannot_be_taken_do_not_keep_the_others_out(session):
    rows = [
        ["name", "email", "country", "booths", "hall"],
        ["", "a@sao.example", "", "", ""],
        ["Sao", "not an address", "", "", ""],
        ["Mai", "", "Atlantis", "", ""],
        ["Êm", "", "", "A1; A2; A3", "A; B"],
        ["Tốt", "tot@sao.example", "VN", "A1", "A"],
        ["x" * 201, "", "", "", ""],
        ["So\ufffd", "", "", "", ""],
        ["Dài", "", "", "", "", "one cell more"],
        ["#REF!", "", "", "", ""],
    ]
    planned = take(session, rows)
    assert reasons(planned) == [
        (2, "exchange.cell_empty"),
        (3, "catalogue.email"),
        (4, "exchange.country_unknown"),
        (5, "exchange.halls_uneven"),
        (7, "catalogue.too_long"),
        (8, "exchange.text_lost"),
        (9, "exchange.row_too_long"),
        (10, "exchange.formula_failed"),
    ]
    assert [row.name["en"] for row in list_organisations(session)] == ["Tốt"]


def test_people_and_products_that_cannot_be_taken(session):
    make_organisation(session, "Sao Mai", name_en="Twin")
    make_organisation(session, "Sao Đêm", name_en="Twin")
    rows = [
        ["name", "role", "organisation"],
        ["An", "king", ""],
        ["", "vip", "Sao Mai"],
        ["a" * 150 + " b" * 99, "", ""],
    ]
    assert reasons(take(session, rows, "people")) == [
        (2, "exchange.word_unknown"),
        (3, "exchange.cell_empty"),
        (4, "exchange.name_too_long"),
    ]
    rows = [
        ["name", "exhibitor"],
        ["Lamp", "Nobody"],
        ["Lamp", "Twin"],
        ["Lamp", ""],
        ["", "Sao Mai"],
        ["Lamp", "sao mai"],
    ]
    assert reasons(take(session, rows, "products")) == [
        (2, "exchange.organisation_unknown"),
        (3, "exchange.organisation_ambiguous"),
        (4, "exchange.cell_empty"),
        (5, "exchange.cell_empty"),
    ]
    assert len(list_products(session)) == 1


def test_two_rows_of_one_exhibitor_are_one_or_contradict_each_other(session):
    rows = [
        ["id", "name", "booths", "phone", "tags"],
        ["E1", "Sao Mai", "A1", "", "new"],
        ["E1", "Sao Mai", "A2", "024 1", "green"],
        ["E1", "Sao Mai", "", "024 2", ""],
        ["", "SAO MAI", "A3", "", ""],
        ["E2", "Sao Mai", "B1", "", ""],
    ]
    planned = take(session, rows)
    assert reasons(planned)[0] == (4, "exchange.row_conflict")
    assert [(row.line, row.same_as) for row in planned.rows if row.same_as] in ([(3, 2)], [(3, 2), (5, 2)])
    first = next(it for it in list_organisations(session) if it.ref == "E1")
    assert {booth.code for booth in first.booths} >= {"A1", "A2"}
    assert (first.phone, first.tags) == ("024 1", ("new", "green"))
    assert {it.ref for it in list_organisations(session)} == {"E1", "E2"}


def test_two_people_of_one_name_are_two(session):
    rows = [
        ["name", "organisation", "email"],
        ["Nguyễn Văn Đức", "Sao", "duc1@sao.example"],
        ["Nguyễn Văn Đức", "Sao", "duc2@sao.example"],
        ["Nguyễn Văn Đức", "Sao", "duc2@sao.example"],
    ]
    planned = take(session, rows, "people")
    assert counts(planned) == (2, 0, 1, 0)
    assert counts(take(session, rows, "people")) == (0, 0, 3, 0)
    assert len(list_people(session)) == 2
    unclear = take(session, [["name", "organisation", "job title"], ["Nguyễn Văn Đức", "Sao", "Kỹ sư"]], "people")
    assert reasons(unclear) == [(2, "exchange.several_match")]


def test_a_name_that_was_parted_better_by_hand_stays(session):
    make_person(session, "Nguyễn", "Thị Bích Ngọc", organisation_name="Sao")
    planned = take(session, [["Họ và tên", "Đơn vị", "Chức vụ"], ["Nguyễn Thị Bích Ngọc", "Sao", "Kỹ sư"]], "people")
    assert counts(planned) == (0, 1, 0, 0)
    (person,) = list_people(session)
    assert (person.family_name, person.given_name, person.job_title) == ("Nguyễn", "Thị Bích Ngọc", {"vi": "Kỹ sư"})


def test_the_role_of_new_people_does_not_change_the_old(session):
    make_person(session, "Lê", "Minh", role="speaker", organisation_name="Sao")
    rows = [["name", "organisation"], ["Lê Minh", "Sao"], ["Lê Nam", "Sao"]]
    assert counts(take(session, rows, "people", role=Role.PRESS)) == (1, 0, 1, 0)
    assert {person.name: person.role for person in list_people(session)} == {
        "Lê Minh": Role.SPEAKER,
        "Lê Nam": Role.PRESS,
    }


def test_a_deleted_person_is_not_met_again_by_name(session):
    delete_person(session, make_person(session, "Lê", "Minh", organisation_name="Sao"))
    assert counts(take(session, [["name", "organisation"], ["Lê Minh", "Sao"]], "people")) == (1, 0, 0, 0)


def test_products_are_found_by_their_owner_and_ref(session):
    first = make_organisation(session, "Sao Mai", ref="E1")
    make_organisation(session, "Sao Đêm", name_en="Night Star", ref="E2")
    make_product(session, first, "Đèn", name_en="Lamp", ref="P1")
    rows = [["id", "name", "exhibitor ref"], ["P1", "Lamp", "E2"], ["", "Lamp", "E1"]]
    planned = take(session, rows, "products")
    assert counts(planned) == (1, 1, 0, 0)
    owners = {product.ref: product.exhibitor.name["en"] for product in list_products(session)}
    assert owners == {"P1": "Night Star", None: "Morning Star Imaginary"}


def test_repeated_headings_and_lists_without_rows(session):
    rows = [EXHIBITORS[0], EXHIBITORS[1], EXHIBITORS[0], EXHIBITORS[2]]
    assert counts(take(session, rows)) == (2, 0, 0, 0)
    with pytest.raises(InputError) as caught:
        plan(session, table([EXHIBITORS[0]]), "exhibitors")
    assert "list.csv" in sentence(caught.value, "vi")


@pytest.mark.parametrize("cell", ["vi; en", "vi, en", "vi/en"])
def test_languages_of_people_are_parted_as_people_part_them(session, cell):
    take(session, [["Họ và tên", "Ngôn ngữ"], ["Nguyễn Ánh", cell]], "people")
    assert list_people(session)[0].languages == ("vi", "en")


def test_what_the_list_leaves_out_is_as_if_it_was_typed(session):
    ignored = ("id", "ref", "number", "created_at", "updated_at", "search_key")
    orders = {"sort_vi", "sort_en", "sort_fr"}
    make_organisation(session, "Sao Mai", country=None)
    make_person(session, "Nguyễn", "Ánh", role="visitor", country=None)
    take(session, [["Mã", "Tên đơn vị"], ["E1", "Sao Mai 2"]])
    take(session, [["Mã", "Họ và tên"], ["P1", "Trần Ánh"]], "people")
    for table_name, differs in (("organisations", {"name"} | orders), ("people", {"family_name"} | orders)):
        rows = session.execute(text(f"SELECT * FROM {table_name} ORDER BY ref IS NOT NULL")).mappings().all()
        typed, listed = ({name: it for name, it in row.items() if name not in ignored} for row in rows)
        assert {name for name in typed if typed[name] != listed[name]} == differs
        assert [len(row[name]) for row in rows for name in ("created_at", "updated_at")] == [26] * 4


def test_the_language_of_the_texts_can_be_said(session):
    take(session, [["name", "description"], ["Sao", "Lampes"]], language="fr")
    assert list_organisations(session)[0].description == {"fr": "Lampes"}
    with pytest.raises(InputError) as caught:
        plan(session, table([["name"], ["Sao"]]), "exhibitors", language="de")
    assert "de" in sentence(caught.value, "vi")


def test_a_plan_is_not_written_over_what_changed_meanwhile(session):
    planned = plan(session, table(EXHIBITORS), "exhibitors")
    make_organisation(session, "Sao Lạ")
    with pytest.raises(InputError) as caught:
        apply(session, planned)
    assert sentence(caught.value, "vi")
    assert len(list_organisations(session)) == 1


def test_planning_stops_when_asked(session):
    def stop(done: int, total: int) -> None:
        assert 0 <= done <= total
        raise Cancelled

    with pytest.raises(Cancelled):
        plan(session, table(EXHIBITORS), "exhibitors", progress=stop)


NAME = st.sampled_from(["Sao Mai", "SAO MAI", "Sao Đêm", "Sông Êm", "Ngày Mới", "Ế"])
EXHIBITOR = st.tuples(
    st.sampled_from(["", "E1", "E2", "E3"]),
    NAME,
    st.sampled_from(["", "A1", "A1; A2", "B7"]),
    st.sampled_from(["", "A", "B"]),
    st.sampled_from(["", "024 1", "024 2"]),
    st.sampled_from(["", "a", "a; b"]),
    st.sampled_from(["", "Đô thị xanh", "Năng lượng; Đô thị xanh"]),
)
PERSON = st.tuples(
    st.sampled_from(["Nguyễn Văn Đức", "nguyen van duc", "Zoé Moreau", "Ế"]),
    st.sampled_from(["", "Sao Mai", "sao mai", "Ngày Mới"]),
    st.sampled_from(["", "vip", "diễn giả"]),
    st.sampled_from(["", "a@sao.example", "b@sao.example"]),
    st.sampled_from(["", "R1", "R2"]),
)
HEADINGS = {
    "exhibitors": ["id", "Tên đơn vị", "Gian hàng", "Sảnh", "Điện thoại", "Nhãn", "Chủ đề"],
    "people": ["Họ và tên", "Đơn vị", "Vai trò", "Email", "Mã"],
}
LISTS = st.one_of(
    st.tuples(st.just("exhibitors"), st.lists(EXHIBITOR, min_size=1, max_size=6)),
    st.tuples(st.just("people"), st.lists(PERSON, min_size=1, max_size=6)),
)


@settings(max_examples=30, deadline=None)
@given(LISTS)
def test_any_list_imported_twice_changes_nothing_the_second_time(listed):
    kind, rows = listed
    with event_session() as session:
        make_organisation(session, "Sao Mai")
        first = take(session, [HEADINGS[kind], *rows], kind)
        before = everything(session)
        again = take(session, [HEADINGS[kind], *rows], kind)
        assert again.count(Verdict.ADDED) == 0
        assert again.count(Verdict.CHANGED) == 0
        assert again.count(Verdict.REJECTED) >= first.count(Verdict.REJECTED) or kind == "people"
        assert everything(session) == before
        written = indexed(session)
        reindex_all(session)
        assert written == indexed(session)
