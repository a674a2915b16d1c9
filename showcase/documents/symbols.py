"""How many modules a QR symbol will have: enough to give it its size before it is encoded."""

import re
from functools import lru_cache
from typing import Final

QUIET_MODULES: Final = 4

# Data codewords of versions 1 to 20 by level, ISO/IEC 18004:2015 table 7.
_CODEWORDS: Final = {
    "L": (19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861),
    "M": (16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415, 453, 507, 563, 627, 669),
    "Q": (13, 22, 34, 48, 62, 76, 88, 110, 132, 154, 180, 206, 244, 261, 295, 325, 367, 397, 445, 485),
    "H": (9, 16, 26, 36, 46, 60, 66, 86, 100, 122, 140, 158, 180, 197, 223, 253, 283, 313, 341, 385),
}
_ALPHANUMERIC: Final = re.compile(r"[0-9A-Z $%*+\-./:]*")


@lru_cache(maxsize=4096)
def symbol_version(text: str, level: str, least: int = 1) -> int:
    """Return the smallest version from `least` on that holds the text in one mode, or 0 when twenty is not enough."""
    for version in range(least, 21):
        long_counts = version >= 10
        if text.isascii() and text.isdigit():
            bits = 4 + (12 if long_counts else 10) + (10 * len(text) + 2) // 3
        elif _ALPHANUMERIC.fullmatch(text):
            bits = 4 + (11 if long_counts else 9) + (11 * len(text) + 1) // 2
        else:
            bits = 4 + (16 if long_counts else 8) + 8 * len(text.encode())
        if bits <= _CODEWORDS[level][version - 1] * 8:
            return version
    return 0


def symbol_modules(version: int) -> int:
    """Return the modules along a side, without the quiet zone."""
    return 17 + 4 * version
