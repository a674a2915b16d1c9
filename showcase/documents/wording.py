"""Which words an element shows: placeholders filled from the item, in the language the element asks for."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from showcase.text import Texts, join, pick

Values = Mapping[str, Any]
Wording = Callable[[Values], str]
Condition = Callable[[Values], bool]

_PARTS: Final = re.compile(r"{([^{}]*)}")


def prepare_wording(source: str | Texts, mode: str, languages: Sequence[str]) -> Wording:
    """Return a function that gives the words of an element for the values of an item.

    Args:
        source: a text with {placeholders}, or a fixed text in several languages.
        mode: "first" or "second" of the languages that are printed, "both" (joined by a dot), or one language.
        languages: what is printed, most important first.
    """
    choose = _chooser(mode, languages)
    if not isinstance(source, str):
        fixed = choose(source)
        return lambda _values: fixed
    parts = _PARTS.split(source)
    if len(parts) == 3 and not parts[0] and not parts[2]:
        name = parts[1]
        return lambda values: choose(values.get(name, ""))
    return lambda values: "".join(choose(values.get(part, "")) if at % 2 else part for at, part in enumerate(parts))


def _chooser(mode: str, languages: Sequence[str]) -> Callable[[str | Texts], str]:
    """Return a function that picks the words; "second" is empty where it would repeat the first or is missing."""
    order = tuple(languages)
    second_language = order[1] if len(order) > 1 else ""

    def first(value: str | Texts) -> str:
        return value if isinstance(value, str) else pick(value, order)[1]

    def second(value: str | Texts) -> str:
        if isinstance(value, str):
            return ""
        text = value.get(second_language, "")
        return "" if text == first(value) else text

    def both(value: str | Texts) -> str:
        return join((first(value), second(value)))

    def only(value: str | Texts) -> str:
        return value if isinstance(value, str) else value.get(mode, "")

    return {"first": first, "second": second, "both": both}.get(mode, only)


def prepare_show(conditions: Sequence[str]) -> Condition | None:
    """Return a function that tells whether an element is shown; None when it always is."""
    if not conditions:
        return None
    wanted = tuple((condition.lstrip("!"), not condition.startswith("!")) for condition in conditions)
    return lambda values: all(_present(values.get(name)) is there for name, there in wanted)


def _present(value: Any) -> bool:
    """Tell whether a value says anything; a map of empty texts does not."""
    return any(value.values()) if isinstance(value, Mapping) else bool(value)
