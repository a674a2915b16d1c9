"""What a designer may ask of a text: conditions on values, languages, and one size for texts that belong together."""

from typing import Any

import pytest

from showcase.documents.fields import SAMPLES
from showcase.documents.items import PrintItem, Value
from showcase.documents.layout import lay_out
from showcase.documents.page import Page, TextLine
from showcase.documents.template import parse_template
from showcase.documents.wording import prepare_show, prepare_wording
from showcase.printing.measure import FontMeasure

MEASURE = FontMeasure()
WORD = {"vi": "Chào", "en": "Welcome", "fr": "Bienvenue"}


def text(name: str, says: Any, **more: Any) -> dict[str, Any]:
    return {"id": name, "type": "text", "box": [5, 5, 60, 20], "text": says, "pt": 20, **more}


def made(*elements: dict[str, Any], languages: tuple[str, ...] = ("vi", "en", "fr"), **values: Value) -> Page:
    document = {
        "schema_version": 2,
        "id": "ours",
        "version": 1,
        "kind": "badge",
        "name": {"en": "Ours"},
        "trim_mm": [105, 148],
        "bleed_mm": 3,
        "reading_m": 0.24,
        "elements": list(elements),
    }
    item = PrintItem("00000000-0000-4000-8000-000000000001", "badge", "title", {**SAMPLES["badge"], **values})
    return lay_out(parse_template(document, "ours.json"), item, MEASURE, languages)


def said(page: Page) -> list[str]:
    return [item.text for item in page.items if isinstance(item, TextLine)]


@pytest.mark.parametrize(
    ("conditions", "values", "is_shown"),
    [
        (["booth"], {"booth": "A1"}, True),
        (["booth"], {"booth": ""}, False),
        (["!booth"], {}, True),
        (["role=press|crew"], {"role": "crew"}, True),
        (["role=press|crew"], {"role": "vip"}, False),
        (["!role=press|crew"], {"role": "vip"}, True),
        (["!role=press|crew"], {"role": "press"}, False),
        (["role=press"], {}, False),
        (["place=Viet Nam"], {"place": {"vi": "Việt Nam", "en": "Viet Nam"}}, True),
        (["place=Laos"], {"place": {"vi": "Việt Nam", "en": "Viet Nam"}}, False),
        (["booth", "role=vip"], {"booth": "A1", "role": "vip"}, True),
        (["booth", "role=vip"], {"booth": "A1", "role": "crew"}, False),
        (["role=a=b"], {"role": "a=b"}, True),
    ],
)
def test_an_element_is_shown_when_all_its_conditions_hold(conditions, values, is_shown):
    shown = prepare_show(conditions)
    assert shown is not None
    assert shown(values) is is_shown


def test_nothing_is_asked_of_an_element_without_conditions():
    assert prepare_show(()) is None


def test_conditions_and_languages_of_a_template_reach_the_page():
    page = made(text("a", "crew only", show=["role=crew"]), text("b", "others", show=["!role=crew"]))
    assert said(page) == ["others"]


def test_languages_are_stacked_each_on_its_line_in_one_size():
    page = made(text("a", WORD, language="stacked", fit={"lines": 3, "min_pt": 6}))
    assert said(page) == ["Chào", "Welcome", "Bienvenue"]
    lines = [item for item in page.items if isinstance(item, TextLine)]
    assert len({line.pt for line in lines}) == 1
    assert lines[0].baseline_mm < lines[1].baseline_mm < lines[2].baseline_mm


def test_no_language_is_stacked_twice_and_none_without_a_line():
    both = {"vi": "Wi-Fi", "en": "Wi-Fi", "fr": "Wi-Fi"}
    assert said(made(text("a", both, language="stacked", fit={"lines": 3, "min_pt": 6}))) == ["Wi-Fi"]
    assert said(made(text("a", WORD, language="stacked", fit={"lines": 2, "min_pt": 6}))) == ["Chào", "Welcome"]
    missing = prepare_wording("{job}", "stacked", ("vi", "en", "fr"), 3)
    assert missing({"job": {"vi": "Kỹ sư", "fr": "Ingénieur"}}) == "Kỹ sư\nIngénieur"
    assert missing({"job": "Director"}) == "Director"
    assert missing({}) == ""


def test_the_record_says_the_language_of_a_text():
    element = text("a", WORD, language="record")
    assert said(made(element, language="fr")) == ["Bienvenue"]
    assert said(made(element, language="")) == ["Chào"]
    assert said(made(element, language="ja")) == ["Chào"]
    assert said(made(element, languages=("en",), language="fr")) == ["Bienvenue"]


def sizes(page: Page) -> dict[str, float]:
    return {item.text: item.pt for item in page.items if isinstance(item, TextLine)}


LONG = "Một dòng chữ khá dài đấy"


def test_linked_texts_share_the_size_of_the_smallest():
    free = {"fit": {"lines": 1, "min_pt": 6}}
    alone = sizes(made(text("a", "Ngắn", **free), text("b", LONG, **free)))
    assert alone["Ngắn"] == 20 > alone[LONG]
    both = sizes(made(text("a", "Ngắn", link="pair", **free), text("b", LONG, link="pair", **free)))
    assert both["Ngắn"] == pytest.approx(alone[LONG], rel=0.002)
    assert both[LONG] == pytest.approx(alone[LONG], rel=0.002)


def test_a_text_that_is_not_shown_or_fits_nowhere_makes_no_other_small():
    free = {"fit": {"lines": 1, "min_pt": 15}, "link": "pair"}
    hidden = sizes(made(text("a", "Ngắn", **free), text("b", LONG, show=["!role"], **free)))
    assert hidden == {"Ngắn": 20}
    page = made(text("a", "Ngắn", **free), text("b", LONG * 3, optional=True, **free))
    assert sizes(page) == {"Ngắn": 20}
    assert [notice.key for notice in page.notices] == ["documents.text_left_out"]


def test_groups_of_the_two_sides_of_a_fold_are_apart():
    free = {"fit": {"lines": 1, "min_pt": 6}, "link": "pair"}
    inner = {"id": "half", "type": "face", "box": [0, 0, 105, 74], "elements": [text("a", "Ngắn", **free)]}
    assert sizes(made(inner, text("b", LONG, **free)))["Ngắn"] == 20
