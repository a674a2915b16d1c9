"""The window of the office: pages beside a side list, an inspector, menus, and the event they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from showcase import __version__
from showcase.errors import UserError
from showcase.office.actions import Actions
from showcase.office.desk import Desk
from showcase.office.labels import local
from showcase.office.side import NAMES, SideList
from showcase.office.start import StartPage
from showcase.paths import documents_folder
from showcase.qt import crash, theme
from showcase.qt.images import icon
from showcase.qt.tasks import Task
from showcase.qt.translate import explain, interface, say
from showcase.settings import load

if TYPE_CHECKING:
    from showcase.office.importing import ImportPage
    from showcase.office.inspector import Inspector
    from showcase.office.overview import OverviewPage
    from showcase.office.printing import PrintPage
    from showcase.office.tables import TablePage

SUFFIX: Final = ".showcase"
_LISTS: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
_NARROW: Final = 1240
"""Under this width the side list shows icons only."""


class OfficeWindow(QMainWindow):
    """The window. `desk` is what all its pages share.

    The first picture shows the start page alone; the other pages are made after it, one at a time (`furnish`), so that
    neither the picture nor the person waits for them.
    """

    overview: OverviewPage
    printing: PrintPage
    importing: ImportPage
    inspector: Inspector

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self)
        interface.use(self.desk.settings.language)
        self.setMinimumSize(1100, 680)
        self.resize(1440, 900)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, self.do)
        self.side = SideList()
        self.start = StartPage()
        self.pages = QStackedWidget()
        self.tables: dict[str, TablePage] = {}
        self._by_name: dict[str, QWidget] = {}
        self._unmade = self._make_pages()
        self._is_furnished = False
        self._wants_inspector = True
        self._lay_out()
        self._connect()
        self.retranslate()
        self._restore()
        self._on_closed()

    def furnish(self, *, whole: bool = True) -> bool:
        """Make the pages that are not made yet, or the next of them; return whether there are more."""
        if whole:
            for _made in self._unmade:
                pass
            return False
        return next(self._unmade, True) is None

    def do(self, command: str) -> None:
        """Carry out a command of the menus."""
        name, _, value = command.partition(":")
        match name:
            case "page":
                self.side.choose(value)
            case "theme":
                self.choose_theme(value)
            case "language":
                self.choose_language(value)
            case "whole_page" | "zoom_in" | "zoom_out":
                self._zoom(name)
            case "recent":
                self.open(Path(value))
            case _:
                self._commands()[name]()

    def open(self, path: Path) -> None:
        """Open an event file."""
        self._follow(self.desk.open(path), "office.doing_open")

    def choose_language(self, language: str) -> None:
        """Speak another language from now on; "" is the system's."""
        self.desk.remember(language=language)
        interface.use(language)

    def choose_theme(self, name: str) -> None:
        """Use another theme from now on."""
        self.desk.remember(theme=name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.choose(app, name)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text of the window again, and draw every icon in the colours of the theme."""
        self.actions_.retranslate()
        for widget in self.findChildren(QWidget):
            say_again: Callable[[], None] | None = getattr(widget, "retranslate", None)
            if say_again is not None:
                say_again()
        self._aside.setIcon(icon("panel-right", size=18))
        self._say_event()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Remember how the window stands and put the file away; ask first when work is under way."""
        if self._is_furnished and (self.printing.is_busy or self.importing.is_busy) and not self._ask_leave():
            event.ignore()
            return
        state = f"{_spelt(self.saveGeometry())} {_spelt(self.saveState())}"
        self.desk.remember(window_state=state)
        self.desk.shut_down()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - as Qt declares it
        """Follow the system when it turns dark or light."""
        if event.type() == QEvent.Type.ThemeChange:
            QTimer.singleShot(0, self._follow_system)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Make room on small screens: the side list shows icons only."""
        super().resizeEvent(event)
        self.side.set_narrow(self.width() < _NARROW)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - as Qt declares it
        """Take an event file, or a list while an event is open."""
        if self._dropped(event):
            event.acceptProposedAction()
            self._drop.setGeometry(self._body.rect().adjusted(10, 10, -10, -10))
            self._drop.setText(
                say("office.drop_event" if self._dropped(event)[0].suffix == SUFFIX else "office.drop_list")
            )
            self._drop.show()
            self._drop.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - as Qt declares it
        """Show the page again."""
        self._drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - as Qt declares it
        """Open the event, or look at the list."""
        self._drop.hide()
        paths = self._dropped(event)
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    def take(self, path: Path) -> None:
        """Open an event file, or look at a list; nothing is written yet."""
        if path.suffix.lower() == SUFFIX:
            self.open(path)
        elif self.desk.app:
            self.side.choose("import")
            self.importing.look_at(path)

    def _dropped(self, event: QDragEnterEvent | QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        taken = {SUFFIX} | (_LISTS if self.desk.app else set())
        return [path for path in paths if path.suffix.lower() in taken]

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            "create": self._create,
            "open": self._open,
            "sample": self._make_sample,
            "import": self._import,
            "print": lambda: self.side.choose("printing"),
            "close": self.desk.close_event,
            "quit": self.close,
            "find": self._find,
            "inspector": self._toggle_inspector,
            "next_panel": self.focusNextChild,
            "about": self._about,
        }

    def _lay_out(self) -> None:
        self.addToolBar(self.actions_.tools)
        self._event_name = QLabel()
        self._event_name.setProperty("role", "sub")
        self._event_name.setContentsMargins(0, 0, 10, 0)
        self.actions_.tools.addWidget(self._event_name)
        self._aside = QToolButton()
        self._aside.setDefaultAction(self.actions_.by_name["inspector"])
        self._aside.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.actions_.tools.addWidget(self._aside)
        self.pages.addWidget(self.start)
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.pages, 1)
        self.setCentralWidget(self._body)
        self._drop = QLabel(self._body)
        self._drop.setProperty("role", "drop")
        self._drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop.hide()
        self._file, self._saved = QLabel(), QLabel()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._file)
        self.statusBar().addWidget(self._saved)

    def _connect(self) -> None:
        self.side.chosen.connect(self._on_page)
        self.start.chosen.connect(self.do)
        self.start.recent_chosen.connect(lambda path: self.open(Path(path)))
        self.desk.opened.connect(self._on_opened)
        self.desk.closed.connect(self._on_closed)
        self.desk.changed.connect(self._on_changed)
        self.desk.refused.connect(self._on_refused)
        self.desk.tasks.broken.connect(crash.show)
        self.desk.tasks.busy.connect(lambda _count: self._say_event())
        interface.changed.connect(self.retranslate)
        self.desk.opening.connect(lambda _path: self.furnish())

    def _make_pages(self) -> Iterator[None]:
        from showcase.office.importing import ImportPage
        from showcase.office.inspector import WIDTH, Inspector
        from showcase.office.listings import LISTINGS
        from showcase.office.overview import OverviewPage
        from showcase.office.printing import PrintPage
        from showcase.office.tables import TablePage

        yield
        self.overview = OverviewPage(self.desk)
        self.overview.wanted.connect(self._on_wanted)
        self._add("overview", self.overview)
        for listing in LISTINGS:
            yield
            page = self.tables[listing.name] = TablePage(listing, self.desk)
            page.picked.connect(self._on_picked)
            page.counted.connect(self.side.set_count)
            page.import_wanted.connect(self._import)
            self._add(listing.name, page)
        yield
        self.printing = PrintPage(self.desk, self._selection)
        self._add("printing", self.printing)
        yield
        self.importing = ImportPage(self.desk)
        self.importing.show_wanted.connect(self.side.choose)
        self._add("import", self.importing)
        yield
        self.inspector = Inspector(self.desk)
        self.inspector.hide()
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.inspector)
        self.resizeDocks([self.inspector], [WIDTH], Qt.Orientation.Horizontal)
        state = self.desk.settings.window_state.partition(" ")[2]
        self.restoreState(QByteArray.fromBase64(state.encode()))
        self._is_furnished = True
        self._show_inspector()

    def _add(self, name: str, page: QWidget) -> None:
        self._by_name[name] = page
        self.pages.addWidget(page)

    def _restore(self) -> None:
        settings = self.desk.settings
        geometry = settings.window_state.partition(" ")[0]
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self.actions_.show_choice("theme", settings.theme)
        self.actions_.show_choice("language", settings.language)

    def _follow(self, task: Task[Any], key: str) -> None:
        """Show a task on the start page, or on the overview's place when an event is open."""
        self.start.progress.follow(task, lambda: say(key))
        self.start.messages.clear()
        self.start.set_busy(True)
        task.ended.connect(lambda: self.start.set_busy(False))

    def _on_opened(self) -> None:
        self._show_event(is_open=True)
        self.start.messages.clear()
        for page in self.tables.values():
            page.filter.clear()
            page.reload()
        self.overview.reload()
        self.printing.reload()
        self.importing.clear()
        self.side.choose("overview")
        self.overview.retranslate()

    def _on_closed(self) -> None:
        self._show_event(is_open=False)
        self.side.choose_none()
        self.pages.setCurrentWidget(self.start)
        self.start.show_recent(self.desk.settings.recent)

    def _show_event(self, *, is_open: bool) -> None:
        self.side.setVisible(is_open)
        self._event_name.setVisible(is_open)
        self.actions_.show_event(is_open)
        self.actions_.tools.setVisible(is_open)
        self.statusBar().setVisible(is_open)
        self.actions_.show_recent(self.desk.settings.recent)
        self._show_inspector()
        self._say_event()

    def _say_event(self) -> None:
        path, event = self.desk.path, self.desk.record
        name = local(event.name) if event else ""
        self._event_name.setText(name)
        self.setWindowTitle(f"{name or path.stem} – Showcase" if path else "Showcase")
        self._file.setText(path.name if path else "")
        self._file.setToolTip(str(path or ""))
        key = "office.working" if self.desk.tasks.running else "office.saved"
        self._saved.setText(say(key) if path else "")

    def _on_page(self, name: str) -> None:
        page = self._by_name[name]
        self.pages.setCurrentWidget(page)
        self._show_inspector()
        if name in self.tables:
            table = self.tables[name]
            self.inspector.show_record(name, table.current())
            table.table.setFocus()
        elif page is self.printing:
            self.printing.reload()

    def _show_inspector(self) -> None:
        fits = self._table() is not None and self.desk.app is not None
        if self._is_furnished:
            self.inspector.setVisible(fits and self._wants_inspector)
        self.actions_.by_name["inspector"].setEnabled(fits)
        self.actions_.by_name["inspector"].setChecked(fits and self._wants_inspector)

    def _table(self) -> TablePage | None:
        """Return the table page that is shown, if one is."""
        shown = self.pages.currentWidget()
        return next((page for page in self.tables.values() if page is shown), None)

    def _toggle_inspector(self) -> None:
        self._wants_inspector = not self._wants_inspector
        self._show_inspector()

    def _on_picked(self, record: Any) -> None:
        page = self._table()
        if page is not None and page is self.sender():
            self.inspector.show_record(page.listing.name, record)

    def _on_changed(self, tables: frozenset[str]) -> None:
        for page in self.tables.values():
            if tables & page.listing.tables:
                page.reload()
        self.overview.reload()
        self.printing.reload()
        self._say_event()

    def _on_refused(self, error: UserError) -> None:
        page: Any = self.pages.currentWidget()
        page.messages.show_error(error)
        self.statusBar().showMessage(explain(error), 8000)

    def _on_wanted(self, name: str) -> None:
        if name in NAMES:
            self.side.choose(name)
        else:
            self.printing.choose(name)
            self.side.choose("printing")

    def _selection(self, page: str) -> list[Any]:
        return self.tables[page].selected()

    def _zoom(self, how: str) -> None:
        canvas = self.printing.canvas
        {"whole_page": canvas.show_whole, "zoom_in": canvas.zoom_in, "zoom_out": canvas.zoom_out}[how]()

    def _find(self) -> None:
        if self._table() is None:
            self.side.choose("organisations")
        page = self._table()
        if page is not None:
            page.focus_filter()

    def _import(self) -> None:
        self.side.choose("import")
        self.importing.ask_file()

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, say("office.ask_open"), str(documents_folder()), f"{say('office.event_files')} (*{SUFFIX})"
        )
        if name:
            self.open(Path(name))

    def _create(self) -> None:
        path = self._ask_new("office.new_name")
        if path:
            self._follow(self.desk.create(path), "office.doing_create")

    def _make_sample(self) -> None:
        path = documents_folder() / "Showcase" / f"sample{SUFFIX}"
        self._follow(self.desk.create_sample(path), "office.doing_sample")

    def _ask_new(self, key: str) -> Path | None:
        suggested = documents_folder() / f"{say(key)}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self, say("office.ask_create"), str(suggested), f"{say('office.event_files')} (*{SUFFIX})"
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _ask_leave(self) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(say("office.leave_title"))
        box.setText(say("office.leave_title"))
        box.setInformativeText(say("office.leave_text"))
        stay = box.addButton(say("office.leave_stay"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(say("office.leave_do"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _about(self) -> None:
        QMessageBox.about(self, say("office.about_title"), say("office.about_text", version=__version__))

    def _follow_system(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.property("dark") != theme.is_dark():
            theme.apply(app)
            self.retranslate()


def _spelt(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode()


def run(path: Path | None) -> int:
    """Open the window on an event file, on the last event, or on the start page, and stay until it is closed."""
    app = QApplication.instance() or QApplication(["showcase"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Showcase")
    theme.prepare(app)
    theme.choose(app, load().theme)
    window = OfficeWindow()
    crash.catch()
    window.show()
    last = window.desk.settings.last_event
    wanted = path or (Path(last) if last and Path(last).is_file() else None)

    def go_on() -> None:
        # After the first picture, a page at a time; opening an event imports SQLAlchemy, in the thread of its task.
        if window.furnish(whole=False):
            QTimer.singleShot(0, go_on)
        elif wanted:
            window.open(wanted)

    QTimer.singleShot(0, go_on)
    return app.exec()
