"""Reads what is complete, partial and missing: a fixed number of statements, counted by the database itself.

What a record lacks is said by `showcase.catalogue.lacking`, as for the filters of lists: a number that is counted here
and the list that a click on it leads to hold the same records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Text, cast, exists, func, or_, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from showcase.catalogue.entities import Booth, Organisation, Product, ProgrammeSession
from showcase.catalogue.kinds import BoothKind, OrganisationKind, Role
from showcase.catalogue.lacking import REQUIRED, TEXTS, lacks
from showcase.catalogue.queries import get_event
from showcase.people.entities import Badge, BadgeEvent, Person
from showcase.people.kinds import BadgeEventKind
from showcase.reports.records import FIELDS, KindRow, Readiness, Share, Tally, TextRow

ASKED: Final = ("name", "description", "text", "picture", "topic", "seeks", "contact", "product")
"""What exhibitors would be asked for; the booth is given by the organisers."""
_PLAIN: Final = ("booth", "picture", "topic", "seeks", "contact")
"""The required fields of exhibitors that are no texts."""
_GIVEN: Final = (BoothKind.BOOTH, BoothKind.PAVILION, BoothKind.SUITE)
"""Places that are given to exhibitors; nobody waits for a stage or a cloakroom."""
_ENDED: Final = (BadgeEventKind.REVOKED, BadgeEventKind.REPLACED)


def read_readiness(session: Session) -> Readiness:
    """Return what is complete, partial and missing in the event."""
    event = get_event(session)
    texts = _texts(session, event.languages)
    exhibitors, complete = _exhibitors(session, event.languages)
    products = _count(session, Product, ("ready", *_texts_of(Product, event.languages), "picture"), event.languages)
    sessions = _count(session, ProgrammeSession, _texts_of(ProgrammeSession, event.languages), event.languages)
    people, badges, printed = _badges(session)
    required = (
        *(
            share
            for row in exhibitors.values()
            for share in row.shares(*_texts_of(Organisation, event.languages), *_PLAIN)
        ),
        *products.shares(*_texts_of(Product, event.languages), "picture"),
        *sessions.shares(*_texts_of(ProgrammeSession, event.languages)),
        *(Share(tally.full, texts["speakers"].count) for tally in texts["speakers"].languages.values()),
        Share(badges, people),
    )
    placed = sum(row.count - row.lacking["booth"] for row in exhibitors.values())
    exhibiting = sum(row.count for row in exhibitors.values())
    return Readiness(
        languages=event.languages,
        texts=tuple(row for row in texts.values() if row.count),
        kinds=tuple(
            KindRow(kind, row.count, {field: row.count - row.lacking[word] for field, word in FIELDS.items()})
            for kind, row in exhibitors.items()
        ),
        organisations=texts["organisations"].count,
        people=people,
        sessions=sessions.count,
        products=products.share("ready"),
        products_pictured=products.share("picture"),
        badges=Share(badges, people),
        printed=Share(printed, badges),
        booths=_booths(session),
        placed=Share(placed, exhibiting),
        exhibitors=Share(complete, exhibiting),
        required=Share(sum(share.done for share in required), sum(share.total for share in required)),
        has_address=bool(event.base_url),
    )


def _texts_of(table: type[Any], languages: Sequence[str]) -> list[str]:
    """Return each required text of an entity in each language, as `lacks` calls them."""
    return [f"{word}:{language}" for owner, word in REQUIRED if owner is table for language in languages]


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many records there are, and how many of them lack what."""

    count: int
    lacking: Mapping[str, int]

    def share(self, word: str) -> Share:
        return Share(self.count - self.lacking[word], self.count)

    def shares(self, *words: str) -> list[Share]:
        return [self.share(word) for word in words]


def _times(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Count the rows that meet a condition."""
    return func.count().filter(condition)


def _count(session: Session, table: type[Any], words: Sequence[str], languages: Sequence[str]) -> _Counted:
    columns = [_times(lacks(table, word, languages)) for word in words]
    row = session.execute(select(func.count(), *columns).select_from(table).where(table.deleted_at.is_(None))).one()
    return _Counted(row[0], dict(zip(words, row[1:], strict=True)))


def _exhibitors(session: Session, languages: Sequence[str]) -> tuple[dict[OrganisationKind, _Counted], int]:
    """Return the exhibitors by kind, and how many of all would be asked for nothing."""
    table = Organisation
    words = list(dict.fromkeys((*FIELDS.values(), *_texts_of(table, languages))))
    unready = select(Product.organisation_id).where(Product.deleted_at.is_(None), lacks(Product, "ready", languages))
    asked = or_(table.id.in_(unready), *(lacks(table, word, languages) for word in ASKED))
    statement = (
        select(table.kind, func.count(), _times(~asked), *(_times(lacks(table, word, languages)) for word in words))
        .where(table.deleted_at.is_(None), table.exhibits)
        .group_by(table.kind)
    )
    rows = {row[0]: row for row in session.execute(statement)}
    counted = {
        kind: _Counted(rows[kind][1], dict(zip(words, rows[kind][3:], strict=True)))
        for kind in OrganisationKind
        if kind in rows
    }
    return counted, sum(row[2] for row in rows.values())


def _texts(session: Session, languages: Sequence[str]) -> dict[str, TextRow]:
    rows = (
        _text_row(session, languages, "organisations", Organisation, TEXTS[Organisation]),
        _text_row(session, languages, "products", Product, TEXTS[Product]),
        _text_row(session, languages, "sessions", ProgrammeSession, TEXTS[ProgrammeSession]),
        _text_row(session, languages, "speakers", Person, (Person.job_title,), Person.role == Role.SPEAKER),
    )
    return {row.kind: row for row in rows}


def _text_row(
    session: Session,
    languages: Sequence[str],
    kind: str,
    table: type[Any],
    columns: Sequence[InstrumentedAttribute[Any]],
    *conditions: ColumnElement[bool],
) -> TextRow:
    """Count the records by how many of their texts are there; one that is empty in every language asks nothing."""
    texts = [type_coerce(column, Text) for column in columns]
    there = [_sum(_spoken(text, language) for text in texts).label(f"there_{language}") for language in languages]
    asked = _sum(text != "{}" for text in texts).label("asked")
    statement = select(func.count(), asked, *there).where(table.deleted_at.is_(None), *conditions)
    # There are few groups, and to group makes SQLite read the texts of a row once: nothing is as slow as reading JSON.
    groups = session.execute(statement.group_by(asked, *there)).all()
    tallies = {}
    for place, language in enumerate(languages, start=2):
        full = sum(row[0] for row in groups if 0 < row[place] == row[1])
        none = sum(row[0] for row in groups if not row[place])
        tallies[language] = Tally(full, sum(row[0] for row in groups) - full - none, none)
    return TextRow(kind, sum(row[0] for row in groups), tallies)


def _sum(conditions: Any) -> Any:
    """Count how many conditions a row meets."""
    first, *rest = (cast(condition, Integer) for condition in conditions)
    return sum(rest, first)


def _spoken(text: ColumnElement[str], language: str) -> ColumnElement[bool]:
    return func.coalesce(func.json_extract(text, f'$."{language}"'), "") != ""


def _booths(session: Session) -> Share:
    """Return how many of the places for exhibitors are taken."""
    alive = (Booth.deleted_at.is_(None), Booth.kind.in_(_GIVEN))
    row = session.execute(select(func.count(), _times(~lacks(Booth, "exhibitor", ()))).where(*alive)).one()
    return Share(row[1], row[0])


def _badges(session: Session) -> tuple[int, int, int]:
    """Return how many people there are, how many have what a badge needs, and how many of these badges were printed."""
    alive = Person.deleted_at.is_(None)
    named = or_(Person.family_name != "", Person.given_name != "")
    ended = select(BadgeEvent.badge_id).where(BadgeEvent.kind.in_(_ENDED))
    printed = select(BadgeEvent.badge_id).where(BadgeEvent.kind == BadgeEventKind.PRINTED)
    people = session.execute(select(func.count()).select_from(Person).where(alive)).scalar_one()
    statement = select(func.count(), _times(Badge.id.in_(printed))).where(
        Badge.id.not_in(ended), exists().where(Person.id == Badge.person_id, alive, named)
    )
    row = session.execute(statement).one()
    return people, row[0], row[1]
