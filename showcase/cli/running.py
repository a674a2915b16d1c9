"""Runs a command from its words to its exit code: 0 done, 1 the user's problem, 2 usage, 70 our bug."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import FrameType, SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from showcase.bugs import write_report
from showcase.cli.output import Output, UnsaidError
from showcase.errors import Cancelled, UserError
from showcase.messages import system_language
from showcase.settings import load

if TYPE_CHECKING:
    from argparse import Namespace

DONE: Final = 0
USERS_PROBLEM: Final = 1
BUG: Final = 70
"""EX_SOFTWARE of sysexits.h."""

_MODULES: Final[Mapping[str | None, str]] = {
    None: "opening_window",
    "window": "opening_window",
    "import": "importing",
    "print": "printing",
    "verify": "verifying",
    "event": "events",
    "site": "publishing",
    "settings": "setting",
    "doctor": "doctoring",
    "demo": "demonstrating",
    "kiosk": "opening_kiosk",
    "scanner": "opening_scanner",
    "station": "stations",
    "calibrate": "calibrating",
    "erase": "erasing",
    "templates": "templates",
}
"""Command -> module of this package that runs it; imported only then, so that none waits for what another needs."""


def main(words: Sequence[str] | None = None) -> int:
    """Run what was typed and return the exit code."""
    _speak_utf8()
    language = load().language or system_language()
    try:
        asked = _parse(sys.argv[1:] if words is None else words, language)
    except SystemExit as stop:  # argparse has said what there was to say
        return stop.code if isinstance(stop.code, int) else USERS_PROBLEM
    output = Output(language, as_json=asked.json)
    previous = signal.signal(signal.SIGTERM, _stop)
    try:
        return _run(asked, output)
    finally:
        signal.signal(signal.SIGTERM, previous)


def _parse(words: Sequence[str], language: str) -> Namespace | SimpleNamespace:
    """Return what was typed. Nothing is the window, whose first picture does not wait for the command tree."""
    if not words:
        return SimpleNamespace(command=None, event=None, json=False)
    from showcase.cli.parser import make_parser

    return make_parser(language).parse_args(words)


def _run(asked: Namespace | SimpleNamespace, output: Output) -> int:
    try:
        command: Callable[[Any, Output], int] = import_module(f"showcase.cli.{_MODULES[asked.command]}").run
        return command(asked, output)
    except UserError as error:
        return refuse(output, error)
    except KeyboardInterrupt:
        return refuse(output, Cancelled())
    except UnsaidError:
        # Whoever was reading has gone; what is still unsaid is dropped, so that nothing is flushed at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return USERS_PROBLEM
    except Exception as error:  # noqa: BLE001 - the edge of the program: a bug becomes a sentence, a report and code 70
        output.complain(output.text("bug", report=write_report(error) or "–"))
        output.result({"error": {"key": "cli.bug"}})
        return BUG


def refuse(output: Output, error: UserError, **more: Any) -> int:
    """Say what is wrong and give the exit code of the user's problems; `more` goes into the object of --json."""
    words = output.explain(error)
    output.complain(words)
    output.result({**more, "error": {"key": error.key, "sentence": words}})
    return USERS_PROBLEM


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave as Ctrl+C does, so that everything is put away."""
    del number, frame
    raise KeyboardInterrupt


def _speak_utf8() -> None:
    """Names are Vietnamese: a pipe or console in another encoding must not stop a command."""
    # A program that was started without streams, such as by a scheduler, has none to speak to.
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
