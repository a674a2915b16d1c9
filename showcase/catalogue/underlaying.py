"""Laying a drawing under a hall: read and made ready before anything is written, then laid, moved and taken away."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.entities import Hall
from showcase.catalogue.floorplan import extent
from showcase.catalogue.media import MAX_BYTES, THUMB_SIDE, Encoded, keep_media, prepare
from showcase.catalogue.picturing import ReadPicture
from showcase.catalogue.queries import list_booths, list_halls, list_places
from showcase.catalogue.underlay import STRENGTH, Underlay, fit
from showcase.catalogue.vectors import MIME, looks_like_svg, read_svg
from showcase.catalogue.writing import find
from showcase.errors import InputError
from showcase.progress import Progress, no_progress
from showcase.store.journal import describe, label

Small = Callable[[bytes, int], bytes]
"""Draws an SVG as a PNG whose longer side has so many pixels: what draws lies above this package."""
SIDE: Final = 4_000
"""Longest side that is kept of a picture, in pixels: 120 dpi across an A1 sheet, 50 a metre in a hall of 80 m."""
_ALIKE: Final = 0.01
"""Two drawings whose proportions differ by no more are two states of one: the new one lies where the old one lay."""


def read_drawing(path: Path, small: Small, progress: Progress = no_progress) -> ReadPicture:
    """Read a drawing or picture of a hall and make it ready; nothing is written.

    Args:
        path: an SVG, JPEG, PNG or WebP file.
        small: draws an SVG small.
        progress: called with (steps done, steps).

    Raises:
        InputError: when it cannot be taken; the sentence names it.
        Cancelled: from the progress.
    """
    progress(0, 3)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(
                "catalogue.picture_heavy",
                name=path.name,
                megabytes=round(path.stat().st_size / 1e6),
                limit=MAX_BYTES // 10**6,
            )
        data = path.read_bytes()
    except OSError as problem:
        raise InputError("catalogue.picture_unread", name=path.name) from problem
    progress(1, 3)
    if path.suffix.lower() != ".svg" and not looks_like_svg(data):
        made = prepare(data, path.name, SIDE)
        progress(3, 3)
        return ReadPicture(path.name, *made)
    drawing = read_svg(data, path.name)
    progress(2, 3)
    full = Encoded(MIME, drawing.width, drawing.height, drawing.data)
    scale = THUMB_SIDE / max(drawing.width, drawing.height)
    sides = (max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
    thumb = Encoded("image/png", *sides, small(drawing.data, THUMB_SIDE))
    progress(3, 3)
    return ReadPicture(path.name, full, thumb)


def lay_drawing(session: Session, hall_id: uuid.UUID, drawing: ReadPicture) -> Underlay:
    """Lay a drawing under a hall, in the stead of the one that lies there; return how it lies.

    It fills the hall, unless one of the same proportion was there: then it lies as that one lay.

    Raises:
        InputError: when there is no such hall.
    """
    hall = find(session, Hall, hall_id)
    media = keep_media(session, drawing.full, drawing.thumb, name=drawing.name)
    slope, former = media.height / media.width, underlay_of(session, hall_id)
    if former is not None and abs(former.slope / slope - 1) < _ALIKE:
        laid = replace(former, media_id=media.id, slope=slope)
        laid = laid.at(former.rect.x, former.rect.y, former.rect.width)
    else:
        rect = fit(slope, 0, _size_of(session, hall))
        laid = Underlay(media.id, media.sha256, media.mime, media.original_name, slope, rect, 0, STRENGTH)
    _change(session, hall_id, {"underlay_id": media.id, **laid.fields()}, "laid")
    return laid


def place_drawing(session: Session, hall_id: uuid.UUID, placed: Underlay, was: Underlay) -> None:
    """Lay the drawing under a hall elsewhere, in another size, turn or strength.

    Raises:
        InputError: when there is no such hall, or it cannot lie so.
        RefusedError: when somebody else laid it elsewhere since it was looked at.
    """
    before = was.fields()
    fields = {name: value for name, value in placed.fields().items() if value != before[name]}
    _change(session, hall_id, fields, "faded" if fields.keys() == {"underlay_strength"} else "moved", before)


def remove_drawing(session: Session, hall_id: uuid.UUID) -> None:
    """Take the drawing away from under a hall; undoing lays it again as it lay.

    Raises:
        InputError: when there is no such hall.
    """
    _change(session, hall_id, {"underlay_id": None}, "removed")


def underlay_of(session: Session, hall_id: uuid.UUID) -> Underlay | None:
    """Return the drawing under a hall."""
    return next((hall.underlay for hall in list_halls(session) if hall.id == hall_id), None)


def _change(
    session: Session, hall_id: uuid.UUID, fields: dict[str, Any], what: str, before: dict[str, Any] | None = None
) -> None:
    changes = [
        Change(name, value, was=before[name]) if before else Change(name, value) for name, value in fields.items()
    ]
    if editing.change(session, "halls", hall_id, changes):
        describe(session, label(f"ways.underlay_{what}", hall=editing.title(session, "halls", hall_id)))


def _size_of(session: Session, hall: Hall) -> tuple[float, float]:
    booths = [booth for booth in list_booths(session) if booth.hall_id == hall.id]
    places = [place for place in list_places(session) if place.hall_id == hall.id]
    return extent(booths, hall.width_m, hall.depth_m, places)
