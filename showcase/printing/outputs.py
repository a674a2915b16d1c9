"""Turns sheets into PDF files, PNG pictures and previews, always by the same painter."""

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image
from PySide6.QtCore import QFile, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from showcase.documents.page import Artwork, Picture, Sheet, Underlay
from showcase.printing.engine import ensure_gui
from showcase.printing.files import written_beside
from showcase.printing.mend import Boxes, mend
from showcase.printing.painter import SheetPainter
from showcase.printing.profiles import OFFICE, Output
from showcase.printing.rasters import Pictures, Rasters, no_pictures
from showcase.progress import Progress, no_progress

_RESOLUTION: Final = 1200
_MM: Final = 1 / 25.4
_PNG_DPI: Final = 300
_LOOK_EVERY: Final = 32
"""Pages between two looks at whether the disk still takes what is written."""


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What was written."""

    pages: int


def write_pdf(
    path: Path,
    sheets: Iterable[Sheet],
    pictures: Pictures = no_pictures,
    *,
    title: str,
    language: str,
    output: Output = OFFICE,
    progress: Progress = no_progress,
    total: int = 0,
) -> PdfReport:
    """Write sheets as a PDF: exact boxes, embedded fonts, searchable text, vector codes in the black plate.

    Args:
        path: where the file shall be; it is replaced only by a whole one.
        sheets: may be lazy; their sizes may differ.
        pictures: gives the bytes of stored pictures.
        title: of the document.
        language: of its text, such as "vi".
        output: what it is made for.
        progress: told (pages, total) after each page.
        total: number of sheets, when known.

    Raises:
        DiskFull, ReadOnly, MissingFile: the file cannot be written.
    """
    with written_beside(path) as temporary:
        return paint_pdf(
            temporary, sheets, pictures, title=title, language=language, output=output, progress=progress, total=total
        )


def paint_pdf(
    path: Path,
    sheets: Iterable[Sheet],
    pictures: Pictures = no_pictures,
    *,
    title: str,
    language: str,
    output: Output = OFFICE,
    rasters: Rasters | None = None,
    progress: Progress = no_progress,
    total: int = 0,
) -> PdfReport:
    """Write sheets as a PDF into a file that may be left half done; the rest is as in `write_pdf`.

    With `rasters`, made for the same pictures and output, files that belong together make their images once.

    Raises:
        OSError: the file cannot be written.
    """
    ensure_gui()
    device = QFile(str(path))
    if not device.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _device_error(device)
    try:
        writer, images = _writer(device, title), rasters or Rasters(pictures, convert=output.image)
        output.prepare(writer)
        boxes = _paint(writer, device, sheets, _Brush(images, output), lambda n: progress(n, total))
        device.flush()
        _look(device)
    finally:
        device.close()
    if boxes:
        mend(path, boxes, language=language)
    return PdfReport(len(boxes))


def _writer(device: QFile, title: str) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(_RESOLUTION)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator("Showcase")
    return writer


class _Brush(NamedTuple):
    """What sheets of a PDF are painted with."""

    rasters: Rasters
    output: Output


def _paint(
    writer: QPdfWriter, device: QFile, sheets: Iterable[Sheet], brush: _Brush, tell: Callable[[int], None]
) -> list[Boxes]:
    painter = QPainter()
    boxes: list[Boxes] = []
    by: SheetPainter | None = None
    try:
        for sheet in sheets:
            box = _boxes(sheet.width_mm, sheet.height_mm, sheet.bleed_mm)
            if not boxes or box is not boxes[-1]:
                writer.setPageSize(_page_size(box))
            boxes.append(box)
            if by is None:
                painter.begin(writer)
                # Never from writer.width(): Qt rounds that to whole points.
                by = SheetPainter(painter, brush.rasters, _RESOLUTION * _MM, brush.output)
            else:
                writer.newPage()
            by.paint_sheet(sheet)
            tell(len(boxes))
            if len(boxes) % _LOOK_EVERY == 0:
                _look(device)
    finally:
        if painter.isActive():
            painter.end()
    return boxes


@lru_cache(maxsize=64)
def _boxes(width_mm: float, height_mm: float, bleed_mm: float) -> Boxes:
    return Boxes(width_mm, height_mm, bleed_mm)


def _page_size(box: Boxes) -> QPageSize:
    size = QSizeF(box.width_mm + 2 * box.bleed_mm, box.height_mm + 2 * box.bleed_mm)
    return QPageSize(size, QPageSize.Unit.Millimeter, "page", QPageSize.SizeMatchPolicy.ExactMatch)


def _look(device: QFile) -> None:
    if device.error() != QFile.FileError.NoError:
        raise _device_error(device)


def _device_error(device: QFile) -> OSError:
    """Qt tells kinds of failure: what cannot be opened is not ours to write, what stops in the middle is full."""
    stopped = device.error() in {QFile.FileError.WriteError, QFile.FileError.ResourceError}
    return OSError(errno.ENOSPC if stopped else errno.EACCES, device.errorString())


def render(sheet: Sheet, dpi: float, rasters: Rasters) -> QImage:
    """Return a sheet with its bleed as an RGB image."""
    ensure_gui()
    scale = dpi * _MM
    width = round((sheet.width_mm + 2 * sheet.bleed_mm) * scale)
    height = round((sheet.height_mm + 2 * sheet.bleed_mm) * scale)
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    SheetPainter(painter, rasters, scale).paint_sheet(sheet)
    painter.end()
    return image


def preview(sheet: Sheet, px: int, rasters: Rasters | None = None) -> QImage:
    """Return a sheet as an image whose longer side has `px` pixels.

    Args:
        sheet: what to show.
        px: pixels of the longer side.
        rasters: keep one between previews, so that images are made once: `Rasters(pictures, limit_dpi=150)`.
    """
    longest = max(sheet.width_mm, sheet.height_mm) + 2 * sheet.bleed_mm
    return render(sheet, px / longest * 25.4, rasters or Rasters(limit_dpi=150))


def write_pngs(
    path: Path,
    sheets: Sequence[Sheet] | Iterable[Sheet],
    pictures: Pictures = no_pictures,
    *,
    dpi: int = _PNG_DPI,
    progress: Progress = no_progress,
    total: int = 0,
) -> tuple[Path, ...]:
    """Write each sheet as a PNG picture: NAME-001.png, NAME-002.png, and NAME.png when `total` is 1.

    Raises:
        DiskFull, ReadOnly, MissingFile: a file cannot be written; those before it stay.
    """
    made = Painting(pictures, dpi)
    files: list[Path] = []
    for file, sheet in zip(page_names(path, total), sheets, strict=False):
        with written_beside(file) as temporary:
            made.paint(temporary, sheet)
        files.append(file)
        progress(len(files), total)
    return tuple(files)


class Painting:
    """Paints the pictures of a job, which share their images and their colours.

    Args:
        pictures: gives the bytes of stored pictures.
        dpi: how fine they are.
    """

    def __init__(self, pictures: Pictures = no_pictures, dpi: int = _PNG_DPI) -> None:
        self._rasters = Rasters(pictures)
        self._dpi = dpi
        self._palettes: dict[object, Image.Image] = {}

    def paint(self, file: Path, sheet: Sheet) -> None:
        """Write a sheet as a PNG picture into a file that may be left half done.

        Raises:
            OSError: the file cannot be written.
        """
        save_png(as_pillow(render(sheet, self._dpi, self._rasters)), file, self._dpi, sheet, self._palettes)


def page_names(path: Path, total: int) -> Iterator[Path]:
    """Give the names of the pictures of a job, one after the other."""
    if total == 1:
        yield path
    digits = max(3, len(str(total)))
    number = 1
    while True:
        yield path.with_name(f"{path.stem}-{number:0{digits}d}{path.suffix}")
        number += 1


def as_pillow(image: QImage) -> Image.Image:
    """Return an RGB32 image as a Pillow image."""
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine())


def save_png(image: Image.Image, file: Path, dpi: float, sheet: Sheet, palettes: dict[object, Image.Image]) -> None:
    """Save small and fast: with 256 colours unless the sheet carries pictures.

    The palette is made from the first sheet of its kind and serves all that have the same artwork and colours.
    """
    items = [item for placement in sheet.placements for item in placement.page.items]
    if not any(isinstance(item, Picture | Underlay) for item in items):
        key = frozenset(
            (item.name, item.variant) if isinstance(item, Artwork) else getattr(item, "colour", "") for item in items
        )
        palette = palettes.get(key)
        if palette is None:
            palette = palettes[key] = image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        image = image.quantize(palette=palette, dither=Image.Dither.NONE)
    image.save(file, "PNG", dpi=(dpi, dpi), compress_level=6)
