"""Write what a plan holds: in bulk, inside one transaction of the caller, with the search index following."""

import json
import secrets
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, Final

from sqlalchemy import (
    JSON,
    ColumnElement,
    String,
    bindparam,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.orm import Session

import showcase.people.indexing  # noqa: F401  # it tells the search index what people are found by
from showcase.catalogue.entities import Booth, BoothAssignment, Hall, Organisation, Product, Topic
from showcase.catalogue.kinds import BoothKind, Subject
from showcase.catalogue.ordering import COLUMNS, code_order
from showcase.catalogue.search import refresh, refresh_organisation
from showcase.catalogue.searchkeys import row_id
from showcase.catalogue.writing import Kept
from showcase.exchange.columns import plain
from showcase.exchange.matching import BOOTHS, TOPICS
from showcase.exchange.records import Fields, Record
from showcase.people.entities import Badge
from showcase.progress import Progress
from showcase.qr.payload import number_with_check
from showcase.store.columns import new_id, now
from showcase.text import fold

_CHUNK: Final = 2_000
"""Rows written between two reports of progress."""
_OWN: Final = frozenset({"id", "ref", "number", "search_key", *COLUMNS.values()})
"""What differs in every row, whatever the list says."""
_INDEXED: Final = 10_000
"""Rows that the search index takes at once."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row of the event and what the list changes in it: attribute -> new value."""

    id: uuid.UUID
    before: Fields
    fields: Fields


@dataclass(slots=True)
class Writer:
    """Writes one list."""

    session: Session
    kept: Kept
    language: str
    """Of texts whose column names none."""
    progress: Progress
    _numbers: set[str] = field(default_factory=set)
    _booths: set[uuid.UUID] = field(default_factory=set)
    """Booths whose exhibitors changed."""

    def write(self, added: Sequence[Record], changed: Sequence[Change]) -> None:
        """Write everything; the caller's transaction makes it all or nothing."""
        total = len(added) + len(changed)
        if self.kept.numbered:
            self._numbers = _numbers_in_use(self.session)
        ids = [new_id() for _ in added]
        self._insert(ids, added, total)
        self._update(changed)
        self._link_topics([(new, it.topics) for new, it in zip(ids, added, strict=True) if it.topics])
        self._link_topics([(it.id, it.fields[TOPICS]) for it in changed if TOPICS in it.fields])
        rebooked = [(it.id, it.fields[BOOTHS]) for it in changed if BOOTHS in it.fields]
        self._assign([(new, it.booths) for new, it in zip(ids, added, strict=True) if it.booths], rebooked)
        self._index(ids, changed)
        self.progress(total, total)

    def _insert(self, ids: Sequence[uuid.UUID], added: Sequence[Record], total: int) -> None:
        moment, subject = now(), self.kept.subject
        assert subject is not None
        given = {name for record in added for name in (*record.fields, *record.fresh)} | _OWN
        whole = {**_defaults(self.kept.table), "created_at": moment, "updated_at": moment, "version": 1}
        empty = {name: value for name, value in whole.items() if name in given}
        same = {name: value for name, value in whole.items() if name not in given}
        statement = insert(self.kept.table.__table__).values(_in_sql(self.session, self.kept.table, same))
        for start in range(0, len(added), _CHUNK):
            rows = []
            for new, record in zip(ids[start : start + _CHUNK], added[start : start + _CHUNK], strict=True):
                row = {**empty, **record.fresh, **record.fields, "id": new, "ref": record.ref}
                if self.kept.numbered:
                    row["number"] = self._number()
                row |= self._sort({**same, **row})
                row["search_key"] = row_id(subject, new)
                rows.append(row)
            self.session.execute(statement, rows)
            self.progress(min(start + _CHUNK, total), total)

    def _sort(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        assert self.kept.order is not None
        return self.kept.order(self.session, SimpleNamespace(**values))

    def _number(self) -> str:
        while True:
            number = number_with_check(f"{secrets.randbelow(10_000_000):07}")
            if number not in self._numbers:
                self._numbers.add(number)
                return number

    def _update(self, changed: Iterable[Change]) -> None:
        table = self.kept.table.__table__
        moment = now()
        for change in changed:
            fields = {name: value for name, value in change.fields.items() if name not in {BOOTHS, TOPICS}}
            fields["updated_at"] = moment
            whole = {**change.before, **fields}
            if {"name", "family_name", "given_name", "name_order"} & fields.keys():
                fields |= self._sort(whole)
            statement = update(table).where(table.c.id == bindparam("row_id"))
            values: Fields = {name: bindparam(f"new_{name}") for name in fields}
            self.session.execute(
                statement.values(version=table.c.version + 1, **values),
                {"row_id": change.id, **{f"new_{name}": value for name, value in fields.items()}},
            )

    def _link_topics(self, wanted: Sequence[tuple[uuid.UUID, Sequence[str]]]) -> None:
        if not wanted or self.kept.topics is None:
            return
        link, column = self.kept.topics
        known = self._topics({name for _, names in wanted for name in names})
        present = {(row[0], row[1]) for row in self.session.execute(select(getattr(link, column), link.topic_id))}
        pairs = {(owner, known[fold(name)]) for owner, names in wanted for name in names} - present
        if pairs:
            rows = [{column: owner, "topic_id": topic} for owner, topic in sorted(pairs)]
            self.session.execute(insert(link.__table__), rows)

    def _topics(self, names: Iterable[str]) -> dict[str, uuid.UUID]:
        """Return folded name or ref -> topic, and make the topics that are not there yet."""
        known: dict[str, uuid.UUID] = {}
        refs: set[str] = set()
        for row in self.session.execute(select(Topic.id, Topic.ref, Topic.name)):
            known |= dict.fromkeys([fold(row.ref), *map(fold, row.name.values())], row.id)
            refs.add(row.ref)
        position = len(refs)
        made: list[Topic] = []
        for name in sorted(names):
            if fold(name) in known:
                continue
            ref = base = plain(name).replace(" ", "-")[:60] or "topic"
            while ref in refs:
                ref = f"{base}-{len(refs)}"
            refs.add(ref)
            topic = Topic(id=new_id(), ref=ref, name={self.language: name}, position=position + len(made))
            known[fold(name)] = topic.id
            made.append(topic)
        self.session.add_all(made)
        self.session.flush()
        refresh(self.session, Subject.TOPIC, [topic.id for topic in made])
        return known

    def _assign(
        self,
        new: Sequence[tuple[uuid.UUID, Sequence[tuple[str, str]]]],
        rebooked: Sequence[tuple[uuid.UUID, Sequence[tuple[str, str]]]],
    ) -> None:
        if not new and not rebooked:
            return
        places = self._places(dict.fromkeys(place for _, booths in (*new, *rebooked) for place in booths))
        for organisation, _ in rebooked:
            mine = BoothAssignment.organisation_id == organisation
            self._booths.update(self.session.scalars(select(BoothAssignment.booth_id).where(mine)))
            self.session.execute(delete(BoothAssignment).where(mine))
        rows: list[dict[str, Any]] = [
            {"organisation_id": organisation, "booth_id": booth, "position": position}
            for organisation, booths in (*new, *rebooked)
            for position, booth in enumerate(dict.fromkeys(places[place] for place in booths))
        ]
        self._booths.update(row["booth_id"] for row in rows)
        if rows:
            self.session.execute(insert(BoothAssignment), rows)

    def _places(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], uuid.UUID]:
        """Return the booth at each (hall, code), made when there is none; without a hall, the one with the code."""
        halls = self._halls({hall for hall, _ in wanted if hall})
        statement = select(Booth.id, Booth.hall_id, Booth.code).where(Booth.deleted_at.is_(None))
        known: dict[tuple[uuid.UUID | None, str], uuid.UUID] = {}
        by_code: dict[str, list[uuid.UUID]] = {}
        for row in self.session.execute(statement):
            known[row.hall_id, row.code.casefold()] = row.id
            by_code.setdefault(row.code.casefold(), []).append(row.id)
        places: dict[tuple[str, str], uuid.UUID] = {}
        made: list[dict[str, Any]] = []
        for hall, code in sorted(wanted, key=lambda place: not place[0]):
            hall_id = halls.get(hall.casefold())
            alone = by_code.get(code.casefold(), []) if not hall else []
            booth = alone[0] if len(alone) == 1 else known.get((hall_id, code.casefold()))
            if booth is None:
                made.append(self._booth(hall_id, hall, code))
                booth = made[-1]["id"]
                known[hall_id, code.casefold()] = booth
                by_code.setdefault(code.casefold(), []).append(booth)
            places[hall, code] = booth
        if made:
            self.session.execute(insert(Booth), made)
        return places

    def _booth(self, hall_id: uuid.UUID | None, hall: str, code: str) -> dict[str, Any]:
        kind = (
            BoothKind.SUITE
            if "suite" in fold(code)
            else BoothKind.PAVILION
            if "pavilion" in fold(code)
            else BoothKind.BOOTH
        )
        new = new_id()
        return {
            "id": new,
            "hall_id": hall_id,
            "code": code,
            "kind": kind,
            "number": self._number(),
            "sort": code_order(hall, code),
            "search_key": row_id(Subject.BOOTH, new),
        }

    def _halls(self, wanted: set[str]) -> dict[str, uuid.UUID]:
        """Return folded code -> hall, and make the halls that are not there yet."""
        halls = {code.casefold(): hall for hall, code in self.session.execute(select(Hall.id, Hall.code))}
        position = self.session.execute(select(func.count()).select_from(Hall)).scalar_one()
        for code in sorted(wanted):
            if code.casefold() not in halls:
                hall = Hall(id=new_id(), code=code, position=position)
                self.session.add(hall)
                halls[code.casefold()] = hall.id
                position += 1
        self.session.flush()
        return halls

    def _index(self, ids: Sequence[uuid.UUID], changed: Sequence[Change]) -> None:
        subject = self.kept.subject
        assert subject is not None
        # In the order of the index's own rows, so that it grows at its end (see showcase.catalogue.search).
        written = sorted((*ids, *(change.id for change in changed)), key=lambda it: row_id(subject, it))
        for start in range(0, len(written), _INDEXED):
            self.progress(start, len(written))
            refresh(self.session, subject, written[start : start + _INDEXED])
        if subject is Subject.ORGANISATION:
            refresh(self.session, Subject.BOOTH, self._booths)
            for change in changed:
                if {"name", "short_name"} & change.fields.keys():
                    refresh_organisation(self.session, change.id)


def _numbers_in_use(session: Session) -> set[str]:
    return {
        number for table in (Organisation, Booth, Product, Badge) for number in session.scalars(select(table.number))
    }


def _defaults(table: type[Any]) -> Fields:
    """Return what each attribute is when nobody says; asked once, because SQLAlchemy would ask again for every row."""
    defaults = {column.name: column.default for column in table.__table__.c if column.name not in _OWN}
    return {
        name: default and (default.arg(None) if default.is_callable else default.arg)
        for name, default in defaults.items()
    }


def _in_sql(session: Session, table: type[Any], values: Fields) -> dict[str, ColumnElement[Any]]:
    """Return what is the same in every row as part of the statement: it need not be made ready for each row again."""
    dialect = session.get_bind().dialect
    written: dict[str, ColumnElement[Any]] = {}
    for name, value in values.items():
        kind = table.__table__.c[name].type
        said = literal(json.dumps(value), String()) if isinstance(kind, JSON) else literal(value, kind)
        written[name] = literal_column(str(said.compile(dialect=dialect, compile_kwargs={"literal_binds": True})))
    return written
