"""Setting text: a fitted text becomes lines with left end and baseline in millimetres."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from showcase.documents.fitting import ASCENT, DESCENT, Face, Fitted, Step, fit
from showcase.documents.measure import Measure
from showcase.documents.page import Notice, TextLine
from showcase.documents.scripts import FONTS, script_of
from showcase.documents.template import Box, TextElement
from showcase.documents.units import MM_PER_PT

_CACHED: Final = 8192
_STAND_EM: Final = 0.05
"""Round letters reach so far below their feet; more is a tail that must not go into the ground."""


@dataclass(frozen=True, slots=True)
class Set:
    """A text that was set: its lines, what there is to say, its width and its size."""

    lines: tuple[TextLine, ...]
    notices: tuple[Notice, ...]
    width_mm: float
    pt: float


Setter = Callable[[str, str, Box, str], Set]
"""(text, short text, box, colour) -> what was set."""


def prepare_setter(element: TextElement, measure: Measure) -> Setter:
    """Return a function that sets texts of this element; it remembers what it has set."""

    @lru_cache(maxsize=_CACHED)
    def set_text(text: str, short: str, box: Box, colour: str) -> Set:
        face = Face(element.weight, element.pt, element.line_height, box[2], box[3], element.ink_inside)
        fitted = fit(text, short, face, element.fit, measure)
        notices = _notices(element, text, fitted.step, fitted.pt, measure)
        if element.optional and script_of(measure.missing(text, element.weight)):
            return Set((), notices, 0.0, element.pt)
        lines = _lines(element, fitted, box, colour, measure)
        return Set(lines, notices, max(fitted.widths_mm), fitted.pt)

    return set_text


def set_with_tail(element: TextElement, words: tuple[str, str], box: Box, colour: str, measure: Measure) -> Set:
    """Set one line of two words, the second smaller; where there is no room for both, the first stands alone."""
    main, tail = words
    rule = element.tail
    assert rule is not None
    main_em = measure.width_em(main, element.weight)
    tail_em = (rule.gap_em + measure.width_em(tail, rule.weight)) * rule.scale
    pt = min(element.pt, box[2] / ((main_em + tail_em) * MM_PER_PT))
    if not tail or pt < element.fit.min_pt:
        return prepare_setter(replace(element, tail=None), measure)(main, "", box, colour)
    em = pt * MM_PER_PT
    fitted = Fitted((main,), (main_em * em,), pt, element.line_height)
    (first,) = _lines(element, fitted, box, colour, measure)
    start = first.x_mm + (main_em + rule.gap_em * rule.scale) * em
    width = measure.width_em(tail, rule.weight) * rule.scale * em
    second = TextLine(start, first.baseline_mm, tail, rule.weight, pt * rule.scale, colour, width)
    return Set((first, second), _notices(element, main + tail, "", pt, measure), (main_em + tail_em) * em, pt)


def _lines(element: TextElement, fitted: Fitted, box: Box, colour: str, measure: Measure) -> tuple[TextLine, ...]:
    """Place the lines in the box as its alignment says; ink stays inside where the box asks for it."""
    x, y, width, height = box
    em = fitted.pt * MM_PER_PT
    block = (element.line_height + (len(fitted.lines) - 1) * fitted.pitch_em) * em
    free = {"top": 0.0, "middle": (height - block) / 2, "bottom": height - block}[element.valign]
    baseline = y + free + ((element.line_height - ASCENT - DESCENT) / 2 + ASCENT) * em
    if element.stands:
        below = measure.ink_em(fitted.lines[-1], element.weight)[1]
        baseline -= below * em if below > _STAND_EM else 0.0
    if element.ink_inside:
        if element.valign == "bottom":
            lowest = (len(fitted.lines) - 1) * fitted.pitch_em + measure.ink_em(fitted.lines[-1], element.weight)[1]
            baseline = min(baseline, y + height - lowest * em)
        else:
            baseline = max(baseline, y + measure.ink_em(fitted.lines[0], element.weight)[0] * em)
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[element.align]
    return tuple(
        TextLine(
            x + (width - line_width) * share,
            baseline + at * fitted.pitch_em * em,
            line,
            element.weight,
            fitted.pt,
            colour,
            line_width,
            fitted.stretch,
        )
        for at, (line, line_width) in enumerate(zip(fitted.lines, fitted.widths_mm, strict=True))
    )


_SAID: Final[dict[Step, str]] = {
    "refused": "documents.text_refused",
    "condensed": "documents.text_condensed",
    "short": "documents.text_short",
    "last": "documents.text_small",
}


def _notices(element: TextElement, text: str, step: Step, pt: float, measure: Measure) -> tuple[Notice, ...]:
    """Say what was done to a text beyond shrinking within its designed range."""
    notices = []
    if step:
        params: dict[str, object] = {"text": text.replace("\n", " "), "pt": round(pt, 1)}
        notices.append(Notice("stop" if step == "refused" else "look", _SAID[step], params, element.id))
    missing = measure.missing(text.replace("\n", ""), element.weight)
    script = script_of(missing)
    if script:
        # What can go is left out; a name of empty boxes is not printed.
        severity: Literal["stop", "look"] = "look" if element.optional else "stop"
        words: dict[str, object] = {"text": text.replace("\n", " "), "font": FONTS[script][0]}
        notices.append(Notice(severity, f"templates.font_missing_{script}", words, element.id))
    elif missing:
        notices.append(Notice("look", "documents.glyph_missing", {"text": text, "glyphs": missing}, element.id))
    return tuple(notices)
