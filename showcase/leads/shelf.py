"""What a station's file knows, read in one transaction: ended badges, numbers, signs, and cards that may be opened."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.leads.entities import Ended, Holder, StationThing
from showcase.leads.judging import Known
from showcase.leads.kinds import CardState
from showcase.leads.records import Card, Fact, Thing
from showcase.leads.sealing import open_card
from showcase.people.kinds import BadgeState

_BATCH: Final = 500
Shown = tuple[Card | None, CardState]


class Shelf:
    """Answers `showcase.leads.judging.Knowledge`, and opens cards.

    Args:
        session: of the station.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def ended(self, subject: str) -> tuple[BadgeState, dt.datetime] | None:
        """Return how and when a badge ended, or None."""
        row = self._session.execute(select(Ended.kind, Ended.at).where(Ended.subject == subject)).first()
        return None if row is None else (BadgeState(row.kind), dt.datetime.fromtimestamp(row.at, dt.UTC))

    def by_number(self, number: str) -> Known | None:
        """Return the badge with a number, or None."""
        statement = select(Holder.subject, Holder.role, Holder.expires).where(Holder.number == number)
        row = self._session.execute(statement).first()
        return None if row is None else Known(row.subject, row.role, row.expires)

    def number_of(self, subject: str) -> str:
        """Return the number that is printed on a badge, "" of a badge the list does not know."""
        return self._session.execute(select(Holder.number).where(Holder.subject == subject)).scalar() or ""

    def thing(self, number: str) -> Thing | None:
        """Return what the sign with a number stands for, or None."""
        row = self._session.execute(select(StationThing.__table__).where(StationThing.number == number)).first()
        return None if row is None else Thing(row.kind, row.number, row.id, row.name, row.exhibitor, row.own)

    def own_products(self) -> list[Thing]:
        """Return the products of the exhibitor, in order."""
        statement = (
            select(StationThing.__table__)
            .where(StationThing.own, StationThing.kind == "P")
            .order_by(StationThing.position)
        )
        return [
            Thing(row.kind, row.number, row.id, row.name, row.exhibitor, row.own)
            for row in self._session.execute(statement)
        ]

    def cards(self, badges: Mapping[str, uuid.UUID | None]) -> dict[str, Shown]:
        """Return what may be shown of each subject, given the badge where its code was read."""
        found: dict[str, Shown] = dict.fromkeys(badges, (None, CardState.UNKNOWN))
        wanted = list(badges)
        for start in range(0, len(wanted), _BATCH):
            statement = select(Holder.subject, Holder.state, Holder.sealed).where(
                Holder.subject.in_(wanted[start : start + _BATCH])
            )
            for row in self._session.execute(statement):
                found[row.subject] = _shown(CardState(row.state), row.sealed, badges[row.subject])
        return found

    def card(self, subject: str, badge_id: uuid.UUID | None) -> Shown:
        """Return what may be shown of one subject."""
        return self.cards({subject: badge_id})[subject]


def badges_of(facts: Iterable[Fact]) -> dict[str, uuid.UUID | None]:
    """Return subject -> its badge, where a fact has it."""
    found: dict[str, uuid.UUID | None] = {}
    for fact in facts:
        if fact.subject:
            found[fact.subject] = fact.badge_id or found.get(fact.subject)
    return found


def _shown(state: CardState, sealed: bytes | None, badge_id: uuid.UUID | None) -> Shown:
    if state is not CardState.GIVEN or sealed is None:
        return None, state
    if badge_id is None:
        return None, CardState.SEALED
    card = open_card(badge_id, sealed)
    return (card, state) if card else (None, CardState.UNKNOWN)
