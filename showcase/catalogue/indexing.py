"""What the catalogue's own things are found by."""

import json
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Select, Uuid, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from showcase.catalogue.entities import (
    Booth,
    BoothAssignment,
    Event,
    Hall,
    Organisation,
    OrganisationTopic,
    Product,
    ProductTopic,
    ProgrammeSession,
    Room,
    SessionTopic,
    Topic,
)
from showcase.catalogue.kinds import Subject
from showcase.catalogue.search import SOURCES, Entry, Source, refresh
from showcase.text import pick

_IDS: Final = text("SELECT value FROM json_each(:ids)").columns(value=Uuid())
"""Any number of ids as one parameter."""

Rows = Select[*tuple[Any, ...]]
"""A statement that gives rows of any columns."""
Ids = Collection[uuid.UUID] | None
"""Which rows: those with these ids, or all."""


def rows_of(session: Session, statement: Rows, column: InstrumentedAttribute[Any], ids: Ids) -> Iterator[Any]:
    """Yield the rows of a statement whose column is among the ids."""
    if ids is not None:
        statement = statement.where(column.in_(_IDS.bindparams(ids=json.dumps([it.hex for it in ids]))))
    yield from session.execute(statement)


def grouped(rows: Iterator[Any]) -> Mapping[uuid.UUID, list[Any]]:
    """Group rows by their first column, keeping their order; the rest of each row is what is kept."""
    groups: dict[uuid.UUID, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
    return groups


def languages(session: Session) -> Sequence[str]:
    """Return the content languages of the event, the fallback first."""
    return session.execute(select(Event.languages)).scalar_one()


def _topic_names(session: Session, owner: InstrumentedAttribute[uuid.UUID], ids: Ids) -> Mapping[uuid.UUID, list[Any]]:
    named = select(owner, Topic.name).where(Topic.id == owner.class_.topic_id, Topic.deleted_at.is_(None))
    return grouped(rows_of(session, named, owner, ids))


def _texts(rows: Sequence[Any]) -> Iterator[str]:
    """Yield every text in language maps and plain columns, from the second column of each row on."""
    for row in rows:
        for value in row[1:]:
            if isinstance(value, Mapping):
                yield from value.values()
            elif value:
                yield value


def _organisations(session: Session, ids: Ids) -> Iterator[Entry]:
    spoken = languages(session)
    assigned = (
        select(BoothAssignment.organisation_id, Booth.code, Hall.code, Hall.name)
        .join(Booth, Booth.id == BoothAssignment.booth_id)
        .outerjoin(Hall, Hall.id == Booth.hall_id)
        .where(Booth.deleted_at.is_(None))
    )
    booths = grouped(rows_of(session, assigned, BoothAssignment.organisation_id, ids))
    topics = _topic_names(session, OrganisationTopic.organisation_id, ids)
    table = Organisation
    columns = (table.id, table.name, table.short_name, table.ref, table.country, table.region, table.number, table.tags)
    for row in rows_of(session, select(*columns).where(table.deleted_at.is_(None)), table.id, ids):
        texts = [*_texts([row[:-1]]), *row.tags, *_texts(booths.get(row.id, ())), *_texts(topics.get(row.id, ()))]
        yield Entry(row.id, pick(row.name, spoken)[1], texts)


def _products(session: Session, ids: Ids) -> Iterator[Entry]:
    spoken = languages(session)
    topics = _topic_names(session, ProductTopic.product_id, ids)
    table = Product
    columns = (table.id, table.name, table.pitch, table.ref, table.number, Organisation.name, Organisation.short_name)
    statement = select(*columns, table.tags).join(Organisation, Organisation.id == table.organisation_id)
    alive = statement.where(table.deleted_at.is_(None))
    for row in rows_of(session, alive, table.id, ids):
        texts = [*_texts([row[:-1]]), *row.tags, *_texts(topics.get(row.id, ()))]
        yield Entry(row.id, pick(row[1], spoken)[1], texts)


def _booths(session: Session, ids: Ids) -> Iterator[Entry]:
    spoken = languages(session)
    assigned = (
        select(BoothAssignment.booth_id, Organisation.name, Organisation.short_name)
        .join(Organisation, Organisation.id == BoothAssignment.organisation_id)
        .where(Organisation.deleted_at.is_(None))
    )
    exhibitors = grouped(rows_of(session, assigned, BoothAssignment.booth_id, ids))
    columns = (Booth.id, Booth.code, Hall.code, Booth.name, Hall.name, Booth.number)
    statement = select(*columns).outerjoin(Hall, Hall.id == Booth.hall_id).where(Booth.deleted_at.is_(None))
    for row in rows_of(session, statement, Booth.id, ids):
        title = " ".join(part for part in (row[2], row[1], pick(row[3], spoken)[1]) if part)
        yield Entry(row.id, title, [*_texts([row]), *_texts(exhibitors.get(row.id, ()))])


def _sessions(session: Session, ids: Ids) -> Iterator[Entry]:
    spoken = languages(session)
    topics = _topic_names(session, SessionTopic.session_id, ids)
    table = ProgrammeSession
    columns = (table.id, table.title, table.ref, table.kind, Room.code, Room.name)
    statement = select(*columns).outerjoin(Room, Room.id == table.room_id).where(table.deleted_at.is_(None))
    for row in rows_of(session, statement, table.id, ids):
        yield Entry(row.id, pick(row.title, spoken)[1], [*_texts([row]), *_texts(topics.get(row.id, ()))])


def _topics(session: Session, ids: Ids) -> Iterator[Entry]:
    spoken = languages(session)
    statement = select(Topic.id, Topic.name, Topic.ref).where(Topic.deleted_at.is_(None))
    for row in rows_of(session, statement, Topic.id, ids):
        yield Entry(row.id, pick(row.name, spoken)[1], _texts([row]))


_LINKS: Final[Mapping[str, tuple[Subject | None, ...]]] = {
    "organisations": (Subject.ORGANISATION,),
    "products": (Subject.PRODUCT,),
    "people": (Subject.PERSON,),
    "booths": (Subject.BOOTH,),
    "sessions": (Subject.SESSION,),
    "topics": (Subject.TOPIC,),
    "booth_assignments": (Subject.ORGANISATION, Subject.BOOTH),
    "organisation_topics": (Subject.ORGANISATION, None),
    "product_topics": (Subject.PRODUCT, None),
    "session_topics": (Subject.SESSION, None),
}
"""Table -> whose entry each part of its key stands for."""


def dependents(
    session: Session, table: str, keys: Sequence[Sequence[uuid.UUID]]
) -> Iterator[tuple[Subject, Collection[uuid.UUID]]]:
    """Yield the subjects whose entries say something of these rows of a table: their own, and those that carry a name.

    Args:
        session: of a transaction.
        table: the table.
        keys: the primary keys of its rows.
    """
    for place, subject in enumerate(_LINKS.get(table, ())):
        if subject is not None:
            yield subject, [key[place] for key in keys]
    first = [key[0] for key in keys]
    for subject, statement, column in _NAMED_BY.get(table, ()):
        yield subject, [row[0] for row in rows_of(session, statement, column, first)]
    if table == "organisations":
        for subject, source in SOURCES.items():
            if source.of_organisation is not None:
                for organisation in first:
                    yield subject, source.of_organisation(session, organisation)


def refresh_tied(session: Session, table: str, row_id: uuid.UUID) -> None:
    """Bring up to date every entry that says something of a row of a table."""
    session.flush()
    for subject, ids in dependents(session, table, [(row_id,)]):
        refresh(session, subject, ids)


_NAMED_BY: Final[Mapping[str, Sequence[tuple[Subject, Rows, InstrumentedAttribute[Any]]]]] = {
    "topics": (
        (Subject.ORGANISATION, select(OrganisationTopic.organisation_id), OrganisationTopic.topic_id),
        (Subject.PRODUCT, select(ProductTopic.product_id), ProductTopic.topic_id),
        (Subject.SESSION, select(SessionTopic.session_id), SessionTopic.topic_id),
    ),
    "halls": (
        (Subject.BOOTH, select(Booth.id), Booth.hall_id),
        (
            Subject.ORGANISATION,
            select(BoothAssignment.organisation_id).join(Booth, Booth.id == BoothAssignment.booth_id),
            Booth.hall_id,
        ),
    ),
    "booths": ((Subject.ORGANISATION, select(BoothAssignment.organisation_id), BoothAssignment.booth_id),),
    "rooms": ((Subject.SESSION, select(ProgrammeSession.id), ProgrammeSession.room_id),),
}
"""Table -> the subjects that are found by what its rows are called."""


def _products_of(session: Session, organisation: uuid.UUID) -> Sequence[uuid.UUID]:
    return session.scalars(select(Product.id).where(Product.organisation_id == organisation)).all()


def _booths_of(session: Session, organisation: uuid.UUID) -> Sequence[uuid.UUID]:
    mine = select(BoothAssignment.booth_id).where(BoothAssignment.organisation_id == organisation)
    return session.scalars(mine).all()


SOURCES.update(
    {
        Subject.ORGANISATION: Source(_organisations),
        Subject.PRODUCT: Source(_products, _products_of),
        Subject.BOOTH: Source(_booths, _booths_of),
        Subject.SESSION: Source(_sessions),
        Subject.TOPIC: Source(_topics),
    }
)
