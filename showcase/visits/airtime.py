"""Fair share of the attract loop: who has had the fewest turns is next, by chance among equals; the ledger proves it.

Turns are the place in the queue and slides are what was shown to its end. Who joins or comes back begins at the turns
of those who have had the fewest, so that nobody catches up on days they were not there for.
"""

import csv
import io
import random
import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.store.columns import now
from showcase.visits.entities import Airtime
from showcase.visits.kept import keep, recall

_LAST = "airtime_last"


@dataclass(frozen=True, slots=True)
class Share:
    """What an exhibitor had of the loop."""

    organisation_id: uuid.UUID
    slides: int
    shown_ms: int


def next_exhibitor(session: Session, present: Collection[uuid.UUID], *, seed: int = 0) -> uuid.UUID | None:
    """Return whose slide is next and give them the turn; None when nobody is present.

    Nobody comes twice running while somebody else is due as well. The same seed and history give the same choice.

    Args:
        session: of a station's transaction.
        present: the exhibitors that can be shown now.
        seed: of the chance among equals.
    """
    if not present:
        return None
    rows = {row.organisation_id: row for row in session.scalars(select(Airtime))}
    known = [rows[one].turns for one in present if one in rows]
    # Who was away stands behind the others: whoever has the most turns among the present sets how far back is fair.
    floor = max(known, default=0) - 1
    for one in present:
        if one not in rows:
            rows[one] = Airtime(organisation_id=one, turns=max(0, floor), slides=0, shown_ms=0)
            session.add(rows[one])
        rows[one].turns = max(rows[one].turns, floor)
    least = min(rows[one].turns for one in present)
    due = sorted(one for one in present if rows[one].turns == least)
    last = recall(session, _LAST)
    others = [one for one in due if one.hex != last] or due
    chosen = random.Random(f"{seed}:{sum(row.turns for row in rows.values())}").choice(others)  # noqa: S311 - no secret
    rows[chosen].turns += 1
    keep(session, _LAST, chosen.hex)
    return chosen


def note_shown(session: Session, organisation_id: uuid.UUID, shown_ms: int, *, whole: bool = True) -> None:
    """Write down that a slide was shown; one that a touch cut short counts by its time alone."""
    row = session.get(Airtime, organisation_id)
    if row is None:
        row = Airtime(organisation_id=organisation_id, turns=0, slides=0, shown_ms=0)
        session.add(row)
    row.slides += whole
    row.shown_ms += max(0, shown_ms)
    row.first_at = row.first_at or now()
    row.last_at = now()


def shares(session: Session) -> Sequence[Share]:
    """Return what each exhibitor had, the most first."""
    statement = select(Airtime).order_by(Airtime.shown_ms.desc(), Airtime.organisation_id)
    return [Share(row.organisation_id, row.slides, row.shown_ms) for row in session.scalars(statement)]


def ledger_of(sessions: Iterable[Session]) -> Sequence[Share]:
    """Return what each exhibitor had on all stations together, the most first."""
    slides: Counter[uuid.UUID] = Counter()
    shown_ms: Counter[uuid.UUID] = Counter()
    for session in sessions:
        for share in shares(session):
            slides[share.organisation_id] += share.slides
            shown_ms[share.organisation_id] += share.shown_ms
    ledger = [Share(one, slides[one], shown_ms[one]) for one in shown_ms]
    return sorted(ledger, key=lambda share: (-share.shown_ms, share.organisation_id))


def as_csv(ledger: Sequence[Share], names: Mapping[uuid.UUID, str]) -> str:
    """Return the ledger as CSV, times in seconds.

    Args:
        ledger: what each had.
        names: of the exhibitors that are still in the catalogue.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["organisation", "name", "slides", "seconds"])
    writer.writerows(
        (str(share.organisation_id), names.get(share.organisation_id, ""), share.slides, f"{share.shown_ms / 1000:.1f}")
        for share in ledger
    )
    return out.getvalue()
