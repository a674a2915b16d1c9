"""The pages of the window: their places in the side list, and how each is made, once the first picture stands.

A page is a widget with `messages` and `retranslate`; where it has them, the window also calls `reload` when an event
was opened or changed (only for its `tables`, where it names them), `show_query` when something asked for "page?query",
`clear` when another event is opened, and asks `is_busy` before it closes. Pages ask for each other through
`desk.wanted`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from showcase.office.desk import Desk


class PageSpec(NamedTuple):
    """One page: its name is also that of its texts (`office.page_NAME`)."""

    name: str
    group: str
    icon: str
    make: Callable[[Desk], QWidget]


def _overview(desk: Desk) -> QWidget:
    from showcase.office.overview import OverviewPage

    return OverviewPage(desk)


def _table(name: str) -> Callable[[Desk], QWidget]:
    def make(desk: Desk) -> QWidget:
        from showcase.office.listings import LISTINGS
        from showcase.office.tables import TablePage

        return TablePage(LISTINGS[name], desk)

    return make


def _plan(desk: Desk) -> QWidget:
    from showcase.office.planpage import PlanPage

    return PlanPage(desk)


def _badge_desk(desk: Desk) -> QWidget:
    from showcase.office.badgedesk import BadgeDesk

    return BadgeDesk(desk)


def _prints(desk: Desk) -> QWidget:
    from showcase.office.printjobs import PrintsPage

    return PrintsPage(desk)


def _printing(desk: Desk) -> QWidget:
    from showcase.office.printing import PrintPage

    return PrintPage(desk)


def _importing(desk: Desk) -> QWidget:
    from showcase.office.importing import ImportPage

    return ImportPage(desk)


def _site(desk: Desk) -> QWidget:
    from showcase.office.sitepage import SitePage

    return SitePage(desk)


def _letters(desk: Desk) -> QWidget:
    from showcase.office.letters import LettersPage

    return LettersPage(desk)


def _history(desk: Desk) -> QWidget:
    from showcase.office.history import HistoryPage

    return HistoryPage(desk)


def _settings(desk: Desk) -> QWidget:
    from showcase.office.settingspage import SettingsPage

    return SettingsPage(desk)


PAGES: Final = (
    PageSpec("overview", "", "gauge", _overview),
    PageSpec("organisations", "catalogue", "building-2", _table("organisations")),
    PageSpec("booths", "catalogue", "map-pin", _table("booths")),
    PageSpec("plan", "catalogue", "map", _plan),
    PageSpec("products", "catalogue", "package", _table("products")),
    PageSpec("topics", "catalogue", "tag", _table("topics")),
    PageSpec("sessions", "catalogue", "calendar-days", _table("sessions")),
    PageSpec("media", "catalogue", "image", _table("media")),
    PageSpec("people", "people", "users", _table("people")),
    PageSpec("desk", "people", "badge-check", _badge_desk),
    PageSpec("printing", "print", "printer", _printing),
    PageSpec("prints", "print", "clock", _prints),
    PageSpec("import", "exchange", "file-input", _importing),
    PageSpec("letters", "exchange", "mail", _letters),
    PageSpec("site", "exchange", "globe", _site),
    PageSpec("history", "setup", "history", _history),
    PageSpec("settings", "setup", "settings", _settings),
)
"""In the order of the side list; pages of one group stand together."""
NAMES: Final = tuple(page.name for page in PAGES)
