"""The print page on a real event: what is offered, preflight, the file, cancelling, issuing badges."""

import re
import threading
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from showcase.catalogue.edits import set_event
from showcase.documents.history import list_print_jobs
from showcase.documents.kinds import BY_WHAT
from showcase.office.canvas import Canvas
from showcase.office.jobs import Turns
from showcase.people.edits import update_person
from showcase.people.queries import list_people
from tests.factories import make_person


def _told(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def page(window, settle):
    """Return the print page, with the badges of the event prepared and checked."""
    window.do("print")
    settle(window)
    return window.page("printing")


def _choose(page, window, settle, what) -> None:
    page.show_query(what)
    settle(window)


def test_the_first_sheet_is_shown_and_sheets_can_be_turned(window, page, settle) -> None:
    assert page.canvas.has_sheet
    assert "Sheet 1 of 12" in _told(page)
    page._on.click()
    settle(window)
    assert "Sheet 2 of 12" in _told(page)
    assert page._back.isEnabled()


def test_preflight_stops_those_without_a_badge_and_the_button_says_so(page) -> None:
    assert "2 stop" in _told(page.preflight)
    assert "10 good" in _told(page.preflight)
    assert page.preflight.problems.count() == 2
    assert page.print_button.text() == "Save the 10 good ones…"


def test_a_finding_leads_to_its_sheet(window, page, settle) -> None:
    page.preflight.problems.setCurrentRow(1)
    settle(window)
    finding = page._checked.findings[1]
    assert f"Sheet {finding.item + 1} of 12" in _told(page)


def test_four_badges_go_on_a_sheet_of_a4(window, page, settle) -> None:
    page.form.stock_box.setCurrentIndex(page.form.stock_box.findData("a4-a6"))
    settle(window)
    assert "Sheet 1 of 3" in _told(page)


def test_used_slots_of_the_first_sheet_stay_free(window, page, settle, tmp_path) -> None:
    page.form.stock_box.setCurrentIndex(page.form.stock_box.findData("a4-a6"))
    settle(window)
    first, second = (spot for row in page.form.slots.spots[:1] for spot in row)
    assert first.accessibleName() == "Slot 1: free"
    first.click()
    second.click()
    settle(window)
    assert second.accessibleName() == "Slot 2: not used"
    assert "2 slots are skipped" in _told(page.form)
    assert "Sheet 1 of 4" in _told(page)
    page.print_to(tmp_path / "badges.pdf")
    settle(window)
    pages = PdfReader(tmp_path / "badges.pdf").pages
    assert [len(set(re.findall(r"\d{4} \d{4}", page.extract_text()))) for page in pages] == [2, 4, 4]
    assert page.form.slots.used == frozenset(), "the next sheet is a new one"
    with window.desk.app.reading() as session:
        assert list_print_jobs(session)[0].settings == {"blocked": [0, 1], "allow_failed": True}


def test_the_last_slot_of_a_sheet_cannot_be_taken_away(window, page, settle) -> None:
    page.form.stock_box.setCurrentIndex(page.form.stock_box.findData("a4-a6"))
    settle(window)
    for spot in [spot for row in page.form.slots.spots for spot in row]:
        spot.click()
    assert page.form.slots.used == frozenset()
    page.form.stock_box.setCurrentIndex(page.form.stock_box.findData("page"))
    settle(window)
    assert not page.form.slots.isVisible()


def test_a_sheet_whose_measures_are_unsure_asks_for_a_test_print(window, page, settle) -> None:
    page.form.template_box.setCurrentIndex(page.form.template_box.findData("badge-86x54"))
    settle(window)
    assert "hold it against the labels" not in _told(page.form)
    stocks = {page.form.stock_box.itemData(row) for row in range(page.form.stock_box.count())}
    assert "avery-l7418" in stocks
    with_c = replace(next(s for s in page.form._supplies.stocks if s.id == "avery-l7418"), confidence="C")
    supplies = page.form._supplies
    others = tuple(with_c if s.id == "avery-l7418" else s for s in supplies.stocks)
    page.form.show_supplies(replace(supplies, stocks=others))
    page.form.stock_box.setCurrentIndex(page.form.stock_box.findData("avery-l7418"))
    settle(window)
    assert "Avery L7418: sources disagree about its measures" in _told(page.form)


def test_the_good_badges_become_a_proven_file_and_are_marked_as_printed(window, page, settle, tmp_path) -> None:
    out = tmp_path / "badges.pdf"
    page.print_to(out)
    assert page.is_busy
    assert page.progress.isVisible()
    settle(window)
    assert len(PdfReader(out).pages) == 10
    assert not page.progress.isVisible()
    (told,) = page.messages.texts
    assert "10 of 12 items proven" in told
    window.do("page:people")
    settle(window)
    people = window.page("people")
    printed = [people.model.record(row).badge for row in range(12)]
    assert sum(badge is not None and badge.printed_at is not None for badge in printed) == 10


def test_a_cancelled_print_leaves_nothing(window, page, settle, tmp_path) -> None:
    out = tmp_path / "badges.pdf"
    page.print_to(out)
    page.progress.cancel_button.click()
    settle(window)
    assert list(tmp_path.glob("*.pdf")) == []
    assert page.messages.texts == ["Stopped as you asked. Nothing was changed."]
    assert page.print_button.isEnabled()


def test_a_place_that_cannot_be_written_is_a_sentence(window, page, settle, tmp_path) -> None:
    page.print_to(tmp_path / "no such folder" / "badges.pdf")
    settle(window)
    assert "no such folder" in page.messages.texts[0]


@pytest.mark.parametrize(("what", "sheets"), [("signs", 2), ("cards", 6)])
def test_signs_and_cards_are_shown(window, page, settle, what, sheets) -> None:
    _choose(page, window, settle, what)
    assert page.canvas.has_sheet
    assert f"of {sheets}" in _told(page)


def test_fewer_languages_are_fewer_cards(window, page, settle) -> None:
    _choose(page, window, settle, "cards")
    for box in list(page.form._languages.values())[1:]:
        box.setChecked(False)
    settle(window)
    assert "of 2" in _told(page)


def test_only_the_chosen_people_are_printed(window, page, settle) -> None:
    window.do("page:people")
    settle(window)
    table = window.page("people")
    row = next(row for row in range(12) if table.model.record(row).badge)
    table.table.selectRow(row)
    window.do("print")
    settle(window)
    page.form.who_buttons["selected"].click()
    settle(window)
    assert "Sheet 1 of 1" in _told(page)
    assert "1 good" in _told(page.preflight)


def test_issuing_needs_the_right_passphrase(window, page, settle) -> None:
    assert page.form.issue_panel.isVisible()
    page.form.issue_panel.line.setText("not the passphrase")
    page.form.issue_panel.button.click()
    settle(window)
    assert page.messages.texts
    page.form.issue_panel.line.setText("một cụm mật khẩu dài")
    page.form.issue_panel.button.click()
    settle(window)
    assert page.messages.texts == ["2 badges were issued."]
    assert not page.form.issue_panel.isVisible()
    assert "12 good" in _told(page.preflight)


def _counts(page) -> dict[str, str]:
    return {who: label.text() for who, label in page.form._who_counts.items()}


def test_what_is_not_printed_and_what_changed_is_counted_and_printed_alone(window, page, settle, tmp_path) -> None:
    assert _counts(page) == {"all": "12", "unprinted": "10", "changed": "0", "selected": "0"}
    assert not page.form.who_buttons["changed"].isEnabled()
    page.form.who_buttons["unprinted"].click()
    settle(window)
    assert "10 good" in _told(page.preflight), "those without a badge are no badges that could be printed"
    page.print_to(tmp_path / "first.pdf")
    settle(window)
    assert _counts(page)["unprinted"] == "0"
    assert "Everything was printed" in _told(page._empty)
    assert not page.print_button.isEnabled(), "nothing else is printed in its place"
    with window.desk.app.transaction() as session:
        (person,) = [person for person in list_people(session) if person.badge and person.ref == "P3"]
        update_person(session, person.id, {"given_name": "Tên Khác"})
    settle(window)
    assert _counts(page)["changed"] == "1"
    page.form.who_buttons["changed"].click()
    settle(window)
    assert "Sheet 1 of 1" in _told(page)


def test_a_passphrase_is_asked_for_once(window, page, settle) -> None:
    page.form.issue_panel.line.setText("một cụm mật khẩu dài")
    page.form.issue_panel.button.click()
    settle(window)
    with window.desk.app.transaction() as session:
        make_person(session, "Vũ", "Đến Sau")
    settle(window)
    assert page.form.issue_panel.isVisible()
    assert not page.form.issue_panel.line.isVisible()
    page.form.issue_panel.button.click()
    settle(window)
    assert page.messages.texts == ["One badge was issued."]


def test_signs_without_an_address_ask_for_it_and_go_on(window, page, settle) -> None:
    with window.desk.app.transaction() as session:
        set_event(session, "base_url", "")
    settle(window)
    _choose(page, window, settle, "signs")
    assert page.form.url_panel.isVisible()
    assert page.messages.texts == [], "the form says it"
    assert not page.print_button.isEnabled()
    page.form.url.setText("https://other.example")
    page.form.url_panel.button.click()
    settle(window)
    assert not page.form.url_panel.isVisible()
    assert page.canvas.has_sheet
    assert page.messages.texts == []


def test_the_page_is_drawn_larger_when_asked(window, page, settle) -> None:
    whole = page.canvas.pixels()
    window.do("zoom_in")
    settle(window)
    assert page.canvas.pixels() > whole
    window.do("whole_page")
    assert page.canvas.pixels() == whole


@pytest.mark.parametrize("size", [QSize(600, 848), QSize(848, 600), QSize(1000, 200)])
def test_a_sheet_of_another_shape_fits_at_once_and_is_wanted_anew(qtbot, size) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(640, 480)
    canvas.show()
    canvas.show_sheet(QImage(448, 448, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(canvas.wanted) as wanted:
        canvas.show_sheet(QImage(size, QImage.Format.Format_RGB32))
        sheet, room = canvas._label.size(), canvas.viewport().size()
        assert sheet.width() <= room.width()
        assert sheet.height() <= room.height()
    assert wanted.args == [max(sheet.width(), sheet.height())]


def test_what_is_looked_at_comes_before_what_is_checked() -> None:
    turns, order = Turns(), []

    def have(name: str, *, look: bool) -> None:
        with turns.turn(look=look):
            order.append(name)

    with turns.turn():
        threads = [threading.Thread(target=have, args=("check",), kwargs={"look": False}) for _ in range(3)]
        threads.append(threading.Thread(target=have, args=("look",), kwargs={"look": True}))
        for thread in threads:
            thread.start()
        while not turns._looking:
            threads[-1].join(0.01)
    for thread in threads:
        thread.join()
    assert order == ["look", "check", "check", "check"]


def test_kinds_are_offered_in_groups_whose_names_cannot_be_chosen(page) -> None:
    box = page.form.what_box
    model = box.model()
    offered = [(box.itemText(at), box.itemData(at), model.item(at).isEnabled()) for at in range(box.count())]
    heads = [text for text, what, _ in offered if what is None]
    assert heads == ["Badges and names", "At the stand", "In the hall", "At the desk"]
    assert all(enabled == (what is not None) for _, what, enabled in offered)
    assert [what for _, what, _ in offered if what] == list(BY_WHAT)
    assert page.form.what == "badges"


def test_a_poster_of_each_exhibitor_is_shown_and_its_designs_are_offered(window, page, settle) -> None:
    _choose(page, window, settle, "posters")
    assert page.canvas.has_sheet
    assert "Sheet 1 of 2" in _told(page)
    templates = page.form.template_box
    assert [templates.itemData(at) for at in range(templates.count())] == ["poster-a3", "poster-a1"]
    assert page.form.stock_box.count() == 1


def test_what_the_event_lacks_for_a_sign_is_said(window, page, settle) -> None:
    for what, told in (("wifi", "no Wi-Fi yet"), ("rooms", "No room programmes"), ("directions", "No direction signs")):
        _choose(page, window, settle, what)
        assert not page.print_button.isEnabled()
        assert told in _told(page)
