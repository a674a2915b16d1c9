"""When the program itself is at fault: a file that tells what happened, and a window that says what is safe."""

import logging
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from showcase import __version__
from showcase.paths import cache_folder
from showcase.qt.translate import say

_log = logging.getLogger(__name__)


def write_report(error: BaseException) -> Path | None:
    """Write a file about a bug and return its path, or None where nothing can be written."""
    now = datetime.now(UTC)
    lines = [f"Showcase {__version__}, Python {sys.version}, {sys.platform}, {now.isoformat()}", ""]
    lines += traceback.format_exception(error)
    file = cache_folder() / "crashes" / f"{now:%Y%m%d-%H%M%S}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        _log.exception("The report of a crash could not be written")
        return None
    return file


def show(error: BaseException) -> None:
    """Tell the person that the program is at fault, what is safe, and where the report is."""
    file = write_report(error)
    _log.error("This is a bug", exc_info=error)
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(say("qt.crash_title"))
    box.setText(say("qt.crash_title"))
    box.setInformativeText(say("qt.crash_text", file=file or ""))
    box.addButton(say("qt.crash_go_on"), QMessageBox.ButtonRole.AcceptRole)
    look = box.addButton(say("qt.crash_show"), QMessageBox.ButtonRole.ActionRole) if file else None
    box.exec()
    if file and box.clickedButton() is look:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def catch(tell: Callable[[BaseException], None] = show) -> None:
    """Send whatever escapes from a slot to `tell`, in place of a traceback on the terminal."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            tell(error)

    sys.excepthook = hook
