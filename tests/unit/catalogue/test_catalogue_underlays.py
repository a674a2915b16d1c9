"""Drawings under halls: fitted, moved, turned and measured; laid by edits that can be undone; refused when bad."""

import sqlite3
import uuid
from contextlib import closing
from dataclasses import replace
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from showcase.catalogue import checks, editing, history
from showcase.catalogue.change import Change
from showcase.catalogue.edits import add_booth, add_hall, delete_unused
from showcase.catalogue.entities import Hall, Media
from showcase.catalogue.floorplan import Rect
from showcase.catalogue.media import MAX_BYTES
from showcase.catalogue.planview import lay_hall
from showcase.catalogue.queries import get_media_blob, list_halls, list_media, list_users_of_media
from showcase.catalogue.underlay import LEAST_M, STRENGTH, Underlay, fit
from showcase.catalogue.underlaying import (
    SIDE,
    lay_drawing,
    place_drawing,
    read_drawing,
    remove_drawing,
    underlay_of,
)
from showcase.catalogue.ways import site_of
from showcase.errors import InputError, RefusedError
from showcase.messages import LANGUAGES, sentence
from showcase.store.journal import list_entries
from tests.drawings import hall_png, hall_svg, saved, small_picture

_LENGTH = st.floats(0.5, 500)
_PLACE = st.floats(-200, 200)


def underlay(slope: float = 0.6, rect: Rect | None = None, turn: int = 0) -> Underlay:
    return Underlay(uuid.uuid4(), "0", "image/png", "a.png", slope, rect or fit(slope, turn, (50, 30)), turn)


@pytest.fixture
def hall(database):
    with database.transaction() as session:
        return add_hall(session, {"code": "A", "name": {"en": "Hall A"}, "width_m": 50, "depth_m": 40})


@pytest.fixture
def laid(database, hall, tmp_path):
    """Lay a drawing of 100 by 60 under a hall of 50 by 40 and return the hall."""
    drawing = read_drawing(saved(tmp_path, "sảnh A.svg", hall_svg()), small_picture)
    with database.transaction() as session:
        lay_drawing(session, hall, drawing)
    return hall


def there(database, hall):
    with database.reading() as session:
        return underlay_of(session, hall)


@given(_LENGTH, _LENGTH, st.floats(0.02, 50), st.integers(0, 3))
def test_a_drawing_that_fits_touches_two_walls_and_stands_in_the_middle(width, depth, slope, turn):
    rect = underlay(slope, Rect(0, 0, 10, 10), turn).fitted((width, depth)).rect
    if rect.width <= LEAST_M:
        return
    assert rect.inside(width + 1e-6, depth + 1e-6)
    assert rect.width == pytest.approx(width) or rect.depth == pytest.approx(depth)
    assert rect.x + rect.right == pytest.approx(width, abs=1e-6)
    assert rect.depth / rect.width == pytest.approx(1 / slope if turn % 2 else slope)


@given(_PLACE, _PLACE, st.floats(1, 300))
def test_four_quarters_bring_it_back_about_its_middle(x, y, width):
    was = underlay().at(x, y, width)
    now = was
    for _ in range(4):
        now = now.turned()
        middles = [(it.rect.x + it.rect.right, it.rect.y + it.rect.bottom) for it in (was, now)]
        assert middles[0] == pytest.approx(middles[1], abs=1e-6)
    assert now.turn == 0
    assert now.fields() == pytest.approx(was.fields(), abs=0.002)


@given(st.tuples(_PLACE, _PLACE), st.tuples(_PLACE, _PLACE), st.floats(1, 300))
def test_two_points_are_as_far_apart_as_was_said(one, two, metres):
    was = underlay()
    if dist(one, two) < 1 or not 1 < was.rect.width * metres / dist(one, two) < 9_000:
        return
    now = was.measured(one, two, metres)
    grown = now.rect.width / was.rect.width
    moved = [(now.rect.x + (x - was.rect.x) * grown, now.rect.y + (y - was.rect.y) * grown) for x, y in (one, two)]
    assert moved[0] == pytest.approx(one, abs=1e-6)
    assert dist(*moved) == pytest.approx(metres, rel=1e-6)


def test_what_makes_no_sense_measures_nothing():
    was = underlay()
    assert was.measured((1, 1), (1, 1), 5) == was
    assert was.measured((1, 1), (2, 1), 0) == was
    assert was.scaled(0, (0, 0)).rect.width == LEAST_M
    assert was.at(1e9, -1e9, 1e9).rect.width == 10_000


def test_a_drawing_is_laid_as_large_as_the_hall(database, laid):
    found = there(database, laid)
    assert (found.mime, found.name, found.turn, found.strength) == ("image/svg+xml", "sảnh A.svg", 0, STRENGTH)
    assert (found.rect.x, found.rect.y, found.rect.width, found.rect.depth) == pytest.approx((0, 5, 50, 30))
    with database.reading() as session:
        assert (get_media_blob(session, found.sha256) or b"").startswith(b"<svg")
        assert (get_media_blob(session, found.sha256, "thumb") or b"").startswith(b"\x89PNG")
        assert site_of(session).halls[0].underlay == found
        (picture,) = list_media(session)
        assert picture.uses == 1
        assert [it.code for it in list_users_of_media(session, picture.id)[2]] == ["A"]


def test_every_step_can_be_undone_and_the_history_says_what_it_was(database, laid):
    first = there(database, laid)
    with database.transaction() as session:
        place_drawing(session, laid, first.moved(-3, 2).turned(), first)
    second = there(database, laid)
    assert second.turn == 1
    with database.transaction() as session:
        place_drawing(session, laid, replace(second, strength=0.4), second)
    with database.transaction() as session:
        remove_drawing(session, laid)
    assert there(database, laid) is None
    with database.reading() as session:
        keys = [entry.label.key for entry in list_entries(session)][:4]
        assert all(
            "A" in sentence(entry.label.message(), language)
            for entry in list_entries(session)[:4]
            for language in LANGUAGES
        )
    assert keys == [f"ways.underlay_{it}" for it in ("removed", "faded", "moved", "laid")]
    for wanted in (0.4, second, first, None):
        with database.transaction() as session:
            history.undo(session)
        found = there(database, laid)
        assert (found.strength if wanted == 0.4 else found) == wanted
    with database.transaction() as session:
        history.redo(session)
    assert there(database, laid) == first


def test_two_people_who_move_it_are_both_heard(database, laid):
    seen = there(database, laid)
    with database.transaction() as session:
        place_drawing(session, laid, seen.moved(1, 0), seen)
    with pytest.raises(RefusedError, match="changed_meanwhile"), database.transaction() as session:
        place_drawing(session, laid, seen.moved(2, 0), seen)
    assert there(database, laid).rect.x == 1


def test_a_newer_drawing_of_the_same_proportion_lies_where_the_old_one_lay(database, laid, tmp_path):
    seen = there(database, laid)
    with database.transaction() as session:
        place_drawing(session, laid, seen.at(-2, -1, 44), seen)
    scan = read_drawing(saved(tmp_path, "quét.png", hall_png((500, 300))), small_picture)
    with database.transaction() as session:
        lay_drawing(session, laid, scan)
    found = there(database, laid)
    assert (found.mime, found.rect.x, found.rect.y, found.rect.width) == ("image/png", -2, -1, 44)
    other = read_drawing(saved(tmp_path, "cao.png", hall_png((300, 500))), small_picture)
    with database.transaction() as session:
        lay_drawing(session, laid, other)
    rect = there(database, laid).rect
    assert (rect.x, rect.y, rect.width, rect.depth) == pytest.approx((13, 0, 24, 40))


def test_a_hall_of_unknown_size_is_as_large_as_its_booths(database, tmp_path):
    with database.transaction() as session:
        hall = add_hall(session, {"code": "B"})
        add_booth(session, "B", {"code": "B1", "x_m": 70, "y_m": 50, "width_m": 9, "depth_m": 9})
        lay_drawing(session, hall, read_drawing(saved(tmp_path, "b.svg", hall_svg()), small_picture))
    assert there(database, hall).rect.width == 80


def test_a_picture_in_use_is_not_deleted(database, laid):
    found = there(database, laid)
    with pytest.raises(RefusedError, match="in_use"), database.transaction() as session:
        delete_unused(session, Media, found.media_id)
    with database.transaction() as session:
        remove_drawing(session, laid)
        delete_unused(session, Media, found.media_id)


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("underlay_x_m", "far", "offset"),
        ("underlay_y_m", float("nan"), "offset"),
        ("underlay_y_m", -10_001, "offset"),
        ("underlay_width_m", 0, "breadth"),
        ("underlay_width_m", float("inf"), "breadth"),
        ("underlay_turn", 4, "quarters"),
        ("underlay_turn", 0.5, "quarters"),
        ("underlay_strength", 1, "strength"),
        ("underlay_strength", [], "strength"),
        ("underlay_id", uuid.uuid4(), "not_found"),
        ("underlay_id", "x", "not_found"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(database, laid, field, value, key):
    before = there(database, laid)
    with pytest.raises(InputError, match=key) as caught, database.transaction() as session:
        editing.change(session, "halls", laid, [Change(field, value)])
    told = {sentence(caught.value, language) for language in LANGUAGES}
    assert len(told) == len(LANGUAGES)
    assert there(database, laid) == before


def test_values_are_kept_to_the_millimetre():
    at = checks.Place("underlay_x_m", "A", ("en",))
    assert checks.offset("-1.23456", at) == -1.235
    assert checks.offset("", at) is None
    assert checks.strength(None, at) == STRENGTH
    assert checks.quarters("3", at) == 3


def test_a_hall_of_which_nobody_said_where_its_drawing_lies_has_it_as_large_as_it_is(database, laid):
    with database.transaction() as session:
        session.execute(update(Hall).values(underlay_width_m=None, underlay_x_m=None, underlay_y_m=None))
    assert there(database, laid).rect.width == 50


@pytest.mark.parametrize("turn", range(4))
def test_the_sheet_turns_the_drawing_with_the_hall(database, laid, turn):
    with database.transaction() as session:
        add_booth(session, "A", {"code": "A1", "x_m": 1, "y_m": 1, "width_m": 3, "depth_m": 3})
        site = site_of(session)
    (on,) = lay_hall(site, site.halls[0], turn).halls
    underlay = site.halls[0].underlay
    assert underlay is not None
    found = on.rect(underlay.rect)
    assert (found.width, found.depth) == pytest.approx((30, 50) if turn % 2 else (50, 30))
    assert found.inside(on.box.width, on.box.depth)


def test_booths_in_rows_of_their_own_do_not_lie_on_the_drawing(database, laid):
    with database.transaction() as session:
        add_booth(session, "A", {"code": "A1"})
        site = site_of(session)
    assert lay_hall(site, site.halls[0]).halls[0].hall.underlay is None


def test_pictures_are_kept_as_large_as_prints_need_them(tmp_path):
    read = read_drawing(saved(tmp_path, "lớn.png", hall_png((6000, 3600))), small_picture)
    assert (read.full.mime, read.full.width, read.full.height) == ("image/png", SIDE, 2400)


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.png", b"no picture", "picture_unknown"),
        ("a.png", hall_png()[:200], "picture_damaged"),
        ("a.svg", b"no drawing", "svg_damaged"),
        ("a.png", b"<svg>", "svg_damaged"),
        ("a.pdf", b"%PDF-1.4", "picture_unknown"),
        ("a.png", b"\0" * (MAX_BYTES + 1), "picture_heavy"),
        ("", b"", "picture_unread"),
    ],
)
def test_bad_files_are_refused_before_anything_is_written(tmp_path, name, data, key):
    path = saved(tmp_path, name, data) if name else tmp_path / "nothing.svg"
    with pytest.raises(InputError, match=key) as caught:
        read_drawing(path, small_picture)
    assert all(path.name in sentence(caught.value, language) for language in LANGUAGES)


def test_reading_tells_how_far_it_is(tmp_path):
    steps = []
    read_drawing(saved(tmp_path, "a.svg", hall_svg()), small_picture, lambda done, total: steps.append((done, total)))
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_there_is_no_hall_to_lay_it_under(database, tmp_path):
    drawing = read_drawing(saved(tmp_path, "a.svg", hall_svg()), small_picture)
    with pytest.raises(InputError, match="not_there"), database.transaction() as session:
        lay_drawing(session, uuid.uuid4(), drawing)
    with database.reading() as session:
        assert list_media(session) == []
        assert list_halls(session) == []


def test_an_older_event_has_halls_without_drawings(event_path):
    with closing(sqlite3.connect(event_path)) as plain:
        columns = {row[1]: row[4] for row in plain.execute("PRAGMA table_info(halls)")}
    assert columns["underlay_id"] is None
    assert float(columns["underlay_strength"].strip("'")) == STRENGTH
