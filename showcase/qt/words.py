"""The texts of the screen in the language of the visit: QML and view models ask for them by key."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from PySide6.QtCore import Property, QDate, QLocale, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextLayout
from PySide6.QtQml import QmlElement

from showcase.messages import LANGUAGES, message, system_language
from showcase.text import Texts, bound, pick

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_NAMES: Final[Mapping[str, str]] = {
    "vi": "Tiếng Việt",
    "en": "English",
    "fr": "Français",
    "es": "Español",  # Qt would say of which country it is
    "pt": "Português",
}


class _Grouped(int):
    """A number that is written as a language groups it."""

    language = ""

    def __format__(self, spec: str) -> str:
        return QLocale(self.language).toString(int(self))


def _grouped(value: Any, language: str) -> Any:
    if isinstance(value, bool) or not (isinstance(value, int) or (isinstance(value, float) and value.is_integer())):
        return value
    number = _Grouped(value)
    number.language = language
    return number


def weave(parts: Iterable[str], between: str = ", ") -> str:
    """Join the parts that are not empty; one written from right to left does not turn those beside it round.

    The marks are U+2068 and U+2069, first strong isolate and its end (Unicode annex 9, 2.4), and U+200E before all.
    """
    kept = [part for part in parts if part]
    if not any(_turns(part) for part in kept):
        return between.join(kept)
    return "\u200e" + between.join(f"\u2068{part}\u2069" if _turns(part) else part for part in kept)


def _turns(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def name_of(language: str) -> str:
    """Return the name of a language in that language: Tiếng Việt, Français, 日本語.

    On a screen whose system has no letters for it, it is named in English: an empty button would say nothing.
    """
    if language in _NAMES:
        return _NAMES[language]
    locale = QLocale(language)
    name = locale.nativeLanguageName()
    if not name:
        return language
    return name[:1].upper() + name[1:] if _can_be_drawn(name) else QLocale.languageToString(locale.language())


@cache
def _can_be_drawn(text: str) -> bool:
    """Tell whether a font of the system has every letter of a text; letter 0 of a font stands for what it lacks."""
    if QGuiApplication.instance() is None:
        return True
    layout = QTextLayout(text)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(0 not in run.glyphIndexes() for run in runs)


@QmlElement
class Words(QObject):
    """The one place that knows which language the screen speaks.

    An event may hold a language the interface has no texts in: the content is then in it, the interface in English.

    Signals:
        changed: the language is another one, or there are other languages to choose from.
    """

    changed = Signal()

    def __init__(self, language: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language or system_language()
        self._content: tuple[str, ...] = ()

    def use(self, language: str) -> None:
        """Speak another language."""
        if language and language != self._language:
            self._language = language
            self.changed.emit()

    def learn(self, languages: tuple[str, ...]) -> None:
        """Hear in which languages the event has texts, its own first."""
        if languages != self._content:
            self._content = languages
            self.changed.emit()

    def say(self, key: str, /, **params: Any) -> str:
        """Return the text of a key in the language of the screen, numbers grouped as it does."""
        interface = self.interface()
        said = message(key, interface, **{name: _grouped(value, interface) for name, value in params.items()})
        return bound(said, interface)

    def number(self, value: int) -> str:
        """Return a number, grouped as the language of the screen does."""
        return f"{_grouped(value, self.interface())}"

    def date(self, day: dt.date, *, short: bool = False) -> str:
        """Return a day as the language of the screen writes it; `short` without the year."""
        written = QDate(day.year, day.month, day.day)
        locale = QLocale("en_GB" if self._language == "en" else self._language)  # the day first, as in the other two
        return locale.toString(written, "ddd d/M") if short else locale.toString(written, QLocale.FormatType.LongFormat)

    def interface(self) -> str:
        """Return the language of the interface's own texts."""
        return self._language if self._language in LANGUAGES else "en"

    def pick(self, texts: Texts) -> str:
        """Return a text of the event in the language of the screen, else in one that it has."""
        return pick(texts, (self._language, *self._content))[1]

    def set_large(self, texts: Texts) -> str:
        """Return what `pick` does, with the spaces held at which a line of large letters must not end."""
        from showcase.documents.compounds import hold_together

        language, text = self.picked(texts)
        return hold_together(text) if language == "vi" else bound(text, language)

    def picked(self, texts: Texts) -> tuple[str, str]:
        """Return what `pick` does, behind the code of its language."""
        return pick(texts, (self._language, *self._content))

    def note(self, texts: Texts) -> str:
        """Return the name of the language `pick` fell back to, "" when it is the one of the screen."""
        language, _ = pick(texts, (self._language, *self._content))
        return "" if language in {"", self._language} else name_of(language)

    @Slot(str, str, "QVariantMap", result=str)
    def told(self, language: str, key: str, params: Mapping[str, Any]) -> str:
        """Return a text for QML, which names the language it depends on; see `Words.qml`."""
        del language
        return self.say(key, **params)

    @property
    def spoken(self) -> str:
        """The language of the screen."""
        return self._language

    def codes(self) -> list[str]:
        """Return every language there is to choose: those of the interface, then what else the event has."""
        return list(dict.fromkeys((*LANGUAGES, *self._content)))

    def _get_language(self) -> str:
        return self._language

    def _get_languages(self) -> list[dict[str, str]]:
        return [{"code": code, "name": name_of(code)} for code in self.codes()]

    def _get_interfaces(self) -> list[dict[str, str]]:
        return [{"code": code, "name": name_of(code)} for code in LANGUAGES]

    language = Property(str, _get_language, notify=changed)
    interfaces = Property(list, _get_interfaces, constant=True)
    """The languages of the interface alone."""
    languages = Property(list, _get_languages, notify=changed)
    """Every language there is to choose, each as {code, name}."""
