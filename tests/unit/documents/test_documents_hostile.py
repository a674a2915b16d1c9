"""Whatever stands in the file of a template, it is refused with a sentence or laid out; nothing else happens."""

import copy
import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from showcase.documents.fields import sample_item
from showcase.documents.layout import lay_out
from showcase.documents.preflight import check
from showcase.documents.template import Template, list_templates, parse_template
from showcase.errors import UserError
from showcase.messages import LANGUAGES, sentence
from showcase.paths import resource
from showcase.printing.measure import FontMeasure

MEASURE = FontMeasure()
DOCUMENTS = {
    template.id: json.loads(resource("templates", f"{template.id}.json").read_text(encoding="utf-8"))
    for template in list_templates()
}
WORDS = (
    "{token}",
    "{given}",
    "{",
    "}",
    "{{x}}",
    "{given!r}",
    "{0}",
    "role=a|b",
    "!role",
    "stacked",
    "record",
    "ink",
    "a" * 2000,
)
NUMBERS = (-100, 0, 0.001, 4, 12, 99.5, 300, 5000, 1e9, -1e9, 1e308, 10**30, 1, 2, 3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.sampled_from(NUMBERS) | st.sampled_from(WORDS) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(below for key, child in children for below in paths(child, (*path, key)))]


PATHS = {name: paths(document)[1:] for name, document in DOCUMENTS.items()}


def changed(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    made = copy.deepcopy(document)
    where = made
    for step in path[:-1]:
        where = where[step]
    where[path[-1]] = value
    return made


def read(document: Any) -> Template | UserError:
    try:
        return parse_template(document, "mine.json")
    except UserError as refused:
        return refused


def see(document: Any) -> None:
    """Read a document as a template, and lay it out when it is one."""
    found = read(document)
    if isinstance(found, UserError):
        assert all("mine.json" in sentence(found, language) for language in LANGUAGES)
        return
    page = lay_out(found, sample_item(found.kind), MEASURE, found.language_sets(("vi", "en", "fr"))[0])
    check([page])


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(DOCUMENTS)), st.data())
def test_a_changed_design_is_refused_or_laid_out(name, data):
    path = data.draw(st.sampled_from(PATHS[name]))
    see(changed(DOCUMENTS[name], path, data.draw(VALUES)))


@settings(max_examples=100, deadline=None)
@given(VALUES)
@example({"schema_version": True})
@example({"schema_version": 1})
@example({"schema_version": 1e400})
@example({"schema_version": 2, "kind": "badge", "elements": [None]})
def test_anything_else_is_refused(document):
    see(document)
