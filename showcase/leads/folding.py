"""What facts add up to.

Folding is pure and asks for no order, so that facts merged from many stations, once or twice, give one answer.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from showcase.leads.kinds import CardState, Channel, Direction, FactKind
from showcase.leads.records import Answer, Card, Fact, Inside, Lead, Note
from showcase.people.kinds import Role


@dataclass(frozen=True, slots=True)
class Folded:
    """The facts of one badge or of one person's badges in short."""

    scans: int
    day: str
    last_tick: int
    rating: int
    inside: bool
    entries: int
    exits: int


@dataclass(slots=True)
class _Sum:
    """What is gathered on the way through the facts."""

    met: list[Fact] = field(default_factory=list)
    stations: dict[uuid.UUID, None] = field(default_factory=dict)
    staff: dict[str, None] = field(default_factory=dict)
    rating: int = 0
    notes: dict[uuid.UUID, Note] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    products: dict[uuid.UUID, None] = field(default_factory=dict)
    follow_up: dict[Channel, bool] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    moves: list[Fact] = field(default_factory=list)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts in the one order that all stations agree on, each of them once."""
    once = {fact.id: fact for fact in facts}
    return sorted(once.values(), key=lambda fact: (fact.tick, fact.station.bytes, fact.seq, fact.id.bytes))


def that_count(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts that were not undone, in order, without the undoing. To undo an undoing makes a fact count."""
    ordered = in_order(facts)
    undoings: defaultdict[uuid.UUID, list[Fact]] = defaultdict(list)
    for fact in ordered:
        target = _target(fact)
        if target is not None:
            undoings[target].append(fact)

    def counts(fact: Fact, above: frozenset[uuid.UUID] = frozenset()) -> bool:
        """`above` keeps a circle, which only a forger could make, from going round for ever."""
        inner = above | {fact.id}
        return not any(counts(undoing, inner) for undoing in undoings[fact.id] if undoing.id not in inner)

    return [fact for fact in ordered if fact.kind is not FactKind.UNDO and counts(fact)]


def _target(fact: Fact) -> uuid.UUID | None:
    if fact.kind is not FactKind.UNDO:
        return None
    try:
        return uuid.UUID(str(fact.body.get("target", "")))
    except ValueError:
        return None


def fold(facts: Iterable[Fact]) -> Folded:
    """Return what the facts of one badge add up to, in short."""
    ordered = in_order(facts)
    found = _summed(that_count(ordered))
    moves = [fact.body["move"] for fact in found.moves]
    unseen = sum(bool(fact.body.get("left_unseen")) for fact in found.moves)
    return Folded(
        scans=len(found.met),
        day=found.met[0].local_day.isoformat() if found.met else "",
        last_tick=ordered[-1].tick if ordered else 0,
        rating=found.rating,
        inside=bool(moves) and moves[-1] == Direction.IN,
        entries=moves.count(Direction.IN),
        exits=moves.count(Direction.OUT) + unseen,
    )


def inside_since(facts: Iterable[Fact]) -> Inside | None:
    """Return since when and by which door somebody is inside, or None when they are not."""
    moves = _summed(that_count(facts)).moves
    last = moves[-1] if moves else None
    return Inside(last.at, last.place) if last is not None and last.body["move"] == Direction.IN else None


def fold_lead(facts: Iterable[Fact], card: Card | None = None, state: CardState = CardState.UNKNOWN) -> Lead | None:
    """Return the lead that the facts of one visitor at one exhibitor add up to, or None when nobody was met.

    Args:
        facts: of the visitor's badges, in any order, each once or more often.
        card: the visitor's, if it may be shown.
        state: whether it may.
    """
    found = _summed(that_count(facts))
    if not found.met:
        return None
    withdrawn = state is CardState.WITHDRAWN or found.follow_up.get(Channel.ALL) is False
    first, last = found.met[0], found.met[-1]
    role = card.role.value if card else next((fact.body.get("role") for fact in found.met if "role" in fact.body), None)
    return Lead(
        subject=first.subject,
        subjects=tuple(dict.fromkeys(fact.subject for fact in found.met)),
        number=next((str(fact.body["number"]) for fact in reversed(found.met) if fact.body.get("number")), ""),
        role=_role(role),
        card=None if withdrawn else card,
        card_state=CardState.WITHDRAWN if withdrawn else state,
        first_at=first.at,
        last_at=last.at,
        scans=len(found.met),
        stations=tuple(found.stations),
        staff=tuple(found.staff),
        rating=found.rating,
        notes=() if withdrawn else tuple(found.notes.values()),
        answers={} if withdrawn else found.answers,
        products=tuple(found.products),
        follow_up={} if withdrawn else found.follow_up,
        details={} if withdrawn else found.details,
        withdrawn=withdrawn,
    )


def _role(value: object) -> Role | None:
    return next((role for role in Role if role == value), None)


def _summed(facts: Iterable[Fact]) -> _Sum:
    """Go through facts that count, in order."""
    found = _Sum()
    for fact in facts:
        adding = _ADDING.get(fact.kind)
        if adding is not None:
            adding(found, fact)
    return found


def _scan(found: _Sum, fact: Fact) -> None:
    if "move" in fact.body:
        found.moves.append(fact)
    elif fact.verdict is not None and fact.verdict.makes_lead:
        found.met.append(fact)
        found.stations[fact.station] = None
        if fact.staff:
            found.staff[fact.staff] = None


def _move(found: _Sum, fact: Fact) -> None:
    if "move" in fact.body:
        found.moves.append(fact)


def _note(found: _Sum, fact: Fact) -> None:
    replaced = fact.body.get("replaces")
    if replaced is not None:
        # Two stations that change one note at once leave two: nothing anybody wrote goes by itself.
        found.notes.pop(uuid.UUID(replaced), None)
    if fact.text:
        found.notes[fact.id] = Note(fact.id, fact.text, fact.at, fact.staff)


def _rating(found: _Sum, fact: Fact) -> None:
    found.rating = int(fact.body.get("rating", 0))


def _answer(found: _Sum, fact: Fact) -> None:
    question = str(fact.body.get("question", ""))
    answer = Answer(fact.text, tuple(fact.body.get("options", ())))
    found.answers.pop(question, None)
    if answer != Answer():
        found.answers[question] = answer


def _interest(found: _Sum, fact: Fact) -> None:
    if fact.product_id is None:
        return
    found.products.pop(fact.product_id, None)
    if fact.body.get("on"):
        found.products[fact.product_id] = None


def _consent(found: _Sum, fact: Fact) -> None:
    channel = fact.body.get("channel")
    if channel in set(Channel):
        found.follow_up[Channel(str(channel))] = bool(fact.body.get("given"))


def _detail(found: _Sum, fact: Fact) -> None:
    name = str(fact.body.get("field", ""))
    found.details.pop(name, None)
    if fact.text:
        found.details[name] = fact.text


_ADDING: Final[Mapping[FactKind, Callable[[_Sum, Fact], None]]] = {
    FactKind.SCAN: _scan,
    FactKind.MOVE: _move,
    FactKind.NOTE: _note,
    FactKind.RATING: _rating,
    FactKind.ANSWER: _answer,
    FactKind.INTEREST: _interest,
    FactKind.CONSENT: _consent,
    FactKind.DETAIL: _detail,
}


def badges_of(facts: Iterable[Fact]) -> dict[str, uuid.UUID | None]:
    """Return subject -> its badge, where a fact has it."""
    found: dict[str, uuid.UUID | None] = {}
    for fact in facts:
        if fact.subject:
            found[fact.subject] = fact.badge_id or found.get(fact.subject)
    return found
