"""Bytes from a serial port become the same readings as keys, in whatever pieces they come, and nothing grows."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.leads.bytewedge import ByteWedge
from showcase.leads.kinds import Fault, ReadingKind
from showcase.leads.selftest import TEST_DIGITS
from showcase.leads.wedge import MOST, Wedge, WedgeSetup
from showcase.qr.payload import TOKEN_DIGITS

TOKEN = "".join(random.Random(7).choices("0123456789", k=TOKEN_DIGITS))
OTHER = "".join(random.Random(8).choices("0123456789", k=TOKEN_DIGITS))


def pieces(data, cuts):
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t", "\n\r"])
@given(cuts=st.lists(st.integers(0, 900), max_size=12))
def test_codes_come_whole_however_they_are_cut(end, cuts):
    wedge = ByteWedge()
    found = []
    for at, piece in enumerate(pieces(f"{TOKEN}{end}{OTHER}{end}".encode(), cuts)):
        found += wedge.feed(piece, at * 0.01)
    assert [(it.kind, it.text, it.faults) for it in found] == [
        (ReadingKind.BADGE, TOKEN, ()),
        (ReadingKind.BADGE, OTHER, ()),
    ]


def test_two_codes_in_one_piece_are_two_readings():
    assert [it.text for it in ByteWedge().feed(f"{TOKEN}\r{OTHER}\r".encode(), 0)] == [TOKEN, OTHER]


def test_a_code_without_a_line_end_ends_by_itself():
    wedge = ByteWedge()
    assert wedge.feed(TOKEN.encode(), 1.0) == []
    assert wedge.wait(1.01) is None
    found = wedge.wait(2.0)
    assert found is not None
    assert (found.text, found.faults) == (TOKEN, (Fault.NO_ENTER,))


@pytest.mark.parametrize(("prefix", "suffix"), [("", ""), ("\x02", "\x03"), ("]Q1", ""), ("A>", ";"), ("Mã ", " hết")])
def test_what_a_scanner_puts_around_a_code_is_taken_off(prefix, suffix):
    # STX, ETX and the like are no characters of a code; what else there is has to be named in the set-up.
    shown = WedgeSetup(prefix=prefix.strip("\x02") if prefix != "]Q1" else "", suffix=suffix.strip("\x03"))
    wedge = ByteWedge(shown)
    (found,) = wedge.feed(f"{prefix}{TOKEN}{suffix}\r\n".encode(), 0)
    assert (found.kind, found.text) == (ReadingKind.BADGE, TOKEN)


def test_a_set_up_that_changes_tears_no_code():
    wedge = ByteWedge()
    wedge.feed(f"#{TOKEN[:100]}".encode(), 0)
    wedge.use(WedgeSetup(prefix="#"))
    assert [it.text for it in wedge.feed(f"{TOKEN[100:]}\r".encode(), 0.1)] == [TOKEN]


@given(st.binary(max_size=3000))
def test_no_bytes_break_it_and_the_next_code_is_read(noise):
    wedge = ByteWedge()
    for reading in wedge.feed(noise + b"\r", 0):
        assert len(reading.raw) <= MOST + 1
    assert [it.text for it in wedge.feed(f"{TOKEN}\r".encode(), 9)] == [TOKEN]


def test_a_port_that_never_ends_a_line_fills_no_memory():
    wedge = ByteWedge()
    for turn in range(200):
        assert wedge.feed(b"x" * 4096, turn * 0.001) == []
    (found,) = wedge.feed(b"\r", 0.2)
    assert (found.kind, found.faults) == (ReadingKind.OTHER, (Fault.TOO_LONG,))
    assert len(found.raw) <= MOST + 1


def test_a_letter_cut_in_two_comes_whole():
    wedge = ByteWedge()
    code = "mã của gian hàng khác".encode()
    assert wedge.feed(code[:2], 0) == []
    (found,) = wedge.feed(code[2:] + b"\r", 0.01)
    assert found.text == "mã của gian hàng khác"


@given(st.text("0123456789abc/]Q", min_size=1, max_size=300))
def test_bytes_are_judged_as_keys_are(text):
    keys = Wedge()
    typed = [found for character in f"{text}\r" if (found := keys.press(character, 0.0)) is not None]
    assert ByteWedge().feed(f"{text}\r".encode(), 0.0) == typed


def test_a_test_code_is_known():
    (found,) = ByteWedge().feed(f"{TEST_DIGITS}\r\n".encode(), 0)
    assert found.kind is ReadingKind.TEST
