"""What goes with a product: others that are like it, and the sessions of the programme that treat its subject."""

import uuid
from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Organisation, Product, ProductTopic, ProgrammeSession, SessionTopic
from showcase.catalogue.kinds import SessionStatus
from showcase.catalogue.queries import list_products, list_sessions
from showcase.catalogue.records import ProductRecord, SessionRecord


def list_alike(session: Session, product: ProductRecord, limit: int = 6) -> list[ProductRecord]:
    """Return products that share topics with one, those of other makers first, then by how many they share."""
    topics = [topic.id for topic in product.topics]
    shared = func.count()
    own = Product.organisation_id == product.exhibitor.id
    statement = (
        select(Product.id)
        .join(ProductTopic, ProductTopic.product_id == Product.id)
        .join(Organisation, Organisation.id == Product.organisation_id)
        .where(ProductTopic.topic_id.in_(topics), Product.id != product.id)
        .where(Product.deleted_at.is_(None), Organisation.deleted_at.is_(None), Organisation.exhibits)
        .group_by(Product.id)
        .order_by(own, shared.desc(), (Product.kind != product.kind), Product.number)
        .limit(limit)
    )
    ids = list(session.scalars(statement))
    found = {record.id: record for record in list_products(session, ids=ids)} if ids else {}
    return [found[one] for one in ids if one in found]


def list_treating(session: Session, topics: Collection[uuid.UUID], limit: int = 6) -> list[SessionRecord]:
    """Return the sessions about any of some topics, in the order of the programme; those called off are left out."""
    statement = (
        select(SessionTopic.session_id)
        .join(ProgrammeSession, ProgrammeSession.id == SessionTopic.session_id)
        .where(SessionTopic.topic_id.in_(topics), ProgrammeSession.deleted_at.is_(None))
        .where(ProgrammeSession.status != SessionStatus.CANCELLED)
        .group_by(SessionTopic.session_id)
        .order_by(func.count().desc(), ProgrammeSession.starts_at)
        .limit(limit)
    )
    ids = list(session.scalars(statement))
    return list_sessions(session, ids=ids) if ids else []
