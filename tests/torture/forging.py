"""Tokens that nobody issued, and revoked ones in other spellings: none may be accepted, and none may raise.

The controls compare the text of revoked tokens and read what is nearly one, as some ticket scanners do, take tokens
without looking at their signature, and look at genuine ones with another key.
"""

import datetime as dt
import random
import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from showcase.people.kinds import BadgeState
from showcase.qr.signing import Signer
from tests.torture.figures import SEED, Figure

_EVENT = 0xC0FFEE
_ORDER = 2**252 + 27742317777372353535851937790883648493
"""Of the group of Ed25519 (RFC 8032, 5.1)."""
_BADGES = 200


class _World:
    """An event with badges, some of them revoked."""

    def __init__(self, seed: int) -> None:
        from showcase.leads.judging import Circumstances
        from showcase.leads.kinds import Clock, Direction
        from showcase.leads.sealing import subject_of
        from showcase.qr.keys import generate

        self.chance = random.Random(seed)
        self.signer, self.stranger = Signer(generate()), Signer(generate())
        self.expires = int(dt.datetime(2030, 1, 1, tzinfo=dt.UTC).timestamp())
        self.tokens = [self.token() for _ in range(_BADGES)]
        revoked = [self.token() for _ in range(_BADGES)]
        self.revoked = revoked
        moment = dt.datetime(2025, 12, 23, tzinfo=dt.UTC)
        self._ended = {subject_of(self.badge_of(token)): (BadgeState.REVOKED, moment) for token in revoked}
        keys = {1: self.signer.public_key}
        self.around = Circumstances(keys, _EVENT, moment, Clock.GOOD, Direction.IN, ())

    def token(self, signer: Signer | None = None, **change: Any) -> str:
        from showcase.qr.payload import BadgePayload

        badge = uuid.UUID(int=self.chance.getrandbits(128)).bytes
        payload = BadgePayload(1, 1, _EVENT, badge, self.expires)
        return (signer or self.signer).sign(replace(payload, **change))

    def badge_of(self, token: str) -> uuid.UUID:
        from showcase.qr.payload import find_token

        signed = find_token(token)
        assert signed is not None
        return uuid.UUID(bytes=signed.payload.badge_id)

    def ended(self, subject: str) -> tuple[BadgeState, dt.datetime] | None:
        return self._ended.get(subject)

    def by_number(self, number: str) -> None:
        del number

    def thing(self, number: str) -> None:
        del number

    def accepts(self, text: str) -> bool:
        from showcase.leads.judging import judge

        return judge(text, self.around, self).verdict.makes_lead


def bars(*, quick: bool) -> Iterator[Figure]:
    """Give the figures of forged, revoked and genuine tokens."""
    world = _World(SEED)
    count = 8_000 if quick else 1_000_000
    accepted, raised = _tried(world.accepts, _forged(world, count))
    yield Figure("forged tokens accepted", accepted, count)
    yield Figure("forged tokens that raised", raised, count)
    some = min(count, 20_000)
    accepted, raised = _tried(_Trusting(world).accepts, _forged(world, some))
    yield Figure("control: forged tokens read without their signature", accepted, some, control=True)
    yield Figure("control: forged tokens that raise where digits are hoped for", raised, some, control=True)
    spelt = [text for token in world.revoked for text in _respelt(token, world.chance)]
    accepted, _ = _tried(world.accepts, spelt)
    yield Figure("revoked tokens accepted, other spellings too", accepted, len(spelt))
    accepted, _ = _tried(_Comparing(world).accepts, spelt)
    yield Figure("control: revoked tokens compared as text", accepted, len(spelt), control=True)
    genuine = 1_000 if quick else 10_000
    refused = sum(not world.accepts(world.token()) for _ in range(genuine))
    yield Figure("genuine tokens refused", refused, genuine)
    stranger = _World(SEED + 1)
    refused = sum(not stranger.accepts(token) for token in world.tokens)
    yield Figure("control: genuine tokens read with another key", refused, len(world.tokens), control=True)


class _Comparing:
    """The control: knows revoked tokens by their text, and passes over what is no digit."""

    def __init__(self, world: _World) -> None:
        self._world = world
        self._revoked = set(world.revoked)

    def accepts(self, text: str) -> bool:
        from showcase.qr.payload import find_token
        from showcase.qr.signing import verify

        if text in self._revoked:
            return False
        signed = find_token(re.sub(r"[^0-9]", "", text))
        return signed is not None and verify(signed, self._world.signer.public_key)


class _Trusting:
    """The control: takes what a token says for true, and every text for digits."""

    def __init__(self, world: _World) -> None:
        self._world = world

    def accepts(self, text: str) -> bool:
        said = _bytes_of(text)
        event, expires = int.from_bytes(said[3:7], "big"), int.from_bytes(said[23:27], "big")
        return event == _EVENT and expires == self._world.expires


def _tried(accepts: Callable[[str], bool], texts: Sequence[str] | Iterator[str]) -> tuple[int, int]:
    accepted = raised = 0
    for text in texts:
        try:
            accepted += accepts(text)
        except Exception:  # noqa: BLE001 - that nothing is raised is what is tried
            raised += 1
    return accepted, raised


def _forged(world: _World, count: int) -> Iterator[str]:
    makers = (_flipped, _swapped, _of_a_stranger, _with_larger_s, _mangled, _other_event, _random_digits)
    for _ in range(count):
        yield world.chance.choice(makers)(world)


def _bytes_of(token: str) -> bytes:
    return b"".join(int(token[at : at + 17]).to_bytes(7, "big") for at in range(0, 221, 17))


def _spelt(data: bytes) -> str:
    return "".join(f"{int.from_bytes(data[at : at + 7], 'big'):017d}" for at in range(0, 91, 7))


def _flipped(world: _World) -> str:
    data = bytearray(_bytes_of(world.chance.choice(world.tokens)))
    bit = world.chance.randrange(len(data) * 8)
    data[bit // 8] ^= 1 << bit % 8
    return _spelt(bytes(data))


def _swapped(world: _World) -> str:
    one, other = world.chance.sample(world.tokens, 2)
    return _spelt(_bytes_of(one)[:27] + _bytes_of(other)[27:])


def _of_a_stranger(world: _World) -> str:
    return world.token(world.stranger)


def _with_larger_s(world: _World) -> str:
    """Add the order of the group to S: the same signature, for those who do not look (CVE-2020-36843)."""
    data = _bytes_of(world.chance.choice(world.tokens))
    larger = int.from_bytes(data[59:], "little") + _ORDER
    return _spelt(data[:59] + larger.to_bytes(32, "little"))


def _other_event(world: _World) -> str:
    return world.token(event=world.chance.randrange(_EVENT))


def _random_digits(world: _World) -> str:
    return "".join(world.chance.choices("0123456789", k=world.chance.choice((220, 221, 222, 17, 0))))


def _mangled(world: _World) -> str:
    return world.chance.choice(_respelt(world.chance.choice(world.tokens), world.chance)[1:])


def _respelt(token: str, chance: random.Random) -> list[str]:
    """Return a token and other spellings of what it says."""
    place = chance.randrange(1, 220)
    first = int(token[:17]) + 2**56
    return [
        token,
        token[:place] + " " + token[place:],
        token[:place] + "-" + token[place:],
        f" {token}",
        f"{token} ",
        f"+{token}",
        f"0{token}",
        f"{token}0",
        f"{token[:place]}\u200b{token[place:]}",
        token.translate({ord("0") + digit: 0x0660 + digit for digit in range(10)}),
        token.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
        f"{first:017d}{token[17:]}" if first < 10**17 else f"{token}\u0301",
        f"HTTPS://X/{token}",
        token[::-1],
    ]
