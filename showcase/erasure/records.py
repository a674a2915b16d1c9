"""What erasing tells: what will go, what went, and which copies it cannot reach."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any


class Reason(StrEnum):
    """Why somebody was erased."""

    ASKED = "asked"
    """They asked for it, or somebody for them."""
    PAST = "past"
    """The day until which their data may be kept is over."""


class CopyKind(StrEnum):
    """A copy of what was personal that the program cannot take back."""

    STATION = "station"
    """A station's file, until it is updated."""
    EXHIBITOR = "exhibitor"
    """An exhibitor who scanned the badge, and whatever they exported."""
    EXPORT = "export"
    """A pack of leads that an exhibitor wrote after they had scanned the badge."""
    PRINT = "print"
    """Paper, and the file it was printed from."""
    BACKUP = "backup"
    """A backup that could neither be written anew nor deleted."""
    KIOSK = "kiosk"
    """A kiosk's copy of the event that could not be deleted."""

    @property
    def key(self) -> str:
        """Return the key of the sentence about it."""
        return f"erasure.left_{self}"


@dataclass(frozen=True, slots=True)
class Left:
    """A copy that is out of reach.

    Args:
        kind: of the copy.
        where: the station, exhibitor or file.
        at: when it was made or given away.
        by: the station or person that it belongs to, or that made it.
    """

    kind: CopyKind
    where: str
    at: dt.datetime
    by: str = ""

    def stored(self) -> dict[str, str]:
        """Return it as the event keeps it."""
        return {"kind": self.kind.value, "where": self.where, "at": self.at.isoformat(), "by": self.by}


def left_of(stored: Mapping[str, Any]) -> Left:
    """Return a copy from how the event keeps it."""
    return Left(CopyKind(stored["kind"]), stored["where"], dt.datetime.fromisoformat(stored["at"]), stored["by"])


@dataclass(frozen=True, slots=True)
class Preview:
    """What erasing somebody would do.

    Args:
        name: who it is.
        badges: how many badges they were ever given; a live one will be worth nothing.
        sessions: of the programme in which they speak; their name goes from there.
        notes: facts of stations with something personal in them.
        edits: of the history that were about them; they can no longer be undone.
        backups: that will be written anew.
        left: copies out of reach.
        mentions: names of other records in which their name or e-mail stands, which stay as they are.
        stations: files of stations of the event that were found at hand.
    """

    name: str
    badges: int
    sessions: int
    notes: int
    edits: int
    backups: int
    left: Sequence[Left]
    mentions: Sequence[str]
    stations: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class ErasureRecord:
    """An erasure that was done; `left` is what is out of reach still, without stations that were updated since."""

    id: uuid.UUID
    at: dt.datetime
    user: str
    reason: Reason
    people: int
    gone: Mapping[str, int]
    left: Sequence[Left]
    finished_at: dt.datetime | None
