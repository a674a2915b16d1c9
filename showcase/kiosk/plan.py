"""The floor plan: a hall to look around in, or the way from here to a booth; ahead is up."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.kiosk.pages import PageModel
from showcase.kiosk.planfinding import Found, Picked, booths_of, find, find_picked
from showcase.kiosk.planlaying import EMPTY, hall_of, lay, marks
from showcase.kiosk.planspots import Spot, spot_at, spot_beside, spots_of
from showcase.kiosk.plantelling import PlanTold, hall_name, tell_found, tell_halls, tell_legend, tell_names, tell_picked
from showcase.text import join

if TYPE_CHECKING:
    from showcase.catalogue.planview import Sheet
    from showcase.kiosk.guide import Grounds
    from showcase.kiosk.kiosk import Kiosk
    from showcase.qt.tasks import Task

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Plan(PageModel):
    """What is on the plan, where it leads, and what was touched.

    The mode is "hall" to look around, "way" with a way, "there" where a booth is shown and no way to it is known,
    "sign" where not even its place is known, "none" without anything to show, "" until it was read.

    Signals:
        laid: the plan is another one.
        picked_: something else was touched.
    """

    changed = Signal()
    laid = Signal()
    picked_ = Signal()

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._grounds: Grounds | None = None
        self._found: Found | None = None
        self._mine: frozenset[uuid.UUID] = frozenset()
        self._mode = ""
        self._hall: uuid.UUID | None = None
        self._sheet: Sheet = EMPTY
        self._spots: Sequence[Spot] = ()
        self._names: Mapping[uuid.UUID, str] = {}
        self._drawing = 0
        self._picked: Picked | None = None
        self._pick_task: Task[Any] | None = None
        self._card = 0
        self._part = ""
        self._visit = kiosk.visiting()
        kiosk.guide.ready.connect(self.load)
        kiosk.words_.changed.connect(self._draw)
        self._visit.keptChanged.connect(self.load)
        self._visit.readingChanged.connect(self._on_reading)

    @Slot()
    def load(self) -> None:
        """Read what it was opened for, and what is on the short list."""
        grounds = self.kiosk.guide.grounds
        if grounds is None:
            self._lay()
            return
        subject, kept, sits = self.subject, self._visit.entries(), bool(self._visit.reach)

        def read(session: Any) -> tuple[Grounds, Found | None, frozenset[uuid.UUID]]:
            found = find(session, grounds, subject, step_free=sits) if subject else None
            return grounds, found, booths_of(session, kept)

        self.read(read, self._on_read)

    def close(self) -> None:
        """Hear nothing any more, and let the drawing go."""
        self.kiosk.guide.ready.disconnect(self.load)
        self.kiosk.words_.changed.disconnect(self._draw)
        self._visit.keptChanged.disconnect(self.load)
        self._visit.readingChanged.disconnect(self._on_reading)
        self._leave_picked()
        self.kiosk.drawings.drop(self._drawing)
        super().close()

    @Slot(str)
    def choose(self, hall: str) -> None:
        """Show another hall."""
        if self._mode == "hall" and hall != str(self._hall):
            self._hall = uuid.UUID(hall)
            self._lay()

    @Slot(str)
    def show(self, part: str) -> None:
        """Show the plan ("") or the code that takes the way along ("phone")."""
        if part != self._part:
            self._part = part
            if part == "phone":
                self.kiosk.keeping.note("qr_shown", language=self.words.spoken)
            self.picked_.emit()

    @Slot(float, float, float)
    def touch(self, x: float, y: float, reach: float) -> None:
        """Pick what lies at a point of the sheet in metres, or so near to it; nothing else is picked then."""
        spot = spot_at(self._spots, x, y, reach) if self._mode == "hall" else None
        self.pick(str(spot.id) if spot else "")

    @Slot(str)
    def pick(self, key: str) -> None:
        """Pick a booth or a place; "" is nothing."""
        self._leave_picked()
        self._picked, self._card = None, 0
        spot = self._spot(key)
        grounds = self._grounds
        if spot is None or grounds is None:
            self.picked_.emit()
            return
        self._picked = Picked(spot.id, (), None)
        self.picked_.emit()
        self._pick_task = self.kiosk.content.read(
            lambda session: find_picked(session, grounds, spot.id), self._on_picked
        )

    @Slot(int, int, result=bool)
    def move(self, dx: int, dy: int) -> bool:
        """Pick what is next in a direction; return whether there is something."""
        at = self._spot(str(self._picked.spot)) if self._picked else None
        beside = spot_beside(self._spots, at, dx, dy)
        if beside is not None:
            self.pick(str(beside.id))
        return beside is not None

    @Slot(int)
    def step(self, by: int) -> None:
        """Pick the booth after or before, in the order of the codes; after the last comes the first."""
        booths = [spot for spot in self._spots if spot.code]
        if booths:
            picked = self._picked.spot if self._picked else None
            at = next((place for place, spot in enumerate(booths) if spot.id == picked), None)
            self.pick(str(booths[(min(by, 0) if at is None else at + by) % len(booths)].id))

    @Slot(int)
    def turn(self, by: int) -> None:
        """Show another exhibitor of the booth that is picked; after the last comes the first."""
        if self._picked and self._picked.exhibitors:
            self._card = (self._card + by) % len(self._picked.exhibitors)
            self.picked_.emit()

    @Slot()
    def _on_reading(self) -> None:
        """Look for a way without steps when somebody who sits asks, and for any when nobody does any more."""
        if self._found is not None and self._found.way is not None:
            self.load()

    def _spot(self, key: str) -> Spot | None:
        return next((spot for spot in self._spots if str(spot.id) == key), None)

    def _leave_picked(self) -> None:
        if self._pick_task is not None:
            self._pick_task.cancel()
            self._pick_task = None

    def _on_picked(self, picked: Picked) -> None:
        self._picked = picked
        self.picked_.emit()

    def _on_read(self, read: tuple[Grounds, Found | None, frozenset[uuid.UUID]]) -> None:
        was = self._grounds, self._found
        self._grounds, self._found, self._mine = read
        if self._mode and was == (self._grounds, self._found):
            self._draw()
            return
        self._lay()

    def _lay(self) -> None:
        """Lay out the sheet that is shown."""
        grounds = self._grounds
        self._leave_picked()
        self._picked, self._card = None, 0
        if grounds is not None:
            self._mode, self._sheet, self._hall = lay(grounds, self._found, self._hall)
        elif self.kiosk.content.app is None:
            self._mode = "none"
        self._spots = spots_of(self._sheet) if self._mode == "hall" else ()
        self._draw()
        self.laid.emit()
        self.picked_.emit()

    @Slot()
    def _draw(self) -> None:
        """Have the sheet painted with the names in the language of the screen."""
        from showcase.kiosk.planframe import Drawing

        grounds = self._grounds
        if grounds is None:
            return
        self.kiosk.drawings.drop(self._drawing)
        self._names = tell_names(self.words, grounds)
        here = self._get_geometry()["here"]
        at = (here["x"], here["y"]) if here else None
        drawing = Drawing(self._sheet, self._names, self._mine, grounds.taken, at)
        self._drawing = self.kiosk.drawings.put(drawing)
        self.changed.emit()

    def _get_told(self) -> dict[str, Any]:
        told = PlanTold()
        if self._grounds is not None and self._found is not None:
            told = tell_found(self.words, self._grounds, self._found, self._mode)
        return {name: list(value) if isinstance(value, tuple) else value for name, value in told._asdict().items()}

    def _get_geometry(self) -> dict[str, Any]:
        """Return the size of the sheet in metres and the marks on it."""
        sheet = self._sheet
        placed = marks(sheet, self._grounds, self._found) if self._grounds is not None else {}
        return {
            "width": sheet.width_m,
            "depth": sheet.depth_m,
            "here": None,
            "target": None,
            "routes": [],
            "blocks": [],
        } | placed

    def _get_spots(self) -> list[dict[str, Any]]:
        return [
            {
                "key": str(spot.id),
                "name": join((spot.code, self._names.get(spot.id, "")), ", "),
                "x": spot.rect.x,
                "y": spot.rect.y,
                "w": spot.rect.width,
                "h": spot.rect.depth,
            }
            for spot in self._spots
        ]

    def _get_picked(self) -> dict[str, Any] | None:
        spot = self._spot(str(self._picked.spot)) if self._picked else None
        if spot is None or self._picked is None or self._grounds is None:
            return None
        told = tell_picked(self.words, self._grounds, self._picked, spot.code, self._card)
        return told | {"x": spot.rect.x, "y": spot.rect.y, "w": spot.rect.width, "h": spot.rect.depth}

    def _get_halls(self) -> list[dict[str, Any]]:
        here = hall_of(self._grounds.site, self._grounds.here) if self._grounds else None
        return tell_halls(self.words, self._grounds, here) if self._grounds and self._mode == "hall" else []

    def _get_legend(self) -> list[dict[str, str]]:
        has_mine = any(laid.booth.id in self._mine for laid in self._sheet.booths)
        has_here = self._get_geometry()["here"] is not None
        return tell_legend(self.words, self._sheet, has_mine=has_mine, has_here=has_here)

    def _get_note(self) -> str:
        """Return what has to be known of the sheet: that something is gone, or that its rows are not drawn."""
        if self.subject and self._mode and self._found is None:
            return self.words.say("kioskpages.gone")
        is_loose = any(not laid.is_placed for laid in self._sheet.booths)
        return self.words.say("kioskplan.not_drawn") if is_loose else ""

    def _get_place(self) -> str:
        """Return the name of the hall that is looked at, "" where it is only a letter."""
        hall = self._sheet.halls[0].hall if self._mode == "hall" and self._sheet.halls else None
        return self.words.pick(hall.name) if hall is not None else ""

    def _get_name(self) -> str:
        """Return what the plan is called for somebody who hears it."""
        if self._mode == "hall" and self._sheet.halls:
            return self.words.say("kioskplan.plan_of", hall=hall_name(self.words, self._sheet.halls[0].hall))
        return self.words.say("kioskplan.way_to", goal=self._get_told()["goal"])

    mode = Property(str, lambda self: self._mode, notify=laid)
    geometry = Property("QVariantMap", _get_geometry, notify=laid)  # type: ignore[arg-type]  # Qt takes names of types too
    drawing = Property(int, lambda self: self._drawing, notify=changed)
    told = Property("QVariantMap", _get_told, notify=changed)  # type: ignore[arg-type]
    spots = Property(list, _get_spots, notify=changed)
    halls = Property(list, _get_halls, notify=changed)
    hall = Property(str, lambda self: str(self._hall or ""), notify=laid)
    legend = Property(list, _get_legend, notify=changed)
    note = Property(str, _get_note, notify=changed)
    place = Property(str, _get_place, notify=changed)
    name = Property(str, _get_name, notify=changed)
    picked = Property("QVariant", _get_picked, notify=picked_)  # type: ignore[arg-type]
    part = Property(str, lambda self: self._part, notify=picked_)
