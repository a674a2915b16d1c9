"""The commands of the window: each once, in menus and tool bar, with its key."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from showcase.messages import LANGUAGES
from showcase.office.pages import NAMES
from showcase.qt.images import GAP, icon
from showcase.qt.theme import THEMES
from showcase.qt.translate import say

_ICON: Final = 18


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `needs_event`: it is off while no event is open."""

    name: str
    keys: str = ""
    icon: str = ""
    needs_event: bool = False
    checkable: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


COMMANDS: Final = (
    Command("create", "Ctrl+Shift+N", "file-plus"),
    Command("open", "Ctrl+O", "folder-open"),
    Command("sample", "", "leaf"),
    Command("import", "Ctrl+I", "file-input", needs_event=True),
    Command("print", "Ctrl+P", "printer", needs_event=True),
    Command("copy", "Ctrl+Shift+S", needs_event=True),
    Command("close", "Ctrl+W", needs_event=True),
    Command("quit", "Ctrl+Q", role=QAction.MenuRole.QuitRole),
    Command("undo", "Ctrl+Z", "undo-2", needs_event=True),
    Command("redo", "Ctrl+Shift+Z", "redo-2", needs_event=True),
    Command("new", "Ctrl+N", "plus", needs_event=True),
    Command("duplicate", "Ctrl+D", "copy", needs_event=True),
    Command("delete", "Del", "trash-2", needs_event=True),
    Command("restore", "Ctrl+R", "archive-restore", needs_event=True),
    Command("rename", "F2", "pencil", needs_event=True),
    Command("paste", "Ctrl+Shift+V", "clipboard-paste", needs_event=True),
    Command("history", "Ctrl+H", "history", needs_event=True),
    Command("palette", "Ctrl+K", "command", needs_event=True),
    Command("settings", "Ctrl+,", "settings", needs_event=True),
    Command("find", "Ctrl+F", "search", needs_event=True),
    Command("inspector", "F9", "panel-right", needs_event=True, checkable=True),
    Command("next_panel", "F6"),
    Command("whole_page", "Ctrl+0", needs_event=True),
    Command("zoom_in", "Ctrl++", needs_event=True),
    Command("zoom_out", "Ctrl+-", needs_event=True),
    Command("about", role=QAction.MenuRole.AboutRole),
)
_MENUS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "file",
        (
            "create",
            "open",
            "recent",
            "sample",
            "|",
            "import",
            "print",
            "|",
            "copy",
            "|",
            "settings",
            "|",
            "close",
            "quit",
        ),
    ),
    (
        "edit",
        (
            "undo",
            "redo",
            "history",
            "|",
            "new",
            "duplicate",
            "rename",
            "delete",
            "restore",
            "paste",
            "|",
            "palette",
            "find",
        ),
    ),
    (
        "view",
        ("pages", "|", "inspector", "next_panel", "|", "whole_page", "zoom_in", "zoom_out", "|", "theme", "language"),
    ),
    ("help", ("about",)),
)
_TOOLS: Final = ("new", "import", "|", "undo", "redo", "|", "print", "|", "delete", "|", "palette")
_ALONE: Final = frozenset({"undo", "redo", "delete"})
"""Tools whose icon says enough; their words are in the tip."""
RECORD_COMMANDS: Final = ("new", "duplicate", "rename", "delete", "restore")
"""What is done to the records of a table."""


class Actions:
    """The actions of a window, its menus and its tool bar.

    Attributes:
        tools: the tool bar; there is room at its right.

    Args:
        window: the window.
        do: carries out a command.
        menus: the empty menus of the bar.
    """

    def __init__(self, window: QMainWindow, do: Callable[[str], None], menus: Mapping[str, QMenu]) -> None:
        self._window = window
        self._do = do
        self.by_name = {command.name: self._make(command) for command in COMMANDS}
        self._menus = dict(menus)
        self._choices: dict[str, QAction] = {}
        self.recent: tuple[str, ...] = ()
        self._make_menus()
        self.tools = self._make_tools()

    def show_event(self, is_open: bool) -> None:
        """Switch off what needs an event while none is open."""
        for command in COMMANDS:
            if command.needs_event:
                self.by_name[command.name].setEnabled(is_open)
        self._menus["pages"].setEnabled(is_open)

    def show_choice(self, kind: str, value: str) -> None:
        """Mark the theme or language in use."""
        self._choices[f"{kind}:{value}"].setChecked(True)

    def show_recent(self, paths: Iterable[str]) -> None:
        """Fill the menu of events that were open before."""
        self.recent = tuple(paths)
        menu = self._menus["recent"]
        menu.clear()
        for path in self.recent:
            self._add_entry(menu, f"recent:{path}").setText(path.replace("&", "&&"))
        menu.setEnabled(bool(self.recent))

    def all_of(self) -> list[QAction]:
        """Return every command, for those who find them by their words."""
        return [*self.by_name.values(), *self._choices.values()]

    def show_history(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; "" switches them off."""
        for name, what in (("undo", undo), ("redo", redo)):
            action = self.by_name[name]
            action.setEnabled(bool(what))
            text = say(f"office.act_{name}_what", what=what) if what else say(f"office.act_{name}")
            action.setText(text.replace("&", "&&") if what else text)
            action.setToolTip(_tip(text, action.shortcut()))

    def retranslate(self) -> None:
        """Say every command again, in the colours of the theme."""
        for command in COMMANDS:
            action = self.by_name[command.name]
            action.setText(say(f"office.act_{command.name}"))
            action.setToolTip(_tip(say(f"office.act_{command.name}"), action.shortcut()))
            if command.icon:
                wide = command.name in _TOOLS and command.name not in _ALONE
                action.setIcon(icon(command.icon, size=_ICON, gap=GAP if wide else 0))
        for name, menu in self._menus.items():
            menu.setTitle(say(f"office.menu_{name}"))
        for name, action in self._choices.items():
            kind, value = name.split(":")
            action.setText(say(f"office.{kind}_{value or 'system'}"))
        for place, page in enumerate(NAMES):
            self._menus["pages"].actions()[place].setText(say(f"office.page_{page}"))

    def _make(self, command: Command) -> QAction:
        action = QAction(self._window)
        action.setMenuRole(command.role)
        action.setCheckable(command.checkable)
        if command.keys:
            action.setShortcut(QKeySequence(command.keys))
        action.triggered.connect(lambda: self._do(command.name))
        self._window.addAction(action)
        return action

    def _make_menus(self) -> None:
        for name, entries in _MENUS:
            menu = self._menus[name]
            for entry in entries:
                if entry == "|":
                    menu.addSeparator()
                elif entry in self.by_name:
                    menu.addAction(self.by_name[entry])
                else:
                    self._menus[entry] = menu.addMenu("")
        for place, page in enumerate(NAMES):
            go = self._add_entry(self._menus["pages"], f"page:{page}")
            if place < 9:
                go.setShortcut(QKeySequence(f"Ctrl+{place + 1}"))
        self._add_choices("theme", THEMES)
        self._add_choices("language", ("", *LANGUAGES))
        self.show_recent(())

    def _add_choices(self, kind: str, values: Iterable[str]) -> None:
        group = QActionGroup(self._window)
        for value in values:
            action = self._add_entry(self._menus[kind], f"{kind}:{value}")
            action.setCheckable(True)
            group.addAction(action)
            self._choices[f"{kind}:{value}"] = action

    def _add_entry(self, menu: QMenu, command: str) -> QAction:
        action = QAction(menu)
        action.triggered.connect(lambda: self._do(command))
        menu.addAction(action)
        return action

    def _make_tools(self) -> QToolBar:
        bar = QToolBar(self._window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setIconSize(QSize(_ICON + GAP, _ICON))
        bar.toggleViewAction().setVisible(False)
        for name in _TOOLS:
            if name == "|":
                bar.addSeparator()
            else:
                bar.addAction(self.by_name[name])
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in _ALONE:
            button = bar.widgetForAction(self.by_name[name])
            assert isinstance(button, QToolButton)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(_ICON, _ICON))
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        return bar


def _tip(text: str, keys: QKeySequence) -> str:
    """Return what a tool tip says: the command and its key."""
    plain, spelt = text.replace("&", "").rstrip("…"), keys.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain} ({spelt})" if spelt else plain
