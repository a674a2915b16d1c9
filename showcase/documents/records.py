"""What is handed out about print jobs: frozen dataclasses that outlive the transaction they were read in."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from showcase.documents.entities import ItemState, JobState
from showcase.errors import RefusedError

UNDER_WAY: Final = frozenset({JobState.PLANNED, JobState.PAINTING})
"""States that a job leaves by itself."""


def error_of(reason: Mapping[str, Any]) -> RefusedError:
    """Return the error that facts keep, with the errors among its values."""
    params = reason.get("params", {})
    told = {name: error_of(value) if isinstance(value, Mapping) else value for name, value in params.items()}
    return RefusedError(reason["key"], **told)


@dataclass(frozen=True, slots=True)
class PrintJobRecord:
    """One batch: what was printed from which template on which stock, by which station into which file.

    `refused` of its items were left out. `reason` says why it failed: {"key": …, "params": …}. Of a job that is not
    done, `proven` items are on pages that are proven. `is_running` tells whether a process is at it, `is_open` whether
    one that was cancelled or failed may be resumed, `is_proven` whether the file of one that is not done is in its
    place all the same: the printer it was for did not take it.
    """

    id: uuid.UUID
    kind: str
    template: str
    template_version: int
    stock: str
    languages: tuple[str, ...]
    settings: Mapping[str, Any]
    target: str
    station: str
    program_version: str
    state: JobState
    item_count: int
    refused: int
    created_at: dt.datetime
    proven: int = 0
    is_running: bool = False
    reason: Mapping[str, Any] = field(default_factory=dict)
    is_open: bool = False
    is_proven: bool = False

    @property
    def is_interrupted(self) -> bool:
        """Tell whether the job was begun, and its process went without an end: it can be resumed."""
        return self.state in UNDER_WAY and not self.is_running

    @property
    def can_go_on(self) -> bool:
        """Tell whether the job can be resumed."""
        return self.is_interrupted or self.is_open

    @property
    def is_done(self) -> bool:
        """Tell whether it was printed to its end."""
        return self.state in {JobState.DONE, JobState.SENT}

    @property
    def has_file(self) -> bool:
        """Tell whether its file was proven and put in its place."""
        return self.is_done or self.is_proven

    @property
    def good(self) -> int:
        """Return how many of its items are proven: all that were not refused, once its file is in its place."""
        return self.item_count - self.refused if self.has_file else self.proven


@dataclass(frozen=True, slots=True)
class PrintedItemRecord:
    """What one item of a job is made of and what became of it; `reason` is {"key": …, "params": …} of a refusal."""

    position: int
    kind: str
    subject_id: uuid.UUID
    title: str
    data_hash: str
    state: ItemState
    reason: Mapping[str, Any]
    printed_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class PrintJobEventRecord:
    """A job reached a state, or got further in it; `detail` is as `PrintJobEvent` says."""

    state: JobState
    detail: Mapping[str, Any]
    at: dt.datetime
