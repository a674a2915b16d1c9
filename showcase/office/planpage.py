"""The floor plan: a hall from above, who stands where, and names without a booth to drag onto a free one."""

from __future__ import annotations

import uuid
from collections import Counter
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
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from showcase.catalogue.change import Change
from showcase.catalogue.floorplan import Rect, rect_of
from showcase.errors import UserError
from showcase.office.bars import Messages
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.labels import empty, local, make_label
from showcase.office.listings import word
from showcase.office.plancanvas import MIME, PlanCanvas, Swatch, state_of
from showcase.qt.tasks import Task
from showcase.qt.translate import interface, number, say
from showcase.text import fold

if TYPE_CHECKING:
    from showcase.app import App

_LEFT: Final = 230
_RIGHT: Final = 270
_STATES: Final = ("taken", "shared", "free", "service", "conflict")
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

    tables = frozenset({"booths", "halls", "booth_assignments", "organisations", "event"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._halls: list[Any] = []
        self._booths: list[Any] = []
        self._without: list[Any] = []
        self._reading: Task[Any] | None = None
        self.messages = Messages()
        self.hall_box = QComboBox()
        self.canvas = PlanCanvas()
        self.filter = QLineEdit()
        self.homeless = Homeless()
        self._title, self._count = QLabel(), QLabel()
        self._left_head, self._legend, self._hint = QLabel(), QVBoxLayout(), make_label("", "small")
        self._panel = QVBoxLayout()
        self._empty = EmptyState(
            SayingButton("office.act_import", lambda: desk.wanted.emit("import?ask"), primary=True)
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.hall_box.activated.connect(lambda _place: self._show_hall())
        self.canvas.picked.connect(lambda _booth: self._show_booth())
        self.canvas.moved.connect(self.move_booth)
        self.canvas.dropped.connect(self.assign)
        self.filter.textChanged.connect(self._fill_homeless)
        self.homeless.itemActivated.connect(self._give_selected)
        self.retranslate()

    def reload(self) -> None:
        """Read the halls, their booths and who has none again."""
        if self._desk.app is None:
            return
        if self._reading:
            self._reading.cancel()
        self._reading = self._desk.run(lambda app, _progress: _read(app), self._on_read)

    def clear(self) -> None:
        """Forget the hall and booth that were shown of another event."""
        self.canvas.selected = None
        self.hall_box.clear()
        self.messages.clear()

    def assign(self, booth: Any, organisation: uuid.UUID) -> None:
        """Give a booth to an organisation beside those who have it."""
        was = [it.id for it in booth.exhibitors]
        if organisation not in was:
            self._change(booth, [Change("exhibitors", [*was, organisation], was=was)])

    def take_away(self, booth: Any, organisation: uuid.UUID) -> None:
        """Take a booth from an organisation."""
        was = [it.id for it in booth.exhibitors]
        self._change(booth, [Change("exhibitors", [it for it in was if it != organisation], was=was)])

    def move_booth(self, booth: Any, place: Rect) -> None:
        """Put a booth elsewhere: one edit, whichever way it went."""
        if rect_of(booth) != place:
            changes = [Change("x_m", place.x, was=booth.x_m), Change("y_m", place.y, was=booth.y_m)]
            self._change(booth, changes)

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("office.page_plan"))
        self.hall_box.setAccessibleName(say("plan.hall"))
        self.filter.setPlaceholderText(say("plan.filter"))
        self.filter.setAccessibleName(say("plan.filter"))
        self.homeless.setAccessibleName(say("plan.without"))
        self._hint.setText(say("plan.hint"))
        self._empty.set_texts(lambda: say("plan.empty"), lambda: say("plan.empty_do"))
        self._fill_halls()
        self._fill_homeless()
        self._show_hall()

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
        head.addWidget(self.hall_box)
        area = QScrollArea()
        area.setObjectName("canvas")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.canvas)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        for part in (self._make_left(), area, self._make_right()):
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
        for part in (self._left_head, self.filter):
            column.addWidget(part)
        column.addWidget(self.homeless, 1)
        column.addWidget(self._hint)
        column.addLayout(self._legend)
        return left

    def _make_right(self) -> QWidget:
        right = QWidget()
        right.setObjectName("form")
        right.setMinimumWidth(220)
        self._panel.setContentsMargins(12, 12, 12, 12)
        self._panel.setSpacing(4)
        outer = QVBoxLayout(right)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._panel)
        outer.addStretch()
        return right

    def _on_read(self, found: tuple[list[Any], list[Any], list[Any]]) -> None:
        self._reading = None
        self._halls, self._booths, self._without = found
        self._stack.setCurrentIndex(0 if self._halls else 1)
        self._fill_halls()
        self._fill_homeless()
        self._show_hall()

    def _fill_halls(self) -> None:
        shown = self.hall_box.currentData()
        self.hall_box.clear()
        for hall in self._halls:
            self.hall_box.addItem(local(hall.name) or hall.code, hall.code)
        self.hall_box.setCurrentIndex(max(0, self.hall_box.findData(shown)))

    def _fill_homeless(self) -> None:
        typed = fold(self.filter.text())
        self.homeless.clear()
        for organisation in self._without:
            if typed in fold(" ".join(organisation.name.values())):
                item = QListWidgetItem(local(organisation.name), self.homeless)
                item.setData(_ID, organisation.id)
        self._left_head.setText(f"{say('plan.without')}  {number(len(self._without))}")

    def _here(self) -> list[Any]:
        code = self.hall_box.currentData()
        return [booth for booth in self._booths if booth.hall == code]

    def _show_hall(self) -> None:
        code = self.hall_box.currentData()
        hall = next((hall for hall in self._halls if hall.code == code), None)
        booths = self._here()
        self.canvas.show_hall(booths, hall.width_m if hall else None, hall.depth_m if hall else None)
        unplaced = sum(rect_of(booth) is None for booth in booths)
        taken = sum(bool(booth.exhibitors) for booth in booths)
        told = say("plan.count", taken=taken, total=len(booths))
        self._count.setText(told + (f" · {say('plan.unplaced', n=unplaced)}" if unplaced else ""))
        self._show_legend(booths)
        self._show_booth()

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

    def _show_booth(self) -> None:
        """Say what is known of the selected booth, with what can be done."""
        empty(self._panel)
        booth = self.canvas.booth
        if booth is None:
            self._panel.addWidget(make_label(say("plan.none"), "sub"))
            return
        place = rect_of(booth)
        assert place is not None
        self._panel.addWidget(make_label(say("office.booth_title", code=booth.code), "lead"))
        self._panel.addWidget(make_label(word("booth", booth.kind), "sub"))
        size = say("plan.size", width=f"{place.width:g}", depth=f"{place.depth:g}", x=f"{place.x:g}", y=f"{place.y:g}")
        self._panel.addWidget(make_label(size, "sub"))
        if booth.id in self.canvas.wrong:
            self._panel.addWidget(make_label(say(f"plan.wrong_{self.canvas.wrong[booth.id]}"), "wrong"))
        self._panel.addWidget(make_label(say("office.field_exhibitors"), "label"))
        for exhibitor in booth.exhibitors:
            self._panel.addWidget(self._link(local(exhibitor.name), f"organisations?id={exhibitor.id}"))
            away = QPushButton(say("plan.take_away"))
            away.setAccessibleName(say("office.take_away", what=local(exhibitor.name)))
            away.clicked.connect(lambda _on=False, it=exhibitor.id: self.take_away(booth, it))
            self._panel.addWidget(away, 0, Qt.AlignmentFlag.AlignLeft)
        if not booth.exhibitors:
            self._panel.addWidget(make_label(say("office.booth_free"), "sub"))
        self._panel.addSpacing(10)
        self._panel.addWidget(self._link(say("plan.in_table"), f"booths?id={booth.id}"))

    def _link(self, text: str, target: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self._desk.wanted.emit(target))
        return button

    def _give_selected(self, item: QListWidgetItem) -> None:
        """Give the selected booth to the organisation whose name Enter was pressed on."""
        if self.canvas.booth is None:
            self.messages.show_text("warn", lambda: say("plan.choose_first"))
        else:
            self.assign(self.canvas.booth, item.data(_ID))

    def _change(self, booth: Any, changes: list[Change]) -> None:
        self.messages.clear()
        self._desk.edits.change("booths", booth.id, changes, failed=self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self.messages.show_error(error)
        self.reload()


def _read(app: App) -> tuple[list[Any], list[Any], list[Any]]:
    from showcase.catalogue.queries import list_booths, list_halls, list_organisations

    with app.reading() as session:
        without = list_organisations(session, lacking="booth", language=interface.language)
        return list_halls(session), list_booths(session), without
