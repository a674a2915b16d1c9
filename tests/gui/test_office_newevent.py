"""A new event by five questions: what is checked while they are answered, and that nothing is left when it fails."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from showcase.catalogue.queries import get_event
from showcase.office.newevent import NewEventPage
from showcase.store.journal import list_entries


@pytest.fixture
def page(empty_window, settle) -> NewEventPage:
    page = NewEventPage(empty_window.desk)
    empty_window.pages.addWidget(page)
    empty_window.pages.setCurrentWidget(page)
    page.begin()
    settle(empty_window)
    return page


@pytest.fixture
def answer(empty_window, settle):
    """Return what types an answer as a person does, and leaves the line."""

    def typed(line, text: str) -> None:
        line.setText(text)
        line.textEdited.emit(text)
        line.editingFinished.emit()
        settle(empty_window)

    return typed


def test_nobody_is_told_what_is_wrong_before_there_was_a_chance_to_answer(page, empty_window, settle):
    assert [question.note for question in page.questions.values()] == [""] * 5
    assert "2, 5" in page._missing.text()
    page.make()
    settle(empty_window)
    assert "name is missing" in page.questions["name"].note
    assert "file goes" in page.questions["file"].note
    assert not page.is_busy


def test_five_answers_make_an_event_with_all_of_them(page, answer, empty_window, tmp_path, settle, qtbot):
    page.languages.buttons["fr"].click()
    answer(page.languages.others, "ja")
    answer(page.name.lines["vi"], "Hội nghị Đô thị Mẫu: 2027/28")
    answer(page.name.lines["ja"], "都市サミット")
    assert Path(page.file.value()).name == "Hội nghị Đô thị Mẫu 2027 28.showcase"
    answer(page.starts_on, "14/05/2027")
    answer(page.ends_on, "16/05/2027")
    assert page.questions["dates"].note == "3 days"
    answer(page.place.lines["en"], "Hanoi")
    path = tmp_path / "mới" / "sự kiện"
    answer(page.file, str(path))
    assert str(path.parent) in page.questions["file"].note
    answer(page.base_url, "https://sample.example")
    assert page._missing.text() == "Everything is ready."
    with qtbot.waitSignal(page.done):
        page.create_button.click()
    settle(empty_window)
    assert empty_window.desk.path == path.with_name("sự kiện.showcase")
    with empty_window.desk.app.reading() as session:
        event, entries = get_event(session), list_entries(session)
    assert event.languages == ("en", "vi", "ja")
    assert event.name == {"vi": "Hội nghị Đô thị Mẫu: 2027/28", "ja": "都市サミット"}
    assert (event.starts_on, event.ends_on) == (dt.date(2027, 5, 14), dt.date(2027, 5, 16))
    assert (event.place, event.base_url) == ({"en": "Hanoi"}, "https://sample.example")
    assert entries == []
    assert empty_window.pages.currentWidget() is empty_window.page("overview")


@pytest.mark.parametrize(
    ("name", "line", "text", "says"),
    [
        ("dates", "ends_on", "2027-05-14", "no first day"),
        ("dates", "starts_on", "soon", "soon"),
        ("file", "base_url", "no address", "no address"),
        ("file", "file", "event.showcase", "whole path"),
        ("languages", "others", "Vietnamese", "Vietnamese"),
    ],
)
def test_a_wrong_answer_is_told_at_its_question(page, answer, tmp_path, name, line, text, says):
    if line == "base_url":
        answer(page.file, str(tmp_path / "event"))
    answer(page.languages.others if line == "others" else getattr(page, line), text)
    assert says in page.questions[name].note
    assert page.questions[name]._note.property("role") == "wrong"


def test_an_event_that_ends_before_it_starts_is_told_and_mended(page, answer):
    answer(page.starts_on, "2027-05-14")
    answer(page.ends_on, "2027-05-12")
    assert "before the first day" in page.questions["dates"].note
    answer(page.ends_on, "2027-05-14")
    assert page.questions["dates"].note == "one day"


def test_a_file_that_is_there_is_written_over_by_nobody(page, answer, empty_window, tmp_path, settle):
    taken = tmp_path / "taken.showcase"
    taken.write_bytes(b"somebody's work")
    answer(page.name.lines["en"], "Summit")
    answer(page.file, str(taken))
    assert "taken.showcase" in page.questions["file"].note
    page.make()
    settle(empty_window)
    assert empty_window.desk.app is None
    assert taken.read_bytes() == b"somebody's work"


def test_a_file_that_comes_between_is_a_sentence_and_the_answers_stay(page, answer, empty_window, tmp_path, settle):
    path = tmp_path / "event.showcase"
    answer(page.name.lines["en"], "Summit")
    answer(page.file, str(path))
    answers = page.answers()
    path.write_bytes(b"")
    page._create_checked(answers)
    settle(empty_window)
    (told,) = page.messages.texts
    assert "event.showcase" in told
    assert page.answers() == answers
    assert page.create_button.isEnabled()
    assert path.read_bytes() == b""


def test_what_was_typed_in_a_language_comes_back_with_it(page, answer):
    answer(page.name.lines["fr"], "Sommet")
    page.languages.buttons["fr"].click()
    assert "fr" not in page.name.lines
    page.languages.buttons["fr"].click()
    assert page.name.lines["fr"].value() == "Sommet"


def test_the_main_language_stands_first(page, empty_window, settle):
    first = page.languages.first
    first.setCurrentIndex(first.findData("fr"))
    first.activated.emit(first.currentIndex())
    settle(empty_window)
    assert page.answers().languages[0] == "fr"
    assert next(iter(page.name.lines)) == "fr"


def test_a_file_that_somebody_named_is_not_renamed(page, answer, tmp_path):
    answer(page.name.lines["en"], "Summit")
    answer(page.file, str(tmp_path / "mine.showcase"))
    answer(page.name.lines["en"], "Another")
    assert page.file.value() == str(tmp_path / "mine.showcase")


def test_no_language_is_told(page, empty_window, settle):
    for button in page.languages.buttons.values():
        button.click()
    settle(empty_window)
    assert "one language" in page.questions["languages"].note


def test_escape_goes_back_and_to_begin_forgets(page, answer, qtbot):
    answer(page.name.lines["en"], "Summit")
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.begin()
    assert page.name.value() == {"en": "", "vi": "", "fr": ""}
    assert page.file.value() == ""


def test_every_text_follows_the_language(page, empty_window, settle):
    page.make()
    settle(empty_window)
    empty_window.do("language:vi")
    settle(empty_window)
    assert page._title.text() == "Sự kiện mới"
    assert page.create_button.text() == "Tạo sự kiện"
    assert "Còn thiếu tên" in page.questions["name"].note
