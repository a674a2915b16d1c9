"""Stocks: what pages are printed on, as geometry in millimetres. Sheets with slots, label rolls, or a sheet each.

The sheets of makers are typed from public label definitions, named in `source`; `confidence` says how well that is
known: A by two sources or by symmetry, B by one, C where sources disagree and a test print decides.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from showcase.errors import InputError, MissingFile
from showcase.paths import resource
from showcase.text import Texts

_LARGER_MM: Final = 0.11
"""A page may be larger than its slot by what rounding makes of 53.98 and 54."""
_SMALLER_MM: Final = 2.6
"""A page that is smaller by no more is offered for a slot: its bleed reaches the edge of the label."""
_LARGEST_MM: Final = 5080.0
"""A PDF page is no larger (14,400 points)."""
_LARGEST_FILE: Final = 100_000
_MOST: Final = 1000
"""Slots of a sheet; the finest labels that are sold are 270 on a page."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one page on a sheet: its top left and size in mm."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """A sheet with its slots, in reading order; without slots each page is a sheet of its own.

    Attributes:
        width_mm: of the sheet, or of the roll; 0 where pages have their own size.
        marks: it is cut by hand along lines in its margins.
        kind: "plain", "badge-adhesive", "badge-insert", "card", "label", "sign", "tent" or "roll".
        corner_mm: radius of the corners of a label.
        confidence: "A", "B" or "C", see above.
        dpi: of a label printer, whose modules are whole dots; 0 for all others.
        source: where the geometry is from.
        also: other numbers under which a maker sells the same sheet.
    """

    id: str
    name: Texts
    width_mm: float
    height_mm: float
    slots: tuple[Slot, ...]
    marks: bool = False
    kind: str = "plain"
    corner_mm: float = 0.0
    confidence: str = "A"
    dpi: int = 0
    source: str = ""
    also: tuple[str, ...] = ()

    def takes(self, width_mm: float, height_mm: float) -> bool:
        """Tell whether pages of a size belong on it: about as large as its slots, or as wide as the roll."""
        if not self.slots:
            return not self.width_mm or abs(self.width_mm - width_mm) <= _LARGER_MM
        slot = self.slots[0]
        over = slot.width_mm - width_mm, slot.height_mm - height_mm
        return min(over) >= -_LARGER_MM and max(over) <= _SMALLER_MM


PAGE: Final = Stock("page", {"vi": "Mỗi trang một tờ", "en": "One per page", "fr": "Une par page"}, 0, 0, ())
"""Each page is a sheet of its own, with its bleed."""


def list_stocks() -> list[Stock]:
    """Return the sheets and rolls that the program knows."""
    return list(_stocks().values())


def get_stock(name: str) -> Stock:
    """Return a stock by its name, "page" among them, or one of the user by its file.

    The file holds one object: `name` (a text, or one for each language), `sheet_mm`, and either `slots`, each [x, y,
    width, height], or a grid of `slot_mm`, `columns`, `rows`, `origin_mm` and `pitch_mm`; `marks` if it is cut by hand.

    Raises:
        InputError: when there is no such stock, or the file describes none: what is wrong is said.
        MissingFile: when there is no such file.
    """
    if name == PAGE.id:
        return PAGE
    if name in _stocks():
        return _stocks()[name]
    if not name.lower().endswith(".json"):
        raise InputError("documents.stock_unknown", name=name, names=", ".join((PAGE.id, *_stocks())))
    path = Path(name)
    if not path.is_file():
        raise MissingFile("documents.stock_missing", file=name)
    return _from_file(path)


@cache
def _stocks() -> Mapping[str, Stock]:
    rows = json.loads(resource("stocks", "stocks.json").read_text(encoding="utf-8"))
    return {row["id"]: _stock(row) for row in rows}


def _stock(row: Mapping[str, Any]) -> Stock:
    is_roll = row["kind"] == "roll"
    width, height = (row["roll_mm"], 0.0) if is_roll else row["sheet_mm"]
    return Stock(
        id=row["id"],
        name=row["name"],
        width_mm=width,
        height_mm=height,
        slots=() if is_roll else _grid(row),
        marks=row.get("marks", False),
        kind=row["kind"],
        corner_mm=row.get("corner_mm", 0.0),
        confidence=row["confidence"],
        dpi=row.get("dpi", 0),
        source=row["source"],
        also=tuple(row.get("also", ())),
    )


def _grid(row: Mapping[str, Any]) -> tuple[Slot, ...]:
    (left, top), (across, down), (width, height) = row["origin_mm"], row["pitch_mm"], row["slot_mm"]
    return tuple(
        Slot(left + column * across, top + line * down, width, height)
        for line in range(row["rows"])
        for column in range(row["columns"])
    )


def _from_file(path: Path) -> Stock:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise InputError("documents.stock_unreadable", file=path.name)
        row = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as reason:
        raise InputError("documents.stock_unreadable", file=path.name) from reason
    if not isinstance(row, dict):
        raise InputError("documents.stock_unreadable", file=path.name)
    width, height = _numbers(row, "sheet_mm", 2, path.name)
    slots = _listed(row, path.name) if "slots" in row else _checked_grid(row, path.name)
    _see_that_slots_fit(slots, width, height, path.name)
    name = row.get("name")
    names = name if isinstance(name, dict) and all(isinstance(it, str) for it in name.values()) else None
    return Stock(
        str(path), names or {"en": str(name or path.stem)}, width, height, slots, marks=row.get("marks") is True
    )


def _listed(row: Mapping[str, Any], file: str) -> tuple[Slot, ...]:
    listed = row["slots"]
    if not isinstance(listed, list) or not 0 < len(listed) <= _MOST:
        raise InputError("documents.stock_value", file=file, field="slots")
    return tuple(Slot(*_numbers({"slots": each}, "slots", 4, file)) for each in listed)


def _checked_grid(row: Mapping[str, Any], file: str) -> tuple[Slot, ...]:
    for field in ("slot_mm", "origin_mm", "pitch_mm"):
        _numbers(row, field, 2, file)
    for field in ("columns", "rows"):
        count = row.get(field)
        if type(count) is not int or not 0 < count <= _MOST:
            raise InputError("documents.stock_value", file=file, field=field)
    if row["columns"] * row["rows"] > _MOST:
        raise InputError("documents.stock_value", file=file, field="columns")
    return _grid(row)


def _numbers(row: Mapping[str, Any], field: str, count: int, file: str) -> Sequence[float]:
    values = row.get(field)
    numbers = (
        [it for it in values if type(it) in {int, float} and 0 <= it <= _LARGEST_MM] if type(values) is list else []
    )
    if len(numbers) != count or not isinstance(values, list) or len(values) != count:
        raise InputError("documents.stock_value", file=file, field=field)
    return numbers


def _see_that_slots_fit(slots: Sequence[Slot], width_mm: float, height_mm: float, file: str) -> None:
    """See that slots have a size, lie on the sheet and not on each other; a hundredth of a millimetre is rounding."""
    for number, slot in enumerate(slots, 1):
        right, bottom = slot.x_mm + slot.width_mm, slot.y_mm + slot.height_mm
        if min(slot.width_mm, slot.height_mm) <= 0 or right > width_mm + 0.01 or bottom > height_mm + 0.01:
            raise InputError("documents.stock_outside", file=file, slot=number)
    for (number, one), (other_number, other) in combinations(enumerate(slots, 1), 2):
        if (
            min(one.x_mm + one.width_mm, other.x_mm + other.width_mm) - max(one.x_mm, other.x_mm) > 0.01
            and min(one.y_mm + one.height_mm, other.y_mm + other.height_mm) - max(one.y_mm, other.y_mm) > 0.01
        ):
            raise InputError("documents.stock_overlap", file=file, slot=number, other=other_number)
