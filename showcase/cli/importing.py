"""`showcase import LIST --as KIND`: take the rows of a CSV or XLSX list into the event."""

import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Any, Final

from showcase.cli.output import Output
from showcase.cli.places import event_path, opened
from showcase.cli.running import DONE
from showcase.errors import InputError
from showcase.exchange.importing import ImportReport, RowVerdict, import_list
from showcase.people.kinds import Role

_SHOWN: Final = 20
"""Rejected rows that are said one by one; the object of --json has them all."""


def run(asked: Namespace, output: Output) -> int:
    """Import a list, or with --dry-run say what would happen."""
    if asked.role and asked.role not in set(Role):
        raise InputError("cli.role_unknown", role=asked.role, roles=", ".join(Role))
    if asked.dry_run and not event_path(asked).exists():
        with tempfile.TemporaryDirectory() as folder:
            asked.event = Path(folder) / "dry-run.showcase"
            report = _import(asked, output)
    else:
        report = _import(asked, output)
    _say(report, output)
    output.result(_values(report, output))
    return DONE


def _import(asked: Namespace, output: Output) -> ImportReport:
    with opened(asked, output, create=True) as app:
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


def _say(report: ImportReport, output: Output) -> None:
    used = ", ".join(
        f"{match.heading} → {match.field}{f'.{match.language}' if match.language else ''}" for match in report.used
    )
    output.say("columns_used", columns=used)
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
    key = "imported" if report.written else "would_import"
    counts = {"added": report.added, "changed": report.changed}
    output.say(key, **counts, unchanged=report.unchanged, rejected=report.rejected)
    if report.backup:
        output.say("backup_kept", path=str(report.backup))


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
