"""What badges say about the event and about places: its two short lines, its date, countries by name."""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from showcase.catalogue.records import EventRecord
from showcase.paths import resource
from showcase.text import Texts, join, pick

SEEKING: Final[Mapping[str, Texts]] = {
    "investment": {"vi": "Nhà đầu tư", "en": "Investors", "fr": "Investisseurs"},
    "pilots": {"vi": "Thí điểm", "en": "Pilots", "fr": "Sites pilotes"},
    "partners": {"vi": "Đối tác", "en": "Partners", "fr": "Partenaires"},
    "talent": {"vi": "Nhân lực", "en": "Talent", "fr": "Talents"},
}
"""What is sought, as product cards say it."""


_DAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"),
}
_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}


def event_lines(event: EventRecord) -> dict[str, Texts]:
    """Return the event's lockup (its name where it has none) and its place with the date."""
    date = span(event.starts_on, event.ends_on)
    languages = dict.fromkeys((*event.languages, *event.place))
    places = {language: join((pick(event.place, (language, *event.languages))[1], date)) for language in languages}
    return {"event_name": {**event.name, **event.lockup}, "event_date": places}


def span(start: dt.date | None, end: dt.date | None) -> str:
    """Return the days of the event as they are written in Viet Nam and France, as short as they can be."""
    if start is None:
        return ""
    if end is None or end == start:
        return f"{start:%d.%m.%Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%d}–{end:%d.%m.%Y}"
    if start.year == end.year:
        return f"{start:%d.%m}–{end:%d.%m.%Y}"
    return f"{start:%d.%m.%Y}–{end:%d.%m.%Y}"


def day_in_words(day: dt.date) -> Texts:
    """Return a day with its name: yesterday's sheet is the commonest mistake on a door."""
    return {
        "vi": f"{_DAYS['vi'][day.weekday()]} {day:%d.%m.%Y}",
        "en": f"{_DAYS['en'][day.weekday()]} {day.day} {_MONTHS['en'][day.month - 1]}",
        "fr": f"{_DAYS['fr'][day.weekday()]} {'1er' if day.day == 1 else day.day} {_MONTHS['fr'][day.month - 1]}",
    }


def country_name(code: str | None) -> Texts:
    """Return the name of a country in the languages of the interface; nothing for one that is not known."""
    return _countries().get(code or "", {})


def seeking_words(seeking: tuple[str, ...]) -> Texts:
    """Return what is sought as one line in each language."""
    known = [SEEKING[word] for word in seeking if word in SEEKING]
    return {language: join(words[language] for words in known) for language in ("vi", "en", "fr")} if known else {}


@cache
def _countries() -> Mapping[str, Texts]:
    names: Mapping[str, Texts] = json.loads(resource("countries.json").read_text(encoding="utf-8"))
    return names
