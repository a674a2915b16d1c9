"""The way to complete, painted: what was there on each day, today, the pace, and the print deadline."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from showcase.office.charts import percent
from showcase.office.spots import sized
from showcase.qt.theme import px, tokens
from showcase.qt.translate import interface, say

if TYPE_CHECKING:
    from showcase.reports.records import Way

_LEFT: Final = 46
_RIGHT: Final = 14
_TOP: Final = 22
_FOOT: Final = 26
_SMALL: Final = 11
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
_STILL: Final = 45
"""Days after which an end that is further off than the deadline is no longer drawn in."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that the chart marks; None where one is not set."""

    today: dt.date
    opening: dt.date | None
    deadline: dt.date | None


def way_words(way: Way, dates: Dates) -> str:
    """Say where the way leads at this pace."""
    if not way.days:
        return ""
    share = way.days[-1].share
    if share >= 1:
        return say("reports.way_done")
    if not way.is_known:
        return say("reports.way_first", share=percent(share))
    end = way.complete_on
    if end is None:
        return say("reports.way_still")
    if dates.deadline is None:
        return say("reports.way_pace", date=short_day(end))
    early = (dates.deadline - end).days
    key = "reports.way_on" if not early else "reports.way_before" if early > 0 else "reports.way_after"
    return say(key, date=short_day(end), n=abs(early))


def short_day(date: dt.date, *, in_chart: bool = False) -> str:
    """Return a day without its year, as it stands in a sentence or, shorter, in a chart."""
    pattern = "d/M" if interface.language == "vi" else "d MMM" if in_chart else "d MMMM"
    return QLocale(interface.language).toString(QDate(date.year, date.month, date.day), pattern)


class WayChart(QWidget):
    """The chart, or in its place a sentence that says what will be there."""

    def __init__(self) -> None:
        super().__init__()
        self._way: Way | None = None
        self._dates = Dates(dt.date(2000, 1, 1), None, None)
        self.setMinimumHeight(200)

    def show_way(self, way: Way, dates: Dates) -> None:
        """Show a way."""
        self._way, self._dates = way, dates
        self.setAccessibleName(say("reports.box_way"))
        self.setAccessibleDescription(way_words(way, dates))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Paint the chart."""
        del event
        if self._way is None or not self._way.days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(px(_LEFT), px(_TOP), self.width() - px(_LEFT) - _RIGHT, self.height() - px(_TOP) - px(_FOOT))
        if self._way.is_known:
            drawing = _Drawing(painter, self, self._way, self._dates, field)
            if not drawing.has_room:
                drawing = _Drawing(painter, self, self._way, self._dates, field, over=True)
            drawing.draw()
        else:
            self._paint_promise(painter, field, self._way)
        painter.end()

    def _paint_promise(self, painter: QPainter, field: QRectF, way: Way) -> None:
        """Paint an empty field with what will be in it; a line through one day would be made up."""
        colours = tokens()
        painter.setPen(QPen(QColor(colours["line"]), 1))
        for quarter in range(5):
            y = round(field.bottom() - field.height() * quarter / 4) + 0.5
            painter.drawLine(QPointF(16, y), QPointF(self.width() - _RIGHT, y))
        words = way_words(way, self._dates)
        wrapped = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
        painter.setFont(self.font())
        room = field.adjusted(-10, 10, -20, -10)
        box = painter.boundingRect(room, wrapped, words)
        painter.fillRect(box.adjusted(-10, -8, 10, 8), QColor(colours["base"]))
        painter.setPen(QColor(colours["sub"]))
        painter.drawText(room, wrapped, words)


class _Drawing:
    """One painting of the chart; the words stand in its field, or `over` it where the line needs that room."""

    def __init__(
        self, painter: QPainter, chart: QWidget, way: Way, dates: Dates, field: QRectF, *, over: bool = False
    ) -> None:
        self._painter, self._way, self._dates, self._field = painter, way, dates, field
        self._font = sized(chart.font(), _SMALL)
        self._strong = sized(chart.font(), 12, strong=True)
        self._text = sized(chart.font(), 12)
        self._first = way.days[0].day
        today = say("reports.way_today", share=percent(way.days[-1].share))
        self._chip_width = QFontMetricsF(self._strong).horizontalAdvance(today) + 24
        ends = [way.days[-1].day, *(day for day in (dates.deadline, dates.opening) if day)]
        furthest = max(ends) + dt.timedelta(days=_STILL)
        if way.complete_on and way.complete_on <= furthest:
            ends.append(way.complete_on)
        elif way.complete_on:
            ends.append(furthest)
        self._last = max(ends)
        self._words = way_words(way, dates)
        self._box = self._place_words(over=over)

    def _place_words(self, *, over: bool) -> QRectF:
        """Return the box of the words; where they stand over the field, that gives them their room."""
        field = self._field
        room = QRectF(16, 8, field.right() - 16, field.height())
        if not over:
            room = QRectF(field.left() + 12, field.top() + 8, field.width() * 0.5, field.height())
        self._painter.setFont(self._text)
        box = self._painter.boundingRect(room, _WRAPPED, self._words).adjusted(0, 0, 1, 1)
        if over:
            self._field = field.adjusted(0, box.bottom() + 10 - field.top() + 6, 0, 0)
        return box

    @property
    def has_room(self) -> bool:
        """Tell whether the words stand clear of the line, and of what is said at its end."""
        last, box = self._way.days[-1], self._box
        under = [self._at(known.day, known.share) for known in self._way.days]
        reached = [spot.y() for spot in under if spot.x() <= box.right() + 12]
        end = self._at(last.day, last.share)
        if end.x() - self._chip_width < box.right() + 12:
            reached.append(end.y() - 36)
        return min(reached) > box.bottom() + 6

    def draw(self) -> None:
        """Paint from back to front."""
        self._draw_grid()
        self._draw_area()
        self._draw_deadline()
        self._draw_pace()
        self._draw_today()
        self._draw_words()

    def _at(self, date: dt.date, share: float) -> QPointF:
        span = max(1, (self._last - self._first).days)
        x = self._field.left() + self._field.width() * (date - self._first).days / span
        return QPointF(x, self._field.bottom() - self._field.height() * share)

    def _draw_grid(self) -> None:
        painter, colours, field = self._painter, tokens(), self._field
        painter.setFont(self._font)
        for quarter in range(5):
            y = round(field.bottom() - field.height() * quarter / 4) + 0.5
            painter.setPen(QPen(QColor(colours["border" if quarter == 0 else "line"]), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(QColor(colours["sub"]))
            box = QRectF(0, y - 8, field.left() - 8, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(quarter / 4))
        metrics = QFontMetricsF(self._font)
        taken: list[tuple[float, float]] = []
        for date in self._ticks():
            words = short_day(date, in_chart=True)
            half = metrics.horizontalAdvance(words) / 2
            x = min(max(self._at(date, 0).x(), field.left() + half - 16), field.right() + _RIGHT - half - 4)
            if all(x + half + 8 < low or x - half - 8 > high for low, high in taken):
                taken.append((x - half, x + half))
                box = QRectF(x - half - 2, field.bottom() + 6, 2 * half + 4, 16)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _ticks(self) -> list[dt.date]:
        """Return the days to name, the weightiest first: those after the first find their room or are left out."""
        marks = [date for date in (self._dates.deadline, self._first, self._dates.opening) if date]
        days = ((self._first + dt.timedelta(days=n)) for n in range((self._last - self._first).days + 1))
        halves = [date for date in days if date.day in {1, 15}]
        weekly = [self._first + dt.timedelta(days=7 * n) for n in range(1, (self._last - self._first).days // 7 + 1)]
        named = (*marks, *(halves if len(halves) > 2 else weekly))
        return [date for date in named if self._first <= date <= self._last]

    def _draw_area(self) -> None:
        painter, colours = self._painter, tokens()
        line = [self._at(known.day, known.share) for known in self._way.days]
        foot = self._field.bottom()
        ground = QPolygonF([QPointF(line[0].x(), foot), *line, QPointF(line[-1].x(), foot)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours["okbg"]))
        painter.drawPolygon(ground)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(colours["leafg"]), 2.2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(line))

    def _draw_deadline(self) -> None:
        deadline = self._dates.deadline
        if deadline is None or deadline < self._first:
            return
        painter, colours = self._painter, tokens()
        top, foot = self._at(deadline, 1), self._at(deadline, 0)
        painter.setPen(QPen(QColor(colours["errl"]), 1.4))
        painter.drawLine(top - QPointF(0, 4), foot)
        needed = QPen(QColor(colours["sub"]), 1.2, Qt.PenStyle.CustomDashLine)
        needed.setDashPattern([1.5, 2.5])
        painter.setPen(needed)
        painter.drawLine(self._at(self._first, self._way.days[0].share), top)

    def _draw_pace(self) -> None:
        end, last = self._way.complete_on, self._way.days[-1]
        if end is None or end <= last.day:
            return
        reach = min(end, self._last)
        share = last.share + (1 - last.share) * (reach - last.day).days / (end - last.day).days
        pace = QPen(QColor(tokens()["leafg"]), 1.8, Qt.PenStyle.CustomDashLine)
        pace.setDashPattern([3, 2.2])
        self._painter.setPen(pace)
        self._painter.drawLine(self._at(last.day, last.share), self._at(reach, share))

    def _draw_today(self) -> None:
        painter, colours, last = self._painter, tokens(), self._way.days[-1]
        spot = self._at(last.day, last.share)
        painter.setPen(QPen(QColor(colours["base"]), 1.5))
        painter.setBrush(QColor(colours["lant"]))
        painter.drawEllipse(spot, 5, 5)
        words = say("reports.way_today", share=percent(last.share))
        width = self._chip_width
        x = min(max(spot.x() - width + 8, self._field.left()), self._field.right() - width)
        y = spot.y() - 32 if spot.y() - 32 > 0 else spot.y() + 12
        chip = QRectF(x, y, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours["tip"]))
        painter.drawRoundedRect(chip, 2, 2)
        painter.setFont(self._strong)
        painter.setPen(QColor(colours["tipt"]))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_words(self) -> None:
        deadline, end = self._dates.deadline, self._way.complete_on
        is_late = deadline is not None and end is not None and end > deadline
        self._painter.setFont(self._text)
        self._painter.setPen(QColor(tokens()["warn" if is_late else "sub"]))
        self._painter.drawText(self._box, _WRAPPED, self._words)
