"""What a PDF is made for: an office printer, a print shop, or an archive; and how colours become inks.

- office: RGB, with text and codes in the black plate alone.
- press: every colour, picture and line in CMYK. A print shop's own profile (ICC) is used for pictures and named as the
  output intent when it is given; none is guessed.
- archive: PDF/A-1b. All is RGB under an sRGB output intent, because one file may not mix both.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageCms
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QColorSpace, QImage, QPdfOutputIntent, QPdfWriter

from showcase.documents.colours import FOREST, INK, LANTERN, LEAF, MINT, MOSS, STONE, WHITE
from showcase.errors import InputError, MissingFile

_BLACK: Final = "#000000"
_PRESS: Final[Mapping[str, tuple[int, int, int, int]]] = {
    FOREST: (90, 45, 80, 50),
    LEAF: (83, 20, 80, 5),
    MOSS: (87, 28, 84, 15),
    MINT: (20, 0, 15, 0),
    LANTERN: (3, 38, 100, 0),
    STONE: (65, 42, 55, 30),
    INK: (0, 0, 0, 100),
    _BLACK: (0, 0, 0, 100),
    WHITE: (0, 0, 0, 0),
    "#FFF8EC": (0, 2, 8, 0),
}
"""Percent of cyan, magenta, yellow and black of the colours of print; all others are parted by `_parted`."""
_LARGEST_ICC: Final = 8_000_000
Inks = Callable[[str], QColor]


class Profile(StrEnum):
    """What a PDF is made for."""

    OFFICE = "office"
    PRESS = "press"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Output:
    """A profile, and the ICC profile of the press where one is given."""

    profile: Profile = Profile.OFFICE
    icc: bytes = b""

    @property
    def inks(self) -> Inks:
        """Return what makes a QColor of a colour."""
        return press_ink if self.profile is Profile.PRESS else QColor

    @property
    def plates(self) -> bool:
        """Tell whether text and codes are the black plate alone."""
        return self.profile is not Profile.ARCHIVE

    def prepare(self, writer: QPdfWriter) -> None:
        """Set what kind of PDF is written."""
        if self.profile is Profile.ARCHIVE:
            writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
        elif self.profile is Profile.PRESS:
            writer.setColorModel(QPdfWriter.ColorModel.CMYK)
            if self.icc:
                writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_X4)
                writer.setOutputIntent(_intent(self.icc))

    def image(self, image: QImage) -> QImage:
        """Return an image in the inks of the profile."""
        return parted(image, self.icc) if self.profile is Profile.PRESS else image


OFFICE: Final = Output()


def read_output(profile: str, icc: Path | None) -> Output:
    """Return a profile by its name, with the ICC profile of a file.

    Raises:
        InputError: an ICC profile that is not for CMYK, or given for something else than the press.
        MissingFile: there is no such file.
    """
    if icc is None:
        return Output(Profile(profile))
    if profile != Profile.PRESS:
        raise InputError("printing.icc_press")
    if not icc.is_file():
        raise MissingFile("printing.icc_missing", file=str(icc))
    try:
        data = icc.read_bytes() if icc.stat().st_size <= _LARGEST_ICC else b""
        kind = ImageCms.ImageCmsProfile(io.BytesIO(data)).profile.xcolor_space.strip()
    except (OSError, ImageCms.PyCMSError) as reason:
        raise InputError("printing.icc_wrong", file=icc.name) from reason
    if kind != "CMYK":
        raise InputError("printing.icc_wrong", file=icc.name)
    return Output(Profile.PRESS, data)


def _intent(icc: bytes) -> QPdfOutputIntent:
    intent = QPdfOutputIntent()
    intent.setOutputProfile(QColorSpace.fromIccProfile(icc))
    description = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(icc))).strip()
    intent.setOutputConditionIdentifier("Custom")
    intent.setOutputCondition(description)
    intent.setRegistryName(QUrl("http://www.color.org"))
    return intent


@lru_cache(maxsize=512)
def press_ink(colour: str) -> QColor:
    """Return a colour as inks: that of the table of print, or parted."""
    known = _PRESS.get(colour.upper())
    if known is None:
        rgb = QColor(colour)
        known = _parted(rgb.red(), rgb.green(), rgb.blue())
    return QColor.fromCmykF(*(percent / 100 for percent in known))


def _parted(red: int, green: int, blue: int) -> tuple[int, int, int, int]:
    """Return percents of inks for an RGB colour: what is common to three inks is black."""
    cyan, magenta, yellow = 255 - red, 255 - green, 255 - blue
    black = min(cyan, magenta, yellow)
    cyan, magenta, yellow, black = (
        round(value / 2.55) for value in (cyan - black, magenta - black, yellow - black, black)
    )
    return cyan, magenta, yellow, black


@lru_cache(maxsize=4)
def _transform(icc: bytes) -> ImageCms.ImageCmsTransform:
    press = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press, "RGB", "CMYK")


def parted(image: QImage, icc: bytes = b"") -> QImage:
    """Return an RGB image as inks, by the profile of the press or, without one, as colours are parted."""
    flat = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (flat.width(), flat.height())
    rgb = Image.frombytes("RGB", size, bytes(flat.constBits()), "raw", "RGB", flat.bytesPerLine())
    if icc:
        inks = ImageCms.applyTransform(rgb, _transform(icc))
        assert inks is not None
    else:
        cyan, magenta, yellow = ImageChops.invert(rgb).split()
        black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
        under = [ImageChops.subtract(ink, black) for ink in (cyan, magenta, yellow)]
        inks = Image.merge("CMYK", (*under, black))
    made = QImage(inks.tobytes(), *size, 4 * size[0], QImage.Format.Format_CMYK8888)
    return made.copy()  # its own memory: Pillow's goes
