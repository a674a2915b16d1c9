"""What is missing of each exhibitor, as records: what they would be asked for, in two passes over narrow columns.

It asks for the same as `showcase.reports.readiness` counts. Booths are not in it: the organisers give them.
"""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Organisation, Product
from showcase.catalogue.lacking import lacks
from showcase.catalogue.ordering import COLUMNS
from showcase.catalogue.queries import get_event
from showcase.reports.records import MissingField, MissingProduct, MissingRecord
from showcase.text import Texts

_PLAIN: Final = ("picture", "topic", "seeks", "contact", "product")
"""What an exhibitor is asked for that is no text."""


def list_missing(session: Session, language: str = "en") -> list[MissingRecord]:
    """Return the exhibitors of whom something is missing, by name as a language of the interface sorts them."""
    languages = get_event(session).languages
    products = _products(session, languages, language)
    table = Organisation
    flags = [lacks(table, word, languages).label(f"no_{word}") for word in _PLAIN]
    columns = (table.id, table.name, table.country, table.email, table.description, table.offers, table.seeks)
    statement = (
        select(*columns, *flags)
        .where(table.deleted_at.is_(None), table.exhibits)
        .order_by(getattr(table, COLUMNS[language]), table.id)
    )
    return [
        record
        for row in session.execute(statement).mappings()
        if (record := _exhibitor(row, products.get(row["id"], ()), languages)).count
    ]


def _exhibitor(row: Any, products: Sequence[MissingProduct], languages: Sequence[str]) -> MissingRecord:
    fields = (
        *_texts(languages, required={"name": row["name"], "description": row["description"]}),
        *_texts(languages, optional={"offers": row["offers"], "seeks_text": row["seeks"]}),
        *(MissingField(word) for word in _PLAIN if row[f"no_{word}"]),
    )
    return MissingRecord(row["id"], row["name"], row["country"], row["email"], fields, tuple(products))


def _products(session: Session, languages: Sequence[str], language: str) -> dict[uuid.UUID, list[MissingProduct]]:
    table = Product
    columns = (table.id, table.organisation_id, table.name, table.pitch, table.description)
    picture = lacks(table, "picture", languages).label("picture")
    statement = (
        select(*columns, picture)
        .where(table.deleted_at.is_(None), lacks(table, "ready", languages))
        .order_by(getattr(table, COLUMNS[language]), table.id)
    )
    found: dict[uuid.UUID, list[MissingProduct]] = {}
    for row in session.execute(statement):
        fields = (
            *_texts(languages, required={"name": row.name, "pitch": row.pitch}),
            *_texts(languages, optional={"description": row.description}),
            *((MissingField("picture"),) if row.picture else ()),
        )
        found.setdefault(row.organisation_id, []).append(MissingProduct(row.id, row.name, fields))
    return found


def _texts(
    languages: Sequence[str], *, required: dict[str, Texts] | None = None, optional: dict[str, Texts] | None = None
) -> Iterator[MissingField]:
    """Give the texts that are missing in a language; an optional one is asked for where another language has it."""
    for field, text in {**(required or {}), **{name: it for name, it in (optional or {}).items() if it}}.items():
        missing = tuple(language for language in languages if not text.get(language))
        if missing:
            yield MissingField(field, missing)
