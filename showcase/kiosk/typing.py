"""A line of text and its cursor as the keyboard on the screen changes them; each key gives a new line.

While a word is typed its keys are remembered. When what they compose can be no Vietnamese syllable, the keys stand as
they are: "smart" is not turned into "smảt" for somebody who searches in English with Telex on.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from showcase.kiosk import tones
from showcase.kiosk.syllables import could_be
from showcase.kiosk.telex import Composer
from showcase.kiosk.vni import VniComposer

MOST_LETTERS: Final = 120
"""No search is longer; a child that leans on the keyboard fills no memory."""


class Method(StrEnum):
    """How Vietnamese is typed; other languages have no method."""

    TELEX = "telex"
    VNI = "vni"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """What has been typed.

    Args:
        text: the line, composed.
        cursor: where the next key goes.
        method: of composing.
        base: what stood before the cursor in this word when its first remembered key came.
        keys: typed in this word since.
    """

    text: str = ""
    cursor: int = 0
    method: Method = Method.NONE
    base: str = ""
    keys: str = ""

    def press(self, key: str) -> "Line":
        """Type one character, composed by the method."""
        composes = self.method is not Method.NONE and (key.isalpha() or (self.method is Method.VNI and key.isdigit()))
        if not composes or len(key) != 1:
            return self.insert(key)
        if len(self.text) >= MOST_LETTERS:
            return self
        base = self.base if self.keys else self.word
        keys = self.keys + key
        written = composed(self.method, base, keys)
        return replace(self._with_word(written), base=base, keys=keys)

    def insert(self, text: str) -> "Line":
        """Put in text as it is: a digit, a sign, an accent from a long press."""
        room = MOST_LETTERS - len(self.text)
        put = text[: max(0, room)]
        changed = self.text[: self.cursor] + put + self.text[self.cursor :]
        return self._settled(changed, self.cursor + len(put))

    def mark(self, key: str, *, upper: bool = False) -> "Line":
        """Press a key of the row of tones."""
        changed = self._with_word(tones.press(self.word, key, upper=upper))
        return self if len(changed.text) > MOST_LETTERS else changed

    def backspace(self) -> "Line":
        """Take away the character before the cursor."""
        start = max(0, self.cursor - 1)
        return self._settled(self.text[:start] + self.text[self.cursor :], start)

    def move(self, cursor: int) -> "Line":
        """Put the cursor elsewhere; the word there is composed from what it is, not from how it was typed."""
        return self._settled(self.text, min(max(0, cursor), len(self.text)))

    def using(self, method: Method) -> "Line":
        """Go on with another method."""
        return replace(self, method=method, base="", keys="")

    @property
    def word(self) -> str:
        """What stands before the cursor, back to the last character that is neither letter nor digit."""
        start = self.cursor
        while start > 0 and self.text[start - 1].isalnum():
            start -= 1
        return self.text[start : self.cursor]

    def _with_word(self, word: str) -> "Line":
        start = self.cursor - len(self.word)
        return self._settled(self.text[:start] + word + self.text[self.cursor :], start + len(word))

    def _settled(self, text: str, cursor: int) -> "Line":
        return Line(text, cursor, self.method)


def composed(method: Method, base: str, keys: str) -> str:
    """Return the word that keys make of what stood there; as typed once it can be no Vietnamese syllable."""
    composer = VniComposer(base) if method is Method.VNI else Composer(base)
    for place, key in enumerate(keys):
        before = composer.text()
        composer.press(key)
        if not composer.undone and not could_be(composer.text()):
            return base + keys
        if composer.undone and not could_be(before):
            return before + keys[place:]
    return composer.text()
