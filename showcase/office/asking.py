"""What the window asks: which file, whether to leave; and what the program is. Made when it is asked, not before."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from showcase import __version__
from showcase.office.desk import SUFFIX
from showcase.paths import documents_folder
from showcase.qt.translate import say


def ask_open(window: QWidget) -> Path | None:
    """Ask which event file to open; None when the person chose none."""
    kinds = f"{say('office.event_files')} (*{SUFFIX})"
    name, _ = QFileDialog.getOpenFileName(window, say("office.ask_open"), str(documents_folder()), kinds)
    return Path(name) if name else None


def ask_copy(window: QWidget, event: Path) -> Path | None:
    """Ask where a copy of an event goes; None when the person chose none. The system asks about a file that exists."""
    kinds = f"{say('office.event_files')} (*{SUFFIX})"
    place = documents_folder() / f"{say('office.copy_name', name=event.stem)}{SUFFIX}"
    name, _ = QFileDialog.getSaveFileName(window, say("office.ask_copy"), str(place), kinds)
    if not name:
        return None
    return Path(name) if name.endswith(SUFFIX) else Path(name + SUFFIX)


def ask_leave(window: QWidget) -> bool:
    """Ask whether to close while work is under way; to stay is the default."""
    box = QMessageBox(window)
    box.setWindowTitle(say("office.leave_title"))
    box.setText(say("office.leave_title"))
    box.setInformativeText(say("office.leave_text"))
    stay = box.addButton(say("office.leave_stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(say("office.leave_do"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave


def tell_about(window: QWidget) -> None:
    """Say what the program is."""
    box = QMessageBox(window)
    box.setWindowTitle(say("office.about_title"))
    box.setText(say("office.about_title"))
    box.setInformativeText(say("office.about_text", version=__version__))
    box.exec()
