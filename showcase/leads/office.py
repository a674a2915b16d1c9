"""The office's side of stations: make one, refresh it, take in what it noted, and see how all of them stand."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.queries import get_event, list_booths, list_halls, list_organisations
from showcase.catalogue.records import BoothRecord, ExhibitorRecord
from showcase.errors import InputError, RefusedError
from showcase.leads import lists
from showcase.leads.desk import MERGED
from showcase.leads.entities import RegisteredStation
from showcase.leads.erasing import forget, forget_at_exhibitors, withdrawn_at
from showcase.leads.facts import list_facts, write_facts
from showcase.leads.kinds import CardState, StationKind
from showcase.leads.lists import SignedList
from showcase.leads.merging import Merged, Numbers, count_numbers, merge_facts, refuse_stranger
from showcase.leads.plain import About, Manifest
from showcase.leads.sealing import subject_of
from showcase.leads.snapshot import badge_cards, event_info, make_list
from showcase.leads.station import Station, turn_generation
from showcase.people.kinds import Role
from showcase.progress import Progress, no_progress
from showcase.qr.signing import Signer
from showcase.store.columns import now
from showcase.text import clean, fold
from showcase.visits.kept import keep, recall

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Wanted:
    """A station that is to be made.

    Args:
        booth: code of its booth, with its hall where two have the code (H1 A12); "" for a door.
        door: the hall or area behind the door, "" for a booth.
        exhibitor: name or number, where several share the booth.
        name: of the machine, such as the door itself where several lead into a hall.
        capacity: of the hall; None when nobody counts.
        roles: that the door lets in; none for all.
    """

    booth: str = ""
    door: str = ""
    exhibitor: str = ""
    name: str = ""
    capacity: int | None = None
    roles: Sequence[Role] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A station of which only the file is not there yet.

    Args:
        id: of the station.
        name: of the machine.
        signed: what its file will hold.
        area: whether it is a door into an area of its own, because the event has no hall of that name.
    """

    id: uuid.UUID
    name: str
    signed: SignedList
    area: bool


@dataclass(frozen=True, slots=True)
class StationRecord:
    """A station of the event.

    Args:
        facts: how many of its facts are here.
        missing: how many were noted before one that is here, and are not.
        doubled: how many have the number of another one, because two machines used copies of its file.
    """

    id: uuid.UUID
    kind: StationKind
    name: str
    place: str
    scope: uuid.UUID
    made_at: dt.datetime
    list_number: int
    list_at: dt.datetime
    merged_at: dt.datetime | None
    facts: int
    missing: int
    doubled: int


def check_wanted(wanted: Wanted) -> None:
    """See that what is wanted fits together.

    Raises:
        InputError: it does not; nothing that was asked for is passed over.
    """
    if wanted.door:
        if wanted.exhibitor:
            raise InputError("leads.only_booths")
        if wanted.capacity is not None and wanted.capacity < 1:
            raise InputError("leads.capacity_wrong")
    elif wanted.capacity is not None or wanted.roles:
        raise InputError("leads.only_doors")


def prepare_station(session: Session, signer: Signer, wanted: Wanted, progress: Progress = no_progress) -> Prepared:
    """Register a station, and return what its file will hold.

    Args:
        session: of a writing transaction of the event.
        signer: the event's, unlocked.
        wanted: the station.
        progress: called with badges sealed and their number.

    Raises:
        InputError: there is no such booth or exhibitor, or more than one, or what is wanted does not fit together.
        RefusedError: nobody exhibits there.
    """
    check_wanted(wanted)
    about = _about_door(session, wanted) if wanted.door else _about_booth(session, wanted)
    name = clean(wanted.name) or about.place
    if max(len(name), len(about.place)) > _LONGEST:
        raise InputError("leads.name_long", limit=_LONGEST)
    signed = make_list(session, signer, about, progress)
    station = RegisteredStation(
        id=uuid.uuid4(),
        kind=about.kind,
        name=name,
        place=about.place,
        scope=about.scope,
        capacity=about.capacity,
        roles=[role.value for role in about.roles],
        made_at=now(),
        list_number=signed.manifest.number,
        list_at=signed.manifest.issued_at,
    )
    session.add(station)
    session.flush()
    area = about.kind is StationKind.DOOR and about.scope not in {hall.id for hall in list_halls(session)}
    return Prepared(station.id, name, signed, area)


def update_station(session: Session, signer: Signer, station: Station, progress: Progress = no_progress) -> Manifest:
    """Give a station the list as it is now, and what other stations of its exhibitor or area have noted.

    Args:
        session: of a writing transaction of the event.
        signer: the event's, unlocked.
        station: its open file.
        progress: called with badges sealed and their number.

    Raises:
        RefusedError: it is no station of this event, or practises.
        FileError: it cannot be written; it is as it was.
    """
    registered = _registered(session, station)
    about = _about_registered(session, registered)
    signed = make_list(session, signer, about, progress)
    forget(session, {row.subject for row in signed.parts.holders if row.state is CardState.WITHDRAWN})
    facts = list_facts(session, scopes=[registered.scope])
    with station.transaction() as own:
        lists.put(own, signed)
        write_facts(own, facts)
        forget(own, withdrawn_at(own))
        forget_at_exhibitors(own)
        turn_generation(own)
    station.tidy()
    registered.list_number, registered.list_at = signed.manifest.number, signed.manifest.issued_at
    session.flush()
    return signed.manifest


def require_registered(session: Session, station: Station) -> None:
    """See that a file is one of this event's stations, and counts.

    Raises:
        RefusedError: it is not.
    """
    _registered(session, station)


def merge_station(session: Session, station: Station, progress: Progress = no_progress) -> Merged:
    """Take in what a station noted, and what it has of others of its exhibitor or area.

    Args:
        session: of a writing transaction of the event.
        station: its open file.
        progress: called with facts done.

    Raises:
        RefusedError: it is no station of this event, or practises.
        FileError: it cannot be read.
    """
    registered = _registered(session, station)
    known = select(RegisteredStation.id).where(RegisteredStation.scope == registered.scope)
    stations = set(session.execute(known).scalars())
    withdrawn = withdrawn_subjects(session) if registered.kind is StationKind.BOOTH else set()
    merged = merge_facts(
        session,
        station.path,
        lambda fact: fact.station in stations and fact.scope == registered.scope,
        forgotten=withdrawn,
        progress=progress,
    )
    forget(session, withdrawn)
    forget_at_exhibitors(session)
    registered.merged_at = now()
    session.flush()
    return merged


def acknowledge(station: Station, merged: Merged) -> None:
    """Let a station know what the office has on disk; call it after the commit.

    Raises:
        FileError: its file cannot be written. It then counts its facts as not taken in, which does no harm.
    """
    with station.transaction() as own:
        keep(own, MERGED, max(int(recall(own, MERGED) or 0), merged.last.get(station.info.id, 0)))


def take_from(station: Station, other: Station, progress: Progress = no_progress) -> tuple[Merged, bool]:
    """Take facts and, where it is newer, the list from another file of the same exhibitor or area.

    That is how a stick brings what the office gave, and how two stations of a booth know of each other without one.

    Args:
        station: that takes.
        other: that gives; it is only read.
        progress: called with facts done.

    Returns:
        What came of the facts, and whether the list was newer.

    Raises:
        RefusedError: the other is somebody else's or practises, or its list was not signed by a key this one trusts.
        FileError: as it says.
    """
    if station.practice or other.practice:
        raise RefusedError("leads.practice_never_merges")
    refuse_stranger((station.info.event.id, station.info.scope), (other.info.event.id, other.info.scope), other.path)
    with other.reading() as theirs:
        signed = lists.get(theirs)
        there = int(recall(theirs, MERGED) or 0) if other.info.id == station.info.id else 0
    with station.transaction() as own:
        mine, _ = lists.manifest_of(own)
        newer = signed.manifest.number > mine.number
        if newer:
            lists.check(signed, lists.keys_of(own))
            lists.put(own, signed)
        scope = station.info.scope
        merged = merge_facts(
            own, other.path, lambda fact: fact.scope == scope, forgotten=withdrawn_at(own), progress=progress
        )
        forget(own, withdrawn_at(own))
        forget_at_exhibitors(own)
        keep(own, MERGED, max(there, int(recall(own, MERGED) or 0)))
        turn_generation(own)
    station.tidy()
    return merged, newer


def list_registered(session: Session) -> list[StationRecord]:
    """Return the stations of the event, by place."""
    counted = count_numbers(session)
    rows = session.execute(select(RegisteredStation.__table__)).all()
    found = []
    for row in sorted(rows, key=lambda row: (row.kind, row.place, row.name, row.made_at)):
        numbers = counted.get(row.id, Numbers(0, 0, 0))
        found.append(
            StationRecord(
                row.id,
                row.kind,
                row.name,
                row.place,
                row.scope,
                row.made_at,
                row.list_number,
                row.list_at,
                row.merged_at,
                numbers.facts,
                numbers.missing,
                numbers.doubled,
            )
        )
    return found


def withdrawn_subjects(session: Session) -> set[str]:
    """Return every badge of whoever withdrew consent or is no longer in the event."""
    cards = badge_cards(session, StationKind.BOOTH)
    return {subject_of(row.id) for row, _, state in cards if state is CardState.WITHDRAWN}


def _registered(session: Session, station: Station) -> RegisteredStation:
    if station.practice:
        raise RefusedError("leads.practice_never_merges")
    refuse_stranger(get_event(session).id, station.info.event.id, station.path)
    found = session.get(RegisteredStation, station.info.id)
    if found is None or found.scope != station.info.scope:
        raise RefusedError("leads.station_unknown", path=str(station.path))
    return found


def _about_registered(session: Session, registered: RegisteredStation) -> About:
    exhibitor: Mapping[str, str] = {}
    if registered.kind is StationKind.BOOTH:
        exhibitor = next((it.name for it in list_organisations(session, ids=[registered.scope])), {})
    return About(
        kind=registered.kind,
        place=registered.place,
        scope=registered.scope,
        exhibitor=exhibitor,
        event=event_info(session),
        capacity=registered.capacity,
        roles=tuple(Role(role) for role in registered.roles),
    )


def _about_booth(session: Session, wanted: Wanted) -> About:
    booth = _booth(session, wanted.booth)
    exhibitor = _exhibitor(booth, wanted.exhibitor)
    return About(StationKind.BOOTH, booth.code, exhibitor.id, exhibitor.name, event_info(session), None, ())


def _booth(session: Session, typed: str) -> BoothRecord:
    code = fold(typed)
    booths = [
        booth
        for booth in list_booths(session)
        if code in {fold(booth.code), fold(f"{booth.hall} {booth.code}"), fold(f"{booth.hall}/{booth.code}")}
    ]
    if not booths:
        raise InputError("leads.booth_missing", code=typed)
    if len(booths) > 1:
        raise InputError("leads.booth_twice", code=typed, halls=", ".join(booth.hall for booth in booths))
    return booths[0]


def _exhibitor(booth: BoothRecord, typed: str) -> ExhibitorRecord:
    wanted = fold(typed)
    found = [
        it
        for it in booth.exhibitors
        if not wanted or wanted in {it.number, *map(fold, it.name.values()), *map(fold, it.short_name.values())}
    ]
    if len(found) == 1:
        return found[0]
    if not booth.exhibitors:
        raise RefusedError("leads.booth_empty", code=booth.code)
    names = ", ".join(f"{next(iter(it.name.values()), '')} ({it.number})" for it in booth.exhibitors)
    raise InputError("leads.booth_shared", code=booth.code, names=names)


def _about_door(session: Session, wanted: Wanted) -> About:
    event = event_info(session)
    named = fold(wanted.door)
    hall = next((it for it in list_halls(session) if named in {fold(it.code), *map(fold, it.name.values())}), None)
    # An area that is no hall of the catalogue is known by its name, so that all its doors count together.
    scope = hall.id if hall else uuid.uuid5(event.id, named)
    return About(StationKind.DOOR, clean(wanted.door), scope, {}, event, wanted.capacity, tuple(wanted.roles))
