"""What the overview showed when an event was put away, kept in the cache to be shown again before the event is open.

It is shown if the file is still as it was. Opening an event takes longer than a window needs to stand, most of it for
loading the parts of the program that read databases.
"""

import datetime as dt
import hashlib
import io
import os
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from showcase import __version__
from showcase.catalogue.records import EventRecord
from showcase.files import written_beside
from showcase.paths import cache_folder
from showcase.reports.records import Day, KindRow, PrintState, Readiness, Share, Tally, TextRow, Way

KEPT: Final = 40
"""How many events are remembered."""
_HEADER: Final = slice(24, 28)
"""Where SQLite counts the changes of a file (file format, section 1.3)."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The event, how far it is, and how many records each listing has; `day`: when that was."""

    event: EventRecord
    readiness: Readiness
    way: Way
    prints: tuple[PrintState, ...]
    counts: Mapping[str, int]
    day: dt.date


_CLASSES: Final = (Glance, EventRecord, Readiness, Share, Tally, TextRow, KindRow, PrintState, Way, Day)
_SHAPE: Final = (__version__, *(field.name for kind in _CLASSES for field in fields(kind)))
_KNOWN: Final = frozenset(
    {
        *((kind.__module__, kind.__qualname__) for kind in _CLASSES),
        ("showcase.catalogue.kinds", "OrganisationKind"),
        *(("datetime", name) for name in ("date", "datetime", "timezone", "timedelta")),
        *(("uuid", name) for name in ("UUID", "SafeUUID")),
    }
)
_UNREADABLE: Final = (OSError, ValueError, TypeError, LookupError, EOFError, AttributeError, pickle.UnpicklingError)


class _Reader(pickle.Unpickler):
    """Makes nothing but what a glance is made of, so that no file in the cache can do harm."""

    def find_class(self, module: str, name: str) -> Any:
        """Return one of the known classes."""
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


def keep_glance(path: Path, glance: Glance) -> None:
    """Remember what was seen of an event that has just been put away; where it cannot be kept, nothing happens."""
    try:
        stamp = _stamp(path)
        target = _place(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with written_beside(target) as temporary:
            temporary.write_bytes(pickle.dumps((_SHAPE, stamp, glance)))
        for old in sorted(target.parent.glob("*.glance"), key=os.path.getmtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def find_glance(path: Path) -> Glance | None:
    """Return what was seen of an event, if its file is as it was, and it is the same day where it takes place."""
    try:
        shape, stamp, glance = _Reader(io.BytesIO(_place(path).read_bytes())).load()
        if shape != _SHAPE or stamp != _stamp(path) or not isinstance(glance, Glance):
            return None
        today = dt.datetime.now(ZoneInfo(glance.event.time_zone)).date()
    except _UNREADABLE:
        return None
    return glance if glance.day == today else None


def _place(path: Path) -> Path:
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]
    return cache_folder() / "glances" / f"{name}.glance"


def _stamp(path: Path) -> tuple[object, ...]:
    """Return what changes whenever somebody writes to the file.

    Raises:
        OSError: when it cannot be read.
    """
    about = path.stat()
    with path.open("rb") as file:
        header = file.read(100)
    log = path.with_name(f"{path.name}-wal")
    return about.st_size, about.st_mtime_ns, header[_HEADER], log.stat().st_size if log.exists() else 0
