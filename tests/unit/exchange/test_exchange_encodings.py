import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.exchange import encodings
from showcase.exchange.encodings import DECODERS, decode, from_font, guess, is_vietnamese_syllable, repair
from tests.factories import FAMILY_NAMES, GIVEN_NAMES

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
TEXT = "Họ và tên,Đơn vị,Chức vụ\nNguyễn Thị Bích Ngọc,Đại học Ngày Mới,Giảng viên\nLê Ỷ Lan,Hiệp hội Sông Êm,Kỹ sư\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_cp1258(text):
    """Write as Windows does: the tone as a mark after its letter, everything else composed."""
    spelt = unicodedata.normalize("NFC", text)
    out = []
    for letter in spelt:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in TONES), "")
        bare = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        out.append((bare + tone).encode("cp1258"))
    return b"".join(out)


def in_table(text, high, low):
    codes = {letter: bytes([0x80 + index]) for index, letter in reversed(list(enumerate(high)))}
    codes |= {letter: bytes([code]) for code, letter in low.items()}
    return b"".join(codes.get(letter) or letter.encode("ascii") for letter in unicodedata.normalize("NFC", text))


def in_tcvn3(text):
    # TCVN3 has no capitals with a tone on a vowel of its own; writers of lists used a capital font instead.
    return in_table(text, encodings._TCVN3, {})


def in_viscii(text):
    return in_table(text, encodings._VISCII, encodings._VISCII_LOW)


def in_vni(text):
    single = {chr(value): chr(key) for key, value in encodings._VNI_SINGLE.items()} | {
        letter: letter for letter in "íìÍÌ"
    }
    marks = {value: key for key, value in encodings._VNI_MARKS.items()}
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        if letter in single or letter.isascii():
            out += single.get(letter, letter)
            continue
        parts = unicodedata.normalize("NFD", letter)
        base, mark = parts[0], "".join(parts[1:])
        if "\u031b" in mark:
            base, mark = single[unicodedata.normalize("NFC", base + "\u031b")], mark.replace("\u031b", "")
        mark = "".join(sorted(mark, key=lambda it: it in TONES))
        code = marks[mark]
        out += base + (code.upper() if base.isupper() else code)
    return out.encode("cp1252")


def in_utf16(text):
    return text.encode("utf-16")


@pytest.mark.parametrize(
    ("name", "data", "guessed"),
    [
        ("UTF-8", TEXT.encode(), False),
        ("UTF-8", TEXT.encode("utf-8-sig"), False),
        ("UTF-8", unicodedata.normalize("NFD", TEXT).encode(), False),
        ("UTF-16-LE", TEXT.encode("utf-16"), False),
        ("UTF-16-BE", b"\xfe\xff" + TEXT.encode("utf-16-be"), False),
        ("UTF-16-LE", ("name,booth\n" * 9 + TEXT).encode("utf-16-le"), True),
        ("UTF-16-BE", ("name,booth\n" * 9 + TEXT).encode("utf-16-be"), True),
        ("Windows-1258", in_cp1258(TEXT), True),
        ("TCVN3", in_tcvn3(TEXT.replace("Ỷ", "ỷ")), True),
        ("VISCII", in_viscii(TEXT), True),
        ("VNI", in_vni(TEXT), True),
    ],
)
def test_vietnamese_is_read_in_every_encoding_it_is_sent_in(name, data, guessed):
    decoded = decode(data)
    assert (decoded.encoding, decoded.guessed) == (name, guessed)
    assert decoded.text.endswith(TEXT.replace("Ỷ", "ỷ") if name == "TCVN3" else TEXT)


@pytest.mark.parametrize(
    "text", ["Société Générale de l’Énergie,Zoé Lefèvre\n", "Fußgänger GmbH,Jürgen\n", "“Smart”…,Björn Åkesson\n"]
)
def test_western_windows_is_told_from_vietnamese(text):
    decoded = decode(text.encode("cp1252"))
    assert (decoded.encoding, decoded.guessed, decoded.text) == ("Windows-1252", True, text)


def test_mixed_encodings_lose_only_what_cannot_be_read():
    decoded = decode((TEXT * 20).encode() + "Société,A1\n".encode("cp1252"))
    assert decoded.guessed
    assert decoded.encoding == "UTF-8"
    assert decoded.text.startswith(TEXT)
    assert "Soci\ufffdt\ufffd" in decoded.text


NAMES = st.lists(
    st.tuples(st.sampled_from(FAMILY_NAMES), st.sampled_from(GIVEN_NAMES)).map(" ".join), min_size=4, unique=True
)


@given(NAMES, st.sampled_from([in_cp1258, in_viscii, in_vni, str.encode, in_utf16]))
def test_lists_of_names_survive_their_encoding(names, write):
    text = "\n".join(names)
    assert decode(write(text)).text == text


@given(NAMES)
def test_lists_of_small_letters_survive_tcvn3(names):
    text = "\n".join(names).lower()
    assert decode(in_tcvn3(text)).text == text


@given(st.text(LETTERS, max_size=30), st.sampled_from([("VISCII", in_viscii), ("VNI", in_vni), ("TCVN3", in_tcvn3)]))
def test_every_vietnamese_letter_has_its_place_in_the_tables(text, way):
    name, write = way
    assert unicodedata.normalize("NFC", DECODERS[name](write(text))) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_somehow(data):
    decoded = decode(data)
    assert decoded.text == unicodedata.normalize("NFC", decoded.text)
    assert guess(data) in DECODERS


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ðặng Văn Ð", "Đặng Văn Đ"),
        ("ðường", "đường"),
        ("Guðmundsson", "Guðmundsson"),
        ("  hai\u00a0 chỗ  ", "hai chỗ"),
        ("'+84 912 000 001", "+84 912 000 001"),
        ("'=1+1", "=1+1"),
        ("'sHertogenbosch", "'sHertogenbosch"),
        ("zero\u200bwidth\u202e", "zerowidth"),
        (unicodedata.normalize("NFD", "Nguyễn"), "Nguyễn"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_cells_are_repaired(typed, kept):
    assert repair(typed) == kept


def test_fonts_mean_nothing_for_real_letters():
    assert from_font("Nguyễn", ".VnTime") == "Nguyễn"
    assert from_font("Société", "Calibri") == "Société"


@pytest.mark.parametrize(
    "word", ["nguyễn", "Đặng", "khuya", "quỳnh", "giếng", "Ế", "ngoằn", "ý", "thuở", "giặt", "gì", "nguyen", "Duong"]
)
def test_syllables(word):
    assert is_vietnamese_syllable(word)


@pytest.mark.parametrize("word", ["société", "straße", "bláh", "Ægir", "nguyẽ̂́n", "x1", "strong", ""])
def test_other_words(word):
    assert not is_vietnamese_syllable(word)
