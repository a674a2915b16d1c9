"""The window of the office: pages beside a side list, an inspector, menus, and the event they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QToolButton, QWidget

from showcase.errors import UserError
from showcase.office.book import PageBook
from showcase.office.desk import PICTURES, SUFFIX, Desk
from showcase.office.start import StartPage
from showcase.qt import crash, theme
from showcase.qt.images import icon
from showcase.qt.signals import Signals
from showcase.qt.tasks import Task
from showcase.qt.translate import interface, say
from showcase.settings import load

if TYPE_CHECKING:
    from showcase.office.actions import Actions
    from showcase.office.glance import Glance
    from showcase.office.inspecting.dock import Inspector
    from showcase.office.palette import Palette
    from showcase.office.recordcommands import RecordCommands
    from showcase.office.side import SideList
    from showcase.office.tables import TablePage

_MENUS: Final = ("file", "edit", "view", "help")
_PAUSE_MS: Final = 1
"""Between two parts that are made, so that the window answers; without one Qt makes the next before it looks."""
_PAINT_MS: Final = 20
"""What the overview gets to be painted before what opens the event is loaded, which keeps Python busy."""
_NARROW: Final = 1240
"""Under this width the side list shows icons only."""


class OfficeWindow(QMainWindow):
    """The window. `desk` is what all its pages share.

    The first picture shows the menus and the start page alone; the frame is made after it, one part at a time
    (`furnish`), and a page when it is first shown, so that neither the picture nor the person waits for what is not
    looked at. Until then nothing here may name `QtCore.Qt`: that makes all its hundred enumerations for Python, a
    tenth of the time to the first picture.

    Signals:
        painted: the first picture stands.
    """

    painted = Signal()

    actions_: Actions
    side: SideList
    inspector: Inspector
    palette_: Palette
    _records: RecordCommands

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self)
        interface.use(self.desk.settings.language)
        self.setWindowTitle("Showcase")
        self.setMinimumSize(1100, 680)
        self.resize(1440, 900)
        self._menus = {name: self.menuBar().addMenu(say(f"office.menu_{name}")) for name in _MENUS}
        self._body = QWidget()
        self.setCentralWidget(self._body)  # first, as a widget that moves has the style of all its parts looked up anew
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.pages = QStackedWidget()
        self._row.addWidget(self.pages, 1)
        self.start = StartPage()
        self.pages.addWidget(self.start)
        self.book = PageBook(self.desk, self.pages)
        self.wanted: Path | None = None
        self._unmade = self._make()
        self._is_painted = self._has_tools = self._is_furnished = self._is_ahead = False
        self._glance: Glance | None = None
        self._wants_inspector = True
        self._connect()
        self.restoreGeometry(QByteArray.fromBase64(self.desk.settings.window_state.partition(" ")[0].encode()))
        self.start.show_recent(self.desk.settings.recent)

    def furnish(self, *, whole: bool = True) -> bool:
        """Make the parts that are not made yet, or the next of them; return whether there are more."""
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
            case "recent":
                self.open(Path(value))
            case _:
                self._carry_out(name)

    def page(self, name: str) -> Any:
        """Return a page by its name."""
        return self.book.page(name)

    def open(self, path: Path) -> None:
        """Open an event file."""
        self.follow(self.desk.open(path), "office.doing_open")

    def choose_language(self, language: str) -> None:
        """Speak another language from now on; "" is the system's."""
        self.desk.configure("language", language)

    def choose_theme(self, name: str) -> None:
        """Use another theme from now on."""
        self.desk.configure("theme", name)

    def retranslate(self) -> None:
        """Say every text of the window again, and draw every icon in the colours of the theme."""
        for name, menu in self._menus.items():
            menu.setTitle(say(f"office.menu_{name}"))
        for widget in self.findChildren(QWidget):
            say_again: Callable[[], None] | None = getattr(widget, "retranslate", None)
            if say_again is not None:
                say_again()
        if self._has_tools:
            self._retranslate_tools()

    def _retranslate_tools(self) -> None:
        from showcase.qt import ownwords

        ownwords.use(interface.language)
        self.actions_.retranslate()
        if self._is_furnished:
            self._records.say_history()
        self._aside.setIcon(icon("panel-right", size=18))
        self._say_event()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Remember how the window stands and put the file away; ask first when work is under way."""
        if not self._may_leave():
            event.ignore()
            return
        if self._is_furnished:
            self.inspector.flush()
            self.desk.remember(window_state=f"{_spelt(self.saveGeometry())} {_spelt(self.saveState())}")
        self.hide()
        path = self.desk.path
        self.desk.shut_down()
        if path and self._glance:
            from showcase.office.glance import keep_glance

            keep_glance(path, self._glance)
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Go on with everything else once the first picture stands."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - as Qt declares it
        """Follow the system when it turns dark or light."""
        if event.type() == QEvent.Type.ThemeChange:
            QTimer.singleShot(0, self._follow_system)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Make room on small screens: the side list shows icons only."""
        super().resizeEvent(event)
        if self._has_tools:
            self.side.set_narrow(self.width() < theme.px(_NARROW))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - as Qt declares it
        """Take an event file, or a list while an event is open."""
        paths = self._list_dropped(event)
        if paths:
            event.acceptProposedAction()
            self._drop.show_for(paths[0])

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - as Qt declares it
        """Show the page again."""
        self._drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - as Qt declares it
        """Open the event, or look at the list."""
        self._drop.hide()
        paths = self._list_dropped(event)
        if paths:
            event.acceptProposedAction()
            if all(path.suffix.lower() in PICTURES for path in paths):
                self._take_pictures(paths)
            else:
                self.take(paths[0])

    def take(self, path: Path) -> None:
        """Open an event file, or look at a list; nothing is written yet."""
        if path.suffix.lower() == SUFFIX:
            self.open(path)
        elif self.desk.app and path.suffix.lower() in PICTURES:
            self._take_pictures([path])
        elif self.desk.app:
            self.side.choose("import")
            self.page("import").look_at(path)

    def _take_pictures(self, paths: list[Path]) -> None:
        """Show pictures at the product that is open in the panel, or keep them among the pictures of the event."""
        form = self.inspector.form
        table = self.table_shown()
        if table is not None and table.listing.name == "products" and form is not None:
            form.take_pictures(paths)
        else:
            self.side.choose("media")
            self.page("media").take_pictures(paths)

    def _list_dropped(self, event: QDropEvent) -> list[Path]:
        from showcase.office.dropping import list_dropped

        return list_dropped(event, with_lists=self.desk.app is not None)

    def _carry_out(self, name: str) -> None:
        from showcase.office.windowcommands import commands_of

        known = commands_of(self) | (self._records.commands() if self._is_furnished else {})
        known[name]()

    def _go_on(self) -> None:
        """Make the next part; open the event that was asked for once it can be shown."""
        if self.wanted and self._has_tools:
            from showcase.office.glance import find_glance

            glance = find_glance(self.wanted) if not self._is_ahead else None
            if glance is None:
                wanted, self.wanted = self.wanted, None
                self.open(wanted)
            elif self.book.has("overview"):
                self._show_ahead(glance)
                QTimer.singleShot(_PAINT_MS, self._go_on)
                return
        if self.furnish(whole=False):
            QTimer.singleShot(_PAUSE_MS, self._go_on)

    def _connect(self) -> None:
        self.painted.connect(self._go_on)
        self.start.chosen.connect(self.do)
        self.start.recent_chosen.connect(lambda path: self.open(Path(path)))
        self.desk.opened.connect(self._on_opened)
        self.desk.closed.connect(self._on_closed)
        self.desk.ending.connect(self._keep_glance)
        self.desk.changed.connect(self._on_changed)
        self.desk.refused.connect(self._on_refused)
        self.desk.hurt.connect(self.book.show_hurt)
        self.desk.wanted.connect(self._on_wanted)
        self.desk.configured.connect(self._on_configured)
        self.desk.tasks.broken.connect(crash.show)
        self.desk.tasks.busy.connect(lambda _count: self._say_event())
        interface.changed.connect(self.retranslate)

    def _make(self) -> Iterator[None]:
        """Make one part after the other; each takes less than 50 ms."""
        self.start.finish()
        yield
        from showcase.office.actions import Actions

        self.actions_ = Actions(self, self.do, self._menus)
        yield
        from showcase.office.side import SideList

        self.side = SideList()
        self._make_bars()
        self._has_tools = True
        self._retranslate_tools()
        self._show_event(is_open=False)
        yield
        import showcase.office.overview  # noqa: F401 - it takes as long as to make the page

        yield
        self.book.page("overview")  # the event that is wanted is opened while the rest is made
        yield
        yield from self._make_panels()
        self._is_furnished = True
        self._show_event(is_open=self.desk.app is not None)

    def _make_bars(self) -> None:
        from showcase.office.dropping import DropGround
        from showcase.office.words import EventWords

        self._words = EventWords(self.actions_.tools, self.statusBar())
        self.statusBar().hide()
        self._aside = QToolButton()
        self._aside.setDefaultAction(self.actions_.by_name["inspector"])
        self._aside.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonIconOnly)
        tools = self.actions_.tools
        tools.addWidget(self._aside)
        tools.hide()
        self.addToolBar(tools)
        self.side.hide()
        self.side.set_narrow(self.width() < theme.px(_NARROW))
        self.side.chosen.connect(self._on_page)
        self.book.counted.connect(self.side.set_count)
        self.book.picked.connect(self._on_picked)
        self._row.insertWidget(0, self.side)
        self._drop = DropGround(self._body)
        self.setAcceptDrops(True)
        self.actions_.show_choice("theme", self.desk.settings.theme)
        self.actions_.show_choice("language", self.desk.settings.language)

    def _make_panels(self) -> Iterator[None]:
        from showcase.office.inspecting.dock import WIDTH, Inspector

        yield
        self.inspector = Inspector(self.desk)
        self.inspector.hide()
        yield
        self.addDockWidget(QtCore.Qt.DockWidgetArea.RightDockWidgetArea, self.inspector)
        self.resizeDocks([self.inspector], [WIDTH], QtCore.Qt.Orientation.Horizontal)
        state = self.desk.settings.window_state.partition(" ")[2]
        self.restoreState(QByteArray.fromBase64(state.encode()))
        yield
        from showcase.office.palette import Palette
        from showcase.office.recordcommands import RecordCommands

        self.palette_ = Palette(self, self.desk, self.actions_.all_of)
        self._records = RecordCommands(self.desk, self.actions_, self.inspector, self._shown)
        self.desk.command.connect(self.do)

    def _shown(self) -> tuple[Any, TablePage | None]:
        """Return the page that is shown, and again when it is a table."""
        return self.pages.currentWidget(), self.table_shown()

    def follow(self, task: Task[Any], key: str) -> None:
        """Show a task on the start page, or on the overview's place when an event is open."""
        self.start.progress.follow(task, lambda: say(key))
        self.start.messages.clear()
        self.start.set_busy(True)
        task.ended.connect(lambda: self.start.set_busy(False))

    def _show_ahead(self, glance: Glance) -> None:
        """Show what the overview showed when the event was put away, before it is open."""
        self._is_ahead = True
        self.page("overview").show_glance(glance)
        for name, count in glance.counts.items():
            self.side.set_count(name, count)
        for bar in (self.side, self.actions_.tools, self.statusBar()):
            bar.show()
        self.side.choose("overview")
        self._say_event()

    def _keep_glance(self) -> None:
        """Read what is to be shown first when the event is opened again; it is kept once the file is put away."""
        try:
            self._glance = self.page("overview").glance(self.side.counts) if self.book.has("overview") else None
        except UserError:  # the file is gone, as when its stick was pulled out
            self._glance = None

    def _on_opened(self) -> None:
        self._show_event(is_open=True)
        self.start.messages.clear()
        self.book.clear()
        self.book.reload()
        if not self._is_ahead:
            self.side.choose("overview")
        self._is_ahead = False
        self.desk.edits.look()
        self.desk.look_after()

    def _on_closed(self) -> None:
        self._is_ahead = False
        self._show_event(is_open=False)
        self.side.choose_none()
        self.pages.setCurrentWidget(self.start)
        self.start.show_recent(self.desk.settings.recent)

    def _show_event(self, *, is_open: bool) -> None:
        self.side.setVisible(is_open)
        self.actions_.show_event(is_open)
        self.actions_.tools.setVisible(is_open)
        self.statusBar().setVisible(is_open)
        self.actions_.show_recent(self.desk.settings.recent)
        self._show_inspector()
        self._say_event()

    def _say_event(self) -> None:
        self.setWindowTitle(self._words.say(self.desk))

    def _on_page(self, name: str) -> None:
        self.book.show(name)
        self._show_inspector()
        table = self.table_shown()
        if table is not None:
            self.furnish()
            self.inspector.show_records(name, table.selected())
            table.table.setFocus()

    def _show_inspector(self) -> None:
        fits = self.table_shown() is not None and self.desk.app is not None
        self.actions_.by_name["inspector"].setEnabled(fits)
        self.actions_.by_name["inspector"].setChecked(fits and self._wants_inspector)
        if self._is_furnished:
            self.inspector.setVisible(fits and self._wants_inspector)
            self._records.fit(self.table_shown() if fits else None)

    def table_shown(self) -> TablePage | None:
        """Return the table page that is shown, if one is."""
        return self.book.shown_table()

    def toggle_inspector(self) -> None:
        """Show the panel beside tables, or put it away."""
        self._wants_inspector = not self._wants_inspector
        self._show_inspector()

    def _on_picked(self, page: TablePage) -> None:
        if page is self.table_shown() and self._is_furnished:
            self.inspector.show_records(page.listing.name, page.selected())
            self._records.fit(page)

    def _on_changed(self, tables: frozenset[str]) -> None:
        self.book.reload(tables)
        self.desk.edits.look()
        self._say_event()

    def _on_configured(self, name: str) -> None:
        """Look as a setting says that somebody chose; a language is followed through the interface."""
        if name in {"theme", "text_size"}:
            self.retranslate()
        if name in {"theme", "language"} and self._has_tools:
            self.actions_.show_choice(name, getattr(self.desk.settings, name))

    def _on_refused(self, error: UserError) -> None:
        page: Any = self.pages.currentWidget()
        page.messages.show_error(error)

    def _on_wanted(self, target: str) -> None:
        """Show a page, narrowed to what was asked for."""
        name, _, query = target.partition("?")
        self.side.choose(name)
        show: Callable[[str], None] | None = getattr(self.page(name), "show_query", None)
        if query and show is not None:
            show(query)

    def _may_leave(self) -> bool:
        if not any(getattr(page, "is_busy", False) for page in self.book.made()):
            return True
        from showcase.office.asking import ask_leave

        return ask_leave(self)

    def _follow_system(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.property("dark") != theme.is_dark():
            theme.apply(app)
            self.retranslate()


def _spelt(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode()


def run(path: Path | None) -> int:
    """Open the window on an event file, on the last event, or on the start page, and stay until it is closed.

    Ctrl+C and SIGTERM close it as its close button does.
    """
    app = theme.make_application()
    settings = load()
    theme.choose(app, settings.theme, settings.text_size)
    window = OfficeWindow()
    crash.catch()
    last = settings.last_event if settings.reopen else ""
    window.wanted = path or (Path(last) if last and Path(last).is_file() else None)
    signals = Signals(window.close)
    window.painted.connect(signals.listen)
    window.show()
    try:
        return app.exec()
    finally:
        signals.close()
