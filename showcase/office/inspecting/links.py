"""Fields that point to other records: each is a plate that leads there, more are found by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from showcase.office.desk import Desk
from showcase.office.inspecting.fields import Field
from showcase.office.labels import empty
from showcase.qt.images import icon
from showcase.qt.translate import say

if TYPE_CHECKING:
    from showcase.app import App

_FOUND: Final = int(Qt.ItemDataRole.UserRole)
_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class Link:
    """A record that a field points to.

    Attributes:
        value: it as edits take it: an id, a ref, (hall, code) or (id, part).
        text: what it is called.
        target: where a click leads, "" for nowhere.
    """

    value: Any
    text: str
    target: str = ""


Finder = Callable[["App", str], Sequence[Link]]
"""(event, what was typed) -> records that it may mean, the best first; all when nothing was typed and they are few."""


class LinksField(Field):
    """Any number of links, or one.

    Args:
        name: of the field.
        desk: the open event.
        find: finds records to point to.
        single: there is at most one.
        needed: the one cannot be taken away, only replaced.
    """

    def __init__(self, name: str, desk: Desk, find: Finder, *, single: bool = False, needed: bool = False) -> None:
        self._desk, self._find, self._single, self._needed = desk, find, single, needed
        self._links: list[Link] = []
        self._was: list[Link] = []
        self._asked = 0
        super().__init__(name)

    def build(self) -> None:
        """Make the plates, the line to type in, and the list of what was found."""
        self._plates = QVBoxLayout()
        self._plates.setSpacing(3)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._search)
        self.found = QListWidget()
        self.found.setObjectName("found")
        self.found.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.hide()
        self.found.itemClicked.connect(self._take)
        self.column.addLayout(self._plates)
        self.column.addWidget(self.line)
        self.column.addWidget(self.found)

    def show_value(self, value: Any) -> None:
        """Show links."""
        self._links = list(value or ())
        self._was = list(self._links)
        self._show()
        self._close()
        self.show_wrong(None)

    def value(self) -> Any:
        """Return what is pointed to, as edits take it."""
        values = [link.value for link in self._links]
        return (values[0] if values else None) if self._single else values

    def links(self) -> Sequence[Link]:
        """Return what is pointed to, with what it is called."""
        return tuple(self._links)

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Walk through what was found with the arrows, take it with Enter, put the list away with Esc or by leaving."""
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            self._search(self.line.text())
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            self._close()  # a click into the list leaves the cursor here
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if self.found.isVisible():
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.found.setCurrentRow(max(0, min(self.found.count() - 1, self.found.currentRow() + step)))
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.found.isVisible() and self.found.currentRow() >= 0:
                self._take(self.found.currentItem())
                return True
            case Qt.Key.Key_Escape if self.found.isVisible():
                self._close()
                return True
        return False

    def _search(self, text: str) -> None:
        self._asked += 1
        asked = self._asked
        if self._desk.app is None:
            return
        self._desk.run(
            lambda app, _progress: self._find(app, text.strip()),
            lambda links: self._on_found(links) if asked == self._asked else None,
        )

    def _on_found(self, links: Sequence[Link]) -> None:
        if not self.line.hasFocus():
            return
        present = {str(link.value) for link in self._links}
        self.found.clear()
        for link in links:
            if str(link.value) not in present:
                item = QListWidgetItem(link.text, self.found)
                item.setData(_FOUND, link)
        count = self.found.count()
        self.found.setVisible(count > 0)
        self.found.setFixedHeight(min(_ROWS, max(1, count)) * 26 + 4)
        if self.line.text() and count:
            self.found.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        link: Link = item.data(_FOUND)
        self._links = [link] if self._single else [*self._links, link]
        self.line.clear()
        self._close()
        self._say()

    def _drop(self, link: Link) -> None:
        self._links.remove(link)
        self._say()

    def _say(self) -> None:
        self._show()
        was = [link.value for link in self._was]
        self.say(self.value(), (was[0] if was else None) if self._single else was)

    def _close(self) -> None:
        self.found.hide()
        self.found.clear()

    def _show(self) -> None:
        self.line.setPlaceholderText(say("office.link_replace" if self._single else "office.link_add"))
        empty(self._plates)
        for link in self._links:
            self._plates.addWidget(self._plate(link))

    def _plate(self, link: Link) -> QWidget:
        plate = QWidget()
        plate.setObjectName("linkplate")
        plate.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(plate)
        row.setContentsMargins(8, 2, 2, 2)
        row.setSpacing(4)
        go = QPushButton(link.text.replace("&", "&&"))
        go.setProperty("kind", "link")
        go.setProperty("named", True)
        go.setAccessibleName(say("office.go_to", what=link.text))
        go.setToolTip(link.text)
        go.setMinimumWidth(40)
        go.setEnabled(bool(link.target))
        go.clicked.connect(lambda: self._desk.wanted.emit(link.target))
        row.addWidget(go, 1, Qt.AlignmentFlag.AlignLeft)
        if not (self._single and self._needed):
            away = QToolButton()
            away.setIcon(icon("x", "sub", 14))
            away.setIconSize(QSize(14, 14))
            away.setProperty("named", True)
            away.setAccessibleName(say("office.take_away", what=link.text))
            away.setToolTip(away.accessibleName())
            away.clicked.connect(lambda: self._drop(link))
            row.addWidget(away)
        return plate


class RelatedField(Field):
    """Records that point to the one shown: links to read, and a way to see them as a table.

    Args:
        name: of the field.
        desk: the open event.
        find: (event, record) -> the links.
    """

    def __init__(self, name: str, desk: Desk, find: Callable[[App, Any], Sequence[Link]]) -> None:
        self._desk, self._find = desk, find
        self._record: Any = None
        super().__init__(name)

    def build(self) -> None:
        """Make the place of the links."""
        self._plates = QVBoxLayout()
        self._plates.setSpacing(2)
        self.column.addLayout(self._plates)

    def show_value(self, value: Any) -> None:
        """Find what belongs to a record, and show it."""
        self._record = value
        self.setVisible(False)
        if value is not None and self._desk.app is not None:
            self._desk.run(
                lambda app, _progress: self._find(app, value),
                lambda links: self._on_found(links) if value is self._record else None,
            )

    def value(self) -> Any:
        """Return nothing: it is edited where the others are."""
        return None

    def _on_found(self, links: Sequence[Link]) -> None:
        empty(self._plates)
        self.setVisible(bool(links))
        for link in links:
            go = QPushButton(link.text.replace("&", "&&"))
            go.setProperty("kind", "link")
            go.setProperty("named", True)
            go.setAccessibleName(say("office.go_to", what=link.text))
            go.clicked.connect(lambda _checked=False, target=link.target: self._desk.wanted.emit(target))
            self._plates.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
