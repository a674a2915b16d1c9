"""What the badge desk asks for: finding people, their card, what is done to badges; runs in threads of the tasks."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from showcase.errors import RefusedError, UserError
from showcase.office import jobs
from showcase.office.signing import with_passphrase
from showcase.paths import badges_folder
from showcase.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from showcase.app import App
    from showcase.erasure.records import ErasureRecord
    from showcase.people.records import BadgeEventRecord, BadgeRecord, ConsentRecord, PersonRecord

Design = tuple[str, str]
"""The template and the sheet a badge is printed with."""
DESIGN: Final[Design] = ("badge-a6", "page")
LOST: Final = "lost"
NOTICE: Final = "desk-1"
"""The version of the words in which the desk asks for consent."""
_MOST: Final = 60
_TOKEN: Final = 221
"""Digits in the code of a badge."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found, how many there are in all, and what to say when a scanned or typed number leads to nobody."""

    people: tuple[PersonRecord, ...]
    total: int
    note: UserError | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A badge and what happened to it, in order."""

    badge: BadgeRecord
    events: tuple[BadgeEventRecord, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the desk shows of a person; `is_stale`: the live badge says something else than its last print."""

    person: PersonRecord
    stories: tuple[Story, ...]
    consents: Mapping[str, ConsentRecord]
    photo: bytes | None
    is_stale: bool


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who comes unannounced; `consents` are the purposes that were ticked."""

    family_name: str
    given_name: str
    role: str
    organisation: str
    organisation_id: uuid.UUID | None
    email: str
    country: str | None
    consents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A badge in its file."""

    badge: BadgeRecord
    file: Path


def find(app: App, typed: str, language: str) -> Found:
    """Return who is meant by a name, an organisation, an e-mail, or the number or code of a badge."""
    from showcase.people.queries import count_people, find_badge, get_person, list_people

    with app.reading() as session:
        badge = find_badge(session, typed)
        if badge is not None:
            return Found((get_person(session, badge.person_id),), 1)
        people = tuple(list_people(session, typed, limit=_MOST, language=language))
        total = count_people(session, typed) if len(people) == _MOST else len(people)
    return Found(people, total, None if people else _why_nobody(typed))


def _why_nobody(typed: str) -> UserError | None:
    from showcase.qr.payload import looks_like_number, parse_url, valid_number

    said = "".join(typed.split())
    if len(said) == _TOKEN and said.isdigit():
        return RefusedError("desk.code_unknown")
    if parse_url(said) is not None:
        return RefusedError("desk.code_of_sign")
    if looks_like_number(said):
        return RefusedError("desk.number_unknown" if valid_number(said) else "desk.number_mistyped", number=said)
    return None


def read_card(app: App, person_id: uuid.UUID) -> Card:
    """Return everything about a person, deleted or not.

    Raises:
        InputError: when there is nobody with this id.
    """
    from showcase.catalogue.queries import get_media_blob
    from showcase.documents.queries import list_badge_items
    from showcase.documents.staleness import compare
    from showcase.people.queries import get_person, list_badge_events, list_badges, list_consents

    with app.reading() as session:
        person = get_person(session, person_id)
        stories = [
            Story(badge, tuple(list_badge_events(session, badge.id))) for badge in list_badges(session, person_id)
        ]
        photo = get_media_blob(session, person.photo, "thumb") if person.photo else None
        items = list_badge_items(session, [person.badge.id]) if person.badge else []
        return Card(
            person,
            tuple(stories),
            {consent.purpose: consent for consent in list_consents(session, person_id)},
            photo,
            bool(compare(session, "badge", items).changed),
        )


def picture_badge(app: App, badge: uuid.UUID, template: str, px: int) -> QImage | None:
    """Paint a badge as it will be printed, without the sheet around it; None when it is dead by now."""
    prepared = jobs.prepare_badge(app, badge, (template, "page"))
    return jobs.picture_sheet(app, prepared, 0, px) if prepared.items else None


def last_design(app: App) -> Design:
    """Return the template and sheet badges were printed with last, as long as both are there."""
    from showcase.documents.history import list_print_jobs

    supplies = jobs.supplies(app)
    with app.reading() as session:
        last = list_print_jobs(session, limit=1, kind="badge")
    templates, stocks = {it.id for it in supplies.templates}, {it.id for it in supplies.stocks}
    known = last and last[0].template in templates and last[0].stock in stocks
    return (last[0].template, last[0].stock) if known else DESIGN


def issue(app: App, person_id: uuid.UUID, typed: str) -> BadgeRecord:
    """Issue a badge to somebody who has none.

    Raises:
        PassphraseError: when the passphrase is needed, or wrong.
        RefusedError: when they have one by now, or were deleted.
    """
    from showcase.people.queries import get_badge, get_person
    from showcase.printing.batch import issue_missing

    badges = with_passphrase(app, typed, lambda it: issue_missing(app, [person_id], it))
    with app.reading() as session:
        if badges:
            return get_badge(session, badges[0])
        person = get_person(session, person_id)
    raise RefusedError("desk.in_bin" if person.deleted_at else "desk.has_badge", name=person.name)


def reissue(app: App, badge_id: uuid.UUID, reason: str, typed: str) -> BadgeRecord:
    """Issue a new badge in place of one that is dead from now on.

    Raises:
        PassphraseError: when the passphrase is needed, or wrong.
        RefusedError: when the badge was revoked or replaced already, or the person was deleted.
    """
    from showcase.people.edits import get_signer, reissue_badge
    from showcase.people.queries import get_badge, get_person
    from showcase.store.journal import user_name

    def work(passphrase: str) -> BadgeRecord:
        with app.transaction() as session:
            person = get_person(session, get_badge(session, badge_id).person_id)
            if person.deleted_at:
                raise RefusedError("desk.in_bin", name=person.name)
            signer = get_signer(session, passphrase)
            return reissue_badge(session, badge_id, signer, reason=reason, station=user_name())

    return with_passphrase(app, typed, work)


def revoke(app: App, badge_id: uuid.UUID, reason: str) -> BadgeRecord:
    """Make a badge worthless, and return it.

    Raises:
        RefusedError: when it was revoked or replaced already.
    """
    from showcase.people.edits import revoke_badge
    from showcase.people.queries import get_badge
    from showcase.store.journal import user_name

    with app.transaction() as session:
        revoke_badge(session, badge_id, reason=reason, station=user_name())
        return get_badge(session, badge_id)


def print_badge(app: App, badge: BadgeRecord, design: Design, progress: Progress) -> Printed:
    """Print one badge into a file of its own among the documents, its code proven.

    Raises:
        RefusedError: when the badge fails preflight or proof, or is no longer the person's badge.
        UserError: when the file cannot be written.
    """
    prepared = jobs.prepare_badge(app, badge.id, design)
    if not prepared.items:
        raise RefusedError("desk.badge_dead", number=badge.number)
    file = _free_place(badge.number)
    jobs.print_file(app, prepared, file, allow_failed=False, progress=progress)
    return Printed(badge, file)


def _free_place(number: str) -> Path:
    """Return where the file of a badge goes; one that is there stays, as it may be open in a viewer."""
    from showcase.printing.files import plain_errors

    folder = badges_folder()
    with plain_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    copies = (folder / f"{number}{f'-{copy}' if copy > 1 else ''}.pdf" for copy in range(1, 10_000))
    return next(place for place in copies if not place.exists())


def list_namesakes(app: App, family_name: str, given_name: str, email: str) -> list[PersonRecord]:
    """Return who may be the same person as one who is being typed."""
    from showcase.people import queries

    with app.reading() as session:
        return queries.list_namesakes(session, family_name, given_name, email)


def add_walk_in(app: App, it: WalkIn, typed: str, language: str, *, same_allowed: bool) -> BadgeRecord:
    """Add somebody with a badge: both or nothing.

    Args:
        app: the open event.
        it: who comes.
        typed: the passphrase, "" where it is known.
        language: in which consent was asked for.
        same_allowed: there may be another of the same name or e-mail.

    Raises:
        PassphraseError: when the passphrase is needed, or wrong.
        RefusedError: when there is another, and that is not allowed.
        InputError: when a field cannot be taken.
    """
    from showcase.people import queries
    from showcase.people.editing import editing
    from showcase.people.edits import get_signer, issue_badges, record_consent

    def work(passphrase: str) -> BadgeRecord:
        with app.transaction() as session:
            same = queries.list_namesakes(session, it.family_name, it.given_name, it.email)
            if same and not same_allowed:
                raise RefusedError("desk.same_person", name=same[0].name)
            signer = get_signer(session, passphrase)
            person = editing.add(session, "people", _fields(app, it))
            for purpose in it.consents:
                record_consent(
                    session, person, purpose, given=True, notice_version=NOTICE, language=language, source="desk"
                )
            (badge,) = issue_badges(session, [person], signer)
            return badge

    return with_passphrase(app, typed, work)


def _fields(app: App, it: WalkIn) -> dict[str, object]:
    from showcase.exchange.names import order_of

    organisation = it.organisation_id or _organisation_called(app, it.organisation)
    return {
        "family_name": it.family_name,
        "given_name": it.given_name,
        "name_order": order_of(it.family_name, it.given_name, it.country).value,
        "role": it.role,
        "organisation_id": organisation,
        "organisation_name": "" if organisation else it.organisation,
        "email": it.email,
        "country": it.country,
    }


def _organisation_called(app: App, name: str) -> uuid.UUID | None:
    """Return the organisation of the catalogue that has just this name, accents aside."""
    from showcase.catalogue.queries import list_organisations
    from showcase.text import fold

    if not name:
        return None
    with app.reading() as session:
        found = list_organisations(session, name, limit=_MOST)
    same = (
        it.id for it in found if fold(name) in {fold(text) for text in (*it.name.values(), *it.short_name.values())}
    )
    return next(same, None)


def record_consent(app: App, person_id: uuid.UUID, purpose: str, language: str, *, given: bool) -> None:
    """Add the fact that somebody gave or withdrew consent at the desk.

    Raises:
        InputError: when the person is gone.
    """
    from showcase.people import edits

    with app.transaction() as session:
        edits.record_consent(
            session, person_id, purpose, given=given, notice_version=NOTICE, language=language, source="desk"
        )


def erase_with_stations(
    app: App, person_id: uuid.UUID, stations: Sequence[Path], typed: str, progress: Progress
) -> ErasureRecord:
    """Erase somebody from the event and from files of stations that are at hand.

    Raises:
        PassphraseError: when the passphrase is needed, or wrong; nothing was erased.
        FileError: a file cannot be written.
    """
    from showcase.erasure.doing import erase_person
    from showcase.people.edits import unlock_signer

    def work(passphrase: str) -> ErasureRecord:
        with app.reading() as session:
            signer = unlock_signer(session, passphrase)
        return erase_person(app.database, person_id, stations=stations, signer=signer, progress=progress)

    return with_passphrase(app, typed, work)
