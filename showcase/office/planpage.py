"""The floor plan: a hall from above, who stands where, and names without a booth to drag onto a free one."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable
from itertools import chain, count
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from showcase.catalogue.change import Change
from showcase.catalogue.floorplan import Rect, free_point, rect_of
from showcase.catalogue.kinds import PASSAGES, PlaceKind
from showcase.catalogue.records import BoothRecord, HallRecord, PlaceRecord
from showcase.errors import UserError
from showcase.office.bars import Messages
from showcase.office.desk import Desk
from showcase.office.drawingpanel import DrawingPanel
from showcase.office.drawings import Drawings
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.labels import empty, local, make_label
from showcase.office.plancanvas import MIME, PlanCanvas
from showcase.office.planlooks import Swatch, metres_of, place_name, state_of
from showcase.office.planpanel import PlanPanel
from showcase.office.planreading import Plan, read_plan
from showcase.qt.images import icon
from showcase.qt.tasks import Task
from showcase.qt.translate import number, say
from showcase.text import fold

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.progress import Progress

_LEFT: Final = 230
_RIGHT: Final = 270
_STATES: Final = ("taken", "shared", "free", "service", "conflict")
_TABLES: Final = {HallRecord: "halls", BoothRecord: "booths", PlaceRecord: "places"}
_ID: Final = int(Qt.ItemDataRole.UserRole)


class Homeless(QListWidget):
    """Organisations without a booth; a name can be dragged onto the plan, or given to the selected booth with Enter."""

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - as Qt declares it
        """Carry the id of the organisation."""
        item = self.currentItem()
        if self.currentRow() < 0:
            return
        mime = QMimeData()
        mime.setData(MIME, QByteArray(str(item.data(_ID)).encode()))
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(actions)


class PlanPage(QWidget):
    """The page."""

    tables = frozenset({"booths", "halls", "places", "booth_assignments", "organisations", "event"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = Plan()
        self._reading: Task[Any] | None = None
        self._checking: Task[Any] | None = None
        self._start: uuid.UUID | None = None
        self._wanted: uuid.UUID | None = None
        """What is to be selected once it is read: somebody has just added it."""
        self._next_hall: str | None = None
        """The code of the hall that is to be shown then."""
        self.messages = Messages()
        self.hall_box = QComboBox()
        self.canvas = PlanCanvas()
        self.panel, self.drawing_panel = PlanPanel(), DrawingPanel()
        self._right = QStackedWidget()
        self.drawings = Drawings(desk, self.canvas, self.drawing_panel, self.messages)
        self.filter = QLineEdit()
        self.homeless = Homeless()
        self._title, self._count = QLabel(), QLabel()
        self._left_head, self._legend, self._hint = QLabel(), QVBoxLayout(), make_label("", "small")
        self._all_placed = make_label("", "sub")
        self.smaller, self.larger, self.whole = QToolButton(), QToolButton(), QToolButton()
        self._empty = EmptyState(
            SayingButton("office.act_import", lambda: desk.wanted.emit("import?ask"), primary=True),
            SayingButton("ways.more_halls", self.add_hall),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Read the halls, what stands in them and who has no booth again."""
        if self._desk.app is None:
            return
        if self._reading:
            self._reading.cancel()
        self._reading = self._desk.run(lambda app, _progress: read_plan(app), self._on_read)

    def clear(self) -> None:
        """Forget the hall and booth that were shown of another event."""
        self.canvas.selected = self._start = self._wanted = None
        self.drawings.show_hall(None)
        self.canvas.show_way(())
        self.hall_box.clear()
        self.messages.clear()

    def assign(self, booth: Any, organisation: uuid.UUID) -> None:
        """Give a booth to an organisation beside those who have it."""
        was = [it.id for it in booth.exhibitors]
        if organisation not in was:
            self._change("booths", booth.id, [Change("exhibitors", [*was, organisation], was=was)])

    def take_away(self, booth: Any, organisation: uuid.UUID) -> None:
        """Take a booth from an organisation."""
        was = [it.id for it in booth.exhibitors]
        self._change("booths", booth.id, [Change("exhibitors", [it for it in was if it != organisation], was=was)])

    def move_thing(self, thing: Any, place: Rect) -> None:
        """Put a booth or place elsewhere: one edit, whichever way it went."""
        if (thing.x_m, thing.y_m) != (place.x, place.y):
            changes = [Change("x_m", place.x, was=thing.x_m), Change("y_m", place.y, was=thing.y_m)]
            self._change(_TABLES[type(thing)], thing.id, changes)

    def add_place(self, kind: PlaceKind) -> None:
        """Add a place where there is room, from where it is dragged to where it is."""
        hall = self._hall
        if hall is not None:
            x, y = free_point(self.canvas.taken(), *self.canvas.hall_size)
            fields = {"hall_id": hall.id, "kind": str(kind), "x_m": x, "y_m": y}
            self.messages.clear()
            self._desk.edits.add("places", fields, self._on_added, self._on_refused)

    def add_hall(self) -> None:
        """Add a hall, called by the first letter that is free."""
        taken = {hall.code for hall in self._plan.halls}
        code = next(code for code in chain(ascii_uppercase, map(str, count(1))) if code not in taken)
        self.messages.clear()
        self._next_hall = code
        self._desk.edits.add("halls", {"code": code, "position": len(taken)}, lambda _id: None, self._on_refused)

    def delete(self, thing: Any) -> None:
        """Put a hall, booth or place into the bin; undo brings it back."""
        self.messages.clear()
        table = _TABLES[type(thing)]
        self._desk.edits.delete(table, [thing.id], lambda _none: self.canvas.select(None))

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("office.page_plan"))
        self.hall_box.setAccessibleName(say("plan.hall"))
        self.filter.setPlaceholderText(say("plan.filter"))
        self.filter.setAccessibleName(say("plan.filter"))
        self.homeless.setAccessibleName(say("plan.without"))
        self._hint.setText(say("plan.hint"))
        self._empty.set_texts(lambda: say("plan.empty"), lambda: say("plan.empty_do"))
        for button, name, text in (
            (self.smaller, "zoom-out", say("ways.smaller")),
            (self.larger, "zoom-in", say("ways.larger")),
            (self.whole, "maximize", say("ways.whole")),
        ):
            button.setIcon(icon(name, size=16))
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.drawing_panel.retranslate()
        self._fill_halls()
        self._fill_homeless()
        self._show_hall()

    def _connect(self) -> None:
        self.hall_box.activated.connect(lambda _place: self._show_hall())
        self.canvas.picked.connect(lambda _thing: self._show_thing())
        self.canvas.joined.connect(self._join)
        self.canvas.moved.connect(self.move_thing)
        self.canvas.dropped.connect(self.assign)
        self.canvas.unwanted.connect(self.delete)
        self.filter.textChanged.connect(self._fill_homeless)
        self.homeless.itemActivated.connect(self._give_selected)
        self.larger.clicked.connect(lambda: self.canvas.zoom_by(1.25))
        self.smaller.clicked.connect(lambda: self.canvas.zoom_by(0.8))
        self.whole.clicked.connect(lambda: self.canvas.zoom_by(0))
        panel = self.panel
        self._desk.leaving.connect(panel.flush)
        panel.changed.connect(self._change)
        panel.wanted.connect(self._desk.wanted)
        panel.in_rows.connect(self._place_in_rows)
        panel.more_booths.connect(self._add_booth)
        panel.repeated.connect(self._repeat)
        panel.more_places.connect(self.add_place)
        panel.more_halls.connect(self.add_hall)
        panel.unwanted.connect(self.delete)
        panel.taken_away.connect(self.take_away)
        panel.way_from.connect(self._begin_at)
        panel.drawing_wanted.connect(lambda laid: self.drawings.begin() if laid else self.drawings.ask())
        self._desk.leaving.connect(self.drawing_panel.flush)
        self.drawings.active.connect(lambda on: self._right.setCurrentIndex(int(on)))
        self.drawings.refused.connect(self._on_refused)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "sub")
        self._count.setContentsMargins(0, 0, 0, 3)
        self._left_head.setProperty("role", "strong")
        self.hall_box.setMinimumContentsLength(18)
        self.homeless.setObjectName("homeless")
        self.homeless.setDragEnabled(True)
        self.canvas.setAcceptDrops(True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        for tool in (self.hall_box, self.smaller, self.larger, self.whole):
            head.addWidget(tool)
        area = QScrollArea()
        area.setObjectName("canvas")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.canvas)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        self._right.addWidget(self.panel)
        self._right.addWidget(self.drawing_panel)
        for part in (self._make_left(), area, self._right):
            split.addWidget(part)
        split.setStretchFactor(1, 1)
        split.setSizes([_LEFT, 800, _RIGHT])
        for page in (split, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)

    def _make_left(self) -> QWidget:
        left = QWidget()
        left.setObjectName("form")
        left.setMinimumWidth(180)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        for part in (self._left_head, self._all_placed, self.filter):
            column.addWidget(part)
        column.addWidget(self.homeless, 1)
        column.addStretch()
        column.addWidget(self._hint)
        column.addLayout(self._legend)
        return left

    def _on_read(self, found: Plan) -> None:
        self._reading = None
        self._plan = found
        self._stack.setCurrentIndex(0 if found.halls else 1)
        if self._wanted is not None and found.thing(self._wanted) is not None:
            self.canvas.selected, self._wanted = self._wanted, None
        self._fill_halls()
        self._fill_homeless()
        self._show_hall()

    def _fill_halls(self) -> None:
        shown = self.hall_box.currentData()
        if self._plan.hall(self._next_hall) is not None:
            shown, self._next_hall = self._next_hall, None
        self.hall_box.clear()
        for hall in self._plan.halls:
            self.hall_box.addItem(local(hall.name) or hall.code, hall.code)
        self.hall_box.setCurrentIndex(max(0, self.hall_box.findData(shown)))

    def _fill_homeless(self) -> None:
        typed = fold(self.filter.text())
        self.homeless.clear()
        for organisation in self._plan.without:
            if typed in fold(" ".join(organisation.name.values())):
                item = QListWidgetItem(local(organisation.name), self.homeless)
                item.setData(_ID, organisation.id)
        self._left_head.setText(f"{say('plan.without')}  {number(len(self._plan.without))}")
        self._all_placed.setText(say("ways.all_placed"))
        self._all_placed.setVisible(not self._plan.without)
        for part in (self.filter, self.homeless):
            part.setVisible(bool(self._plan.without))

    @property
    def _hall(self) -> Any | None:
        return self._plan.hall(self.hall_box.currentData())

    def _here(self) -> list[Any]:
        code = self.hall_box.currentData()
        return [booth for booth in self._plan.booths if booth.hall == code]

    def _show_hall(self) -> None:
        hall, booths = self._hall, self._here()
        places = [place for place in self._plan.places if hall is not None and place.hall_id == hall.id]
        narrow = (self._plan.narrow or {}).get(hall.id, ()) if hall else ()
        self.canvas.show_hall(booths, hall.width_m if hall else None, hall.depth_m if hall else None, places, narrow)
        unplaced = sum(rect_of(booth) is None for booth in booths)
        taken = sum(bool(booth.exhibitors) for booth in booths)
        told = say("plan.count", taken=taken, total=len(booths))
        self._count.setText(told + (f" · {say('plan.unplaced', n=unplaced)}" if unplaced else ""))
        self._show_legend(booths)
        self.drawings.show_hall(hall)
        self._show_thing()

    def _show_legend(self, booths: list[Any]) -> None:
        counts = Counter(state_of(booth, self.canvas.wrong) for booth in booths)
        empty(self._legend)
        for state in _STATES:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Swatch(state))
            row.addWidget(make_label(say(f"plan.state_{state}"), "small"), 1)
            row.addWidget(make_label(number(counts[state]), "small"))
            self._legend.addWidget(line)

    def _show_thing(self) -> None:
        """Say what is known of what is selected, with what can be done, and the way to it."""
        thing = self.canvas.chosen
        wrong = self.canvas.wrong.get(thing.id, "") if thing is not None else ""
        self.panel.show_thing(self._plan, self._hall, thing, wrong, self._start)
        self._look_for_way()

    # Ways

    def _begin_at(self, start: uuid.UUID | None) -> None:
        self._start = start
        self._look_for_way()

    def _join(self, thing: Any) -> None:
        """Show the way from what is selected to another thing, which is selected now."""
        chosen = self.canvas.chosen
        self._start = chosen.id if chosen is not None else None
        self.canvas.select(thing)

    def _look_for_way(self) -> None:
        thing, start, plan, hall = self.canvas.chosen, self._start, self._plan, self._hall
        self.canvas.show_way(())
        self.panel.tell_way("")
        if self._checking is not None:
            self._checking.cancel()
        if thing is None and hall is not None and self._desk.app is not None:
            self._checking = self._desk.run(
                lambda _app, progress: plan.unreached(hall.id, progress),
                lambda found: self._on_unreached(plan, hall, found),
            )
        if thing is not None and start is not None and start != thing.id and self._desk.app is not None:
            goal = thing.id
            self._desk.run(
                lambda _app, _progress: plan.way(start, goal), lambda way: self._on_way(plan, start, goal, way)
            )

    def _on_way(self, plan: Plan, start: uuid.UUID, goal: uuid.UUID, way: Any) -> None:
        if (plan, start, goal) != (self._plan, self._start, self.canvas.selected):
            return  # another one is wanted by now
        if way is None:
            self.panel.tell_way(say("ways.none"), wrong=True)
            return
        hall = self._hall
        self.canvas.show_way([leg.points for leg in way.legs if hall is not None and leg.hall_id == hall.id])
        through = [place_name(plan.thing(turn.landmark)) for turn in way.turns if turn.kind in PASSAGES]
        told = say("ways.length", metres=metres_of(way.metres), n=way.minutes)
        self.panel.tell_way("\n".join([told, *(say("ways.through", what=name) for name in through)]))

    def _on_unreached(self, plan: Plan, hall: Any, found: list[Any] | None) -> None:
        if plan is not self._plan or hall is not self._hall or self.canvas.chosen is not None:
            return
        if found is None:
            self.panel.tell_way(say("ways.no_entrance"))
        elif found:
            names = ", ".join(place_name(it) if isinstance(it, PlaceRecord) else it.code for it in found)
            self.panel.tell_way(say("ways.unreached", what=names), wrong=True)
        else:
            self.panel.tell_way(say("ways.all_reached"))

    # Edits

    def _place_in_rows(self) -> None:
        self._floor(lambda session, hall: _flooring().place_in_rows(session, hall))

    def _add_booth(self) -> None:
        self._floor(lambda session, hall: _flooring().add_booth_to(session, hall), self._on_added)

    def _repeat(self, booth: Any, count: int, down: bool) -> None:
        self._floor(lambda session, _hall: _flooring().repeat_booth(session, booth.id, count, down=down))

    def _floor(self, work: Callable[[Any, uuid.UUID], Any], answer: Callable[[Any], object] = bool) -> None:
        """Put booths on the floor of the hall that is shown, in one edit."""
        hall = self._hall
        if hall is None:
            return

        def write(app: App, _progress: Progress) -> Any:
            with app.transaction() as session:
                return work(session, hall.id)

        self.messages.clear()
        self._desk.run(write, answer, lane="write", failed=self._on_refused)

    def _on_added(self, which: uuid.UUID) -> None:
        """Select what was added, now or when it is read."""
        if self._plan.thing(which) is not None:
            self.canvas.selected = which
            self._show_hall()
        else:
            self._wanted = which

    def _give_selected(self, item: QListWidgetItem) -> None:
        """Give the selected booth to the organisation whose name Enter was pressed on."""
        if self.canvas.booth is None:
            self.messages.show_text("warn", lambda: say("plan.choose_first"))
        else:
            self.assign(self.canvas.booth, item.data(_ID))

    def _change(self, table: str, row_id: uuid.UUID, changes: list[Change]) -> None:
        self.messages.clear()
        self._desk.edits.change(table, row_id, changes, failed=self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self.messages.show_error(error)
        self.reload()


def _flooring() -> Any:
    from showcase.catalogue import flooring  # with the database, which the window does not wait for

    return flooring
