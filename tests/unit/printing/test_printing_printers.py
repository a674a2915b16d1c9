"""Printers: which there are, what is the matter with them, and what they are sent."""

import shutil

import pytest
from pypdf import PdfReader

from showcase.app import App
from showcase.catalogue.edits import set_event
from showcase.documents import edits
from showcase.documents.calibration import Placing
from showcase.documents.calibrations import save_calibration
from showcase.documents.history import get_print_job, list_job_events, list_printed_items
from showcase.documents.records import error_of
from showcase.errors import InputError, MissingFile, RefusedError
from showcase.people.edits import issue_badges
from showcase.people.keys import get_signer
from showcase.people.queries import list_people
from showcase.printing import cups
from showcase.printing.batch import Choice, choice_again, prepare
from showcase.printing.printers import (
    Destination,
    Paper,
    Printer,
    knows_paper,
    list_printers,
    list_trays,
    matched,
    send,
)
from showcase.printing.runs import print_batch, resume_job
from showcase.printing.sending import new_file, send_job
from showcase.settings import Settings
from tests.factories import make_organisation, make_people

LASER = Destination("Laser")
STATES = """printer Laser is idle.  enabled since Fri Nov 27 17:41:37 2026
printer Desk disabled since Fri Nov 27 17:42:00 2026 -
	Toner empty
printer Hall now printing Hall-2.  enabled since Fri Nov 27 17:42:00 2026
	gone home
Laser accepting requests since Fri Nov 27 17:41:37 2026
Desk accepting requests since Fri Nov 27 17:42:00 2026
Hall not accepting requests since Fri Nov 27 17:42:00 2026 -
	gone home
"""


@pytest.fixture
def app(database):
    """Return an event with three booths, and three people with badges."""
    with database.transaction() as session:
        set_event(session, "base_url", "https://sample.example")
        make_organisation(session, "Một", [("A", "A1")], name_en="One")
        make_organisation(session, "Hai", [("A", "A2"), ("A", "A3")], name_en="Two")
        issue_badges(session, make_people(session, 3), get_signer(session, "a long passphrase for tests"))
    return App(database, Settings())


def _printed(app, tmp_path, what="signs", to=LASER, **rest):
    """Print signs for a printer; return what came of it and the job in the history."""
    report = print_batch(app, prepare(app, Choice(what, to=to, **rest)), tmp_path / f"{what}.pdf")
    assert report.job is not None
    with app.reading() as session:
        return report, get_print_job(session, report.job)


def _states(app, job) -> list[str]:
    with app.reading() as session:
        return [event.state.value for event in list_job_events(session, job.id)]


def test_printers_are_told_with_their_state_and_the_usual_one_first(spooler) -> None:
    assert list_printers() == []
    spooler.has(["Desk", "Hall", "Laser"], STATES, default="Laser")
    assert list_printers() == [
        Printer("Laser", is_default=True),
        Printer("Desk", is_paused=True, why="Toner empty"),
        Printer("Hall", refuses=True, why="gone home"),
    ]


def test_a_computer_without_a_printing_system_has_no_printers(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (list_printers(), list_trays("Laser")) == ([], [])
    with pytest.raises(RefusedError) as refused:
        send(tmp_path / "any.pdf", LASER, Paper(210, 297), "Any")
    assert refused.value.key == "printers.no_system"


@pytest.mark.parametrize(
    ("paper", "media"),
    [
        (Paper(210, 297), "A4"),
        (Paper(297, 210), "A4"),
        (Paper(105, 148), "A6"),
        (Paper(215.9, 279.4), "Letter"),
        (Paper(62, 100), "Custom.62x100mm"),
        (Paper(101.6, 50.8), "Custom.101.6x50.8mm"),
        (Paper(850, 2000), "Custom.850x2000mm"),
    ],
)
def test_papers_have_their_names_and_labels_their_size(paper, media) -> None:
    assert cups.media(paper) == media


@pytest.mark.parametrize(
    ("duplex", "sides"), [("", "one-sided"), ("long", "two-sided-long-edge"), ("short", "two-sided-short-edge")]
)
def test_the_edge_over_which_paper_is_turned_is_said(spooler, duplex, sides) -> None:
    spooler.trays("*Auto", "Tray1", "Tray2")
    words = cups.options(Destination("Laser", "tray 2", 3), Paper(210, 297, duplex))
    wanted = ["print-scaling=none", "media=A4", f"sides={sides}", "InputSlot=Tray2"]
    assert words == ["-d", "Laser", "-n", "3", *(word for option in wanted for word in ("-o", option))]


def test_a_tray_is_found_as_people_write_it_and_others_are_refused(spooler) -> None:
    assert matched(["Auto", "Tray2"], "TRAY 2") == "Tray2"
    assert matched(["Auto", "Tray2"], "tray 3") == ""
    assert "InputSlot" not in str(cups.options(Destination("Laser", "by hand"), Paper(210, 297))), "it tells of none"
    spooler.trays("*Auto", "Tray2")
    assert list_trays("Laser") == ["Auto", "Tray2"]
    with pytest.raises(InputError) as refused:
        cups.options(Destination("Laser", "by hand"), Paper(210, 297))
    assert refused.value.params["names"] == "Auto, Tray2"


@pytest.mark.parametrize(
    ("papers", "paper", "known"),
    [
        ("*Letter A4 A4.Fullbleed", Paper(297, 210), True),
        ("*Letter A6.Fullbleed", Paper(105, 148), True),
        ("*Letter A4", Paper(62, 100), False),
        ("*Letter w176h283", Paper(62, 100), True),
        ("*Letter 62x100mm", Paper(100, 62), True),
        ("*Letter Custom.WIDTHxHEIGHT", Paper(62, 100), True),
        ("", Paper(62, 100), True),
    ],
)
def test_a_paper_that_the_driver_does_not_name_is_worth_a_look(spooler, papers, paper, known) -> None:
    spooler.papers(papers)
    assert knows_paper("Laser", paper) is known


def test_what_is_printed_on_such_a_paper_says_so(app, tmp_path, spooler) -> None:
    spooler.has(["Laser"])
    spooler.papers("*Letter A4")
    assert _printed(app, tmp_path)[0].notices == ()
    report, _job = _printed(app, tmp_path, "badges", languages=("vi",))
    assert [notice.key for notice in report.notices] == ["printers.paper_unknown"]
    assert report.notices[0].params == {"printer": "Laser", "width": "105", "height": "148"}


def test_names_are_never_read_by_a_shell(spooler, tmp_path) -> None:
    spooler.has(["a;touch bad"])
    file = tmp_path / "-d $(touch bad).pdf"
    file.write_bytes(b"%PDF-1.4")
    assert send(file, Destination("a;touch bad"), Paper(210, 297), "`touch bad`") == "a;touch"
    assert spooler.words[1] == "a;touch bad"
    assert spooler.words[-4:] == ["-t", "`touch bad`", "--", str(file)]
    assert not list(tmp_path.rglob("bad"))


def test_the_proven_file_is_sent_as_it_is_and_the_history_says_so(app, tmp_path, spooler) -> None:
    spooler.has(["Laser"])
    report, job = _printed(app, tmp_path, to=Destination("Laser", copies=2))
    assert spooler.taken == (tmp_path / "signs.pdf").read_bytes()
    assert spooler.words[:10:2] == ["-d", "-n", "-o", "-o", "-o"]
    assert (report.request, report.unsent) == ("Laser-7", None)
    assert _states(app, job) == ["planned", "painting", "proven", "sent"]
    assert (job.state.value, job.good, job.is_interrupted) == ("sent", 3, False)
    with app.reading() as session:
        assert list_job_events(session, job.id)[-1].detail == {"printer": "Laser", "copies": 2, "request": "Laser-7"}
    assert prepare(app, Choice("signs")).counts.unprinted == 0
    assert choice_again(job).to == Destination("Laser", "", 2)


def test_a_page_with_bleed_asks_for_the_paper_it_is_cut_to(app, tmp_path, spooler) -> None:
    spooler.has(["Laser"])
    _printed(app, tmp_path, "badges", languages=("vi",))
    box = PdfReader(tmp_path / "badges.pdf").pages[0]
    assert float(box.mediabox.width) > 105 / 25.4 * 72 + 10
    assert "media=A6" in spooler.words


@pytest.mark.parametrize("problem", ["paused", "paused_why", "refuses_why", "not_taken", "gone", "no_system"])
def test_what_a_printer_does_not_take_is_proven_kept_not_printed_and_sent_later(
    app, tmp_path, spooler, problem, monkeypatch
) -> None:
    spooler.has(["Laser"])
    batch = prepare(app, Choice("badges", to=LASER, languages=("vi",)))
    path = shutil.which("lpstat")
    assert path is not None
    if problem == "paused":
        spooler.pauses("Laser")
    elif problem == "paused_why":
        spooler.pauses("Laser", "Toner empty")
    elif problem == "refuses_why":
        spooler.has(["Laser"], "Laser not accepting requests since Fri Nov 27 17:42:00 2026 -\n\tgone home\n")
    elif problem == "not_taken":
        spooler.refuses("Too many failed jobs")
    elif problem == "gone":
        spooler.has([])
        spooler.refuses("Error - The printer or class does not exist.")
    else:
        monkeypatch.setenv("PATH", str(tmp_path))
    report = print_batch(app, batch, tmp_path / "badges.pdf")
    assert report.job is not None
    with app.reading() as session:
        job = get_print_job(session, report.job)
        items = list_printed_items(session, job.id)
        printed = [person.badge.printed_at for person in list_people(session) if person.badge]
    assert report.unsent is not None
    assert report.unsent.key == f"printers.{'not_taken' if problem == 'gone' else problem}"
    assert error_of(job.reason).key == report.unsent.key
    assert _states(app, job) == ["planned", "painting", "proven", "failed"]
    assert (job.good, job.has_file, job.is_done, job.is_interrupted) == (3, True, False, False)
    assert [(item.state.value, item.printed_at) for item in items] == [("proven", None)] * 3
    assert printed == [None] * 3
    assert prepare(app, Choice("badges")).counts.unprinted == 3
    made = (tmp_path / "badges.pdf").read_bytes()
    monkeypatch.setenv("PATH", f"{spooler.folder}:/usr/bin:/bin")
    spooler.refuses("")
    spooler.has(["Laser", "Desk"])
    assert send_job(app, job.id, Destination("Desk")) == ("Desk-7", ())
    assert (spooler.taken, spooler.times) == (made, 1)
    with app.reading() as session:
        assert get_print_job(session, job.id).state.value == "sent"
        assert get_print_job(session, job.id).reason == {}
        assert None not in [person.badge.printed_at for person in list_people(session) if person.badge]
    assert prepare(app, Choice("badges")).counts.unprinted == 0


def test_a_system_that_does_not_answer_is_left_alone(spooler, tmp_path) -> None:
    spooler.hangs()
    file = tmp_path / "any.pdf"
    file.write_bytes(b"%PDF-1.4")
    with pytest.raises(RefusedError) as refused:
        cups.send(file, LASER, Paper(210, 297), "Any", seconds=0.3)
    assert refused.value.key == "printers.silent"


def test_a_printer_that_is_not_there_is_said_before_anything_is_painted(app, tmp_path, spooler) -> None:
    spooler.has(["Laser", "Desk"])
    with pytest.raises(InputError) as refused:
        _printed(app, tmp_path, to=Destination("Lase"))
    assert refused.value.params["names"] == "Desk, Laser"
    assert list(tmp_path.glob("*.pdf")) == []
    for wrong in (Destination("Laser", copies=0), Destination("Laser", copies=100)):
        with pytest.raises(InputError):
            _printed(app, tmp_path, to=wrong)
    with pytest.raises(InputError) as refused:
        print_batch(app, prepare(app, Choice("signs", to=LASER)), tmp_path / "signs.png")
    assert refused.value.key == "printers.pdf_alone"


def test_a_file_that_was_saved_is_sent_later_and_only_that_file(app, tmp_path, spooler) -> None:
    spooler.has(["Laser"])
    _report, job = _printed(app, tmp_path, to=None)
    assert (job.state.value, spooler.times) == ("done", 0)
    spooler.refuses("Out of order")
    with pytest.raises(RefusedError):
        send_job(app, job.id, LASER)
    assert _states(app, job)[-1] == "done", "it was printed, whatever this printer says"
    spooler.refuses("")
    send_job(app, job.id, LASER)
    assert _states(app, job)[-2:] == ["done", "sent"]
    (tmp_path / "signs.pdf").write_bytes((tmp_path / "signs.pdf").read_bytes() + b"\n")
    with pytest.raises(RefusedError) as refused:
        send_job(app, job.id, LASER)
    assert refused.value.key == "printers.file_other"
    (tmp_path / "signs.pdf").unlink()
    with pytest.raises(MissingFile):
        send_job(app, job.id, LASER)
    assert spooler.times == 1


def test_pictures_and_jobs_that_failed_have_nothing_to_send(app, tmp_path, spooler) -> None:
    spooler.has(["Laser"])
    report = print_batch(app, prepare(app, Choice("signs", languages=("vi",))), tmp_path / "signs.png")
    assert report.job is not None
    with pytest.raises(RefusedError) as refused:
        send_job(app, report.job, LASER)
    assert refused.value.key == "printers.no_file"


def test_the_calibration_of_the_printer_and_tray_is_used_by_itself(app, tmp_path, spooler) -> None:
    spooler.has(["Laser"])
    with app.transaction() as session:
        save_calibration(session, "laser", Placing(0.5, -0.4), "Tray 2")
        save_calibration(session, "Desk", Placing(0.1, 0.1))
    assert prepare(app, Choice("signs", to=LASER)).placing is None
    assert prepare(app, Choice("signs", to=Destination("Laser", "tray 2"))).placing == Placing(0.5, -0.4)
    other = Choice("signs", to=Destination("Laser", "tray 2"), printer=("Desk", ""))
    assert prepare(app, other).placing == Placing(0.1, 0.1), "what is named is used"
    _report, job = _printed(app, tmp_path, to=Destination("Laser", "tray 2"))
    again = choice_again(job)
    assert (again.printer, again.to) == (("laser", "Tray 2"), Destination("Laser", "tray 2"))


def test_a_job_that_was_interrupted_is_sent_once_when_it_is_resumed(app, tmp_path, spooler) -> None:
    spooler.has(["Laser"])
    batch = prepare(app, Choice("signs", to=Destination("Laser", "", 2)))
    out = tmp_path / "signs.pdf"
    kept = {"to": ["Laser", "", 2]}
    with app.transaction() as session:
        run = edits.PrintRun(batch.template, batch.items, "page", batch.choice.languages, str(out), settings=kept)
        job_id = edits.plan_print_job(session, run)
        edits.record_painting(session, job_id, {})
    done = resume_job(app, job_id)
    assert (done.report.sent, spooler.times) == (Destination("Laser", "", 2), 1)
    with app.reading() as session:
        assert get_print_job(session, job_id).state.value == "sent"


def test_new_files_never_take_the_place_of_others() -> None:
    first = new_file("badges")
    first.write_bytes(b"1")
    second = new_file("badges")
    assert second != first
    assert second.parent == first.parent
