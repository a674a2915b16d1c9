"""The overview: how far the event is, what is missing where, and what helps most now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from showcase.office.bars import Messages, ProgressPanel
from showcase.office.charts import LanguageBars, Matrix, percent, worst_text
from showcase.office.desk import SUFFIX, Desk
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.glance import Glance
from showcase.office.labels import empty, local_time
from showcase.office.overviewparts import Box, DeedRow, Number
from showcase.office.waychart import Dates, WayChart, short_day
from showcase.paths import documents_folder
from showcase.qt.tasks import Task
from showcase.qt.theme import px
from showcase.qt.translate import interface, number, say
from showcase.reports.helping import Deed, text_page, what_helps
from showcase.reports.records import FIELDS, PrintState, Readiness, Share, Way
from showcase.reports.wording import language_name
from showcase.text import join

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.catalogue.records import EventRecord
    from showcase.progress import Progress

_DEEDS: Final = 5
_QUICK: Final = 20_000
"""So many products and people are counted again, in less than a second, when the event is put away."""
_WIDE: Final = 900
"""From this width on, boxes stand in two columns; from half of it, numbers do."""
_ICONS: Final = {
    "pictures": "image",
    "booths": "map-pin",
    "letters": "mail",
    "address": "globe",
    "issue": "id-card",
}
"""Deed -> its icon; texts and prints have one for all."""


def today() -> dt.date:
    """Return the day it is where the event takes place."""
    return local_time(dt.datetime.now(dt.UTC)).date()


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: how far the event is, the way there, and whether today is kept already."""

    readiness: Readiness
    way: Way
    is_kept: bool
    commits: int = 0
    """Of the desk, when it was read."""


def read(app: App, day: dt.date, commits: int = 0) -> Found:
    """Read everything that is counted by the database."""
    from showcase.reports.history import list_days, way
    from showcase.reports.readiness import read_readiness

    with app.reading() as session:
        readiness = read_readiness(session)
        days = list_days(session)
    return Found(readiness, way(days, day, readiness.required), any(kept.day == day for kept in days), commits)


def read_prints(app: App, progress: Progress) -> tuple[PrintState, ...]:
    """Read what is printed and no longer true, which takes longer the more was printed."""
    from showcase.reports.printed import read_print_states

    with app.reading() as session:
        return read_print_states(session, progress)


def keep_day(app: App, day: dt.date, found: Found) -> None:
    """Keep how far the event is today, unless it can only be read."""
    from showcase.reports.history import record_day

    if not app.database.read_only:
        with app.transaction() as session:
            record_day(session, day, found.readiness.required)


class OverviewPage(QWidget):
    """The page.

    Everything on it leads somewhere through `desk.wanted`: a page, or "page?filter". The filters are:

    - "organisations?WORD", "products?WORD", "sessions?WORD", "booths?WORD": the records that lack WORD, as
      `showcase.catalogue.lacking.lacks` names it: "text:fr", "booth", "picture", "ready", "exhibitor"…
    - "organisations?WORD&kind=KIND&exhibits": of one kind of organisation, and only those that exhibit; without WORD
      all of these ("organisations?kind=city&exhibits");
    - "people?none": without a badge; "people?unprinted"; "people?job_title:fr&role=speaker": speakers without a job
      title in French; "people?role=speaker": all speakers;
    - "organisations?new": begin a new organisation;
    - "printing?badges", "printing?signs", "printing?cards": what is to be printed;
    - "settings?WORDS": the settings that have these words, here the print deadline while none is set;
    - "letters", "import", and each page by its name alone.
    """

    tables = frozenset(
        {
            *("event", "organisations", "booths", "booth_assignments", "organisation_topics", "topics"),
            *("products", "product_media", "sessions", "people", "badges", "badge_events", "print_items"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.today: Callable[[], dt.date] = today
        self._found: Found | None = None
        self._prints: tuple[PrintState, ...] = ()
        self._counting: Task[Any] | None = None
        self._comparing: Task[Any] | None = None
        self._is_stale = True
        self._is_glance = False
        self.messages = Messages()
        self._title, self._days = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._days.setProperty("role", "sub")
        self._days.setContentsMargins(0, 0, 0, 2)
        self._days.setWordWrap(True)
        lead = desk.wanted.emit
        self.numbers = {name: Number(lead) for name in ("products", "badges", "texts", "booths")}
        self.bars, self.way, self.matrix = LanguageBars(lead), WayChart(), Matrix(lead)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self.boxes = {
            "texts": Box("texts", self._show_worst),
            "way": Box("way", lambda: lead(f"settings?{say('shell.event_print_deadline')}")),
            "matrix": Box("matrix", lambda: lead("organisations")),
            "deeds": Box("deeds"),
        }
        self._nothing = self._make_empty()
        self.progress = ProgressPanel()
        self._lay_out()
        self.retranslate()

    def clear(self) -> None:
        """Forget what was counted of another event."""
        if self._is_glance:  # of this one, which is open now and read in a moment
            self._is_glance = False
            return
        self._found, self._prints = None, ()
        self._stack.setCurrentWidget(self._blank)

    def show_glance(self, glance: Glance) -> None:
        """Show what stood here when the event was put away, until it is open and counted."""
        self._desk.show_ahead(glance.event)
        self._is_glance = True
        self._found, self._prints = Found(glance.readiness, glance.way, is_kept=True), glance.prints
        self._show(self._found)

    def glance(self, counts: Mapping[str, int]) -> Glance | None:
        """Return what is to be shown when the event is opened again, read anew where it changed."""
        app, event, found, prints, day = self._desk.app, self._desk.record, self._found, self._prints, self.today()
        if app is None or event is None or found is None:
            return None
        if found.commits != self._desk.commits:
            if found.readiness.products.total + found.readiness.people > _QUICK:
                return None
            found, prints = read(app, day), ()
        return Glance(event, found.readiness, found.way, prints, counts, day)

    def reload(self) -> None:
        """Count again, at once when the page is looked at, else when it is."""
        self._is_stale = True
        if self._desk.app is None or self._desk.record is None or not self.isVisible():
            return
        self._is_stale = False
        for task in (self._counting, self._comparing):
            if task:
                task.cancel()
        day, commits = self.today(), self._desk.commits
        self._counting = self._desk.run(lambda app, _progress: read(app, day, commits), self._on_counted)

    def retranslate(self) -> None:
        """Say every text again, in the colours of the theme."""
        self.setAccessibleName(say("office.page_overview"))
        self._arrange()
        self._title.setText(say("office.page_overview"))
        self._days.setText(self._say_days(self._desk.record) if self._desk.record else "")
        for box in self.boxes.values():
            box.retranslate()
        self._nothing.retranslate()
        for button in self._nothing.findChildren(SayingButton):
            button.retranslate()
        if self._found:
            self._show(self._found)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - as Qt declares it
        """Count what changed while the page was not looked at."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Stand in two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _say_days(self, event: EventRecord) -> str:
        day = self.today()
        parts = []
        if event.starts_on:
            left = (event.starts_on - day).days
            key = "reports.days_opening" if left > 0 else "reports.opening_past" if left else "reports.opening_today"
            parts.append(say(key, n=left))
        if event.print_deadline and not (event.starts_on and event.starts_on < day):
            left = (event.print_deadline - day).days
            key = "reports.days_deadline" if left > 0 else "reports.deadline_past" if left else "reports.deadline_today"
            parts.append(say(key, n=left))
        return join(parts, ", ")

    def _dates(self) -> Dates:
        event = self._desk.record
        return Dates(self.today(), event.starts_on if event else None, event.print_deadline if event else None)

    def _on_counted(self, found: Found) -> None:
        self._counting = None
        self._found = found
        self._show(found)
        if not found.is_kept and found.readiness.required.total:
            day = self.today()
            # A day that cannot be kept, because somebody else writes just then, is kept the next time.
            keep = lambda app, _progress: keep_day(app, day, found)  # noqa: E731
            self._desk.run(keep, lambda _none: None, lane="write", failed=lambda _refused: None)
        self._comparing = self._desk.run(read_prints, self._on_compared)

    def _on_compared(self, prints: tuple[PrintState, ...]) -> None:
        self._comparing = None
        self._prints = prints
        if self._found:
            self._show_deeds(self._found.readiness)

    def _show(self, found: Found) -> None:
        readiness, dates = found.readiness, self._dates()
        if readiness.is_empty:
            self._stack.setCurrentWidget(self._nothing)
            return
        self._stack.setCurrentWidget(self._scroll)
        self._days.setText(self._say_days(self._desk.record) if self._desk.record else "")
        self._show_numbers(readiness)
        self.bars.show_texts(readiness.texts, text_page)
        self._show_box("texts", self.bars, there=bool(readiness.texts))
        self.boxes["texts"].link.setVisible(worst_text(readiness) is not None)
        self.way.show_way(found.way, dates)
        deadline = dates.deadline
        self.boxes["way"].aside.setText(say("reports.way_deadline", date=short_day(deadline)) if deadline else "")
        self.boxes["way"].link.setVisible(deadline is None)
        self.matrix.show_kinds(readiness.kinds, FIELDS)
        self._show_box("matrix", self.matrix, there=bool(readiness.kinds))
        self._show_deeds(readiness)

    def _show_box(self, name: str, chart: QWidget, *, there: bool) -> None:
        box = self.boxes[name]
        chart.setVisible(there)
        box.nothing.setVisible(not there)
        box.nothing.setText("" if there else say(f"reports.box_{name}_none"))

    def _show_numbers(self, found: Readiness) -> None:
        products, badges, booths = found.products, found.badges, found.booths
        rest = say("reports.number_products_rest", n=products.left) if products.left else ""
        self._show_number("products", products, rest, "products?ready" if rest else "products")
        rest = say("reports.number_badges_rest", n=badges.left) if badges.left else ""
        self._show_number("badges", badges, rest, "people?none" if rest else "people")
        self._show_texts(found)
        if found.placed.left:
            rest, target = say("reports.number_booths_rest", n=found.placed.left), "organisations?booth"
        elif booths.left:
            rest, target = say("reports.number_booths_free", n=booths.left), "booths?exhibitor"
        else:
            rest, target = "", "booths"
        self._show_number("booths", booths, rest, target)

    def _show_number(self, name: str, share: Share, rest: str, target: str) -> None:
        head = say(f"reports.number_{name}", n=len(self._found.readiness.languages) if self._found else 0)
        rest = rest or say("reports.number_done" if share.total else "reports.number_none")
        part = share.done / share.total if share.total else 0
        big = percent(part) if name == "texts" and share.total else number(share.done)
        of = say("reports.of", total=share.total) if share.total else ""
        self.numbers[name].show_number((head, big, of, rest), part, target)

    def _show_texts(self, found: Readiness) -> None:
        rest, target, worst = "", "organisations", worst_text(found)
        if worst:
            lacking = {it: sum(row.languages[it].incomplete for row in found.texts) for it in found.languages}
            most = max(lacking, key=lambda language: lacking[language])
            spoken = language_name(most, interface.language)
            left = found.texts_complete.left
            rest = say("reports.number_texts_rest", n=left, most=lacking[most], language=spoken)
            target = text_page(*worst)
        self._show_number("texts", found.texts_complete, rest, target)

    def _show_worst(self) -> None:
        worst = worst_text(self._found.readiness) if self._found else None
        if worst:
            self._desk.wanted.emit(text_page(*worst))

    def _show_deeds(self, found: Readiness) -> None:
        empty(self._steps)
        deeds = what_helps(found, self._prints)[:_DEEDS]
        for place, deed in enumerate(deeds):
            row = self._make_deed(deed, first=not place)
            row.setProperty("last", place == len(deeds) - 1)
            self._steps.addWidget(row)
        box = self.boxes["deeds"]
        box.nothing.setVisible(not deeds)
        box.nothing.setText("" if deeds else say("reports.box_deeds_none"))

    def _make_deed(self, deed: Deed, *, first: bool) -> DeedRow:
        params: dict[str, Any] = {
            "n": deed.count,
            "free": deed.free,
            "language": language_name(deed.language, interface.language) if deed.language else "",
        }
        keys = (f"reports.deed_{deed.name}", f"reports.deed_{deed.name}_text", f"reports.deed_{deed.name}_do")
        words = (say(keys[0], **params), say(keys[1], **params), say(keys[2], **params))
        icon = "languages" if deed.name.startswith("texts_") else _ICONS.get(deed.name, "printer")
        return DeedRow(icon, words, lambda: self._desk.wanted.emit(deed.where), first=first)

    def _make_empty(self) -> EmptyState:
        wanted = self._desk.wanted.emit
        state = EmptyState(
            SayingButton("reports.empty_import", lambda: wanted("import"), primary=True),
            SayingButton("reports.empty_add", lambda: wanted("organisations?new")),
            SayingButton("reports.empty_sample", self._open_sample),
        )
        state.set_texts(lambda: say("reports.empty"), lambda: say("reports.empty_text"))
        return state

    def _open_sample(self) -> None:
        task = self._desk.create_sample(documents_folder() / "Showcase" / f"sample{SUFFIX}")
        self.progress.follow(task, lambda: say("reports.doing_sample"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(22, 10, 22, 8)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._days, 1, Qt.AlignmentFlag.AlignBottom)
        contents = {"texts": self.bars, "way": self.way, "matrix": self.matrix}
        for name, content in contents.items():
            self.boxes[name].column.addWidget(content, 1)
        self.boxes["way"].column.setContentsMargins(0, 0, 0, 6)
        self.boxes["deeds"].column.addLayout(self._steps)
        self.boxes["deeds"].column.addStretch()
        self._top, self._grid = QGridLayout(), QGridLayout()
        self._top.setHorizontalSpacing(12)
        self._top.setVerticalSpacing(8)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(20)
        self._grid.setContentsMargins(6, 0, 6, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(14)
        column.addLayout(self._top)
        column.addLayout(self._grid, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._blank = QWidget()
        self._stack = QStackedWidget()
        for page in (self._blank, self._scroll, self._nothing):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self.messages)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self.progress)
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= px(_WIDE) else 1
        if columns == self._columns:
            return
        self._columns = columns
        self._lay(self._top, self.numbers.values(), 2 * columns)
        self._lay(self._grid, self.boxes.values(), columns)
        if columns == 2:
            self._grid.setColumnStretch(0, 21)
            self._grid.setColumnStretch(1, 20)

    @staticmethod
    def _lay(grid: QGridLayout, widgets: Iterable[QWidget], across: int) -> None:
        """Lay widgets in a grid so many across."""
        for place, widget in enumerate(widgets):
            grid.removeWidget(widget)
            grid.addWidget(widget, place // across, place % across)
        for place in range(4):
            grid.setColumnStretch(place, 1 if place < across else 0)
