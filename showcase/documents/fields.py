"""The values a template may show, with a sample of each: read from the registry of what is printed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from showcase.documents.items import Kind, PrintItem, Value
from showcase.documents.kinds import KINDS
from showcase.messages import catalogue, message
from showcase.text import pick

SAMPLES: Final[Mapping[Kind, Mapping[str, Value]]] = {kind.id: kind.samples for kind in KINDS.values()}
"""Kind -> name -> sample. Rows (topics, facts, the legend of a plan) have names of their own."""

Path = tuple[str | int, ...]
"""Where an element stands in its document."""
_PLACEHOLDER: Final = re.compile(r"{([^{}]*)}")
_NAMES: Final = ("short", "each", "picture", "focus")
"""Properties of an element that name a value without braces."""


def sample_item(kind: Kind) -> PrintItem:
    """Return an invented item that fills every field of its kind."""
    values = SAMPLES[kind]
    title: Any = values[KINDS[kind].title]
    called = title if isinstance(title, str) else pick(title, ())[1]
    return PrintItem("00000000-0000-4000-8000-000000000000", kind, called, values)


def meaning(kind: Kind, name: str, language: str, row: str = "") -> str:
    """Return what a value means, in a language of the interface; `row` names one of the values of its rows."""
    own = f"placeholders.{kind}_{name}"
    if row:
        return message(f"placeholders.{name}_{row}", language)
    return message(own if own in catalogue() else f"placeholders.{name}", language)


def row_names(kind: Kind, name: str) -> tuple[str, ...]:
    """Return the names that rows of a value have, in their order; those of a plan are its own affair."""
    rows = () if name == "plan" else _rows_of(SAMPLES[kind][name])
    return tuple(dict.fromkeys(key for row in rows for key in row))


def unknown_fields(document: Mapping[str, Any]) -> list[tuple[Path, str]]:
    """Return (place of the element, field) for every value a template asks for that its kind does not have."""
    samples = SAMPLES[document["kind"]]
    return [pair for side in ("elements", "back") for pair in _of_side(document, (side,), set(samples), samples)]


def _of_side(
    parent: Mapping[str, Any], path: Path, known: set[str], samples: Mapping[str, Value]
) -> Iterator[tuple[Path, str]]:
    for at, element in enumerate(parent.get(str(path[-1]), ())):
        yield from _unknown(element, (*path, at), known, samples)


def _unknown(
    element: Mapping[str, Any], path: Path, known: set[str], samples: Mapping[str, Value]
) -> Iterator[tuple[Path, str]]:
    inner = known | _of_rows(samples.get(element.get("each", ""), ()))
    if element["type"] == "rows":
        inner.add("tight")
    for name in _asked(element):
        if name not in inner:
            yield path, name
    for part in ("label", "icon"):
        if part in element:
            yield from _unknown({"type": part, **element[part]}, path, inner, samples)
    yield from _of_side(element, (*path, "elements"), inner, samples)


def _of_rows(value: Value) -> set[str]:
    """Return the names that the rows of a value have of their own."""
    return {name for row in _rows_of(value) for name in row}


def _rows_of(value: Value) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, tuple) else []


def _asked(element: Mapping[str, Any]) -> Iterator[str]:
    """Give the names of the values one element asks for."""
    texts = [element.get("text", ""), element.get("variant", ""), element.get("name", "")]
    texts.append(element.get("tail", {}).get("text", ""))
    for text in texts:
        for spelt in text.values() if isinstance(text, Mapping) else (text,):
            yield from _PLACEHOLDER.findall(spelt)
    yield from (name.removeprefix("!").partition("=")[0] for name in element.get("show", ()))
    yield from (element[name] for name in _NAMES if element.get(name))
