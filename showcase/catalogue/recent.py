"""What people work on now: what they looked at, then what was edited last, with titles from the search index."""

import uuid
from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy.orm import Session

from showcase.catalogue.kinds import TABLES, Subject
from showcase.catalogue.search import Hit, list_hits
from showcase.store.journal import list_touched

_LOOKED_AT: Final = 200
"""Changes of rows among which the newest subjects are sought; an import alone may have thousands."""
_SUBJECTS: Final = {table: subject for subject, table in TABLES.items()}


def list_recent(session: Session, seen: Sequence[tuple[Subject, uuid.UUID]] = (), limit: int = 8) -> list[Hit]:
    """Return what was seen, in its order, and behind it what was edited last; what is deleted is left out."""
    wanted = list(dict.fromkeys((*seen, *_edited(session))))
    return list_hits(session, wanted[: 3 * limit])[:limit]


def _edited(session: Session) -> Iterator[tuple[Subject, uuid.UUID]]:
    for table, key in list_touched(session, _LOOKED_AT):
        if table in _SUBJECTS:
            yield _SUBJECTS[table], uuid.UUID(key[0])
