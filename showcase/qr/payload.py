"""What our codes hold: badge payloads and tokens in digits, sign numbers with a check digit, sign addresses."""

import re
import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from showcase.errors import InputError

VERSION: Final = 1
TOKEN_DIGITS: Final = 221
SIGNATURE_BYTES: Final = 64
_LAYOUT: Final = struct.Struct(">BBBI16sI")
_GROUP_BYTES: Final = 7
_GROUP_DIGITS: Final = 17
_GROUP_END: Final = 1 << 8 * _GROUP_BYTES
_TOKEN_BYTES: Final = _LAYOUT.size + SIGNATURE_BYTES

SignKind = Literal["P", "B", "E"]
"""What a sign stands for: a product, a booth, an exhibitor."""

_DIGITS: Final = re.compile(r"[0-9]+")
_IN_GROUPS: Final = re.compile(r"\s*([0-9]{4})[\s\-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]{0,3}([0-9]{4})\s*")
_URL: Final = re.compile(r"(https?://[^?#\s]+)/([PBE])/([0-9]{8})", re.ASCII | re.IGNORECASE)
_BASE: Final = re.compile(
    r"https?://(?P<host>[A-Z0-9]([A-Z0-9.-]*[A-Z0-9])?)(:(?P<port>[1-9][0-9]{0,4}))?(?P<path>[/?#].*)?",
    re.ASCII | re.IGNORECASE,
)
_PATH: Final = re.compile(r"[A-Z0-9$%*+\-./:]*")
_LAST_PORT: Final = 65535
_LONGEST_BASE: Final = 80
"""Characters. With more, the symbol of a card would pass version 6 and its modules would get too small."""


@dataclass(frozen=True, slots=True)
class BadgePayload:
    """The 27 bytes of a badge that are signed. They name nobody: the badge id is random.

    Args:
        key_id: which of the event's keys signs, 0 to 255.
        type: the byte that stands for the role.
        event: the event's own random number, 32 bits.
        badge_id: 16 random bytes.
        expires: when the badge stops to be good, in seconds since 1970 UTC, 32 bits.
    """

    key_id: int
    type: int
    event: int
    badge_id: bytes
    expires: int

    def to_bytes(self) -> bytes:
        """Return the 27 bytes: version, key, type, event, badge id, expiry, in network order.

        Raises:
            ValueError: when a field does not fit, which is a bug.
        """
        if len(self.badge_id) != 16:
            raise ValueError("a badge id has 16 bytes")
        try:
            return _LAYOUT.pack(VERSION, self.key_id, self.type, self.event, self.badge_id, self.expires)
        except struct.error as error:
            raise ValueError(str(error)) from error


@dataclass(frozen=True, slots=True)
class SignedPayload:
    """What a token says, and the signature that came with it. Nobody has checked it yet."""

    payload: BadgePayload
    signature: bytes


def write_token(payload: BadgePayload, signature: bytes) -> str:
    """Return the one spelling of a signed payload: 13 groups of 7 bytes, each as 17 decimal digits, 221 in all.

    Digits alone take the least room in a QR symbol, and no keyboard layout or input method of a computer that a
    scanner types into changes them.
    """
    data = payload.to_bytes() + signature
    if len(data) != _TOKEN_BYTES:
        raise ValueError("a signature has 64 bytes")
    groups = (data[start : start + _GROUP_BYTES] for start in range(0, _TOKEN_BYTES, _GROUP_BYTES))
    return "".join(f"{int.from_bytes(group, 'big'):017d}" for group in groups)


def find_token(text: str) -> SignedPayload | None:
    """Return what a text says when it is a token spelt the one right way, otherwise None.

    Exactly 221 ASCII digits, no group above 2^56 - 1, version 1: one badge has one spelling, so that a revoked one
    cannot come back in another.
    """
    if len(text) != TOKEN_DIGITS or not _DIGITS.fullmatch(text):
        return None
    groups = [int(text[start : start + _GROUP_DIGITS]) for start in range(0, TOKEN_DIGITS, _GROUP_DIGITS)]
    if max(groups) >= _GROUP_END:
        return None
    data = b"".join(group.to_bytes(_GROUP_BYTES, "big") for group in groups)
    version, key_id, kind, event, badge_id, expires = _LAYOUT.unpack(data[: _LAYOUT.size])
    if version != VERSION:
        return None
    return SignedPayload(BadgePayload(key_id, kind, event, badge_id, expires), data[_LAYOUT.size :])


def number_with_check(digits: str) -> str:
    """Return seven digits with their Luhn check digit behind them.

    It finds every wrong digit and nearly every swap of neighbours.

    Raises:
        ValueError: when it is not seven digits, which is a bug.
    """
    if len(digits) != 7 or not _DIGITS.fullmatch(digits):
        raise ValueError("a number has seven digits before its check digit")
    return digits + str(-_luhn(digits + "0") % 10)


def valid_number(text: str) -> bool:
    """Tell whether a text is eight ASCII digits of which the last is the right check digit."""
    return looks_like_number(text) and _luhn(text) % 10 == 0


def looks_like_number(text: str) -> bool:
    """Tell whether a text is eight ASCII digits, right or mistyped."""
    return len(text) == 8 and _DIGITS.fullmatch(text) is not None


def number_as_written(text: str) -> str:
    """Return a number without what parts its two groups on badges and in lists; any other text as it is."""
    found = _IN_GROUPS.fullmatch(text)
    return "".join(found.groups()) if found else text


def _luhn(digits: str) -> int:
    """Return the Luhn sum (ISO/IEC 7812-1): every second digit from the right but one counts double."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return sum(int(digit) for digit in digits[-1::-2]) + sum(doubled)


def sign_url(base_url: str, kind: SignKind, number: str) -> str:
    """Return the address in a sign's code, in capitals: the alphanumeric mode makes the symbol a size smaller.

    Raises:
        InputError: when the base address cannot stand in a sign.
        ValueError: when the number is not a sign number, which is a bug.
    """
    if not valid_number(number):
        raise ValueError(f"{number!r} is no sign number")
    return f"{check_base_url(base_url)}/{kind}/{number}"


@lru_cache(maxsize=16)
def check_base_url(text: str) -> str:
    """Return a base address as it stands in codes: in capitals, without a slash at the end.

    Raises:
        InputError: when a phone could not open it, or it would not fit a sign.
    """
    plain = text.strip().rstrip("/")
    parts = _BASE.fullmatch(plain)
    if parts is None or ".." in parts["host"] or int(parts["port"] or 0) > _LAST_PORT:
        raise InputError("qr.base_url_wrong", url=_shown(text.strip()))
    if not _PATH.fullmatch(parts["path"] or ""):
        raise InputError("qr.base_url_path", url=_shown(plain))
    if len(plain) > _LONGEST_BASE:
        raise InputError("qr.base_url_long", url=_shown(plain), limit=_LONGEST_BASE)
    return plain.upper()


def _shown(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


@dataclass(frozen=True, slots=True)
class SignAddress:
    """An address in the form of our signs. Its number may have a wrong check digit."""

    base_url: str
    kind: str
    number: str


def parse_url(text: str) -> SignAddress | None:
    """Return the parts of an address in the form of our signs, in capitals, otherwise None.

    Case does not count: people type it, and phones show it in small letters.
    """
    found = _URL.fullmatch(text.strip())
    return SignAddress(*(part.upper() for part in found.groups())) if found else None
