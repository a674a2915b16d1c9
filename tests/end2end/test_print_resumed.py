"""A print job whose process was killed: the history is true, and resuming prints each badge once into one file."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from showcase.cli.running import main
from showcase.documents import jobfolder
from showcase.documents.history import list_job_events, list_print_jobs, list_printed_items
from showcase.documents.items import number_in_groups
from showcase.people.edits import issue_badges, update_person
from showcase.people.keys import get_signer
from showcase.people.queries import list_people
from showcase.printing.stamping import read_stamp
from tests.factories import make_people

_PEOPLE = 140
_PART = 24
"""Pages of a part here, an even number as sides of a sheet stay together: real ones would take minutes."""
_PROGRAM = f"""
import sys
from showcase.cli.running import main
from showcase.printing import job
job.PAGES = {_PART}
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(autouse=True)
def _parts_are_small(monkeypatch) -> None:
    monkeypatch.setattr("showcase.printing.job.PAGES", _PART)


@pytest.fixture
def event(database) -> Path:
    with database.transaction() as session:
        issue_badges(session, make_people(session, _PEOPLE), get_signer(session, "a long passphrase for tests"))
    path: Path = database.path
    return path


def _start(event: Path, out: Path | None = None) -> subprocess.Popen[bytes]:
    """Start printing, or go on with what was interrupted."""
    what = ("--resume",) if out is None else ("badges", "--out", str(out))
    words = ("print", *what, "--event", str(event))
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, "-c", _PROGRAM, *words], env=settings, stderr=subprocess.DEVNULL)


def _wait_for_part(database, child: subprocess.Popen[bytes], parts: int = 1) -> int:
    """Wait until so many parts are proven, and return how many badges the history says are."""
    while child.poll() is None:
        with database.reading() as session:
            jobs = list_print_jobs(session)
            events = list_job_events(session, jobs[0].id) if jobs else []
            if sum("part" in event.detail for event in events) >= parts:
                assert jobs[0].is_running
                assert not jobs[0].is_interrupted
                return jobs[0].proven
        time.sleep(0.02)
    pytest.fail("it was done before it could be stopped")


def _numbers(pdf: Path) -> list[str]:
    return [re.findall(r"\d{4} \d{4}", page.extract_text())[0] for page in PdfReader(pdf).pages]


def _run(capsys, *words: object) -> Any:
    assert main([*map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_killed_job_is_interrupted_and_resumed_once(event, database, tmp_path, capsys) -> None:
    out = tmp_path / "badges.pdf"
    out.write_bytes(b"what was there before")
    child = _start(event, out)
    proven = _wait_for_part(database, child)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert out.read_bytes() == b"what was there before"
    with database.reading() as session:
        (job,) = list_print_jobs(session)
        assert job.is_interrupted
        assert job.proven >= proven >= _PART
        states = [item.state.value for item in list_printed_items(session, job.id)]
        assert states == ["proven"] * job.proven + ["planned"] * (_PEOPLE - job.proven)
        people = list_people(session)
        assert all(person.badge and not person.badge.printed_at for person in people), (
            "nobody has a badge that is printed"
        )
    with database.transaction() as session:
        update_person(session, people[-1].id, {"given_name": "Khác Hẳn"})
    kept = sorted((jobfolder.job_folder(job.id)).glob("*[0-9a-f].pdf"))
    done = _run(capsys, "print", "--resume", "--event", event)
    assert (done["items"], done["pages"], done["proven"]) == (_PEOPLE, _PEOPLE, _PEOPLE)
    numbers = _numbers(out)
    assert len(numbers) == len(set(numbers)) == _PEOPLE
    stamp = read_stamp(out)
    assert stamp is not None
    assert (stamp.job, stamp.template) == (str(job.id), "badge-a6")
    subprocess.run(["qpdf", "--check", out], check=True, capture_output=True)
    assert kept, "parts that were proven lay there"
    assert not jobfolder.job_folder(job.id).exists()
    with database.reading() as session:
        (job,) = list_print_jobs(session)
        assert job.state.value == "done"
        told = [event.detail for event in list_job_events(session, job.id)]
        assert {"resumed": True, "changed": 1, "gone": 0} in told
        assert {item.state.value for item in list_printed_items(session, job.id)} == {"proven"}
        assert all(person.badge and person.badge.printed_at for person in list_people(session))
    assert people[-1].badge
    number = number_in_groups(people[-1].badge.number)
    assert "Hẳn" in PdfReader(out).pages[numbers.index(number)].extract_text()


def test_a_killed_job_of_pictures_goes_on_with_those_that_are_missing(database, tmp_path, capsys) -> None:
    people = 40  # three parts: of 16, 16 and 8 pictures
    with database.transaction() as session:
        issue_badges(session, make_people(session, people), get_signer(session, "a long passphrase for tests"))
    out = tmp_path / "out" / "badges.png"
    out.parent.mkdir()
    pictures = [out.with_name(f"badges-{number:03d}.png") for number in range(1, people + 1)]
    for file in pictures:
        file.write_bytes(b"what was there before")
    child = _start(database.path, out)
    _wait_for_part(database, child)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert {file.read_bytes() for file in pictures} == {b"what was there before"}
    with database.reading() as session:
        (job,) = list_print_jobs(session)
    assert job.is_interrupted
    folder = jobfolder.job_folder(job.id)
    kept = {place.parent.name for place in folder.glob("*/*.png")} - {
        it.name for it in folder.glob(f"*{jobfolder.PAINTED}")
    }
    assert kept
    resuming = _start(database.path)
    painted = set()
    while resuming.poll() is None:
        painted |= {file.parent.name for file in folder.glob("*/*.png") if jobfolder.PAINTED in file.parent.name}
        time.sleep(0.005)
    assert resuming.wait() == 0
    assert len(painted) <= 2
    assert not {name.removesuffix(jobfolder.PAINTED) for name in painted} & kept, "what was proven is not painted again"
    assert sorted(out.parent.iterdir()) == pictures
    assert len({file.read_bytes() for file in pictures}) == people
    codes = _run(capsys, "verify", pictures[0], "--event", database.path)["codes"]
    assert [code["verdict"] for code in codes] == ["badge"]


def test_a_stopped_job_is_cancelled_and_may_go_on(event, database, tmp_path, capsys) -> None:
    out = tmp_path / "badges.pdf"
    child = _start(event, out)
    _wait_for_part(database, child)
    child.send_signal(signal.SIGINT)
    assert child.wait() == 1
    assert list(tmp_path.glob("*.pdf")) == [], "hidden ones neither"
    with database.reading() as session:
        (job,) = list_print_jobs(session)
    assert (job.state.value, job.is_interrupted, job.can_go_on) == ("cancelled", False, True)
    kept = [file.name for file in jobfolder.job_folder(job.id).iterdir()]
    assert job.proven >= _PART
    assert not [name for name in kept if jobfolder.PAINTED in name], "what is proven lies there, and nothing else"
    done = _run(capsys, "print", "--resume", "--event", event)
    assert done["proven"] == len(set(_numbers(out))) == _PEOPLE
    assert not jobfolder.job_folder(job.id).exists()


def test_an_interrupted_job_can_be_given_up(event, database, tmp_path, capsys) -> None:
    child = _start(event, tmp_path / "badges.pdf")
    _wait_for_part(database, child)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    (job,) = _run(capsys, "print", "--history", "--event", event)["jobs"]
    assert (job["state"], job["can_resume"]) == ("interrupted", True)
    _run(capsys, "print", "--discard", job["job"][-6:], "--event", event)
    (job,) = _run(capsys, "print", "--history", "--event", event)["jobs"]
    assert (job["state"], job["can_resume"]) == ("cancelled", False)
    assert main(["print", "--resume", "--event", str(event)]) == 1, "it was given up for good"
