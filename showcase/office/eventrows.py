"""The settings of the event on the page of settings: each value of the event, by the key that `set_event` takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from showcase.catalogue.kinds import FACTS, Role
from showcase.documents.colours import ROLE_WORDS, TOKENS
from showcase.messages import LANGUAGES
from showcase.office.controls import ChoiceControl, ColourControl, Control, DayControl, LineControl, LinesControl
from showcase.office.settingrows import RowSpec
from showcase.qt.translate import say

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.catalogue.records import EventRecord

_TEXTS: Final = ("name", "theme", "place", "lockup")
_DAYS: Final = ("starts_on", "ends_on", "print_deadline", "keep_until")
_ZONE: Final = "Asia/Ho_Chi_Minh"
_VENUE: Final = ("wifi.name", "wifi.password", "desks")
_FACT_TEXTS: Final = ("words", "beside", "source")


def event_rows(event: EventRecord) -> list[RowSpec]:
    """Return the settings of an event, texts in its languages."""
    languages = event.languages
    return [
        _texts("name", languages, LineControl, resets=False),
        *(_texts(name, languages, LineControl) for name in ("theme", "place")),
        *(_value(name, DayControl, "") for name in _DAYS),
        _value("time_zone", lambda: ChoiceControl(_zones), _ZONE),
        _value("languages", LineControl, ", ".join(LANGUAGES)),
        _value("base_url", LineControl, ""),
        _texts("lockup", languages, LinesControl),
        *(_venue(key) for key in _VENUE),
        *(row for place in FACTS for row in _fact(place, languages)),
        *(_role(role, languages) for role in Role),
        *(_colour(token, usual) for token, usual in TOKENS.items()),
    ]


def event_values(event: EventRecord) -> dict[str, str]:
    """Return the values of an event by key."""
    values = {name: _plain(getattr(event, name)) for name in (*_DAYS, "time_zone", "languages", "base_url")}
    for name in (*_TEXTS, "colours"):
        values |= {f"{name}.{part}": text for part, text in getattr(event, name).items()}
    for role, words in event.role_words.items():
        values |= {f"role_words.{role}.{language}": word for language, word in words.items()}
    wifi = event.venue.get("wifi", {})
    values |= {"wifi.name": wifi.get("name", ""), "wifi.password": wifi.get("password", "")}
    values["desks"] = str(event.venue.get("desks") or "")
    for place, fact in event.facts.items():
        values[f"facts.{place}.number"] = str(fact.get("number") or "")
        for part in _FACT_TEXTS:
            values |= {f"facts.{place}.{part}.{language}": text for language, text in fact.get(part, {}).items()}
    return values


def set_values(app: App, values: Mapping[str, str]) -> None:
    """Set values of the event by key, all of them or none.

    Raises:
        InputError: when a value cannot be taken.
    """
    from showcase.catalogue.event import set_event

    with app.transaction() as session:
        for key, value in values.items():
            set_event(session, key, value)


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _value(name: str, make: Callable[[], Control], usual: str) -> RowSpec:
    return RowSpec(
        f"event.{name}",
        lambda: say(f"shell.event_{name}"),
        lambda: say(f"shell.event_{name}_help"),
        {name: make},
        usual={name: usual},
        reset="shell.reset" if usual else "shell.empty",
    )


def _texts(name: str, languages: Sequence[str], make: Callable[[], Control], *, resets: bool = True) -> RowSpec:
    keys = {f"{name}.{language}": language for language in languages}
    return RowSpec(
        f"event.{name}",
        lambda: say(f"shell.event_{name}"),
        lambda: say(f"shell.event_{name}_help"),
        dict.fromkeys(keys, make),
        keys,
        dict.fromkeys(keys, "") if resets else {},
        reset="shell.empty",
    )


def _venue(key: str) -> RowSpec:
    """Return a setting of what signs say about the house."""
    word = key.replace(".", "_")
    return RowSpec(
        f"event.{key}",
        lambda: say(f"signage.event_{word}"),
        lambda: say(f"signage.event_{word}_help"),
        {key: LineControl},
        usual={key: ""},
        reset="shell.empty",
    )


def _fact(place: str, languages: Sequence[str]) -> list[RowSpec]:
    """Return the settings of a fact: its number and what is said about it."""
    number = f"facts.{place}.number"
    row = RowSpec(
        f"event.{number}",
        lambda: say("shell.event_fact_number", place=place),
        lambda: say("shell.event_fact_number_help"),
        {number: LineControl},
        usual={number: ""},
        reset="shell.empty",
    )
    return [row, *(_fact_text(place, part, languages) for part in _FACT_TEXTS)]


def _fact_text(place: str, part: str, languages: Sequence[str]) -> RowSpec:
    keys = {f"facts.{place}.{part}.{language}": language for language in languages}
    return RowSpec(
        f"event.facts.{place}.{part}",
        lambda: say(f"shell.event_fact_{part}", place=place),
        lambda: say(f"shell.event_fact_{part}_help"),
        dict.fromkeys(keys, LinesControl if part == "beside" else LineControl),
        keys,
        dict.fromkeys(keys, ""),
        reset="shell.empty",
    )


def _role(role: Role, languages: Sequence[str]) -> RowSpec:
    keys = {f"role_words.{role}.{language}": language for language in languages}
    return RowSpec(
        f"event.role_words.{role}",
        lambda: say("shell.event_role_word", role=say(f"office.role_{role}")),
        lambda: say("shell.event_role_word_help"),
        {key: partial(_word, ROLE_WORDS[role].get(language, "")) for key, language in keys.items()},
        keys,
        dict.fromkeys(keys, ""),
    )


def _word(usual: str) -> LineControl:
    control = LineControl()
    control.setPlaceholderText(usual)
    return control


def _colour(token: str, usual: str) -> RowSpec:
    key = f"colours.{token}"
    return RowSpec(
        f"event.{key}",
        lambda: say("shell.event_colour", colour=say(f"shell.colour_{token}")),
        lambda: say(f"shell.colour_{token}_help"),
        {key: partial(ColourControl, usual)},
        usual={key: ""},
    )


def _zones() -> list[tuple[str, str]]:
    from zoneinfo import available_timezones

    names = (zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
    return [(zone, zone.replace("_", " ")) for zone in sorted(names)]
