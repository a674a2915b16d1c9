"""What a visitor who types a few words is answered: what fits best first, words that go on, and what is nearly it."""

import difflib
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Organisation, Product, ProgrammeSession
from showcase.catalogue.kinds import ProductKind, Subject
from showcase.catalogue.queries import list_organisations, list_products, list_sessions
from showcase.catalogue.search import Hit, count_found, found, known_words, search, words_of
from showcase.text import fold

KINDS: Final = ("product", "service", "organisation", "session")
"""What is found, in the order of the buttons."""
_SUBJECTS: Final[Mapping[str, Subject]] = {"organisation": Subject.ORGANISATION, "session": Subject.SESSION}
_TABLES: Final[Mapping[Subject, Any]] = {
    Subject.PRODUCT: Product,
    Subject.ORGANISATION: Organisation,
    Subject.SESSION: ProgrammeSession,
}
_RANKED: Final = 90
"""Hits of a kind that are looked at to find the best; a word that finds more is too short to have a best."""
_NEAR: Final = 3
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found.

    Attributes:
        counts: kind of KINDS -> how many, without those of none.
        records: the part that was asked for, the best first.
        endings: what was typed with the words that often follow it, with their accents.
        near: where nothing was found, other words that find something.
        known: the folded words typed that stand somewhere in the catalogue.
    """

    counts: Mapping[str, int]
    records: Sequence[Any]
    endings: Sequence[str] = ()
    near: Sequence[str] = ()
    known: frozenset[str] = frozenset()


def ask(
    session: Session, typed: str, shown: str = "", *, offset: int = 0, limit: int = 5, language: str = ""
) -> Answer:
    """Return what a few typed words find, the last one perhaps unfinished, with accents or without.

    Args:
        session: of a reading transaction.
        typed: anything at all.
        shown: only this kind, a word of KINDS; all when empty.
        offset: how many to leave out before.
        limit: the most records to return.
        language: of the titles that are compared; that of the event when there is none.
    """
    if not words_of(typed):
        return Answer({}, ())
    counts = _counts(session, typed)
    if not counts:
        known = known_words(session, typed, _TABLES)
        return Answer({}, (), near=_near(session, typed), known=known)
    by_kind = [(kind, search(session, typed, (kind,), _RANKED)) for kind in _wanted(shown)]
    hits = [hit for kind, some in by_kind for hit in _in_language(session, kind, some, language)]
    ranked = sorted(hits, key=lambda hit: _rank(hit, typed))
    return Answer(
        counts, _records(session, ranked, shown, offset, limit), _endings((hit.title for hit in ranked), typed)
    )


def _counts(session: Session, typed: str) -> dict[str, int]:
    """Return kind -> how many are found, without those of none."""
    condition = found(session, typed, Subject.PRODUCT, Product.search_key)
    statement = select(Product.kind, func.count()).where(condition, Product.deleted_at.is_(None)).group_by(Product.kind)
    counts = {kind.value: number for kind, number in session.execute(statement)}
    counts |= {kind: count_found(session, typed, subject) for kind, subject in _SUBJECTS.items()}
    return {kind: counts[kind] for kind in KINDS if counts.get(kind)}


def _wanted(shown: str) -> Sequence[Subject]:
    if shown in _SUBJECTS:
        return (_SUBJECTS[shown],)
    return (Subject.PRODUCT,) if shown else (Subject.PRODUCT, Subject.ORGANISATION, Subject.SESSION)


def _in_language(session: Session, kind: Subject, hits: Sequence[Hit], language: str) -> list[Hit]:
    """Return hits with their titles in a language, where they have one."""
    table = _TABLES[kind]
    name = table.title if kind is Subject.SESSION else table.name
    statement = select(table.id, name).where(table.id.in_([hit.id for hit in hits]))
    titles = {row[0]: row[1] for row in session.execute(statement)} if language and hits else {}
    return [hit._replace(title=titles.get(hit.id, {}).get(language) or hit.title) for hit in hits]


def _rank(hit: Hit, typed: str) -> tuple[int, int, int, str]:
    """Return how well a title fits: with the very accents, then without, then at its beginning."""
    title, asked = hit.title.casefold(), typed.strip().casefold()
    plain, words = fold(hit.title), fold(typed)
    at = plain.find(words)
    all_there = all(any(part.startswith(word) for part in plain.split()) for word in words.split())
    return (
        0 if asked in title and asked != words else 1 if at >= 0 else 2 if all_there else 3,
        at if at >= 0 else len(plain),
        0 if hit.kind is Subject.PRODUCT else 1,
        hit.title,
    )


def _records(session: Session, ranked: Sequence[Hit], shown: str, offset: int, limit: int) -> list[Any]:
    """Read the records of a part of the hits, in their order."""
    if shown in {"product", "service"}:  # the index does not tell one from the other
        ids = [hit.id for hit in ranked]
        kept = {record.id for record in list_products(session, ids=ids, kind=ProductKind(shown))}
        ranked = [hit for hit in ranked if hit.id in kept]
    part = ranked[offset : offset + limit]
    lists: Mapping[Subject, Any] = {
        Subject.PRODUCT: list_products,
        Subject.ORGANISATION: list_organisations,
        Subject.SESSION: list_sessions,
    }
    records: dict[uuid.UUID, Any] = {}
    for kind, read in lists.items():
        ids = [hit.id for hit in part if hit.kind is kind]
        records |= {record.id: record for record in read(session, ids=ids)} if ids else {}
    return [records[hit.id] for hit in part if hit.id in records]


def _endings(titles: Iterable[str], typed: str) -> list[str]:
    """Return what titles go on with after the words typed, the most frequent first."""
    asked = fold(typed).split()
    counted: Counter[str] = Counter()
    for title in titles:
        words = _WORD.findall(title)
        plain = [fold(word) for word in words]
        for start in range(len(words) - len(asked) + 1):
            part = plain[start : start + len(asked)]
            if part[:-1] == asked[:-1] and part[-1].startswith(asked[-1]):
                whole = part[-1] == asked[-1]
                for more in (1, 2) if whole else (0, 1):
                    end = start + len(asked) + more
                    if end <= len(words):
                        counted[" ".join(words[start:end]).lower()] += 1
    best = [text for text, _times in counted.most_common(12) if fold(text) != " ".join(asked)]
    return best[:_NEAR]


def _near(session: Session, typed: str) -> list[str]:
    """Return other words that find something: one left out, or one spelt as the catalogue spells it."""
    words = typed.split()
    tried = [" ".join(words[:place] + words[place + 1 :]) for place in range(len(words)) if len(words) > 1]
    for place, word in enumerate(words):
        tried += [" ".join((*words[:place], other, *words[place + 1 :])) for other in _spelt(session, word)]
        tried += _spelt(session, word) if len(words) > 1 else []
    near = [text for text in dict.fromkeys(tried) if text and _counts(session, text)]
    return near[:_NEAR]


def _spelt(session: Session, word: str) -> list[str]:
    """Return words of titles that are spelt nearly like one."""
    plain = fold(word)
    for length in range(min(3, len(plain)), 0, -1):
        titles = [hit.title for hit in search(session, plain[:length], (), _RANKED)]
        words = {fold(part): part.lower() for title in titles for part in _WORD.findall(title)}
        close = difflib.get_close_matches(plain, words, n=_NEAR, cutoff=0.6)
        if close:
            return [words[one] for one in close]
    return []
