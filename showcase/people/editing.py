"""How people and the speakers of sessions are edited; whoever edits takes `editing` from here, and has them too."""

import uuid
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.editing import EDITORS, Aside, Editor
from showcase.catalogue.media import keep_media
from showcase.catalogue.picturing import ReadPicture
from showcase.people.edits import add_person, delete_person, restore_person, set_speakers, update_person
from showcase.people.entities import Person, SessionSpeaker
from showcase.people.fields import PERSON

__all__ = ["editing", "set_picture", "speakers_of_session"]


def speakers_of_session(session: Session, session_id: uuid.UUID) -> list[tuple[uuid.UUID, str]]:
    """Return (person, part) of the speakers of a session of the programme, in their order."""
    link = SessionSpeaker
    statement = (
        select(link.person_id, link.part)
        .join(Person, Person.id == link.person_id)
        .where(link.session_id == session_id, Person.deleted_at.is_(None))
        .order_by(link.position)
    )
    return [(person, part) for person, part in session.execute(statement)]


EDITORS["people"] = Editor(
    PERSON,
    add_person,
    update_person,
    delete_person,
    restore_person,
    copied=(
        *("family_name", "given_name", "name_order", "job_title", "organisation_id", "organisation_name"),
        *("country", "place", "role", "languages"),
    ),
)
_SESSIONS = EDITORS["sessions"]
EDITORS["sessions"] = replace(
    _SESSIONS,
    aside={**_SESSIONS.aside, "speakers": Aside(speakers_of_session, set_speakers)},
    copied=(*_SESSIONS.copied, "speakers"),
)


def set_picture(session: Session, table: str, row_id: uuid.UUID, field: str, picture: ReadPicture) -> None:
    """Keep a picture and show it as the logo or photograph of something.

    Raises:
        InputError: when there is no such thing.
    """
    media = keep_media(session, picture.full, picture.thumb, name=picture.name)
    editing.change(session, table, row_id, [Change(field, media.id)])
