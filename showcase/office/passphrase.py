"""The panel that asks for the passphrase of the signing key, where it is needed and only when it is not known."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from showcase.errors import UserError
from showcase.office.labels import make_label
from showcase.office.signing import KeyState
from showcase.qt.theme import px
from showcase.qt.translate import explain, say

Text = Callable[[], str]
_WIDTH: Final = 420


class PassphrasePanel(QFrame):
    """What it is for, the line, a second line where the passphrase is a new one, and the button.

    Args:
        text: what it is for.
        verb: what the button does.
        can_leave: there is a button beside it, and Esc, that leaves things as they are.

    Signals:
        answered: the passphrase; "" where it is known.
        left: nothing is to be done after all.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(self, text: Text, verb: Text, *, can_leave: bool = False) -> None:
        super().__init__()
        self.setProperty("msg", "warn")
        self._texts, self._differs = (text, verb), False
        self._wrong: UserError | None = None
        self._state = KeyState(is_known=False, is_new=False)
        self._what, self._told, self._reason = make_label("", "strong"), make_label(), make_label("", "wrong")
        self.line, self.again = QLineEdit(), QLineEdit()
        self.button, self.leave_button = QPushButton(), QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        for part in (self._what, self._told, self.line, self.again, self._reason):
            column.addWidget(part)
        for line in (self.line, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.returnPressed.connect(self._answer)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.leave_button)
        row.addStretch()
        column.addLayout(row)
        self.leave_button.setVisible(can_leave)
        if can_leave:
            self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._answer)
        self.leave_button.clicked.connect(self.leave)
        self.retranslate()

    def ask(self, text: Text, verb: Text, state: KeyState, wrong: UserError | None = None) -> None:
        """Ask for something else, or again because the last answer was wrong."""
        self._texts, self._wrong = (text, verb), wrong
        self.show_state(state)
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: KeyState) -> None:
        """Ask for as much as is not known."""
        self._state, self._differs = state, False
        self.retranslate()

    def leave(self) -> None:
        """Forget what was typed and what it was for."""
        self.clear()
        self.hide()
        self.left.emit()

    def clear(self) -> None:
        """Forget what was typed."""
        self._wrong, self._differs = None, False
        for line in (self.line, self.again):
            line.clear()
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.leave_button.isHidden():
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say it again."""
        text, verb = self._texts
        self._what.setText(text())
        self.button.setText(verb())
        self.leave_button.setText(say("desk.passphrase_leave"))
        asks = not self._state.is_known
        self._told.setVisible(asks)
        self._told.setText(say("desk.passphrase_new") if self._state.is_new else say("desk.passphrase_told"))
        self.line.setVisible(asks)
        self.again.setVisible(asks and self._state.is_new)
        for line, key in ((self.line, "desk.passphrase"), (self.again, "desk.passphrase_again")):
            line.setMaximumWidth(px(_WIDTH))
            line.setPlaceholderText(say(key))
            line.setAccessibleName(say(key))
            line.setProperty("state", "wrong" if self._wrong or self._differs else "")
            line.style().polish(line)
        reason = say("desk.passphrase_differs") if self._differs else explain(self._wrong) if self._wrong else ""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _answer(self) -> None:
        typed = self.line.text().strip()
        if self._state.is_known:
            self.answered.emit("")
        elif not typed:
            self.line.setFocus()
        elif self._state.is_new and not self.again.text():
            self.again.setFocus()
        elif self._state.is_new and self.again.text().strip() != typed:
            self._differs = True
            self.retranslate()
        else:
            self.answered.emit(typed)
