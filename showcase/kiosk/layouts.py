"""What stands on the keyboard of the screen: rows of keys for each language, and a page of digits and signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from showcase.kiosk.tones import LETTER_KEYS, TONE_KEYS


class Action(StrEnum):
    """What a key does."""

    LETTER = "letter"
    """Types its text, composed by the method of the line."""
    TEXT = "text"
    """Types its text as it is: digits, signs, blanks."""
    MARK = "mark"
    """A key of the row of tones."""
    SHIFT = "shift"
    BACKSPACE = "backspace"
    PAGE = "page"
    """Between letters and digits."""
    METHOD = "method"
    """Telex, VNI, none, Telex."""
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Key:
    """A key. `width` is in widths of a letter key; `more` is what a long press offers."""

    action: Action
    text: str = ""
    more: str = ""
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a language, from above; a row that is narrower than the widest is set in by half a key."""

    letters: Sequence[Sequence[Key]]
    signs: Sequence[Sequence[Key]]


_ACCENTS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "a": "áàảãạăâ",
        "d": "đ",
        "e": "éèẻẽẹê",
        "i": "íìỉĩị",
        "o": "óòỏõọôơ",
        "u": "úùủũụư",
        "y": "ýỳỷỹỵ",
    },
    "fr": {"a": "àâæ", "c": "ç", "e": "éèêë", "i": "îï", "n": "ñ", "o": "ôœö", "u": "ùûü", "y": "ÿ"},
    "en": {
        "a": "áàâäãå",
        "c": "ç",
        "d": "đ",
        "e": "éèêë",
        "i": "íìîï",
        "n": "ñ",
        "o": "óòôöõø",
        "s": "ß",
        "u": "úùûü",
        "y": "ýÿ",
    },
}
_QWERTY: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_AZERTY: Final = ("azertyuiop", "qsdfghjklm", "wxcvbn'")
_SIGNS: Final = ("1234567890", "-/&+.,:()", "@#'\"?!%")


def layout(language: str) -> Layout:
    """Return the keyboard of a language; one that has none of its own has the English one."""
    rows = _letters(_AZERTY if language == "fr" else _QWERTY, _ACCENTS.get(language, _ACCENTS["en"]))
    foot = _foot(with_method=language == "vi")
    tones = [[Key(Action.MARK, text) for text in (*TONE_KEYS, *LETTER_KEYS)]] if language == "vi" else []
    signs = [[Key(Action.TEXT, text) for text in row] for row in _SIGNS]
    signs[-1] = [*signs[-1], Key(Action.BACKSPACE, width=1.5)]
    return Layout([*tones, *rows, foot], [*signs, foot])


def _letters(rows: Sequence[str], accents: Mapping[str, str]) -> list[list[Key]]:
    keys = [[Key(Action.LETTER if c.isalpha() else Action.TEXT, c, accents.get(c, "")) for c in row] for row in rows]
    keys[-1] = [Key(Action.SHIFT, width=1.5), *keys[-1], Key(Action.BACKSPACE, width=1.5)]
    return keys


def _foot(*, with_method: bool) -> list[Key]:
    method = [Key(Action.METHOD, width=1.5)] if with_method else []
    blank = Key(Action.TEXT, " ", width=4.0 if with_method else 5.5)
    return [Key(Action.PAGE, width=1.5), *method, blank, Key(Action.TEXT, "."), Key(Action.SEARCH, width=2.0)]
