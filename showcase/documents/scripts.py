"""Scripts of the world that the family of the program does not have, and the fonts that have them.

Latin and Vietnamese letters are bundled. Others come from the fonts of the computer; where it has none, a person has to
be told which to install, for a name of empty boxes helps nobody.
"""

from collections.abc import Mapping
from typing import Final

FONTS: Final[Mapping[str, tuple[str, ...]]] = {
    "han": (
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "Microsoft YaHei",
        "PingFang SC",
        "Hiragino Sans GB",
        "WenQuanYi Zen Hei",
        "SimSun",
    ),
    "japanese": ("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", "Meiryo"),
    "korean": ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo"),
    "thai": ("Noto Sans Thai", "Leelawadee UI", "Thonburi", "Tahoma"),
    "lao": ("Noto Sans Lao", "Leelawadee UI", "Lao Sangam MN"),
    "khmer": ("Noto Sans Khmer", "Leelawadee UI", "Khmer Sangam MN"),
    "devanagari": ("Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari"),
    "arabic": ("Noto Sans Arabic", "Segoe UI", "Geeza Pro", "DejaVu Sans"),
    "hebrew": ("Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", "DejaVu Sans"),
}
"""Script -> the families that have it, the first being the one to install; all have an upright face without serifs."""
_RANGES: Final[tuple[tuple[int, int, str], ...]] = (
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0750, 0x077F, "arabic"),
    (0x08A0, 0x08FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0E00, 0x0E7F, "thai"),
    (0x0E80, 0x0EFF, "lao"),
    (0x1100, 0x11FF, "korean"),
    (0x1780, 0x17FF, "khmer"),
    (0x19E0, 0x19FF, "khmer"),
    (0x2E80, 0x303F, "han"),
    (0x3040, 0x30FF, "japanese"),
    (0x3130, 0x318F, "korean"),
    (0x31F0, 0x31FF, "japanese"),
    (0x3400, 0x9FFF, "han"),
    (0xA8E0, 0xA8FF, "devanagari"),
    (0xAC00, 0xD7AF, "korean"),
    (0xF900, 0xFAFF, "han"),
    (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFC, "arabic"),
    (0xFF65, 0xFF9F, "japanese"),
    (0x20000, 0x323AF, "han"),
)


def script_of(text: str) -> str:
    """Return the script of a text among those of `FONTS`, "" when it has none of them.

    Chinese characters are shared: with kana a text is Japanese, with hangul Korean.
    """
    found = {script for character in text for first, last, script in _RANGES if first <= ord(character) <= last}
    return next((script for script in ("japanese", "korean", *FONTS) if script in found), "")
