"""Stocks: the sheets that take several pages, as geometry in millimetres."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from showcase.errors import InputError
from showcase.paths import resource
from showcase.text import Texts


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one page on a sheet: its top left and size in mm."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """A sheet with its slots, in reading order; without slots each page is a sheet. `marks`: it is cut by hand."""

    id: str
    name: Texts
    width_mm: float
    height_mm: float
    slots: tuple[Slot, ...]
    marks: bool = False


PAGE: Final = Stock("page", {"vi": "Mỗi trang một tờ", "en": "One per page", "fr": "Une par page"}, 0, 0, ())
"""Each page is a sheet of its own, with its bleed."""


def list_stocks() -> list[Stock]:
    """Return the sheets that take several pages."""
    return list(_stocks().values())


def get_stock(name: str) -> Stock:
    """Return a stock by its name, "page" among them.

    Raises:
        InputError: when there is no such stock.
    """
    if name == PAGE.id:
        return PAGE
    if name not in _stocks():
        raise InputError("documents.stock_unknown", name=name, names=", ".join((PAGE.id, *_stocks())))
    return _stocks()[name]


@cache
def _stocks() -> Mapping[str, Stock]:
    rows = json.loads(resource("stocks", "stocks.json").read_text(encoding="utf-8"))
    return {row["id"]: _stock(row) for row in rows}


def _stock(row: Mapping[str, Any]) -> Stock:
    (left, top), (across, down), (width, height) = row["origin_mm"], row["pitch_mm"], row["slot_mm"]
    slots = tuple(
        Slot(left + column * across, top + line * down, width, height)
        for line in range(row["rows"])
        for column in range(row["columns"])
    )
    sheet_width, sheet_height = row["sheet_mm"]
    return Stock(row["id"], row["name"], sheet_width, sheet_height, slots, row["marks"])
