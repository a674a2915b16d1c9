"""Every text of the office stands out from its ground by 4.5:1, every edge that means something by 3:1, in both themes.

The pairs are read from the style sheet itself, so that a rule that is added is measured too.
"""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from showcase.paths import resource
from showcase.qt.theme import DARK, LIGHT

TEXT, EDGE = 4.5, 3.0
THEMES: Final = {"light": LIGHT, "dark": DARK}
GROUNDS: Final = ("window", "panel", "base", "alt")
TEXTS: Final = ("text", "sub")
"""Texts that may stand on any ground."""
ON_GROUNDS: Final = {
    "leaf": ("window", "panel", "base", "alt", "okbg", "hli"),
    "warn": ("window", "panel", "base", "alt", "warnbg"),
    "err": ("window", "panel", "base", "alt", "errbg"),
    "ok": ("window", "panel", "base", "alt", "okbg"),
    "inf": ("base", "alt"),
    "hlt": ("hl",),
    "text": ("hli", "btn", "warnbg", "errbg", "okbg", "hl"),
    "sub": ("hli", "okbg"),
    "acct": ("acc",),
    "tipt": ("tip",),
    "base": ("leaf",),
}
"""Texts and icons that say something, and where they stand."""
EDGES: Final = {
    "focus": ("window", "panel", "base", "btn"),
    "field": ("window", "panel", "base"),
    "strong": ("window", "panel", "base"),
    "leafg": ("base", "panel", "window", "line"),
    "warnl": ("warnbg",),
    "errl": ("errbg",),
    "leaf": ("base",),
}
"""Edges of what can be used, and lines that say something."""
UNMEANT: Final = {"dis"}
"""What is switched off needs no contrast (WCAG 2.2, 1.4.3)."""


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2.2."""
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _pairs_of_sheet() -> Iterator[tuple[str, str, str]]:
    """Yield (rule, text, ground) of every rule that sets both."""
    sheet = resource("styles", "office.qss").read_text(encoding="utf-8")
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        text = re.search(r"(?<![-\w])color: @(\w+)", body)
        ground = re.search(r"(?<!-)background: @(\w+)", body)
        if text and ground and "disabled" not in selector:
            yield selector.strip(), text[1], ground[1]


def test_the_measure_is_that_of_the_standard():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_texts_stand_out_from_every_ground(theme):
    colours = THEMES[theme]
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [(text, ground) for text, grounds in ON_GROUNDS.items() for ground in grounds]
    weak = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, ground in pairs
        if contrast(colours[text], colours[ground]) < TEXT
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES)
def test_edges_and_the_focus_stand_out(theme):
    colours = THEMES[theme]
    pairs = [(edge, ground) for edge, grounds in EDGES.items() for ground in grounds]
    weak = {
        (edge, ground): round(contrast(colours[edge], colours[ground]), 2)
        for edge, ground in pairs
        if contrast(colours[edge], colours[ground]) < EDGE
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_rule_of_the_style_sheet_is_legible(theme):
    colours = THEMES[theme]
    pairs = list(_pairs_of_sheet())
    assert len(pairs) > 8
    weak = [
        (rule, round(contrast(colours[text], colours[ground]), 2))
        for rule, text, ground in pairs
        if text not in UNMEANT and contrast(colours[text], colours[ground]) < TEXT
    ]
    assert weak == []


def test_both_themes_have_the_same_tokens_and_each_is_measured_or_a_ground():
    assert set(LIGHT) == set(DARK)
    measured = {*TEXTS, *ON_GROUNDS, *EDGES, *GROUNDS}
    measured |= {ground for grounds in (*ON_GROUNDS.values(), *EDGES.values()) for ground in grounds}
    decorative = {"line", "border", "lant", "canvas", "scroll"} | UNMEANT
    assert set(LIGHT) - measured - decorative == set()
