"""`showcase print`: what it lists, and the list of fascia boards for the stand builder."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from showcase.cli import main
from showcase.documents.kinds import BY_WHAT
from showcase.documents.stocks import list_stocks
from showcase.documents.template import list_templates
from showcase.store.database import Database
from tests.factories import make_organisation

LONG = "Trung tâm Điều hành Đô thị thông minh Tây Nguyên Xanh"


@pytest.fixture
def event(database: Database, event_path: Path) -> Path:
    """Return an event with two exhibitors in three booths: one has a long name, one has a name like a formula."""
    with database.transaction() as session:
        make_organisation(session, LONG, [("A", "A10"), ("A", "A2")])
        make_organisation(session, "=1+1", [("B", "B7")], short_name={"vi": "Sao Mai"})
    return event_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Type `showcase print`; return the exit code, the object of --json and what was said."""

    def typed(*words: object) -> tuple[int, Any, str]:
        code = main(["print", *(str(word) for word in words), "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out), said.err

    return typed


def test_every_design_is_listed_with_what_it_prints(run):
    code, found, said = run("--list-templates")
    assert code == 0
    assert [entry["id"] for entry in found["templates"]] == [template.id for template in list_templates()]
    usual = {entry["what"]: entry["id"] for entry in found["templates"] if entry["usual"]}
    assert usual == {kind.what: kind.template for kind in BY_WHAT.values()}
    assert all(entry["id"] in said and set(entry["name"]) == {"vi", "en", "fr"} for entry in found["templates"])
    assert "sheets" not in found


def test_every_paper_is_listed_alone_or_with_the_designs(run):
    code, found, said = run("--list-sheets", "--list-templates")
    assert code == 0
    assert [entry["id"] for entry in found["sheets"]] == ["page", *(stock.id for stock in list_stocks())]
    assert all(entry["slots"] >= 1 for entry in found["sheets"])
    assert len(found["templates"]) == len(list_templates())
    assert "A4" in said


@pytest.mark.parametrize("words", [(), ("badges",), ("--out", "a.pdf"), ("leaflets", "--out", "a.pdf")])
def test_what_is_not_said_is_asked_for(capsys, words):
    assert main(["print", *words]) == 2
    assert "--help" in capsys.readouterr().err


def test_the_list_of_fascias_is_a_workbook_that_says_what_to_look_at(run, event, tmp_path):
    out = tmp_path / "fascias.xlsx"
    code, found, said = run("fascias", "--list", out, "--event", event)
    assert code == 0
    assert (found["list"]["fascias"], found["list"]["look"]) == (3, 2)
    assert [problem["booth"] for problem in found["list"]["problems"]] == ["A2", "A10"]
    assert "takes 40" in said
    rows = list(load_workbook(out).active.values)  # type: ignore[union-attr]
    assert rows[0][:4] == ("Hall", "Booth", "Text on the board", "Characters")
    assert [row[1:4] for row in rows[1:]] == [("A2", LONG, len(LONG)), ("A10", LONG, len(LONG)), ("B7", "Sao Mai", 7)]
    assert "characters" in str(rows[1][6])
    assert rows[3][6] is None
    assert "Morning Star Imaginary" in str(rows[3][4])


def test_boards_and_their_list_are_made_together(run, event, tmp_path):
    code, found, _ = run("fascias", "--list", tmp_path / "f.xlsx", "--out", tmp_path / "f.pdf", "--event", event)
    assert code == 0
    assert (found["items"], found["failed"], found["list"]["fascias"]) == (3, 0, 3)
    assert {problem["severity"] for problem in found["problems"]} == {"look"}
    assert (tmp_path / "f.pdf").stat().st_size > 1000


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("signs", "--list", "{}/f.xlsx"), "signage.list_needs_fascias"),
        (("fascias", "--list", "{}/f.csv"), "signage.list_format"),
        (("fascias", "--list", "{}/none/f.xlsx"), "printing.folder_missing"),
    ],
)
def test_a_list_that_cannot_be_is_refused_and_nothing_is_left(run, event, tmp_path, words, key):
    before = sorted(tmp_path.iterdir())
    code, found, _ = run(*(word.format(tmp_path) for word in words), "--event", event)
    assert (code, found["error"]["key"]) == (1, key)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("what", [what for what, kind in BY_WHAT.items() if what != "banners"])
def test_what_is_missing_for_a_print_is_said(run, event_path, tmp_path, what):
    words = (what, "--out", tmp_path / "o.pdf", "--event", event_path, "--base-url", "https://a.example")
    code, found, said = run(*words)
    assert (code, found["error"]["key"]) == (1, f"signage.nothing_{BY_WHAT[what].lacks}")
    assert len(said) > 40
    assert not (tmp_path / "o.pdf").exists()
