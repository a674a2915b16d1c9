"""`showcase print --list-printers`, `--to` and `--send`: proven files go to printers, and the history stays true."""

import json
from pathlib import Path
from typing import Any

import pytest

from showcase.catalogue.edits import set_event
from showcase.cli import main
from showcase.paths import prints_folder
from showcase.store.opening import create_event
from tests.factories import make_event, make_organisation


@pytest.fixture
def event(tmp_path: Path) -> str:
    """Return the path of an event with two booths."""
    path = tmp_path / "summit.showcase"
    database = create_event(path)
    with database.transaction() as session:
        make_event(session)
        set_event(session, "base_url", "https://sample.example")
        make_organisation(session, "Một", [("A", "A1"), ("A", "A2")], name_en="One")
    database.close()
    return str(path)


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return told


def _history(event: str, capsys) -> dict[str, Any]:
    assert main(["print", "--history", "--event", event, "--json"]) == 0
    job: dict[str, Any] = said(capsys)["jobs"][0]
    return job


def test_printers_are_listed(spooler, capsys) -> None:
    assert main(["print", "--list-printers"]) == 0
    assert "This computer has no printer." in capsys.readouterr().out
    spooler.pauses("Laser", "Toner empty")
    assert main(["print", "--list-printers"]) == 0
    assert "Laser: paused, Toner empty" in capsys.readouterr().out
    assert main(["print", "--list-printers", "--json"]) == 0
    (printer,) = said(capsys)["printers"]
    assert printer == {"name": "Laser", "default": False, "paused": True, "accepts": True, "reason": "Toner empty"}


def test_signs_go_to_a_printer_and_their_file_is_kept(event, spooler, capsys) -> None:
    spooler.has(["Laser"])
    assert main(["print", "signs", "--to", "Laser", "--copies", "2", "--event", event]) == 0
    assert "Sent to Laser, 2 copies: Laser-7." in capsys.readouterr().out
    (file,) = prints_folder().glob("signs-*.pdf")
    assert spooler.taken == file.read_bytes()
    job = _history(event, capsys)
    assert (job["state"], job["proven"], job["file"]) == ("sent", 2, str(file))
    file.unlink()


def test_what_was_not_taken_is_sent_again_without_painting(event, spooler, tmp_path, capsys) -> None:
    spooler.pauses("Laser")
    out = tmp_path / "signs.pdf"
    assert main(["print", "signs", "--out", str(out), "--to", "Laser", "--event", event, "--json"]) == 1
    caught = capsys.readouterr()
    told = json.loads(caught.out.splitlines()[-1])
    assert (told["proven"], told["files"], told["error"]["key"]) == (2, [str(out)], "printers.paused")
    assert f"The PDF is kept in {out}" in caught.err
    made = out.stat()
    assert _history(event, capsys)["state"] == "failed"
    assert main(["print", "--history", "--event", event]) == 0
    assert "failed: The printer “Laser” is paused." in capsys.readouterr().out
    spooler.has(["Laser"])
    short = told["job"][-6:]
    assert main(["print", "--send", short, "--to", "Laser", "--event", event, "--json"]) == 0
    assert said(capsys)["sent"] == {"printer": "Laser", "tray": "", "copies": 1, "request": "Laser-7"}
    assert (spooler.taken, out.stat().st_mtime_ns) == (out.read_bytes(), made.st_mtime_ns)
    assert _history(event, capsys)["state"] == "sent"


def test_an_earlier_job_goes_to_a_printer_as_it_was(event, spooler, tmp_path, capsys) -> None:
    out = tmp_path / "signs.pdf"
    assert main(["print", "signs", "--out", str(out), "--language", "en", "--event", event, "--json"]) == 0
    job = said(capsys)["job"]
    spooler.has(["Laser"])
    words = ["print", "--job", job[-6:], "--from-item", "2", "--to", "Laser", "--event", event, "--json"]
    assert main(words) == 0
    told = said(capsys)
    assert (told["items"], told["sent"]["printer"]) == (1, "Laser")
    Path(told["files"][0]).unlink()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["signs", "--to", "Lase"], "There is no printer “Lase” here. There are: Laser."),
        (["--send", "abcdef"], "Say which printer with --to."),
        (["--send", "abcdef", "--to", "Laser"], "There is no print job “abcdef”."),
        (["signs", "--to", "Laser", "--copies", "0"], "Between 1 and 99 copies"),
        (["signs", "--out", "x.pdf", "--copies", "2"], "--copies goes with --to"),
        (["signs", "--out", "x.png", "--to", "Laser"], "Printers are sent PDFs alone."),
    ],
)
def test_what_cannot_be_meant_is_said(event, spooler, capsys, words, reason, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    spooler.has(["Laser"])
    assert main(["print", *words, "--event", event]) == 1
    assert reason in capsys.readouterr().err
    assert (spooler.times, list(tmp_path.glob("x.*"))) == (0, [])
