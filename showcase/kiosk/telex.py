"""Telex: marks and tones by letters. aa ee oo aw ow uw dd, s f r x j for the tones, z for none; again to undo."""

from typing import Final

from showcase.kiosk.syllables import TONES, VOWELS, closed, like, nucleus, toned, untoned

_HATS: Final = {"a": "â", "e": "ê", "o": "ô"}
_HORNS: Final = {"u": "ư", "o": "ơ", "a": "ă"}


class Composer:
    """A syllable as it is typed: its letters, its tone, and the keys that were undone and are plain from then on.

    Args:
        start: what stands there before the first key.
    """

    def __init__(self, start: str = "") -> None:
        letters, self.tone = untoned(start)
        self.letters = list(letters)
        self.undone: set[str] = set()
        self._is_from_w = False

    def text(self, *, modern: bool = False) -> str:
        """Return what is read."""
        return toned(closed("".join(self.letters)), self.tone, modern=modern)

    def press(self, key: str) -> None:
        """Take one Telex key."""
        low = key.lower()
        if low in self.undone or not self.act(low, key):
            self.letters.append(key)

    def act(self, low: str, key: str) -> bool:
        """Do what a key means; False when it is only a letter here."""
        if low in TONES or low == "z":
            return self.set_tone(low, key)
        if low in _HATS:
            return self.hat(low, key)
        if low == "d":
            return self.stroke(key)
        return low == "w" and self.horn_or_breve(key)

    def set_tone(self, low: str, key: str) -> bool:
        """Set the tone of a key, take it off with z, or undo it when it is there already."""
        if not any(c.lower() in VOWELS for c in self.letters):
            return False
        if low == "z":
            had, self.tone = self.tone, ""
            return bool(had)
        if self.tone == low:
            self.tone = ""
            self.undo(low, key)
        else:
            self.tone = low
        return True

    def hat(self, low: str, key: str) -> bool:
        """Put a circumflex on the last of these vowels, or take it off."""
        letters = "".join(self.letters).lower()
        if low == "o" and letters.endswith(("oe", "oa")):  # ngoèo and ngoao have no ô
            return False
        start, _ = nucleus(letters)
        if self.turn(_HATS[low], low, start):
            self.undo(low, key)
            return True
        return self.turn(low, _HATS[low], start)

    def stroke(self, key: str) -> bool:
        """Make the d in front a đ, or that a d again."""
        first = self.letters[0].lower() if self.letters else ""
        if first == "đ":
            self.letters[0] = like("d", self.letters[0])
            self.undo("d", key)
        elif first == "d":
            self.letters[0] = like("đ", self.letters[0])
        return first in {"d", "đ"}

    def horn_or_breve(self, key: str) -> bool:
        """Put a horn on u, o or both, or a breve on a; alone it is ư; the second time it is undone."""
        low = "".join(self.letters).lower()
        if ("oa" in low and self.turn("a", "ă")) or self.horn() or self.turn("a", "ă"):
            return True
        if low == "ư" and self._is_from_w:
            self.letters.clear()
            self.undo("w", key)
        elif self.unhorn():
            self.undo("w", key)
        else:
            self._is_from_w = not low
            self.letters.append(like("ư", key))
        return True

    def horn(self) -> bool:
        """Put a horn on uo or on the last u or o; thuơ, huơ and khuơ keep their u until something follows."""
        low = "".join(self.letters).lower()
        place = low.rfind("uo")
        if place >= 0 and not (place == 1 and low.startswith("qu")):
            if not (low[:place] in {"h", "th", "kh"} and place + 2 == len(low)):
                self.letters[place] = like("ư", self.letters[place])
            self.letters[place + 1] = like("ơ", self.letters[place + 1])
            return True
        last = max((spot for spot in (low.rfind("u"), low.rfind("o")) if spot >= 0), default=-1)
        if last < 0 or low[: last + 1] == "qu":
            return False
        self.letters[last] = like(_HORNS[low[last]], self.letters[last])
        return True

    def unhorn(self) -> bool:
        """Take horn and breve off the vowels that have them."""
        plain = {marked: letter for letter, marked in _HORNS.items()}
        found = [place for place, c in enumerate(self.letters) if c.lower() in plain]
        for place in found:
            self.letters[place] = like(plain[self.letters[place].lower()], self.letters[place])
        return bool(found)

    def turn(self, letter: str, into: str, start: int = 0) -> bool:
        """Turn the last of a letter from a place on into another; False when there is none."""
        for place in range(len(self.letters) - 1, start - 1, -1):
            if self.letters[place].lower() == letter:
                self.letters[place] = like(into, self.letters[place])
                return True
        return False

    def undo(self, low: str, key: str) -> None:
        """Leave a key as the letter it is, for the rest of the word."""
        self.undone.add(low)
        self.letters.append(key)


def compose(keys: str, *, start: str = "", modern: bool = False) -> str:
    """Return what a run of Telex keys gives, composed.

    Args:
        keys: typed, in order.
        start: what stood there before.
        modern: hoà and thuý for hòa and thúy.
    """
    composer = Composer(start)
    for key in keys:
        composer.press(key)
    return composer.text(modern=modern)
