"""How a Vietnamese syllable is built: its letters, its vowels, where its tone stands, and what can be none."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from showcase.text import fold

VOWELS: Final = "aăâeêioôơuưy"
MARKED: Final = "ăâêôơư"
TONES: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
"""Telex key -> combining mark."""
_KEYS: Final = {mark: key for key, mark in TONES.items()}
_STOPS: Final = ("c", "ch", "p", "t")
_WORDS: Final = re.compile("[a-z]+")
_ONSETS: Final = {"", *_WORDS.findall("b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")}
_RIMES: Final = _WORDS.findall(
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et ech enh eu i ia ich iec iem ien ieng iep iet ieu "
    "im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op "
    "ot u ua uac uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya "
    "uych uyen uyet uyn uynh uyp uyt uyu y ych yem yen yeng yet yeu ynh yt"
)
_BEGINNINGS: Final = frozenset(rime[:end] for rime in _RIMES for end in range(len(rime) + 1))


def toned(letters: str, tone: str, *, modern: bool = False) -> str:
    """Return letters with the mark of a tone key on the vowel where it belongs; "" is no tone."""
    place = tone_place(letters, modern=modern) if tone else -1
    if place < 0:
        return unicodedata.normalize("NFC", letters)
    marked = f"{letters[: place + 1]}{TONES[tone]}{letters[place + 1 :]}"
    return unicodedata.normalize("NFC", marked)


def untoned(word: str) -> tuple[str, str]:
    """Return a word without its last tone, and the key of that tone."""
    spelt = unicodedata.normalize("NFD", word)
    places = [place for place, c in enumerate(spelt) if c in _KEYS]
    if not places:
        return unicodedata.normalize("NFC", word), ""
    last = places[-1]
    return unicodedata.normalize("NFC", spelt[:last] + spelt[last + 1 :]), _KEYS[spelt[last]]


def nucleus(letters: str) -> tuple[int, int]:
    """Return where the first group of vowels begins and ends; the u of qu and the i of gia belong to the onset."""
    low = letters.lower()
    start = next((place for place, c in enumerate(low) if c in VOWELS), len(low))
    if low.startswith("qu") or (low.startswith("gi") and len(low) > 2 and low[2] in VOWELS):
        start = 2
    end = start
    while end < len(low) and low[end] in VOWELS:
        end += 1
    return start, end


def tone_place(letters: str, *, modern: bool = False) -> int:
    """Return which letter carries the tone, or -1.

    A letter with a mark of its own wins. Else a closed syllable has it on its second vowel and an open pair on the
    first (hòa, thúy), or on the second in the modern spelling of oa, oe and uy.
    """
    start, end = nucleus(letters)
    vowels = letters[start:end].lower()
    if not vowels:
        return -1
    marked = [place for place, c in enumerate(vowels) if c in MARKED]
    if marked:
        return start + marked[-1]
    if len(vowels) == 1:
        return start
    if len(vowels) == 2 and end == len(letters):
        return start + (modern and vowels in {"oa", "oe", "uy"})
    return start + 1


def closed(letters: str) -> str:
    """Return letters with uơ and ưo as ươ once something follows: thuở, but thương."""
    low = letters.lower()
    for pair in ("uơ", "ưo"):
        place = low.find(pair)
        if place >= 0 and len(low) > place + 2 and not (place == 1 and low[0] == "q"):
            horned = "".join(like(to, of) for to, of in zip("ươ", letters[place : place + 2], strict=True))
            return letters[:place] + horned + letters[place + 2 :]
    return letters


def like(letter: str, other: str) -> str:
    """Return a letter in the case of another."""
    return letter.upper() if other.isupper() else letter


@lru_cache(maxsize=4096)
def could_be(word: str) -> bool:
    """Tell whether a word, its marks perhaps still to come, is a Vietnamese syllable or the beginning of one."""
    letters, tone = untoned(word.lower())
    plain = fold(letters)
    if any(unicodedata.combining(c) and c in _KEYS for c in unicodedata.normalize("NFD", letters)):
        return False
    if tone in {"f", "r", "x"} and plain.endswith(_STOPS):
        return False
    parts = ((plain[:cut], plain[cut:]) for cut in range(min(3, len(plain)) + 1))
    return any(
        (onset in _ONSETS and rime in _BEGINNINGS) or (not rime and any(it.startswith(onset) for it in _ONSETS))
        for onset, rime in parts
    )
