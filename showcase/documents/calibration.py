"""How far off a printer puts things, from a test page that was measured, and how sheets are moved so that they fit.

A printer is taken to shift, stretch and turn what it is sent; the turn is so small that its sine is the angle.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from showcase.documents.measure import Measure
from showcase.documents.page import Fill, Item, Page, Placement, Sheet, Symbol, TextLine
from showcase.documents.symbols import QUIET_MODULES, symbol_modules, symbol_version
from showcase.documents.units import MM_PER_PT
from showcase.errors import InputError

Point = tuple[float, float]
FRAME_MM: Final = 15.0
"""Where the frame that is measured by hand stands, from each edge of the sheet."""
_TARGET_MM: Final = 34.0
"""Where the codes in the corners have their middle, from both edges."""
_MODULE_MM: Final = 0.7
_LINE_MM: Final = 0.2
_MOST_MM: Final = 8.0
"""A printer that is further off has the wrong paper, or scales the page to fit."""
_MOST_SCALE: Final = 0.02
_MOST_TURN: Final = 0.02
_WORD: Final = "SHOWCASE CALIBRATION"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a printer puts what is sent to a point, in mm from the top left of the sheet.

    x' = offset_x_mm + scale_x x - turn y, and y' = offset_y_mm + scale_y y + turn x, with the turn in radians.
    """

    offset_x_mm: float = 0.0
    offset_y_mm: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    turn: float = 0.0

    def lands(self, x_mm: float, y_mm: float) -> Point:
        """Return where a point comes to lie on the paper."""
        return (
            self.offset_x_mm + self.scale_x * x_mm - self.turn * y_mm,
            self.offset_y_mm + self.scale_y * y_mm + self.turn * x_mm,
        )

    def sent(self, x_mm: float, y_mm: float) -> Point:
        """Return what has to be sent so that it comes to lie at a point."""
        x, y = x_mm - self.offset_x_mm, y_mm - self.offset_y_mm
        area = self.scale_x * self.scale_y + self.turn * self.turn
        return (x * self.scale_y + y * self.turn) / area, (y * self.scale_x - x * self.turn) / area

    def check(self) -> "Placing":
        """Return it when a printer that works can be so far off.

        Raises:
            InputError: it cannot: the page was scaled, or is of another paper.
        """
        scale = max(abs(self.scale_x - 1), abs(self.scale_y - 1))
        if scale > _MOST_SCALE:
            raise InputError(
                "calibration.scaled", percent=f"{100 * max(self.scale_x, self.scale_y, key=_from_one):.1f}"
            )
        if max(abs(self.offset_x_mm), abs(self.offset_y_mm)) > _MOST_MM or abs(self.turn) > _MOST_TURN:
            raise InputError("calibration.far_off", x=f"{self.offset_x_mm:.1f}", y=f"{self.offset_y_mm:.1f}")
        return self


def _from_one(scale: float) -> float:
    return abs(scale - 1)


def fit(pairs: Sequence[tuple[Point, Point]]) -> Placing:
    """Return the placing that explains measured points best (least squares).

    Args:
        pairs: at least three of (what was sent, where it landed), not on one line.

    Raises:
        InputError: the points do not determine it.
    """
    rows: list[tuple[list[float], float]] = []
    for (x, y), (landed_x, landed_y) in pairs:
        rows += [([1, 0, x, 0, -y], landed_x), ([0, 1, 0, y, x], landed_y)]
    normal = [[sum(row[i] * row[j] for row, _ in rows) for j in range(5)] for i in range(5)]
    right = [sum(row[i] * value for row, value in rows) for i in range(5)]
    found = solve(normal, right)
    if found is None:
        raise InputError("calibration.too_few")
    return Placing(*found)


def from_margins(width_mm: float, height_mm: float, margins: Sequence[float]) -> Placing:
    """Return the placing that follows from the measured margins of the frame: left, top, right, bottom, in mm."""
    left, top, right, bottom = margins
    scale_x = (width_mm - left - right) / (width_mm - 2 * FRAME_MM)
    scale_y = (height_mm - top - bottom) / (height_mm - 2 * FRAME_MM)
    return Placing(left - scale_x * FRAME_MM, top - scale_y * FRAME_MM, scale_x, scale_y).check()


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float] | None:
    """Solve linear equations by Gauss, with the largest pivot; None when they have no single solution."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        if abs(rows[pivot][column]) < 1e-9:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                share = rows[row][column] / rows[column][column]
                rows[row] = [a - share * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def moved(sheets: Iterable[Sheet], placing: Placing | None) -> Iterator[Sheet]:
    """Move every page so that its middle lands where it should; pages keep their size, as labels do."""
    for sheet in sheets:
        if placing is None:
            yield sheet
        else:
            yield replace(sheet, placements=tuple(_moved(each, placing) for each in sheet.placements))


def _moved(placed: Placement, placing: Placing) -> Placement:
    half_x, half_y = placed.page.width_mm / 2, placed.page.height_mm / 2
    x, y = placing.sent(placed.x_mm + half_x, placed.y_mm + half_y)
    return replace(placed, x_mm=x - half_x, y_mm=y - half_y)


def targets(width_mm: float, height_mm: float) -> tuple[Point, ...]:
    """Return the middles of the five codes of the test page: top left, top right, middle, bottom left, bottom right."""
    right, bottom = width_mm - _TARGET_MM, height_mm - _TARGET_MM
    return (
        (_TARGET_MM, _TARGET_MM),
        (right, _TARGET_MM),
        (width_mm / 2, height_mm / 2),
        (_TARGET_MM, bottom),
        (right, bottom),
    )


def target_text(width_mm: float, height_mm: float, number: int) -> str:
    """Return what a code of the test page says: the sheet and which of the five it is."""
    return f"{_WORD} {width_mm:g}X{height_mm:g} {number + 1}"


def target_of(text: str) -> tuple[float, float, int] | None:
    """Return the sheet and the number, counted from 0, of a code of a test page; None for any other code."""
    word, _, rest = text.rpartition(f"{_WORD} ")
    size, _, number = rest.partition(" ")
    width, _, height = size.partition("X")
    try:
        found = float(width), float(height), int(number) - 1
    except ValueError:
        return None
    is_sheet = not word and all(50 <= side <= 2000 for side in found[:2])
    return found if is_sheet and 0 <= found[2] < len(targets(1, 1)) else None


def make_test_sheet(width_mm: float, height_mm: float, say: Callable[[str], str], measure: Measure) -> Sheet:
    """Return the test page: five codes for a photo, and a frame that is measured by hand.

    Args:
        width_mm: of the paper.
        height_mm: of the paper.
        say: gives a text by its whole key.
        measure: the font engine.
    """
    items: list[Item] = []
    for number, (x, y) in enumerate(targets(width_mm, height_mm)):
        text = target_text(width_mm, height_mm, number)
        version = symbol_version(text, "M")
        half = (symbol_modules(version) + 2 * QUIET_MODULES) * _MODULE_MM / 2
        items.append(Symbol(x - half, y - half, _MODULE_MM, text, "M", version, "calibration"))
    items += _frame(width_mm, height_mm)
    items += _words(width_mm, height_mm, say, measure)
    page = Page("calibration", say("calibration.title"), width_mm, height_mm, 0, tuple(items))
    return Sheet(width_mm, height_mm, 0, (Placement(page, 0, 0),))


def _frame(width_mm: float, height_mm: float) -> list[Item]:
    """Return lines whose middles stand `FRAME_MM` from the edges."""
    near, half = FRAME_MM - _LINE_MM / 2, _LINE_MM / 2
    across, down = width_mm - 2 * near, height_mm - 2 * near
    return [
        Fill(near, near, across, _LINE_MM, "#000000"),
        Fill(near, height_mm - FRAME_MM - half, across, _LINE_MM, "#000000"),
        Fill(near, near, _LINE_MM, down, "#000000"),
        Fill(width_mm - FRAME_MM - half, near, _LINE_MM, down, "#000000"),
    ]


def _words(width_mm: float, height_mm: float, say: Callable[[str], str], measure: Measure) -> list[Item]:
    """Return a heading and what to do, in the middle of the upper and lower half, as large as the sheet allows."""
    room = width_mm - 2 * FRAME_MM - 12
    lines: list[Item] = []
    upper = ("calibration.title", 800, 20.0), ("calibration.photo", 500, 11.0), ("calibration.photo_how", 500, 11.0)
    lower = ("calibration.hand", 800, 13.0), ("calibration.hand_how", 500, 11.0), ("calibration.no_scale", 500, 11.0)
    for top, block in ((height_mm * 0.27, upper), (height_mm * 0.66, lower)):
        y = top
        for key, weight, pt in block:
            text = say(key)
            widest = measure.width_em(text, weight) * MM_PER_PT
            size = min(pt, room / widest) if widest else pt
            y += size * MM_PER_PT * 1.7
            width = widest * size
            lines.append(TextLine((width_mm - width) / 2, y, text, weight, size, "#10201A", width))
    return lines
