"""What the event says in figures on the screens of the hall: numbers drawn as that many lights, and words on them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from showcase.catalogue import checks
from showcase.catalogue.checks import Place
from showcase.catalogue.kinds import MOST_LIGHTS

_TEXTS: Final[Mapping[str, checks.Check]] = {
    "words": checks.names,
    "beside": checks.two_lines,
    "source": checks.names,
}


def changed_fact(fact: Mapping[str, Any], parts: Sequence[str], value: str, at: Place) -> Mapping[str, Any] | None:
    """Return a fact with one of its parts set from text; None when there is no such part.

    Args:
        fact: as it was: its number, and by language its words, what stands beside it, and its source.
        parts: "number", or the name of a text and perhaps a language.
        value: an empty text clears it.
        at: where it is, for refusals.

    Raises:
        InputError: when the value cannot be taken.
    """
    name = parts[0]
    changed: dict[str, Any] = dict(fact)
    if name == "number" and len(parts) == 1:
        changed[name] = _lights(value, at)
    elif name in _TEXTS and len(parts) <= 2:
        language = parts[1] if len(parts) == 2 else at.languages[0]
        text = broken(value) if name == "beside" else value
        others = {spoken: known for spoken, known in fact.get(name, {}).items() if spoken != language}
        changed[name] = {**others, **_TEXTS[name]({language: text}, at)}
    else:
        return None
    return {part: held for part, held in changed.items() if held}


def broken(value: str) -> str:
    r"""Return a text in two lines: a newline is hard to type in a shell, so "\n" and "|" part them too."""
    return value.replace("\\n", "\n").replace("|", "\n")


def _lights(value: str, at: Place) -> int:
    text = re.sub(r"[\s.,]", "", value)
    if text and not (text.isdecimal() and len(text) < 9 and int(text) <= MOST_LIGHTS):
        raise at.refuse("lights", value=checks.shown(value), most=MOST_LIGHTS)
    return int(text or 0)
