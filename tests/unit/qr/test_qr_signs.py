"""Sign numbers, sign addresses, and what is typed."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.errors import InputError
from showcase.messages import LANGUAGES, sentence
from showcase.qr.judging import Verdict, judge
from showcase.qr.payload import check_base_url, number_with_check, parse_url, sign_url, valid_number

SEVEN = st.text(string.digits, min_size=7, max_size=7)


def test_the_check_digit_is_luhns():
    assert number_with_check("7992739") == "79927398"  # 7+18-9+9+4+7+6+9 = 52 with the check digit 8
    assert number_with_check("0000000") == "00000000"
    assert number_with_check("1234567") == "12345674"


@given(SEVEN)
def test_a_wrong_digit_is_found(seven):
    number = number_with_check(seven)
    assert valid_number(number)
    for place in range(8):
        for digit in set(string.digits) - {number[place]}:
            assert not valid_number(number[:place] + digit + number[place + 1 :])


@given(SEVEN)
def test_neighbours_that_changed_places_are_found_but_for_0_and_9(seven):
    number = number_with_check(seven)
    for place in range(7):
        left, right = number[place], number[place + 1]
        swapped = number[:place] + right + left + number[place + 2 :]
        assert valid_number(swapped) is (left == right or {left, right} == {"0", "9"})


@pytest.mark.parametrize("text", ["", "1234567", "123456789", "1234567٤", "12345 74", "-1234567"])
def test_what_is_no_number(text):
    assert not valid_number(text)


@pytest.mark.parametrize("digits", ["", "123456", "12345678", "123456a", "123456٧"])
def test_a_check_digit_needs_seven_digits(digits):
    with pytest.raises(ValueError, match="seven"):
        number_with_check(digits)


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://vasc.example", "HTTPS://VASC.EXAMPLE/P/12345674"),
        (" HTTPS://vasc.example/ ", "HTTPS://VASC.EXAMPLE/P/12345674"),
        ("https://vasc.example/2026", "HTTPS://VASC.EXAMPLE/2026/P/12345674"),
        ("http://192.168.1.20:8080", "HTTP://192.168.1.20:8080/P/12345674"),
        ("https://xn--thnh-ph-hwa9a.example", "HTTPS://XN--THNH-PH-HWA9A.EXAMPLE/P/12345674"),
    ],
)
def test_addresses_of_signs_are_in_capitals(base, url):
    assert sign_url(base, "P", "12345674") == url
    assert judge(url) is judge(url.lower()) is judge(f" {url}\n") is Verdict.SIGN
    found = parse_url(url.lower())
    assert found is not None
    assert (found.base_url, found.kind, found.number) == (check_base_url(base), "P", "12345674")


@pytest.mark.parametrize(
    ("base", "key"),
    [
        ("", "qr.base_url_wrong"),
        ("no address at all", "qr.base_url_wrong"),
        ("vasc.example", "qr.base_url_wrong"),
        ("ftp://vasc.example", "qr.base_url_wrong"),
        ("https://", "qr.base_url_wrong"),
        ("https://thànhphố.example", "qr.base_url_wrong"),
        ("https://vasc.\u212aorea", "qr.base_url_wrong"),  # the Kelvin sign, which is a k in small letters
        ("https://a..b", "qr.base_url_wrong"),
        ("https://-a.b", "qr.base_url_wrong"),
        ("https://user@vasc.example", "qr.base_url_wrong"),
        ("https://vasc.example:0", "qr.base_url_wrong"),
        ("https://vasc.\nexample", "qr.base_url_wrong"),
        ("https://vasc.example/visitors", "qr.base_url_path"),
        ("https://vasc.example/A_B", "qr.base_url_path"),
        ("https://vasc.example?A=B", "qr.base_url_path"),
        ("https://vasc.example#A", "qr.base_url_path"),
        (f"https://{'a' * 80}.example", "qr.base_url_long"),
    ],
)
def test_a_base_address_that_cannot_stand_on_a_sign_is_refused(base, key):
    with pytest.raises(InputError) as caught:
        sign_url(base, "E", "00000000")
    assert caught.value.key == key
    for language in LANGUAGES:
        assert base.strip()[:20] in sentence(caught.value, language)


@given(st.text(max_size=120))
def test_any_base_address_is_taken_or_refused(base):
    for candidate in (base, f"https://{base}", f"https://vasc.example/{base}"):
        try:
            url = sign_url(candidate, "B", "12345674")
        except InputError:
            continue
        assert judge(url) is Verdict.SIGN


def test_a_sign_with_a_wrong_number_is_never_made():
    with pytest.raises(ValueError, match="12345678"):
        sign_url("https://vasc.example", "E", "12345678")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("HTTPS://VASC.EXAMPLE/E/12345678", Verdict.SIGN_MISTYPED),
        ("HTTPS://VASC.EXAMPLE/X/12345674", Verdict.NOT_OURS),
        ("HTTPS://VASC.EXAMPLE/E/1234567", Verdict.NOT_OURS),
        ("HTTPS://VASC.EXAMPLE/E/12345674?A", Verdict.NOT_OURS),
        ("HTTPS://VASC.EXAMPLE/E/1234567٤", Verdict.NOT_OURS),
        ("12345674", Verdict.NUMBER),
        (" 12345674\n", Verdict.NUMBER),
        ("12345675", Verdict.NUMBER_MISTYPED),
        ("1234567", Verdict.NOT_OURS),
        ("", Verdict.NOT_OURS),
        ("WIFI:S:guest;;", Verdict.NOT_OURS),
    ],
)
def test_what_was_scanned_or_typed_is_judged(text, verdict):
    assert judge(text) is verdict
