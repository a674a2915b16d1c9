"""`showcase settings`: what it shows, changes and refuses."""

import json

import pytest

from showcase.cli import main
from showcase.settings import Settings, load, rules, save


@pytest.fixture
def run(capsys):
    """Type a command and return (exit code, the object of --json, what was complained)."""

    def typed(*words):
        code = main(["settings", *words, "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out), said.err

    return typed


def test_all_settings_are_shown_with_a_sentence_each(capsys):
    assert main(["settings"]) == 0
    said = capsys.readouterr().out
    for name in rules():
        assert f"{name} = " in said
    assert "Printed pages are never dark." in said


def test_a_setting_is_changed_and_others_stay(run):
    save(Settings(last_event="/e", theme="dark"))
    assert run("text_size", "150")[:2] == (0, {"settings": {"text_size": 150}})
    assert load() == Settings(last_event="/e", theme="dark", text_size=150)
    assert run("text_size")[1] == {"settings": {"text_size": 150}}
    assert run("text_size", "")[1] == {"settings": {"text_size": 100}}
    assert run("reopen", "off")[1] == {"settings": {"reopen": False}}
    assert set(run()[1]["settings"]) == set(rules())


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("theme", "purple"), "shell.set_choice"),
        (("text_size", "12"), "shell.set_range"),
        (("recent", "x"), "shell.set_unknown"),
        (("nope",), "shell.set_unknown"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(run, words, key):
    save(Settings(theme="dark"))
    code, result, complaint = run(*words)
    assert (code, result["error"]["key"]) == (1, key)
    assert result["error"]["sentence"] in complaint
    assert load() == Settings(theme="dark")


def test_the_new_language_is_spoken_at_once(run, capsys):
    run("language", "fr")
    assert main(["settings", "theme", "violet"]) == 1
    assert "ne prend pas" in capsys.readouterr().err
