"""Taking in what stations noted: once, twice, in any order, the facts are the same, and none is taken away by it."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.errors import RefusedError
from showcase.leads.entities import LeadFact
from showcase.leads.facts import facts_by_id, write_facts
from showcase.leads.foreign import read_facts
from showcase.leads.records import Fact
from showcase.progress import Progress, no_progress

_BATCH: Final = 500


class Aside(StrEnum):
    """Why a fact was not taken in. It stays in the file it came in."""

    SENSELESS = "senseless"
    STRANGER = "stranger"
    """Of a station that this event does not know, or of somebody else's."""
    CONFLICT = "conflict"
    """There is another fact with its id."""

    @property
    def key(self) -> str:
        """Return the key of what it says."""
        return f"leads.aside_{self}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers of a station's facts tell.

    Args:
        facts: how many facts are here.
        last: the highest number.
        distinct: how many numbers there are.
    """

    facts: int
    last: int
    distinct: int

    @property
    def missing(self) -> int:
        """How many were noted before the last that is here, and are not."""
        return self.last - self.distinct

    @property
    def doubled(self) -> int:
        """How many have the number of another one."""
        return self.facts - self.distinct


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge.

    Args:
        new: facts that were not there before.
        known: facts that were.
        aside: why others were not taken in -> how many.
        missing: station -> how many of its facts are not here, though later ones are.
        doubled: station -> how many of its facts have the number of another one. Two machines used copies of its file
            then, and the facts of one may fill the gaps of the other.
        last: station -> the highest number of its facts.
    """

    new: int
    known: int
    aside: Mapping[Aside, int]
    missing: Mapping[uuid.UUID, int]
    doubled: Mapping[uuid.UUID, int]
    last: Mapping[uuid.UUID, int]


def merge_facts(
    session: Session,
    path: Path,
    accepts: Callable[[Fact], bool],
    *,
    forgotten: Iterable[str] = (),
    progress: Progress = no_progress,
) -> Merged:
    """Take the facts of a scanner's file into an event or another scanner's file.

    Args:
        session: of a writing transaction.
        path: the file they come from.
        accepts: whether a fact is from where it may come.
        forgotten: badges whose holders withdrew: what is personal in their facts stays behind.
        progress: called with facts done and their number, as far as it is known.

    Raises:
        FileError: the file cannot be read.
    """
    withdrawn = set(forgotten)
    aside: Counter[Aside] = Counter()
    new = known = done = 0
    batch: dict[uuid.UUID, Fact] = {}

    def flush() -> None:
        nonlocal new, known
        there = facts_by_id(session, list(batch))
        for fact_id, fact in there.items():
            if not _same(fact, batch.pop(fact_id)):
                aside[Aside.CONFLICT] += 1
            else:
                known += 1
        new += write_facts(session, batch.values())
        batch.clear()
        progress(done, done)

    for fact in read_facts(path):
        done += 1
        if fact is None:
            aside[Aside.SENSELESS] += 1
        elif not accepts(fact):
            aside[Aside.STRANGER] += 1
        else:
            batch[fact.id] = replace(fact, words=None) if fact.subject in withdrawn else fact
        if len(batch) == _BATCH:
            flush()
    flush()
    numbers = count_numbers(session)
    missing = {station: it.missing for station, it in numbers.items() if it.missing}
    doubled = {station: it.doubled for station, it in numbers.items() if it.doubled}
    last = {station: it.last for station, it in numbers.items()}
    return Merged(new, known, dict(aside), missing, doubled, last)


def count_numbers(session: Session) -> dict[uuid.UUID, Numbers]:
    """Return what the numbers of each station's facts tell: a station numbers its facts from 1 on, without a gap."""
    counted = select(
        LeadFact.station,
        func.count().label("facts"),
        func.max(LeadFact.seq).label("last"),
        func.count(LeadFact.seq.distinct()).label("distinct"),
    ).group_by(LeadFact.station)
    return {row.station: Numbers(row.facts, row.last, row.distinct) for row in session.execute(counted)}


def refuse_stranger(mine: object, theirs: object, path: Path) -> None:
    """See that a file is of the same event or exhibitor.

    Raises:
        RefusedError: it is not.
    """
    if mine != theirs:
        raise RefusedError("leads.station_other", path=str(path))


def _same(here: Fact, there: Fact) -> bool:
    """Compare facts; what is personal may be forgotten in one of them."""
    words_agree = here.words is None or there.words is None or here.words == there.words
    return words_agree and replace(here, words=None) == replace(there, words=None)
