"""Layout in numbers: what stands where on the pages, for ordinary and for hard data."""

from dataclasses import replace
from itertools import pairwise

import pytest

from showcase.documents.colours import ROLE_WORDS, ROLES, luminance, style_of
from showcase.documents.fields import SAMPLES
from showcase.documents.items import Kind, PrintItem, Value
from showcase.documents.layout import lay_out
from showcase.documents.page import Artwork, Fill, Icon, Page, Picture, Shape, TextLine
from showcase.documents.preflight import check
from showcase.documents.template import TextElement, load_template
from showcase.printing.measure import FontMeasure

MEASURE = FontMeasure()
MM = 25.4 / 72
LONG = "Trung tâm Điều hành Đô thị thông minh và Chuyển đổi số tỉnh Tây Nguyên Xanh"
CODES = ("A12", "C3-108", "2001A; 2002", "Westgate Hospitality Suites", "Meeting Room N258, N259 and Ballroom Lobby")


def item(kind: Kind, **values: Value) -> PrintItem:
    return PrintItem("00000000-0000-4000-8000-000000000001", kind, "title", {**SAMPLES[kind], **values})


def page(template_id: str, *languages: str, **values: Value) -> Page:
    template = load_template(template_id)
    return lay_out(template, item(template.kind, **values), MEASURE, languages or ("vi", "en"))


def lines(made: Page) -> dict[str, TextLine]:
    return {one.text: one for one in made.items if isinstance(one, TextLine)}


def ink(line: TextLine) -> tuple[float, float]:
    above, below = MEASURE.ink_em(line.text, line.weight)
    return line.baseline_mm - above * line.pt * MM, line.baseline_mm + below * line.pt * MM


def test_the_badge_stands_as_designed():
    made = page("badge-a6")
    said = lines(made)
    assert (made.width_mm, made.height_mm, made.bleed_mm) == (105, 148, 3)
    assert said["Minh"].pt == 59.5
    assert said["Minh"].x_mm == 8
    assert said["Lê Quang Minh"].pt == 19.5
    assert (said["A12"].pt, said["Việt Nam"].pt, said["4002 0588"].pt) == (19.5, 10, 8)
    (code,) = made.symbols
    assert (code.version, code.level, code.purpose) == (6, "M", "badge")
    assert code.module_mm == pytest.approx(0.66)
    assert code.module_mm * 41 >= 25.4
    assert check([made]) == [[]]


def test_the_quiet_zone_of_every_template_is_free():
    for name in ("badge-a6", "badge-cr80", "badge-label-80x50", "badge-tape-62", "booth-sign-a4", "product-card-a5"):
        assert check([page(name)]) == [[]], name


@pytest.mark.parametrize("role", ROLE_WORDS)
@pytest.mark.parametrize("name", ["badge-a6", "badge-cr80", "badge-label-80x50"])
def test_a_role_is_told_by_colour_word_and_shape(name, role):
    made = page(name, role=role, role_word=ROLE_WORDS[role])
    style = ROLES[role]
    band = next(one for one in made.items if isinstance(one, Fill) and one.x_mm == -made.bleed_mm)
    assert band.colour == style.sky
    heads = [one for one in made.items if isinstance(one, Artwork)]
    assert [one.variant for one in heads] == ([] if name == "badge-label-80x50" else [role])
    assert [one.colour for one in made.items if isinstance(one, Shape)] == [style.lantern]
    said = lines(made)
    assert ROLE_WORDS[role]["vi"] in said
    assert ROLE_WORDS[role]["en"] in said
    assert said[ROLE_WORDS[role]["vi"]].colour == style.on_sky


@pytest.mark.parametrize("role", ROLE_WORDS)
@pytest.mark.parametrize(("name", "edge"), [("badge-a6", 1.5), ("badge-cr80", 0.9)])
def test_the_marks_of_a_role_word_stay_inside_the_band(name, edge, role):
    made = page(name, role=role, role_word=ROLE_WORDS[role])
    band = next(one for one in made.items if isinstance(one, Fill) and one.x_mm == -3)
    top, bottom = ink(lines(made)[ROLE_WORDS[role]["vi"]])
    assert top >= band.y_mm + edge
    assert bottom <= made.height_mm - 0.9


def test_roles_sort_in_grey():
    lightness = [luminance(style.sky) for style in ROLES.values()]
    assert lightness == sorted(lightness)


@pytest.mark.parametrize("role", ROLES)
def test_text_and_lantern_stand_out_from_the_sky(role):
    style = style_of(role)
    sky, text, lantern = luminance(style.sky), luminance(style.on_sky), luminance(style.lantern)
    assert (max(sky, text) + 0.05) / (min(sky, text) + 0.05) >= 4.5
    assert (max(sky, lantern) + 0.05) / (min(sky, lantern) + 0.05) >= 3


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "name", ["badge-a6", "badge-cr80", "badge-label-80x50", "badge-tape-62", "booth-sign-a4", "product-card-a5"]
)
def test_long_booth_codes_are_printed_whole_or_left_off_a_small_card(name, code):
    made = page(name, booth=code) if name != "booth-sign-a4" else page(name, code=code)
    printed = " ".join(one.text for one in made.items if isinstance(one, TextLine))
    left_out = any(
        (notice.key, notice.element) == ("documents.text_left_out", "booth-plate") for notice in made.notices
    )
    assert left_out == (len(code) > {"badge-cr80": 40, "badge-label-80x50": 20}.get(name, 100))
    assert left_out or all(word in printed for word in code.split())
    assert not [notice for notices in check([made]) for notice in notices if notice.severity == "stop"]


def test_a_plate_grows_with_its_code_and_what_stands_right_of_it_moves():
    short, long = page("badge-a6", booth="A1"), page("badge-a6", booth="C3-1088")
    plates = [next(one for one in made.items if isinstance(one, Fill) and one.x_mm == 8) for made in (short, long)]
    assert plates[0].width_mm == 19
    assert plates[1].width_mm == pytest.approx(lines(long)["C3-1088"].width_mm + 5)
    assert lines(long)["Việt Nam"].x_mm == pytest.approx(8 + plates[1].width_mm + 3)


def test_feet_of_a_code_are_in_the_ground_and_tails_are_not():
    for code in ("A12", "P3-014", "Westgate Hospitality Suites"):
        assert lines(page("booth-sign-a4", code=code))[code.split()[-1]].baseline_mm == pytest.approx(109)
    assert lines(page("booth-sign-a4", code="Lobby"))["Lobby"].baseline_mm < 105


def test_the_code_of_a_sign_is_painted_before_the_ground():
    made = page("booth-sign-a4")
    at = next(n for n, one in enumerate(made.items) if isinstance(one, TextLine))
    assert isinstance(made.items[0], Artwork)
    assert sum(isinstance(one, Shape) for one in made.items[at:]) > 30


STACKS = {
    "given": "Ẫu Ễn Ệ",
    "full": "Nguyễn Ậu Ễn Ộng",
    "job": "Ẫ Ậ Ộ Ễ",
    "org": "Ễ Ậ Ộ Ợ Ế Ẩ Ậ Ễ Ộ Ợ Ế Ẩ Ậ Ễ Ộ Ợ Ế Ẩ Ậ Ễ",
}


@pytest.mark.parametrize("name", ["badge-a6", "badge-cr80", "badge-label-80x50", "badge-tape-62"])
def test_stacked_accents_of_neighbouring_lines_never_touch(name):
    made = page(name, booth="", place="", **STACKS)
    template = load_template(name)
    left = next(e.box[0] for e in template.elements if isinstance(e, TextElement) and e.id == "given")
    column = [one for one in made.items if isinstance(one, TextLine) and one.x_mm == left]
    boxes = sorted((ink(one)[0], ink(one)[1], one.text) for one in column)
    assert len(boxes) >= 4
    for upper, lower in pairwise(boxes):
        assert upper[1] <= lower[0] + 0.02, (upper, lower)


def test_without_a_given_name_the_full_name_stands_large():
    made = page("badge-a6", given="Vũ Ly", full="")
    assert lines(made)["Vũ Ly"].pt > 50


def test_a_page_in_one_language_shows_no_second():
    assert "Exhibitor" not in lines(page("badge-a6", "vi"))
    assert "Exposant" in lines(page("badge-a6", "fr"))


def test_someone_without_a_badge_is_stopped():
    (notices,) = check([page("badge-a6", token="", number="")])
    assert [(notice.severity, notice.key) for notice in notices] == [("stop", "documents.badge_missing")]


def test_a_record_without_its_name_is_stopped():
    (notices,) = check([page("booth-sign-a4", name="")])
    assert [(n.severity, n.key, n.element) for n in notices] == [("stop", "documents.value_missing", "name")]


def test_a_text_that_fits_nowhere_is_stopped_and_one_that_may_go_goes():
    hopeless = "W" * 300
    made = page("badge-a6", full=hopeless, place=hopeless)
    assert {(n.severity, n.key, n.element) for n in made.notices} >= {
        ("stop", "documents.text_refused", "full"),
        ("look", "documents.text_left_out", "place"),
    }


def test_a_character_the_font_lacks_is_said():
    made = page("badge-a6", org="\U000f0000 Co.")
    assert [(n.key, n.params["glyphs"]) for n in made.notices] == [("documents.glyph_missing", "\U000f0000")]


def test_a_long_address_makes_the_code_finer_and_says_so():
    made = page("booth-sign-a4", url="HTTPS://" + "LONG-NAME." * 8 + "ORG/E/40020588")
    assert [notice.key for notice in made.notices] == ["documents.symbol_fine"]
    made = page("booth-sign-a4", url="HTTPS://" + "X" * 5000)
    assert [(n.severity, n.key) for n in made.notices] == [("stop", "documents.symbol_too_long")]


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_a_card_is_one_page_for_each_language(language):
    template = load_template("product-card-a5")
    assert template.language_sets(("vi", "en", "fr")) == [("vi",), ("en",), ("fr",)]
    made = page("product-card-a5", language)
    assert check([made]) == [[]]
    values = [lines(made)[fact] for fact in lines(made) if fact[:3] in {"90 ", "1.2", "1,2", "1\u202f2", "−38"}]
    assert len(values) == 3
    assert {round(one.pt, 2) for one in values} == {24.5}
    assert [one.x_mm for one in made.items if isinstance(one, Fill) and one.width_mm == 0.6] == pytest.approx(
        [10, 53.8333, 97.6667], abs=0.001
    )


def test_facts_share_the_size_of_the_smallest():
    facts = tuple({"value": value, "label": "x"} for value in ("1", "A very long value", "3"))
    made = page("product-card-a5", "vi", facts=facts)
    sizes = {lines(made)[value].pt for value in ("1", "3")}
    assert len(sizes) == 1
    assert sizes.pop() < 24.5


def test_a_card_shows_its_picture_or_its_motif():
    assert any(isinstance(one, Artwork) and one.name == "motif" for one in page("product-card-a5").items)
    made = page("product-card-a5", picture="ab" * 32, picture_focus=(0.2, 0.8))
    (picture,) = [one for one in made.items if isinstance(one, Picture)]
    assert (picture.focus, picture.mode, picture.x_mm, picture.width_mm) == ((0.2, 0.8), "cover", -3, 154)
    assert not any(isinstance(one, Artwork) for one in made.items)


def test_topics_that_find_no_room_are_left_out_and_said():
    topics = tuple({"word": f"A topic with a long name {n}", "icon": "leaf"} for n in range(5))
    made = page("booth-sign-a4", topics=topics)
    icons = [one for one in made.items if isinstance(one, Icon)]
    (notice,) = made.notices
    assert notice.key == "documents.rows_left_out"
    assert len(icons) + int(str(notice.params["n"])) == 5


def test_laying_out_twice_gives_the_same_page():
    first, second = page("badge-a6"), page("badge-a6")
    assert first == second
    assert replace(first, title="other") != second
