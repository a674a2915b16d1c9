"""Which leads are wanted, in which order: pure, over facts of a station or of the whole event."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from showcase.leads.folding import badges_of, fold_lead
from showcase.leads.kinds import NO_LEADS, CardState, Channel
from showcase.leads.records import Card, Fact, Lead, Shown
from showcase.text import fold, sort_key

Cards = Callable[[Mapping[str, uuid.UUID | None]], Mapping[str, Shown]]
"""Subject and its badge -> what may be shown."""
_NOTHING: Final[Shown] = (None, CardState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which leads are wanted.

    Args:
        text: words that must all be found in name, organisation, details, notes, answers or number, without accents.
        least_rating: from 1 to 5; 0 takes unrated ones too.
        product: they are interested in.
        follow_up: a way they agreed to.
        sort: "last" worked on, "first" met, "name", "rating".
        descending: the other way round.
        withdrawn: those who want to be forgotten too.
        limit, offset: a page of the list; all of it without.
        language: whose alphabet sorts names.
    """

    text: str = ""
    least_rating: int = 0
    product: uuid.UUID | None = None
    follow_up: Channel | None = None
    sort: Literal["last", "first", "name", "rating"] = "last"
    descending: bool = True
    withdrawn: bool = False
    limit: int | None = None
    offset: int = 0
    language: str = "vi"


def all_leads(facts: Iterable[Fact], cards: Cards) -> list[Lead]:
    """Return the leads that facts of one exhibitor add up to, in no promised order; badges of one person are one."""
    grouped: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.subject and fact.kind not in NO_LEADS:
            grouped[fact.subject].append(fact)
    shown = cards(badges_of(fact for group in grouped.values() for fact in group))
    found = (_lead(subjects, grouped, shown) for subjects in people_of(grouped, shown))
    return [lead for lead in found if lead is not None]


def people_of(subjects: Iterable[str], shown: Mapping[str, Shown]) -> list[list[str]]:
    """Return the badges of each person together."""
    people: defaultdict[str, list[str]] = defaultdict(list)
    for subject in subjects:
        card = shown.get(subject, _NOTHING)[0]
        people[card.person if card else subject].append(subject)
    return list(people.values())


def wanted_of(leads: Iterable[Lead], wanted: Filter) -> list[Lead]:
    """Return the leads that are wanted, in the order they come in."""
    words = fold(wanted.text).split()
    return [lead for lead in leads if _is_wanted(lead, wanted, words)]


def ordered(leads: list[Lead], wanted: Filter) -> list[Lead]:
    """Return leads in the order that is wanted, or a page of them."""
    leads.sort(key=lambda lead: lead.last_at)
    match wanted.sort:
        case "first":
            leads.sort(key=lambda lead: lead.first_at)
        case "rating":
            leads.sort(key=lambda lead: lead.rating)
        case "name":
            leads.sort(key=lambda lead: (not lead.name, sort_key(_sorted_by(lead), wanted.language)))
        case "last":
            pass
    if wanted.descending:
        leads.reverse()
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return leads[wanted.offset : end]


def _sorted_by(lead: Lead) -> str:
    """Return the given name first: that is what Vietnamese names are sorted by."""
    card = lead.card
    return f"{card.given_name} {card.family_name}" if card and not lead.details.get("name") else lead.name


def _lead(subjects: list[str], grouped: Mapping[str, list[Fact]], shown: Mapping[str, Shown]) -> Lead | None:
    states = [shown.get(subject, _NOTHING) for subject in subjects]
    # Who withdrew has withdrawn for every badge they had.
    withdrawn = next((it for it in states if it[1] is CardState.WITHDRAWN), None)
    latest: tuple[Card | None, CardState] = withdrawn or next((it for it in reversed(states) if it[0]), states[0])
    return fold_lead([fact for subject in subjects for fact in grouped[subject]], *latest)


def _is_wanted(lead: Lead, wanted: Filter, words: list[str]) -> bool:
    return (
        (wanted.withdrawn or not lead.withdrawn)
        and lead.rating >= wanted.least_rating
        and (wanted.product is None or wanted.product in lead.products)
        and (wanted.follow_up is None or lead.follow_up.get(wanted.follow_up, False))
        and (not words or _holds(lead, words))
    )


def _holds(lead: Lead, words: list[str]) -> bool:
    parts = [lead.name, lead.number, lead.email, lead.phone, *lead.details.values()]
    parts += [note.text for note in lead.notes] + [answer.text for answer in lead.answers.values()]
    if lead.card:
        parts += [*lead.card.organisation.values(), *lead.card.job_title.values(), *lead.card.place.values()]
    whole = fold(" ".join(parts))
    return all(word in whole for word in words)
