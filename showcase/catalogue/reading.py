"""What the fields that are kept in rows of their own hold: topics, booths, pictures, exhibitors, as edits take them."""

import uuid
from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from showcase.catalogue.entities import (
    Booth,
    BoothAssignment,
    Hall,
    Organisation,
    OrganisationTopic,
    ProductMedia,
    ProductTopic,
    SessionTopic,
    Topic,
)


def _topics(owner: InstrumentedAttribute[uuid.UUID]) -> Callable[[Session, uuid.UUID], list[str]]:
    def get(session: Session, row_id: uuid.UUID) -> list[str]:
        """Return the refs of its topics, in their order."""
        statement = select(Topic.ref).join(owner.class_, owner.class_.topic_id == Topic.id).where(owner == row_id)
        return list(session.scalars(statement.where(Topic.deleted_at.is_(None)).order_by(Topic.position, Topic.ref)))

    return get


topics_of_organisation = _topics(OrganisationTopic.organisation_id)
topics_of_product = _topics(ProductTopic.product_id)
topics_of_session = _topics(SessionTopic.session_id)


def booths_of_organisation(session: Session, organisation_id: uuid.UUID) -> list[tuple[str, str]]:
    """Return (code of the hall or "", code) of an organisation's booths, in their order."""
    statement = (
        select(func.coalesce(Hall.code, ""), Booth.code)
        .join(BoothAssignment, BoothAssignment.booth_id == Booth.id)
        .outerjoin(Hall, Hall.id == Booth.hall_id)
        .where(BoothAssignment.organisation_id == organisation_id, Booth.deleted_at.is_(None))
        .order_by(BoothAssignment.position)
    )
    return [(hall, code) for hall, code in session.execute(statement)]


def exhibitors_of_booth(session: Session, booth_id: uuid.UUID) -> list[uuid.UUID]:
    """Return the ids of the organisations at a booth, by name."""
    statement = (
        select(BoothAssignment.organisation_id)
        .join(Organisation, Organisation.id == BoothAssignment.organisation_id)
        .where(BoothAssignment.booth_id == booth_id, Organisation.deleted_at.is_(None))
        .order_by(Organisation.sort_vi)
    )
    return list(session.scalars(statement))


def pictures_of_product(session: Session, product_id: uuid.UUID) -> list[dict[str, Any]]:
    """Return a product's pictures in their order, each as `showcase.catalogue.edits.set_pictures` takes it."""
    link = ProductMedia
    columns = (link.media_id, link.caption, link.focus_x, link.focus_y)
    statement = select(*columns).where(link.product_id == product_id).order_by(link.position)
    return [{**row._mapping} for row in session.execute(statement)]  # noqa: SLF001 - SQLAlchemy's public name for it


def codes(session: Session, table: type[Any]) -> frozenset[str]:
    """Return the codes that rows of a table have, deleted ones too."""
    return frozenset(session.scalars(select(table.code)))
