"""The keys that lists are sorted by in the database, which knows no alphabet: made by edits, read by queries."""

import re
from collections.abc import Sequence
from typing import Final

from showcase.text import Texts, pick, sort_key

_NUMBER: Final = re.compile(r"\d{1,9}")


def order_of(text: str) -> str:
    """Return the key of a name: letters first, accents second."""
    return "\t".join(sort_key(text))


def name_order(name: Texts, languages: Sequence[str]) -> str:
    """Return the key of a name in the event's first language, or in whichever it has."""
    return order_of(pick(name, languages)[1])


def code_order(hall: str, code: str) -> str:
    """Return the key of a booth: by hall, then by code, numbers by their value (A2 before A10)."""
    padded = _NUMBER.sub(lambda digits: digits.group().zfill(9), f"{hall}\t{code}")
    return padded.casefold()
