"""What a record may lack, as conditions of lists: a text in a language, a booth, a picture."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Text, and_, exists, func, or_, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from showcase.catalogue.entities import Booth, BoothAssignment, Organisation, Product, ProductMedia, ProgrammeSession

TEXTS: Final[Mapping[type[Any], Sequence[InstrumentedAttribute[Any]]]] = {
    Organisation: (Organisation.name, Organisation.description, Organisation.offers, Organisation.seeks),
    Product: (Product.name, Product.pitch, Product.description),
    ProgrammeSession: (ProgrammeSession.title, ProgrammeSession.abstract),
}
"""Entity -> the texts that visitors read."""


def lacks_text(table: type[Any], language: str) -> ColumnElement[bool]:
    """Return the condition that a text, which is there in another language, is missing in this one."""
    return or_(*(and_(_any(column), ~_has(column, language)) for column in TEXTS[table]))


def _any(column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    return type_coerce(column, Text) != "{}"


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
    (Organisation, "contact"): lambda: and_(Organisation.email == "", Organisation.phone == ""),
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
        what: "text" in any language, "text:LANGUAGE", "booth", "picture", "contact" or "exhibitor".
        languages: of the event.

    Raises:
        KeyError: for what rows of the table do not have, which is a bug.
    """
    kind, _, language = what.partition(":")
    if kind == "text":
        return or_(*(lacks_text(table, it) for it in ([language] if language else languages)))
    return _LACKS[table, what]()
