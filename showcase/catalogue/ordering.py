"""The keys that lists are sorted by in the database, which knows no alphabet: made by edits, read by queries.

Each language of the interface has a column of its own, as readers look for another name, under another letter.
"""

import re
from collections.abc import Mapping
from typing import Final

from showcase.messages import LANGUAGES
from showcase.text import Texts, pick, sort_key

_NUMBER: Final = re.compile(r"\d{1,9}")
COLUMNS: Final = {language: f"sort_{language}" for language in LANGUAGES}
"""Language of the interface -> the column that its lists are sorted by."""


def order_of(text: str, language: str) -> str:
    """Return the key of a name: letters first, accents second."""
    return "\t".join(sort_key(text, language))


def name_orders(name: Texts) -> Mapping[str, str]:
    """Return column -> key of a name: the one that the office shows in that language."""
    return {column: order_of(pick(name, (language, "en", "vi"))[1], language) for language, column in COLUMNS.items()}


def text_orders(text: str) -> Mapping[str, str]:
    """Return column -> key of a text that is the same in every language."""
    english = order_of(text, "en")
    return {column: order_of(text, language) if language == "vi" else english for language, column in COLUMNS.items()}


def code_order(hall: str, code: str) -> str:
    """Return the key of a booth: by hall, then by code, numbers by their value (A2 before A10)."""
    padded = _NUMBER.sub(lambda digits: digits.group().zfill(9), f"{hall}\t{code}")
    return padded.casefold()
