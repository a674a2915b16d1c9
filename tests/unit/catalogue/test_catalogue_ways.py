"""Ways keep off the booths, lead everywhere that one can walk, are short and the same in both directions."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from showcase.catalogue import edits
from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import PlaceKind
from showcase.catalogue.ways import BODY, ROOM, PlanHall, PlanPlace, Routes, Site, Turn, site_of
from tests.floors import cuts, drawn, known, made, shortest, stretches

HALL = known("hall")
SIZE = (24.0, 20.0)
_METRES = st.integers(0, 220).map(lambda n: n / 10)
_RECTS = st.builds(
    Rect, _METRES, st.integers(0, 180).map(lambda n: n / 10), st.sampled_from((1.0, 2.5, 3.0, 6.0)), st.just(3.0)
)
_ROWS = """
    ..................
    .aaabbbccc........
    .aaabbbccc..mmmm..
    .dddeeefff..mmmm..
    .dddeeefff..mmmm..
    ..................
    ..................
    .ggghhhiii..nnnn..
    .ggghhhiii..nnnn..
    ..................
"""


def hall_of(rects, points):
    """Return a site of one hall with booths and two places."""
    booths = tuple(made(HALL, f"b{number}", rect) for number, rect in enumerate(rects))
    places = tuple(
        PlanPlace(known(name), HALL, PlaceKind.DESK, {}, x, y, None)
        for name, (x, y) in zip(("start", "goal"), points, strict=True)
    )
    return Site((PlanHall(HALL, "H", {}, *SIZE),), booths, places)


def free(point, rects, clearance):
    """Tell whether a point is this far from everything."""
    x, y = point
    return (
        clearance <= x <= SIZE[0] - clearance
        and clearance <= y <= SIZE[1] - clearance
        and not any(
            it.x - clearance < x < it.right + clearance and it.y - clearance < y < it.bottom + clearance for it in rects
        )
    )


@given(st.lists(_RECTS, max_size=14), st.tuples(_METRES, _METRES), st.tuples(_METRES, _METRES))
def test_a_way_is_found_where_one_can_walk(rects, start, goal):
    assume(free(start, rects, BODY) and free(goal, rects, BODY) and start != goal)
    least = shortest(start, goal, SIZE, rects, BODY)
    way = Routes(hall_of(rects, (start, goal))).way(known("start"), known("goal"))
    assert (way is None) == (least is None)
    if way is not None and least is not None:
        assert least - 0.02 <= way.metres
        assert way.legs[0].points[0] == start
        assert way.legs[-1].points[-1] == goal


@given(st.lists(_RECTS, max_size=14), st.tuples(_METRES, _METRES), st.tuples(_METRES, _METRES))
def test_a_way_is_not_much_longer_than_it_must_be(rects, start, goal):
    assume(free(start, rects, ROOM) and free(goal, rects, ROOM) and start != goal)
    least = shortest(start, goal, SIZE, rects, ROOM) or shortest(start, goal, SIZE, rects, BODY)
    way = Routes(hall_of(rects, (start, goal))).way(known("start"), known("goal"))
    if way is not None and least is not None:
        assert way.metres <= 2 * least + 20


@given(st.lists(_RECTS, min_size=2, max_size=14), st.data())
def test_a_way_stays_in_the_hall_off_the_booths_and_at_right_angles(rects, data):
    site = hall_of(rects, ((1.0, 1.0), (23.0, 19.0)))
    ends = [booth.id for booth in site.booths] + [place.id for place in site.places]
    start, goal = data.draw(st.sampled_from(ends)), data.draw(st.sampled_from(ends))
    routes = Routes(site)
    way, back = routes.way(start, goal), routes.way(goal, start)
    assert (way is None) == (back is None)
    if way is None or back is None:
        return
    assert way.metres == back.metres
    assert [leg.points[::-1] for leg in reversed(back.legs)] == [leg.points for leg in way.legs]
    assert way.minutes >= 1
    assert way.turns[-1].kind == "arrive"
    for leg in way.legs:
        assert len(leg.points) > 1
        assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in leg.points)
        for one, other in stretches(leg.points):
            assert one[0] == pytest.approx(other[0], abs=0.002) or one[1] == pytest.approx(other[1], abs=0.002)
            assert not [it for it in rects if cuts(one, other, it)]
        for point in leg.points[2:-2]:  # one may start and end closer to something
            assert free(point, rects, BODY - 0.01)


@given(st.lists(_RECTS, max_size=8), _METRES, _METRES, st.floats(-50, 80), st.floats(-50, 80))
def test_any_point_is_a_place_to_ask_from(rects, x, y, far_x, far_y):
    routes = Routes(hall_of(rects, ((x, y), (far_x, far_y))))
    assert routes.way_from(known("nowhere"), x, y, known("goal")) is None
    assert routes.way(known("start"), known("nothing")) is None
    for way in (routes.way(known("start"), known("goal")), routes.way_from(HALL, far_x, far_y, known("start"))):
        if way is not None and way.legs:
            assert len(way.legs[0].points) > 1


@pytest.mark.parametrize(
    ("start", "goal", "points"),
    [
        ("d", "i", ((2.5, 5), (2.5, 6), (8.5, 6), (8.5, 7))),
        ("a", "i", ((1, 2), (0.5, 2), (0.5, 6), (8.5, 6), (8.5, 7))),
        ("c", "m", ((10, 2), (11, 2), (11, 3.5), (12, 3.5))),
    ],
)
def test_in_tidy_rows_a_way_goes_along_the_middle_of_the_aisles(start, goal, points):
    way = Routes(drawn({"H": _ROWS})).way(known(start), known(goal))
    assert way is not None
    assert way.legs[0].points == points


@given(st.data())
def test_in_tidy_rows_a_way_keeps_its_distance(data):
    site = drawn({"H": _ROWS})
    start, goal = (data.draw(st.sampled_from(site.booths)) for _ in range(2))
    way = Routes(site).way(start.id, goal.id)
    assert way is not None
    for leg in way.legs:
        for one, other in stretches(leg.points[1:-1]):
            assert not [it for it in site.booths if it.rect and cuts(one, other, _grown(it.rect))]


_TWO_HALLS = {
    "A": """
    ..........
    ..........
    .aa....bb.
    .aa....bb.
    ..........
    ..........
    ..........
    """,
    "B": """
    ..........
    ...cc..dd.
    ...cc..dd.
    ..........
    ..........
    ..........
    ..........
    """,
}
_DOORS = [
    ("out", "A", PlaceKind.DOOR, (10.0, 5.0), "in"),
    ("in", "B", PlaceKind.DOOR, (0.0, 5.0), None),
    ("desk", "A", PlaceKind.DESK, (5.0, 1.0), None),
]


def test_a_way_leads_through_a_door_into_the_next_hall_and_back():
    routes = Routes(drawn(_TWO_HALLS, _DOORS))
    way = routes.way(known("a"), known("d"))
    assert way is not None
    assert [leg.hall_id for leg in way.legs] == [known("A"), known("B")]
    door = way.legs[0].through
    assert door is not None
    assert door.id == known("out")
    assert way.legs[0].points[-1] == (10.0, 5.0)
    assert way.legs[1].points[0] == (0.0, 5.0)
    assert way.legs[1].through is None
    assert [(turn.kind, turn.landmark, turn.side) for turn in way.turns] == [
        ("start", "b", ""),
        ("straight", None, ""),
        ("door", known("out"), ""),
        ("straight", None, ""),
        ("arrive", None, "left"),
    ]

    back = routes.way(known("d"), known("a"))
    assert back is not None
    assert back.metres == way.metres
    assert [it.id for it in (leg.through for leg in back.legs) if it] == [known("in")]
    assert back.turns[-1].side == "right"


def test_a_way_may_start_or_end_at_a_door():
    routes = Routes(drawn(_TWO_HALLS, _DOORS))
    for start, goal, kinds in (
        ("out", "d", ["door", "straight", "arrive"]),
        ("a", "in", ["start", "straight", "door", "arrive"]),
        ("out", "in", ["door", "arrive"]),
    ):
        way = routes.way(known(start), known(goal))
        assert way is not None
        assert [turn.kind for turn in way.turns] == kinds


def test_without_a_door_nothing_leads_to_another_hall():
    routes = Routes(drawn(_TWO_HALLS, [("in", "B", PlaceKind.DOOR, (0.0, 5.0), None)]))
    assert routes.way(known("a"), known("d")) is None
    assert routes.way(known("c"), known("in")) is not None


def test_stairs_are_not_taken_by_those_who_cannot():
    places = [
        ("up", "A", PlaceKind.STAIRS, (5.0, 7.0), "landing"),
        ("landing", "B", PlaceKind.STAIRS, (5.0, 7.0), None),
    ]
    lift = [("lift", "A", PlaceKind.LIFT, (10.0, 1.0), "top"), ("top", "B", PlaceKind.LIFT, (10.0, 6.5), None)]
    only_stairs, both = (Routes(drawn(_TWO_HALLS, it)) for it in (places, places + lift))
    assert only_stairs.way(known("a"), known("c"), step_free=True) is None
    walked, rolled = both.way(known("a"), known("c")), both.way(known("a"), known("c"), step_free=True)
    assert walked is not None
    assert rolled is not None
    assert [turn.kind for turn in walked.turns if turn.kind in {"stairs", "lift"}] == ["stairs"]
    assert [turn.kind for turn in rolled.turns if turn.kind in {"stairs", "lift"}] == ["lift"]


def test_what_is_walled_in_cannot_be_reached():
    site = drawn(
        {
            "A": """
        .........
        .wwwwwww.
        .v.....x.
        .v..a..x.
        .v.....x.
        .yyyyyyy.
        ........z
    """
        }
    )
    assert Routes(site).way(known("z"), known("a")) is None
    assert Routes(site).way(known("z"), known("x")) is not None
    assert Routes(site).way_from(known("A"), 3.0, 4.5, known("a")) is not None


def test_a_narrow_gap_is_walked_through_where_nothing_else_leads_on():
    hall = known("A")
    wall = (Rect(0, 4, 4.65, 2), Rect(5.35, 4, 4.65, 2))
    booths = tuple(made(hall, f"w{number}", rect) for number, rect in enumerate((*wall, Rect(4, 8, 2, 2))))
    site = Site((PlanHall(hall, "A", {}, 10, 10),), booths, ())
    way = Routes(site).way_from(hall, 5, 1, known("w2"))
    assert way is not None
    assert way.legs[0].points == ((5.0, 1.0), (5.0, 8.0))
    closed = (made(hall, "w0", Rect(0, 4, 5, 2)), *booths[1:])
    assert Routes(Site(site.halls, closed, ())).way_from(hall, 5, 1, known("w2")) is None


def test_booths_within_a_pavilion_are_reached_at_its_edge():
    hall = known("A")
    booths = (made(hall, "pavilion", Rect(4, 4, 8, 4)), made(hall, "inner", Rect(6, 5, 2, 2)))
    kiosk = PlanPlace(known("kiosk"), hall, PlaceKind.KIOSK, {}, 5, 5, None)
    routes = Routes(Site((PlanHall(hall, "A", {}, 20, 20),), booths, (kiosk,)))
    for goal in ("inner", "kiosk"):
        way = routes.way_from(hall, 8, 19, known(goal))
        assert way is not None
        assert way.legs[-1].points[-1] == (8.0, 8.0)


def test_who_is_there_already_only_arrives():
    hall = known("A")
    kiosk = PlanPlace(known("kiosk"), hall, PlaceKind.KIOSK, {}, 5, 5, None)
    routes = Routes(Site((PlanHall(hall, "A", {}, 20, 20),), (made(hall, "a", Rect(4, 4, 3, 3)),), (kiosk,)))
    for way in (
        routes.way(known("kiosk"), known("a")),
        routes.way(known("a"), known("kiosk")),
        routes.way(known("a"), known("a")),
        routes.way_from(hall, 6, 6, known("a")),
    ):
        assert way is not None
        assert (way.legs, way.metres, way.minutes, way.turns) == ((), 0, 1, (Turn("arrive"),))


def test_a_booth_of_unknown_place_has_no_way_and_disturbs_none():
    hall = known("A")
    booths = (made(hall, "a", Rect(1, 1, 2, 2)), made(hall, "b", None), made(known("gone"), "c", Rect(0, 0, 2, 2)))
    routes = Routes(Site((PlanHall(hall, "A", {}, 20, 20),), booths, ()))
    assert routes.way(known("a"), known("b")) is None
    assert routes.way(known("a"), known("c")) is None
    assert routes.way_from(hall, 10, 10, known("a")) is not None


def test_hands_are_told_apart():
    routes = Routes(drawn({"H": _ROWS}))
    way = routes.way_from(known("H"), 0.5, 9.5, known("c"))
    assert way is not None
    assert [turn.kind for turn in way.turns] == ["start", "straight", "left", "arrive"]
    assert way.turns[-1].side == "left"


def test_a_site_is_read_with_everything_that_stands_in_it(database):
    with database.transaction() as session:
        for code, size in (("A", {"width_m": 20, "depth_m": 15}), ("B", {})):
            edits.add_hall(session, {"code": code, "position": ord(code), "name": {"en": f"Hall {code}"}, **size})
        spot = {"x_m": 2, "y_m": 3, "width_m": 3, "depth_m": 2}
        first, second = (edits.add_booth(session, hall, {"code": "1", **spot}) for hall in "AB")
        edits.add_booth(session, "A", {"code": "2"})
        edits.add_booth(session, "", {"code": "3", **spot})
        exhibitor = edits.add_organisation(session, {"name": {"vi": "Sao Mai"}})
        edits.assign_exhibitors(session, first, [exhibitor])
    with database.reading() as session:
        halls = {hall.code: hall for hall in site_of(session).halls}
        site = site_of(session)
        door = {"kind": "door", "x_m": 20, "y_m": 5}
    assert [(hall.width_m, hall.depth_m) for hall in halls.values()] == [(20, 15), (6, 6)]
    assert [(booth.code, booth.rect is None, booth.exhibitor) for booth in site.booths] == [
        ("1", False, {"vi": "Sao Mai"}),
        ("2", True, None),
        ("1", False, None),
    ]
    with database.transaction() as session:
        there = edits.add_place(session, {**door, "hall_id": halls["B"].id, "x_m": 0})
        here = edits.add_place(session, {**door, "hall_id": halls["A"].id, "leads_to_id": there})
        edits.add_place(session, {"kind": "toilets", "hall_id": halls["A"].id})
    with database.reading() as session:
        site = site_of(session)
    assert [(place.id, place.leads_to) for place in site.places] == [(here, there), (there, None)]
    assert Routes(site).way(first, second) is not None


def _grown(rect):
    return Rect(rect.x - ROOM, rect.y - ROOM, rect.width + 2 * ROOM, rect.depth + 2 * ROOM)
