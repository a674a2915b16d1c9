"""Preflight: what is wrong with pages, or worth a look, before anything is painted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from showcase.documents.colours import luminance
from showcase.documents.page import Fill, Notice, Page, Symbol, TextLine
from showcase.documents.symbols import QUIET_MODULES, symbol_modules, symbol_version
from showcase.documents.units import MM_PER_PT
from showcase.qr.grade import LEAST_MODULE_MM, predict

_TOUCH_MM: Final = 0.01
_WHITE: Final = 0.95
"""Luminance from which a fill under a code is its white plate."""
_ASCENT: Final = 0.74
"""Height of capitals in Be Vietnam Pro, per em."""


def check(pages: Sequence[Page]) -> list[list[Notice]]:
    """Return the notices of each page: those of its layout, and what is found on it and between the pages."""
    shared = _shared_codes(pages)
    return [
        [*page.notices, *(found for side in page.sides for found in _on_side(side)), *shared.get(at, ())]
        for at, page in enumerate(pages)
    ]


def _on_side(page: Page) -> Iterable[Notice]:
    yield from _symbols(page)
    yield from _outside(page)


def _symbols(page: Page) -> Iterable[Notice]:
    """Check what a code needs to be read: module size, quiet zone, room on the page."""
    for symbol in page.symbols:
        if predict(symbol.module_mm).overall != "A":
            params: dict[str, object] = {"module": round(symbol.module_mm, 2), "least": LEAST_MODULE_MM}
            yield Notice("stop", "documents.symbol_small", params, symbol.purpose)
        version = symbol.version or symbol_version(symbol.text, symbol.level)
        side = (symbol_modules(version) + 2 * QUIET_MODULES) * symbol.module_mm
        box = (symbol.x_mm, symbol.y_mm, side, side)
        if any(_overlaps(box, other) for other in _near(page, symbol)):
            yield Notice("stop", "documents.symbol_covered", {}, symbol.purpose)
        inside = min(symbol.x_mm, symbol.y_mm, page.width_mm - box[0] - side, page.height_mm - box[1] - side)
        if inside < -_TOUCH_MM:
            yield Notice("stop", "documents.symbol_outside", {}, symbol.purpose)


Box = tuple[float, float, float, float]


def _near(page: Page, symbol: Symbol) -> Iterable[Box]:
    """Give the boxes of texts, of fills painted after the symbol, and of those before it that are not white."""
    painted = False
    for item in page.items:
        painted = painted or item is symbol
        if isinstance(item, TextLine):
            yield _box(item)
        elif isinstance(item, Fill) and (painted or luminance(item.colour) < _WHITE):
            yield item.x_mm, item.y_mm, item.width_mm, item.height_mm


def _box(line: TextLine) -> Box:
    """Return the box of the capitals of a line; one that stands on its head runs the other way."""
    high = _ASCENT * line.pt * MM_PER_PT
    if line.turned:
        return line.x_mm - line.width_mm, line.baseline_mm, line.width_mm, high
    return line.x_mm, line.baseline_mm - high, line.width_mm, high


def _overlaps(one: Box, other: Box) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > _TOUCH_MM and down > _TOUCH_MM


def _outside(page: Page) -> Iterable[Notice]:
    """Find lines of text that reach over the edge of the paper."""
    for item in page.items:
        if isinstance(item, TextLine):
            left, _, width, _ = _box(item)
            over = left < -_TOUCH_MM or left + width > page.width_mm + _TOUCH_MM
            if over or not 0 <= item.baseline_mm <= page.height_mm:
                yield Notice("stop", "documents.text_outside", {"text": item.text})


def _shared_codes(pages: Sequence[Page]) -> dict[int, list[Notice]]:
    """Find badges of different people that carry one code."""
    carriers: defaultdict[str, list[int]] = defaultdict(list)
    for at, page in enumerate(pages):
        codes = (symbol for side in page.sides for symbol in side.symbols)
        for text in {symbol.text for symbol in codes if symbol.purpose == "badge"}:
            carriers[text].append(at)
    found: dict[int, list[Notice]] = {}
    for places in carriers.values():
        others = {pages[at].subject: pages[at].title for at in places}
        if len(others) > 1:
            for at in places:
                other = next(title for subject, title in others.items() if subject != pages[at].subject)
                found.setdefault(at, []).append(Notice("stop", "documents.code_shared", {"other": other}, "qr"))
    return found
