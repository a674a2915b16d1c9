"""What people do to the catalogue from the window: each edit in the lane that writes, undo and redo for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from showcase.errors import UserError
from showcase.progress import Progress
from showcase.qt.tasks import Task

if TYPE_CHECKING:
    import uuid

    from showcase.app import App
    from showcase.catalogue.change import Change
    from showcase.catalogue.underlay import Underlay
    from showcase.office.desk import Desk
    from showcase.store.journal import EntryRecord

Failed = Callable[[UserError], object]


class Edits(QObject):
    """The edits of the open event.

    Attributes:
        undoable, redoable: the edit that undo takes back and the one that redo does again.

    Signals:
        turning: the task that takes an edit back or does it again.
        turned: (the edit, whether it was undone); it was taken back or done again.
        history: `undoable` or `redoable` is another one.
    """

    turning = Signal(object)
    turned = Signal(object, bool)
    history = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.undoable: EntryRecord | None = None
        self.redoable: EntryRecord | None = None

    def change(
        self,
        table: str,
        row_id: uuid.UUID,
        changes: Sequence[Change],
        *,
        answer: Callable[[bool], object] = bool,
        failed: Failed | None = None,
    ) -> None:
        """Change fields of one thing."""

        def work(app: App, _progress: Progress) -> bool:
            from showcase.people.editing import editing

            with app.transaction() as session:
                return editing.change(session, table, row_id, changes)

        self._desk.run(work, answer, lane="write", failed=failed, kept=True)

    def change_many(
        self, table: str, ids: Sequence[uuid.UUID], change: Change, answer: Callable[[int], object], failed: Failed
    ) -> Task[int]:
        """Set one field of many things; all of them or none."""

        def work(app: App, progress: Progress) -> int:
            from showcase.people.editing import editing

            with app.transaction() as session:
                return editing.change_many(session, table, ids, change, progress)

        return self._desk.run(work, answer, lane="write", failed=failed)

    def add(self, table: str, fields: Mapping[str, Any], answer: Callable[[uuid.UUID], object], failed: Failed) -> None:
        """Add one."""

        def work(app: App, _progress: Progress) -> uuid.UUID:
            from showcase.people.editing import editing

            with app.transaction() as session:
                return editing.add(session, table, fields)

        self._desk.run(work, answer, lane="write", failed=failed)

    def add_pictures(
        self, product: uuid.UUID | None, paths: Sequence[Path], answer: Callable[[int], object], failed: Failed
    ) -> Task[int]:
        """Keep pictures in the event, and show them at a product behind those it has; all of them or none."""

        def work(app: App, progress: Progress) -> int:
            from showcase.catalogue.picturing import add_pictures, read_pictures

            read = read_pictures(paths, progress)
            with app.transaction() as session:
                return add_pictures(session, product, read)

        return self._desk.run(work, answer, lane="write", failed=failed)

    def set_picture(
        self,
        table: str,
        row_id: uuid.UUID,
        field: str,
        path: Path,
        *,
        answer: Callable[[int], object],
        failed: Failed,
    ) -> Task[int]:
        """Keep a picture in the event and show it as the logo or photograph of something."""

        def work(app: App, progress: Progress) -> int:
            from showcase.catalogue.picturing import read_pictures
            from showcase.people.editing import set_picture

            (read,) = read_pictures([path], progress)
            with app.transaction() as session:
                set_picture(session, table, row_id, field, read)
            return 1

        return self._desk.run(work, answer, lane="write", failed=failed)

    def lay_drawing(
        self, hall: uuid.UUID, path: Path, answer: Callable[[Underlay], object], failed: Failed
    ) -> Task[Underlay]:
        """Keep a drawing in the event and lay it under a hall."""

        def work(app: App, progress: Progress) -> Underlay:
            from showcase.catalogue.underlaying import lay_drawing, read_drawing
            from showcase.printing.underlays import small_png

            read = read_drawing(path, small_png, progress)
            with app.transaction() as session:
                return lay_drawing(session, hall, read)

        return self._desk.run(work, answer, lane="write", failed=failed)

    def place_drawing(
        self,
        hall: uuid.UUID,
        placed: Underlay,
        was: Underlay,
        answer: Callable[[None], object],
        failed: Failed,
    ) -> None:
        """Lay the drawing under a hall elsewhere, or make it fainter or stronger."""

        def work(app: App, _progress: Progress) -> None:
            from showcase.catalogue.underlaying import place_drawing

            with app.transaction() as session:
                place_drawing(session, hall, placed, was)

        self._desk.run(work, answer, lane="write", failed=failed, kept=True)

    def remove_drawing(self, hall: uuid.UUID, failed: Failed) -> None:
        """Take the drawing away from under a hall."""

        def work(app: App, _progress: Progress) -> None:
            from showcase.catalogue.underlaying import remove_drawing

            with app.transaction() as session:
                remove_drawing(session, hall)

        self._desk.run(work, lambda _none: None, lane="write", failed=failed)

    def duplicate(self, table: str, row_id: uuid.UUID, answer: Callable[[uuid.UUID], object]) -> None:
        """Add a copy."""

        def work(app: App, _progress: Progress) -> uuid.UUID:
            from showcase.people.editing import editing

            with app.transaction() as session:
                return editing.duplicate(session, table, row_id)

        self._desk.run(work, answer, lane="write")

    def delete(self, table: str, ids: Sequence[uuid.UUID], answer: Callable[[None], object]) -> None:
        """Put things into the bin."""

        def work(app: App, _progress: Progress) -> None:
            from showcase.people.editing import editing

            with app.transaction() as session:
                editing.delete(session, table, ids)

        self._desk.run(work, answer, lane="write")

    def restore(self, table: str, ids: Sequence[uuid.UUID], answer: Callable[[None], object]) -> None:
        """Take things out of the bin."""

        def work(app: App, _progress: Progress) -> None:
            from showcase.people.editing import editing

            with app.transaction() as session:
                editing.restore(session, table, ids)

        self._desk.run(work, answer, lane="write")

    def undo(self) -> Task[EntryRecord]:
        """Take back the newest edit."""
        return self._turn("undo")

    def redo(self) -> Task[EntryRecord]:
        """Do the edit again that was taken back last."""
        return self._turn("redo")

    def undo_to(self, entry: EntryRecord) -> Task[EntryRecord]:
        """Take back an edit and all after it, or do again all up to it."""
        return self._turn("undo_to", entry)

    def look(self) -> None:
        """Find out what can be undone and redone now."""
        if self._desk.app is None:
            self._on_looked((None, None))
            return

        def work(app: App, _progress: Progress) -> tuple[EntryRecord | None, EntryRecord | None]:
            from showcase.store import journal

            with app.reading() as session:
                return journal.next_undo(session), journal.next_redo(session)

        self._desk.run(work, self._on_looked)

    def _on_looked(self, found: tuple[EntryRecord | None, EntryRecord | None]) -> None:
        self.undoable, self.redoable = found
        self.history.emit()

    def _turn(self, how: str, entry: EntryRecord | None = None) -> Task[EntryRecord]:
        def work(app: App, progress: Progress) -> EntryRecord:
            from showcase.catalogue import history

            with app.transaction() as session:
                if entry is not None:
                    return history.undo_to(session, entry.id, progress)
                return history.undo(session, progress) if how == "undo" else history.redo(session, progress)

        back = how == "undo" or (entry is not None and not entry.undone)
        task = self._desk.run(work, lambda done: self.turned.emit(done, back), lane="write")
        self.turning.emit(task)
        return task
