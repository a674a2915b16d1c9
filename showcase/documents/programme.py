"""The programme on the back of a badge: days and sessions, as few as can be read on it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from showcase.catalogue.kinds import SessionStatus
from showcase.catalogue.queries import list_rooms, list_sessions
from showcase.catalogue.records import EventRecord, SessionRecord
from showcase.documents.lockup import day_in_words

_LINES: Final = 15
"""Lines that can be read on a badge; the programme of a larger event has pages of its own."""
_LINES_OF_DAY: Final = 1.6
"""What the name of a day takes of them."""


def programme_rows(session: Session, event: EventRecord) -> tuple[Mapping[str, Any], ...]:
    """Return what takes place, a row for each day and below it one for each session.

    Where that is more than a badge takes, the sessions of the main room: the one with the most seats, of equal ones the
    one with the most sessions.
    """
    zone = ZoneInfo(event.time_zone)
    talks = [talk for talk in list_sessions(session) if talk.status is not SessionStatus.CANCELLED]
    talks.sort(key=lambda talk: (talk.starts_at, talk.room))
    if len(talks) > _room_for(talks, zone):
        seats = {room.code: room.capacity or 0 for room in list_rooms(session)}
        held = Counter(talk.room for talk in talks)
        main = max(sorted(held), key=lambda code: (seats.get(code, 0), held[code]))
        talks = [talk for talk in talks if talk.room == main]
    return tuple(_rows(talks[: _room_for(talks, zone)], zone))


def _room_for(talks: Sequence[SessionRecord], zone: ZoneInfo) -> int:
    """Return how many sessions there is room for below the days on which they are held."""
    days = {talk.starts_at.astimezone(zone).date() for talk in talks}
    return max(1, int(_LINES - _LINES_OF_DAY * len(days)))


def _rows(talks: Sequence[SessionRecord], zone: ZoneInfo) -> Iterator[Mapping[str, Any]]:
    is_one_room = len({talk.room for talk in talks}) == 1
    for day, group in groupby(talks, lambda talk: talk.starts_at.astimezone(zone).date()):
        yield {"day": day_in_words(day), "start": "", "title": "", "room": "", "low": "1"}
        for talk in group:
            start = f"{talk.starts_at.astimezone(zone):%H:%M}"
            room = "" if is_one_room else talk.room_name if any(talk.room_name.values()) else talk.room
            yield {"day": "", "start": start, "title": talk.title, "room": room, "low": ""}
