"""`showcase demo [DIR]`: make the sample event, print it, prove it, say where everything is, and open the window."""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from showcase.app import App, open_app
from showcase.cli.output import Output
from showcase.cli.places import remove_event
from showcase.cli.printing import print_choice, values
from showcase.cli.running import DONE
from showcase.cli.screen import has_screen
from showcase.errors import ReadOnly
from showcase.exchange.sample import SAMPLE_PASSPHRASE, make_sample
from showcase.printing.batch import Choice, issue_missing, list_badgeless
from showcase.printing.job import PrintReport
from showcase.settings import load, save

SUFFIX: Final = ".showcase"
EVENT: Final = f"summit{SUFFIX}"
_FILES: Final = (
    ("badges-a6.pdf", Choice("badges", "badge-a6")),
    ("badges-cr80-on-a4.pdf", Choice("badges", "badge-cr80", "a4-cr80")),
    ("booth-signs-a4.pdf", Choice("signs", "booth-sign-a4")),
    ("product-cards-a5.pdf", Choice("cards", "product-card-a5")),
)


def run(asked: Namespace, output: Output) -> int:
    """Make and print the sample."""
    folder = asked.folder.absolute()
    path = asked.event or folder / EVENT
    made = [file for file in (*(folder / name for name, _ in _FILES), path) if not file.exists()]
    if not folder.exists():
        made.append(folder)
    try:
        reports = _make(folder, path, output)
    except BaseException:
        _take_away(made)
        raise
    output.line("")
    output.say("demo_where", folder=str(folder), event=str(path), passphrase=SAMPLE_PASSPHRASE)
    output.say("demo_next", event=_short(path))
    output.result(values(reports, output))
    if not asked.no_window and has_screen():
        return _open_window(path)
    _remember(path)
    return DONE


def _make(folder: Path, path: Path, output: Output) -> list[PrintReport]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise ReadOnly("cli.demo_folder", folder=str(folder)) from reason
    app = _sample(path, output)
    try:
        missing = list_badgeless(app)
        if missing:
            issue_missing(app, missing, SAMPLE_PASSPHRASE)
        return [print_choice(app, choice, folder / name, output) for name, choice in _FILES]
    finally:
        app.close()


def _take_away(made: Sequence[Path]) -> None:
    """Leave nothing of a demo that was stopped but what was there before."""
    for place in made:
        if place.is_dir():
            with suppress(OSError):  # something of the person's is in it
                place.rmdir()
        elif place.suffix == SUFFIX:
            remove_event(place)
        else:
            place.unlink(missing_ok=True)


def _sample(path: Path, output: Output) -> App:
    """Open the sample that was made before, as people may have changed it, or make it."""
    if path.exists():
        output.say("demo_opened", path=str(path))
        return open_app(path)
    app = open_app(path, create=True)
    try:
        make_sample(app.database, output.progress("demo_making"))
    except BaseException:
        app.close()
        raise
    output.say("demo_made", path=str(path))
    return app


def _remember(path: Path) -> None:
    """Let the window open the sample when there was no other event yet."""
    settings = load()
    if not settings.last_event:
        save(settings._replace(last_event=str(path)))


def _short(path: Path) -> str:
    """Return the path as one would type it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _open_window(path: Path) -> int:
    """Open the window in a process of its own: this one has an engine for printing, which can't open windows."""
    return subprocess.call([sys.executable, "-m", "showcase", "window", str(path)])  # noqa: S603 - our own program
