"""Artwork is made of flat polygons and lines, the same each time, and fills its box."""

import math
from collections.abc import Sequence
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.documents.artwork import NAMES, draw, halls
from showcase.documents.artwork.contours import contours, sample, simplified
from showcase.documents.artwork.drawing import Drawing
from showcase.documents.artwork.field import Field
from showcase.documents.artwork.keeping import kept_drawing
from showcase.documents.artwork.scenes import BOOTH_SIGN, draw_scene
from showcase.documents.artwork.shapes import role_shape
from showcase.documents.colours import ROLES, style_of
from showcase.documents.page import Point, Shape, Stroke

MOTIFS = ("planning", "data", "government", "mobility", "energy", "water", "bamboo")


def area(points: Sequence[Point]) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True))) / 2


@pytest.mark.parametrize(("name", "variant"), [*((name, "vip") for name in NAMES), *(("motif", m) for m in MOTIFS)])
def test_a_drawing_is_made_of_opaque_colours(name, variant):
    drawing = draw(name, "#FFFFFF" if name == "mark" else variant)
    assert drawing.items
    for item in drawing.items:
        assert isinstance(item, Shape | Stroke)
        assert len(item.colour) == 7
        assert len(item.points) >= 2


def test_the_ground_is_the_same_under_every_sky():
    first, second = draw("badge-a6", "delegate"), draw("badge-a6", "speaker")
    ground = [item for item in first.items if item in set(second.items)]
    assert len(ground) > 200
    assert first.items[0] != second.items[0]


def test_a_topic_without_a_motif_gets_bamboo():
    assert draw("motif", "anything").items == draw("motif", "bamboo").items


def test_shapes_of_roles_weigh_about_the_same():
    areas = {style.shape: area(role_shape(style.shape, 0, 0, 10)) for style in ROLES.values()}
    assert len(areas) == 8
    circle = areas["circle"]
    assert all(0.5 < weight / circle < 1.2 for weight in areas.values()), areas


def test_codes_stand_on_the_ground_of_the_sign():
    """The feet of a code (y 109 on the page, 112 in the drawing) are in the ground, at most 3 mm deep."""
    field = Field(BOOTH_SIGN.ground)
    for x in range(19, 261):
        assert field(x, 112) > 0
        assert field(x, 109) < 0


@given(st.floats(2, 8), st.floats(-0.5, 0.5))
def test_contours_of_a_cone_are_circles(r, shift):
    grid = sample(lambda x, y: math.hypot(x - shift, y), (-10, -10, 10, 10), 0.5)
    (line,) = contours(grid, r)
    assert line[0] == line[-1] or math.dist(line[0], line[-1]) < 1
    assert all(math.hypot(x - shift, y) == pytest.approx(r, abs=0.1) for x, y in line)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=30))
def test_a_simplified_line_keeps_its_ends_and_its_points(line):
    kept = simplified(line, 0.5)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert set(kept) <= set(line)


def some_drawing() -> Drawing:
    return Drawing(20, 10, (Shape("#123456", ((0.0, 0.5), (1.25, 2.0), (3.0, 1.0))), Stroke("#ABCDEF", 0.2, POINTS)))


POINTS = ((0.0, 0.0), (4.0, 5.123412), (6.0, 2.0))


@pytest.mark.parametrize("spoilt", [None, b"", b"[]", b'{"width": 1}', b'{"width": 1, "height": 2, "parts": [[1]]}'])
def test_a_large_drawing_is_made_once_and_again_when_what_was_kept_is_spoilt(home, spoilt):
    made = []

    def make() -> Drawing:
        made.append(1)
        return some_drawing()

    first = kept_drawing("some", make)
    (file,) = home.rglob("*.json")
    if spoilt is not None:
        file.write_bytes(spoilt)
    again = kept_drawing("some", make)
    assert len(made) == (1 if spoilt is None else 2)
    assert [type(item) for item in again.items] == [type(item) for item in first.items]
    for one, two in zip(first.items, again.items, strict=True):
        assert one.colour == two.colour
        assert all(a == pytest.approx(b, abs=1e-4) for a, b in zip(one.points, two.points, strict=True))
    assert kept_drawing("some", make).items == (kept_drawing("some", make)).items


def test_a_disk_that_takes_nothing_stops_no_drawing(home, monkeypatch):
    (home / "file").write_text("no folder")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / "file"))
    assert kept_drawing("some", some_drawing) == some_drawing()


@pytest.mark.parametrize(("direction", "tip"), [("ahead", (12, 1.6)), ("left", (1.6, 12)), ("right", (22.4, 12))])
def test_an_arrow_points_where_it_says(direction, tip):
    (arrow,) = draw("arrow", direction).items
    assert min(abs(x - tip[0]) + abs(y - tip[1]) for x, y in arrow.points) < 0.01


@pytest.mark.parametrize("scene", [halls.POSTER, halls.ROOM], ids=["poster", "room"])
def test_rings_end_where_the_ground_begins(scene):
    """On paper nothing covers what lies below the terraces."""
    sky, *rest = draw_scene(scene, style_of("speaker")).items
    rings = list(takewhile(lambda item: isinstance(item, Stroke), rest))
    assert isinstance(sky, Shape)
    assert len(rings) > 20
    assert max(y for ring in rings for _, y in ring.points) <= scene.sky_ends + 1e-6
