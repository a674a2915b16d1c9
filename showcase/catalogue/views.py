"""What all lists share: which part of one is wanted, in which order, and how a row becomes a record."""

import uuid
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypedDict, TypeVar, cast

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from showcase.catalogue.indexing import Rows, languages
from showcase.catalogue.lacking import lacks
from showcase.catalogue.ordering import COLUMNS
from showcase.errors import InputError

R = TypeVar("R")


class View(TypedDict, total=False):
    """Which part of a list is wanted, in which order.

    Keys:
        limit, offset: a page of the list; all of it without.
        sort: what it is sorted by, of the words each list names; `descending` turns it round.
        ids: only these.
        deleted: what was deleted instead of what is there.
        countries: codes in the order of the names they are read by, for a list sorted by country.
        lacking: only what lacks this, as `showcase.catalogue.lacking.lacks` names it.
        language: by whose alphabet and names it is sorted; that of the event when none is given.
    """

    limit: int | None
    offset: int
    sort: str
    descending: bool
    ids: Collection[uuid.UUID] | None
    deleted: bool
    countries: Sequence[str]
    lacking: str
    language: str


def narrowed(
    session: Session,
    statement: Rows,
    table: Any,
    condition: ColumnElement[bool],
    *,
    view: View,
    orders: Mapping[str, Any],
) -> Rows:
    """Return a statement with the conditions, order and page of a view.

    Raises:
        KeyError: for a sort that the list does not have, which is a bug.
    """
    statement = statement.where(condition, *alive(session, table, view))
    sort = view.get("sort", next(iter(orders)))
    order = orders[sort]
    if isinstance(order, Mapping):
        order = order.get(view.get("language") or languages(session)[0]) or order["en"]
    if sort == "country" and "countries" in view:
        # Where a code stands in one text is found sooner than among 250 cases, row by row.
        order = func.instr(" ".join(view["countries"]), order)
    statement = statement.order_by(order.desc() if view.get("descending") else order, table.id)
    return statement.limit(view.get("limit")).offset(view.get("offset") or None)


def by_name(table: Any) -> Mapping[str, Any]:
    """Return language of the interface -> the column that puts rows in the order of their names."""
    return {language: getattr(table, column) for language, column in COLUMNS.items()}


def alive(session: Session, table: Any, view: View) -> list[ColumnElement[bool]]:
    """Return the conditions of a view that say which rows there are: deleted or not, and which ids."""
    deleted = table.deleted_at.is_not(None) if view.get("deleted") else table.deleted_at.is_(None)
    conditions = [deleted]
    if view.get("lacking"):
        conditions.append(lacks(table, view["lacking"], languages(session)))
    if view.get("ids") is not None:
        conditions.append(table.id.in_(list(view["ids"] or ())))
    return conditions


def record_of(kind: type[R], row: Mapping[Any, Any], **more: Any) -> R:
    """Return a record filled from the columns of a row that it has, lists made tuples, and from `more`."""
    values = {name: row[name] for name in _names(cast("Hashable", kind)) if name in row and name not in more}
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}, **more)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def count(session: Session, table: Any, condition: ColumnElement[bool], view: View | None = None) -> int:
    """Return how many rows meet a condition, of those that a view shows; deleted ones are none of them."""
    statement = select(func.count()).select_from(table).where(condition, *alive(session, table, view or {}))
    return session.execute(statement).scalar_one()


def is_plain(text: str, view: View) -> bool:
    """Tell whether the search index alone can count what is found."""
    return bool(text.strip()) and not any(view.get(name) for name in ("deleted", "lacking", "ids"))


def one_of(listing: Callable[..., list[R]], session: Session, row_id: uuid.UUID) -> R:
    """Return the one record with an id, deleted or not.

    Raises:
        InputError: when there is none.
    """
    for deleted in (False, True):
        for record in listing(session, ids=[row_id], deleted=deleted):
            return record
    raise InputError("catalogue.not_there")


def collected(pairs: Iterable[tuple[uuid.UUID, R]]) -> dict[uuid.UUID, tuple[R, ...]]:
    """Return what belongs to each id, in order."""
    groups: dict[uuid.UUID, list[R]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
