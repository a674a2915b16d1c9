"""How people and the speakers of sessions are edited, for `showcase.catalogue.editing`; importing it says so there."""

import uuid
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.editing import EDITORS, Aside, Editor
from showcase.people.edits import add_person, delete_person, restore_person, set_speakers, update_person
from showcase.people.entities import Person, SessionSpeaker
from showcase.people.fields import PERSON

__all__ = ["speakers_of_session"]


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
