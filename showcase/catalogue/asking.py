"""What a visitor who types a few words is answered: what fits best first, words that go on, and what is nearly it."""

import difflib
import heapq
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from showcase.catalogue.entities import Organisation, Product, ProductTopic, ProgrammeSession, Topic
from showcase.catalogue.kinds import ProductKind, Subject
from showcase.catalogue.queries import list_organisations, list_products, list_sessions, list_topics
from showcase.catalogue.search import Hit, count_found, found, known_words, search, words_of
from showcase.text import fold

KINDS: Final = ("product", "service", "organisation", "session", "topic")
"""What is found, in the order of the buttons."""
_SUBJECTS: Final[Mapping[str, Subject]] = {"organisation": Subject.ORGANISATION, "session": Subject.SESSION}
_TABLES: Final[Mapping[Subject, Any]] = {
    Subject.PRODUCT: Product,
    Subject.ORGANISATION: Organisation,
    Subject.SESSION: ProgrammeSession,
    Subject.TOPIC: Topic,
}
_READ: Final = 300
"""Hits of a kind among which the best are looked for; the index gives them in no order that means anything."""
_RANKED: Final = 90
"""Hits of a kind that are compared by their titles in the language of the screen; what is left follows as it comes."""
_ALL: Final = 1_000_000
_NEAR: Final = 3
_CLOSE: Final = 0.74
"""How alike two words are that may be meant for each other: "mihn" and "minh", not "trafic" and "trail"."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found.

    Attributes:
        counts: kind of KINDS -> how many, without those of none.
        records: the part that was asked for, the best first; where nothing was found, up to three that are
            near, else the topics that hold most.
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
        near = _near(session, typed, language)
        return Answer({}, _nearest(session, near, language) or _main_topics(session), near=near, known=known)
    head = sorted(_best(session, typed, shown, language), key=lambda hit: _rank(hit, typed))
    ranked = [*head, *_rest(session, typed, shown, head)] if offset + limit > len(head) else head
    return Answer(
        counts,
        _records(session, ranked[offset : offset + limit]),
        _endings((hit.title for hit in head), typed),
    )


def _counts(session: Session, typed: str) -> dict[str, int]:
    """Return kind -> how many are found, without those of none."""
    condition = found(session, typed, Subject.PRODUCT, Product.search_key)
    statement = select(Product.kind, func.count()).where(condition, Product.deleted_at.is_(None)).group_by(Product.kind)
    counts = {kind.value: number for kind, number in session.execute(statement)}
    counts |= {kind: count_found(session, typed, subject) for kind, subject in _SUBJECTS.items()}
    counts["topic"] = len(_topics(session, typed))
    return {kind: counts[kind] for kind in KINDS if counts.get(kind)}


def _best(session: Session, typed: str, shown: str, language: str) -> list[Hit]:
    """Return the hits of each kind that fit best, with their titles in a language."""
    asked, words = typed.strip().casefold(), fold(typed)

    def nearly(hit: Hit) -> tuple[bool, bool]:
        return asked not in hit.title.casefold(), words not in fold(hit.title)

    hits: list[Hit] = []
    for kind, some in _hits(session, typed, shown, _READ):
        best = heapq.nsmallest(_RANKED, some, key=nearly) if len(some) > _RANKED else some
        hits += _in_language(session, kind, best, language)
    return hits


def _rest(session: Session, typed: str, shown: str, head: Sequence[Hit]) -> list[Hit]:
    """Return every other hit, for those who turn the pages to the end."""
    seen = {hit.id_hex for hit in head}
    return [hit for _kind, some in _hits(session, typed, shown, _ALL) for hit in some if hit.id_hex not in seen]


def _hits(session: Session, typed: str, shown: str, limit: int) -> list[tuple[Subject, list[Hit]]]:
    """Return the hits of the kinds that are shown; more of them begin with what fewer begin with."""
    if shown in _SUBJECTS:
        return [(_SUBJECTS[shown], search(session, typed, (_SUBJECTS[shown],), limit))]
    if shown == "topic":
        return [(Subject.TOPIC, _topics(session, typed))]
    if shown:
        return [(Subject.PRODUCT, _products(session, typed, ProductKind(shown), limit))]
    kinds = (Subject.PRODUCT, *_SUBJECTS.values())
    return [
        *((kind, search(session, typed, (kind,), limit)) for kind in kinds),
        (Subject.TOPIC, _topics(session, typed)),
    ]


def _products(session: Session, typed: str, kind: ProductKind, limit: int) -> list[Hit]:
    """Return products or services alone, which the index does not tell apart."""
    condition = found(session, typed, Subject.PRODUCT, Product.search_key)
    return _read_hits(session, Subject.PRODUCT, condition & (Product.kind == kind), limit)


def _topics(session: Session, typed: str) -> list[Hit]:
    """Return topics that something is filed under."""
    filed = exists().where(
        ProductTopic.topic_id == Topic.id, ProductTopic.product_id == Product.id, Product.deleted_at.is_(None)
    )
    return _read_hits(session, Subject.TOPIC, found(session, typed, Subject.TOPIC, Topic.search_key) & filed, _ALL)


def _read_hits(session: Session, kind: Subject, condition: ColumnElement[bool], limit: int) -> list[Hit]:
    table = _TABLES[kind]
    statement = select(table.id, table.name).where(condition, table.deleted_at.is_(None))
    rows = session.execute(statement.order_by(table.search_key).limit(limit))
    return [Hit(kind.value, key.hex, next(iter(name.values()), "")) for key, name in rows]


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


def _records(session: Session, hits: Sequence[Hit]) -> list[Any]:
    """Read the records of hits, in their order."""
    lists: Mapping[Subject, Any] = {
        Subject.PRODUCT: list_products,
        Subject.ORGANISATION: list_organisations,
        Subject.SESSION: list_sessions,
        Subject.TOPIC: list_topics,
    }
    records: dict[uuid.UUID, Any] = {}
    for kind, read in lists.items():
        ids = [hit.id for hit in hits if hit.kind is kind]
        records |= {record.id: record for record in read(session, ids=ids)} if ids else {}
    return [records[hit.id] for hit in hits if hit.id in records]


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


def _near(session: Session, typed: str, language: str) -> list[str]:
    """Return other words that find something: one spelt as the catalogue spells it, or one left out."""
    words = typed.split()
    spelt = {word: _spelt(session, word, language) for word in words}
    tried = [
        " ".join((*words[:place], other, *words[place + 1 :]))
        for place, word in enumerate(words)
        for other in spelt[word]
    ]
    if len(words) > 1:
        tried += [" ".join(words[:place] + words[place + 1 :]) for place in range(len(words))]
        tried += [other for word in words for other in spelt[word]]
    near = [text for text in dict.fromkeys(tried) if text and _counts(session, text)]
    return near[:_NEAR]


def _nearest(session: Session, near: Sequence[str], language: str) -> list[Any]:
    """Return the best record of each of other words, then what else the first of them find."""
    found_by = [ask(session, text, limit=_NEAR, language=language).records for text in near]
    firsts = [record for records in found_by for record in records[:1]]
    others = [record for records in found_by for record in records[1:]]
    return list({record.id: record for record in (*firsts, *others)}.values())[:_NEAR]


def _main_topics(session: Session) -> list[Any]:
    topics = [topic for topic in list_topics(session) if topic.products and topic.parent_id is None]
    return sorted(topics, key=lambda topic: -topic.products)[:_NEAR]


def _spelt(session: Session, word: str, language: str) -> list[str]:
    """Return words of titles, in a language that are spelt nearly like one."""
    plain = fold(word)
    for length in range(min(3, len(plain)), 0, -1):
        by_kind = [(kind, search(session, plain[:length], (kind,), _RANKED)) for kind in _TABLES]
        hits = [hit for kind, some in by_kind for hit in _in_language(session, kind, some, language)]
        titles = [hit.title for hit in hits]
        words = {fold(part): part.lower() for title in titles for part in _WORD.findall(title)}
        close = difflib.get_close_matches(plain, words, n=_NEAR, cutoff=_CLOSE)
        if close:
            return [words[one] for one in close]
    return []
