import json

import pytest

from showcase.errors import InputError, ReadOnly
from showcase.messages import LANGUAGES, catalogue, sentence
from showcase.settings import Choice, Settings, default, load, parse, rules, save, spelt


def test_what_was_kept_comes_back(tmp_path):
    file = tmp_path / "new folder" / "settings.json"
    kept = Settings()._replace(last_event="/a/Hội nghị.showcase", recent=("/a", "/b"), language="fr", theme="dark")

    save(kept, file)

    assert load(file) == kept
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'"text"'])
def test_a_damaged_file_gives_the_defaults(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)

    assert load(file) == Settings()


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert load(tmp_path / "settings.json") == Settings()


def test_values_out_of_range_and_unknown_settings_are_left_out(tmp_path):
    file = tmp_path / "settings.json"
    stored = {"language": "xx", "theme": 3, "recent": ["/a", 5], "last_event": "/e", "from_a_newer_version": True}
    file.write_text(json.dumps(stored))

    assert load(file) == Settings(last_event="/e", recent=("/a",))


def test_settings_that_cannot_be_kept_are_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(ReadOnly) as refused:
        save(Settings(), tmp_path / "file" / "settings.json")

    assert refused.value.key == "app.settings_unwritable"


def test_every_setting_people_choose_has_its_words():
    for name in rules():
        assert f"shell.set_{name}" in catalogue()
        assert f"shell.set_{name}_help" in catalogue()
    for name, rule in rules().items():
        assert f"shell.group_{rule.group}" in catalogue()
        for value in rule.values if isinstance(rule, Choice) else ():
            assert f"office.{name}_{value or 'system'}" in catalogue()


def test_every_default_is_a_value_that_can_be_typed():
    for name in rules():
        assert parse(name, spelt(default(name))) == default(name)
        assert parse(name, "") == default(name)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("text_size", "150", 150),
        ("text_size", " 150 % ", 150),
        ("reopen", "OFF", False),
        ("reopen", "yes", True),
        ("theme", "dark", "dark"),
        ("language", "vi", "vi"),
        ("backups", "200", 200),
    ],
)
def test_values_are_read_from_text(name, text, value):
    assert parse(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("text_size", "99", "200"),
        ("text_size", "9" * 5000, "200"),
        ("text_size", "\u0665\u0660", "200"),
        ("text_size", "-150", "100"),
        ("text_size", "0000001501", "100"),
        ("backups", "many", "5"),
        ("theme", "purple", "dark"),
        ("reopen", "maybe", "off"),
        ("window_state", "AAAA", "text_size"),
        ("nothing", "x", "backups"),
    ],
)
def test_a_wrong_value_is_a_sentence_in_every_language(name, text, says):
    with pytest.raises(InputError) as refused:
        parse(name, text)
    for language in LANGUAGES:
        assert says in sentence(refused.value, language)


@pytest.mark.parametrize(
    "stored",
    [
        {"text_size": "150"},
        {"text_size": 1000},
        {"text_size": True},
        {"reopen": 1},
        {"backups": 3.5},
        {"theme": ["dark"]},
    ],
)
def test_stored_values_of_another_kind_or_size_have_their_default(tmp_path, stored):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(stored))

    assert load(file) == Settings()
