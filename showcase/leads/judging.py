"""The verdict on what was read, in the order that decides: signature, list of ended badges, time, role.

It compares what was decoded, never the text: a revoked badge has no other spelling.
"""

import datetime as dt
import re
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from showcase.leads.kinds import Clock, Direction, Fault, Verdict
from showcase.leads.records import Thing
from showcase.leads.sealing import subject_of
from showcase.leads.selftest import is_test
from showcase.people.kinds import ROLE_TYPES, BadgeState, Role
from showcase.qr.payload import TOKEN_DIGITS, SignedPayload, find_token, looks_like_number, parse_url, valid_number
from showcase.qr.signing import verify

_ROLES: Final[Mapping[int, Role]] = {number: role for role, number in ROLE_TYPES.items()}
_DIGIT: Final = re.compile(r"[0-9]")
_SIGN_TAIL: Final = re.compile(r"(?<![0-9])[0-9]{8}", re.ASCII)
_NEARLY: Final = 150
"""Digits of a text that was a badge once: no other code in use holds so many."""
_SPOILT: Final = frozenset({Fault.CUT_SHORT, Fault.TOO_LONG, Fault.PREFIX, Fault.SUFFIX, Fault.OTHER_DIGITS})


@dataclass(frozen=True, slots=True)
class Known:
    """A badge that a station's list knows by its number."""

    subject: str
    role: Role
    expires: int


class Knowledge(Protocol):
    """What a station knows; every answer is one look into its file."""

    def ended(self, subject: str) -> tuple[BadgeState, dt.datetime] | None:
        """Return how and when a badge ended, or None."""

    def by_number(self, number: str) -> Known | None:
        """Return the badge with a number, or None."""

    def thing(self, number: str) -> Thing | None:
        """Return what the sign with a number stands for, or None."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a verdict depends on besides the badge.

    Args:
        keys: the event's public keys by their id.
        event: the event's number in tokens.
        now: by this machine's clock.
        clock: whether that can be believed.
        direction: out of a door nobody is held back by the time.
        roles: that the door lets in; empty for all.
    """

    keys: Mapping[int, bytes]
    event: int
    now: dt.datetime
    clock: Clock
    direction: Direction
    roles: Collection[Role]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and what was found out on the way to it."""

    verdict: Verdict
    subject: str = ""
    badge_id: uuid.UUID | None = None
    role: Role | None = None
    number: str = ""
    ended_at: dt.datetime | None = None
    thing: Thing | None = None

    @property
    def genuine(self) -> bool:
        """Tell whether the badge is one of this event, whatever it is worth now."""
        return bool(self.subject)


def judge(text: str, around: Circumstances, knowledge: Knowledge, faults: Collection[Fault] = ()) -> Judgement:
    """Return the verdict on a text. Never raises: anybody can hold anything before a scanner.

    Args:
        text: as it was read. A token has one spelling alone; blanks around an address or a number do not count.
        around: what the verdict depends on besides.
        knowledge: of the station.
        faults: what the reader found wrong with the keys.
    """
    if is_test(text):
        return Judgement(Verdict.TEST)
    signed = find_token(text)
    if signed is not None:
        return _of_token(signed, around, knowledge)
    typed = text.strip()
    if looks_like_number(typed):
        return _of_number(typed, around, knowledge)
    sign = _of_sign(typed, knowledge)
    if sign is not None:
        return sign
    nearly = len(_DIGIT.findall(text)) >= _NEARLY or (not _SPOILT.isdisjoint(faults) and len(text) > TOKEN_DIGITS // 2)
    return Judgement(Verdict.UNREADABLE if nearly else Verdict.NOT_OURS)


def _of_token(signed: SignedPayload, around: Circumstances, knowledge: Knowledge) -> Judgement:
    payload = signed.payload
    if payload.event != around.event:
        return Judgement(Verdict.OTHER_EVENT)
    key = around.keys.get(payload.key_id)
    if key is None:
        return Judgement(Verdict.UNKNOWN_KEY)
    if not verify(signed, key):
        return Judgement(Verdict.FORGED)
    badge_id = uuid.UUID(bytes=payload.badge_id)
    known = Known(subject_of(badge_id), _ROLES.get(payload.type, Role.VISITOR), payload.expires)
    return _of_badge(known, around, knowledge, badge_id=badge_id)


def _of_badge(
    known: Known,
    around: Circumstances,
    knowledge: Knowledge,
    *,
    badge_id: uuid.UUID | None = None,
    number: str = "",
) -> Judgement:
    verdict, ended_at = Verdict.VALID, None
    ended = knowledge.ended(known.subject)
    expires = dt.datetime.fromtimestamp(known.expires, dt.UTC)
    if ended is not None:
        verdict = Verdict.REPLACED if ended[0] is BadgeState.REPLACED else Verdict.REVOKED
        ended_at = ended[1]
    elif around.now >= expires and around.direction is Direction.IN:
        verdict = Verdict.EXPIRED if around.clock is Clock.GOOD else Verdict.CLOCK_SUSPECT
        ended_at = expires
    elif around.roles and known.role not in around.roles and around.direction is Direction.IN:
        verdict = Verdict.OTHER_DOOR
    return Judgement(verdict, known.subject, badge_id, known.role, number, ended_at)


def _of_number(number: str, around: Circumstances, knowledge: Knowledge) -> Judgement:
    if not valid_number(number):
        return Judgement(Verdict.NUMBER_MISTYPED)
    known = knowledge.by_number(number)
    if known is not None:
        return _of_badge(known, around, knowledge, number=number)
    return _of_thing(number, knowledge) or Judgement(Verdict.NUMBER_UNKNOWN)


def _of_sign(text: str, knowledge: Knowledge) -> Judgement | None:
    """Return what a sign's address stands for; layouts and input methods spoil what stands before its number."""
    address = parse_url(text)
    number = address.number if address else text[-8:]
    if address is None and not _SIGN_TAIL.fullmatch(text, len(text) - 8):
        return None
    found = _of_thing(number, knowledge) if valid_number(number) else None
    if found is None and address is not None and not valid_number(number):
        return Judgement(Verdict.NUMBER_MISTYPED)
    return found


def _of_thing(number: str, knowledge: Knowledge) -> Judgement | None:
    thing = knowledge.thing(number)
    if thing is None:
        return None
    return Judgement(Verdict.PRODUCT if thing.kind == "P" else Verdict.SIGN, number=number, thing=thing)
