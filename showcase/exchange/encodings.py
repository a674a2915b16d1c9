"""Find out in which encoding a list was written, old Vietnamese ones included, and read it.

Order: byte order mark, UTF-16 by its zero bytes, strict UTF-8, then a scored guess. Among the guesses the one wins
whose words are most often possible Vietnamese syllables (or, for Western Windows, words with French letters). The guess
is always reported. TCVN3 after TCVN 5712:1993 table VN1, VISCII after RFC 1456, VNI as its fonts place accents after
the vowel.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from showcase.text import clean, fold

_SAMPLE: Final = 200_000
"""Bytes that are judged; enough for some thousand names."""

_TCVN3: Final = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù\u1ed6ủũúụừửữứựỳỷỹýỵỐ"
)
_VISCII: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW: Final = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}

_VNI_SINGLE: Final = str.maketrans("ñÑôÔöÖæÆóÓòÒîÎ", "đĐơƠưƯỉỈĩĨịỊỵỴ")
_VNI_MARKS: Final[dict[str, str]] = {
    **dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True)),
    **{letter: "\u0302" + tone for letter, tone in zip("âáàåãä", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True)},
    **{letter: "\u0306" + tone for letter, tone in zip("êéèúüë", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True)},
}
_VNI_PAIR: Final = re.compile(f"([aeouyôöAEOUYÔÖ])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read; `guessed` when nothing in the file said so."""

    text: str
    encoding: str
    guessed: bool


def _table(high: str, low: dict[int, str]) -> Callable[[bytes], str]:
    """Return a decoder for a single-byte encoding over ASCII."""
    codes = {0x80 + index: letter for index, letter in enumerate(high)} | low
    return lambda data: str(data, "latin-1").translate(codes)


def _from_vni(data: bytes) -> str:
    text = data.decode("cp1252", errors="replace")

    def accented(pair: re.Match[str]) -> str:
        return str(pair[1]).translate(_VNI_SINGLE) + _VNI_MARKS[pair[2].lower()]

    marked = _VNI_PAIR.sub(lambda pair: "\x00" + accented(pair) + "\x00", text)
    # What stands between the marks is finished; the rest still holds letters that VNI writes with one character.
    parts = marked.split("\x00")
    return "".join(part if index % 2 else part.translate(_VNI_SINGLE) for index, part in enumerate(parts))


def _codec(name: str) -> Callable[[bytes], str]:
    return lambda data: str(data, name, "replace")


DECODERS: Final[dict[str, Callable[[bytes], str]]] = {
    "UTF-8": _codec("utf-8"),
    "Windows-1252": _codec("cp1252"),
    "Windows-1258": _codec("cp1258"),
    "TCVN3": _table(_TCVN3, {}),
    "VNI": _from_vni,
    "VISCII": _table(_VISCII, _VISCII_LOW),
}
"""Name as people know it -> decoder, in the order of preference when two fit equally well."""


def decode(data: bytes) -> Decoded:
    """Return the text of a file, in NFC, with the encoding it was read as."""
    for mark, name in ((b"\xef\xbb\xbf", "UTF-8"), (b"\xff\xfe", "UTF-16-LE"), (b"\xfe\xff", "UTF-16-BE")):
        if data.startswith(mark):
            return Decoded(_nfc(data[len(mark) :].decode(name, errors="replace")), name, guessed=False)
    wide = _wide(data)
    if wide:
        return Decoded(_nfc(data.decode(wide, errors="replace")), wide, guessed=True)
    try:
        return Decoded(_nfc(data.decode("utf-8")), "UTF-8", guessed=False)
    except UnicodeDecodeError:
        name = guess(data[:_SAMPLE])
        return Decoded(_nfc(DECODERS[name](data)), name, guessed=True)


def _wide(data: bytes) -> str:
    """Return the UTF-16 flavour that the zero bytes of a text without a mark betray, or ""."""
    sample = data[:4000]
    half = len(sample) // 2
    if len(data) % 2 or half < 2:
        return ""
    if sample[1::2].count(0) > 0.3 * half and sample[::2].count(0) < 0.1 * half:
        return "UTF-16-LE"
    if sample[::2].count(0) > 0.3 * half and sample[1::2].count(0) < 0.1 * half:
        return "UTF-16-BE"
    return ""


def guess(sample: bytes) -> str:
    """Return the name of the encoding in which most words with accents are possible words."""
    scores = {name: _score(_nfc(decoder(sample))) for name, decoder in DECODERS.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else "Windows-1252"


def from_font(text: str, font: str) -> str:
    """Return the text of a worksheet cell whose font places Vietnamese letters on other characters (.VnTime, VNI-…).

    Such cells hold Western characters that only look right in their font. A .Vn font ending in H draws capitals.
    """
    name = {".vn": "TCVN3", "vni": "VNI"}.get(font[:3].casefold())
    if name is None:
        return text
    try:
        data = text.encode("cp1252") if name == "VNI" else _latin(text)
    except UnicodeEncodeError:
        return text  # it holds real Unicode letters, so the font means nothing
    read = _nfc(DECODERS[name](data))
    return read.upper() if name == "TCVN3" and font.endswith("H") else read


def _latin(text: str) -> bytes:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("cp1252")


_FORMULA: Final = frozenset("=+-@＝＋－＠")


_ORDINARY: Final = re.compile(r"(?:[ -~]|[^\W\x00-\x7f\u00d0\u00f0])*")
"""Letters, digits and the marks of ASCII: what needs no cleaning. No character is in both classes: nothing to retry."""


@lru_cache(maxsize=8_192)
def repair(text: str) -> str:
    """Return a cell as it is stored: cleaned, Đ where Ð (U+00D0) or ð was typed for it, without the guard of exports.

    A list that was written with care for spreadsheets has an apostrophe before what they take for a formula ('+84…).
    Cells of a column repeat: they share what is remembered, which saves time and memory.
    """
    if text[:1] == "'" and text[1:2] in _FORMULA:
        text = text[1:]
    if _ORDINARY.fullmatch(text) and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip(" ")
    return clean(_ETH.sub(_stroked, text))


_ETH: Final = re.compile(r"\w*ð\w*")


def _stroked(word: re.Match[str]) -> str:
    """Return a word with đ for ð if it is Vietnamese then; Icelandic words keep their letter."""
    vietnamese = word[0].replace("ð", "đ")
    return vietnamese if is_vietnamese_syllable(vietnamese) else word[0]


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_WORDS: Final = re.compile(r"[\s,;|\"'“”‘’«»().:/…–—™®©°!?&+*#-]+")
_FRENCH: Final = frozenset("àâæçéèêëîïôœùûüÿ")
_WESTERN: Final = frozenset("áíóúñäößãåøìòõå")
_ONSETS: Final = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_RIMES: Final = (
    "oa|oai|oan|oang|oanh|oat|oac|oach|oao|oay|oam|oap|oe|oen|oeo|oet|oă|oăn|oăng|oăt|oăc|oăm|oong|ooc|"
    "uy|uya|uyên|uyêt|uyn|uynh|uyt|uych|uyu|uê|uêch|uênh|uân|uâng|uât|uây|uơ|uôi|uôn|uông|uôt|uôc|uôm|ua|ui|uu|"
    "ia|iêu|iên|iêng|iêt|iêc|iêm|iêp|yê|yêu|yên|yêt|yêm|yêng|ya|ưa|ưi|ưu|ươi|ươu|ươn|ương|ươt|ươc|ươm|ươp|"
    "ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|"
    "[aăâeêioôơuưy](?:ng|m|n|p|t|c)?|[aêiy](?:nh|ch)"
)
_SYLLABLE: Final = re.compile(f"(?:{_ONSETS})(?:{_RIMES})")
_BARE_SYLLABLE: Final = re.compile(fold(_SYLLABLE.pattern))
"""A syllable written without its accents."""
_TONES: Final = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOPS: Final = ("c", "ch", "p", "t")
_HIGH_OR_LOW: Final = frozenset("\u0301\u0323")
"""The tones that a syllable with a stop at its end can have."""


@lru_cache(maxsize=32_768)
def is_vietnamese_syllable(word: str) -> bool:
    """Tell whether a word, with its accents or without any, could be a Vietnamese syllable.

    It has an onset and a rime that exist, and one tone at most, which fits the rime.
    """
    if word.isascii():
        return _BARE_SYLLABLE.fullmatch(word.casefold()) is not None
    spelt = unicodedata.normalize("NFD", word.casefold())
    toneless = spelt.translate(_TONES)
    if len(spelt) - len(toneless) > 1 or (toneless.endswith(_STOPS) and not _HIGH_OR_LOW & set(spelt)):
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None


def _word_score(word: str) -> float:
    usual = word.islower() or word.isupper() or word.istitle()
    if is_vietnamese_syllable(word):
        return 1.0 if usual else 0.6  # TCVN3 has no capitals with a tone: NGUYỄN is NGUYễN there
    letters = {c for c in word.casefold() if not c.isascii()}
    if not word.isalpha() or not usual:
        return 0.0
    return 0.9 if letters <= _FRENCH else 0.4 if letters <= _FRENCH | _WESTERN else 0.0


def _score(text: str) -> float:
    """Return the share of words with accents that are possible, 0 to 1; characters that no text holds cost."""
    words = [word for word in _WORDS.split(text) if word and not word.isascii()]
    if not words:
        return 0.0 if "\ufffd" in text else 0.5
    return sum(map(_word_score, words)) / len(words)
