"""The codes of the test page, and what is told from how they arrive: layout, input method, Caps Lock, lost keys."""

import re
from dataclasses import dataclass
from typing import Final

from showcase.leads.kinds import Fault
from showcase.leads.layouts import find_digits, has_vietnamese_letters, typed_under
from showcase.qr.payload import TOKEN_DIGITS

TEST_DIGITS: Final = ("0123456789" * 23)[:TOKEN_DIGITS]
"""As long as a badge's token, and none: its second group is above the largest."""
TEST_TEXT: Final = "KTK/AS.AA.DD.OW/A1.O7.D9/QWYZM/1234567890"
"""What keyboards change: Telex the first four pairs, VNI the next three, AZERTY and QWERTZ the letters behind them."""
_MARK: Final = "KTK"
"""Consonants that neither an input method nor a layout changes."""
_TELEX_PARTS: Final = ("AS", "AA", "DD", "OW")
_VNI_PARTS: Final = ("A1", "O7", "D9")
_WHOLE_LAYOUTS: Final = (Fault.AZERTY, Fault.QWERTZ, Fault.VIETNAMESE_LAYOUT, Fault.CAPS_LOCK)


@dataclass(frozen=True, slots=True)
class TestCode:
    """A code to print on the test page."""

    name: str
    text: str

    @property
    def key(self) -> str:
        """Return the key of what it proves."""
        return f"leads.test_{self.name}"


TEST_CODES: Final = (TestCode("digits", TEST_DIGITS), TestCode("text", TEST_TEXT))


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a test code says about the scanner: `matches` when it came as it was printed."""

    matches: bool
    faults: tuple[Fault, ...]


def is_test(text: str) -> bool:
    """Tell whether a text is a code of the test page, however it was changed on the way."""
    if text in {TEST_DIGITS, TEST_TEXT}:
        return True
    if text.isascii() and text.isdigit():
        return False
    meant = find_digits(text)
    if meant is not None and meant[0] == TEST_DIGITS:
        return True
    return text[: len(_MARK)].upper() == _MARK and text[len(_MARK) : len(_MARK) + 1] in {"/", "!", "-", "?"}


def diagnose(received: str) -> Diagnosis:
    """Return what is wrong with how a test code arrived; something else than a test code has no faults and no match."""
    if received in {TEST_DIGITS, TEST_TEXT}:
        return Diagnosis(matches=True, faults=())
    meant = find_digits(received)
    if meant is not None and meant[0] == TEST_DIGITS:
        return Diagnosis(matches=False, faults=(meant[1],))
    for layout in _WHOLE_LAYOUTS:
        for case in ("", Fault.CAPS_LOCK):
            typed = typed_under(layout, TEST_TEXT)
            if received == (typed.swapcase() if case else typed):
                return Diagnosis(matches=False, faults=tuple(dict.fromkeys((layout, *((case,) if case else ())))))
    return Diagnosis(matches=False, faults=_faults(received))


def _faults(received: str) -> tuple[Fault, ...]:
    if received and TEST_DIGITS.startswith(received):
        return (Fault.CUT_SHORT,)
    if not is_test(received):
        return ()
    parts = re.split(r"[/.]", received.upper())
    found: list[Fault] = []
    for fault, baits in ((Fault.TELEX, _TELEX_PARTS), (Fault.VNI, _VNI_PARTS)):
        # An input method leaves the baits of the other one alone.
        if any(bait not in parts for bait in baits) and has_vietnamese_letters(received):
            found.append(fault)
    if received == received.lower():
        found.append(Fault.CAPS_LOCK)
    if not found:
        found.append(Fault.INPUT_METHOD if has_vietnamese_letters(received) else Fault.CUT_SHORT)
    return tuple(found)
