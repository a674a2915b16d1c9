"""Backs fall on their fronts: held against the light, whichever edge the paper is turned over."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.documents.backs import check_duplex, with_backs
from showcase.documents.fields import sample_item
from showcase.documents.imposition import impose
from showcase.documents.layout import lay_out
from showcase.documents.page import Fill, Page, Placement, Sheet, TextLine
from showcase.documents.preflight import check
from showcase.documents.stocks import PAGE, Slot, Stock, get_stock, list_stocks
from showcase.documents.template import Template, load_template, parse_template
from showcase.errors import InputError
from showcase.printing.measure import FontMeasure

NEAR = 1e-9


def page(number: int, width: float = 40, height: float = 25) -> Page:
    """Return a page with a mark at its top left on both sides."""
    mark = (Fill(1, 2, 3, 4, "#000000"),)
    return Page(str(number), "", width, height, 0, mark, back=Page(str(number), "", width, height, 0, mark))


@st.composite
def stocks(draw) -> Stock:
    """Draw sheets upright and across, with margins and gaps that differ."""
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    gap, left, top = (draw(st.sampled_from((0.0, 1.5, 8.0))) for _ in range(3))
    slots = tuple(
        Slot(left + c * (40 + gap), top + r * (25 + gap), 40, 25) for r in range(rows) for c in range(columns)
    )
    return Stock("test", {"en": "test"}, 3 + left + columns * (40 + gap), 5 + top + rows * (25 + gap), slots)


def through(sheet: Sheet, placed: Placement, duplex: str) -> tuple[float, float, float, float, bool]:
    """Return where a back lies on the front of the paper: left, top, and its mark; whether it stands on its head there.

    Turned over its upright edge the paper mirrors what lies across, over the level edge what lies down.
    """
    is_over_side = (sheet.height_mm >= sheet.width_mm) == (duplex == "long")
    (mark,) = (item for item in placed.page.items if isinstance(item, Fill))
    x, y = placed.x_mm + mark.x_mm, placed.y_mm + mark.y_mm
    if is_over_side:
        left, mark_x = sheet.width_mm - placed.x_mm - placed.page.width_mm, sheet.width_mm - x - mark.width_mm
        return left, placed.y_mm, mark_x, y, mark.y_mm > placed.page.height_mm / 2
    top, mark_y = sheet.height_mm - placed.y_mm - placed.page.height_mm, sheet.height_mm - y - mark.height_mm
    return placed.x_mm, top, x, mark_y, mark.y_mm < placed.page.height_mm / 2


@given(stocks(), st.integers(1, 50), st.sampled_from(["long", "short"]), st.data())
def test_every_back_falls_on_its_front_and_stands_as_it_does(stock, count, duplex, data):
    blocked = data.draw(st.frozensets(st.integers(0, len(stock.slots) - 1), max_size=len(stock.slots) - 1))
    fronts = list(impose([page(n) for n in range(count)], stock, blocked=blocked))
    sheets = list(with_backs(fronts, duplex))
    assert sheets[::2] == fronts
    assert len(sheets) == 2 * len(fronts)
    for front, back in zip(sheets[::2], sheets[1::2], strict=True):
        assert (back.width_mm, back.height_mm) == (front.width_mm, front.height_mm)
        assert [placed.slot for placed in back.placements] == [placed.slot for placed in front.placements]
        for one, other in zip(front.placements, back.placements, strict=True):
            assert other.front is one.page
            left, top, mark_x, mark_y, on_head = through(front, other, duplex)
            assert (left, top) == pytest.approx((one.x_mm, one.y_mm), abs=NEAR)
            # The mark is at the top left of either side: seen through the paper it is at the top right.
            assert mark_x == pytest.approx(one.x_mm + 40 - 1 - 3, abs=NEAR)
            assert mark_y == pytest.approx(one.y_mm + 2, abs=NEAR)
            assert not on_head
        for placed in back.placements:
            assert min(placed.x_mm, placed.y_mm) >= -NEAR
            assert placed.x_mm + 40 <= back.width_mm + NEAR
            assert placed.y_mm + 25 <= back.height_mm + NEAR


@pytest.mark.parametrize("duplex", ["long", "short"])
@pytest.mark.parametrize("size", [(40, 25), (25, 40)])
def test_a_page_alone_has_its_back_behind_it(size, duplex):
    front, back = with_backs(impose([page(1, *size)], PAGE), duplex)
    left, top, _, mark_y, on_head = through(front, back.placements[0], duplex)
    assert (left, top) == (0, 0)
    assert mark_y == pytest.approx(2)
    assert not on_head


def test_a_page_without_a_back_leaves_its_place_blank_and_one_side_stays_one_side():
    bare = replace(page(1), back=None)
    front, back = with_backs(impose([bare], PAGE), "long")
    assert front.placements
    assert not back.placements
    assert list(with_backs([front], "")) == [front]


def test_cut_marks_stand_on_one_side_only():
    front, back = with_backs(impose([page(1, 85.6, 53.98)], get_stock("a4-cr80")), "long")
    assert front.marks
    assert not back.marks


def two_sided() -> Template:
    """Return a badge with its name on both sides."""
    name: dict[str, Any] = {"type": "text", "box": [8, 50, 89, 27], "text": "{given}", "weight": 800, "pt": 40}
    document = {
        "schema_version": 2,
        "id": "ours",
        "version": 1,
        "kind": "badge",
        "name": {"en": "Ours"},
        "trim_mm": [105, 148],
        "bleed_mm": 3,
        "reading_m": 0.24,
        "elements": [{"id": "name", **name}],
        "back": [
            {"id": "name", **name, "text": "{full}"},
            {"id": "qr", "type": "qr", "box": [0, 0, 8, 8], "text": "{token}"},
        ],
    }
    return parse_template(document, "ours.json")


def test_a_design_is_printed_on_both_sides_only_where_it_can_be():
    design = two_sided()
    assert check_duplex(design, PAGE, "").back == ()
    assert check_duplex(design, PAGE, "long") is design
    with pytest.raises(InputError, match="no_back"):
        check_duplex(load_template("booth-sign-a4"), PAGE, "long")
    for stock in list_stocks():
        if stock.kind in {"label", "roll", "badge-adhesive"}:
            with pytest.raises(InputError, match="one_sided_stock"):
                check_duplex(design, stock, "short")
        else:
            assert check_duplex(design, stock, "short") is design


def test_what_is_wrong_behind_is_said_with_the_page():
    made = lay_out(two_sided(), sample_item("badge"), FontMeasure(), ("vi",))
    assert made.back is not None
    assert [line.text for line in made.back.items if isinstance(line, TextLine)] == ["Lê Quang Minh"]
    ((*notices,),) = check([made])
    assert {"documents.symbol_fine", "documents.symbol_small"} <= {notice.key for notice in notices}
