import re
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


def slow_fold(text):
    letters = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe"})
    plain = unicodedata.normalize("NFD", text.casefold().translate(letters))
    return re.sub(r"\s+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def slow_clean(text):
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u00d0", "\u0110")
    kept = [c for c in text if c in "\n\t\u200c\u200d" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"}]
    lines = [re.sub(r"\s+", " ", line).strip() for line in "".join(kept).split("\n")]
    return "\n".join(lines).strip()


def slow_sort_key(text):
    spelt = unicodedata.normalize("NFD", text).casefold()
    letters = [c for c in spelt if not unicodedata.combining(c)]
    return "".join("d\uffff" if c in "đð" else c for c in letters), spelt


ANY_TEXT = st.text(max_size=30) | st.text(
    alphabet="AbDđĐÐðøŁæŒßẾ\u0300\u0323 \t\r\n\u00a0\u200b\u200d\x1c각", max_size=30
)


@given(ANY_TEXT)
def test_the_fast_ways_say_what_the_plain_ones_say(text):
    assert fold(text) == slow_fold(text)
    assert clean(text) == slow_clean(text)
    assert sort_key(text) == slow_sort_key(text)


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
