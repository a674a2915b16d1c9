"""Letters ask for exactly what is missing, in three languages, and become mails and files that arrive whole."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from showcase.catalogue.edits import add_topic, set_event
from showcase.errors import Cancelled, FileError
from showcase.messages import LANGUAGES
from showcase.reports.letters import (
    Letter,
    Occasion,
    language_of,
    mail_address,
    read_missing,
    safe_name,
    save_letters,
    write_letter,
)
from showcase.reports.records import MissingRecord
from tests.factories import event_session, make_organisation, make_product

TODAY = dt.date(2025, 11, 22)


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def one(session: Session) -> tuple[Occasion, MissingRecord]:
    occasion, (record,) = read_missing(session, TODAY, "en")
    return occasion, record


def items(body: str) -> list[str]:
    return [line for line in body.splitlines() if line.startswith("–")]


def letter(name: str = "Sao Mai", body: str = "Kính gửi,\n\nthiếu ảnh\n", to: str = "a@mau.example") -> Letter:
    return Letter(uuid.uuid4(), name, to, "vi", f"Còn thiếu: {name}", body)


def test_a_letter_asks_for_exactly_what_is_missing(session):
    add_topic(session, {"ref": "water", "name": {"vi": "Nước", "en": "Water", "fr": "Eau"}})
    owner = make_organisation(
        session, "Sông Xanh", name_en="Green River", email="a@mau.example", seeks={"en": "pilots"}
    )
    make_product(session, owner, "Cống tự mở", name_en="Gate", pitch={"vi": "x", "en": "x", "fr": "x"})

    occasion, record = one(session)

    assert items(write_letter(occasion, record, "en").body) == [
        "– The name of your organisation in French",
        "– A few sentences about you in Vietnamese, English and French",
        "– What you are looking for, in Vietnamese and French",
        "– Your logo, a PNG or JPEG file of at least 1,000 pixels",
        "– The topics you work on, out of: Water",
        "– Its name in French",
        "– A photograph of at least 1,600 pixels",
    ]
    vietnamese, french = (write_letter(occasion, record, language) for language in ("vi", "fr"))
    assert items(vietnamese.body)[:2] == [
        "– Tên đơn vị bằng tiếng Pháp",
        "– Đoạn giới thiệu đơn vị bằng tiếng Việt, tiếng Anh và tiếng Pháp",
    ]
    assert items(french.body)[4:6] == ["– Les thèmes de votre activité, parmi\u00a0: Eau", "– Son nom en français"]
    assert len(items(vietnamese.body)) == len(items(french.body)) == 7
    assert record.count == 1 + 3 + 2 + 2 + 2


def test_the_letter_is_in_the_language_of_the_country_unless_another_is_asked_for(session):
    make_organisation(session, "Bến Cảng", name_en="Harbour", country="SN")

    occasion, record = one(session)

    own = write_letter(occasion, record)
    assert own.language == "fr"
    assert (
        own.subject == "Sommet des villes modèles\u00a0: ce qu’il nous manque encore de Bến Cảng"
    )  # no French name yet
    assert write_letter(occasion, record, "vi").body.startswith("Kính gửi Bến Cảng,\n")
    assert write_letter(occasion, record, "en").body.startswith("Dear Harbour team,\n")
    spoken = {country: language_of(country) for country in ("VN", "FR", "SN", "SG", None)}
    assert spoken == {"VN": "vi", "FR": "fr", "SN": "fr", "SG": "en", None: "en"}


@pytest.mark.parametrize(
    ("language", "says"),
    [("vi", "ngày 13 tháng 12 năm 2025"), ("en", "by 13 December 2025"), ("fr", "le 13 décembre 2025")],
)
def test_the_print_deadline_is_named_while_it_is_ahead(session, language, says):
    make_organisation(session)
    occasion, record = one(session)
    assert "2025" not in write_letter(occasion, record, language).body

    set_event(session, "print_deadline", "2025-12-13")
    occasion, record = one(session)
    assert says in write_letter(occasion, record, language).body

    set_event(session, "print_deadline", TODAY.replace(day=21).isoformat())
    occasion, record = one(session)
    assert "2025" not in write_letter(occasion, record, language).body


def test_the_first_of_a_month_is_written_as_the_french_do(session):
    make_organisation(session)
    set_event(session, "print_deadline", "2025-12-01")

    occasion, record = one(session)

    assert "le 1er décembre 2025" in write_letter(occasion, record, "fr").body


def test_an_exhibitor_that_gave_everything_gets_no_letter(session):
    whole = {"vi": "x", "en": "x", "fr": "x"}
    make_organisation(session, "Không Trưng Bày", exhibits=False)
    occasion, missing = read_missing(session, TODAY, "vi")
    assert missing == []
    assert occasion.event.name["vi"]
    make_organisation(session, "Trưng Bày", description=whole)
    assert len(read_missing(session, TODAY, "vi")[1]) == 1


def test_a_mail_holds_the_letter_whole():
    written = letter("A & B = 100 % «Đèn» + ?", "Dòng một & hai\n\n– 50 % ảnh #1\n", "ban+to@mau.example")

    address, is_whole = mail_address(written)

    parts = urlsplit(address)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert is_whole
    assert address.isascii()
    assert " " not in address
    assert (parts.scheme, parts.path) == ("mailto", "ban%2Bto@mau.example")
    assert fields["subject"] == [written.subject]
    assert fields["body"] == [written.body.replace("\n", "\r\n")]


def test_a_letter_longer_than_an_address_may_be_is_left_out_whole():
    written = letter(body="Ế" * 400)

    address, is_whole = mail_address(written, limit=2_000)

    assert not is_whole
    assert parse_qs(urlsplit(address).query) == {"subject": [written.subject]}
    assert mail_address(written, limit=10_000)[1]


def test_letters_are_saved_in_a_folder_of_their_own(tmp_path):
    letters = [letter("Sao Mai"), letter("sao mai"), letter("A/B: <C>?"), letter("CON"), letter("…/../x", to="")]

    first = save_letters(tmp_path, "Thư 2025-11-22", letters)
    second = save_letters(tmp_path, "Thư 2025-11-22", letters[:1])

    assert (first.name, second.name) == ("Thư 2025-11-22", "Thư 2025-11-22 (2)")
    assert sorted(file.name for file in first.iterdir()) == sorted(
        ["Sao Mai.txt", "sao mai (2).txt", "A B C.txt", "_CON.txt", "… .. x.txt"]
    )
    assert (first / "Sao Mai.txt").read_text(encoding="utf-8") == (
        "Gửi: a@mau.example\nChủ đề: Còn thiếu: Sao Mai\n\nKính gửi,\n\nthiếu ảnh\n"
    )
    assert [path.name for path in second.iterdir()] == ["Sao Mai.txt"]
    assert len(list(tmp_path.iterdir())) == 2


def test_letters_that_cannot_all_be_saved_leave_nothing(tmp_path):
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        save_letters(tmp_path, "x", [letter(str(number)) for number in range(5)], stop)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileError):
        save_letters(tmp_path / "gone", "x", [letter()])


@given(st.text(max_size=300))
def test_any_name_makes_a_file_name(text):
    name = safe_name(text)

    assert name
    assert len(name.encode()) <= 121
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert name.strip(" .") == name
    assert Path(name).name == name


def test_every_language_says_every_item(session):
    owner = make_organisation(session, offers={"vi": "x"}, seeks={"vi": "x"}, country=None)
    make_product(session, owner, description={"vi": "x"})
    make_organisation(session, "Không có gì")

    occasion, missing = read_missing(session, TODAY, "vi")

    for language in LANGUAGES:
        for record in missing:
            body = write_letter(occasion, record, language).body
            asked = len(record.fields) + sum(len(product.fields) for product in record.products)
            assert len(items(body)) == asked
            assert "{" not in body
