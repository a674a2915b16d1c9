"""Floor plans as items to print: a plan for each spot where one may hang, as rows of values that a template sets."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.catalogue.kinds import PLACE_ICONS, BoothKind, PlaceKind
from showcase.catalogue.planview import LaidHall, Sheet, lay_hall, outward, quarters
from showcase.catalogue.queries import get_event, list_booths
from showcase.catalogue.records import BoothRecord
from showcase.catalogue.underlay import Underlay
from showcase.catalogue.ways import PlanHall, PlanPlace, Site, site_of
from showcase.documents.items import PrintItem, Value
from showcase.documents.lockup import event_lines
from showcase.text import Texts, join, pick

_A_LINE: Final = 5
"""Signs that are explained on one line."""
SPOTS: Final = (PlaceKind.ENTRANCE, PlaceKind.KIOSK, PlaceKind.DESK)
"""Where a plan may hang, and says "you are here"."""
WORDS: Final[Mapping[PlaceKind, Texts]] = {
    PlaceKind.ENTRANCE: {"vi": "Lối vào", "en": "Entrance", "fr": "Entrée"},
    PlaceKind.EXIT: {"vi": "Lối ra", "en": "Exit", "fr": "Sortie"},
    PlaceKind.STAIRS: {"vi": "Cầu thang", "en": "Stairs", "fr": "Escalier"},
    PlaceKind.LIFT: {"vi": "Thang máy", "en": "Lift", "fr": "Ascenseur"},
    PlaceKind.TOILETS: {"vi": "Nhà vệ sinh", "en": "Toilets", "fr": "Toilettes"},
    PlaceKind.STAGE: {"vi": "Sân khấu", "en": "Stage", "fr": "Scène"},
    PlaceKind.DESK: {"vi": "Quầy thông tin", "en": "Information", "fr": "Accueil"},
    PlaceKind.KIOSK: {"vi": "Màn hình tra cứu", "en": "Touch screen", "fr": "Borne"},
    PlaceKind.FIRST_AID: {"vi": "Sơ cứu", "en": "First aid", "fr": "Secours"},
    PlaceKind.FOOD: {"vi": "Ăn uống", "en": "Food and drink", "fr": "Restauration"},
}


def list_plans(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return the plans; see `list_plan_items`. They carry no code, so they need no address."""
    del base_url
    return list_plan_items(session)


def list_plan_items(session: Session) -> list[PrintItem]:
    """Return a plan for each entrance, kiosk and desk, by hall, and one for each hall without any of them.

    A hall of which no booth has a known place has no plan. What is ahead of somebody who comes in by an entrance is up.
    """
    event = get_event(session)
    site = site_of(session)
    names = {booth.id: _called(booth) for booth in list_booths(session)}
    shared = dict(event_lines(event))
    items = []
    for hall in site.halls:
        if not any(booth.hall_id == hall.id and booth.rect is not None for booth in site.booths):
            continue
        spots: list[PlanPlace | None] = [
            place for place in site.places if place.hall_id == hall.id and place.kind in SPOTS
        ]
        items += [_plan(site, hall, spot, names, shared) for spot in spots or [None]]
    return items


def _plan(
    site: Site, hall: PlanHall, spot: PlanPlace | None, names: Mapping[Any, Texts], shared: Mapping[str, Value]
) -> PrintItem:
    turn = 0
    if spot is not None and spot.kind is PlaceKind.ENTRANCE:
        out = outward(hall, spot.x, spot.y)
        turn = quarters((-out[0], -out[1])) if out != (0.0, 0.0) else 0
    sheet = lay_hall(site, hall, turn)
    at = sheet.place(spot.id) if spot is not None else None
    rows = plan_rows(sheet, names, (at.x, at.y) if at is not None else None)
    kinds = {laid.place.kind for laid in sheet.places} & WORDS.keys()
    legend = tuple({"word": WORDS[kind], "icon": PLACE_ICONS[kind]} for kind in WORDS if kind in kinds)
    where = (pick(spot.name, ())[1] or pick(WORDS[spot.kind], ())[1]) if spot is not None else ""
    values: dict[str, Value] = {
        **shared,
        "hall": hall.code,
        "hall_name": hall.name,
        "here": spot.name if spot is not None else "",
        "plan": rows,
        "legend": legend[:_A_LINE],
        "legend_more": legend[_A_LINE:],
    }
    title = join((join((hall.code, pick(hall.name, ())[1]), " "), where))
    return PrintItem(str(spot.id if spot is not None else hall.id), "hall_plan", title, values)


def plan_rows(
    sheet: Sheet, names: Mapping[Any, Texts], here: tuple[float, float] | None
) -> tuple[Mapping[str, Any], ...]:
    """Return what is on a sheet as rows, each with what it `is`, in metres of the sheet."""
    rows: list[dict[str, Any]] = [{"is": "sheet", "box": [0.0, 0.0, sheet.width_m, sheet.depth_m]}]
    for hall in sheet.halls:
        box = hall.box
        rows.append({"is": "floor", "box": [box.x, box.y, box.width, box.depth]})
    rows += [_drawing(laid, laid.hall.underlay) for laid in sheet.halls if laid.hall.underlay is not None]
    rows += [
        {
            "is": _is(laid.booth.kind),
            "box": [laid.rect.x, laid.rect.y, laid.rect.width, laid.rect.depth],
            "code": laid.booth.code,
            "name": dict(names.get(laid.booth.id, {})),
        }
        for laid in sheet.booths
        if laid.is_placed
    ]
    rows += [{"is": "edge", "of": row["is"], "box": row["box"]} for row in rows if row["is"] in {"booth", "service"}]
    rows += [{"is": "wall", "line": [*one, *two]} for one, two in sheet.walls]
    rows += [
        {"is": "sign", "at": [laid.x, laid.y], "icon": PLACE_ICONS[laid.place.kind]}
        for laid in sheet.places
        if here != (laid.x, laid.y) and (laid.outward == (0.0, 0.0) or laid.place.kind is not PlaceKind.DOOR)
    ]
    if here is not None:
        rows.append({"is": "here", "at": list(here)})
    return tuple(rows)


def _drawing(laid: LaidHall, underlay: Underlay) -> dict[str, Any]:
    """Return the drawing under a hall as a row: the floor on which it is seen, and where it lies."""
    floor, rect = laid.box, laid.rect(underlay.rect)
    return {
        "is": "underlay",
        "box": [floor.x, floor.y, floor.width, floor.depth],
        "lies": [rect.x - floor.x, rect.y - floor.y, rect.width, rect.depth],
        "sha256": underlay.sha256,
        "mime": underlay.mime,
        "quarters": (underlay.turn + laid.turn) % 4,
        "strength": underlay.strength,
    }


def _is(kind: BoothKind) -> str:
    return (
        "stage" if kind is BoothKind.STAGE else "service" if kind in {BoothKind.SERVICE, BoothKind.SUITE} else "booth"
    )


def _called(booth: BoothRecord) -> Texts:
    """Return the name of a booth itself, else of the first who has it: the short one where there is one."""
    if any(booth.name.values()) or not booth.exhibitors:
        return booth.name
    first = booth.exhibitors[0]
    return {**first.name, **{language: short for language, short in first.short_name.items() if short}}
