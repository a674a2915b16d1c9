"""Text that flows: broken into lines of a width, and rows that fill one frame after the other, page by page."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showcase.documents.compounds import HARD_SPACE, hold_together
from showcase.documents.fitting import ASCENT, DESCENT
from showcase.documents.measure import Measure
from showcase.documents.page import Item, TextLine
from showcase.documents.units import MM_PER_PT
from showcase.text import clean

_WHOLE_MM: Final = 60.0
"""Rows that belong together and are higher than this may be parted; the first of them still stay together."""
_FIRST: Final = 8
_GROUPS: Final = {"vi": ".", "en": ",", "fr": "\N{NARROW NO-BREAK SPACE}"}


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: weight, size, colour, and the distance of its baselines in em."""

    weight: int
    pt: float
    colour: str
    pitch_em: float = 1.3

    @property
    def em_mm(self) -> float:
        """The size in millimetres."""
        return self.pt * MM_PER_PT

    @property
    def pitch_mm(self) -> float:
        """The height of a line."""
        return self.pitch_em * self.em_mm

    @property
    def baseline_mm(self) -> float:
        """The baseline, from the top of the line."""
        return ((self.pitch_em - ASCENT - DESCENT) / 2 + ASCENT) * self.em_mm


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side and is never parted: how high it is, and its items where its top left corner is."""

    height_mm: float
    place: Callable[[float, float], Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a page that rows fill from above."""

    page: int
    x_mm: float
    top_mm: float
    bottom_mm: float


class Flow:
    """Fills frames.

    Args:
        frames: one after the other, without end.
    """

    def __init__(self, frames: Iterator[Frame]) -> None:
        self._frames = frames
        self.frame = next(frames)
        self._y = self.frame.top_mm
        self.pages: list[list[Item]] = []

    def add(self, rows: Sequence[Row]) -> None:
        """Set rows that belong together: in one frame, unless they are higher than reads well as a whole."""
        height = sum(row.height_mm for row in rows)
        self._make_room(height if height <= _WHOLE_MM else sum(row.height_mm for row in rows[:_FIRST]))
        for row in rows:
            self._make_room(row.height_mm)
            while len(self.pages) <= self.frame.page:
                self.pages.append([])
            self.pages[self.frame.page] += row.place(self.frame.x_mm, self._y)
            self._y += row.height_mm

    def turn(self, frames: Iterator[Frame]) -> None:
        """Go on in other frames."""
        self._frames = frames
        self._next()

    def skip_to(self, x_mm: float) -> None:
        """Go on in the next frame that begins there, unless this one does."""
        while self.frame.x_mm != x_mm:
            self._next()

    def _make_room(self, height_mm: float) -> None:
        if self._y > self.frame.top_mm and self._y + height_mm > self.frame.bottom_mm:
            self._next()

    def _next(self) -> None:
        self.frame = next(self._frames)
        self._y = self.frame.top_mm


def break_lines(text: str, face: Face, width_mm: float, measure: Measure) -> list[str]:
    """Return the lines of a text. Compounds stay together; a word that is longer than a line is cut."""
    most = width_mm / face.em_mm
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        line = ""
        for held in hold_together(paragraph).split(" "):
            word = held.replace(HARD_SPACE, " ")
            longer = f"{line} {word}" if line else word
            if measure.width_em(longer, face.weight) <= most:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _cut(word, face.weight, most, measure)
            lines += whole
        if line:
            lines.append(line)
    return lines


def _cut(word: str, weight: int, most: float, measure: Measure) -> list[str]:
    """Return a word in parts that are no longer than a line."""
    parts = []
    while word and measure.width_em(word, weight) > most:
        end = bisect_right(range(1, len(word)), most, key=lambda n: measure.width_em(word[:n], weight))
        parts.append(word[: max(1, end)])
        word = word[max(1, end) :]
    return [*parts, word]


def set_line(text: str, face: Face, x_mm: float, y_mm: float, measure: Measure, *, share: float = 0.0) -> TextLine:
    """Return a line whose top is at `y_mm`: from `x_mm` to the right, or to the left of it with a `share` of 1."""
    width = measure.width_em(text, face.weight) * face.em_mm
    return TextLine(
        x_mm - share * width, y_mm + face.baseline_mm, text, face.weight, face.pt, face.colour, round(width, 4)
    )


def text_rows(text: str, face: Face, width_mm: float, measure: Measure, *, indent_mm: float = 0.0) -> list[Row]:
    """Return a text as rows, a line each."""

    def row(line: str) -> Row:
        return Row(face.pitch_mm, lambda x, y: [set_line(line, face, x + indent_mm, y, measure)])

    return [row(line) for line in break_lines(text, face, width_mm - indent_mm, measure)]


def space(height_mm: float) -> Row:
    """Return an empty row."""
    return Row(height_mm, lambda _x, _y: [])


def number(value: int, language: str) -> str:
    """Return a number as a language groups it (looks, section 5)."""
    return f"{value:,}".replace(",", _GROUPS.get(language, ","))
