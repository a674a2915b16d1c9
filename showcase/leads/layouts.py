"""What keyboard layouts make of the keys a scanner presses, and the way back.

A scanner that types presses the keys of an American keyboard. Under another layout the computer reads other characters.
Digits stay digits only where the digit row has them: not on the French keyboard (AZERTY, without Caps Lock) and not on
the Vietnamese keyboard of Windows, whose digit row types ă â ê ô, five tones and đ (TCVN 6064).
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from showcase.leads.kinds import Fault

DIGITS: Final = "1234567890"
_FRENCH: Final = "&é\"'(-è_çà"
_BELGIAN: Final = "&é\"'(§è!çà"
_SHIFTED: Final = "!@#$%^&*()"
_VIETNAMESE: Final = ("ă", "â", "ê", "ô", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323", "đ")
_ROWS: Final[Sequence[tuple[Fault, Mapping[str, str]]]] = (
    (Fault.AZERTY, dict(zip(_FRENCH, DIGITS, strict=True))),
    (Fault.AZERTY, dict(zip(_BELGIAN, DIGITS, strict=True))),
    (Fault.CAPS_LOCK, dict(zip(_SHIFTED, DIGITS, strict=True))),
    (
        Fault.VIETNAMESE_LAYOUT,
        {
            **dict(zip(_VIETNAMESE, DIGITS, strict=True)),
            **{letter.upper(): digit for letter, digit in zip(_VIETNAMESE, DIGITS, strict=True)},
        },
    ),
)
_AZERTY_KEYS: Final = str.maketrans("AQWZM./" + DIGITS, "QAZW?:!" + _FRENCH)
_QWERTZ_KEYS: Final = str.maketrans("YZ/", "ZY-")
_VIETNAMESE_KEYS: Final = {ord(digit): letter for digit, letter in zip(DIGITS, _VIETNAMESE, strict=True)}


def find_digits(text: str) -> tuple[str, Fault] | None:
    """Return the digits that were meant, and why they look otherwise; None when no layout makes this of digits."""
    for fault, row in _ROWS:
        meant = [row.get(character) for character in _single_keys(text, fault)]
        if meant and None not in meant:
            return "".join(digit for digit in meant if digit), fault
    return None


def typed_under(fault: Fault, text: str) -> str:
    """Return what a scanner that presses the American keys of a text types under a layout."""
    match fault:
        case Fault.AZERTY:
            return text.translate(_AZERTY_KEYS)
        case Fault.QWERTZ:
            return text.translate(_QWERTZ_KEYS)
        case Fault.VIETNAMESE_LAYOUT:
            return text.translate(_VIETNAMESE_KEYS)
        case Fault.CAPS_LOCK:
            return text.swapcase()
    raise ValueError(fault)


def has_vietnamese_letters(text: str) -> bool:
    """Tell whether a text holds letters that no code of ours has and that an input method makes."""
    return any(ord(character) > 0x7F and unicodedata.category(character)[0] in {"L", "M"} for character in text)


def _single_keys(text: str, fault: Fault) -> str:
    """Take apart letters that the system has joined with the tone typed behind them: ấ is the keys â and ́."""
    if fault is not Fault.VIETNAMESE_LAYOUT:
        return text
    keys: list[str] = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        shapes = "".join(part for part in parts if part in "\u0302\u0306")
        tones = "".join(part for part in parts[1:] if part not in "\u0302\u0306")
        joined = unicodedata.normalize("NFC", parts[:1] + shapes)
        keys.append(joined + tones if len(parts) > 1 else character)
    return "".join(keys)
