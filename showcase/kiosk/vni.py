"""VNI: marks and tones by digits. 1 to 5 the tones, 6 circumflex, 7 horn, 8 breve, 9 đ, 0 for none; again to undo."""

from typing import Final

from showcase.kiosk.syllables import MARKED
from showcase.kiosk.telex import Composer

_TONE_KEYS: Final = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j", "0": "z"}
_HATS: Final = {"a": "â", "e": "ê", "o": "ô"}


class VniComposer(Composer):
    """A syllable as it is typed with VNI."""

    def act(self, low: str, key: str) -> bool:
        """Do what a digit means; letters are letters."""
        if low in _TONE_KEYS:
            return self._tone(_TONE_KEYS[low], key)
        actions = {"6": self._circumflex, "7": self._horn, "8": self._breve, "9": self.stroke}
        return low in actions and actions[low](key)

    def _tone(self, tone: str, key: str) -> bool:
        if tone != "z" and self.tone == tone:
            self.tone = ""
            self.undo(key, key)
            return True
        return self.set_tone(tone, key)

    def _circumflex(self, key: str) -> bool:
        last = next((c for c in reversed(self.letters) if c.lower() in {*_HATS, *_HATS.values()}), "").lower()
        if last in _HATS.values():
            self.turn(last, next(plain for plain, hat in _HATS.items() if hat == last))
            self.undo("6", key)
            return True
        return last in _HATS and self.turn(last, _HATS[last])

    def _horn(self, key: str) -> bool:
        if self.horn():
            return True
        if any(c.lower() in set(MARKED) & set("ươ") for c in self.letters):
            self.unhorn()
            self.undo("7", key)
            return True
        return False

    def _breve(self, key: str) -> bool:
        if self.turn("ă", "a"):
            self.undo("8", key)
            return True
        return self.turn("a", "ă")


def compose(keys: str, *, start: str = "", modern: bool = False) -> str:
    """Return what a run of VNI keys gives, composed; see `telex.compose`."""
    composer = VniComposer(start)
    for key in keys:
        composer.press(key)
    return composer.text(modern=modern)
