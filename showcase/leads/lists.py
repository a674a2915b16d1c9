"""What an office gives a station: keys, badges that ended, sealed cards, the catalogue, signed as one numbered list."""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from showcase.errors import DamagedFile, RefusedError
from showcase.leads.entities import Ended, Holder, StationThing
from showcase.leads.kinds import CardState, StationKind
from showcase.leads.records import EventInfo
from showcase.people.kinds import BadgeState, Role
from showcase.qr.signing import verify_list
from showcase.visits.kept import keep, recall

FORMAT: Final = 1
_ABOUT: Final = "about"
_KEYS: Final = "keys"
_MANIFEST: Final = "manifest"
_BATCH: Final = 2_000


@dataclass(frozen=True, slots=True)
class About:
    """What a list is for. It is the same for all stations of a booth, so that one may hand it to another."""

    kind: StationKind
    place: str
    scope: uuid.UUID
    exhibitor: Mapping[str, str]
    event: EventInfo
    capacity: int | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A badge by its digest, with the sealed card of who agreed to be known."""

    subject: str
    number: str
    role: Role
    expires: int
    state: CardState
    sealed: bytes | None


@dataclass(frozen=True, slots=True)
class EndedRow:
    """A badge that is worth nothing any more, since `at` (seconds since 1970)."""

    subject: str
    kind: BadgeState
    at: int


@dataclass(frozen=True, slots=True)
class ThingRow:
    """What the code of a sign stands for."""

    number: str
    kind: str
    id: uuid.UUID
    name: Mapping[str, str]
    exhibitor: Mapping[str, str]
    own: bool
    position: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The contents of a list."""

    about: About
    keys: Mapping[int, bytes]
    ended: Sequence[EndedRow]
    holders: Sequence[HolderRow]
    things: Sequence[ThingRow]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is signed: number, time, and a digest of every part."""

    number: int
    issued_at: dt.datetime
    key_id: int
    event: int
    digests: Mapping[str, str]

    def content(self) -> bytes:
        """Return the bytes that are signed."""
        values = {
            "format": FORMAT,
            "number": self.number,
            "issued_at": self.issued_at.isoformat(),
            "key_id": self.key_id,
            "event": self.event,
            "digests": dict(self.digests),
        }
        return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class SignedList:
    """A list with its signature. Nobody has checked it yet."""

    manifest: Manifest
    signature: bytes
    parts: Parts


def digests_of(parts: Parts) -> dict[str, str]:
    """Return a digest of each part, the same in whatever order its rows come."""
    return {
        "about": _digest([_plain_about(parts.about)]),
        "keys": _digest([[key_id, key.hex()] for key_id, key in sorted(parts.keys.items())]),
        "ended": _digest(sorted([row.subject, row.kind.value, row.at] for row in parts.ended)),
        "holders": _digest(
            [row.subject, row.number, row.role.value, row.expires, row.state.value, (row.sealed or b"").hex()]
            for row in sorted(parts.holders, key=lambda row: row.subject)
        ),
        "things": _digest(
            [row.number, row.kind, row.id.hex, dict(row.name), dict(row.exhibitor), row.own, row.position]
            for row in sorted(parts.things, key=lambda row: row.number)
        ),
    }


def check(signed: SignedList, keys: Mapping[int, bytes]) -> None:
    """See that a list is signed with a key that is trusted already, and whole.

    Raises:
        RefusedError: when its key is another event's, or somebody changed it.
    """
    manifest = signed.manifest
    key = keys.get(manifest.key_id)
    if key is None or not verify_list(manifest.content(), signed.signature, key):
        raise RefusedError("leads.list_forged")
    if manifest.event != signed.parts.about.event.token_number or manifest.digests != digests_of(signed.parts):
        raise RefusedError("leads.list_forged")


def put(session: Session, signed: SignedList) -> None:
    """Write a list into a station's file in place of the one there; the caller has checked it."""
    parts = signed.parts
    for table in (Ended, Holder, StationThing):
        session.execute(delete(table))
    _insert(session, Ended, ({"subject": row.subject, "kind": row.kind.value, "at": row.at} for row in parts.ended))
    _insert(session, Holder, ({name: getattr(row, name) for name in HolderRow.__slots__} for row in parts.holders))
    _insert(session, StationThing, ({name: getattr(row, name) for name in ThingRow.__slots__} for row in parts.things))
    keep(session, _KEYS, {str(key_id): key.hex() for key_id, key in parts.keys.items()})
    keep(session, _ABOUT, _plain_about(parts.about))
    manifest = {"content": signed.manifest.content().decode(), "signature": signed.signature.hex()}
    keep(session, _MANIFEST, manifest)


def get(session: Session) -> SignedList:
    """Return the whole list of a station.

    Raises:
        DamagedFile: as `manifest_of`.
    """
    ended = [EndedRow(row.subject, BadgeState(row.kind), row.at) for row in session.execute(select(Ended.__table__))]
    holders = [
        HolderRow(row.subject, row.number, row.role, row.expires, CardState(row.state), row.sealed)
        for row in session.execute(select(Holder.__table__))
    ]
    things = [
        ThingRow(row.number, row.kind, row.id, row.name, row.exhibitor, row.own, row.position)
        for row in session.execute(select(StationThing.__table__))
    ]
    manifest, signature = manifest_of(session)
    return SignedList(manifest, signature, Parts(about_of(session), keys_of(session), ended, holders, things))


def manifest_of(session: Session) -> tuple[Manifest, bytes]:
    """Return what is signed in a station's list, and the signature.

    Raises:
        DamagedFile: it makes no sense.
    """
    try:
        kept = recall(session, _MANIFEST)
        values = json.loads(kept["content"])
        manifest = Manifest(
            int(values["number"]),
            dt.datetime.fromisoformat(values["issued_at"]),
            int(values["key_id"]),
            int(values["event"]),
            dict(values["digests"]),
        )
        return manifest, bytes.fromhex(kept["signature"])
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error


def keys_of(session: Session) -> dict[int, bytes]:
    """Return key id -> public key that a station trusts.

    Raises:
        DamagedFile: they make no sense.
    """
    try:
        return {int(key_id): bytes.fromhex(key) for key_id, key in recall(session, _KEYS).items()}
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error


def about_of(session: Session) -> About:
    """Return what a station's list is for.

    Raises:
        DamagedFile: it makes no sense.
    """
    try:
        kept = recall(session, _ABOUT)
        event = kept["event"]
        return About(
            kind=StationKind(kept["kind"]),
            place=str(kept["place"]),
            scope=uuid.UUID(kept["scope"]),
            exhibitor=dict(kept["exhibitor"]),
            event=EventInfo(
                uuid.UUID(event["id"]),
                dict(event["name"]),
                str(event["time_zone"]),
                tuple(event["languages"]),
                dict(event["role_words"]),
                int(event["token_number"]),
                event["base_url"],
            ),
            capacity=kept["capacity"],
            roles=tuple(Role(role) for role in kept["roles"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error


def _plain_about(about: About) -> dict[str, Any]:
    event = about.event
    return {
        "kind": about.kind.value,
        "place": about.place,
        "scope": about.scope.hex,
        "exhibitor": dict(about.exhibitor),
        "event": {
            "id": event.id.hex,
            "name": dict(event.name),
            "time_zone": event.time_zone,
            "languages": list(event.languages),
            "role_words": {role: dict(words) for role, words in event.role_words.items()},
            "token_number": event.token_number,
            "base_url": event.base_url,
        },
        "capacity": about.capacity,
        "roles": [role.value for role in about.roles],
    }


def _digest(rows: Iterable[Any]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return digest.hexdigest()


def _insert(session: Session, table: Any, rows: Iterable[Mapping[str, Any]]) -> None:
    waiting = [dict(row) for row in rows]
    for start in range(0, len(waiting), _BATCH):
        session.execute(insert(table), waiting[start : start + _BATCH])
