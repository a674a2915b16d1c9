"""`showcase kiosk`: the public screen on an event or the last one; `showcase kiosk report` says what kiosks counted."""

from argparse import Namespace
from pathlib import Path

from showcase.cli.output import Output
from showcase.cli.screen import require_screen
from showcase.errors import InputError
from showcase.settings import load


def run(asked: Namespace, output: Output) -> int:
    """Show the kiosk and stay until it is ended, or say what kiosks counted."""
    if asked.action == "report":
        from showcase.cli.kiosk_report import run as report

        return report(asked, output)
    if asked.action == "pin":
        from showcase.cli.kiosk_pin import run as pin

        return pin(asked, output)
    require_screen()
    path = asked.event or _last()
    if path is None:
        raise InputError("cli.kiosk_without_event")
    from showcase.kiosk.kiosk import Options
    from showcase.kiosk.running import run as run_kiosk

    options = Options(
        booth=asked.booth, windowed=asked.windowed, language=asked.language or output.language, still=asked.still
    )
    return run_kiosk(path, options)


def _last() -> Path | None:
    last = load().last_event
    return Path(last) if last else None
