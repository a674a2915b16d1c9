"""Where a subject stands in the search index: one whole number that its own row carries too."""

import uuid
from typing import Final

from showcase.catalogue.kinds import Subject

_RANK_SHIFT: Final = 59
_RANKS: Final = {subject: rank for rank, subject in enumerate(Subject, start=1)}
EVERYTHING: Final = (0, (len(_RANKS) + 1 << _RANK_SHIFT) - 1)
"""The first and last row id of the index."""


def row_id(kind: Subject, subject: uuid.UUID) -> int:
    """Return the row id of a subject's entry; two of a million subjects share one with a chance of one in a million."""
    return _RANKS[kind] << _RANK_SHIFT | subject.int & (1 << _RANK_SHIFT) - 1


def key_range(kind: Subject) -> tuple[int, int]:
    """Return the first and last row id that entries of a kind have."""
    low = _RANKS[kind] << _RANK_SHIFT
    return low, low + (1 << _RANK_SHIFT) - 1
