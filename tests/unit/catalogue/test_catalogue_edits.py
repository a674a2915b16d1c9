import unicodedata
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from showcase.catalogue import edits, queries
from showcase.catalogue.entities import Organisation
from showcase.catalogue.kinds import OrganisationKind
from showcase.errors import InputError, UserError
from showcase.messages import LANGUAGES, sentence
from showcase.qr.payload import valid_number
from tests.factories import event_session, make_organisation, make_product, picture_bytes


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def refusal(caught: pytest.ExceptionInfo[UserError]) -> str:
    """The English sentence, after checking that every language has one."""
    return [sentence(caught.value, language) for language in LANGUAGES][1]


def test_an_organisation_comes_back_as_it_was_given(session):
    row = edits.add_organisation(
        session,
        {
            "ref": "X-1",
            "name": {"vi": "Công ty  Điện\u00a0Mặt Trời ", "en": "Sun Power"},
            "kind": "agency",
            "country": "vn",
            "website": "vidu.example",
            "email": "lien.he@vidu.example",
            "phone": "+84 24 1234 5678",
            "seeking": ["talent", "investment"],
            "funding": {"amount": "2 M", "stage": ""},
            "tags": "pin, lưới điện, pin",
        },
    )
    record = queries.get_organisation(session, row)
    assert record.name == {"vi": "Công ty Điện Mặt Trời", "en": "Sun Power"}
    assert record.kind is OrganisationKind.AGENCY
    assert record.country == "VN"
    assert record.website == "https://vidu.example"
    assert record.seeking == ("investment", "talent")
    assert record.funding == {"amount": "2 M"}
    assert record.tags == ("pin", "lưới điện")
    assert record.version == 1
    assert valid_number(record.number)
    assert len(record.number) == 8


def test_text_is_kept_composed(session):
    row = make_organisation(session, unicodedata.normalize("NFD", "Đại học Huế"))
    assert queries.get_organisation(session, row).name["vi"] == unicodedata.normalize("NFC", "Đại học Huế")


@pytest.mark.parametrize(
    ("fields", "key", "says"),
    [
        ({"name": ""}, "missing", "name"),
        ({"name": {"en": " \u200b "}}, "missing", "name"),
        ({"name": {"de": "Stadt"}}, "language_unknown", "de"),
        ({"name": "a" * 201}, "too_long", "201"),
        ({"name": "Sao", "description": {"en": "a" * 5_001}}, "too_long", "5001"),
        ({"name": "Sao", "description": "a" * 1_000_000}, "too_long", "5000"),
        ({"name": "Sao", "country": "XX"}, "country", "XX"),
        ({"name": "Sao", "country": "Vietnam"}, "country", "Vietnam"),
        ({"name": "Sao", "email": "nobody at home"}, "email", "nobody at home"),
        ({"name": "Sao", "website": "ftp://x.example"}, "website", "ftp"),
        ({"name": "Sao", "website": "http://["}, "website", "["),
        ({"name": "Sao", "phone": "call me"}, "phone", "call me"),
        ({"name": "Sao", "seeking": ["gold"]}, "choice", "investment, pilots"),
        ({"name": "Sao", "kind": "circus"}, "choice", "circus"),
        ({"name": "Sao", "tags": [f"t{n}" for n in range(51)]}, "too_many", "51"),
        ({"name": "Sao", "topics": ["nowhere"]}, "topic_unknown", "nowhere"),
        ({"name": "Sao", "logo_id": "0192f0a0-0000-7000-8000-000000000000"}, "not_found", "logo"),
        ({"name": 5}, "not_text", "5"),
        ({"name": "Sao", "colour": "red"}, "field_unknown", "colour"),
        ({"name": "Sao", "sort": "z"}, "field_unknown", "sort"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(session, fields, key, says):
    with pytest.raises(InputError) as caught:
        edits.add_organisation(session, fields)
    assert caught.value.key == f"catalogue.{key}"
    assert says in refusal(caught)
    assert queries.count_organisations(session) == 0


def test_a_refused_update_changes_nothing(session):
    row = make_organisation(session)
    before = queries.get_organisation(session, row)
    with pytest.raises(InputError):
        edits.update_organisation(session, row, {"region": "Huế", "country": "??"})
    session.flush()
    assert queries.get_organisation(session, row) == before


def test_marks_do_not_count_as_characters(session):
    name = "a\u0323\u0304" * 200  # NFC has no single letter for it
    assert queries.get_organisation(session, make_organisation(session, name)).name["vi"]


def test_versions_count_changes_and_only_changes(session):
    row = make_organisation(session)
    assert edits.update_organisation(session, row, {"country": "FR"})
    assert queries.get_organisation(session, row).version == 2
    assert not edits.update_organisation(
        session, row, {"country": "fr", "name": {"vi": "Công ty Sao Mai Giả Tưởng", "en": "Morning Star Imaginary"}}
    )
    assert queries.get_organisation(session, row).version == 2


def test_a_ref_belongs_to_one(session):
    make_organisation(session, ref="A")
    other = make_organisation(session, ref="B")
    for attempt in (
        lambda: make_organisation(session, ref="A"),
        lambda: edits.update_organisation(session, other, {"ref": "A"}),
    ):
        with pytest.raises(InputError) as caught:
            attempt()
        assert caught.value.key == "catalogue.taken"
        assert "A" in refusal(caught)
    assert not edits.update_organisation(session, other, {"ref": "B"})


def test_booths_are_made_shared_and_reassigned(session):
    first = make_organisation(session, booths=[("Bellini", "2001A"), ("Bellini", "2002")])
    second = make_organisation(session, "Tỉnh Mây Trắng", booths=[("Bellini", "2002"), ("", "S1")])
    booths = {booth.code: booth for booth in queries.list_booths(session)}
    assert set(booths) == {"2001A", "2002", "S1"}
    assert booths["2002"].hall == "Bellini"
    assert [who.id for who in booths["2002"].exhibitors] == [first, second]
    assert [booth.code for booth in queries.get_organisation(session, second).booths] == ["2002", "S1"]
    assert not edits.assign_booths(session, first, [("Bellini", "2001A"), ("Bellini", "2002")])
    assert edits.assign_booths(session, first, [("Bellini", "2002")])
    assert [booth.code for booth in queries.get_organisation(session, first).booths] == ["2002"]


def test_a_booth_code_is_unique_in_its_hall_only(session):
    edits.add_booth(session, "A", {"code": "1"})
    edits.add_booth(session, "B", {"code": "1"})
    edits.add_booth(session, "", {"code": "1"})
    for hall in ("A", ""):
        with pytest.raises(InputError) as caught:
            edits.add_booth(session, hall, {"code": " 1 "})
        assert caught.value.key == "catalogue.booth_taken"
    moved = edits.add_booth(session, "A", {"code": "2", "width_m": "3.5"})
    with pytest.raises(InputError):
        edits.update_booth(session, moved, {"code": "1"})
    assert edits.update_booth(session, moved, {"code": "3"})


def test_a_deleted_booth_frees_its_code(session):
    row = edits.add_booth(session, "A", {"code": "1"})
    edits.delete_booth(session, row)
    edits.add_booth(session, "A", {"code": "1"})
    with pytest.raises(InputError):
        edits.restore_booth(session, row)


def test_booths_are_listed_by_number(session):
    for code in ("A10", "A2", "B1", "A1"):
        edits.add_booth(session, "H", {"code": code})
    assert [booth.code for booth in queries.list_booths(session)] == ["A1", "A2", "A10", "B1"]


def test_deleting_an_organisation_takes_its_products_and_brings_them_back(session):
    row = make_organisation(session, booths=[("A", "1")])
    gone, kept = make_product(session, row), make_product(session, row, "Xe buýt")
    edits.delete_product(session, gone)
    edits.delete_organisation(session, row)
    assert queries.count_organisations(session) == queries.count_products(session) == 0
    assert queries.list_booths(session)[0].exhibitors == ()
    assert queries.list_organisations(session, deleted=True)[0].id == row
    edits.restore_organisation(session, row)
    assert [product.id for product in queries.list_products(session)] == [kept]


def test_a_product_needs_its_organisation(session):
    with pytest.raises(InputError) as caught:
        edits.add_product(session, {"name": "Đèn"})
    assert "organisation" in refusal(caught)
    row = make_organisation(session)
    edits.delete_organisation(session, row)
    with pytest.raises(InputError) as caught:
        make_product(session, row)
    assert caught.value.key == "catalogue.not_found"


def test_a_product_carries_topics_pictures_and_facts(session):
    edits.add_topic(session, {"ref": "water", "name": {"vi": "Nước", "en": "Water"}, "position": 2})
    edits.add_topic(session, {"ref": "light", "name": {"vi": "Ánh sáng"}, "position": 1})
    media = edits.add_media(session, picture_bytes(), name="đèn.png")
    row = make_product(
        session,
        make_organisation(session, booths=[("A", "7")]),
        topics=["water", "light"],
        facts=[{"value": {"en": "40 %"}, "label": {"en": "less power"}}],
        links=[{"url": "vidu.example/den", "label": {"en": "More"}}],
    )
    edits.set_pictures(session, row, [{"media_id": media.id, "caption": {"en": "At night"}, "focus_x": 2}])
    edits.set_pictures(session, row, [{"media_id": media.id, "caption": {"en": "By day"}, "focus_x": 2}])
    product = queries.get_product(session, row)
    assert [topic.ref for topic in product.topics] == ["light", "water"]
    assert product.links[0]["url"] == "https://vidu.example/den"
    assert product.cover is not None
    assert product.cover.sha256 == media.sha256
    assert product.cover.focus_x == 1.0
    assert product.cover.caption == {"en": "By day"}
    assert [booth.code for booth in product.booths] == ["7"]
    assert edits.update_product(session, row, {"topics": ["water"]})
    assert not edits.update_product(session, row, {"topics": ["water"]})
    assert [topic.ref for topic in queries.get_product(session, row).topics] == ["water"]


def test_a_session_of_the_programme(session):
    edits.add_room(session, {"code": "R1", "name": {"en": "Room 1"}})
    times = {"starts_at": "2026-05-14T09:00+07:00", "ends_at": "2026-05-14T10:00+07:00"}
    row = edits.add_session(session, {"title": {"en": "Opening", "vi": "Khai mạc"}, **times})
    assert queries.list_sessions(session, "khai")[0].starts_at.isoformat() == "2026-05-14T02:00:00+00:00"
    assert edits.update_session(session, row, {"status": "moved"})
    for wrong in ({"ends_at": "2026-05-14T08:00+07:00"}, {"starts_at": "2026-05-14T09:00"}, {"status": "lost"}):
        with pytest.raises(InputError) as caught:
            edits.update_session(session, row, wrong)
        assert refusal(caught)


def test_numbers_are_unique_across_kinds(session, monkeypatch):
    taken = queries.get_organisation(session, make_organisation(session)).number
    session.info.clear()
    draws = iter([int(taken[:7]), int(taken[:7]), 1234567])
    monkeypatch.setattr("secrets.randbelow", lambda _limit: next(draws))
    booth = edits.add_booth(session, "A", {"code": "1"})
    assert queries.get_booth(session, booth).number.startswith("1234567")


def test_two_people_who_edit_one_row_do_not_write_over_each_other(session):
    row = session.get(Organisation, make_organisation(session))
    session.connection().exec_driver_sql("UPDATE organisations SET version = 9")
    row.region = "Huế"
    with pytest.raises(Exception, match="expected to update 1 row"):
        session.flush()
