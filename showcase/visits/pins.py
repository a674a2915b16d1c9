"""What a PIN may be, and the recovery code that stands in for a forgotten one; both are digits, for one keypad."""

import datetime as dt
import secrets
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from showcase.errors import InputError

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 12
RECOVERY_DIGITS: Final = 20
"""66 bits: no lock is needed to keep somebody from guessing it, though the lock counts these tries too."""
_LEAST_DIFFERENT: Final = 3
_WELL_KNOWN: Final = frozenset(
    {"147258", "147852", "258147", "159357", "357159", "142536", "123654", "321654", "102030"}
)
"""Ways across a keypad that no rule below finds."""
_DATES: Final = {6: ("%d%m%y", "%m%d%y", "%y%m%d"), 8: ("%d%m%Y", "%m%d%Y", "%Y%m%d")}
_YEARS: Final = range(1920, 2100)


def digits_of(typed: str) -> str:
    """Return what was typed as plain digits: blanks and hyphens between groups are no part of it.

    Raises:
        InputError: when anything else is in it.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKC", typed) if not c.isspace() and c not in "-–")
    if not (bare.isascii() and bare.isdigit()):
        raise InputError("visits.pin_digits")
    return bare


def checked_pin(typed: str) -> str:
    """Return a new PIN as it is hashed.

    Raises:
        InputError: when it is too short or long, or among those that are guessed first.
    """
    pin = digits_of(typed)
    if len(pin) < LEAST_DIGITS:
        raise InputError("visits.pin_short", least=LEAST_DIGITS)
    if len(pin) > MOST_DIGITS:
        raise InputError("visits.pin_long", most=MOST_DIGITS)
    if _is_pattern(pin):
        raise InputError("visits.pin_pattern")
    if _is_date(pin):
        raise InputError("visits.pin_date")
    return pin


def new_recovery_code() -> str:
    """Return a code to be written down once."""
    return "".join(secrets.choice("0123456789") for _ in range(RECOVERY_DIGITS))


def in_groups(code: str) -> str:
    """Return a recovery code as people copy it: five digits at a time."""
    return " ".join(code[start : start + 5] for start in range(0, len(code), 5))


def _is_pattern(pin: str) -> bool:
    if len(set(pin)) < _LEAST_DIFFERENT or any(known in pin for known in _WELL_KNOWN):
        return True
    return _is_stepped(pin) or _is_repeated(pin) or (_is_stepped(pin[::2]) and pin[::2] == pin[1::2])


def _is_stepped(pin: str) -> bool:
    """Tell whether each digit is as far from the one before: 123456, 864208, 901234."""
    return len({(int(after) - int(before)) % 10 for before, after in pairwise(pin)}) == 1


def _is_repeated(pin: str) -> bool:
    """Tell whether a part is repeated, or comes back turned round: 123123, 474747, 582285."""
    return pin in (pin + pin)[1:-1] or pin == pin[::-1]


def _is_date(pin: str) -> bool:
    return any(date.year in _YEARS for date in _read_as_dates(pin))


def _read_as_dates(pin: str) -> Iterator[dt.date]:
    for form in _DATES.get(len(pin), ()):
        try:
            yield dt.datetime.strptime(pin, form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
