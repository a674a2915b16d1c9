"""Finding the one person who is meant: by id, badge number, e-mail or name. Who is erased cannot be brought back."""

import uuid
from contextlib import suppress

from sqlalchemy.orm import Session

from showcase.errors import InputError
from showcase.people.queries import find_badge, get_person, list_people
from showcase.people.records import PersonRecord
from showcase.text import fold

_SHOWN = 10


def find_one(session: Session, typed: str) -> PersonRecord:
    """Return the one person who is meant, deleted or not.

    Raises:
        InputError: nobody is, or more than one.
    """
    with suppress(ValueError):
        return get_person(session, uuid.UUID(typed.strip()))
    badge = find_badge(session, typed)
    if badge is not None:
        return get_person(session, badge.person_id)
    wanted = fold(typed)
    people = [*list_people(session, typed), *list_people(session, deleted=True)]
    found = [it for it in people if wanted in {fold(it.name), fold(it.email)} - {""}]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError("erasure.nobody", typed=typed)
    names = "\n".join(f"{it.id}  {it.name}  {it.email}" for it in found[:_SHOWN])
    raise InputError("erasure.several", n=len(found), typed=typed, names=names)
