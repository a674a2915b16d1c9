"""Fill a new event with the sample summit: lists through the importer, then plan, programme, pictures and badges."""

import datetime as dt
import json
import uuid
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.catalogue.edits import (
    add_booth,
    add_hall,
    add_media,
    add_place,
    add_room,
    add_session,
    add_topic,
    set_event,
    set_pictures,
    update_organisation,
    update_place,
    update_product,
)
from showcase.catalogue.queries import (
    count_booths,
    count_organisations,
    count_products,
    count_sessions,
    list_halls,
    list_organisations,
    list_products,
    list_topics,
)
from showcase.errors import RefusedError
from showcase.exchange.columns import Kind
from showcase.exchange.importing import Verdict, apply, plan
from showcase.exchange.sheets import read_table
from showcase.paths import samples
from showcase.people.edits import issue_badges, make_signing_key, record_consent, set_speakers
from showcase.people.kinds import Purpose
from showcase.people.queries import count_people, list_people
from showcase.progress import Progress, no_progress
from showcase.store.database import Database
from showcase.store.journal import forget

_NOTICE: Final = "desk-1"
SAMPLE_PASSPHRASE: Final = "showcase-sample"  # noqa: S105 - the sample's key is public on purpose
LISTS: Final = (Kind.EXHIBITORS, Kind.PRODUCTS, Kind.PEOPLE)
"""In the order in which they lean on each other; each is a CSV of this name."""
_STEPS: Final = 10
"""Steps that progress counts beside the pictures."""


def folder() -> Path:
    """Return the folder of the sample summit: its lists, its JSON files and its pictures."""
    return samples() / "summit"


def make_sample(database: Database, progress: Progress = no_progress) -> None:
    """Fill a new, empty event with the sample summit, all of it or nothing.

    Badges are issued to everybody; they are signed with a key under `SAMPLE_PASSPHRASE`.

    Args:
        database: the event.
        progress: called with (steps done, steps).

    Raises:
        RefusedError: when the event holds something already.
        Cancelled: when progress says so; the event is then still empty.
    """
    alts = _read("pictures")
    total = _STEPS + len(alts)
    with database.transaction() as session:
        if _holds_something(session):
            raise RefusedError("exchange.sample_not_empty")
        progress(0, total)
        for key, value in _read("event").items():
            set_event(session, key, value)
        for topic in _read("topics"):
            add_topic(session, topic)
        _add_halls(session)
        for done, kind in enumerate(LISTS, start=1):
            _import(session, kind)
            progress(done, total)
        _add_programme(session)
        _add_logos(session)
        progress(len(LISTS) + 1, total)
        _add_products(session, alts, lambda done, _total: progress(len(LISTS) + 1 + done, total))
        _add_consents(session)
        signer = make_signing_key(session, SAMPLE_PASSPHRASE)
        issue_badges(session, [person.id for person in list_people(session)], signer)
        forget(session)  # nobody undoes the sample row by row
        progress(total, total)


def _holds_something(session: Session) -> bool:
    counts = (count_organisations, count_people, count_products, count_booths, count_sessions)
    return any(count(session) for count in counts) or bool(list_halls(session) or list_topics(session))


def _read(name: str) -> Any:
    return json.loads((folder() / f"{name}.json").read_text(encoding="utf-8"))


def _import(session: Session, kind: Kind) -> None:
    """Take a list in as any list of an organiser is: a row that were refused would refuse the sample."""
    planned = plan(session, read_table(folder() / f"{kind}.csv"), kind)
    for row in planned.rows:
        if row.verdict is Verdict.REJECTED and row.reason:
            raise row.reason
    apply(session, planned)


def _add_halls(session: Session) -> None:
    placed: dict[str, uuid.UUID] = {}
    passages: dict[str, str] = {}
    for hall in _read("halls"):
        hall_id = add_hall(session, {name: value for name, value in hall.items() if name not in {"booths", "places"}})
        for booth in hall["booths"]:
            add_booth(session, hall["code"], booth)
        for place in hall["places"]:
            fields = {name: value for name, value in place.items() if name not in {"ref", "leads_to"}}
            placed[place["ref"]] = add_place(session, {**fields, "hall_id": hall_id})
            if "leads_to" in place:
                passages[place["ref"]] = place["leads_to"]
    for ref, other in passages.items():
        update_place(session, placed[ref], {"leads_to_id": placed[other]})


def _add_programme(session: Session) -> None:
    programme = _read("programme")
    halls = {hall.code: hall.id for hall in list_halls(session)}
    people = {person.ref: person.id for person in list_people(session)}
    rooms: dict[str, uuid.UUID] = {}
    for room in programme["rooms"]:
        placed = {**room, "hall_id": halls[room["hall"]]}
        del placed["hall"]
        rooms[room["code"]] = add_room(session, placed)
    for entry in programme["sessions"]:
        fields = {name: value for name, value in entry.items() if name not in {"room", "speakers"}}
        fields |= {name: dt.datetime.fromisoformat(entry[name]) for name in ("starts_at", "ends_at")}
        session_id = add_session(session, {**fields, "room_id": rooms[entry["room"]]})
        set_speakers(session, session_id, [(people[ref], part) for ref, part in entry["speakers"]])


def _add_logos(session: Session) -> None:
    for organisation in list_organisations(session):
        path = folder() / "logos" / f"{organisation.ref}.png"
        logo = add_media(session, path.read_bytes(), name=path.name, alt=organisation.name)
        update_organisation(session, organisation.id, {"logo_id": logo.id})


def _add_consents(session: Session) -> None:
    """Let three of four be known to exhibitors who scan their badge, and one of these by telephone too."""
    known = (Purpose.EXHIBITORS,)
    purposes: tuple[tuple[Purpose, ...], ...] = ((), known, (*known, Purpose.EXHIBITORS_PHONE), known)
    for place, person in enumerate(sorted(list_people(session), key=lambda person: person.ref or "")):
        for purpose in purposes[place % len(purposes)]:
            record_consent(
                session, person.id, purpose.value, given=True, notice_version=_NOTICE, language="vi", source="sample"
            )


def _add_products(session: Session, alts: dict[str, dict[str, str]], progress: Progress) -> None:
    """Give the products what a list cannot hold: facts and pictures."""
    facts = _read("facts")
    products = list_products(session)
    for done, product in enumerate(products, start=1):
        assert product.ref
        update_product(session, product.id, {"facts": facts[product.ref]})
        path = folder() / "pictures" / f"{product.ref}.webp"
        cover = add_media(session, path.read_bytes(), name=path.name, alt=alts[product.ref])
        set_pictures(session, product.id, [{"media_id": cover.id}])
        progress(done, len(products))
