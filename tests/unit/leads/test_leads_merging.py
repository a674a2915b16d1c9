"""Two stations of a booth and an office, in any order of scans, merges and updates: one truth, whoever is asked."""

import random
import uuid
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from showcase.leads.clock import Ticker
from showcase.leads.facts import Log, list_facts, write_facts
from showcase.leads.folding import fold, fold_lead, in_order, that_count
from showcase.leads.kinds import Channel, Direction, FactKind, Method, StationKind, Verdict
from showcase.leads.records import EventInfo, Fact, StationInfo
from showcase.store.base import Base

SCOPE = uuid.UUID(int=7)
EVENT = EventInfo(uuid.UUID(int=1), {}, "UTC", ("vi",), {}, 1, None)
SUBJECTS = ("a" * 32, "b" * 32)
PRODUCTS = (uuid.UUID(int=101), uuid.UUID(int=102))
TABLES = [Base.metadata.tables[name] for name in ("lead_facts", "lead_words")]


def station_info(number):
    return StationInfo(uuid.UUID(int=number), StationKind.BOOTH, "", "A12", SCOPE, {}, EVENT, None, ())


class WildTicker(Ticker):
    """A clock that jumps."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.moment = super().now()

    def now(self):
        from datetime import timedelta

        return self.moment + timedelta(hours=self.chance.uniform(-30, 30))


class File:
    """A file of facts in memory."""

    def __init__(self, number):
        self.engine = create_engine("sqlite://")
        Base.metadata.create_all(self.engine, tables=TABLES)
        self.log = Log(station_info(number), WildTicker(number))

    def add(self, kind, **more):
        with Session(self.engine) as session, session.begin():
            self.log.begin(session)
            return self.log.add(session, kind, **more)

    def facts(self):
        with Session(self.engine) as session:
            return list_facts(session)

    def take(self, facts):
        with Session(self.engine) as session, session.begin():
            return write_facts(session, facts)


def leads_of(facts):
    return {subject: fold_lead([fact for fact in facts if fact.subject == subject]) for subject in SUBJECTS}


def heads_of(facts):
    return {subject: fold([fact for fact in facts if fact.subject == subject]) for subject in SUBJECTS}


subjects = st.sampled_from(SUBJECTS)
sides = st.sampled_from([0, 1])
words = st.text("aăâđê ờ", max_size=12).map(str.encode)


class Stations(RuleBasedStateMachine):
    """Everything a booth does at two machines, against what one machine would have made of the same facts."""

    def __init__(self):
        super().__init__()
        self.files = [File(1), File(2), File(3)]
        self.ever: dict[uuid.UUID, Fact] = {}
        self.views: list[dict[uuid.UUID, Fact]] = [{}, {}, {}]

    @initialize()
    def begin(self):
        self.note(0, FactKind.SCAN, subject=SUBJECTS[0], verdict=Verdict.VALID, method=Method.WEDGE)

    def note(self, side, kind, **more):
        fact = self.files[side].add(kind, **more)
        self.ever[fact.id] = fact
        self.views[side][fact.id] = fact

    @rule(side=sides, subject=subjects, verdict=st.sampled_from([Verdict.VALID, Verdict.SEEN, Verdict.REVOKED]))
    def scan(self, side, subject, verdict):
        self.note(side, FactKind.SCAN, subject=subject, verdict=verdict, method=Method.CAMERA)

    @rule(side=sides, subject=subjects, move=st.sampled_from(Direction))
    def walk(self, side, subject, move):
        body = {"move": move.value}
        self.note(side, FactKind.SCAN, subject=subject, verdict=Verdict.VALID, method=Method.CAMERA, body=body)

    @rule(side=sides, subject=subjects, rating=st.integers(0, 5))
    def rate(self, side, subject, rating):
        self.note(side, FactKind.RATING, subject=subject, body={"rating": rating})

    @rule(side=sides, subject=subjects, said=words, data=st.data())
    def write(self, side, subject, said, data):
        own = [it for it in self.views[side].values() if it.kind is FactKind.NOTE and it.subject == subject]
        replaced = data.draw(st.sampled_from([None, *own]))
        body = {} if replaced is None else {"replaces": replaced.id.hex}
        self.note(side, FactKind.NOTE, subject=subject, body=body, words=said)

    @rule(side=sides, subject=subjects, product=st.sampled_from(PRODUCTS), on=st.booleans())
    def like(self, side, subject, product, on):
        self.note(side, FactKind.INTEREST, subject=subject, product_id=product, body={"on": on})

    @rule(side=sides, subject=subjects, channel=st.sampled_from(Channel), given=st.booleans())
    def consent(self, side, subject, channel, given):
        self.note(side, FactKind.CONSENT, subject=subject, body={"channel": channel.value, "given": given})

    @rule(side=sides, subject=subjects, said=words)
    def tell(self, side, subject, said):
        self.note(side, FactKind.DETAIL, subject=subject, body={"field": "name"}, words=said)

    @precondition(lambda self: all(self.views[:2]))
    @rule(side=sides, data=st.data())
    def undo(self, side, data):
        target = data.draw(st.sampled_from(sorted(self.views[side].values(), key=lambda it: it.id)))
        self.note(side, FactKind.UNDO, subject=target.subject, body={"target": target.id.hex})

    @rule(source=sides, times=st.integers(1, 2))
    def merge(self, source, times):
        before = len(self.files[2].facts())
        for _ in range(times):
            self.files[2].take(self.files[source].facts())
        self.views[2] |= self.views[source]
        assert len(self.files[2].facts()) >= before

    @rule(side=sides)
    def update(self, side):
        self.files[side].take(self.files[2].facts())
        self.views[side] |= self.views[2]

    @rule(source=sides)
    def lend(self, source):
        self.files[1 - source].take(self.files[source].facts())
        self.views[1 - source] |= self.views[source]

    @invariant()
    def every_file_holds_what_came_to_it_once(self):
        for file, view in zip(self.files, self.views, strict=True):
            facts = file.facts()
            assert {fact.id: fact for fact in facts} == view
            assert len(facts) == len(view)

    @invariant()
    def a_station_that_counts_up_keeps_its_order(self):
        for file in self.files:
            for number in (1, 2):
                own = [fact.seq for fact in in_order(file.facts()) if fact.station == uuid.UUID(int=number)]
                assert own == sorted(own)

    def teardown(self):
        """When all was brought to all, all say the same, and what one machine would have said."""
        for source in (0, 1):
            self.merge(source, 1)
        for side in (0, 1):
            self.update(side)
        whole = list(self.ever.values())
        random.Random(3).shuffle(whole)
        for file in self.files:
            facts = file.facts()
            assert leads_of(facts) == leads_of(whole) == leads_of(facts + whole)
            assert heads_of(facts) == heads_of(whole)
            file.engine.dispose()


TestStations = Stations.TestCase
TestStations.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)


def made(number, kind, target=None, tick=0):
    body = {} if target is None else {"target": uuid.UUID(int=target).hex}
    return Fact(
        uuid.UUID(int=number), SCOPE, uuid.UUID(int=1), number, tick or number, kind, SUBJECTS[0], None, Verdict.VALID,
        None, Ticker().now(), 0, 0, "", "", None, "", "", body,
    )  # fmt: skip


def test_undoing_an_undoing_makes_a_fact_count():
    scan, undo = made(1, FactKind.SCAN), made(2, FactKind.UNDO, 1)
    again, third = made(3, FactKind.UNDO, 2), made(4, FactKind.UNDO, 3)
    assert that_count([scan]) == [scan]
    assert that_count([undo, scan]) == []
    assert that_count([again, undo, scan]) == [scan]
    assert that_count([third, again, undo, scan]) == []


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=12))
def test_undoings_in_a_circle_come_to_an_end(pairs):
    facts = [made(number, FactKind.UNDO, target) for number, target in pairs]
    assert that_count([*facts, made(9, FactKind.SCAN)])[0].id == uuid.UUID(int=9)


def test_a_fact_counts_once_however_often_it_comes():
    scan = made(1, FactKind.SCAN)
    assert fold([scan, scan, replace(scan)]).scans == 1
