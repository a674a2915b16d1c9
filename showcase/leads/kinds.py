"""The fixed choices of scanning: verdicts, facts, consent, faults. No database here, so that windows may use them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """How a verdict looks and sounds."""

    GOOD = "good"
    AGAIN = "again"
    """Good, and seen before."""
    HOLD = "hold"
    """Somebody has to decide."""
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NEUTRAL = "neutral"
    """No badge, and nothing wrong: a sign, a product card, a test code."""


class Verdict(StrEnum):
    """What became of a scan."""

    VALID = "valid"
    SEEN = "seen"
    """Valid, and this exhibitor has met the visitor before."""
    INSIDE = "inside"
    """Valid, at a door behind which the visitor is already."""
    FULL = "full"
    """Valid, and the hall holds as many as it may."""
    OTHER_DOOR = "other_door"
    """Valid, and the role may not use this door."""
    REVOKED = "revoked"
    REPLACED = "replaced"
    EXPIRED = "expired"
    OTHER_EVENT = "other_event"
    UNKNOWN_KEY = "unknown_key"
    FORGED = "forged"
    """Well formed, with a signature that is not that of its key."""
    CLOCK_SUSPECT = "clock_suspect"
    """Genuine, but expired only if the clock of this machine is right, and that is in doubt."""
    NOT_OURS = "not_ours"
    UNREADABLE = "unreadable"
    """Nearly a badge: cut short, or changed by a keyboard layout."""
    PRODUCT = "product"
    """The code of a product card."""
    SIGN = "sign"
    """The code of a booth or an exhibitor."""
    TEST = "test"
    """A code of the test page: it proves the scanner and changes nothing."""
    NUMBER_MISTYPED = "number_mistyped"
    NUMBER_UNKNOWN = "number_unknown"

    @property
    def key(self) -> str:
        """Return the key of its word."""
        return f"leads.verdict_{self}"

    @property
    def advice(self) -> str:
        """Return the key of the line that says what to do."""
        return f"leads.verdict_{self}_do"

    @property
    def tone(self) -> Tone:
        """Return how it looks and sounds."""
        return _TONES[self]

    @property
    def makes_lead(self) -> bool:
        """Tell whether an exhibitor who scans this has met somebody."""
        return self in {Verdict.VALID, Verdict.SEEN, Verdict.CLOCK_SUSPECT}


_TONES: Final[Mapping[Verdict, Tone]] = {
    Verdict.VALID: Tone.GOOD,
    Verdict.SEEN: Tone.AGAIN,
    Verdict.INSIDE: Tone.HOLD,
    Verdict.FULL: Tone.HOLD,
    Verdict.OTHER_DOOR: Tone.HOLD,
    Verdict.CLOCK_SUSPECT: Tone.HOLD,
    Verdict.REVOKED: Tone.REFUSED,
    Verdict.REPLACED: Tone.REFUSED,
    Verdict.EXPIRED: Tone.REFUSED,
    Verdict.OTHER_EVENT: Tone.REFUSED,
    Verdict.UNKNOWN_KEY: Tone.REFUSED,
    Verdict.FORGED: Tone.REFUSED,
    Verdict.NOT_OURS: Tone.UNKNOWN,
    Verdict.UNREADABLE: Tone.UNKNOWN,
    Verdict.NUMBER_MISTYPED: Tone.UNKNOWN,
    Verdict.NUMBER_UNKNOWN: Tone.UNKNOWN,
    Verdict.PRODUCT: Tone.NEUTRAL,
    Verdict.SIGN: Tone.NEUTRAL,
    Verdict.TEST: Tone.NEUTRAL,
}


class Method(StrEnum):
    """How something was read."""

    WEDGE = "wedge"
    """A scanner that types."""
    SERIAL = "serial"
    CAMERA = "camera"
    PICTURE = "picture"
    CLIPBOARD = "clipboard"
    TYPED = "typed"


class Direction(StrEnum):
    """Through a door."""

    IN = "in"
    OUT = "out"


class StationKind(StrEnum):
    """What a station is for."""

    BOOTH = "booth"
    DOOR = "door"


class Clock(StrEnum):
    """Whether the clock of this machine can be believed."""

    GOOD = "good"
    BEHIND = "behind"
    """It says a time before the list was issued or the last scan was made."""
    AHEAD = "ahead"
    """It says a time long after the list was issued."""
    JUMPED = "jumped"
    """It was set while the program ran."""

    @property
    def key(self) -> str:
        """Return the key of what it says."""
        return f"leads.clock_{self}"


class FactKind(StrEnum):
    """What a station notes. Facts are only ever added."""

    SCAN = "scan"
    """A code was read, good or not."""
    MOVE = "move"
    """Somebody went in or out by the answer of the person at the door."""
    REPORT = "report"
    """The person at the door found something wrong with the badge's holder."""
    NOTE = "note"
    RATING = "rating"
    ANSWER = "answer"
    INTEREST = "interest"
    """In a product, or no longer."""
    CONSENT = "consent"
    """The visitor agreed to be followed up in one way, or took that back."""
    DETAIL = "detail"
    """What the visitor said about themselves: a name, an address."""
    FORM = "form"
    """The exhibitor's words for ratings, and their own questions."""
    EXPORT = "export"
    """The pack of leads was written: what was personal in it is out of reach from then on."""
    UNDO = "undo"
    """Another fact does not count."""


NO_LEADS: Final = frozenset({FactKind.MOVE, FactKind.REPORT})
"""What is noted at doors alone."""


class Channel(StrEnum):
    """How an exhibitor may follow a visitor up; each is asked for by itself and none is ticked beforehand."""

    EMAIL = "email"
    PHONE = "phone"
    PARTNERS = "partners"
    """The exhibitor may hand the contact on to partners."""
    ALL = "all"
    """Withdrawn: the visitor wants nothing kept by this exhibitor."""

    @property
    def key(self) -> str:
        """Return the key of what the visitor is asked."""
        return f"leads.channel_{self}"


class CardState(StrEnum):
    """Whether a visitor's name and contact may be shown to who scanned their badge."""

    GIVEN = "given"
    NOT_GIVEN = "not_given"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    """The badge is newer than the list of this station."""
    SEALED = "sealed"
    """The visitor agreed, but only the number was typed: the contact opens with the badge's code."""

    @property
    def key(self) -> str:
        """Return the key of what it says."""
        return f"leads.card_{self}"


class QuestionKind(StrEnum):
    """How a question of an exhibitor is answered."""

    TEXT = "text"
    ONE = "one"
    MANY = "many"


class DoorAnswer(StrEnum):
    """What the person at the door found out about somebody who is inside already."""

    LEFT_UNSEEN = "left_unseen"
    """They had left without a scan: note that, and let them in."""
    STILL_INSIDE = "still_inside"
    WRONG_PERSON = "wrong_person"


class ReadingKind(StrEnum):
    """What the keys of a scanner look like."""

    BADGE = "badge"
    SIGN = "sign"
    TEST = "test"
    OTHER = "other"


class Fault(StrEnum):
    """What is wrong with how a scanner types, or with the keyboard settings of the computer."""

    AZERTY = "azerty"
    QWERTZ = "qwertz"
    VIETNAMESE_LAYOUT = "vietnamese_layout"
    TELEX = "telex"
    VNI = "vni"
    INPUT_METHOD = "input_method"
    """Telex or VNI; the test page says which."""
    CAPS_LOCK = "caps_lock"
    NO_ENTER = "no_enter"
    DOUBLED = "doubled"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    CUT_SHORT = "cut_short"
    TOO_LONG = "too_long"
    OTHER_DIGITS = "other_digits"
    """Digits of another script, as an input method in full-width mode types them."""

    @property
    def key(self) -> str:
        """Return the key of what it is."""
        return f"leads.fault_{self}"

    @property
    def advice(self) -> str:
        """Return the key of what to do about it."""
        return f"leads.fault_{self}_do"
