"""The panel of the floor plan: the hall, booth or place that is selected, what can be changed, and the way to it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from showcase.catalogue.change import Change
from showcase.catalogue.floorplan import rect_of
from showcase.catalogue.kinds import PASSAGES, PLACE_ICONS, PlaceKind
from showcase.catalogue.records import PlaceRecord
from showcase.office.inspecting.controls import still
from showcase.office.labels import empty, language_name, local, make_label
from showcase.office.listings import word
from showcase.office.planlooks import metres_of, place_name
from showcase.office.planreading import Plan
from showcase.qt.images import GAP, icon
from showcase.qt.translate import say

_LONGEST: Final = 1000.0
_MOST: Final = 50


class Metres(QDoubleSpinBox):
    """A length in metres, or none."""

    def __init__(self, value: float | None, name: str) -> None:
        super().__init__()
        self.setRange(0.0, _LONGEST)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSuffix(" m")
        self.setSpecialValueText("–")
        self.setKeyboardTracking(False)
        still(self, self)
        self.setMinimumWidth(70)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setValue(value or 0.0)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)


class PlanPanel(QScrollArea):
    """The panel.

    Signals:
        changed: (table, id, the changes that somebody made).
        wanted: a page, or "page?query", that it leads to.
        in_rows: the booths of the hall without a place are to be put in rows.
        more_booths: a booth more is wanted in the hall.
        repeated: (a booth, how many more like it, whether downwards).
        more_places: a place of this kind is wanted in the hall.
        more_halls: another hall is wanted.
        unwanted: the hall, booth or place that is to be deleted.
        taken_away: (a booth, the id of the organisation that is not to have it).
        way_from: the id of where the way to the selected thing starts, or None.
        drawing_wanted: whether a drawing is to be laid under the hall (False) or the one there adjusted (True).
    """

    changed = Signal(str, object, object)
    wanted = Signal(str)
    in_rows = Signal()
    more_booths = Signal()
    repeated = Signal(object, int, bool)
    more_places = Signal(object)
    more_halls = Signal()
    unwanted = Signal(object)
    taken_away = Signal(object, object)
    way_from = Signal(object)
    drawing_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("planpanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumWidth(240)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("form")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(5)
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._column)
        outer.addStretch()
        self.setWidget(inner)
        self.way_label = make_label("", "sub")
        self._shown: uuid.UUID | None = None

    def show_thing(self, plan: Plan, hall: Any, thing: Any | None, wrong: str, start: uuid.UUID | None) -> None:
        """Show a booth or place, or the hall when it is None.

        Args:
            plan: everything there is.
            hall: the hall.
            thing: the booth or place.
            wrong: "overlap" or "outside" where a booth cannot stand so, else "".
            start: the id of where the way to it starts.
        """
        focused, shown = self._focused(), (thing or hall).id if thing or hall else None
        name = focused.objectName() if focused is not None else ""
        typed = focused.text() if isinstance(focused, QLineEdit) and focused.isModified() else None
        same, self._shown = shown == self._shown, shown
        if focused is not None and same and typed is not None:
            focused.blockSignals(True)  # it is not left, it only makes room for another like it
        empty(self._column)
        if thing is None:
            self._show_hall(plan, hall)
        elif isinstance(thing, PlaceRecord):
            self._show_place(plan, thing)
            self._show_way(plan, thing, start)
        else:
            self._show_booth(thing, wrong)
            self._show_way(plan, thing, start)
        again = self._find(name) if name else None
        if again is not None:
            again.setFocus()
        if same and typed is not None and isinstance(again, QLineEdit):
            again.setText(typed)  # somebody else changed something meanwhile; what is being typed here stays
            again.setModified(True)

    def flush(self) -> None:
        """Keep what was typed and not left yet."""
        focused = self._focused()
        if focused is not None:
            focused.clearFocus()

    def _find(self, name: str) -> QWidget | None:
        """Return the control of a name among those that are shown; those before them are let go only later."""
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                found = widget if widget.objectName() == name else widget.findChild(QWidget, name)
                if found is not None:
                    return found
        return None

    def _focused(self) -> QWidget | None:
        return next((it for it in self.findChildren(QWidget) if it.hasFocus()), None)

    # The hall

    def _show_hall(self, plan: Plan, hall: Any) -> None:
        if hall is None:
            return
        booths = [booth for booth in plan.booths if booth.hall_id == hall.id]
        unplaced = sum(rect_of(booth) is None for booth in booths)
        narrow = len((plan.narrow or {}).get(hall.id, ()))
        self._say(local(hall.name) or hall.code, "lead")
        for language in plan.languages:
            self._name_row("halls", hall, language)
        self._size("halls", hall)
        if not (hall.width_m and hall.depth_m):
            self._say(say("ways.size_unknown"), "sub")
        if narrow:
            self._say(say("ways.narrow", n=narrow), "warn")
        self._column.addSpacing(8)
        if unplaced:
            self._say(say("ways.waiting", n=unplaced), "sub")
            self._button("in_rows", say("ways.in_rows"), self.in_rows.emit, primary=True)
        self._button("more_booths", say("ways.more_booths"), self.more_booths.emit, primary=not booths)
        more = self._button("more_places", say("ways.more_places"))
        menu = QMenu(more)
        for kind in PlaceKind:
            action = menu.addAction(icon(PLACE_ICONS[kind], size=16), _capital(say(f"catalogue.place_kind_{kind}")))
            action.triggered.connect(lambda _on=False, it=kind: self.more_places.emit(it))
        more.setMenu(menu)
        self._button("more_halls", say("ways.more_halls"), self.more_halls.emit)
        if not booths:
            self._button("delete", say("ways.delete_hall"), lambda: self.unwanted.emit(hall))
        self._show_drawing(hall)
        self._column.addSpacing(8)
        self._say(say("ways.hall_hint"), "sub")
        self.way_label = make_label("", "sub")
        self._column.addWidget(self.way_label)

    def _show_drawing(self, hall: Any) -> None:
        """Offer to lay a drawing under the hall, or to adjust the one that lies there."""
        self._column.addSpacing(8)
        self._say(say("plan.drawing"), "label")
        laid = hall.underlay is not None
        self._say(hall.underlay.name if laid else say("plan.drawing_lay_hint"), "sub")
        text = say("plan.drawing_adjust") if laid else say("plan.drawing_lay")
        button = self._button("drawing", text, lambda: self.drawing_wanted.emit(laid))
        button.setIcon(icon("image", size=16, gap=GAP))
        button.setIconSize(QSize(16 + GAP, 16))

    # A booth

    def _show_booth(self, booth: Any, wrong: str) -> None:
        place = rect_of(booth)
        assert place is not None
        self._say(say("office.booth_title", code=booth.code), "lead")
        self._say(word("booth", booth.kind), "sub")
        self._say(say("ways.at", x=metres_of(place.x), y=metres_of(place.y)), "sub")
        self._size("booths", booth)
        if wrong:
            self._say(say(f"plan.wrong_{wrong}"), "wrong")
        self._say(say("office.field_exhibitors"), "label")
        for exhibitor in booth.exhibitors:
            self._link(local(exhibitor.name), f"organisations?id={exhibitor.id}")
            away = self._button("", say("plan.take_away"))
            away.clicked.connect(lambda _on=False, it=exhibitor.id: self.taken_away.emit(booth, it))
            away.setAccessibleName(say("office.take_away", what=local(exhibitor.name)))
        if not booth.exhibitors:
            self._say(say("office.booth_free"), "sub")
        self._column.addSpacing(8)
        self._link(say("plan.in_table"), f"booths?id={booth.id}")
        self._show_repeat(booth)
        self._button("delete", say("ways.delete_booth"), lambda: self.unwanted.emit(booth))

    def _show_repeat(self, booth: Any) -> None:
        """Offer more booths like one, side by side."""
        self._say(say("ways.repeat"), "label")
        count = QSpinBox()
        count.setObjectName("repeat_count")
        count.setRange(1, _MOST)
        count.setAccessibleName(say("ways.repeat"))
        count.lineEdit().setAccessibleName(say("ways.repeat"))
        still(count, count)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(count)
        for down, name, text in (
            (False, "arrow-right", say("ways.rightwards")),
            (True, "arrow-down", say("ways.downwards")),
        ):
            button = QPushButton(icon(name, size=15), "")
            button.setObjectName(f"repeat_{name}")
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _on=False, it=down: self.repeated.emit(booth, count.value(), it))
            row.addWidget(button)
        row.addStretch()
        self._row(row)

    # A place

    def _show_place(self, plan: Plan, place: Any) -> None:
        self._say(place_name(place), "lead")
        self._say(say("ways.at", x=metres_of(place.x_m), y=metres_of(place.y_m)), "sub")
        kinds = {str(kind): _capital(say(f"catalogue.place_kind_{kind}")) for kind in PlaceKind}
        box = self._choice("place_kind", say("ways.kind"), kinds, str(place.kind))
        box.activated.connect(
            lambda _row: self.changed.emit("places", place.id, [Change("kind", box.currentData(), was=place.kind)])
        )
        for language in plan.languages:
            self._name_row("places", place, language)
        if place.kind in PASSAGES:
            self._passages(plan, place)
        self._column.addSpacing(8)
        self._button("delete", say("ways.delete_place"), lambda: self.unwanted.emit(place))

    def _name_row(self, table: str, thing: Any, language: str) -> None:
        was = thing.name.get(language, "")
        line = QLineEdit(was)
        line.setCursorPosition(0)
        line.setObjectName(f"name_{language}")
        label = say("ways.name_in", language=language_name(language))
        line.setAccessibleName(label)

        def left() -> None:
            if line.text().strip() != was:
                change = Change("name", line.text().strip(), language, was=was)
                self.changed.emit(table, thing.id, [change])

        line.editingFinished.connect(left)
        self._say(label, "label")
        self._column.addWidget(line)

    def _passages(self, plan: Plan, place: Any) -> None:
        """Offer where a passage comes out, in another hall."""
        others = {
            str(it.id): f"{it.hall} · {place_name(it)}"
            for it in plan.places
            if it.kind in PASSAGES and it.hall_id != place.hall_id
        }
        led = str(place.leads_to_id) if place.leads_to_id else ""
        box = self._choice("place_leads_to", say("ways.leads_to"), {"": say("ways.nowhere"), **others}, led)
        back = next((it for it in plan.places if it.leads_to_id == place.id), None)
        if back is not None and not led:
            box.setItemText(0, say("ways.from_there", what=f"{back.hall} · {place_name(back)}"))

        def chosen(_row: int) -> None:
            value = uuid.UUID(box.currentData()) if box.currentData() else None
            self.changed.emit("places", place.id, [Change("leads_to_id", value, was=place.leads_to_id)])

        box.activated.connect(chosen)

    # The way

    def _show_way(self, plan: Plan, thing: Any, start: uuid.UUID | None) -> None:
        self._column.addSpacing(8)
        starts = {str(it.id): f"{it.hall} · {place_name(it)}" for it in plan.places if it.id != thing.id}
        begun = plan.thing(start)
        if begun is not None and str(begun.id) not in starts and begun.id != thing.id:
            starts[str(begun.id)] = say("office.booth_title", code=begun.code)
        box = self._choice("way_from", say("ways.way_from"), {"": say("ways.no_start"), **starts}, str(start or ""))
        box.activated.connect(
            lambda _row: self.way_from.emit(uuid.UUID(box.currentData()) if box.currentData() else None)
        )
        self.way_label = make_label("", "sub")
        self._column.addWidget(self.way_label)

    def tell_way(self, text: str, *, wrong: bool = False) -> None:
        """Say how long the way is or that there is none; of a hall, whether all of it can be reached."""
        self.way_label.setProperty("role", "wrong" if wrong else "sub")
        self.way_label.style().polish(self.way_label)
        self.way_label.setText(text)

    # Parts

    def _say(self, text: str, role: str) -> None:
        self._column.addWidget(make_label(text, role))

    def _size(self, table: str, thing: Any) -> None:
        """Offer the width and depth of a hall or booth."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        for field, label in (("width_m", say("ways.width")), ("depth_m", say("ways.depth"))):
            was = getattr(thing, field)
            box = Metres(was, label)
            box.setObjectName(f"{table}_{field}")

            def left(box: Metres = box, field: str = field, was: float | None = was) -> None:
                value = round(box.value(), 2) or None
                if value != was:
                    self.changed.emit(table, thing.id, [Change(field, value, was=was)])

            box.editingFinished.connect(left)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(make_label(label, "label"))
            column.addWidget(box)
            row.addLayout(column)
        self._row(row)

    def _row(self, layout: QHBoxLayout) -> None:
        """Add a layout with what is in it; it goes when the panel is emptied."""
        holder = QWidget()
        holder.setLayout(layout)
        self._column.addWidget(holder)

    def _choice(self, name: str, label: str, values: dict[str, str], chosen: str) -> QComboBox:
        """Add a choice with its label."""
        self._say(label, "label")
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        for value, text in values.items():
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._column.addWidget(box)
        return box

    def _button(
        self, name: str, text: str, act: Callable[[], object] | None = None, *, primary: bool = False
    ) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        if primary:
            button.setProperty("kind", "primary")
        if act is not None:
            button.clicked.connect(lambda _on=False: act())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _link(self, text: str, target: str) -> None:
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self.wanted.emit(target))
        self._column.addWidget(button)


def _capital(text: str) -> str:
    """Return a text with a capital at its beginning, as it stands alone."""
    return text[:1].upper() + text[1:]
