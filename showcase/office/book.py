"""The pages of the window: each is made when it is first asked for, and read again when it has missed something."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from showcase.errors import UserError
from showcase.office.pages import PAGES

if TYPE_CHECKING:
    from showcase.office.desk import Desk
    from showcase.office.tables import TablePage
    from showcase.progress import Progress
    from showcase.qt.tasks import Task

_MAKERS: Final = {page.name: page.make for page in PAGES}


class PageBook(QObject):
    """The pages by name, in a stack where one is shown.

    Signals:
        counted: (name of a listing, how many there are without a filter).
        picked: other rows of a table are selected; the table.
    """

    counted = Signal(str, int)
    picked = Signal(object)

    def __init__(self, desk: Desk, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._desk, self._stack = desk, stack
        self._made: dict[str, Any] = {}
        self._stale: set[str] = set()
        self._counts: dict[str, int] = {}
        self._hurt: UserError | None = None
        self._counting: Task[dict[str, int]] | None = None
        self._uncounted: set[str] = set()

    def page(self, name: str) -> Any:
        """Return a page, made now where nobody asked for it before."""
        if name not in self._made:
            page: Any = _MAKERS[name](self._desk)
            self._made[name] = page
            self._stack.addWidget(page)
            self._stale.add(name)
            if hasattr(page, "counted"):
                page.counted.connect(self.counted)
                page.picked.connect(lambda: self.picked.emit(page))
                page.set_all(self._counts.get(name, 0))
            if self._hurt:
                page.messages.show_error(self._hurt)
        return self._made[name]

    def has(self, name: str) -> bool:
        """Tell whether somebody asked for a page."""
        return name in self._made

    def table(self, name: str) -> TablePage:
        """Return the page of a listing."""
        page: TablePage = self.page(name)
        return page

    def made(self) -> Iterable[Any]:
        """Return the pages that somebody asked for."""
        return self._made.values()

    def shown_table(self) -> TablePage | None:
        """Return the table page that is shown, if one is."""
        shown: Any = self._stack.currentWidget()
        return shown if hasattr(shown, "counted") else None

    def show(self, name: str) -> Any:
        """Show a page, as things are now, and return it."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        if name == "printing":  # what is selected in the tables may be something else
            self._stale.add(name)
        self._freshen()
        return page

    def clear(self) -> None:
        """Let every page begin anew, as another event is open."""
        self._hurt = None
        self._counts.clear()
        for page in self._made.values():
            clear: Callable[[], None] | None = getattr(page, "clear", None)
            if clear is not None:
                clear()

    def reload(self, changed: frozenset[str] | None = None) -> None:
        """Read again what changed: the page that is shown now, others when they are shown; all listings are counted."""
        for name, page in self._made.items():
            tables = getattr(page, "tables", None)
            if changed is None or tables is None or tables & changed:
                self._stale.add(name)
        self._freshen()
        self._recount(changed)

    def show_hurt(self, error: UserError) -> None:
        """Say on every page that the file is damaged, so that nobody goes on working in it unaware."""
        self._hurt = error
        for page in self._made.values():
            page.messages.show_error(error)

    def _freshen(self) -> None:
        """Read what the page that is shown has missed."""
        for name in sorted(self._stale):
            page = self._made[name]
            if page is self._stack.currentWidget():
                self._stale.discard(name)
                reload: Callable[[], None] | None = getattr(page, "reload", None)
                if reload is not None:
                    reload()

    def _recount(self, changed: frozenset[str] | None) -> None:
        """Count the listings whose tables changed, in one task; the one that is shown counts itself."""
        from showcase.office.listings import LISTINGS, Asked

        if self._desk.app is None:
            return
        if self._counting:
            self._counting.cancel()
        shown = self.shown_table()
        self._uncounted |= {name for name, it in LISTINGS.items() if changed is None or it.tables & changed}
        self._uncounted -= {shown.listing.name} if shown else set()
        names = sorted(self._uncounted)

        def work(app: Any, _progress: Progress) -> dict[str, int]:
            return {name: LISTINGS[name].count(app, Asked()) for name in names}

        self._counting = self._desk.run(work, self._on_counted) if names else None

    def _on_counted(self, counts: dict[str, int]) -> None:
        self._counting = None
        self._uncounted -= counts.keys()
        self._counts |= counts
        for name, count in counts.items():
            if name in self._made:
                self._made[name].set_all(count)
            self.counted.emit(name, count)
