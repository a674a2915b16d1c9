"""Sets a theme as a poster: two lines as large as they fit, and what is left over in a smaller line beneath."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from showcase.printing.engine import FAMILY, load_font

SIZES: Final = (17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
"""Sizes of a headline in u, the largest first."""
_SMALL: Final = 7.0
"""Size of the line beneath, in u."""
_TIGHT: Final = 0.968
"""What is left of the width of display type, which is set a little closer."""
_SHORT: Final = 3
"""Letters of a word that does not end a line."""
_FULL: Final = 0.45
"""A last line shorter than this part of the longest looks like a mistake."""


class Headline(NamedTuple):
    """Lines of a poster, their size in u, and the text beneath."""

    lines: tuple[str, ...]
    size: float
    under: str


def compose(text: str, width: float, most: int = 2) -> Headline:
    """Return a text as a headline.

    Args:
        text: a theme such as "Green and smart cities powered by AI".
        width: of the lines, in u.
        most: lines of the headline.
    """
    words = text.split()
    for size in SIZES:
        lines, rest = _filled(words, width, most, partial(_width, size=size))
        if lines and _is_good(lines, rest, width):
            return Headline(tuple(_carried(lines, width, size)), size, " ".join(rest))
    lines, rest = _filled(words, width, most + 1, partial(_width, size=SIZES[-1]))
    return Headline(tuple(lines), SIZES[-1], " ".join(rest))


def _carried(lines: list[str], width: float, size: float) -> list[str]:
    """Bring a short last word, such as "và" or "et", to the next line where it fits: it belongs to what follows."""
    carried = list(lines)
    for at in range(len(carried) - 1):
        start, _, last = carried[at].rpartition(" ")
        below = f"{last} {carried[at + 1]}"
        if start and len(last) <= _SHORT and _width(below, size) <= width:
            carried[at : at + 2] = [start, below]
    return carried


def _is_good(lines: Sequence[str], rest: Sequence[str], width: float) -> bool:
    lengths = [_width(line, 1.0) for line in lines]
    return min(lengths) >= _FULL * max(lengths) and _width(" ".join(rest), _SMALL) <= width * (1 if rest else 2)


def _filled(
    words: Sequence[str], width: float, most: int, measure: Callable[[str], float]
) -> tuple[list[str], Sequence[str]]:
    """Fill up to `most` lines with words and return them and the words left; no lines when a word is too wide."""
    lines: list[str] = []
    for at, word in enumerate(words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        elif measure(word) > width:
            return [], words
        elif len(lines) == most:
            return lines, words[at:]
        else:
            lines.append(word)
    return lines, []


def _width(line: str, size: float) -> float:
    """Return the width of a bold line, in the unit of its size."""
    load_font(700)
    font = QFont(FAMILY)
    font.setPixelSize(100)
    font.setWeight(QFont.Weight.Bold)
    return QFontMetricsF(font).horizontalAdvance(line) * size / 100 * _TIGHT
