"""What the overview showed is shown again before the event is open, if nobody wrote to its file."""

import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from showcase.app import open_app
from showcase.catalogue.edits import set_event
from showcase.office.glance import find_glance
from showcase.office.window import OfficeWindow
from showcase.paths import cache_folder


def _told(page: Any) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.text() and label.isVisibleTo(page)]


@pytest.fixture
def put_away(window, settle) -> tuple[Path, list[str]]:
    """Return an event that was looked at and put away, and what the overview said."""
    settle(window)
    told = _told(window.page("overview"))
    path = window.desk.path
    window.close()
    return path, told


@pytest.fixture
def start(qtbot) -> Iterator[Callable[[Path], OfficeWindow]]:
    """Return what shows a window on an event, up to what it shows first."""
    started = []

    def show(path: Path) -> OfficeWindow:
        window = OfficeWindow()
        started.append(window)
        window.wanted = path
        window.show()
        qtbot.waitUntil(lambda: window.book.has("overview") and not window.start.isVisible())
        return window

    yield show
    for window in started:
        window.close()
        window.deleteLater()


def test_an_event_that_was_put_away_is_shown_before_it_is_open(put_away, start, qtbot, settle) -> None:
    path, told = put_away
    window = start(path)
    assert window.desk.app is None
    assert _told(window.page("overview")) == told
    assert (window.side.counts["organisations"], window.side.counts["people"]) == (3, 12)
    assert window.windowTitle().startswith("Sample City Summit")
    window.do("page:people")
    qtbot.waitUntil(lambda: window.desk.app is not None)
    settle(window)
    assert window.pages.currentWidget() is window.page("people"), "nobody is led away from where they went"
    assert window.page("people").model.rowCount() == 12


def test_a_file_that_somebody_wrote_to_is_read_first(put_away, start, settle) -> None:
    path, _told_before = put_away
    assert find_glance(path) is not None
    app = open_app(path)
    with app.transaction() as session:
        set_event(session, "name.en", "Another Summit")
    app.close()
    assert find_glance(path) is None
    window = start(path)
    assert window.desk.app is not None
    settle(window)
    assert window.windowTitle().startswith("Another Summit")


def test_what_changed_after_the_overview_was_left_is_in_it(window, settle) -> None:
    window.do("page:organisations")
    settle(window)
    path = window.desk.path
    window.desk.edits.delete("organisations", [window.page("organisations").model.record(0).id], lambda _none: None)
    settle(window)
    window.close()
    found = find_glance(path)
    assert found is not None
    assert found.readiness.organisations == 2
    assert found.counts["organisations"] == 2


@pytest.mark.parametrize("damage", [b"", b"no pickle", pickle.dumps(Path("/")), pickle.dumps((1, 2, 3))])
def test_a_damaged_cache_is_as_none(put_away, damage) -> None:
    path, _told_before = put_away
    (kept,) = (cache_folder() / "glances").iterdir()
    kept.write_bytes(damage)
    assert find_glance(path) is None


def test_what_was_seen_on_another_day_is_not_shown(put_away) -> None:
    path, _told_before = put_away
    glance = find_glance(path)
    assert glance is not None
    (kept,) = (cache_folder() / "glances").iterdir()
    shape, stamp, _same = pickle.loads(kept.read_bytes())
    kept.write_bytes(pickle.dumps((shape, stamp, replace(glance, day=glance.day.replace(year=2020)))))
    assert find_glance(path) is None
