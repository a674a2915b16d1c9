"""Printing by Qt, where there is no CUPS: pages lie on the middle of the paper at their real size, codes are read."""

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter

from showcase.app import App
from showcase.catalogue.edits import set_event
from showcase.errors import RefusedError
from showcase.printing.batch import Choice, prepare
from showcase.printing.printers import Destination, Paper
from showcase.printing.proof import open_pdf
from showcase.printing.qtprinters import draw, list_printers, list_trays, send
from showcase.printing.reading import flattened, grey, read_codes
from showcase.printing.runs import print_batch
from showcase.settings import Settings
from tests.factories import make_organisation

DPI = 150
BLEED_MM = 3


@pytest.fixture
def signs(database, tmp_path):
    """Return the proven file of two signs, A4 across."""
    with database.transaction() as session:
        set_event(session, "base_url", "https://sample.example")
        make_organisation(session, "Một", [("A", "A1"), ("A", "A2")], name_en="One")
    app = App(database, Settings())
    print_batch(app, prepare(app, Choice("signs", languages=("vi",))), tmp_path / "signs.pdf")
    return tmp_path / "signs.pdf"


def _page(file, number: int) -> Image.Image:
    document = open_pdf(file)
    size = document.pagePointSize(number)
    px = QSize(round(size.width() / 72 * DPI), round(size.height() / 72 * DPI))
    return grey(flattened(document.render(number, px)))


def test_pages_are_drawn_at_their_real_size_on_the_middle_of_the_paper(signs, tmp_path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(300)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    draw(open_pdf(signs), printer, Paper(297, 210), "Laser")
    printed = open_pdf(tmp_path / "printed.pdf")
    assert printed.pageCount() == 2
    size = printed.pagePointSize(0)
    assert [size.width(), size.height()] == pytest.approx([842, 595], abs=1)
    for number in range(2):
        ((text, corners),) = read_codes(_page(signs, number))
        ((said, placed),) = read_codes(_page(tmp_path / "printed.pdf", number))
        assert said == text
        for (x, y), other in zip(corners, placed, strict=True):
            cut = BLEED_MM / 25.4 * DPI  # the paper ends where the page is cut
            assert other[0] == pytest.approx(x - cut, abs=2), "a third of a millimetre"
            assert other[1] == pytest.approx(y - cut, abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_a_sentence(signs, tmp_path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(RefusedError) as refused:
        draw(open_pdf(signs), printer, Paper(297, 210), "Laser")
    assert refused.value.key == "printers.not_begun"


def test_a_printer_that_qt_does_not_know_is_gone(signs) -> None:
    assert "No such printer" not in [printer.name for printer in list_printers()]
    assert list_trays("No such printer") == []
    with pytest.raises(RefusedError) as refused:
        send(signs, Destination("No such printer"), Paper(297, 210), "Signs")
    assert refused.value.key == "printers.gone"
