"""What the kiosk knows of the floor: the way from here, without steps where wished, and the order of a walk."""

import uuid

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import BoothKind, PlaceKind
from showcase.catalogue.ways import PlanBooth, PlanHall, PlanPlace, Routes, Site
from showcase.kiosk.guide import Grounds

LOW, HIGH = PlanHall(uuid.uuid4(), "A", {}, 60, 20, 0), PlanHall(uuid.uuid4(), "B", {}, 60, 20, 1)


def _booth(hall: PlanHall, code: str, x: float) -> PlanBooth:
    return PlanBooth(uuid.uuid4(), hall.id, code, Rect(x, 8, 3, 3), None, BoothKind.BOOTH)


def _passage(kind: PlaceKind, x: float) -> list[PlanPlace]:
    up = PlanPlace(uuid.uuid4(), HIGH.id, kind, {}, x, 2, None)
    return [PlanPlace(uuid.uuid4(), LOW.id, kind, {}, x, 2, up.id), up]


BOOTHS = [_booth(LOW, "A1", 4), _booth(LOW, "A2", 24), _booth(LOW, "A3", 48), _booth(HIGH, "B1", 8)]
A1, A2, A3, B1 = (booth.id for booth in BOOTHS)


def _grounds(*places: PlanPlace, here: uuid.UUID | None = A1) -> Grounds:
    site = Site((LOW, HIGH), tuple(BOOTHS), places)
    return Grounds(site, Routes(site), {}, frozenset(), {}, here)


def _kinds(grounds: Grounds, *, step_free: bool) -> list[PlaceKind]:
    way = grounds.way(B1, step_free=step_free)
    assert way is not None
    return [leg.through.kind for leg in way.legs if leg.through]


def test_who_sits_is_led_to_the_lift() -> None:
    grounds = _grounds(*_passage(PlaceKind.STAIRS, 10), *_passage(PlaceKind.LIFT, 56))
    assert _kinds(grounds, step_free=False) == [PlaceKind.STAIRS]
    assert _kinds(grounds, step_free=True) == [PlaceKind.LIFT]


def test_where_there_are_only_stairs_they_are_told() -> None:
    assert _kinds(_grounds(*_passage(PlaceKind.STAIRS, 10)), step_free=True) == [PlaceKind.STAIRS]


def test_without_a_start_or_a_passage_there_is_no_way() -> None:
    assert _grounds(here=None).way(A2) is None
    assert _grounds().way(B1) is None
    assert _grounds().way(A1) is None, "one is there"


def test_stops_are_walked_to_the_nearest_first() -> None:
    grounds = _grounds(*_passage(PlaceKind.STAIRS, 10))
    order = grounds.in_order([[A3], [A2], [B1], []])
    assert [(which, booth) for which, booth, _way in order] == [(1, A2), (0, A3), (2, B1)]
    assert all(way is not None for _which, _booth, way in order)


def test_of_two_booths_the_nearer_one_is_walked_to() -> None:
    grounds = _grounds()
    assert [booth for _which, booth, _way in grounds.in_order([[A3, A2]])] == [A2]
    near = grounds.nearest([A3, A2])
    assert near is not None
    assert near[0] == A2


def test_what_is_here_needs_no_way() -> None:
    assert _grounds().in_order([[A1], [A2]])[0] == (0, A1, None)
