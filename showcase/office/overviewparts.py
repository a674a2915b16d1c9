"""Parts of the overview: a large number that leads somewhere, a box with a head, and a row with something to do."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from showcase.office.spots import Spot
from showcase.qt.images import pixmap
from showcase.qt.theme import px, tokens
from showcase.qt.translate import say
from showcase.text import join

_BUTTON: Final = 128
_ICON: Final = 18
_HEAD: Final = 33


class Number(Spot):
    """One number with its bar and its remainder in words."""

    def __init__(self, lead: Callable[[str], object]) -> None:
        super().__init__(lambda: lead(self.target))
        self.target = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._head, self._big, self._of, self._rest = QLabel(), QLabel("–"), QLabel(), QLabel()
        for label, role in ((self._head, "sub"), (self._big, "figure"), (self._of, "sub"), (self._rest, "small")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._of.setContentsMargins(0, 0, 0, 5)
        self._rest.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._big, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addSpacing(2)
        column.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch()
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_number(self, words: tuple[str, str, str, str], share: float, target: str) -> None:
        """Show a head, a number, of how many, and the remainder; `target` is the page it leads to."""
        self.target = target
        for label, text in zip((self._head, self._big, self._of, self._rest), words, strict=True):
            label.setText(text)
        self._bar.setRange(0, 1000)
        self._bar.setValue(min(999, round(share * 1000)) if share < 1 else 1000)
        self.setAccessibleName(join((words[0], join(words[1:3], " "), words[3]), ". "))

    def draw(self, painter: QPainter) -> None:
        """Paint a ground under the mouse."""
        if self.is_near:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens()["hli"]))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class Box(QFrame):
    """A box with a head: what it shows, in a few words how, and at the right a link or a word."""

    def __init__(self, name: str, link: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self._name = name
        self._head, self._sub, self.aside = QLabel(), QLabel(), QLabel()
        self._head.setProperty("role", "strong")
        for label in (self._sub, self.aside):
            label.setProperty("role", "small")
        self._sub.setMinimumWidth(10)
        head = QFrame()
        head.setProperty("role", "boxhead")
        self._top = head
        line = QHBoxLayout(head)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(10)
        line.addWidget(self._head)
        line.addWidget(self._sub, 1)
        self.link = QPushButton()
        self.link.setProperty("kind", "link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        line.addWidget(self.aside)
        if link is not None:
            line.addWidget(self.link)
            self.link.clicked.connect(lambda: link())  # noqa: PLW0108 - without it "checked" would be passed on
        self._has_link = link is not None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        self.nothing = QLabel()
        self.nothing.setProperty("role", "sub")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(0, 8, 0, 8)
        self.nothing.hide()
        self.column = QVBoxLayout()
        self.column.setContentsMargins(14, 6, 14, 6)
        self.column.setSpacing(0)
        self.column.addWidget(self.nothing)
        outer.addLayout(self.column, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self._top.setFixedHeight(px(_HEAD))
        self._head.setText(say(f"reports.box_{self._name}"))
        self._sub.setText(say(f"reports.box_{self._name}_sub"))
        self._sub.setToolTip(self._sub.text())
        if self._has_link:
            self.link.setText(say(f"reports.box_{self._name}_link"))


class DeedRow(QFrame):
    """Something to do: an icon, what, how many it completes, and the button that leads there."""

    def __init__(self, icon: str, words: tuple[str, str, str], act: Callable[[], object], *, first: bool) -> None:
        super().__init__()
        self.setProperty("role", "step")
        title, text, do = words
        self._icon, self._name = QLabel(), icon
        self._icon.setFixedWidth(_ICON + 10)
        head, rest = QLabel(title), QLabel(text)
        head.setProperty("role", "strong")
        rest.setProperty("role", "small")
        column = QVBoxLayout()
        column.setSpacing(1)
        for label in (head, rest):
            label.setWordWrap(True)
            column.addWidget(label)
        self.button = QPushButton(do)
        self.button.setAccessibleName(f"{do}: {title}, {text}")
        self.button.setMinimumWidth(_BUTTON)
        if first:
            self.button.setProperty("kind", "primary")
        self.button.clicked.connect(lambda: act())  # noqa: PLW0108 - without it the button's "checked" would be passed on
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addLayout(column, 1)
        line.addWidget(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        """Draw the icon in the colours of the theme."""
        self._icon.setPixmap(pixmap(self._name, tokens()["leaf"], _ICON, self.devicePixelRatioF()))
