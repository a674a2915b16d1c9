"""Putting booths on the floor of a hall: in rows, beside each other, and a new one where there is room."""

import uuid
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue import editing
from showcase.catalogue.entities import Booth, Hall
from showcase.catalogue.floorplan import Rect, extent, free_place, rect_of, rows
from showcase.catalogue.writing import find
from showcase.errors import RefusedError
from showcase.store.journal import describe, label

SIDE: Final = 3.0
"""How wide and deep a booth is whose size nobody told."""


def place_in_rows(session: Session, hall_id: uuid.UUID) -> int:
    """Put the booths of a hall that have no place into rows below those that have one; return how many were placed.

    Raises:
        InputError: when there is no such hall.
        RefusedError: when its size is unknown or they do not all fit; none is placed then.
    """
    hall = find(session, Hall, hall_id)
    if not hall.width_m or not hall.depth_m:
        raise RefusedError("ways.hall_unmeasured", hall=hall.code)
    booths = _booths(session, hall_id)
    waiting = [booth for booth in booths if booth.x_m is None or booth.y_m is None]
    ends = (booth.y_m + (booth.depth_m or SIDE) for booth in booths if booth.x_m is not None and booth.y_m is not None)
    sizes = [(booth.width_m or SIDE, booth.depth_m or SIDE) for booth in waiting]
    places = rows(sizes, hall.width_m, hall.depth_m, max(ends, default=0.0))
    if places is None:
        raise RefusedError("ways.rows_full", hall=hall.code, n=len(waiting))
    for booth, rect in zip(waiting, places, strict=True):
        editing.EDITORS["booths"].update(session, booth.id, _fields(rect))
    if waiting:
        describe(session, label("ways.placed_in_rows", hall=hall.code, n=len(waiting)))
    return len(waiting)


def add_booth_to(session: Session, hall_id: uuid.UUID) -> uuid.UUID:
    """Add a booth to a hall, with the code that follows the last one, where there is room; return its id.

    Raises:
        InputError: when there is no such hall.
        RefusedError: when there is no room for it.
    """
    hall = find(session, Hall, hall_id)
    booths = _booths(session, hall_id)
    taken = [rect for booth in booths if (rect := rect_of(booth)) is not None]
    rect = free_place((SIDE, SIDE), taken, *extent(booths, hall.width_m, hall.depth_m))
    if rect is None:
        raise RefusedError("ways.no_room", hall=hall.code)
    code = editing.next_code(session, Booth, booths[-1].code if booths else f"{hall.code}00")
    return editing.add(session, "booths", {"code": code, "hall_id": hall_id, **_fields(rect)})


def repeat_booth(session: Session, booth_id: uuid.UUID, count: int, *, down: bool) -> list[uuid.UUID]:
    """Add booths like one, side by side with it in a row, with the codes that follow; return their ids.

    Args:
        session: a transaction.
        booth_id: the booth that stands at the start of the row.
        count: how many more.
        down: the row goes down, not to the right.

    Raises:
        InputError: when there is no such booth.
        RefusedError: when it has no place, or the row would leave the hall or stand on other booths.
    """
    booth = find(session, Booth, booth_id)
    first = rect_of(booth)
    if first is None or booth.hall_id is None:
        raise RefusedError("ways.booth_unplaced", code=booth.code)
    hall = find(session, Hall, booth.hall_id)
    row = [
        Rect(first.x + first.width * n * (not down), first.y + first.depth * n * down, first.width, first.depth)
        for n in range(1, count + 1)
    ]
    taken = [rect for it in _booths(session, hall.id) if (rect := rect_of(it)) is not None]
    size = (hall.width_m or float("inf"), hall.depth_m or float("inf"))
    if not all(rect.inside(*size) and not any(rect.overlaps(it) for it in taken) for rect in row):
        raise RefusedError("ways.row_blocked", code=booth.code, n=count)
    made = []
    code = booth.code
    for rect in row:
        code = editing.next_code(session, Booth, code)
        fields = {"code": code, "hall_id": hall.id, "kind": booth.kind, **_fields(rect)}
        made.append(editing.add(session, "booths", fields))
    describe(session, label("ways.repeated", code=booth.code, n=count))
    return made


def _booths(session: Session, hall_id: uuid.UUID) -> Sequence[Booth]:
    alive = select(Booth).where(Booth.hall_id == hall_id, Booth.deleted_at.is_(None))
    return session.scalars(alive.order_by(Booth.sort)).all()


def _fields(rect: Rect) -> dict[str, Any]:
    return {"x_m": rect.x, "y_m": rect.y, "width_m": rect.width, "depth_m": rect.depth}
