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


class _Folded(dict[int, str]):
    """Letter -> what it is folded to, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code).translate(_LETTERS).casefold())
        self[code] = kept = "".join(c for c in plain if not unicodedata.combining(c))
        return kept


class _Sorted(dict[int, str]):
    """Letter, decomposed and without case -> what it is sorted by before accents count: đ stands after d."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = kept = "d\uffff" if letter in "đð" else "" if unicodedata.combining(letter) else letter
        return kept


_FOLDED: Final = _Folded()
_SORTED: Final = _Sorted()


def fold(text: str) -> str:
    """Return text as it is compared: no accents, no case, đ as d, runs of blanks as one space."""
    # Each letter is folded by itself, so its folding can be remembered: lists of 100,000 names are folded.
    return " ".join((text.casefold() if text.isascii() else text.translate(_FOLDED)).split())


def clean(text: str) -> str:
    """Return text as it is stored: NFC, Ð (U+00D0) as Đ (U+0110), no control characters, single spaces.

    Line breaks inside a text survive as line feeds.
    """
    text = unicodedata.normalize("NFC", text).replace("\u00d0", "\u0110")
    if text.isprintable():  # nothing to drop, and the space is its only blank
        return " ".join(text.split())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
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
    return (spelt if spelt.isascii() else spelt.translate(_SORTED)), spelt


def full_name(family: str, given: str, *, family_first: bool) -> str:
    """Return the name in the order of the person's culture."""
    return " ".join(part for part in ((family, given) if family_first else (given, family)) if part)


def join(parts: Iterable[str], separator: str = " · ") -> str:
    """Join the parts that are not empty."""
    return separator.join(part for part in parts if part)
