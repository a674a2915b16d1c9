"""Files that are dragged onto the window: which of them it takes, and what lies over the page meanwhile."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from showcase.office import lists
from showcase.office.desk import PICTURES, SUFFIX
from showcase.qt.translate import say

_MARGIN: Final = 10


def list_dropped(event: QDropEvent, *, with_lists: bool) -> list[Path]:
    """Return the event files of a drag, and the lists and pictures while an event is open to take them."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    taken = {SUFFIX, *((*lists.SUFFIXES, *PICTURES) if with_lists else ())}
    return [path for path in paths if path.suffix.lower() in taken]


class DropGround(QLabel):
    """Says over the whole page what letting go will do."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("role", "drop")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def show_for(self, path: Path) -> None:
        """Say what becomes of a file."""
        self.setGeometry(self._page.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        kind = path.suffix.lower()
        key = "drop_event" if kind == SUFFIX else "drop_pictures" if kind in PICTURES else "drop_list"
        self.setText(say(f"office.{key}"))
        self.show()
        self.raise_()
