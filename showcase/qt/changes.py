"""What changed in the database, as a Qt signal: emitted in the writing thread, heard in the thread of the listener."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Watched(Protocol):
    """What tells about changes: a `showcase.store.database.Database`."""

    def on_change(self, listener: Callable[[frozenset[str]], None], /) -> Callable[[], None]:
        """Call `listener` with the names of changed tables after each commit; return what ends that."""


class Changes(QObject):
    """Changes of one database.

    Signals:
        changed: the names of the changed tables, as a frozenset.
    """

    changed = Signal(object)

    def __init__(self, database: Watched, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = database.on_change(self.changed.emit)

    def close(self) -> None:
        """Hear nothing more."""
        self._end()
