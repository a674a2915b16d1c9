"""The PDF as an independent reader sees it."""

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtPdf import QPdfDocument

from showcase.documents.page import Fill, Item, Page, Placement, Sheet, Stroke, Symbol, TextLine
from showcase.printing.outputs import write_pdf
from showcase.printing.rasters import no_pictures

NAMES = [
    "Nguyễn Thị Hồng Nhung",
    "Đặng Đình Đức",
    "Hoàng Phủ Ngọc Tường",
    "Lê Ưỡng Ẫm",
    "Tôn Nữ Thị Ỷ",
    "Chiffre d’affaires",
]
TOKEN = "1234567890" * 22 + "7"
POINTS = 72 / 25.4


def a6(*items: Item, subject: str = "s", bleed: float = 3.0) -> Sheet:
    return Sheet(105, 148, bleed, (Placement(Page(subject, subject, 105, 148, bleed, tuple(items)), 0, 0),))


def line(text, y=60.0, weight=500, pt=15.5, stretch=100):
    return TextLine(8, y, text, weight, pt, "#10201A", 80, stretch)


@pytest.fixture
def names_pdf(tmp_path):
    path = tmp_path / "names.pdf"
    sheets = [a6(line(name, weight=800), line(name, 80, stretch=85), Symbol(60, 105, 0.66, TOKEN)) for name in NAMES]
    report = write_pdf(path, iter(sheets), no_pictures, title="Thẻ đại biểu", language="vi")
    assert report.pages == len(NAMES)
    return path


@pytest.mark.parametrize(
    ("width", "height", "bleed"), [(105, 148, 3), (85.6, 53.98, 3), (148, 210, 0), (297, 210, 3), (850, 2000, 5)]
)
def test_boxes_are_exact(tmp_path, width, height, bleed):
    path = tmp_path / "boxes.pdf"
    page = Page("s", "s", width, height, bleed, (Fill(0, 0, 10, 10, "#8E1F28"),))
    write_pdf(path, [Sheet(width, height, bleed, (Placement(page, 0, 0),))], title="t", language="en")
    read = PdfReader(path).pages[0]
    for box, size in ((read.trimbox, (width, height)), (read.bleedbox, (width + 2 * bleed, height + 2 * bleed))):
        assert float(box.width) == pytest.approx(size[0] * POINTS, abs=0.01 * POINTS)
        assert float(box.height) == pytest.approx(size[1] * POINTS, abs=0.01 * POINTS)
    assert read.mediabox == read.bleedbox == read.cropbox
    assert float(read.trimbox.left - read.mediabox.left) == pytest.approx(bleed * POINTS, abs=0.001)
    assert float(read.mediabox.top - read.trimbox.top) == pytest.approx(bleed * POINTS, abs=0.001)


def test_document_says_its_language_title_and_size(names_pdf):
    reader: Any = PdfReader(names_pdf)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "vi"
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata is not None
    assert reader.metadata.title == "Thẻ đại biểu"


def test_names_are_found_with_their_spaces(names_pdf):
    document = QPdfDocument()
    document.load(str(names_pdf))
    for number, name in enumerate(NAMES):
        text = document.getAllText(number).text()
        assert text.count(unicodedata.normalize("NFC", name)) == 2
        assert name in PdfReader(names_pdf).pages[number].extract_text()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_poppler_finds_the_names(names_pdf):
    text = subprocess.run(["pdftotext", "-layout", names_pdf, "-"], check=True, capture_output=True).stdout.decode()
    assert [name for name in NAMES if name not in text] == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(names_pdf):
    assert subprocess.run(["qpdf", "--check", names_pdf], capture_output=True, check=False).returncode == 0


def test_fonts_are_embedded_and_small(names_pdf):
    reader: Any = PdfReader(names_pdf)
    files = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/DescendantFonts"][0]["/FontDescriptor"]
            files[descriptor["/FontName"]] = len(descriptor["/FontFile2"].get_data())
    assert len(files) == 2
    assert sum(files.values()) < 60_000


def test_code_is_one_fill_of_the_black_plate(names_pdf):
    page: Any = PdfReader(names_pdf).pages[0]
    content = page.get_contents().get_data().decode("latin-1")
    assert re.search(r"0 0 0 1(\.0*)? scn", content)
    assert len(re.findall(r" re\b", content)) > 200
    assert "/Image" not in str(page["/Resources"].get("/XObject", {}))


def test_a_page_is_painted_as_far_as_its_placement_lets_it(tmp_path):
    """The bleed of a badge must not be painted over its neighbour."""
    path = tmp_path / "two.pdf"
    pages = [Page(colour, colour, 105, 148, 3, (Fill(-3, -3, 111, 154, colour),)) for colour in ("#0000FF", "#FF0000")]
    mark = Stroke("#000000", 1, ((0, 200), (210, 200)))
    placed = (Placement(pages[0], 0, 0, 0, 0, 2), Placement(pages[1], 105, 0, 1, 0, 2))
    write_pdf(path, [Sheet(210, 297, 0, placed, (mark,))], title="t", language="en")
    document = QPdfDocument()
    document.load(str(path))
    size = document.pagePointSize(0).toSize()
    image = document.render(0, size)
    left, right = image.pixelColor(round(104 * POINTS), 100), image.pixelColor(round(106 * POINTS), 100)
    assert (left.blue(), left.red()) == (255, 0)
    assert (right.blue(), right.red()) == (0, 255)
    assert image.pixelColor(50, round(149.5 * POINTS)).blue() == 255
    assert image.pixelColor(50, round(151 * POINTS)).alpha() == 0
    assert image.pixelColor(50, round(200 * POINTS)).alpha() > 0


def test_nothing_painted_is_an_empty_job(tmp_path: Path):
    path = tmp_path / "none.pdf"
    assert write_pdf(path, [], title="t", language="en").pages == 0


def test_heavy_letters_are_drawn_once(names_pdf):
    """Qt draws a text twice, apart, and marks it with its ActualText, when it takes a font for one without a bold."""
    for page in PdfReader(names_pdf).pages:
        content = page.get_contents()
        assert content is not None
        assert b"ActualText" not in content.get_data()


def test_a_text_on_many_pages_looks_the_same_on_each(tmp_path):
    """The first time Qt shapes it while painting, later its glyphs are kept."""
    path = tmp_path / "same.pdf"
    write_pdf(path, [a6(line("Ẫm ủ AV – 1", weight=800), line("Ẫm", 80, stretch=85))] * 3, title="t", language="vi")
    contents = [page.get_contents() for page in PdfReader(path).pages]
    found = [
        re.findall(rb"([^\n]+ cm)\n(?:(?! cm|BT).)*?(BT.*?ET)", c.get_data(), re.DOTALL)
        for c in contents
        if c is not None
    ]
    assert len(found) == 3
    assert found[0][-2:] == found[1][-2:] == found[2][-2:]
    assert len(found[0]) == 2
