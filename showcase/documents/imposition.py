"""Imposition: pages onto sheets, also those of which a part is used already."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count, islice, pairwise
from typing import Final

from showcase.documents.page import Page, Placement, Sheet, Stroke
from showcase.documents.stocks import Stock
from showcase.errors import InputError, RefusedError

_LARGER_MM: Final = 0.11
"""A page may be larger than its slot by what rounding makes of 53.98 and 54."""
_MARK_MM: Final = 4.0
_MARK_GAP_MM: Final = 3.0
_MARK_LINE_MM: Final = 0.1


def impose(
    pages: Sequence[Page], stock: Stock | None, start_slot: int = 0, blocked: frozenset[int] = frozenset()
) -> Iterable[Sheet]:
    """Return the sheets on which the pages are printed, in order.

    Args:
        pages: of one size, or of sizes that all go into the slots.
        stock: the sheet; None or one without slots for one page on each, with its bleed.
        start_slot: the first slot of the first sheet that is free, counted from 0.
        blocked: slots of the first sheet that are not to be used; they say nothing about the next.

    Raises:
        InputError: when a page is larger than a slot, or the first sheet has no such slot.
        RefusedError: when every slot of the first sheet is blocked.
    """
    if stock is None or not stock.slots:
        if start_slot or blocked:
            raise InputError("documents.slot_alone", slot=start_slot + 1)
        _check_roll(pages, stock)
        return [
            Sheet(p.width_mm, p.height_mm, p.bleed_mm, (Placement(p, 0, 0, 0, p.bleed_mm, p.bleed_mm),)) for p in pages
        ]
    _check(pages, stock, start_slot, blocked)
    return _sheets(pages, stock, start_slot, blocked)


def _check_roll(pages: Sequence[Page], stock: Stock | None) -> None:
    for page in pages:
        if stock is not None and stock.width_mm and not stock.takes(page.width_mm, page.height_mm):
            raise InputError("documents.roll_width", page=f"{page.width_mm:g}", roll=f"{stock.width_mm:g}")


def _check(pages: Sequence[Page], stock: Stock, start_slot: int, blocked: frozenset[int]) -> None:
    slots = len(stock.slots)
    wrong = sorted(slot for slot in {start_slot, *blocked} if not 0 <= slot < slots)
    if wrong:
        raise InputError("documents.slot_unknown", slot=wrong[0] + 1, slots=slots)
    if blocked.issuperset(range(start_slot, slots)):
        raise RefusedError("documents.slots_blocked")
    slot = stock.slots[0]
    for page in pages:
        if page.width_mm > slot.width_mm + _LARGER_MM or page.height_mm > slot.height_mm + _LARGER_MM:
            raise InputError(
                "documents.stock_too_small",
                page=f"{page.width_mm:g} × {page.height_mm:g}",
                slot=f"{slot.width_mm:g} × {slot.height_mm:g}",
            )


def _sheets(pages: Sequence[Page], stock: Stock, start_slot: int, blocked: frozenset[int]) -> Iterator[Sheet]:
    waiting = iter(pages)
    first = [slot for slot in range(start_slot, len(stock.slots)) if slot not in blocked]
    for sheet in count():
        free = first if sheet == 0 else range(len(stock.slots))
        placed = tuple(_place(page, stock, slot) for page, slot in zip(islice(waiting, len(free)), free, strict=False))
        if not placed:
            return
        marks = crop_marks(stock, placed[0].page.width_mm, placed[0].page.height_mm) if stock.marks else ()
        yield Sheet(stock.width_mm, stock.height_mm, 0, placed, marks)


def _place(page: Page, stock: Stock, number: int) -> Placement:
    """Put a page in the middle of its slot; its bleed ends half way to the neighbours and at the edge of the sheet."""
    slot = stock.slots[number]
    x, y = slot.x_mm + (slot.width_mm - page.width_mm) / 2, slot.y_mm + (slot.height_mm - page.height_mm) / 2
    across, down = _gaps(stock)
    bleed_x = min(page.bleed_mm, max(0.0, (across + slot.width_mm - page.width_mm) / 2))
    bleed_y = min(page.bleed_mm, max(0.0, (down + slot.height_mm - page.height_mm) / 2))
    return Placement(page, x, y, number, bleed_x, bleed_y)


@lru_cache(maxsize=64)
def _gaps(stock: Stock) -> tuple[float, float]:
    """Return the least distance between the trims of neighbours, across and down, or to twice the sheet's margin."""
    columns = sorted({slot.x_mm for slot in stock.slots})
    rows = sorted({slot.y_mm for slot in stock.slots})
    slot = stock.slots[0]
    across = [right - left - slot.width_mm for left, right in pairwise(columns)]
    down = [below - above - slot.height_mm for above, below in pairwise(rows)]
    return min([*across, 2 * columns[0]]), min([*down, 2 * rows[0]])


@lru_cache(maxsize=64)
def crop_marks(stock: Stock, width_mm: float, height_mm: float) -> tuple[Stroke, ...]:
    """Return lines in the margins of the sheet that show where pages of this size are cut."""
    xs = sorted({edge for slot in stock.slots for edge in _edges(slot.x_mm, slot.width_mm, width_mm)})
    ys = sorted({edge for slot in stock.slots for edge in _edges(slot.y_mm, slot.height_mm, height_mm)})
    lines = [((x, end), (x, end + turn * _MARK_MM)) for x in xs for end, turn in _outside(ys)]
    lines += [((end, y), (end + turn * _MARK_MM, y)) for y in ys for end, turn in _outside(xs)]
    return tuple(Stroke("#000000", _MARK_LINE_MM, line) for line in lines)


def _edges(start: float, slot: float, page: float) -> tuple[float, float]:
    """Return where a page in the middle of its slot begins and ends."""
    free = (slot - page) / 2
    return start + free, start + slot - free


def _outside(edges: Sequence[float]) -> tuple[tuple[float, int], tuple[float, int]]:
    """Return where marks begin outside the first and last edge, and which way they go."""
    return (edges[0] - _MARK_GAP_MM, -1), (edges[-1] + _MARK_GAP_MM, 1)
