"""The side list: the pages of the window, with how much is in each."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from showcase.office.delegates import COUNT, GROUP, ICON, NARROW, SideDelegate, side_icon
from showcase.office.pages import NAMES, PAGES
from showcase.qt.theme import px
from showcase.qt.translate import number, say

WIDE: Final = 204
NARROW_WIDTH: Final = 46
_WIDEST: Final = 340
_NAME: Final = int(Qt.ItemDataRole.UserRole)


class SideList(QListWidget):
    """The list at the left.

    Signals:
        chosen: the name of the page.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self.setItemDelegate(SideDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._is_narrow = False
        self._entries: dict[str, QListWidgetItem] = {}
        self._counts: dict[str, int] = {}
        group = ""
        for page in PAGES:
            if page.group != group:
                group = page.group
                head = QListWidgetItem(self)
                head.setData(GROUP, group)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
            entry = QListWidgetItem(self)
            entry.setData(ICON, page.icon)
            entry.setData(_NAME, page.name)
            self._entries[page.name] = entry
        self.retranslate()
        self.currentItemChanged.connect(self._on_current)

    def choose(self, page: str) -> None:
        """Make a page the current one."""
        self.setCurrentItem(self._entries[page])

    @property
    def counts(self) -> dict[str, int]:
        """How much is in each page that says so."""
        return dict(self._counts)

    def choose_none(self) -> None:
        """Make no page the current one."""
        self.setCurrentRow(-1)

    def set_count(self, page: str, count: int) -> None:
        """Show how much is in a page."""
        self._counts[page] = count
        self._entries[page].setData(COUNT, number(count))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        self._is_narrow = narrow
        self._measure()
        for row in range(self.count()):
            self.item(row).setData(NARROW, narrow)
        self.doItemsLayout()

    def retranslate(self) -> None:
        """Say every word again, as large as the text is set."""
        self._measure()
        self.setAccessibleName(say("shell.name_pages"))
        for row in range(self.count()):
            item = self.item(row)
            group, page = item.data(GROUP), item.data(_NAME)
            text = say(f"office.group_{group}") if group else say(f"office.page_{page}")
            item.setText(text)
            if page:
                place = NAMES.index(page) + 1
                item.setToolTip(f"{text} (Ctrl+{place})" if place < 10 else text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        for page, count in self._counts.items():
            self.set_count(page, count)

    def _measure(self) -> None:
        self.setFixedWidth(NARROW_WIDTH - 16 + side_icon() if self._is_narrow else px(WIDE, _WIDEST))
        self.scheduleDelayedItemsLayout()

    def _on_current(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(current.data(_NAME))
