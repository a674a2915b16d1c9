"""Both sides of the paper: behind every sheet comes the sheet of its backs, each where it falls on its front.

Backs are mirrored about the edge over which the printer turns the paper. Where it turns it over the top, what stands
behind is on its head in the file, so that a badge is read upright from both sides when it turns on its lanyard.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from showcase.documents.page import Page, Placement, Sheet
from showcase.documents.stocks import Stock
from showcase.documents.template import Template
from showcase.documents.turning import turned
from showcase.errors import InputError

Duplex = Literal["", "long", "short"]
"""Over which edge of the sheet the printer turns it: the long one as a book, the short one as a pad; "": one side."""
DUPLEX: Final[tuple[Duplex, ...]] = ("", "long", "short")
_ONE_SIDED: Final = frozenset({"badge-adhesive", "label", "roll"})
"""Kinds of stock that stick: nobody sees what is printed behind."""


def with_backs(sheets: Iterable[Sheet], duplex: Duplex) -> Iterable[Sheet]:
    """Return the sheets, each followed by its other side; on one side they are as they were.

    Slots that are free in front are free behind; a page without a back leaves its place blank.
    """
    return _both(sheets, duplex) if duplex else sheets


def check_duplex(template: Template, stock: Stock | None, duplex: Duplex) -> Template:
    """Return the design as it will be printed: without its back when that is not asked for.

    Raises:
        InputError: when the design has no back, or nobody would see what stands behind the sheet.
    """
    if not duplex:
        return one_sided(template) if template.back else template
    if not template.back:
        raise InputError("templates.no_back", template=template.id)
    if stock is not None and not can_be_two_sided(template, stock):
        raise InputError("templates.one_sided_stock", stock=stock.id)
    return template


def can_be_two_sided(template: Template, stock: Stock) -> bool:
    """Tell whether a design has a back that is seen on a stock."""
    return bool(template.back) and stock.kind not in _ONE_SIDED


@lru_cache(maxsize=32)
def one_sided(template: Template) -> Template:
    """Return a design without its back, the same for the same: what is prepared for it is kept."""
    return replace(template, back=())


def _both(sheets: Iterable[Sheet], duplex: Duplex) -> Iterator[Sheet]:
    for sheet in sheets:
        yield sheet
        is_upright = sheet.height_mm >= sheet.width_mm
        yield _behind(sheet, is_over_top=is_upright is (duplex == "short"))


def _behind(sheet: Sheet, *, is_over_top: bool) -> Sheet:
    backs = tuple(_mirrored(sheet, placed, is_over_top=is_over_top) for placed in sheet.placements if placed.page.back)
    return replace(sheet, placements=backs, marks=())


def _mirrored(sheet: Sheet, placed: Placement, *, is_over_top: bool) -> Placement:
    front = placed.page
    assert front.back is not None
    if is_over_top:
        y_mm = sheet.height_mm - placed.y_mm - front.height_mm
        return replace(placed, page=_turned(front.back), y_mm=y_mm, front=front)
    return replace(placed, page=front.back, x_mm=sheet.width_mm - placed.x_mm - front.width_mm, front=front)


def _turned(page: Page) -> Page:
    """Return a page that stands on its head."""
    return replace(page, items=tuple(turned(item, page.width_mm, page.height_mm) for item in page.items))
