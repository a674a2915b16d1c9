"""What a page of the plan says, in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from showcase.catalogue.kinds import PLACE_ICONS
from showcase.kiosk.cards import organisation_card
from showcase.kiosk.planlaying import shown_halls
from showcase.kiosk.plansteps import tell_steps, told_metres
from showcase.kiosk.taking import take_steps

if TYPE_CHECKING:
    from uuid import UUID

    from showcase.catalogue.planview import Sheet
    from showcase.catalogue.ways import PlanHall, Way
    from showcase.kiosk.guide import Grounds
    from showcase.kiosk.planfinding import Found, Picked
    from showcase.qt.words import Words


class PlanTold(NamedTuple):
    """All texts of the page for something that was looked for; `code` is as large as a sign, else `title` is large."""

    code: str = ""
    title: str = ""
    who: str = ""
    what: str = ""
    hall: str = ""
    hall_name: str = ""
    distance: str = ""
    steps: tuple[dict[str, Any], ...] = ()
    take: str = ""
    sign: str = ""
    goal: str = ""


def tell_found(words: Words, grounds: Grounds, found: Found, mode: str) -> PlanTold:
    """Say where something is and how one gets there."""
    place = next((it for it in grounds.site.places if it.id == found.spot), None)
    who, what = words.pick(found.who), words.pick(found.what)
    who = who or (_sentence(words.say(f"catalogue.place_kind_{place.kind}")) if place else "")
    goal = found.code or who
    hall = words.say("kioskpages.hall", code=found.hall) if found.hall else ""
    hall_name = words.pick(found.hall_name or {})
    steps: list[dict[str, Any]] = []
    if found.way is not None:
        steps = tell_steps(words, grounds, found.way, code=found.code, name=who)
    elif mode == "there":
        steps = [_there(words, found, goal, is_here=found.spot == grounds.here)]
    sign = words.say("kioskplan.go_to_hall", hall=found.hall, goal=goal) if found.hall else ""
    no_booth = "" if found.spot or found.kind == "session" else words.say("kioskplan.no_booth")
    return PlanTold(
        code=found.code,
        title="" if found.code else no_booth or who,
        who=who if found.code or no_booth else "",
        what=what,
        hall=hall,
        hall_name=hall_name,
        distance=distance(words, found.way) if found.way else "",
        steps=tuple(steps),
        take=take_steps(" ".join(filter(None, (found.code, who))), hall, steps) if found.way else "",
        sign=sign or words.say("kioskplan.go_to_goal", goal=goal),
        goal=goal,
    )


def _there(words: Words, found: Found, goal: str, *, is_here: bool) -> dict[str, Any]:
    said = (
        words.say("kioskplan.at_goal", goal=goal)
        if is_here
        else words.say("kioskplan.in_hall", goal=goal, hall=found.hall)
    )
    return {"icon": "map-pin", "text": said, "metres": "", "last": True}


def distance(words: Words, way: Way) -> str:
    """Return how long and how far a way is."""
    return words.say("kioskplan.distance", minutes=way.minutes, metres=told_metres(way.metres))


def tell_halls(words: Words, grounds: Grounds, here: UUID | None) -> list[dict[str, Any]]:
    """Return the tabs of the halls: {key, label, name, here}."""
    return [
        {
            "key": str(hall.id),
            "label": words.say("kioskpages.hall", code=hall.code),
            "name": hall_name(words, hall),
            "here": hall.id == here,
        }
        for hall in shown_halls(grounds.site)
    ]


def hall_name(words: Words, hall: PlanHall) -> str:
    """Return the name of a hall, else "Hall A"."""
    return words.pick(hall.name) or words.say("kioskpages.hall", code=hall.code)


def tell_names(words: Words, grounds: Grounds) -> dict[UUID, str]:
    """Return what booths and places are called beside their codes; a place without a name is called by its kind."""
    names = {one: words.pick(name) for one, name in grounds.names.items()}
    for place in grounds.site.places:
        names[place.id] = names.get(place.id) or _sentence(words.say(f"catalogue.place_kind_{place.kind}"))
    return names


def tell_legend(words: Words, sheet: Sheet, *, has_mine: bool, has_here: bool) -> list[dict[str, str]]:
    """Return what the signs on a sheet mean: {icon, label}; the icons "mine" and "here" are no signs but marks."""
    kinds = {laid.place.kind for laid in sheet.places if laid.outward == (0.0, 0.0)}
    signs = [
        {"icon": PLACE_ICONS[kind], "label": _sentence(words.say(f"catalogue.place_kind_{kind}"))}
        for kind in PLACE_ICONS
        if kind in kinds
    ]
    marks = [{"icon": "here", "label": words.say("kioskplan.here")}] if has_here else []
    marks += [{"icon": "mine", "label": words.say("kioskplan.on_list")}] if has_mine else []
    return marks + signs


def tell_picked(words: Words, grounds: Grounds, picked: Picked, code: str, card: int) -> dict[str, Any]:
    """Return what was touched: {title, line, card, number, at, leads, key}."""
    name = words.pick(grounds.names.get(picked.spot, {}))
    place = next((it for it in grounds.site.places if it.id == picked.spot), None)
    if place is not None:
        title = name or _sentence(words.say(f"catalogue.place_kind_{place.kind}"))
    else:
        title = words.say("kioskplan.booth", code=code)
    number = len(picked.exhibitors)
    line = "" if place is not None or number else name or words.say("kioskplan.nobody")
    if picked.spot == grounds.here:
        line = words.say("kioskplan.here")
    return {
        "key": str(picked.spot),
        "code": code,
        "icon": PLACE_ICONS[place.kind] if place is not None else "store",
        "title": title,
        "line": line,
        "way": distance(words, picked.way) if picked.way else "",
        "card": organisation_card(words, picked.exhibitors[card]) | {"code": code} if number else None,
        "number": number,
        "at": card + 1,
    }


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
