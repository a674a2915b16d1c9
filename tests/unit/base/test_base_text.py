import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.text import clean, fold, full_name, join, pick, sort_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị  Ngọc", "dang thi ngoc"),
        ("Hà\u00a0Nội", "ha noi"),
        ("œuvre d’Élan", "oeuvre d’elan"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
    ],
)
def test_folding_takes_accents_case_and_blanks_away(text, folded):
    assert fold(text) == folded


@given(st.text(alphabet="ăâđêôơưàáảãạằắẳẵặ éèêçœ ABCxyz", max_size=40))
def test_folding_is_the_same_for_both_spellings_of_an_accent(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)

    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_cleaning_repairs_what_keyboards_and_spreadsheets_do():
    assert clean(" \u00d0ặng\u00a0 Văn\u200b\tA \r\n B\x00 ") == "\u0110ặng Văn A\nB"


def test_cleaning_keeps_joiners_that_are_spelling():
    assert clean("क्\u200dष") == "क्\u200dष"


def test_names_sort_by_letters_with_d_before_its_stroked_sister():
    names = ["Đỗ", "Dũng", "Ế", "Em", "Duy", "Ðặng"]

    assert sorted(names, key=sort_key) == ["Dũng", "Duy", "Ðặng", "Đỗ", "Ế", "Em"]


def test_the_first_language_with_a_text_is_picked():
    assert pick({"vi": "", "en": "Hall", "fr": "Salle"}, ("vi", "fr")) == ("fr", "Salle")
    assert pick({"ko": "홀"}, ("vi", "fr")) == ("ko", "홀")
    assert pick({}, ("vi",)) == ("", "")


def test_names_stand_in_the_order_of_their_culture():
    assert full_name("Nguyễn", "Minh Ánh", family_first=True) == "Nguyễn Minh Ánh"
    assert full_name("Morel", "Claire", family_first=False) == "Claire Morel"
    assert full_name("", "Sari", family_first=True) == "Sari"


def test_empty_parts_are_not_joined():
    assert join(["A12", "", "Hall 1"]) == "A12 · Hall 1"
