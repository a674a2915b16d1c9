"""Designs of the event on the print page, and both sides of the paper."""

import json

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QPushButton

from showcase.documents.designs import add_design, find_design
from showcase.documents.history import list_print_jobs


@pytest.fixture
def page(window, settle):
    """Return the print page, with the badges of the event prepared and checked."""
    window.do("print")
    settle(window)
    return window.page("printing")


def _designs(page) -> dict[str, str]:
    box = page.form.template_box
    return {box.itemData(row): box.itemText(row) for row in range(box.count())}


@pytest.fixture
def copy(window, page, settle, tmp_path, monkeypatch):
    """Save a copy of the chosen design, as the menu does, and return its file."""
    path = tmp_path / "ours"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    page.form.design_menu.save.trigger()
    settle(window)
    assert page.messages.texts == ["The copy is saved in ours.json. Change it, then add it to the event."]
    return tmp_path / "ours.json"


def test_a_copy_is_added_chosen_printed_with_taken_away_and_put_back(
    window, page, settle, copy, tmp_path, monkeypatch
) -> None:
    assert not page.form.design_menu.remove.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(copy), ""))
    page.form.design_menu.add.trigger()
    settle(window)
    assert page.messages.texts == ["The event has the template Badge A6 (copy), version 1."]
    assert page.form.design[0] == "our-badge-a6"
    assert _designs(page)["our-badge-a6"] == "Badge A6 (copy) · your own"
    assert page.canvas.has_sheet
    page.print_to(tmp_path / "badges.pdf")
    settle(window)
    with window.desk.app.reading() as session:
        assert list_print_jobs(session)[0].template == "our-badge-a6"
    assert page.form.design_menu.remove.isVisible()
    page.form.design_menu.remove.trigger()
    settle(window)
    assert "our-badge-a6" not in _designs(page)
    (put_back,) = (button for button in page.messages.findChildren(QPushButton) if button.text() == "Put it back")
    put_back.click()
    settle(window)
    assert page.form.design[0] == "our-badge-a6"


def test_all_mistakes_of_a_file_are_said(window, page, settle, copy) -> None:
    document = json.loads(copy.read_text(encoding="utf-8"))
    document["bleed_mm"], document["reading_m"] = 99, 99
    copy.write_text(json.dumps(document), encoding="utf-8")
    page.designs.add(copy)
    settle(window)
    (said,) = page.messages.texts
    assert len(said.splitlines()) == 2
    assert "bleed_mm" in said
    assert "reading_m" in said


def test_a_design_that_was_added_elsewhere_is_offered_and_a_broken_one_is_said(window, page, settle, copy) -> None:
    with window.desk.app.transaction() as session:
        add_design(session, copy)
    page.reload()
    settle(window)
    assert "our-badge-a6" in _designs(page)
    with window.desk.app.transaction() as session:
        find_design(session, "our-badge-a6")
        session.connection().exec_driver_sql("UPDATE user_templates SET document = '{\"schema_version\": 2}'")
    page.reload()
    settle(window)
    assert "our-badge-a6" not in _designs(page)
    assert any("our-badge-a6" in text for text in page.messages.texts)


def test_both_sides_are_shown_and_printed(window, page, settle, tmp_path) -> None:
    page.form.stock_box.setCurrentIndex(page.form.stock_box.findData("a4-a6"))
    settle(window)
    assert page.form.duplex_box.isVisible()
    assert page._sheet.text() == "Sheet 1 of 3"
    page.form.duplex_box.setCurrentIndex(page.form.duplex_box.findData("long"))
    settle(window)
    assert page._sheet.text() == "Sheet 1 of 3, front"
    page._on.click()
    settle(window)
    assert page._sheet.text() == "Sheet 1 of 3, back"
    assert page._promise.text().startswith("12 items on 3 sheets")
    assert page.canvas.has_sheet
    page.print_to(tmp_path / "badges.pdf")
    settle(window)
    pages = PdfReader(tmp_path / "badges.pdf").pages
    assert len(pages) == 6
    with window.desk.app.reading() as session:
        assert list_print_jobs(session)[0].settings["duplex"] == "long"
    page.form.template_box.setCurrentIndex(page.form.template_box.findData("badge-label-80x50"))
    settle(window)
    assert not page.form.duplex_box.isVisible()
    assert page.form.duplex == ""


def test_a_file_that_is_none_is_said(window, page, settle, tmp_path) -> None:
    (tmp_path / "a.json").write_text("no template", encoding="utf-8")
    page.designs.add(tmp_path / "a.json")
    settle(window)
    assert "line 1" in page.messages.texts[0]
