"""Private keys at rest."""

import dataclasses
import json
import unicodedata

import pytest

from showcase.errors import DamagedFile, PassphraseError, UserError
from showcase.messages import LANGUAGES, sentence
from showcase.qr import keys
from showcase.qr.signing import Signer

PASSPHRASE = "bảy chiếc thuyền"


@pytest.fixture(scope="module")
def private_key():
    return keys.generate()


@pytest.fixture(scope="module")
def sealed(private_key):
    return keys.seal(private_key, PASSPHRASE)


def test_a_sealed_key_opens_with_its_passphrase(private_key, sealed):
    parameters = json.loads(json.dumps(sealed.parameters))
    opened = keys.unseal(keys.SealedKey(sealed.public_key, sealed.data, parameters), PASSPHRASE)
    assert opened.private_bytes_raw() == private_key.private_bytes_raw()
    assert Signer(opened).public_key == sealed.public_key
    assert private_key.private_bytes_raw() not in sealed.data


def test_it_does_not_matter_how_the_keyboard_composes_letters(sealed):
    keys.unseal(sealed, unicodedata.normalize("NFD", PASSPHRASE))


def test_the_same_key_is_sealed_differently_each_time(private_key, sealed):
    other = keys.seal(private_key, PASSPHRASE)
    assert other.data != sealed.data
    assert other.parameters["salt"] != sealed.parameters["salt"]


@pytest.mark.parametrize("passphrase", ["", "bay chiec thuyen", PASSPHRASE.upper()])
def test_a_wrong_passphrase_opens_nothing(sealed, passphrase):
    with pytest.raises(PassphraseError) as caught:
        keys.unseal(sealed, passphrase)
    assert all(sentence(caught.value, language) for language in LANGUAGES)


def test_a_sealed_key_belongs_to_its_public_half(sealed):
    for other in (
        dataclasses.replace(sealed, public_key=bytes(32)),
        dataclasses.replace(sealed, data=sealed.data[:-1] + bytes([sealed.data[-1] ^ 1])),
    ):
        with pytest.raises(UserError):
            keys.unseal(other, PASSPHRASE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"method": "rot13"},
        {"salt": "no hex"},
        {"salt": ""},
        {"nonce": "00"},
        {"memory_kib": 2**40},
        {"memory_kib": 1},
        {"passes": 10**9},
        {"passes": 0},
        {"lanes": 0},
        {"lanes": 2**40},
        {"lanes": "four"},
    ],
)
def test_parameters_that_make_no_sense_are_a_damaged_file(sealed, wrong):
    """Among them some that would take all memory or all day."""
    with pytest.raises(DamagedFile) as caught:
        keys.unseal(dataclasses.replace(sealed, parameters={**sealed.parameters, **wrong}), PASSPHRASE)
    assert all(sentence(caught.value, language) for language in LANGUAGES)


def test_missing_parameters_are_a_damaged_file(sealed):
    with pytest.raises(DamagedFile):
        keys.unseal(dataclasses.replace(sealed, parameters={}), PASSPHRASE)
