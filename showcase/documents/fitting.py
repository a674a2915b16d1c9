"""Fitting text into a box by arithmetic: widths grow linearly with the size, so every size is solved, not searched.

The ladder: wrap (the number of lines that gives the largest size, a further line only for more than 2 %), shrink to
the designed floor, condense, the short name, and the last resort of the box; then the text is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, Literal

from showcase.documents.compounds import HARD_SPACE, hold_together
from showcase.documents.measure import Measure
from showcase.documents.units import MM_PER_PT

ASCENT: Final = 1.0
DESCENT: Final = 0.265
"""Of Be Vietnam Pro, per em: where a line of text sits in its line height."""
_GAIN: Final = 1.02
_GAP_MM: Final = 0.4
"""Between the ink of the lines of a name that is set tighter than 1.2."""
_SLACK: Final = 1.0005
"""Rounding of a designed size that fills its box exactly."""

Step = Literal["", "condensed", "short", "last", "refused"]


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a box may go: lines, designed floor, condensing (per cent), and the last resort (lines, floor)."""

    lines: int = 1
    min_pt: float = 0.0
    condense: int = 100
    last_lines: int = 0
    last_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: weight, designed size, line height, width and height of its box (mm).

    `ink_inside`: no mark of a capital and no tail may leave the box either.
    """

    weight: int
    pt: float
    line_height: float
    width_mm: float
    height_mm: float
    ink_inside: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text that was fitted: its lines with their widths in mm, the size, the distance of baselines in em."""

    lines: tuple[str, ...]
    widths_mm: tuple[float, ...]
    pt: float
    pitch_em: float
    stretch: int = 100
    step: Step = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text that is never broken; `glue` is what stands between it and the next on one line."""

    text: str
    glue: str


_BREAKS: Final = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])| |\n")
"""A line may end at a space, at a line break of the author, and after a hyphen between letters."""


@dataclass(frozen=True, slots=True)
class _Try:
    """One step of the ladder: what may be done to which words."""

    step: Step
    words: str
    lines: int
    floor_pt: float
    stretch: int = 100


def fit(text: str, short: str, face: Face, rule: Fit, measure: Measure) -> Fitted:
    """Return the text at the largest size its box allows; `short` is the record's short name, or empty.

    When nothing fits, the result has the step "refused" and holds the text at the smallest size, for the preview.
    """
    for attempt in _ladder(text, short, rule, face.pt):
        if attempt.lines == 1 or "\n" not in attempt.words:
            # Most texts stand on one line at the designed size: no need to look where they could be broken.
            line = _size((attempt.words.replace("\n", " "),), attempt, face, measure)
            if line.pt >= (face.pt if attempt.lines > 1 else attempt.floor_pt / _SLACK):
                return line
            if attempt.lines == 1:
                continue
        for breakable in (hold_together(attempt.words), attempt.words):
            best = _largest(_pieces(breakable, attempt.lines), attempt, face, measure)
            if best:
                return best
    floor = rule.last_pt or rule.min_pt or face.pt
    whole = tuple(text.split("\n"))
    widths = tuple(measure.width_em(line, face.weight) * floor * MM_PER_PT for line in whole)
    return Fitted(whole, widths, floor, face.line_height, 100, "refused")


def _ladder(text: str, short: str, rule: Fit, designed: float) -> Iterator[_Try]:
    """Give the steps to try, in order."""
    floor = rule.min_pt or designed
    yield _Try("", text, rule.lines, floor)
    if rule.condense < 100:
        yield _Try("condensed", text, rule.lines, floor, rule.condense)
    if short and short != text:
        yield _Try("short", short, rule.lines, floor)
    if rule.last_pt:
        lines = max(rule.last_lines, rule.lines)
        yield _Try("last", text, lines, rule.last_pt)
        if rule.condense < 100:
            yield _Try("last", text, lines, rule.last_pt, rule.condense)


def _largest(pieces: Sequence[_Piece], attempt: _Try, face: Face, measure: Measure) -> Fitted | None:
    """Try one line, two lines and so on; None when not even the floor fits."""
    best: Fitted | None = None
    forced = sum(piece.glue == "\n" for piece in pieces) + 1
    for count in range(forced, min(attempt.lines, len(pieces)) + 1):
        made = _size(_balance(pieces, count, face.weight, measure), attempt, face, measure)
        if made.pt >= attempt.floor_pt / _SLACK and (best is None or made.pt > best.pt * _GAIN):
            best = made
        if best and best.pt >= face.pt:
            break
    return best


def _size(lines: tuple[str, ...], attempt: _Try, face: Face, measure: Measure) -> Fitted:
    """Solve for the size: as wide as the box or as high as the box, whichever comes first, at most as designed."""
    ems = [measure.width_em(line, face.weight) * attempt.stretch / 100 for line in lines]
    by_width = face.width_mm * _SLACK / (max(1e-6, *ems) * MM_PER_PT)
    pt = min(face.pt, by_width)
    pitch = _pitch(lines, pt, face, measure)
    height = face.line_height + (len(lines) - 1) * pitch
    pt = min(pt, face.height_mm * _GAIN / (height * MM_PER_PT))
    if face.ink_inside:
        above, below = measure.ink_em(lines[0], face.weight)[0], measure.ink_em(lines[-1], face.weight)[1]
        ink = above + (len(lines) - 1) * pitch + below
        pt = min(pt, face.height_mm / (max(1e-6, ink) * MM_PER_PT))
    widths = tuple(em * pt * MM_PER_PT for em in ems)
    return Fitted(lines, widths, pt, pitch, attempt.stretch, attempt.step)


def _pitch(lines: tuple[str, ...], pt: float, face: Face, measure: Measure) -> float:
    """Return the distance of baselines in em: the designed one, or more where the marks of two lines would meet."""
    gap = _GAP_MM / (pt * MM_PER_PT) if face.line_height < 1.2 and face.weight >= 800 else 0.02
    pitch = face.line_height
    for upper, lower in pairwise(lines):
        below = measure.ink_em(upper, face.weight)[1]
        above = measure.ink_em(lower, face.weight)[0]
        pitch = max(pitch, below + above + gap)
    return pitch


def _pieces(text: str, most: int) -> tuple[_Piece, ...]:
    """Cut a text where a line may end. Breaks of the author count only when the box has lines enough for them."""
    if text.count("\n") >= most:
        text = text.replace("\n", " ")
    pieces, start = [], 0
    for found in _BREAKS.finditer(text):
        if found.start() > start:
            pieces.append(_Piece(text[start : found.start()].replace(HARD_SPACE, " "), found.group()))
            start = found.end()
    pieces.append(_Piece(text[start:].replace(HARD_SPACE, " "), ""))
    return tuple(pieces)


_Break = tuple[float, float, tuple[int, ...]]
"""Longest line, sum of squares, and the pieces at which lines start."""


def _balance(pieces: Sequence[_Piece], count: int, weight: int, measure: Measure) -> tuple[str, ...]:
    """Break into `count` lines so that the longest is as short as can be, then as even as can be.

    For choosing, widths of words and spaces are added up; the chosen lines are measured whole.
    """
    total = len(pieces)
    if count == 1:
        return (_join(pieces),)
    space = measure.width_em(" ", weight)
    ends = [0.0, *accumulate(measure.width_em(p.text, weight) + (space if p.glue else 0.0) for p in pieces)]
    best: list[_Break | None] = [(0.0, 0.0, ()), *(None for _ in pieces)]
    for _ in range(count):
        best = [None, *(_shortest(pieces, best, ends, end) for end in range(1, total + 1))]
    found = best[total]
    assert found is not None, "count lies between the author's lines and the number of pieces"
    return tuple(_join(pieces[i:j]) for i, j in pairwise((*found[2], total)))


def _shortest(
    pieces: Sequence[_Piece], before: Sequence[_Break | None], ends: Sequence[float], end: int
) -> _Break | None:
    """Add one line that ends before piece `end` to the best of the breaks with one line less."""
    best: _Break | None = None
    for start in range(end - 1, -1, -1):
        earlier = before[start]
        if start < end - 1 and pieces[start].glue == "\n":
            break
        if earlier is not None:
            width = ends[end] - ends[start]
            made = (max(earlier[0], width), earlier[1] + width * width, (*earlier[2], start))
            if best is None or made < best:
                best = made
    return best


def _join(pieces: Sequence[_Piece]) -> str:
    """Return the pieces as one line, without what would stand behind the last."""
    return "".join(piece.text + piece.glue for piece in pieces[:-1]) + pieces[-1].text
