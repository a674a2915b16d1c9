"""Text is as large as its box allows, never larger than designed, and never silently too large for its box."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.documents.fitting import Face, Fit, fit
from showcase.documents.units import MM_PER_PT


@dataclass(frozen=True)
class Typewriter:
    """A font of which every character is 0.6 em wide and reaches 0.75 em up and 0.25 em down."""

    def width_em(self, text: str, weight: int) -> float:
        del weight
        return 0.6 * len(text)

    def ink_em(self, text: str, weight: int) -> tuple[float, float]:
        del text, weight
        return 0.75, 0.25

    def missing(self, text: str, weight: int) -> str:
        del text, weight
        return ""


TYPEWRITER = Typewriter()
words = st.lists(st.text("abcdeđẫ", min_size=1, max_size=14), min_size=1, max_size=9).map(" ".join)
faces = st.builds(
    Face,
    weight=st.sampled_from((500, 800)),
    pt=st.floats(20, 60),
    line_height=st.floats(1.0, 1.4),
    width_mm=st.floats(10, 120),
    height_mm=st.floats(6, 60),
)
rules = st.builds(
    Fit,
    lines=st.integers(1, 4),
    min_pt=st.floats(8, 20),
    condense=st.sampled_from((85, 100)),
    last_lines=st.integers(1, 5),
    last_pt=st.sampled_from((0.0, 5.0)),
)


@given(words, words, faces, rules)
def test_a_text_fits_its_box_or_is_refused(text, short, face, rule):
    fitted = fit(text, short, face, rule, TYPEWRITER)
    if fitted.step == "refused":
        return
    em = fitted.pt * MM_PER_PT
    height = (face.line_height + (len(fitted.lines) - 1) * fitted.pitch_em) * em
    assert max(fitted.widths_mm) <= face.width_mm * 1.001
    assert height <= face.height_mm * 1.021
    assert fitted.pt <= face.pt
    assert fitted.pt * 1.001 >= (rule.last_pt if fitted.step == "last" else rule.min_pt)
    assert len(fitted.lines) <= max(rule.lines, rule.last_lines)
    assert fitted.pitch_em >= face.line_height


@given(words, faces, rules)
def test_no_word_is_lost_or_cut(text, face, rule):
    fitted = fit(text, "", face, rule, TYPEWRITER)
    assert " ".join(fitted.lines).split() == text.split()


@given(words, st.text("xyz", min_size=1, max_size=12), faces)
def test_a_longer_text_is_never_larger(text, more, face):
    rule = Fit(1, 1.0)
    assert fit(f"{text} {more}", "", face, rule, TYPEWRITER).pt <= fit(text, "", face, rule, TYPEWRITER).pt


FACE = Face(800, 40, 1.1, 89, 30)


def test_a_short_text_keeps_the_designed_size():
    fitted = fit("Ly", "", FACE, Fit(2, 20), TYPEWRITER)
    assert (fitted.lines, fitted.pt, fitted.step) == (("Ly",), 40, "")


def test_width_is_solved_exactly():
    fitted = fit("a" * 12, "", FACE, Fit(1, 20), TYPEWRITER)
    assert fitted.pt == pytest.approx(89 / (12 * 0.6 * MM_PER_PT), rel=0.001)


def test_lines_are_balanced_and_compounds_hold_together():
    fitted = fit("Sở Quy hoạch và Đô thị xanh thành phố", "", Face(800, 12, 1.2, 45, 20), Fit(3, 8), TYPEWRITER)
    assert fitted.lines == ("Sở Quy hoạch", "và Đô thị", "xanh thành phố")


def test_a_hyphen_in_a_name_is_a_break_and_one_in_a_code_is_not():
    tall = Face(800, 60, 1.1, 40, 40)
    assert fit("Jean-Christophe", "", tall, Fit(2, 5), TYPEWRITER).lines == ("Jean-", "Christophe")
    assert fit("C3-108", "", tall, Fit(2, 5), TYPEWRITER).lines == ("C3-108",)


def test_the_ladder_condenses_then_takes_the_short_name_then_the_last_resort():
    face = Face(500, 10, 1.2, 30, 5)
    rule = Fit(1, 8, 85, 1, 4.0)
    assert fit("a" * 19, "Kurz", face, rule, TYPEWRITER).step == "condensed"
    assert fit("a" * 30, "Kurz", face, rule, TYPEWRITER).lines == ("Kurz",)
    assert fit("a" * 30, "", face, rule, TYPEWRITER).step == "last"
    assert fit("a" * 60, "", face, rule, TYPEWRITER).step == "refused"


def test_breaks_of_the_author_are_kept_where_there_are_lines_enough():
    assert fit("Hội nghị\nMẫu", "", FACE, Fit(2, 5), TYPEWRITER).lines == ("Hội nghị", "Mẫu")
    assert fit("Hội nghị\nMẫu", "", FACE, Fit(1, 5), TYPEWRITER).lines == ("Hội nghị Mẫu",)
