"""`showcase import LIST --as KIND`: take the rows of a CSV or XLSX list into the event."""

import tempfile
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from showcase.app import App, open_app
from showcase.cli.output import Output
from showcase.cli.places import event_path, opened
from showcase.cli.running import DONE, refuse
from showcase.errors import InputError, RefusedError
from showcase.exchange.columns import Match, field_name
from showcase.exchange.importing import ImportReport, RowVerdict, import_list
from showcase.people.kinds import Role

_SHOWN: Final = 20
"""Rejected rows that are said one by one; the object of --json has them all."""


def run(asked: Namespace, output: Output) -> int:
    """Import a list, or with --dry-run say what would happen."""
    if asked.role and asked.role not in set(Role):
        raise InputError("cli.role_unknown", role=asked.role, roles=", ".join(Role))
    is_new = not event_path(asked).exists()
    if asked.dry_run and is_new:
        with tempfile.TemporaryDirectory() as folder, closing(open_app(Path(folder) / "new", create=True)) as app:
            report = _import(app, asked, output)
    else:
        try:
            with opened(asked, output, create=True) as app:
                report = _import(app, asked, output)
                _insist(report, asked)
        except _NothingTakenError as nothing:
            _say(nothing.report, output)
            error = RefusedError("cli.nothing_imported", n=nothing.report.rejected)
            return refuse(output, error, **_values(nothing.report, output))
    _say(report, output)
    key = "would_import" if asked.dry_run else "imported"
    counts = {"added": report.added, "changed": report.changed}
    output.say(key, **counts, unchanged=report.unchanged, rejected=report.rejected)
    if report.backup and not is_new:
        output.say("backup_kept", path=str(report.backup))
    output.result(_values(report, output))
    return DONE


class _NothingTakenError(Exception):
    """Leaves the import of a list of which nothing could be taken, so that no new event stays behind."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__()
        self.report = report


def _insist(report: ImportReport, asked: Namespace) -> None:
    taken = report.written or asked.dry_run or (report.unchanged and not asked.all_or_nothing)
    if report.rejected and not taken:
        raise _NothingTakenError(report)


def _import(app: App, asked: Namespace, output: Output) -> ImportReport:
    return import_list(
        app.database,
        asked.list,
        asked.kind,
        dry_run=asked.dry_run,
        all_or_nothing=asked.all_or_nothing,
        role=Role(asked.role) if asked.role else None,
        language=asked.language,
        progress=output.progress("importing", file=asked.list.name),
    )


def _field(match: Match, output: Output) -> str:
    """Return what a column holds, in the words of the person."""
    name = output.explain(field_name(match.field))
    return f"{match.heading} → {name}{f' ({match.language})' if match.language else ''}"


def _say(report: ImportReport, output: Output) -> None:
    """Say how the list was read and which rows cannot be taken."""
    output.say("columns_used", columns=", ".join(_field(match, output) for match in report.used))
    if report.unused:
        output.say("columns_unused", columns=", ".join(column.heading for column in report.unused))
    if report.guessed:
        output.say("encoding_guessed", encoding=report.encoding)
    if report.other_sheets:
        output.say("other_sheets", sheet=report.sheet, others=", ".join(report.other_sheets))
    for row in report.rejected_rows[:_SHOWN]:
        output.line(_sentence(row, output))
    if len(report.rejected_rows) > _SHOWN:
        output.say("more_rejected", n=len(report.rejected_rows) - _SHOWN)


def _sentence(row: RowVerdict, output: Output) -> str:
    reason = output.explain(row.reason) if row.reason else ""
    return output.text("row_rejected", line=row.line, title=row.title, reason=reason)


def _values(report: ImportReport, output: Output) -> dict[str, Any]:
    return {
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "written": report.written,
        "backup": str(report.backup) if report.backup else None,
        "rows": [
            {"line": row.line, "title": row.title, "reason": output.explain(row.reason) if row.reason else ""}
            for row in report.rejected_rows
        ],
    }
