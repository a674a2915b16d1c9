"""Frozen records as a table, fetched page by page as the view scrolls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
RECORD: Final = int(Qt.ItemDataRole.UserRole)
"""The whole record of a row."""
MARK: Final = int(Qt.ItemDataRole.UserRole) + 1
"""What a delegate paints in place of the text."""
STYLE: Final = int(Qt.ItemDataRole.UserRole) + 2
"""How the text is set: "plain", "strong", "sub" or "number"."""
ICON: Final = int(Qt.ItemDataRole.UserRole) + 3
"""The icon before the text: its name and colour token."""
PAGE: Final = 100
"""Rows fetched at once: two screens, so that a table follows each key that is typed."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table of records.

    Attributes:
        heading: key of the heading's text.
        text: what it says of a record.
        width: pixels; 0 takes the room that is left.
        sort: the word the query sorts by, "" when it cannot.
        style: "plain", "strong", "sub" or "number" (right aligned).
        mark: what a delegate paints in place of the text.
        icon: the name and colour token of an icon before the text.
    """

    heading: str
    text: Callable[[Any], str]
    width: int
    sort: str = ""
    style: str = "plain"
    mark: Callable[[Any], Any] | None = None
    icon: Callable[[Any], tuple[str, str] | None] | None = None


def _extra(column: Column, record: Any, role: int) -> Any:
    """Return what delegates and pages ask for beyond the text."""
    if role == MARK:
        return column.mark(record) if column.mark else None
    if role == ICON:
        return column.icon(record) if column.icon else None
    return {RECORD: record, STYLE: column.style}.get(role)


class RecordModel(QAbstractTableModel):
    """Records in columns; `total` is how many there are, whether fetched or not.

    Signals:
        wanted: the view has scrolled to the end of what is fetched; the offset of the next page.
    """

    wanted = Signal(int)

    def __init__(self, columns: Sequence[Column], heading: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.total = 0
        self.told: dict[int, Callable[[Any], str]] = {}
        """Column -> what its cells are told as, where a delegate paints no text."""
        self._heading = heading
        self._records: list[Any] = []
        self._waiting = False

    def show(self, records: Sequence[Any], total: int) -> None:
        """Show the first page of a list of `total` records in place of what was there."""
        self.beginResetModel()
        self._records, self.total, self._waiting = list(records), total, False
        self.endResetModel()

    def add(self, offset: int, records: Sequence[Any]) -> None:
        """Add a page that was wanted; a page of a list that is no longer shown is dropped."""
        if offset != len(self._records) or not records:
            return
        self.beginInsertRows(QModelIndex(), offset, offset + len(records) - 1)
        self._records.extend(records)
        self._waiting = False
        self.endInsertRows()

    def record(self, row: int) -> Any:
        """Return the record of a row."""
        return self._records[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        """Return the number of rows fetched."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, mark, style or record of a cell."""
        if not index.isValid():
            return None
        record, column = self._records[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(record)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self.told.get(index.column(), column.text)(record) or None
            case Qt.ItemDataRole.TextAlignmentRole if column.style == "number":
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return _extra(column, record, role)

    def headerData(  # noqa: N802 - as Qt declares it
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.style == "number" else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - as Qt declares it
        """Tell whether the list goes on."""
        return not parent.isValid() and not self._waiting and len(self._records) < self.total

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - as Qt declares it
        """Ask for the next page; it comes through `add`."""
        if not parent.isValid():
            self._waiting = True
            self.wanted.emit(len(self._records))

    def retranslate(self) -> None:
        """Say headings and texts again, in another language."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._records) - 1, len(self.columns) - 1))
