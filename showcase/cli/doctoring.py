"""`showcase doctor`: check this machine and the event file, and say what to do about what is wrong."""

import platform
import shutil
import sqlite3
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final, Literal

from showcase import __version__
from showcase.cli.output import Output
from showcase.cli.places import event_path
from showcase.cli.running import DONE, USERS_PROBLEM
from showcase.cli.screen import has_screen
from showcase.documents.fields import sample_item
from showcase.documents.template import load_template
from showcase.errors import UserError
from showcase.printing.job import print_items
from showcase.store.database import safe_for_wal
from showcase.store.health import Health, examine
from showcase.store.opening import open_event

_LOW_MB: Final = 500
_MB: Final = 1_000_000
_MARKS: Final = {"good": "✓", "look": "!", "stop": "✗"}


@dataclass(frozen=True, slots=True)
class _Finding:
    state: Literal["good", "look", "stop"]
    words: str


def run(asked: Namespace, output: Output) -> int:
    """Say what was found; code 1 when something stops the work."""
    findings = [*_machine(output), *_event(event_path(asked), output, asked=bool(asked.event))]
    for finding in findings:
        output.line(f"{_MARKS[finding.state]} {finding.words}")
    output.result({"findings": [{"state": finding.state, "words": finding.words} for finding in findings]})
    return USERS_PROBLEM if any(finding.state == "stop" for finding in findings) else DONE


def _machine(output: Output) -> Iterator[_Finding]:
    versions = {
        "showcase": __version__,
        "python": platform.python_version(),
        "qt": version("PySide6"),
        "sqlite": sqlite3.sqlite_version,
    }
    yield _Finding("good", output.text("doctor_versions", **versions))
    journal = "wal" if safe_for_wal(sqlite3.sqlite_version_info) else "delete"
    yield _Finding("good", output.text(f"doctor_journal_{journal}", version=sqlite3.sqlite_version))
    yield _printing(output)
    yield _Finding("good", output.text("doctor_screen")) if has_screen() else _Finding("look", output.text("no_screen"))


def _printing(output: Output) -> _Finding:
    """Print a badge and read it back: fonts, painting, PDF and reading in one go."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "doctor.pdf"
            print_items([sample_item("badge")], load_template("badge-a6"), None, ("vi", "en"), out)
    except UserError as error:
        return _Finding("stop", output.explain(error))
    return _Finding("good", output.text("doctor_printing"))


def _event(path: Path, output: Output, *, asked: bool) -> Iterator[_Finding]:
    """Look at the event; one that was `asked` for by name has to be there."""
    if not path.exists():
        yield _Finding("stop" if asked else "look", output.text("event_missing", path=str(path)))
        return
    free = shutil.disk_usage(path.absolute().parent).free // _MB
    yield _Finding("good" if free > _LOW_MB else "look", output.text("doctor_disk", free=free))
    try:
        open_event(path, read_only=True).close()
        health = examine(path, output.progress("doctor_reading", file=path.name))
    except UserError as error:
        yield _Finding("stop", output.explain(error))
        return
    yield _whole(path, health, output)
    if health.backup is None:
        yield _Finding("look", output.text("doctor_no_backup"))
    else:
        yield _Finding("good", output.text("doctor_backup", path=str(health.backup)))


def _whole(path: Path, health: Health, output: Output) -> _Finding:
    if health.whole:
        return _Finding("good", output.text("doctor_whole", path=str(path), size=round(health.size / _MB, 1)))
    lines = "; ".join((*health.problems, *health.orphans))
    key = "doctor_damaged" if health.backup is None else "doctor_damaged_backup"
    return _Finding("stop", output.text(key, path=str(path), problems=lines, backup=str(health.backup)))
