"""The print history: jobs with the fate of their items, printing again, and what waits for a printer."""

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QLabel

from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.edits import set_event
from showcase.catalogue.queries import list_booths
from showcase.documents import edits
from showcase.documents.history import list_print_jobs
from showcase.office import jobs
from showcase.progress import no_progress

TEMPLATES = {"badges": "badge-a6", "signs": "booth-sign-a4", "cards": "product-card-a5"}


@pytest.fixture
def page(window, settle, tmp_path):
    """Return the page; signs were printed, then badges, of which two were refused."""
    for what in ("signs", "badges"):
        _print(window, what, tmp_path / f"{what}.pdf")
    window.do("page:prints")
    settle(window)
    return window.page("prints")


def _print(window, what, out) -> None:
    app = window.desk.app
    prepared = jobs.prepare(app, what, template=TEMPLATES[what], stock="page", languages=("vi", "en"))
    jobs.print_file(app, prepared, out, allow_failed=True, progress=no_progress)


def _told(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _row(page, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(len(page.columns))]


def _rename_booth(window) -> None:
    with window.desk.app.transaction() as session:
        (booth,) = [booth for booth in list_booths(session) if booth.code == "B7"]
        editing.change(session, "booths", booth.id, [Change("code", "Z9")])


def _choose_file(monkeypatch, path) -> list[str]:
    asked: list[str] = []

    def answer(_parent, _title, suggested, _kinds):
        asked.append(suggested)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_the_newest_job_stands_first_and_its_items_say_why_they_were_refused(page, settle, window):
    assert [row[1] for row in (_row(page, 0), _row(page, 1))] == ["Badges", "Booth signs"]
    assert _row(page, 0)[2:8] == ["Badge A6", "One per page", "vi, en", "12", "2 refused", "badges.pdf"]
    assert _row(page, 1)[5:7] == ["2", ""]
    items = page.panel.model
    assert items.total == 12
    assert [items.record(row).state.value for row in range(3)] == ["refused", "refused", "proven"]
    assert "no live badge" in items.index(0, 1).data()
    page.table.selectRow(1)
    settle(window)
    assert "Booth signs" in _told(page.panel)
    assert items.total == 2


def test_what_waits_is_counted_and_leads_to_the_print_page(page, window, settle):
    boxes = page.waiting.boxes
    assert "All printed, nothing changed since" in _told(boxes["badges"])
    assert boxes["cards"].buttons["unprinted"].text() == "2 not printed yet"
    _rename_booth(window)
    settle(window)
    assert boxes["signs"].buttons["changed"].text() == "1 changed since printed"
    boxes["signs"].buttons["changed"].click()
    settle(window)
    form = window.page("printing").form
    assert window.page("printing").isVisible()
    assert (form.what, form.who) == ("signs", "changed")
    assert "Sheet 1 of 1" in _told(window.page("printing"))


def test_without_an_address_the_codes_are_asked_for_where_they_are_printed(page, window, settle):
    with window.desk.app.transaction() as session:
        set_event(session, "base_url", "")
    settle(window)
    box = page.waiting.boxes["signs"]
    assert box._address.isVisible()
    box._address.click()
    settle(window)
    assert window.page("printing").form.url_panel.isVisible()


def test_a_job_is_printed_again_as_things_are_now(page, window, settle, tmp_path, monkeypatch):
    page.table.selectRow(1)
    settle(window)
    _rename_booth(window)
    settle(window)
    asked = _choose_file(monkeypatch, tmp_path / "again")
    page.panel.again_button.click()
    settle(window)
    assert asked == [str(tmp_path / "signs.pdf")]
    pages = PdfReader(tmp_path / "again.pdf").pages
    assert [code in page.extract_text() for page, code in zip(pages, ("A1", "Z9"), strict=True)] == [True, True]
    assert "2 of 2 items proven" in page.messages.texts[0]
    assert page.model.total == 3
    assert _row(page, 0)[7] == "again.pdf"


def test_only_what_changed_of_a_job_is_printed(page, window, settle, tmp_path, monkeypatch):
    page.table.selectRow(1)
    settle(window)
    asked = _choose_file(monkeypatch, tmp_path / "changed.pdf")
    page.panel.changed_button.click()
    settle(window)
    assert asked == []
    assert page.messages.texts == ["Nothing of this job changed since it was last printed."]
    _rename_booth(window)
    settle(window)
    page.panel.changed_button.click()
    settle(window)
    assert len(PdfReader(tmp_path / "changed.pdf").pages) == 1
    assert "All printed" in _told(page.waiting.boxes["signs"])


def test_a_file_that_is_gone_is_a_sentence(page, window, settle, tmp_path):
    (tmp_path / "badges.pdf").unlink()
    page.panel.open_button.click()
    settle(window)
    assert "badges.pdf is no longer there" in page.messages.texts[0]


def test_an_event_in_which_nothing_was_printed_says_what_to_do(window, settle):
    window.do("page:prints")
    settle(window)
    page = window.page("prints")
    assert "Nothing was printed yet" in _told(page._empty)
    assert not page.panel.isVisible()
    page._print_button.click()
    settle(window)
    assert window.page("printing").isVisible()


def _interrupt(window, what, out) -> None:
    """Leave a job as one whose process went after the first of two."""
    app = window.desk.app
    batch = jobs.prepare(app, what, template=TEMPLATES[what], stock="page", languages=("vi", "en")).batch
    run = edits.PrintRun(batch.template, batch.items, "page", ("vi", "en"), str(out))
    with app.transaction() as session:
        job = edits.plan_print_job(session, run)
        edits.record_painting(session, job, {})
        edits.record_painting(session, job, {"proven": 1, "part": "gone", "sha256": ""})


def test_an_interrupted_job_is_resumed_from_its_panel(page, window, settle, tmp_path):
    _interrupt(window, "signs", tmp_path / "half.pdf")
    settle(window)
    page.table.selectRow(0)
    settle(window)
    assert _row(page, 0)[6] == "interrupted"
    assert "Interrupted when 1 of 2 were proven" in _told(page.panel)
    assert [page.panel.model.record(row).state.value for row in range(2)] == ["proven", "planned"]
    assert not page.panel.again_button.isVisible()
    page.panel.resume_button.click()
    settle(window)
    assert len(PdfReader(tmp_path / "half.pdf").pages) == 2
    assert (_row(page, 0)[6], page.model.total) == ("", 3)
    assert page.panel.again_button.isVisible()
    assert not page.panel.resume_button.isVisible()


def test_a_cancelled_job_goes_on_from_its_panel(page, window, settle, tmp_path):
    _interrupt(window, "signs", tmp_path / "half.pdf")
    app = window.desk.app
    with app.transaction() as session:
        edits.cancel_print_job(session, list_print_jobs(session)[0].id)
    settle(window)
    page.table.selectRow(0)
    settle(window)
    assert _row(page, 0)[6] == "cancelled"
    assert page.panel.discard_button.isVisible()
    assert not page.panel.open_button.isVisible()
    page.panel.resume_button.click()
    settle(window)
    assert len(PdfReader(tmp_path / "half.pdf").pages) == 2
    assert _row(page, 0)[6] == ""
    assert not page.panel.resume_button.isVisible()


def test_an_interrupted_job_is_given_up_from_its_panel(page, window, settle, tmp_path):
    _interrupt(window, "signs", tmp_path / "half.pdf")
    settle(window)
    page.table.selectRow(0)
    settle(window)
    page.panel.discard_button.click()
    settle(window)
    assert _row(page, 0)[6] == "cancelled"
    assert not (tmp_path / "half.pdf").exists()


def test_after_a_jam_a_job_is_printed_from_an_item_on(page, window, settle, tmp_path, monkeypatch):
    out = tmp_path / "rest.pdf"
    _choose_file(monkeypatch, out)
    page.table.selectRow(1)
    settle(window)
    assert not page.panel.from_button.isEnabled(), "no item is chosen"
    page.panel.table.selectRow(1)
    page.panel.from_button.click()
    settle(window)
    assert len(PdfReader(out).pages) == 1
