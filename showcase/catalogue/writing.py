"""How every edit writes: check all fields, then set what differs, then bring the search index up to date.

Nothing is set before everything is checked, so a caller may catch a refusal and go on with the next thing.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from showcase.catalogue.checks import Check, Place, shown
from showcase.catalogue.entities import Topic
from showcase.catalogue.indexing import languages
from showcase.catalogue.kinds import Subject
from showcase.catalogue.numbers import new_number
from showcase.catalogue.search import refresh
from showcase.errors import InputError
from showcase.store.columns import new_id, now
from showcase.store.journal import Label
from showcase.text import pick


@dataclass(frozen=True, slots=True)
class Kept:
    """How one kind of thing is written.

    Attributes:
        table: the entity.
        subject: what the search index calls it, None when it is not searched for.
        checks: field -> check; other fields are refused.
        required: fields a new one must have.
        title: the fields that together name it in sentences.
        unnamed: gives what sentences call an entity without a title, where they do.
        numbered: whether it carries a sign number.
        order: gives its sort keys, by column, from the session and the entity; None when it has none.
        points: field -> entity it must point to.
        topics: the link table and its column for the owner.
    """

    table: type[Any]
    subject: Subject | None
    checks: Mapping[str, Check]
    required: Sequence[str]
    title: Sequence[str]
    numbered: bool = False
    order: Callable[[Session, Any], Mapping[str, str]] | None = None
    points: Mapping[str, type[Any]] = field(default_factory=dict)
    topics: tuple[type[Any], str] | None = None
    unnamed: Callable[[Any], Label] | None = None


TOPICS: Final = "topics"
"""The field that holds the refs of topics wherever a kind has a link table for them."""


def add(session: Session, kept: Kept, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add one, and return its id.

    Raises:
        InputError: when a field cannot be taken; the sentence names the field and whose it is.
    """
    row_id = new_id()
    entity = kept.table(id=row_id)
    spoken = languages(session)
    values = _checked(session, kept, entity, {**dict.fromkeys(kept.required), **fields}, spoken)
    topics = values.pop(TOPICS, frozenset())
    for name, value in values.items():
        setattr(entity, name, value)
    if kept.numbered:
        entity.number = new_number(session)
    put_in_order(session, kept, entity)
    session.add(entity)
    session.flush()
    _tie(session, kept, row_id, topics)
    if kept.subject is not None:
        refresh(session, kept.subject, [row_id])
    return row_id


def update(session: Session, kept: Kept, row_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change the fields given; return whether anything was different.

    Raises:
        InputError: when there is no such row, or a field cannot be taken.
    """
    entity = find(session, kept.table, row_id)
    spoken = languages(session)
    values = _checked(session, kept, entity, fields, spoken)
    retied = TOPICS in values and _tie(session, kept, row_id, values.pop(TOPICS))
    different = {name: value for name, value in values.items() if getattr(entity, name) != value}
    for name, value in different.items():
        setattr(entity, name, value)
    if different:
        put_in_order(session, kept, entity)
        session.flush()
    if kept.subject is not None and (different or retied):
        refresh(session, kept.subject, [row_id])
    return bool(different) or retied


def find(session: Session, table: type[Any], row_id: uuid.UUID) -> Any:
    """Return a row to edit.

    Raises:
        InputError: when there is none.
    """
    entity = session.get(table, row_id)
    if entity is None:
        raise InputError("catalogue.not_there")
    return entity


def put_in_order(session: Session, kept: Kept, entity: Any) -> None:
    """Give an entity the keys that lists are sorted by."""
    if kept.order is not None:
        for column, key in kept.order(session, entity).items():
            setattr(entity, column, key)


def mark(session: Session, table: type[Any], subject: Subject, row_id: uuid.UUID, *, deleted: bool) -> None:
    """Put a row into the bin or take it out."""
    find(session, table, row_id).deleted_at = now() if deleted else None
    session.flush()
    refresh(session, subject, [row_id])


def title_of(kept: Kept, entity: Any, fields: Mapping[str, Any], spoken: Sequence[str]) -> str:
    """Return what a sentence calls the thing: its title as given or as it is, else its ref."""
    titles = (fields.get(name) or getattr(entity, name) for name in kept.title)
    texts = (pick(title, spoken)[1] if isinstance(title, Mapping) else title for title in (*titles, fields.get("ref")))
    said = [shown(text) for text in texts if isinstance(text, str) and text.strip()]
    return " ".join(said[: len(kept.title)]) or "–"


def _checked(
    session: Session, kept: Kept, entity: Any, fields: Mapping[str, Any], spoken: Sequence[str]
) -> dict[str, Any]:
    """Return the fields as they are kept; topics as the set of their ids."""
    where = title_of(kept, entity, fields, spoken)
    values: dict[str, Any] = {}
    for name, value in fields.items():
        at = Place(name, where, spoken)
        if name == TOPICS and kept.topics is not None:
            values[name] = _topic_ids(session, value, at)
            continue
        if name not in kept.checks:
            raise InputError("catalogue.field_unknown", name=name, names=", ".join(kept.checks))
        values[name] = kept.checks[name](value, at)
        if name in kept.required and not values[name]:
            raise at.refuse("missing")
        _allow(session, kept, entity, values[name], at)
    return values


def _allow(session: Session, kept: Kept, entity: Any, value: Any, at: Place) -> None:
    """Refuse a pointer to nothing, and a ref or code that something else has."""
    if value is None or value == getattr(entity, at.field):
        return
    target = kept.points.get(at.field)
    if target is not None:
        row = session.get(target, value)
        if row is None or getattr(row, "deleted_at", None) is not None:
            raise at.refuse("not_found", value=value)
    column = getattr(kept.table, at.field)
    if column.property.columns[0].unique:
        with session.no_autoflush:
            taken = session.execute(select(kept.table.id).where(column == value, kept.table.id != entity.id)).first()
        if taken is not None:
            raise at.refuse("taken", value=shown(value))


def _topic_ids(session: Session, refs: Sequence[str], at: Place) -> frozenset[uuid.UUID]:
    known = {row.ref: row.id for row in session.execute(select(Topic.ref, Topic.id))}
    for ref in refs:
        if ref not in known:
            raise at.refuse("topic_unknown", value=shown(ref), topics=", ".join(sorted(known)) or "–")
    return frozenset(known[ref] for ref in refs)


def _tie(session: Session, kept: Kept, owner: uuid.UUID, wanted: frozenset[uuid.UUID]) -> bool:
    """Tie a thing to these topics and no others; return whether that was different before."""
    if kept.topics is None:
        return False
    link, column = kept.topics
    owned = getattr(link, column) == owner
    present = set(session.scalars(select(link.topic_id).where(owned)))
    if wanted == present:
        return False
    session.execute(delete(link).where(owned, link.topic_id.not_in(wanted)))
    session.add_all(link(**{column: owner, "topic_id": topic}) for topic in wanted - present)
    session.flush()
    return True
