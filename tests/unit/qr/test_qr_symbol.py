"""Symbols are those of stock qrcode, module for module, and readers read them."""

import random
import string

import pytest
import qrcode
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qrcode import util

from showcase.errors import InputError
from showcase.messages import LANGUAGES, sentence
from showcase.qr.symbol import LARGEST, encode

LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}
ALPHANUMERIC = util.ALPHA_NUM.decode()
ALPHABETS = (string.digits, ALPHANUMERIC, string.printable, "Nguyễn Thị Ánh – đường 3/2, 中文 ไทย 🙂")


def stock_rows(text, level="M", version=None):
    code = qrcode.QRCode(version=version, error_correction=LEVELS[level])
    code.add_data(text)
    code.make()
    return [int("".join("01"[bool(module)] for module in row), 2) for row in code.modules]


def read(matrix):
    line = matrix.lines()
    rows = [line[start : start + matrix.size] for start in range(0, len(line), matrix.size + 1)]
    image = Image.new("L", (matrix.size + 8, matrix.size + 8), 255)
    inner = Image.frombytes("L", (matrix.size,) * 2, bytes(0 if dot == "1" else 255 for dot in "".join(rows)))
    image.paste(inner, (4, 4))
    (found,) = zxingcpp.read_barcodes(image.resize((image.width * 3, image.height * 3), Image.Resampling.NEAREST))
    return found.bytes.decode()


def token(generator):
    return "".join(generator.choices(string.digits, k=221))


def test_tokens_look_as_stock_qrcode_draws_them():
    generator = random.Random(27)
    for _ in range(40):
        text = token(generator)
        matrix = encode(text)
        assert matrix.size == 41
        assert matrix.rows() == stock_rows(text)


@pytest.mark.parametrize("version", [*range(1, 12), 14, 19, 26, 27, 33, 40])
def test_every_size_of_symbol_is_stock(version):
    """Versions 7, 10 and 27 start to carry their number and longer counts."""
    generator = random.Random(version)
    level = generator.choice("LMQH")
    text = "".join(generator.choices(generator.choice(ALPHABETS), k=version * 3))
    matrix = encode(text, level, version)
    assert matrix.size == 17 + 4 * version
    assert matrix.rows() == stock_rows(text, level, version)


@settings(max_examples=60, deadline=None)
@given(
    text=st.one_of(st.text(max_size=90), *(st.text(alphabet, max_size=120) for alphabet in ALPHABETS)),
    more=st.text(string.digits, max_size=60),
    level=st.sampled_from("LMQH"),
    version=st.none() | st.integers(1, 12),
)
def test_any_text_is_stock(text, more, level, version):
    """A long run of digits behind other text gets a segment of its own, as in stock qrcode."""
    text = text.replace("\0", "0") + more  # stock qrcode cannot divide a block of zeros
    assert encode(text, level, version).rows() == stock_rows(text, level, version)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(string.digits + "AB:", min_size=1, max_size=200) | st.text("đê€A1", min_size=1, max_size=60),
    level=st.sampled_from("LMQH"),
)
def test_a_reader_reads_it_back(text, level):
    assert read(encode(text, level)) == text


def test_a_block_of_zeros_is_no_trouble():
    text = "\0" * 200
    assert read(encode(text)) == text


def test_the_fullest_symbols_are_stock_and_one_more_is_refused():
    for alphabet, most in (("7", 7089), ("A", 4296), ("a", 2953)):
        matrix = encode(alphabet * most, "L")
        assert matrix.size == 17 + 4 * LARGEST
        with pytest.raises(InputError) as caught:
            encode(alphabet * (most + 1), "L")
        assert all(str(most + 1) in sentence(caught.value, language) for language in LANGUAGES)
    assert encode("a" * 2953, "L").rows() == stock_rows("a" * 2953, "L")


@pytest.mark.parametrize("limit", [9, 10, 26, 27])
def test_a_longer_count_may_need_a_larger_version(limit):
    """At the last bytes of versions 9 and 26 the count of a larger version decides."""
    room = util.BIT_LIMIT_TABLE[LEVELS["M"]][limit] // 8
    for length in range(room - 4, room + 1):
        code = qrcode.QRCode(error_correction=LEVELS["M"])
        code.add_data("x" * length)
        assert encode("x" * length).size == 17 + 4 * code.best_fit()


def test_rows_and_lines_say_the_same():
    matrix = encode("HTTPS://VASC.EXAMPLE/E/40020588")
    stride = matrix.size + 1
    assert matrix.lines()[matrix.size :: stride] == "0" * matrix.size
    assert [int(matrix.lines()[row * stride : row * stride + matrix.size], 2) for row in range(matrix.size)] == (
        matrix.rows()
    )
    assert matrix.rows()[0] >> matrix.size - 8 == 0b11111110  # a finder and what parts it from the rest
