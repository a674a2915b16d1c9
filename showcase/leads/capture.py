"""What a scanner does with what it reads: judge it, note it, and answer when it is on disk.

Every call is one transaction and returns after its commit. It is for a thread that may wait, never the window's.
"""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.leads.desk import Visitor
from showcase.leads.entities import LeadFact
from showcase.leads.facts import facts_by_id
from showcase.leads.folding import inside_since
from showcase.leads.judging import Circumstances, Judgement, judge
from showcase.leads.kinds import CardState, Clock, Direction, DoorAnswer, FactKind, Fault, Method, StationKind, Verdict
from showcase.leads.qualifying import Qualifying
from showcase.leads.records import Fact, FailedScan, Inside, Lead, Outcome, Shown, Thing
from showcase.leads.shelf import Shelf
from showcase.qr.payload import number_as_written

_INTEREST_LASTS: Final = dt.timedelta(minutes=5)
"""A product card that is scanned so long after a badge belongs to that visitor."""
_BLANKS: Final = "\r\n\0"
"""What serial scanners send behind a code."""
_BY_HAND: Final = frozenset({Method.TYPED, Method.CLIPBOARD})
"""A number comes so as people write it, in two groups."""
_CAME_TO_SOMETHING: Final = (Verdict.VALID, Verdict.SEEN, Verdict.INSIDE, Verdict.FULL, Verdict.CLOCK_SUSPECT)


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scan on its way to an outcome."""

    judged: Judgement
    moment: dt.datetime
    clock: Clock
    method: Method | None = None
    direction: Direction = Direction.IN
    staff: str = ""
    faults: tuple[Fault, ...] = ()
    raw: bytes = b""


class Capture(Qualifying):
    """The scanner of one station."""

    def read(
        self,
        text: str | bytes,
        method: Method,
        *,
        direction: Direction = Direction.IN,
        staff: str = "",
        faults: Collection[Fault] = (),
    ) -> Outcome:
        """Judge what was read and note it.

        Args:
            text: as it came; from a serial scanner as bytes.
            method: how it was read.
            direction: through a door.
            staff: who reads.
            faults: what the reader found wrong with the keys.

        Raises:
            FileError: it could not be noted, and counts as not scanned.
        """
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        spelt = raw.decode("utf-8", "replace").strip(_BLANKS)
        if method in _BY_HAND:
            spelt = number_as_written(spelt)
        with self._writing() as session:
            moment, clock = self._ticker.now(), self._clock()
            around = Circumstances(self._keys, self._info.event.token_number, moment, clock, direction, self._roles)
            judged = judge(spelt, around, Shelf(session), faults)
            scan = _Scan(judged, moment, clock, method, direction, staff, tuple(faults), raw)
            return self._noted_scan(session, scan)

    def admit(self, subject: str, *, staff: str = "") -> Outcome:
        """Let somebody in whom the verdict held back: a full hall, another door, a clock in doubt.

        Raises:
            FileError: it could not be noted.
        """
        return self._answered(subject, FactKind.MOVE, {"move": Direction.IN.value, "admitted": True}, staff)

    def door_answer(self, subject: str, answer: DoorAnswer, *, staff: str = "") -> Outcome:
        """Note what was found out about somebody who is inside already; who had left unseen is let in.

        Raises:
            FileError: it could not be noted.
        """
        if answer is DoorAnswer.LEFT_UNSEEN:
            body = {"move": Direction.IN.value, "left_unseen": True}
            return self._answered(subject, FactKind.MOVE, body, staff)
        return self._answered(subject, FactKind.REPORT, {"answer": answer.value}, staff)

    def failed(self, limit: int = 50) -> list[FailedScan]:
        """Return the last scans that came to nothing, the latest first."""
        with self._station.reading() as session:
            statement = (
                select(LeadFact.id)
                .where(LeadFact.station == self._info.id, LeadFact.kind == FactKind.SCAN)
                .where(LeadFact.verdict.not_in(_CAME_TO_SOMETHING))
                .order_by(LeadFact.seq.desc())
                .limit(limit)
            )
            ids = list(session.execute(statement).scalars())
            facts = facts_by_id(session, ids)
        return [
            FailedScan(fact.id, fact.at, fact.verdict, fact.words, _faults_of(fact))
            for fact in (facts[fact_id] for fact_id in ids)
            if fact.verdict is not None
        ]

    # Noting

    def _noted_scan(self, session: Session, scan: _Scan) -> Outcome:
        judged = scan.judged
        if judged.thing is not None:
            return self._thing(session, scan, judged.thing)
        if judged.verdict is Verdict.TEST:
            return self._outcome(scan, judged.verdict)
        if not judged.genuine:
            fact = self._add_scan(session, scan, judged.verdict, {}, words=scan.raw)
            return self._outcome(scan, judged.verdict, fact_id=fact.id)
        visitor = self._visitor(session, judged.subject, judged.badge_id)
        if self._info.kind is StationKind.DOOR:
            return self._at_door(session, scan, visitor)
        return self._at_booth(session, scan, visitor)

    def _at_booth(self, session: Session, scan: _Scan, visitor: Visitor) -> Outcome:
        verdict, before = scan.judged.verdict, visitor.lead()
        if verdict is Verdict.VALID and before is not None:
            verdict = Verdict.SEEN
        known = self._counted.leads_on(self._today)
        fact = self._note_visit(session, scan, visitor, verdict, {})
        nth = self._counted.leads_on(self._today)
        return self._outcome(
            scan,
            verdict,
            fact_id=fact.id,
            shown=_shown(visitor, verdict),
            lead=visitor.lead() if verdict.makes_lead else None,
            first_at=before.first_at if before else None,
            nth_today=nth if nth > known else None,
        )

    def _at_door(self, session: Session, scan: _Scan, visitor: Visitor) -> Outcome:
        verdict, inside = scan.judged.verdict, inside_since(visitor.facts)
        door = self._counted.door
        body: dict[str, Any] = {}
        if scan.direction is Direction.OUT:
            # Whoever leaves has left, whatever the badge is worth.
            if verdict is Verdict.VALID or inside is not None:
                body["move"] = Direction.OUT.value
        elif verdict is Verdict.VALID and inside is not None:
            verdict = Verdict.INSIDE
        elif verdict is Verdict.VALID and door.capacity is not None and door.inside >= door.capacity:
            verdict = Verdict.FULL
        elif verdict is Verdict.VALID:
            body["move"] = Direction.IN.value
        fact = self._note_visit(session, scan, visitor, verdict, body)
        return self._outcome(scan, verdict, fact_id=fact.id, shown=_shown(visitor, verdict), inside=inside)

    def _thing(self, session: Session, scan: _Scan, thing: Thing) -> Outcome:
        """Add a product whose card was scanned to who was scanned last; other signs change nothing."""
        product = thing if scan.judged.verdict is Verdict.PRODUCT else None
        lead, fact_id = None, None
        visitor = self._last_met(session, scan.moment) if product is not None and thing.own else None
        if visitor is not None:
            fact = self._log.add(
                session,
                FactKind.INTEREST,
                subject=visitor.subject,
                staff=scan.staff,
                product_id=thing.id,
                method=scan.method,
                body={"on": True},
            )
            self._noted(session, visitor, fact)
            lead, fact_id = visitor.lead(), fact.id
        return self._outcome(
            scan, scan.judged.verdict, fact_id=fact_id, lead=lead, product=product, sign=None if product else thing
        )

    def _answered(self, subject: str, kind: FactKind, body: dict[str, Any], staff: str) -> Outcome:
        with self._writing() as session:
            visitor = self._visitor(session, subject)
            inside = inside_since(visitor.facts)
            fact = self._log.add(session, kind, subject=subject, staff=staff, body=body)
            self._noted(session, visitor, fact)
            verdict = Verdict.VALID if kind is FactKind.MOVE else Verdict.INSIDE
            scan = _Scan(Judgement(verdict, subject), self._ticker.now(), self._clock())
            return self._outcome(scan, verdict, fact_id=fact.id, shown=_shown(visitor, verdict), inside=inside)

    def _note_visit(
        self, session: Session, scan: _Scan, visitor: Visitor, verdict: Verdict, body: dict[str, Any]
    ) -> Fact:
        role = scan.judged.role.value if scan.judged.role else ""
        body = {**body, "role": role, "number": scan.judged.number or visitor.number}
        failed = verdict not in _CAME_TO_SOMETHING
        fact = self._add_scan(session, scan, verdict, body, words=scan.raw if failed else None)
        self._noted(session, visitor, fact)
        return fact

    def _add_scan(
        self, session: Session, scan: _Scan, verdict: Verdict, body: dict[str, Any], *, words: bytes | None
    ) -> Fact:
        faults = {"faults": [fault.value for fault in scan.faults]} if scan.faults else {}
        return self._log.add(
            session,
            FactKind.SCAN,
            subject=scan.judged.subject,
            badge_id=scan.judged.badge_id,
            verdict=verdict,
            method=scan.method,
            staff=scan.staff,
            body={**body, **faults},
            words=words,
        )

    def _last_met(self, session: Session, moment: dt.datetime) -> Visitor | None:
        """Return who was scanned at this station a moment ago, if that still counts."""
        statement = (
            select(LeadFact.subject, LeadFact.at)
            .where(LeadFact.station == self._info.id, LeadFact.kind == FactKind.SCAN, LeadFact.subject != "")
            .order_by(LeadFact.seq.desc())
            .limit(1)
        )
        row = session.execute(statement).first()
        if row is None or abs(moment - row.at) > _INTEREST_LASTS:
            return None
        visitor = self._visitor(session, row.subject)
        return visitor if visitor.lead() is not None else None

    # Telling

    def _outcome(
        self,
        scan: _Scan,
        verdict: Verdict,
        *,
        fact_id: uuid.UUID | None = None,
        shown: Shown = (None, CardState.UNKNOWN),
        lead: Lead | None = None,
        first_at: dt.datetime | None = None,
        nth_today: int | None = None,
        product: Thing | None = None,
        sign: Thing | None = None,
        inside: Inside | None = None,
    ) -> Outcome:
        judged, manifest = scan.judged, self._manifest
        # Whoever told this exhibitor to forget them is shown no longer, though the organisers may know them.
        card, state = (None, CardState.WITHDRAWN) if lead is not None and lead.withdrawn else shown
        return Outcome(
            verdict=verdict,
            at=scan.moment,
            fact_id=fact_id,
            subject=judged.subject or (lead.subject if lead else None),
            role=judged.role,
            card=card,
            card_state=state,
            lead=lead,
            first_at=first_at,
            scans=lead.scans if lead else 0,
            nth_today=nth_today,
            ended_at=judged.ended_at,
            product=product,
            sign=sign,
            inside=inside,
            door=self._counted.door if self._info.kind is StationKind.DOOR else None,
            clock=scan.clock,
            list_number=manifest.number,
            list_age=scan.moment - manifest.issued_at,
            verified=judged.badge_id is not None,
            faults=scan.faults,
        )


def _shown(visitor: Visitor, verdict: Verdict) -> Shown:
    """Return the card, but never that of a badge which was refused."""
    if verdict in _CAME_TO_SOMETHING or verdict is Verdict.OTHER_DOOR:
        return visitor.card, visitor.card_state
    return None, CardState.UNKNOWN


def _faults_of(fact: Fact) -> tuple[Fault, ...]:
    noted = fact.body.get("faults", ())
    return tuple(fault for fault in Fault if fault in noted)
