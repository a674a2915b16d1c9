"""Erasing from beginning to end: what a window and the command line call."""

import datetime as dt
import uuid
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from showcase.catalogue.queries import get_event
from showcase.erasure.copies import finish
from showcase.erasure.people import Traces, erase, erase_all_words, everybody, preview, traces_of
from showcase.erasure.reach import add_left, list_erasures, out_of_reach
from showcase.erasure.records import CopyKind, ErasureRecord, Preview, Reason
from showcase.errors import RefusedError
from showcase.leads.erasing import forget_words
from showcase.leads.glance import list_stations
from showcase.leads.office import list_registered, update_station
from showcase.leads.station import PRACTICE_ENDING, open_station
from showcase.progress import Progress, no_progress
from showcase.qr.signing import Signer
from showcase.store.backup import list_backups
from showcase.store.database import Database


def foresee(database: Database, person_id: uuid.UUID, folders: Sequence[Path] = ()) -> Preview:
    """Return what erasing somebody would do, and which copies would be out of reach.

    Args:
        database: the event.
        person_id: who.
        folders: where to look for stations that are at hand; those are not out of reach.

    Raises:
        InputError: there is nobody with this id.
    """
    with database.reading() as session:
        seen = preview(session, person_id)
        traces = traces_of(session, [person_id])
        left = out_of_reach(session, traces.badges)
        known = {row.id for row in list_registered(session)} if folders else set()
    here = [it for it in list_stations(folders) if it.info.id in known]
    names = {(it.info.place, it.info.name) for it in here}
    left = [it for it in left if it.kind is not CopyKind.STATION or (it.where, it.by) not in names]
    stations = [it.path for it in here]
    return replace(seen, backups=len(list_backups(database.path)), left=left, stations=stations)


def erase_person(
    database: Database,
    person_id: uuid.UUID,
    *,
    stations: Sequence[Path] = (),
    signer: Signer | None = None,
    progress: Progress = no_progress,
) -> ErasureRecord:
    """Erase somebody from the event, its backups, and what else is within reach; return what was done and what is left.

    Args:
        database: the event.
        person_id: who.
        stations: files of stations that are at hand; they are updated.
        signer: the event's, which an update needs.
        progress: told (copies done, copies in all).

    Raises:
        InputError: there is nobody with this id.
        FileError: a station cannot be updated, and nothing was erased; or the file cannot be written anew yet: somebody
            is erased then, and `finish` can be called again.
    """
    with database.reading() as session:
        preview(session, person_id)  # raises where there is nobody
        traces = traces_of(session, [person_id])
    for path in stations:
        open_station(path).close()  # raises before anything is done
    with database.transaction() as session:
        left = out_of_reach(session, traces.badges, traces.names)
        done = erase(session, [person_id], Reason.ASKED)
        add_left(session, done, left)
    finish(database, progress)
    if signer is not None:
        for path in stations:
            _erase_in_station(database, path, signer, traces)
    return _record(database, done)


def erase_past(database: Database, progress: Progress = no_progress, *, today: dt.date | None = None) -> ErasureRecord:
    """Erase everybody from an event whose day is over until which what is personal may be kept.

    Args:
        database: the event.
        progress: told (copies done, copies in all).
        today: where the event takes place; by default it is asked of the clock.

    Raises:
        RefusedError: that day is not over, or there is none.
    """
    with database.reading() as session:
        event = get_event(session)
    until = event.kept_until
    if until is None:
        raise RefusedError("erasure.no_day")
    day = today or dt.datetime.now(ZoneInfo(event.time_zone)).date()
    if day <= until:
        raise RefusedError("erasure.not_yet", day=until.isoformat())
    with database.transaction() as session:
        people = everybody(session)
        traces = traces_of(session, people)
        left = out_of_reach(session, traces.badges, traces.names)
        erase_all_words(session)
        done = erase(session, people, Reason.PAST)
        add_left(session, done, left)
    finish(database, progress)
    return _record(database, done)


def _erase_in_station(database: Database, path: Path, signer: Signer, traces: Traces) -> None:
    with closing(open_station(path)) as station:
        with database.transaction() as session:
            update_station(session, signer, station)
        with station.transaction() as own:
            forget_words(own, traces.marks)
        station.tidy()
    practice = path.with_name(path.stem + PRACTICE_ENDING)
    for tail in ("", "-wal", "-shm", "-journal"):
        practice.with_name(practice.name + tail).unlink(missing_ok=True)


def _record(database: Database, erasure_id: uuid.UUID) -> ErasureRecord:
    with database.reading() as session:
        return next(it for it in list_erasures(session) if it.id == erasure_id)
