"""Mistakes of a template somebody wrote: each with its element, its place in the file and what is wrong there."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from showcase.documents.fields import unknown_fields
from showcase.errors import InputError
from showcase.paths import resource

Path = tuple[str | int, ...]
_LONGEST_VALUE: Final = 60
"""Characters of a value in a sentence."""
_MOST: Final = 50
"""Mistakes that are said; whoever mends them tries again."""
_DEEPEST: Final = 24
"""Boxes within boxes; the designs of the program have eight."""
_MOST_ELEMENTS: Final = 500
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def find_mistakes(document: Any, source: str, text: str = "") -> list[InputError]:
    """Return what is wrong with a template, in the order of its file, whose `text` tells the lines."""
    if _is_too_deep(document):
        return [InputError("templates.deep", file=source)]
    found = list(islice(_of_schema(document), _MOST)) or list(islice(_of_meaning(document), _MOST))
    found.sort(key=lambda mistake: [(isinstance(step, str), str(step).zfill(6)) for step in mistake[0]])
    once = {(path, str(reason)): reason for path, reason in found}
    return [_said(document, path, reason, (source, text)) for (path, _), reason in once.items()]


def line_of(text: str, path: Path) -> int:
    """Return the line on which a value of a JSON text begins, counted from 1; 0 when it has no such value."""
    here: list[str | int] = []
    is_key = False
    for token in _TOKEN.finditer(text):
        word = token.group()
        if is_key and word[0] == '"':
            here[-1] = json.loads(word, strict=False)
        if (word[0] not in "}],:" or is_key) and tuple(here) == path:
            return text.count("\n", 0, token.start()) + 1
        is_key = _step(here, word, is_key=is_key)
    return 0


def _step(here: list[str | int], word: str, *, is_key: bool) -> bool:
    """Go one token on; return whether the next is a key of an object."""
    if word in "{[":
        here.append("" if word == "{" else 0)
        return word == "{"
    if word in "}]":
        here.pop()
    elif word == ",":
        last = here[-1] if here else ""
        if isinstance(last, int):
            here[-1] = last + 1
        return isinstance(last, str)
    return is_key and word[0] != '"'


def _is_too_deep(document: Any) -> bool:
    """Look how deep a document is without going down into it: a validator would."""
    level = [document]
    for _ in range(_DEEPEST):
        level = [
            child
            for value in level
            if isinstance(value, Mapping | list)
            for child in (value.values() if isinstance(value, Mapping) else value)
        ]
    return bool(level)


def _of_schema(document: Any) -> Iterator[tuple[Path, InputError]]:
    from jsonschema import Draft202012Validator

    schema = json.loads(resource("templates", "schema.json").read_text(encoding="utf-8"))
    for wrong in Draft202012Validator(schema).iter_errors(document):
        yield tuple(wrong.absolute_path), _reason(wrong)


def _of_meaning(document: Mapping[str, Any]) -> Iterator[tuple[Path, InputError]]:
    """Find what follows the schema and yet cannot be: values and icons that do not exist, names given twice."""
    for path, field in unknown_fields(document):
        yield path, InputError("documents.template_field", field=field)
    count = 0
    for side in ("elements", "back"):
        for path, element in _every(document.get(side, ()), (side,)):
            count += 1
            yield from ((path, reason) for reason in _of_element(element))
        for path, elements in _lists(document.get(side, ()), (side,)):
            yield from _of_names(path, elements)
    if count > _MOST_ELEMENTS:
        yield (), InputError("templates.many", n=count, most=_MOST_ELEMENTS)


def _every(elements: Sequence[Mapping[str, Any]], path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Give every element with its place, also those of faces, rows and columns."""
    for at, element in enumerate(elements):
        yield (*path, at), element
        yield from _every(element.get("elements", ()), (*path, at, "elements"))


def _lists(elements: Sequence[Mapping[str, Any]], path: Path) -> Iterator[tuple[Path, Sequence[Mapping[str, Any]]]]:
    yield path, elements
    for at, element in enumerate(elements):
        if "elements" in element:
            yield from _lists(element["elements"], (*path, at, "elements"))


def _of_element(element: Mapping[str, Any]) -> Iterator[InputError]:
    icon = element["name"] if element["type"] == "icon" else element.get("icon", {}).get("name", "{")
    if "{" not in icon and not resource("icons", f"{icon}.svg").is_file():
        yield InputError("documents.template_icon", icon=icon)
    if element.get("link") and (element.get("tail") or element.get("after")):
        yield InputError("templates.link")


def _of_names(path: Path, elements: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Path, InputError]]:
    """Find names given twice, and elements that shall stand right of one that does not come before them."""
    counts = Counter(element["id"] for element in elements)
    before: set[str] = set()
    for at, element in enumerate(elements):
        if counts[element["id"]] > 1 and element["id"] in before:
            yield (*path, at), InputError("templates.twice", element=element["id"])
        if element.get("after", "") not in {"", *before}:
            yield (*path, at), InputError("templates.after", element=element["after"])
        before.add(element["id"])


def _reason(wrong: Any) -> InputError:
    """Return what the validator found as a part of a sentence."""
    value = json.dumps(wrong.instance, ensure_ascii=False)
    value = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    if wrong.validator == "enum":
        return InputError("documents.template_choice", value=value, choices=", ".join(map(str, wrong.validator_value)))
    if wrong.validator == "required":
        missing = [name for name in wrong.validator_value if name not in wrong.instance]
        return InputError("documents.template_lacks", names=", ".join(missing))
    if wrong.validator in {"additionalProperties", "unevaluatedProperties"}:
        known = wrong.schema.get("properties", {})
        extra = ", ".join(name for name in wrong.instance if name not in known)
        return InputError("documents.template_extra", names=extra[:_LONGEST_VALUE])
    if wrong.validator in {"minimum", "maximum"}:
        kind = "templates.least" if wrong.validator == "minimum" else "templates.most"
        return InputError(kind, value=value, limit=f"{wrong.validator_value:g}")
    return InputError("documents.template_value", value=value)


def _said(document: Any, path: Path, reason: InputError, of: tuple[str, str]) -> InputError:
    """Return the sentence about one mistake: the file, the line or place, the element, the reason."""
    source, text = of
    if not path:
        return InputError("documents.template_whole", file=source, reason=reason)
    spelt = "/".join(str(step) for step in path)[:_LONGEST_VALUE]
    line = line_of(text, path) if text else 0
    place: InputError | str = InputError("templates.line", line=line, path=spelt) if line else spelt
    element = _element_name(document, path)
    if not element:
        return InputError("templates.at", file=source, place=place, reason=reason)
    return InputError("documents.template_wrong", file=source, place=place, element=element, reason=reason)


def _element_name(document: Any, path: Path) -> str:
    """Return the id of the innermost element a path lies in."""
    where, name = document, ""
    for step in path:
        where = where[step]
        if isinstance(where, Mapping) and isinstance(where.get("id"), str):
            name = where["id"][:_LONGEST_VALUE]
    return name
