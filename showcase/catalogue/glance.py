"""What a screen can say of an event at once: read with sqlite3 alone, as SQLAlchemy takes longer to load than all else.

Whether the file is whole is for who opens it: here anything that is not as it should be is nothing to say.
"""

import datetime as dt
import json
import sqlite3
import uuid
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from types import UnionType
from typing import Any, Final, get_args, get_origin

from showcase.catalogue.records import EventRecord
from showcase.store.marks import APPLICATION_ID, SCHEMA

_EXHIBITS: Final = "organisations.deleted_at IS NULL AND organisations.exhibits"
_COUNTS: Final[Mapping[str, str]] = {
    "products": "count(*) FROM products JOIN organisations ON organisations.id = products.organisation_id"
    f" WHERE products.deleted_at IS NULL AND {_EXHIBITS}",
    "exhibitors": f"count(*) FROM organisations WHERE {_EXHIBITS}",
    "countries": f"count(DISTINCT nullif(country, '')) FROM organisations WHERE {_EXHIBITS}",
}


@dataclass(frozen=True, slots=True)
class Glance:
    """What is known at once.

    Args:
        event: as `get_event` gives it.
        counts: as `count_shown` gives them.
    """

    event: EventRecord
    counts: Mapping[str, int]


def glance(path: Path) -> Glance | None:
    """Return what an event file has to say at once, None where it is no event of this version or cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
            connection.row_factory = sqlite3.Row
            marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
            if marks != [APPLICATION_ID, SCHEMA]:
                return None
            row = connection.execute("SELECT * FROM events").fetchone()
            counts = {name: connection.execute(f"SELECT {count}").fetchone()[0] for name, count in _COUNTS.items()}
            return Glance(EventRecord(**{it.name: _value(it.type, row[it.name]) for it in fields(EventRecord)}), counts)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None


def _value(kind: Any, stored: Any) -> Any:
    """Return what a record holds of a kind for what stands in its column: see `showcase.store.columns`."""
    if stored is None:
        return None
    kinds = (
        [get_origin(it) or it for it in get_args(kind)] if isinstance(kind, UnionType) else [get_origin(kind) or kind]
    )
    read = next((read for one, read in _READ.items() if one in kinds), None)
    return stored if read is None else read(stored)


def _moment(stored: str) -> dt.datetime:
    return dt.datetime.fromisoformat(stored).replace(tzinfo=dt.UTC)


def _list(stored: str) -> tuple[Any, ...]:
    return tuple(json.loads(stored))


_READ: Final[Mapping[Any, Callable[[str], Any]]] = {
    uuid.UUID: uuid.UUID,
    Mapping: json.loads,
    tuple: _list,
    dt.datetime: _moment,
    dt.date: dt.date.fromisoformat,
}
"""How a kind is read that is not as it is stored."""
