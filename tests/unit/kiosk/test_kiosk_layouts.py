import string
import unicodedata

import pytest

from showcase.kiosk.layouts import Action, layout
from showcase.kiosk.typing import Line, Method

LANGUAGES = ["vi", "en", "fr", "de"]


def keys(rows):
    return [key for row in rows for key in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_and_digit_is_there_once_and_rows_are_as_wide_as_ten_keys(language):
    made = layout(language)
    letters = [key.text for key in keys(made.letters) if key.action is Action.LETTER]
    assert sorted(letters) == list(string.ascii_lowercase)
    assert {key.text for key in keys(made.signs)} >= set(string.digits)
    foot = sum(key.width for key in made.letters[-1])
    assert foot == pytest.approx(10)
    for row in (*made.letters, *made.signs):
        assert sum(key.width for key in row if key.action is not Action.MARK) <= 10
    for page in (made.letters, made.signs):
        actions = [key.action for key in keys(page)]
        assert all(actions.count(one) == 1 for one in (Action.BACKSPACE, Action.PAGE, Action.SEARCH))


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_presses_offer_composed_forms_of_their_letter(language):
    for key in keys(layout(language).letters):
        assert len(set(key.more)) == len(key.more)
        for letter in key.more:
            assert unicodedata.is_normalized("NFC", letter)
            assert letter.isalpha()


def test_vietnamese_has_the_row_of_tones_and_others_give_its_height_to_the_keys():
    rows = {language: len(layout(language).letters) for language in LANGUAGES}
    assert rows == {"vi": 5, "en": 4, "fr": 4, "de": 4}
    assert "".join(key.text for key in layout("vi").letters[0]) == "áàảãạăâđêôơư"
    assert "".join(key.text for key in layout("fr").letters[0]) == "azertyuiop"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_can_be_pressed(language):
    line = Line(method=Method.TELEX if language == "vi" else Method.NONE)
    for key in keys((*layout(language).letters, *layout(language).signs)):
        if key.action is Action.MARK:
            assert line.mark(key.text) != line or key.text in "áàảãạ"
        elif key.action is Action.LETTER:
            assert line.press(key.text).text
        elif key.action is Action.TEXT:
            assert line.insert(key.text).text == key.text
