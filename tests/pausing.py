"""Waiting while the program goes on."""

from PySide6.QtCore import QEventLoop, QTimer


def pause(milliseconds: int) -> None:
    """Let events and the other threads have their way for a while; `QTest.qWait` lets the threads have nothing."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
