import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.kiosk.idle import PATIENCE_S, WARNING_S, Idle, Phase, Place, Standing


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def idle(clock):
    return Idle(clock)


@pytest.mark.parametrize(
    ("place", "video_s", "patience_s"),
    [
        (Place.BROWSE, 0, 60),
        (Place.DETAIL, 0, 90),
        (Place.TYPING, 0, 120),
        (Place.VIDEO, 200, 230),
        (Place.VIDEO, 0, 90),
        (Place.VIDEO, -5, 90),
        (Place.VIDEO, math.nan, 90),
        (Place.VIDEO, math.inf, 90),
    ],
)
def test_each_place_has_its_patience_then_a_warning_then_the_end(idle, clock, place, video_s, patience_s):
    idle.enter(place, video_s=video_s)
    assert idle.standing() == Standing(Phase.ACTIVE, next_in_s=patience_s)
    clock.now += patience_s - 0.25
    assert idle.standing() == Standing(Phase.ACTIVE, next_in_s=0.25)
    clock.now += 0.25
    assert idle.standing() == Standing(Phase.WARNING, 20, next_in_s=1.0)
    clock.now += 19.5
    assert idle.standing() == Standing(Phase.WARNING, 1, next_in_s=0.5)
    clock.now += 0.5
    assert idle.standing() == Standing(Phase.OVER)


def test_nothing_is_over_in_the_attract_loop(idle, clock):
    clock.now += 1e6
    assert idle.standing() == Standing(Phase.RESTING)
    assert idle.touch() is Phase.RESTING
    idle.enter(Place.BROWSE)
    idle.enter(Place.ATTRACT)
    clock.now += 1e6
    assert idle.standing() == Standing(Phase.RESTING)


def test_the_warning_is_answered_without_limit(idle, clock):
    idle.enter(Place.BROWSE)
    for times in range(1, 200):
        clock.now += 79
        assert idle.touch() is Phase.WARNING
        assert idle.extensions == times
        assert idle.standing() == Standing(Phase.ACTIVE, next_in_s=60)


def test_a_touch_after_the_end_brings_nothing_back(idle, clock):
    idle.enter(Place.BROWSE)
    clock.now += 80
    assert idle.touch() is Phase.OVER
    assert idle.standing() == Standing(Phase.OVER)


def test_extensions_belong_to_one_visit(idle, clock):
    idle.enter(Place.BROWSE)
    clock.now += 70
    idle.touch()
    idle.enter(Place.DETAIL)
    assert idle.extensions == 1
    idle.enter(Place.ATTRACT)
    idle.enter(Place.BROWSE)
    assert idle.extensions == 0


@given(
    place=st.sampled_from([Place.BROWSE, Place.DETAIL, Place.TYPING]),
    waits=st.lists(st.floats(min_value=0, max_value=150), max_size=30),
)
def test_a_visit_ends_exactly_when_nobody_touched_for_patience_and_warning(place, waits):
    clock = Clock()
    idle = Idle(clock)
    idle.enter(place)
    for wait in waits:
        clock.now += wait
        quiet = clock.now - idle._since
        met = idle.touch()
        assert (met is Phase.OVER) == (quiet >= PATIENCE_S[place] + WARNING_S)
        if met is Phase.OVER:
            break


@given(start=st.floats(min_value=0, max_value=200), place=st.sampled_from([Place.BROWSE, Place.DETAIL]))
def test_who_asks_again_when_told_sees_every_number_of_the_countdown(start, place):
    clock = Clock()
    clock.now = start
    idle = Idle(clock)
    idle.enter(place)
    numbers: list[int] = []
    while (standing := idle.standing()).next_in_s is not None:
        if standing.phase is Phase.WARNING and (not numbers or numbers[-1] != standing.seconds_left):
            numbers.append(standing.seconds_left)
        clock.now += standing.next_in_s
    assert numbers == list(range(20, 0, -1))
    assert idle.standing().phase is Phase.OVER
