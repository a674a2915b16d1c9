"""How wide and how high text is in the bundled fonts: what layout asks before it decides a size."""

from functools import cache, lru_cache

from PySide6.QtGui import QFontMetricsF

from showcase.printing.engine import EM, text_font


@cache
def _metrics(weight: int) -> QFontMetricsF:
    return QFontMetricsF(text_font(weight))


@lru_cache(maxsize=16384)
def _width(text: str, weight: int) -> float:
    return _metrics(weight).horizontalAdvance(text) / EM


@lru_cache(maxsize=16384)
def _ink(text: str, weight: int) -> tuple[float, float]:
    box = _metrics(weight).tightBoundingRect(text)
    return -box.top() / EM, box.bottom() / EM


@lru_cache(maxsize=4096)
def _has(character: str, weight: int) -> bool:
    return character.isspace() or _metrics(weight).inFontUcs4(ord(character))


class FontMeasure:
    """Measures text as it will be drawn: unhinted, kerned, in units of the font size."""

    def width_em(self, text: str, weight: int) -> float:
        """Return the advance width per 1 em of size."""
        return _width(text, weight)

    def ink_em(self, text: str, weight: int) -> tuple[float, float]:
        """Return how far the ink reaches above and below the baseline, per em; below is positive downwards."""
        return _ink(text, weight)

    def missing(self, text: str, weight: int) -> str:
        """Return the characters the font has no glyph for, each once, in their order."""
        return "".join(dict.fromkeys(c for c in text if not _has(c, weight)))
