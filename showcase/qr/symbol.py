"""QR symbols, module for module those of `qrcode`, many times faster: no search in lists, but big integers."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from qrcode import constants, util

from showcase.errors import InputError
from showcase.qr.codewords import count_bits, make_codewords
from showcase.qr.masking import place

LARGEST: Final = 40
"""Versions are 1 to 40, with 21 to 177 modules along a side."""
Level = Literal["L", "M", "Q", "H"]
_LEVELS: Final[Mapping[str, int]] = {
    "L": constants.ERROR_CORRECT_L,
    "M": constants.ERROR_CORRECT_M,
    "Q": constants.ERROR_CORRECT_Q,
    "H": constants.ERROR_CORRECT_H,
}
_RECENT: Final = 64
"""Symbols kept: what is painted is encoded again when it is measured and proven."""
_SHORTEST_SEGMENT: Final = 20
"""Characters from which `qrcode` by default writes a part of a text in a mode of its own."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The modules of a symbol, without its quiet zone.

    Args:
        size: modules along a side.
        bits: row after row, one light bit behind each; the first module is the highest bit, dark is 1.
    """

    size: int
    bits: int

    def lines(self) -> str:
        """Return the rows as characters, dark "1" and light "0", with one "0" behind each row."""
        return f"{self.bits:0{self.size * (self.size + 1)}b}"

    def rows(self) -> list[int]:
        """Return a number for each row from the top; its highest bit, of `size`, is the leftmost module."""
        lines, stride = self.lines(), self.size + 1
        return [int(lines[start : start + self.size], 2) for start in range(0, len(lines), stride)]


def best_version(segments: Sequence[util.QRData], error_correction: int, least: int = 1) -> int | None:
    """Return the smallest version from `least` on that holds the data, or None when none does."""
    limits = util.BIT_LIMIT_TABLE[error_correction]
    version = least
    while version <= LARGEST:
        sizes = util.mode_sizes_for_version(version)
        version = bisect_left(limits, count_bits(segments, version), version)
        # Larger versions write longer counts, which may need a larger version still.
        if version <= LARGEST and sizes is util.mode_sizes_for_version(version):
            return version
    return None


@lru_cache(maxsize=_RECENT)
def encode(text: str, level: Level = "M", version: int | None = None) -> Matrix:
    """Return the symbol of a text.

    Args:
        text: digits alone are densest, then capitals; everything else is written as UTF-8.
        level: how much of the symbol may be spoilt: L 7 %, M 15 %, Q 25 %, H 30 %.
        version: the smallest to use, 1 to 40, so that the symbols of a batch look alike.

    Raises:
        InputError: when the text does not fit the largest version.
    """
    error_correction = _LEVELS[level]
    segments = list(util.optimal_data_chunks(text, minimum=_SHORTEST_SEGMENT))
    fitting = best_version(segments, error_correction, version or 1)
    if fitting is None:
        shown = text if len(text) <= 40 else text[:39] + "…"
        raise InputError("qr.text_too_long", text=shown, length=len(text))
    codewords = make_codewords(segments, fitting, error_correction)
    return Matrix(17 + 4 * fitting, place(codewords, fitting, error_correction))
