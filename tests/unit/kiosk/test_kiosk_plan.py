"""A way in words, its lengths as they are told, and what lies under a finger."""

import uuid
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import BoothKind, PlaceKind
from showcase.catalogue.planview import LaidBooth
from showcase.catalogue.ways import PlanBooth, Routes, Turn, Way
from showcase.kiosk.guide import Grounds
from showcase.kiosk.planrows import rows_of
from showcase.kiosk.planspots import Spot, spot_at, spot_beside
from showcase.kiosk.plansteps import MOST, rounded, steps_of, tell_steps, told_metres
from showcase.qt.words import Words
from tests.floors import drawn, known

DOOR = uuid.uuid4()
RUNS = st.lists(st.sampled_from(["straight", "left", "right"]), min_size=1, max_size=12)


def _way(*turns: Turn) -> Way:
    return Way((), sum(turn.metres for turn in turns), 1, (Turn("start", landmark="A30"), *turns, Turn("arrive")))


def test_a_door_is_where_the_stretch_before_it_ends() -> None:
    steps = steps_of(_way(Turn("straight", 70), Turn("door", landmark=DOOR), Turn("left", 40)), ["B"])
    assert [(step.kinds, step.metres, step.hall) for step in steps] == [(("straight",), 70, "B"), (("left",), 40, "")]


def test_stairs_and_lifts_are_steps_of_their_own() -> None:
    steps = steps_of(_way(Turn("straight", 20), Turn("stairs", landmark=DOOR), Turn("right", 9)), ["B"])
    assert [step.kinds for step in steps] == [("straight",), ("stairs",), ("right",)]
    assert steps[1].hall == "B"


def test_what_one_faces_is_said_where_nothing_marks_the_corner() -> None:
    assert steps_of(_way(Turn("straight", 20, None)), [])[0].landmark == "A30"
    assert steps_of(_way(Turn("straight", 20, "A12")), [])[0].landmark == "A12"


@given(RUNS, st.data())
def test_a_long_way_is_told_in_few_steps_and_all_of_it(kinds: list[str], data: st.DataObject) -> None:
    turns = [Turn(kind, data.draw(st.integers(1, 90)), f"A{place}") for place, kind in enumerate(kinds)]
    steps = steps_of(_way(*turns), [])
    assert 1 <= len(steps) < MOST
    assert sum(step.metres for step in steps) == sum(turn.metres for turn in turns)
    told = [kind for step in steps for kind in step.kinds if kind != "straight"]
    assert told == [kind for kind in kinds if kind != "straight"], "no turn is left out"
    assert steps[-1].landmark == turns[-1].landmark


PARTS = st.lists(st.sampled_from(["straight", "left", "right", "door", "stairs", "lift"]), min_size=1, max_size=20)


@given(PARTS)
def test_over_many_halls_it_is_as_few_and_no_hall_or_turn_is_left_out(kinds: list[str]) -> None:
    turns = [
        Turn(kind, 0 if kind in {"door", "stairs", "lift"} else 10, DOOR if kind == "door" else None) for kind in kinds
    ]
    entered = [f"H{place}" for place, kind in enumerate(kinds) if kind in {"door", "stairs", "lift"}]
    steps = steps_of(_way(*turns), entered)
    assert 1 <= len(steps) < MOST
    assert sum(step.metres for step in steps) == sum(turn.metres for turn in turns)
    told = [hall for step in steps for hall in (*(hall for _, hall in step.passed), *filter(None, [step.hall]))]
    assert told == entered
    walked = [kind for step in steps for kind in step.kinds if kind in {"left", "right", "stairs", "lift"}]
    assert walked == [kind for kind in kinds if kind not in {"straight", "door"}]


def test_halls_that_are_walked_through_are_named() -> None:
    words = Words("en")
    site = drawn(
        {"A": "a....\n.....", "B": ".....\n.....", "C": ".....\n.....", "D": ".....\n.....", "E": "....e\n....."},
        [
            (f"{one}{other}", one, PlaceKind.DOOR, (5.0 if one < other else 0.0, 1.0), f"{other}{one}")
            for one, other in [*pairwise("ABCDE"), *pairwise("EDCBA")]
        ],
    )
    routes = Routes(site)
    way = routes.way(known("a"), known("e"))
    assert way is not None
    lines = [
        line["text"]
        for line in tell_steps(words, Grounds(site, routes, {}, frozenset(), {}, None), way, code="e", name="")
    ]
    assert len(lines) <= MOST
    assert [code for code in "BCDE" if any(f"hall {code}" in line for line in lines)] == ["B", "C", "D", "E"]


@given(st.lists(st.floats(0, 300), min_size=1, max_size=6))
def test_parts_add_up_to_the_whole_as_it_is_told(metres: list[float]) -> None:
    parts = rounded(metres)
    assert all(part >= 0 and part % 5 == 0 for part in parts)
    assert abs(sum(parts) - sum(metres)) <= 5
    assert max(5, sum(parts)) == told_metres(sum(metres))


def _grid() -> list[Spot]:
    return [
        Spot(uuid.uuid4(), f"A{row}{column}", Rect(column * 4, row * 5, 3, 3))
        for row in range(3)
        for column in range(4)
    ]


def test_a_finger_finds_what_is_under_it_or_next_to_it() -> None:
    spots = [*_grid(), Spot(uuid.uuid4(), "", Rect(1, 1, 1, 1))]
    assert spot_at(spots, 5, 1, 1) is spots[1]
    assert spot_at(spots, 3.4, 1, 1) is spots[0], "the nearest of two"
    assert spot_at(spots, 30, 30, 1) is None
    assert spot_at(spots, 1.5, 1.5, 1) is spots[-1], "a sign lies on top"
    assert spot_at([], 0, 0, 1) is None


@pytest.mark.parametrize(("dx", "dy", "to"), [(1, 0, "A12"), (-1, 0, "A10"), (0, 1, "A21"), (0, -1, "A01")])
def test_arrows_go_to_the_booth_beside(dx: int, dy: int, to: str) -> None:
    spots = _grid()
    at = next(spot for spot in spots if spot.code == "A11")
    beside = spot_beside(spots, at, dx, dy)
    assert beside is not None
    assert beside.code == to


def test_arrows_reach_every_booth_and_end_at_the_edge() -> None:
    spots = _grid()
    at, seen = spot_beside(spots, None, 1, 0), set()
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, 1), (1, 0)):
        while at is not None and (beside := spot_beside(spots, at, dx, dy)) is not None:
            seen |= {at.code, beside.code}
            at = beside
            if dy:
                break
    assert seen == {spot.code for spot in spots}
    assert spot_beside(spots, spots[-1], 1, 0) is None
    assert all(one.id != other.id for one, other in pairwise(spots))


def test_booths_side_by_side_are_a_row() -> None:
    hall = uuid.uuid4()
    booths = [
        LaidBooth(PlanBooth(uuid.uuid4(), hall, code, None, None, BoothKind.BOOTH), Rect(x, y, 3, 3))
        for code, x, y in (("A3", 6, 0), ("A1", 0, 0), ("A2", 3, 0), ("A4", 12, 0), ("B1", 0, 3), ("B2", 3.2, 3))
    ]
    assert [[laid.booth.code for laid in row] for row in rows_of(booths)] == [["A1", "A2", "A3"], ["A4"], ["B1", "B2"]]
