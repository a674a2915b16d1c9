"""Proves finished files: every code is rendered from the file, read back and compared."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from showcase.documents.page import Page, Sheet
from showcase.documents.symbols import QUIET_MODULES
from showcase.errors import DamagedFile, InputError
from showcase.printing.engine import ensure_gui
from showcase.printing.reading import Corners, flattened, grey, read_codes
from showcase.progress import Progress, no_progress
from showcase.qr.symbol import Matrix, encode

_POINTS: Final = 72 / 25.4
_PX_PER_MODULE: Final = 4
_LIGHT: Final = 200
"""Least grey value (0 to 255) of the quiet zone: what is darker could be taken for a module."""
_DARK: Final = 128
_OFF: Final = 0.5
"""Modules by which a corner of the symbol may be away from where it should be."""
SMALL: Final = 40
"""Pages up to which starting other processes costs more than it gains."""

Pair = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ExpectedCode:
    """A code that should be on a page: where, in millimetres from the top left of the whole page, and what it says.

    x_mm, y_mm is the corner of the quiet zone.
    """

    subject: str
    text: str
    x_mm: float
    y_mm: float
    module_mm: float
    level: Literal["L", "M", "Q", "H"] = "M"
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a code is not proven."""

    subject: str
    page: int
    x_mm: float
    y_mm: float
    key: str


@dataclass(frozen=True, slots=True)
class ProofReport:
    """What the proof found: how many codes were looked at, and what is wrong with which item."""

    pages: int
    codes: int
    flaws: tuple[Flaw, ...]

    @property
    def failed(self) -> frozenset[str]:
        """Return the subjects with at least one code that is not as it should be."""
        return frozenset(flaw.subject for flaw in self.flaws)


def _subject(page: Page) -> str:
    return page.subject


def expected_codes(sheet: Sheet, subject: Callable[[Page], str] = _subject) -> tuple[ExpectedCode, ...]:
    """Return the codes of a sheet where its page will show them; `subject` names the thing a page belongs to."""
    return tuple(
        ExpectedCode(
            subject(placement.front or placement.page),
            symbol.text,
            sheet.bleed_mm + placement.x_mm + symbol.x_mm,
            sheet.bleed_mm + placement.y_mm + symbol.y_mm,
            symbol.module_mm,
            symbol.level,
            symbol.version,
        )
        for placement in sheet.placements
        for symbol in placement.page.symbols
    )


def prove(
    pdf: Path,
    expected: Sequence[Sequence[ExpectedCode]],
    *,
    workers: int | None = None,
    progress: Progress = no_progress,
) -> ProofReport:
    """Read every expected code back from a PDF.

    Args:
        pdf: the finished file.
        expected: for each page its codes.
        workers: processes; by default one for each processor, and none for a few pages.
        progress: told (pages, all pages).

    Raises:
        DamagedFile: the file cannot be read back, or has another number of pages.
        Cancelled: from the progress.
    """
    from showcase.printing.provers import Provers

    count = workers if workers is not None else (os.cpu_count() or 1)
    codes = sum(len(page) for page in expected)
    if len(expected) <= SMALL or count <= 1:
        flaws = tuple(prove_pages(pdf, expected, progress))
    else:
        with Provers(count) as provers:
            flaws = provers.end(provers.begin(pdf, expected), progress)
    return ProofReport(len(expected), codes, tuple(sorted(flaws, key=lambda flaw: flaw.page)))


def prove_pages(
    pdf: Path,
    expected: Sequence[Sequence[ExpectedCode]],
    progress: Progress = no_progress,
    *,
    document: QPdfDocument | None = None,
    first: int = 0,
    pages: int | None = None,
) -> Iterator[Flaw]:
    """Prove pages of a PDF in this process and give what is wrong.

    Args:
        pdf: the finished file.
        expected: for each of these pages its codes.
        progress: told (pages, these pages).
        document: the same file, where it is open already.
        first: the number of the first of these pages, from 0.
        pages: how many the file should have; by default these.

    Raises:
        DamagedFile: the file cannot be read back, or has another number of pages.
    """
    document = document or open_pdf(pdf)
    if document.pageCount() != (len(expected) if pages is None else pages):
        raise DamagedFile("printing.pdf_damaged", name=pdf.name)
    for number, page in enumerate(expected):
        yield from _prove_page(document, first + number, page)
        progress(number + 1, len(expected))


def prove_pictures(
    files: Sequence[Path], expected: Sequence[Sequence[ExpectedCode]], *, progress: Progress = no_progress
) -> ProofReport:
    """Read every expected code back from pictures, one for each page; the rest is as in `prove`."""
    flaws: list[Flaw] = []
    for number, (file, codes) in enumerate(zip(files, expected, strict=True)):
        with Image.open(file) as opened:
            dpi = opened.info["dpi"]
            image = opened.convert("RGB").convert("L")
        px = (dpi[0] / 25.4, dpi[1] / 25.4)
        for code in codes:
            key = check_code(image, code, (code.x_mm * px[0], code.y_mm * px[1]), px)
            if key:
                flaws.append(Flaw(code.subject, number, code.x_mm, code.y_mm, key))
        progress(number + 1, len(files))
    return ProofReport(len(files), sum(len(codes) for codes in expected), tuple(flaws))


def open_pdf(path: Path) -> QPdfDocument:
    """Open a PDF.

    Raises:
        InputError: it is protected with a password.
        DamagedFile: it cannot be read.
    """
    ensure_gui()
    document = QPdfDocument()
    error = document.load(str(path))
    if error in {QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme}:
        raise InputError("printing.pdf_protected", name=path.name)
    if error != QPdfDocument.Error.None_:
        raise DamagedFile("printing.pdf_damaged", name=path.name)
    return document


def _prove_page(document: QPdfDocument, number: int, codes: Iterable[ExpectedCode]) -> Iterator[Flaw]:
    """Render the place of each code at four pixels a module, and look."""
    size = document.pagePointSize(number)
    for code in codes:
        scale = _PX_PER_MODULE / code.module_mm / _POINTS
        whole = QSize(round(size.width() * scale), round(size.height() * scale))
        px = (whole.width() / size.width() * _POINTS, whole.height() / size.height() * _POINTS)
        region = _region(code, px)
        image = grey(flattened(rendered(document, number, whole, region)))
        key = check_code(image, code, (code.x_mm * px[0] - region.x(), code.y_mm * px[1] - region.y()), px)
        if key:
            yield Flaw(code.subject, number, code.x_mm, code.y_mm, key)


def _region(code: ExpectedCode, px: Pair) -> QRect:
    """Return the pixels that hold the symbol, its quiet zone and one module more."""
    side = (encode(code.text, code.level, code.version).size + 2 * QUIET_MODULES + 2) * code.module_mm
    left, top = (code.x_mm - code.module_mm) * px[0], (code.y_mm - code.module_mm) * px[1]
    return QRect(int(left), int(top), int(side * px[0]) + 1, int(side * px[1]) + 1)


def rendered(document: QPdfDocument, number: int, whole: QSize, region: QRect) -> QImage:
    """Render a part of a page.

    Qt takes right() - left() for the width of the part, one less than it is, and would reduce the page by that; so the
    part is given one wider.
    """
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(region.adjusted(0, 0, 1, 1))
    return document.render(number, region.size(), options)


def check_code(image: Image.Image, code: ExpectedCode, corner: Pair, px: Pair) -> str:
    """Return the key of what is wrong with a code on a grey image, or "".

    Args:
        image: what was rendered.
        code: what should be there.
        corner: pixels from the top left of the image to the quiet zone.
        px: pixels per millimetre, across and down.
    """
    found = list(read_codes(image))
    if not found:
        return "printing.code_unreadable"
    corners = next((corners for text, corners in found if text == code.text), None)
    if corners is None:
        return "printing.code_says_other"
    matrix = encode(code.text, code.level, code.version)
    module = (code.module_mm * px[0], code.module_mm * px[1])
    left, top = corner[0] + QUIET_MODULES * module[0], corner[1] + QUIET_MODULES * module[1]
    box = (left, top, left + matrix.size * module[0], top + matrix.size * module[1])
    if _displaced(corners, box, max(module)):
        return "printing.code_displaced"
    if _quiet_zone_broken(image, box, module):
        return "printing.quiet_zone_broken"
    return "" if _modules_right(image, box, matrix) else "printing.code_marred"


def _displaced(corners: Corners, box: Box, module: float) -> bool:
    """Tell whether a corner is away from where it should be; the reader counts pixels, so one pixel is allowed."""
    left, top, right, bottom = box
    should = ((left, top), (right, top), (right, bottom), (left, bottom))
    allowed = _OFF * module + 1
    return any(abs(a[0] - b[0]) > allowed or abs(a[1] - b[1]) > allowed for a, b in zip(corners, should, strict=True))


def _quiet_zone_broken(image: Image.Image, box: Box, module: Pair) -> bool:
    """Tell whether anything dark stands within four modules, a pixel of smoothing aside."""
    left, top, right, bottom = box
    wide, high = QUIET_MODULES * module[0], QUIET_MODULES * module[1]
    outer = (round(left - wide + 1), round(top - high + 1), round(right + wide - 1), round(bottom + high - 1))
    frame = image.crop(outer)
    x, y = outer[0], outer[1]
    frame.paste(255, (round(left - 1) - x, round(top - 1) - y, round(right + 1) - x, round(bottom + 1) - y))
    darkest = frame.getextrema()[0]
    return isinstance(darkest, int | float) and darkest < _LIGHT


def _modules_right(image: Image.Image, box: Box, matrix: Matrix) -> bool:
    """Tell whether the middle of every module is as it should be: error correction hides damage, this does not."""
    size = matrix.size
    sampled = image.resize((size, size), Image.Resampling.NEAREST, box).tobytes()
    bits = "".join(format(row, f"0{size}b") for row in matrix.rows())
    return sampled.translate(_TO_BITS) == bits.encode()


_TO_BITS: Final = b"1" * _DARK + b"0" * (256 - _DARK)
