"""The values a template may show, with a sample of each: read from the registry of what is printed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from showcase.documents.items import Kind, PrintItem, Value
from showcase.documents.kinds import KINDS
from showcase.text import pick

SAMPLES: Final[Mapping[Kind, Mapping[str, Value]]] = {kind.id: kind.samples for kind in KINDS.values()}
"""Kind -> name -> sample. Rows (topics, facts, the legend of a plan) have names of their own."""

_PLACEHOLDER: Final = re.compile(r"{([^{}]*)}")
_NAMES: Final = ("short", "each", "picture", "focus")
"""Properties of an element that name a value without braces."""


def sample_item(kind: Kind) -> PrintItem:
    """Return an invented item that fills every field of its kind."""
    values = SAMPLES[kind]
    title: Any = values[KINDS[kind].title]
    called = title if isinstance(title, str) else pick(title, ())[1]
    return PrintItem("00000000-0000-4000-8000-000000000000", kind, called, values)


def unknown_fields(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return (element, field) for every value a template asks for that its kind does not have."""
    samples = SAMPLES[document["kind"]]
    return [pair for element in document["elements"] for pair in _unknown(element, set(samples), samples)]


def _unknown(element: Mapping[str, Any], known: set[str], samples: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    inner = known | _of_rows(samples.get(element.get("each", ""), ()))
    if element["type"] == "rows":
        inner.add("tight")
    for name in _asked(element):
        if name not in inner:
            yield element["id"], name
    for part in ("label", "icon"):
        if part in element:
            yield from _unknown({"id": element["id"], "type": part, **element[part]}, inner, samples)
    for child in element.get("elements", ()):
        yield from _unknown(child, inner, samples)


def _of_rows(value: Value) -> set[str]:
    """Return the names that the rows of a value have of their own."""
    rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, tuple) else []
    return {name for row in rows for name in row}


def _asked(element: Mapping[str, Any]) -> Iterator[str]:
    """Give the names of the values one element asks for."""
    texts = [element.get("text", ""), element.get("variant", ""), element.get("name", "")]
    texts.append(element.get("tail", {}).get("text", ""))
    for text in texts:
        for spelt in text.values() if isinstance(text, Mapping) else (text,):
            yield from _PLACEHOLDER.findall(spelt)
    yield from (name.lstrip("!") for name in element.get("show", ()))
    yield from (element[name] for name in _NAMES if element.get(name))
