"""What the event holds already, loaded once for a whole list, and found by ref or by name."""

import datetime as dt
import json
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import JSON, String, TypeCoerce, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from showcase.catalogue.entities import Booth, BoothAssignment, Hall, Organisation, Product, Topic
from showcase.catalogue.fields import ORGANISATION, PRODUCT
from showcase.catalogue.writing import Kept
from showcase.exchange.columns import Kind
from showcase.exchange.records import Fields, key_of
from showcase.people.entities import Person
from showcase.people.fields import PERSON
from showcase.people.kinds import NameOrder
from showcase.text import full_name

KEPT: Final[Mapping[Kind, Kept]] = {Kind.EXHIBITORS: ORGANISATION, Kind.PEOPLE: PERSON, Kind.PRODUCTS: PRODUCT}
"""How each kind of list is written."""
_PERSON: Final = ("family_name", "given_name", "name_order", "organisation_id", "organisation_name", "email", "phone")
Stamp = tuple[tuple[int, dt.datetime | None], ...]
"""Count and last change of everything a plan depends on."""


@dataclass(slots=True)
class Stored:
    """A row of the event."""

    id: uuid.UUID
    ref: str | None
    fields: Fields
    booths: tuple[tuple[str, str], ...] = ()
    topics: frozenset[str] = frozenset()
    """Folded names."""
    claimed: bool = False
    """A row of the list already is this one."""


@dataclass(slots=True)
class Holdings:
    """Everything of one kind, by ref and by the keys of its names."""

    by_ref: dict[str, Stored] = field(default_factory=dict)
    by_key: dict[tuple[str, ...], list[Stored]] = field(default_factory=lambda: defaultdict(list))
    deleted_refs: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Owners:
    """The organisations that people work for and products belong to."""

    by_name: dict[str, uuid.UUID | None] = field(default_factory=dict)
    """Folded name -> organisation; None where two have the name."""
    by_ref: dict[str, uuid.UUID] = field(default_factory=dict)


def stamp(session: Session) -> Stamp:
    """Return what tells whether the event has changed since a plan was made."""
    tables = (Organisation, Person, Product, Booth)
    rows = (session.execute(select(func.count(), func.max(table.updated_at))).one() for table in tables)
    return tuple((row[0], row[1]) for row in rows)


def load_owners(session: Session) -> Owners:
    """Return the organisations by name, short name and ref."""
    owners = Owners()
    columns = (Organisation.id, Organisation.ref, Organisation.name, Organisation.short_name)
    for row in session.execute(select(*columns).where(Organisation.deleted_at.is_(None))):
        if row.ref:
            owners.by_ref[row.ref] = row.id
        for name in {key_of(text) for texts in (row.name, row.short_name) for text in texts.values() if text}:
            owners.by_name[name] = row.id if owners.by_name.get(name, row.id) == row.id else None
    return owners


def load(session: Session, kind: Kind, fields: Collection[str]) -> Holdings:
    """Return what the event holds of a kind.

    Args:
        session: reading or writing.
        kind: of the list.
        fields: attributes of the entity that the list may fill; only these are compared.
    """
    table: Any = KEPT[kind].table
    names = {"name"} if kind is not Kind.PEOPLE else set(_PERSON)
    needed = sorted({*fields, *names, *({"organisation_id"} if kind is Kind.PRODUCTS else set())})
    employers = _names_of_organisations(session) if kind is Kind.PEOPLE else {}
    booths = _booths(session) if kind is Kind.EXHIBITORS else {}
    topics = _topics(session, KEPT[kind])
    holdings = Holdings()
    written = [name for name in needed if isinstance(getattr(table, name).type, JSON)]
    columns = [_column(getattr(table, name)) for name in needed]
    statement = select(table.id, table.ref, table.deleted_at, *columns)
    for row in session.execute(statement.execution_options(yield_per=1_000)):
        if row.deleted_at is not None:
            holdings.deleted_refs.update([row.ref] if row.ref else [])
            continue
        values = dict(zip(needed, row[3:], strict=True))
        values |= {name: _read_json(values[name]) for name in written}
        known = Stored(row.id, row.ref, values, tuple(booths.get(row.id, ())), frozenset(topics.get(row.id, ())))
        if row.ref:
            holdings.by_ref[row.ref] = known
        for key in _keys(kind, values, employers):
            holdings.by_key[key].append(known)
    return holdings


def _column(column: InstrumentedAttribute[Any]) -> InstrumentedAttribute[Any] | TypeCoerce[Any]:
    """Return a column to read, what is kept as JSON as it is written."""
    return type_coerce(column, String()) if isinstance(column.type, JSON) else column


@lru_cache(maxsize=4_096)
def _read_json(text: str) -> Any:
    """Return what a JSON text says. Texts repeat (job titles): they share what they say, which nobody changes."""
    return json.loads(text)


def _keys(kind: Kind, values: Fields, employers: Mapping[uuid.UUID, set[str]]) -> set[tuple[str, ...]]:
    """Return the keys a row is found by, as the readers of lists make them."""
    if kind is Kind.EXHIBITORS:
        return {(key_of(name),) for name in values["name"].values()}
    if kind is Kind.PRODUCTS:
        return {(key_of(name), values["organisation_id"].hex) for name in values["name"].values()}
    first = values["name_order"] is NameOrder.FAMILY_FIRST
    name = key_of(full_name(values["family_name"], values["given_name"], family_first=first))
    places = employers.get(values["organisation_id"], {key_of(values["organisation_name"])})
    keys: set[tuple[str, ...]] = {(name, place) for place in places}
    return keys | {(name, "@" + key_of(values["email"]))} if values["email"] else keys


def _names_of_organisations(session: Session) -> dict[uuid.UUID, set[str]]:
    rows = session.execute(select(Organisation.id, Organisation.name, Organisation.short_name))
    return {
        row.id: {key_of(text) for texts in (row.name, row.short_name) for text in texts.values() if text}
        for row in rows
    }


def _booths(session: Session) -> dict[uuid.UUID, list[tuple[str, str]]]:
    statement = (
        select(BoothAssignment.organisation_id, Hall.code, Booth.code)
        .join(Booth, Booth.id == BoothAssignment.booth_id)
        .outerjoin(Hall, Hall.id == Booth.hall_id)
        .where(Booth.deleted_at.is_(None))
        .order_by(BoothAssignment.organisation_id, BoothAssignment.position)
    )
    booths: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    for organisation, hall, code in session.execute(statement):
        booths[organisation].append((hall or "", code))
    return booths


def _topics(session: Session, kept: Kept) -> dict[uuid.UUID, list[str]]:
    if kept.topics is None:
        return {}
    link, column = kept.topics
    topics: dict[uuid.UUID, list[str]] = defaultdict(list)
    statement = select(getattr(link, column), Topic.ref, Topic.name).join(Topic, Topic.id == link.topic_id)
    for owner, ref, name in session.execute(statement):
        topics[owner] += [key_of(ref), *map(key_of, name.values())]
    return topics
