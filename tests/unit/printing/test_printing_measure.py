"""Text is measured as the fonts say and as it is drawn."""

import pytest
from PySide6.QtGui import QFontInfo, QImage, QPainter

from showcase.documents.page import Page, Placement, Sheet, TextLine
from showcase.printing.engine import text_font
from showcase.printing.measure import FontMeasure
from showcase.printing.outputs import render
from showcase.printing.rasters import Rasters

MEASURE = FontMeasure()


@pytest.mark.parametrize("weight", [400, 500, 600, 800])
def test_the_bundled_family_is_used(weight):
    info = QFontInfo(text_font(weight))
    assert (info.family(), info.weight()) == ("Be Vietnam Pro", weight)


def test_ink_of_vietnamese_capitals():
    """Numbers of looks/print-and-office.md 2.2: top of Ẫ 1.153, bottom of Ậ 0.253, capitals 0.740."""
    assert MEASURE.ink_em("Ẫ", 800)[0] == pytest.approx(1.153, abs=0.005)
    assert MEASURE.ink_em("Ậ", 800)[1] == pytest.approx(0.253, abs=0.005)
    assert MEASURE.ink_em("N", 800) == pytest.approx((0.740, 0.0), abs=0.005)


def test_width_is_kerned_and_linear():
    assert MEASURE.width_em("AV", 500) < MEASURE.width_em("A", 500) + MEASURE.width_em("V", 500)
    assert MEASURE.width_em("1", 800) == pytest.approx(0.446, abs=0.005)


def test_missing_characters_are_named_once():
    assert MEASURE.missing("Nguyễn 中文中 ₫ đ", 500) == "中文"
    assert MEASURE.missing("Đặng Ỷ – “d’honneur” №", 800) == ""


@pytest.mark.parametrize("stretch", [100, 85])
def test_drawn_text_is_as_wide_as_measured(stretch):
    text, pt = "ĐẠI HỘI Ẫ", 30.0
    line = TextLine(10, 40, text, 800, pt, "#10201A", 0, stretch)
    sheet = Sheet(105, 60, 0, (Placement(Page("s", "s", 105, 60, 0, (line,)), 0, 0),))
    image = render(sheet, 600, Rasters())
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).value() < 128 for y in range(0, image.height(), 3))
    ]
    width = (columns[-1] - columns[0]) / 600 * 25.4
    assert width == pytest.approx(MEASURE.width_em(text, 800) * pt * 25.4 / 72 * stretch / 100, abs=1.6)


def test_none_is_not_lost_by_drawing():
    """PySide6 6.12.0 drops a reference of None with each call that returns nothing and aborts on Python 3.11."""
    text_font(500)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for _ in range(20_000):
        painter.drawPoint(1, 1)
    painter.end()
    assert image.width() == 8
