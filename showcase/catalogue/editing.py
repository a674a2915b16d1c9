"""One way to edit whatever the catalogue keeps: by the name of its table and field, with word to the history.

A change says what the field held when the person saw it. When somebody else has written another value meanwhile, the
change is refused and both values are told: nothing is silently overwritten. Fields beyond the columns of a row (booths
of an organisation, pictures of a product, speakers of a session) are changed in the same way.
"""

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from showcase.catalogue import edits, reading
from showcase.catalogue.change import UNSEEN, Change
from showcase.catalogue.checks import field_name, shown
from showcase.catalogue.entities import Hall, Media, Place, Room
from showcase.catalogue.fields import BOOTH, HALL, MEDIA, ORGANISATION, PLACE, PRODUCT, ROOM, SESSION, TOPIC
from showcase.catalogue.indexing import languages
from showcase.catalogue.writing import Kept, find, title_of
from showcase.errors import InputError, RefusedError
from showcase.progress import Progress, no_progress
from showcase.store.journal import Label, describe, label
from showcase.text import pick

_TAIL: Final = re.compile(r"^(.*?)(\d+)$")
_NUMBERED: Final = re.compile(r"^(.*) \((\d+)\)$")


@dataclass(frozen=True, slots=True)
class Editor:
    """How one kind of thing is edited.

    Attributes:
        kept: its fields.
        add: adds one from fields.
        update: changes fields of one.
        delete, restore: put it into the bin and take it out.
        aside: fields beyond its columns: (what is there, what puts it there).
        copied: fields that a copy takes over.
    """

    kept: Kept
    add: Callable[[Session, Mapping[str, Any]], uuid.UUID]
    update: Callable[[Session, uuid.UUID, Mapping[str, Any]], bool]
    delete: Callable[[Session, uuid.UUID], object]
    restore: Callable[[Session, uuid.UUID], object]
    aside: Mapping[str, "Aside"] = field(default_factory=dict)
    copied: Sequence[str] = ()


class Aside(NamedTuple):
    """A field that is kept in rows of its own."""

    get: Callable[[Session, uuid.UUID], Any]
    set: Callable[[Session, uuid.UUID, Any], object]


EDITORS: Final[dict[str, Editor]] = {}
"""Table -> its editor; the packages that own the tables fill it."""


def title(session: Session, table: str, row_id: uuid.UUID) -> str | Label:
    """Return what a sentence calls a thing.

    Raises:
        InputError: when there is none.
    """
    kept = EDITORS[table].kept
    entity = find(session, kept.table, row_id)
    if kept.unnamed is not None and not any(getattr(entity, name) for name in kept.title):
        return kept.unnamed(entity)
    return title_of(kept, entity, {}, languages(session))


def value_of(session: Session, table: str, row_id: uuid.UUID, change: Change) -> Any:
    """Return what the field of a change holds now.

    Raises:
        InputError: when there is no such thing or field.
    """
    editor = EDITORS[table]
    entity = find(session, editor.kept.table, row_id)
    if change.field in editor.aside:
        return editor.aside[change.field].get(session, row_id)
    if change.field not in editor.kept.checks:
        raise InputError("catalogue.field_unknown", name=change.field, names=", ".join(editor.kept.checks))
    value = getattr(entity, change.field)
    return (value or {}).get(change.language, "") if change.language else value


def change(session: Session, table: str, row_id: uuid.UUID, changes: Sequence[Change]) -> bool:
    """Change fields of one thing; return whether anything was different.

    Raises:
        InputError: when a field cannot be taken.
        RefusedError: when somebody else has changed a field since it was looked at.
    """
    called = title(session, table, row_id)
    fields: dict[str, Any] = {}
    changed = False
    for it in changes:
        _compare(session, table, row_id, it, called)
        if it.field in EDITORS[table].aside:
            before = value_of(session, table, row_id, it)
            EDITORS[table].aside[it.field].set(session, row_id, it.value)
            changed |= not _same(before, value_of(session, table, row_id, it))
        else:
            fields[it.field] = _whole(session, table, row_id, it, fields)
    if fields:
        changed |= EDITORS[table].update(session, row_id, fields)
    if changed:
        names = {it.field for it in changes}
        what = (
            label(f"catalogue.field_{changes[0].field}") if len(names) == 1 else label("history.fields", n=len(names))
        )
        describe(session, label("history.changed", field=what, what=called))
    return changed


def change_many(
    session: Session, table: str, ids: Sequence[uuid.UUID], what: Change, progress: Progress = no_progress
) -> int:
    """Set one field of many things to the same value; return how many were different.

    Raises:
        InputError: when the field cannot be taken by one of them, which is named.
        Cancelled: from the progress.
    """
    done = 0
    for place, row_id in enumerate(ids):
        progress(place, len(ids))
        done += change(session, table, row_id, [what])
    progress(len(ids), len(ids))
    if done > 1:
        describe(session, label("history.changed_many", field=label(f"catalogue.field_{what.field}"), n=done))
    return done


def add(session: Session, table: str, fields: Mapping[str, Any]) -> uuid.UUID:
    """Add one and return its id.

    Raises:
        InputError: when a field cannot be taken.
    """
    editor = EDITORS[table]
    plain = {name: value for name, value in fields.items() if name not in editor.aside}
    row_id = editor.add(session, plain)
    for name in fields.keys() - plain.keys():
        editor.aside[name].set(session, row_id, fields[name])
    _tell(session, "added", table, [row_id])
    return row_id


def duplicate(session: Session, table: str, row_id: uuid.UUID) -> uuid.UUID:
    """Add a copy of a thing, with a name or code of its own, and return its id.

    Raises:
        InputError: when there is none.
        RefusedError: when things of this kind are not copied.
    """
    editor = EDITORS[table]
    entity = find(session, editor.kept.table, row_id)
    if not editor.copied:
        raise RefusedError("catalogue.not_copied")
    fields = {name: _copy(session, table, row_id, entity, name) for name in editor.copied}
    new = add(session, table, fields)
    _tell(session, "duplicated", table, [row_id])
    return new


def delete(session: Session, table: str, ids: Sequence[uuid.UUID]) -> None:
    """Put things into the bin.

    Raises:
        InputError: when one of them is not there.
        RefusedError: when something needs one of them, which is named.
    """
    for row_id in ids:
        EDITORS[table].delete(session, row_id)
    _tell(session, "deleted", table, ids)


def restore(session: Session, table: str, ids: Sequence[uuid.UUID]) -> None:
    """Take things out of the bin.

    Raises:
        InputError: when one of them is not there, or its place was taken meanwhile.
    """
    for row_id in ids:
        EDITORS[table].restore(session, row_id)
    _tell(session, "restored", table, ids)


def next_code(session: Session, table: type[Any], code: str) -> str:
    """Return the next code that no row of a table has: A13 after A12."""
    taken = reading.codes(session, table)
    parts = _TAIL.match(code)
    stem, number, width = (parts[1], int(parts[2]), len(parts[2])) if parts else (f"{code}-", 1, 1)
    while True:
        number += 1
        following = f"{stem}{number:0{width}}"
        if following not in taken:
            return following


def _tell(session: Session, verb: str, table: str, ids: Sequence[uuid.UUID]) -> None:
    if len(ids) == 1:
        describe(session, label(f"history.{verb}", what=title(session, table, ids[0])))
    elif ids:
        describe(session, label(f"history.many_{verb}", things=label(f"history.things_{table}"), n=len(ids)))


def _compare(session: Session, table: str, row_id: uuid.UUID, it: Change, called: str | Label) -> None:
    """Refuse to write over what somebody else wrote since the person looked."""
    if it.was is UNSEEN:
        return
    there = value_of(session, table, row_id, it)
    if not _same(there, it.was) and not _same(there, it.value):
        where = called.message() if isinstance(called, Label) else called
        raise RefusedError(
            "catalogue.changed_meanwhile", field=field_name(it.field), where=where, theirs=_said(session, there)
        )


def _said(session: Session, value: Any) -> str:
    if isinstance(value, Mapping):
        value = pick(value, languages(session))[1]
    return shown(value) if isinstance(value, str) else shown(str(value if value is not None else "–"))


def _same(one: Any, other: Any) -> bool:
    plain = [list(value) if isinstance(value, list | tuple) else value or "" for value in (one, other)]
    return bool(plain[0] == plain[1])


def _whole(session: Session, table: str, row_id: uuid.UUID, it: Change, fields: Mapping[str, Any]) -> Any:
    """Return the value of the whole field: a text in one language leaves those in the others."""
    if not it.language:
        return it.value
    entity = find(session, EDITORS[table].kept.table, row_id)
    return {**fields.get(it.field, getattr(entity, it.field) or {}), it.language: it.value}


def _copy(session: Session, table: str, row_id: uuid.UUID, entity: Any, name: str) -> Any:
    editor = EDITORS[table]
    if name in editor.aside:
        return editor.aside[name].get(session, row_id)
    value = getattr(entity, name)
    if name not in editor.kept.title[-1:]:
        return value
    if isinstance(value, Mapping):
        return {language: _next_name(text) for language, text in value.items()}
    return next_code(session, editor.kept.table, value) if name == "code" else _next_name(value)


def _next_name(text: str) -> str:
    numbered = _NUMBERED.match(text)
    return f"{numbered[1]} ({int(numbered[2]) + 1})" if numbered else f"{text} (2)"


def _add_booth(session: Session, fields: Mapping[str, Any]) -> uuid.UUID:
    hall = session.get(Hall, fields["hall_id"]) if fields.get("hall_id") else None
    rest = {name: value for name, value in fields.items() if name != "hall_id"}
    return edits.add_booth(session, hall.code if hall else "", rest)


def _delete(table: type[Any]) -> Callable[[Session, uuid.UUID], object]:
    return lambda session, row_id: edits.delete_unused(session, table, row_id)


def _restore(table: type[Any]) -> Callable[[Session, uuid.UUID], object]:
    return lambda session, row_id: edits.restore_unused(session, table, row_id)


def _refuse_to_add(_session: Session, _fields: Mapping[str, Any]) -> uuid.UUID:
    raise RefusedError("catalogue.picture_needs_file")


_TEXTS: Final = ("name", "description")
EDITORS.update(
    {
        "organisations": Editor(
            ORGANISATION,
            edits.add_organisation,
            edits.update_organisation,
            edits.delete_organisation,
            edits.restore_organisation,
            {
                "topics": Aside(reading.topics_of_organisation, edits.set_topics_of(ORGANISATION)),
                "booths": Aside(reading.booths_of_organisation, edits.assign_booths),
            },
            (
                *_TEXTS,
                *("short_name", "kind", "country", "region", "website", "email", "phone", "offers", "seeks", "seeking"),
                *("funding", "tags", "logo_id", "exhibits", "topics"),
            ),
        ),
        "products": Editor(
            PRODUCT,
            edits.add_product,
            edits.update_product,
            edits.delete_product,
            edits.restore_product,
            {
                "topics": Aside(reading.topics_of_product, edits.set_topics_of(PRODUCT)),
                "pictures": Aside(reading.pictures_of_product, edits.set_pictures),
            },
            (
                *_TEXTS,
                *("organisation_id", "kind", "pitch", "stage", "seeking", "policy", "facts", "links", "tags"),
                *("topics", "pictures"),
            ),
        ),
        "booths": Editor(
            BOOTH,
            _add_booth,
            edits.update_booth,
            edits.delete_booth,
            edits.restore_booth,
            {"exhibitors": Aside(reading.exhibitors_of_booth, edits.assign_exhibitors)},
            ("code", "hall_id", "kind", "width_m", "depth_m"),
        ),
        "topics": Editor(TOPIC, edits.add_topic_by_name, edits.update_topic, edits.delete_topic, edits.restore_topic),
        "sessions": Editor(
            SESSION,
            edits.add_session,
            edits.update_session,
            edits.delete_session,
            edits.restore_session,
            {"topics": Aside(reading.topics_of_session, edits.set_topics_of(SESSION))},
            ("title", "abstract", "room_id", "starts_at", "ends_at", "kind", "language", "topics"),
        ),
        "halls": Editor(HALL, edits.add_hall, edits.update_hall, _delete(Hall), _restore(Hall)),
        "places": Editor(
            PLACE,
            edits.add_place,
            edits.update_place,
            _delete(Place),
            edits.restore_place,
            copied=("hall_id", "kind", "name", "x_m", "y_m"),
        ),
        "rooms": Editor(ROOM, edits.add_room, edits.update_room, _delete(Room), _restore(Room)),
        "media": Editor(MEDIA, _refuse_to_add, edits.update_media, _delete(Media), _restore(Media)),
    }
)
