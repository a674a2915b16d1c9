import pytest

from showcase.errors import Cancelled, InputError, UserError
from showcase.messages import LANGUAGES, message, sentence, system_language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stop_says_that_nothing_changed(language):
    assert sentence(Cancelled(), language) == message("app.cancelled", language)


def test_numbers_choose_between_one_and_many():
    assert message("cli.codes_found", "en", n=1) == "One QR code read."
    assert message("cli.codes_found", "en", n=7) == "7 QR codes read."
    assert message("cli.codes_found", "vi", n=1) == "Đã đọc 1 mã QR."


def test_an_error_among_the_parameters_is_a_sentence_too():
    inner = UserError("cli.no_screen")
    outer = InputError("cli.row_rejected", line=3, title="A", reason=inner)

    assert message("cli.no_screen", "fr") in sentence(outer, "fr")


@pytest.mark.parametrize(
    ("values", "language"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "fr_FR.UTF-8", "SHOWCASE_LANGUAGE": "en"}, "en"),
        ({"LC_ALL": "C"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_the_language_is_that_of_the_system(monkeypatch, values, language):
    for name in ("SHOWCASE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)

    assert system_language() == language


def test_an_error_tells_a_developer_its_key_and_parameters():
    assert str(InputError("cli.no_codes", file="a.png")) == "cli.no_codes(file='a.png')"
