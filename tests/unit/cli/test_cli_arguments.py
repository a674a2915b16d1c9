"""What cannot be taken as it was typed is told in the language of the person, argparse's own words included."""

import pytest

from showcase.cli.arguments import explain
from showcase.cli.parser import make_parser
from showcase.messages import LANGUAGES, message

MISTAKES = [
    (["station", "make", "--booth", "A1"], "usage.required", {"names": "OUT"}),
    (["station", "merge"], "usage.required", {"names": "FILE"}),
    (["print"], "usage.required", {"names": "WHAT, --out"}),
    (["station", "make", "x.station"], "usage.one_of", {"names": "--booth, --door"}),
    (["verify", "a", "b c"], "usage.unknown", {"value": "b c"}),
    (["doctor", "--fast"], "usage.unknown", {"value": "--fast"}),
    (
        ["print", "badges", "--s", "x"],
        "usage.ambiguous",
        {"value": "--s", "names": "--send, --sheet, --start-slot, --skip-slots"},
    ),
    (["station", "make", "--booth"], "usage.needs_value", {"name": "--booth"}),
    (["scanner", "--booth", "A1", "--door", "D"], "usage.not_with", {"name": "--door", "other": "--booth"}),
    (["doctor", "--json=yes"], "usage.takes_none", {"name": "--json", "value": "yes"}),
    (
        ["import", "l.csv", "--as", "it's"],
        "usage.no_choice",
        {"name": "--as", "value": "it's", "names": "exhibitors, people, products"},
    ),
    (
        ["station", "mend"],
        "usage.no_choice",
        {"name": "ACTION", "value": "mend", "names": "make, update, merge, list, pack"},
    ),
    (
        ["station", "make", "--door", "D", "--capacity", "năm", "o"],
        "usage.no_number",
        {"name": "--capacity", "value": "năm"},
    ),
    (["print", "badges", "--out", "f", "--from-item", "x"], "usage.no_number", {"name": "--from-item", "value": "x"}),
    (["station", "make", "--booth", "", "o"], "usage.empty", {"name": "--booth"}),
    (["station", "make", "--door= ", "o"], "usage.empty", {"name": "--door"}),
    (["scanner", "--booth", ""], "usage.empty", {"name": "--booth"}),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("words", "key", "params"), MISTAKES, ids=[" ".join(it[0]) for it in MISTAKES])
def test_a_mistake_is_told_in_the_language_of_the_person(capsys, language, words, key, params):
    with pytest.raises(SystemExit) as stopped:
        make_parser(language).parse_args(words)
    assert stopped.value.code == 2
    told, hint = capsys.readouterr().err.splitlines()
    command, _, sentence = told.partition(": ")
    assert sentence == message(key, language, **params)
    assert hint == message("cli.usage_hint", language, command=command)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_of_the_help_is_in_the_language_of_the_person(capsys, language):
    for words in (["--help"], ["station", "make", "-h"]):
        with pytest.raises(SystemExit) as stopped:
            make_parser(language).parse_args(words)
        assert stopped.value.code == 0
        told = capsys.readouterr().out
        assert told.startswith(message("usage.usage", language))
        assert {message(f"usage.{name}", language) + ":" for name in ("positionals", "options")} <= set(
            told.splitlines()
        )
        assert message("usage.help", language) in told
        assert "show this help message" not in told


def test_what_is_not_known_stays_as_it_is():
    assert explain("argument --x: something new", "vi") == "argument --x: something new"
