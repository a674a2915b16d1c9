"""A print job that is stopped, at whatever moment: the old file stays, nothing half done lies about, and it goes on."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from showcase.app import App
from showcase.documents import jobfolder
from showcase.documents.history import list_job_events, list_print_jobs, list_printed_items
from showcase.documents.records import PrintJobRecord, error_of
from showcase.errors import Cancelled, DiskFull, FileError, MissingFile, RefusedError
from showcase.messages import sentence
from showcase.people.edits import issue_badges, update_person
from showcase.people.keys import get_signer
from showcase.people.queries import list_people
from showcase.printing.batch import Choice, prepare
from showcase.printing.runs import discard_job, print_batch, resume_job
from showcase.progress import Progress
from showcase.settings import Settings
from tests.factories import make_people

PEOPLE = 10
OLD = b"what was there before"
STAGES = ("laying out", "painting", "proving", "joining", "writing")
PICTURES_ALONE = pytest.mark.parametrize("out", [".png"], indirect=True)
"""What does not depend on what is written is tried without processes that prove."""


@pytest.fixture
def app(database, monkeypatch):
    """Return an event with badges, whose jobs have a part for every two pages."""
    monkeypatch.setattr("showcase.printing.job.PAGES", 2)
    monkeypatch.setattr("showcase.printing.job.PICTURES", 2)
    with database.transaction() as session:
        issue_badges(session, make_people(session, PEOPLE), get_signer(session, "a long passphrase for tests"))
    return App(database, Settings())


@pytest.fixture(params=[".pdf", ".png"])
def out(request, tmp_path) -> Path:
    """Return a file in a folder of its own, where older ones lie."""
    folder = tmp_path / "out"
    folder.mkdir()
    out: Path = folder / f"badges{request.param}"
    for file in files_of(out):
        file.write_bytes(OLD)
    return out


def files_of(out: Path) -> list[Path]:
    if out.suffix == ".pdf":
        return [out]
    return [out.with_name(f"{out.stem}-{number:03d}.png") for number in range(1, PEOPLE + 1)]


def _print(app: App, out: Path, progress: Progress) -> None:
    print_batch(app, prepare(app, Choice("badges", "badge-cr80", languages=("vi",))), out, progress=progress)


def _job(app: App) -> PrintJobRecord:
    with app.reading() as session:
        (job,) = list_print_jobs(session)
    return job


def _at(app: App, stage: str, do: Callable[[], None]) -> Progress:
    """Return a progress that does something once a job has come to a stage."""
    is_done = False

    def tell(done: int, total: int) -> None:
        nonlocal is_done
        reached = {
            "laying out": done > 2,
            "painting": done > total // 3 + 1,
            "proving": _job(app).proven > 0,
            "joining": done == total,
            "writing": done == total and _job(app).proven == PEOPLE,
        }
        if reached[stage] and not is_done:
            is_done = True
            do()

    return tell


def _cancel() -> None:
    raise Cancelled


def _untouched(out: Path) -> None:
    assert sorted(out.parent.iterdir()) == files_of(out), "hidden ones neither"
    assert {file.read_bytes() for file in files_of(out)} == {OLD}


def _only_proven_parts(job: PrintJobRecord) -> None:
    folder = jobfolder.job_folder(job.id)
    assert not [it for it in folder.rglob("*") if jobfolder.PAINTED in it.name]


def _whole(app: App, out: Path) -> None:
    """See that each badge was printed once, and that the history says so."""
    assert sorted(out.parent.iterdir()) == files_of(out)
    job = _job(app)
    with app.reading() as session:
        numbers = [person.badge.number for person in list_people(session) if person.badge]
        items = list_printed_items(session, job.id)
    assert (job.state.value, job.can_go_on) == ("done", False)
    assert [item.state.value for item in items] == ["proven"] * PEOPLE
    assert not jobfolder.job_folder(job.id).exists()
    if out.suffix == ".pdf":
        found = [re.findall(r"\d{4} \d{4}", page.extract_text())[0].replace(" ", "") for page in PdfReader(out).pages]
        assert sorted(found) == sorted(numbers)
    else:
        pages = set()
        for file in files_of(out):
            with Image.open(file) as picture:
                pages.add(picture.convert("RGB").tobytes())
        assert len(pages) == PEOPLE


@pytest.mark.parametrize("stage", STAGES)
def test_a_job_is_cancelled_at_any_moment_and_goes_on(app, out, stage) -> None:
    with pytest.raises(Cancelled):
        _print(app, out, _at(app, stage, _cancel))
    job = _job(app)
    _untouched(out)
    _only_proven_parts(job)
    assert (job.state.value, job.can_go_on, dict(job.reason)) == ("cancelled", True, {})
    with app.reading() as session:
        assert {item.printed_at for item in list_printed_items(session, job.id)} == {None}
        assert all(person.badge and not person.badge.printed_at for person in list_people(session))
    before = _parts(app, job)
    kept = {it.name: it.stat().st_ino for it in jobfolder.job_folder(job.id).iterdir() if it.name != "lock"}
    assert len(kept) == len(set(before)), "every part that was said to be proven, and no other"
    resume_job(app, job.id)
    _whole(app, out)
    assert sorted(set(_parts(app, job)[len(before) :])) == sorted(set(_parts(app, job))), "those kept are parts of it"


def _parts(app: App, job: PrintJobRecord) -> list[str]:
    with app.reading() as session:
        return [event.detail["part"] for event in list_job_events(session, job.id) if "part" in event.detail]


def test_only_what_is_missing_is_painted(app, out) -> None:
    with pytest.raises(Cancelled):
        _print(app, out, _at(app, "proving", _cancel))
    job = _job(app)
    folder = jobfolder.job_folder(job.id)
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.suffix == out.suffix}
    assert before
    seen: dict[Path, int] = {}

    def look(done: int, total: int) -> None:
        if done == total:
            seen.update({file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.suffix == out.suffix})
            for file in [it for it in seen if jobfolder.PAINTED in str(it)]:
                del seen[file]

    resume_job(app, job.id, look)
    assert len(seen) == (PEOPLE // 2 if out.suffix == ".pdf" else PEOPLE)
    assert before.items() <= seen.items(), "what was proven is what is put together"


@PICTURES_ALONE
def test_what_changed_meanwhile_is_painted_as_it_is_now(app, out) -> None:
    with pytest.raises(Cancelled):
        _print(app, out, _at(app, "writing", _cancel))
    with app.transaction() as session:
        person = list_people(session)[4]
        update_person(session, person.id, {"given_name": "Khác Hẳn"})
    resumed = resume_job(app, _job(app).id)
    assert len(resumed.changed) == 1
    _whole(app, out)


@PICTURES_ALONE
def test_a_cancelled_job_is_given_up(app, out) -> None:
    with pytest.raises(Cancelled):
        _print(app, out, _at(app, "writing", _cancel))
    job = _job(app)
    discard_job(app, job.id)
    _untouched(out)
    assert not jobfolder.job_folder(job.id).exists()
    assert (_job(app).state.value, _job(app).can_go_on) == ("cancelled", False)
    with pytest.raises(RefusedError):
        resume_job(app, job.id)


@contextmanager
def _no_room() -> Iterator[None]:
    """Let no file grow, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of files")
@pytest.mark.parametrize("stage", ["painting", "joining"])
def test_no_disk_takes_anything_any_more(app, out, stage) -> None:
    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

    with pytest.raises(FileError), _no_room():
        _print(app, out, _at(app, stage, fill))
    job = _job(app)
    _untouched(out)
    _only_proven_parts(job)
    assert (job.is_interrupted, job.can_go_on) == (True, True), "there was no room to say that it failed"
    resume_job(app, job.id)
    _whole(app, out)


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """Return a disk of 400 kB, where one may be made."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    words = ["-t", "tmpfs", "-o", "size=400k", "none", place]
    if mount is None or subprocess.run([mount, *words], capture_output=True, check=False).returncode:
        pytest.skip("needs to mount a disk")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("suffix", [".pdf", ".png"])
def test_the_disk_of_the_file_is_full(app, small_disk, suffix) -> None:
    out = small_disk / f"badges{suffix}"
    for file in files_of(out):
        file.write_bytes(OLD)
    stuff = small_disk / "stuff"

    def fill() -> None:
        stuff.write_bytes(bytes(shutil.disk_usage(small_disk).free - 8_192))

    with pytest.raises(DiskFull) as caught:
        _print(app, out, _at(app, "proving", fill))
    assert out.name in sentence(caught.value, "vi")
    job = _job(app)
    stuff.unlink()
    _untouched(out)
    assert (job.state.value, job.reason["key"], job.can_go_on) == ("failed", "printing.disk_full", True)
    assert sentence(error_of(job.reason), "en") == sentence(caught.value, "en")
    resume_job(app, job.id)
    _whole(app, out)


@PICTURES_ALONE
def test_the_stick_is_pulled_and_comes_back(app, out) -> None:
    away = out.parent.with_name("away")
    with pytest.raises(MissingFile):
        _print(app, out, _at(app, "proving", lambda: out.parent.replace(away) and None))
    job = _job(app)
    assert (job.state.value, job.reason["key"], job.can_go_on) == ("failed", "printing.folder_missing", True)
    with pytest.raises(MissingFile):
        resume_job(app, job.id)
    assert (_job(app).state.value, _job(app).can_go_on) == ("failed", True)
    away.replace(out.parent)
    _untouched(out)
    resume_job(app, job.id)
    _whole(app, out)


@PICTURES_ALONE
def test_parts_that_nobody_came_back_for_go(app, out) -> None:
    with pytest.raises(Cancelled):
        _print(app, out, _at(app, "writing", _cancel))
    folder = jobfolder.job_folder(_job(app).id)
    jobfolder.sweep()
    assert folder.exists()
    week = 8 * 86_400
    moment = (folder / "lock").stat().st_mtime - week
    os.utime(folder / "lock", (moment, moment))
    with jobfolder.held(_job(app).id):
        pass
    jobfolder.sweep()
    assert folder.exists(), "somebody was here just now"
    os.utime(folder / "lock", (moment, moment))
    jobfolder.sweep()
    assert not folder.exists()
    resume_job(app, _job(app).id)
    _whole(app, out)
