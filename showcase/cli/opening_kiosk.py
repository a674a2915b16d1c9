"""`showcase kiosk`: the public screen on an event or the last one; its actions are commands of their own."""

from argparse import Namespace
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path

from showcase.cli.output import Output
from showcase.cli.screen import require_screen, screen_language
from showcase.errors import FileError, InputError
from showcase.kiosk.lastgood import last_good_file
from showcase.messages import LANGUAGES
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
    language = _language(asked, path) or output.language
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


def _language(asked: Namespace, path: Path) -> str:
    """Return the language asked for: one of the interface, or another that the event has texts in.

    Raises:
        InputError: it is none of them.
    """
    # A kiosk that is brought back is asked nothing, and an event that cannot be read now is the kiosk's own matter.
    if asked.part or asked.language in {"", *LANGUAGES}:
        return str(asked.language)
    from showcase.app import open_app  # only who asks for such a language waits for the database
    from showcase.catalogue.queries import get_event

    with suppress(FileError), closing(open_app(path, create=False, read_only=True)) as app, app.reading() as session:
        return screen_language(asked.language, tuple(dict.fromkeys((*LANGUAGES, *get_event(session).languages))))
    return str(asked.language)


def _supervised(asked: Namespace, path: Path, language: str) -> int:
    """Show it from a process of its own, so that this one can bring it back."""
    from showcase.kiosk.supervising import Supervisor, command

    same = ["kiosk", "--event", str(path.absolute()), "--booth", asked.booth, "--language", language]
    same += ["--still"] if asked.still else []
    return Supervisor(command([*same, "--part", "screen"]), command([*same, "--part", "safe"])).run()


def _last() -> Path | None:
    last = load().last_event
    return Path(last) if last else None
