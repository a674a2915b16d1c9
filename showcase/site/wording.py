"""The languages of the site: one edition for each language of the event, and how each says things."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from showcase.messages import LANGUAGES, message
from showcase.site.words import WORDS
from showcase.text import Texts, bound, fold, pick, sort_key

ENDONYMS: Final = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "km": "ភាសាខ្មែរ",
    "ko": "한국어",
    "lo": "ລາວ",
    "ms": "Bahasa Melayu",
    "my": "မြန်မာ",
    "nl": "Nederlands",
    "pt": "Português",
    "ru": "Русский",
    "th": "ไทย",
    "tl": "Filipino",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""Languages by the name their speakers look for."""
_SESSION_KINDS: Final = frozenset(
    {"ceremony", "closing", "demonstration", "keynote", "opening", "panel", "talk", "workshop"}
)
_EXCERPT: Final = 160
"""Characters of a longer text that a list shows."""


def endonym(language: str) -> str:
    """Return the name of a language in itself, or its code in capitals."""
    return ENDONYMS.get(language) or ENDONYMS.get(language.partition("-")[0]) or language.upper()


def spoken(language: str) -> str:
    """Return the interface language in which a language of the event is accompanied: its own, or English."""
    base = language.partition("-")[0]
    return base if base in LANGUAGES else "en"


class Edition:
    """The pages in one language.

    Args:
        language: of the content; its code names the folder.
        languages: those of the event, the fallback first.
        time_zone: of the event.
    """

    def __init__(self, language: str, languages: Sequence[str], time_zone: str) -> None:
        self.language = language
        self.speaks = spoken(language)
        self._order = (language, *languages)
        self._zone = ZoneInfo(time_zone)

    def say(self, name: str, /, **params: Any) -> str:
        """Return a text of the interface: one of `words.WORDS`."""
        return bound(message(WORDS[name], self.speaks, **params), self.speaks)

    def product_kind(self, kind: str) -> str:
        """Return the word for a product or service."""
        return message(f"site.kind_{kind}", self.speaks)

    def organisation_kind(self, kind: str) -> str:
        """Return the word for a kind of organisation."""
        return message(f"site.organisation_{kind}", self.speaks)

    def session_kind(self, kind: str) -> str:
        """Return the word for a kind of session; one that we have no word for is said as it was typed."""
        return message(f"site.session_{kind}", self.speaks) if kind in _SESSION_KINDS else kind

    def plain(self, texts: Texts) -> str:
        """Return a text of the content, in the language of this edition or the next best."""
        language, text = pick(texts, self._order)
        return bound(text, language)

    def language_of(self, texts: Texts) -> str:
        """Return the language of that text when it is not the language of the page around it, otherwise nothing."""
        language = pick(texts, self._order)[0]
        return "" if language == self.speaks else language

    def text(self, texts: Texts) -> Markup:
        """Return a text of the content as HTML; one in another language than the page says so."""
        return self._marked(self.plain(texts), texts)

    def excerpt(self, texts: Texts) -> Markup:
        """Return the beginning of a text as HTML, cut between words."""
        return self._marked(shortened(self.plain(texts)), texts)

    def paragraphs(self, texts: Texts) -> list[Markup]:
        """Return the lines of a long text as HTML."""
        return [self._marked(line, texts) for line in self.plain(texts).split("\n") if line.strip()]

    def _marked(self, text: str, texts: Texts) -> Markup:
        language = self.language_of(texts)
        if not language or not text:
            return escape(text)
        return Markup('<span lang="{}" dir="auto">{}</span>').format(language, text)

    def sort_key(self, texts: Texts) -> tuple[str, str]:
        """Return what a list is sorted by in this language."""
        return sort_key(self.plain(texts), self.language)

    def day(self, day: dt.date) -> str:
        """Return a day in words."""
        weekday = self.say("weekdays").split(";")[day.weekday()]
        return self.say("day", weekday=weekday, day=day.day, month=self.say("months").split(";")[day.month - 1])

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return a moment by the clocks of the event."""
        return moment.astimezone(self._zone)


def shortened(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    head, _, rest = line[:_EXCERPT].rpartition(" ")
    return f"{head or rest}…"


def haystack(*texts: Texts | str) -> str:
    """Return texts in all their languages as one that is searched: folded, each word once."""
    spelt = (text if isinstance(text, str) else " ".join(text.values()) for text in texts)
    return " ".join(dict.fromkeys(fold(" ".join(spelt)).split()))
