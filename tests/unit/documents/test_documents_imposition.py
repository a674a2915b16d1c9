"""Every page has its slot: nothing overlaps, nothing is lost, used and damaged slots stay free."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.documents.imposition import crop_marks, impose
from showcase.documents.page import Page
from showcase.documents.stocks import PAGE, Slot, Stock, get_stock, list_stocks
from showcase.errors import InputError, RefusedError


def pages(count: int, width: float = 105, height: float = 148) -> list[Page]:
    return [Page(str(n), f"page {n}", width, height, 3, ()) for n in range(count)]


@st.composite
def stocks(draw) -> Stock:
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    gap = draw(st.sampled_from((0.0, 1.5, 8.0)))
    slots = tuple(Slot(5 + c * (40 + gap), 5 + r * (25 + gap), 40, 25) for r in range(rows) for c in range(columns))
    return Stock("test", {"en": "test"}, 10 + columns * (40 + gap), 10 + rows * (25 + gap), slots)


@given(stocks(), st.integers(0, 60), st.data())
def test_pages_fill_free_slots_in_order_and_never_overlap(stock, count, data):
    size = len(stock.slots)
    start = data.draw(st.integers(0, size - 1))
    blocked = data.draw(st.frozensets(st.integers(0, size - 1)))
    if blocked.issuperset(range(start, size)):
        with pytest.raises(RefusedError):
            impose(pages(count, 40, 25), stock, start, blocked)
        return
    sheets = list(impose(pages(count, 40, 25), stock, start, blocked))
    assert [p.page.subject for sheet in sheets for p in sheet.placements] == [str(n) for n in range(count)]
    free = size - start - len([slot for slot in blocked if slot >= start])
    assert len(sheets) == (0 if count == 0 else 1 + -(-max(count - free, 0) // size))
    for number, sheet in enumerate(sheets):
        used = [p.slot for p in sheet.placements]
        assert used == sorted(set(used))
        if number == 0:
            assert min(used) >= start
            assert not blocked & set(used)
        for at, one in enumerate(sheet.placements):
            assert one.x_mm >= 0
            assert one.x_mm + one.page.width_mm <= sheet.width_mm + 1e-9
            for other in sheet.placements[at + 1 :]:
                across = abs(one.x_mm - other.x_mm) >= 40 - 1e-9
                assert across or abs(one.y_mm - other.y_mm) >= 25 - 1e-9


@given(stocks())
def test_the_bleed_of_a_page_never_reaches_its_neighbour(stock):
    (sheet, *_) = impose(pages(len(stock.slots), 40, 25), stock)
    for one in sheet.placements:
        for other in sheet.placements:
            if one.slot < other.slot and one.y_mm == other.y_mm:
                assert one.x_mm + 40 + one.bleed_x_mm <= other.x_mm - other.bleed_x_mm + 1e-9


@pytest.mark.parametrize("stock", [stock for stock in list_stocks() if stock.slots], ids=lambda stock: stock.id)
def test_the_sheets_of_the_program_take_as_many_pages_as_they_say(stock):
    first = stock.slots[0]
    sheets = list(impose(pages(len(stock.slots), first.width_mm, first.height_mm), stock))
    assert len(sheets) == 1
    for slot in stock.slots:
        assert min(slot.x_mm, slot.y_mm) >= 0
        assert slot.x_mm + slot.width_mm <= stock.width_mm + 0.01
        assert slot.y_mm + slot.height_mm <= stock.height_mm + 0.01
    for one, other in combinations(sheets[0].placements, 2):
        across = abs(one.x_mm - other.x_mm) >= first.width_mm - 1e-6
        assert across or abs(one.y_mm - other.y_mm) >= first.height_mm - 1e-6


def test_four_a6_fill_an_a4_exactly():
    (sheet,) = impose(pages(4), get_stock("a4-a6"))
    assert [(p.x_mm, p.y_mm) for p in sheet.placements] == [(0, 0.5), (105, 0.5), (0, 148.5), (105, 148.5)]
    assert {(p.bleed_x_mm, p.bleed_y_mm) for p in sheet.placements} == {(0, 0)}


def test_one_page_on_each_keeps_its_bleed():
    for stock in (None, PAGE, get_stock("page")):
        (sheet, _) = impose(pages(2), stock)
        assert (sheet.width_mm, sheet.height_mm, sheet.bleed_mm) == (105, 148, 3)


def test_crop_marks_stand_in_the_margins():
    stock = get_stock("a4-cr80")
    marks = crop_marks(stock, 85.6, 53.98)
    assert len(marks) == 2 * 4 + 2 * 10
    for mark in marks:
        for x, y in mark.points:
            assert 0 <= x <= 210
            assert 0 <= y <= 297
            assert not any(s.x_mm < x < s.x_mm + s.width_mm and s.y_mm < y < s.y_mm + s.height_mm for s in stock.slots)


def test_a_page_too_large_a_slot_too_far_and_an_unknown_sheet_are_refused():
    cr80 = get_stock("a4-cr80")
    with pytest.raises(InputError, match="stock_too_small"):
        impose(pages(1), cr80)
    with pytest.raises(InputError, match="slot_unknown"):
        impose(pages(1, 85.6, 53.98), cr80, start_slot=10)
    with pytest.raises(InputError, match="slot_unknown"):
        impose(pages(1, 85.6, 53.98), cr80, blocked=frozenset({-1}))
    with pytest.raises(InputError, match="stock_unknown"):
        get_stock("a3-poster")
