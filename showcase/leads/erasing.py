"""Forgetting: what is personal goes and is overwritten, the facts stay."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from showcase.leads.entities import Holder, LeadFact, LeadWords
from showcase.leads.facts import list_facts
from showcase.leads.folding import that_count
from showcase.leads.kinds import CardState, Channel, FactKind
from showcase.leads.records import Fact

_BATCH: Final = 500


def forget(session: Session, subjects: Collection[str], scope: uuid.UUID | None = None) -> int:
    """Delete what is personal in the facts about some badges; return of how many facts.

    Args:
        session: of a writing transaction, of an event or a station.
        subjects: the badges.
        scope: of one exhibitor alone.
    """
    gone = 0
    wanted = list(subjects)
    # An event's file does not overwrite what it deletes by itself; a station's does.
    session.connection().exec_driver_sql("PRAGMA secure_delete=ON")
    for start in range(0, len(wanted), _BATCH):
        facts = select(LeadFact.id).where(LeadFact.subject.in_(wanted[start : start + _BATCH]))
        if scope is not None:
            facts = facts.where(LeadFact.scope == scope)
        ids = list(session.execute(facts.where(LeadFact.id.in_(select(LeadWords.fact_id)))).scalars())
        for first in range(0, len(ids), _BATCH):
            session.execute(delete(LeadWords).where(LeadWords.fact_id.in_(ids[first : first + _BATCH])))
        gone += len(ids)
    return gone


def forget_words(session: Session, traces: Collection[str]) -> int:
    """Delete what is personal in facts that name somebody, whosever badge they are about; return of how many.

    A code that was no badge may be a visiting card: what it said is kept with a scan that belongs to nobody.

    Args:
        session: of a writing transaction, of an event or a station.
        traces: what only this person is called by, such as an e-mail.
    """
    session.connection().exec_driver_sql("PRAGMA secure_delete=ON")
    wanted = [trace.casefold() for trace in traces if trace]
    ids = [
        row.fact_id
        for row in session.execute(select(LeadWords.fact_id, LeadWords.words))
        if any(trace in row.words.decode("utf-8", "replace").casefold() for trace in wanted)
    ]
    for start in range(0, len(ids), _BATCH):
        session.execute(delete(LeadWords).where(LeadWords.fact_id.in_(ids[start : start + _BATCH])))
    return len(ids)


def forget_at_exhibitors(session: Session) -> int:
    """Do what visitors asked exhibitors for, to be forgotten there; return of how many facts something went."""
    asked = select(LeadFact.subject).where(
        LeadFact.kind == FactKind.CONSENT.value, LeadFact.body["channel"].as_string() == Channel.ALL.value
    )
    said = list_facts(session, subjects=set(session.execute(asked).scalars()))
    return sum(forget(session, subjects, scope) for scope, subjects in _told_to_forget(said).items())


def withdrawn_at(session: Session) -> set[str]:
    """Return the badges of whom a station's list says that they withdrew."""
    statement = select(Holder.subject).where(Holder.state == CardState.WITHDRAWN.value)
    return set(session.execute(statement).scalars())


def _told_to_forget(facts: Iterable[Fact]) -> dict[uuid.UUID, set[str]]:
    grouped: defaultdict[tuple[uuid.UUID, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.scope, fact.subject].append(fact)
    found: defaultdict[uuid.UUID, set[str]] = defaultdict(set)
    for (scope, subject), group in grouped.items():
        last = [fact for fact in that_count(group) if fact.body.get("channel") == Channel.ALL.value]
        if last and not last[-1].body.get("given"):
            found[scope].add(subject)
    return found
