"""Artwork is made of flat polygons and lines, the same each time, and fills its box."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.documents.artwork import NAMES, draw
from showcase.documents.artwork.contours import contours, sample, simplified
from showcase.documents.artwork.field import Field
from showcase.documents.artwork.scenes import BOOTH_SIGN
from showcase.documents.artwork.shapes import role_shape
from showcase.documents.colours import ROLES
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
