"""`showcase templates` and the designs of an event among those that are printed with."""

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from showcase.cli import main
from showcase.documents.fields import SAMPLES
from showcase.documents.kinds import BY_WHAT
from showcase.paths import resource
from showcase.store.database import Database
from tests.factories import make_organisation


@pytest.fixture
def event(database: Database, event_path: Path) -> Path:
    """Return an event with two exhibitors in two booths."""
    with database.transaction() as session:
        make_organisation(session, "Một", [("A", "A1")], name_en="One")
        make_organisation(session, "Hai", [("A", "A2")], name_en="Two")
    return event_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], event: Path) -> Any:
    """Type a command about the event; return the exit code, the object of --json and what was said."""

    def typed(*words: object) -> tuple[int, Any, str]:
        code = main([*(str(word) for word in words), "--json", "--event", str(event)])
        said = capsys.readouterr()
        return code, json.loads(said.out), said.err

    return typed


def listed(run: Any) -> dict[str, Any]:
    _, found, _ = run("print", "--list-templates")
    return {entry["id"]: entry for entry in found["templates"]}


def test_a_design_goes_round(run, tmp_path):
    file, saved, out = tmp_path / "ours.json", tmp_path / "saved.json", tmp_path / "signs.pdf"
    assert run("templates", "copy", "booth-sign-a4", "our-sign", "--out", file)[0] == 0
    assert listed(run)["our-sign"]["own"]
    assert not listed(run)["booth-sign-a4"]["own"]
    file.write_text(file.read_text(encoding="utf-8").replace('"{code}"', '"N{code}"'), encoding="utf-8")
    code, found, said = run("templates", "add", file)
    assert (code, found["template"]["version"]) == (0, 2)
    assert "our-sign" in said
    code, found, _ = run("print", "signs", "--template", "our-sign", "--base-url", "HTTPS://A.EXAMPLE", "--out", out)
    assert (code, found["proven"]) == (0, 2)
    assert "NA1" in PdfReader(out).pages[0].extract_text()
    assert run("templates", "export", "our-sign", "--out", saved)[0] == 0
    assert json.loads(saved.read_text(encoding="utf-8"))["elements"] == json.loads(file.read_text("utf-8"))["elements"]
    assert run("templates", "remove", "our-sign")[0] == 0
    assert "our-sign" not in listed(run)
    code, found, _ = run("print", "signs", "--template", "our-sign", "--base-url", "HTTPS://A.EXAMPLE", "--out", out)
    assert (code, found["error"]["key"]) == (1, "templates.gone")


def test_all_mistakes_of_a_file_are_said_and_nothing_is_kept(run, tmp_path):
    document = json.loads(resource("templates", "booth-sign-a4.json").read_text(encoding="utf-8"))
    document["id"] = "our-sign"
    document["bleed_mm"], document["elements"][0]["box"] = 99, [1, 2]
    file = tmp_path / "ours.json"
    file.write_text(json.dumps(document, indent=1), encoding="utf-8")
    code, found, said = run("templates", "add", file)
    assert (code, len(found["mistakes"])) == (1, 2)
    assert all(mistake in said for mistake in found["mistakes"])
    assert "bleed_mm" in said
    assert "our-sign" not in listed(run)


def test_what_there_is_not_is_said(run, tmp_path):
    for words in (
        ("add", tmp_path / "none.json"),
        ("remove", "our-sign"),
        ("export", "our-sign", "--out", tmp_path / "a.json"),
        ("export", "badge-a6", "--out", tmp_path / "none" / "a.json"),
        ("copy", "badge-a6", "badge-cr80"),
        ("copy", "badge-a6", "Our Badge"),
    ):
        code, found, said = run("templates", *words)
        assert code == 1, words
        assert found["error"]["sentence"] in said
    assert [path.suffix for path in tmp_path.iterdir()] in ([], [".showcase"])


def test_a_copy_that_cannot_be_saved_is_not_kept(run, tmp_path):
    assert run("templates", "copy", "badge-a6", "our-badge", "--out", tmp_path / "none" / "a.json")[0] == 1
    assert "our-badge" not in listed(run)


@pytest.mark.parametrize("what", BY_WHAT)
def test_what_a_design_may_show_is_said(run, what):
    code, found, said = run("templates", "values", what)
    assert code == 0
    assert {entry["value"] for entry in found["values"]} >= set(SAMPLES[BY_WHAT[what].id])
    assert all(entry["meaning"] in said for entry in found["values"])


def test_without_an_event_the_designs_of_the_program_are_listed(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["templates", "list"]) == 0
    assert "badge-a6" in capsys.readouterr().out
    assert [path.suffix for path in tmp_path.iterdir()] in ([], [".showcase"])


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--skip-slots", "a"), "--skip-slots"),
        (("--skip-slots", "2;7"), "--skip-slots"),
        (("--skip-slots", "²"), "--skip-slots"),
        (("--skip-slots", "9" * 5000), "--skip-slots"),
        (("--start-slot", "first"), "--start-slot"),
        (("--start-slot", "1.5"), "--start-slot"),
    ],
    ids=["letter", "semicolon", "square", "digits", "word", "half"],
)
def test_a_slot_that_is_no_number_is_refused_with_a_sentence(run, tmp_path, words, named):
    code, found, said = run("print", "badges", "--out", tmp_path / "a.pdf", *words)
    assert (code, found["error"]["key"]) == (1, "templates.slot_number")
    assert named in said
    assert len(said) < 200


def test_one_side_is_printed_on_both_only_where_there_is_a_back(run, tmp_path):
    words = ("print", "signs", "--base-url", "HTTPS://A.EXAMPLE", "--out", tmp_path / "a.pdf", "--duplex", "long")
    code, found, _ = run(*words)
    assert (code, found["error"]["key"]) == (1, "templates.no_back")
