"""Templates: those of the program are sound, those of others are read or refused with a sentence."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from showcase.documents.fields import SAMPLES, sample_item
from showcase.documents.mistakes import line_of
from showcase.documents.template import list_templates, load_template, parse_template
from showcase.errors import InputError, MissingFile, NewerFile, UserError
from showcase.messages import LANGUAGES, sentence
from showcase.paths import resource

IDS = (
    "badge-a6",
    "badge-4x3",
    "badge-86x54",
    "badge-a6-landscape",
    "badge-a6-photo",
    "badge-butterfly",
    "badge-cr80",
    "badge-label-80x50",
    "badge-tape-62",
    "table-tent-a4",
    "booth-sign-a4",
    "booth-sign-a3",
    "fascia-3000",
    "product-card-a5",
    "product-card-a6",
    "poster-a3",
    "poster-a1",
    "rollup-850",
    "rollup-600",
    "rollup-800",
    "hall-plan-a3",
    "hall-plan-a1",
    "direction-sign-600",
    "aisle-sign-1200",
    "topic-sign-a3",
    "room-sign-a3",
    "banner-850",
    "desk-sign-a4",
    "scan-sign-a5",
    "scan-sign-a4",
    "wifi-sign-a5",
    "wifi-sign-a4",
)


def document(name: str = "badge-a6") -> dict[str, Any]:
    made: dict[str, Any] = json.loads(resource("templates", f"{name}.json").read_text(encoding="utf-8"))
    return made


@pytest.mark.parametrize("name", IDS)
def test_the_templates_of_the_program_follow_the_schema(name):
    template = parse_template(document(name), name)
    assert template.id == name
    assert set(template.name) == set(LANGUAGES)
    for side in (template.elements, template.back):
        assert len({element.id for element in side}) == len(side)


def test_they_are_listed_badges_first():
    assert tuple(template.id for template in list_templates()) == IDS


@pytest.mark.parametrize("name", IDS)
def test_boxes_stay_within_the_bleed_and_codes_within_the_paper(name):
    template = load_template(name)
    for element in (*template.elements, *template.back):
        x, y, width, height = element.box
        bleed = template.bleed_mm
        assert x >= -bleed
        assert y >= -bleed
        assert x + width <= template.width_mm + bleed + 1e-6
        assert y + height <= template.height_mm + bleed + 1e-6
        if type(element).__name__ == "SymbolElement":
            assert min(x, y) >= 0
            assert x + width <= template.width_mm
            assert y + height <= template.height_mm


def test_every_value_of_a_kind_has_a_sample_and_a_hash():
    for kind in SAMPLES:
        item = sample_item(kind)
        assert len(item.data_hash) == 64
        assert item.data_hash == sample_item(kind).data_hash


def change(*path: str | int, value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(document())
    where: Any = changed
    for step in path[:-1]:
        where = where[step]
    where[path[-1]] = value
    return changed


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        (change("elements", 0, "type", value="circle"), "documents.template_wrong"),
        (change("elements", 1, "pt", value="huge"), "documents.template_wrong"),
        (change("elements", 1, "pt", value=1e9), "documents.template_wrong"),
        (change("elements", 1, "box", value=[1, 2, 3]), "documents.template_wrong"),
        (change("elements", 1, "colour", value="url(http://x)"), "documents.template_wrong"),
        (change("elements", 1, "onload", value="1"), "documents.template_wrong"),
        (change("elements", 0, "name", value="../../etc/passwd"), "documents.template_wrong"),
        (change("elements", value=[]), "templates.at"),
        (change("trim_mm", value=[0, 10]), "templates.mistakes"),
        (change("kind", value="leaflet"), "templates.at"),
        (change("schema_version", value=0), "templates.at"),
        (change("schema_version", value=3), "documents.template_newer"),
        (change("elements", 1, "text", value="{token} {salary}"), "documents.template_wrong"),
        (change("elements", 1, "show", value=["!salary"]), "documents.template_wrong"),
        ({}, "documents.template_whole"),
        ([], "documents.template_whole"),
        ("badge", "documents.template_whole"),
        (None, "documents.template_whole"),
    ],
)
def test_a_wrong_template_is_refused_with_a_sentence(broken, key):
    with pytest.raises((InputError, NewerFile)) as caught:
        parse_template(broken, "mine.json")
    assert caught.value.key == key
    for language in LANGUAGES:
        text = sentence(caught.value, language)
        assert "mine.json" in text
        assert len(text) < 500


def test_the_sentence_names_the_element():
    with pytest.raises(InputError) as caught:
        parse_template(change("elements", 1, "pt", value="huge"), "mine.json")
    assert caught.value.params["element"] == "lockup"


def test_an_icon_that_does_not_exist_is_refused():
    broken = document("product-card-a5")
    icon = next(element for element in broken["elements"] if element["type"] == "icon")
    icon["name"] = "unicorn"
    with pytest.raises(InputError) as caught:
        parse_template(broken, "mine.json")
    assert caught.value.params["reason"].key == "documents.template_icon"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"schema_version": NaN}',
        b" " * 1_100_000,
        b'{"a": ' + b"9" * 5_000 + b"}",
    ],
    ids=["empty", "text", "binary", "deep", "nan", "large", "digits"],
)
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "mine.json"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        load_template(path)
    assert caught.value.key in {
        "documents.template_unreadable",
        "documents.template_whole",
        "templates.large",
        "templates.mistakes",
        "templates.syntax",
    }


def test_a_folder_and_a_missing_file_are_said(tmp_path: Path):
    for name in (tmp_path, tmp_path / "none.json", "no-such-template", "schema"):
        with pytest.raises(MissingFile):
            load_template(name)


def test_a_template_of_the_organisers_is_read(tmp_path: Path):
    path = tmp_path / "ours.json"
    path.write_text(json.dumps(change("id", value="ours")), encoding="utf-8-sig")
    assert load_template(path).id == "ours"


def test_a_template_of_the_first_form_is_taken_as_it_is_now():
    old = change("schema_version", value=1)
    made = parse_template(old, "old.json")
    assert made.elements == load_template("badge-a6").elements
    assert old["schema_version"] == 1


TWO_WRONG = """{
  "schema_version": 2, "id": "ours", "version": 1, "kind": "badge", "name": {"en": "Ours"},
  "trim_mm": [105, 148], "bleed_mm": 3, "reading_m": 0.24,
  "elements": [
    {"id": "given", "type": "text", "box": [8, 50, 89, 27.6],
     "text": "{given}",
     "pt": 2},
    {"id": "qr", "type": "qr", "box": [67.3, 87.6, 32.34, 32.34],
     "text": "\\"{token}", "level": "X"}
  ]
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_mistake_is_said_with_its_line_and_element(tmp_path: Path, language):
    path = tmp_path / "ours.json"
    path.write_text(TWO_WRONG, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_template(path)
    said = [sentence(mistake, language) for mistake in caught.value.params["mistakes"]]
    places = [("7", "given", "elements/0/pt"), ("9", "qr", "elements/1/level")]
    assert len(said) == 2
    for text, place in zip(said, places, strict=True):
        assert all(part in text for part in place)
    assert said[0] in sentence(caught.value, language)


def test_the_line_of_what_is_no_json_is_said(tmp_path: Path):
    path = tmp_path / "ours.json"
    path.write_text(TWO_WRONG.replace('"pt": 2}', '"pt": 2'), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_template(path)
    assert (caught.value.key, caught.value.params["line"]) == ("templates.syntax", 8)


def all_paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(below for key, child in children for below in all_paths(child, (*path, key)))]


def test_the_line_of_every_value_is_found():
    text = json.dumps(document(), indent=1)
    lines = text.splitlines()
    for path in all_paths(document())[1:]:
        line = lines[line_of(text, path) - 1]
        if isinstance(path[-1], str):
            assert json.dumps(path[-1]) in line, path
    assert line_of(text, ("elements", 99)) == 0
    assert line_of('{"a": [1,\n2]}', ("a", 1)) == 2


def face(depth: int) -> dict[str, Any]:
    inner: dict[str, Any] = {"id": "fill", "type": "fill", "box": [0, 0, 1, 1], "colour": "ink"}
    for _ in range(depth):
        inner = {"id": "face", "type": "face", "box": [0, 0, 1, 1], "elements": [inner]}
    return inner


def crowd(count: int) -> list[dict[str, Any]]:
    return [{**face(0), "id": f"fill{n}"} for n in range(count)]


TAIL = {"text": "", "language": "vi", "weight": 500, "scale": 1, "gap_em": 1}
TEXT = {"id": "a", "type": "text", "box": [0, 0, 9, 9], "text": "{given}", "pt": 9}


@pytest.mark.parametrize(
    ("elements", "key"),
    [
        ([face(300)], "templates.deep"),
        ([{**TEXT, "id": f"a{n}"} for n in range(201)], "templates.at"),
        ([{**face(1), "id": f"f{n}", "elements": crowd(100)} for n in range(9)], "templates.many"),
        ([TEXT, TEXT], "templates.twice"),
        ([{**TEXT, "after": "nothing"}], "templates.after"),
        (
            [{**TEXT, "link": "names", "tail": TAIL}],
            "templates.link",
        ),
        ([{**TEXT, "text": "x" * 3000}], "documents.template_value"),
        ([{**TEXT, "box": [0, 0, 1e308, 9]}], "templates.most"),
        ([{**TEXT, "language": "../vi"}], "documents.template_value"),
        ([{**TEXT, "show": ["role=" + "|".join("abcdefghijklm")]}], "documents.template_value"),
        ([{**TEXT, "show": ["salary=1"]}], "documents.template_field"),
    ],
    ids=["deep", "many", "many-inside", "twice", "after", "link", "long", "huge", "language", "choices", "field"],
)
def test_what_no_designer_would_write_is_refused(elements, key):
    with pytest.raises(InputError) as caught:
        parse_template(change("elements", value=elements), "mine.json")
    mistake = caught.value
    assert key in f"{mistake.key} {mistake.params.get('reason', '')} {mistake.params.get('first', '')}"
    for language in LANGUAGES:
        assert len(sentence(mistake, language)) < 500


def test_mistakes_on_the_back_are_found():
    with pytest.raises(InputError) as caught:
        parse_template({**document(), "back": [{**TEXT, "text": "{salary}"}]}, "mine.json")
    assert caught.value.params["reason"].params["field"] == "salary"
    assert caught.value.params["place"] == "back/0"
