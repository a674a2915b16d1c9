"""The list of leads: searched, sorted, opened; and the scans that came to nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from showcase.leads.finding import Filter
from showcase.paths import documents_folder
from showcase.scanner.model import Model
from showcase.text import fold

if TYPE_CHECKING:
    from showcase.errors import UserError
    from showcase.leads.capture import Capture
    from showcase.leads.records import FailedScan, Lead
    from showcase.qt.tasks import Task
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

SORTS: Final = ("last", "name", "rating")
_TYPING_MS: Final = 120
_PLAIN: Final = re.compile(r"[^a-z0-9]+")


def _packed(capture: Capture, path: Path, language: str, staff: str) -> tuple[Path, int]:
    # A workbook and what paints take long to load, and are wanted once a day.
    from showcase.leads.pack import export_pack
    from showcase.printing.leadsummary import SummaryPainter

    path.parent.mkdir(parents=True, exist_ok=True)
    report = export_pack(capture, path, language, painter=SummaryPainter(), staff=staff)
    return report.path, report.leads


class LeadRows(QAbstractListModel):
    """Leads as rows, told when they come into view."""

    ROLES: ClassVar[dict[int, QByteArray]] = {
        int(Qt.ItemDataRole.UserRole) + at: QByteArray(name)
        for at, name in enumerate((b"subject", b"name", b"about", b"rating", b"met", b"agreed", b"noted"))
    }

    def __init__(self, leads: LeadList) -> None:
        super().__init__(leads)
        self._leads = leads
        self._rows: list[Lead] = []

    def show(self, rows: list[Lead]) -> None:
        """Take other leads."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def first(self) -> str:
        """Return the subject of the first lead, "" when there is none."""
        return self._rows[0].subject if self._rows else ""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802 - Qt's name
        """Return what QML may ask of a row."""
        return self.ROLES

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Return one thing of a row."""
        if not index.isValid() or role not in self.ROLES:
            return None
        return self._leads.tell(self._rows[index.row()], bytes(self.ROLES[role].data()).decode())


@QmlElement
class LeadList(Model):
    """Which leads are shown.

    Signals:
        changed: other leads, or other words.
    """

    changed = Signal()

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._rows = LeadRows(self)
        self._folder = documents_folder()
        self._text = ""
        self._sort = "last"
        self._least = 0
        self._found = 0
        self._all = 0
        self._failed: list[FailedScan] = []
        self._is_packing = False
        self._pack: tuple[Path, int] | None = None
        self._task: Task[Any] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self.load)
        scanner.pageChanged.connect(self._on_page)

    @Slot()
    def load(self) -> None:
        """Read the leads that are wanted."""
        if self._task is not None:
            self._task.cancel()
        wanted = Filter(
            text=self._text,
            least_rating=self._least,
            sort=self._sort,  # type: ignore[arg-type]  # one of SORTS
            descending=self._sort != "name",
            language=self.words.interface(),
        )
        self._task = self.desk.read(lambda capture: (capture.leads(wanted), capture.standing().leads), self._on_leads)

    @Slot(str)
    def search(self, text: str) -> None:
        """Look for words."""
        self._text = text
        self._timer.start()

    @Slot(str)
    def sortBy(self, sort: str) -> None:  # noqa: N802 - QML calls it
        """Sort otherwise."""
        self._sort = sort
        self.load()

    @Slot(int)
    def atLeast(self, rating: int) -> None:  # noqa: N802 - QML calls it
        """Show leads of a rating and better; the same again shows all."""
        self._least = 0 if rating == self._least else rating
        self.load()

    @Slot()
    def pack(self) -> None:
        """Write the pack of all leads into the person's documents, in the language of the screen."""
        info, language = self.desk.info, self.words.interface()
        if info is None or self._is_packing:
            return
        self._is_packing, self._pack = True, None
        self.changed.emit()
        moment = self.scanner.local(self.scanner.now())
        path = self._folder / f"leads-{_PLAIN.sub('-', fold(info.place))}-{moment:%Y-%m-%d-%H%M}.zip"
        staff = self.desk.staff
        self.desk.read(lambda capture: _packed(capture, path, language, staff), self._on_packed, self._on_unpacked)

    @Slot()
    def openFolder(self) -> None:  # noqa: N802 - QML calls it
        """Show the folder of the pack."""
        if self._pack is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._pack[0].parent)))

    @Slot()
    def putAway(self) -> None:  # noqa: N802 - QML calls it
        """Say no more where the pack is."""
        self._pack = None
        self.changed.emit()

    @Slot()
    def load_failed(self) -> None:
        """Read the scans that came to nothing."""
        self.desk.read(lambda capture: capture.failed(), self._on_failed)

    def tell(self, lead: Lead, what: str) -> Any:
        """Return one thing of a row."""
        told: dict[str, Callable[[], Any]] = {
            "subject": lambda: lead.subject,
            "name": lambda: self.named(lead),
            "about": lambda: self._about(lead),
            "rating": lambda: lead.rating,
            "met": lambda: self.time(lead.last_at),
            "agreed": lambda: any(lead.follow_up.values()),
            "noted": lambda: lead.notes[-1].text if lead.notes else "",
        }
        return told[what]()

    def _about(self, lead: Lead) -> str:
        languages = self.scanner.languages()
        parts = (lead.job_title(languages), lead.organisation(languages))
        return ", ".join(part for part in parts if part) or self.role_word(lead.role)

    @Slot()
    def _on_page(self) -> None:
        """Hold no leads that nobody looks at; the list is read anew whenever it is opened."""
        if self.scanner.property("page") != "leads":
            self._rows.show([])

    def _on_leads(self, found: tuple[list[Lead], int]) -> None:
        self._task = None
        leads, self._all = found
        self._found = len(leads)
        self._rows.show(leads)
        self.changed.emit()

    def _on_packed(self, packed: tuple[Path, int]) -> None:
        self._is_packing, self._pack = False, packed
        self.changed.emit()

    def _on_unpacked(self, error: UserError) -> None:
        self._is_packing = False
        self.changed.emit()
        self.desk.wrong.emit(error)

    def _get_pack_words(self) -> str:
        if self._pack is None:
            return ""
        path, leads = self._pack
        return self.words.say("scanner.packed", n=leads, file=str(path))

    def _on_failed(self, failed: list[FailedScan]) -> None:
        self._failed = failed
        self.changed.emit()

    def _get_count(self) -> str:
        if self._found == self._all:
            return self.words.say("scanner.leads", n=self._found)
        return self.words.say("scanner.leads_of", n=self._found, whole=self._all)

    def _get_failed(self) -> list[dict[str, str]]:
        return [
            {
                "word": self.words.say(scan.verdict.key),
                "tone": scan.verdict.tone.value,
                "time": self.time(scan.at),
                "raw": scan.raw.decode("utf-8", "replace") if scan.raw else "",
                "faults": ", ".join(self.words.say(fault.key) for fault in scan.faults),
            }
            for scan in self._failed
        ]

    def _get_sorts(self) -> list[dict[str, Any]]:
        names = {
            "last": self.words.say("scanner.sort_last"),
            "name": self.words.say("scanner.sort_name"),
            "rating": self.words.say("scanner.sort_rating"),
        }
        return [{"id": it, "name": names[it], "on": it == self._sort} for it in SORTS]

    rows = Property(QObject, lambda self: self._rows, constant=True)
    count = Property(str, _get_count, notify=changed)
    found = Property(int, lambda self: self._found, notify=changed)
    whole = Property(int, lambda self: self._all, notify=changed)
    first = Property(str, lambda self: self._rows.first(), notify=changed)
    packing = Property(bool, lambda self: self._is_packing, notify=changed)
    packWords = Property(str, _get_pack_words, notify=changed)
    """Where the pack is that was just written."""
    sorts = Property(list, _get_sorts, notify=changed)
    least = Property(int, lambda self: self._least, notify=changed)
    failed = Property(list, _get_failed, notify=changed)
