"""A print job is a history of facts: planned, painted, done; cancelled or failed as it was; printed again the same."""

import pytest

from showcase.app import App
from showcase.catalogue.edits import set_event
from showcase.documents import jobfolder
from showcase.documents.calibration import Placing
from showcase.documents.calibrations import save_calibration
from showcase.documents.history import get_print_job, list_job_events, list_print_jobs, list_printed_items, short_name
from showcase.documents.records import error_of
from showcase.errors import Cancelled, LockedFile, MissingFile, RefusedError
from showcase.printing.batch import Choice, choice_again, prepare
from showcase.printing.profiles import Output, Profile
from showcase.printing.runs import discard_job, print_batch, resume_job
from showcase.settings import Settings
from tests.factories import make_organisation, make_people


@pytest.fixture
def app(database):
    """Return an event with three booths, and people without badges."""
    with database.transaction() as session:
        set_event(session, "base_url", "https://sample.example")
        make_organisation(session, "Một", [("A", "A1")], name_en="One")
        make_organisation(session, "Hai", [("A", "A2"), ("A", "A3")], name_en="Two")
        make_people(session, 2)
        save_calibration(session, "Laser", Placing(0.5, -0.4), "tray 2")
    return App(database, Settings())


def _states(app) -> list[str]:
    with app.reading() as session:
        (job,) = list_print_jobs(session)
        return [event.state.value for event in list_job_events(session, job.id)]


def _job(app):
    with app.reading() as session:
        return list_print_jobs(session)[0]


def test_a_job_is_a_history_of_facts(app, tmp_path) -> None:
    seen: list[str] = []

    def look(_done: int, _total: int) -> None:
        job = _job(app)
        seen.append(job.state.value)
        assert job.is_running
        assert not job.is_interrupted

    print_batch(app, prepare(app, Choice("signs")), tmp_path / "signs.pdf", progress=look)
    assert list(dict.fromkeys(seen)) == ["planned", "painting"]
    assert _states(app) == ["planned", "painting", "proven", "done"]
    assert not jobfolder.job_folder(_job(app).id).exists()


def test_a_cancelled_job_printed_nothing(app, tmp_path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_batch(app, prepare(app, Choice("signs")), tmp_path / "signs.pdf", progress=stop)
    assert _states(app) == ["planned", "painting", "cancelled"]
    with app.reading() as session:
        assert {it.printed_at for it in list_printed_items(session, _job(app).id)} == {None}
    assert prepare(app, Choice("signs")).counts.unprinted == 3
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_refused_job_says_why_and_because_of_what(app, tmp_path) -> None:
    with pytest.raises(RefusedError):
        print_batch(app, prepare(app, Choice("badges")), tmp_path / "badges.pdf")
    job = _job(app)
    assert (_states(app), job.refused) == (["planned", "failed"], 2)
    assert error_of(job.reason).key == "printing.items_refused"
    with app.reading() as session:
        assert {it.reason["key"] for it in list_printed_items(session, job.id)} == {"documents.badge_missing"}


def test_a_job_that_cannot_be_written_failed_and_keeps_nothing(app, tmp_path) -> None:
    with pytest.raises(MissingFile):
        print_batch(app, prepare(app, Choice("signs")), tmp_path / "no" / "signs.pdf")
    with app.reading() as session:
        assert list_print_jobs(session) == [], "it was refused before there was a job"


def test_a_fault_of_the_program_is_a_failure_too(app, tmp_path) -> None:
    def fault(_done: int, _total: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        print_batch(app, prepare(app, Choice("signs")), tmp_path / "signs.pdf", progress=fault)
    assert _job(app).reason["key"] == "prints.failed_bug"


def test_a_job_again_has_its_calibration_and_its_profile(app, tmp_path) -> None:
    choice = Choice("signs", printer=("Laser", "tray 2"), output=Output(Profile.PRESS), languages=("en",))
    print_batch(app, prepare(app, choice), tmp_path / "signs.pdf")
    again = choice_again(_job(app))
    assert (again.printer, again.output, again.languages) == (choice.printer, choice.output, choice.languages)
    batch = prepare(app, again)
    assert batch.placing == Placing(0.5, -0.4)
    assert batch.places == (0, 1, 2)


def test_a_job_again_from_an_item_on(app, tmp_path) -> None:
    print_batch(app, prepare(app, Choice("signs")), tmp_path / "signs.pdf")
    rest = prepare(app, choice_again(_job(app), first=1))
    assert [item.values["code"] for item in rest.items] == ["A2", "A3"]


def test_what_ended_is_neither_resumed_nor_given_up(app, tmp_path) -> None:
    print_batch(app, prepare(app, Choice("signs")), tmp_path / "signs.pdf")
    job = _job(app)
    for do in (resume_job, discard_job):
        with pytest.raises(RefusedError) as caught:
            do(app, job.id)
        assert (caught.value.key, caught.value.params["job"]) == ("prints.job_ended", short_name(job.id))


def test_a_job_runs_once(app, tmp_path) -> None:
    print_batch(app, prepare(app, Choice("signs")), tmp_path / "signs.pdf")
    job = _job(app)
    with jobfolder.held(job.id):
        assert jobfolder.is_running(job.id)
        with pytest.raises(LockedFile), jobfolder.held(job.id):
            pass
    assert not jobfolder.is_running(job.id)
    jobfolder.clear([job.id])
    with app.reading() as session:
        assert get_print_job(session, job.id) == job
