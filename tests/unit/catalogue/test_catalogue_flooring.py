"""Booths are put in rows, beside each other and where there is room, each in one step that can be undone."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.catalogue import history
from showcase.catalogue.aisles import Floor
from showcase.catalogue.edits import add_booth, add_hall
from showcase.catalogue.flooring import add_booth_to, place_in_rows, repeat_booth
from showcase.catalogue.floorplan import AISLE, Rect, free_place, free_point, rows
from showcase.catalogue.queries import list_booths
from showcase.errors import RefusedError
from showcase.messages import LANGUAGES, message

_SIDE = st.integers(2, 16).map(lambda n: n / 2)


def _hall(session, **size):
    hall = add_hall(session, {"code": "A", "name": {"en": "A"}, **size})
    add_booth(session, "A", {"code": "A1", "x_m": 3, "y_m": 0, "width_m": 4, "depth_m": 5})
    for code in ("A10", "A2"):
        add_booth(session, "A", {"code": code})
    return hall


def _there(database):
    with database.reading() as session:
        return {it.code: (it.x_m, it.y_m, it.width_m, it.depth_m) for it in list_booths(session)}


@given(st.lists(st.tuples(_SIDE, _SIDE), max_size=25), st.integers(20, 80), st.integers(10, 80), _SIDE)
def test_rows_keep_every_booth_in_the_hall_with_aisles_between(sizes, width, depth, top):
    placed = rows(sizes, width, depth, top)
    if placed is None:
        return
    assert [(rect.width, rect.depth) for rect in placed] == sizes
    assert not any(one.overlaps(other) for one, other in itertools.combinations(placed, 2))
    for rect in placed:
        assert rect.inside(width - AISLE, depth - AISLE)
        assert rect.x >= AISLE
        assert rect.y >= top + AISLE
    starts = sorted({rect.y for rect in placed})
    for upper, lower in itertools.pairwise(starts):
        assert lower - max(rect.bottom for rect in placed if rect.y == upper) >= AISLE


def test_rows_fill_a_hall_exactly_and_no_further():
    assert rows([(3, 3)] * 4, 12, 15, 0) == [Rect(3, 3, 3, 3), Rect(6, 3, 3, 3), Rect(3, 9, 3, 3), Rect(6, 9, 3, 3)]
    assert rows([(3, 3)] * 5, 12, 15, 0) is None
    assert rows([(7, 3)], 12, 15, 0) is None


def test_booths_without_a_place_stand_below_the_others_in_one_step_that_can_be_undone(database):
    with database.transaction() as session:
        hall = _hall(session, width_m=20, depth_m=20)
    with database.transaction() as session:
        assert place_in_rows(session, hall) == 2
    assert _there(database) == {"A1": (3, 0, 4, 5), "A2": (3, 8, 3, 3), "A10": (6, 8, 3, 3)}
    with database.transaction() as session:
        undone = history.undo(session)
    assert undone.label.key == "ways.placed_in_rows"
    assert message("ways.placed_in_rows", "en", hall="A", n=2) == "Place 2 booths in rows in hall A"
    assert _there(database)["A2"] == (None, None, None, None)


@pytest.mark.parametrize(
    ("size", "key"), [({}, "ways.hall_unmeasured"), ({"width_m": 20, "depth_m": 13}, "ways.rows_full")]
)
def test_none_is_placed_where_not_all_can_be(database, size, key):
    with database.transaction() as session:
        hall = _hall(session, **size)
    with pytest.raises(RefusedError) as refused, database.transaction() as session:
        place_in_rows(session, hall)
    assert refused.value.key == key
    assert _there(database)["A2"] == (None, None, None, None)


@given(st.lists(st.builds(Rect, st.integers(0, 20), st.integers(0, 20), _SIDE, _SIDE), max_size=8), _SIDE, _SIDE)
def test_a_free_place_is_in_the_hall_and_on_no_booth(taken, width, depth):
    rect = free_place((width, depth), taken, 24, 24)
    if rect is not None:
        assert rect.inside(24, 24)
        assert not any(rect.overlaps(it) for it in taken)


def test_a_free_point_is_next_to_the_middle():
    assert free_point([], 20, 12) == (10, 6)
    assert free_point([Rect(8, 4, 4, 4)], 20, 12) in {(7, 6), (13, 6), (10, 3), (10, 9)}
    assert free_point([Rect(0, 0, 20, 12)], 20, 12) == (10, 6)


def test_a_new_booth_keeps_an_aisle_where_there_is_room_and_follows_the_last_code(database):
    with database.transaction() as session:
        hall = add_hall(session, {"code": "A", "width_m": 14, "depth_m": 9})
        empty = add_hall(session, {"code": "B", "width_m": 2, "depth_m": 9})
        unknown = add_hall(session, {"code": "C"})
    for _ in range(2):
        with database.transaction() as session:
            add_booth_to(session, hall)
    assert _there(database) == {"A01": (3, 3, 3, 3), "A02": (0, 0, 3, 3)}
    with database.transaction() as session:
        add_booth_to(session, unknown)
    assert _there(database)["C01"] == (3, 3, 3, 3)
    with pytest.raises(RefusedError) as refused, database.transaction() as session:
        add_booth_to(session, empty)
    assert refused.value.key == "ways.no_room"


def test_a_booth_is_repeated_in_a_row_in_one_step_or_not_at_all(database):
    with database.transaction() as session:
        _hall(session, width_m=20, depth_m=12)
    with database.reading() as session:
        booths = {it.code: it.id for it in list_booths(session)}
    with database.transaction() as session:
        assert len(repeat_booth(session, booths["A1"], 3, down=False)) == 3
    there = _there(database)
    assert [there[code] for code in ("A3", "A4", "A5")] == [(7, 0, 4, 5), (11, 0, 4, 5), (15, 0, 4, 5)]
    with database.transaction() as session:
        assert len(repeat_booth(session, booths["A1"], 1, down=True)) == 1
    assert _there(database)["A6"] == (3, 5, 4, 5)
    for count, down, key, code in (
        (1, False, "ways.row_blocked", "A1"),
        (3, True, "ways.row_blocked", "A1"),
        (1, True, "ways.booth_unplaced", "A2"),
    ):
        with pytest.raises(RefusedError) as refused, database.transaction() as session:
            repeat_booth(session, booths[code], count, down=down)
        assert refused.value.key == key
        assert all(message(key, language, code="A1", n=count) for language in LANGUAGES)
    with database.transaction() as session:
        assert history.undo(session).label.key == "ways.repeated"
        assert history.undo(session).label.key == "ways.repeated"
    assert _there(database).keys() == {"A1", "A2", "A10"}


def test_narrow_aisles_are_found_between_booths_and_at_walls():
    row = [Rect(0, 0, 3, 3), Rect(3, 0, 3, 3), Rect(0, 5, 6, 3)]
    floor = Floor(20, 20, [*row, Rect(14, 10, 4, 3)])
    assert floor.narrow(AISLE) == [Rect(18, 10, 2, 3), Rect(0, 3, 6, 2)]
    assert floor.narrow(AISLE, walls=False) == [Rect(0, 3, 6, 2)]
    assert Floor(20, 20, [Rect(3, 3, 3, 3), Rect(9, 3, 3, 3)]).narrow(AISLE) == []
