"""What a record may lack, as conditions of lists: a text in a language, a booth, a picture."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Text, and_, exists, func, or_, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from showcase.catalogue.entities import (
    Booth,
    BoothAssignment,
    Organisation,
    OrganisationTopic,
    Product,
    ProductMedia,
    ProgrammeSession,
    Topic,
)

TEXTS: Final[Mapping[type[Any], Sequence[InstrumentedAttribute[Any]]]] = {
    Organisation: (Organisation.name, Organisation.description, Organisation.offers, Organisation.seeks),
    Product: (Product.name, Product.pitch, Product.description),
    ProgrammeSession: (ProgrammeSession.title, ProgrammeSession.abstract),
}
"""Entity -> the texts that visitors read."""
REQUIRED: Final[dict[tuple[type[Any], str], InstrumentedAttribute[Any]]] = {
    (Organisation, "name"): Organisation.name,
    (Organisation, "description"): Organisation.description,
    (Product, "name"): Product.name,
    (Product, "pitch"): Product.pitch,
    (ProgrammeSession, "title"): ProgrammeSession.title,
}
"""Texts that every record has to have in every language; other packages add those of their entities."""


def lacks_text(table: type[Any], language: str) -> ColumnElement[bool]:
    """Return the condition that a text, which is there in another language, is missing in this one."""
    return or_(*(and_(_any(column), ~_has(column, language)) for column in TEXTS[table]))


def _any(column: InstrumentedAttribute[Any], none: str = "{}") -> ColumnElement[bool]:
    return type_coerce(column, Text) != none


def _has(column: InstrumentedAttribute[Any], language: str) -> ColumnElement[bool]:
    return func.coalesce(func.json_extract(type_coerce(column, Text), f'$."{language}"'), "") != ""


_HAS_BOOTH: Final = exists().where(
    BoothAssignment.organisation_id == Organisation.id,
    Booth.id == BoothAssignment.booth_id,
    Booth.deleted_at.is_(None),
)
_LACKS: Final[Mapping[tuple[type[Any], str], Callable[[], ColumnElement[bool]]]] = {
    (Organisation, "booth"): lambda: and_(Organisation.exhibits, ~_HAS_BOOTH),
    (Organisation, "picture"): lambda: Organisation.logo_id.is_(None),
    (Organisation, "topic"): lambda: (
        ~exists().where(
            OrganisationTopic.organisation_id == Organisation.id,
            Topic.id == OrganisationTopic.topic_id,
            Topic.deleted_at.is_(None),
        )
    ),
    (Organisation, "seeks"): lambda: and_(~_any(Organisation.seeking, "[]"), ~_any(Organisation.seeks)),
    (Organisation, "contact"): lambda: and_(Organisation.email == "", Organisation.phone == ""),
    (Organisation, "product"): lambda: (
        ~exists().where(Product.organisation_id == Organisation.id, Product.deleted_at.is_(None))
    ),
    (Product, "picture"): lambda: ~exists().where(ProductMedia.product_id == Product.id),
    (Booth, "exhibitor"): lambda: (
        ~exists().where(
            BoothAssignment.booth_id == Booth.id,
            Organisation.id == BoothAssignment.organisation_id,
            Organisation.deleted_at.is_(None),
        )
    ),
}


def lacks(table: type[Any], what: str, languages: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a row lacks something.

    Args:
        table: the entity.
        what: "text", one that is there in another language; "name", "description", "pitch" or "title", there in another
            or not; each in any language, or in one as in "text:LANGUAGE"; "booth", "picture", "topic", "seeks",
            "contact", "product" or "exhibitor"; "ready", what products need to be shown.
        languages: of the event.

    Raises:
        KeyError: for what rows of the table do not have, which is a bug.
    """
    kind, _, language = what.partition(":")
    asked = [language] if language else languages
    if kind == "text":
        return or_(*(lacks_text(table, it) for it in asked))
    if (table, kind) in REQUIRED:
        return or_(*(~_has(REQUIRED[table, kind], it) for it in asked))
    if (table, what) == (Product, "ready"):
        return or_(*(lacks(table, part, languages) for part in ("picture", "name", "pitch", "text")))
    return _LACKS[table, what]()
