"""What a visitor can look through: products and exhibitors of a topic, of a kind, of a place, seeking something."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, exists, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from showcase.catalogue.entities import Organisation, OrganisationTopic, Product, ProductTopic
from showcase.catalogue.indexing import Rows
from showcase.catalogue.kinds import OrganisationKind, ProductKind, Seeking
from showcase.catalogue.queries import list_organisations, list_products
from showcase.catalogue.records import OrganisationRecord, ProductRecord
from showcase.catalogue.views import by_name

ORGANISATIONS: Final = "organisation"
SHOWN: Final = (ProductKind.PRODUCT.value, ProductKind.SERVICE.value, ORGANISATIONS)
"""What is found, in the order in which it stands."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all that is found has in common; what is None or "" does not count.

    A product is of the kind and the place of its exhibitor, and its exhibitor's wishes are its own.
    """

    topic_id: uuid.UUID | None = None
    kind: OrganisationKind | None = None
    country: str = ""
    region: str = ""
    seeking: Seeking | None = None
    organisation_id: uuid.UUID | None = None


def count_wanted(session: Session, wanted: Wanted) -> dict[str, int]:
    """Return how many products, services and organisations there are, by the words of SHOWN, without those of none."""
    products = _products(select(Product.kind, func.count()), wanted).group_by(Product.kind)
    counts = {kind.value: number for kind, number in session.execute(products)}
    organisations = session.scalar(_organisations(select(func.count()).select_from(Organisation), wanted)) or 0
    counts[ORGANISATIONS] = organisations
    return {name: counts[name] for name in SHOWN if counts.get(name)}


def list_wanted(
    session: Session, wanted: Wanted, shown: str = "", *, offset: int = 0, limit: int = 20, language: str = ""
) -> list[ProductRecord | OrganisationRecord]:
    """Return a part of what is found: products by name, then organisations by name.

    Args:
        session: of a reading transaction.
        wanted: what they have in common.
        shown: only these, a word of SHOWN; all of them when empty.
        offset: how many to leave out before.
        limit: the most to return.
        language: by whose alphabet they stand.
    """
    found: list[ProductRecord | OrganisationRecord] = []
    if shown != ORGANISATIONS:
        statement = _ordered(_products(select(Product.id), wanted, shown), Product, language)
        ids = session.scalars(statement.offset(offset).limit(limit)).all()
        by_id = {record.id: record for record in list_products(session, ids=ids)}
        found += [by_id[it] for it in ids]
    if shown in {"", ORGANISATIONS} and len(found) < limit:
        before = 0 if shown else session.scalar(_products(select(func.count()).select_from(Product), wanted)) or 0
        statement = _ordered(_organisations(select(Organisation.id), wanted), Organisation, language)
        rest = statement.offset(max(0, offset - before)).limit(limit - len(found))
        ids = session.scalars(rest).all()
        known = {record.id: record for record in list_organisations(session, ids=ids)}
        found += [known[it] for it in ids]
    return found


def count_seeking(session: Session) -> dict[str, int]:
    """Return how many products and exhibitors seek each thing, without those nobody seeks."""
    counts = {it.value: sum(count_wanted(session, Wanted(seeking=it)).values()) for it in Seeking}
    return {name: number for name, number in counts.items() if number}


def count_places(session: Session) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return how many exhibitors come from each country and each region, most first."""

    def counted(column: InstrumentedAttribute[Any]) -> dict[str, int]:
        number = func.count()
        statement = select(column, number).where(*_exhibits(), column.is_not(None), column != "")
        rows = session.execute(statement.group_by(column).order_by(number.desc(), column))
        return {row[0]: row[1] for row in rows}

    return counted(Organisation.country), counted(Organisation.region)


def count_kinds(session: Session) -> Mapping[str, int]:
    """Return how many exhibitors there are of each kind of organisation."""
    statement = select(Organisation.kind, func.count()).where(*_exhibits()).group_by(Organisation.kind)
    return {row[0].value: row[1] for row in session.execute(statement)}


def count_shown(session: Session) -> dict[str, int]:
    """Return what an event is worth telling: its products, exhibitors, and the countries they come from."""
    return {
        "products": session.scalar(_products(select(func.count()).select_from(Product), Wanted())) or 0,
        "exhibitors": session.scalar(select(func.count()).select_from(Organisation).where(*_exhibits())) or 0,
        "countries": len(count_places(session)[0]),
    }


def list_owners(session: Session) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Return each product with its exhibitor."""
    rows = session.execute(_products(select(Product.id, Product.organisation_id), Wanted()))
    return [(row.id, row.organisation_id) for row in rows]


def _exhibits() -> tuple[ColumnElement[bool], ...]:
    return Organisation.deleted_at.is_(None), Organisation.exhibits.is_(True)


def _products(statement: Rows, wanted: Wanted, kind: str = "") -> Rows:
    statement = statement.join(Organisation, Organisation.id == Product.organisation_id)
    statement = statement.where(Product.deleted_at.is_(None), *_exhibits(), *_of_organisation(wanted))
    if kind:
        statement = statement.where(Product.kind == ProductKind(kind))
    if wanted.topic_id is not None:
        filed = select(ProductTopic.product_id).where(ProductTopic.topic_id == wanted.topic_id)
        statement = statement.where(Product.id.in_(filed))
    if wanted.seeking is not None:
        statement = statement.where(
            or_(_seeks(Product.seeking, wanted.seeking), _seeks(Organisation.seeking, wanted.seeking))
        )
    return statement


def _organisations(statement: Rows, wanted: Wanted) -> Rows:
    statement = statement.where(*_exhibits(), *_of_organisation(wanted))
    if wanted.topic_id is not None:
        filed = select(OrganisationTopic.organisation_id).where(OrganisationTopic.topic_id == wanted.topic_id)
        statement = statement.where(Organisation.id.in_(filed))
    if wanted.seeking is not None:
        statement = statement.where(_seeks(Organisation.seeking, wanted.seeking))
    return statement


def _of_organisation(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.organisation_id is not None:
        conditions.append(Organisation.id == wanted.organisation_id)
    if wanted.kind is not None:
        conditions.append(Organisation.kind == wanted.kind)
    if wanted.country:
        conditions.append(Organisation.country == wanted.country)
    if wanted.region:
        conditions.append(Organisation.region == wanted.region)
    return conditions


def _seeks(column: InstrumentedAttribute[Any], seeking: Seeking) -> ColumnElement[bool]:
    entries = func.json_each(column).table_valued("value")
    return exists(select(literal(1)).select_from(entries).where(entries.c.value == seeking.value))


def _ordered(statement: Rows, table: Any, language: str) -> Rows:
    columns = by_name(table)
    return statement.order_by(columns.get(language) or columns["en"], table.id)
