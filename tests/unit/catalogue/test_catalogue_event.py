import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from showcase.app import create_file, open_app
from showcase.catalogue import edits, queries
from showcase.catalogue import event as edits_of_event
from showcase.errors import FileError, InputError, RefusedError
from showcase.messages import LANGUAGES, sentence
from showcase.store import journal
from tests.factories import event_session, make_organisation


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def test_a_new_event_has_its_own_token_number(session):
    event = queries.get_event(session)
    assert event.languages == ("vi", "en", "fr")
    assert event.time_zone == "Asia/Ho_Chi_Minh"
    assert 0 <= event.token_number < 2**32
    with pytest.raises(RefusedError):
        edits.start_event(session, "Another")


def test_values_are_set_by_key(session):
    for key, value in (
        ("name", "Hội nghị Mẫu"),
        ("name.fr", "Sommet modèle"),
        ("theme.en", "Cities that listen"),
        ("lockup.vi", "HỘI NGHỊ|MẪU 2026"),
        ("starts_on", "2026-05-14"),
        ("ends_on", "2026-05-16"),
        ("print_deadline", "2026-05-10"),
        ("time_zone", "Europe/Paris"),
        ("colours.accent", "#0b5fa5"),
        ("role_words.press.vi", "BÁO CHÍ"),
    ):
        edits.set_event(session, key, value)
    event = queries.get_event(session)
    assert event.name["vi"] == "Hội nghị Mẫu"
    assert event.name["en"] == "Sample City Summit"
    assert event.lockup == {"vi": "HỘI NGHỊ\nMẪU 2026"}
    assert (event.starts_on, event.ends_on) == (dt.date(2026, 5, 14), dt.date(2026, 5, 16))
    assert event.print_deadline == dt.date(2026, 5, 10)
    assert event.colours == {"accent": "#0B5FA5"}
    assert event.role_words == {"press": {"vi": "BÁO CHÍ"}}
    assert edits.set_event(session, "colours.accent", "").colours == {}
    assert edits.set_event(session, "print_deadline", "").print_deadline is None
    assert "fr" not in edits.set_event(session, "name.fr", "").name
    assert edits.set_event(session, "starts_on", "2027-01-01").ends_on == dt.date(2027, 1, 1)


def test_facts_are_set_part_by_part_and_gone_when_nothing_is_left(session):
    for key, value in (
        ("facts.1.number", "1.204"),
        ("facts.1.words", "đô thị"),
        ("facts.1.words.en", "urban areas"),
        ("facts.1.beside.en", "42.7 %|urbanised,|December 2023"),
        ("facts.1.source.en", "Ministry of Construction"),
        ("facts.2.words.fr", "mot"),
    ):
        edits.set_event(session, key, value)
    event = queries.get_event(session)
    assert event.facts == {
        "1": {
            "number": 1204,
            "words": {"vi": "đô thị", "en": "urban areas"},
            "beside": {"en": "42.7 %\nurbanised,\nDecember 2023"},
            "source": {"en": "Ministry of Construction"},
        },
        "2": {"words": {"fr": "mot"}},
    }
    assert "2" not in edits.set_event(session, "facts.2.words.fr", "").facts
    assert "number" not in edits.set_event(session, "facts.1.number", "").facts["1"]


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("facts.1.number", "many", "3000"),
        ("facts.1.number", "3001", "3000"),
        ("facts.1.number", "-5", "3000"),
        ("facts.1.number.vi", "5", "facts.PLACE.number"),
        ("facts.3.number", "5", "facts.PLACE.number"),
        ("facts.1.colour.vi", "x", "facts.PLACE.words.LANGUAGE"),
        ("facts.1", "x", "facts.PLACE.number"),
        ("facts.1.words.de", "Städte", "vi, en, fr"),
        ("nmae", "x", "colours.TOKEN"),
        ("name.vi.x", "x", "name.LANGUAGE"),
        ("role_words.juggler.en", "x", "delegate"),
        ("name.de", "Stadt", "vi, en, fr"),
        ("starts_on", "14.5.2026", "2026-05-14"),
        ("time_zone", "Hanoi", "Asia/Ho_Chi_Minh"),
        ("time_zone", "../../etc/passwd", "Asia/Ho_Chi_Minh"),
        ("languages", "Vietnamese", "zh-Hant"),
        ("languages", " , ", "languages"),
        ("colours.accent", "blue", "#0B5FA5"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(session, key, value, says):
    before = queries.get_event(session)
    with pytest.raises(InputError) as caught:
        edits.set_event(session, key, value)
    for language in LANGUAGES:
        assert says in sentence(caught.value, language) or says == "languages"
    assert queries.get_event(session) == before


def test_an_event_does_not_end_before_it_starts(session):
    edits.set_event(session, "starts_on", "2026-05-14")
    with pytest.raises(InputError):
        edits.set_event(session, "ends_on", "2026-05-13")


def test_what_is_printed_is_printed_before_the_event_ends(session):
    edits.set_event(session, "print_deadline", "2026-05-20")  # nothing is known of the event yet
    edits.set_event(session, "starts_on", "2026-05-14")
    edits.set_event(session, "print_deadline", "2026-05-14")
    with pytest.raises(InputError) as caught:
        edits.set_event(session, "print_deadline", "2026-05-15")
    assert all("2026-05-14" in sentence(caught.value, language) for language in LANGUAGES)


def test_a_base_address_is_checked(session):
    assert edits.set_event(session, "base_url", "HTTPS://EXAMPLE.ORG").base_url == "HTTPS://EXAMPLE.ORG"
    with pytest.raises(InputError):
        edits.set_event(session, "base_url", "no address at all")
    assert edits.set_event(session, "base_url", "").base_url is None


def test_the_first_language_orders_the_lists(session):
    for vietnamese, english in (("An", "Z"), ("Bình", "Y")):
        make_organisation(session, vietnamese, name_en=english)
    assert [row.name["en"] for row in queries.list_organisations(session)] == ["Z", "Y"]
    edits.set_event(session, "languages", "en,vi")
    assert [row.name["en"] for row in queries.list_organisations(session)] == ["Y", "Z"]


def test_an_event_begins_with_its_values_and_no_history_of_them(tmp_path):
    path = tmp_path / "mới" / "sâu" / "hội nghị.showcase"
    create_file(path, ("fr", "vi"), {"name.vi": "Hội nghị Mẫu", "name.fr": "Sommet", "starts_on": "2027-05-14"})
    app = open_app(path)
    with app.reading() as session:
        event = queries.get_event(session)
        assert journal.list_entries(session) == []
    app.close()
    assert event.name == {"vi": "Hội nghị Mẫu", "fr": "Sommet"}
    assert (event.languages, event.starts_on, event.time_zone) == (
        ("fr", "vi"),
        dt.date(2027, 5, 14),
        "Asia/Ho_Chi_Minh",
    )


@pytest.mark.parametrize(
    ("languages", "values"),
    [
        (("vi",), {"name.vi": "Mẫu", "starts_on": "2027-05-14", "ends_on": "2027-05-13"}),
        (("vi",), {"name.en": "Summit"}),
        (("Vietnamese",), {}),
        ((), {}),
        (("vi",), {"base_url": "no address at all"}),
    ],
)
def test_a_new_event_that_cannot_be_leaves_nothing(tmp_path, languages, values):
    with pytest.raises(InputError):
        edits_of_event.check_event(languages, values)
    with pytest.raises(InputError):
        create_file(tmp_path / "mới" / "hội nghị.showcase", languages, values)
    assert list(tmp_path.iterdir()) == []


def test_a_new_event_writes_over_nothing(tmp_path):
    path = tmp_path / "hội nghị.showcase"
    path.write_bytes(b"somebody's work")
    with pytest.raises(FileError):
        create_file(path, ("vi",), {})
    assert path.read_bytes() == b"somebody's work"
    with pytest.raises(FileError):
        create_file(path / "in a file" / "x.showcase", ("vi",), {})
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
