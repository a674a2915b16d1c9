"""The whole printed set, painted into one file: every code is proven, every text is found, and faces are turned."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from showcase.documents.fields import sample_item
from showcase.documents.imposition import impose
from showcase.documents.layout import lay_out
from showcase.documents.page import Page, Symbol, TextLine
from showcase.documents.preflight import check
from showcase.documents.template import list_templates, load_template
from showcase.printing.measure import FontMeasure
from showcase.printing.outputs import render, write_pdf
from showcase.printing.proof import expected_codes, prove
from showcase.printing.rasters import Rasters

MEASURE = FontMeasure()


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    """Return every design with its sample, in Vietnamese and French."""
    return [
        lay_out(template, sample_item(template.kind), MEASURE, template.language_sets(("vi", "fr"))[-1])
        for template in list_templates()
    ]


@pytest.fixture(scope="module")
def printed(pages: list[Page], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("set") / "set.pdf"
    write_pdf(file, impose(pages, None), title="Bộ in", language="vi", total=len(pages))
    return file


def lines(page: Page) -> list[TextLine]:
    return [item for item in page.items if isinstance(item, TextLine)]


def test_nothing_stops_a_sample(pages):
    stops = [notice for notices in check(pages) for notice in notices if notice.severity == "stop"]
    assert stops == []


def test_every_code_is_read_back(pages, printed):
    expected = [expected_codes(sheet) for sheet in impose(pages, None)]
    report = prove(printed, expected, workers=1)
    assert report.codes == sum(len(page.symbols) for page in pages) >= 20
    assert report.flaws == ()


def test_every_text_is_found_also_on_faces_that_stand_on_their_head(pages, printed):
    for page, read in zip(pages, PdfReader(printed).pages, strict=True):
        found = " ".join(read.extract_text().split())
        assert [line.text for line in lines(page) if " ".join(line.text.split()) not in found] == []


def grey(page: Page, box: tuple[float, float, float, float]) -> Any:
    """Return the pixels of a part of a page (mm), rows of grey values."""
    (sheet,) = impose([replace(page, bleed_mm=0.0)], None)
    scale = 2.0
    image = render(sheet, scale * 25.4, Rasters(limit_dpi=100))
    left, top, width, height = (round(value * scale) for value in box)
    return [[image.pixelColor(left + x, top + y).lightness() for x in range(width)] for y in range(height)]


def test_one_face_of_a_tent_is_the_other_on_its_head():
    made = lay_out(load_template("table-tent-a4"), sample_item("tent"), MEASURE, ("vi",))
    upper, lower = grey(made, (10, 10, 190, 90)), grey(made, (10, 197, 190, 90))
    around = [row[::-1] for row in upper[::-1]]
    different = sum(
        abs(a - b) > 90 for one, two in zip(around, lower, strict=True) for a, b in zip(one, two, strict=True)
    )
    assert different < 0.01 * 380 * 180
    assert min(min(row) for row in lower) < 60, "there is a name"


def test_a_tent_speaks_to_the_chair_in_the_second_language():
    made = lay_out(load_template("table-tent-a4"), sample_item("tent"), MEASURE, ("vi", "en", "fr"))
    said = {line.text: line.turned for line in lines(made)}
    assert (said["Giám đốc sản phẩm"], said["Product director"]) == (False, True)
    assert "Directeur produit" not in said


def test_a_butterfly_carries_its_token_on_the_front_only():
    item = sample_item("badge")
    made = lay_out(load_template("badge-butterfly"), item, MEASURE, ("vi", "en"))
    sides = {symbol.purpose: symbol for symbol in made.items if isinstance(symbol, Symbol)}
    assert sides["badge"].y_mm < 101.5 < sides["site"].y_mm
    assert sides["site"].text == item.aside.get("site", item.values["site"])
    names = [line for line in lines(made) if line.text == "Minh"]
    assert [line.turned for line in names] == [False, True]
    assert names[0].baseline_mm < 101.5 < names[1].baseline_mm


def test_without_an_address_the_back_has_no_code():
    item = sample_item("badge")
    bare = replace(item, values={**item.values, "site": "", "wifi": ""})
    made = lay_out(load_template("badge-butterfly"), bare, MEASURE, ("vi", "en"))
    assert [symbol.purpose for symbol in made.symbols] == ["badge"]
    assert [notices for notices in check([made]) if notices] == []
