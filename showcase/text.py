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
_FRENCH_CLOSING: Final = re.compile(r" ([;:?!»%])")
_FRENCH_OPENING: Final = re.compile("« ")
_BLANKS: Final = re.compile(r"\s+")
_KEPT: Final = "\n\t\u200c\u200d"
"""Line breaks and tabs part words; ZWNJ and ZWJ are spelling. Every other control or format character is dropped."""


_FORMULA: Final = re.compile(r"[\s']*[=+\-@|%\t\r＝＋－＠]")
"""The beginning of what a spreadsheet takes for a formula (OWASP ASVS 1.2.10), apostrophes before it included."""
_GUARD: Final = "'"


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


_SHAPES: Final = {"\u0302": "\ufff1", "\u0306": "\ufff0", "\u031b": "\ufff2"}
"""Circumflex, breve and horn make letters of their own in Vietnamese: a ă â, e ê, o ô ơ, u ư."""
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""The order of tones in Vietnamese dictionaries: none, huyền, hỏi, ngã, sắc, nặng."""


class _SortedInVietnamese(dict[int, str]):
    """Letter, composed and without case -> what it is sorted by before tones count: ă and â are letters after a."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        shaped = "".join(_SHAPES.get(part, "") for part in parts)
        self[code] = kept = "".join(_SORTED[ord(part)] for part in parts) + shaped
        return kept


class _Toned(dict[int, str]):
    """Letter, composed and without case -> its tone, "0" without; other accents as they are."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        marks = (_TONES.get(part, part) for part in parts if unicodedata.combining(part) and part not in _SHAPES)
        self[code] = kept = "".join(marks) or "0"
        return kept


_FOLDED: Final = _Folded()
_SORTED: Final = _Sorted()
_SORTED_IN_VIETNAMESE: Final = _SortedInVietnamese()
_TONED: Final = _Toned()


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


def sort_key(text: str, language: str = "en") -> tuple[str, str]:
    """Return a key that sorts text as readers of a language expect: by letters, then by accents.

    In Vietnamese ă â ê ô ơ ư are letters that follow a e o u, and tones come second; elsewhere all accents come second.
    đ stands after d everywhere.
    """
    if text.isascii():
        plain = text.casefold()
        return plain, ("" if language == "vi" else plain)
    if language == "vi":
        composed = unicodedata.normalize("NFC", text).casefold()
        return composed.translate(_SORTED_IN_VIETNAMESE), composed.translate(_TONED).rstrip("0")
    spelt = unicodedata.normalize("NFD", text).casefold()
    return spelt.translate(_SORTED), spelt


def full_name(family: str, given: str, *, family_first: bool) -> str:
    """Return the name in the order of the person's culture."""
    return " ".join(part for part in ((family, given) if family_first else (given, family)) if part)


def join(parts: Iterable[str], separator: str = " · ") -> str:
    """Join the parts that are not empty."""
    return separator.join(part for part in parts if part)


def bound(text: str, language: str) -> str:
    """Return a text that does not break its line before French punctuation."""
    if language != "fr":
        return text
    return _FRENCH_CLOSING.sub("\u00a0\\1", _FRENCH_OPENING.sub("«\u00a0", text))


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: with an apostrophe in front where it begins like one.

    A telephone number with its + gets one too. `unguarded` takes it back.
    """
    # What begins with apostrophes before such a sign gets one more, so that taking back is exact.
    return _GUARD + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return text as it was before `guarded`."""
    return text[1:] if text.startswith(_GUARD) and guarded(text[1:]) == text else text
