"""The overview: what the event is, four numbers, texts by language, and what helps most now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from showcase.office.bars import Messages
from showcase.office.desk import Desk
from showcase.office.empty import SayingButton
from showcase.office.labels import empty, local
from showcase.office.listings import (
    LISTINGS,
    Asked,
    organisation_texts,
    product_texts,
    text_states,
)
from showcase.qt.tasks import Task
from showcase.qt.theme import tokens
from showcase.qt.translate import interface, number, say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.app import App

Tally = dict[str, dict[str, int]]
"""Language -> state ("full", "part", "none") -> number of records."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted."""

    organisations: int
    placed: int
    products: int
    pictured: int
    people: int
    badged: int
    printed: int
    tallies: tuple[tuple[str, Tally], ...]


def count(app: App, languages: tuple[str, ...]) -> Figures:
    """Count everything the overview shows."""
    organisations = LISTINGS["organisations"].read(app, Asked(limit=_ALL))
    products = LISTINGS["products"].read(app, Asked(limit=_ALL))
    people = LISTINGS["people"].read(app, Asked(limit=_ALL))
    return Figures(
        organisations=len(organisations),
        placed=sum(bool(record.booths) for record in organisations),
        products=len(products),
        pictured=sum(bool(record.pictures) for record in products),
        people=len(people),
        badged=sum(record.badge is not None for record in people),
        printed=sum(record.badge is not None and record.badge.printed_at is not None for record in people),
        tallies=(
            ("organisations", tally(map(organisation_texts, organisations), languages)),
            ("products", tally(map(product_texts, products), languages)),
        ),
    )


_ALL: Final = 1_000_000
_BUTTON: Final = 112


def tally(texts: Any, languages: tuple[str, ...]) -> Tally:
    """Count how many records are complete, partial or missing in each language."""
    found: Tally = {language: {"full": 0, "part": 0, "none": 0} for language in languages}
    for record in texts:
        for language, state in text_states(record, languages):
            found[language][state] += 1
    return found


class OverviewPage(QScrollArea):
    """The page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._figures: Figures | None = None
        self._counting: Task[Any] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.messages = Messages(margin=0)
        self._title, self._facts = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._facts.setProperty("role", "sub")
        for label in (self._title, self._facts):
            label.setWordWrap(True)
        self._numbers = {name: Number(name) for name in ("organisations", "products", "people", "badges")}
        self._bars = LanguageBars()
        self._steps = QVBoxLayout()
        self._boxes = [Box("overview_texts"), Box("overview_next")]
        self._boxes[0].column.addWidget(self._bars)
        self._boxes[0].column.addStretch()
        self._boxes[1].column.addLayout(self._steps)
        self._boxes[1].column.addStretch()
        self._lay_out()
        self.retranslate()

    def reload(self) -> None:
        """Count again."""
        if self._desk.app is None or self._desk.record is None:
            return
        if self._counting:
            self._counting.cancel()
        languages = self._desk.record.languages
        self._counting = self._desk.run(lambda app, _progress: count(app, languages), self._on_counted)

    def retranslate(self) -> None:
        """Say every text again."""
        event = self._desk.record
        self.setAccessibleName(say("office.page_overview"))
        self._title.setText((local(event.name) if event else "") or say("office.page_overview"))
        self._facts.setText(self._say_facts(event) if event else "")
        self._facts.setVisible(bool(self._facts.text()))
        if self._figures:
            self._show(self._figures)

    @staticmethod
    def _say_facts(event: Any) -> str:
        locale, short = QLocale(interface.language), QLocale.FormatType.LongFormat
        days = [day for day in (event.starts_on, event.ends_on) if day]
        spelt = " – ".join(locale.toString(day, short) for day in dict.fromkeys(days))
        return join((local(event.theme), local(event.place), spelt, (event.base_url or "").removeprefix("https://")))

    def _on_counted(self, figures: Figures) -> None:
        self._counting = None
        self._figures = figures
        self._show(figures)

    def _show(self, found: Figures) -> None:
        rows = (
            ("organisations", found.placed, found.organisations),
            ("products", found.pictured, found.products),
            ("people", found.badged, found.people),
            ("badges", found.printed, found.badged),
        )
        for name, done, total in rows:
            self._numbers[name].show_number(done, total)
        self._bars.show_tallies(found.tallies)
        empty(self._steps)
        wanted = steps(found, has_url=bool(self._desk.record and self._desk.record.base_url))
        for place, step in enumerate(wanted, 1):
            row = self._make_step(*step, first=place == 1)
            row.setProperty("last", place == len(wanted))
            self._steps.addWidget(row)

    def _make_step(self, key: str, n: int, where: str, *, first: bool) -> QWidget:
        row = QFrame()
        row.setProperty("role", "step")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 8, 0, 8)
        words = QVBoxLayout()
        words.setSpacing(1)
        head, text = QLabel(say(f"office.step_{key}", n=n)), QLabel(say(f"office.step_{key}_text"))
        head.setProperty("role", "strong")
        text.setProperty("role", "sub")
        for label in (head, text):
            label.setWordWrap(True)
            words.addWidget(label)
        line.addLayout(words, 1)
        act: Callable[[], object] = lambda: self._desk.wanted.emit(where)  # noqa: E731 - one button, one deed
        button = SayingButton(f"office.step_{key}_do", act, primary=first)
        button.setMinimumWidth(_BUTTON)
        line.addWidget(button)
        return row

    def _lay_out(self) -> None:
        body = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(20)
        for place, figure in enumerate(self._numbers.values()):
            grid.addWidget(figure, 0, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self._boxes[0], 1, 0, 1, 2)
        grid.addWidget(self._boxes[1], 1, 2, 1, 2)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addWidget(self.messages)
        column.addSpacing(12)
        column.addLayout(grid)
        column.addStretch()
        self.setWidget(body)


def steps(found: Figures, *, has_url: bool) -> list[tuple[str, int, str]]:
    """Return what helps most now: (name, how many, where its button leads)."""
    wanted = (
        ("import", 0, "import", not found.organisations or not found.people),
        ("issue", found.people - found.badged, "printing?badges", found.people > found.badged),
        ("badges", found.badged - found.printed, "printing?badges", found.badged > found.printed),
        ("address", 0, "printing?signs", bool(found.organisations) and not has_url),
        ("booths", found.organisations - found.placed, "organisations", found.placed < found.organisations),
        ("signs", found.placed, "printing?signs", bool(found.placed) and has_url),
        ("cards", found.products, "printing?cards", bool(found.products) and has_url),
    )
    return [(key, n, where) for key, n, where, needed in wanted if needed][:5]


class Number(QWidget):
    """One number with its remainder in words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._head, self._big, self._of, self._rest = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in ((self._head, "sub"), (self._big, "figure"), (self._of, "sub"), (self._rest, "small")):
            label.setProperty("role", role)
        self._rest.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._state: tuple[int, int] | None = None
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._big, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addWidget(self._rest)
        self.retranslate()

    def show_number(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self._state = (done, total)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self._head.setText(say(f"office.number_{self._name}"))
        done, total = self._state or (0, 0)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._big.setText(number(done) if self._state else "–")
        self._of.setText(say("office.number_of", total=number(total)) if total else "")
        rest = total - done
        key = f"office.number_{self._name}_rest" if rest else "office.number_done" if total else "office.number_none"
        self._rest.setText(say(key, n=rest) if self._state else "")


class Box(QFrame):
    """A box with a head."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self._key = key
        self._head, self._sub = QLabel(), QLabel()
        self._head.setProperty("role", "strong")
        self._sub.setProperty("role", "small")
        head = QFrame()
        head.setProperty("role", "boxhead")
        line = QHBoxLayout(head)
        line.setContentsMargins(14, 8, 14, 8)
        line.setSpacing(10)
        line.addWidget(self._head)
        line.addWidget(self._sub, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(14, 8, 14, 8)
        self.column.setSpacing(0)
        outer.addLayout(self.column)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self._head.setText(say(f"office.{self._key}"))
        self._sub.setText(say(f"office.{self._key}_sub"))


class LanguageBars(QWidget):
    """Bars per language: full, hatched, dashed, with what is missing in words."""

    def __init__(self) -> None:
        super().__init__()
        self._tallies: tuple[tuple[str, Tally], ...] = ()

    def show_tallies(self, tallies: tuple[tuple[str, Tally], ...]) -> None:
        """Show the tallies of (listing name, languages)."""
        self._tallies = tuple(
            (name, counts) for name, counts in tallies if any(sum(c.values()) for c in counts.values())
        )
        self.setMinimumHeight(max(_NOTHING, 8 + sum(_HEAD + len(tally) * _BAR for _name, tally in self._tallies)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Paint the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._tallies:
            painter.setPen(QColor(tokens()["sub"]))
            wrapped = int(Qt.TextFlag.TextWordWrap)
            painter.drawText(QRectF(self.rect()).adjusted(0, 8, 0, 0), wrapped, say("office.overview_texts_none"))
        y = 4.0
        for name, languages in self._tallies:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(tokens()["text"]))
            painter.drawText(
                QRectF(0, y, self.width(), _HEAD), Qt.AlignmentFlag.AlignVCenter, say(f"office.page_{name}")
            )
            y += _HEAD
            for language, states in languages.items():
                self._paint_row(painter, y, language, states)
                y += _BAR

    def _paint_row(self, painter: QPainter, y: float, language: str, states: dict[str, int]) -> None:
        colours, middle = tokens(), Qt.AlignmentFlag.AlignVCenter
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(colours["sub"]))
        painter.drawText(QRectF(0, y, 30, _BAR), middle, language)
        total = sum(states.values())
        width = self.width() - 30 - _WORDS
        x = 30.0
        for state in ("full", "part", "none"):
            part = width * states[state] / total if total else 0
            if part:
                _paint_part(painter, QRectF(x, y + 4, part, _BAR - 8), state)
            x += part
        missing = states["part"] + states["none"]
        words = say("office.bar_missing", n=missing) if missing else say("office.bar_complete") if total else ""
        painter.setPen(QColor(colours["warn" if missing else "sub"]))
        painter.drawText(QRectF(0, y, self.width(), _BAR), middle | Qt.AlignmentFlag.AlignRight, words)


_HEAD: Final = 28
_BAR: Final = 22
_WORDS: Final = 110
_NOTHING: Final = 64
"""Room for the sentence where there is nothing to count."""


def _paint_part(painter: QPainter, box: QRectF, state: str) -> None:
    colours = tokens()
    if state == "full":
        painter.fillRect(box, QColor(colours["leafg"]))
    elif state == "part":
        painter.fillRect(box, QColor(colours["hl"]))
        painter.fillRect(box, QBrush(QColor(colours["leafg"]), Qt.BrushStyle.BDiagPattern))
    else:
        painter.setPen(QPen(QColor(colours["warnl"]), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours["warnbg"]))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
