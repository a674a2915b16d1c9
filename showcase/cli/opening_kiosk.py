"""`showcase kiosk`: the public screen on an event or the last one; its actions are commands of their own."""

from argparse import Namespace
from importlib import import_module
from pathlib import Path

from showcase.cli.output import Output
from showcase.cli.screen import require_screen
from showcase.errors import InputError
from showcase.kiosk.lastgood import last_good_file
from showcase.settings import load


def run(asked: Namespace, output: Output) -> int:
    """Show the kiosk and stay until it is ended, or do what was asked beside it."""
    if asked.action:
        code: int = import_module(f"showcase.cli.kiosk_{asked.action}").run(asked, output)
        return code
    require_screen()
    path = asked.event or _last()
    if path is None:
        raise InputError("cli.kiosk_without_event")
    language = asked.language or output.language
    if asked.part == "safe":
        from showcase.kiosk.safe import run as stand_in

        return stand_in(last_good_file(path, asked.booth))
    if asked.part or asked.windowed:
        from showcase.kiosk.options import Options
        from showcase.kiosk.running import run as run_kiosk

        options = Options(
            booth=asked.booth,
            windowed=asked.windowed,
            language=language,
            still=asked.still,
            supervised=asked.part == "screen",
            asks=asked.part == "screen",
            voice="",
        )
        return run_kiosk(path, options)
    return _supervised(asked, path, language)


def _supervised(asked: Namespace, path: Path, language: str) -> int:
    """Show it from a process of its own, so that this one can bring it back."""
    from showcase.kiosk.supervising import Supervisor, command

    same = ["kiosk", "--event", str(path.absolute()), "--booth", asked.booth, "--language", language]
    same += ["--still"] if asked.still else []
    return Supervisor(command([*same, "--part", "screen"]), command([*same, "--part", "safe"])).run()


def _last() -> Path | None:
    last = load().last_event
    return Path(last) if last else None
