"""The page of settings: kept at once, found by their words, with the way back, and what cannot be taken."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QMenu

from showcase.app import open_app
from showcase.catalogue.queries import get_event
from showcase.office.controls import DayControl, read_day
from showcase.office.settingspage import SettingsPage
from showcase.qt import theme
from showcase.qt.translate import interface
from showcase.settings import Settings, load, rules, save
from showcase.store.journal import list_entries


@pytest.fixture
def page(window, settle) -> SettingsPage:
    window.do("page:settings")
    settle(window)
    found = window.page("settings")
    assert isinstance(found, SettingsPage)
    return found


@pytest.fixture(autouse=True)
def _plain_size(qapp):
    """Let no other test see texts of this one's size."""
    yield
    if theme.text_size() != 100:
        theme.choose(qapp, "light", 100)


def _event(window):
    with window.desk.app.reading() as session:
        return get_event(session)


def _write(page, name, key, text):
    control = page.rows[name].controls[key]
    control.setText(text)
    control.editingFinished.emit()


def test_every_setting_has_a_row_with_label_sentence_and_control(page):
    assert set(rules()) <= set(page.rows)
    for row in page.rows.values():
        assert row._label.text()
        assert row._help.text()
        assert row.controls
    assert len(page.rows) > 25


def test_the_size_of_text_is_felt_at_once_and_kept(page, window, qapp, qtbot):
    row = page.rows["text_size"]
    before = page._title.fontInfo().pixelSize()
    row.controls["text_size"].setValue(150)
    assert qapp.font().pixelSize() == round(13 * 1.5)
    assert load().text_size == 150
    window.retranslate()
    assert page._title.fontInfo().pixelSize() == pytest.approx(before * 1.5, abs=1)
    assert not row.reset.isHidden()
    row.reset.click()
    assert (load().text_size, qapp.font().pixelSize()) == (100, 13)
    assert row.reset.isHidden()


def test_language_and_theme_are_felt_at_once(page, window):
    language, look = page.rows["language"].controls["language"], page.rows["theme"].controls["theme"]
    look.setCurrentIndex(look.findData("dark"))
    look.activated.emit(look.currentIndex())
    assert theme.is_dark()
    language.setCurrentIndex(language.findData("vi"))
    language.activated.emit(language.currentIndex())
    assert interface.language == "vi"
    assert page._title.text() == "Cài đặt"
    assert look.currentText() == "Tối"
    assert (load().theme, load().language) == ("dark", "vi")


def test_a_switch_says_what_it_is(page):
    control = page.rows["reopen"].controls["reopen"]
    assert (control.isChecked(), control.text()) == (True, "On")
    control.click()
    assert (load().reopen, control.text()) == (False, "Off")


def test_what_was_set_elsewhere_meanwhile_stays(page, window):
    save(load()._replace(backups=99))
    window.desk.remember(window_state="AAAA AAAA")
    assert load() == window.desk.settings
    assert (load().backups, load().window_state) == (99, "AAAA AAAA")


def test_settings_are_found_by_words_with_and_without_accents(page, window, settle):
    def shown():
        return {name for name, row in page.rows.items() if not row.isHidden()}

    page.filter.setText("text size")
    assert shown() == {"text_size"}
    page.filter.setText("badge crew")
    assert shown() == {"event.role_words.crew"}
    window.do("language:vi")
    settle(window)
    page.filter.setText("mui gio")
    assert shown() == {"event.time_zone"}
    page.filter.setText("không có đâu")
    assert shown() == set()
    assert page._nothing.isVisible()
    assert "không có đâu" in page._nothing._title.text()
    page.filter.clear()
    assert shown() == set(page.rows)


def test_values_of_the_event_are_kept_and_can_be_undone(page, window, settle):
    _write(page, "event.name", "name.fr", "Sommet modèle")
    settle(window)
    assert _event(window).name["fr"] == "Sommet modèle"
    with window.desk.app.reading() as session:
        (entry, *_) = list_entries(session)
    assert entry.label.key == "history.event"
    window.do("undo")
    settle(window)
    assert "fr" not in _event(window).name
    assert page.rows["event.name"].controls["name.fr"].value() == ""


def test_a_fact_of_the_event_has_its_number_words_and_source(page, window, settle):
    _write(page, "event.facts.1.number", "facts.1.number", "902")
    _write(page, "event.facts.1.words", "facts.1.words.en", "urban areas")
    settle(window)
    assert _event(window).facts == {"1": {"number": 902, "words": {"en": "urban areas"}}}
    assert page.rows["event.facts.1.number"].controls["facts.1.number"].value() == "902"
    _write(page, "event.facts.1.number", "facts.1.number", "a lot")
    settle(window)
    assert "a lot" in page.rows["event.facts.1.number"].reason.text()
    page.rows["event.facts.1.words"].reset.click()
    settle(window)
    assert _event(window).facts == {"1": {"number": 902}}


def test_a_value_that_cannot_be_taken_is_a_sentence_beside_it_and_stays_as_typed(page, window, settle):
    row = page.rows["event.base_url"]
    _write(page, "event.base_url", "base_url", "no address at all")
    settle(window)
    assert "no address at all" in row.reason.text()
    assert row.reason.isVisible()
    assert row.controls["base_url"].property("state") == "wrong"
    assert row.controls["base_url"].text() == "no address at all"
    assert _event(window).base_url == "https://sample.example"
    _write(page, "event.base_url", "base_url", "https://other.example")
    settle(window)
    assert row.reason.isHidden()
    assert row.controls["base_url"].property("state") == ""
    assert _event(window).base_url == "https://other.example"


def test_days_are_typed_as_people_write_them(page, window, settle):
    _write(page, "event.starts_on", "starts_on", "14/5/2027")
    settle(window)
    _write(page, "event.ends_on", "ends_on", "2027-05-10")
    settle(window)
    assert _event(window).starts_on == dt.date(2027, 5, 14)
    assert "2027-05-14" in page.rows["event.ends_on"].reason.text()
    _write(page, "event.ends_on", "ends_on", "May 16, 2027")
    settle(window)
    assert _event(window).ends_on == dt.date(2027, 5, 16)
    assert "2027" in page.rows["event.ends_on"].controls["ends_on"].text()


def test_colours_and_role_words_go_back_to_their_default(page, window, settle):
    _write(page, "event.colours.lantern", "colours.lantern", "#ff0000")
    _write(page, "event.role_words.crew", "role_words.crew.en", "Helper")
    settle(window)
    assert _event(window).colours == {"lantern": "#FF0000"}
    assert _event(window).role_words == {"crew": {"en": "Helper"}}
    for name in ("event.colours.lantern", "event.role_words.crew"):
        assert not page.rows[name].reset.isHidden()
        page.rows[name].reset.click()
        settle(window)
        assert page.rows[name].reset.isHidden()
    assert _event(window).colours == {}
    assert not _event(window).role_words.get("crew")


def test_other_languages_of_the_event_give_other_lines(page, window, settle):
    _write(page, "event.languages", "languages", "vi, en, ja")
    settle(window)
    assert list(page.rows["event.name"].controls) == ["name.vi", "name.en", "name.ja"]
    _write(page, "event.name", "name.ja", "都市サミット")
    settle(window)
    assert _event(window).name["ja"] == "都市サミット"


def test_what_is_being_typed_survives_a_change_from_elsewhere(page, window, settle):
    page.rows["event.theme"].controls["theme.en"].setText("half a sen")
    with window.desk.app.transaction() as session:
        from showcase.catalogue.event import set_event

        set_event(session, "place.en", "Hanoi")
    settle(window)
    assert page.rows["event.place"].controls["place.en"].value() == "Hanoi"
    assert page.rows["event.theme"].controls["theme.en"].value() == "half a sen"


def test_settings_of_the_event_go_with_it(page, window, settle):
    window.do("close")
    settle(window)
    assert set(page.rows) == set(rules())


def test_the_wheel_scrolls_the_page_and_changes_nothing(page, window):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    before = load()
    for name in ("language", "theme", "text_size", "backups"):
        control = page.rows[name].controls[name]
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(control.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        control.wheelEvent(event)
        assert not event.isAccepted()
    assert load() == before or load() == Settings()


@pytest.mark.qt_log_ignore("raise", "grabbing")  # the platform that needs no screen says so of every menu
def test_a_day_is_picked_in_the_calendar(page, window, settle):
    control = page.rows["event.starts_on"].controls["starts_on"]
    control.show_value("2027-05-14")
    control._calendar.trigger()
    (menu,) = [menu for menu in control.findChildren(QMenu) if menu.findChild(QCalendarWidget)]
    calendar = menu.findChild(QCalendarWidget)
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2027-05-14"
    calendar.clicked.emit(calendar.selectedDate().addDays(3))
    settle(window)
    assert _event(window).starts_on == dt.date(2027, 5, 17)


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("vi", "14/05/2027", "2027-05-14"),
        ("fr", "3.4.2027", "2027-04-03"),
        ("en", "3/4/2027", "2027-03-04"),
        ("en", "14/5/2027", "2027-05-14"),
        ("vi", "2027-05-14", "2027-05-14"),
        ("fr", "14 mai 2027", "2027-05-14"),
        ("en", "May 14, 2027", "2027-05-14"),
        ("vi", "1-2-27", "2027-02-01"),
        ("vi", "32/01/2027", None),
        ("en", "soon", None),
        ("en", "", None),
    ],
)
def test_days_are_read_as_the_language_writes_them(qapp, language, typed, day):
    interface.use(language)
    read = read_day(typed)
    interface.use("en")
    assert (read.isoformat() if read else None) == day


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_a_day_that_is_shown_is_read_back(qapp, language):
    interface.use(language)
    control = DayControl()
    control.show_value("2027-05-04")
    shown, value = control.text(), control.value()
    interface.use("en")
    assert value == "2027-05-04"
    assert shown != value
    control.deleteLater()


def test_what_was_typed_is_kept_when_another_event_is_opened(page, window, event_file, tmp_path, settle):
    page.rows["event.theme"].controls["theme.en"].setText("Cities that listen")
    window.desk.create(tmp_path / "other.showcase")
    settle(window)
    assert _event(window).theme == {}
    window.open(event_file)
    settle(window)
    assert _event(window).theme == {"en": "Cities that listen"}


def test_what_was_typed_is_kept_when_the_window_closes(page, window, event_file):
    page.rows["event.theme"].controls["theme.en"].setText("Cities that listen")
    window.close()
    app = open_app(event_file, read_only=True)
    with app.reading() as session:
        assert get_event(session).theme == {"en": "Cities that listen"}
    app.close()
