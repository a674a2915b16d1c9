"""Names and words in several languages: folding, sorting, repairing, choosing a language."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

Texts = Mapping[str, str]
"""A text in several languages: language code -> text."""

_LETTERS: Final = str.maketrans(
    {
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "Ð": "d",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ß": "ss",
    }
)
_BLANKS: Final = re.compile(r"\s+")
_KEPT: Final = "\n\t\u200c\u200d"
"""Line breaks and tabs part words; ZWNJ and ZWJ are spelling. Every other control or format character is dropped."""


def fold(text: str) -> str:
    """Return text as it is compared: no accents, no case, đ as d, runs of blanks as one space."""
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS).casefold())
    return _BLANKS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def clean(text: str) -> str:
    """Return text as it is stored: NFC, Ð (U+00D0) as Đ (U+0110), no control characters, single spaces.

    Line breaks inside a text survive as line feeds.
    """
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u00d0", "\u0110")
    kept = (c for c in text if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    lines = (_BLANKS.sub(" ", line.replace("\u00a0", " ")).strip() for line in "".join(kept).split("\n"))
    return "\n".join(lines).strip()


def pick(texts: Texts, languages: Sequence[str]) -> tuple[str, str]:
    """Return (language, text): the first of `languages` that has a text, else any, else ("", "")."""
    for language in languages:
        if texts.get(language):
            return language, texts[language]
    return next(((language, text) for language, text in texts.items() if text), ("", ""))


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts Vietnamese, English and French: by folded letters with đ after d, then by accents."""
    spelt = unicodedata.normalize("NFD", text).casefold()
    letters = "".join("d\uffff" if c in "đð" else c for c in spelt if not unicodedata.combining(c))
    return letters, spelt


def full_name(family: str, given: str, *, family_first: bool) -> str:
    """Return the name in the order of the person's culture."""
    return " ".join(part for part in ((family, given) if family_first else (given, family)) if part)


def join(parts: Iterable[str], separator: str = " · ") -> str:
    """Join the parts that are not empty."""
    return separator.join(part for part in parts if part)
