"""Charts of the overview, painted: the texts by language, and which kind of exhibitor lacks what."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from showcase.office.labels import empty
from showcase.office.spots import Spot, SpotGrid, sized
from showcase.qt.theme import is_dark, px, tokens
from showcase.qt.translate import number, say
from showcase.reports.records import KindRow, Readiness, Tally, TextRow

Lead = Callable[[str], object]
"""Called with the page that something leads to."""

_BAR: Final = 18
_CODE: Final = 36
"""Room for the code of a language."""
_SMALL: Final = 12
_LOUD: Final = 0.075
"""From this share on, what is missing stands out."""
_STRIPE: Final = 5
LEAST: Final = 60
"""Per cent; less is dashed."""


def percent(share: float) -> str:
    """Return a share as the language writes it; only all of it is 100 %, and only none of it 0 %."""
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(99, max(1, rounded))
    return say("reports.percent", n=rounded)


class LanguageBars(SpotGrid):
    """Bars per kind and language: full, hatched, dashed, with what is missing in words at the right."""

    def __init__(self, lead: Lead) -> None:
        super().__init__()
        self._lead = lead
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)

    def show_texts(self, rows: Sequence[TextRow], page: Callable[[str, str], str]) -> None:
        """Show rows of texts; `page` tells which page shows what is missing of (kind, language)."""
        empty(self._grid)
        bars: list[_Bar] = []
        place = 0
        for row in rows:
            self._grid.setRowMinimumHeight(place, 8 if place else 0)
            head, count = QLabel(say(f"reports.kind_{row.kind}")), QLabel(number(row.count))
            head.setProperty("role", "strong")
            count.setProperty("role", "small")
            for offset, (language, tally) in enumerate(row.languages.items(), start=1):
                target = page(row.kind, language) if tally.incomplete else whole_page(row.kind)
                bars.append(_Bar(row.kind, language, tally, partial(self._lead, target)))
                self._grid.addWidget(bars[-1], place + offset, 1)
            self._grid.addWidget(head, place + 1, 0)
            self._grid.addWidget(count, place + 2, 0)
            place += 1 + max(2, len(row.languages))
        for bar in bars:
            bar.room = max(other.words_width for other in bars)
        self.set_spots([[bar] for bar in bars])


def whole_page(kind: str) -> str:
    """Return the page that shows all records of a kind."""
    return "people?role=speaker" if kind == "speakers" else kind


class _Bar(Spot):
    """One language of one kind."""

    def __init__(self, kind: str, language: str, tally: Tally, act: Callable[[], object]) -> None:
        super().__init__(act)
        self._language, self._tally = language, tally
        self._total = tally.full + tally.incomplete
        self._is_loud = tally.incomplete > _LOUD * self._total
        self._words = say("reports.bar_incomplete" if tally.incomplete else "reports.bar_complete", n=tally.incomplete)
        name = say(
            "reports.bar_name",
            kind=say(f"reports.kind_{kind}"),
            language=language,
            full=tally.full,
            part=tally.part,
            none=tally.none,
        )
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMinimumSize(200, px(_BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(px(_BAR) + 8)
        self.room = self.words_width

    @property
    def words_width(self) -> int:
        """How wide its words are."""
        return QFontMetrics(sized(self.font(), _SMALL, strong=self._is_loud)).horizontalAdvance(self._words)

    def draw(self, painter: QPainter) -> None:
        """Paint the code of the language, the bar and the words."""
        colours, box = tokens(), QRectF(self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sized(self.font(), _SMALL))
        painter.setPen(QColor(colours["sub"]))
        painter.drawText(
            QRectF(0, 0, px(_CODE) - 10, box.height()), middle | Qt.AlignmentFlag.AlignRight, self._language
        )
        painter.setFont(sized(self.font(), _SMALL, strong=self._is_loud))
        painter.setPen(QColor(colours["warn" if self._is_loud else "sub"]))
        painter.drawText(box.adjusted(0, 0, -5, 0), middle | Qt.AlignmentFlag.AlignRight, self._words)
        width = box.width() - px(_CODE) - self.room - 19
        height = min(14.0, box.height() - 4)
        x, y = float(px(_CODE)), (box.height() - height) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for state, count in (("full", self._tally.full), ("part", self._tally.part), ("none", self._tally.none)):
            part = round(width * count / self._total) if self._total else 0
            if count:
                _paint_part(painter, QRectF(x, y, max(part, 3), height), state)
            x += part
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_near:
            right, foot = box.right() - 5, box.bottom() - 1
            painter.setPen(QColor(colours["sub"]))
            painter.drawLine(QPointF(right - self.words_width, foot), QPointF(right, foot))


def _paint_part(painter: QPainter, box: QRectF, state: str) -> None:
    colours = tokens()
    if state == "full":
        painter.fillRect(box, QColor(colours["leafg"]))
    elif state == "part":
        painter.save()
        painter.fillRect(box, QColor(colours["hl" if not is_dark() else "okbg"]))
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours["leafg"]), 1.9))
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QPointF(x, box.bottom() + 1), QPointF(x + box.height() + 2, box.top() - 1))
            x += _STRIPE
        painter.restore()
    else:
        dash_box(painter, box)


def dash_box(painter: QPainter, box: QRectF) -> None:
    """Paint the box of what is missing."""
    colours = tokens()
    painter.fillRect(box, QColor(colours["warnbg"]))
    pen = QPen(QColor(colours["warnl"]), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRect(box.adjusted(0, 0, -1, -1))


class Matrix(SpotGrid):
    """Which share of each kind of exhibitors has which field; under 60 % is dashed."""

    def __init__(self, lead: Lead) -> None:
        super().__init__()
        self._lead = lead
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setSpacing(2)

    def show_kinds(self, rows: Sequence[KindRow], fields: Mapping[str, str]) -> None:
        """Show rows of kinds; `fields` are the columns, each with the filter that lists who lacks it."""
        empty(self._grid)
        for place, field in enumerate(fields, start=2):
            head = QLabel(say(f"reports.field_{field}"))
            head.setProperty("role", "small")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, 1)
        spots: list[list[Spot]] = []
        for down, row in enumerate(rows, start=1):
            name, count = QLabel(say(f"office.kind_{row.kind}")), QLabel(number(row.count))
            count.setProperty("role", "small")
            count.setContentsMargins(10, 0, 8, 0)
            self._grid.addWidget(name, down, 0)
            self._grid.addWidget(count, down, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            cells = [self._cell(row, field, word) for field, word in fields.items()]
            for place, cell in enumerate(cells, start=2):
                self._grid.addWidget(cell, down, place)
            spots.append(list(cells))
        self.set_spots(spots)

    def _cell(self, row: KindRow, field: str, word: str) -> Spot:
        done = row.filled[field]
        narrowed = f"{word}&" if done < row.count else ""
        target = f"organisations?{narrowed}kind={row.kind}&exhibits"
        words = {"kind": say(f"office.kind_{row.kind}"), "field": say(f"reports.field_{field}")}
        name = say("reports.cell_name", done=done, total=row.count, **words)
        return _Cell(done / row.count, name, lambda: self._lead(target))


class _Cell(Spot):
    """One share."""

    def __init__(self, share: float, name: str, act: Callable[[], object]) -> None:
        super().__init__(act)
        self._share = share
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMinimumSize(px(40), px(28))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the size of a cell."""
        return QSize(px(56), px(33))

    def draw(self, painter: QPainter) -> None:
        """Paint the ground and the number."""
        box, per_cent = QRectF(self.rect()), self._share * 100
        shown = percent(self._share).rstrip("%\u2009\u202f ")
        is_low = per_cent < LEAST
        if is_low:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            dash_box(painter, box)
            ink = QColor(tokens()["warn"])
        else:
            ground, ink = ramp((per_cent - LEAST) / (100 - LEAST))
            painter.fillRect(box, ground)
        if self.is_near:
            painter.setPen(QPen(ink, 1))
            painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(ink)
        painter.setFont(sized(self.font(), 13, strong=is_low))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def ramp(amount: float) -> tuple[QColor, QColor]:
    """Return ground and ink for 0 (just enough) to 1 (all): the ink has a contrast of 4.5:1 or more on it."""
    colours = tokens()
    pale, deep = QColor(colours["warnbg"]), QColor(colours["leaf"] if not is_dark() else "#27724F")
    inks = (QColor(colours["text"]), QColor("#FFFFFF"))
    while True:
        ground = _mix(pale, deep, amount)
        ink = max(inks, key=lambda colour: contrast(colour, ground))
        if contrast(ink, ground) >= 4.5 or amount <= 0:
            return ground, ink
        amount -= 0.03  # a little paler, where neither ink is readable


def _mix(a: QColor, b: QColor, amount: float) -> QColor:
    parts = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(one + (other - one) * amount) for one, other in parts))


def contrast(a: QColor, b: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def worst_text(found: Readiness) -> tuple[str, str] | None:
    """Return the (kind, language) that lacks the most texts; None where nothing is missing."""
    pairs = [(tally.incomplete, row.kind, language) for row in found.texts for language, tally in row.languages.items()]
    worst = max(pairs, default=(0, "", ""), key=lambda pair: pair[0])
    return (worst[1], worst[2]) if worst[0] else None
