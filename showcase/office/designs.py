"""Designs of the event on the print page: added from a file, saved as a copy to be changed, taken away and put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from showcase.office.labels import local
from showcase.paths import documents_folder
from showcase.qt.translate import explain, say

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.documents.template import Template
    from showcase.errors import UserError
    from showcase.office.bars import Messages
    from showcase.office.desk import Desk

_KINDS: Final = "JSON (*.json)"
_SHOWN: Final = 12
"""Mistakes of a file that are said at once; the rest are counted."""


class DesignMenu(QPushButton):
    """The button below the choice of a design, with what can be done with designs of the event."""

    def __init__(self) -> None:
        super().__init__()
        menu = QMenu(self)
        self.add, self.save, self.remove = (QAction(menu) for _ in range(3))
        for action in (self.add, self.save, self.remove):
            menu.addAction(action)
        self.setMenu(menu)

    def show_design(self, template: Template | None) -> None:
        """Offer what can be done with the design that is chosen; only those of the event can be taken away."""
        self.save.setEnabled(template is not None)
        self.remove.setVisible(template is not None and template.own)

    def retranslate(self) -> None:
        """Say it again."""
        self.setText(say("templates.menu"))
        self.add.setText(say("templates.do_add"))
        self.save.setText(say("templates.do_save"))
        self.remove.setText(say("templates.do_remove"))


class Designs:
    """Does what the menu offers.

    Args:
        desk: the open event.
        parent: of the dialogs.
        messages: where it is said what came of it.
        chosen: gives the design that is chosen.
        done: is told which design is to be chosen now, "" where that does not matter.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        messages: Messages,
        chosen: Callable[[], Template | None],
        done: Callable[[str], None],
    ) -> None:
        self._desk, self._parent, self._messages, self._chosen, self._done = desk, parent, messages, chosen, done

    def follow(self, menu: DesignMenu) -> None:
        """Do what is chosen in a menu."""
        menu.add.triggered.connect(self.ask_add)
        menu.save.triggered.connect(self.ask_save)
        menu.remove.triggered.connect(self.remove)

    def ask_add(self) -> None:
        """Ask for a file, and keep its design in the event."""
        name, _ = QFileDialog.getOpenFileName(self._parent, say("templates.do_add"), str(documents_folder()), _KINDS)
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Keep the design of a file in the event; mistakes are all said."""
        self._desk.run(lambda app, _progress: _add(app, path), self._on_added, lane="write", failed=self._on_refused)

    def ask_save(self) -> None:
        """Ask for a place, and write the chosen design there as a copy that can be changed."""
        template = self._chosen()
        if template is None:
            return
        start = template.id if template.own else f"our-{template.id}"
        place = str(documents_folder() / f"{start}.json")
        name, _ = QFileDialog.getSaveFileName(self._parent, say("templates.do_save"), place, _KINDS)
        if name:
            path = Path(name)
            self.save(template, path if path.suffix.lower() == ".json" else path.with_name(path.name + ".json"))

    def save(self, template: Template, path: Path) -> None:
        """Write a copy of a design."""
        self._desk.run(
            lambda app, _progress: _save(app, template.id, path),
            lambda _none: self._messages.show_text("good", lambda: say("templates.copied", file=path.name)),
            failed=self._messages.show_error,
        )

    def remove(self) -> None:
        """Take the chosen design out of the event; it can be put back."""
        template = self._chosen()
        if template is None or not template.own:
            return
        self._desk.run(
            lambda app, _progress: _remove(app, template.id),
            lambda _none: self._on_removed(template),
            lane="write",
            failed=self._messages.show_error,
        )

    def restore(self, template: Template) -> None:
        """Put a design back that was taken out."""
        self._desk.run(
            lambda app, _progress: _restore(app, template.id),
            self._on_added,
            lane="write",
            failed=self._messages.show_error,
        )

    def _on_added(self, template: Template) -> None:
        self._messages.show_text(
            "good", lambda: say("templates.added", template=local(template.name), version=template.version)
        )
        self._done(template.id)

    def _on_removed(self, template: Template) -> None:
        self._messages.show_text(
            "good",
            lambda: say("templates.removed", template=local(template.name)),
            ("templates.put_back", lambda: self.restore(template)),
        )
        self._done("")

    def _on_refused(self, error: UserError) -> None:
        mistakes = error.params.get("mistakes", ())
        if not mistakes:
            self._messages.show_error(error)
            return

        def said() -> str:
            more = (say("templates.more", n=len(mistakes) - _SHOWN),) if len(mistakes) > _SHOWN else ()
            return "\n".join((*(explain(mistake) for mistake in mistakes[:_SHOWN]), *more))

        self._messages.show_text("error", said)


def _add(app: App, path: Path) -> Template:
    from showcase.documents.designs import add_design

    with app.transaction() as session:
        return add_design(session, path)


def _save(app: App, name: str, path: Path) -> None:
    from showcase.documents.designs import export_design
    from showcase.printing.files import written_beside

    with app.reading() as session:
        text = export_design(session, name)
    with written_beside(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _remove(app: App, name: str) -> None:
    from showcase.documents.designs import remove_design

    with app.transaction() as session:
        remove_design(session, name)


def _restore(app: App, name: str) -> Template:
    from showcase.documents.designs import restore_design

    with app.transaction() as session:
        return restore_design(session, name)
