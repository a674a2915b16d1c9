"""Editing in the window, as coordinators do: by keyboard and mouse, one record, many, new ones; undo; two windows."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from showcase.catalogue import queries
from showcase.catalogue.change import Change
from showcase.office.inspecting.forms import FORMS
from showcase.office.listings import LISTINGS
from showcase.office.windowcommands import save_copy
from tests.factories import picture_bytes


def _records(window, table):
    listings: dict[str, Any] = {
        "organisations": queries.list_organisations,
        "products": queries.list_products,
        "media": queries.list_media,
    }
    with window.desk.app.reading() as session:
        return listings[table](session)


def _show(window, settle, table, row=0):
    window.do(f"page:{table}")
    settle(window)
    page = window.page(table)
    page.table.selectRow(row)
    settle(window)
    return page


def _type(widget, text: str) -> None:
    """Type over what stands there; QTest knows the keys of ASCII alone."""
    assert widget.isVisible()
    widget.setFocus()
    widget.selectAll()
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.mark.parametrize("table", LISTINGS)
def test_every_kind_of_record_has_a_form(window, settle, table):
    window.do(f"page:{table}")
    window.inspector.show_draft(table) if LISTINGS[table].creates else None
    settle(window)
    assert FORMS[table]


def test_a_field_saves_when_it_is_left_and_undo_names_it(window, settle, qtbot):
    page = _show(window, settle, "organisations")
    form = window.inspector.form
    row = form.fields["name"].rows["fr"]
    _type(row.edit, "Lampes de l’Étoile")
    qtbot.keyClick(row.edit, Qt.Key.Key_Tab)
    settle(window)
    shown = next(it for it in _records(window, "organisations") if it.id == form.record.id)
    assert shown.name["fr"] == "Lampes de l’Étoile"
    undo = window.actions_.by_name["undo"]
    assert undo.isEnabled()
    assert undo.text().startswith("Undo: Change name")
    assert page.current().id == shown.id, "the record stays selected"

    undo.trigger()
    settle(window)
    assert "fr" not in next(it for it in _records(window, "organisations") if it.id == shown.id).name
    assert row.edit.text() == ""
    assert any(text.startswith("Undone") for text in page.messages.texts)
    window.do("redo")
    settle(window)
    assert row.edit.text() == "Lampes de l’Étoile"


def test_what_cannot_be_saved_stays_and_says_why(window, settle, qtbot):
    _show(window, settle, "organisations")
    form = window.inspector.form
    field = form.fields["website"]
    _type(field.line, "keine Adresse")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    settle(window)
    assert field.line.text() == "keine Adresse"
    assert field._reason.text()
    assert field.line.property("state") == "wrong"
    _type(field.line, "https://sao.example")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    settle(window)
    assert not field._reason.isVisible()


def test_what_is_being_typed_survives_a_change_from_elsewhere(window, settle, qtbot):
    _show(window, settle, "organisations")
    form = window.inspector.form
    row = form.fields["name"].rows["fr"]
    _type(row.edit, "Demi-mot")
    window.desk.edits.change("organisations", form.record.id, [Change("country", "JP")])
    settle(window)
    assert row.edit.text() == "Demi-mot"
    assert form.fields["country"].value() == "JP"


def test_two_people_on_one_field_are_both_heard(window, settle, qtbot, event_file):
    _show(window, settle, "organisations")
    form = window.inspector.form
    row = form.fields["name"].rows["en"]
    _type(row.edit, "Mine")
    with closing(sqlite3.connect(event_file)) as other:  # another program, which our window has not heard of yet
        other.execute("UPDATE organisations SET name = json_set(name, '$.en', 'Theirs')")
        other.commit()
    qtbot.keyClick(row.edit, Qt.Key.Key_Tab)
    settle(window)
    field = form.fields["name"]
    assert "Theirs" in field._reason.text()
    assert row.edit.text() == "Mine"
    with window.desk.app.reading() as session:
        assert {it.name["en"] for it in queries.list_organisations(session)} == {"Theirs"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
def test_a_stick_that_is_pulled_out_while_somebody_types_loses_nothing(window, settle, qtbot, event_file, tmp_path):
    page = _show(window, settle, "organisations")
    form = window.inspector.form
    row = form.fields["name"].rows["en"]
    stick = event_file.rename(tmp_path / "away.showcase")
    _type(row.edit, "Typed on the way")
    qtbot.keyClick(row.edit, Qt.Key.Key_Tab)
    settle(window)
    said = [*page.messages.texts, *(label.text() for label in window.findChildren(QLabel) if label.isVisible())]
    assert any("was moved, deleted or replaced" in text for text in said), said
    assert row.edit.text() == "Typed on the way", "what was typed stays where it was typed"

    copy = tmp_path / "copy.showcase"
    save_copy(window, copy)
    settle(window)
    assert any("The copy is saved" in text for text in page.messages.texts)
    assert copy.is_file()

    stick.rename(event_file)
    _type(row.edit, "Typed on the way")
    qtbot.keyClick(row.edit, Qt.Key.Key_Tab)
    settle(window)
    names = {it.name.get("en") for it in _records(window, "organisations")}
    assert "Typed on the way" in names


def test_a_stick_that_is_pulled_out_is_told_before_anybody_types(window, settle, qtbot, event_file, tmp_path):
    page = _show(window, settle, "organisations")
    event_file.rename(tmp_path / "away.showcase")
    window.desk.look_outside()
    qtbot.waitUntil(lambda: any("was moved" in text for text in page.messages.texts), timeout=10_000)


def test_an_edit_in_another_window_is_shown(window, settle, qtbot, event_file):
    from showcase.app import open_app
    from showcase.catalogue import editing

    page = _show(window, settle, "organisations")
    window.desk.look_outside()
    qtbot.waitUntil(lambda: not window.desk.tasks._running)
    other = open_app(event_file)
    with other.transaction() as session:
        editing.change(session, "organisations", page.current().id, [Change("country", "NZ")])
    other.close()
    window.desk.look_outside()
    qtbot.waitUntil(lambda: page.current() is not None and page.current().country == "NZ", timeout=10_000)
    settle(window)
    assert window.inspector.form.fields["country"].value() == "NZ"


def test_new_ones_follow_each_other_by_keyboard(window, settle, qtbot):
    window.do("page:organisations")
    settle(window)
    for place, name in enumerate(("Công ty Một", "Công ty Hai")):
        window.do("new")
        settle(window)
        draft = window.inspector.draft
        edit = draft.fields["name"].rows["vi"].edit
        assert QApplication.focusWidget() is edit
        _type(edit, name)
        if place:
            qtbot.keyClick(edit, Qt.Key.Key_Return)
        else:
            draft.next_button.click()
        settle(window)
    assert window.page("organisations").current().name["vi"] == "Công ty Hai"
    assert {"Công ty Một", "Công ty Hai"} <= {it.name["vi"] for it in _records(window, "organisations")}


def test_a_new_one_without_its_name_says_what_is_missing(window, settle):
    window.do("page:products")
    window.do("new")
    draft = window.inspector.draft
    draft.add_button.click()
    settle(window)
    assert "name" in draft._wrong.text()
    draft.drop_button.click()
    assert window.inspector.draft is None


def test_a_booth_is_given_by_typing_its_code(window, settle, qtbot):
    page = _show(window, settle, "organisations", 2)
    field = window.inspector.form.fields["booths"]
    window.inspector.form.tabs.setCurrentIndex(1)
    field.line.setFocus()
    _type(field.line, "C9")
    qtbot.waitUntil(lambda: field.found.count() > 0)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    settle(window)
    assert [booth.code for booth in page.current().booths][-1] == "C9"
    assert field.line.text() == ""


def test_many_are_changed_at_once_after_a_look(window, settle):
    page = _show(window, settle, "organisations")
    page.table.selectAll()
    settle(window)
    bulk = window.inspector.bulk
    names = [part.name for part in bulk.parts]
    bulk.box.setCurrentIndex(names.index("country"))
    country = bulk.fields[names.index("country")]
    country.box.setCurrentIndex(country.box.findData("KR"))
    country.flush()
    assert bulk.apply_button.text() == "Change 3 records"
    assert {bulk.model.record(row)[1:] for row in range(3)} == {("Viet Nam", "South Korea")}
    before = [it.country for it in _records(window, "organisations")]
    assert before == ["VN"] * 3, "nothing is written before it is asked for"
    bulk.apply_button.click()
    settle(window)
    assert [it.country for it in _records(window, "organisations")] == ["KR"] * 3
    assert len(page.selected()) == 3
    window.do("undo")
    settle(window)
    assert [it.country for it in _records(window, "organisations")] == before


def test_delete_goes_to_the_bin_and_comes_back(window, settle):
    page = _show(window, settle, "organisations")
    gone = page.current()
    window.do("delete")
    settle(window)
    assert gone.id not in {it.id for it in _records(window, "organisations")}
    assert page.messages.texts
    assert page.chips.buttons["deleted"].isVisible()
    page.chips.buttons["deleted"].click()
    settle(window)
    page.table.selectRow(0)
    settle(window)
    assert page.current().id == gone.id
    assert window.actions_.by_name["restore"].isEnabled()
    assert not window.actions_.by_name["delete"].isEnabled()
    window.do("restore")
    settle(window)
    assert gone.id in {it.id for it in _records(window, "organisations")}


def test_a_filter_shows_what_is_missing(window, settle):
    window.do("page:organisations")
    settle(window)
    page = window.page("organisations")
    assert page.chips.buttons["booth"].text().endswith("1")
    page.chips.buttons["booth"].click()
    settle(window)
    assert [it.name["en"] for it in (page.model.record(row) for row in range(page.model.rowCount()))] == [
        "Quiet River Society"
    ]
    window.desk.wanted.emit("organisations?text:fr")
    settle(window)
    assert page.model.total == 3
    assert "Français" in page.chips._other.text()


def test_a_linked_record_is_one_click_away(window, settle):
    _show(window, settle, "products")
    product = window.inspector.form.record
    window.desk.wanted.emit(window.inspector.form.fields["organisation_id"].links()[0].target)
    settle(window)
    page = window.page("organisations")
    assert window.pages.currentWidget() is page
    assert page.current().id == product.exhibitor.id


def test_pictures_are_dropped_in_ordered_and_focused(window, settle, tmp_path):
    _show(window, settle, "products")
    paths = []
    for place, colour in enumerate(("#0B5FA5", "#A50B5F")):
        paths.append(tmp_path / f"ảnh {place}.png")
        paths[-1].write_bytes(picture_bytes(colour=colour))
    window._take_pictures(paths)
    settle(window)
    field = window.inspector.form.fields["pictures"]
    assert len(field._shown) == 2
    first = field._shown[0]["sha256"]
    field._move(1)
    settle(window)
    assert window.inspector.form.record.pictures[1].sha256 == first
    field._change(0, focus_x=0.2, focus_y=0.8)
    settle(window)
    assert window.inspector.form.record.cover.focus_x == pytest.approx(0.2)
    for _ in range(3):
        window.do("undo")
        settle(window)
    assert window.inspector.form.record.pictures == ()


def test_a_huge_picture_is_refused_with_a_sentence(window, settle, tmp_path):
    _show(window, settle, "products")
    path = tmp_path / "huge.png"
    path.write_bytes(picture_bytes((20_000, 10_000), mode="1", colour=0))
    window._take_pictures([path])
    settle(window)
    field = window.inspector.form.fields["pictures"]
    assert "huge.png" in field._reason.text()
    assert window.inspector.form.record.pictures == ()


def test_pictures_of_the_event_are_described(window, settle, tmp_path, qtbot):
    path = tmp_path / "cầu.png"
    path.write_bytes(picture_bytes())
    window.do("page:organisations")
    window.take(path)
    settle(window)
    page = _show(window, settle, "media")
    assert page.current().original_name == "cầu.png"
    row = window.inspector.form.fields["alt"].rows["vi"]
    _type(row.edit, "Một cây cầu")
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    settle(window)
    assert _records(window, "media")[0].alt == {"vi": "Một cây cầu"}


def test_columns_are_chosen_and_remembered(window, settle):
    page = _show(window, settle, "organisations")
    menu = page.column_menu()
    shown = {entry.text(): entry for entry in menu.actions()}
    assert not shown["Name"].isEnabled()
    shown["E-mail"].setChecked(True)
    shown["Country"].setChecked(False)
    headings = [column.heading for column in page.listing.columns]
    assert not page.table.isColumnHidden(headings.index("office.col_email"))
    assert page.table.isColumnHidden(headings.index("office.col_country"))
    assert window.desk.settings.hidden_columns == ("organisations.country",)
    menu.deleteLater()


def test_the_history_page_takes_back_to_any_edit(window, settle):
    _show(window, settle, "organisations")
    record = window.inspector.form.record
    for country in ("JP", "KR", "FR"):
        window.desk.edits.change("organisations", record.id, [Change("country", country)])
    settle(window)
    window.do("history")
    settle(window)
    page = window.page("history")
    page.table.selectRow(1)
    assert page.turn_button.text() == "Undo back to before this"
    page.turn_button.click()
    settle(window)
    assert next(it for it in _records(window, "organisations") if it.id == record.id).country == "JP"
    page.table.selectRow(0)
    assert page.turn_button.text() == "Redo up to this"
    page.turn_button.click()
    settle(window)
    assert next(it for it in _records(window, "organisations") if it.id == record.id).country == "FR"


def test_closing_saves_what_was_typed(window, settle, qtbot, event_file: Path):
    from showcase.app import open_app

    _show(window, settle, "organisations")
    form = window.inspector.form
    form.tabs.setCurrentIndex(3)
    _type(form.fields["region"].line, "Huế")
    window.close()
    app = open_app(event_file)
    with app.reading() as session:
        assert queries.get_organisation(session, form.record.id).region == "Huế"
    app.close()


def test_forms_speak_another_language_and_wear_another_theme(window, settle):
    for table in LISTINGS:
        _show(window, settle, table) if window.page(table).model.rowCount() else window.do(f"page:{table}")
        if LISTINGS[table].creates:
            window.do("new")
    _show(window, settle, "organisations")
    window.page("organisations").table.selectAll()
    settle(window)
    window.do("theme:dark")
    window.do("language:fr")
    settle(window)
    assert window.inspector.bulk.apply_button.text().startswith("Modifier")


def test_five_thousand_rows_are_pasted_and_looked_at_first(window, settle, qtbot):
    page = _show(window, settle, "people")
    rows = "\n".join(f"Nguyễn\tÁnh {n}\tKhách {n}" for n in range(5_000))
    QApplication.clipboard().setText(f"Họ\tTên\tMã\n{rows}")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert window.pages.currentWidget() is window.page("import")
    assert window.page("import").model.total == 5_000
    assert page._all == 12, "nothing is written before it is asked for"
    window.page("import").import_button.click()
    settle(window)
    assert page._all == 5_012
    window.do("undo")
    settle(window)
    assert page._all == 12


def test_pasting_what_is_no_list_says_so(window, settle):
    page = _show(window, settle, "people")
    QApplication.clipboard().setText("just a word")
    window.do("paste")
    settle(window)
    assert page.messages.texts
