"""Keystrokes of a scanner that types, turned into readings: a state machine that knows no window and no clock.

What counts is exactly 221 digits, or the address of a sign by its last eight digits with their check digit. Somebody
who types on the same keyboard is ignored. What a layout, an input method or the scanner's own set-up spoils is named.
"""

import re
import statistics
from dataclasses import dataclass
from typing import Final

from showcase.leads.kinds import Fault, ReadingKind
from showcase.leads.layouts import find_digits, has_vietnamese_letters
from showcase.leads.selftest import is_test
from showcase.qr.payload import TOKEN_DIGITS, valid_number

MOST: Final = 512
"""Characters that are kept of one burst."""
REPEAT_S: Final = 2.0
"""The same code within so long is the same badge still held to the scanner."""
_LEAST: Final = 12
"""Characters of a burst that is worth a word; less is somebody at the keyboard."""
_SCANNER_GAP_S: Final = 0.06
"""Mean time between the keys of a scanner, Bluetooth included; a fast typist needs twice as long."""
_QUIET_S: Final = 0.05
_LEAST_SIGN: Final = 16
"""Characters: HTTP://A/P/ and eight digits are more."""
_ENDS: Final = "\r\n\t"
_SYMBOLOGY: Final = re.compile(r"\][Qq][0-9]")
"""AIM identifier of a QR code, which some scanners put in front (ISO/IEC 15424)."""
_ASCII_DIGITS: Final = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class WedgeSetup:
    """How a scanner types: what it puts before and behind each code, and the longest pause between two keys."""

    prefix: str = ""
    suffix: str = ""
    gap_s: float = 0.25


@dataclass(frozen=True, slots=True)
class Reading:
    """A code that a scanner typed.

    Args:
        kind: what it looks like; nobody has checked it yet.
        text: the code, repaired where a layout changed it in a way that can be taken back.
        raw: as it was typed.
        faults: what is wrong with the scanner or the keyboard.
        at: when its last key came.
        repeated: it is the code that was read a moment ago.
    """

    kind: ReadingKind
    text: str
    raw: str
    faults: tuple[Fault, ...]
    at: float
    repeated: bool = False


class Wedge:
    """Takes keys with their times and gives readings.

    Args:
        setup: how the scanner types.
    """

    def __init__(self, setup: WedgeSetup | None = None) -> None:
        self._setup = setup or WedgeSetup()
        self._last: tuple[str, float] | None = None
        self.reset()

    def use(self, setup: WedgeSetup) -> None:
        """Take another set-up; a code that is being typed is not torn by it."""
        self._setup = setup

    def reset(self) -> None:
        """Forget the keys of a code that is not complete."""
        self._keys: list[str] = []
        self._gaps: list[float] = []
        self._at = 0.0
        self._rewritten = False
        self._count = 0

    def press(self, text: str, at: float) -> Reading | None:
        r"""Take a key.

        Args:
            text: what it types; "\r", "\n" or "\t" ends a code, "\b" takes the last character back, as input
                methods do. A key that types nothing is "".
            at: seconds of a clock that never goes back.
        """
        ended = self.wait(at)
        for character in text:
            found = self._take(character, at)
            ended = ended or found
        return ended

    def due(self) -> float | None:
        """Return when `wait` has something to say although no key came, or None."""
        if not self._keys:
            return None
        quiet = self._setup.gap_s
        if self._count >= TOKEN_DIGITS and self._gaps:
            # A scanner that sends no Enter is not waited for longer than it ever paused.
            quiet = min(quiet, max(_QUIET_S, 4 * max(self._gaps)))
        return self._at + quiet

    def wait(self, at: float) -> Reading | None:
        """End a code whose Enter does not come."""
        due = self.due()
        return self._end(entered=False) if due is not None and at > due else None

    def _take(self, character: str, at: float) -> Reading | None:
        if character in _ENDS:
            return self._end(entered=True) if self._keys else None
        if character == "\b":
            if self._keys:
                self._rewritten = True
                self._count -= 1
                self._keys.pop()
                self._at = max(at, self._at)
            return None
        if ord(character) < ord(" ") or character == "\x7f":
            return None
        if self._keys:
            self._gaps.append(max(0.0, at - self._at))
            del self._gaps[:-MOST]
        self._count += 1
        self._keys.append(character)
        del self._keys[: -MOST - 1]
        self._at = max(at, self._at)
        suffix = self._setup.suffix
        ends = suffix and self._count > len(suffix) and "".join(self._keys[-len(suffix) :]) == suffix
        return self._end(entered=True) if ends else None

    def _end(self, *, entered: bool) -> Reading | None:
        raw = "".join(self._keys)
        fast = len(raw) >= _LEAST and (not self._gaps or statistics.fmean(self._gaps) <= _SCANNER_GAP_S)
        at, too_long, rewritten = self._at, self._count > MOST, self._rewritten
        self.reset()
        text = self._bare(raw)
        found = None if too_long else _badge(text) or _sign(text)
        if found is None:
            if not fast:
                return None
            found = ReadingKind.TEST if is_test(text) else ReadingKind.OTHER, text, _faults(text, too_long=too_long)
        kind, code, faults = found
        if rewritten and Fault.INPUT_METHOD not in faults:
            faults = (*faults, Fault.INPUT_METHOD)
        if not entered:
            faults = (*faults, Fault.NO_ENTER)
        repeated = self._last is not None and self._last[0] == code and at - self._last[1] <= REPEAT_S
        self._last = (code, at)
        return Reading(kind, code, raw, faults, at, repeated)

    def _bare(self, raw: str) -> str:
        text = raw.removeprefix(self._setup.prefix).removesuffix(self._setup.suffix)
        symbology = _SYMBOLOGY.match(text)
        return text[symbology.end() :] if symbology else text


Found = tuple[ReadingKind, str, tuple[Fault, ...]]


def _badge(text: str) -> Found | None:
    faults: tuple[Fault, ...] = ()
    if not _ASCII_DIGITS.fullmatch(text):
        meant = find_digits(text)
        if meant is None:
            return None
        text, faults = meant[0], (meant[1],)
    if len(text) == 2 * TOKEN_DIGITS:
        twice = text[:TOKEN_DIGITS] == text[TOKEN_DIGITS:]
        each = text[::2] == text[1::2]
        if twice or each:
            text, faults = text[:TOKEN_DIGITS] if twice else text[::2], (*faults, Fault.DOUBLED)
    if len(text) != TOKEN_DIGITS:
        return None
    return (ReadingKind.TEST if is_test(text) else ReadingKind.BADGE), text, faults


def _sign(text: str) -> Found | None:
    """Return a sign by its last eight digits: layouts and input methods change what stands before them."""
    if len(text) < _LEAST_SIGN or is_test(text):
        return None
    faults: tuple[Fault, ...] = ()
    tail = text[-8:]
    if not _ASCII_DIGITS.fullmatch(tail):
        meant = find_digits(tail)
        if meant is None:
            return None
        tail, faults = meant[0], (meant[1],)
    if not valid_number(tail) or _ASCII_DIGITS.fullmatch(text[-9]):
        return None
    if not faults and has_vietnamese_letters(text):
        faults = (Fault.INPUT_METHOD,)
    return ReadingKind.SIGN, text[:-8] + tail, faults


def _faults(text: str, *, too_long: bool) -> tuple[Fault, ...]:
    """Say what kept a burst from being a code of ours, as far as that can be told."""
    digits = sum("0" <= character <= "9" for character in text)
    if too_long or (digits == len(text) and digits > TOKEN_DIGITS):
        return (Fault.TOO_LONG,)
    if digits == len(text) and digits > TOKEN_DIGITS // 2:
        return (Fault.CUT_SHORT,)
    if any(character.isdecimal() and not character.isascii() for character in text):
        return (Fault.OTHER_DIGITS,)
    if digits >= TOKEN_DIGITS:
        return (Fault.PREFIX,) if _ASCII_DIGITS.fullmatch(text[-TOKEN_DIGITS:]) else (Fault.SUFFIX,)
    meant = find_digits(text)
    if meant is not None:
        return (meant[1], Fault.CUT_SHORT if len(meant[0]) < TOKEN_DIGITS else Fault.TOO_LONG)
    return (Fault.INPUT_METHOD,) if has_vietnamese_letters(text) else ()
