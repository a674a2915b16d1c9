"""A token has one spelling, one signature and one event; everything else is refused."""

import random
import string

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from showcase.messages import LANGUAGES, message
from showcase.qr.judging import Verdict, judge
from showcase.qr.payload import TOKEN_DIGITS, BadgePayload, find_token, write_token
from showcase.qr.signing import Signer, verify

EVENT = 0xC0FFEE
ORDER = 2**252 + 27742317777372353535851937790883648493
"""Of the group of Ed25519."""
PAYLOADS = st.builds(
    BadgePayload,
    key_id=st.integers(0, 255),
    type=st.integers(0, 255),
    event=st.integers(0, 2**32 - 1),
    badge_id=st.binary(min_size=16, max_size=16),
    expires=st.integers(0, 2**32 - 1),
)


def signer_of(seed):
    return Signer(Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


OURS = signer_of(1)
KEYS = {3: OURS.public_key}


def badge(signer=OURS, key_id=3, event=EVENT, number=1):
    return signer.sign(BadgePayload(key_id, 2, event, number.to_bytes(16, "big"), 1_800_000_000))


def data_of(token):
    groups = (int(token[start : start + 17]) for start in range(0, TOKEN_DIGITS, 17))
    return b"".join(group.to_bytes(7, "big") for group in groups)


def spelt(data):
    return "".join(f"{int.from_bytes(data[start : start + 7], 'big'):017d}" for start in range(0, len(data), 7))


@given(PAYLOADS, st.binary(min_size=64, max_size=64))
def test_a_token_says_what_was_written(payload, signature):
    token = write_token(payload, signature)
    assert len(token) == TOKEN_DIGITS
    assert token.isascii()
    assert token.isdigit()
    found = find_token(token)
    assert found is not None
    assert (found.payload, found.signature) == (payload, signature)
    assert len(payload.to_bytes()) == 27


@given(st.text(string.digits, min_size=TOKEN_DIGITS, max_size=TOKEN_DIGITS))
def test_what_can_be_read_is_spelt_the_one_way(text):
    found = find_token(text)
    assert found is None or write_token(found.payload, found.signature) == text


@given(st.text(max_size=300) | st.text(string.digits + " \n٣³", min_size=215, max_size=225))
def test_nothing_that_is_read_makes_the_judge_stumble(text):
    assert judge(text, KEYS, EVENT) not in {Verdict.BADGE, Verdict.BADGE_UNCHECKED}


def test_our_badges_are_good():
    assert judge(badge(), KEYS) is Verdict.BADGE
    assert judge(badge(), KEYS, EVENT) is Verdict.BADGE
    assert judge(badge()) is Verdict.BADGE_UNCHECKED


def test_other_badges_are_told_apart():
    assert judge(badge(event=EVENT + 1), KEYS, EVENT) is Verdict.BADGE_OTHER_EVENT
    assert judge(badge(key_id=4), KEYS, EVENT) is Verdict.BADGE_UNKNOWN_KEY
    assert judge(badge(signer_of(2)), KEYS, EVENT) is Verdict.BADGE_FORGED


def test_a_digit_changed_anywhere_spoils_a_badge():
    token = badge()
    for place in range(TOKEN_DIGITS):
        for digit in set(string.digits) - {token[place]}:
            changed = token[:place] + digit + token[place + 1 :]
            assert judge(changed, KEYS) is not Verdict.BADGE


def test_a_bit_changed_anywhere_spoils_a_badge():
    data = data_of(badge())
    assert judge(spelt(data), KEYS) is Verdict.BADGE
    for bit in range(8 * len(data)):
        changed = int.from_bytes(data, "big") ^ 1 << bit
        assert judge(spelt(changed.to_bytes(len(data), "big")), KEYS) is not Verdict.BADGE


def test_a_badge_cannot_be_spelt_in_another_way():
    token = badge()
    groups = [token[start : start + 17] for start in range(0, TOKEN_DIGITS, 17)]
    others = [f" {token}", f"{token}\n", f"+{token[1:]}", token[:-1], token + "0", token[::-1], f"0{token}"]
    kinds = ("٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
    others += [token.translate(str.maketrans(string.digits, kind)) for kind in kinds]
    for place, group in enumerate(groups):
        # The same number of 56 bits with more above it: a careless reader would cut that off.
        if (wrapped := int(group) + 2**56) < 10**17:
            others.append("".join([*groups[:place], f"{wrapped:017d}", *groups[place + 1 :]]))
    assert len(others) > 12
    assert all(judge(other, KEYS) is Verdict.NOT_OURS for other in others)


def test_a_second_signature_made_from_the_first_is_refused():
    """S + the order of the group passes in libraries that do not look (CVE-2020-36843)."""
    data = data_of(badge())
    s = int.from_bytes(data[-32:], "little")
    for times in range(1, 16):
        if (other := s + times * ORDER) < 2**256:
            assert judge(spelt(data[:-32] + other.to_bytes(32, "little")), KEYS) is Verdict.BADGE_FORGED


def test_thousands_of_hostile_tokens():
    generator = random.Random(91)
    genuine = [badge(number=number) for number in range(100)]
    for _ in range(5_000):
        mutation = list(generator.choice(genuine))
        for _ in range(generator.choice((1, 2, 5, 50))):
            mutation[generator.randrange(TOKEN_DIGITS)] = generator.choice(string.digits)
        text = "".join(mutation)
        assert text in genuine or judge(text, KEYS) is not Verdict.BADGE
    assert {judge(text, KEYS, EVENT) for text in genuine} == {Verdict.BADGE}


def test_a_signature_over_the_payload_alone_is_no_badge():
    key = Ed25519PrivateKey.from_private_bytes(b"\1" * 32)
    payload = BadgePayload(3, 2, EVENT, bytes(16), 1)
    for signed in (payload.to_bytes(), b"OTHER\0" + payload.to_bytes()):
        assert judge(write_token(payload, key.sign(signed)), KEYS) is Verdict.BADGE_FORGED


def test_a_key_that_is_no_key_proves_nothing():
    found = find_token(badge())
    assert found is not None
    assert not verify(found, b"")
    assert not verify(found, b"\xff" * 32)


@pytest.mark.parametrize(
    "payload",
    [
        BadgePayload(256, 1, 1, bytes(16), 1),
        BadgePayload(1, -1, 1, bytes(16), 1),
        BadgePayload(1, 1, 2**32, bytes(16), 1),
        BadgePayload(1, 1, 1, bytes(15), 1),
        BadgePayload(1, 1, 1, bytes(16), 2**32),
    ],
)
def test_a_payload_that_does_not_fit_is_not_cut(payload):
    with pytest.raises(ValueError, match=r"bytes|format|range|argument"):
        OURS.sign(payload)


def test_a_token_of_another_length_is_not_written():
    with pytest.raises(ValueError, match="64"):
        write_token(BadgePayload(1, 1, 1, bytes(16), 1), bytes(63))


def test_a_token_of_a_later_version_is_not_read():
    data = data_of(badge())
    assert judge(spelt(b"\2" + data[1:]), KEYS) is Verdict.NOT_OURS


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_has_a_text(verdict):
    assert all(message(verdict.key, language) for language in LANGUAGES)
