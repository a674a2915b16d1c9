"""Counting without reading every fact: a line for each badge, and numbers that are kept up as facts are added.

Lines and numbers are made from facts alone, and made again when facts come from elsewhere.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, Final, NamedTuple

from sqlalchemy import Integer, bindparam, case, delete, func, insert, or_, select, text
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.orm import Session

from showcase.leads.entities import Head, ScannerBase
from showcase.leads.facts import list_facts
from showcase.leads.folding import badges_of, fold
from showcase.leads.records import DoorCount, Fact
from showcase.leads.shelf import Shelf
from showcase.leads.station import generation
from showcase.visits.kept import keep, recall

_HEADS: Final = "heads"
_HIGH: Final = 4
"""From this rating on a lead is a hot one."""
_BATCH: Final = 2_000
_TABLE: Final = ScannerBase.metadata.tables[Head.__tablename__]
_PERSON: Final = select(_TABLE.c.person).where(_TABLE.c.subject == bindparam("subject"))
_OTHERS: Final = select(_TABLE.c.subject).where(
    _TABLE.c.person == bindparam("person"), _TABLE.c.subject != bindparam("subject")
)
_NEW: Final = insert_new(_TABLE)
_PUT: Final = _NEW.on_conflict_do_update(
    index_elements=["subject"],
    set_={column.name: _NEW.excluded[column.name] for column in _TABLE.columns if column.name != "subject"},
)


_SHARED: Final = select(_TABLE.c.person).where(_TABLE.c.person != "").group_by(_TABLE.c.person).having(func.count() > 1)
"""Who had several badges: theirs are counted together."""
_MET: Final = _TABLE.c.scans > 0
_MOVED: Final = or_(_TABLE.c.entries > 0, _TABLE.c.exits > 0)
_SUMS: Final = (
    select(
        case((_MET, _TABLE.c.day), else_="").label("day"),
        case((_MET, _TABLE.c.rating), else_=0).label("rating"),
        func.count().label("n"),
        # Of truths SQLAlchemy makes a truth, however many there are.
        func.sum(case((_MOVED, _TABLE.c.inside), else_=0), type_=Integer).label("inside"),
        func.sum(_TABLE.c.entries).label("entries"),
        func.sum(_TABLE.c.exits).label("exits"),
    )
    .where(_TABLE.c.person.not_in(_SHARED))
    .group_by(text("1"), text("2"))
)
_OF_SHARED: Final = select(_TABLE).where(_TABLE.c.person.in_(_SHARED))
_OF: Final = select(_TABLE).where(_TABLE.c.subject.in_(bindparam("subjects", expanding=True)))


class Counts:
    """How many leads and who is inside; read once, then kept up.

    Args:
        session: of the station.
        capacity: of the hall behind a door.
    """

    def __init__(self, session: Session, capacity: int | None) -> None:
        self._capacity = capacity
        self._days: Counter[str] = Counter()
        self._high: Counter[str] = Counter()
        self._inside = self._entries = self._exits = self._leads = 0
        if recall(session, _HEADS) != generation(session):
            _rebuild(session)
            keep(session, _HEADS, generation(session))
        for row in session.execute(_SUMS):
            self._add(_Person(row.day, row.rating, row.inside, row.entries, row.exits), row.n)
        for person in _people(session.execute(_OF_SHARED)):
            self._add(person, 1)

    def update(self, session: Session, subjects: Sequence[str], facts: Iterable[Fact], person: str) -> None:
        """Count the facts of a badge anew, after one was added in this transaction.

        Args:
            session: of the transaction.
            subjects: the badge, and others of the same person behind it.
            facts: all of theirs.
            person: who holds them, "" where nobody knows.
        """
        subject, known = subjects[0], {"subjects": list(subjects)}
        for before in _people(session.execute(_OF, known)):
            self._add(before, -1)
        session.execute(_PUT, _line(subject, person, [fact for fact in facts if fact.subject == subject]))
        for after in _people(session.execute(_OF, known)):
            self._add(after, 1)

    def leads_on(self, day: str) -> int:
        """Return how many visitors were met for the first time on a local day."""
        return self._days[day]

    def rated_high_on(self, day: str) -> int:
        """Return how many of them have a rating of four or five."""
        return self._high[day]

    @property
    def leads(self) -> int:
        """How many visitors were met."""
        return self._leads

    @property
    def door(self) -> DoorCount:
        """Who is behind the door."""
        return DoorCount(self._inside, self._capacity, self._entries, self._exits)

    def _add(self, person: "_Person", number: int) -> None:
        """Count somebody once more, or no longer; of several alike who is in and out is summed already."""
        sign = 1 if number > 0 else -1
        self._inside += sign * person.inside
        self._entries += sign * person.entries
        self._exits += sign * person.exits
        if person.day:
            self._leads += number
            self._days[person.day] += number
            self._high[person.day] += number * (person.rating >= _HIGH)


class _Person(NamedTuple):
    """What one person, or several alike, add to the numbers; `day` is "" for somebody who was not met."""

    day: str
    rating: int
    inside: int
    entries: int
    exits: int


def _people(rows: Iterable[Any]) -> Iterable[_Person]:
    """Return what the badges of each person add up to."""
    grouped: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.person or row.subject].append(row)
    return map(_person, grouped.values())


def _person(rows: Sequence[Any]) -> _Person:
    ordered = sorted(rows, key=lambda row: row.last_tick)
    met = [row for row in ordered if row.scans]
    moved = [row for row in ordered if row.entries or row.exits]
    return _Person(
        day=min((row.day for row in met), default=""),
        rating=next((row.rating for row in reversed(met) if row.rating), 0),
        inside=bool(moved) and moved[-1].inside,
        entries=sum(row.entries for row in moved),
        exits=sum(row.exits for row in moved),
    )


def same_person(session: Session, subject: str, person: str = "") -> list[str]:
    """Return the badges that are known to belong to who holds one, that one first.

    Args:
        session: of the station.
        subject: the badge.
        person: as its card says, when it was opened just now.
    """
    person = person or session.execute(_PERSON, {"subject": subject}).scalar() or ""
    if not person:
        return [subject]
    others = session.execute(_OTHERS, {"subject": subject, "person": person}).scalars()
    return [subject, *others]


def latest_subjects(session: Session, limit: int) -> list[str]:
    """Return the badges scanned or worked on last that are leads, one of each person, the latest first."""
    statement = select(_TABLE.c.subject, _TABLE.c.person).where(_TABLE.c.scans > 0).order_by(_TABLE.c.last_tick.desc())
    found: dict[str, str] = {}
    for row in session.execute(statement.limit(limit * 4)):
        found.setdefault(row.person or row.subject, row.subject)
    return list(found.values())[:limit]


def _rebuild(session: Session) -> None:
    session.execute(delete(Head))
    grouped: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in list_facts(session):
        if fact.subject:
            grouped[fact.subject].append(fact)
    badges = badges_of(fact for facts in grouped.values() for fact in facts)
    shown = Shelf(session).cards(badges)
    lines = [
        _line(subject, card.person if (card := shown[subject][0]) else "", facts) for subject, facts in grouped.items()
    ]
    for start in range(0, len(lines), _BATCH):
        session.execute(insert(Head), lines[start : start + _BATCH])


def _line(subject: str, person: str, facts: Iterable[Fact]) -> dict[str, Any]:
    return {"subject": subject, "person": person, **asdict(fold(facts))}
