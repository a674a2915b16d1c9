"""`showcase calibrate`: the test page, what was measured, and badges that are moved for it."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from showcase.cli import main
from showcase.store.opening import create_event
from tests.factories import make_event


@pytest.fixture
def event(tmp_path: Path) -> str:
    """Return the path of an event."""
    path = tmp_path / "summit.showcase"
    database = create_event(path)
    with database.transaction() as session:
        make_event(session)
    database.close()
    return str(path)


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return told


def test_a_test_page_is_made_for_any_paper(tmp_path, capsys) -> None:
    for paper, size in (("a4", "595"), ("letter", "612"), ("avery-5392", "612")):
        file = tmp_path / f"{paper}.pdf"
        assert main(["calibrate", "page", "--out", str(file), "--paper", paper, "--json"]) == 0
        told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        assert re.search(rf"Page size: +{size}", told)
    assert main(["calibrate", "page", "--out", str(tmp_path / "x.pdf"), "--paper", "page"]) == 1


def test_what_was_measured_is_kept_listed_and_forgotten(event, capsys) -> None:
    assert main(["calibrate", "list", "--event", event]) == 0
    assert "No printer has been calibrated yet" in capsys.readouterr().out
    words = ["calibrate", "set", "--event", event, "--printer", "Desk", "--margins"]
    assert main([*words, "15.5,14,14.5,16", "--json"]) == 0
    assert said(capsys)["offset_mm"] == [0.5, -1.0]
    assert main([*words, "15.2,15,14.8,15", "--json"]) == 0, "measured again"
    assert main(["calibrate", "list", "--event", event, "--json"]) == 0
    (kept,) = said(capsys)["calibrations"]
    assert (kept["printer"], kept["offset_mm"]) == ("Desk", [0.2, 0.0])
    for wrong in ("1,2,3", "a,b,c,d", "15,15,15,-1", "20,20,20,20"):
        assert main([*words, wrong]) == 1
    assert main(["calibrate", "remove", "--event", event, "--printer", "Hall"]) == 1
    assert "These have: Desk" in capsys.readouterr().err
    assert main(["calibrate", "remove", "--event", event, "--printer", "desk"]) == 0
    assert main(["print", "badges", "--event", event, "--out", "b.pdf", "--printer", "Desk"]) == 1
