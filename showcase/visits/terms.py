"""What was searched for, without what a person is known by.

A word is written down when it stands in the catalogue, and the whole search or any other word only when five visits of
a station have asked for it: until the fifth asks there is a digest of it, keyed with a secret of the station, and a
digest of the visit. Whatever has a digit or an @ in it is never kept in any form.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from showcase.catalogue.kinds import Subject
from showcase.catalogue.search import known_words, words_of
from showcase.visits.entities import Asked, Term
from showcase.visits.kept import keep, recall

FEW: Final = 5
"""What fewer visits did is not told."""
_LONGEST: Final = 160
_MOST_WORDS: Final = 8
_FORGOTTEN_AFTER: Final = dt.timedelta(days=14)
_SECRET: Final = "terms_secret"  # noqa: S105 - the name of it


@dataclass(frozen=True, slots=True)
class Search:
    """What a visit searched for, whether it was found, and which of its words the catalogue has."""

    visit: int
    typed: str
    found: bool
    known: frozenset[str]


def words_that_are_public(session: Session, typed: str) -> frozenset[str]:
    """Return the words of a search that the catalogue has; names of people are not asked for.

    Args:
        session: of a reading of the event.
        typed: as typed.
    """
    return known_words(session, typed, [kind for kind in Subject if kind is not Subject.PERSON])


def note_searches(session: Session, searches: Sequence[Search], moment: dt.datetime) -> None:
    """Keep what may be kept of searches, and let go of digests that were not asked for again."""
    session.execute(delete(Asked).where(Asked.day < (moment - _FORGOTTEN_AFTER).date()))
    for search in searches:
        for term in _terms(search.typed):
            if term in search.known or _is_written(session, term, found=search.found):
                if _is_first(session, term, search, moment):
                    _write(session, term, search.found, moment.date(), 1)
            else:
                _ask(session, term, search, moment)


def _terms(typed: str) -> Iterator[str]:
    """Yield the whole of a search and its words, folded; nothing when a number or an address may be in it."""
    if "@" in typed or any(c.isdigit() or c.isnumeric() for c in typed):
        return
    words = words_of(typed)[:_MOST_WORDS]
    yield from dict.fromkeys(term for term in (" ".join(words), *words) if 1 < len(term) <= _LONGEST)


def _digests(session: Session, term: str, search: Search) -> tuple[bytes, bytes]:
    secret = recall(session, _SECRET)
    if secret is None:
        secret = secrets.token_hex(32)
        keep(session, _SECRET, secret)
    key = bytes.fromhex(secret)

    def digest(text: str) -> bytes:
        return hashlib.blake2b(text.encode(), key=key, digest_size=16).digest()

    return digest(f"{search.found:d}{term}"), digest(f"visit {search.visit}")


def _is_first(session: Session, term: str, search: Search, moment: dt.datetime) -> bool:
    """Tell whether a visit asks for something for the first time, and remember that it did."""
    key = _digests(session, term, search)
    if session.get(Asked, key) is not None:
        return False
    session.add(Asked(digest=key[0], visit=key[1], found=search.found, day=moment.date()))
    session.flush()
    return True


def _ask(session: Session, term: str, search: Search, moment: dt.datetime) -> None:
    """Count a visit that asked; the fifth writes the term down."""
    if not _is_first(session, term, search, moment):
        return
    digest = _digests(session, term, search)[0]
    visits = session.scalar(select(func.count()).where(Asked.digest == digest)) or 0
    if visits >= FEW:
        _write(session, term, search.found, moment.date(), visits)


def _is_written(session: Session, term: str, *, found: bool) -> bool:
    return session.scalar(select(Term.term).where(Term.term == term, Term.found == found).limit(1)) is not None


def _write(session: Session, term: str, found: bool, day: dt.date, visits: int) -> None:
    row = session.get(Term, (day, term, found))
    if row is None:
        session.add(Term(day=day, term=term, found=found, visits=visits))
    else:
        row.visits += visits
    session.flush()
