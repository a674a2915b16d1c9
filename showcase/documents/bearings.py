"""Signs with arrows: what is which way for somebody who comes in by the entrance or stands before a sign."""

import math
import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.catalogue.kinds import PLACE_ICONS, BoothKind, PlaceKind
from showcase.catalogue.ordering import code_order
from showcase.catalogue.planview import outward
from showcase.catalogue.queries import get_event, list_organisations
from showcase.catalogue.records import EventRecord, OrganisationRecord, TopicRecord
from showcase.catalogue.ways import PlanBooth, PlanHall, PlanPlace, Point, Routes, Site, site_of
from showcase.documents.items import PrintItem, Value
from showcase.documents.lockup import event_lines
from showcase.documents.parts import icon_of, subject_of
from showcase.documents.plans import SPOTS, WORDS
from showcase.text import Texts, join, pick

DIRECTIONS: Final = ("ahead", "left", "right", "back")
"""In the order in which signs name them."""
SIDES: Final[Mapping[str, Texts]] = {
    "ahead": {"vi": "Phía trước", "en": "Straight ahead", "fr": "Tout droit"},
    "left": {"vi": "Bên trái", "en": "On the left", "fr": "À gauche"},
    "right": {"vi": "Bên phải", "en": "On the right", "fr": "À droite"},
    "back": {"vi": "Phía sau bạn", "en": "Behind you", "fr": "Derrière vous"},
}
_ELSEWHERE: Final[Texts] = {"vi": "Cũng ở sảnh", "en": "Also in hall", "fr": "Aussi dans le hall"}
_HALL: Final[Mapping[str, str]] = {"vi": "Sảnh", "en": "Hall", "fr": "Hall"}
_AHEAD: Final = math.radians(30)
_BEHIND: Final = math.radians(125)
"""How far to the side a thing may be and still be ahead, or not yet behind."""
_AT_SIGN_M: Final = 3.0
"""What is so near to a sign needs no arrow on it."""
_AISLE_MIDDLE_M: Final = 1.0
"""What stands no further from the axis of an aisle is on neither side."""
_MOST_WAYS: Final = 6
_WANTED: Final = (
    PlaceKind.STAGE,
    PlaceKind.DESK,
    PlaceKind.TOILETS,
    PlaceKind.FOOD,
    PlaceKind.FIRST_AID,
    PlaceKind.LIFT,
    PlaceKind.EXIT,
)
"""What people look for, the most wanted first."""
_NAMED: Final = frozenset({PlaceKind.STAGE, PlaceKind.DESK, PlaceKind.FOOD})
"""Places that people know by their names."""
_STANDS: Final = frozenset({BoothKind.BOOTH, BoothKind.PAVILION})
_LETTERS: Final = re.compile(r"[^\W\d_]{1,3}")


@dataclass(frozen=True, slots=True)
class View:
    """Where somebody stands, and which way they look (a unit)."""

    at: Point
    facing: Point

    def side(self, x: float, y: float) -> str:
        """Return in which direction a point is."""
        forward, right = self.offset(x, y)
        angle = math.atan2(right, forward)
        if abs(angle) <= _AHEAD:
            return "ahead"
        if abs(angle) >= _BEHIND:
            return "back"
        return "right" if angle > 0 else "left"

    def offset(self, x: float, y: float) -> tuple[float, float]:
        """Return how many metres a point is ahead and to the right."""
        dx, dy = x - self.at[0], y - self.at[1]
        return dx * self.facing[0] + dy * self.facing[1], dy * self.facing[0] - dx * self.facing[1]


def view_of(hall: PlanHall, spot: PlanPlace) -> View | None:
    """Return what somebody sees who reads a sign at a spot: into the hall at an entrance, else toward the wall."""
    x, y = outward(hall, spot.x, spot.y)
    if (x, y) == (0.0, 0.0):
        return None
    return View((spot.x, spot.y), (-x, -y) if spot.kind is PlaceKind.ENTRANCE else (x, y))


def entrance_view(site: Site, hall: PlanHall) -> View | None:
    """Return what somebody sees who comes in by the first entrance of a hall."""
    for place in site.places:
        if place.hall_id == hall.id and place.kind is PlaceKind.ENTRANCE:
            return view_of(hall, place)
    return None


# Directions


def list_direction_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a sign for each entrance, kiosk and desk at a wall: up to six ways, ahead first."""
    del base_url
    event, site = get_event(session), site_of(session)
    shared = dict(event_lines(event))
    routes = Routes(site) if site.places else None
    items = []
    for hall in site.halls:
        for spot in (place for place in site.places if place.hall_id == hall.id and place.kind in SPOTS):
            view = view_of(hall, spot)
            ways = tuple(_ways(site, routes, spot, view)) if view and routes else ()
            if ways:
                where = pick(spot.name, ())[1] or pick(WORDS[spot.kind], ())[1]
                title = join((join((hall.code, pick(hall.name, ())[1]), " "), where))
                values: dict[str, Value] = {
                    **shared,
                    "hall": hall.code,
                    "place": hall.name or _hall(hall),
                    "ways": ways,
                }
                items.append(PrintItem(str(spot.id), "direction_sign", title, values))
    return items


def _ways(site: Site, routes: Routes, spot: PlanPlace, view: View) -> Iterator[Mapping[str, Any]]:
    """Give the rows of a sign; the arrow stands once for each direction."""
    found = list(_goals(site, routes, spot, view))[:_MOST_WAYS]
    for direction in DIRECTIONS:
        arrow = direction
        for side, icon, word in found:
            if side == direction:
                yield {"arrow": arrow, "icon": icon, "word": word}
                arrow = ""


def _goals(site: Site, routes: Routes, spot: PlanPlace, view: View) -> Iterator[tuple[str, str, Texts]]:
    """Give direction, icon and word of what is looked for: the other halls, then the nearest of each kind of place."""
    for hall in site.halls:
        if hall.id != spot.hall_id:
            goal = next((booth for booth in site.booths if booth.hall_id == hall.id and booth.rect), None)
            at = _seen_at(routes, spot, goal) if goal else None
            if at:
                yield view.side(*at), "store", _hall(hall)
    for kind in _WANTED:
        nearest = _nearest(site, routes, spot, kind)
        if nearest and nearest[0] > _AT_SIGN_M:
            at = _seen_at(routes, spot, nearest[1])
            if at:
                named = any(nearest[1].name.values()) and kind in _NAMED
                yield view.side(*at), PLACE_ICONS[kind], nearest[1].name if named else WORDS[kind]


def _nearest(site: Site, routes: Routes, spot: PlanPlace, kind: PlaceKind) -> tuple[float, PlanPlace] | None:
    found = []
    for place in site.places:
        if place.kind is kind and place.id != spot.id:
            way = routes.way(spot.id, place.id)
            if way:
                found.append((way.metres, place))
    return min(found, key=lambda one: one[0], default=None)


def _seen_at(routes: Routes, spot: PlanPlace, goal: PlanBooth | PlanPlace) -> Point | None:
    """Return where one walks to from a spot: the goal, or the passage by which the way to it leaves this hall."""
    way = routes.way(spot.id, goal.id)
    if way is None or not way.legs:
        return None
    through = way.legs[0].through
    if through is not None:
        return through.x, through.y
    return way.legs[0].points[-1]


def _hall(hall: PlanHall) -> Texts:
    return {language: f"{word} {hall.code}" for language, word in _HALL.items()}


# Aisles


def list_aisle_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return both sides of a blade for each aisle: booths of a hall whose codes begin with the same letter."""
    del base_url
    event, site = get_event(session), site_of(session)
    shared = dict(event_lines(event))
    topics = _topics_by_code(list_organisations(session, exhibits=True))
    items = []
    for hall in site.halls:
        view = entrance_view(site, hall)
        for letter, booths in _aisles(site, hall).items():
            codes = [booth.code for booth in booths]
            shown = [topic for code in codes for topic in topics.get((hall.code, code), ())]
            ranked = Counter(topic.id for topic in shown).most_common(1)
            topic = next((topic for topic in shown if ranked and topic.id == ranked[0][0]), None)
            left, right = _sides(booths, view)
            for side, pair in (("1", (left, right)), ("2", (right, left))):
                values: dict[str, Value] = {
                    **shared,
                    "letter": letter,
                    "range": f"{codes[0]}–{codes[-1]}" if len(codes) > 1 else codes[0],
                    "topic": topic.name if topic else "",
                    "left": pair[0],
                    "right": pair[1],
                }
                subject = subject_of(event, "aisle", hall.code, letter, side)
                items.append(PrintItem(subject, "aisle_sign", f"{letter} · {values['range']} · {side}/2", values))
    return items


def _aisles(site: Site, hall: PlanHall) -> dict[str, list[PlanBooth]]:
    found: dict[str, list[PlanBooth]] = defaultdict(list)
    booths = [booth for booth in site.booths if booth.hall_id == hall.id and booth.kind in _STANDS]
    for booth in sorted(booths, key=lambda booth: code_order("", booth.code)):
        letters = _LETTERS.match(booth.code)
        if letters:
            found[letters.group().upper()].append(booth)
    return found


def _sides(booths: Sequence[PlanBooth], view: View | None) -> tuple[str, str]:
    """Return the codes to the left and right of somebody who comes in, as runs; nothing where that is not known."""
    if view is None or any(booth.rect is None for booth in booths):
        return "", ""
    sides: list[str] = []
    for booth in booths:
        assert booth.rect is not None
        rect = booth.rect
        aside = view.offset(rect.x + rect.width / 2, rect.y + rect.depth / 2)[1]
        sides.append("" if abs(aside) <= _AISLE_MIDDLE_M else "right" if aside > 0 else "left")
    codes = [booth.code for booth in booths]
    left, right = (runs(codes, [side == wanted for side in sides]) for wanted in ("left", "right"))
    return (left, right) if left and right else ("", "")


def runs(codes: Sequence[str], chosen: Sequence[bool]) -> str:
    """Return the chosen of some codes in order, those that follow each other as "A01–12"."""
    parts: list[str] = []
    start: int | None = None
    for at, is_chosen in enumerate([*chosen, False]):
        if is_chosen and start is None:
            start = at
        elif not is_chosen and start is not None:
            first, last = codes[start], codes[at - 1]
            letters = _LETTERS.match(first)
            short = last.removeprefix(letters.group()) if letters else last
            parts.append(first if at - start == 1 else f"{first}–{short}")
            start = None
    return ", ".join(parts)


def _topics_by_code(exhibitors: Sequence[OrganisationRecord]) -> dict[tuple[str, str], list[TopicRecord]]:
    found: dict[tuple[str, str], list[TopicRecord]] = defaultdict(list)
    for exhibitor in exhibitors:
        for booth in exhibitor.booths:
            found[booth.hall, booth.code] += _main(exhibitor)
    return found


def _main(exhibitor: OrganisationRecord) -> list[TopicRecord]:
    return [topic for topic in exhibitor.topics if topic.parent_id is None]


# Topics


def list_topic_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a sign for each hall and topic that is shown there: which booths are which way from the entrance."""
    del base_url
    event, site = get_event(session), site_of(session)
    shared = dict(event_lines(event))
    known: dict[uuid.UUID, TopicRecord] = {}
    places: dict[uuid.UUID, dict[str, list[str]]] = {}
    for (hall_code, code), topics in _topics_by_code(list_organisations(session, exhibits=True)).items():
        for topic in topics:
            known[topic.id] = topic
            places.setdefault(topic.id, defaultdict(list))[hall_code].append(code)
    items = []
    for hall in site.halls:
        view = entrance_view(site, hall)
        rects = {booth.code: booth.rect for booth in site.booths if booth.hall_id == hall.id}
        for topic in sorted(known.values(), key=lambda topic: topic.position):
            held = places[topic.id]
            codes = sorted(set(held.get(hall.code, ())), key=lambda code: code_order("", code))
            if codes:
                others = [other.code for other in site.halls if other.id != hall.id and other.code in held]
                groups = (*_groups(codes, rects, view), *_others(others))
                items.append(_topic(topic, hall, groups, event, shared))
    return items


def _topic(
    topic: TopicRecord,
    hall: PlanHall,
    groups: tuple[Mapping[str, Any], ...],
    event: EventRecord,
    shared: Mapping[str, Value],
) -> PrintItem:
    values: dict[str, Value] = {
        **shared,
        "topic": topic.name,
        "motif": topic.motif,
        "icon": icon_of(topic),
        "place": hall.name or _hall(hall),
        "groups": groups,
    }
    title = join((hall.code, pick(topic.name, ())[1]))
    return PrintItem(subject_of(event, "topic", str(topic.id), hall.code), "topic_sign", title, values)


def _groups(codes: Sequence[str], rects: Mapping[str, Any], view: View | None) -> Iterator[Mapping[str, Any]]:
    """Give the booths by direction; together, and without an arrow, where the entrance or a booth is not placed."""
    if view is None or any(rects.get(code) is None for code in codes):
        yield {"arrow": "", "codes": ", ".join(codes), "word": ""}
        return
    sides: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        rect = rects[code]
        sides[view.side(rect.x + rect.width / 2, rect.y + rect.depth / 2)].append(code)
    for direction in DIRECTIONS:
        if direction in sides:
            yield {"arrow": direction, "codes": ", ".join(sides[direction]), "word": SIDES[direction]}


def _others(halls: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    if halls:
        yield {"arrow": "", "codes": ", ".join(halls), "word": _ELSEWHERE}
