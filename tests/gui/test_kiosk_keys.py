"""Without a finger: Tab comes to everything that can be touched on every page, and shows where it is."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.catalogue.edits import add_room, add_session
from showcase.catalogue.queries import list_organisations, list_products, list_sessions
from showcase.kiosk.pages import PAGES
from tests.fixtures_kiosk import NOON, visit_of, wake
from tests.kiosk_looks import settle

_MOST = 150
"""Presses after which everything must have been met."""


@pytest.fixture
def subjects(summit: Path) -> dict[str, str]:
    """Return what each page is opened on."""
    app = open_app(summit)
    with app.transaction() as session:
        room = add_room(session, {"code": "H1", "name": {"vi": "Hội trường"}})
        end = NOON + dt.timedelta(hours=1)
        add_session(session, {"title": {"vi": "Phiên"}, "room_id": room, "starts_at": NOON, "ends_at": end})
    with app.reading() as session:
        found = {
            "product": str(list_products(session)[0].id),
            "organisation": str(list_organisations(session)[0].id),
            "talk": str(list_sessions(session)[0].id),
        }
    app.close()
    return found


def _all(root: QQuickItem) -> Iterator[QQuickItem]:
    if root.isVisible() and root.isEnabled():
        yield root
        for child in root.childItems():
            yield from _all(child)


def _touchable(running: Any) -> dict[QQuickItem, str]:
    return {
        item: str(item.property("text"))
        for item in _all(running.window.contentItem())
        if item.inherits("QQuickAbstractButton") and item.width() > 0
    }


def _rings(item: QQuickItem) -> bool:
    """Tell whether a ring is round an item that has the focus."""
    return any(one.metaObject().className().startswith("FocusRing") and one.isVisible() for one in item.childItems())


def test_every_page_is_walked_by_keys(start, summit: Path, subjects: dict[str, str], size) -> None:
    running = start(summit, size)
    wake(running)
    settle(running)
    visit = visit_of(running)
    visit.keep(f"product:{subjects['product']}")
    missed: dict[str, set[str]] = {}
    unseen: dict[str, set[str]] = {}
    for name in PAGES:
        if visit.page != name:
            visit.open(name, subjects.get(name, ""))
        settle(running)
        left = _touchable(running)
        for _ in range(_MOST):
            QTest.keyClick(running.window, Qt.Key.Key_Tab)
            focused = running.window.activeFocusItem()
            if focused in left:
                if not _rings(focused):
                    unseen.setdefault(name, set()).add(left[focused])
                del left[focused]
            if not left:
                break
        if left:
            missed[name] = set(left.values())
    assert missed == {}
    assert unseen == {}
