"""Lets through what a visitor needs and nothing else: no closing, shortcuts, context menus, drags or links."""

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

_REFUSED: Final = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.WhatsThis,
        QEvent.Type.HelpRequest,
        QEvent.Type.FileOpen,
        QEvent.Type.NativeGesture,
    }
)
_TOUCHES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel}
)
_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_CLICKS: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
)
_ALLOWED_KEYS: Final = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Shift,
    }
)
_COMMAND: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Guard(QObject):
    """Filters every event of the application.

    Args:
        touched: called for each touch and key, before anything hears of it.
        closable: whether windows may be closed: a kiosk in a window for somebody who tries it.

    Attributes:
        touched: as given; the kiosk that is to hear it may come later.
    """

    def __init__(self, touched: Callable[[], object], *, closable: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.touched = touched
        self._closable = closable
        self.may_close = closable

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Swallow what is refused."""
        kind = event.type()
        if kind in _TOUCHES and watched.isWindowType():
            self.touched()
        if kind in _REFUSED:
            return self._refuse(event)
        if kind in _CLICKS:
            # A mouse has more buttons than a finger; the others open menus and paste.
            return cast("QMouseEvent", event).button() != Qt.MouseButton.LeftButton
        return kind in _KEYS and not is_allowed(cast("QKeyEvent", event))

    def _refuse(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.may_close:
            return False
        event.ignore()
        return True


def is_allowed(event: QKeyEvent) -> bool:
    """Tell whether a key may be heard: what moves, what is typed, and nothing that commands."""
    held = event.modifiers() & _COMMAND
    if held and held != _ALT_GR:
        return False
    return event.key() in _ALLOWED_KEYS or (event.text().isprintable() and bool(event.text()))
