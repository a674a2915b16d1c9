"""How halls lie on a sheet: turned so that a walk starts upwards, joined at their doors, nothing over anything."""

import uuid
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import BoothKind, PlaceKind
from showcase.catalogue.planview import LaidHall, heading, lay_hall, lay_way, outward, quarters
from showcase.catalogue.ways import Leg, PlanBooth, PlanHall, PlanPlace, Routes, Site, Way

LENGTHS = st.floats(8, 200)


def _hall(code: str, width: float = 40, depth: float = 30, floor: int = 0) -> PlanHall:
    return PlanHall(uuid.uuid4(), code, {"vi": f"Sảnh {code}"}, width, depth, floor)


def _booth(hall: PlanHall, code: str, rect: Rect | None) -> PlanBooth:
    return PlanBooth(uuid.uuid4(), hall.id, code, rect, None, BoothKind.BOOTH)


def _place(
    hall: PlanHall, x: float, y: float, kind: PlaceKind = PlaceKind.DOOR, to: PlanPlace | None = None
) -> PlanPlace:
    return PlanPlace(uuid.uuid4(), hall.id, kind, {}, x, y, to.id if to else None)


WALLS = {"top": (20.0, 0.0), "bottom": (20.0, 30.0), "left": (0.0, 15.0), "right": (40.0, 15.0)}
OUTWARDS = {"top": (0, -1), "bottom": (0, 1), "left": (-1, 0), "right": (1, 0)}


@pytest.fixture(params=[(a, b) for a in WALLS for b in WALLS], ids="-".join)
def joined(request: pytest.FixtureRequest) -> tuple[Site, Way, str, str]:
    """Return two halls joined by a door in a wall of each, and the way from a booth of one to a booth of the other."""
    out, into = request.param
    one, other = _hall("A"), _hall("B")
    back = _place(other, *WALLS[into])
    door = _place(one, *WALLS[out], to=back)
    start, goal = _booth(one, "A1", Rect(8, 6, 3, 3)), _booth(other, "B1", Rect(28, 20, 3, 3))
    site = Site((one, other), (start, goal), (door, back))
    way = Routes(site).way(start.id, goal.id)
    assert way is not None
    return site, way, out, into


@given(st.tuples(LENGTHS, LENGTHS), st.floats(0, 1), st.floats(0, 1), st.integers(0, 3))
def test_turned_four_times_a_hall_lies_as_it_lay(
    size: tuple[float, float], across: float, down: float, turn: int
) -> None:
    hall = _hall("A", *size)
    x, y = across * size[0], down * size[1]
    laid = LaidHall(hall, turn, 3, 4)
    px, py = laid.point(x, y)
    box = laid.box
    assert box.x - 1e-6 <= px <= box.right + 1e-6
    assert box.y - 1e-6 <= py <= box.bottom + 1e-6
    assert (box.width, box.depth) == (size if turn % 2 == 0 else size[::-1])
    for _ in range((4 - turn) % 4):
        px, py = LaidHall(PlanHall(hall.id, "A", {}, *_size(box), 0), 1).point(px - box.x, py - box.y)
        box = LaidHall(PlanHall(hall.id, "A", {}, *_size(box), 0), 1).box
    if turn:
        assert (px, py) == pytest.approx((x, y))


def _size(box: Rect) -> tuple[float, float]:
    return box.width, box.depth


@pytest.mark.parametrize(("direction", "turn"), [((0, -1), 0), ((-1, 0), 1), ((0, 1), 2), ((1, 0), 3), ((0.1, 5), 2)])
def test_a_heading_is_turned_upwards(direction: tuple[float, float], turn: int) -> None:
    assert quarters(direction) == turn


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(0, 0), (0, 9)], (0, 1)),
        ([(0, 0), (0, 2), (20, 2)], (1, 0)),
        ([(0, 0), (0, 2), (-3, 2)], (-1, 0)),
        ([(5, 5)], (0, -1)),
    ],
    ids=["straight", "out of a booth first", "only short ones", "one point"],
)
def test_a_walk_starts_where_its_first_long_stretch_goes(points, expected) -> None:
    assert heading(points) == expected


def test_a_way_starts_upwards_and_every_door_is_walked_straight_through(joined) -> None:
    site, way, _out, _into = joined
    sheet = lay_way(site, way)
    (route,) = sheet.routes
    first = next((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(route) if abs(b[0] - a[0]) + abs(b[1] - a[1]) >= 4)
    assert first[0] == pytest.approx(0)
    assert first[1] < 0
    assert all(a[0] == pytest.approx(b[0]) or a[1] == pytest.approx(b[1]) for a, b in pairwise(route)), "right angles"


def test_halls_lie_beside_each_other_and_hold_what_is_in_them(joined) -> None:
    site, way, _out, _into = joined
    sheet = lay_way(site, way)
    assert [laid.hall.code for laid in sheet.halls] == ["A", "B"]
    one, other = (laid.box for laid in sheet.halls)
    assert not one.overlaps(other)
    (passage,) = sheet.passages
    assert not passage.overlaps(one)
    assert not passage.overlaps(other)
    assert min(passage.width, passage.depth) == pytest.approx(2.0)
    for laid in sheet.booths:
        box = next(hall.box for hall in sheet.halls if hall.hall.id == laid.booth.hall_id)
        assert Rect(laid.rect.x - box.x, laid.rect.y - box.y, laid.rect.width, laid.rect.depth).inside(*_size(box))
    whole = [laid.box for laid in sheet.halls]
    assert min(box.x for box in whole) == pytest.approx(0)
    assert min(box.y for box in whole) == pytest.approx(0)
    assert max(box.right for box in whole) == pytest.approx(sheet.width_m)
    assert max(box.bottom for box in whole) == pytest.approx(sheet.depth_m)


def test_no_wall_stands_in_a_door(joined) -> None:
    site, way, _out, _into = joined
    sheet = lay_way(site, way)
    (route,) = sheet.routes
    for (ax, ay), (bx, by) in sheet.walls:
        for (cx, cy), (dx, dy) in pairwise(route):
            level_wall, level_step = ay == by, abs(cy - dy) < 1e-6
            if level_wall == level_step:
                continue
            if level_wall:
                crosses = min(ax, bx) < cx < max(ax, bx) and min(cy, dy) + 1e-6 < ay < max(cy, dy) - 1e-6
            else:
                crosses = min(ay, by) < cy < max(ay, by) and min(cx, dx) + 1e-6 < ax < max(cx, dx) - 1e-6
            assert not crosses


def test_three_halls_in_a_round_do_not_cover_each_other() -> None:
    halls = [_hall(code) for code in "ABCD"]
    doors = []
    for one, other in pairwise(halls):
        back = _place(other, 0, 15)
        doors += [_place(one, 20, 0, to=back), back]
    start, goal = _booth(halls[0], "A1", Rect(8, 6, 3, 3)), _booth(halls[3], "D1", Rect(28, 20, 3, 3))
    site = Site(tuple(halls), (start, goal), tuple(doors))
    way = Routes(site).way(start.id, goal.id)
    assert way is not None
    sheet = lay_way(site, way)
    assert len(sheet.halls) == 4
    assert not any(a.box.overlaps(b.box) for a, b in combinations(sheet.halls, 2))


def test_stairs_part_a_way_in_two() -> None:
    one, other = _hall("A"), _hall("B", floor=1)
    up = _place(other, 12, 15, PlaceKind.STAIRS)
    stairs = _place(one, 30, 15, PlaceKind.STAIRS, up)
    start, goal = _booth(one, "A1", Rect(8, 6, 3, 3)), _booth(other, "B1", Rect(28, 20, 3, 3))
    site = Site((one, other), (start, goal), (stairs, up))
    way = Routes(site).way(start.id, goal.id)
    assert way is not None
    sheet = lay_way(site, way)
    assert len(sheet.routes) == 2
    assert sheet.passages == ()
    assert not sheet.halls[0].box.overlaps(sheet.halls[1].box)


def test_a_way_within_one_hall_shows_that_hall_alone() -> None:
    hall, elsewhere = _hall("A"), _hall("B")
    booth = _booth(hall, "A1", Rect(4, 4, 3, 3))
    site = Site((hall, elsewhere), (booth,), ())
    leg = Leg(hall.id, ((20.0, 28.0), (5.0, 28.0), (5.0, 7.0)), 36)
    sheet = lay_way(site, Way((leg,), 36, 1, ()))
    assert [laid.hall.code for laid in sheet.halls] == ["A"]
    assert sheet.halls[0].turn == 1, "one starts to the left, which is turned upwards"
    assert sheet.routes[0][0][1] > sheet.routes[0][1][1]


@pytest.mark.parametrize("wall", sorted(WALLS))
def test_a_door_near_a_wall_leads_out_through_it(wall: str) -> None:
    hall = _hall("A")
    assert outward(hall, *WALLS[wall]) == OUTWARDS[wall]
    assert outward(hall, 20, 15) == (0, 0)


def test_booths_of_no_known_place_stand_in_rows_and_cover_nothing() -> None:
    hall = _hall("A")
    booths = [_booth(hall, f"A{number}", None) for number in range(23)]
    sheet = lay_hall(Site((hall,), tuple(booths), ()), hall)
    assert [laid.booth.code for laid in sheet.booths] == [booth.code for booth in booths]
    assert not any(laid.is_placed for laid in sheet.booths)
    assert not any(a.rect.overlaps(b.rect) for a, b in combinations(sheet.booths, 2))
    assert all(laid.rect.inside(sheet.width_m, sheet.depth_m) for laid in sheet.booths)


def test_what_is_not_placed_stands_below_a_hall_that_is_drawn() -> None:
    hall = _hall("A")
    drawn, loose = _booth(hall, "A1", Rect(4, 4, 3, 3)), _booth(hall, "A2", None)
    sheet = lay_hall(Site((hall,), (drawn, loose), ()), hall)
    below = next(laid for laid in sheet.booths if not laid.is_placed)
    assert below.rect.y > sheet.halls[0].box.bottom
    assert below.rect.bottom <= sheet.depth_m


def test_an_entrance_is_a_gap_in_its_wall() -> None:
    hall = _hall("A")
    entrance = _place(hall, 20, 30, PlaceKind.ENTRANCE)
    sheet = lay_hall(Site((hall,), (), (entrance,)), hall)
    bottom = sorted((a[0], b[0]) for a, b in sheet.walls if a[1] == b[1] == 30)
    assert bottom == [(0, 17.5), (22.5, 40)]
    assert sheet.places[0].outward == (0, 1)
