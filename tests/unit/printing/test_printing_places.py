"""Badges land where the labels are: measured in the pixels of the PDF and in its text, against the table of stocks."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from showcase.documents.fields import SAMPLES
from showcase.documents.items import PrintItem
from showcase.documents.layout import lay_out
from showcase.documents.page import Symbol
from showcase.documents.stocks import Stock, get_stock
from showcase.documents.template import Template, load_template
from showcase.printing.job import print_items
from showcase.printing.measure import FontMeasure

DPI = 1200
NEAR_MM = 0.05
BOTH = ("vi", "en")


def _items(count: int) -> list[PrintItem]:
    tokens = [f"{number:05d}{'9081726354' * 22}"[:221] for number in range(count)]
    return [PrintItem(str(n), "badge", str(n), {**SAMPLES["badge"], "token": token}) for n, token in enumerate(tokens)]


def _symbol(template: Template, stock: Stock, item: PrintItem) -> Symbol:
    (symbol,) = lay_out(template, item, FontMeasure(), BOTH, stock.dpi).symbols
    return symbol


def _expected(template: Template, stock: Stock) -> list[tuple[float, float]]:
    """Return where the top left of a page lies in each slot, from the table: in the middle of its slot."""
    if not stock.slots:
        return [(template.bleed_mm, template.bleed_mm)]
    return [
        (s.x_mm + (s.width_mm - template.width_mm) / 2, s.y_mm + (s.height_mm - template.height_mm) / 2)
        for s in stock.slots
    ]


def _ink(pdf: Path, symbol: Symbol, corner: tuple[float, float], folder: Path) -> tuple[float, float, float, float]:
    """Return the edges of a symbol's dark modules in mm from the top left of the sheet, and its size."""
    left, top = corner[0] + symbol.x_mm, corner[1] + symbol.y_mm
    side = (41 + 8) * symbol.module_mm
    x, y, px = (round(value / 25.4 * DPI) for value in (left, top, side))
    cut = ["-x", str(x), "-y", str(y), "-W", str(px), "-H", str(px)]
    picture = folder / f"cut-{x}-{y}"
    subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", *cut, pdf, picture], check=True, capture_output=True
    )
    with Image.open(picture.with_suffix(".pgm")) as image:
        box = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None
    return tuple((edge + start) / DPI * 25.4 for edge, start in zip(box, (x, y, x, y), strict=True))  # type: ignore[return-value]


def _words(pdf: Path, word: str) -> Sequence[tuple[float, float]]:
    """Return where a word of the PDF's text begins, in mm, in the order of the page."""
    told = subprocess.run(["pdftotext", "-bbox", "-l", "1", pdf, "-"], check=True, capture_output=True, text=True)
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', told.stdout)
    return [(float(x) / 72 * 25.4, float(y) / 72 * 25.4) for x, y, text in found if text == word]


@pytest.mark.parametrize(
    ("design", "sheet"),
    [
        ("badge-label-80x50", "avery-l4785"),
        ("badge-label-80x50", "herma-4412"),
        ("badge-cr80", "a4-cr80"),
        ("badge-cr80", "a4-cr80-marks"),
        ("badge-a6", "a4-a6"),
        ("badge-a6", "page"),
        ("badge-4x3", "avery-5392"),
        ("badge-tape-62", "roll-62"),
    ],
)
def test_every_badge_lies_where_the_table_says(tmp_path, design, sheet):
    template, stock = load_template(design), get_stock(sheet)
    corners = _expected(template, stock)
    items = _items(len(corners))
    pdf = tmp_path / "badges.pdf"
    assert print_items(items, template, stock, BOTH, pdf).proven == len(items)
    symbol = _symbol(template, stock, items[0])
    quiet = 4 * symbol.module_mm
    for number in sorted({0, len(corners) // 2, len(corners) - 1}):
        left, top, right, bottom = _ink(pdf, symbol, corners[number], tmp_path)
        x, y = corners[number][0] + symbol.x_mm + quiet, corners[number][1] + symbol.y_mm + quiet
        side = 41 * symbol.module_mm
        assert (left, top) == pytest.approx((x, y), abs=NEAR_MM)
        assert (right, bottom) == pytest.approx((x + side, y + side), abs=NEAR_MM)
    starts = _words(pdf, str(SAMPLES["badge"]["number"]).split(" ", maxsplit=1)[0])
    assert len(starts) == len(corners)
    inside = [(x - cx, y - cy) for (x, y), (cx, cy) in zip(sorted(starts), sorted(corners), strict=True)]
    for one in inside:
        assert one == pytest.approx(inside[0], abs=NEAR_MM)


@pytest.mark.parametrize("sheet", ["roll-62", "roll-4in-203", "roll-4in-300"])
def test_the_modules_of_a_label_printer_are_whole_dots(sheet):
    template, stock = load_template("badge-tape-62"), get_stock(sheet)
    symbol = _symbol(template, stock, _items(1)[0])
    dot = 25.4 / stock.dpi
    for value in (symbol.module_mm, symbol.x_mm, symbol.y_mm):
        assert value / dot == pytest.approx(round(value / dot), abs=1e-6)
    assert symbol.module_mm >= 0.5
