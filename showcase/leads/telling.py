"""What a verdict says to who scans: its word and one line, in their language and the event's time."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from showcase.leads.kinds import Verdict
from showcase.leads.records import Form, Outcome, RatingWord, StationInfo
from showcase.messages import message
from showcase.text import Texts, pick

NOTICE_VERSION: Final = "booth-2"
"""Of the words in which a booth asks for consent; kept with every answer. Count it up when they change."""


class Said(NamedTuple):
    """A word, and a line that says what to do."""

    word: str
    line: str


def say(outcome: Outcome, station: StationInfo, language: str) -> Said:
    """Return what an outcome says."""
    verdict = outcome.verdict
    key = verdict.advice
    if verdict is Verdict.PRODUCT and outcome.lead is None:
        own = outcome.product is not None and outcome.product.own
        key = "leads.verdict_product_alone_do" if own else "leads.verdict_product_other_do"
    return Said(message(verdict.key, language), message(key, language, **_params(outcome, station, language)))


def notice(station: StationInfo, language: str) -> str:
    """Return what consent is asked for at a booth, in the language of the visitor."""
    languages = [language, *station.event.languages]
    exhibitor, event = pick(station.exhibitor, languages)[1], pick(station.event.name, languages)[1]
    return message("leads.notice", language, exhibitor=exhibitor, event=event)


def clock_time(moment: dt.datetime, near: dt.datetime, time_zone: str) -> str:
    """Return a moment as people at the event say it: the time, and the day when that is another one."""
    local, here = moment.astimezone(ZoneInfo(time_zone)), near.astimezone(ZoneInfo(time_zone))
    return f"{local:%H:%M}" if local.date() == here.date() else f"{local:%d/%m/%Y %H:%M}"


def rating_words(form: Form, language: str) -> list[tuple[str, str]]:
    """Return the word and the meaning of each rating, the least first: the exhibitor's, else the program's own."""
    return [_rating(step, rating, language) for step, rating in enumerate(form.ratings, start=1)]


def _rating(step: int, rating: RatingWord, language: str) -> tuple[str, str]:
    word = pick(rating.word, [language])[1] or message(f"leads.rating_{step}", language)
    return word, pick(rating.means, [language])[1] or message(f"leads.rating_{step}_means", language)


def _params(outcome: Outcome, station: StationInfo, language: str) -> Mapping[str, Any]:
    thing = outcome.product or outcome.sign
    names: Texts = thing.exhibitor if thing is not None else station.exhibitor
    since = outcome.inside.at if outcome.inside else None
    moment = outcome.ended_at or since or outcome.first_at or outcome.at
    return {
        "time": clock_time(moment, outcome.at, station.event.time_zone),
        "place": outcome.inside.place if outcome.inside else station.place,
        "capacity": outcome.door.capacity if outcome.door else None,
        "exhibitor": pick(names, [language, *station.event.languages])[1]
        or (pick(thing.name, [language])[1] if thing else ""),
    }
