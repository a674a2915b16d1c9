"""The programme of a room for a day, as it hangs beside the door."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from showcase.catalogue.kinds import SessionStatus
from showcase.catalogue.queries import get_event, list_rooms, list_sessions
from showcase.catalogue.records import RoomRecord, SessionRecord
from showcase.documents.items import PrintItem, Value
from showcase.documents.lockup import day_in_words, event_lines
from showcase.documents.parts import icon_of, site_of, subject_of
from showcase.people.queries import list_speaker_names
from showcase.text import Texts, join, pick

_ON_A_SHEET: Final = 8
"""Sessions that can be read on one sheet; a longer day goes on to the next."""
_PAUSES: Final = frozenset({"break", "lunch", "coffee", "pause"})
_GONE: Final[Texts] = {"vi": "Đã huỷ", "en": "Cancelled", "fr": "Annulé"}


def list_room_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a sheet for each room and day on which something takes place there, by day, then by room."""
    event = get_event(session)
    zone = ZoneInfo(event.time_zone)
    shared: Mapping[str, Value] = {**event_lines(event), "url": site_of(event, base_url)}
    speakers = list_speaker_names(session)
    rooms = {room.id: room for room in list_rooms(session)}
    talks = [talk for talk in list_sessions(session) if talk.room_id in rooms]

    def key(talk: SessionRecord) -> tuple[dt.date, str]:
        return talk.starts_at.astimezone(zone).date(), talk.room

    items = []
    talks.sort(key=lambda talk: (*key(talk), talk.starts_at))
    for (day, code), group in groupby(talks, key):
        held = list(group)
        room = rooms[held[0].room_id or held[0].id]
        rows = [_row(talk, zone, speakers.get(talk.id, ())) for talk in held]
        for part, shown in enumerate(_parts(rows)):
            values = {**shared, "room": _called(room), "date": day_in_words(day), "sessions": shown}
            more = f"{part + 1}" if len(rows) > _ON_A_SHEET else ""
            title = join((pick(_called(room), event.languages)[1], f"{day:%d.%m.%Y}", more))
            items.append(
                PrintItem(subject_of(event, "room", code, day.isoformat(), str(part)), "room_sign", title, values)
            )
    return items


def _called(room: RoomRecord) -> Texts:
    return room.name if any(room.name.values()) else {"": room.code}


def _parts(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], ...]]:
    """Give the rows in parts of nearly the same length, each of which goes on a sheet."""
    sheets = -(-len(rows) // _ON_A_SHEET)
    each = -(-len(rows) // sheets)
    for start in range(0, len(rows), each):
        yield tuple(rows[start : start + each])


def _row(talk: SessionRecord, zone: ZoneInfo, speakers: Sequence[str]) -> Mapping[str, Any]:
    gone = talk.status is SessionStatus.CANCELLED
    pause = talk.kind.casefold() in _PAUSES
    return {
        "start": f"{talk.starts_at.astimezone(zone):%H:%M}",
        "end": f"– {talk.ends_at.astimezone(zone):%H:%M}",
        "title": talk.title,
        "speakers": join(speakers),
        "icon": icon_of(talk.topics[0]) if talk.topics and not gone else "",
        "gone": _GONE if gone else "",
        "low": "1" if pause and not gone else "",
    }
