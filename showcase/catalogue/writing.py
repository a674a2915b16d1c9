"""How every edit writes: the fields are checked, only what differs is set, and the search index follows in the same transaction."""

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
from showcase.store.columns import new_id
from showcase.text import pick


@dataclass(frozen=True, slots=True)
class Kept:
    """How one kind of thing is written.

    Attributes:
        table: the entity.
        subject: what the search index calls it, None when it is not searched for.
        checks: field -> check; other fields are refused.
        required: fields a new one must have.
        title: the field that names it in sentences.
        numbered: whether it carries a sign number.
        order: gives its sort key from the entity and the event's languages; None when it has none.
        points: field -> entity it must point to.
        topics: the link table and its column for the owner.
    """

    table: type[Any]
    subject: Subject | None
    checks: Mapping[str, Check]
    required: Sequence[str]
    title: str
    numbered: bool = False
    order: Callable[[Any, Sequence[str]], str] | None = None
    points: Mapping[str, type[Any]] = field(default_factory=dict)
    topics: tuple[type[Any], str] | None = None


TOPICS: Final = "topics"
"""The field that holds the refs of topics wherever a kind has a link table for them."""


def add(session: Session, kept: Kept, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add one, and return its id.

    Raises:
        InputError: when a field cannot be taken; the sentence names the field and whose it is.
    """
    given = {**dict.fromkeys(kept.required), **fields}
    entity = kept.table(id=new_id())
    if kept.numbered:
        entity.number = new_number(session)
    _write(session, kept, entity, given)
    session.add(entity)
    session.flush()
    _index(session, kept, entity, fields)
    return entity.id  # type: ignore[no-any-return]  # every entity's id is a UUID; `table` is any entity


def update(session: Session, kept: Kept, row_id: uuid.UUID, fields: Mapping[str, Any]) -> bool:
    """Change the fields given; return whether anything was different.

    Raises:
        InputError: when there is no such row, or a field cannot be taken.
    """
    entity = find(session, kept.table, row_id)
    changed = _write(session, kept, entity, fields)
    if session.is_modified(entity):
        session.flush()
    changed |= _index(session, kept, entity, fields)
    return changed


def find(session: Session, table: type[Any], row_id: uuid.UUID) -> Any:
    """Return a row to edit.

    Raises:
        InputError: when there is none.
    """
    entity = session.get(table, row_id)
    if entity is None:
        raise InputError("catalogue.not_there")
    return entity


def title_of(kept: Kept, entity: Any, fields: Mapping[str, Any], spoken: Sequence[str]) -> str:
    """Return what a sentence calls the thing: its title as given or as it is, else its ref."""
    for holder in (fields.get(kept.title), getattr(entity, kept.title, None), fields.get("ref")):
        text = pick(holder, spoken)[1] if isinstance(holder, Mapping) else holder
        if isinstance(text, str) and text.strip():
            return shown(text)
    return "–"


def _write(session: Session, kept: Kept, entity: Any, fields: Mapping[str, Any]) -> bool:
    spoken = languages(session)
    where = title_of(kept, entity, fields, spoken)
    changed = False
    for name, value in fields.items():
        if name == TOPICS and kept.topics:
            continue
        at = Place(name, where, spoken)
        check = kept.checks.get(name)
        if check is None:
            raise InputError("catalogue.field_unknown", field=name, fields=", ".join(kept.checks))
        kept_value = check(value, at)
        if name in kept.required and not kept_value:
            raise at.refuse("missing")
        if getattr(entity, name) != kept_value:
            _allow(session, kept, entity, kept_value, at)
            setattr(entity, name, kept_value)
            changed = True
    if kept.order is not None and changed:
        entity.sort = kept.order(entity, spoken)
    return changed


def _allow(session: Session, kept: Kept, entity: Any, value: Any, at: Place) -> None:
    """Refuse a pointer to nothing, and a ref that something else has."""
    target = kept.points.get(at.field)
    if target is not None and value is not None:
        row = session.get(target, value)
        if row is None or getattr(row, "deleted_at", None) is not None:
            raise at.refuse("not_found", value=value)
    if (
        at.field in {"ref", "code"}
        and hasattr(kept.table, "ref" if at.field == "ref" else "code")
        and value is not None
    ):
        column = getattr(kept.table, at.field)
        if column.property.columns[0].unique:
            with session.no_autoflush:
                taken = session.execute(
                    select(kept.table.id).where(column == value, kept.table.id != entity.id)
                ).first()
            if taken is not None:
                raise at.refuse("taken", value=value)


def _index(session: Session, kept: Kept, entity: Any, fields: Mapping[str, Any]) -> bool:
    changed = TOPICS in fields and set_topics(session, kept, entity.id, fields[TOPICS])
    if kept.subject is not None:
        refresh(session, kept.subject, [entity.id])
    return changed


def set_topics(session: Session, kept: Kept, owner: uuid.UUID, refs: Sequence[str]) -> bool:
    """Tie a thing to the topics with these refs and to no others; return whether that was different before.

    Raises:
        InputError: when a ref is not that of a topic.
    """
    assert kept.topics is not None
    link, column = kept.topics
    known = {row.ref: row.id for row in session.execute(select(Topic.ref, Topic.id))}
    for ref in refs:
        if ref not in known:
            raise InputError("catalogue.topic_unknown", value=shown(ref), topics=", ".join(sorted(known)) or "–")
    wanted = {known[ref] for ref in refs}
    owned = getattr(link, column) == owner
    present = set(session.scalars(select(link.topic_id).where(owned)))
    if wanted == present:
        return False
    session.execute(delete(link).where(owned, link.topic_id.not_in(wanted)))
    session.add_all(link(**{column: owner, "topic_id": topic}) for topic in wanted - present)
    session.flush()
    return True
