"""The event that is open and the threads that work on it: what all pages of the window share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from showcase.errors import UserError
from showcase.office.edits import Edits
from showcase.progress import Progress
from showcase.qt import theme
from showcase.qt.tasks import Lane, Task, Tasks
from showcase.qt.translate import interface
from showcase.settings import Settings, load, save

if TYPE_CHECKING:  # an open event pulls in SQLAlchemy, which the first picture of the window must not wait for
    from showcase.app import App
    from showcase.catalogue.records import EventRecord
    from showcase.qt.changes import Changes

T = TypeVar("T")
SUFFIX: Final = ".showcase"
"""How the name of an event file ends."""
PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp")
"""How the names of picture files end."""
RECENT: Final = 6
LOOK_MS: Final = 1_500
"""Between two looks at whether another window or program wrote to the event."""
_EVERYTHING: Final = frozenset(
    {"badges", "badge_events", "consents", "print_jobs", "print_items", "event", "events", "journal"}
)
"""What pages may be made of beside the tables that are journalled."""
CARE_MS: Final = 30 * 60 * 1000
"""Between two looks at the open file, as often as `showcase.store.health` makes a copy."""


class Desk(QObject):
    """The open event, its changes, the tasks and the settings; `edits` is what people do to it.

    Signals:
        opening: a file is being opened; its path.
        opened: an event is open and its record is read.
        closed: no event is open.
        leaving: the window closes; what was typed and not kept yet is to be kept now.
        ending: the window closes, all that was to be kept is kept, and the file is put away next.
        changed: the names of changed tables.
        refused: a UserError that belongs to no page.
        hurt: a UserError about the file that is open, found while it was looked after.
        wanted: a page, or "page?query", that a page leads to.
        command: a command of the menus that a page asks for.
        menu: where on the screen the menu of the selected records is to open.
        configured: the name of a setting of this machine that is another one now.
        picked: the name of a listing whose selected records are others now; `selection` holds them.
    """

    opening = Signal(object)
    opened = Signal()
    closed = Signal()
    leaving = Signal()
    ending = Signal()
    changed = Signal(object)
    refused = Signal(object)
    hurt = Signal(object)
    wanted = Signal(str)
    command = Signal(str)
    menu = Signal(object)
    configured = Signal(str)
    picked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self.refused)
        self.settings: Settings = load()
        self._kept = self.settings
        self.app: App | None = None
        self.record: EventRecord | None = None
        self.edits = Edits(self)
        self.selection: dict[str, list[Any]] = {}
        """Name of a listing -> its selected records."""
        self.commits = 0
        """How often the catalogue or the people were written to since the event was opened."""
        self._changes: Changes | None = None
        self._care_timer = QTimer(self)
        self._care_timer.setSingleShot(True)
        self._care_timer.timeout.connect(self.look_after)
        self._look_timer = QTimer(self)
        self._look_timer.setInterval(LOOK_MS)
        self._look_timer.timeout.connect(self.look_outside)

    @property
    def path(self) -> Path | None:
        """The file that is open."""
        return self.app.database.path if self.app else None

    def run(
        self,
        work: Callable[[App, Progress], T],
        answer: Callable[[T], object],
        *,
        lane: Lane = "work",
        failed: Callable[[UserError], object] | None = None,
        kept: bool = False,
    ) -> Task[T]:
        """Do work on the open event in a lane of the tasks; see `showcase.qt.tasks.Tasks.run`.

        Raises:
            RuntimeError: when no event is open, which is a bug of the caller.
        """
        app = self.app
        if app is None:
            raise RuntimeError("no event is open")
        return self.tasks.run(lambda progress: work(app, progress), answer, lane=lane, failed=failed, kept=kept)

    def open(self, path: Path) -> Task[tuple[App, EventRecord]]:
        """Open an event file in place of the one that is open."""
        return self._start(path, lambda _progress: _open(path))

    def create(self, path: Path) -> Task[tuple[App, EventRecord]]:
        """Make an empty event."""
        return self._start(path, lambda _progress: _create(path))

    def create_sample(self, path: Path) -> Task[tuple[App, EventRecord]]:
        """Make the sample event, or open it where it was made before."""
        return self._start(path, lambda progress: _sample(path, progress))

    def look_after(self) -> None:
        """Have the file checked when it was not put away properly, and copied when its newest copy is old.

        It waits in the lane behind what the pages read, and comes again while the event is open.
        """
        if self.app is not None:
            self.run(_care, lambda _copy: None, failed=self.hurt.emit)
            self._care_timer.start(CARE_MS)

    def look_outside(self) -> None:
        """Show everything anew when another window or program wrote to the event."""
        app = self.app
        if app is not None and not self.tasks.running:
            look = lambda _progress: app.database.changed_outside()  # noqa: E731 - named for its type
            self.tasks.run(look, self._on_looked_outside, lane="write", failed=self._on_lost, quiet=True)

    def _on_looked_outside(self, changed: bool) -> None:
        if changed and self.app is not None:
            self.commits += 1
            from showcase.store.journal import TABLES

            self._on_changed(_EVERYTHING | TABLES.keys())

    def _on_lost(self, error: UserError) -> None:
        """Say once that the file cannot be read; it is tried again when somebody edits."""
        self._look_timer.stop()
        self.hurt.emit(error)

    def close_event(self) -> None:
        """Close the event; the last event is then none."""
        self._release()
        self.remember(last_event="")
        self.closed.emit()

    def remember(self, **changes: object) -> None:
        """Keep settings of this machine, beside those that somebody changed elsewhere meanwhile."""
        elsewhere = {name: value for name, value in load()._asdict().items() if value != getattr(self._kept, name)}
        self.settings = self.settings._replace(**{**elsewhere, **changes})
        try:
            save(self.settings)
            self._kept = self.settings
        except UserError as error:
            self.refused.emit(error)

    def configure(self, name: str, value: object) -> None:
        """Keep a setting that somebody chose, and have it felt at once."""
        self.remember(**{name: value})
        app = QApplication.instance()
        if name == "language":
            interface.use(self.settings.language)
        elif name in {"theme", "text_size"} and isinstance(app, QApplication):
            theme.choose(app, self.settings.theme, self.settings.text_size)
        self.configured.emit(name)

    def shut_down(self) -> None:
        """Finish the tasks, close the file, and forget every passphrase."""
        from showcase.office.signing import forget_passphrases

        self.leaving.emit()
        self._care_timer.stop()
        self._look_timer.stop()
        if self._changes:
            self._changes.close()
            self._changes = None
        self.tasks.close()
        if self.app:
            self.ending.emit()
            self.app.close()
            self.app = None
        forget_passphrases()

    def _start(self, path: Path, work: Callable[[Progress], tuple[App, EventRecord]]) -> Task[tuple[App, EventRecord]]:
        self.opening.emit(path)
        return self.tasks.run(work, self._on_opened, lane="write", failed=self._on_refused)

    def _on_opened(self, found: tuple[App, EventRecord]) -> None:
        self._release()
        from showcase.qt.changes import Changes

        self.app, self.record = found
        self._changes = Changes(self.app.database, self)
        self._changes.changed.connect(self._on_changed)
        self.app.database.on_change(self._count)
        opened = str(self.app.database.path)
        recent = (opened, *(path for path in self.settings.recent if path != opened))[:RECENT]
        self.remember(last_event=opened, recent=recent)
        self._use_zone()
        self._look_timer.start()
        self.opened.emit()

    def _count(self, changed: frozenset[str]) -> None:
        """Count a commit, in the thread that wrote."""
        self.commits += bool(changed - {"readiness_days"})

    def show_ahead(self, event: EventRecord) -> None:
        """Take what an event says of itself before it is open; its file is as it was when that was kept."""
        self.record = event
        self._use_zone()

    def _on_refused(self, error: UserError) -> None:
        if self.app is None:
            self.record = None
            self.closed.emit()
        else:
            self.opened.emit()
        self.refused.emit(error)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "events" in tables and self.app:
            self.run(lambda app, _progress: _event(app), self._on_event)
        self.changed.emit(tables)

    def _on_event(self, event: EventRecord) -> None:
        self.record = event
        self._use_zone()
        self.changed.emit(frozenset({"event"}))

    def _use_zone(self) -> None:
        from zoneinfo import ZoneInfo

        from showcase.office.labels import use_zone

        use_zone(ZoneInfo(self.record.time_zone) if self.record else None)

    def _release(self) -> None:
        self._care_timer.stop()
        self._look_timer.stop()
        if self._changes:
            self._changes.close()
            self._changes.deleteLater()
            self._changes = None
        if self.app:
            app, self.app, self.record = self.app, None, None
            self.selection.clear()
            self.tasks.run(lambda _progress: app.close(), lambda _none: None, lane="write")


def _care(app: App, progress: Progress) -> Path | None:
    from showcase.store.health import care

    return care(app.database, progress)


def _event(app: App) -> EventRecord:
    from showcase.catalogue.queries import get_event

    with app.reading() as session:
        return get_event(session)


def _open(path: Path) -> tuple[App, EventRecord]:
    from showcase.app import open_app

    app = open_app(path)
    return app, _event(app)


def _create(path: Path) -> tuple[App, EventRecord]:
    from showcase.app import open_app

    app = open_app(path, create=True)
    return app, _event(app)


def _sample(path: Path, progress: Progress) -> tuple[App, EventRecord]:
    from showcase.app import open_app
    from showcase.exchange.sample import make_sample

    if path.exists():
        return _open(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    app = open_app(path, create=True)
    try:
        make_sample(app.database, progress)
    except BaseException:
        app.close()
        path.unlink(missing_ok=True)
        raise
    return app, _event(app)
