"""The geometry of halls: overlaps, what leaves the hall, moving within it."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from showcase.catalogue.floorplan import Rect, conflicts, extent, rect_of, snapped

_LENGTH = st.integers(1, 40).map(lambda n: n / 2)
_PLACES = st.builds(Rect, st.integers(0, 60).map(float), st.integers(0, 60).map(float), _LENGTH, _LENGTH)


def booth(number, place):
    return SimpleNamespace(id=number, x_m=place.x, y_m=place.y, width_m=place.width, depth_m=place.depth)


def test_neighbours_touch_and_do_not_overlap():
    first, second = Rect(0, 0, 3, 3), Rect(3, 0, 3, 3)
    assert not first.overlaps(second)
    assert first.overlaps(Rect(2.5, 2.5, 3, 3))


@given(st.lists(_PLACES, max_size=12))
def test_conflicts_are_those_of_every_pair(places):
    booths = [booth(number, place) for number, place in enumerate(places)]
    slow = {
        number
        for number, one in enumerate(places)
        for other, rival in enumerate(places)
        if number != other and one.overlaps(rival)
    }
    assert set(conflicts(booths, None, None)) == slow
    outside = {number for number, place in enumerate(places) if not place.inside(30, 30)}
    found = conflicts(booths, 30, 30)
    assert {number for number, what in found.items() if what == "outside"} == outside


@given(_PLACES, st.integers(-50, 50), st.integers(-50, 50))
def test_what_is_moved_stays_in_the_hall(place, dx, dy):
    moved = place.moved(dx, dy, 80, 80)
    assert moved.inside(80, 80)
    assert (moved.width, moved.depth) == (place.width, place.depth)


def test_a_booth_without_a_place_has_none():
    assert rect_of(SimpleNamespace(x_m=None, y_m=0, width_m=3, depth_m=3)) is None
    assert extent([], None, None) == (30, 20)
    assert extent([booth(0, Rect(10, 10, 5, 5))], None, None) == (16, 16)
    door = SimpleNamespace(x_m=20, y_m=None)
    assert extent([], None, 5, [door, SimpleNamespace(x_m=40, y_m=5)]) == (40, 20)
    assert extent([], 10, 5, [SimpleNamespace(x_m=40, y_m=5)]) == (10, 5)
    assert snapped(1.26) == 1.5
