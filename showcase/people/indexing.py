"""What people are found by: name, organisation, ref, e-mail and the numbers of their badges; and what they may lack."""

import uuid
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Organisation
from showcase.catalogue.indexing import Ids, rows_of
from showcase.catalogue.kinds import Subject
from showcase.catalogue.lacking import REQUIRED
from showcase.catalogue.search import SOURCES, Entry, Source
from showcase.people.entities import Badge, Person
from showcase.people.kinds import NameOrder
from showcase.text import full_name


def _people(session: Session, ids: Ids) -> Iterator[Entry]:
    table = Person
    columns = (
        table.id,
        table.family_name,
        table.given_name,
        table.name_order,
        table.organisation_name,
        table.ref,
        table.email,
    )
    numbers: dict[uuid.UUID, list[str]] = {}
    for badge in rows_of(session, select(Badge.person_id, Badge.number), Badge.person_id, ids):
        numbers.setdefault(badge.person_id, []).append(badge.number)
    statement = select(*columns, Organisation.name, Organisation.short_name)
    statement = statement.outerjoin(Organisation, Organisation.id == table.organisation_id)
    for row in rows_of(session, statement.where(table.deleted_at.is_(None)), table.id, ids):
        names = [*(row.name or {}).values(), *(row.short_name or {}).values()]
        title = full_name(row.family_name, row.given_name, family_first=row.name_order is NameOrder.FAMILY_FIRST)
        texts = [title, *names, row.organisation_name, row.ref or "", row.email, *numbers.get(row.id, ())]
        yield Entry(row.id, title, texts)


def _people_of(session: Session, organisation: uuid.UUID) -> Sequence[uuid.UUID]:
    return session.scalars(select(Person.id).where(Person.organisation_id == organisation)).all()


SOURCES[Subject.PERSON] = Source(_people, _people_of)
REQUIRED[Person, "job_title"] = Person.job_title
