"""What the floor plan shows, read in one go off the thread of the window, and the ways it is asked for."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from showcase.catalogue.aisles import Floor
from showcase.catalogue.floorplan import AISLE, Rect, extent, rect_of
from showcase.catalogue.kinds import PlaceKind
from showcase.qt.translate import interface

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.catalogue.ways import Routes, Site, Way
    from showcase.progress import Progress


@dataclass
class Plan:
    """The halls with what stands in them, and who stands nowhere."""

    halls: Sequence[Any] = ()
    booths: Sequence[Any] = ()
    places: Sequence[Any] = ()
    without: Sequence[Any] = ()
    languages: Sequence[str] = ()
    site: Site | None = None
    narrow: Mapping[uuid.UUID, Sequence[Rect]] | None = None
    """Id of a hall -> its aisles that are too narrow."""
    _routes: Routes | None = None

    def hall(self, code: str | None) -> Any | None:
        """Return the hall with a code."""
        return next((hall for hall in self.halls if hall.code == code), None)

    def thing(self, which: uuid.UUID | None) -> Any | None:
        """Return the booth or place with an id."""
        return next((it for it in (*self.booths, *self.places) if it.id == which), None)

    def way(self, start: uuid.UUID, goal: uuid.UUID) -> Way | None:
        """Return the way between two; the first time it takes a moment, so not on the thread of the window."""
        from showcase.catalogue.ways import Routes

        if self.site is None:
            return None
        self._routes = self._routes or Routes(self.site)
        return self._routes.way(start, goal)

    def unreached(self, hall_id: uuid.UUID, progress: Progress) -> list[Any] | None:
        """Return the booths and places of a hall that no entrance leads to; None where there is no entrance.

        Raises:
            Cancelled: from the progress.
        """
        entrances = [place.id for place in self.places if place.kind is PlaceKind.ENTRANCE]
        things = [it for it in (*self.booths, *self.places) if it.hall_id == hall_id and it.x_m is not None]
        if not entrances:
            return None
        found = []
        for done, it in enumerate(things):
            progress(done, len(things))
            if not any(self.way(entrance, it.id) for entrance in entrances):
                found.append(it)
        return found


def read_plan(app: App) -> Plan:
    """Read everything."""
    from showcase.catalogue.queries import get_event, list_booths, list_halls, list_organisations, list_places
    from showcase.catalogue.ways import site_of

    with app.reading() as session:
        plan = Plan(
            halls=list_halls(session),
            booths=list_booths(session),
            places=list_places(session),
            without=list_organisations(session, lacking="booth", language=interface.language),
            languages=get_event(session).languages,
            site=site_of(session),
        )
    narrow = {}
    for hall in plan.halls:
        booths = [booth for booth in plan.booths if booth.hall_id == hall.id]
        rects = [rect for booth in booths if (rect := rect_of(booth)) is not None]
        floor = Floor(*extent(booths, hall.width_m, hall.depth_m), rects)
        narrow[hall.id] = floor.narrow(AISLE, walls=bool(hall.width_m and hall.depth_m))
    plan.narrow = narrow
    return plan
