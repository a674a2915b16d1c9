"""Which sheet a page of the plan shows, and the marks on it: where one is, where one goes, how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import PlaceKind
from showcase.catalogue.planview import LaidHall, Sheet, lay_hall, lay_way

if TYPE_CHECKING:
    from showcase.catalogue.ways import PlanHall, PlanPlace, Site
    from showcase.kiosk.guide import Grounds
    from showcase.kiosk.planfinding import Found

_BESIDE_M: Final = 9.0
"""Metres beside a way that are looked at with it: an aisle and the booths along it."""
_TAB_M: Final = 6.0
"""About what a tab with the letter of a hall takes."""
EMPTY: Final = Sheet((), (), (), (), (), (), 1.0, 1.0)


def shown_halls(site: Site) -> list[PlanHall]:
    """Return the halls that have something in them."""
    filled = {it.hall_id for it in site.booths} | {it.hall_id for it in site.places}
    return [hall for hall in site.halls if hall.id in filled]


def lay(grounds: Grounds, found: Found | None, hall_id: UUID | None) -> tuple[str, Sheet, UUID | None]:
    """Return the mode of a page, its sheet, and the hall it shows.

    Args:
        grounds: what is where.
        found: what is looked for, None to look around.
        hall_id: the hall to look around in, None for the one where the screen stands.
    """
    if found is not None:
        return _lay_found(grounds, found)
    halls = shown_halls(grounds.site)
    if not halls:
        return "none", EMPTY, None
    wanted = hall_id or hall_of(grounds.site, grounds.here)
    hall = next((it for it in halls if it.id == wanted), halls[0])
    return "hall", lay_hall(_without_here(grounds), hall), hall.id


def _lay_found(grounds: Grounds, found: Found) -> tuple[str, Sheet, UUID | None]:
    if found.way is not None:
        return "way", lay_way(_without_here(grounds, found), found.way), None
    drawn = {it.id: it.hall_id for it in grounds.site.booths if it.rect is not None}
    drawn |= {it.id: it.hall_id for it in grounds.site.places}
    hall_id = drawn.get(found.spot) if found.spot else None
    hall = next((it for it in grounds.site.halls if it.id == hall_id), None)
    if hall is None:
        return "sign", EMPTY, None
    return "there", lay_hall(_without_here(grounds), hall), hall.id


def hall_of(site: Site, spot: UUID | None) -> UUID | None:
    """Return the hall of a booth or a place."""
    halls = {it.id: it.hall_id for it in site.booths} | {it.id: it.hall_id for it in site.places}
    return halls.get(spot) if spot else None


def _without_here(grounds: Grounds, found: Found | None = None) -> Site:
    """Return the site without the signs that marks stand for: this screen, and the place one looks for."""
    hidden = {grounds.here, found.spot if found else None}
    kept = [it for it in grounds.site.places if it.id not in hidden or it.kind is not PlaceKind.KIOSK]
    return replace(grounds.site, places=tuple(kept))


def marks(sheet: Sheet, grounds: Grounds | None, found: Found | None) -> dict[str, Any]:
    """Return the size of the sheet and the marks on it in its metres, for QML.

    `here` and `target` are None where they are not known; `focus` is the part that matters most; the label of `here`
    covers as little as it can of `routes`, `blocks` and `signs`.
    """
    routes = [[list(point) for point in route] for route in sheet.routes]
    here = routes[0][0] if routes else _point(sheet, grounds) if grounds else None
    return {
        "width": sheet.width_m,
        "depth": sheet.depth_m,
        "here": {"x": here[0], "y": here[1]} if here else None,
        "target": _target(sheet, found) if found else None,
        "routes": routes,
        "halls": [_tab(laid, sheet) for laid in sheet.halls if laid.hall.code],
        "focus": _focus(sheet),
        "blocks": [[laid.rect.x, laid.rect.y, laid.rect.width, laid.rect.depth] for laid in sheet.booths],
        "signs": [[laid.x, laid.y, *laid.outward] for laid in sheet.places],
    }


def _tab(laid: LaidHall, sheet: Sheet) -> dict[str, Any]:
    """Return a hall for its tab, which hangs beside its wall, or above it where another hall is beside."""
    box = laid.box
    strip = Rect(box.x - _TAB_M, box.y, _TAB_M - 0.1, _TAB_M)
    above = any(other.box.overlaps(strip) for other in sheet.halls)
    return {"code": laid.hall.code, "x": box.x, "y": box.y, "w": box.width, "h": box.depth, "above": above}


def _focus(sheet: Sheet) -> list[float]:
    """Return the part of a sheet that a way leads over, with what stands beside it; all of it without a way."""
    points = [point for route in sheet.routes for point in route]
    if not points:
        return [0.0, 0.0, sheet.width_m, sheet.depth_m]
    left, right = (find(x for x, _y in points) for find in (min, max))
    top, bottom = (find(y for _x, y in points) for find in (min, max))
    left, top = max(0.0, left - _BESIDE_M), max(0.0, top - _BESIDE_M)
    right, bottom = min(sheet.width_m, right + _BESIDE_M), min(sheet.depth_m, bottom + _BESIDE_M)
    return [left, top, right - left, bottom - top]


def _target(sheet: Sheet, found: Found) -> dict[str, Any] | None:
    booth = sheet.booth(found.spot) if found.spot else None
    if booth is not None:
        rect = booth.rect
        return {"x": rect.x, "y": rect.y, "w": rect.width, "h": rect.depth, "code": booth.booth.code}
    place = sheet.place(found.spot) if found.spot else None
    return {"x": place.x, "y": place.y, "w": 0.0, "h": 0.0, "code": ""} if place is not None else None


def _point(sheet: Sheet, grounds: Grounds) -> Sequence[float] | None:
    """Return where the screen stands on a sheet; its own sign is not on it."""
    spot = grounds.here
    if spot is None:
        return None
    booth = sheet.booth(spot)
    if booth is not None and booth.is_placed:
        return booth.rect.x + booth.rect.width / 2, booth.rect.y + booth.rect.depth / 2
    place: PlanPlace | None = next((it for it in grounds.site.places if it.id == spot), None)
    hall = next((it for it in sheet.halls if place is not None and it.hall.id == place.hall_id), None)
    return hall.point(place.x, place.y) if hall is not None and place is not None else None
