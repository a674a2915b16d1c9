"""What the stations of an event counted, for who reads it next morning; no number under five is told.

Where a single number of a list is held back, the smallest of the others is held back too, so that nobody finds it by
subtracting. A held back number is None.
"""

import csv
import datetime as dt
import io
import statistics
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.kinds import Subject
from showcase.catalogue.search import list_hits
from showcase.visits.counting import DWELLS_S, Cell, Kind, read_tallies, subject
from showcase.visits.entities import Term
from showcase.visits.terms import FEW

Told = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Report:
    """What was counted. Keys of `opens` and `qr_shown` are subjects as `counting.subject` names them.

    `impressions` are slides of the attract loop, `wake_rate` the share of them that somebody touched; `left` is what a
    visit that timed out did last; `dwell_s` is the median time on a page that was opened.
    """

    impressions: int | None = None
    wakes: int | None = None
    wake_rate: float | None = None
    dwell_s: float | None = None
    kinds: Told = field(default_factory=dict)
    opens: Told = field(default_factory=dict)
    qr_shown: Told = field(default_factory=dict)
    languages: Told = field(default_factory=dict)
    left: Told = field(default_factory=dict)
    wakes_by_hour: Told = field(default_factory=dict)
    wakes_by_day: Told = field(default_factory=dict)
    searched: Told = field(default_factory=dict)
    not_found: Told = field(default_factory=dict)


def make_report(sessions: Iterable[Session], zone: str, day: dt.date | None = None) -> Report:
    """Return what stations counted, together.

    Args:
        sessions: one of each station, to read.
        zone: time zone of the event, by which hours and days are told.
        day: only this one.
    """
    numbers: Counter[Cell] = Counter()
    terms: Counter[tuple[bool, str]] = Counter()
    for session in sessions:
        numbers.update(read_tallies(session))
        for row in session.scalars(select(Term)):
            if day in {None, row.day}:
                terms[row.found, row.term] += row.visits
    local = ZoneInfo(zone)
    cells = {
        (moment, measure, cell): number
        for (hour, measure, cell), number in numbers.items()
        if day in {None, (moment := hour.astimezone(local)).date()}
    }

    def of(measure: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for (_, name, cell), number in cells.items():
            if name == measure:
                found[cell] += number
        return found

    kinds = of("kind")
    wakes, impressions = kinds[Kind.TOUCH_WAKE], kinds[Kind.ATTRACT_START]
    hours: Counter[str] = Counter()
    days: Counter[str] = Counter()
    for (moment, measure, cell), number in cells.items():
        if (measure, cell) == ("kind", Kind.TOUCH_WAKE):
            hours[f"{moment:%H}:00"] += number
            days[f"{moment:%Y-%m-%d}"] += number
    return Report(
        impressions=_told(impressions),
        wakes=_told(wakes),
        wake_rate=round(wakes / impressions, 4) if min(wakes, impressions) >= FEW else None,
        dwell_s=_median(of("dwell")),
        kinds=held_back(kinds),
        opens=held_back(of(Kind.OPEN)),
        qr_shown=held_back(of(Kind.QR_SHOWN)),
        languages=held_back(of("language")),
        left=held_back(of("left")),
        wakes_by_hour=dict(sorted(held_back(hours).items())),
        wakes_by_day=dict(sorted(held_back(days).items())),
        searched=held_back({term: number for (found, term), number in terms.items() if found}),
        not_found=held_back({term: number for (found, term), number in terms.items() if not found}),
    )


def held_back(numbers: Mapping[str, int]) -> Told:
    """Return numbers, the largest first, without those that are too small to tell or would give one away."""
    ordered = sorted(((key, number) for key, number in numbers.items() if number), key=lambda it: (-it[1], it[0]))
    few = sum(number < FEW for _, number in ordered)
    least = len(ordered) - (2 if few == 1 else few)
    return {key: number if place < least else None for place, (key, number) in enumerate(ordered)}


def titles_of(session: Session, report: Report) -> Mapping[str, str]:
    """Return the title of each subject of a report that is still in the catalogue.

    Args:
        session: of a reading of the event.
        report: whose opens and codes are to be told.
    """
    parts = [name.partition(":") for name in dict.fromkeys((*report.opens, *report.qr_shown))]
    known = [(Subject(kind), uuid.UUID(number)) for kind, _, number in parts if kind in set(Subject)]
    return {subject(hit.kind, hit.id): hit.title for hit in list_hits(session, known)}


def as_values(report: Report, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return a report as plain values for JSON, subjects with their titles."""
    values = asdict(report)
    for name in ("opens", "qr_shown"):
        values[name] = [
            {"subject": key, "title": titles.get(key, ""), "number": number} for key, number in values[name].items()
        ]
    return values


def as_csv(report: Report, titles: Mapping[str, str]) -> str:
    """Return a report as CSV: measure, what is counted, number; a number held back is empty."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["measure", "of", "title", "number"])
    writer.writerows(_rows(report, titles))
    return out.getvalue()


def _rows(report: Report, titles: Mapping[str, str]) -> Sequence[tuple[str, str, str, Any]]:
    rows: list[tuple[str, str, str, Any]] = []
    for name, value in asdict(report).items():
        if isinstance(value, dict):
            rows += [(name, key, titles.get(key, ""), number) for key, number in value.items()]
        else:
            rows.append((name, "", "", value))
    return rows


def _told(number: int) -> int | None:
    return number if number >= FEW or number == 0 else None


def _median(dwells: Counter[str]) -> float | None:
    """Return the median in seconds, the middle of the step it falls into; None for too few."""
    if dwells.total() < FEW:
        return None
    ends = dict(zip(DWELLS_S, (*DWELLS_S[1:], 2 * DWELLS_S[-1]), strict=True))
    middles = [(int(step) + ends[int(step)]) / 2 for step in dwells.elements()]
    return statistics.median(middles)
