"""Stocks: the sheets that take several pages, as geometry in millimetres."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from showcase.errors import InputError
from showcase.paths import resource
from showcase.text import Texts

PAGE: Final = "page"
"""The name under which commands know "no stock": one page on each sheet."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one page on a sheet: its top left and size in mm."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet with its slots, in reading order; `marks`: it is cut by hand along crop marks."""

    id: str
    name: Texts
    width_mm: float
    height_mm: float
    slots: tuple[Slot, ...]
    marks: bool = False


def list_stocks() -> list[Stock]:
    """Return the sheets that take several pages."""
    return list(_stocks().values())


def get_stock(name: str) -> Stock | None:
    """Return a stock by its name; None for "page", which is one page on each sheet.

    Raises:
        InputError: when there is no such stock.
    """
    if name == PAGE:
        return None
    if name not in _stocks():
        raise InputError("documents.stock_unknown", name=name, names=", ".join((PAGE, *_stocks())))
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
    return Stock(row["id"], row["name"], *row["sheet_mm"], slots, row["marks"])
