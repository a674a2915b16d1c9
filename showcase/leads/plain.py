"""What a scanner keeps by name as plain JSON, and what that says: which station it is, its list, the keys it trusts."""

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from showcase.errors import DamagedFile
from showcase.leads.kinds import StationKind
from showcase.leads.records import EventInfo, StationInfo
from showcase.people.kinds import Role

FORMAT: Final = 1
"""Of the list."""
ABOUT: Final = "about"
KEYS: Final = "keys"
MANIFEST: Final = "manifest"
ME: Final = "station"


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
class Me:
    """Which machine a file is of."""

    id: uuid.UUID
    name: str
    practice: bool

    def as_plain(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {"id": self.id.hex, "name": self.name, "practice": self.practice}


def me_from(kept: Any) -> Me:
    """Return which machine a file is of.

    Raises:
        DamagedFile: it makes no sense.
    """
    try:
        return Me(uuid.UUID(kept["id"]), str(kept["name"]), bool(kept["practice"]))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error


def info_of(me: Me, about: About) -> StationInfo:
    """Return what a station is."""
    return StationInfo(
        id=me.id,
        kind=about.kind,
        name=me.name,
        place=about.place,
        scope=about.scope,
        exhibitor=about.exhibitor,
        event=about.event,
        capacity=about.capacity,
        roles=about.roles,
    )


def manifest_from(kept: Any) -> tuple[Manifest, bytes]:
    """Return what is signed in a list, and the signature.

    Raises:
        DamagedFile: it makes no sense.
    """
    try:
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


def keys_from(kept: Any) -> dict[int, bytes]:
    """Return key id -> public key.

    Raises:
        DamagedFile: they make no sense.
    """
    try:
        return {int(key_id): bytes.fromhex(key) for key_id, key in kept.items()}
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error


def about_from(kept: Any) -> About:
    """Return what a list is for.

    Raises:
        DamagedFile: it makes no sense.
    """
    try:
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
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error


def about_as_plain(about: About) -> dict[str, Any]:
    """Return what a list is for as it is kept."""
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
