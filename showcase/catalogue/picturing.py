"""Pictures from files: read and made ready before anything is written, then kept and shown where they belong."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.media import MAX_BYTES, Encoded, keep_media, prepare
from showcase.errors import InputError
from showcase.progress import Progress, no_progress
from showcase.store.journal import describe, label

MANY: Final = 40
"""Pictures taken at once."""


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """A picture made ready to be kept."""

    name: str
    full: Encoded
    thumb: Encoded


def read_pictures(paths: Sequence[Path], progress: Progress = no_progress) -> list[ReadPicture]:
    """Read picture files and make them ready; nothing is written.

    Args:
        paths: JPEG, PNG or WebP files.
        progress: called with (pictures read, pictures).

    Raises:
        InputError: when one of them cannot be taken; the sentence names it.
    """
    if len(paths) > MANY:
        raise InputError("catalogue.pictures_many", n=len(paths), limit=MANY)
    found = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            size = path.stat().st_size
            if size > MAX_BYTES:
                raise InputError(
                    "catalogue.picture_heavy", name=path.name, megabytes=round(size / 1e6), limit=MAX_BYTES // 10**6
                )
            data = path.read_bytes()
        except OSError as problem:
            raise InputError("catalogue.picture_unread", name=path.name) from problem
        found.append(ReadPicture(path.name, *prepare(data, path.name)))
    progress(len(paths), len(paths))
    return found


def add_pictures(session: Session, product: uuid.UUID | None, pictures: Sequence[ReadPicture]) -> int:
    """Keep pictures, behind those that a product shows when one is named; return how many.

    Raises:
        InputError: when there is no such product.
    """
    kept = [keep_media(session, it.full, it.thumb, name=it.name).id for it in pictures]
    if product is None:
        return len(kept)
    shown = editing.EDITORS["products"].aside["pictures"].get(session, product)
    known = {it["media_id"] for it in shown}
    new = [{"media_id": media} for media in dict.fromkeys(kept) if media not in known]
    editing.change(session, "products", product, [Change("pictures", [*shown, *new])])
    describe(session, label("history.pictures", what=editing.title(session, "products", product), n=len(new)))
    return len(new)
