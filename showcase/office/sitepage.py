"""The visitor pages: what they are, where they go, and writing them, with the first page one click away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from showcase.errors import UserError
from showcase.office.bars import Messages, ProgressPanel
from showcase.office.desk import Desk
from showcase.office.empty import Terraces
from showcase.office.labels import language_name, make_label
from showcase.paths import documents_folder
from showcase.progress import Progress
from showcase.qt.tasks import Task
from showcase.qt.translate import number, say

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.site.writing import SiteReport

_WIDTH: Final = 560


class SitePage(QWidget):
    """The page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._task: Task[SiteReport] | None = None
        self.messages, self.progress = Messages(), ProgressPanel()
        self._title, self._lead = make_label("", "title"), make_label("", "lead")
        self._told, self._address = make_label("", "sub"), make_label("", "sub")
        self.write_button, self.address_button = QPushButton(), QPushButton()
        self.write_button.setProperty("kind", "primary")
        self._lay_out()
        self.write_button.clicked.connect(self.ask_folder)
        self.address_button.clicked.connect(lambda: desk.wanted.emit("printing?signs"))
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Tell whether pages are being written."""
        return self._task is not None

    def reload(self) -> None:
        """Say again where the codes of signs lead."""
        self.retranslate()

    def clear(self) -> None:
        """Put away what was said of another event."""
        self.messages.clear()

    def ask_folder(self) -> None:
        """Ask where the pages go, and write them."""
        folder = str(documents_folder())
        name = QFileDialog.getExistingDirectory(self, say("office.site_ask"), folder)
        if name:
            self.write(Path(name) if not any(Path(name).iterdir()) else _own_folder(Path(name)))

    def write(self, folder: Path) -> None:
        """Write the pages into a folder, in the background."""
        if self._task or self._desk.app is None:
            return
        self.messages.clear()
        self._task = self._desk.run(
            lambda app, progress: _write(app, folder, progress), self._on_written, failed=self._on_refused
        )
        self._task.ended.connect(self._on_ended)
        self.progress.follow(self._task, lambda: say("office.site_doing"))
        self.write_button.setEnabled(False)

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("office.page_site"))
        self._lead.setText(say("office.site_lead"))
        event = self._desk.record
        names = ", ".join(map(language_name, event.languages)) if event else ""
        self._told.setText(say("office.site_told", languages=names))
        url = event.base_url if event else None
        self._address.setText(say("office.site_address", url=url) if url else say("office.site_no_address"))
        self.write_button.setText(say("office.site_write"))
        self.address_button.setText(say("office.site_set_address"))
        self.address_button.setVisible(not url)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.addWidget(self._title)
        ground = QFrame()
        ground.setObjectName("empty")
        middle = QVBoxLayout()
        middle.setSpacing(10)
        buttons = QHBoxLayout()
        buttons.addWidget(self.write_button)
        buttons.addWidget(self.address_button)
        buttons.addStretch()
        middle.addWidget(Terraces())
        for label in (self._lead, self._told, self._address):
            label.setFixedWidth(_WIDTH)
            middle.addWidget(label)
        middle.addSpacing(6)
        middle.addLayout(buttons)
        inside = QVBoxLayout(ground)
        inside.addStretch(2)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(middle)
        row.addStretch()
        inside.addLayout(row)
        inside.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.messages)
        column.addWidget(ground, 1)
        column.addWidget(self.progress)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _on_written(self, report: SiteReport) -> None:
        first = report.folder / "index.html"
        self.messages.show_text(
            "good",
            lambda: say("office.site_done", n=report.pages, pages=number(report.pages), folder=str(report.folder)),
            ("office.site_open", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(first)))),
        )

    def _on_refused(self, error: UserError) -> None:
        self.messages.show_error(error)

    def _on_ended(self) -> None:
        self._task = None
        self.write_button.setEnabled(True)


def _own_folder(folder: Path) -> Path:
    """Return a folder of the pages' own inside one that holds other things; one that holds such pages is it."""
    from showcase.site.placing import MARKER

    return folder if (folder / MARKER).exists() else folder / "visitor-pages"


def _write(app: App, folder: Path, progress: Progress) -> SiteReport:
    from showcase.site.writing import write_site

    with app.reading() as session:
        return write_site(session, folder, progress=progress)
