"""The row of tones and marked letters, for who knows neither Telex nor VNI: it acts on the last vowels of the word."""

from typing import Final

from showcase.kiosk.syllables import VOWELS, closed, like, toned, untoned

TONE_KEYS: Final = {"á": "s", "à": "f", "ả": "r", "ã": "x", "ạ": "j"}
"""What the keys of the tones show, and the tone of each."""
LETTER_KEYS: Final = {"ă": "aâ", "â": "aă", "đ": "d", "ê": "e", "ô": "oơ", "ơ": "oô", "ư": "u"}
"""What the keys of marked letters show, and the letters each is made from."""


def press(word: str, key: str, *, upper: bool = False) -> str:
    """Return a word after a key of the row; what is there already is taken off again.

    Args:
        word: what stands before the cursor, back to the last blank.
        key: one of TONE_KEYS or LETTER_KEYS, in lower case.
        upper: whether a letter that has to be put in is a capital.
    """
    if key in TONE_KEYS:
        return _with_tone(word, TONE_KEYS[key])
    return _with_letter(word, key, upper=upper)


def _with_tone(word: str, tone: str) -> str:
    """Set or take off the tone of the last group of vowels; a word without vowels stays."""
    before, group = _split(word)
    letters, had = untoned(group)
    return before + toned(letters, "" if had == tone else tone)


def _with_letter(word: str, key: str, *, upper: bool) -> str:
    letters, tone = untoned(word)
    for place in range(len(letters) - 1, -1, -1):
        found = letters[place].lower()
        if found == key or found in LETTER_KEYS[key]:
            into = LETTER_KEYS[key][0] if found == key else key
            changed = letters[:place] + like(into, letters[place]) + letters[place + 1 :]
            return toned(closed(changed), tone)
        if found not in VOWELS and key != "đ" and any(c.lower() in VOWELS for c in letters[place + 1 :]):
            break  # the last group of vowels has none to mark
    return word + (key.upper() if upper else key)


def _split(word: str) -> tuple[str, str]:
    """Part a word at the last character that is no letter, such as the hyphen of a name."""
    last = max((place for place, c in enumerate(word) if not c.isalpha()), default=-1)
    return word[: last + 1], word[last + 1 :]
