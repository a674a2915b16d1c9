"""The sheets of the program are all there, and a sheet that somebody describes is taken or refused with a reason."""

import json
from typing import Any

import pytest

from showcase.documents.imposition import impose
from showcase.documents.page import Page
from showcase.documents.stocks import PAGE, get_stock, list_stocks
from showcase.errors import InputError, MissingFile
from showcase.messages import sentence

GRID: dict[str, Any] = {
    "name": "Labels of the printer round the corner",
    "sheet_mm": [210, 297],
    "slot_mm": [70, 36],
    "columns": 3,
    "rows": 8,
    "origin_mm": [0, 4.5],
    "pitch_mm": [70, 36],
}


def page(width: float, height: float) -> Page:
    return Page("", "", width, height, 3, ())


def test_every_stock_says_what_it_is_in_three_languages_and_how_well_that_is_known():
    stocks = list_stocks()
    assert len({stock.id for stock in stocks}) == len(stocks) >= 40
    for stock in stocks:
        assert set(stock.name) == {"vi", "en", "fr"}
        assert all(stock.name.values())
        assert stock.confidence in {"A", "B", "C"}
        assert stock.source
        assert bool(stock.slots) == (stock.kind != "roll")
    assert {stock.id for stock in stocks if stock.confidence == "C"} == {"avery-c91149", "avery-5390"}


def test_a_stock_takes_pages_of_about_its_size():
    assert get_stock("herma-4412").takes(80, 50)
    assert get_stock("avery-l7418").takes(85.6, 53.98), "a card goes into an insert that is a little larger"
    assert not get_stock("avery-l7418").takes(105, 148)
    assert not get_stock("a4-a6").takes(80, 50), "half a slot would stay empty"
    assert get_stock("roll-62").takes(62, 100)
    assert not get_stock("roll-62").takes(105, 148)
    assert PAGE.takes(105, 148)


def test_a_page_that_does_not_go_on_a_roll_is_refused():
    with pytest.raises(InputError, match="roll_width"):
        impose([page(105, 148)], get_stock("roll-62"))
    (sheet,) = impose([page(62, 100)], get_stock("roll-62"))
    assert (sheet.width_mm, sheet.height_mm) == (62, 100)


def test_a_sheet_of_ones_own_is_read_from_a_file(tmp_path):
    file = tmp_path / "labels.json"
    file.write_text(json.dumps(GRID))
    stock = get_stock(str(file))
    assert (len(stock.slots), stock.name["en"]) == (24, "Labels of the printer round the corner")
    assert (stock.slots[-1].x_mm, stock.slots[-1].y_mm) == (140, 4.5 + 7 * 36)
    free = {
        "name": {"vi": "Tờ lẻ", "en": "Odd sheet"},
        "sheet_mm": [210, 297],
        "slots": [[10, 10, 80, 50], [100, 90, 90, 55]],
    }
    file.write_text(json.dumps(free))
    stock = get_stock(str(file))
    assert [(slot.x_mm, slot.width_mm) for slot in stock.slots] == [(10, 80), (100, 90)]
    assert stock.name["vi"] == "Tờ lẻ"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"sheet_mm": None}, "stock_value"),
        ({"sheet_mm": [210, 297, 1]}, "stock_value"),
        ({"sheet_mm": [210, "297"]}, "stock_value"),
        ({"slot_mm": [True, 36]}, "stock_value"),
        ({"columns": 0}, "stock_value"),
        ({"columns": 2.5}, "stock_value"),
        ({"columns": 500, "rows": 500}, "stock_value"),
        ({"pitch_mm": [-70, 36]}, "stock_value"),
        ({"origin_mm": [1, 4.5]}, "stock_outside"),
        ({"pitch_mm": [69, 36], "columns": 2}, "stock_overlap"),
        ({"slot_mm": [0, 36]}, "stock_outside"),
        ({"slots": []}, "stock_value"),
        ({"slots": [[1, 2, 3]]}, "stock_value"),
        ({"slots": [[0, 0, 50, 50], [20, 20, 50, 50]]}, "stock_overlap"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_said(tmp_path, wrong, key):
    file = tmp_path / "labels.json"
    file.write_text(json.dumps({**GRID, **wrong}))
    with pytest.raises(InputError) as caught:
        get_stock(str(file))
    assert caught.value.key == f"documents.{key}"
    for language in ("vi", "en", "fr"):
        assert "labels.json" in sentence(caught.value, language)


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"{", b"[" * 90_000, b'{"a": 1}' + b" " * 100_001])
def test_a_file_that_holds_no_sheet_is_refused(tmp_path, content):
    file = tmp_path / "labels.json"
    file.write_bytes(content)
    with pytest.raises(InputError, match="stock_unreadable"):
        get_stock(str(file))


def test_a_sheet_that_is_not_there_is_named():
    with pytest.raises(MissingFile, match="stock_missing"):
        get_stock("nowhere.json")
    with pytest.raises(InputError, match="stock_unknown"):
        get_stock("avery-l4727")
