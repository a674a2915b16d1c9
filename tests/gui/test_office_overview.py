"""The overview: every number leads to its records, a way is drawn only where there is one, keys reach everything."""

import datetime as dt
from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from showcase.app import open_app
from showcase.catalogue.event import set_event
from showcase.messages import LANGUAGES
from showcase.office.charts import LEAST, contrast, percent, ramp
from showcase.office.overview import OverviewPage
from showcase.office.spots import Spot
from showcase.office.window import OfficeWindow
from showcase.qt import theme
from showcase.qt.translate import interface
from showcase.reports.history import list_days, record_day
from showcase.reports.records import Share
from tests.gui.conftest import TODAY

Settle = Callable[[OfficeWindow], None]


def texts(part: QWidget) -> str:
    """Return everything that can be read in a part of the window."""
    words = [label.text() for label in part.findChildren(QLabel) if not label.isHidden()]
    words += [button.text() for button in part.findChildren(QAbstractButton) if not button.isHidden()]
    words += [spot.accessibleName() for spot in part.findChildren(Spot) if not spot.isHidden()]
    return "\n".join(words)


@pytest.fixture
def page(window: OfficeWindow, settle: Settle) -> OverviewPage:
    """Return the overview of the event of the tests, on a fixed day."""
    window.page("overview").today = lambda: TODAY
    app = window.desk.app
    assert app is not None
    with app.transaction() as session:
        set_event(session, "starts_on", "2025-12-23")
        set_event(session, "print_deadline", "2025-12-13")
    settle(window)
    window.do("page:overview")
    settle(window)
    found: OverviewPage = window.page("overview")
    return found


@pytest.fixture
def led(page: OverviewPage) -> list[str]:
    """Return a list that grows with each page that something leads to; the window stays where it is."""
    found: list[str] = []
    page._desk.wanted.disconnect()
    page._desk.wanted.connect(found.append)
    return found


def test_the_head_says_how_many_days_are_left(page):
    assert "22 days to the opening, 12 days to the print deadline" in texts(page)
    for day, says in (
        ("2025-12-12", "11 days to the opening, one day to the print deadline"),
        ("2025-12-13", "10 days to the opening, the print deadline is today"),
        ("2025-12-22", "one day to the opening, the print deadline has passed"),
        ("2025-12-23", "the opening is today, the print deadline has passed"),
        ("2025-12-24", "the event has opened"),
    ):
        page.today = lambda day=day: dt.date.fromisoformat(day)
        page.retranslate()
        assert page._days.text() == says


def test_the_numbers_are_those_of_the_event(page):
    told = {name: number.accessibleName() for name, number in page.numbers.items()}
    assert told == {
        "products": "Products ready to show. 0 of 2. 2 without a picture or a text",
        "badges": "Badges ready to print. 10 of 12. 2 people have no badge yet",
        "texts": "Texts in 3 languages. 67% of 15. 5 incomplete, 5 of them in French",
        "booths": "Booths assigned. 2 of 2. One exhibitor has none",
    }


def test_everything_leads_to_the_records_it_counts(page, led):
    for number in page.numbers.values():
        number.click()
    assert led == ["products?ready", "people?none", "organisations?text:fr", "organisations?booth"]
    led.clear()
    for row in page.bars.spots:
        row[0].click()
    assert led == [
        *("organisations", "organisations", "organisations?text:fr"),
        *("products", "products", "products?text:fr"),
    ]
    led.clear()
    for cell in page.matrix.spots[0]:
        cell.click()
    assert led[:2] == ["organisations?name&kind=company&exhibits", "organisations?kind=company&exhibits"]
    assert led[2] == "organisations?description&kind=company&exhibits"
    led.clear()
    page.boxes["texts"].link.click()
    page.boxes["matrix"].link.click()
    assert led == ["organisations?text:fr", "organisations"]


def test_what_helps_most_has_a_button_each(page, led):
    buttons = [button for button in page.boxes["deeds"].findChildren(QPushButton) if button.isVisible()]
    for button in buttons:
        button.click()
    assert led[:2] == ["printing?badges", "organisations?text:fr"]
    assert "letters" in led
    assert len(led) == 5
    assert buttons[0].property("kind") == "primary"
    assert "Print badges" in buttons[0].accessibleName()


def test_each_day_the_event_is_looked_at_is_kept_once(page, window, settle):
    for _ in range(2):
        page.reload()
        settle(window)
    with window.desk.app.reading() as session:
        days = list_days(session)
    assert [day.day for day in days if day.day == TODAY] == [TODAY]
    assert 0 < days[-1].share < 1
    window.desk.edits.look()
    settle(window)
    assert "readiness" not in str(window.desk.edits.undoable)


def test_with_one_day_there_is_no_line(page, window, settle):
    with window.desk.app.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM readiness_days")
    page.reload()
    settle(window)
    assert "from the second day on" in page.way.accessibleDescription()
    assert _colours(page.way, "leafg", "lant") == set()
    with window.desk.app.transaction() as session:
        record_day(session, TODAY - dt.timedelta(days=10), Share(1, 10))
    page.reload()
    settle(window)
    assert page.way.accessibleDescription().startswith("At this pace complete on")
    assert _colours(page.way, "leafg", "lant") == {"leafg", "lant"}


def _colours(widget: QWidget, *wanted: str) -> set[str]:
    """Return which tokens are seen in a widget."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return {token for token in wanted if QColor(theme.tokens()[token]).rgb() in seen}


def test_where_no_deadline_is_set_the_way_leads_to_its_setting(page, window, settle, led):
    assert not page.boxes["way"].link.isVisible()
    with window.desk.app.transaction() as session:
        set_event(session, "print_deadline", "")
    settle(window)
    page.boxes["way"].link.click()
    assert led == ["settings?Print deadline"]
    assert page._days.text() == "22 days to the opening"


def test_a_late_end_is_told_as_late(page, window, settle):
    now = page._found.readiness.required
    with window.desk.app.transaction() as session:
        record_day(session, TODAY - dt.timedelta(days=14), Share(now.done - 1, now.total))
    page.reload()
    settle(window)
    assert "after the print deadline" in page.way.accessibleDescription()


def test_the_arrow_keys_walk_through_the_bars_and_the_matrix(page, qtbot):
    first = page.matrix.spots[0][0]
    first.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is page.matrix.spots[1][0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in page.matrix.findChildren(Spot)


def test_tab_reaches_every_part_and_enter_leads_on(page, led, qtbot):
    page.numbers["products"].setFocus()
    seen = set()
    for _ in range(20):
        seen.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert set(page.numbers.values()) <= seen
    assert page.bars.spots[0][0] in seen
    assert page.matrix.spots[0][0] in seen
    assert {page.boxes["texts"].link, page.boxes["matrix"].link} <= seen
    qtbot.keyClick(page.numbers["badges"], Qt.Key.Key_Return)
    qtbot.keyClick(page.numbers["badges"], Qt.Key.Key_Space)
    assert led == ["people?none", "people?none"]


def test_every_spot_has_a_name(page):
    assert [spot for spot in page.findChildren(Spot) if spot.isVisible() and not spot.accessibleName()] == []


def test_an_empty_event_teaches_what_to_do(empty_window, tmp_path, settle):
    empty_window.desk.create(tmp_path / "Trống.showcase")
    settle(empty_window)
    page = empty_window.page("overview")
    found: list[str] = []
    page._desk.wanted.disconnect()
    page._desk.wanted.connect(found.append)
    assert "There is nothing in this event yet" in texts(page)
    buttons = {button.text(): button for button in page.findChildren(QPushButton) if button.isVisible()}
    assert list(buttons) == ["Import the lists", "Add an organisation", "Open the sample event"]
    buttons["Import the lists"].click()
    buttons["Add an organisation"].click()
    assert found == ["import", "organisations?new"]
    with empty_window.desk.app.reading() as session:
        assert list_days(session) == []
    buttons["Open the sample event"].click()
    assert page.progress.isVisible()
    settle(empty_window)
    assert empty_window.desk.path.name == "sample.showcase"
    assert page._stack.currentWidget() is page._scroll
    assert page._found.readiness.people


def test_an_event_that_can_only_be_read_is_shown_and_keeps_no_day(event_file, window, page):
    from showcase.office.overview import keep_day

    app = open_app(event_file, read_only=True)
    keep_day(app, TODAY, page._found)
    app.close()


def test_it_is_counted_again_after_a_change_once_it_is_looked_at(page, window, settle):
    window.do("page:products")
    with window.desk.app.transaction() as session:
        set_event(session, "languages", "vi,en")
    settle(window)
    assert "3 languages" in page.numbers["texts"].accessibleName()
    window.do("page:overview")
    settle(window)
    assert page.numbers["texts"].accessibleName() == "Texts in 2 languages. 100% of 10. All of them"


def test_no_word_is_cut_and_nothing_lies_over_another(page, window, settle):
    for language in LANGUAGES:
        window.do(f"language:{language}")
        for size in ((1100, 680), (1366, 768), (1440, 900)):
            window.resize(*size)
            settle(window)
            labels = [label for label in page.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
            cut = {label.text() for label in labels if label.width() < label.sizeHint().width()}
            assert cut <= _subs(page), (language, size)
            boxes = [box.geometry() for box in page.boxes.values()]
            assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
            assert page._scroll.widget().width() <= page._scroll.viewport().width()


def _subs(page: OverviewPage) -> set[str]:
    """Return the texts that may be cut: they say the same in their tool tip."""
    return {box._sub.text() for box in page.boxes.values()}


def test_shares_are_written_as_each_language_does():
    assert [_in(language, 0.81) for language in ("vi", "en", "fr")] == ["81\u2009%", "81%", "81\u2009%"]
    assert [_in("en", share) for share in (0, 0.001, 0.999, 1)] == ["0%", "1%", "99%", "100%"]


def _in(language: str, share: float) -> str:
    before = interface.language
    interface.language = language
    try:
        return percent(share)
    finally:
        interface.language = before


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_share_can_be_read_on_its_ground(window, name):
    window.do(f"theme:{name}")
    for per_cent in range(LEAST, 101):
        ground, ink = ramp((per_cent - LEAST) / (100 - LEAST))
        assert contrast(ground, ink) >= 4.5
    assert contrast(QColor(theme.tokens()["warn"]), QColor(theme.tokens()["warnbg"])) >= 4.5
