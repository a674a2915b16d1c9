"""What a station's file knows, read in one transaction: ended badges, numbers, signs, and cards that may be opened."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from showcase.leads.entities import Ended, Holder, ScannerBase, StationThing
from showcase.leads.judging import Known
from showcase.leads.kinds import CardState
from showcase.leads.records import Shown, Thing
from showcase.leads.sealing import open_card
from showcase.people.kinds import BadgeState

_BATCH: Final = 500
_HOLDER: Final = ScannerBase.metadata.tables[Holder.__tablename__]
_END: Final = ScannerBase.metadata.tables[Ended.__tablename__]
_ENDED: Final = select(_END.c.kind, _END.c.at).where(_END.c.subject == bindparam("subject"))
_BY_NUMBER: Final = select(_HOLDER.c.subject, _HOLDER.c.role, _HOLDER.c.expires).where(
    _HOLDER.c.number == bindparam("number")
)
_HOLDERS: Final = select(_HOLDER.c.subject, _HOLDER.c.number, _HOLDER.c.state, _HOLDER.c.sealed).where(
    _HOLDER.c.subject.in_(bindparam("subjects", expanding=True))
)


class Shelf:
    """Answers `showcase.leads.judging.Knowledge`, and opens cards.

    Args:
        session: of the station.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[str, Any] = {}
        self._opened: dict[tuple[str, uuid.UUID | None], Shown] = {}

    def ended(self, subject: str) -> tuple[BadgeState, dt.datetime] | None:
        """Return how and when a badge ended, or None."""
        row = self._session.execute(_ENDED, {"subject": subject}).first()
        return None if row is None else (BadgeState(row.kind), dt.datetime.fromtimestamp(row.at, dt.UTC))

    def by_number(self, number: str) -> Known | None:
        """Return the badge with a number, or None."""
        row = self._session.execute(_BY_NUMBER, {"number": number}).first()
        return None if row is None else Known(row.subject, row.role, row.expires)

    def number_of(self, subject: str) -> str:
        """Return the number that is printed on a badge, "" of a badge the list does not know."""
        row = self._holders([subject])[subject]
        return "" if row is None else str(row.number)

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
        rows = self._holders(badges)
        for pair in badges.items():
            if pair not in self._opened:
                self._opened[pair] = _shown(rows[pair[0]], pair[1])
        return {pair[0]: self._opened[pair] for pair in badges.items()}

    def read_ahead(self, subjects: Iterable[str]) -> None:
        """Read what `cards` of these subjects needs, so that it can be asked when the session has ended."""
        self._holders(subjects)

    def card(self, subject: str, badge_id: uuid.UUID | None) -> Shown:
        """Return what may be shown of one subject."""
        return self.cards({subject: badge_id})[subject]

    def _holders(self, subjects: Iterable[str]) -> dict[str, Any]:
        """Return what the list has of each subject, None of those it does not know; each is read once."""
        wanted = list(subjects)
        unread = [subject for subject in wanted if subject not in self._held]
        for start in range(0, len(unread), _BATCH):
            part = unread[start : start + _BATCH]
            self._held |= dict.fromkeys(part)
            self._held |= {row.subject: row for row in self._session.execute(_HOLDERS, {"subjects": part})}
        return {subject: self._held[subject] for subject in wanted}


def _shown(row: Any, badge_id: uuid.UUID | None) -> Shown:
    if row is None:
        return None, CardState.UNKNOWN
    state = CardState(row.state)
    if state is not CardState.GIVEN or row.sealed is None:
        return None, state
    if badge_id is None:
        return None, CardState.SEALED
    card = open_card(badge_id, row.sealed)
    return (card, state) if card else (None, CardState.UNKNOWN)
