"""What an exhibitor adds to a lead: notes, ratings, answers, products, consent; every word of it is a fact."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from showcase.errors import InputError
from showcase.leads import asking
from showcase.leads.desk import Desk
from showcase.leads.entities import LeadFact
from showcase.leads.facts import MOST_WORDS, badges_met, facts_by_id, list_facts
from showcase.leads.finding import Filter, all_leads, ordered, people_of, wanted_of
from showcase.leads.folding import that_count
from showcase.leads.kinds import Channel, FactKind
from showcase.leads.records import DETAIL_FIELDS, Fact, Form, Lead, Thing, Undone
from showcase.leads.shelf import Shelf
from showcase.text import clean

_LOOKED_BACK: Final = 200
"""Facts among which the last that can be undone is looked for."""
_AT_A_TIME: Final = 500
"""Badges whose facts are read at a time for the list."""
_PERSONAL: Final = frozenset({FactKind.NOTE, FactKind.RATING, FactKind.ANSWER, FactKind.INTEREST, FactKind.DETAIL})
"""What nothing is noted of about somebody who wants nothing kept."""
_UNDOABLE: Final = frozenset(FactKind) - {FactKind.UNDO, FactKind.FORM, FactKind.REPORT, FactKind.EXPORT}


class Qualifying(Desk):
    """A station whose leads are worked on. Every call that changes something is on disk when it returns."""

    def note(self, subject: str, text: str, *, replaces: uuid.UUID | None = None, staff: str = "") -> Lead:
        """Add a note to a lead, or put one in place of another; an empty text takes that away.

        Raises:
            InputError: the note is too long, or there is no such lead.
            FileError: it could not be noted.
        """
        body = {} if replaces is None else {"replaces": replaces.hex}
        return self._add(subject, FactKind.NOTE, staff, body, words=_words(text))

    def rate(self, subject: str, rating: int, *, staff: str = "") -> Lead:
        """Rate a lead from 1 to 5; 0 takes the rating away.

        Raises:
            InputError: there is no such lead.
            FileError: it could not be noted.
            ValueError: there is no such rating, which is a bug.
        """
        if rating not in range(asking.RATINGS + 1):
            raise ValueError(rating)
        return self._add(subject, FactKind.RATING, staff, {"rating": rating})

    def answer(self, subject: str, question: str, said: str | Sequence[str], *, staff: str = "") -> Lead:
        """Answer a question of the form: with a text, or with ids of its options; nothing takes the answer away.

        Raises:
            InputError: the form has no such question or option, or there is no such lead.
            FileError: it could not be noted.
        """
        options = asking.checked_answer(self.form(), question, said)
        if options is not None:
            return self._add(subject, FactKind.ANSWER, staff, {"question": question, "options": list(options)})
        return self._add(subject, FactKind.ANSWER, staff, {"question": question}, words=_words(str(said)))

    def interest(self, subject: str, product_id: uuid.UUID, *, on: bool, staff: str = "") -> Lead:
        """Note that a visitor is interested in a product, or no longer.

        Raises:
            InputError: there is no such lead.
            FileError: it could not be noted.
        """
        return self._add(subject, FactKind.INTEREST, staff, {"on": on}, product_id=product_id)

    def consent(
        self, subject: str, channel: Channel, *, given: bool, notice: str, language: str, staff: str = ""
    ) -> Lead:
        """Note that a visitor agreed to be followed up in one way, or took that back.

        Args:
            subject: of the lead.
            channel: the way.
            given: what was said.
            notice: version of the words they were asked with.
            language: of these words.
            staff: who asked.

        Raises:
            InputError: there is no such lead.
            FileError: it could not be noted.
        """
        body = {"channel": channel.value, "given": given, "notice": notice, "language": language}
        return self._add(subject, FactKind.CONSENT, staff, body)

    def detail(self, subject: str, field: str, value: str, *, staff: str = "") -> Lead:
        """Note what a visitor says about themselves; an empty text takes it away.

        Raises:
            InputError: the text is too long, or there is no such lead.
            FileError: it could not be noted.
            ValueError: there is no such field, which is a bug.
        """
        if field not in DETAIL_FIELDS:
            raise ValueError(field)
        return self._add(subject, FactKind.DETAIL, staff, {"field": field}, words=_words(value))

    def undo(self, fact_id: uuid.UUID | None = None, *, staff: str = "") -> Undone | None:
        """Make a fact of this station not count; without one, the last that counts. None when there is none.

        Raises:
            FileError: it could not be noted.
        """
        with self._writing() as session:
            latest = (
                select(LeadFact.id)
                .where(LeadFact.station == self._info.id)
                .order_by(LeadFact.seq.desc())
                .limit(_LOOKED_BACK)
            )
            ids = list(session.execute(latest).scalars())
            counting = {fact.id: fact for fact in that_count(facts_by_id(session, ids).values()) if _can_go(fact)}
            fact = counting.get(
                next((it for it in ids if it in counting), uuid.UUID(int=0)) if fact_id is None else fact_id
            )
            if fact is None:
                return None
            visitor = self._visitor(session, fact.subject)
            body = {"target": fact.id.hex}
            self._noted(
                session, visitor, self._log.add(session, FactKind.UNDO, subject=fact.subject, staff=staff, body=body)
            )
            return Undone(fact.kind, visitor.lead())

    def set_form(self, form: Form, *, staff: str = "") -> Form:
        """Put a form in place of the one there, and return it as kept.

        Raises:
            InputError: something in it cannot be kept.
            FileError: it could not be noted.
        """
        kept = asking.checked_form(form)
        with self._writing() as session:
            self._log.add(session, FactKind.FORM, staff=staff, body=asking.as_plain(kept))
        return kept

    def note_export(self, file: str, leads: int, named: int, *, staff: str = "") -> None:
        """Note that a pack was written, so that whoever erases somebody can name it.

        Args:
            file: its name, without the folder.
            leads: how many are in it.
            named: how many of them with a name.
            staff: who wrote it.

        Raises:
            FileError: it could not be noted.
        """
        body = {"file": file, "leads": leads, "named": named}
        with self._writing() as session:
            self._log.add(session, FactKind.EXPORT, staff=staff, body=body)

    def form(self) -> Form:
        """Return the exhibitor's rating words and questions."""
        with self._station.reading() as session:
            return asking.latest_form(list_facts(session, kinds=[FactKind.FORM]))

    def leads(self, wanted: Filter | None = None) -> list[Lead]:
        """Return the leads that are wanted; all of them, the one worked on last first, without a filter."""
        asked = wanted or Filter()
        with self._station.reading() as session:
            badges, shelf = badges_met(session), Shelf(session)
            shelf.read_ahead(badges)
        # With a rollback journal, whoever reads keeps a scan from its commit: it is read in parts, and not all is held.
        shown, found = shelf.cards(badges), []
        for part in _parts(people_of(badges, shown)):
            with self._station.reading() as session:
                facts = sorted(list_facts(session, subjects=part), key=lambda fact: fact.tick)
            found += wanted_of(all_leads(facts, lambda them: {it: shown[it] for it in them if it in shown}), asked)
        return ordered(found, asked)

    def lead(self, subject: str) -> Lead | None:
        """Return one lead, or None when nobody was met."""
        with self._station.reading() as session:
            return self._lead(session, subject)

    def products(self) -> list[Thing]:
        """Return the exhibitor's products, in order."""
        with self._station.reading() as session:
            return Shelf(session).own_products()

    def _add(
        self,
        subject: str,
        kind: FactKind,
        staff: str,
        body: Mapping[str, Any],
        *,
        product_id: uuid.UUID | None = None,
        words: bytes | None = None,
    ) -> Lead:
        with self._writing() as session:
            visitor = self._visitor(session, subject)
            if (before := visitor.lead()) is None:
                raise InputError("leads.lead_gone")
            if before.withdrawn and kind in _PERSONAL:
                raise InputError("leads.nothing_kept")
            fact = self._log.add(
                session, kind, subject=subject, staff=staff, product_id=product_id, body=body, words=words
            )
            self._noted(session, visitor, fact)
            lead = visitor.lead()
        assert lead is not None
        return lead


def _parts(people: Iterable[list[str]]) -> Iterator[list[str]]:
    """Give the badges of some people at a time; those of one person stay together."""
    part: list[str] = []
    for subjects in people:
        part += subjects
        if len(part) >= _AT_A_TIME:
            yield part
            part = []
    if part:
        yield part


def _can_go(fact: Fact) -> bool:
    """Tell whether there is something to undo: a scan that came to nothing changed nothing."""
    if fact.kind is FactKind.SCAN:
        return "move" in fact.body or (fact.verdict is not None and fact.verdict.makes_lead)
    return fact.kind in _UNDOABLE


def _words(text: str) -> bytes:
    words = clean(text).encode()
    if len(words) > MOST_WORDS:
        raise InputError("leads.words_long", limit=MOST_WORDS)
    return words
