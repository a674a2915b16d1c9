"""The event itself: starting it, and setting its values by key as `showcase event set KEY VALUE` does."""

import datetime as dt
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.checks import Place
from showcase.catalogue.entities import Event
from showcase.catalogue.facts import broken, changed_fact
from showcase.catalogue.kinds import FACTS, MOST_DESKS, Role
from showcase.catalogue.queries import get_event
from showcase.catalogue.records import EventRecord
from showcase.catalogue.search import reindex_all
from showcase.errors import InputError, RefusedError, UserError
from showcase.qr.payload import sign_url
from showcase.store.journal import describe, label

_TEXTS: Final[Mapping[str, checks.Check]] = {
    "name": checks.names,
    "theme": checks.names,
    "place": checks.names,
    "lockup": checks.two_lines,
}
_WIFI: Final[Mapping[str, tuple[int, int]]] = {"name": (1, 32), "password": (8, 63)}
"""Bytes that a network's name and its password have, at least and at most (IEEE 802.11)."""
_EVENT: Final = UserError("catalogue.the_event")
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_TOKEN: Final = re.compile(r"[a-z][a-z0-9_-]{0,31}")
KEYS: Final = (
    "name.LANGUAGE",
    "theme.LANGUAGE",
    "place.LANGUAGE",
    "lockup.LANGUAGE",
    "starts_on",
    "ends_on",
    "print_deadline",
    "keep_until",
    "time_zone",
    "languages",
    "base_url",
    "colours.TOKEN",
    "role_words.ROLE.LANGUAGE",
    "facts.PLACE.number",
    "facts.PLACE.words.LANGUAGE",
    "facts.PLACE.beside.LANGUAGE",
    "facts.PLACE.source.LANGUAGE",
    "wifi.name",
    "wifi.password",
    "desks",
)
"""The keys that can be set. A text without a language is in the event's first."""


def start_event(
    session: Session,
    name: Mapping[str, str] | str = "",
    *,
    languages: Sequence[str] = ("vi", "en", "fr"),
    values: Mapping[str, str] | None = None,
) -> EventRecord:
    """Make the one event of a new file, with values by key as `set_event` takes them.

    The event begins with its values: the history has no edit of them that could be taken back.

    Raises:
        InputError: when the name, a language code or a value cannot be taken.
        RefusedError: when the file has its event already.
    """
    if session.execute(select(Event.id)).first() is not None:
        raise RefusedError("catalogue.event_exists")
    event = _new(languages, values or {})
    event.name = {**event.name, **checks.names(name, Place("name", _EVENT, event.languages))}
    session.add(event)
    session.flush()
    return get_event(session)


def check_event(languages: Sequence[str], values: Mapping[str, str]) -> None:
    """Look whether an event could begin with these values; nothing is written.

    Raises:
        InputError: when one of them cannot be taken.
    """
    _new(languages, values)


def _new(languages: Sequence[str], values: Mapping[str, str]) -> Event:
    spoken = _languages(list(languages), Place("languages", _EVENT, languages))
    texts: dict[str, Any] = {name: {} for name in (*_TEXTS, "colours", "role_words", "facts", "venue")}
    event = Event(languages=spoken, token_number=secrets.randbits(32), **texts)
    for key, value in values.items():
        _set(event, key, value)
    return event


def set_event(session: Session, key: str, value: str) -> EventRecord:
    """Set one value of the event from text; an empty text clears it.

    Raises:
        InputError: for a key that does not exist or a value that cannot be taken.
    """
    event = session.scalars(select(Event)).one()
    _set(event, key, value)
    describe(session, label("history.event", field=label(f"catalogue.field_{key.partition('.')[0]}")))
    session.flush()
    if key == "languages":
        reindex_all(session)  # titles are in the first language
    return get_event(session)


def _set(event: Event, key: str, value: str) -> None:
    at = Place(key.partition(".")[0], _EVENT, event.languages)
    parts = key.split(".")
    if key in _PLAIN:
        _PLAIN[key](event, value, at)
    elif parts[0] in _TEXTS and len(parts) <= 2:
        _set_text(event, parts, value, at)
    elif parts[0] == "colours" and len(parts) == 2 and _TOKEN.fullmatch(parts[1]):
        _set_colour(event, parts[1], value, at)
    elif parts[0] == "role_words" and len(parts) == 3 and parts[1] in set(Role):
        words = checks.names({**event.role_words.get(parts[1], {}), parts[2]: value}, at)
        event.role_words = {**event.role_words, parts[1]: words}
    elif parts[0] == "facts" and len(parts) > 2 and parts[1] in FACTS and _set_fact(event, parts, value, at):
        pass
    else:
        raise InputError("catalogue.event_key", name=checks.shown(key), keys=", ".join(KEYS), roles=", ".join(Role))


def _set_text(event: Event, parts: Sequence[str], value: str, at: Place) -> None:
    language = parts[1] if len(parts) == 2 else event.languages[0]
    text = broken(value) if at.field == "lockup" else value
    kept = _TEXTS[at.field]({language: text}, at)
    others = {spoken: known for spoken, known in getattr(event, at.field).items() if spoken != language}
    setattr(event, at.field, {**others, **kept})


def _set_fact(event: Event, parts: Sequence[str], value: str, at: Place) -> bool:
    """Set a part of a fact, and tell whether there is such a part; a fact of which nothing is left is gone."""
    fact = changed_fact(event.facts.get(parts[1], {}), parts[2:], value, at)
    if fact is not None:
        facts = {**event.facts, parts[1]: fact}
        event.facts = {place: held for place, held in facts.items() if held}
    return fact is not None


def _set_colour(event: Event, token: str, value: str, at: Place) -> None:
    others = {known: colour for known, colour in event.colours.items() if known != token}
    if value and not _COLOUR.fullmatch(value):
        raise at.refuse("colour", value=checks.shown(value))
    event.colours = {**others, token: value.upper()} if value else others


def _day(value: str, at: Place) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value.strip()) if value.strip() else None
    except ValueError:
        raise at.refuse("date", value=checks.shown(value)) from None


def _set_start(event: Event, value: str, at: Place) -> None:
    event.starts_on = _day(value, at)
    if event.starts_on and event.ends_on and event.ends_on < event.starts_on:
        event.ends_on = event.starts_on  # the start is set first when an event is moved


def _set_end(event: Event, value: str, at: Place) -> None:
    day = _day(value, at)
    if day and event.starts_on and day < event.starts_on:
        raise at.refuse("end_before_start", value=day.isoformat(), start=event.starts_on.isoformat())
    event.ends_on = day


def _set_print_deadline(event: Event, value: str, at: Place) -> None:
    day, last = _day(value, at), event.ends_on or event.starts_on
    if day and last and day > last:
        raise at.refuse("deadline_after_event", value=day.isoformat(), last=last.isoformat())
    event.print_deadline = day


def _set_keep_until(event: Event, value: str, at: Place) -> None:
    day, last = _day(value, at), event.ends_on or event.starts_on
    if day and last and day < last:
        raise at.refuse("kept_too_short", value=day.isoformat(), last=last.isoformat())
    event.keep_until = day


def _set_time_zone(event: Event, value: str, at: Place) -> None:
    try:
        ZoneInfo(value.strip())
    except (KeyError, OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
        raise at.refuse("time_zone", value=checks.shown(value)) from None
    event.time_zone = value.strip()


def _set_languages(event: Event, value: str, at: Place) -> None:
    event.languages = _languages(value, at)


def _set_base_url(event: Event, value: str, at: Place) -> None:
    del at
    text = value.strip()
    if text:
        sign_url(text, "E", "00000000")  # refuses what cannot stand in a sign's code
    event.base_url = text or None


def _set_wifi(part: str) -> Callable[[Event, str, Place], None]:
    """Return what sets the name or the password of the wireless network for guests."""

    def set_part(event: Event, value: str, at: Place) -> None:
        text = value.strip()
        least, most = _WIFI[part]
        if text and not least <= len(text.encode()) <= most:
            raise at.refuse("wifi_length", least=least, most=most)
        wifi = {**event.venue.get("wifi", {}), part: text}
        event.venue = _without_empty({**event.venue, "wifi": _without_empty(wifi)})

    return set_part


def _set_desks(event: Event, value: str, at: Place) -> None:
    text = value.strip()
    if text and not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_DESKS):
        raise at.refuse("desks", value=checks.shown(value), most=MOST_DESKS)
    event.venue = _without_empty({**event.venue, "desks": int(text or 0)})


def _without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _languages(value: Any, at: Place) -> list[str]:
    codes = checks.language_list(value, at)
    if not codes:
        raise at.refuse("missing")
    return codes


_PLAIN: Final[Mapping[str, Callable[[Event, str, Place], None]]] = {
    "starts_on": _set_start,
    "ends_on": _set_end,
    "print_deadline": _set_print_deadline,
    "keep_until": _set_keep_until,
    "time_zone": _set_time_zone,
    "languages": _set_languages,
    "base_url": _set_base_url,
    "wifi.name": _set_wifi("name"),
    "wifi.password": _set_wifi("password"),
    "desks": _set_desks,
}
