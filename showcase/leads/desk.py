"""Working on one station: transactions that keep the counts true, the clock, the list, and how it all stands."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.orm import Session

from showcase.leads import lists
from showcase.leads.clock import Ticker, Watch
from showcase.leads.erasing import forget_at_exhibitors
from showcase.leads.facts import Log, last_fact, list_facts
from showcase.leads.finding import all_leads
from showcase.leads.folding import badges_of
from showcase.leads.heads import Counts, latest_subjects, same_person
from showcase.leads.kinds import Clock, StationKind
from showcase.leads.records import Fact, Lead, Standing, StationInfo
from showcase.leads.shelf import Shelf
from showcase.leads.station import Station, generation
from showcase.visits.kept import recall

MERGED: Final = "merged"
"""Under this name a station keeps how many of its facts an office has taken in."""
OLD: Final = dt.timedelta(hours=4)
"""A list of ended badges that is older is worth a word."""
_RECENT: Final = 3


class Desk:
    """One station at work.

    Args:
        station: its file.
        ticker: the clocks.
    """

    def __init__(self, station: Station, *, ticker: Ticker | None = None) -> None:
        self._station = station
        self._info = station.info
        self._ticker = ticker or Ticker()
        self._watch = Watch(self._ticker)
        self._log = Log(station.info, self._ticker)
        self._counts: Counts | None = None
        self._generation = -1
        with self._writing() as session:  # what is counted in short is made now, and not while a visitor waits
            # Whoever wants nothing kept was shown no longer at once; until now it could have been taken back.
            forget_at_exhibitors(session)

    @property
    def info(self) -> StationInfo:
        """Which station it is."""
        return self._info

    @property
    def practice(self) -> bool:
        """Tell whether nothing that is noted counts."""
        return self._station.practice

    def standing(self) -> Standing:
        """Return how the station stands.

        Raises:
            FileError: the file cannot be read.
        """
        with self._station.reading() as session:
            stale = self._counts is None or generation(session) != self._generation
        if stale:
            with self._writing():
                pass
        with self._station.reading() as session:
            last = last_fact(session, self._info.id)
            recent = [self._lead(session, subject) for subject in latest_subjects(session, _RECENT)]
            merged = int(recall(session, MERGED) or 0)
        counts = self._counted
        day, age = self._today, self._ticker.now() - self._manifest.issued_at
        return Standing(
            leads_today=counts.leads_on(day),
            rated_high_today=counts.rated_high_on(day),
            leads=counts.leads,
            recent=tuple(lead for lead in recent if lead is not None),
            list_number=self._manifest.number,
            list_issued_at=self._manifest.issued_at,
            list_age=age,
            list_old=age > OLD,
            clock=self._watch.state(self._manifest.issued_at, None if last is None else last.at),
            last_saved_at=None if last is None else last.at,
            not_merged=max(0, (last.seq if last else 0) - merged),
            door=counts.door if self._info.kind is StationKind.DOOR else None,
        )

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        """Write; when it fails, what is counted in memory is forgotten with it."""
        try:
            with self._station.transaction() as session:
                if self._counts is None or generation(session) != self._generation:
                    self._read_anew(session)
                self._log.begin(session)
                yield session
        except BaseException:
            self._counts = None
            raise

    def _read_anew(self, session: Session) -> None:
        self._manifest, _ = lists.manifest_of(session)
        self._keys = lists.keys_of(session)
        about = lists.about_of(session)
        self._roles = about.roles
        self._counts = Counts(session, about.capacity)
        self._generation = generation(session)

    @property
    def _counted(self) -> Counts:
        assert self._counts is not None
        return self._counts

    @property
    def _today(self) -> str:
        moment = self._ticker.now()
        return (moment + dt.timedelta(minutes=self._ticker.offset_min(moment))).date().isoformat()

    def _clock(self) -> Clock:
        return self._watch.state(self._manifest.issued_at, self._log.last_at)

    def _visitor(self, session: Session, subject: str, badge_id: uuid.UUID | None = None) -> "Visitor":
        """Return what is known of who holds a badge."""
        return Visitor(session, Shelf(session), subject, badge_id)

    def _noted(self, session: Session, visitor: "Visitor", fact: Fact) -> None:
        """Keep the counts true after a fact was added."""
        visitor.facts.append(fact)
        self._counted.update(session, visitor.subjects, visitor.facts, visitor.person)

    def _lead(self, session: Session, subject: str) -> Lead | None:
        return self._visitor(session, subject).lead()


class Visitor:
    """Who holds a badge, as one transaction knows them: the facts of all their badges, and the card if it opens.

    Args:
        session: of the station.
        shelf: of the same transaction.
        subject: the badge.
        badge_id: the badge itself, when its code was read just now.
    """

    def __init__(self, session: Session, shelf: Shelf, subject: str, badge_id: uuid.UUID | None) -> None:
        self._shelf = shelf
        self.subject = subject
        card, _ = shelf.card(subject, badge_id)
        self.subjects = same_person(session, subject, card.person if card else "")
        self.facts = list_facts(session, subjects=self.subjects)
        self._badge_id = badge_id or badges_of(self.facts).get(subject)
        self.card, self.card_state = shelf.card(subject, self._badge_id)

    @property
    def person(self) -> str:
        """Who it is, "" where nobody knows."""
        return self.card.person if self.card else ""

    @property
    def number(self) -> str:
        """What is printed on the badge."""
        return self._shelf.number_of(self.subject)

    def lead(self) -> Lead | None:
        """Return what the facts add up to, None when nobody was met."""
        return next(iter(all_leads(self.facts, self._shelf.cards)), None)
