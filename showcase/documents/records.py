"""What is handed out about print jobs: frozen dataclasses that outlive the transaction they were read in."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from showcase.documents.entities import ItemState, JobState


@dataclass(frozen=True, slots=True)
class PrintJobRecord:
    """One batch: what was printed from which template on which stock, by which station into which file.

    `refused` of its items were left out.
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


@dataclass(frozen=True, slots=True)
class PrintedItemRecord:
    """What one item of a job was made of and what became of it; `reason` is {"key": …, "params": …} of a refusal."""

    position: int
    kind: str
    subject_id: uuid.UUID
    title: str
    data_hash: str
    state: ItemState
    reason: Mapping[str, Any]
    printed_at: dt.datetime | None
