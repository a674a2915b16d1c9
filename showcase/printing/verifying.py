"""Finds every QR code in a PDF or picture of any origin and says what each is."""

import struct
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QSize

from showcase.errors import DamagedFile, InputError, MissingFile
from showcase.printing.proof import open_pdf
from showcase.printing.reading import flattened, grey, read_codes
from showcase.qr.judging import Verdict, judge

_MM: Final = 1 / 25.4
_DPI: Final = 300
_LONGEST: Final = 6000
"""Pixels of the longer side of a page at most: a roll-up has large modules."""
_MOST_PIXELS: Final = 60_000_000
"""An A4 page at 600 dpi has 35 million; in memory each takes up to nine bytes here."""
_MOST_FRAMES: Final = 100
_SCREEN_DPI: Final = 96
"""For pictures that do not say their resolution."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code: its text, what it is, and where, in millimetres from the top left of the page. Pages count from 1."""

    text: str
    verdict: Verdict
    page: int
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


def verify_file(path: Path, keys: Mapping[int, bytes] | None = None, event: int | None = None) -> list[FoundCode]:
    """Return every QR code of a PDF or picture, page by page from the top.

    Args:
        path: a PDF, PNG, JPEG or any picture Pillow reads.
        keys: public signing keys by their id; with them the signatures of badges are checked.
        event: the number of the event in its tokens; with it a badge of another event is told apart.

    Raises:
        MissingFile, DamagedFile, InputError: it is not there, or cannot be read.
    """
    if not path.is_file():
        raise MissingFile("printing.file_missing", name=path.name)
    found: list[FoundCode] = []
    try:
        with path.open("rb") as file:
            is_pdf = b"%PDF-" in file.read(1024)
    except OSError as reason:
        raise InputError("printing.file_unreadable", name=path.name) from reason
    for number, (image, dpi) in enumerate(_pages_of_pdf(path) if is_pdf else _pictures(path), 1):
        codes = _found(image, dpi, number, lambda text: judge(text, keys, event))
        found += sorted(codes, key=lambda code: (round(code.y_mm), code.x_mm))
    return found


def _pages_of_pdf(path: Path) -> Iterator[tuple[Image.Image, float]]:
    document = open_pdf(path)
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        if min(size.width(), size.height()) <= 0:
            raise DamagedFile("printing.pdf_damaged", name=path.name)
        dpi = min(_DPI, _LONGEST / max(size.width(), size.height()) * 72)
        pixels = QSize(round(size.width() * dpi / 72), round(size.height() * dpi / 72))
        image = document.render(number, pixels.expandedTo(QSize(1, 1)))
        if image.isNull():
            raise DamagedFile("printing.pdf_damaged", name=path.name)
        yield grey(flattened(image)), dpi


def _pictures(path: Path) -> Iterator[tuple[Image.Image, float]]:
    """Give the frames of a picture in grey, on white."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of what is damaged, and of what is large before its size can be asked for.
            warnings.simplefilter("ignore")
            opened = Image.open(path)
        with opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise InputError("printing.picture_large", name=path.name, most=_MOST_PIXELS // 1_000_000)
            for frame in range(min(getattr(opened, "n_frames", 1), _MOST_FRAMES)):
                opened.seek(frame)
                yield _on_white(opened), float(opened.info.get("dpi", (0, 0))[0]) or _SCREEN_DPI
    except Image.DecompressionBombError as error:
        raise InputError("printing.picture_large", name=path.name, most=_MOST_PIXELS // 1_000_000) from error
    except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError, struct.error) as error:
        # What Pillow's readers raise for damaged files.
        raise InputError("printing.picture_damaged", name=path.name) from error


def _on_white(frame: Image.Image) -> Image.Image:
    """Return a frame in grey, where it is transparent white."""
    if not frame.has_transparency_data:
        return frame.convert("L")
    coloured = frame.convert("RGBA")
    white = Image.new("L", coloured.size, 255)
    white.paste(coloured.convert("L"), mask=coloured.getchannel("A"))
    return white


def _found(image: Image.Image, dpi: float, page: int, judged: Callable[[str], Verdict]) -> Iterator[FoundCode]:
    for text, corners in read_codes(image):
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        left, top = min(xs) / dpi / _MM, min(ys) / dpi / _MM
        width, height = (max(xs) - min(xs)) / dpi / _MM, (max(ys) - min(ys)) / dpi / _MM
        numbers = (round(number, 2) for number in (left, top, width, height))
        yield FoundCode(text, judged(text), page, *numbers)
