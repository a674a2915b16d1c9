"""Keys of scanners, of people, and of both: what is a reading, and what is wrong with the keyboard."""

import secrets
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.leads.kinds import Fault, ReadingKind
from showcase.leads.layouts import find_digits, typed_under
from showcase.leads.selftest import TEST_DIGITS, TEST_TEXT, diagnose
from showcase.leads.wedge import MOST, Wedge, WedgeSetup
from showcase.qr.payload import TOKEN_DIGITS, number_with_check

TOKEN = "".join(str((7 * place) % 10) for place in range(TOKEN_DIGITS))
tokens = st.text("0123456789", min_size=TOKEN_DIGITS, max_size=TOKEN_DIGITS)
gaps = st.floats(0.0005, 0.04)
LAYOUTS = [Fault.AZERTY, Fault.VIETNAMESE_LAYOUT]


def play(wedge, text, at=10.0, gap=0.005, end="\r"):
    """Type a text and return what came of it, with the time after it."""
    found = []
    for character in [*text, *end]:
        at += gap
        found.append(wedge.press(character, at))
    return [reading for reading in found if reading], at


def after_silence(wedge, at):
    reading = wedge.wait(at + 10)
    return [reading] if reading else []


@given(tokens, gaps, st.sampled_from(["\r", "\n", "\t", "\r\n"]))
def test_221_digits_and_an_end_are_one_reading(token, gap, end):
    wedge = Wedge()
    found, at = play(wedge, token, gap=gap, end=end)
    assert [(reading.text, reading.raw, reading.faults) for reading in found] == [(token, token, ())]
    assert after_silence(wedge, at) == []


@given(tokens, st.integers(0, TOKEN_DIGITS))
def test_a_code_is_not_torn_by_another_set_up(token, place):
    wedge = Wedge()
    first, at = play(wedge, token[:place], end="")
    wedge.use(WedgeSetup(suffix="#"))
    found, _ = play(wedge, token[place:], at=at, end="#")
    assert first == []
    assert [(reading.text, reading.faults) for reading in found] == [(token, ())]


@given(tokens, gaps)
def test_a_missing_enter_is_not_waited_for_long_and_is_named(token, gap):
    wedge = Wedge()
    found, at = play(wedge, token, gap=gap, end="")
    assert found == []
    due = wedge.due()
    assert due is not None
    assert at < due <= at + 0.25
    assert wedge.wait(due - 1e-6) is None
    reading = wedge.wait(due + 1e-6)
    assert reading is not None
    assert (reading.kind, reading.text, reading.faults) == (ReadingKind.BADGE, token, (Fault.NO_ENTER,))
    assert wedge.due() is None


@given(st.text("0123456789", min_size=TOKEN_DIGITS - 40, max_size=TOKEN_DIGITS + 40), gaps)
def test_no_other_number_of_digits_is_a_badge(digits, gap):
    found, _ = play(Wedge(), digits, gap=gap)
    if len(digits) != TOKEN_DIGITS:
        assert [reading.kind for reading in found] == [ReadingKind.OTHER]
        assert found[0].faults == ((Fault.CUT_SHORT,) if len(digits) < TOKEN_DIGITS else (Fault.TOO_LONG,))


@given(tokens, st.integers(0, TOKEN_DIGITS - 1), st.sampled_from("x٣３ ²-é\u0301"))
def test_one_other_character_makes_it_no_badge(token, place, other):
    spoilt = token[:place] + other + token[place + 1 :]
    found, _ = play(Wedge(), spoilt)
    assert [reading.kind for reading in found] == [ReadingKind.OTHER]


@given(tokens, st.sampled_from(LAYOUTS))
def test_a_layout_is_taken_back_and_named(token, layout):
    typed = typed_under(layout, token)
    found, _ = play(Wedge(), typed)
    assert [(reading.kind, reading.text, reading.raw, reading.faults) for reading in found] == [
        (ReadingKind.BADGE, token, typed, (layout,))
    ]


@given(st.text("1234567890", min_size=1, max_size=40))
def test_tones_that_the_system_joined_to_their_letter_are_taken_apart(digits):
    typed = typed_under(Fault.VIETNAMESE_LAYOUT, digits)
    joined, rest = "", list(typed)
    while rest:  # as a window system joins a tone to the letter before it, one tone at the most
        letter = rest.pop(0)
        if rest and len(both := unicodedata.normalize("NFC", letter + rest[0])) == 1:
            letter = both
            rest.pop(0)
        joined += letter
    assert find_digits(joined) == (digits, Fault.VIETNAMESE_LAYOUT)


def test_the_belgian_keyboard_is_told_as_well():
    assert find_digits("§!&") == ("681", Fault.AZERTY)
    assert find_digits("") is None


@given(tokens)
def test_a_doubled_read_is_one_reading(token):
    for typed in (token * 2, "".join(digit * 2 for digit in token)):
        found, _ = play(Wedge(), typed)
        assert [(reading.text, reading.faults) for reading in found] == [(token, (Fault.DOUBLED,))]


def test_the_same_code_again_within_two_seconds_is_marked():
    wedge = Wedge()
    times = [0.0, 1.0, 2.5, 9.0]
    found = [play(wedge, TOKEN, at=at, gap=0.0005)[0][0].repeated for at in times]
    assert found == [False, True, True, False]
    other, _ = play(wedge, TOKEN[::-1], at=9.2)
    assert [reading.repeated for reading in other] == [False]


@given(st.lists(st.tuples(st.text(min_size=0, max_size=3), st.floats(0, 2)), max_size=400))
def test_nothing_that_is_typed_breaks_it_or_grows(keys):
    wedge, at = Wedge(), 0.0
    for text, pause in keys:
        at += pause
        wedge.press(text, at)
        assert len(wedge._keys) <= MOST + 1
        assert (wedge.due() is None) == (not wedge._keys)
    wedge.wait(at + 1)
    assert wedge.due() is None


@given(st.lists(st.tuples(st.characters(min_codepoint=32, max_codepoint=0x1EF9), st.floats(0.08, 1)), max_size=80))
def test_somebody_who_types_is_ignored(keys):
    wedge, at, found = Wedge(), 0.0, []
    for character, pause in keys:
        at += pause
        found.append(wedge.press(character, at))
    found += [wedge.press("\r", at + 0.1), wedge.wait(at + 2)]
    # Sixteen keys without a pause whose last eight are a sign's number may be one: nobody types that by chance.
    assert [reading for reading in found if reading and reading.kind is not ReadingKind.SIGN] == []


@given(st.text("abc 123\r", max_size=30), tokens)
def test_what_was_typed_before_a_pause_does_not_count(noise, token):
    wedge = Wedge()
    _, at = play(wedge, noise, gap=0.2, end="")
    found, _ = play(wedge, token, at=at + 0.3)
    assert [reading.text for reading in found if reading.kind is ReadingKind.BADGE] == [token]


def test_a_pause_in_the_middle_makes_no_badge():
    wedge = Wedge()
    first, at = play(wedge, TOKEN[:100], end="")
    second, _ = play(wedge, TOKEN[100:], at=at + 0.3)
    assert ReadingKind.BADGE not in {reading.kind for reading in [*first, *second]}


@pytest.mark.parametrize("setup", [WedgeSetup(), WedgeSetup(prefix="<<", suffix="#")])
def test_prefix_and_suffix(setup):
    wedge = Wedge(setup)
    typed = f"{setup.prefix}{TOKEN}{setup.suffix}"
    (reading,), at = play(wedge, typed, end="" if setup.suffix else "\r")
    assert (reading.text, reading.faults) == (TOKEN, ())
    (reading,), at = play(wedge, f"]Q1{TOKEN}", at=at + 3)
    assert (reading.text, reading.faults) == (TOKEN, ())
    for spoilt, fault in ((f"@@{TOKEN}", Fault.PREFIX), (f"{TOKEN}@@", Fault.SUFFIX)):
        (reading,), at = play(wedge, spoilt, at=at + 3)
        assert (reading.kind, reading.faults) == (ReadingKind.OTHER, (fault,))


NUMBER = number_with_check("1234567")


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        (f"HTTPS://VASC.EXAMPLE/P/{NUMBER}", ()),
        (f"https://vasc.example/p/{NUMBER}", ()),
        (f"HTTPS://VÁC.EXAMPLE/P/{NUMBER}", (Fault.INPUT_METHOD,)),
        (typed_under(Fault.AZERTY, f"HTTPS://VASC.EXAMPLE/P/{NUMBER}"), (Fault.AZERTY,)),
        (typed_under(Fault.VIETNAMESE_LAYOUT, f"HTTPS://VASC.EXAMPLE/P/{NUMBER}"), (Fault.VIETNAMESE_LAYOUT,)),
    ],
)
def test_a_sign_is_known_by_its_number(typed, faults):
    (reading,), _ = play(Wedge(), typed)
    assert (reading.kind, reading.text[-9:], reading.faults) == (ReadingKind.SIGN, typed[-9] + NUMBER, faults)


def test_a_sign_with_a_wrong_check_digit_is_none_of_ours():
    wrong = str(int(NUMBER) + 1).zfill(8)
    (reading,), _ = play(Wedge(), f"HTTPS://VASC.EXAMPLE/P/{wrong}")
    assert reading.kind is ReadingKind.OTHER


def test_an_input_method_that_takes_letters_back_is_named():
    """UniKey sends a backspace and the letter it has made."""
    (reading,), _ = play(Wedge(), f"HTTPS://VAS\b\bÁC.EXAMPLE/P/{NUMBER}")
    assert (reading.kind, reading.text[-8:], reading.faults) == (ReadingKind.SIGN, NUMBER, (Fault.INPUT_METHOD,))
    (reading,), _ = play(Wedge(), f"9\b{TOKEN}")
    assert (reading.text, reading.faults) == (TOKEN, (Fault.INPUT_METHOD,))


def test_digits_of_another_script_are_named_and_no_badge():
    full = TOKEN.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    (reading,), _ = play(Wedge(), full)
    assert (reading.kind, reading.faults) == (ReadingKind.OTHER, (Fault.OTHER_DIGITS,))


def test_a_very_long_burst_is_let_go():
    wedge = Wedge()
    found, at = play(wedge, TOKEN * 40)
    assert [(reading.kind, reading.faults) for reading in found] == [(ReadingKind.OTHER, (Fault.TOO_LONG,))]
    found, _ = play(wedge, TOKEN, at=at)
    assert [reading.text for reading in found] == [TOKEN]


def test_other_keys_do_not_disturb_a_code():
    wedge, at = Wedge(), 5.0
    found = []
    for character in [*TOKEN, "\r"]:
        at += 0.004
        found += [wedge.press("", at), wedge.press("\x1d", at), wedge.press(character, at)]
    assert [reading.text for reading in found if reading] == [TOKEN]


def test_the_times_may_stand_still_or_go_back():
    wedge = Wedge()
    found = [wedge.press(character, 3.0 - place / 1e6) for place, character in enumerate([*TOKEN, "\r"])]
    assert [reading.text for reading in found if reading] == [TOKEN]


@pytest.mark.parametrize("text", [TEST_DIGITS, TEST_TEXT])
@pytest.mark.parametrize("layout", [Fault.AZERTY, Fault.QWERTZ, Fault.VIETNAMESE_LAYOUT, Fault.CAPS_LOCK])
def test_a_test_code_names_the_layout(text, layout):
    typed = typed_under(layout, text)
    (reading,), _ = play(Wedge(), typed)
    assert reading.kind is ReadingKind.TEST
    found = diagnose(reading.raw)
    assert (found.matches, found.faults) == ((True, ()) if typed == text else (False, (layout,)))


@pytest.mark.parametrize(
    ("received", "faults"),
    [
        ("KTK/Á.Â.Đ.Ơ/A1.O7.D9/QƯYZM/1234567890", (Fault.TELEX,)),
        ("KTK/AS.AA.DD.OW/Á.Ơ.Đ/QWYZM/1234567890", (Fault.VNI,)),
        ("ktk/as.aa.dd.ow/a1.o7.d9/qwyzm/1234567890", (Fault.CAPS_LOCK,)),
        ("KTK/AS.AA.DD.OW/A1.O7", (Fault.CUT_SHORT,)),
        (TEST_DIGITS[:200], (Fault.CUT_SHORT,)),
        (typed_under(Fault.AZERTY, TEST_TEXT).swapcase(), (Fault.AZERTY, Fault.CAPS_LOCK)),
        ("something else", ()),
        ("", ()),
    ],
)
def test_a_test_code_names_the_fault(received, faults):
    assert diagnose(received).faults == faults
    assert not diagnose(received).matches


def test_a_thousand_chance_tokens_in_a_row():
    wedge, at, read = Wedge(), 0.0, []
    sent = ["".join(secrets.choice("0123456789") for _ in range(TOKEN_DIGITS)) for _ in range(100)]
    for token in sent:
        found, at = play(wedge, token, at=at + 0.01)
        read += [reading.text for reading in found]
    assert read == sent
