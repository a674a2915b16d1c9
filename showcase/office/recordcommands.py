"""What the menus do to the records of the table that is shown, and what undo and redo are called."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from showcase.office.actions import RECORD_COMMANDS, Actions
from showcase.office.bars import works
from showcase.office.desk import Desk
from showcase.office.inspecting.dock import Inspector
from showcase.qt.translate import explain, say

if TYPE_CHECKING:
    from showcase.office.tables import TablePage
    from showcase.store.journal import EntryRecord


class RecordCommands(QObject):
    """The commands new, duplicate, rename, delete and restore; and the words of undo and redo.

    Args:
        desk: the open event.
        actions: of the menus.
        inspector: the panel.
        shown: gives the page that is shown, and again when it is a table.
    """

    def __init__(
        self, desk: Desk, actions: Actions, inspector: Inspector, shown: Callable[[], tuple[Any, TablePage | None]]
    ) -> None:
        super().__init__(desk)
        self._desk, self._actions, self._inspector, self._shown = desk, actions, inspector, shown
        desk.edits.history.connect(self.say_history)
        desk.edits.turned.connect(self._on_turned)
        desk.edits.turning.connect(lambda task: works.begun.emit(task, lambda: say("office.doing_turn")))
        desk.menu.connect(self._open_menu)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return name -> what it does."""
        return {name: partial(self._edit, name) for name in RECORD_COMMANDS}

    def fit(self, page: TablePage | None) -> None:
        """Switch off what cannot be done to what is selected."""
        chosen = len(page.selected()) if page else 0
        in_bin = page is not None and page.asked.filter == "deleted"
        fits = {
            "new": self._desk.app is not None,
            "duplicate": chosen == 1 and not in_bin and page is not None and page.listing.creates,
            "rename": chosen == 1 and not in_bin,
            "delete": chosen > 0 and not in_bin,
            "restore": chosen > 0 and in_bin,
        }
        for name, possible in fits.items():
            self._actions.by_name[name].setEnabled(possible)

    def say_history(self) -> None:
        """Name what undo and redo would do."""
        entries = (self._desk.edits.undoable, self._desk.edits.redoable)
        undo, redo = (explain(entry.label.message()) if entry else "" for entry in entries)
        self._actions.show_history(undo, redo)

    def _edit(self, how: str) -> None:
        _page, table = self._shown()
        if table is None:
            if how == "new":  # from any other page: what coordinators add most
                self._desk.wanted.emit("organisations")
                self._edit(how)
            return
        if how in {"new", "rename"} and not self._actions.by_name["inspector"].isChecked():
            self._actions.by_name["inspector"].trigger()
        match how:
            case "new" if table.listing.creates:
                self._inspector.show_draft(table.listing.name)
            case "new":
                table.ask_pictures()
            case "rename":
                self._inspector.focus_name()
            case _:
                table.edit(how)

    def _open_menu(self, spot: Any) -> None:
        menu = QMenu()
        for name in RECORD_COMMANDS:
            menu.addAction(self._actions.by_name[name])
        menu.exec(spot)

    def _on_turned(self, entry: EntryRecord, back: bool) -> None:
        """Say on the page that is shown what was undone."""
        page, _table = self._shown()
        key = "office.undone" if back else "office.redone"
        page.messages.show_text("good", lambda: say(key, what=explain(entry.label.message())))
