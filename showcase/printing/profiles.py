"""What a PDF is made for: an office printer, a print shop, or an archive; and how colours become inks.

- office: RGB, with text and codes in the black plate alone.
- press: every colour, picture and line in CMYK. A print shop's own profile (ICC) is used for pictures and named as the
  output intent when it is given; none is guessed.
- archive: PDF/A-1b. All is RGB under an sRGB output intent, because one file may not mix both.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product
from math import dist
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, ImageFilter
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
    "#6DB896": (58, 6, 50, 0),
    "#86C9A8": (48, 2, 40, 0),
    "#C6EBD9": (22, 0, 16, 0),
    "#D6F1E5": (16, 0, 11, 0),
}
"""Percent of cyan, magenta, yellow and black of the colours of print; all others are parted by `_parted`."""
_STEPS: Final = 33
"""Of the table for pictures, on each axis."""
_LARGEST_ICC: Final = 8_000_000
Inks = Callable[[str], QColor]
Inks4 = tuple[float, float, float, float]
"""Percent of cyan, magenta, yellow and black."""


class Profile(StrEnum):
    """What a PDF is made for."""

    OFFICE = "office"
    PRESS = "press"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Output:
    """A profile, and the ICC profile of the press where one is given, with the file it was read from."""

    profile: Profile = Profile.OFFICE
    icc: bytes = b""
    icc_file: str = ""

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
    return Output(Profile.PRESS, data, str(icc.absolute()))


def _intent(icc: bytes) -> QPdfOutputIntent:
    intent = QPdfOutputIntent()
    intent.setOutputProfile(QColorSpace.fromIccProfile(icc))
    description = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(icc))).strip()
    intent.setOutputConditionIdentifier("Custom")
    intent.setOutputCondition(description)
    intent.setRegistryName(QUrl("http://www.color.org"))
    return intent


@lru_cache(maxsize=4096)
def press_ink(colour: str) -> QColor:
    """Return a colour as inks: that of the table of print, or parted."""
    known: Inks4 | None = _PRESS.get(colour.upper())
    if known is None:
        rgb = QColor(colour)
        known = _parted(rgb.red() / 255, rgb.green() / 255, rgb.blue() / 255)
    return QColor.fromCmykF(*(percent / 100 for percent in known))


def _parted(red: float, green: float, blue: float) -> Inks4:
    """Return percents of inks for a colour of parts 0 to 1.

    At the colours of the table these are its inks, greys are black alone, full colours are inks alone. What is between
    is drawn to each the more the nearer it is: artwork mixes the colours of the table, and has to look like them.
    """
    plain = (1 - red, 1 - green, 1 - blue, 0.0)
    weights = _weights()
    near = [dist((red, green, blue), spot) for spot in weights]
    moved = (
        ink + sum(far * weight[at] for far, weight in zip(near, weights.values(), strict=True))
        for at, ink in enumerate(plain)
    )
    cyan, magenta, yellow, black = (100 * min(1.0, max(0.0, ink)) for ink in moved)
    return cyan, magenta, yellow, black


@cache
def _weights() -> Mapping[tuple[float, float, float], Sequence[float]]:
    """Return the colours whose inks are known, and how strongly each of their inks draws at others by its distance."""
    known: dict[tuple[float, float, float], Inks4] = {}
    for colour, inks in _PRESS.items():
        rgb = QColor(colour)
        if colour not in {INK, _BLACK}:
            known[rgb.red() / 255, rgb.green() / 255, rgb.blue() / 255] = inks
    known |= {(grey, grey, grey): (0, 0, 0, 100 * (1 - grey)) for grey in (0.0, 0.25, 0.5, 0.75)}
    corners = [corner for corner in product((0.0, 1.0), repeat=3) if 0 < sum(corner) < 3]
    known |= {(r, g, b): (100 * (1 - r), 100 * (1 - g), 100 * (1 - b), 0) for r, g, b in corners}
    spots = list(known)
    rows = [
        [
            *(dist(spot, other) for other in spots),
            *(ink / 100 - part for ink, part in zip(inks, _without_black(spot), strict=True)),
        ]
        for spot, inks in known.items()
    ]
    return dict(zip(spots, _solved(rows), strict=True))


def _without_black(spot: tuple[float, float, float]) -> Inks4:
    return 1 - spot[0], 1 - spot[1], 1 - spot[2], 0.0


def _solved(rows: list[list[float]]) -> list[list[float]]:
    """Solve linear equations (Gauss, Jordan); what stands to the right of the square are the right sides."""
    count = len(rows)
    for at in range(count):
        best = max(range(at, count), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in range(count):
            if row != at:
                factor = rows[row][at]
                rows[row] = [value - factor * one for value, one in zip(rows[row], rows[at], strict=True)]
    return [row[count:] for row in rows]


@cache
def _table() -> ImageFilter.Color3DLUT:
    """Return the same for pictures, as a table from which colours are taken."""
    return ImageFilter.Color3DLUT.generate(
        _STEPS, lambda *rgb: tuple(ink / 100 for ink in _parted(*rgb)), channels=4, target_mode="CMYK"
    )


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
        inks = rgb.filter(_table())
    made = QImage(inks.tobytes(), *size, 4 * size[0], QImage.Format.Format_CMYK8888)
    return made.copy()  # its own memory: Pillow's goes
