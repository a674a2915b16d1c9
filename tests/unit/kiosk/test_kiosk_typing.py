"""Vietnamese on the screen's keyboard: Telex, VNI, the row of tones, and words that are not Vietnamese."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.kiosk import telex, tones, vni
from showcase.kiosk.syllables import TONES, could_be, toned, untoned
from showcase.kiosk.typing import MOST_LETTERS, Line, Method

TELEX = [
    "vieejt",
    "việt",
    "vietej",
    "việt",
    "tieengs",
    "tiếng",
    "nguwowif",
    "người",
    "nguoiwf",
    "người",
    "hoaf",
    "hòa",
    "hoanf",
    "hoàn",
    "thuys",
    "thúy",
    "quaan",
    "quân",
    "quys",
    "quý",
    "giaf",
    "già",
    "gif",
    "gì",
    "giuwax",
    "giữa",
    "ddaji",
    "đại",
    "daid",
    "đai",
    "dduwowngf",
    "đường",
    "duongwdf",
    "đường",
    "hax",
    "hã",
    "Nguyeenx",
    "Nguyễn",
    "NGUYEENX",
    "NGUYỄN",
    "ddoongf",
    "đồng",
    "huowngs",
    "hướng",
    "thuowng",
    "thương",
    "khuyu",
    "khuyu",
    "khuyur",
    "khuỷu",
    "maas",
    "mấ",
    "class",
    "clas",
    "hoangf",
    "hoàng",
    "oong",
    "ông",
    "asz",
    "a",
    "aaa",
    "aa",
    "mieens",
    "miến",
    "buwu",
    "bưu",
    "truwowngf",
    "trường",
    "tooi",
    "tôi",
    "owr",
    "ở",
    "wng",
    "ưng",
    "xoays",
    "xoáy",
    "luaajt",
    "luật",
    "thuowr",
    "thuở",
    "thuowngr",
    "thưởng",
    "quowr",
    "quở",
    "ddd",
    "dd",
    "aww",
    "aw",
    "oww",
    "ow",
    "uww",
    "uw",
    "ww",
    "w",
    "uoww",
    "uow",
    "ass",
    "as",
    "asss",
    "ass",
    "xooong",
    "xoong",
    "ngoawnf",
    "ngoằn",
    "ngoeof",
    "ngoèo",
    "tesst",
    "test",
]
VNI = [
    "vie65t",
    "việt",
    "nguo72i",
    "người",
    "d9a5i",
    "đại",
    "ho2a",
    "hòa",
    "nguye64n",
    "nguyễn",
    "d9u7o72ng",
    "đường",
    "tie61ng",
    "tiếng",
    "a66",
    "a6",
    "a11",
    "a1",
]
NAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đào",
    "Đoàn",
    "Trịnh",
    "Quách",
    "Thủy",
    "Thúy",
    "Hương",
    "Phượng",
    "Khuê",
    "Tuấn",
    "Quỳnh",
    "Giang",
    "Nghĩa",
    "Ngọc",
    "Ánh",
    "Uyên",
    "Xuân",
    "Yến",
    "Duyên",
    "Bích",
    "Thảo",
    "Trang",
    "Thắng",
    "Cường",
    "Được",
    "Hoài",
    "Loan",
    "Oanh",
    "Khánh",
    "Linh",
    "Tiến",
    "Diễm",
    "Diệp",
    "Kiều",
    "Liễu",
    "Mỹ",
    "Ý",
    "Ưng",
    "Ân",
    "Ơn",
    "Thuở",
    "Quyền",
    "Quyết",
    "Thuần",
    "Huệ",
    "Hạnh",
    "Nhung",
    "Phúc",
    "Vượng",
    "Việt",
    "Kỳ",
    "Lượng",
    "Trường",
    "Đường",
    "Thịnh",
    "Phước",
    "đô",
    "thị",
    "thông",
    "minh",
    "năng",
    "lượng",
    "trí",
    "tuệ",
    "nhân",
    "tạo",
    "dữ",
    "liệu",
    "nước",
    "sạch",
    "giao",
    "thông",
    "khuỷu",
    "xoáy",
    "người",
    "giữa",
    "gì",
    "quý",
    "rượu",
    "bưởi",
    "nghiêng",
    "ngoằn",
    "ngoèo",
    "khoét",
    "loắt",
    "choắt",
    "quẹo",
    "huơ",
    "tuýp",
    "uỷ",
    "thuyền",
    "chuyện",
    "khuya",
    "quả",
    "quốc",
    "quấn",
]
_TELEX_KEYS = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI_KEYS = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
_VNI_TONES = dict(zip("sfrxj", "12345", strict=True))


def pairs(words):
    return list(zip(words[::2], words[1::2], strict=True))


def keys_of(word, letters, tone_keys, *, at_end):
    """Return the keys that give a word, the tone right after its vowel or at the end."""
    plain, tone = untoned(word)
    keys = [letters.get(c.lower(), c) for c in plain]
    keys = [key.capitalize() if c.isupper() else key for key, c in zip(keys, plain, strict=True)]
    if tone:
        last = max(place for place, c in enumerate(plain.lower()) if c in "aăâeêioôơuưy")
        keys.insert(len(keys) if at_end else last + 1, tone_keys[tone])
    return "".join(keys)


def typed(keys, method=Method.TELEX, line=None):
    line = line or Line(method=method)
    for key in keys:
        line = line.press(key) if key != " " else line.insert(key)
    return line


@pytest.mark.parametrize(("keys", "word"), pairs(TELEX))
def test_telex(keys, word):
    assert telex.compose(keys) == word


@pytest.mark.parametrize(("keys", "word"), pairs(VNI))
def test_vni(keys, word):
    assert vni.compose(keys) == word


@pytest.mark.parametrize(("keys", "word"), [pair for pair in pairs(TELEX) if pair[0] != "class"])
def test_the_keyboard_composes_the_same(keys, word):
    assert typed(keys).text == word


def test_the_modern_spelling():
    assert [telex.compose(keys, modern=True) for keys in ("hoaf", "thuys", "khoer")] == ["hoà", "thuý", "khoẻ"]


@pytest.mark.parametrize("at_end", [True, False])
@pytest.mark.parametrize("word", NAMES)
def test_every_word_is_typed_in_both_methods_and_any_case(word, at_end):
    for spelt in (word, word.upper(), word.lower()):
        assert typed(keys_of(spelt, _TELEX_KEYS, dict(zip(TONES, TONES, strict=True)), at_end=at_end)).text == old(
            spelt
        )
        assert typed(keys_of(spelt, _VNI_KEYS, _VNI_TONES, at_end=at_end), Method.VNI).text == old(spelt)


def old(word):
    """Return a word with its tone where the older spelling has it: ủy for uỷ."""
    return toned(*untoned(word))


@pytest.mark.parametrize("word", NAMES)
def test_every_word_is_a_syllable_and_so_are_its_beginnings(word):
    assert all(could_be(word[:end]) for end in range(1, len(word) + 1))


@pytest.mark.parametrize(
    "word",
    [
        "smart",
        "solar",
        "robot",
        "green",
        "sensor",
        "software",
        "water",
        "class",
        "business",
        "drone",
        "energy",
        "park",
        "IoT",
        "5G",
    ],
)
def test_words_that_cannot_be_vietnamese_stay_as_typed(word):
    assert typed(word).text == word


@pytest.mark.parametrize("word", NAMES)
def test_the_row_of_tones_makes_every_word_from_plain_letters(word):
    line = Line()
    for c in untoned(word)[0]:
        line = line.mark(c.lower(), upper=c.isupper()) if c.lower() in tones.LETTER_KEYS else line.insert(c)
    for shown, tone in tones.TONE_KEYS.items():
        if tone == untoned(word)[1]:
            line = line.mark(shown)
    assert line.text == old(word)


@pytest.mark.parametrize(
    ("word", "key", "after"),
    [
        ("thi", "ạ", "thị"),
        ("thị", "ạ", "thi"),
        ("thị", "á", "thí"),
        ("thong", "ô", "thông"),
        ("thông", "ô", "thong"),
        ("thông", "ơ", "thơng"),
        ("dong", "đ", "đong"),
        ("ĐONG", "đ", "DONG"),
        ("nguoi", "ư", "ngươi"),
        ("", "đ", "đ"),
        ("x", "á", "x"),
        ("kê", "ă", "kêă"),
        ("thuơ", "ả", "thuở"),
    ],
)
def test_keys_of_the_row(word, key, after):
    assert tones.press(word, key) == after


def test_the_row_acts_on_the_word_at_the_cursor():
    line = Line("do thi", 2)
    assert line.mark("ô").mark("đ").text == "đô thi"
    assert Line("Hà-nôi", 6).mark("ạ").text == "Hà-nội"


def test_backspace_takes_what_is_seen_and_typing_goes_on_from_there():
    line = typed("vieejt").backspace()
    assert line.text == "việ"
    assert typed("n", line=line).text == "viện"
    assert typed("s", line=typed("vieejt").backspace()).text == "viế"
    assert Line().backspace() == Line()


def test_a_word_in_the_middle_is_mended_where_the_cursor_is():
    line = typed("thanh pho").move(5)
    assert line.press("f").text == "thànhpho" or line.move(5).press("f").text == "thành pho"


def test_digits_from_the_page_of_digits_are_digits():
    line = typed("A", Method.VNI).insert("1").insert("2")
    assert line.text == "A12"
    assert typed("A", Method.VNI).press("1").text == "Á"


def test_without_a_method_nothing_is_composed():
    assert typed("vieejt aa", Method.NONE).text == "vieejt aa"
    assert typed("vieej").using(Method.NONE).press("s").text == "việs"


_KEYS = st.text("aeouwdsfrxjzngthAW19 -", max_size=40)


@given(keys=_KEYS, method=st.sampled_from(Method))
def test_any_keys_give_composed_text_and_a_cursor_within_it(keys, method):
    line = typed(keys, method)
    assert unicodedata.is_normalized("NFC", line.text)
    assert line.cursor == len(line.text)
    for left in range(len(line.text) - 1, -1, -1):
        line = line.backspace()
        assert len(line.text) == left


@given(st.text(max_size=300), st.integers(-5, 400))
def test_no_text_is_too_long_or_too_strange(text, cursor):
    line = Line(method=Method.TELEX)
    for c in text:
        line = line.press(c)
    assert len(line.text) <= MOST_LETTERS
    assert 0 <= line.move(cursor).cursor <= len(line.text)
    for key in (*tones.TONE_KEYS, *tones.LETTER_KEYS):
        assert len(line.move(cursor).mark(key).text) <= MOST_LETTERS
