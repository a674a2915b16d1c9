"""What the window says about the open event: its name in the tool bar; its file and whether it is saved at the foot."""

from PySide6.QtWidgets import QLabel, QStatusBar, QToolBar

from showcase.office.bars import TaskLine
from showcase.office.desk import Desk
from showcase.office.labels import local
from showcase.qt.translate import say


class EventWords:
    """The three labels, in the bars of the window."""

    def __init__(self, tools: QToolBar, status: QStatusBar) -> None:
        self._name, self._file, self._saved = QLabel(), QLabel(), QLabel()
        self._name.setProperty("role", "sub")
        self._name.setContentsMargins(0, 0, 10, 0)
        tools.addWidget(self._name)
        status.setSizeGripEnabled(False)
        status.addWidget(self._file)
        status.addWidget(self._saved)
        status.addPermanentWidget(TaskLine())

    def say(self, desk: Desk) -> str:
        """Say them again, and return the title of the window."""
        path, event = desk.path, desk.record
        name = local(event.name) if event else ""
        self._name.setText(name)
        self._file.setText(path.name if path else "")
        self._file.setToolTip(str(path or ""))
        key = "office.working" if desk.tasks.running else "office.saved"
        self._saved.setText(say(key) if path else "")
        title = name or (path.stem if path else "")
        return f"{title} – Showcase" if title else "Showcase"
