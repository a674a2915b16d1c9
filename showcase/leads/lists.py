"""What an office gives a station: keys, badges that ended, sealed cards, the catalogue, signed as one numbered list."""

import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from showcase.errors import RefusedError
from showcase.leads import plain
from showcase.leads.entities import Ended, Holder, StationThing
from showcase.leads.kinds import CardState
from showcase.leads.plain import About, Manifest
from showcase.people.kinds import BadgeState, Role
from showcase.qr.signing import verify_list
from showcase.visits.kept import keep, recall

_BATCH: Final = 2_000


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
class SignedList:
    """A list with its signature. Nobody has checked it yet."""

    manifest: Manifest
    signature: bytes
    parts: Parts


def digests_of(parts: Parts) -> dict[str, str]:
    """Return a digest of each part, the same in whatever order its rows come."""
    return {
        "about": _digest([plain.about_as_plain(parts.about)]),
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
    keep(session, plain.KEYS, {str(key_id): key.hex() for key_id, key in parts.keys.items()})
    keep(session, plain.ABOUT, plain.about_as_plain(parts.about))
    manifest = {"content": signed.manifest.content().decode(), "signature": signed.signature.hex()}
    keep(session, plain.MANIFEST, manifest)


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
    return plain.manifest_from(recall(session, plain.MANIFEST))


def keys_of(session: Session) -> dict[int, bytes]:
    """Return key id -> public key that a station trusts.

    Raises:
        DamagedFile: they make no sense.
    """
    return plain.keys_from(recall(session, plain.KEYS))


def about_of(session: Session) -> About:
    """Return what a station's list is for.

    Raises:
        DamagedFile: it makes no sense.
    """
    return plain.about_from(recall(session, plain.ABOUT))


def _digest(rows: Iterable[Any]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return digest.hexdigest()


def _insert(session: Session, table: Any, rows: Iterable[Mapping[str, Any]]) -> None:
    waiting = [dict(row) for row in rows]
    for start in range(0, len(waiting), _BATCH):
        session.execute(insert(table), waiting[start : start + _BATCH])
