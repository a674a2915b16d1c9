"""Setting the station up on its own screen: each answer is applied and kept at once, and nothing waits for "save"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.errors import InputError, UserError
from showcase.messages import LANGUAGES, sentence
from showcase.qt.words import name_of
from showcase.visits.setup import CARD_HEIGHT_MM, CARD_WIDTH_MM, Setup, checked

if TYPE_CHECKING:
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_DAY: Final = 24 * 60
_DIM: Final = ("22:00", "07:00")
"""What is offered to somebody who wants the screen dim at night."""
_PIN_LEAST: Final = 6


@QmlElement
class SettingUp(QObject):
    """The answers, and what is there to choose from.

    Signals:
        changed: something of it is other.
    """

    changed = Signal()

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._words = kiosk.words_
        self._booths: dict[str, tuple[str, list[str]]] = {}
        self._hall = ""
        self._wrong: UserError | None = None
        self._has_pin = False
        self._pin, self._again, self._code = "", False, ""
        self._typed = ""
        self._is_writing = False
        kiosk.words_.changed.connect(self.changed)
        kiosk.stand_.changed.connect(self.changed)
        kiosk.voice_.changed.connect(self.changed)
        kiosk.content.ready.connect(self._read)

    @property
    def has_pin(self) -> bool:
        """Whether staff can come back in."""
        return self._has_pin

    @has_pin.setter
    def has_pin(self, value: bool) -> None:
        self._has_pin = value
        self.changed.emit()

    @Slot(str)
    def chooseHall(self, hall: str) -> None:  # noqa: N802 - called from QML
        """Show the booths of a hall."""
        self._hall = hall
        self.changed.emit()

    @Slot(str)
    def chooseBooth(self, code: str) -> None:  # noqa: N802 - called from QML
        """The screen stands at this booth, "" for anywhere."""
        self._take(replace(self._setup, booth=code))

    @Slot(str)
    def speak(self, language: str) -> None:
        """Somebody new is spoken to in this language; the pages for staff are in it from now on."""
        self._take(replace(self._setup, language=language))
        self._words.use(language)

    @Slot(float)
    def measure(self, card_px: float) -> None:
        """A bank card is as wide as so many pixels of this screen."""
        self._take(replace(self._setup, px_per_mm=card_px / CARD_WIDTH_MM))

    @Slot()
    def unmeasure(self) -> None:
        """Have the size of the screen be what it tells of itself."""
        self._take(replace(self._setup, px_per_mm=None))

    @Slot(int)
    def lift(self, edge_mm: int) -> None:
        """The lower edge of the screen is so high above the floor; what is below it or too high is the nearest."""
        self._take(replace(self._setup, lower_edge_mm=max(0, min(2_000, edge_mm))))

    @Slot(int)
    def turnBy(self, degrees: int) -> None:  # noqa: N802 - called from QML
        """Turn the picture, clockwise."""
        self._take(replace(self._setup, turn=(self._setup.turn + degrees) % 360))

    @Slot(bool)
    def dim(self, wanted: bool) -> None:
        """Have hours in which the screen is dim, or none."""
        begin, end = _DIM if wanted else ("", "")
        self._take(replace(self._setup, dim_from=begin, dim_until=end))

    @Slot(str, int)
    def shift(self, which: str, minutes: int) -> None:
        """Move the beginning ("from") or the end ("until") of the dim hours; after midnight comes midnight."""
        setup = self._setup
        if which == "from":
            self._take(replace(setup, dim_from=_later(setup.dim_from, minutes)))
        else:
            self._take(replace(setup, dim_until=_later(setup.dim_until, minutes)))

    @Slot(str)
    def press(self, digit: str) -> None:
        """Type a digit of a new PIN."""
        if not self._is_writing and len(self._typed) < 2 * _PIN_LEAST:
            self._typed, self._wrong, self._code = self._typed + digit, None, ""
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """Take what was typed: the first time it is asked again, the second time it is set."""
        typed, self._typed = self._typed, ""
        if not typed or self._is_writing:
            return
        if not self._again:
            self._pin, self._again, self._wrong = typed, True, None
        elif typed != self._pin:
            self._pin, self._again, self._wrong = "", False, InputError("kioskstaff.pin_differs")
        else:
            self._pin, self._again, self._is_writing = "", False, True
            self._kiosk.keeping.choose_pin(typed, self._on_pin)
        self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """Forget what was typed and what was wrong: another question is asked."""
        self._pin, self._again, self._typed, self._code, self._wrong = "", False, "", "", None
        self.changed.emit()

    @property
    def _setup(self) -> Setup:
        return self._kiosk.stand_.setup

    def _take(self, setup: Setup) -> None:
        try:
            kept = checked(setup)
        except InputError as error:
            self._on_kept(error)
            return
        self._kiosk.take(kept)
        self._kiosk.keeping.set_up(kept, self._on_kept)

    def _on_kept(self, error: UserError | None) -> None:
        self._wrong = error
        self.changed.emit()

    def _on_pin(self, code: str, error: UserError | None) -> None:
        self._is_writing = False
        self._code, self._wrong = code, error
        self._has_pin = self._has_pin or error is None
        self.changed.emit()

    @Slot()
    def _read(self) -> None:
        self._kiosk.content.read(_booths, self._on_read)

    def _on_read(self, booths: dict[str, tuple[str, list[str]]]) -> None:
        self._booths = booths
        theirs = (hall for hall, (_, codes) in booths.items() if self._kiosk.stand_.booth_code in codes)
        self._hall = self._hall if self._hall in booths else next(theirs, next(iter(booths), ""))
        self.changed.emit()

    def _get_halls(self) -> list[dict[str, Any]]:
        return [{"code": code, "name": name or code or "–"} for code, (name, _) in self._booths.items()]

    def _get_booths(self) -> list[str]:
        return self._booths.get(self._hall, ("", []))[1]

    def _get_languages(self) -> list[dict[str, str]]:
        return [{"code": code, "name": name_of(code)} for code in (*LANGUAGES, *self._more())]

    def _more(self) -> list[str]:
        return [code for code in self._words.codes() if code not in LANGUAGES]

    def _get_wrong(self) -> str:
        return sentence(self._wrong, self._words.interface()) if self._wrong is not None else ""

    def _get_minutes(self) -> list[int]:
        setup = self._setup
        if not setup.dim_from:
            return []
        return [int(one[:2]) * 60 + int(one[3:]) for one in (setup.dim_from, setup.dim_until)]

    def _get_voices(self) -> str:
        voice = self._kiosk.voice_
        if not voice.is_known:
            return ""
        names = ", ".join(name_of(code) for code in self._words.codes() if code in voice.spoken())
        say = self._words.say
        return say("kioskstaff.voices", languages=names) if names else say("kioskstaff.voices_none")

    def _get_language(self) -> str:
        return self._setup.language or self._words.spoken

    halls = Property(list, _get_halls, notify=changed)
    """Every hall with booths, each as {code, name}."""
    hall = Property(str, lambda self: self._hall, notify=changed)
    booths = Property(list, _get_booths, notify=changed)
    languages = Property(list, _get_languages, notify=changed)
    language = Property(str, _get_language, notify=changed)
    voices = Property(str, _get_voices, notify=changed)
    """In which languages the screen can read aloud, in words."""
    measured = Property(bool, lambda self: self._setup.px_per_mm is not None, notify=changed)
    cardWidth = Property(float, lambda _self: CARD_WIDTH_MM, constant=True)
    cardHeight = Property(float, lambda _self: CARD_HEIGHT_MM, constant=True)
    dimFrom = Property(str, lambda self: self._setup.dim_from, notify=changed)
    dimUntil = Property(str, lambda self: self._setup.dim_until, notify=changed)
    minutes = Property(list, _get_minutes, notify=changed)
    """Beginning and end of the dim hours in minutes after midnight; empty for none."""
    hasPin = Property(bool, lambda self: self._has_pin, notify=changed)
    digits = Property(int, lambda self: len(self._typed), notify=changed)
    again = Property(bool, lambda self: self._again, notify=changed)
    writing = Property(bool, lambda self: self._is_writing, notify=changed)
    code = Property(str, lambda self: self._code, notify=changed)
    """The recovery code, once, after a PIN was set."""
    wrong = Property(str, _get_wrong, notify=changed)


def _later(hour: str, minutes: int) -> str:
    moment = dt.time.fromisoformat(hour or "00:00")
    total = (moment.hour * 60 + moment.minute + minutes) % _DAY
    return f"{total // 60:02}:{total % 60:02}"


def _booths(session: Any) -> dict[str, tuple[str, list[str]]]:
    """Return code of a hall -> its name, and the codes of its booths in their order."""
    from showcase.catalogue.queries import list_booths
    from showcase.text import pick

    found: dict[str, tuple[str, list[str]]] = {}
    for booth in list_booths(session):
        found.setdefault(booth.hall, (pick(booth.hall_name, LANGUAGES)[1], []))[1].append(booth.code)
    return found
