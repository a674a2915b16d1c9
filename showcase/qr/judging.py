"""Says what a text is that somebody scanned, photographed or typed: a badge, a sign, or nothing of ours."""

from collections.abc import Mapping
from enum import StrEnum

from showcase.qr.payload import SignedPayload, find_token, looks_like_number, parse_url, valid_number
from showcase.qr.signing import verify


class Verdict(StrEnum):
    """What a text is.

    A badge that was revoked or has expired is BADGE here: those are facts about a badge, not about what it says.
    """

    BADGE = "badge"
    """A token with a good signature of one of the keys given."""
    BADGE_UNCHECKED = "badge_unchecked"
    """A well-formed token; there was no key to check it with."""
    BADGE_OTHER_EVENT = "badge_other_event"
    BADGE_UNKNOWN_KEY = "badge_unknown_key"
    BADGE_FORGED = "badge_forged"
    """A well-formed token whose signature is not that of its key."""
    SIGN = "sign"
    SIGN_MISTYPED = "sign_mistyped"
    """The address of a sign with a wrong check digit."""
    NUMBER = "number"
    NUMBER_MISTYPED = "number_mistyped"
    NOT_OURS = "not_ours"

    @property
    def key(self) -> str:
        """Return the key of its text in resources/i18n."""
        return f"qr.verdict_{self}"


def judge(text: str, keys: Mapping[int, bytes] | None = None, event: int | None = None) -> Verdict:
    """Return what a text is. Never raises: anybody can hold anything before a scanner.

    Args:
        text: as it was read. A token has one spelling alone; blanks around an address or a number do not count.
        keys: the event's public keys by their id, retired ones too; None when there are none to check with.
        event: the event's number in tokens, when a badge of another event should be told apart from a forged one.
    """
    signed = find_token(text)
    if signed is not None:
        return _judge_badge(signed, keys, event)
    typed = text.strip()
    address = parse_url(typed)
    if address is not None:
        return Verdict.SIGN if valid_number(address.number) else Verdict.SIGN_MISTYPED
    if looks_like_number(typed):
        return Verdict.NUMBER if valid_number(typed) else Verdict.NUMBER_MISTYPED
    return Verdict.NOT_OURS


def _judge_badge(signed: SignedPayload, keys: Mapping[int, bytes] | None, event: int | None) -> Verdict:
    if event is not None and signed.payload.event != event:
        return Verdict.BADGE_OTHER_EVENT
    if keys is None:
        return Verdict.BADGE_UNCHECKED
    public_key = keys.get(signed.payload.key_id)
    if public_key is None:
        return Verdict.BADGE_UNKNOWN_KEY
    return Verdict.BADGE if verify(signed, public_key) else Verdict.BADGE_FORGED
