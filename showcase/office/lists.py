"""What the import page asks for: what a list would do, and the doing of it. Runs in the threads of the tasks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from showcase.errors import InputError
from showcase.progress import Progress

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.exchange.importing import ImportReport, Plan
    from showcase.exchange.table import Table
    from showcase.people.kinds import Role

KINDS: Final = ("exhibitors", "people", "products")
SUFFIXES: Final = (".csv", ".tsv", ".txt", ".xlsx")
"""Files that may be lists."""
PAGES: Final = {"exhibitors": "organisations", "people": "people", "products": "products"}
"""What a list holds -> the page that shows it."""


def look(app: App, path: Path, kind: str, role: Role | None, progress: Progress) -> Plan:
    """Return what a list would do to the event, and write nothing; `kind` "" is found from its headings.

    Raises:
        UserError: when the list cannot be read or taken.
    """
    from showcase.catalogue.queries import get_event
    from showcase.exchange.importing import plan_aside
    from showcase.exchange.sheets import read_table

    table = read_table(path, progress)
    with app.reading() as session:
        kind = kind or guess_kind(table, get_event(session).languages)
    return plan_aside(app.reading, table, kind, role=role if kind == "people" else None, progress=progress)


def guess_kind(table: Table, languages: Sequence[str]) -> str:
    """Return what a list seems to hold: that of which most columns are known."""
    from showcase.exchange.columns import Kind, map_columns

    known: dict[str, int] = {}
    for kind in Kind:
        try:
            known[kind] = len(map_columns(table, kind, languages).matches)
        except InputError:
            continue
    return max(known, key=lambda kind: known[kind]) if known else KINDS[0]


def bring_in(app: App, path: Path, kind: str, role: Role | None, progress: Progress) -> ImportReport:
    """Import a list, with a copy of the event kept before.

    Raises:
        UserError: when the list cannot be taken or the person stopped; nothing is changed then.
    """
    from showcase.exchange.importing import import_list

    return import_list(app.database, path, kind, role=role if kind == "people" else None, progress=progress)
