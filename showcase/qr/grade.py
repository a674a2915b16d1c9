"""Predicts how well a symbol will be read before it is printed: the grades that its design decides.

Contrast is graded as in ISO/IEC 15415; the quiet zone of ISO/IEC 18004 is four modules. The size of the modules is no
part of those grades, but of whether a phone can read at all: with 1,920 pixels across 65 degrees and four pixels for a
module it reads 375 times the module away, and print needs half a millimetre in any case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Rgb = tuple[int, int, int]
Grade = Literal["A", "B", "C", "D", "F"]
_GRADES: Final[tuple[Grade, ...]] = ("F", "D", "C", "B", "A")

_CONTRAST: Final = (20.0, 40.0, 55.0, 70.0)
"""Percent of reflectance between dark and light for D, C, B, A (ISO/IEC 15415, symbol contrast)."""
_QUIET: Final = (1.0, 2.0, 3.0, 4.0)
"""Modules for D, C, B, A. Some readers manage with one (zxing-cpp does); the standard asks for four."""
_MODULE: Final = (0.66, 0.8, 0.9, 1.0)
"""Share of the module that the distance needs for D, C, B, A: 0.4 of 0.5 mm is the least a badge may have."""
LEAST_MODULE_MM: Final = 0.5
"""Of any printed symbol: office lasers and phones need as much."""
_REACH: Final = 375


@dataclass(frozen=True, slots=True)
class Prediction:
    """The grades of a symbol, A to F. What is below C should not be printed."""

    module: Grade
    contrast: Grade
    quiet_zone: Grade

    @property
    def overall(self) -> Grade:
        """Return the lowest grade: one weakness is enough."""
        return max(self.module, self.contrast, self.quiet_zone)


def predict(
    module_mm: float,
    *,
    dark: Rgb = (0, 0, 0),
    light: Rgb = (255, 255, 255),
    quiet_modules: float = 4,
    distance_m: float = 0.15,
) -> Prediction:
    """Return the grades of a symbol.

    Args:
        module_mm: side of a module.
        dark: sRGB of its dark modules.
        light: sRGB of its light modules and quiet zone.
        quiet_modules: how many modules around it are light.
        distance_m: from how far it is to be read; a badge in the hand from 0.15.
    """
    needed = max(LEAST_MODULE_MM, distance_m * 1000 / _REACH)
    # A module of 0.5 mm that was computed may be a hair less.
    return Prediction(
        _grade(round(module_mm / needed, 6), _MODULE),
        _grade(symbol_contrast(dark, light), _CONTRAST),
        _grade(round(quiet_modules, 6), _QUIET),
    )


def symbol_contrast(dark: Rgb, light: Rgb) -> float:
    """Return the percent of light by which the light modules outshine the dark, below zero for an inverted symbol.

    The worse of what an eye or camera sees and what a scanner with red light sees, to which red is white.
    """
    seen = _luminance(light) - _luminance(dark)
    in_red = _linear(light[0]) - _linear(dark[0])
    return 100 * min(seen, in_red)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(channel) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    """Return the light of an sRGB channel, 0 to 1 (IEC 61966-2-1)."""
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _grade(value: float, steps: Sequence[float]) -> Grade:
    return _GRADES[sum(value >= step for step in steps)]
