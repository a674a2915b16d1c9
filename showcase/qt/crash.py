"""When the program itself is at fault: a window that says what is safe, and where the report is."""

import sys
from collections.abc import Callable
from types import TracebackType

from showcase.bugs import write_report
from showcase.qt.translate import say


def show(error: BaseException) -> None:
    """Tell the person that the program is at fault, what is safe, and where the report is."""
    import logging

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QMessageBox

    file = write_report(error)
    logging.getLogger(__name__).error("This is a bug", exc_info=error)
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
