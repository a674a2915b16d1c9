"""Which words an element shows: placeholders filled from the item, in the language the element asks for."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from showcase.text import Texts, join, pick

Values = Mapping[str, Any]
Wording = Callable[[Values], str]
Condition = Callable[[Values], bool]

_PARTS: Final = re.compile(r"{([^{}]*)}")


def prepare_wording(source: str | Texts, mode: str, languages: Sequence[str], most: int = 1) -> Wording:
    """Return a function that gives the words of an element for the values of an item.

    Args:
        source: a text with {placeholders}, or a fixed text in several languages.
        mode: "first" or "second" of the languages that are printed, "both" (joined by a dot), all "stacked" on lines of
            their own, that of the "record" where it says one, or one language.
        languages: what is printed, most important first.
        most: lines there are for stacked languages.
    """
    if mode == "record":
        return _of_record(source, languages)
    if mode == "stacked":
        return _stacked(source, languages[:most])
    choose = _chooser(mode, languages)
    if not isinstance(source, str):
        fixed = choose(source)
        return lambda _values: fixed
    parts = _PARTS.split(source)
    if len(parts) == 3 and not parts[0] and not parts[2]:
        name = parts[1]
        return lambda values: choose(values.get(name, ""))
    return lambda values: "".join(choose(values.get(part, "")) if at % 2 else part for at, part in enumerate(parts))


def _of_record(source: str | Texts, languages: Sequence[str]) -> Wording:
    """Return a function that puts the language of the record before those that are printed."""
    made: dict[str, Wording] = {}

    def words(values: Values) -> str:
        language = str(values.get("language", ""))
        if language not in made:
            made[language] = prepare_wording(source, "first", (language, *languages) if language else languages)
        return made[language](values)

    return words


def _stacked(source: str | Texts, languages: Sequence[str]) -> Wording:
    """Return a function that says it in each language on a line of its own, nothing twice."""
    each = [prepare_wording(source, language if at else "first", languages) for at, language in enumerate(languages)]

    def words(values: Values) -> str:
        lines = (wording(values).replace("\n", " ") for wording in each)
        return "\n".join(dict.fromkeys(line for line in lines if line))

    return words


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
    wanted = [_wanted(condition) for condition in conditions]
    return lambda values: all(holds(values.get(name)) is there for name, holds, there in wanted)


def _wanted(condition: str) -> tuple[str, Callable[[Any], bool], bool]:
    """Return the name of a value, what is asked of it, and whether that must be so."""
    name, is_compared, among = condition.removeprefix("!").partition("=")
    if not is_compared:
        return name, _present, not condition.startswith("!")
    choices = frozenset(among.split("|"))

    def is_one(value: Any) -> bool:
        return not choices.isdisjoint(value.values() if isinstance(value, Mapping) else (value,))

    return name, is_one, not condition.startswith("!")


def _present(value: Any) -> bool:
    """Tell whether a value says anything; a map of empty texts does not."""
    return any(value.values()) if isinstance(value, Mapping) else bool(value)
