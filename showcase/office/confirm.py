"""A question inside a page: what is about to happen, whom it concerns, what stays safe; the button is the verb."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from showcase.office.labels import empty, make_label

Text = Callable[[], str]


class Question(QFrame):
    """The question; hidden until it is asked. Enter is never the dangerous answer, Esc leaves things as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self._title, self._text, self._list = make_label("", "lead"), make_label("", "sub"), make_label()
        self.line = QLineEdit()
        self.reason_buttons: list[tuple[QPushButton, Text]] = []
        self._reason_row = QHBoxLayout()
        self._reason_row.setSpacing(6)
        self.keep_button, self.do_button = QPushButton(), QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for part in (self._title, self._text, self._list, self.line):
            column.addWidget(part)
        column.addLayout(self._reason_row)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.keep_button)
        row.addWidget(self.do_button)
        column.addLayout(row)
        self._texts: Sequence[Text] = ()
        self._hint: Text | None = None
        self._act: Callable[[str], object] = str
        self._back: Callable[[], object] | None = None
        self.keep_button.clicked.connect(self.leave)
        self.do_button.clicked.connect(self._do)
        self.hide()

    def ask(
        self,
        texts: Sequence[Text],
        act: Callable[[str], object],
        back: Callable[[], object],
        *,
        danger: bool = False,
        hint: Text | None = None,
        reasons: Sequence[Text] = (),
    ) -> None:
        """Ask.

        Args:
            texts: the question, what stays safe, whom it concerns, the verb, and what remains otherwise.
            act: does it, with the reason that was typed.
            back: puts the cursor back when it is left.
            danger: the button is red.
            hint: what the line asks for; without one there is no line.
            reasons: what is often typed there, as buttons.
        """
        self._texts, self._act, self._back, self._hint = texts, act, back, hint
        self.do_button.setProperty("kind", "danger" if danger else "primary")
        self.do_button.style().polish(self.do_button)
        self.line.clear()
        self.line.setVisible(hint is not None)
        empty(self._reason_row)
        self.reason_buttons = [self._make_reason(reason) for reason in reasons]
        self._reason_row.addStretch()
        self.retranslate()
        self.show()
        first = self.keep_button if hint is None else self.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Leave things as they are."""
        self.hide()
        if self._back is not None:
            self._back()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say it again."""
        if not self._texts:
            return
        labels: tuple[QLabel | QPushButton, ...] = (
            self._title,
            self._text,
            self._list,
            self.do_button,
            self.keep_button,
        )
        for label, text in zip(labels, self._texts, strict=True):
            label.setText(text())
        if self._hint is not None:
            self.line.setPlaceholderText(self._hint())
            self.line.setAccessibleName(self._hint())
        for button, reason in self.reason_buttons:
            button.setText(reason())

    def _make_reason(self, reason: Text) -> tuple[QPushButton, Text]:
        button = QPushButton()
        button.setProperty("kind", "chip")
        button.clicked.connect(lambda: self._take(reason()))
        self._reason_row.addWidget(button)
        return button, reason

    def _take(self, reason: str) -> None:
        self.line.setText(reason)
        self.do_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self) -> None:
        self.hide()
        self._act(self.line.text().strip())
