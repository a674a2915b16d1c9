"""Import a list: plan what each row would do, look at the plan, then write it in one transaction or not at all."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.catalogue.queries import get_event
from showcase.errors import InputError, UserError
from showcase.exchange.applying import Change, Writer
from showcase.exchange.columns import Columns, Kind, Match, Unused, map_columns
from showcase.exchange.exhibitors import read_exhibitor
from showcase.exchange.matching import changes, find, find_same, join_rows
from showcase.exchange.people_rows import read_person
from showcase.exchange.products import read_product
from showcase.exchange.records import Reader, Record
from showcase.exchange.sheets import read_table
from showcase.exchange.stored import KEPT, Holdings, Owners, Stamp, Stored, load, load_owners, stamp
from showcase.exchange.table import Row, Table
from showcase.people.kinds import Role
from showcase.progress import Progress, no_progress
from showcase.store.backup import back_up, drop_backup
from showcase.store.database import Database
from showcase.store.journal import describe, label


class Verdict(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
"""Shared by the many rows that change nothing."""


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """What becomes of one row and why.

    `reason` says why a row is rejected; `same_as` is the line of an earlier row that this one only repeats or adds to;
    `before` and `after` hold what a changed row changes.
    """

    line: int
    title: str
    verdict: Verdict
    reason: UserError | None = None
    same_as: int | None = None
    before: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    after: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list would do to the event; nothing is written yet."""

    table: Table
    kind: Kind
    columns: Columns
    languages: Sequence[str]
    rows: Sequence[RowVerdict]
    """One for each row below the headings, in order."""
    new: Sequence[Record]
    changed: Sequence[Change]
    made_on: Stamp

    def count(self, verdict: Verdict) -> int:
        """Return how many rows have a verdict."""
        return Counter(row.verdict for row in self.rows)[verdict]

    @property
    def writes(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.new or self.changed)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with `dry_run` would do. The four numbers add up to the rows of the list."""

    added: int
    changed: int
    unchanged: int
    rejected: int
    rejected_rows: Sequence[RowVerdict]
    encoding: str
    """"" for XLSX."""
    guessed: bool
    """The file did not say its encoding: look at some rows."""
    sheet: str
    other_sheets: Sequence[str]
    used: Sequence[Match]
    unused: Sequence[Unused]
    written: bool
    backup: Path | None = None


def plan(
    session: Session,
    table: Table,
    kind: Kind | str,
    *,
    role: Role | None = None,
    language: str | None = None,
    progress: Progress = no_progress,
) -> Plan:
    """Return what a list would do to the event as `plan_aside` does, inside one transaction of the caller."""
    return plan_aside(lambda: nullcontext(session), table, kind, role=role, language=language, progress=progress)


def plan_aside(
    reading: Callable[[], AbstractContextManager[Session]],
    table: Table,
    kind: Kind | str,
    *,
    role: Role | None = None,
    language: str | None = None,
    progress: Progress = no_progress,
) -> Plan:
    """Return what a list would do to the event, row by row, and write nothing.

    Others can write while the rows are read and compared: the event is read before and between, each time for moments.
    If they do, the plan is outdated, as `apply` tells.

    Args:
        reading: opens a session to read.
        table: the list.
        kind: what it holds: exhibitors, people or products.
        role: of new people whose row names none.
        language: of texts whose heading names none; None: the language of most headings.
        progress: called with (rows read, rows).

    Raises:
        InputError: when the list as a whole cannot be taken: no headings, no rows, no column for the name.
    """
    kind = Kind(kind)
    with reading() as session:
        made_on = stamp(session)
        languages = get_event(session).languages
        owners = load_owners(session) if kind is not Kind.EXHIBITORS else None
    if language and language not in languages:
        raise InputError("exchange.language_unknown", language=language, languages=", ".join(languages))
    columns = map_columns(table, kind, languages, language)
    rows = _body(table, columns)
    records, verdicts = _read(owners, Reader.of(table, kind, columns, languages), rows, role, progress)
    kept, joined, refused = join_rows(kind, records)
    for record, problem in refused:
        verdicts[record.line] = RowVerdict(record.line, record.title, Verdict.REJECTED, problem)
    with reading() as session:
        holdings = load(session, kind, {name for record in kept for name in record.fields})
    new, changed = _match(holdings, kind, kept, verdicts)
    _settle_joined(records, joined, verdicts)
    ordered = tuple(verdicts[row.line] for row in rows)
    return Plan(table, kind, columns, languages, ordered, tuple(new), tuple(changed), made_on)


def apply(session: Session, planned: Plan, progress: Progress = no_progress) -> None:
    """Write a plan inside the caller's transaction.

    Raises:
        InputError: when the event has changed since the plan was made.
    """
    if stamp(session) != planned.made_on:
        raise InputError("exchange.plan_outdated")
    if planned.writes:
        done = len(planned.new) + len(planned.changed)
        describe(session, label("history.imported", file=planned.table.path.name, n=done))
        writer = Writer(session, KEPT[planned.kind], planned.columns.language, progress)
        writer.write(planned.new, planned.changed)
        session.expire_all()  # rows were written beside the session's own objects


def import_list(
    database: Database,
    path: Path,
    kind: Kind | str,
    *,
    dry_run: bool = False,
    all_or_nothing: bool = False,
    role: Role | None = None,
    language: str | None = None,
    progress: Progress = no_progress,
) -> ImportReport:
    """Read a list, plan it, keep a backup, and write it in one transaction.

    Args:
        database: the event.
        path: CSV or XLSX.
        kind: what it holds: exhibitors, people or products.
        dry_run: only say what would happen.
        all_or_nothing: write nothing when a row is rejected.
        role: of new people whose row names none.
        language: of texts whose heading names none; None: the language of most headings.
        progress: called with (done, total), from the start again for reading, planning and writing.

    Raises:
        UserError: when the list cannot be read or taken, or the person stopped; nothing is changed then.
    """
    table = read_table(path, progress)
    planned = plan_aside(database.reading, table, kind, role=role, language=language, progress=progress)
    stopped = all_or_nothing and planned.count(Verdict.REJECTED) > 0
    if dry_run or stopped or not planned.writes:
        return _report(planned, written=False)
    backup = back_up(database.path, "import")
    try:
        with database.transaction() as session:
            if stamp(session) != planned.made_on:  # somebody edited meanwhile; inside the transaction nobody can
                planned = plan(session, table, kind, role=role, language=language, progress=progress)
            apply(session, planned, progress)
    except BaseException:
        drop_backup(backup)  # nothing was changed, so there is nothing to go back to
        raise
    return _report(planned, written=True, backup=backup)


def _report(planned: Plan, *, written: bool, backup: Path | None = None) -> ImportReport:
    counts = Counter(row.verdict for row in planned.rows)
    return ImportReport(
        added=counts[Verdict.ADDED],
        changed=counts[Verdict.CHANGED],
        unchanged=counts[Verdict.UNCHANGED],
        rejected=counts[Verdict.REJECTED],
        rejected_rows=tuple(row for row in planned.rows if row.verdict is Verdict.REJECTED),
        encoding=planned.table.encoding,
        guessed=planned.table.guessed,
        sheet=planned.table.sheet,
        other_sheets=planned.table.other_sheets,
        used=planned.columns.matches,
        unused=planned.columns.unused,
        written=written,
        backup=backup,
    )


def _body(table: Table, columns: Columns) -> list[Row]:
    """Return the rows below the headings; headings that are repeated further down are no rows."""
    headings = columns.heading_row
    rows = [row for row in table.rows if row.line > headings.line and row.cells != headings.cells]
    if not rows:
        raise InputError("exchange.only_headings", file=table.path.name, line=headings.line)
    return rows


def _read(
    owners: Owners | None, reader: Reader, rows: Sequence[Row], role: Role | None, progress: Progress
) -> tuple[list[Record], dict[int, RowVerdict]]:
    """Return what the rows say, and the verdicts on those that cannot be taken, by line."""
    verdicts: dict[int, RowVerdict] = {}
    records: list[Record] = []
    for count, row in enumerate(rows):
        if count % 1_000 == 0:
            progress(count, len(rows))
        try:
            cells = reader.cells(row)
            if owners is None:
                records.append(read_exhibitor(cells, row.line))
            elif reader.kind is Kind.PEOPLE:
                records.append(read_person(cells, row.line, owners.by_name, role))
            else:
                records.append(read_product(cells, row.line, owners.by_name, owners.by_ref))
        except InputError as problem:
            title = next((cell for cell in row.cells if cell), "")[:60]
            verdicts[row.line] = RowVerdict(row.line, title, Verdict.REJECTED, problem)
    progress(len(rows), len(rows))
    return records, verdicts


def _match(
    holdings: Holdings, kind: Kind, records: Sequence[Record], verdicts: dict[int, RowVerdict]
) -> tuple[list[Record], list[Change]]:
    """Find each record in the event, give its row a verdict, and return what is new and what changes."""
    same = find_same(kind, records, holdings)
    new: list[Record] = []
    changed: list[Change] = []
    for record in records:
        try:
            stored = same.get(record.line) or find(kind, record, holdings)
        except InputError as problem:
            verdicts[record.line] = RowVerdict(record.line, record.title, Verdict.REJECTED, problem)
            continue
        if stored is None:
            new.append(record)
            verdicts[record.line] = RowVerdict(record.line, record.title, Verdict.ADDED)
            continue
        differs = changes(record, stored)
        if differs:
            changed.append(Change(stored.id, stored.fields, differs))
        verdicts[record.line] = _verdict(record, stored, differs)
    return new, changed


def _verdict(record: Record, stored: Stored, differs: Mapping[str, Any]) -> RowVerdict:
    if not differs:
        return RowVerdict(record.line, record.title, Verdict.UNCHANGED)
    held = {**stored.fields, "ref": stored.ref, "booths": stored.booths, "topics": tuple(sorted(stored.topics))}
    before = {name: held[name] for name in differs}
    return RowVerdict(record.line, record.title, Verdict.CHANGED, before=before, after=differs)


def _settle_joined(records: Sequence[Record], joined: Mapping[int, Record], verdicts: dict[int, RowVerdict]) -> None:
    """Give the rows that are part of an earlier one their verdict: unchanged, or rejected with it."""
    for record in records:
        first = joined.get(record.line)
        if first is None:
            continue
        whole = verdicts[first.line]
        verdict = Verdict.REJECTED if whole.verdict is Verdict.REJECTED else Verdict.UNCHANGED
        verdicts[record.line] = RowVerdict(record.line, record.title, verdict, whole.reason, same_as=first.line)
